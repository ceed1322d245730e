package chokepoint

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// Question asks what stops the supply of an item in the world, or any output of a firm.
type Question struct {
	Of     graph.Node // an item or a firm
	Size   int        // the largest size of sets, 1 to 3
	Below  float64    // what is left at most, 0 to below 1; at 0, nothing serves any more
	Among  []Kind     // what may be lost; empty: everything but controls
	Most   int        // sets listed in Sets, and in SingleNamed; 0: all that are found
	Limits CutLimits  // of each of the two searches; the work is that of both together
}

// Reasons why a question is refused, besides ErrSize.
var (
	ErrSubject = errors.New("a question is of an item of a chain, or of a firm that is on record for making something")
	ErrBelow   = errors.New("what is left at most is a number from 0 to below 1")
)

// Range is what a loss leaves, 0 to 1: Low takes what is not stated for lost with any of those who may have it, High for kept.
type Range struct{ Low, High float64 }

// Set is a minimal set of losses: together they stop the product, and no part of them does.
type Set struct {
	Members []Member
	Leaves  Range
	Stops   []graph.Node // items that are stopped and have a part in stopping the product, inputs first
	Barred  []Crossing   // with controls: what they keep of what is stopped
	Flags   graph.Flags  // of their figures, and of the outputs that are stopped on the way

	losses  []int32
	reading reading
}

// Answer lists what stops a product.
type Answer struct {
	Sets          []Set        // at most Below is left, whatever is not stated; smallest first, then by what is left
	SetCount      int          // how many were found
	SingleNamed   []Set        // nobody on record is left, but those on record are not all there are; none that holds one of Sets
	NamedCount    int          // how many were found
	UnknownSupply []graph.Node // items on the way with neither a maker nor a share of the market on record
	Complete      bool         // no set is missing: every limit held, and UnknownSupply is empty
	Law           *Law         // of a model with a border; else nil
	Flags         graph.Flags
}

// Find lists the minimal sets of losses that leave at most so much of a product. The error is ErrSubject, ErrSize, ErrBelow or the
// context's. Cost: a look at what leads to the product, and for each set tried, at what its losses touch.
func (m *Model) Find(ctx context.Context, q Question) (*Answer, error) {
	f, err := m.ask(ctx, q)
	if err != nil {
		return nil, err
	}
	f.state = m.borrow()
	defer m.giveBack(f.state)
	law := f.law()
	if law != nil && law.Stopped {
		out := &Answer{Law: law, UnknownSupply: f.unknownSupply(), Flags: m.view.Flags()}
		out.Complete = !m.left[kept].rough && len(out.UnknownSupply) == 0
		return out, ctx.Err()
	}
	proven, err := f.search(kept)
	if err != nil {
		return nil, err
	}
	cut := !f.complete
	f.limits.Work = max(1, cmp.Or(q.Limits.Work, defaultWork)-f.spent)
	named, err := f.search(onRecord)
	if err != nil {
		return nil, err
	}
	listed := make(map[lossSet]bool, len(proven))
	for _, set := range proven {
		listed[newLossSet(set)] = true
	}
	named = slices.DeleteFunc(named, func(set []int32) bool { return anyPart(set, func(part lossSet) bool { return listed[part] }) })
	f.sortByLeft(proven)
	out := &Answer{Law: law, Flags: m.view.Flags(), SetCount: len(proven), NamedCount: len(named)}
	out.Sets, out.SingleNamed = f.list(proven, kept, q.Most), f.list(named, onRecord, q.Most)
	if cut { // what the first search missed is no case of the second
		found := len(out.SingleNamed)
		out.SingleNamed = slices.DeleteFunc(out.SingleNamed, func(s Set) bool { return s.Leaves.High <= q.Below+nearly })
		out.NamedCount -= found - len(out.SingleNamed)
	}
	for _, set := range slices.Concat(out.Sets, out.SingleNamed) {
		out.Flags = out.Flags.With(set.Flags...)
	}
	out.UnknownSupply = f.unknownSupply()
	out.Complete = f.complete && len(out.UnknownSupply) == 0
	return out, ctx.Err()
}

// ask makes ready to answer a question; the state is still to be borrowed.
func (m *Model) ask(ctx context.Context, q Question) (*finder, error) {
	roots, err := m.roots(q.Of)
	if err != nil {
		return nil, err
	}
	f := &finder{Model: m, ctx: ctx, asked: q.Of, roots: roots, size: q.Size, below: q.Below, among: q.Among, limits: q.Limits, complete: true}
	return f, f.check()
}

// Rows gathers the rows behind a set of an answer to a question: the figures of the items that it stops, and the outputs that are stopped
// on the way. The error is that of the question. It costs the losses once more.
func (m *Model) Rows(q Question, s *Set) ([]graph.RowRef, error) {
	f, err := m.ask(context.Background(), q)
	if err != nil {
		return nil, err
	}
	f.state = m.borrow()
	defer m.giveBack(f.state)
	f.gather = true
	f.describe(s.losses, s.reading)
	return f.rows, nil
}

// roots are the nodes that stand for what is asked about: all of them are needed.
func (m *Model) roots(of graph.Node) ([]int32, error) {
	if m.view.IsItem(of) && m.view.InChain(of) {
		return []int32{m.items + int32(of)}, nil
	}
	if !m.view.Is(of, graph.KindFirm) {
		return nil, ErrSubject
	}
	var roots []int32
	for _, p := range m.network.Of(of) {
		if m.network.Parts[p].Kind == chain.Output {
			roots = append(roots, m.parts+p)
		}
	}
	if len(roots) == 0 {
		return nil, ErrSubject
	}
	return roots, nil
}

func (f *finder) unknownSupply() []graph.Node {
	var out []graph.Node
	leads := f.walk[kept].above(f.roots...)
	met := map[graph.Node]bool{}
	for node, m := range f.markets[kept] {
		met[m.item] = met[m.item] || leads[node]
	}
	for item := range graph.Node(f.view.Items()) {
		if (leads[f.items+int32(item)] || met[item]) && len(f.makers[item])+len(f.possible[item])+len(f.figures[item]) == 0 {
			out = append(out, item)
		}
	}
	return out
}

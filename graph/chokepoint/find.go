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
	Among  []Kind     // what may be lost; empty: everything
	Limits CutLimits  // of each of the two searches
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
	Stops   []graph.Node   // items that are stopped and have a part in stopping the product, inputs first
	Rows    []graph.RowRef // behind the figures of these items, and behind the outputs that are stopped on the way
	Flags   graph.Flags    // of the same
}

// Answer lists what stops a product.
type Answer struct {
	Sets          []Set        // at most Below is left, whatever is not stated; smallest first, then by what is left
	SingleNamed   []Set        // nobody on record is left, but those on record are not all there are; none that holds one of Sets
	UnknownSupply []graph.Node // items on the way with neither a maker nor a share of the market on record
	Complete      bool         // no set is missing: every limit held, and UnknownSupply is empty
	Flags         graph.Flags
}

// Find lists the minimal sets of losses that leave at most so much of a product. The error is ErrSubject, ErrSize, ErrBelow or the
// context's. Cost: a look at what leads to the product, and for each set tried, at what its losses touch.
func (m *Model) Find(ctx context.Context, q Question) (*Answer, error) {
	roots, err := m.roots(q.Of)
	if err != nil {
		return nil, err
	}
	f := &finder{Model: m, ctx: ctx, asked: q.Of, roots: roots, size: q.Size, below: q.Below, among: q.Among, limits: q.Limits, complete: true}
	if err := f.check(); err != nil {
		return nil, err
	}
	f.state = m.borrow()
	defer m.giveBack(f.state)
	proven, err := f.search(kept)
	if err != nil {
		return nil, err
	}
	named, err := f.search(onRecord)
	if err != nil {
		return nil, err
	}
	out := &Answer{Flags: m.view.Flags()}
	for _, set := range proven {
		out.Sets = append(out.Sets, f.describe(set, kept))
	}
	for _, set := range named {
		if !slices.ContainsFunc(proven, func(p []int32) bool { return holds(set, p) }) {
			out.SingleNamed = append(out.SingleNamed, f.describe(set, onRecord))
		}
	}
	slices.SortStableFunc(out.Sets, byLeft)
	for _, set := range slices.Concat(out.Sets, out.SingleNamed) {
		out.Flags = out.Flags.With(set.Flags...)
	}
	out.UnknownSupply = f.unknownSupply()
	out.Complete = f.complete && len(out.UnknownSupply) == 0
	return out, nil
}

func byLeft(a, b Set) int {
	return cmp.Or(cmp.Compare(len(a.Members), len(b.Members)), cmp.Compare(a.Leaves.High, b.Leaves.High))
}

// holds tells whether a set holds all of a part; both are sorted.
func holds(set, part []int32) bool {
	for _, p := range part {
		if _, found := slices.BinarySearch(set, p); !found {
			return false
		}
	}
	return true
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

// finder answers one question.
type finder struct {
	*Model
	ctx      context.Context
	asked    graph.Node // a firm is no answer to a question about itself
	roots    []int32
	size     int
	below    float64
	among    []Kind
	limits   CutLimits
	state    *scratch
	complete bool
}

func (f *finder) check() error {
	if f.size < 1 || f.size > MaxCut {
		return ErrSize
	}
	if !(f.below >= 0 && f.below < 1) {
		return ErrBelow
	}
	return nil
}

// nearly allows for rounding: what is left on paper is left.
const nearly = 1e-9

// search lists the minimal sets under one reading: what is left, or for makers and sellers on record and for nothing left at all, what
// is up, which is not the same, since shares round a loop may die out without anything going down.
func (f *finder) search(r reading) ([][]int32, error) {
	candidates := f.candidates(r)
	var sets Sets
	var err error
	if r == onRecord || f.below == 0 {
		g := f.up[r]
		may := make([]bool, g.nodes)
		for _, c := range candidates {
			may[c] = true
		}
		stands := &standing{Cascade: g.NewCascade(), targets: f.roots, may: func(n int32) bool { return may[n] }, seen: make([]bool, g.nodes)}
		checker := &standing{Cascade: g.NewCascade(), targets: f.roots}
		sets, err = searchSets(f.ctx, stands, checker, g.nodes, f.size, f.limits)
	} else {
		slices.Reverse(candidates) // plants and firms are given up before countries, so that few losses keep the product going
		check := f.borrow()
		defer f.giveBack(check)
		state := &keeping{left: f.state[r], roots: f.roots, below: f.below + nearly, candidates: candidates}
		checker := &keeping{left: check[r], roots: f.roots, below: f.below + nearly}
		sets, err = searchSets(f.ctx, state, checker, len(f.losses.list), f.size, f.limits)
		f.complete = f.complete && !state.rough && !checker.rough
	}
	f.complete = f.complete && sets.Complete
	return sets.Sets, err
}

// candidates lists the losses that lead to the product.
func (f *finder) candidates(r reading) []int32 {
	var out []int32
	leads := f.up[r].above(f.roots...)
	for i, m := range f.losses.list {
		if leads[i] && !(m.Kind == Firm && m.Node == f.asked) && (len(f.among) == 0 || slices.Contains(f.among, m.Kind)) {
			out = append(out, int32(i))
		}
	}
	return out
}

func (f *finder) unknownSupply() []graph.Node {
	var out []graph.Node
	leads := f.up[kept].above(f.roots...)
	for item := range graph.Node(f.view.Items()) {
		if leads[f.items+int32(item)] && len(f.makers[item])+len(f.possible[item])+len(f.figures[item]) == 0 {
			out = append(out, item)
		}
	}
	return out
}

// describe says what a set leaves and stops.
func (f *finder) describe(set []int32, r reading) Set {
	out := Set{Members: f.members(set)}
	for _, l := range f.state {
		l.lose(set...)
	}
	high := leastOf(f.state[kept], f.roots)
	out.Leaves = Range{min(leastOf(f.state[lost], f.roots), high), high}
	f.stops(&out, r, f.stopped(set, r))
	for _, l := range f.state {
		l.restore()
	}
	return out
}

func (m *Model) members(set []int32) []Member {
	members := make([]Member, len(set))
	for i, loss := range set {
		members[i] = m.losses.list[loss]
	}
	return members
}

// stopped tells what a set, which the states have lost, stops.
func (f *finder) stopped(set []int32, r reading) func(n int32) bool {
	if r == kept && f.below > 0 {
		return func(n int32) bool { return f.state[r].of(n) <= f.below+nearly }
	}
	c := f.up[r].NewCascade()
	for _, loss := range set {
		c.Fail(loss)
	}
	return c.Down
}

// stops walks from the product over what is stopped, and so over everything that has a part in stopping it.
func (f *finder) stops(out *Set, r reading, stopped func(n int32) bool) {
	g := f.up[r]
	seen, hit := make([]bool, g.nodes), make([]bool, f.view.Items())
	for stack := slices.Clone(f.roots); len(stack) > 0; {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[n] || !stopped(n) {
			continue
		}
		seen[n] = true
		for _, requirement := range g.needs.of(n) {
			stack = append(stack, g.of(requirement)...)
		}
		switch {
		case n < f.parts || n >= f.always:
		case n >= f.items:
			hit[n-f.items] = true
		default:
			p := &f.network.Parts[n-f.parts]
			if hit[p.Item] = hit[p.Item] || p.Kind != chain.Output; p.Kind == chain.Output {
				out.Rows, out.Flags = append(out.Rows, p.Rows...), out.Flags.With(p.Flags...)
			}
		}
	}
	for _, item := range f.view.Order() {
		if !hit[item] || slices.Contains(f.roots, f.items+int32(item)) {
			continue
		}
		out.Stops = append(out.Stops, item)
		for i := range f.figures[item] {
			out.Flags = out.Flags.With(f.figures[item][i].Flags...)
			for _, row := range f.figures[item][i].Rows {
				out.Rows = append(out.Rows, f.view.Shares.Row(row))
			}
		}
	}
	out.Rows = distinct(out.Rows)
}

func distinct(rows []graph.RowRef) []graph.RowRef {
	slices.SortFunc(rows, func(a, b graph.RowRef) int {
		return cmp.Or(cmp.Compare(a.Table, b.Table), cmp.Compare(a.Index, b.Index))
	})
	return slices.Compact(rows)
}

func leastOf(l *left, nodes []int32) float64 {
	v := 1.0
	for _, n := range nodes {
		v = min(v, l.of(n))
	}
	return v
}

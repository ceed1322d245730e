package exposure

import (
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// Shipment is goods that leave the country with the border.
type Shipment = chain.Shipment

// Hit says how far a shipment is in the target, and on whose word.
type Hit struct {
	graph.Membership
	// Unverified marks a hit that may be none: whether it is one, nobody has checked.
	Unverified bool
	Flags      graph.Flags
	Rows       []graph.RowRef
}

// Border is a target of shipments: those that leave a country and that the law says count. Items and stages narrow it; empty ones do not.
type Border struct {
	Country graph.Node
	Items   []graph.Node // these and their grades
	Stages  []graph.Stage
	// Law says whether a shipment counts. It gives the same answer whenever it is asked.
	Law func(Shipment) Hit
	// Flags hold for every row.
	Flags graph.Flags
	// Doubt is the flag of rows that would be others without unverified hits.
	Doubt graph.Flag
}

// crossing is a link over the border: from an output with a place in the country to a line that is delivered elsewhere, too.
type crossing struct {
	line, supplier, output int32
	node                   int32
	to                     []graph.Node // where the line is delivered
}

// crossed is what an answer about a border holds beside others.
type crossed struct {
	Border
	met        []market.Value // by part: what a line meets in the world market
	hits       []Hit          // by crossing
	of         [][]int32      // by part: its crossings that count
	unverified bool           // some hit is
	sure       *Answer        // without unverified hits; nil where there are none
}

// CompileBorder compiles a network for questions about what leaves a country: Compile, with a node for each link over its border.
func CompileBorder(ctx context.Context, n *chain.Network, holding *Holding, closed bool, country graph.Node) (*Model, error) {
	return compile(ctx, n, holding, closed, country)
}

// addCrossings gives the outputs of a supplier as a line meets them: those over the border as nodes of their own, which pass on what the
// output is and may be in the target.
func (m *Model) addCrossings(line, supplier int32, terms []term) ([]int32, []term) {
	outputs := m.Network.Parts[line].Suppliers[supplier].Outputs
	to := m.Network.Destinations(line)
	outputs = slices.Clone(outputs)
	for i, o := range outputs {
		if !m.Network.Leaves(o, m.border, to) {
			continue
		}
		start := len(terms)
		terms = append(terms, term{node: o, share: 1})
		outputs[i] = int32(len(m.system.equations))
		m.system.equations = append(m.system.equations, equation{rule: solve.Sum, terms: terms[start:len(terms):len(terms)]})
		m.crossings = append(m.crossings, crossing{line, supplier, o, outputs[i], to})
	}
	return outputs, terms
}

// AskBorder solves the question which mass passes the border under the law, for a model of CompileBorder with that country. What counts
// is V = m + (1 − m)·X of the seller's output, with m how far the shipment is in the target: the part of its places in the country, times
// how far shipments to the places of the buyer count. No firm is a member: what it sells over the border is somebody else's need.
// Cost: that of Ask, a word of the law for each crossing and line, and the same again where hits are unverified. The error is the context's.
func (m *Model) AskBorder(ctx context.Context, figures *market.Index, b Border) (*Answer, error) {
	a, err := m.askBorder(ctx, figures, b)
	if err != nil || !a.border.unverified {
		return a, err
	}
	sure, law := b, b.Law
	sure.Law = func(s Shipment) Hit {
		if hit := law(s); !hit.Unverified {
			return hit
		}
		return Hit{}
	}
	a.border.sure, err = m.askBorder(ctx, figures, sure)
	return a, err
}

func (m *Model) askBorder(ctx context.Context, figures *market.Index, b Border) (*Answer, error) {
	target := graph.Target{Countries: []graph.Node{b.Country}, Items: b.Items, Stages: b.Stages, By: graph.ByLocation}
	a := &Answer{Model: m, Question: Question{Target: target, Holding: m.holding, Closed: m.system.closed},
		Target: graph.NewTargetSet(m.Network.View, target), figures: figures, border: &crossed{Border: b}}
	element := graph.NoNode
	if m.holding != nil {
		element = m.holding.Element
	}
	var err error
	if a.Market, err = market.SolveBorder(ctx, figures, a.Target, element, func(item graph.Node) market.Passing {
		return a.passing(Shipment{Item: item, To: graph.NoNode, User: graph.NoNode, Holder: graph.NoNode})
	}); err != nil {
		return nil, err
	}
	if err := a.findCrossings(ctx); err != nil {
		return nil, err
	}
	assumed, err := a.meetMarkets(ctx)
	if err != nil {
		return nil, err
	}
	if err := m.graph.Solve(ctx, &solve.Target{Members: a.members, Assumption: assumed}, tolerance, &a.solution); err != nil {
		return nil, err
	}
	return a, a.findChains(ctx)
}

// OfBorder tells whether the answer is one of AskBorder.
func (a *Answer) OfBorder() bool { return a.border != nil }

// ask takes the word of the law.
func (a *Answer) ask(s Shipment) Hit {
	hit := a.border.Law(s)
	a.border.unverified = a.border.unverified || hit.High > 0 && hit.Unverified
	return hit
}

func (a *Answer) passing(s Shipment) market.Passing {
	hit := a.ask(s)
	return market.Passing{Low: hit.Low, Estimate: hit.Estimate, High: hit.High, Flags: hit.Flags}
}

// abroad joins what the law says of shipments to several places: all may be meant, each as likely as another. Those in the country are no
// shipments.
func (a *Answer) abroad(s Shipment, to []graph.Node) Hit {
	out := Hit{Membership: graph.Membership{Low: 1}}
	for _, s.To = range to {
		hit := Hit{}
		if s.To != a.border.Country {
			hit = a.ask(s)
		}
		out.Low, out.High, out.Estimate = min(out.Low, hit.Low), max(out.High, hit.High), out.Estimate+hit.Estimate/float64(len(to))
		if hit.High > 0 {
			out.Unverified, out.Flags, out.Rows = out.Unverified || hit.Unverified, out.Flags.With(hit.Flags...), append(out.Rows, hit.Rows...)
		}
	}
	return out
}

// findCrossings asks about every link over the border.
func (a *Answer) findCrossings(ctx context.Context) error {
	b := a.border
	a.memberAt, a.memberFirms = make([]uint32, len(a.system.equations)), make([]bool, len(a.byFirm))
	b.hits, b.of = make([]Hit, len(a.crossings)), make([][]int32, len(a.Network.Parts))
	for i := range a.crossings {
		if i%1024 == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		c := &a.crossings[i]
		p := &a.Network.Parts[c.output]
		made := a.Target.Member(p.Firm, p.Item, p.Places())
		if made.High == 0 {
			continue
		}
		hit := a.abroad(a.Network.Sold(c.line, c.supplier, c.output), c.to)
		hit.Low, hit.Estimate = hit.Low*made.Low, hit.Estimate*made.Estimate
		if hit.High == 0 {
			continue
		}
		b.hits[i], b.of[c.line] = hit, append(b.of[c.line], int32(i))
		a.members = append(a.members, solve.Member{Node: c.node, Low: hit.Low, Estimate: hit.Estimate, High: hit.High})
		a.memberAt[c.node] = uint32(len(a.members))
	}
	return nil
}

// meetMarkets says what each line meets in the world market: what is delivered to its places, for its firm.
func (a *Answer) meetMarkets(ctx context.Context) ([]solve.Assumption, error) {
	b := a.border
	assumed := make([]solve.Assumption, len(a.system.equations))
	b.met = make([]market.Value, len(a.Network.Parts))
	for i := range a.Network.Parts {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		p := &a.Network.Parts[i]
		if p.Kind != chain.Line {
			b.met[i] = *a.Market.Of(p.Item)
			continue
		}
		hit := a.abroad(Shipment{Item: p.Item, User: p.Firm, Holder: graph.NoNode}, a.Network.Destinations(int32(i)))
		b.met[i] = a.Market.Passing(p.Item, market.Passing{Low: hit.Low, Estimate: hit.Estimate, High: hit.High, Flags: hit.Flags})
		assumed[i] = solve.Assumption{Estimate: b.met[i].Estimate, Resolved: b.met[i].Resolved}
	}
	return assumed, nil
}

// meets is what a part meets in the world market.
func (a *Answer) meets(p int32) *market.Value {
	if a.border != nil {
		return &a.border.met[p]
	}
	return a.Market.Of(a.Network.Parts[p].Item)
}

// flagsOf says what the law adds to the row of a part.
func (b *crossed) flagsOf(a *Answer, p int32) graph.Flags {
	flags := b.Flags
	for _, c := range b.of[p] {
		flags = flags.With(b.hits[c].Flags...)
	}
	if b.sure != nil && (a.solution.Values(p) != b.sure.solution.Values(p) ||
		a.possible[p] >= 0 != (b.sure.possible[p] >= 0) || a.certain[p] >= 0 != (b.sure.certain[p] >= 0)) {
		flags = flags.With(b.Doubt)
	}
	return flags
}

// itemFlags says what the law adds to the row of an item.
func (b *crossed) itemFlags(m *market.Value, item graph.Node) graph.Flags {
	if b.sure == nil {
		return b.Flags
	}
	if s := b.sure.Market.Of(item); s.Low != m.Low || s.High != m.High || s.Estimate != m.Estimate || s.Resolved != m.Resolved {
		return b.Flags.With(b.Doubt)
	}
	return b.Flags
}

// lawRows are the rows by which shipments of an item over the border count.
func (b *crossed) lawRows(item graph.Node) []graph.RowRef {
	return b.Law(Shipment{Item: item, To: graph.NoNode, User: graph.NoNode, Holder: graph.NoNode}).Rows
}

package chokepoint

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// Law says what the law of a country leaves of a product by itself.
type Law struct {
	Leaves      Range
	Stopped     bool         // it leaves at most what was asked for, or nothing serves any more: there is nothing left to lose
	NobodyNamed bool         // nobody on record is left
	Stops       []graph.Node // where it is stopped, the items on the way that are, inputs first
	Crossings   []Crossing   // what is kept on the way to the product; recorded sales first
}

// Crossing is what leaves the country on the way to a product, and is kept.
type Crossing struct {
	chain.Shipment              // without a holder: of the world market
	To             []graph.Node // where it may be delivered, outside the country; NoNode: anywhere abroad
	Share          float64      // of the world market that is made in the country; NaN for recorded sales, and where nobody says
	Bars           []Bar
}

// law tells what the law takes by itself; nil without one.
func (f *finder) law() *Law {
	if f.border == nil {
		return nil
	}
	nothing := f.describe(nil, kept)
	out := &Law{Leaves: nothing.Leaves, Stopped: f.stoppedByLaw(kept), NobodyNamed: f.stoppedByLaw(onRecord)}
	if out.Stopped {
		out.Stops = nothing.Stops
	}
	for _, r := range []reading{kept, onRecord} {
		for n, leads := range f.walk[r].above(f.roots...) {
			if leads {
				out.Crossings = f.appendCrossings(out.Crossings, r, int32(n))
			}
		}
	}
	out.Crossings = f.sorted(out.Crossings)
	return out
}

// stoppedByLaw tells whether there is nothing left to lose under a reading.
func (f *finder) stoppedByLaw(r reading) bool {
	if f.border == nil {
		return false
	}
	if r == kept && f.below > 0 && leastOf(f.state[r], f.roots) <= f.below+nearly {
		return true
	}
	return slices.ContainsFunc(f.roots, func(root int32) bool { return f.down[r][root] })
}

// barredBy lists what controls that are lost keep of the nodes that were walked over.
func (f *finder) barredBy(lost []Member, r reading) []Crossing {
	if !slices.ContainsFunc(lost, func(m Member) bool { return m.Kind == Control }) {
		return nil
	}
	var out []Crossing
	for _, n := range f.walked {
		out = f.appendCrossings(out, r, n)
	}
	return f.sorted(slices.DeleteFunc(out, func(c Crossing) bool {
		return !slices.ContainsFunc(c.Bars, func(b Bar) bool { return slices.Contains(lost, Member{Kind: Control, Node: b.Control}) })
	}))
}

// appendCrossings adds what is kept of what crosses the border into a node: sales to a line, its need or an item in the world market, and
// what stands in for the needs of an output or step.
func (f *finder) appendCrossings(into []Crossing, r reading, node int32) []Crossing {
	switch {
	case node < f.parts:
		return into
	case node >= f.always:
		if m := f.markets[r][node]; m != nil { // else of lines, which say so themselves
			for _, country := range m.countries {
				into = f.appendMarket(into, r, chain.Shipment{Item: m.item, User: graph.NoNode, Holder: graph.NoNode}, []graph.Node{country})
			}
		}
		return into
	case node >= f.items:
		s := chain.Shipment{Item: graph.Node(node - f.items), User: graph.NoNode, Holder: graph.NoNode}
		return f.appendMarket(into, r, s, []graph.Node{f.border.To})
	}
	part := node - f.parts
	p := &f.network.Parts[part]
	switch {
	case p.Gone:
	case p.Kind == chain.Line:
		into = f.appendLine(into, r, part, p)
	case len(f.subs) > 0 && !f.view.Requirement(p.Item).Grades:
		for _, need := range p.Needs {
			for _, s := range f.substitutes(f.network.Parts[need.Part].Item, p.Item) {
				into = f.appendMarket(into, r, chain.Shipment{Item: s, User: p.Firm, Holder: graph.NoNode}, f.placesOf(part, p))
			}
		}
	}
	return into
}

func (f *finder) appendLine(into []Crossing, r reading, line int32, p *chain.Part) []Crossing {
	to, stated := f.network.Destinations(line), 0.0
	for i := range p.Suppliers {
		s := &p.Suppliers[i]
		if s.Stated() {
			stated += s.Share
		}
		for _, o := range s.Outputs {
			if f.network.Leaves(o, f.border.Country, to) && !(s.Stated() && s.Share == 0) {
				into = f.appendCrossing(into, f.network.Sold(line, int32(i), o), to, math.NaN())
			}
		}
	}
	if stated <= 1-rounding && !(r == onRecord && len(p.Suppliers) > 0) {
		into = f.appendMarket(into, r, chain.Shipment{Item: p.Item, User: p.Firm, Holder: graph.NoNode}, to)
	}
	return into
}

// appendMarket adds what is kept of an item met in the world market, where the country has a part in that or nobody says.
func (f *finder) appendMarket(into []Crossing, r reading, s chain.Shipment, to []graph.Node) []Crossing {
	share := math.NaN()
	for i := range f.figures[s.Item] {
		part, rest := 0.0, 1.0
		for _, s := range f.shares(&f.figures[s.Item][i]) {
			if rest -= s.part; s.country == f.border.Country {
				part = s.part
			}
		}
		if (part > 0 || rest <= rounding) && !(share >= part) {
			share = part
		}
	}
	if share == 0 && !(r == onRecord && f.madeInCountry(s.Item)) {
		return into
	}
	return f.appendCrossing(into, s, to, share)
}

func (f *finder) appendCrossing(into []Crossing, s chain.Shipment, to []graph.Node, share float64) []Crossing {
	bars := f.border.bars(s, to)
	if len(bars) == 0 {
		return into
	}
	to = slices.DeleteFunc(slices.Clone(to), func(to graph.Node) bool { return to == f.border.Country })
	return append(into, Crossing{s, to, share, bars})
}

// madeInCountry tells whether somebody is on record for making an item in the country with the border.
func (f *finder) madeInCountry(item graph.Node) bool {
	at := func(part int32) bool { return f.network.MadeIn(part, f.border.Country) }
	return slices.ContainsFunc(f.makers[item], at) || slices.ContainsFunc(f.possible[item], at)
}

// sorted sorts crossings, and names each once.
func (f *finder) sorted(list []Crossing) []Crossing {
	key := func(n graph.Node) string {
		if n == graph.NoNode {
			return ""
		}
		return f.view.Key(n)
	}
	slices.SortStableFunc(list, func(a, b Crossing) int {
		return cmp.Or(cmp.Compare(a.kind(), b.kind()), cmp.Compare(key(a.Holder), key(b.Holder)),
			cmp.Compare(key(a.Item), key(b.Item)), cmp.Compare(key(a.User), key(b.User)), slices.Compare(a.To, b.To))
	})
	return slices.CompactFunc(list, func(a, b Crossing) bool { return a.Shipment == b.Shipment && slices.Equal(a.To, b.To) })
}

// kind tells apart what is shut for sure, what may be, and what is not, and within each recorded sales from the world market.
func (c *Crossing) kind() int {
	kind := 4
	for _, b := range c.Bars {
		switch {
		case b.Control != graph.NoNode:
		case b.Sure:
			kind = 0
		default:
			kind = 2
		}
	}
	if c.Holder == graph.NoNode {
		kind++
	}
	return kind
}

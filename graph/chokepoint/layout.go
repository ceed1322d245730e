package chokepoint

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// layout writes the equations of one reading.
type layout struct {
	*Model
	reading   reading
	equations []equation
	anywheres map[graph.Stage]int32
	makings   []int32 // by item: 1 + the node of its making
	places    map[placeKey]int32
	crossing  *crossingLayout // nil without a border
}

type placeKey struct {
	part  int32
	place int
}

func (m *Model) layOut(r reading) []equation {
	b := &layout{Model: m, reading: r, anywheres: map[graph.Stage]int32{}, places: map[placeKey]int32{}, crossing: m.newCrossingLayout()}
	b.equations = make([]equation, m.always+1, m.always+2)
	b.makings = make([]int32, m.view.Items())
	if m.border != nil {
		b.add(equation{}) // shut
		m.markets[r] = map[int32]*metItem{}
	}
	for i := range m.network.Parts {
		p := &m.network.Parts[i]
		node := b.part(int32(i))
		switch {
		case p.Gone:
		case p.Kind == chain.Line:
			b.equations[node] = b.line(int32(i), p)
		case p.Kind == chain.Step:
			b.equations[node] = b.same(b.needs(int32(i)))
		default:
			b.equations[node] = b.output(int32(i), p)
		}
	}
	for item := range graph.Node(m.view.Items()) {
		if m.view.InChain(item) {
			supply := b.supply(item, b.unnamedGate(item))
			b.equations[b.item(item)] = b.same(supply)
		}
	}
	if b.crossing != nil {
		b.layOutMarkets()
	}
	return b.equations
}

func (b *layout) part(p int32) int32         { return b.parts + p }
func (b *layout) item(item graph.Node) int32 { return b.items + int32(item) }

func (b *layout) same(node int32) equation { return equation{least, plain([]int32{node})} }

// any is the rule for alternatives of which it is not stated which one serves.
func (b *layout) any() rule {
	if b.reading == lost {
		return least
	}
	return best
}

// node adds an equation; a single term needs none of its own.
func (b *layout) node(r rule, nodes ...int32) int32 {
	if len(nodes) == 1 {
		return nodes[0]
	}
	return b.add(equation{r, plain(nodes)})
}

func (b *layout) sum(terms []term) int32 {
	if len(terms) == 1 {
		return terms[0].node
	}
	return b.add(equation{sum, terms})
}

func (b *layout) add(e equation) int32 {
	b.equations = append(b.equations, e)
	return int32(len(b.equations) - 1)
}

func plain(nodes []int32) []term {
	terms := make([]term, len(nodes))
	for i, n := range nodes {
		terms[i] = term{node: n, weight: 1}
	}
	return terms
}

// output is up as far as its firm, its needs and its places let it.
func (b *layout) output(i int32, p *chain.Part) equation {
	return equation{least, plain([]int32{b.firm(p.Firm), b.needs(i), b.made(i, p, b.always)})}
}

// made is what the places of an output leave of it; those in the country with the border count as far as a gate lets them pass.
func (b *layout) made(i int32, p *chain.Part, gate int32) int32 {
	places := b.Model.places(p)
	nodes, tonnes := make([]int32, len(places)), 0.0
	for at := range places {
		nodes[at] = b.place(i, p, at)
		if gate != b.always && b.atHome(b.country(p.Firm, places[at])) {
			nodes[at] = b.behind(gate, nodes[at])
		}
		tonnes += places[at].Tonnes
	}
	if len(nodes) > 1 && tonnes > 0 { // not so when any is not stated
		terms := plain(nodes)
		for at := range terms {
			terms[at].weight = places[at].Tonnes / tonnes
		}
		return b.sum(terms)
	}
	return b.node(b.any(), nodes...)
}

// needs is what an output or step takes. The end of a chain takes nothing, and nor does what has no recipe on record.
func (b *layout) needs(i int32) int32 {
	p := &b.network.Parts[i]
	var nodes []int32
	grades := b.view.Requirement(p.Item).Grades
	met := func(item graph.Node) int32 {
		if b.border != nil {
			return b.metAt(item, p.Firm, b.placesOf(i, p))
		}
		return b.item(item)
	}
	for _, n := range p.Needs {
		node, item := b.part(n.Part), b.network.Parts[n.Part].Item
		if !grades && item != p.Item {
			node = b.orSubstitutes(node, item, p.Item, met)
		}
		nodes = append(nodes, node)
	}
	switch {
	case len(nodes) == 0:
		return b.always
	case p.Any:
		return b.node(b.any(), nodes...)
	}
	return b.node(least, nodes...)
}

// place is lost with its plant, its country, and its country at its stages.
func (b *layout) place(i int32, p *chain.Part, at int) int32 {
	if n, ok := b.places[placeKey{i, at}]; ok {
		return n
	}
	where := b.Model.places(p)[at]
	nodes := []int32{b.always}
	if where.Facility != graph.NoNode {
		nodes = b.loss(nodes, Member{Kind: Facility, Node: where.Facility})
	}
	nodes = b.located(nodes, b.country(p.Firm, where), b.stages(p.Item, where))
	n := b.node(least, nodes...)
	b.places[placeKey{i, at}] = n
	return n
}

// located adds the losses of a country, and of it at some stages. What is somewhere in a region is lost with any of its countries where
// what is not stated is lost.
func (b *layout) located(nodes []int32, country graph.Node, stages []graph.Stage) []int32 {
	countries := []graph.Node{country}
	if !b.view.Is(country, graph.KindCountry) {
		countries = nil
		if b.reading == lost && b.view.Is(country, graph.KindRegion) {
			for _, row := range b.view.Regions.Out(country) {
				countries = append(countries, b.view.Regions.To[row])
			}
		}
	}
	for _, c := range countries {
		nodes = b.loss(nodes, Member{Kind: Country, Node: c})
		for _, s := range stages {
			nodes = b.loss(nodes, Member{Kind: CountryStage, Node: c, Stage: s})
		}
	}
	return nodes
}

func (b *layout) loss(nodes []int32, m Member) []int32 {
	if n, ok := b.losses.number[m]; ok {
		nodes = append(nodes, n)
	}
	return nodes
}

// firm is lost with itself and with those that hold it.
func (b *layout) firm(firm graph.Node) int32 {
	nodes := b.loss(nil, Member{Kind: Firm, Node: firm})
	for _, owner := range b.owners[firm] {
		nodes = b.loss(nodes, Member{Kind: Firm, Node: owner})
	}
	return b.node(least, nodes...)
}

// line is served by its sellers with the shares they state. The rest falls to the sellers without a share and to the world market of the
// item.
func (b *layout) line(line int32, p *chain.Part) equation {
	var terms []term
	var rest []int32
	var to []graph.Node
	if b.border != nil {
		to = b.network.Destinations(line)
	}
	stated := 0.0
	for i := range p.Suppliers {
		switch s := &p.Suppliers[i]; {
		case !s.Stated():
			rest = append(rest, b.seller(line, int32(i), s, to))
		case s.Share > 0:
			stated += s.Share
			terms = append(terms, term{b.seller(line, int32(i), s, to), s.Share})
		}
	}
	if b.reading == onRecord && len(terms)+len(rest) > 0 {
		return equation{best, append(terms, plain(rest)...)}
	}
	if stated > 1-rounding {
		return equation{sum, terms}
	}
	node := b.node(b.any(), append(rest, b.metAt(p.Item, p.Firm, to))...)
	if len(terms) == 0 {
		return b.same(node)
	}
	return equation{sum, append(terms, term{node, 1 - stated})}
}

// rounding is what sums of shares may miss of 1 by floating point.
const rounding = 1e-9

// seller may serve from any of its outputs, over the border as far as that lets them pass.
func (b *layout) seller(line, supplier int32, s *chain.Supplier, to []graph.Node) int32 {
	nodes := make([]int32, len(s.Outputs))
	for i, o := range s.Outputs {
		nodes[i] = b.part(o)
		if b.border != nil && b.network.Leaves(o, b.border.Country, to) {
			nodes[i] = b.deliver(o, b.gate(b.border.bars(b.network.Sold(line, supplier, o), to)))
		}
	}
	return b.node(b.any(), nodes...)
}

// placesOf lists where what an output or step needs is delivered.
func (m *Model) placesOf(i int32, p *chain.Part) []graph.Node {
	if p.Kind == chain.Step {
		return m.network.Destinations(i)
	}
	return m.network.Makings(i)
}

// orSubstitutes is a need of an item for making another, with what stands in for it as whoever makes that meets it.
func (b *layout) orSubstitutes(need int32, item, output graph.Node, met func(graph.Node) int32) int32 {
	nodes := []int32{need}
	for _, s := range b.substitutes(item, output) {
		if n := met(s); !slices.Contains(nodes, n) {
			nodes = append(nodes, n)
		}
	}
	return b.node(best, nodes...)
}

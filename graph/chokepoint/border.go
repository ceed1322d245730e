package chokepoint

import (
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// Border is that of a country whose law keeps some of what leaves it.
type Border struct {
	Country  graph.Node
	To       graph.Node   // where those are whom nobody names, and whose place nobody states, in what is left at most; NoNode: anywhere, in the country too
	Controls []graph.Node // that may be lost: every control that Law names
	// Law lists what keeps a shipment. It gives the same answer whenever it is asked.
	Law func(chain.Shipment) []Bar
}

// Bar keeps a shipment: the law closes it, or it goes by licence under a control and stops when these licences do.
type Bar struct {
	Control graph.Node // NoNode: the law closes it, whatever is lost
	Sure    bool       // otherwise it may be no bar: it is none in what is left at most, and one in what is left at least
}

// bars joins what the law says of deliveries to several places, any of which may be meant: what keeps all of them keeps it for sure.
// Those in the country are no shipments.
func (b *Border) bars(s chain.Shipment, to []graph.Node) []Bar {
	var all []Bar
	sure := map[graph.Node]int{}
	for _, s.To = range to {
		if s.To == b.Country {
			continue
		}
		for _, bar := range b.Law(s) {
			if !slices.ContainsFunc(all, func(x Bar) bool { return x.Control == bar.Control }) {
				all = append(all, Bar{Control: bar.Control})
			}
			if bar.Sure {
				sure[bar.Control]++
			}
		}
	}
	for i := range all {
		all[i].Sure = sure[all[i].Control] == len(to)
	}
	return all
}

// crossingLayout is what a layout holds of a border. A gate is a node that is up as long as what it lets pass is.
type crossingLayout struct {
	gates     map[string]int32    // by the losses that shut it
	unnamed   []int32             // by item: 1 + the gate of what leaves for whom nobody names
	markets   map[gatedNode]int32 // items as met through a gate other than that
	waiting   []gatedNode         // of markets, still without an equation
	delivered map[gatedNode]int32 // outputs as delivered through a gate
	parties   map[graph.Node][]party
	makings   map[making]int32 // in countries that are stated
}

// making is that of an item in a country.
type making struct{ item, country graph.Node }

// metItem is an item as some meet it, makers in some countries among them whom nobody names.
type metItem struct {
	item      graph.Node
	countries []graph.Node
}

// gatedNode is an item or output behind a gate.
type gatedNode struct{ of, gate int32 }

func (m *Model) newCrossingLayout() *crossingLayout {
	if m.border == nil {
		return nil
	}
	return &crossingLayout{gates: map[string]int32{}, unnamed: make([]int32, m.view.Items()), markets: map[gatedNode]int32{},
		delivered: map[gatedNode]int32{}, parties: map[graph.Node][]party{}, makings: map[making]int32{}}
}

// gate is shut by any of some bars.
func (b *layout) gate(bars []Bar) int32 {
	var nodes []int32
	for _, bar := range bars {
		switch {
		case !bar.Sure && b.reading != lost:
		case bar.Control == graph.NoNode:
			nodes = append(nodes, b.shut)
		default:
			nodes = b.loss(nodes, Member{Kind: Control, Node: bar.Control})
		}
	}
	if len(nodes) == 0 {
		return b.always
	}
	slices.Sort(nodes)
	nodes = slices.Compact(nodes)
	key := fmt.Sprint(nodes)
	if _, ok := b.crossing.gates[key]; !ok {
		b.crossing.gates[key] = b.node(least, nodes...)
	}
	return b.crossing.gates[key]
}

// behind is a node as far as a gate lets it pass.
func (b *layout) behind(gate, node int32) int32 {
	switch {
	case gate == b.always:
		return node
	case node == b.always:
		return gate
	}
	return b.node(least, gate, node)
}

// unnamedGate is passed by what leaves for whom nobody names.
func (b *layout) unnamedGate(item graph.Node) int32 {
	c := b.crossing
	if c == nil {
		return b.always
	}
	if c.unnamed[item] == 0 {
		c.unnamed[item] = 1 + b.gate(b.border.bars(chain.Shipment{Item: item, User: graph.NoNode, Holder: graph.NoNode}, []graph.Node{b.border.To}))
	}
	return c.unnamed[item] - 1
}

// passed is an item as those meet it to whom the country's part of it comes through a gate.
func (b *layout) passed(item graph.Node, gate int32) int32 {
	if gate == b.unnamedGate(item) {
		return b.item(item)
	}
	key := gatedNode{int32(item), gate}
	if _, ok := b.crossing.markets[key]; !ok {
		b.crossing.markets[key] = b.add(equation{})
		b.markets[b.reading][b.crossing.markets[key]] = &metItem{item: item}
		b.crossing.waiting = append(b.crossing.waiting, key)
	}
	return b.crossing.markets[key]
}

// nowhere is the country of those whose place nobody states.
func (b *layout) nowhere() graph.Node {
	if b.border == nil {
		return graph.NoNode
	}
	return b.border.To
}

// metIn is an item as makers nobody names meet it in a country.
func (b *layout) metIn(item, country graph.Node) int32 {
	if country == b.nowhere() {
		return b.item(item)
	}
	node := b.metAt(item, graph.NoNode, []graph.Node{country})
	if m := b.markets[b.reading][node]; m != nil && !slices.Contains(m.countries, country) {
		m.countries = append(m.countries, country)
	}
	return node
}

// metAt is an item as a firm meets it in the world market at some places.
func (b *layout) metAt(item, firm graph.Node, to []graph.Node) int32 {
	if b.border == nil {
		return b.item(item)
	}
	return b.passed(item, b.gate(b.border.bars(chain.Shipment{Item: item, User: firm, Holder: graph.NoNode}, to)))
}

// atHome tells whether a country is the one with the border.
func (b *layout) atHome(country graph.Node) bool {
	return b.border != nil && country == b.border.Country
}

// layOutMarkets writes the equations of items as they are met through gates. Writing one may find others.
func (b *layout) layOutMarkets() {
	for c := b.crossing; len(c.waiting) > 0; {
		next := c.waiting[0]
		c.waiting = c.waiting[1:]
		supply := b.supply(graph.Node(next.of), next.gate)
		b.equations[c.markets[next]] = b.same(supply)
	}
}

// deliver is an output as a line meets it: places in the country serve it through a gate.
func (b *layout) deliver(output, gate int32) int32 {
	if gate == b.always {
		return b.part(output)
	}
	key := gatedNode{output, gate}
	if n, ok := b.crossing.delivered[key]; ok {
		return n
	}
	p := &b.network.Parts[output]
	n := b.node(least, b.part(output), b.made(output, p, gate))
	b.crossing.delivered[key] = n
	return n
}

// capped is what an item is made of in the world by a figure: in each country of what is delivered there, and in the country with the border
// of what never left it, which passes a gate.
func (b *layout) capped(item graph.Node, shares []share, gate int32) int32 {
	somewhere := b.making(item, b.nowhere())
	if b.border == nil {
		return somewhere
	}
	rest, alike, listed := 1.0, true, false
	var terms []term
	add := func(node int32, part float64) {
		terms, alike = append(terms, term{node, part}), alike && node == somewhere
	}
	for _, s := range shares {
		made := b.making(item, s.country)
		if rest -= s.part; b.atHome(s.country) {
			made, listed = b.behind(gate, made), true
		}
		add(made, s.part)
	}
	if rest > rounding {
		add(b.madeSomewhere(item, gate, listed), rest)
	}
	if alike {
		return somewhere
	}
	return b.sum(terms)
}

// madeSomewhere is what makers take from the world of whom nobody states the place; abroad, where that is known at least. Where a place is
// taken for them, they may still be in the country with the border in what is left at least.
func (b *layout) madeSomewhere(item graph.Node, gate int32, abroad bool) int32 {
	made := b.making(item, b.nowhere())
	if b.border == nil || abroad || b.border.To != graph.NoNode && b.reading != lost {
		return made
	}
	if here := b.behind(gate, b.making(item, b.border.Country)); here != made {
		return b.node(b.any(), made, here)
	}
	return made
}

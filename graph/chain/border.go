package chain

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Country is that of a place of an output; where no plant is on record, that of the firm.
func (n *Network) Country(p *Part, at graph.Place) graph.Node {
	switch {
	case at.Facility != graph.NoNode:
		return n.View.CountryOf(at.Facility)
	case len(p.Plants) > 0 && at.Country != 0:
		return at.Country
	}
	return n.View.CountryOf(p.Firm)
}

// MadeIn tells whether any of an output is made in a country.
func (n *Network) MadeIn(output int32, country graph.Node) bool {
	p := &n.Parts[output]
	if len(p.Plants) == 0 {
		return n.View.CountryOf(p.Firm) == country
	}
	return slices.ContainsFunc(p.Plants, func(at Plant) bool { return n.Country(p, at.Place) == country })
}

// Shipment is goods that leave a country.
type Shipment struct {
	Item   graph.Node
	To     graph.Node // a country; NoNode: anywhere abroad
	User   graph.Node // the firm that buys; NoNode: not named
	Holder graph.Node // the firm that sells; NoNode: not named
}

// Sold is what a line's supplier ships from one of its outputs, to wherever it is delivered. Within a group whoever makes it sells it.
func (n *Network) Sold(line, supplier, output int32) Shipment {
	p, at := &n.Parts[output], &n.Parts[line]
	s := Shipment{Item: p.Item, To: graph.NoNode, User: at.Firm, Holder: at.Suppliers[supplier].Firm}
	if at.Suppliers[supplier].Own {
		s.Holder = p.Firm
	}
	return s
}

// Leaves tells whether any of an output that is delivered to some countries leaves a country.
func (n *Network) Leaves(output int32, country graph.Node, to []graph.Node) bool {
	return !(len(to) == 1 && to[0] == country) && n.MadeIn(output, country)
}

// Makings lists the countries in which an output is made, each once, in the order of nodes.
func (n *Network) Makings(output int32) []graph.Node {
	found := n.appendMakings(nil, &n.Parts[output])
	slices.Sort(found)
	return slices.Compact(found)
}

func (n *Network) appendMakings(found []graph.Node, p *Part) []graph.Node {
	if len(p.Plants) == 0 {
		return append(found, n.View.CountryOf(p.Firm))
	}
	for i := range p.Plants {
		found = append(found, n.Country(p, p.Plants[i].Place))
	}
	return found
}

// Destinations lists the countries to which what serves a line is delivered, each once, in the order of nodes: where the firm makes what
// needs it, steps that are taken to be in-house passed over; where nothing on record needs it, the country of the firm.
func (n *Network) Destinations(line int32) []graph.Node {
	var found []graph.Node
	seen := map[int32]bool{line: true}
	for queue := []int32{line}; len(queue) > 0; queue = queue[1:] {
		for _, use := range n.Users(queue[0]) {
			p := &n.Parts[use.Part]
			if use.Supplier >= 0 || seen[use.Part] || p.Gone {
				continue // a sale, not a need
			}
			seen[use.Part] = true
			if p.Kind == Step {
				queue = append(queue, use.Part)
			} else {
				found = n.appendMakings(found, p)
			}
		}
	}
	if len(found) == 0 {
		return []graph.Node{n.View.CountryOf(n.Parts[line].Firm)}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

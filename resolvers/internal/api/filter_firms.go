package api

import (
	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

func everyNode(graph.Node) bool { return true }

// makers holds for firms with an output of an item or a grade of it: on record, in an active plant, or inferred from a sale.
func (f *finder) makers(item *string) keeps {
	return f.withPart(item, func(p *chain.Part) bool { return p.Kind == chain.Output && !p.Graded })
}

// buyers holds for firms that are named buyers of an item or a grade of it on the day.
func (f *finder) buyers(item *string) keeps {
	return f.withPart(item, func(p *chain.Part) bool { return p.Kind == chain.Line && p.Bought })
}

func (f *finder) withPart(item *string, wanted func(*chain.Part) bool) keeps {
	if item == nil {
		return everyNode
	}
	n := f.node(*item, items)
	if f.err != nil {
		return everyNode
	}
	network := f.network()
	if f.err != nil {
		return everyNode
	}
	these := in(f.withGrades(n))
	found := map[graph.Node]bool{}
	for i := range network.Parts {
		if p := &network.Parts[i]; wanted(p) && these(p.Item) {
			found[p.Firm] = true
		}
	}
	return func(firm graph.Node) bool { return found[firm] }
}

// heldBy holds for the firms of a group, without its head.
func (f *finder) heldBy(owner *string) keeps {
	if owner == nil {
		return everyNode
	}
	n := f.node(*owner, firms)
	if f.err != nil {
		return everyNode
	}
	held := map[graph.Node]bool{}
	for _, h := range f.world.Held(n) {
		held[h.Firm] = true
	}
	return func(firm graph.Node) bool { return held[firm] }
}

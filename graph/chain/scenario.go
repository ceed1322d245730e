package chain

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph"
)

// applyScenario takes away what the edits of the view take away, and then gives the sellers of sales that were added later
// something to sell.
func (b *builder) applyScenario() {
	if len(b.v.Scenario()) == 0 {
		return
	}
	for i := range b.Parts {
		b.settle(int32(i))
	}
	for i := range b.list {
		s := &b.list[i]
		k := pair{s.seller, s.item}
		if s.edit == 0 || b.sells(s) {
			continue
		}
		delete(b.gone, k)
		if b.sells(s) {
			continue // grades of it, or what held firms make
		}
		why := graph.FlagSellerInferred
		if b.sales.buys(k.firm, k.item) {
			why = graph.FlagPassedOn
		}
		p := b.output(s.seller, s.item)
		b.Parts[p].Flags, b.Parts[p].Rows, b.since[p] = graph.Flags{why}.With(graph.FlagScenario), []graph.RowRef{s.row}, s.edit
		b.place(&b.Parts[p])
		b.settle(p)
	}
}

// settle applies the edits to the places of an output.
func (b *builder) settle(i int32) {
	p := &b.Parts[i]
	left := func(at graph.Place) float64 {
		at.Edit = max(at.Edit, b.since[i])
		return b.v.Left(p.Firm, p.Item, at)
	}
	places := p.Plants
	p.Plants = nil
	for _, at := range places {
		if at.Left = left(at.Place); at.Left > 0 {
			at.Tonnes *= at.Left
			p.Plants = append(p.Plants, at)
		}
	}
	here := graph.Place{Facility: graph.NoNode, Tonnes: math.NaN()}
	if len(places) > 0 && len(p.Plants) == 0 || len(places) == 0 && left(here) == 0 {
		p.Gone = true
		b.outputs.remove(p.Firm, p.Item)
		b.gone[pair{p.Firm, p.Item}] = true
	}
}

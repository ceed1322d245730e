package content

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// Part is what part of the mass of an element passed a making in the controlling country: bounds that the record proves, and what the world
// market makes of it, with the cautions and rows of the figures behind that.
type Part struct {
	Proven, Implied Bounds
	Flags           graph.Flags
	Rows            []graph.RowRef
}

// Origins says what part of an element's mass in a good passed a making of the materials in the controlling country: in an output of the
// network, or (part -1) in a good whose maker nobody names.
type Origins func(element graph.Node, part int32, good graph.Node) Part

// OfMarket reads the bounds of a part that the world market alone answers for.
func OfMarket(v *market.Value, figures *market.Solution) Part {
	p := Part{Proven: Bounds{0, 1}, Implied: resolved(v.Estimate, v.Resolved)}
	p.rest(v, figures)
	return p
}

// rest adds the cautions and rows of the figure that decides: that of the item, or of what it requires the most.
func (p *Part) rest(v *market.Value, figures *market.Solution) {
	p.Flags = v.Flags
	for v.Worst >= 0 {
		v = figures.Of(v.Requirement.Inputs[v.Worst])
	}
	if v.Figure != nil {
		for _, row := range v.Figure.Rows {
			p.Rows = append(p.Rows, graph.RowRef{Table: tableIndex("market_shares"), Index: row})
		}
	}
}

// Solved reads the bounds of a part that a network was solved for. Where masses on the way are not known the worst need stood for the
// whole, which bounds it from above only.
// What no stated share covers is the world market's.
func Solved(low, safe, estimate, resolvedPart float64, weighed bool, v *market.Value, figures *market.Solution) Part {
	if !weighed {
		low = 0
	}
	p := Part{Proven: Bounds{low, 1 - safe}, Implied: resolved(estimate, resolvedPart)}
	if low < 1-safe {
		p.rest(v, figures)
	}
	return p
}

// resolved is an estimate with what it leaves unresolved.
func resolved(estimate, part float64) Bounds {
	if math.IsNaN(estimate) {
		return Bounds{0, 1}
	}
	return Bounds{min(estimate, 1), min(1, estimate+max(0, 1-part))}
}

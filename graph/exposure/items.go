package exposure

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// ItemRow is the dependence of a need for an item, met in the world market: what a buyer without a seller on record meets.
type ItemRow struct {
	Item     graph.Node
	Verdict  Verdict
	Basis    Basis
	Share    Share // Low and High are those of the market layer: stages may or may not be the same tonnes
	Direct   Share // at the item's own stage
	Coverage graph.Coverage
	Steps    []MarketStep // the steps of its recipe that the target asks for and a figure answers, largest first
	Flags    graph.Flags
}

// MarketStep is one step of a recipe with the targets' share of the world market there.
type MarketStep struct {
	Item   graph.Node
	Share  float64
	Lowest float64 // the least and the largest share that any publication of the same item, stage and year gives
	Most   float64
	Figure *market.Figure
}

// Item works out the row of an item. It costs one pass over the recipe below it.
func (a *Answer) Item(item graph.Node) ItemRow {
	m := a.Market.Of(item)
	r := ItemRow{Item: item, Flags: a.Network.View.Flags().With(m.Flags...)}
	if a.border != nil {
		r.Flags = r.Flags.With(a.border.itemFlags(m, item)...)
	}
	if !a.Network.View.InChain(item) {
		r.Verdict, r.Basis, r.Share, r.Direct = Undecided, OnNothing, Share{0, 1, math.NaN()}, Share{0, 1, math.NaN()}
		r.Coverage = graph.Coverage{Unknown: 1}
		return r
	}
	r.Share = Share{m.Low, m.High, m.Estimate}
	r.Coverage = graph.Coverage{Assumed: m.Resolved, Unknown: 1 - m.Resolved}
	if m.Resolved <= tiny && m.Estimate <= tiny {
		r.Share.Estimate = math.NaN()
	}
	r.Direct = Share{0, 1, math.NaN()}
	if !math.IsNaN(m.Here) {
		r.Direct = Share{m.Here, m.Here, m.Here}
	}
	switch {
	case m.Estimate > tiny:
		r.Verdict, r.Basis = Implied, OnMarket
	case m.High <= tiny:
		r.Verdict, r.Basis = NotExposed, OnMarket
	default:
		r.Verdict, r.Basis = Undecided, OnNothing
		if m.Resolved >= 1-1e-9 {
			r.Flags = r.Flags.With(graph.FlagNoLinkFound)
		}
	}
	r.Steps = a.MarketSteps(item)
	return r
}

// MarketSteps lists the steps of an item's recipe, itself included, where the target's share is known from a figure.
func (a *Answer) MarketSteps(item graph.Node) []MarketStep {
	v := a.Network.View
	seen := map[graph.Node]bool{item: true}
	queue := []graph.Node{item}
	var steps []MarketStep
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		m := a.Market.Of(at)
		if m.Figure != nil && a.asksOf(at) {
			step := MarketStep{Item: at, Share: m.Here, Lowest: m.Here, Most: m.Here, Figure: m.Figure}
			for i := range m.Figure.Others {
				other := a.Market.ShareIn(&m.Figure.Others[i])
				step.Lowest, step.Most = min(step.Lowest, other), max(step.Most, other)
			}
			steps = append(steps, step)
		}
		for _, input := range v.Requirement(at).Inputs {
			if !seen[input] {
				seen[input] = true
				queue = append(queue, input)
			}
		}
	}
	slices.SortFunc(steps, func(x, y MarketStep) int {
		return cmp.Or(cmp.Compare(y.Share, x.Share), cmp.Compare(v.Key(x.Item), v.Key(y.Item)))
	})
	return steps
}

// Items works out the rows of items in the default order of verdict, estimate and key. The error is the context's.
func (a *Answer) Items(ctx context.Context, items []graph.Node) ([]ItemRow, error) {
	rows := make([]ItemRow, len(items))
	for i, item := range items {
		if i%64 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		rows[i] = a.Item(item)
	}
	slices.SortStableFunc(rows, func(x, y ItemRow) int {
		return cmp.Or(
			cmp.Compare(x.Verdict.rank(), y.Verdict.rank()),
			compareEstimates(round(x.Share.Estimate), round(y.Share.Estimate)),
			cmp.Compare(a.Network.View.Key(x.Item), a.Network.View.Key(y.Item)),
		)
	})
	return rows, nil
}

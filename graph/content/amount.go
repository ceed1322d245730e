package content

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// elements lists what rare earths of the rule a good may hold, that of most proven mass first, with their forms and prices.
func (m *Model) elements(q *Question, item graph.Node) []Element {
	var list []Element
	under := map[graph.Node]bool{}
	for _, n := range m.rule.madeOf(item) {
		under[n] = true
	}
	for _, e := range m.rule.Elements {
		el := Element{Element: e, Amount: m.amount(q.Holdings[e], item)}
		if el.Amount.High == 0 {
			continue
		}
		for _, form := range m.rule.Materials {
			if under[form] && m.amount(q.Holdings[e], form).High > 0 {
				el.Forms = append(el.Forms, form)
			}
		}
		if len(el.Forms) == 0 && m.network.View.HasRecipe(item) {
			continue // it holds the element in no form of the rule
		}
		el.Price = m.price(q, e, el.Forms)
		list = append(list, el)
	}
	slices.SortStableFunc(list, func(x, y Element) int {
		return cmp.Or(cmp.Compare(y.Amount.Low, x.Amount.Low), cmp.Compare(y.Amount.High, x.Amount.High), cmp.Compare(m.network.View.Key(x.Element), m.network.View.Key(y.Element)))
	})
	return list
}

// most is the largest mass that one unit of an item can hold: a kilogram in a kilogram.
func (m *Model) most(item graph.Node) float64 {
	if m.network.View.UnitOf(item) == graph.UnitKg {
		return 1
	}
	return math.Inf(1)
}

func (m *Model) kilograms(item graph.Node, b *balance) Bounds {
	sum, most := b.kilograms(), m.most(item)
	return Bounds{min(sum.Low, most), min(sum.High, most)}
}

// amount is what one unit of an item holds of an element. A sum that lacks a quantity has no upper end but that of a kilogram itself.
func (m *Model) amount(h *Holding, item graph.Node) Bounds {
	most := m.most(item)
	mass := h.Mass[item]
	b := Bounds{0, most}
	if !math.IsNaN(mass.Low) {
		b.Low = min(mass.Low, most)
	}
	if !math.IsNaN(mass.High) && (h.Complete[item] || mass.High == 0) {
		b.High = min(mass.High, most)
	}
	return b
}

// price spans what a kilogram of an element costs in the forms that may carry it.
func (m *Model) price(q *Question, element graph.Node, forms []graph.Node) Bounds {
	contained, given := q.Prices[element]
	if len(forms) == 0 {
		if given {
			return contained
		}
		return anything
	}
	span := Bounds{math.Inf(1), 0}
	for _, form := range forms {
		p := anything
		if stated, ok := m.priceOf(q, form); ok {
			p = m.spread(q, form, stated)
		} else if given {
			p = contained
		}
		span.Low, span.High = min(span.Low, p.Low), max(span.High, p.High)
	}
	return span
}

// priceOf finds the price of an item, or of its nearest class.
func (m *Model) priceOf(q *Question, item graph.Node) (Bounds, bool) {
	for _, n := range append([]graph.Node{item}, m.network.View.Above(item)...) {
		if p, ok := q.Prices[n]; ok {
			return p, true
		}
	}
	return Bounds{}, false
}

// spread turns the price of a kilogram of a material into that of a kilogram of the rare earths in it.
func (m *Model) spread(q *Question, form graph.Node, price Bounds) Bounds {
	var held Bounds
	for _, e := range m.rule.Elements {
		b := m.amount(q.Holdings[e], form)
		held.Low += b.Low
		held.High += b.High
	}
	held.Low, held.High = min(held.Low, 1), min(held.High, 1)
	out := Bounds{price.Low / held.High, math.Inf(1)}
	if held.Low > 0 {
		out.High = price.High / held.Low
	}
	return out
}

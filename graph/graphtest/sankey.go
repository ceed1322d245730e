package graphtest

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph"
)

// Passed is what flows over one row by the slow twin of the Sankey picture; NaN where not known.
type Passed struct{ Low, Mid, High float64 }

// Flow walks every chain from the asked item down to an output, and adds up what each brings over the row from an input, in kilograms of
// an element. Unknown chains are left out; all ends are NaN where there is no other.
func (c *Composition) Flow(asked, input, output, element string) Passed {
	held := Passed{1, 1, 1}
	if input != element {
		content := c.Of(input, element)
		held = Passed{content.Low, content.Mid, content.High}
	}
	return c.amountIn(asked, output).times(c.link(input, output)).times(held)
}

func (c *Composition) amountIn(asked, item string) Passed {
	if asked == item {
		return Passed{1, 1, 1}
	}
	sum := Passed{math.NaN(), math.NaN(), math.NaN()}
	for _, input := range c.inputs(asked) {
		part := c.link(input, asked).times(c.amountIn(input, item))
		switch {
		case math.IsNaN(part.High):
		case math.IsNaN(sum.High):
			sum = part
		default:
			sum = Passed{sum.Low + part.Low, sum.Mid + part.Mid, sum.High + part.High}
		}
	}
	return sum
}

func (p Passed) times(q Passed) Passed { return Passed{p.Low * q.Low, p.Mid * q.Mid, p.High * q.High} }

func (c *Composition) inputs(item string) (inputs []string) {
	if c.Recipes[item] {
		for _, r := range c.rowsInto(item, item) {
			inputs = append(inputs, r.From)
		}
		return inputs
	}
	for _, k := range c.Kinds {
		if k.KindOf == item {
			inputs = append(inputs, k.Item)
		}
	}
	return inputs
}

// link is how much of an input one unit of an output takes.
func (c *Composition) link(input, output string) Passed {
	if !c.Recipes[output] {
		if len(c.inputs(output)) == 1 {
			return Passed{1, 1, 1}
		}
		return Passed{0, math.NaN(), 1}
	}
	for _, set := range c.alternatives(c.rowsInto(output, output)) {
		for _, r := range set {
			if r.From == input {
				return c.counts(r, len(set))
			}
		}
	}
	return Passed{math.NaN(), math.NaN(), math.NaN()}
}

func (c *Composition) counts(r graph.Feed, alternatives int) Passed {
	if !r.Quantity.Known || c.joint(r) {
		return Passed{math.NaN(), math.NaN(), math.NaN()}
	}
	p := Passed{r.Quantity.Value, r.Quantity.Value, r.Quantity.Value}
	if r.QuantityLow.Known {
		p.Low = r.QuantityLow.Value
	}
	if r.QuantityHigh.Known {
		p.High = r.QuantityHigh.Value
	}
	if r.Essential != "true" {
		p.Low = 0
		if alternatives > 1 || c.isNamed(r) {
			p.Mid = math.NaN()
		}
	}
	return p
}

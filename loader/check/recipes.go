package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// recipes checks feeds, kinds and substitutes row by row.
func (c *checker) recipes() {
	units := c.units()
	for i := range c.facts.Feeds {
		f := &c.facts.Feeds[i]
		if f.From == f.To && f.From != "" {
			c.error("feeds", f.Line, "feeds-itself", fmt.Sprintf("%q feeds itself", f.From), "name what it is made from, or remove the row", "to", "from")
		}
		c.quantities(f)
		c.feedUnit(f, units)
	}
	for i := range c.facts.Kinds {
		k := &c.facts.Kinds[i]
		if k.Item == k.KindOf && k.Item != "" {
			c.error("kinds", k.Line, "kind-of-itself", fmt.Sprintf("%q is a kind of itself", k.Item), "remove the row", "kind_of", "item")
		}
	}
	for i := range c.facts.Substitutes {
		s := &c.facts.Substitutes[i]
		if s.Item == s.Substitute && s.Item != "" {
			c.error("substitutes", s.Line, "substitutes-itself", fmt.Sprintf("%q substitutes itself", s.Item), "remove the row", "substitute", "item")
		}
	}
}

func (c *checker) quantities(f *graph.Feed) {
	low, mid, high := f.QuantityLow, f.Quantity, f.QuantityHigh
	columns := []string{"quantity", "quantity_low", "quantity_high"}
	if !mid.Known && (low.Known || high.Known) {
		c.error("feeds", f.Line, "bounds-without-quantity", "a low or high end is given, but no quantity",
			"give the quantity that the source takes as usual, or the middle of the range", columns...)
	}
	switch {
	case low.Known && mid.Known && low.Value > mid.Value:
		c.error("feeds", f.Line, "low-above-high", fmt.Sprintf("quantity_low %s is above quantity %s", low.Text(), mid.Text()),
			"the order is low, quantity, high", "quantity_low", "quantity")
	case low.Known && high.Known && !mid.Known && low.Value > high.Value:
		c.error("feeds", f.Line, "low-above-high", fmt.Sprintf("quantity_low %s is above quantity_high %s", low.Text(), high.Text()),
			"the order is low, quantity, high", "quantity_low", "quantity_high")
	}
	if mid.Known && high.Known && mid.Value > high.Value {
		c.error("feeds", f.Line, "low-above-high", fmt.Sprintf("quantity %s is above quantity_high %s", mid.Text(), high.Text()),
			"the order is low, quantity, high", "quantity_high", "quantity")
	}
}

// units says what each item is counted in: elements and materials in kg, the others as their rows say.
func (c *checker) units() map[string]graph.Unit {
	units := map[string]graph.Unit{}
	for i := range c.facts.Elements {
		units[c.facts.Elements[i].ID] = graph.UnitKg
	}
	for i := range c.facts.Materials {
		units[c.facts.Materials[i].ID] = graph.UnitKg
	}
	for i := range c.facts.Components {
		units[c.facts.Components[i].ID] = c.facts.Components[i].Unit
	}
	for i := range c.facts.Products {
		units[c.facts.Products[i].ID] = c.facts.Products[i].Unit
	}
	return units
}

// feedUnit compares the two halves of `kg_per_unit` with the units of the two items.
func (c *checker) feedUnit(f *graph.Feed, units map[string]graph.Unit) {
	input, output, ok := strings.Cut(string(f.Unit), "_per_")
	if !ok {
		return
	}
	spelt := map[string]graph.Unit{"kg": graph.UnitKg, "unit": graph.UnitUnit, "mw": graph.UnitMW}
	if unit := units[f.To]; unit != "" && unit != spelt[output] {
		c.error("feeds", f.Line, "unit-mismatch", fmt.Sprintf("the unit is %s, but %q is counted in %s", f.Unit, f.To, unit),
			unitAdvice(f, units), "unit", "to")
	}
	if unit := units[f.From]; unit != "" && unit != graph.UnitMW && unit != spelt[input] {
		c.error("feeds", f.Line, "unit-mismatch", fmt.Sprintf("the unit is %s, but %q is counted in %s", f.Unit, f.From, unit),
			unitAdvice(f, units), "unit", "from")
	}
}

func unitAdvice(f *graph.Feed, units map[string]graph.Unit) string {
	wanted := strings.ToLower(string(units[f.From]) + "_per_" + string(units[f.To]))
	if !slices.Contains(f.Unit.Values(), wanted) {
		return "mend the unit of the row or that of the item"
	}
	return "write " + wanted + ", or mend the unit of the item"
}

package graphtest

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// ContentAsk asks the slow twin of rules on content, by readable ids. Part says what part of an element's mass in a good is Chinese, in the
// hands of a firm; no firm is nobody named.
type ContentAsk struct {
	Threshold float64
	Prices    map[string][2]float64
	Part      func(element, firm, good string) [2]float64
}

// ContentRow is what a rule makes of a good.
type ContentRow struct {
	Scope, Verdict, Content string
	Share                   [2]float64
	Elements                []string // that the good may hold, by key
}

// ForeignContent is the slow twin of rules on content: it reads rows by id for every question, walks recipes again each time, and finds the
// ends of the share by trying every end of every number.
type ForeignContent struct {
	view   *graph.View
	masses *Composition
	rows   map[string][]string // by control: the items that its rows name
}

// NewForeignContent reads a view.
func NewForeignContent(v *graph.View) *ForeignContent {
	c := &ForeignContent{view: v, masses: NewComposition(v), rows: map[string][]string{}}
	keep := keeper(v)
	for _, r := range v.Facts().Restricts {
		if _, isItem := v.Item(r.Item); isItem && keep(r.Source, graph.ConfidenceHigh) {
			c.rows[r.Control] = append(c.rows[r.Control], r.Item)
		}
	}
	return c
}

// names tells whether rows of a control name an item or a class of it.
func (c *ForeignContent) names(control, item string) bool {
	return slices.ContainsFunc(c.rows[control], func(named string) bool { return named == item || c.masses.isBelow(item, named) })
}

func (c *ForeignContent) good(item string) bool { return c.names("mofcom-2025-61-1", item) }

// material tells whether the sister clauses name an item that the rule itself does not.
func (c *ForeignContent) material(item string) bool {
	return !c.good(item) && (c.names("mofcom-2025-61-2", item) || c.names("mofcom-2025-61-3", item))
}

func (c *ForeignContent) items() (all []string) {
	for n := range graph.Node(c.view.Items()) {
		all = append(all, c.view.Key(n))
	}
	return all
}

// Rules tells whether there is anything to ask about.
func (c *ForeignContent) Rules() bool {
	return slices.ContainsFunc(c.items(), c.good) && slices.ContainsFunc(c.items(), c.material)
}

// in tells whether the mass of a thing may be in an item.
func (c *ForeignContent) in(thing, item string) bool {
	if thing == item {
		return true
	}
	for _, r := range c.masses.Rows {
		if r.To == item && !c.masses.joint(r) && c.in(thing, r.From) {
			return true
		}
	}
	if !c.masses.Recipes[item] {
		for _, k := range c.masses.Kinds {
			if k.KindOf == item && c.in(thing, k.Item) {
				return true
			}
		}
	}
	return false
}

// Scope says how the rule speaks of an item.
func (c *ForeignContent) Scope(item string) string {
	if c.good(item) {
		return "NAMED"
	}
	component := slices.ContainsFunc(c.view.Facts().Components, func(x graph.Component) bool { return x.ID == item })
	assembly := ""
	for _, other := range c.items() {
		if c.masses.isBelow(other, item) && c.good(other) {
			return "CLASS"
		}
		if c.good(other) && (assembly == "" || other < assembly) && slices.ContainsFunc(c.masses.Rows, func(r graph.Feed) bool { return r.To == other && c.good(r.From) }) {
			assembly = other
		}
	}
	for _, r := range c.masses.Rows {
		if !component || r.To != assembly || !c.good(r.From) {
			continue
		}
		for _, held := range c.items() {
			if (held == r.From || c.masses.isBelow(held, r.From)) && held != item && c.in(held, item) {
				return "ASSEMBLY"
			}
		}
	}
	return "OUTSIDE"
}

const beyond = 1e30 // stands for what has no bound

// Holding is what one unit of an item holds of an element, and whether no quantity on the way is missing.
func (c *ForeignContent) Holding(element, item string) (mass graph.Interval, complete bool) {
	m := c.masses.Of(item, element)
	if m.Presence == "" && c.masses.onRecord(item, element) {
		return graph.Exactly(0), false
	}
	return graph.Interval{Low: m.Low, Mid: m.Mid, High: m.High}, m.Complete
}

func (c *ForeignContent) amount(element, item string) [2]float64 {
	n, _ := c.view.Item(item)
	most := beyond
	if c.view.UnitOf(n) == graph.UnitKg {
		most = 1
	}
	mass, complete := c.Holding(element, item)
	out := [2]float64{0, most}
	if mass.Low > 0 {
		out[0] = min(mass.Low, most)
	}
	if mass.High == 0 || complete && mass.High > 0 {
		out[1] = min(mass.High, most)
	}
	return out
}

func (c *ForeignContent) price(ask *ContentAsk, item string) (price [2]float64, given bool) {
	n, _ := c.view.Item(item)
	for _, x := range append([]graph.Node{n}, c.view.Above(n)...) {
		if p, ok := ask.Prices[c.view.Key(x)]; ok {
			return p, true
		}
	}
	return [2]float64{1 / beyond, beyond}, false
}

// contained spans what a kilogram of an element costs in some materials.
func (c *ForeignContent) contained(ask *ContentAsk, element string, forms, elements []string) [2]float64 {
	whole, given := ask.Prices[element]
	if !given {
		whole = [2]float64{0, beyond}
	}
	if len(forms) == 0 {
		return whole
	}
	low, high := math.Inf(1), 0.0
	for _, form := range forms {
		p, ok := c.price(ask, form)
		if !ok {
			low, high = min(low, whole[0]), max(high, whole[1])
			continue
		}
		least, most := 0.0, 0.0
		for _, e := range elements {
			a := c.amount(e, form)
			least, most = least+a[0], most+a[1]
		}
		low = min(low, p[0]/min(most, 1))
		if least > 0 {
			high = max(high, p[1]/min(least, 1))
		} else {
			high = beyond
		}
	}
	return [2]float64{low, high}
}

// Of says what the rule makes of a good in the hands of a firm.
func (c *ForeignContent) Of(good, firm string, ask ContentAsk) ContentRow {
	row := ContentRow{Scope: c.Scope(good)}
	var elements []string
	for _, e := range c.view.Facts().Elements {
		if e.Group != graph.ElementGroupNonRareEarth && slices.ContainsFunc(c.items(), func(m string) bool { return c.material(m) && c.in(e.ID, m) }) {
			elements = append(elements, e.ID)
		}
	}
	price, _ := c.price(&ask, good)
	numbers := [][2]float64{price}
	for _, e := range elements {
		amount := c.amount(e, good)
		var forms []string
		for _, m := range c.items() {
			if c.material(m) && c.in(m, good) && c.amount(e, m)[1] > 0 {
				forms = append(forms, m)
			}
		}
		if amount[1] == 0 || len(forms) == 0 && c.masses.Recipes[good] {
			continue
		}
		row.Elements = append(row.Elements, e)
		numbers = append(numbers, amount, ask.Part(e, firm, good), c.contained(&ask, e, forms, elements))
	}
	slices.Sort(row.Elements)
	row.Share = [2]float64{1, 0}
	for choice := range 1 << len(numbers) {
		value := 0.0
		at := func(i int) float64 { return numbers[i][choice>>i&1] }
		for i := 1; i < len(numbers); i += 3 {
			value += at(i) * at(i+1) * at(i+2)
		}
		share := min(1, value/at(0))
		row.Share[0], row.Share[1] = min(row.Share[0], share), max(row.Share[1], share)
	}
	row.Content = "UNKNOWN"
	switch {
	case row.Share[0] >= ask.Threshold*(1-1e-12):
		row.Content = "YES"
	case row.Share[1] < ask.Threshold*(1-1e-12):
		row.Content = "NO"
	}
	row.Verdict = row.Content
	switch {
	case row.Scope == "OUTSIDE":
		row.Verdict = "NO"
	case row.Content == "YES" && row.Scope != "NAMED":
		row.Verdict = "UNKNOWN"
	}
	return row
}

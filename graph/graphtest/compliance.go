package graphtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// ChainAsk asks the slow twin of clean chains, by readable ids. Law is asked by item, origin, destination and buyer; empty is not known.
type ChainAsk struct {
	Of, Maker, Destination, User, Rule string
	On                                 graph.Day
	Law                                func(item, origin, destination, buyer string) graph.Truth
}

// NoChain is the number of missing facts where every chain is barred.
const NoChain = 1 << 50

// Chains is the slow twin of clean chains: the fewest missing facts of every making, written as formulas over rows and ids and lowered in
// sweeps of all of them, from no chain at all, until nothing moves. What leans on itself is never lowered.
type Chains struct {
	*lossWriter
	ask   ChainAsk
	goods map[string][]string // by good of the rule: what it is, with kinds
	steps []graph.ProcurementRuleStep
	cells map[string]func() int
	order []string
	value map[string]int
	Bars  []string // that were met
	lift  func(bar string) bool
}

// NewChains reads the rows.
func NewChains(f *graph.Facts, day graph.Day, filter graph.Filter, ask ChainAsk) *Chains {
	x := NewExposure(f, day, filter, ExposureQuestion{})
	c := &Chains{lossWriter: &lossWriter{&Losses{Exposure: x}, readKept}, ask: ask, goods: map[string][]string{}}
	for _, s := range f.ProcurementRuleSteps {
		if s.Rule != ask.Rule || !c.keeps(s.Source, graph.ConfidenceHigh) || ask.On < firstDay(s.From) || s.Until.Known() && ask.On > lastDay(s.Until) {
			continue
		}
		c.steps = append(c.steps, s)
		var is []string
		for _, item := range append([]string{s.Item}, c.membersOf(s.Item)...) {
			is = append(append(is, item), c.below(item)...)
		}
		c.goods[s.Item] = is
	}
	return c
}

func (c *Chains) membersOf(group string) (items []string) {
	for _, m := range c.ItemGroupMembers {
		if m.Group == group {
			items = append(items, m.Item)
		}
	}
	return items
}

// Fewest is the least number of missing facts of a chain that no bar blocks but those lifted; NoChain where there is none.
func (c *Chains) Fewest(lift func(bar string) bool) int {
	c.cells, c.order, c.value, c.lift, c.Bars = map[string]func() int{}, nil, map[string]int{}, lift, nil
	c.cell("root", c.root)
	for moved := true; moved; {
		moved = false
		for i := 0; i < len(c.order); i++ {
			name := c.order[i]
			if v := c.cells[name](); v < c.value[name] {
				c.value[name], moved = v, true
			}
		}
	}
	return c.value["root"]
}

// cell is the value of a formula so far.
func (c *Chains) cell(name string, formula func() int) int {
	if c.cells[name] == nil {
		c.cells[name], c.value[name] = formula, NoChain
		c.order = append(c.order, name)
		formula() // names what it leans on, and the bars on it
	}
	return c.value[name]
}

func plus(all ...int) int {
	sum := 0
	for _, n := range all {
		sum = min(sum+n, NoChain)
	}
	return sum
}

func (c *Chains) bar(name string) int {
	if !slices.Contains(c.Bars, name) {
		c.Bars = append(c.Bars, name)
	}
	if c.lift(name) {
		return 0
	}
	return NoChain
}

func (c *Chains) isCountry(id string) bool {
	return slices.ContainsFunc(c.Countries, func(r graph.Country) bool { return r.ID == id })
}

// ship is what a shipment lacks.
func (c *Chains) ship(item, from, to, buyer string) int {
	if from == to || !c.isCountry(from) || !c.isCountry(to) {
		return 0
	}
	switch c.ask.Law(item, from, to, buyer) {
	case graph.True:
		return 0
	case graph.False:
		return c.bar("LAW " + item + " " + from)
	}
	return 1
}

// made is what a making by itself lacks.
func (c *Chains) lacks(item, country string, stages []string, into []string) int {
	if !c.isCountry(country) {
		return 1
	}
	sum, grade := 0, 0
	home := ""
	for _, r := range c.ProcurementRules {
		if r.ID == c.ask.Rule {
			home = r.Country
		}
	}
	for _, s := range c.steps {
		if !slices.Contains(stages, string(s.Stage)) || s.CoveredCountry != country && (s.CoveredCountry != "" || country == home) {
			continue
		}
		if slices.Contains(into, s.Item) {
			sum = plus(sum, c.bar(fmt.Sprint("RULE ", s.Item, " ", s.Stage, " ", s.CoveredCountry)))
		} else if slices.ContainsFunc(c.below(item), func(kind string) bool { return slices.Contains(c.goods[s.Item], kind) }) {
			grade = 1
		}
	}
	return plus(sum, grade)
}

// within adds the goods that an item is.
func (c *Chains) within(into []string, item string) []string {
	out := slices.Clone(into)
	for good, is := range c.goods {
		if slices.Contains(is, item) && !slices.Contains(out, good) {
			out = append(out, good)
		}
	}
	slices.Sort(out)
	return out
}

// ways are the makers on record of an item: by their own making, or (possibly) as makers of a class of it.
func (c *Chains) ways(item string, visit func(node int, possible bool)) {
	for i, n := range c.nodes {
		if n.kind != "output" || c.outputs[[2]string{n.firm, n.item}].passed {
			continue
		}
		if n.item == item || slices.Contains(c.below(item), n.item) {
			visit(i, false)
		} else if slices.Contains(c.above(item), n.item) {
			visit(i, true)
		}
	}
}

func (c *Chains) at(firm string, p plant) string {
	if p.facility != "" {
		return c.countryOf[p.facility]
	}
	return c.countryOf[firm]
}

func (c *Chains) root() int {
	best := NoChain
	c.ways(c.ask.Of, func(i int, possible bool) {
		firm := c.nodes[i].firm
		if c.ask.Maker != "" && firm != c.ask.Maker && !slices.Contains(c.held(c.ask.Maker, true), firm) {
			return
		}
		best = min(best, c.maker(i, possible, c.ask.Of, c.ask.Destination, c.ask.User, nil, ""))
	})
	if c.ask.Maker == "" {
		for _, country := range c.strangers(c.ask.Of) {
			best = min(best, plus(1, c.ship(c.ask.Of, country, c.ask.Destination, c.ask.User), c.untraced("", c.ask.Of, country, nil)))
		}
	}
	return best
}

// maker is the best place of a maker on record, in one country where that is given, with the shipment to a buyer.
func (c *Chains) maker(i int, possible bool, item, to, buyer string, into []string, only string) int {
	best := NoChain
	n := c.nodes[i]
	for at, p := range c.places(c.made(n)) {
		country := c.at(n.firm, p)
		if only != "" && country != only {
			continue
		}
		ship := c.ship(item, country, to, buyer)
		if possible {
			best = min(best, plus(1, ship, c.untraced(n.firm, item, country, into)))
		} else {
			best = min(best, plus(ship, c.output(i, at, into)))
		}
	}
	return best
}

func (c *Chains) output(i, at int, into []string) int {
	return c.cell(fmt.Sprint("output ", i, " ", at, into), func() int {
		n := c.nodes[i]
		p := c.places(c.made(n))[at]
		country := c.at(n.firm, p)
		if c.made(n).passed {
			return c.inputs(i, country, into)
		}
		stages := c.stagesOf(n.item)
		if p.facility != "" {
			stages = append(stages, string(c.plants[p.facility].Stage))
		}
		inside := c.within(into, n.item)
		return plus(c.lacks(n.item, country, stages, inside), c.inputs(i, country, inside))
	})
}

func (c *Chains) step(i int, country string, into []string) int {
	return c.cell(fmt.Sprint("step ", i, country, into), func() int {
		inside := c.within(into, c.nodes[i].item)
		return plus(c.lacks(c.nodes[i].item, country, c.stagesOf(c.nodes[i].item), inside), c.inputs(i, country, inside))
	})
}

func (c *Chains) inputs(i int, country string, into []string) int {
	o := c.opened[i]
	if len(o.needs) == 0 {
		if o.terminal {
			return 0
		}
		return 1
	}
	var all []int
	for _, to := range o.needs {
		if c.nodes[to].kind == "step" {
			all = append(all, c.step(to, country, into))
		} else {
			all = append(all, c.need(c.nodes[to].firm, c.nodes[to].item, country, into))
		}
	}
	if o.any {
		return slices.Min(all)
	}
	return plus(all...)
}

func (c *Chains) need(firm, item, country string, into []string) int {
	return c.cell(strings.Join([]string{"need", firm, item, country, fmt.Sprint(into)}, " "), func() int {
		best := NoChain
		if line, ok := c.index[node{kind: "line", firm: firm, item: item}]; ok && firm != "" {
			for _, s := range c.opened[line].suppliers {
				for _, o := range s.outputs {
					missing := 0
					if s.possible {
						missing = 1
					}
					best = min(best, plus(missing, c.maker(o, false, item, country, firm, into, "")))
				}
			}
		}
		c.ways(item, func(i int, possible bool) {
			sale := 1
			if owner := c.nodes[i].firm; owner == firm || slices.Contains(c.held(firm, true), owner) {
				sale = 0
			}
			best = min(best, plus(sale, c.maker(i, possible, item, country, firm, into, "")))
		})
		for _, from := range c.strangers(item) {
			best = min(best, plus(1, c.ship(item, from, country, firm), c.untraced("", item, from, into)))
		}
		return best
	})
}

func (c *Chains) untraced(firm, item, country string, into []string) int {
	return c.cell(strings.Join([]string{"untraced", firm, item, country, fmt.Sprint(into)}, " "), func() int {
		inside := c.within(into, item)
		lacks := c.lacks(item, country, c.stagesOf(item), inside)
		r := c.recipe(item)
		switch {
		case c.isOre(item) || c.isScrap(item):
			return lacks
		case len(r.inputs) == 0:
			return plus(lacks, 1)
		}
		var all []int
		for _, input := range r.inputs {
			if r.grades {
				all = append(all, c.untraced(firm, input, country, inside))
			} else {
				all = append(all, c.need(firm, input, country, inside))
			}
		}
		if r.any {
			return plus(lacks, slices.Min(all))
		}
		return plus(lacks, plus(all...))
	})
}

// strangers are the countries of makers not on record; empty where nobody knows.
func (c *Chains) strangers(item string) (countries []string) {
	shares := c.worldShares(item)
	open := len(shares) == 0
	for _, s := range shares {
		rest := 1.0
		for country, part := range s.parts {
			rest -= part
			if !slices.Contains(countries, country) {
				countries = append(countries, country)
			}
		}
		open = open || rest > 1e-9
	}
	slices.Sort(countries)
	if open {
		countries = append(countries, "")
	}
	return countries
}

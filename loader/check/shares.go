package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// Sums of shares may pass 100 by what rounding explains.
const (
	shareLimit = 101
	stakeLimit = 100.05
)

// shares checks that the parts of a whole do not add up to more than the whole.
func (c *checker) shares() {
	c.sumShares()
	c.sumStakes()
	for i := range c.facts.ImportDependence {
		if d := &c.facts.ImportDependence[i]; d.Importer == d.Origin && d.Importer != "" {
			c.error("import_dependence", d.Line, "imports-from-itself", fmt.Sprintf("%q imports from itself", d.Importer), "remove the row", "origin", "importer")
		}
	}
}

func (c *checker) sumShares() {
	market := c.sum("market_shares", "share_pct", shareLimit, func(k key) string {
		return fmt.Sprintf("the shares of %q at %s in %s by source %q", k[0], k[1], k[2], k[3])
	})
	for i := range c.facts.MarketShares {
		m := &c.facts.MarketShares[i]
		market.add(m.SharePercent, m.Line, key{m.Item, string(m.Stage), m.Year.Text(), m.Source})
	}
	market.report()
	imports := c.sum("import_dependence", "share_pct", shareLimit, func(k key) string {
		return fmt.Sprintf("the origins of %q imported by %s in %s by source %q", k[0], k[1], k[2], k[3])
	})
	for i := range c.facts.ImportDependence {
		d := &c.facts.ImportDependence[i]
		imports.add(d.SharePercent, d.Line, key{d.Item, d.Importer, d.Year.Text(), d.Source})
	}
	imports.report()
	supplies := c.sum("supplies", "share_pct", shareLimit, func(k key) string {
		return fmt.Sprintf("the active supplies of %q to %q", k[0], k[1])
	})
	for i := range c.facts.Supplies {
		if s := &c.facts.Supplies[i]; s.Status == graph.SupplyStatusActive {
			supplies.add(s.SharePercent, s.Line, key{s.Item, s.Buyer})
		}
	}
	supplies.report()
}

func (c *checker) sumStakes() {
	operates := c.sum("operates", "stake_pct", stakeLimit, func(k key) string { return fmt.Sprintf("the stakes in facility %q", k[0]) })
	for i := range c.facts.Operates {
		o := &c.facts.Operates[i]
		operates.add(o.StakePercent, o.Line, key{o.Facility})
	}
	operates.report()
	owns := c.sum("owns", "stake_pct", stakeLimit, func(k key) string { return fmt.Sprintf("the stakes in firm %q", k[0]) })
	for i := range c.facts.Owns {
		o := &c.facts.Owns[i]
		owns.add(o.StakePercent, o.Line, key{o.Owned})
	}
	owns.report()
}

type key [4]string

// sum adds up a column by what its shares are parts of.
type sum struct {
	c             *checker
	table, column string
	limit         float64
	name          func(key) string
	wholes        map[key]*whole
	order         []key
}

type whole struct {
	total float64
	lines []int32
}

func (c *checker) sum(table, column string, limit float64, name func(key) string) *sum {
	return &sum{c: c, table: table, column: column, limit: limit, name: name, wholes: map[key]*whole{}}
}

func (s *sum) add(share graph.Number, line int32, k key) {
	if !share.Known {
		return
	}
	w := s.wholes[k]
	if w == nil {
		w = &whole{}
		s.wholes[k] = w
		s.order = append(s.order, k)
	}
	w.total += share.Value
	w.lines = append(w.lines, line)
}

// report points at the last row of each whole that is more than whole.
func (s *sum) report() {
	for _, k := range s.order {
		w := s.wholes[k]
		if w.total <= s.limit {
			continue
		}
		lines := make([]string, len(w.lines))
		for i, line := range slices.Sorted(slices.Values(w.lines)) {
			lines[i] = strconv.Itoa(int(line))
		}
		s.c.error(s.table, slices.Max(w.lines), "share-sum", fmt.Sprintf("%s add up to %s %%, more than 100", s.name(k), round(w.total)),
			"rows in lines "+shortened(lines, ", ")+"; are two editions or two scopes mixed?", s.column)
	}
}

func round(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
}

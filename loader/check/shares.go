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
	facts := c.facts
	c.sum("market_shares", "share_pct", shareLimit, func(i int) (graph.Number, key) {
		m := &facts.MarketShares[i]
		return m.SharePercent, key{m.Item, string(m.Stage), m.Year.Text(), m.Source}
	}, func(k key) string {
		return fmt.Sprintf("the shares of %q at %s in %s by source %q", k[0], k[1], k[2], k[3])
	})
	c.sum("import_dependence", "share_pct", shareLimit, func(i int) (graph.Number, key) {
		d := &facts.ImportDependence[i]
		return d.SharePercent, key{d.Item, d.Importer, d.Year.Text(), d.Source}
	}, func(k key) string {
		return fmt.Sprintf("the origins of %q imported by %s in %s by source %q", k[0], k[1], k[2], k[3])
	})
	c.sum("supplies", "share_pct", shareLimit, func(i int) (graph.Number, key) {
		s := &facts.Supplies[i]
		if s.Status != graph.SupplyStatusActive {
			return graph.Number{}, key{}
		}
		return s.SharePercent, key{s.Item, s.Buyer}
	}, func(k key) string { return fmt.Sprintf("the active supplies of %q to %q", k[0], k[1]) })
}

func (c *checker) sumStakes() {
	facts := c.facts
	c.sum("operates", "stake_pct", stakeLimit, func(i int) (graph.Number, key) {
		return facts.Operates[i].StakePercent, key{facts.Operates[i].Facility}
	}, func(k key) string { return fmt.Sprintf("the stakes in facility %q", k[0]) })
	c.sum("owns", "stake_pct", stakeLimit, func(i int) (graph.Number, key) {
		return facts.Owns[i].StakePercent, key{facts.Owns[i].Owned}
	}, func(k key) string { return fmt.Sprintf("the stakes in firm %q", k[0]) })
}

// key says what a share is a part of.
type key [4]string

// sum adds a column up by what its shares are parts of, and points at the last row of each whole that is more than whole.
func (c *checker) sum(table, column string, limit float64, share func(row int) (graph.Number, key), name func(key) string) {
	t := c.tables[table]
	rows := t.Len(c.facts)
	var texts graph.Texts
	finder := texts.Finder(rows)
	wholes := map[[len(key{})]int32]int32{}
	var totals []float64
	whole := make([]int32, rows) // by row: 1 + the number of what it is a part of
	for i := range rows {
		n, k := share(i)
		if !n.Known {
			continue
		}
		var numbers [len(key{})]int32
		for j, part := range k {
			if part != "" {
				numbers[j] = finder.Number(part) + 1
			}
		}
		w, ok := wholes[numbers]
		if !ok {
			w = int32(len(totals))
			wholes[numbers] = w
			totals = append(totals, 0)
		}
		totals[w] += n.Value
		whole[i] = w + 1
	}
	if !slices.ContainsFunc(totals, func(total float64) bool { return total > limit }) {
		return
	}
	lines := make([][]int32, len(totals))
	keys := make([]key, len(totals))
	for i, w := range whole {
		if w > 0 && totals[w-1] > limit {
			_, keys[w-1] = share(i)
			lines[w-1] = append(lines[w-1], t.Line(c.facts, i))
		}
	}
	for w, total := range totals {
		if total > limit {
			c.error(table, slices.Max(lines[w]), "share-sum", fmt.Sprintf("%s add up to %s %%, more than 100", name(keys[w]), round(total)),
				"rows in lines "+numbered(lines[w])+"; are two editions or two scopes mixed?", column)
		}
	}
}

func numbered(lines []int32) string {
	texts := make([]string, len(lines))
	for i, line := range slices.Sorted(slices.Values(lines)) {
		texts[i] = strconv.Itoa(int(line))
	}
	return shortened(texts, ", ")
}

func round(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
}

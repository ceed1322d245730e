package check

import (
	"fmt"
	"math/bits"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// keys finds rows with the natural key of an earlier row. Keys are compared by a hash first, so that a million rows cost
// 16 bytes each and not the text of their keys.
func (c *checker) keys(t *graph.Table) {
	key := t.Key()
	names := make([]string, len(key))
	for i, k := range key {
		names[i] = t.Columns[k].Name
	}
	advice := "remove one of the two rows, or tell them apart in one of these columns"
	if t.HasID() {
		advice = "remove one of the two rows, or give one of them another id"
	}
	hashes := t.Hashes(c.facts, key)
	first := newFirsts(hashes)
	for row := range hashes {
		earlier, ok := first.of(row)
		if !ok {
			continue
		}
		value := t.KeyText(c.facts, row)
		if value != t.KeyText(c.facts, earlier) || c.allEmpty(t, key, row) {
			continue
		}
		c.error(t.Name, t.Line(c.facts, row), "duplicate-key",
			fmt.Sprintf("the same %s as in line %d: %s", strings.Join(names, ", "), t.Line(c.facts, earlier), value), advice, names...)
	}
}

func (c *checker) allEmpty(t *graph.Table, columns []int, row int) bool {
	for _, k := range columns {
		if t.Text(c.facts, row, k) != "" {
			return false
		}
	}
	return true
}

// firsts finds the first row with the same hash.
type firsts struct {
	hashes []uint64
	slots  []int32 // 1 + a row, or 0; a power of two, at most half full
}

func newFirsts(hashes []uint64) *firsts {
	return &firsts{hashes: hashes, slots: make([]int32, 2<<bits.Len(uint(len(hashes))))}
}

// of is the first of the rows asked about that has the hash of this one; false when it is the first itself.
func (f *firsts) of(row int) (first int, ok bool) {
	mask := uint64(len(f.slots) - 1)
	for at := f.hashes[row] & mask; ; at = (at + 1) & mask {
		switch taken := int(f.slots[at]) - 1; {
		case taken < 0:
			f.slots[at] = int32(row + 1)
			return row, false
		case f.hashes[taken] == f.hashes[row]:
			return taken, true
		}
	}
}

// uniqueNames finds two things of one kind with one name, one address under two source ids, and aliases that name two things.
func (c *checker) uniqueNames() {
	for _, t := range []string{"firms", "facilities", "elements", "materials", "components", "products", "countries"} {
		c.unique(t, "name", strings.ToLower, "names tell things apart; add what distinguishes them")
	}
	c.unique("countries", "iso3", strings.ToLower, "")
	c.unique("sources", "url", address, "one address, one id: keep one source and name it in all rows")

	type use struct {
		id   string
		line int32
	}
	seen := map[string]use{}
	for i := range c.facts.Aliases {
		a := &c.facts.Aliases[i]
		name := strings.ToLower(a.Alias)
		earlier, ok := seen[name]
		if ok && name != "" && earlier.id != a.ID {
			c.error("aliases", a.Line, "ambiguous-alias", fmt.Sprintf("%s also names %q, in line %d", Quote(a.Alias), earlier.id, earlier.line),
				"an alias names one thing; remove one of the two rows", "alias", "id")
		} else if !ok {
			seen[name] = use{a.ID, a.Line}
		}
	}
}

func (c *checker) unique(table, column string, normal func(string) string, advice string) {
	t := c.tables[table]
	first := make(map[string]int, t.Len(c.facts))
	for i := range t.Columns {
		if t.Columns[i].Name != column {
			continue
		}
		for row, cell := range t.Strings(c.facts, i) {
			if cell == "" {
				continue
			}
			plain := normal(cell)
			earlier, ok := first[plain]
			if !ok {
				first[plain] = row
				continue
			}
			c.error(table, t.Line(c.facts, row), "duplicate-"+column, fmt.Sprintf("the %s %s stands already in line %d, for %q",
				column, Quote(cell), t.Line(c.facts, earlier), t.Text(c.facts, earlier, 0)), advice, column)
		}
	}
}

// address strips what does not tell two web addresses apart.
func address(url string) string {
	url = strings.ToLower(url)
	for _, prefix := range []string{"https://", "http://"} {
		url = strings.TrimPrefix(url, prefix)
	}
	url, _, _ = strings.Cut(strings.TrimPrefix(url, "www."), "#")
	return strings.TrimRight(url, "/")
}

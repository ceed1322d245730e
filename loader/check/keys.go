package check

import (
	"fmt"
	"hash/maphash"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// keys finds rows with the natural key of an earlier row. Keys are compared by a hash first, so that a million rows cost
// 16 bytes each and not the text of their keys.
func (c *checker) keys(t *graph.Table) {
	key := t.Key()
	seed := maphash.MakeSeed()
	first := make(map[uint64]int, t.Len(c.facts))
	names := make([]string, len(key))
	for i, k := range key {
		names[i] = t.Columns[k].Name
	}
	advice := "remove one of the two rows, or tell them apart in one of these columns"
	if t.HasID() {
		advice = "remove one of the two rows, or give one of them another id"
	}
	var text []byte
	for row := range t.Len(c.facts) {
		text = text[:0]
		for _, k := range key {
			text = append(append(text, t.Text(c.facts, row, k)...), 0)
		}
		if len(text) == len(key) {
			continue
		}
		hash := maphash.Bytes(seed, text)
		earlier, ok := first[hash]
		if !ok {
			first[hash] = row
			continue
		}
		if value := t.KeyText(c.facts, row); value == t.KeyText(c.facts, earlier) {
			c.error(t.Name, t.Line(c.facts, row), "duplicate-key",
				fmt.Sprintf("the same %s as in line %d: %s", strings.Join(names, ", "), t.Line(c.facts, earlier), value),
				advice, names...)
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
	first := map[string]int{}
	for i := range t.Columns {
		if t.Columns[i].Name != column {
			continue
		}
		for row, cell := range t.Strings(c.facts, i) {
			if cell == "" {
				continue
			}
			earlier, ok := first[normal(cell)]
			if !ok {
				first[normal(cell)] = row
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

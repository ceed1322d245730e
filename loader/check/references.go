package check

import (
	"fmt"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// identity says which tables use an id, as a set of indexes of graph.Tables, and where it stands first.
type identity struct {
	tables uint64
	table  *graph.Table
	line   int32
}

// identities are the things of a release by their ids. They do not change once collected.
type identities struct {
	texts  graph.Texts
	things []identity // by the number of the id
}

// of is the thing with an id; the zero identity when there is none.
func (x *identities) of(id string) identity {
	if n := x.texts.Find(id); n >= 0 {
		return x.things[n]
	}
	return identity{}
}

func (x *identities) set(id string, thing identity) {
	n := int(x.texts.Number(id))
	if n == len(x.things) {
		x.things = append(x.things, identity{})
	}
	x.things[n] = thing
}

// collectIDs gathers the ids of all things. Sources have ids of their own; all others share one space, because answers,
// links and Neo4j name a thing by its id alone.
func (c *checker) collectIDs() {
	for n, t := range graph.Tables() {
		if !t.HasID() {
			continue
		}
		for row, id := range t.Strings(c.facts, 0) {
			if id == "" {
				continue
			}
			line := t.Line(c.facts, row)
			known := c.ids.of(id)
			ok := known.table != nil
			if ok && known.tables != 1<<n && t.Name != "sources" && known.table.Name != "sources" {
				c.error(t.Name, line, "id-used-twice", fmt.Sprintf("%q is also the id of a row in %s.csv, line %d", id, known.table.Name, known.line),
					"ids are shared by all tables; name one of the two otherwise, such as "+Quote(id+"-"+singular(t.Name)), "id")
			}
			if !ok || known.table.Name == "sources" {
				known.table, known.line = t, line
			}
			known.tables |= 1 << n
			c.ids.set(id, known)
			if meant := mended(&t.Columns[0], id); meant != "" && c.ids.of(meant).table == nil {
				c.ids.set(meant, known) // rows that name it rightly are not to blame
			}
		}
	}
}

func singular(table string) string {
	if s, ok := strings.CutSuffix(table, "ies"); ok {
		return s + "y"
	}
	return strings.TrimSuffix(strings.ReplaceAll(table, "_", "-"), "s")
}

// references looks up what a column refers to. Nothing is said when one of the tables is not known.
func (c *checker) references(t *graph.Table, i int) {
	column := &t.Columns[i]
	if !c.read(column.Refs...) {
		return
	}
	var allowed uint64
	for n, table := range graph.Tables() {
		for _, ref := range column.Refs {
			if table.Name == ref {
				allowed |= 1 << n
			}
		}
	}
	finder := c.ids.texts.Finder(t.Len(c.facts))
	for row, id := range t.Strings(c.facts, i) {
		if n := finder.Find(id); id == "" || n >= 0 && c.ids.things[n].tables&allowed != 0 {
			continue
		}
		c.error(t.Name, t.Line(c.facts, row), "unknown-id",
			fmt.Sprintf("%s in %s is not an id in %s", Quote(id), column.Name, Or(files(column.Refs))), c.suggestion(column, id), column.Name)
	}
}

func files(tables []string) []string {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t + ".csv"
	}
	return names
}

// suggestion offers ids that are near, or the id of what the cell names, or says where else the id stands.
func (c *checker) suggestion(column *graph.Column, id string) string {
	key := strings.Join(column.Refs, "|")
	near := c.suggest[key]
	if near == nil {
		near = c.candidates(column.Refs)
		c.suggest[key] = near
	}
	if known, ok := near.names[strings.ToLower(id)]; ok {
		return DidYouMean([]string{known})
	}
	if elsewhere := c.ids.of(id); elsewhere.table != nil {
		return fmt.Sprintf("it is an id in %s.csv, line %d", elsewhere.table.Name, elsewhere.line)
	}
	if found := near.find(id); len(found) > 0 {
		return DidYouMean(found)
	}
	table := column.Refs[0] + ".csv"
	if len(column.Refs) > 1 {
		table = "one of these files"
	}
	return "add a row with this id to " + table + ", or mend the id"
}

// candidates collects the ids of some tables, and the names by which people call them instead.
func (c *checker) candidates(tables []string) *similar {
	var ids []string
	names := map[string]string{}
	for _, name := range tables {
		t := c.tables[name]
		for _, id := range t.Strings(c.facts, 0) {
			ids = append(ids, id)
		}
		for i := range t.Columns {
			if n := t.Columns[i].Name; n == "name" || n == "iso3" || n == "symbol" {
				for row, called := range t.Strings(c.facts, i) {
					names[strings.ToLower(called)] = t.Text(c.facts, row, 0)
				}
			}
		}
	}
	near := newSimilar(ids)
	for _, a := range c.facts.Aliases {
		if near.has(a.ID) {
			names[strings.ToLower(a.Alias)] = a.ID
		}
	}
	delete(names, "")
	near.names = names
	return near
}

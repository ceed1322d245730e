package neo4j

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// layout says in which order the values of a row come: those that many rows share, which travel once for all of them, and its own.
type layout struct {
	table       *graph.Table // nil for relationships drawn from columns
	shared, own []property
}

func layoutOf(t *graph.Table, properties []property) layout {
	l := layout{table: t}
	for _, p := range properties {
		if seldomNew(p.column) {
			l.shared = append(l.shared, p)
		} else {
			l.own = append(l.own, p)
		}
	}
	return l
}

// seldomNew tells whether the cells of a column say the same again and again.
func seldomNew(c *graph.Column) bool {
	switch c.Type {
	case graph.Enumeration, graph.EnumerationList, graph.Boolean, graph.Reference:
		return true
	}
	return false
}

// firstOwn is where the properties start among a row's own values, behind those that every row has.
const firstOwn = 5

// foundRow is a row as it comes from the server.
type foundRow struct {
	group  *storedRow // with the shared cells
	values []any      // its own: two numbers of nodes, or the number of a node and its seq; then line, id, number of keys, properties
}

// groups takes apart what a query of a layout gives: a list of groups, each the list of its shared values and the list of its rows.
func (l *layout) groups(list []any, texts *graph.Texts) []foundRow {
	var rows []foundRow
	for _, g := range list {
		parts, _ := g.([]any)
		shared, _ := parts[0].([]any)
		members, _ := parts[1].([]any)
		group := &storedRow{natural: true}
		if l.table != nil {
			group.cells = make([]string, len(l.table.Columns))
		}
		group.fill(l.shared, shared)
		for i, cell := range group.cells {
			group.cells[i] = texts.Keep(cell)
		}
		rows = slices.Grow(rows, len(members))
		for _, m := range members {
			values, _ := m.([]any)
			rows = append(rows, foundRow{group: group, values: values})
		}
	}
	return rows
}

// common takes into row what every row has. Its cells are overwritten by the next call with the same row.
func (l *layout) common(row *storedRow, found *foundRow) {
	*row = storedRow{natural: found.group.natural, problem: found.group.problem, cells: append(row.cells[:0], found.group.cells...)}
	row.id = row.identity(found.values[3])
	row.keys, _ = found.values[4].(int64)
	if l.table != nil {
		row.line = row.whole("line", found.values[2])
	}
}

// node is the row of a node.
func (n *nodeTable) row(row *storedRow, found *foundRow) {
	n.layout.common(row, found)
	row.seq = row.whole("seq", found.values[1])
	row.fill(n.layout.own, found.values[firstOwn:])
}

// row is the row of a relationship between nodes that were read before.
func (r *relationType) row(row *storedRow, found *foundRow, ends map[int64]end) {
	r.layout.common(row, found)
	row.from, row.to = nodeAt(ends, found.values[0], r.from), nodeAt(ends, found.values[1], r.to)
	if row.from.id == "" || row.to.id == "" {
		row.problem = "it joins something that is no row"
	}
	if r.table != nil {
		row.cells[r.fromIndex], row.cells[r.toIndex] = row.from.id, row.to.id
		row.fill(r.layout.own, found.values[firstOwn:])
	}
}

// nodeAt is the node that the server calls by a number, if it is of one of the labels.
func nodeAt(ends map[int64]end, number any, labels []string) end {
	n, _ := number.(int64)
	if e, ok := ends[n]; ok && slices.Contains(labels, e.label) {
		return e
	}
	return end{}
}

// tableRows adds found rows to a table.
type tableRows struct {
	table  *graph.Table
	facts  graph.Facts
	broken brokenRows
}

// add adds rows that come in no order.
func (t *tableRows) add(found []foundRow, row func(into *storedRow, found *foundRow)) {
	var r storedRow
	appender := t.table.Appender(&t.facts, len(found))
	for i := range found {
		row(&r, &found[i])
		if r.problem != "" {
			t.broken.add("%s: row %q: %s", t.table.Name, t.name(&r), r.problem)
			continue
		}
		appender.Begin(int32(r.line))
		for c, cell := range r.cells {
			column := &t.table.Columns[c]
			if cell == "" && column.Required {
				t.broken.add("%s: row %q: %s is missing", t.table.Name, t.name(&r), column.Name)
			}
			if err := appender.Set(c, cell); err != nil {
				t.broken.add("%s: row %q: %s: %v", t.table.Name, t.name(&r), column.Name, err)
			}
		}
	}
}

// name is what to call a row: its id, or what its id would be where it was not asked for.
func (t *tableRows) name(row *storedRow) string {
	if row.id != "" {
		return row.id
	}
	return idOf(t.table, row.cells)
}

// merge takes parts of a table into the facts, in the order of their lines.
func merge(facts *graph.Facts, parts []*tableRows, broken *brokenRows) {
	all := make([]*graph.Facts, len(parts))
	for i, part := range parts {
		all[i] = &part.facts
		*broken = append(*broken, part.broken...)
	}
	if len(parts) > 0 {
		parts[0].table.Merge(facts, all)
	}
}

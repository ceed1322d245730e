package neo4j

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
)

// end is one end of a relationship: the base label and the id of a node.
type end struct{ label, id string }

// storedRow is a node or relationship as the database holds it.
type storedRow struct {
	id       string
	line     int64
	seq      int64 // nodes only
	keys     int64 // how many properties it has, when they are counted
	from, to end   // relationships only
	cells    []string
	natural  bool   // every value has the type a load gives it
	problem  string // why it is not a row, or empty
}

// sizes are how many nodes and relationships there are, by base label and by type, from the counts the server keeps.
type sizes map[string]int64

func (t *transaction) sizes(ctx context.Context, m *model) (sizes, error) {
	var names, counts []string
	for _, base := range m.bases {
		names, counts = append(names, base), append(counts, "COUNT { (:"+base+") }")
	}
	for _, v := range m.verbs {
		names, counts = append(names, v.name), append(counts, "COUNT { ()-[:"+v.name+"]->() }")
	}
	values, err := t.one(ctx, "RETURN "+strings.Join(counts, ", "), nil)
	if err != nil {
		return nil, err
	}
	z := sizes{}
	for i, name := range names {
		z[name], _ = values[i].(int64)
	}
	return z, nil
}

// scanNodes hands every row of a table of nodes to visit, in no order.
func (t *transaction) scanNodes(ctx context.Context, n *nodeTable, z sizes, visit func(storedRow)) error {
	values := append([]string{"n.seq", "n.id", "n.line", t.keyCount("n")}, valuesOf("n", n.properties)...)
	query := fmt.Sprintf("MATCH (n%s) WHERE $low <= n.seq < $high RETURN collect([%s])", n.labels, strings.Join(values, ", "))
	width := len(n.table.Columns)
	return t.ranges(ctx, query, n.base, z[n.base], t.store.sizes.nodesPerRange, func(values []any) {
		row := storedRow{natural: true, cells: make([]string, width)}
		row.seq = row.whole("seq", values[0])
		row.id = row.identity(values[1])
		row.line = row.whole("line", values[2])
		row.keys, _ = values[3].(int64)
		row.fill(n.properties, values[4:])
		visit(row)
	})
}

// scanRelations hands every relationship of a type to visit, in no order.
func (t *transaction) scanRelations(ctx context.Context, r *relationType, z sizes, visit func(storedRow)) error {
	values := append([]string{"a.id", "b.id", labelNumber("b", r.to), "r.id", "r.line", t.keyCount("r")}, valuesOf("r", r.properties)...)
	for _, label := range r.from {
		query := fmt.Sprintf("MATCH (a:%s) WHERE $low <= a.seq < $high MATCH (a)-[r:%s]->(b) RETURN collect([%s])",
			label, r.name, strings.Join(values, ", "))
		err := t.ranges(ctx, query, label, z[r.name], t.store.sizes.relationsPerRange, func(values []any) { visit(r.row(label, values)) })
		if err != nil {
			return err
		}
	}
	return nil
}

// keyCount is an expression for the number of properties. It costs the server more than everything else in a row, and only who
// writes needs to know of properties that should not be there.
func (t *transaction) keyCount(variable string) string {
	if !t.countKeys {
		return "0"
	}
	return "size(keys(" + variable + "))"
}

// labelNumber is an expression for the place in the list of the label that the node has, or -1.
func labelNumber(variable string, labels []string) string {
	cases := "CASE"
	for i, label := range labels {
		cases += fmt.Sprintf(" WHEN %s:%s THEN %d", variable, label, i)
	}
	return cases + " ELSE -1 END"
}

func (r *relationType) row(label string, values []any) storedRow {
	row := storedRow{natural: true, from: end{label: label}}
	row.from.id, _ = values[0].(string)
	row.to.id, _ = values[1].(string)
	if i, _ := values[2].(int64); i >= 0 {
		row.to.label = r.to[i]
	}
	row.id = row.identity(values[3])
	row.keys, _ = values[5].(int64)
	if row.from.id == "" || row.to.id == "" || row.to.label == "" {
		row.problem = "it joins something that is no row"
	}
	if r.table != nil {
		row.line = row.whole("line", values[4])
		row.cells = make([]string, len(r.table.Columns))
		row.cells[r.fromIndex], row.cells[r.toIndex] = row.from.id, row.to.id
		row.fill(r.properties, values[6:])
	}
	return row
}

// ranges runs a query that collects rows over ranges of seq, and hands the rows on one by one. Few rows come in one range; many
// are cut by the highest seq of the label.
//
// A record costs the driver 4 to 5 microseconds whatever is in it, so a record carries the rows of a whole range of nodes: a list
// of rows, each the list of its values in a fixed order. Measured, that is several times faster than a record a row. Lists keep
// their nulls, which columns made by collect() would drop.
func (t *transaction) ranges(ctx context.Context, query, label string, rows, perRange int64, visit func([]any)) error {
	if rows == 0 {
		return nil
	}
	top, step := int64(0), int64(math.MaxInt64)
	if rows > perRange {
		values, err := t.one(ctx, fmt.Sprintf("MATCH (n:%s) RETURN max(n.seq)", label), nil)
		if err != nil {
			return err
		}
		top, _ = values[0].(int64)
		step = top/(rows/perRange+1) + 1
	}
	for low := int64(0); low <= top; low += step {
		lists, err := t.one(ctx, query, map[string]any{"low": low, "high": low + step})
		if err != nil {
			return err
		}
		list, _ := lists[0].([]any)
		for _, row := range list {
			values, _ := row.([]any)
			visit(values)
		}
		if step == math.MaxInt64 {
			return nil
		}
	}
	return nil
}

// valuesOf are expressions for the properties; a number is followed by its text.
func valuesOf(variable string, properties []property) []string {
	var values []string
	for _, p := range properties {
		values = append(values, variable+"."+quoted(p.name))
		if p.hasText() {
			values = append(values, variable+"."+quoted(p.name+textSuffix))
		}
	}
	return values
}

func quoted(name string) string { return "`" + name + "`" }

func (row *storedRow) identity(value any) string {
	id, _ := value.(string)
	if id == "" {
		row.fail("id", value)
	}
	return id
}

// whole takes a number that every row has; none is 0, as in a row made by hand.
func (row *storedRow) whole(name string, value any) int64 {
	switch v := value.(type) {
	case int64:
		return v
	case float64:
		row.natural = false
		return int64(v)
	case nil:
		row.natural = false
		return 0
	}
	row.fail(name, value)
	return 0
}

func (row *storedRow) fill(properties []property, values []any) {
	next := 0
	for _, p := range properties {
		value, text := values[next], any(nil)
		next++
		if p.hasText() {
			text = values[next]
			next++
		}
		cell, natural, err := cellOf(p.column, value, text)
		if err != nil {
			row.fail(p.name, value)
		}
		row.cells[p.index] = cell
		row.natural = row.natural && natural
	}
}

func (row *storedRow) fail(name string, value any) {
	row.natural = false
	row.problem = fmt.Sprintf("property %s is %#v, which no load writes", name, value)
}

// sameAs tells whether the row in the database is what a load would write.
func (row *storedRow) sameAs(line int64, keys int, cells []string, from, to end) bool {
	return row.natural && row.problem == "" && row.line == line && row.keys == int64(keys) && row.from == from && row.to == to &&
		slices.Equal(row.cells, cells)
}

package neo4j

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
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

// query asks for some rows of one label or type.
type query struct {
	cypher string
	low    int64
	high   int64
	ranged bool
	layout *layout
}

// A record costs the driver 4 to 5 microseconds and a value some 50 nanoseconds, so a record carries all rows of a range, and in it the
// words that rows share travel once for all of them: a list of groups. Measured, that is an order of magnitude cheaper than a record a
// row. Properties are taken from one map a row, since looking for each in the store costs the server more than all the rest.
const grouped = "WITH [%s] AS shared, collect([%s]) AS own RETURN collect([shared, own])"

// The id of a row, and of a row whose id is sound only that it is; any other value comes in a list.
const (
	wholeID = "CASE WHEN p.id IS :: STRING NOT NULL AND p.id <> '' THEN p.id ELSE [p.id] END"
	soundID = "CASE WHEN p.id IS :: STRING NOT NULL AND p.id <> '' THEN '' ELSE [p.id] END"
)

// nodeQueries ask for all rows of a table of nodes.
func (t *transaction) nodeQueries(ctx context.Context, n *nodeTable, z sizes) ([]query, error) {
	own := append([]string{"id(n)", "p.seq", "p.line", wholeID, t.keyCount()}, valuesOf(n.layout.own)...)
	cypher := fmt.Sprintf("MATCH (n%s) WHERE $low <= n.seq < $high WITH n, properties(n) AS p "+grouped,
		n.labels, strings.Join(valuesOf(n.layout.shared), ", "), strings.Join(own, ", "))
	whole := query{cypher: cypher, low: 0, high: math.MaxInt64, ranged: true, layout: &n.layout}
	if z[n.base] == 0 {
		return nil, nil
	}
	if z[n.base] <= t.store.sizes.nodesPerRange {
		return []query{whole}, nil
	}
	values, err := t.one(ctx, fmt.Sprintf("MATCH (n:%s) RETURN 0, max(n.seq)", n.base), nil)
	if err != nil {
		return nil, err
	}
	return whole.cut(values, z[n.base]/t.store.sizes.nodesPerRange+1), nil
}

// relationQueries ask for all relationships of a type. The store keeps them by a number of its own, which reaches them faster than
// the nodes that they leave.
func (t *transaction) relationQueries(ctx context.Context, r *relationType, z sizes) ([]query, error) {
	id := soundID
	if t.exact {
		id = wholeID
	}
	own := append([]string{"id(a)", "id(b)", "p.line", id, t.keyCount()}, valuesOf(r.layout.own)...)
	where, parts := "", z[r.name]/t.store.sizes.relationsPerRange+1
	if parts > 1 {
		where = "WHERE id(r) IN range($low, $high - 1) "
	}
	whole := query{layout: &r.layout, ranged: parts > 1, cypher: fmt.Sprintf("MATCH (a)-[r:%s]->(b) %sWITH a, b, properties(r) AS p "+grouped,
		r.name, where, strings.Join(valuesOf(r.layout.shared), ", "), strings.Join(own, ", "))}
	switch {
	case z[r.name] == 0:
		return nil, nil
	case parts == 1:
		return []query{whole}, nil
	}
	values, err := t.one(ctx, fmt.Sprintf("MATCH ()-[r:%s]->() RETURN min(id(r)), max(id(r))", r.name), nil)
	if err != nil {
		return nil, err
	}
	return whole.cut(values, parts), nil
}

// cut makes parts of the range between two numbers, both in it.
func (q query) cut(ends []any, parts int64) []query {
	low, _ := ends[0].(int64)
	high, _ := ends[1].(int64)
	step := (high-low)/parts + 1
	var queries []query
	for ; low <= high; low += step {
		q.low, q.high = low, min(low+step, high+1)
		queries = append(queries, q)
	}
	return queries
}

// ask gives the rows of a query.
func (t *transaction) ask(ctx context.Context, q query, texts *graph.Texts) ([]foundRow, error) {
	var params map[string]any
	if q.ranged {
		params = map[string]any{"low": q.low, "high": q.high}
	}
	values, err := t.one(ctx, q.cypher, params)
	if err != nil {
		return nil, err
	}
	list, _ := values[0].([]any)
	return q.layout.groups(list, texts), nil
}

// scanNodes hands every row of a table of nodes to visit, in no order, and says in ends by what number the server calls it. A row is
// visit's until it returns.
func (t *transaction) scanNodes(ctx context.Context, n *nodeTable, z sizes, ends map[int64]end, visit func(*storedRow)) error {
	queries, err := t.nodeQueries(ctx, n, z)
	if err != nil {
		return err
	}
	var row storedRow
	return t.scan(ctx, queries, func(found *foundRow) {
		n.row(&row, found)
		n.remember(ends, &row, found)
		visit(&row)
	})
}

func (n *nodeTable) remember(ends map[int64]end, row *storedRow, found *foundRow) {
	if number, ok := found.values[0].(int64); ok && row.id != "" {
		ends[number] = end{n.base, row.id}
	}
}

// scanRelations hands every relationship of a type to visit, in no order. A row is visit's until it returns.
func (t *transaction) scanRelations(ctx context.Context, r *relationType, z sizes, ends map[int64]end, visit func(*storedRow)) error {
	queries, err := t.relationQueries(ctx, r, z)
	if err != nil {
		return err
	}
	var row storedRow
	return t.scan(ctx, queries, func(found *foundRow) {
		r.row(&row, found, ends)
		visit(&row)
	})
}

func (t *transaction) scan(ctx context.Context, queries []query, visit func(*foundRow)) error {
	for _, q := range queries {
		var texts graph.Texts
		rows, err := t.ask(ctx, q, &texts)
		if err != nil {
			return err
		}
		for i := range rows {
			visit(&rows[i])
		}
	}
	return nil
}

// keyCount is an expression for the number of properties: only who writes needs to know of those that should not be there.
func (t *transaction) keyCount() string {
	if !t.exact {
		return "0"
	}
	return "size(keys(p))"
}

// valuesOf are expressions for the properties; a number is followed by its text.
func valuesOf(properties []property) []string {
	var values []string
	for _, p := range properties {
		values = append(values, "p."+quoted(p.name))
		if p.hasText() {
			values = append(values, "p."+quoted(p.name+textSuffix))
		}
	}
	return values
}

func quoted(name string) string { return "`" + name + "`" }

// identity takes an id as wholeID and soundID give it.
func (row *storedRow) identity(value any) string {
	switch id := value.(type) {
	case string:
		return id
	case []any:
		row.fail("id", id[0])
	}
	return ""
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

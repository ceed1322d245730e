package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// batch is one statement with its rows. Every row must be found, or the graph is not what was compared.
type batch struct {
	cypher string
	count  int
	rows   func() ([]any, error)
}

// batches lists the statements of the plan in an order in which each finds what it needs: what goes, goes first, relationships
// before their nodes; then nodes, then relationships between them.
func (p *plan) batches(w *wanted, size int) []batch {
	m := w.model
	var list []batch
	add := func(cypher string, rows []any) {
		for part := range slices.Chunk(rows, size) {
			list = append(list, batch{cypher, len(part), func() ([]any, error) { return part, nil }})
		}
	}
	for _, r := range m.verbs {
		add(fmt.Sprintf("UNWIND $rows AS id MATCH ()-[r:%s {id: id}]->() DELETE r RETURN count(*)", r.name), p.removeRelations[r])
	}
	for _, base := range m.bases {
		add(fmt.Sprintf("UNWIND $rows AS id MATCH (n:%s {id: id}) DETACH DELETE n RETURN count(*)", base), p.removeNodes[base])
	}
	for _, from := range m.nodes {
		for _, to := range m.nodes {
			add(updateNodes(from, to), p.updateNodes[relabelling{from, to}])
		}
	}
	for _, n := range m.nodes {
		for part := range slices.Chunk(p.createNodes[n], size) {
			list = append(list, batch{createNodes(n), len(part), func() ([]any, error) { return nodeRows(w, n, part) }})
		}
	}
	for _, r := range m.verbs {
		add(fmt.Sprintf("UNWIND $rows AS row MATCH ()-[r:%s {id: row.id}]->() SET r = row.p RETURN count(*)", r.name), p.updateRelations[r])
		for _, from := range r.from {
			for _, to := range r.to {
				for part := range slices.Chunk(p.createRelations[relationEnds{r, from, to}], size) {
					list = append(list, batch{createRelations(r, from, to), len(part), func() ([]any, error) { return relationRows(w, r, part) }})
				}
			}
		}
	}
	return list
}

// A new row travels as the list of its values, which are named once, in the statement: a map a row names them in every row.

func createNodes(n *nodeTable) string {
	return fmt.Sprintf("UNWIND $rows AS row CREATE (n%s {%s}) RETURN count(*)",
		n.labels, named("row", append([]string{"id", "line", "seq"}, propertyNames(n.properties)...), 0))
}

func createRelations(r *relationType, from, to string) string {
	names := []string{"id"}
	if r.table != nil {
		names = append([]string{"id", "line"}, propertyNames(r.properties)...)
	}
	return fmt.Sprintf("UNWIND $rows AS row MATCH (a:%s {id: row[0]}) MATCH (b:%s {id: row[1]}) CREATE (a)-[r:%s {%s}]->(b) RETURN count(*)",
		from, to, r.name, named("row", names, 2))
}

// propertyNames lists the properties; a number is followed by its text. Their values come from appendValues.
func propertyNames(properties []property) []string {
	var names []string
	for _, p := range properties {
		names = append(names, p.name)
		if p.hasText() {
			names = append(names, p.name+textSuffix)
		}
	}
	return names
}

// named writes properties with the values of a list, from a place in it on. The first of two properties of one name is left out, as is
// the id of a row that has one of its own in a column.
func named(list string, names []string, first int) string {
	var parts []string
	for i, name := range names {
		if !slices.Contains(names[i+1:], name) {
			parts = append(parts, fmt.Sprintf("%s: %s[%d]", quoted(name), list, first+i))
		}
	}
	return strings.Join(parts, ", ")
}

func appendValues(values []any, properties []property, cells []string) ([]any, error) {
	for _, p := range properties {
		value, text, err := propertyOf(p.column, cells[p.index])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		values = append(values, value)
		if p.hasText() && text == "" {
			values = append(values, nil)
		} else if p.hasText() {
			values = append(values, text)
		}
	}
	return values, nil
}

func nodeRows(w *wanted, n *nodeTable, nodes []newNode) ([]any, error) {
	rows := make([]any, len(nodes))
	for i, node := range nodes {
		cells := n.table.Cells(w.facts, node.row)
		values := append(make([]any, 0, 3+2*len(cells)), idOf(n.table, cells), int64(n.table.Line(w.facts, node.row)), node.seq)
		values, err := appendValues(values, n.properties, cells)
		if err != nil {
			return nil, err
		}
		rows[i] = values
	}
	return rows, nil
}

func relationRows(w *wanted, r *relationType, relations []newRelation) ([]any, error) {
	rows := make([]any, len(relations))
	for i, relation := range relations {
		values := []any{relation.want.from.id, relation.want.to.id, relation.id}
		if r.table != nil {
			cells := r.table.Cells(w.facts, relation.want.row)
			var err error
			if values, err = appendValues(append(values, int64(r.table.Line(w.facts, relation.want.row))), r.properties, cells); err != nil {
				return nil, err
			}
		}
		rows[i] = values
	}
	return rows, nil
}

func updateNodes(from, to *nodeTable) string {
	relabel := ""
	if from != to {
		relabel = fmt.Sprintf("REMOVE n%s SET n%s ", from.labels, to.labels)
	}
	return fmt.Sprintf("UNWIND $rows AS row MATCH (n:%s {id: row.id}) %sSET n = row.p RETURN count(*)", from.base, relabel)
}

func (l *load) writeBatch(ctx context.Context, t *transaction, b batch) error {
	rows, err := b.rows()
	if err != nil {
		return err
	}
	return l.count(ctx, t, b.count, b.cypher, map[string]any{"rows": rows})
}

// count runs a writing statement that returns how many rows it found; the error is ErrChanging when it is not the number due.
func (l *load) count(ctx context.Context, t *transaction, due int, cypher string, params map[string]any) error {
	records, summary, err := t.run(ctx, cypher, params)
	if err != nil {
		return err
	}
	l.report.Writes += writes(summary.Counters())
	if found, _ := records[0].Values[0].(int64); found != int64(due) {
		return fmt.Errorf("%w (%s): %d of %d rows were there for: %s", ErrChanging, l.store.config.URI, found, due, cypher)
	}
	return nil
}

func writes(c driver.Counters) int {
	return c.NodesCreated() + c.NodesDeleted() + c.RelationshipsCreated() + c.RelationshipsDeleted() + c.PropertiesSet() +
		c.LabelsAdded() + c.LabelsRemoved()
}

// deleteStrays deletes nodes and relationships under the model's names that no load wrote: without a usable id or seq, with no or
// two of the narrower labels, or joining other things.
func (l *load) deleteStrays(ctx context.Context, t *transaction) error {
	m := theModel()
	for _, v := range m.verbs {
		cypher := fmt.Sprintf("MATCH (a)-[r:%s]->(b) WHERE NOT r.id IS :: STRING NOT NULL OR NOT (%s) OR NOT (%s) DELETE r RETURN count(*)",
			v.name, hasLabel("a", v.from), hasLabel("b", v.to))
		if err := l.deleteAll(ctx, t, cypher, nil); err != nil {
			return err
		}
	}
	for _, base := range m.bases {
		cypher := fmt.Sprintf(`MATCH (n:%s) WHERE NOT n.id IS :: STRING NOT NULL OR NOT n.seq IS :: INTEGER NOT NULL
OR ($narrow <> [] AND size([l IN labels(n) WHERE l IN $narrow]) <> 1) DETACH DELETE n RETURN count(*)`, base)
		if err := l.deleteAll(ctx, t, cypher, map[string]any{"narrow": m.narrowLabels(base)}); err != nil {
			return err
		}
	}
	return nil
}

func (l *load) deleteAll(ctx context.Context, t *transaction, cypher string, params map[string]any) error {
	_, summary, err := t.run(ctx, cypher, params)
	if err == nil {
		l.report.Writes += writes(summary.Counters())
	}
	return err
}

// narrowLabels lists the second labels of the nodes with this base label.
func (m *model) narrowLabels(base string) []string {
	narrow := []string{}
	for _, n := range m.nodes {
		if labels := strings.Split(n.labels, ":"); n.base == base && len(labels) == 3 {
			narrow = append(narrow, labels[2])
		}
	}
	return narrow
}

func hasLabel(variable string, labels []string) string {
	parts := make([]string, len(labels))
	for i, label := range labels {
		parts[i] = variable + ":" + label
	}
	return strings.Join(parts, " OR ")
}

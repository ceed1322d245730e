package graph

import "fmt"

// columns resolves the columns of a release that name other rows, each once.
type columns struct {
	snapshot *Snapshot
	nodesOf  map[*Column][]Node
	keys     *Finder // among the nodes that are not sources
	ids      *Finder // among sources
}

func newColumns(s *Snapshot) *columns {
	rows := 0
	for _, t := range Tables() {
		rows = max(rows, t.Len(s.facts))
	}
	return &columns{snapshot: s, nodesOf: map[*Column][]Node{}, keys: s.byKey.texts.Finder(rows), ids: s.bySource.texts.Finder(rows)}
}

// nodes gives the nodes of a column by row: NoNode for an empty cell. The result is shared.
func (c *columns) nodes(t *Table, name string) ([]Node, error) {
	column := t.Column(name)
	if nodes, ok := c.nodesOf[column]; ok {
		return nodes, nil
	}
	nodes := make([]Node, t.Len(c.snapshot.facts))
	for i, row := range t.each(c.snapshot.facts) {
		key := *column.words(row)
		n := c.keys.Find(key)
		if n < 0 && key != "" {
			return nil, c.unknown(t, column, i, key)
		}
		nodes[i] = Node(n) // -1 is NoNode
	}
	c.nodesOf[column] = nodes
	return nodes, nil
}

// sources gives the sources of a table's rows; what check will refuse stays 0.
func (c *columns) sources(t *Table) []Node {
	column := t.Column("source")
	if nodes, ok := c.nodesOf[column]; ok {
		return nodes
	}
	nodes := make([]Node, t.Len(c.snapshot.facts))
	for i, row := range t.each(c.snapshot.facts) {
		if n := c.ids.Find(*column.words(row)); n >= 0 {
			nodes[i] = c.snapshot.bySource.first + Node(n)
		}
	}
	c.nodesOf[column] = nodes
	return nodes
}

// check refuses a release in which any reference column names nothing, also in tables that are not indexed.
func (c *columns) check() error {
	for _, t := range Tables() {
		for i := range t.Columns {
			column := &t.Columns[i]
			if _, resolved := c.nodesOf[column]; column.Type != Reference || resolved && column.Name != "source" {
				continue
			}
			for row, key := range t.Strings(c.snapshot.facts, i) {
				if key != "" && c.keys.Find(key) < 0 && c.ids.Find(key) < 0 {
					return c.unknown(t, column, row, key)
				}
			}
		}
	}
	return nil
}

func (c *columns) unknown(t *Table, column *Column, row int, key string) error {
	return fmt.Errorf("%s.csv:%d: %s %q is not known", t.Name, t.Line(c.snapshot.facts, row), column.Name, key)
}

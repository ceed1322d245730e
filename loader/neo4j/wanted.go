package neo4j

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/lodestone-graph/lodestone/graph"
)

// wanted is the graph that a release becomes. Rows stay in the facts; this only says what each is and what it joins.
type wanted struct {
	facts     *graph.Facts
	model     *model
	nodes     map[string]map[string]wantedNode     // base label, id
	relations map[string]map[string]wantedRelation // type, id
}

type wantedNode struct {
	table *nodeTable
	row   int
}

type wantedRelation struct {
	from, to end
	row      int // -1: drawn from a column of a node
}

// newWanted checks that the facts can be told apart and joined, which a load relies on. The error is ErrFacts with every row at
// fault: Load is for facts that have been checked.
func newWanted(facts *graph.Facts) (*wanted, error) {
	w := &wanted{facts: facts, model: theModel(), nodes: map[string]map[string]wantedNode{}, relations: map[string]map[string]wantedRelation{}}
	var faults faults
	for _, t := range graph.Tables() {
		w.checkCells(t, &faults)
	}
	for _, n := range w.model.nodes {
		w.addNodes(n, &faults)
	}
	for _, r := range w.model.verbs {
		w.relations[r.name] = map[string]wantedRelation{}
		if r.table != nil {
			w.addRelations(r, &faults)
		}
	}
	for _, n := range w.model.nodes {
		for _, l := range n.links {
			w.addLinks(n, l, &faults)
		}
	}
	return w, faults.err()
}

// faults gathers what is wrong, all of it, and prints the first twenty.
type faults []string

func (f *faults) add(t *graph.Table, line int32, format string, args ...any) {
	*f = append(*f, fmt.Sprintf("%s.csv:%d: %s", t.Name, line, fmt.Sprintf(format, args...)))
}

func (f faults) err() error {
	if len(f) == 0 {
		return nil
	}
	shown := f[:min(len(f), 20)]
	return fmt.Errorf("%w: %d faults:\n%s", ErrFacts, len(f), strings.Join(shown, "\n"))
}

func (w *wanted) checkCells(t *graph.Table, faults *faults) {
	var before int32
	var cells []string
	for i := range t.Len(w.facts) {
		line := t.Line(w.facts, i)
		if line <= before {
			faults.add(t, line, "comes after line %d: rows must be in the order of their lines, counted from 1", before)
		}
		before = line
		cells = t.AppendCells(cells[:0], w.facts, i)
		for c, cell := range cells {
			if cell == "" && t.Columns[c].Required {
				faults.add(t, line, "%s is empty", t.Columns[c].Name)
			}
			if !utf8.ValidString(cell) {
				faults.add(t, line, "%s is not UTF-8: %q", t.Columns[c].Name, cell)
			}
		}
	}
}

func (w *wanted) addNodes(n *nodeTable, faults *faults) {
	if w.nodes[n.base] == nil {
		w.nodes[n.base] = map[string]wantedNode{}
	}
	nodes := w.nodes[n.base]
	for i := range n.table.Len(w.facts) {
		id := rowID(n.table, w.facts, i)
		if _, twice := nodes[id]; twice {
			faults.add(n.table, n.table.Line(w.facts, i), "the id %s is taken", id)
		}
		nodes[id] = wantedNode{table: n, row: i}
	}
}

func (w *wanted) addRelations(r *relationType, faults *faults) {
	var cells []string
	for i := range r.table.Len(w.facts) {
		cells = r.table.AppendCells(cells[:0], w.facts, i)
		from, okFrom := w.resolve(r.table, r.fromIndex, i, cells[r.fromIndex], faults)
		to, okTo := w.resolve(r.table, r.toIndex, i, cells[r.toIndex], faults)
		if okFrom && okTo {
			w.addRelation(r, rowID(r.table, w.facts, i), wantedRelation{from: from, to: to, row: i}, faults)
		}
	}
}

func (w *wanted) addRelation(r *relationType, id string, rel wantedRelation, faults *faults) {
	if _, twice := w.relations[r.name][id]; twice {
		faults.add(r.table, r.table.Line(w.facts, rel.row), "the key %s is taken", id)
	}
	w.relations[r.name][id] = rel
}

func (w *wanted) addLinks(n *nodeTable, l nodeLink, faults *faults) {
	var cells []string
	for i := range n.table.Len(w.facts) {
		cells = n.table.AppendCells(cells[:0], w.facts, i)
		if cells[l.index] == "" {
			continue
		}
		to, ok := w.resolve(n.table, l.index, i, cells[l.index], faults)
		if !ok {
			continue
		}
		id := rowID(n.table, w.facts, i)
		from := end{n.base, id}
		if l.reverse {
			from, to = to, from
		}
		w.relations[l.verb.name][linkID(n, id, l.column)] = wantedRelation{from: from, to: to, row: -1}
	}
}

// resolve finds the node that a cell names.
func (w *wanted) resolve(t *graph.Table, column, row int, id string, faults *faults) (end, bool) {
	refs := t.Columns[column].Refs
	for _, ref := range refs {
		base := w.model.baseOf[ref]
		if node, ok := w.nodes[base][id]; ok && slices.Contains(refs, node.table.table.Name) {
			return end{base, id}, true
		}
	}
	if id != "" {
		faults.add(t, t.Line(w.facts, row), "%s names %q, which is not among %s", t.Columns[column].Name, id, strings.Join(refs, ", "))
	}
	return end{}, false
}

// counts tells how many nodes and relationships are wanted, and the rows they are made of.
func (w *wanted) counts() (nodes, relations, rows int) {
	for _, n := range w.nodes {
		nodes += len(n)
	}
	for _, r := range w.relations {
		relations += len(r)
	}
	for _, table := range graph.Tables() {
		rows += table.Len(w.facts)
	}
	return nodes, relations, rows
}

// rowID is the id of a row: its own, or one made of the table and the natural key.
func rowID(t *graph.Table, f *graph.Facts, row int) string { return idOf(t, t.Cells(f, row)) }

func idOf(t *graph.Table, cells []string) string {
	if t.HasID() {
		return cells[0]
	}
	var parts []string
	for _, c := range t.Key() {
		part := cells[c]
		if strings.ContainsAny(part, `|\`) { // two keys never give one id
			part = strings.ReplaceAll(strings.ReplaceAll(part, `\`, `\\`), "|", `\|`)
		}
		parts = append(parts, part)
	}
	return t.Name + ":" + strings.Join(parts, "|")
}

// linkID is the id of a relationship drawn from a column of a node.
func linkID(n *nodeTable, id, column string) string {
	if n.table.HasID() {
		id = n.table.Name + ":" + id
	}
	return id + "/" + column
}

// propertiesFor are all properties of a row, without those every row has.
func propertiesFor(properties []property, cells []string) (map[string]any, error) {
	values := make(map[string]any, len(properties)+3)
	for _, p := range properties {
		value, text, err := propertyOf(p.column, cells[p.index])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		if value != nil {
			values[p.name] = value
		}
		if text != "" {
			values[p.name+textSuffix] = text
		}
	}
	return values, nil
}

// keysFor counts what propertiesFor gives.
func keysFor(properties []property, cells []string) int {
	keys := 0
	for _, p := range properties {
		if cells[p.index] == "" {
			continue
		}
		keys++
		if p.hasText() {
			if _, text, _ := propertyOf(p.column, cells[p.index]); text != "" {
				keys++
			}
		}
	}
	return keys
}

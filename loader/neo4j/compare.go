package neo4j

import (
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Change counts the rows of one table that a load touches.
type Change struct {
	Table                   string
	Added, Changed, Removed int
}

// plan is what has to be written so that the database holds what is wanted.
type plan struct {
	removeRelations map[*relationType][]any
	removeNodes     map[string][]any
	updateNodes     map[relabelling][]any
	createNodes     map[*nodeTable][]newNode
	updateRelations map[*relationType][]any
	createRelations map[relationEnds][]newRelation
	topSeq          map[string]int64 // by base label
	strays          bool             // there are nodes or relationships that no id leads to
	changes         map[string]*Change
	nodes           int // how many nodes change
	relations       int
}

// relabelling groups nodes that stay: an item that moved to another table changes its label with its properties.
type relabelling struct{ from, to *nodeTable }

// relationEnds groups new relationships by what a statement must spell out.
type relationEnds struct {
	verb     *relationType
	from, to string
}

// newNode and newRelation are what a load creates. They become parameters only when their turn comes: a million of those would take a
// gigabyte.
type newNode struct {
	row int
	seq int64
}

type newRelation struct {
	id   string
	want wantedRelation
}

func newPlan() *plan {
	return &plan{removeRelations: map[*relationType][]any{}, removeNodes: map[string][]any{}, updateNodes: map[relabelling][]any{},
		createNodes: map[*nodeTable][]newNode{}, updateRelations: map[*relationType][]any{}, createRelations: map[relationEnds][]newRelation{},
		topSeq: map[string]int64{}, changes: map[string]*Change{}}
}

// change is the count of a table; a nil table stands for relationships drawn from columns.
func (p *plan) change(t *graph.Table) *Change {
	name := ""
	if t != nil {
		name = t.Name
	}
	if p.changes[name] == nil {
		p.changes[name] = &Change{Table: name}
	}
	return p.changes[name]
}

func (p *plan) empty() bool { return p.nodes+p.relations == 0 }

// weight estimates what the plan costs in one transaction, in changed relationships. A node with its indexes costs several.
func (p *plan) weight() int { return p.relations + 5*p.nodes }

// compare reads what the database holds and plans the difference to what is wanted.
func (t *transaction) compare(ctx context.Context, w *wanted) (*plan, error) {
	p := newPlan()
	t.exact = true
	z, err := t.sizes(ctx, w.model)
	if err != nil {
		return nil, err
	}
	ends := map[int64]end{}
	kept, err := t.compareNodes(ctx, w, z, ends, p)
	if err != nil {
		return nil, err
	}
	p.addNodes(w, kept)
	for _, r := range w.model.verbs {
		if err := t.compareRelations(ctx, w, z, ends, p, r); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// compareNodes plans for the nodes that are there, and tells which of them stay, by base label and id.
func (t *transaction) compareNodes(ctx context.Context, w *wanted, z sizes, ends map[int64]end, p *plan) (map[string]map[string]bool, error) {
	kept := map[string]map[string]bool{}
	seen := map[string]int64{}
	for _, n := range w.model.nodes {
		if kept[n.base] == nil {
			kept[n.base] = map[string]bool{}
		}
		var failed error
		err := t.scanNodes(ctx, n, z, ends, func(row *storedRow) {
			seen[n.base]++
			p.topSeq[n.base] = max(p.topSeq[n.base], row.seq)
			want, ok := w.nodes[n.base][row.id]
			switch {
			case row.id == "" || kept[n.base][row.id]:
				p.strays = true
			case !ok:
				p.removeNodes[n.base] = append(p.removeNodes[n.base], row.id)
				p.change(n.table).Removed++
				p.nodes++
			default:
				kept[n.base][row.id] = true
				if err := p.keepNode(w, n, want, row); err != nil {
					failed = err
				}
			}
		})
		if err != nil || failed != nil {
			return nil, firstError(err, failed)
		}
	}
	for _, base := range w.model.bases {
		p.strays = p.strays || seen[base] != z[base]
	}
	return kept, nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) keepNode(w *wanted, n *nodeTable, want wantedNode, row *storedRow) error {
	table := want.table.table
	cells := table.Cells(w.facts, want.row)
	line := int64(table.Line(w.facts, want.row))
	if want.table == n && row.sameAs(line, nodeKeys(n, cells), cells, end{}, end{}) {
		return nil
	}
	properties, err := nodeProperties(want.table, row.id, line, row.seq, cells)
	if err != nil {
		return err
	}
	group := relabelling{n, want.table}
	p.updateNodes[group] = append(p.updateNodes[group], map[string]any{"id": row.id, "p": properties})
	p.change(table).Changed++
	p.nodes++
	return nil
}

// addNodes plans the nodes that are not there yet, in the order of the facts.
func (p *plan) addNodes(w *wanted, kept map[string]map[string]bool) {
	for _, n := range w.model.nodes {
		for i := range n.table.Len(w.facts) {
			if kept[n.base][rowID(n.table, w.facts, i)] {
				continue
			}
			p.topSeq[n.base]++
			p.createNodes[n] = append(p.createNodes[n], newNode{i, p.topSeq[n.base]})
			p.change(n.table).Added++
			p.nodes++
		}
	}
}

func nodeProperties(n *nodeTable, id string, line, seq int64, cells []string) (map[string]any, error) {
	properties, err := propertiesFor(n.properties, cells)
	if err != nil {
		return nil, err
	}
	properties["id"], properties["line"], properties["seq"] = id, line, seq
	return properties, nil
}

// nodeKeys counts what nodeProperties gives.
func nodeKeys(n *nodeTable, cells []string) int {
	keys := keysFor(n.properties, cells) + 2
	if !n.table.HasID() {
		keys++
	}
	return keys
}

func (t *transaction) compareRelations(ctx context.Context, w *wanted, z sizes, ends map[int64]end, p *plan, r *relationType) error {
	kept := map[string]bool{}
	var seen int64
	var failed error
	err := t.scanRelations(ctx, r, z, ends, func(row *storedRow) {
		seen++
		want, ok := w.relations[r.name][row.id]
		switch {
		case row.id == "" || kept[row.id] || row.to.label == "" || row.to.id == "" || row.from.id == "":
			p.strays = true
		case !ok:
			p.remove(r, row.id)
			p.change(r.table).Removed++
		case row.from != want.from || row.to != want.to:
			p.remove(r, row.id) // an end cannot be moved: it is made again
		default:
			kept[row.id] = true
			if err := p.keepRelation(w, r, want, row); err != nil {
				failed = err
			}
		}
	})
	p.strays = p.strays || seen != z[r.name]
	if err != nil || failed != nil {
		return firstError(err, failed)
	}
	p.addRelations(w, r, kept)
	return nil
}

// addRelations plans the relationships that are not there yet, in the order of their ids: so the server finds the nodes and the places
// in its indexes where it just was, which halves its work.
func (p *plan) addRelations(w *wanted, r *relationType, kept map[string]bool) {
	var ids []string
	for id := range w.relations[r.name] {
		if !kept[id] {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		want := w.relations[r.name][id]
		group := relationEnds{r, want.from.label, want.to.label}
		p.createRelations[group] = append(p.createRelations[group], newRelation{id, want})
		p.change(r.table).Added++
		p.relations++
	}
}

func (p *plan) remove(r *relationType, id string) {
	p.removeRelations[r] = append(p.removeRelations[r], id)
	p.relations++
}

func (p *plan) keepRelation(w *wanted, r *relationType, want wantedRelation, row *storedRow) error {
	var cells []string
	var line int64
	keys := 1
	if r.table != nil {
		cells = r.table.Cells(w.facts, want.row)
		line = int64(r.table.Line(w.facts, want.row))
		keys = keysFor(r.properties, cells) + 2
	}
	if row.sameAs(line, keys, cells, want.from, want.to) {
		return nil
	}
	properties, err := relationProperties(w, r, row.id, want)
	if err != nil {
		return err
	}
	p.updateRelations[r] = append(p.updateRelations[r], map[string]any{"id": row.id, "p": properties})
	p.change(r.table).Changed++
	p.relations++
	return nil
}

func relationProperties(w *wanted, r *relationType, id string, want wantedRelation) (map[string]any, error) {
	if r.table == nil {
		return map[string]any{"id": id}, nil
	}
	properties, err := propertiesFor(r.properties, r.table.Cells(w.facts, want.row))
	if err != nil {
		return nil, err
	}
	properties["id"], properties["line"] = id, int64(r.table.Line(w.facts, want.row))
	return properties, nil
}

package belief

import (
	"context"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// identity are the tables that say which things there are, and how things are kinds and members of each other.
var identity = []string{"sources", "countries", "regions", "region_members", "elements", "materials", "components", "products", "kinds", "aliases",
	"item_groups", "item_group_members", "firms", "licence_types"}

// dated are the columns of natural keys that say when something was stated, not about what. Columns that name things are not.
var dated = []string{"year", "as_of", "start", "from", "to"}

// spans are the tables in which the months belong to the subject.
var spans = []string{"period_exports"}

// lasts are the columns that hold the last day of what a row says.
var lasts = []string{"end", "expires", "ends", "until"}

// subject tells beliefs apart.
type subject struct {
	table   int
	subject string
}

// gatherer collects what a view knows of some things.
type gatherer struct {
	view   *graph.View
	about  []bool          // by node
	carry  map[string]bool // controls and plants that a kept row ties to what is asked about
	thing  map[subject][]graph.RowRef
	onDate graph.Day
}

// checkEvery is how many rows are looked at between looks at the context.
const checkEvery = 4096

// gather lists the rows that a view knows, that are not over, and that are about the things named, by subject.
func gather(ctx context.Context, v *graph.View, keys []string) (map[subject][]graph.RowRef, error) {
	var about []graph.Node
	for _, key := range keys {
		if n, ok := v.Lookup(key); ok {
			about = append(about, n)
		}
	}
	g := &gatherer{view: v, about: v.Concerning(about), carry: map[string]bool{}, thing: map[subject][]graph.RowRef{}, onDate: v.AsOf}
	if len(about) == 0 {
		return g.thing, nil
	}
	last := func(name string) bool { return name == "export_controls" || name == "facilities" }
	for _, later := range []bool{false, true} { // what other rows tie controls and plants to goes first
		for number, t := range graph.Tables() {
			if slices.Contains(identity, t.Name) || last(t.Name) != later {
				continue
			}
			if err := g.table(ctx, number, t); err != nil {
				return nil, err
			}
		}
	}
	return g.thing, nil
}

func (g *gatherer) table(ctx context.Context, number int, t *graph.Table) error {
	f := g.view.Facts()
	for i := range t.Len(f) {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if !g.view.Knows(number, int32(i)) {
			continue
		}
		cells := t.Cells(f, i)
		if !g.concerns(t, cells) || over(t, cells, g.onDate) {
			continue
		}
		id := subject{number, subjectOf(t, cells)}
		g.thing[id] = append(g.thing[id], graph.RowRef{Table: number, Index: int32(i)})
	}
	return nil
}

// concerns tells whether a row names what concerns the things asked about.
func (g *gatherer) concerns(t *graph.Table, cells []string) bool {
	found := t.HasID() && g.marked(cells[0]) || g.carry[cells[0]] && t.HasID()
	for c := range t.Columns {
		if column := &t.Columns[c]; !found && column.Type == graph.Reference && column.Name != "source" {
			found = g.marked(cells[c])
		}
	}
	if !found {
		return false
	}
	switch t.Name {
	case "restricts", "listed_entities", "produces":
		g.carry[cells[0]] = true
	case "operates":
		g.carry[cells[1]] = true
	}
	return true
}

func (g *gatherer) marked(key string) bool {
	n, ok := g.view.Lookup(key)
	return ok && g.about[n]
}

// over tells whether what a row says has ended before a day.
func over(t *graph.Table, cells []string, on graph.Day) bool {
	for c := range t.Columns {
		if slices.Contains(lasts, t.Columns[c].Name) {
			if d, err := graph.ParseDate(cells[c]); err == nil && d.Known() && d.Last() < on {
				return true
			}
		}
		if t.Columns[c].Name == "status" && cells[c] == string(graph.SupplyStatusEnded) {
			return true
		}
	}
	return false
}

// subjectOf prints what a row is about: its natural key without what says when and by whom it was stated.
func subjectOf(t *graph.Table, cells []string) string {
	if t.Name == "licence_statistics" {
		return cells[1] // counts of the applications of one region follow each other
	}
	var parts []string
	for _, c := range t.Key() {
		column := &t.Columns[c]
		states := column.Name == "source" || slices.Contains(dated, column.Name) && column.Type != graph.Reference && !slices.Contains(spans, t.Name)
		if !states {
			parts = append(parts, cells[c])
		}
	}
	return strings.Join(parts, " | ")
}

package content

import (
	"cmp"
	"errors"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// ErrNoContentRule is a control that is no rule on content, or one whose rows the view leaves out.
var ErrNoContentRule = errors.New("the control is no rule on content")

// materialsOf names, for a control that asks for content, the clauses whose further rows list the materials: Part 1 of the annex, where the
// control's own rows are Part 2.
var materialsOf = map[string][]string{"mofcom-2025-61-1": {"mofcom-2025-61-2", "mofcom-2025-61-3"}}

// Scope says how a rule speaks of a good.
type Scope string

// The scopes, the surest first.
const (
	Named    Scope = "NAMED"    // a row names it, or a class of it
	ByClass  Scope = "CLASS"    // a row names some of its kinds
	Assembly Scope = "ASSEMBLY" // a part that may hold a named good, which the wording of a row may reach
	Outside  Scope = "OUTSIDE"  // nothing names it
)

func (s Scope) rank() int { return slices.Index([]Scope{Named, ByClass, Assembly, Outside}, s) }

// Rule is a rule on content, compiled for a view.
type Rule struct {
	Control   graph.Node
	Materials []graph.Node // with the kinds below them
	Elements  []graph.Node // the rare earths that the materials hold

	view   *graph.View
	rows   map[graph.Node]graph.RowRef // of goods named, and the kinds below them
	source map[graph.Node]graph.RowRef // of materials

	assembly    graph.Node // the good whose row speaks of parts and assemblies
	hasAssembly bool
	fixed       map[graph.Node]bool // what they hold
}

// NewRule compiles a control. The error is ErrNoContentRule.
func NewRule(v *graph.View, control graph.Node) (*Rule, error) {
	clauses, ok := materialsOf[v.Key(control)]
	if !ok {
		return nil, ErrNoContentRule
	}
	r := &Rule{Control: control, view: v, rows: named(v, v.Key(control)), source: map[graph.Node]graph.RowRef{}}
	for _, clause := range clauses {
		for item, row := range named(v, clause) {
			if _, own := r.rows[item]; own {
				continue
			}
			if at, known := r.source[item]; !known || row.Index < at.Index {
				r.source[item] = row
			}
		}
	}
	if len(r.rows) == 0 || len(r.source) == 0 {
		return nil, ErrNoContentRule
	}
	r.findAssembly()
	held := map[graph.Node]bool{}
	for item := range r.source {
		r.Materials = append(r.Materials, item)
		for _, under := range r.madeOf(item) {
			if e := v.Element(under); e != nil && e.Group != graph.ElementGroupNonRareEarth {
				held[under] = true
			}
		}
	}
	for e := range held {
		r.Elements = append(r.Elements, e)
	}
	slices.Sort(r.Materials)
	slices.Sort(r.Elements)
	return r, nil
}

// named lists the items that rows of a control name, with the kinds below them, each with its nearest row.
func named(v *graph.View, control string) map[graph.Node]graph.RowRef {
	found, depth := map[graph.Node]graph.RowRef{}, map[graph.Node]int{}
	table := tableIndex("restricts")
	for i := range v.Facts().Restricts {
		row := &v.Facts().Restricts[i]
		item, ok := v.Item(row.Item)
		if row.Control != control || !ok || !v.On(table, int32(i)) {
			continue
		}
		for _, kind := range append([]graph.Node{item}, v.Below(item)...) {
			d := slices.Index(v.Above(kind), item) + 1
			if was, known := depth[kind]; !known || d < was {
				found[kind], depth[kind] = graph.RowRef{Table: table, Index: int32(i)}, d
			}
		}
	}
	return found
}

// ScopeOf says how the rule speaks of an item, by which row, and which item named that row stands for.
func (r *Rule) ScopeOf(item graph.Node) (scope Scope, like graph.Node, row graph.RowRef) {
	if row, ok := r.rows[item]; ok {
		return Named, item, row
	}
	for _, kind := range r.view.Below(item) {
		if row, ok := r.rows[kind]; ok {
			return ByClass, item, row
		}
	}
	if r.hasAssembly && r.view.Is(item, graph.KindComponent) && slices.ContainsFunc(r.madeOf(item), func(under graph.Node) bool { return under != item && r.fixed[under] }) {
		return Assembly, r.assembly, r.rows[r.assembly]
	}
	return Outside, item, graph.RowRef{}
}

// findAssembly finds the named good, first by key, that is made, one step down, of other named goods: its row speaks of parts and assemblies
// that hold these, and their kinds.
func (r *Rule) findAssembly() {
	r.fixed = map[graph.Node]bool{}
	for item := range r.rows {
		held := map[graph.Node]bool{}
		for _, row := range r.view.Feeds.In(item) {
			from := r.view.Feeds.From[row]
			if _, ok := r.rows[from]; ok && r.view.On(r.view.Feeds.Table, row) {
				for _, kind := range append([]graph.Node{from}, r.view.Below(from)...) {
					held[kind] = true
				}
			}
		}
		if len(held) > 0 && (!r.hasAssembly || r.view.Key(item) < r.view.Key(r.assembly)) {
			r.assembly, r.hasAssembly, r.fixed = item, true, held
		}
	}
}

// Goods lists the goods that the rule speaks of: those named first, then classes, then assemblies, each by key.
func (r *Rule) Goods() []graph.Node {
	var goods []graph.Node
	scope := map[graph.Node]Scope{}
	for item := range graph.Node(r.view.Items()) {
		if s, _, _ := r.ScopeOf(item); s != Outside && r.view.InChain(item) {
			goods, scope[item] = append(goods, item), s
		}
	}
	slices.SortFunc(goods, func(x, y graph.Node) int {
		return cmp.Or(cmp.Compare(scope[x].rank(), scope[y].rank()), cmp.Compare(r.view.Key(x), r.view.Key(y)))
	})
	return goods
}

// madeOf lists an item and everything whose mass may go into it, by recipes and, at a class without a recipe, by kinds.
func (r *Rule) madeOf(item graph.Node) []graph.Node {
	v, seen := r.view, map[graph.Node]bool{item: true}
	list := []graph.Node{item}
	add := func(n graph.Node) {
		if !seen[n] {
			seen[n] = true
			list = append(list, n)
		}
	}
	for i := 0; i < len(list); i++ {
		at := list[i]
		for _, row := range v.Feeds.In(at) {
			if v.On(v.Feeds.Table, row) && !v.IsJoint(row) {
				add(v.Feeds.From[row])
			}
		}
		if len(v.Feeds.In(at)) == 0 {
			for _, row := range v.Kinds.In(at) {
				add(v.Kinds.From[row])
			}
		}
	}
	return list
}

func tableIndex(name string) int {
	return slices.IndexFunc(graph.Tables(), func(t *graph.Table) bool { return t.Name == name })
}

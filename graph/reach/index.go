package reach

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// Index is the links of a view, compiled once for all starts. It never changes, so any number of readers may ask it at the same time.
type Index struct {
	view   *graph.View
	follow [uses + 1]bool // by rank of the relation
	graph  *solve.Graph   // node i is node i of the view; then come the items once more, as what firms that make them use
	tiers  sync.Pool
}

// NewIndex compiles the links of a view that follow some relations; none is all. The error is the context's, or names a relation that
// does not exist. It costs O(links).
func NewIndex(ctx context.Context, v *graph.View, through []Relation) (*Index, error) {
	x := &Index{view: v}
	if len(through) == 0 {
		through = Relations()
	}
	for _, relation := range through {
		rank := slices.Index(Relations(), relation)
		if rank < 0 {
			return nil, fmt.Errorf("relation %q is not known", relation)
		}
		x.follow[rank] = true
	}
	l := x.links()
	l.Share = make([]float64, len(l.Buyer))
	var err error
	x.graph, err = solve.Compile(ctx, l)
	return x, err
}

// links lists the links of the view. What goes into an item goes, by a node that takes no tier, to all who make it: so their number stays
// linear in the rows.
func (x *Index) links() *solve.System {
	v := x.view
	l := &solve.System{Rules: make([]solve.Rule, v.Nodes()), Passing: make([]bool, v.Nodes(), v.Nodes()+v.Items())}
	link := func(from, to graph.Node) {
		l.Supplier, l.Buyer = append(l.Supplier, int32(from)), append(l.Buyer, int32(to))
	}
	for rank, r := range x.relations() {
		for row := range int32(r.relation.Len()) {
			if from, to := r.relation.From[row], r.relation.To[row]; x.follow[rank] && r.active(row) && from != graph.NoNode && to != graph.NoNode {
				link(from, to)
			}
		}
	}
	if !x.follow[uses] {
		return l
	}
	for i := range v.Items() {
		item, use := graph.Node(i), graph.Node(len(l.Rules))
		l.Rules, l.Passing = append(l.Rules, solve.Sum), append(l.Passing, true)
		for _, row := range v.Feeds.In(item) {
			if x.fed(row) && v.InChain(v.Feeds.From[row]) {
				link(v.Feeds.From[row], use)
			}
		}
		x.makers(item, func(firm graph.Node, _, _ int32) { link(use, firm) })
	}
	return l
}

// From finds what the starts reach; see the function From. Of the options, Through is that of the index.
func (x *Index) From(ctx context.Context, starts []graph.Node, options Options) (*Reach, error) {
	direction := solve.Up
	switch options.Direction {
	case Up:
	case Down:
		direction = solve.Down
	default:
		return nil, fmt.Errorf("direction %q is not known", options.Direction)
	}
	tiers, ok := x.tiers.Get().(*solve.Tiers)
	if !ok {
		tiers = &solve.Tiers{}
	}
	defer x.tiers.Put(tiers)
	roots := make([]int32, len(starts))
	for i, n := range starts {
		roots[i] = int32(n)
	}
	if err := x.graph.Reach(ctx, roots, direction, 0, tiers); err != nil {
		return nil, err
	}
	r := &Reach{Flags: x.view.Flags(), index: x, up: options.Direction == Up, tier: make([]uint32, x.view.Nodes())}
	for t := range tiers.Len() {
		tiers.Each(t, func(n int32) {
			if int(n) < len(r.tier) {
				r.tier[n] = uint32(t + 1)
			}
		})
	}
	r.list(options.Kinds, tiers.Len())
	return r, nil
}

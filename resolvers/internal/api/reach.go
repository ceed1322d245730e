package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/reach"
)

// Reach is what was reached: a page of nodes, and counts of all.
type Reach struct {
	Connection[*Reached]
	Kinds  []reach.KindCount
	Stages []reach.StageCount
	Flags  []graph.Flag
}

// The counts of a reach.
type (
	KindCount  = reach.KindCount
	StageCount = reach.StageCount
)

// Reached is a node and how far it is.
type Reached struct {
	Node Node
	Tier int

	world *World
	found *reach.Reach
	node  graph.Node
}

// ReachLink is how a node was first reached.
type ReachLink struct {
	From Node
	Link reach.Relation

	world *World
	rows  []graph.RowRef
}

// Reach finds everything that can be touched from some things, nearest first.
func (v *View) Reach(ctx context.Context, of []string, direction reach.Direction, kinds []graph.NodeKind, through []reach.Relation, first int, after *string) (*Reach, error) {
	w := v.world
	f := &finder{ctx: ctx, world: w}
	starts := f.nodes(of, anything)
	if f.err != nil {
		return nil, f.err
	}
	if len(starts) == 0 {
		return nil, emptyList("of", "Name at least one thing to start from.")
	}
	if through != nil && len(through) == 0 {
		return nil, emptyList("through", "Leave through out to follow all links.")
	}
	if kinds != nil && len(kinds) == 0 {
		return nil, emptyList("kinds", "Leave kinds out to list all kinds.")
	}
	index, err := w.Reaches(ctx, through)
	if err != nil {
		return nil, err
	}
	found, err := index.From(ctx, starts, reach.Options{Direction: direction, Kinds: kinds})
	if err != nil {
		return nil, err
	}
	s := sequence[reach.Reached, *Reached]{
		name: "reach", elements: found.Nodes,
		key:  func(r reach.Reached) string { return w.View.Key(r.Node) },
		make: func(r reach.Reached) *Reached { return &Reached{w.wrap(r.Node), r.Tier, w, found, r.Node} },
	}
	page, err := s.page(first, after)
	if err != nil {
		return nil, err
	}
	return &Reach{*page, found.Kinds, found.Stages, w.View.Flags()}, nil
}

// Via is the link by which the node was first reached.
func (r *Reached) Via() *ReachLink {
	link, _ := r.found.Why(r.node)
	return &ReachLink{r.world.wrap(link.From), link.Relation, r.world, link.Rows}
}

// Rows opens the rows that state the link.
func (l *ReachLink) Rows(first int) []*Row { return l.world.rows(l.rows, first) }

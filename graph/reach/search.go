package reach

import (
	"cmp"
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// checkEvery is how many nodes are expanded between looks at the context.
const checkEvery = 1024

// none stands for no row.
const none int32 = -1

// search is one breadth-first search.
type search struct {
	view   *graph.View
	up     bool
	follow [8]bool  // by rank of the relation
	tier   []uint32 // by node: links from the starts plus one; 0 where it is not reached
	sizes  []int    // how many nodes each tier has, tier 0 first
}

// The ranks of the relations.
const (
	feeds = iota
	kindOf
	makes
	operates
	produces
	supplies
	buys
	uses
)

func (s *search) run(ctx context.Context, starts []graph.Node) error {
	s.tier = make([]uint32, s.view.Nodes())
	passed := make([]bool, s.view.Items()) // items whose makers, or whose inputs for their makers, have been looked at
	frontier := make([]graph.Node, 0, len(starts))
	for _, n := range starts {
		if s.tier[n] == 0 {
			s.tier[n] = 1
			frontier = append(frontier, n)
		}
	}
	expanded := 0
	for tier := uint32(2); len(frontier) > 0; tier++ {
		s.sizes = append(s.sizes, len(frontier))
		var next []graph.Node
		for _, n := range frontier {
			if expanded++; expanded%checkEvery == 0 && ctx.Err() != nil {
				return context.Cause(ctx)
			}
			s.neighbours(n, s.up, passed, func(_ int, to graph.Node) {
				if s.tier[to] == 0 {
					s.tier[to] = tier
					next = append(next, to)
				}
			})
		}
		frontier = next
	}
	s.sizes = append(s.sizes, 0)
	return ctx.Err()
}

// neighbours visits what a node is linked to, against or with the flow of material. Items in passed are not looked through for
// their makers again.
func (s *search) neighbours(n graph.Node, up bool, passed []bool, visit func(rank int, to graph.Node)) {
	v := s.view
	always := func(int32) bool { return true }
	each := func(rank int, r *graph.Relation, active func(row int32) bool) {
		if !s.follow[rank] {
			return
		}
		rows, ends := r.Out(n), r.To
		if up {
			rows, ends = r.In(n), r.From
		}
		for _, row := range rows {
			if active(row) {
				visit(rank, ends[row])
			}
		}
	}
	if v.IsItem(n) {
		each(feeds, &v.Feeds, s.fed)
		each(kindOf, &v.Kinds, always)
	}
	each(makes, &v.Makes, s.made)
	each(operates, &v.Operates, s.operated)
	each(produces, &v.Produces, v.ProductionActive)
	each(supplies, &v.Supplies, v.SaleActive)
	each(buys, &v.Sold, v.SaleActive)
	if s.follow[uses] {
		s.users(n, up, passed, visit)
	}
}

func (s *search) fed(row int32) bool { return s.view.On(s.view.Feeds.Table, row) }

func (s *search) made(row int32) bool { return s.view.On(s.view.Makes.Table, row) }

func (s *search) operated(row int32) bool {
	return s.view.On(s.view.Operates.Table, row) && s.view.PlantActive(s.view.Operates.To[row])
}

// users visits the firms that make what an item goes into or, upwards, the items that go into what a firm makes.
func (s *search) users(n graph.Node, up bool, passed []bool, visit func(rank int, to graph.Node)) {
	v := s.view
	skip := func(item graph.Node) bool {
		if passed == nil {
			return false
		}
		seen := passed[item]
		passed[item] = true
		return seen
	}
	if !up && v.IsItem(n) && v.InChain(n) {
		for _, row := range v.Feeds.Out(n) {
			if s.fed(row) && !skip(v.Feeds.To[row]) {
				s.makers(v.Feeds.To[row], func(firm graph.Node, _, _ int32) { visit(uses, firm) })
			}
		}
	}
	if up && v.Is(n, graph.KindFirm) {
		s.outputs(n, func(item graph.Node) {
			if skip(item) {
				return
			}
			for _, row := range v.Feeds.In(item) {
				if s.fed(row) && v.InChain(v.Feeds.From[row]) {
					visit(uses, v.Feeds.From[row])
				}
			}
		})
	}
}

// makers visits the firms that make an item, with the rows that say so: of makes, and then no other, or of operates and produces
// for an active plant.
func (s *search) makers(item graph.Node, visit func(firm graph.Node, row, produced int32)) {
	v := s.view
	for _, row := range v.Makes.In(item) {
		if s.made(row) {
			visit(v.Makes.From[row], row, none)
		}
	}
	for _, row := range v.Produces.In(item) {
		if !v.ProductionActive(row) {
			continue
		}
		for _, run := range v.Operates.In(v.Produces.From[row]) {
			if s.operated(run) {
				visit(v.Operates.From[run], run, row)
			}
		}
	}
}

// outputs visits the items that a firm makes, some more than once.
func (s *search) outputs(firm graph.Node, visit func(item graph.Node)) {
	v := s.view
	for _, row := range v.Makes.Out(firm) {
		if s.made(row) {
			visit(v.Makes.To[row])
		}
	}
	for _, run := range v.Operates.Out(firm) {
		if !s.operated(run) {
			continue
		}
		for _, row := range v.Produces.Out(v.Operates.To[run]) {
			if v.ProductionActive(row) {
				visit(v.Produces.To[row])
			}
		}
	}
}

// first finds the first link to a node from the tier before.
func (s *search) first(n graph.Node) Link {
	rank, from := len(s.follow), graph.NoNode
	s.neighbours(n, !s.up, nil, func(r int, other graph.Node) {
		if s.tier[other] != s.tier[n]-1 {
			return
		}
		if r < rank || r == rank && cmp.Or(cmp.Compare(s.view.Key(other), s.view.Key(from)), cmp.Compare(other, from)) < 0 {
			rank, from = r, other
		}
	})
	source, sink := from, n
	if s.up {
		source, sink = n, from
	}
	return Link{From: from, Relation: Relations()[rank], Rows: s.rows(rank, source, sink)}
}

// rows finds what states a link: of several rows that do, those whose keys come first.
func (s *search) rows(rank int, source, sink graph.Node) []graph.RowRef {
	v := s.view
	var best []graph.RowRef
	offer := func(rows ...graph.RowRef) {
		if best == nil || slices.CompareFunc(rows, best, compare) < 0 {
			best = rows
		}
	}
	each := func(r *graph.Relation, active func(row int32) bool) {
		for _, row := range r.Out(source) {
			if r.To[row] == sink && active(row) {
				offer(r.Row(row))
			}
		}
	}
	switch rank {
	case feeds:
		each(&v.Feeds, s.fed)
	case kindOf:
		each(&v.Kinds, func(int32) bool { return true })
	case makes:
		each(&v.Makes, s.made)
	case operates:
		each(&v.Operates, s.operated)
	case produces:
		each(&v.Produces, v.ProductionActive)
	case supplies:
		each(&v.Supplies, v.SaleActive)
	case buys:
		each(&v.Sold, v.SaleActive)
	case uses:
		for _, row := range v.Feeds.Out(source) {
			if !s.fed(row) {
				continue
			}
			s.makers(v.Feeds.To[row], func(firm graph.Node, maker, produced int32) {
				switch {
				case firm != sink:
				case produced == none:
					offer(v.Feeds.Row(row), v.Makes.Row(maker))
				default:
					offer(v.Feeds.Row(row), v.Operates.Row(maker), v.Produces.Row(produced))
				}
			})
		}
	}
	return best
}

// compare orders rows by table, then by natural key: a snapshot keeps them in that order.
func compare(x, y graph.RowRef) int {
	return cmp.Or(cmp.Compare(x.Table, y.Table), cmp.Compare(x.Index, y.Index))
}

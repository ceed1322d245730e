package reach

import (
	"cmp"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// none stands for no row.
const none int32 = -1

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

// neighbours visits what a node is linked to, against or with the flow of material.
func (x *Index) neighbours(n graph.Node, up bool, visit func(rank int, to graph.Node)) {
	v := x.view
	for rank, r := range x.relations() {
		if !x.follow[rank] {
			continue
		}
		rows, ends := r.relation.Out(n), r.relation.To
		if up {
			rows, ends = r.relation.In(n), r.relation.From
		}
		for _, row := range rows {
			if r.active(row) {
				visit(rank, ends[row])
			}
		}
	}
	if !x.follow[uses] {
		return
	}
	if !up && v.IsItem(n) && v.InChain(n) {
		for _, row := range v.Feeds.Out(n) {
			if x.fed(row) {
				x.makers(v.Feeds.To[row], func(firm graph.Node, _, _ int32) { visit(uses, firm) })
			}
		}
	}
	if up && v.Is(n, graph.KindFirm) {
		x.outputs(n, func(item graph.Node) {
			for _, row := range v.Feeds.In(item) {
				if x.fed(row) && v.InChain(v.Feeds.From[row]) {
					visit(uses, v.Feeds.From[row])
				}
			}
		})
	}
}

// linking is a relation with the rows of it that count.
type linking struct {
	relation *graph.Relation
	active   func(row int32) bool
}

// relations are those of single rows, by rank.
func (x *Index) relations() [uses]linking {
	v := x.view
	return [uses]linking{
		feeds: {&v.Feeds, x.fed}, kindOf: {&v.Kinds, func(int32) bool { return true }}, makes: {&v.Makes, x.made}, operates: {&v.Operates, x.operated},
		produces: {&v.Produces, v.ProductionActive}, supplies: {&v.Supplies, v.SaleActive}, buys: {&v.Sold, v.SaleActive},
	}
}

func (x *Index) fed(row int32) bool { return x.view.On(x.view.Feeds.Table, row) }

func (x *Index) made(row int32) bool { return x.view.On(x.view.Makes.Table, row) }

func (x *Index) operated(row int32) bool {
	return x.view.On(x.view.Operates.Table, row) && x.view.PlantActive(x.view.Operates.To[row])
}

// makers visits the firms that make an item, with the rows that say so: of makes, and then no other, or of operates and produces
// for an active plant.
func (x *Index) makers(item graph.Node, visit func(firm graph.Node, row, produced int32)) {
	v := x.view
	for _, row := range v.Makes.In(item) {
		if x.made(row) {
			visit(v.Makes.From[row], row, none)
		}
	}
	for _, row := range v.Produces.In(item) {
		if !v.ProductionActive(row) {
			continue
		}
		for _, run := range v.Operates.In(v.Produces.From[row]) {
			if x.operated(run) {
				visit(v.Operates.From[run], run, row)
			}
		}
	}
}

// outputs visits the items that a firm makes, some more than once.
func (x *Index) outputs(firm graph.Node, visit func(item graph.Node)) {
	v := x.view
	for _, row := range v.Makes.Out(firm) {
		if x.made(row) {
			visit(v.Makes.To[row])
		}
	}
	for _, run := range v.Operates.Out(firm) {
		if !x.operated(run) {
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
func (r *Reach) first(n graph.Node) Link {
	x := r.index
	best, from := len(x.follow), graph.NoNode
	x.neighbours(n, !r.up, func(rank int, other graph.Node) {
		if r.tier[other] != r.tier[n]-1 {
			return
		}
		if rank < best || rank == best && cmp.Or(cmp.Compare(x.view.Key(other), x.view.Key(from)), cmp.Compare(other, from)) < 0 {
			best, from = rank, other
		}
	})
	source, sink := from, n
	if r.up {
		source, sink = n, from
	}
	return Link{From: from, Relation: Relations()[best], Rows: x.rows(best, source, sink)}
}

// rows finds what states a link: of several rows that do, those whose keys come first.
func (x *Index) rows(rank int, source, sink graph.Node) []graph.RowRef {
	v := x.view
	var best []graph.RowRef
	offer := func(rows ...graph.RowRef) {
		if best == nil || slices.CompareFunc(rows, best, compare) < 0 {
			best = rows
		}
	}
	if rank < uses {
		r := x.relations()[rank]
		for _, row := range r.relation.Out(source) {
			if r.relation.To[row] == sink && r.active(row) {
				offer(r.relation.Row(row))
			}
		}
		return best
	}
	for _, row := range v.Feeds.Out(source) {
		if !x.fed(row) {
			continue
		}
		x.makers(v.Feeds.To[row], func(firm graph.Node, maker, produced int32) {
			switch {
			case firm != sink:
			case produced == none:
				offer(v.Feeds.Row(row), v.Makes.Row(maker))
			default:
				offer(v.Feeds.Row(row), v.Operates.Row(maker), v.Produces.Row(produced))
			}
		})
	}
	return best
}

// compare orders rows by table, then by natural key: a snapshot keeps them in that order.
func compare(x, y graph.RowRef) int {
	return cmp.Or(cmp.Compare(x.Table, y.Table), cmp.Compare(x.Index, y.Index))
}

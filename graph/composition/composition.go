package composition

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Composition says what an item is made of.
type Composition struct {
	Item     graph.Node
	Unit     graph.Unit     // what one unit of the item is counted in; kg for elements and materials
	Elements []Part         // PRESENT ones first, then the most kilograms, then by key
	Lumps    []Part         // totals of many elements, never added to the elements
	Coverage graph.Coverage // of what goes into the item, in equal parts; see the package
	Rows     []graph.RowRef // every row that carries an element or lump into the item: feeds, and kinds at classes
	Flags    graph.Flags
}

// Part is one element, or lump item, in an item.
type Part struct {
	Element    graph.Node
	Presence   Presence
	Kilograms  graph.Interval   // in one unit of the item; unknown where no chain is quantified
	Complete   bool             // every chain that counts is quantified
	Confidence graph.Confidence // weakest row of the strongest chain that carries the presence
	Via        []Via            // the direct inputs (at a class: its kinds) that hold it, most kilograms first
	Rows       []graph.RowRef   // every row on the chains from the element to the item
}

// Via is a direct input of an item that brings an element in.
type Via struct {
	Item      graph.Node
	Presence  Presence       // PRESENT where this input alone makes it so; at a class, where this kind holds it for sure
	Kilograms graph.Interval // through this input alone, in one unit of the item; alternatives are not added
	Row       graph.RowRef   // of feeds or kinds
}

// Of works out the composition of an item. The error is that of the context, or names a node that is not an item. The cost is one
// pass, for each element found, over the recipes of what goes into the item.
func Of(ctx context.Context, v *graph.View, item graph.Node) (*Composition, error) {
	all, err := Table(ctx, v, []graph.Node{item})
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// Table works out the compositions of many items together: one pass, for each element found, over the recipes of what goes into any
// of them.
func Table(ctx context.Context, v *graph.View, items []graph.Node) ([]*Composition, error) {
	for _, item := range items {
		if !v.IsItem(item) {
			return nil, fmt.Errorf("%q is not an item", v.Key(item))
		}
	}
	b := readInto(v, items)
	coverage := b.coverages()
	out := make([]*Composition, len(items))
	inside := make([]*scope, len(items))
	for i, item := range items {
		inside[i] = b.scopeOf(item)
		out[i] = &Composition{Item: item, Unit: v.UnitOf(item), Coverage: coverage[b.place[item]], Flags: v.Flags()}
	}
	for _, thing := range b.items {
		lump := v.IsLump(thing)
		if !lump && !v.Is(thing, graph.KindElement) {
			continue
		}
		cells, err := b.column(ctx, thing)
		if err != nil {
			return nil, err
		}
		for i, item := range items {
			cell := &cells[b.place[item]]
			if cell.maybe == 0 {
				continue
			}
			part := Part{
				Element: thing, Presence: cell.presence(), Kilograms: cell.kilograms(), Complete: cell.quantified && !cell.missing,
				Confidence: cell.confidence(),
			}
			if item != thing {
				part.Via, part.Rows = b.via(item, cells), b.rowsOf(inside[i], cells)
			}
			if lump {
				out[i].Lumps = append(out[i].Lumps, part)
			} else {
				out[i].Elements = append(out[i].Elements, part)
			}
		}
	}
	for i := range out {
		b.finish(out[i])
	}
	return out, nil
}

// finish sorts the parts, collects the rows and sets the flags.
func (b *book) finish(c *Composition) {
	seen := map[graph.RowRef]bool{}
	for _, parts := range [][]Part{c.Elements, c.Lumps} {
		slices.SortFunc(parts, func(x, y Part) int {
			return cmp.Or(
				byPresence(x.Presence, y.Presence),
				byAmount(x.Kilograms, y.Kilograms),
				cmp.Compare(b.view.Key(x.Element), b.view.Key(y.Element)),
			)
		})
		for i := range parts {
			if !parts[i].Complete {
				c.Flags = c.Flags.With(graph.FlagIncomplete)
			}
			for _, row := range parts[i].Rows {
				if !seen[row] {
					seen[row] = true
					c.Rows = append(c.Rows, row)
				}
			}
		}
	}
	sortRows(c.Rows)
	if len(c.Lumps) > 0 {
		c.Flags = c.Flags.With(graph.FlagLumpApart)
	}
	if !b.known[b.place[c.Item]] {
		c.Flags = c.Flags.With(graph.FlagNoRecipe)
	}
}

// via lists the direct inputs of an item that hold something.
func (b *book) via(item graph.Node, cells []cell) []Via {
	var list []Via
	at := b.place[item]
	for _, l := range b.recipes[at].kinds {
		if kind := &cells[b.place[l.kind]]; kind.maybe > 0 {
			list = append(list, Via{Item: l.kind, Presence: kind.presence(), Kilograms: kind.kilograms(), Row: b.view.Kinds.Row(l.row)})
		}
	}
	for i := range b.recipes[at].rows {
		in := &b.recipes[at].rows[i]
		held := &cells[b.place[in.input]]
		if held.maybe == 0 {
			continue
		}
		one := Via{Item: in.input, Presence: Possible, Kilograms: graph.Unknown(), Row: b.view.Feeds.Row(in.row)}
		if in.essential && held.sure > 0 {
			one.Presence = Present
		}
		if in.stated && held.quantified {
			one.Kilograms = in.quantity.Times(held.kilograms())
		}
		list = append(list, one)
	}
	slices.SortStableFunc(list, func(x, y Via) int {
		return cmp.Or(byPresence(x.Presence, y.Presence), byAmount(x.Kilograms, y.Kilograms))
	})
	return list
}

// scope is what goes into an item, through any number of steps, and the item itself: places in the book.
type scope struct{ places []int32 }

func (b *book) scopeOf(item graph.Node) *scope {
	seen := make([]bool, len(b.items))
	s := &scope{places: []int32{b.place[item]}}
	seen[b.place[item]] = true
	add := func(n graph.Node) {
		if at := b.place[n]; !seen[at] {
			seen[at] = true
			s.places = append(s.places, at)
		}
	}
	for i := 0; i < len(s.places); i++ {
		r := &b.recipes[s.places[i]]
		for j := range r.rows {
			add(r.rows[j].input)
		}
		for _, l := range r.kinds {
			add(l.kind)
		}
	}
	return s
}

// rowsOf lists the rows inside a scope over which something flows.
func (b *book) rowsOf(s *scope, cells []cell) []graph.RowRef {
	var rows []graph.RowRef
	for _, at := range s.places {
		if cells[at].sure == rankItself {
			continue
		}
		r := &b.recipes[at]
		for i := range r.rows {
			if cells[b.place[r.rows[i].input]].maybe > 0 {
				rows = append(rows, b.view.Feeds.Row(r.rows[i].row))
			}
		}
		for _, l := range r.kinds {
			if cells[b.place[l.kind]].maybe > 0 {
				rows = append(rows, b.view.Kinds.Row(l.row))
			}
		}
	}
	sortRows(rows)
	return rows
}

// coverages works out, by place, which part of an item's make-up is resolved to kilograms; see the package for the definition.
func (b *book) coverages() []graph.Coverage {
	all := make([]graph.Coverage, len(b.items))
	for i, item := range b.items {
		if b.view.Is(item, graph.KindElement) {
			all[i] = graph.Coverage{Known: 1}
			continue
		}
		r := &b.recipes[i]
		lump := func(in ingredient) bool { return b.view.IsLump(in.input) }
		essential := slices.ContainsFunc(r.rows, func(in ingredient) bool { return in.essential && !lump(in) })
		var sum graph.Coverage
		for _, in := range r.rows {
			if essential && !in.essential || lump(in) {
				continue
			}
			part := all[b.place[in.input]]
			switch {
			case !in.stated:
				part = graph.Coverage{Unknown: 1}
			case in.rank <= uint8(graph.ConfidenceLow.Rank()):
				part = graph.Coverage{Assumed: part.Known + part.Assumed, Unknown: part.Unknown}
			}
			sum = graph.Coverage{Known: sum.Known + part.Known, Assumed: sum.Assumed + part.Assumed, Unknown: sum.Unknown + part.Unknown}
		}
		for _, l := range r.kinds {
			part := all[b.place[l.kind]]
			sum = graph.Coverage{Known: sum.Known + part.Known, Assumed: sum.Assumed + part.Assumed, Unknown: sum.Unknown + part.Unknown}
		}
		all[i] = graph.CoverageOf(sum.Known, sum.Assumed, sum.Unknown)
	}
	return all
}

func byPresence(x, y Presence) int {
	if x == y {
		return 0
	}
	if x == Present {
		return -1
	}
	return 1
}

// byAmount puts the larger amount first and unknown ones last.
func byAmount(x, y graph.Interval) int {
	a, b := x.Best(), y.Best()
	switch {
	case a > b || x.Known() && !y.Known():
		return -1
	case a < b || y.Known() && !x.Known():
		return 1
	}
	return 0
}

func sortRows(rows []graph.RowRef) {
	slices.SortFunc(rows, func(x, y graph.RowRef) int {
		return cmp.Or(cmp.Compare(x.Table, y.Table), cmp.Compare(x.Index, y.Index))
	})
}

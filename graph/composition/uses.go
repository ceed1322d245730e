package composition

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Mass is what one item holds of an element.
type Mass struct {
	Kilograms  graph.Interval // in one unit of the item; unknown where no chain is quantified or nothing of the item's make-up is on record
	Presence   Presence       // empty where nothing on record carries the element into the item; kilograms are 0 then, or unknown
	Complete   bool           // every chain that counts is quantified; false where the element is absent
	Confidence graph.Confidence
}

// Masses works out what every item holds of an element or lump item, by item node, in one pass over all items and recipes. For any
// other item it gives amounts of that item, in its own unit, as Uses does. The error is that of the context, or names a node that is
// not an item.
func Masses(ctx context.Context, v *graph.View, of graph.Node) ([]Mass, error) {
	b, cells, err := spread(ctx, v, of)
	if err != nil {
		return nil, err
	}
	masses := make([]Mass, v.Items())
	for i, item := range b.items {
		c := &cells[i]
		m := Mass{Kilograms: c.kilograms(), Presence: c.presence(), Complete: c.quantified && !c.missing, Confidence: c.confidence()}
		if c.maybe == 0 && b.known[i] {
			m.Kilograms = graph.Exactly(0)
		}
		masses[item] = m
	}
	return masses, nil
}

// spread works out a column over all items, for an item and all kinds below it.
func spread(ctx context.Context, v *graph.View, of graph.Node) (*book, []cell, error) {
	if !v.IsItem(of) {
		return nil, nil, fmt.Errorf("%q is not an item", v.Key(of))
	}
	b := readAll(v, v.Is(of, graph.KindElement) || v.IsLump(of))
	cells, err := b.column(ctx, append([]graph.Node{of}, v.Below(of)...)...)
	return b, cells, err
}

// Uses says what an item ends up in.
type Uses struct {
	Of    graph.Node
	Unit  graph.Unit // what the amounts count: kg for elements and materials
	Uses  []Use      // PRESENT ones first, then by tier, then by key
	Flags graph.Flags

	book  *book
	cells []cell
}

// Use is one item that holds another.
type Use struct {
	Item       graph.Node
	Presence   Presence
	Amount     graph.Interval // of the item asked about, in its unit, per one unit of the use; unknown where no chain is quantified
	Complete   bool           // every chain that counts is quantified
	Confidence graph.Confidence
	Tier       int // links of feeds and kinds on the shortest chain
}

// UsesOf finds everything an item ends up in. The item's own kinds stand for it: where one of them goes in, it goes in; they
// are not listed. The error is that of the context, or names a node that is not an item. The cost is two passes over all recipes.
func UsesOf(ctx context.Context, v *graph.View, of graph.Node) (*Uses, error) {
	b, cells, err := spread(ctx, v, of)
	if err != nil {
		return nil, err
	}
	u := &Uses{Of: of, Unit: v.UnitOf(of), Flags: v.Flags(), book: b, cells: cells}
	tiers := b.tiers(cells, of)
	for i, item := range b.items {
		if cells[i].maybe == 0 || tiers[i] == 0 {
			continue
		}
		c := &cells[i]
		use := Use{
			Item: item, Presence: c.presence(), Amount: c.kilograms(), Complete: c.quantified && !c.missing,
			Confidence: c.confidence(), Tier: tiers[i],
		}
		if !use.Complete {
			u.Flags = u.Flags.With(graph.FlagIncomplete)
		}
		u.Uses = append(u.Uses, use)
	}
	slices.SortFunc(u.Uses, func(x, y Use) int {
		return cmp.Or(
			byPresence(x.Presence, y.Presence),
			cmp.Compare(x.Tier, y.Tier),
			cmp.Compare(v.Key(x.Item), v.Key(y.Item)),
		)
	})
	return u, nil
}

// Rows opens a use: every row of feeds and kinds on the chains from the item asked about to the use. It costs one pass over what
// goes into the use.
func (u *Uses) Rows(use graph.Node) []graph.RowRef {
	return u.book.rowsOf(u.book.scopeOf(use), u.cells)
}

// tiers counts the links of the shortest chain to every item of the book, in one pass: items come after what goes into them. It is 0
// for the bases and for items that do not hold the thing.
func (b *book) tiers(cells []cell, of graph.Node) []int {
	tiers := make([]int, len(b.items))
	base := make([]bool, len(b.items))
	for _, n := range append([]graph.Node{of}, b.view.Below(of)...) {
		base[b.place[n]] = true
	}
	for i := range b.items {
		if base[i] || cells[i].maybe == 0 {
			continue
		}
		nearer := func(n graph.Node) {
			at := b.place[n]
			if cells[at].maybe > 0 && (tiers[i] == 0 || tiers[at]+1 < tiers[i]) {
				tiers[i] = tiers[at] + 1
			}
		}
		for j := range b.recipes[i].rows {
			nearer(b.recipes[i].rows[j].input)
		}
		for _, l := range b.recipes[i].kinds {
			nearer(l.kind)
		}
	}
	return tiers
}

package composition

import (
	"math"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// book holds what the sums need of the rows of feeds and kinds, for some items, inputs before outputs and grades before classes. It
// does not depend on the element. Items stand in it by their place.
type book struct {
	view      *graph.View
	items     []graph.Node
	place     []int32 // by item; -1 for items that are not in the book
	recipes   []recipe
	known     []bool                // something of what the item is made of is on record
	alternate map[pair][]graph.Node // by output and input: the other sides of its rows of substitutes
	elements  bool                  // the sums are over elements: joint-product rows carry nothing
}

type pair struct{ output, input graph.Node }

type recipe struct {
	rows   []ingredient // by key of the input
	groups []group      // of rows, in the order of their first row
	kinds  []link       // by key, where the item is a class without rows of its own
}

type link struct {
	row  int32
	kind graph.Node
}

// ingredient is a row of feeds that carries something.
type ingredient struct {
	row       int32
	input     graph.Node
	quantity  graph.Interval
	stated    bool // the quantity is known in part at least, and its units fit
	essential bool
	rank      uint8 // of its confidence
}

// group is a set of rows that are alternatives of each other.
type group struct {
	rows   []int // into recipe.rows
	needed int   // how many of them are essential
	named  bool  // one that is not essential is named in substitutes for the item
	stated bool  // an essential row states its quantity
}

// readAll reads the recipes of all items.
func readAll(v *graph.View, elements bool) *book {
	b := newBook(v, elements)
	b.items = v.Order()
	b.recipes = make([]recipe, len(b.items))
	for i, item := range b.items {
		b.place[item] = int32(i)
		b.recipes[i] = b.read(item)
	}
	b.decideKnown()
	return b
}

// readInto reads the recipes of what goes into some items, through any number of steps, and of the items themselves.
func readInto(v *graph.View, items []graph.Node) *book {
	b := newBook(v, true)
	type step struct {
		item   graph.Node
		recipe recipe
		next   int
	}
	const open = -2
	for _, item := range items {
		var stack []step
		enter := func(item graph.Node) {
			if b.place[item] == -1 {
				b.place[item] = open
				stack = append(stack, step{item: item, recipe: b.read(item)})
			}
		}
		enter(item)
		for len(stack) > 0 {
			s := &stack[len(stack)-1]
			s.next++
			switch i := s.next - 1; {
			case i < len(s.recipe.rows):
				enter(s.recipe.rows[i].input)
			case i < len(s.recipe.rows)+len(s.recipe.kinds):
				enter(s.recipe.kinds[i-len(s.recipe.rows)].kind)
			default:
				b.place[s.item] = int32(len(b.items))
				b.items = append(b.items, s.item)
				b.recipes = append(b.recipes, s.recipe)
				stack = stack[:len(stack)-1]
			}
		}
	}
	b.decideKnown()
	return b
}

func newBook(v *graph.View, elements bool) *book {
	b := &book{view: v, elements: elements, alternate: map[pair][]graph.Node{}, place: make([]int32, v.Items())}
	for i := range b.place {
		b.place[i] = -1
	}
	table := slices.IndexFunc(graph.Tables(), func(t *graph.Table) bool { return t.Name == "substitutes" })
	for i, s := range v.Facts().Substitutes {
		if s.ForItem == "" || !v.On(table, int32(i)) {
			continue
		}
		output, _ := v.Item(s.ForItem)
		item, _ := v.Item(s.Item)
		other, _ := v.Item(s.Substitute)
		b.alternate[pair{output, item}] = append(b.alternate[pair{output, item}], other)
		b.alternate[pair{output, other}] = append(b.alternate[pair{output, other}], item)
	}
	return b
}

// decideKnown finds the items of which something is on record, in one pass.
func (b *book) decideKnown() {
	b.known = make([]bool, len(b.items))
	for i, item := range b.items {
		r := &b.recipes[i]
		b.known[i] = b.view.Is(item, graph.KindElement) || !b.elements && b.view.IsOre(item) ||
			slices.ContainsFunc(r.rows, func(in ingredient) bool { return b.known[b.place[in.input]] }) ||
			slices.ContainsFunc(r.kinds, func(l link) bool { return b.known[b.place[l.kind]] })
	}
}

// read reads the recipe of an item.
func (b *book) read(item graph.Node) recipe {
	v, out := b.view, recipe{}
	if !v.HasRecipe(item) {
		for _, i := range v.Kinds.In(item) {
			out.kinds = append(out.kinds, link{i, v.Kinds.From[i]})
		}
		return out
	}
	for _, i := range v.Feeds.In(item) {
		joint := v.IsJoint(i)
		if !v.On(v.Feeds.Table, i) || joint && b.elements {
			continue
		}
		row := &v.Facts().Feeds[i]
		in := ingredient{
			row: i, input: v.Feeds.From[i], quantity: quantity(row),
			essential: row.Essential == graph.True, rank: uint8(row.Confidence.Rank()),
		}
		in.stated = !joint && in.quantity.Known() && unitsFit(row.Unit, v.UnitOf(in.input), v.UnitOf(item))
		out.rows = append(out.rows, in)
	}
	out.groups = b.group(item, out.rows)
	return out
}

// group joins rows that are alternatives of each other: two rows of which one is not essential, when they share a nearest class or
// face each other in substitutes for the item.
func (b *book) group(item graph.Node, rows []ingredient) []group {
	leader := make([]int, len(rows))
	for i := range rows {
		leader[i] = i
	}
	find := func(i int) int {
		for leader[i] != i {
			leader[i] = leader[leader[i]]
			i = leader[i]
		}
		return i
	}
	join := func(i int, others []int) {
		for _, j := range others {
			if x, y := find(i), find(j); x != y {
				leader[max(x, y)] = min(x, y)
			}
		}
	}
	optional := slices.ContainsFunc(rows, func(in ingredient) bool { return !in.essential })
	if optional && len(rows) > 1 {
		kinds := &b.view.Kinds
		seats := map[graph.Node][]int{} // by nearest class, and by input
		for i, in := range rows {
			for _, k := range kinds.Out(in.input) {
				seats[kinds.To[k]] = append(seats[kinds.To[k]], i)
			}
			seats[^in.input] = append(seats[^in.input], i) // no node is another's complement
		}
		for i, in := range rows {
			if in.essential {
				continue
			}
			for _, k := range kinds.Out(in.input) {
				join(i, seats[kinds.To[k]])
			}
			for _, other := range b.alternate[pair{item, in.input}] {
				join(i, seats[^other])
			}
		}
	}
	return b.collect(item, rows, find)
}

func (b *book) collect(item graph.Node, rows []ingredient, find func(int) int) []group {
	var groups []group
	at := make([]int, len(rows)) // by leader: the group's place, from 1
	for i, in := range rows {
		leader := find(i)
		if at[leader] == 0 {
			groups = append(groups, group{})
			at[leader] = len(groups)
		}
		g := &groups[at[leader]-1]
		g.rows = append(g.rows, i)
		if in.essential {
			g.needed++
			g.stated = g.stated || in.stated
		} else if len(b.alternate[pair{item, in.input}]) > 0 {
			g.named = true
		}
	}
	return groups
}

// quantity reads the amounts of a row; low and high default to the quantity.
func quantity(row *graph.Feed) graph.Interval {
	q := graph.Unknown()
	if row.Quantity.Known {
		q = graph.Exactly(row.Quantity.Value)
	}
	if row.QuantityLow.Known {
		q.Low = row.QuantityLow.Value
	}
	if row.QuantityHigh.Known {
		q.High = row.QuantityHigh.Value
	}
	if math.IsNaN(q.Mid) && q.Low == q.High {
		q.Mid = q.Low
	}
	return q
}

// unitsFit tells whether a row counts both of its ends in their own units. What is measured by its power is an input by the unit.
func unitsFit(unit graph.FeedUnit, input, output graph.Unit) bool {
	amount, per, _ := strings.Cut(string(unit), "_per_")
	return counts(amount, input) && (counts(per, output) || output == graph.UnitMW && per == "mw")
}

// counts tells whether a word of a feed's unit counts things of a unit. Technology and services are not counted in anything.
func counts(word string, unit graph.Unit) bool {
	return unit == "" || word == string(unit) || unit == graph.UnitMW && word == "unit"
}

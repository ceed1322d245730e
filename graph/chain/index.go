package chain

import (
	"cmp"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// salesIndex finds the sales to a buyer, and those of one item among them. Building it is linear in the sales; a search costs O(log of
// the buyer's sales).
type salesIndex struct {
	first   graph.Node   // firm
	starts  []int32      // by firm: where its purchases start
	numbers []int32      // of sales, by buyer, item and number
	items   []graph.Node // what each sells
}

// newSalesIndex sorts sales by item and then by buyer, each time leaving the order before as it is.
func newSalesIndex(list []sale, items int, first, end graph.Node) *salesIndex {
	numbers := make([]int32, len(list))
	for i := range numbers {
		numbers[i] = int32(i)
	}
	numbers, _ = distribute(numbers, items, func(n int32) int { return int(list[n].item) })
	x := &salesIndex{first: first, items: make([]graph.Node, len(list))}
	x.numbers, x.starts = distribute(numbers, int(end-first), func(n int32) int { return int(list[n].buyer - first) })
	for i, n := range x.numbers {
		x.items[i] = list[n].item
	}
	return x
}

// distribute sorts numbers by a place and leaves those of one place in their order. The second result says where each place starts.
func distribute(numbers []int32, places int, placeOf func(int32) int) (sorted, starts []int32) {
	starts = make([]int32, places+1)
	for _, n := range numbers {
		starts[placeOf(n)+1]++
	}
	for i := range places {
		starts[i+1] += starts[i]
	}
	sorted = make([]int32, len(numbers))
	next := slices.Clone(starts)
	for _, n := range numbers {
		at := &next[placeOf(n)]
		sorted[*at] = n
		*at++
	}
	return sorted, starts
}

// of lists the sales of an item to a buyer by their numbers. It is shared: do not change it.
func (x *salesIndex) of(buyer, item graph.Node) []int32 {
	start, end := x.starts[buyer-x.first], x.starts[buyer-x.first+1]
	items := x.items[start:end]
	low, found := slices.BinarySearch(items, item)
	if !found {
		return nil
	}
	high := low + 1
	for high < len(items) && items[high] == item {
		high++
	}
	return x.numbers[start:][low:high]
}

// buys tells whether a firm is a named buyer of an item.
func (x *salesIndex) buys(firm, item graph.Node) bool {
	_, found := slices.BinarySearch(x.items[x.starts[firm-x.first]:x.starts[firm-x.first+1]], item)
	return found
}

// bought lists what a firm buys, in the order of the first sale of each item.
func (x *salesIndex) bought(firm graph.Node) []graph.Node {
	start, end := x.starts[firm-x.first], x.starts[firm-x.first+1]
	if start == end {
		return nil
	}
	type purchase struct {
		item  graph.Node
		first int32
	}
	var purchases []purchase
	for i := start; i < end; i++ {
		if i == start || x.items[i] != x.items[i-1] {
			purchases = append(purchases, purchase{x.items[i], x.numbers[i]})
		}
	}
	slices.SortFunc(purchases, func(a, b purchase) int { return cmp.Compare(a.first, b.first) })
	items := make([]graph.Node, len(purchases))
	for i, p := range purchases {
		items[i] = p.item
	}
	return items
}

// lines counts pairs of a buyer and an item.
func (x *salesIndex) lines() int {
	n := 0
	for f := range len(x.starts) - 1 {
		for i := x.starts[f]; i < x.starts[f+1]; i++ {
			if i == x.starts[f] || x.items[i] != x.items[i-1] {
				n++
			}
		}
	}
	return n
}

// chunks cuts short slices from long ones, since a network has millions of them. What is appended to one moves it away.
type chunks[T any] struct{ free []T }

const chunk = 4096

func (c *chunks[T]) copy(values ...T) []T {
	if len(values) > len(c.free) {
		if len(values) > chunk/8 {
			return slices.Clone(values)
		}
		c.free = make([]T, chunk)
	}
	out := c.free[:len(values):len(values)]
	c.free = c.free[len(values):]
	copy(out, values)
	return out
}

// outputIndex finds outputs by firm and item. Nearly all firms make one thing, which takes no search.
type outputIndex struct {
	first graph.Node // firm
	only  []output   // by firm: one of its outputs, part -1 when there is none
	more  map[pair]int32
}

type output struct {
	item graph.Node
	part int32
}

func newOutputIndex(first, end graph.Node) *outputIndex {
	x := &outputIndex{first: first, only: make([]output, end-first), more: map[pair]int32{}}
	for i := range x.only {
		x.only[i].part = -1
	}
	return x
}

func (x *outputIndex) find(firm, item graph.Node) (part int32, ok bool) {
	if int(firm-x.first) >= len(x.only) {
		return 0, false // no firm
	}
	only := &x.only[firm-x.first]
	switch {
	case only.part < 0:
		return 0, false
	case only.item == item:
		return only.part, true
	}
	part, ok = x.more[pair{firm, item}]
	return part, ok
}

func (x *outputIndex) add(firm, item graph.Node, part int32) {
	if only := &x.only[firm-x.first]; only.part < 0 {
		*only = output{item, part}
	} else {
		x.more[pair{firm, item}] = part
	}
}

func (x *outputIndex) remove(firm, item graph.Node) {
	only := &x.only[firm-x.first]
	if only.part < 0 || only.item != item {
		delete(x.more, pair{firm, item})
		return
	}
	only.item = graph.NoNode // its place stays taken: the others are found behind it
}

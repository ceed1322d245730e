package composition

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph"
)

// Link is a row that carries something into an item, with what it counts for on its own.
type Link struct {
	Input graph.Node
	Row   graph.RowRef // of feeds or kinds
	// Quantity is how much of the input goes into one unit of the item: unknown where the row does not say, or its units do not fit, and at
	// joint-product rows. A row that is not essential counts from 0; it has no middle where it has alternatives. A grade of several
	// counts from 0 to 1, without a middle.
	Quantity graph.Interval
	Joint    bool // a joint-product row: what flows over it is not on record
}

// Links gives a way to ask what goes into an item, joint products too. It costs one pass over substitutes, and each question one over the
// rows of its item.
func Links(v *graph.View) func(item graph.Node) []Link {
	return newBook(v, false).links
}

func (b *book) links(item graph.Node) []Link {
	v, r := b.view, b.read(item)
	links := make([]Link, 0, len(r.rows)+len(r.kinds))
	for _, l := range r.kinds {
		quantity := graph.Exactly(1)
		if len(r.kinds) > 1 {
			quantity = graph.Between(0, 1)
		}
		links = append(links, Link{Input: l.kind, Row: v.Kinds.Row(l.row), Quantity: quantity})
	}
	for g := range r.groups {
		group := &r.groups[g]
		for _, i := range group.rows {
			in := &r.rows[i]
			link := Link{Input: in.input, Row: v.Feeds.Row(in.row), Quantity: graph.Unknown(), Joint: v.IsJoint(in.row)}
			if in.stated {
				link.Quantity = in.quantity
				if !in.essential {
					link.Quantity.Low = 0
					if len(group.rows) > 1 || group.named {
						link.Quantity.Mid = math.NaN()
					}
				}
			}
			links = append(links, link)
		}
	}
	return links
}

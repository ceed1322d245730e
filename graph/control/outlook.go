package control

import (
	"slices"
	"sync"

	"github.com/lodestone-graph/lodestone/graph"
)

// Stretch is a run of days on which one decision stands: from its first day to the day before that of the next stretch.
type Stretch struct {
	From     graph.Day // MinDay of the first
	Decision *Decision // that of the first day; shared, not to be changed
}

// Outlook is the border of the controlling country through all days, before and after that of its book's view, for goods of one end use.
// It keeps what it has found, as Gate does. Any number of readers may share it.
type Outlook struct {
	book  *Book
	use   EndUse
	turns []graph.Day
	mu    sync.Mutex
	kept  map[shipment][]Stretch
}

// Outlook looks at the border for an end use; empty is AnyUse.
func (b *Book) Outlook(use EndUse) *Outlook {
	return &Outlook{book: b, use: use, turns: b.Turns(Span{graph.MinDay, graph.MaxDay - 1}), kept: map[shipment][]Stretch{}}
}

// Until is the outlook of somebody who, on a day, takes it that the law stays as it is: how it turns afterwards is left out.
func (o *Outlook) Until(day graph.Day) *Outlook {
	turns := slices.DeleteFunc(slices.Clone(o.turns), func(on graph.Day) bool { return on > day })
	return &Outlook{book: o.book, use: o.use, turns: turns, kept: map[shipment][]Stretch{}}
}

// Book is what the outlook reads.
func (o *Outlook) Book() *Book { return o.book }

// Passing decides, day by day, what leaves the controlling country: an item, for a country, to a user, from a holder; NoNode is not named.
// Neighbours differ in their decision or its flags. nil: no control covers the item or any of its kinds, so that it is free on all days. It
// costs a decision for each day of Turns, once.
func (o *Outlook) Passing(item, to, user, holder graph.Node) []Stretch {
	if !o.book.touches(item) {
		return nil
	}
	s := shipment{item, to, user, holder}
	o.mu.Lock()
	defer o.mu.Unlock()
	if found, ok := o.kept[s]; ok {
		return found
	}
	q := Question{Item: item, Origin: o.book.home, Destination: to, EndUse: o.use, User: user, Exporter: FromHome, Holder: holder}
	var found []Stretch
	for i := -1; i < len(o.turns); i++ {
		q.On = graph.MinDay
		if i >= 0 {
			q.On = o.turns[i]
		}
		d := o.book.Decide(q)
		if n := len(found); n == 0 || !found[n-1].Decision.stands(&d) {
			found = append(found, Stretch{q.On, &d})
		}
	}
	o.kept[s] = found
	return found
}

// touches tells whether a control of the controlling country covers an item or one of its kinds, on whatever day.
func (b *Book) touches(item graph.Node) bool {
	return len(b.covers[item]) > 0 || slices.ContainsFunc(b.view.Below(item), func(kind graph.Node) bool { return len(b.covers[kind]) > 0 })
}

// stands tells whether a decision is still the same on a later day.
func (d *Decision) stands(later *Decision) bool {
	return d.alike(later) && d.passage == later.passage && slices.Equal(d.Flags, later.Flags) && slices.Equal(d.Types, later.Types)
}

package control

import (
	"slices"
	"sync"

	"github.com/lodestone-graph/lodestone/graph"
)

// Gate is the border of the controlling country on the day of a book's view, for goods of one end use. It keeps its decisions, since many
// links of a network ask alike. Any number of readers may share it.
type Gate struct {
	book *Book
	use  EndUse
	mu   sync.Mutex
	kept map[shipment]*Decision
}

type shipment struct{ item, to, user, holder graph.Node }

// Gate opens the border for an end use; empty is AnyUse.
func (b *Book) Gate(use EndUse) *Gate {
	return &Gate{book: b, use: use, kept: map[shipment]*Decision{}}
}

// Country is the controlling country; NoNode where the release lacks it.
func (b *Book) Country() graph.Node { return b.home }

// Passing decides what leaves the controlling country: an item, for a country, to a user, from a holder; NoNode is not named. The
// decision is shared: do not change it. It costs that of Decide, once.
func (g *Gate) Passing(item, to, user, holder graph.Node) *Decision {
	s := shipment{item, to, user, holder}
	g.mu.Lock()
	defer g.mu.Unlock()
	if d := g.kept[s]; d != nil {
		return d
	}
	d := g.book.Decide(Question{
		Item: item, Origin: g.book.home, Destination: to, EndUse: g.use, User: user, Exporter: FromHome, Holder: holder, On: g.book.view.AsOf,
	})
	g.kept[s] = &d
	return &d
}

// Barring tells how far a decision keeps a shipment under some controls: where it is not OPEN, which of its clauses in force are of these
// controls. Sure tells whether that is certain: not so where only controls count whose suspension has run out, or where it is a kind of
// the item, not the item itself, that is kept.
func (d *Decision) Barring(controls []graph.Node) (clauses []Clause, sure, unverified bool) {
	if d.passage == Open {
		return nil, false, false
	}
	unverified = true
	for _, c := range d.Clauses {
		if c.State.holds() && slices.Contains(controls, c.Control) {
			clauses = append(clauses, c)
			unverified = unverified && c.State == Revived
		}
	}
	unverified = len(clauses) > 0 && (unverified || d.passage == Unverified)
	return clauses, len(clauses) > 0 && !unverified && d.Item == d.asked.Item, unverified
}

// Closing tells whether a decision closes a shipment. Sure tells whether that is certain: not so where it is open or delayed had a suspension
// that has run out been prolonged, or where it is a kind of the item, not the item itself, that is closed.
func (d *Decision) Closing() (closed, sure bool) {
	prolonged := d.IfProlonged != "" && d.IfProlonged.passage() == Closed
	closed = d.Outcome.passage() == Closed || prolonged
	return closed, closed && d.passage == Closed && d.Item == d.asked.Item
}

// Controls lists the controls of the controlling country, in the order of nodes.
func (b *Book) Controls() []graph.Node {
	all := make([]graph.Node, len(b.controls))
	for i := range b.controls {
		all[i] = b.controls[i].node
	}
	slices.Sort(all)
	return all
}

// Standing is what a control is on a day.
type Standing struct {
	Control graph.Node
	State   State
	Edited  bool // by the scenario of the view
}

// Standings says what every control is on a day, those of other countries too, in the order of nodes.
func (b *Book) Standings(on graph.Day) []Standing {
	var all []Standing
	for _, entries := range [][]entry{b.controls, b.abroad} {
		for i := range entries {
			e := &entries[i]
			all = append(all, Standing{e.node, e.state(on, false), e.edited(on)})
		}
	}
	slices.SortFunc(all, func(x, y Standing) int { return int(x.Control) - int(y.Control) })
	return all
}

// Change is a control that is not the same in two views.
type Change struct {
	Control       graph.Node
	Before, After State // empty where one view lacks the control
	Flags         graph.Flags
}

// Changes lists the controls whose state differs between two books of one release, each on its own day, in the order of nodes. A control
// that is REVIVED on either side carries SUSPENSION_EXPIRED_UNVERIFIED, one that a scenario sets carries SCENARIO.
func Changes(before, after *Book) []Change {
	var changes []Change
	was, is := before.Standings(before.view.AsOf), after.Standings(after.view.AsOf)
	for len(was) > 0 || len(is) > 0 {
		c, edited := Change{}, false
		if len(is) == 0 || len(was) > 0 && was[0].Control <= is[0].Control {
			c.Control, c.Before, edited = was[0].Control, was[0].State, was[0].Edited
		} else {
			c.Control = is[0].Control
		}
		if len(is) > 0 && is[0].Control == c.Control {
			c.After, edited = is[0].State, edited || is[0].Edited
			is = is[1:]
		}
		if len(was) > 0 && was[0].Control == c.Control {
			was = was[1:]
		}
		if c.Before == c.After {
			continue
		}
		if c.Before == Revived || c.After == Revived {
			c.Flags = c.Flags.With(graph.FlagSuspensionExpired)
		}
		if edited {
			c.Flags = c.Flags.With(graph.FlagScenario)
		}
		changes = append(changes, c)
	}
	return changes
}

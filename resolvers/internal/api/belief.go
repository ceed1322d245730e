package api

import (
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/belief"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// Beliefs is what was known about some things on two days.
type Beliefs struct {
	Then, Now                       *View
	Changed, Added, Withdrawn, Held int

	list []belief.Belief
}

// Belief is what is said about one subject.
type Belief struct {
	belief belief.Belief
	sides  *Beliefs
}

// The pages of beliefs.
type (
	BeliefConnection = Connection[*Belief]
	BeliefEdge       = Edge[*Belief]
)

// believed is what beliefs can be about.
var believed = kinds{"item, item group, firm, facility, control, country or region", append([]graph.NodeKind{graph.KindFacility}, timely.of...)}

// NewBeliefs sets what two views know about some things side by side.
func NewBeliefs(ctx context.Context, then, now *View, about []string) (*Beliefs, error) {
	f := &finder{ctx: ctx, world: then.world}
	nodes := f.nodes(about, believed)
	switch {
	case f.err != nil:
		return nil, f.err
	case len(about) == 0:
		return nil, emptyList("about", "Name at least one thing, such as tb.")
	case now.AsOf() < then.AsOf():
		return nil, apierror.BadInput("now", "lies before then", "Give a day that is not before then.")
	}
	list, err := belief.Between(ctx, then.world.View, now.world.View, nodes)
	if err != nil {
		return nil, err
	}
	b := &Beliefs{Then: then, Now: now, list: list}
	for i := range list {
		switch list[i].Change {
		case belief.Changed:
			b.Changed++
		case belief.Added:
			b.Added++
		case belief.Withdrawn:
			b.Withdrawn++
		default:
			b.Held++
		}
	}
	return b, nil
}

// Facts pages through the beliefs.
func (b *Beliefs) Facts(changes []belief.Change, tables []string, first int, after *string) (*BeliefConnection, error) {
	for _, name := range tables {
		if graph.TableOf(name) == nil {
			return nil, apierror.NotFound("table", name, nil)
		}
	}
	change, table := in(changes), in(tables)
	kept := slices.DeleteFunc(slices.Clone(b.list), func(x belief.Belief) bool { return !change(x.Change) || !table(graph.Tables()[x.Table].Name) })
	s := sequence[belief.Belief, *Belief]{
		name: "beliefs", elements: kept,
		key:  func(x belief.Belief) string { return graph.Tables()[x.Table].Name + " " + x.Subject },
		make: func(x belief.Belief) *Belief { return &Belief{x, b} },
	}
	return s.page(first, after)
}

// Change says what became of the belief.
func (b *Belief) Change() belief.Change { return b.belief.Change }

// Table is the table of its rows.
func (b *Belief) Table() string { return graph.Tables()[b.belief.Table].Name }

// Subject is the natural key without source, year and date.
func (b *Belief) Subject() string { return b.belief.Subject }

// Then opens the rows known then.
func (b *Belief) Then(first int) []*Row { return b.sides.Then.world.rows(b.belief.Then, first) }

// Now opens the rows known now.
func (b *Belief) Now(first int) []*Row { return b.sides.Now.world.rows(b.belief.Now, first) }

package api

import (
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// lossShape is what a model of losses is laid out for.
type lossShape struct {
	substitutes chokepoint.Readiness
	lawful      bool           // a law is asked about
	use         control.EndUse // empty: it closes nothing
	to          graph.Node     // where goods go whose buyer nobody names; NoNode: anywhere abroad
}

// lossModel is a model of losses with the border behind it.
type lossModel struct {
	*chokepoint.Model
	gate *control.Gate // nil where no law is asked about
	late bool          // the day lies after what is on record of controls
}

// lossesUnder lays the view out for questions about losses, once for each readiness of substitutes and each law.
func (w *World) lossesUnder(ctx context.Context, q LossQuestion) (*lossModel, error) {
	if q.Among != nil && len(q.Among) == 0 {
		return nil, emptyList("among", "Leave among out to look at losses of every kind.")
	}
	shape := lossShape{substitutes: q.Substitutes, lawful: q.EndUse != nil || slices.Contains(q.Among, chokepoint.Control), to: graph.NoNode}
	if q.EndUse != nil {
		shape.use = *q.EndUse
	}
	if q.Destination != nil {
		if !shape.lawful {
			return nil, apierror.BadInput("destination", "is asked of what leaves the controlling country", "Give an endUse as well, or ask for losses among CONTROL.")
		}
		f := &finder{ctx: ctx, world: w}
		if shape.to = f.node(*q.Destination, states); f.err != nil {
			return nil, f.err
		}
	}
	return w.losses.Get(ctx, shape, func(ctx context.Context) (*lossModel, error) { return w.lossModel(ctx, shape) })
}

func (w *World) lossModel(ctx context.Context, s lossShape) (*lossModel, error) {
	network, err := w.Network(ctx)
	if err != nil {
		return nil, err
	}
	figures, err := w.Figures(ctx)
	if err != nil {
		return nil, err
	}
	out := &lossModel{}
	if !s.lawful {
		out.Model, err = chokepoint.NewModel(ctx, network, figures, s.substitutes)
		return out, err
	}
	book, err := w.Law(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := daysOf(book, nil); err != nil {
		return nil, err
	}
	if book.Country() == graph.NoNode {
		return nil, apierror.BadInput("endUse", "cannot be asked: the release lacks the controlling country", "Ask of a release that names it.")
	}
	out.gate, out.late = book.Gate(s.use), w.View.AsOf > book.CheckedUntil()
	out.Model, err = chokepoint.NewBorderModel(ctx, network, figures, s.substitutes, chokepoint.Border{
		Country: book.Country(), To: s.to, Controls: book.Controls(), Law: lossLaw(out.gate, s.use != ""),
	})
	return out, err
}

// lossLaw tells what keeps a shipment: the law where it closes something at all, and every control under which it is not open.
func lossLaw(gate *control.Gate, closes bool) func(chain.Shipment) []chokepoint.Bar {
	return func(s chain.Shipment) (bars []chokepoint.Bar) {
		d := gate.Passing(s.Item, s.To, s.User, s.Holder)
		if closed, sure := d.Closing(); closes && closed {
			bars = append(bars, chokepoint.Bar{Control: graph.NoNode, Sure: sure})
		}
		for _, c := range d.Clauses {
			if clauses, sure, _ := d.Barring([]graph.Node{c.Control}); len(clauses) > 0 {
				bars = append(bars, chokepoint.Bar{Control: c.Control, Sure: sure})
			}
		}
		return bars
	}
}

// ChokepointLaw is what the law takes of an item or firm by itself.
type ChokepointLaw struct {
	Leaves                                     chokepoint.Range
	Stopped, NobodyNamed                       bool
	ClosedCount, DelayedCount, UnverifiedCount int
	Flags                                      []graph.Flag

	world    *World
	law      *chokepoint.Law
	barriers []*Barrier
}

// law says what a law takes by itself; nil without one.
func (m *lossModel) law(w *World, law *chokepoint.Law) *ChokepointLaw {
	if law == nil {
		return nil
	}
	out := &ChokepointLaw{Leaves: law.Leaves, Stopped: law.Stopped, NobodyNamed: law.NobodyNamed, world: w, law: law, barriers: m.barriers(w, law.Crossings)}
	var flags graph.Flags
	for _, b := range out.barriers {
		switch b.Passage {
		case control.Closed:
			out.ClosedCount++
			flags = flags.With(b.decision.Flags...)
		case control.Delayed:
			out.DelayedCount++
			flags = flags.With(graph.FlagWaitsForLicence)
		case control.Unverified:
			out.UnverifiedCount++
			flags = flags.With(graph.FlagSuspensionExpired)
		}
	}
	if m.late {
		flags = flags.With(graph.FlagRulesNotChecked)
	}
	out.Flags = noNil(flags)
	return out
}

// Stops lists the items that the law stops on the way.
func (l *ChokepointLaw) Stops(first int) []Item { return l.world.items(l.law.Stops, first) }

// Barriers lists the shipments that are not open.
func (l *ChokepointLaw) Barriers(first int) []*Barrier { return head(l.barriers, first) }

// Barriers lists the shipments that the set's controls keep.
func (s *ChokepointSet) Barriers(first int) []*Barrier {
	return head(s.model.barriers(s.world, s.set.Barred), first)
}

// barriers decides crossings, for each of their destinations; closed ones come first.
func (m *lossModel) barriers(w *World, crossings []chokepoint.Crossing) []*Barrier {
	out := []*Barrier{}
	for i := range crossings {
		c := &crossings[i]
		for _, to := range c.To {
			b := w.barrier(m.gate, c.Item, to, c.User, c.Holder)
			if b == nil {
				continue
			}
			b.User, b.Seller = w.firmOrNil(c.User), w.firmOrNil(c.Holder)
			if !math.IsNaN(c.Share) {
				b.Share = &c.Share
			}
			out = append(out, b)
		}
	}
	slices.SortStableFunc(out, func(a, b *Barrier) int { return a.rank() - b.rank() })
	return out
}

func (b *Barrier) rank() int {
	return slices.Index([]control.Passage{control.Closed, control.Unverified, control.Delayed}, b.Passage)
}

// rows are those of the clauses that fired.
func (b *Barrier) rows() (rows []graph.RowRef) {
	for _, c := range b.decision.Clauses {
		rows = append(rows, b.world.View.Row(c.Control))
		if c.HasRow {
			rows = append(rows, c.Row)
		}
	}
	return rows
}

package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

const (
	mostBarriers = 50
	mostLooks    = 20_000 // nodes of the network that barriers are looked for at
)

// Access says how the law of the controlling country stands on what a need rests on.
type Access struct {
	EndUse                      control.EndUse
	State                       *control.Passage
	Closed, Delayed, Unverified exposure.Share
	Flags                       []graph.Flag

	world *World
	gate  *control.Gate
	to    graph.Node // where goes what nobody named buys; NoNode: anywhere abroad
	of    *Exposure
	kept  *Answer // of all that is not open
}

// Access asks how the law stands on the chains of the subject's deciding need, whatever the target; nil before the record of controls. What
// nobody named buys goes to the destination.
func (e *Exposure) Access(ctx context.Context, endUse control.EndUse, destination *string) (*Access, error) {
	w := e.world
	book, err := w.Law(ctx)
	if err != nil {
		return nil, err
	}
	if book.Country() == graph.NoNode || w.View.AsOf < book.FirstDay() { // nothing is on record of that time
		return nil, nil
	}
	out := &Access{EndUse: endUse, world: w, gate: book.Gate(endUse), to: graph.NoNode, of: e}
	asked := aim{use: endUse}
	if destination != nil {
		if out.to, err = find(w.Snapshot, *destination, states); err != nil {
			return nil, err
		}
		if out.to == book.Country() {
			return nil, apierror.BadInput("destination", "is the controlling country: nothing bound for it leaves it", "Name another country, e.g. US.")
		}
		asked.to = &out.to
	}
	closed := e.answer.Question.Closed
	asked.passages = []control.Passage{control.Closed, control.Delayed, control.Unverified}
	if out.kept, err = w.Aim(ctx, asked, e.answer.Element, closed); err != nil {
		return nil, err
	}
	reached, clear := control.Passage(""), true
	for _, part := range []struct {
		passage control.Passage
		share   *exposure.Share
	}{{control.Closed, &out.Closed}, {control.Unverified, &out.Unverified}, {control.Delayed, &out.Delayed}} {
		asked.passages = []control.Passage{part.passage}
		a, err := w.Aim(ctx, asked, e.answer.Element, closed)
		if err != nil {
			return nil, err
		}
		share, verdict, flags := e.in(a)
		*part.share = share
		switch verdict {
		case exposure.Exposed, exposure.Linked, exposure.Implied:
			out.Flags = graph.Flags(out.Flags).With(flags...)
			if part.passage == control.Unverified {
				out.Flags = graph.Flags(out.Flags).With(graph.FlagSuspensionExpired)
			}
			if reached == "" {
				reached = part.passage
			}
		case exposure.Undecided:
			clear = clear && flags.Has(graph.FlagNoLinkFound)
		}
	}
	if reached == "" && clear {
		reached = control.Open
	}
	out.State, out.Flags = word(reached), noNil(out.Flags)
	return out, nil
}

// in is how far the deciding need of the subject depends on what another answer asks about.
func (e *Exposure) in(a *Answer) (exposure.Share, exposure.Verdict, graph.Flags) {
	switch {
	case e.item != nil:
		r := a.Item(e.item.Item)
		return r.Share, r.Verdict, r.Flags
	case e.firm.Line != nil:
		l := a.Line(e.firm.Line.Part)
		return l.Share, l.Verdict, l.Flags
	}
	return e.firm.Share(), e.firm.Verdict, e.firm.Flags
}

// Barrier is a shipment that the law keeps, on the chains of a need.
type Barrier struct {
	Tier         *int // nil in the world market, and beside chokepoints
	Seller, User *Firm
	Item         Item
	Destination  *Country
	Share        *float64
	Passage      control.Passage
	Outcome      control.Outcome
	Days         *ReviewDays
	Flags        []graph.Flag

	world    *World
	decision *control.Decision
}

// Clauses lists the controls that fired.
func (b *Barrier) Clauses() []*LicenceClause {
	return b.world.clauses(head(b.decision.Clauses, mostClauses))
}

// Barriers lists what is kept on the chains of the need: recorded sales, nearest first, then steps of its recipe in the world market.
func (a *Access) Barriers(first int) []*Barrier {
	var out []*Barrier
	item := graph.NoNode
	if e := a.of; e.item != nil {
		item = e.item.Item
	} else if l := e.firm.Line; l != nil {
		item = l.Item
		found, _ := a.kept.Answer.Barriers(l.Part, mostLooks)
		for _, b := range found {
			for _, to := range b.To {
				if len(out) >= first {
					return out
				}
				tier := b.Tier
				if made := a.world.barrier(a.gate, b.Item, to, b.User, b.Holder); made != nil {
					made.Tier, made.Seller, made.User = &tier, a.world.firm(b.Holder), a.world.firm(b.User)
					out = append(out, made)
				}
			}
		}
	}
	if item != graph.NoNode && a.world.InChain(item) {
		for _, step := range a.kept.MarketSteps(item) {
			if made := a.world.barrier(a.gate, step.Item, a.to, graph.NoNode, graph.NoNode); made != nil && len(out) < first {
				made.Share = &step.Share
				out = append(out, made)
			}
		}
	}
	return out
}

// barrier is a shipment that is not open; nil for one that is.
func (w *World) barrier(gate *control.Gate, item, to, user, holder graph.Node) *Barrier {
	d := gate.Passing(item, to, user, holder)
	if d.Passage() == control.Open {
		return nil
	}
	b := &Barrier{Item: w.item(item), Passage: d.Passage(), Outcome: d.Outcome, Days: reviewDays(d.Days.Low, d.Days.High), Flags: noNil(d.Flags),
		world: w, decision: d}
	if to != graph.NoNode {
		b.Destination = w.country(to)
	}
	return b
}

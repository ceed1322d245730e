package api

import (
	"context"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// aim is what a question of exposure is asked about: outputs, or shipments under controls.
type aim struct {
	graph.Target
	controls []graph.Node
	use      control.EndUse
	passages []control.Passage // shipments that pass like this, whatever the control
	to       *graph.Node       // where goes what nobody named buys; nil: anywhere abroad
}

// aim resolves a target of outputs, or one of controls, which stages and items may narrow.
func (w *World) aim(ctx context.Context, argument string, t TargetInput, use *control.EndUse) (aim, error) {
	if t.Controls == nil {
		if use != nil {
			return aim{}, apierror.BadInput("endUse", "is asked of outputs, which are for any use", "Name controls in the target, or leave endUse out.")
		}
		target, err := w.target(ctx, argument, t)
		return aim{Target: target}, err
	}
	if len(t.Countries)+len(t.Firms)+len(t.Facilities)+len(t.Owners) > 0 || t.By != graph.ByLocation && t.By != "" {
		return aim{}, apierror.BadInput(argument+".controls", "goes with stages and items alone",
			"What a control counts leaves the controlling country by the place of its making; leave countries, firms, facilities, owners and by out.")
	}
	f := &finder{ctx: ctx, world: w}
	out := aim{controls: f.nodes(t.Controls, controls), use: control.AnyUse,
		Target: graph.Target{Items: f.nodes(t.Items, items), Stages: t.Stages, By: graph.ByLocation}}
	switch {
	case len(t.Controls) == 0:
		f.fail(emptyList(argument+".controls", "Leave the condition out, or name at least one."))
	case t.Items != nil && len(t.Items) == 0:
		f.fail(emptyList(argument+".items", "Leave the condition out, or name at least one."))
	case t.Stages != nil && len(t.Stages) == 0:
		f.fail(emptyList(argument+".stages", "Leave the condition out, or name at least one."))
	}
	if use != nil {
		out.use = *use
	}
	return out, f.err
}

// key is equal for questions that mean the same.
func (q *aim) key(element graph.Node, closed bool) string {
	to := graph.NoNode
	if q.to != nil {
		to = *q.to
	}
	return fmt.Sprint(questionKey(q.Target, element, closed), slices.Compact(slices.Sorted(slices.Values(q.controls))), q.use, q.passages, to)
}

// Aim solves a question about outputs or shipments, once for all who ask the same.
func (w *World) Aim(ctx context.Context, q aim, element graph.Node, closed bool) (*Answer, error) {
	if len(q.controls)+len(q.passages) == 0 {
		return w.Ask(ctx, q.Target, element, closed)
	}
	book, err := w.Law(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := daysOf(book, nil); err != nil {
		return nil, err
	}
	if book.Country() == graph.NoNode {
		return nil, apierror.BadInput("to.controls", "cannot be asked: the release lacks the controlling country", "Ask of a release that names it.")
	}
	return w.answers.Get(ctx, q.key(element, closed), func(ctx context.Context) (*Answer, error) {
		model, err := w.model(ctx, shape{element, closed, book.Country()})
		if err != nil {
			return nil, err
		}
		figures, err := w.Figures(ctx)
		if err != nil {
			return nil, err
		}
		answer, err := model.AskBorder(ctx, figures, w.border(book, q))
		if err != nil {
			return nil, err
		}
		return newAnswer(answer, element), nil
	})
}

// border counts what leaves the controlling country under some controls in force and is not open.
func (w *World) border(book *control.Book, q aim) exposure.Border {
	gate := book.Gate(q.use)
	b := exposure.Border{Country: book.Country(), Items: q.Items, Stages: q.Stages, Doubt: graph.FlagSuspensionExpired}
	if w.View.AsOf > book.CheckedUntil() {
		b.Flags = b.Flags.With(graph.FlagRulesNotChecked)
	}
	b.Law = func(s exposure.Shipment) exposure.Hit {
		if q.to != nil && s.To == graph.NoNode {
			s.To = *q.to
		}
		d := gate.Passing(s.Item, s.To, s.User, s.Holder)
		clauses, sure, unverified := d.Barring(q.controls)
		if len(q.passages) > 0 {
			clauses, sure, unverified = d.Clauses, d.Item == s.Item, false
		}
		if len(clauses) == 0 || len(q.passages) > 0 && !slices.Contains(q.passages, d.Passage()) {
			return exposure.Hit{}
		}
		hit := exposure.Hit{Membership: graph.Membership{Estimate: 1, High: 1}, Unverified: unverified, Flags: d.Flags}
		if sure {
			hit.Low = 1
		}
		for _, c := range clauses {
			hit.Rows = append(hit.Rows, w.View.Row(c.Control))
			if c.HasRow {
				hit.Rows = append(hit.Rows, c.Row)
			}
		}
		return hit
	}
	return b
}

// ofShipments refuses what is told of outputs alone.
func (e *Exposure) ofShipments(field string) error {
	if !e.answer.OfBorder() {
		return nil
	}
	return apierror.BadInput(field, "cannot be told of a target by control", "Ask for it with a target of outputs, such as countries and stages; the receipt names the rows of law.")
}

// ControlChange is a control that is not the same in two views.
type ControlChange struct {
	Control       *Control
	Before, After *control.State
	Flags         []graph.Flag
}

// Controls lists the controls whose state differs between the two views.
func (c *Comparison) Controls(ctx context.Context, first int) ([]*ControlChange, error) {
	before, err := c.Before.world.Law(ctx)
	if err != nil {
		return nil, err
	}
	after, err := c.After.world.Law(ctx)
	if err != nil {
		return nil, err
	}
	changes := head(control.Changes(before, after), first)
	out := make([]*ControlChange, len(changes))
	for i, change := range changes {
		out[i] = &ControlChange{c.After.world.control(change.Control), word(change.Before), word(change.After), noNil(change.Flags)}
	}
	return out, nil
}

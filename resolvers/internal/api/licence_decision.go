package api

import (
	"context"
	"fmt"
	"math"
	"sync"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// What bounds a question and its lists.
const (
	mostDays    = 1000
	mostClauses = 20
	mostBeside  = 50
)

// states are the places that goods come from and go to.
var states = kinds{"country", []graph.NodeKind{graph.KindCountry}}

// LicenceDecision is what one shipment needs of the controlling state on one day.
type LicenceDecision struct {
	Date    graph.Day
	Outcome control.Outcome
	Rule    string

	world     *World
	book      *control.Book
	decision  control.Decision
	explained func() control.Explanation // opens the decision, once
}

// LicenceClause is a control that bears on a decision.
type LicenceClause struct {
	Control *Control
	State   control.State
	Text    string
	Row     *Row
	Source  *Source
}

// LicenceAmbiguity is something that the sources leave open.
type LicenceAmbiguity struct {
	Number  int
	Text    string
	Sources []*Source
}

// LicenceTiming is one thing that is known of how long a review takes.
type LicenceTiming struct {
	Days    *ReviewDays
	Text    string
	Sources []*Source
}

// ReviewDays is how long a review takes.
type ReviewDays struct {
	Low, High *int
	Unlimited bool
}

// LicenceDecision decides what a shipment needs, for each day asked about.
func (v *View) LicenceDecision(ctx context.Context, item string, origin *string, destination string, endUse control.EndUse, user *string,
	exporter *control.Exporter, holder *string, chineseContent *float64, chineseTechnology *bool, on []graph.Day,
) ([]*LicenceDecision, error) {
	w := v.world
	f := &finder{ctx: ctx, world: w}
	q := control.Question{
		Item: f.node(item, items), Origin: f.maybe(origin, states), Destination: f.node(destination, states), EndUse: endUse,
		User: f.maybe(user, firms), Holder: f.maybe(holder, firms), Technology: known(chineseTechnology),
	}
	if f.err != nil {
		return nil, f.err
	}
	if err := w.checkShipped("item", q.Item); err != nil {
		return nil, err
	}
	if exporter != nil {
		q.Exporter = *exporter
	}
	if chineseContent != nil {
		enough := *chineseContent >= control.LeastContent
		q.Content = known(&enough)
	}
	book, err := w.Law(ctx)
	if err != nil {
		return nil, err
	}
	days, err := daysOf(book, on)
	if err != nil {
		return nil, err
	}
	decisions := make([]*LicenceDecision, len(days))
	for i, day := range days {
		q.On = day
		d := book.Decide(q)
		decisions[i] = w.decision(book, &d, day)
	}
	return decisions, nil
}

func (w *World) decision(book *control.Book, d *control.Decision, on graph.Day) *LicenceDecision {
	return &LicenceDecision{
		Date: on, Outcome: d.Outcome, Rule: d.Rule, world: w, book: book, decision: *d,
		explained: sync.OnceValue(func() control.Explanation { return book.Explain(d) }),
	}
}

// maybe looks an id up that may be left out.
func (f *finder) maybe(id *string, among kinds) graph.Node {
	if id == nil {
		return graph.NoNode
	}
	return f.node(*id, among)
}

func known(b *bool) graph.Truth {
	switch {
	case b == nil:
		return ""
	case *b:
		return graph.True
	}
	return graph.False
}

// checkShipped refuses what is no goods: elements, and totals of many.
func (w *World) checkShipped(argument string, item graph.Node) error {
	if w.InChain(item) {
		return nil
	}
	hint := "Ask about one of its forms, such as an oxide, a metal or a magnet."
	var forms []graph.Node
	for _, row := range w.Feeds.Out(item) {
		forms = append(forms, w.Feeds.To[row])
	}
	if len(forms) > 0 {
		hint = fmt.Sprintf("Ask about one of its forms, such as %s.", w.View.Key(forms[0]))
	}
	return apierror.BadInput(argument, fmt.Sprintf("%q is an element or a total, which nobody ships", w.View.Key(item)), hint)
}

// daysOf checks the days of a question; without any it is the day of the view.
func daysOf(book *control.Book, on []graph.Day) ([]graph.Day, error) {
	switch {
	case on == nil:
		on = []graph.Day{book.View().AsOf}
	case len(on) == 0:
		return nil, emptyList("on", "Leave on out to ask about the day of the view.")
	case len(on) > mostDays:
		return nil, apierror.BadInput("on", fmt.Sprintf("has more than %d values", mostDays), "Ask for fewer days at a time.")
	}
	first := book.FirstDay()
	if first == graph.MaxDay {
		return nil, apierror.BadInput("on", "no day can be decided: the view has no control of the controlling state", "Ask of a view that leaves its controls in.")
	}
	for i, day := range on {
		if day < first {
			return nil, apierror.BadInput(fmt.Sprintf("on[%d]", i), fmt.Sprintf("%s lies before the record of controls, which begins on %s", day, first),
				fmt.Sprintf("Ask about %s or later.", first))
		}
	}
	return on, nil
}

// Passage is what the decision makes of a supply.
func (d *LicenceDecision) Passage() control.Passage { return d.decision.Passage() }

// IfProlonged is the outcome under prolonged suspensions; nil where the answer does not depend on them.
func (d *LicenceDecision) IfProlonged() *control.Outcome { return word(d.decision.IfProlonged) }

// Item is what decided: the item asked about, or one of its kinds.
func (d *LicenceDecision) Item() Item { return d.world.item(d.decision.Item) }

// Days is how long the review takes.
func (d *LicenceDecision) Days() *ReviewDays {
	return reviewDays(d.decision.Days.Low, d.decision.Days.High)
}

func reviewDays(low, high float64) *ReviewDays {
	r := &ReviewDays{Unlimited: math.IsInf(high, 1)}
	if !math.IsNaN(low) {
		n := int(low)
		r.Low = &n
	}
	if !math.IsNaN(high) && !r.Unlimited {
		n := int(high)
		r.High = &n
	}
	return r
}

// Clauses lists the controls that fired.
func (d *LicenceDecision) Clauses() []*LicenceClause {
	return d.world.clauses(head(d.decision.Clauses, mostClauses))
}

// Beside lists controls of other states that cover the item.
func (d *LicenceDecision) Beside() []*LicenceClause {
	return d.world.clauses(head(d.explained().Beside, mostBeside))
}

func (w *World) clauses(found []control.Clause) []*LicenceClause {
	clauses := make([]*LicenceClause, len(found))
	for i, c := range found {
		handle := w.control(c.Control)
		clauses[i] = &LicenceClause{Control: handle, State: c.State, Text: handle.Summary, Source: handle.Source}
		if c.HasRow {
			clauses[i].Row = w.row(c.Row)
		}
	}
	return clauses
}

// LicenceTypes lists the kinds of licence that the outcome speaks of.
func (d *LicenceDecision) LicenceTypes() []*LicenceType {
	types := make([]*LicenceType, len(d.decision.Types))
	for i, n := range d.decision.Types {
		types[i] = d.world.licenceType(n)
	}
	return types
}

// Licences lists the general licences on record that bear on the shipment.
func (d *LicenceDecision) Licences(first int) []*Licence {
	list := []*Licence{}
	for _, held := range d.decision.Licences {
		if held.Edit == 0 {
			list = append(list, d.world.licence(held.Licence))
		}
	}
	return head(list, first)
}

// Reasons says why, in sentences.
func (d *LicenceDecision) Reasons() []string { return noNil(d.explained().Reasons) }

// Doors says what is left to the exporter.
func (d *LicenceDecision) Doors() []string { return noNil(d.explained().Doors) }

// Sources are those of the row of the table that decided.
func (d *LicenceDecision) Sources() []*Source { return d.world.cited(d.explained().Basis) }

// cited finds sources by their keys; the release need not have all of those that the rules name.
func (w *World) cited(keys []string) []*Source {
	list := []*Source{}
	for _, key := range keys {
		if n, ok := w.Find(graph.KindSource, key); ok {
			list = append(list, w.source(n))
		}
	}
	return list
}

// Ambiguities lists what the sources leave open and bears on the answer.
func (d *LicenceDecision) Ambiguities() []*LicenceAmbiguity {
	list := []*LicenceAmbiguity{}
	for _, a := range d.explained().Ambiguities {
		list = append(list, &LicenceAmbiguity{a.Number, a.Says, d.world.cited(a.Basis)})
	}
	return list
}

// Timings lists what is known of how long the review takes.
func (d *LicenceDecision) Timings() []*LicenceTiming {
	list := []*LicenceTiming{}
	for _, t := range d.explained().Timings {
		list = append(list, &LicenceTiming{reviewDays(t.Low, t.High), t.Says, d.world.cited(t.Basis)})
	}
	return list
}

// CheckedUntil is the newest dated fact on controls.
func (d *LicenceDecision) CheckedUntil() graph.Day { return d.book.CheckedUntil() }

// Flags are the cautions of the answer.
func (d *LicenceDecision) Flags() []graph.Flag { return noNil(d.decision.Flags) }

// noNil gives an empty list for none.
func noNil[S ~[]E, E any](list S) S {
	if list == nil {
		return S{}
	}
	return list
}

// Receipt opens the rows behind the answer.
func (d *LicenceDecision) Receipt() *Receipt {
	w := d.world
	var rows []graph.RowRef
	for _, c := range d.decision.Clauses {
		rows = append(rows, w.View.Row(c.Control))
		if c.HasRow {
			rows = append(rows, c.Row)
		}
	}
	for _, n := range d.decision.Types {
		rows = append(rows, w.View.Row(n))
	}
	for _, held := range d.decision.Licences {
		rows = append(rows, held.Row(w.View))
	}
	return w.receipt("The first row of the decision table whose condition holds decides: row "+d.Rule+".", rows, d.decision.Flags)
}

package api

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/throughput"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

const needFormula = "Months with figures of exports let through what these say; others let through need · (free + (1 - c) · held + c · a · late), c the part that needs a licence, a the part of " +
	"applications approved, free and held the parts of the month without and under the control, late the part held a review time after its first day or later. " +
	"stock' = max(0, stock + let through - need); short when that would be below 0."

// exporter is whose exports and controls are meant: the tables hold Chinese exports.
const exporter = "CN"

// NeedInput is what is taken where the record is silent, or in its place.
type NeedInput struct {
	NeedTonnes            *TonnesRangeInput
	BaseFrom, BaseTo      *graph.Date
	Approved, Controlled  *ShareBoundsInput
	ReviewDays, StockDays *DayRangeInput
}

// TonnesRangeInput is an amount within bounds.
type TonnesRangeInput struct{ Low, High float64 }

// TonnesInterval is an amount known within bounds.
type TonnesInterval struct{ Low, Mid, High *float64 }

// DaysInterval is a number of days known within bounds.
type DaysInterval struct{ Low, High *float64 }

// ShortFrom is when a destination runs short.
type ShortFrom struct{ Earliest, Latest *graph.Day }

// ExportsAgainstNeed is what reaches a destination a month, against what it needs.
type ExportsAgainstNeed struct {
	answer  *throughput.Answer
	control graph.Node
	law     lawState
	world   *World
}

// NeedMonth is a month of it.
type NeedMonth struct {
	row    *throughput.Row
	answer *ExportsAgainstNeed
}

// ExportsAgainstNeed asks what reaches a destination.
func (v *View) ExportsAgainstNeed(ctx context.Context, item, destination string, control *string, from, to *graph.Date, assume *NeedInput) (*ExportsAgainstNeed, error) {
	w := v.world
	f := &finder{ctx: ctx, world: w}
	q := throughput.Question{View: w.View, Item: f.node(item, itemsGroups), Destination: f.node(destination, countries)}
	law := f.maybe(control, controls)
	if f.err != nil {
		return nil, f.err
	}
	law, whole, err := w.licensedUnder(q.Item, law)
	if err != nil {
		return nil, err
	}
	e := &ExportsAgainstNeed{control: law, world: w}
	if e.law, err = w.lawOf(ctx, law); err != nil {
		return nil, err
	}
	q.Whole, q.Began, q.Held = whole, w.View.Control(law).Effective.First(), e.law.held
	r := &reading{}
	q.From = r.month("from", from, throughput.MonthOf(q.Began))
	q.To = r.month("to", to, q.From+11)
	r.needs(&q, assume)
	if r.err != nil {
		return nil, r.err
	}
	e.answer, err = throughput.Ask(ctx, q)
	switch {
	case errors.Is(err, throughput.ErrMonths):
		return nil, apierror.BadInput("to", "makes more than 60 months, or none, or the base does", "Give 1 to 60 months, the first not after the last, for the answer and for the base, and no more than 120 from the first of both to the last.")
	case errors.Is(err, throughput.ErrNeed):
		return nil, apierror.BadInput("assume.needTonnes", "is not above 0 tonnes, the low end first", "Give what is needed a month, such as 1300 to 2400.")
	}
	return e, err
}

// licensedUnder is the control asked about, or the first under which the item needs a licence, and whether it covers all of the item.
func (w *World) licensedUnder(item, asked graph.Node) (law graph.Node, whole bool, err error) {
	covering, wholly := throughput.Covering(w.View, item, w.at(exporter))
	if asked == graph.NoNode && len(covering) > 0 {
		asked = covering[0]
	}
	at := slices.Index(covering, asked)
	switch {
	case asked == graph.NoNode:
		return asked, false, apierror.BadInput("item", fmt.Sprintf("%q needs a licence under no Chinese control on record", w.View.Key(item)), "Ask about what a control covers, or what holds it, such as rare-earth-magnet.")
	case at < 0:
		return asked, false, apierror.BadInput("control", fmt.Sprintf("%q does not make %q need a licence", w.View.Key(asked), w.View.Key(item)), "Leave control out to take the first that does.")
	case !w.View.Control(asked).Effective.Known():
		return asked, false, apierror.BadInput("control", fmt.Sprintf("%q has no first day on record", w.View.Key(asked)), "Name another control.")
	}
	return asked, wholly[at], nil
}

// lawState is what is known of a control: on which days it is in force, on which of these by the letter alone, and until when rules were checked.
type lawState struct {
	held, revived func(graph.Day) bool
	checked       graph.Day
}

func (w *World) lawOf(ctx context.Context, law graph.Node) (lawState, error) {
	book, err := w.Law(ctx)
	if err != nil {
		return lawState{}, err
	}
	state := func(day graph.Day) control.State {
		s, _ := book.StateOf(law, day)
		return s
	}
	revived := func(day graph.Day) bool { return state(day) == control.Revived }
	held := func(day graph.Day) bool { return state(day) == control.Active || revived(day) }
	return lawState{held, revived, book.CheckedUntil()}, nil
}

// flags are the cautions about the law in a month of the model.
func (l *lawState) flags(month throughput.Month) graph.Flags {
	var flags graph.Flags
	for day := month.First(); day < (month + 1).First(); day++ {
		if l.revived(day) {
			flags = flags.With(graph.FlagSuspensionExpired)
		}
		if day > l.checked {
			flags = flags.With(graph.FlagRulesNotChecked)
		}
	}
	return flags
}

// month reads a month; a day stands for its month.
func (r *reading) month(argument string, in *graph.Date, otherwise throughput.Month) throughput.Month {
	switch {
	case in == nil:
		return otherwise
	case in.Month == 0:
		r.fail(argument, fmt.Sprintf("is %s, not a month", in.Text()), "Give a month such as 2025-04.")
	}
	return throughput.MonthOf(in.First())
}

func (r *reading) needs(q *throughput.Question, in *NeedInput) {
	began := throughput.MonthOf(q.Began)
	if in == nil {
		in = &NeedInput{}
	}
	q.Base = [2]throughput.Month{r.month("assume.baseFrom", in.BaseFrom, began-12), r.month("assume.baseTo", in.BaseTo, began-1)}
	if n := in.NeedTonnes; n != nil {
		q.Need = &throughput.Range{Low: n.Low, High: n.High}
	}
	q.Approved, q.Controlled = (*throughput.Range)(r.part("assume.approved", in.Approved)), (*throughput.Range)(r.part("assume.controlled", in.Controlled))
	q.Review, q.Stock = (*throughput.Range)(r.days("assume.reviewDays", in.ReviewDays)), (*throughput.Range)(r.days("assume.stockDays", in.StockDays))
}

// Item is what is exported.
func (e *ExportsAgainstNeed) Item() Node { return e.world.wrap(e.answer.Question.Item) }

// Destination is where to.
func (e *ExportsAgainstNeed) Destination() *Country {
	return e.world.country(e.answer.Question.Destination)
}

// Control is under which it needs a licence.
func (e *ExportsAgainstNeed) Control() *Control { return e.world.control(e.control) }

// Series lists the months.
func (e *ExportsAgainstNeed) Series(first int) []*NeedMonth {
	months := []*NeedMonth{}
	for i := range head(e.answer.Months, first) {
		months = append(months, &NeedMonth{&e.answer.Months[i], e})
	}
	return months
}

// Needed is what is needed a month; nil where it is not known.
func (e *ExportsAgainstNeed) Needed() *TonnesInterval {
	n := e.answer.Need
	return tonnes(graph.Interval{Low: n.Low, Mid: n.Mid, High: n.High})
}

// ShortFrom is when it runs short.
func (e *ExportsAgainstNeed) ShortFrom() *ShortFrom {
	day := func(d graph.Day) *graph.Day {
		if d == throughput.NoDay {
			return nil
		}
		return &d
	}
	return &ShortFrom{day(e.answer.Earliest), day(e.answer.Latest)}
}

// MonthsModelled counts the what-if.
func (e *ExportsAgainstNeed) MonthsModelled() int {
	n := 0
	for i := range e.answer.Months {
		if e.answer.Months[i].Modelled {
			n++
		}
	}
	return n
}

// MonthsOnRecord counts the others.
func (e *ExportsAgainstNeed) MonthsOnRecord() int { return len(e.answer.Months) - e.MonthsModelled() }

// Flags are the cautions of the answer, and of the view.
func (e *ExportsAgainstNeed) Flags() []graph.Flag { return noNil(e.flags()) }

func (e *ExportsAgainstNeed) flags() graph.Flags {
	flags := e.world.View.Flags()
	for i := range e.answer.Months {
		flags = flags.With(e.monthFlags(&e.answer.Months[i])...)
	}
	for _, f := range e.figures() {
		flags = flags.With(f.Flags...)
	}
	if (e.answer.Question.To + 1).First() > e.world.Horizon()+1 {
		flags = flags.With(graph.FlagPastHorizon)
	}
	return flags
}

// monthFlags are the cautions about a month; those about the law only where the model asks for it.
func (e *ExportsAgainstNeed) monthFlags(row *throughput.Row) graph.Flags {
	if !row.Modelled {
		return row.Flags
	}
	return row.Flags.With(e.law.flags(row.Month)...)
}

// figures are the numbers that the answer rests on; those of the model only where it is asked.
func (e *ExportsAgainstNeed) figures() []throughput.Figure {
	a := e.answer
	list := []throughput.Figure{a.Need, a.Stock}
	if e.MonthsModelled() > 0 {
		list = append(list, a.Approved, a.Controlled, a.Review)
	}
	return list
}

// Receipt is what stands behind the answer.
func (e *ExportsAgainstNeed) Receipt() *Receipt {
	var rows []graph.RowRef
	for i := range e.answer.Months {
		rows = append(rows, e.answer.Months[i].Rows...)
	}
	for _, f := range e.figures() {
		rows = append(rows, f.Rows...)
	}
	return e.world.receipt(needFormula, append(rows, e.world.View.Row(e.control)), e.flags())
}

// Month is the month.
func (m *NeedMonth) Month() graph.Date { return m.row.Month.Date() }

// Observed is what is on record.
func (m *NeedMonth) Observed() *TonnesInterval { return tonnes(m.row.Observed) }

// Basis is how that is known.
func (m *NeedMonth) Basis() throughput.Basis { return m.row.Basis }

// Needed is what is needed.
func (m *NeedMonth) Needed() *TonnesInterval { return m.answer.Needed() }

// Licensed is what is let through.
func (m *NeedMonth) Licensed() *TonnesInterval { return tonnes(m.row.Licensed) }

// Modelled tells a what-if from the record.
func (m *NeedMonth) Modelled() bool { return m.row.Modelled }

// Stock is what is left at the end.
func (m *NeedMonth) Stock() *TonnesInterval { return tonnes(m.row.Stock) }

// StockDays is the same in days of need.
func (m *NeedMonth) StockDays() *DaysInterval {
	if !m.row.Days.Known() {
		return nil
	}
	return &DaysInterval{rounded(m.row.Days.Low), rounded(m.row.Days.High)}
}

// Flags are the cautions about the month.
func (m *NeedMonth) Flags() []graph.Flag { return noNil(m.answer.monthFlags(m.row)) }

// Rows opens the figures behind it.
func (m *NeedMonth) Rows(first int) []*Row { return m.answer.world.rows(m.row.Rows, first) }

func tonnes(i graph.Interval) *TonnesInterval {
	if !i.Known() {
		return nil
	}
	return &TonnesInterval{rounded(i.Low), rounded(i.Mid), rounded(i.High)}
}

// rounded hides the last bits of sums.
func rounded(x float64) *float64 {
	if p := finite(x); p != nil {
		y := significant(*p)
		return &y
	}
	return nil
}

package api

import (
	"context"
	"errors"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/shock"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

const coverFormula = "A need is met as long as what arrives, the sum over its suppliers of share times what the supplier made some days before, and what is in stock come to a day's need; " +
	"a stock is drawn at the full rate until it is empty; an output runs as long as all its needs are met, or any one where one suffices."

// LicenceWait is a wait for licences.
type LicenceWait struct {
	From                      graph.Day
	ReviewLow, ReviewHigh     float64
	ApprovedLow, ApprovedHigh float64

	decisions []*LicenceDecision
}

// Decisions are those of the law that make goods wait.
func (l *LicenceWait) Decisions(first int) []*LicenceDecision { return head(l.decisions, first) }

// StopScope is what has a row of its own.
type StopScope string

// The scopes.
const (
	StopPart StopScope = "PART"
	StopFirm StopScope = "FIRM"
	StopItem StopScope = "ITEM"
)

// StopStepKind is what a step of a chain is to its firm.
type StopStepKind string

// The kinds of steps.
const (
	StopOutput StopStepKind = "OUTPUT"
	StopNeed   StopStepKind = "NEED"
	StopInside StopStepKind = "STEP"
)

// StopDate is an output or need of a firm that runs short.
type StopDate struct {
	cover.Stop

	world  *World
	answer *cover.Answer
	book   *control.Book // nil where the law does not bear
	links  []cover.Link
}

// StopStep is a step of the chain by which something runs short.
type StopStep struct {
	Days int

	world *World
	book  *control.Book
	part  *chain.Part
	link  *cover.Link
	day   graph.Day
}

// DayFigure is a number of days with what it rests on.
type DayFigure struct {
	cover.Figure

	world *World
}

// The pages of stop dates.
type (
	StopDateConnection = Connection[*StopDate]
	StopDateEdge       = Edge[*StopDate]
)

// stopList is what runs short of what is asked about.
type stopList struct {
	world  *World
	answer *cover.Answer
	book   *control.Book // nil where the law does not bear
	stops  []cover.Stop
}

// stopList lists the first stop of each group of a scope, in the order of stops.
func (w *World) stopList(ctx context.Context, of *SubjectInput, endUse *control.EndUse, assume *CoverInput, per StopScope) (*stopList, error) {
	keep := func(cover.Stop) bool { return true }
	if of != nil {
		asked, err := w.subject(ctx, *of)
		if err != nil {
			return nil, err
		}
		if len(asked.missing) > 0 {
			return nil, asked.missing[0]
		}
		firms, items := nodeSet(asked.firms), nodeSet(asked.items)
		keep = func(s cover.Stop) bool { return firms[s.Firm] || items[s.Item] }
	}
	answer, err := w.stops(ctx, endUse, assume)
	if err != nil {
		return nil, err
	}
	list := &stopList{world: w, answer: answer, stops: []cover.Stop{}}
	if endUse != nil {
		if list.book, err = w.Law(ctx); err != nil {
			return nil, err
		}
	}
	seen := map[graph.Node]bool{}
	for _, s := range answer.Stops {
		group, whole := s.Firm, per == StopPart
		if per == StopItem {
			group = s.Item
		}
		if keep(s) && (whole || !seen[group]) {
			seen[group] = true
			list.stops = append(list.stops, s)
		}
	}
	return list, nil
}

func (l *stopList) stop(s cover.Stop) *StopDate {
	return &StopDate{Stop: s, world: l.world, answer: l.answer, book: l.book}
}

// StopDates works out on which day who runs short of what the view's scenario takes away and, for an end use, of what the law keeps back.
func (v *View) StopDates(ctx context.Context, of *SubjectInput, endUse *control.EndUse, assume *CoverInput, per StopScope, first int, after *string) (*StopDateConnection, error) {
	w := v.world
	list, err := w.stopList(ctx, of, endUse, assume, per)
	if err != nil {
		return nil, err
	}
	s := sequence[cover.Stop, *StopDate]{
		name: "stopDates", order: string(per), elements: list.stops,
		key: func(s cover.Stop) string {
			return w.View.Key(s.Firm) + " " + w.View.Key(s.Item) + " " + string(stopKind(s.Kind))
		},
		make: list.stop,
	}
	return s.page(first, after)
}

// stops answers for everything that runs short.
func (w *World) stops(ctx context.Context, endUse *control.EndUse, assume *CoverInput) (*cover.Answer, error) {
	shocks, err := w.Shocks(ctx)
	if err != nil {
		return nil, err
	}
	assumed, loss, key, err := w.assumptions(ctx, assume, endUse, shocks.Network().View)
	if err != nil {
		return nil, err
	}
	model, err := w.covers.Get(ctx, key, func(ctx context.Context) (*cover.Model, error) { return cover.Compile(ctx, shocks, assumed) })
	if err != nil {
		return nil, err
	}
	loss.Losses = shock.FromView(w.View)
	answer, err := model.Ask(ctx, loss)
	if errors.Is(err, shock.ErrNoLoss) {
		return nil, apierror.BadInput("scenario", "takes nothing away", "Give the view an edit that removes or limits something, or endUse, so that the law bears, or a rule in assume.licences.")
	}
	return answer, err
}

func stopKind(k chain.Kind) StopStepKind {
	switch k {
	case chain.Output:
		return StopOutput
	case chain.Line:
		return StopNeed
	}
	return StopInside
}

// Subject is the firm that runs short.
func (s *StopDate) Subject() Node { return s.world.wrap(s.Firm) }

// Item is what it makes or needs.
func (s *StopDate) Item() Item { return s.world.item(s.Stop.Item) }

// Kind tells making from needing.
func (s *StopDate) Kind() ImpactKind { return ImpactKind(stopKind(s.Stop.Kind)) }

// Earliest is the soonest day.
func (s *StopDate) Earliest() graph.Day { return s.answer.Day(s.Stop.Earliest) }

// Latest is the last day on which it may begin; nil where it need not.
func (s *StopDate) Latest() *graph.Day {
	if s.Stop.Latest < 0 {
		return nil
	}
	day := s.answer.Day(s.Stop.Latest)
	return &day
}

// EarliestDays counts from the view's day.
func (s *StopDate) EarliestDays() int { return s.Stop.Earliest }

// LatestDays counts from the view's day.
func (s *StopDate) LatestDays() *int { return links(s.Stop.Latest) }

// Remaining is the least of it.
func (s *StopDate) Remaining() RemainingRange { return s.Remains }

// trace finds the chain, once.
func (s *StopDate) trace() []cover.Link {
	if s.links == nil {
		s.links = s.answer.Chain(s.Part)
	}
	return s.links
}

// short is the first need of the chain.
func (s *StopDate) short() (*chain.Part, *cover.Link) {
	parts, trace := s.answer.Model.Network().Parts, s.trace()
	for i := range trace {
		if p := &parts[trace[i].Part]; p.Kind == chain.Line {
			return p, &trace[i]
		}
	}
	return nil, nil
}

// Missing is the input that gave out first.
func (s *StopDate) Missing() Item {
	if p, _ := s.short(); p != nil {
		return s.world.item(p.Item)
	}
	return nil
}

// MissingFrom is who left it short.
func (s *StopDate) MissingFrom() *Firm {
	if p, l := s.short(); p != nil && l.Supplier >= 0 {
		return s.world.firm(p.Suppliers[l.Supplier].Firm)
	}
	return nil
}

// Chain lists the steps back to what is lost.
func (s *StopDate) Chain(first int) []*StopStep {
	steps := []*StopStep{}
	trace := head(s.trace(), first)
	for i := range trace {
		l := &trace[i]
		steps = append(steps, &StopStep{l.Day, s.world, s.book, &s.answer.Model.Network().Parts[l.Part], l, s.answer.Day(l.Day)})
	}
	return steps
}

// Flags are the cautions of the dates, and of the view.
func (s *StopDate) Flags() []graph.Flag {
	return s.answer.Flags(s.Part).With(s.world.View.Flags()...)
}

// Receipt is what stands behind the chain.
func (s *StopDate) Receipt() *Receipt {
	var rows []graph.RowRef
	for _, l := range s.trace() {
		rows = append(rows, l.Rows...)
	}
	return s.world.receipt(coverFormula, rows, s.Flags())
}

// Firm is whose step it is.
func (s *StopStep) Firm() *Firm { return s.world.firm(s.part.Firm) }

// Item is what the firm makes or needs.
func (s *StopStep) Item() Item { return s.world.item(s.part.Item) }

// Kind is what the step is to the firm.
func (s *StopStep) Kind() StopStepKind { return stopKind(s.part.Kind) }

// Date is when it is short.
func (s *StopStep) Date() graph.Day { return s.day }

// Stock is what the firm has of a need.
func (s *StopStep) Stock() *DayFigure { return s.world.dayFigure(s.link.Cover) }

// Supplier is who leaves a need short.
func (s *StopStep) Supplier() *Firm {
	if s.link.Supplier < 0 {
		return nil
	}
	return s.world.firm(s.part.Suppliers[s.link.Supplier].Firm)
}

// Lead is how long that takes to be felt.
func (s *StopStep) Lead() *DayFigure { return s.world.dayFigure(s.link.Lead) }

// Licence is what the supplier's goods wait for.
func (s *StopStep) Licence() *LicenceWait {
	c := s.link.Held
	if c == nil {
		return nil
	}
	wait := &LicenceWait{From: max(c.From, s.world.firstDay(s.book)), ReviewLow: c.Delay.Low, ReviewHigh: c.Delay.High, ApprovedLow: c.Factor.Low, ApprovedHigh: c.Factor.High}
	for _, d := range c.Decisions {
		wait.decisions = append(wait.decisions, s.world.decision(s.book, d, max(d.Asked().On, wait.From)))
	}
	return wait
}

// firstDay is the first day on record of the law.
func (w *World) firstDay(book *control.Book) graph.Day {
	if book == nil {
		return graph.MinDay
	}
	return min(book.FirstDay(), w.View.AsOf)
}

// Rows opens the rows of the step.
func (s *StopStep) Rows(first int) []*Row { return s.world.rows(s.link.Rows, first) }

func (w *World) dayFigure(f *cover.Figure) *DayFigure {
	if f == nil {
		return nil
	}
	return &DayFigure{*f, w}
}

// Assumed tells whether some of it is not on record.
func (f *DayFigure) Assumed() bool {
	return f.Flags.Has(graph.FlagCoverAssumed) || f.Flags.Has(graph.FlagLeadTimeAssumed)
}

// Rows opens the rows that state it.
func (f *DayFigure) Rows(first int) []*Row { return f.world.rows(f.Figure.Rows, first) }

package api

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/replay"
	"github.com/lodestone-graph/lodestone/graph/shock"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

const replayFormula = "The predicted stop begins between the least earliest and the least latest day of the stops that count; the event on one of the days that its date may mean. " +
	"Both have a day in common: HIT."

// Replay holds the stop dates of a view against what happened after its day.
type Replay struct {
	Until graph.Day

	world  *World
	record *World // as the view, and whatever was published later
	answer *replay.Answer
}

// ReplayCertainty tells what must happen from what may.
type ReplayCertainty string

// The certainties.
const (
	ReplayCertain  ReplayCertainty = "CERTAIN"
	ReplayPossible ReplayCertainty = "POSSIBLE"
	ReplayImplied  ReplayCertainty = "IMPLIED"
)

// ReplayEvent is an event with what was predicted.
type ReplayEvent struct {
	*replay.Outcome

	of *Replay
}

// ReplayPrediction is the first stop that was predicted.
type ReplayPrediction struct {
	prediction *replay.Prediction
	world      *World
}

// ReplayNeed is a need that nobody on record serves.
type ReplayNeed struct {
	Firm *Firm
	Item Item
}

// ReplayAlarm is a predicted stop that no event names.
type ReplayAlarm struct {
	alarm replay.Alarm
	of    *Replay
}

// The pages of replays.
type (
	ReplayEventConnection = Connection[*ReplayEvent]
	ReplayEventEdge       = Edge[*ReplayEvent]
	ReplayAlarmConnection = Connection[*ReplayAlarm]
	ReplayAlarmEdge       = Edge[*ReplayAlarm]
)

// Replay asks what the view's stop dates say beforehand of the events up to a day.
func (v *View) Replay(ctx context.Context, until graph.Day, endUse *control.EndUse, assume *CoverInput, kinds []graph.EventKind) (*Replay, error) {
	w := v.world
	ahead := 365
	if assume != nil {
		ahead = assume.HorizonDays
	}
	switch {
	case until < w.AsOf:
		return nil, apierror.BadInput("until", "lies before the day of the view", "Give a day that is not before "+w.AsOf.String()+".")
	case int(until)-int(w.AsOf) > ahead:
		return nil, apierror.BadInput("until", fmt.Sprintf("lies more than %d days after the view's", ahead), "Look ahead further with assume.horizonDays, or give an earlier day.")
	case len(kinds) == 0:
		return nil, emptyList("kinds", "Leave kinds out to ask for shutdowns and shortages.")
	}
	record, err := w.recorded(ctx)
	if err != nil {
		return nil, err
	}
	shocks, err := w.Shocks(ctx)
	if err != nil {
		return nil, err
	}
	assumed, loss, key, err := w.assumptions(ctx, assume, endUse, shocks.Network().View)
	if err != nil {
		return nil, err
	}
	q := replay.Question{Until: until, Kinds: kinds}
	if law := assumed.Law; law != nil {
		law.Outlook = law.Outlook.Until(w.AsOf)
		if q.Struck = heldItems(w.View, law.Outlook); law.Outlook.Book().Country() != graph.NoNode {
			q.Home = append(q.Home, law.Outlook.Book().Country())
		}
		key += "as it stands"
	}
	model, err := w.covers.Get(ctx, key, func(ctx context.Context) (*cover.Model, error) { return cover.Compile(ctx, shocks, assumed) })
	if err != nil {
		return nil, err
	}
	loss.Losses = shock.FromView(w.View)
	predictions, err := model.Ask(ctx, loss)
	switch {
	case errors.Is(err, shock.ErrNoLoss):
		return nil, nothingToPredict()
	case err != nil:
		return nil, err
	}
	taken, err := takenItems(shocks, loss.Losses)
	if err != nil {
		return nil, err
	}
	q.Struck = append(q.Struck, taken...)
	for i := range assumed.Rules {
		q.Struck = append(q.Struck, ruledItems(w.View, assumed.Rules[i].Of)...)
		q.Home = append(q.Home, assumed.Rules[i].Of.Countries...)
	}
	answer, err := replay.Of(ctx, predictions, record.View, q)
	if err != nil {
		return nil, err
	}
	return &Replay{Until: until, world: w, record: record, answer: answer}, nil
}

func nothingToPredict() error {
	return apierror.BadInput("endUse", "is not given, and nothing is lost", "Give an end use, so that the law of the day bears; or assume.licences; or a scenario that removes or limits something.")
}

// recorded is the world of the view with whatever was published after it was known.
func (w *World) recorded(ctx context.Context) (*World, error) {
	if !w.View.Filter.KnownOn.Known() {
		return w, nil
	}
	filter := w.View.Filter
	filter.KnownOn = graph.Date{}
	return w.worlds.Open(ctx, w.Snapshot, w.View.AsOf, filter)
}

// heldItems are those that do not leave the controlling country freely for anybody: themselves, not for a kind of theirs.
func heldItems(v *graph.View, law *control.Outlook) []graph.Node {
	var held []graph.Node
	for item := range graph.Node(v.Items()) {
		if s := law.Passing(item, graph.NoNode, graph.NoNode, graph.NoNode); len(s) > 0 {
			if d := s[len(s)-1].Decision; d.Passage() != control.Open && !d.Flags.Has(graph.FlagPossiblyControlled) {
				held = append(held, item)
			}
		}
	}
	return held
}

// takenItems are those of the outputs of which something is lost.
func takenItems(shocks *shock.Model, losses []shock.Loss) ([]graph.Node, error) {
	if len(losses) == 0 {
		return nil, nil
	}
	taken, err := shocks.Taken(losses)
	if err != nil {
		return nil, err
	}
	var items []graph.Node
	for _, t := range taken {
		items = append(items, shocks.Network().Parts[t.Part].Item)
	}
	slices.Sort(items)
	return slices.Compact(items), nil
}

// ruledItems are those that a rule on licences names, by themselves or by their stage.
func ruledItems(v *graph.View, rule *graph.TargetSet) []graph.Node {
	var items []graph.Node
	for item := range graph.Node(v.Items()) {
		stage := len(rule.Stages) == 0 || slices.ContainsFunc(rule.Stages, func(s graph.Stage) bool { return v.AnswersTo(item, s) })
		if v.InChain(item) && rule.HasItem(item) && stage {
			items = append(items, item)
		}
	}
	return items
}

// From is the day of the predictions.
func (r *Replay) From() graph.Day { return r.world.View.AsOf }

// Events pages through what happened.
func (r *Replay) Events(verdicts []replay.Verdict, first int, after *string) (*ReplayEventConnection, error) {
	wanted := in(verdicts)
	var kept []*replay.Outcome
	for i := range r.answer.Outcomes {
		if o := &r.answer.Outcomes[i]; wanted(o.Verdict) {
			kept = append(kept, o)
		}
	}
	s := sequence[*replay.Outcome, *ReplayEvent]{
		name: "replayed events", elements: kept,
		key:  func(o *replay.Outcome) string { return r.world.View.Key(o.Event) },
		make: func(o *replay.Outcome) *ReplayEvent { return &ReplayEvent{o, r} },
	}
	return s.page(first, after)
}

// Alarms pages through predicted stops that no event names.
func (r *Replay) Alarms(first int, after *string) (*ReplayAlarmConnection, error) {
	s := sequence[replay.Alarm, *ReplayAlarm]{
		name: "alarms", elements: r.answer.Alarms,
		key:  func(a replay.Alarm) string { return r.world.View.Key(a.Firm) },
		make: func(a replay.Alarm) *ReplayAlarm { return &ReplayAlarm{a, r} },
	}
	return s.page(first, after)
}

// Named counts the verdicts on events that name a firm.
func (r *Replay) Named() *replay.Tally { return &r.answer.Named }

// Places counts the verdicts on events that name a country or region alone.
func (r *Replay) Places() *replay.Tally { return &r.answer.Places }

// Needing counts firms that need what is lost or held back.
func (r *Replay) Needing() *replay.Share { return &r.answer.Needing }

// Predicted counts firms that may stop within the window.
func (r *Replay) Predicted() *replay.Share { return &r.answer.Predicted }

// Certain counts firms that must stop within the window.
func (r *Replay) Certain() *replay.Share { return &r.answer.Certain }

// Implied counts firms of which every predicted stop rests on the world market.
func (r *Replay) Implied() *replay.Share { return &r.answer.Implied }

// Flags are the cautions of the view.
func (r *Replay) Flags() []graph.Flag { return r.world.View.Flags() }

// Event is the row of what happened.
func (e *ReplayEvent) Event() *Event { return e.of.record.event(e.Outcome.Event) }

// FirstDay is the first day on which it may have begun.
func (e *ReplayEvent) FirstDay() graph.Day { return e.First }

// LastDay is the last day on which it may have begun.
func (e *ReplayEvent) LastDay() graph.Day { return e.Last }

// Verdict says how prediction and event agree.
func (e *ReplayEvent) Verdict() replay.Verdict { return e.Outcome.Verdict }

// Hit tells whether they do.
func (e *ReplayEvent) Hit() bool { return e.Outcome.Verdict == replay.Hit }

// Days is by how many the prediction is early or late.
func (e *ReplayEvent) Days() *int {
	if e.Outcome.Days == 0 {
		return nil
	}
	return &e.Outcome.Days
}

// Predicted is the first stop that was predicted.
func (e *ReplayEvent) Predicted() *ReplayPrediction {
	if e.Prediction == nil {
		return nil
	}
	return &ReplayPrediction{e.Prediction, e.of.world}
}

// Firms lists the firms on record for what the event names.
func (e *ReplayEvent) Firms(first int) []*Firm {
	return handles(e.Outcome.Firms, first, e.of.world.firm)
}

// PredictedFirms is how many of them may stop within the window.
func (e *ReplayEvent) PredictedFirms() int { return e.Outcome.Predicted }

// Missing is the fact that the record lacks.
func (e *ReplayEvent) Missing() *replay.Fact {
	if e.Outcome.Missing == replay.NoFact {
		return nil
	}
	return &e.Outcome.Missing
}

// Gaps lists needs that nobody on record serves.
func (e *ReplayEvent) Gaps(first int) []*ReplayNeed {
	w, gaps := e.of.world, []*ReplayNeed{}
	for _, g := range head(e.Outcome.Gaps, first) {
		gaps = append(gaps, &ReplayNeed{w.firm(g.Firm), w.item(g.Item)})
	}
	return gaps
}

// Reason says in words why.
func (e *ReplayEvent) Reason() string { return e.of.answer.Reason(e.Outcome) }

// Flags are the cautions of the event's date and the prediction's chain.
func (e *ReplayEvent) Flags() []graph.Flag { return noNil(e.Outcome.Flags) }

// Receipt opens the rows of the event and of the chain.
func (e *ReplayEvent) Receipt() *Receipt {
	return e.of.record.receipt(replayFormula, e.Rows, e.Outcome.Flags)
}

// Firm is who may stop first.
func (p *ReplayPrediction) Firm() *Firm { return p.world.firm(p.prediction.Stop.Firm) }

// Item is what it makes or needs.
func (p *ReplayPrediction) Item() Item { return p.world.item(p.prediction.Stop.Item) }

// Kind tells making from needing.
func (p *ReplayPrediction) Kind() ImpactKind { return ImpactKind(stopKind(p.prediction.Stop.Kind)) }

// Earliest is the soonest day of the stop.
func (p *ReplayPrediction) Earliest() graph.Day { return p.prediction.Earliest }

// Latest is the last day on which it may begin; nil where it need not.
func (p *ReplayPrediction) Latest() *graph.Day {
	if !p.prediction.Certain() {
		return nil
	}
	return &p.prediction.Latest
}

// Certainty tells what must happen from what may.
func (p *ReplayPrediction) Certainty() ReplayCertainty {
	switch {
	case p.prediction.Implied:
		return ReplayImplied
	case p.prediction.Certain():
		return ReplayCertain
	}
	return ReplayPossible
}

// Predicted is the stop.
func (a *ReplayAlarm) Predicted() *ReplayPrediction {
	return &ReplayPrediction{&a.alarm.Prediction, a.of.world}
}

// Places lists events of the firm's country or region that may mean it.
func (a *ReplayAlarm) Places(first int) []*Event {
	return handles(a.alarm.Places, first, a.of.record.event)
}

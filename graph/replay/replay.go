package replay

import (
	"cmp"
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/cover"
)

// Verdict says how an event and the prediction for it agree.
type Verdict string

// The verdicts.
const (
	Hit    Verdict = "HIT"
	Early  Verdict = "EARLY"
	Late   Verdict = "LATE"
	Miss   Verdict = "MISS"
	Silent Verdict = "SILENT"
)

// Fact is what the record lacks for a prediction.
type Fact string

// The facts. Of several firms the one that lacks least counts.
const (
	NoFact   Fact = ""
	Firm     Fact = "FIRM"     // no firm of the place is on record for what the event names
	Need     Fact = "NEED"     // the firm is not on record for making or needing what the event names
	Link     Fact = "LINK"     // nothing that goes into it, by recipe, is known to be lost or held back
	Supplier Fact = "SUPPLIER" // on the way up some needs have no seller on record
)

// Question asks for the events of a window.
type Question struct {
	Until  graph.Day         // the last day of the window; its first is that of the predictions
	Kinds  []graph.EventKind // none: SHUTDOWN and SHORTAGE
	Struck []graph.Node      // the items that are lost or held back
	Home   []graph.Node      // countries behind whose border goods are held back: how makers there come by their inputs does not matter
}

// Prediction is the first stop among some parts.
type Prediction struct {
	Stop     *cover.Stop // of the part that may stop first
	Earliest graph.Day
	Latest   graph.Day // MaxDay: it need not stop
	Implied  bool      // no such stop rests on sellers on record: the world market stands in for some
}

// Certain tells whether a stop must come.
func (p *Prediction) Certain() bool { return p.Latest < graph.MaxDay }

// Outcome is an event with what was predicted.
type Outcome struct {
	Event       graph.Node
	First, Last graph.Day    // the days on which it may have begun
	Firms       []graph.Node // the firms that are on record for what it names
	Named       bool         // it names a firm
	Verdict     Verdict
	Days        int         // EARLY, LATE: by so many days
	Prediction  *Prediction // nil: none
	Predicted   int         // how many of Firms may stop within the window
	Missing     Fact
	Gaps        []Gap // SUPPLIER: needs without a seller, the nearest first
	Rows        []graph.RowRef
	Flags       graph.Flags

	clear []graph.Node // MISS: the firms of which no fact is missing
}

// Gap is a need that nobody on record serves.
type Gap struct{ Firm, Item graph.Node }

// Alarm is a firm that may stop within the window though no event names it.
type Alarm struct {
	Firm graph.Node
	Prediction
	Places []graph.Node // events of its country or region that may mean it
}

// Tally counts verdicts. Hits of predictions that are implied are neither among the certain nor among the possible ones.
type Tally struct{ HitsCertain, HitsPossible, HitsImplied, Early, Late, Misses, Silent int }

// Share is a number of firms, and how many of them some event of the window names.
type Share struct{ Firms, WithEvent int }

// Answer is a replay.
type Answer struct {
	Outcomes      []Outcome // by first day, then key
	Alarms        []Alarm   // those that are certain first, then by day, then key
	Named, Places Tally     // of events that name a firm, and of the others
	Needing       Share     // firms outside the border that make or need what is struck, or what needs it by recipe
	Predicted     Share     // firms that may stop within the window
	Certain       Share     // firms that must
	Implied       Share     // of those predicted, the firms of which every stop rests on the world market

	replay *replay
}

// Of compares the predictions with the events of a view. The error is that of the context.
func Of(ctx context.Context, predictions *cover.Answer, events *graph.View, q Question) (*Answer, error) {
	r := newReplay(predictions, events, q)
	a := &Answer{replay: r}
	for i := range events.Facts().Events {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if e, ok := r.happened(int32(i)); ok {
			a.Outcomes = append(a.Outcomes, r.judge(e))
		}
	}
	slices.SortFunc(a.Outcomes, func(x, y Outcome) int {
		return cmp.Or(cmp.Compare(x.First, y.First), cmp.Compare(r.view.Key(x.Event), r.view.Key(y.Event)))
	})
	r.count(a)
	return a, nil
}

// replay is a question in the course of being answered.
type replay struct {
	Question
	predictions *cover.Answer
	network     *chain.Network
	view        *graph.View // of the predictions
	events      *graph.View
	table       int // of events
	stops       map[graph.Node][]*cover.Stop
	implied     map[*cover.Stop]bool
	struck      []bool                  // by item: it is lost or held back, or needs what is
	concerned   map[graph.Node]*concern // by item that an event names
	home        map[graph.Node]bool
}

func newReplay(predictions *cover.Answer, events *graph.View, q Question) *replay {
	n := predictions.Model.Network()
	r := &replay{Question: q, predictions: predictions, network: n, view: n.View, events: events,
		stops: map[graph.Node][]*cover.Stop{}, implied: map[*cover.Stop]bool{}, concerned: map[graph.Node]*concern{}, home: map[graph.Node]bool{}}
	if len(q.Kinds) == 0 {
		r.Kinds = []graph.EventKind{graph.EventKindShutdown, graph.EventKindShortage}
	}
	for i, t := range graph.Tables() {
		if t.Name == "events" {
			r.table = i
		}
	}
	for i := range predictions.Stops {
		s := &predictions.Stops[i]
		r.stops[s.Firm] = append(r.stops[s.Firm], s)
		r.implied[s] = slices.ContainsFunc(predictions.Chain(s.Part), func(l cover.Link) bool { return l.Flags.Has(graph.FlagSellerUnknown) })
	}
	r.struck = r.using(q.Struck)
	for _, c := range q.Home {
		r.home[c] = true
	}
	return r
}

// event is a row of events in the window.
type event struct {
	node        graph.Node
	row         int32
	first, last graph.Day
	firm        graph.Node // NoNode: it names none
	places      []graph.Node
	item        graph.Node // an item or group; NoNode: it names none
	imprecise   bool
}

func (r *replay) happened(row int32) (event, bool) {
	fact := &r.events.Facts().Events[row]
	first, last := fact.Date.First(), fact.Date.Last()
	if !r.events.On(r.table, row) || !slices.Contains(r.Kinds, fact.Kind) || last < r.view.AsOf || r.Until < first {
		return event{}, false
	}
	node := func(key string) graph.Node {
		if n, ok := r.view.Lookup(key); ok && key != "" {
			return n
		}
		return graph.NoNode
	}
	begin, _ := r.view.Range(graph.KindEvent)
	e := event{begin + graph.Node(row), row, first, last, node(fact.Firm), nil, node(fact.Item), !fact.Date.Exact()}
	if place := node(fact.Country); place != graph.NoNode {
		e.places = append(e.places, place)
		for _, member := range r.view.Regions.Out(place) {
			e.places = append(e.places, r.view.Regions.To[member])
		}
	}
	return e, true
}

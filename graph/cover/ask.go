package cover

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

// Loss is what stops on the view's day, for how long, and how far to look.
type Loss struct {
	Losses []shock.Loss // none: only what the law does to goods on their way
	Days   int          // how many days to look at, from the view's on
	Ends   int          // what is lost is back after so many days; 0: it stays lost
}

// Stop is an output or a need of a firm that runs short.
type Stop struct {
	Part     int32 // in the network
	Kind     chain.Kind
	Firm     graph.Node
	Item     graph.Node
	Earliest int     // days from the view's on until it may run short: stocks at their low end, goods soonest through, the worst of what is not known
	Latest   int     // days until it runs short for certain; -1: not within the days looked at
	Remains  Range   // the least of it on any day, 0 to 1
	Lost     Range   // what is lost of it over all days, in days of running in full
	Unknown  float64 // the part that no stated share covers; see shock.Hit
}

// Answer is what runs short when. It never changes.
type Answer struct {
	Model *Model
	Stops []Stop // those that are certain first, by latest day; then by earliest day, firm and item by key

	loss    Loss
	courses [2]map[int32]Course // by end: of the parts that run short
	taken   map[int32]Range
}

// Ask works out on which day each output and need runs short. What a firm only passes on is short with its need and is not listed beside
// it. A stock is drawn at the full rate until it is empty, also while its firm stands still for want of something else; so a day never
// moves later, whatever else is lost, and never earlier with more in stock or, where nothing comes back, more on its way. The error names
// a loss that makes no sense, or is the context's.
func (m *Model) Ask(ctx context.Context, loss Loss) (*Answer, error) {
	switch {
	case loss.Days < 0 || loss.Days > mostDays:
		return nil, fmt.Errorf("%d days: look at 0 to %d", loss.Days, mostDays)
	case loss.Ends < 0:
		return nil, fmt.Errorf("an end after %d days: give 0 or more", loss.Ends)
	}
	a := &Answer{Model: m, loss: loss, taken: map[int32]Range{}}
	if len(loss.Losses) > 0 || m.assumed.Crossings == nil && m.assumed.Law == nil && len(m.assumed.Rules) == 0 {
		taken, err := m.shocks.Taken(loss.Losses)
		if err != nil {
			return nil, err
		}
		for _, t := range taken {
			a.taken[t.Part] = t.Left
		}
	}
	for _, e := range []end{early, late} {
		var err error
		if a.courses[e], err = m.run(ctx, e, a); err != nil {
			return nil, err
		}
	}
	a.list()
	return a, nil
}

// run solves one end and keeps the courses of the parts that run short.
func (m *Model) run(ctx context.Context, e end, a *Answer) (map[int32]Course, error) {
	run := m.runs[e].Get().(*run)
	run.begin(a.loss.Days)
	for part, left := range a.taken {
		can := Schedule{{Value: e.of(left)}}
		if a.loss.Ends > 0 {
			can = append(can, Step{Day: a.loss.Ends, Value: 1})
		}
		run.limit(part, can)
	}
	if err := run.solve(ctx); err != nil {
		return nil, err
	}
	courses := map[int32]Course{}
	for _, number := range run.touched {
		if part := m.ends[e].node[number]; int(part) < len(m.network.Parts) && run.courses[number].First >= 0 {
			courses[part] = run.courses[number]
		}
	}
	run.clear()
	m.runs[e].Put(run)
	return courses, nil
}

// course is how a part fares at an end.
func (a *Answer) course(e end, part int32) Course {
	if c, ok := a.courses[e][part]; ok {
		return c
	}
	return whole
}

func (a *Answer) list() {
	n := a.Model.network
	parts := slices.Collect(maps.Keys(a.courses[early]))
	for part := range a.courses[late] {
		if _, ok := a.courses[early][part]; !ok {
			parts = append(parts, part)
		}
	}
	for _, i := range parts {
		x, y := a.course(early, i), a.course(late, i)
		e, ok := a.soonest(i)
		if !ok || !a.listed(i) {
			continue
		}
		p, latest := &n.Parts[i], -1
		if x.First >= 0 && y.First >= 0 {
			latest = max(x.First, y.First)
		}
		a.Stops = append(a.Stops, Stop{Part: i, Kind: p.Kind, Firm: p.Firm, Item: p.Item, Earliest: a.course(e, i).First, Latest: latest,
			Remains: Range{Low: min(x.Least, y.Least), High: max(x.Least, y.Least)}, Lost: Range{Low: min(x.Lost, y.Lost), High: max(x.Lost, y.Lost)},
			Unknown: a.Model.shocks.Unknown(i)})
	}
	v := n.View
	slices.SortFunc(a.Stops, func(x, y Stop) int {
		return cmp.Or(cmp.Compare(uint(x.Latest), uint(y.Latest)), cmp.Compare(x.Earliest, y.Earliest),
			cmp.Compare(v.Key(x.Firm), v.Key(y.Firm)), cmp.Compare(v.Key(x.Item), v.Key(y.Item)), cmp.Compare(x.Kind, y.Kind))
	})
}

// soonest is the end at which a part runs short first. It is the early one, but where what is lost comes back, losses that follow each
// other may weigh more than losses at one time.
func (a *Answer) soonest(part int32) (e end, ok bool) {
	x, y := a.course(early, part).First, a.course(late, part).First
	if uint(y) < uint(x) {
		return late, true
	}
	return early, x >= 0
}

// listed tells whether a part is an output or need that a firm is on record for, and not said by another one already.
func (a *Answer) listed(part int32) bool {
	switch p := &a.Model.network.Parts[part]; p.Kind {
	case chain.Line:
		return p.Own
	case chain.Output:
		passed := p.Flags.Has(graph.FlagPassedOn) && len(p.Needs) == 1
		return !p.Graded && !(passed && a.same(part, p.Needs[0].Part))
	}
	return false
}

func (a *Answer) same(x, y int32) bool {
	return a.course(early, x) == a.course(early, y) && a.course(late, x) == a.course(late, y)
}

// Day is the calendar day of a number of days; MaxDay for -1.
func (a *Answer) Day(days int) graph.Day {
	if days < 0 {
		return graph.MaxDay
	}
	return a.Model.asOf() + graph.Day(days)
}

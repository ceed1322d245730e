package throughput

import (
	"cmp"
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// reach is how many months beyond those asked about figures are read: they may say something of the ones before and after, too.
const reach = 24

// record holds what the release says of the exports of an item: one ledger for each destination.
type record struct {
	v       *graph.View
	first   Month // the month after boundary 0
	size    int   // boundaries
	ledgers map[graph.Node]*ledger
	places  []graph.Node // destinations on record, in the order of their keys
}

// read gathers the figures of an item whose months lie within reach, and are over on the day of the view.
func read(ctx context.Context, v *graph.View, item graph.Node, from, to Month) (*record, error) {
	r := &record{v: v, first: from - reach, size: int(to-from) + 2*reach + 2, ledgers: map[graph.Node]*ledger{}}
	spans := map[graph.Node][]span{}
	add := func(table int, i int32, name, destination string, from, to graph.Date, tonnes float64) {
		of, _ := v.Lookup(name)
		place, known := v.Lookup(destination)
		first, last := monthOf(from), monthOf(to)
		if of != item || !known || !v.On(table, i) || to.Last() > v.AsOf || first < r.first || last >= r.first+Month(r.size)-1 || first > last {
			return
		}
		weight := fromTonnes(tonnes)
		spans[place] = append(spans[place], span{int(first - r.first), int(last-r.first) + 1, weight, weight, weight, graph.RowRef{Table: table, Index: i}})
	}
	monthly, periods := tableOf("monthly_exports"), tableOf("period_exports")
	for i, row := range v.Facts().MonthlyExports {
		add(monthly, int32(i), row.Item, row.Destination, row.Month, row.Month, row.Tonnes.Value)
	}
	for i, row := range v.Facts().PeriodExports {
		add(periods, int32(i), row.Item, row.Destination, row.From, row.To, row.Tonnes.Value)
	}
	for place, figures := range spans {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		r.ledgers[place] = newLedger(r.size, figures)
		r.places = append(r.places, place)
	}
	slices.SortFunc(r.places, func(x, y graph.Node) int { return cmp.Compare(v.Key(x), v.Key(y)) })
	return r, nil
}

func tableOf(name string) int {
	return slices.IndexFunc(graph.Tables(), func(t *graph.Table) bool { return t.Name == name })
}

// taken is what a destination took: by its own figures, and by those of others.
type taken struct {
	*bounds
	own    *ledger      // nil where it has no figures
	others []graph.Node // destinations whose figures bound it: members of a region, the world and those that it is shared with
}

// of puts together what bounds a destination.
func (r *record) of(place graph.Node) *taken {
	t := &taken{bounds: unbounded(r.size), own: r.ledgers[place]}
	if t.own != nil {
		copy(t.low, t.own.low)
		copy(t.high, t.own.high)
	}
	members := r.members(place)
	inside := func(n graph.Node) bool { return n == place || members[n] }
	if members != nil {
		t.atLeast(r, members)
	}
	for _, whole := range r.places {
		if whole == place || !r.v.Is(whole, graph.KindRegion) {
			continue
		}
		if of := r.members(whole); of[place] || r.covers(of, members) { // a country, or a region within it
			t.atMost(r, whole, of, inside)
		}
	}
	for i := range t.high {
		t.high[i] = max(t.high[i], t.low[i]) // others may contradict its own figures, which then stand
	}
	return t
}

// members are the countries of a region; all countries of the record for one without any, nil for a country.
func (r *record) members(place graph.Node) map[graph.Node]bool {
	if !r.v.Is(place, graph.KindRegion) {
		return nil
	}
	of := map[graph.Node]bool{}
	for _, row := range r.v.Regions.Out(place) {
		of[r.v.Regions.To[row]] = true
	}
	if len(of) == 0 {
		for _, n := range r.places {
			if r.v.Is(n, graph.KindCountry) {
				of[n] = true
			}
		}
		of[graph.NoNode] = true // and all that have no figures
	}
	return of
}

// covers tells whether a whole holds all members of a region; the world holds everything.
func (r *record) covers(whole, members map[graph.Node]bool) bool {
	switch {
	case members[graph.NoNode]:
		return false
	case whole[graph.NoNode]:
		return true
	}
	for n := range members {
		if !whole[n] {
			return false
		}
	}
	return members != nil
}

func (t *taken) atLeast(r *record, members map[graph.Node]bool) {
	sum := make([]grams, len(t.low))
	for _, n := range r.places {
		if members[n] {
			t.others = append(t.others, n)
			for i, low := range r.ledgers[n].low {
				sum[i] += low
			}
		}
	}
	for i := range sum {
		t.low[i] = max(t.low[i], sum[i])
	}
}

// atMost is what the other members of a whole leave of it.
func (t *taken) atMost(r *record, whole graph.Node, of map[graph.Node]bool, inside func(graph.Node) bool) {
	t.others = append(t.others, whole)
	left := slices.Clone(r.ledgers[whole].high)
	for _, n := range r.places {
		if of[n] && !inside(n) {
			t.others = append(t.others, n)
			for i, low := range r.ledgers[n].low {
				if left[i] < endless {
					left[i] = max(0, left[i]-low)
				}
			}
		}
	}
	for i := range left {
		t.high[i] = min(t.high[i], left[i])
	}
}

// Basis says how the exports of a month are known.
type Basis string

// The bases.
const (
	Stated  Basis = "STATED"  // a figure of just this month
	Derived Basis = "DERIVED" // figures, added and subtracted, give it
	Bounded Basis = "BOUNDED" // only bounds follow from figures
	Nothing Basis = "UNKNOWN" // no figure bounds it
)

// Bases lists them, best known first.
func Bases() []Basis { return []Basis{Stated, Derived, Bounded, Nothing} }

// observed is what a destination took in a month.
type observed struct {
	Interval graph.Interval
	Basis    Basis
	Rows     []graph.RowRef
	Flags    graph.Flags
	own      bool // its own figures bound it from above
}

// observe tells what is on record of a month that lies after a boundary. Its middle is known where it is given by figures that agree.
func (r *record) observe(t *taken, at int) observed {
	low, high := t.between(at, at+1)
	o := observed{Interval: graph.Interval{Low: low.tonnes(), Mid: graph.Unknown().Mid, High: high.tonnes()}, Basis: Nothing}
	if low == high {
		o.Interval = graph.Exactly(low.tonnes())
	}
	ownLow, ownHigh := grams(0), endless
	if t.own != nil {
		ownLow, ownHigh = t.own.between(at, at+1)
		o.own = ownHigh < endless
		switch {
		case len(t.own.stated(at, at+1)) > 0 && o.own:
			o.Basis = Stated
		case t.own.gives(at, at+1) && o.own:
			o.Basis = Derived
		}
		figures, differ := t.own.behind(at, at+1)
		for _, i := range figures {
			o.Rows = append(o.Rows, t.own.spans[i].row)
		}
		if differ {
			o.Flags = o.Flags.With(graph.FlagFiguresDiffer)
		}
	}
	if low != ownLow || high != ownHigh {
		for _, n := range t.others {
			figures, _ := r.ledgers[n].behind(at, at+1)
			for _, i := range figures {
				o.Rows = append(o.Rows, r.ledgers[n].spans[i].row)
			}
		}
	}
	switch {
	case o.Basis != Nothing:
	case low > 0 || high < endless:
		o.Basis = Bounded
	default:
		o.Interval = graph.Unknown()
	}
	return o
}

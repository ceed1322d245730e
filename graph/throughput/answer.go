package throughput

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Question asks what an item's users in a destination get a month, against what they need.
type Question struct {
	View              *graph.View
	Item, Destination graph.Node           // an item or item group; a country or region
	From, To          Month                // the months of the answer, at most MostMonths; stocks are those of the first day
	Base              [2]Month             // the months that reveal the need: the first and the last, at most MostMonths
	Began             graph.Day            // the first day of the control
	Held              func(graph.Day) bool // whether the control is in force on a day
	Whole             bool                 // whether the control covers all of the item, and not some grades or members alone
	Need              *Range               // tonnes a month, above 0; nil: revealed
	Approved          *Range               // part of applications; nil: as on record
	Controlled        *Range               // part of the tonnes that needs a licence; nil: all
	Review, Stock     *Range               // days, days of need; nil: as on record
}

// MostMonths is how many months an answer, and a base, may have.
const MostMonths = 60

// Reasons why a question is refused.
var (
	ErrMonths = errors.New("the months asked about and those of the base are 1 to 60 each, the first not after the last, and the two no more than 120 months apart")
	ErrNeed   = errors.New("a need is above 0, its low end not above its high end")
)

// Row is a month of the answer.
type Row struct {
	Month    Month
	Observed graph.Interval // tonnes exported to the destination, as on record
	Basis    Basis
	Licensed graph.Interval // tonnes let through: as on record, else by the model
	Modelled bool           // whether the model says what is let through
	Against  bool           // whether the record contradicts what the model alone would say
	Stock    graph.Interval // tonnes in stock at the end of the month
	Days     graph.Interval // the same in days of need
	Rows     []graph.RowRef
	Flags    graph.Flags
}

// Answer is what is let through month by month, what is in stock, and when it runs short.
type Answer struct {
	Question                            Question
	Months                              []Row
	Need                                Figure // tonnes a month
	Revealing                           int    // months of the base that figures tell of
	Approved, Controlled, Review, Stock Figure
	Earliest, Latest                    graph.Day    // when it runs short; NoDay: not within the months, or not known
	Destinations                        []graph.Node // on record for the item, by key
}

// NoDay stands for no day.
const NoDay = graph.MinDay

// Ask answers a question. The error is the context's, ErrMonths or ErrNeed.
func Ask(ctx context.Context, q Question) (*Answer, error) {
	first, last := min(q.From, q.Base[0]), max(q.To, q.Base[1])
	if q.To < q.From || q.To-q.From >= MostMonths || q.Base[1] < q.Base[0] || q.Base[1]-q.Base[0] >= MostMonths || last-first >= 2*MostMonths {
		return nil, ErrMonths
	}
	if q.Need != nil && !(0 < q.Need.Low && q.Need.Low <= q.Need.High) {
		return nil, ErrNeed
	}
	r, err := read(ctx, q.View, q.Item, first, last)
	if err != nil {
		return nil, err
	}
	t := r.of(q.Destination)
	a := &Answer{Question: q, Destinations: r.places, Earliest: NoDay, Latest: NoDay,
		Approved: approved(q.View, q.Destination, q.Approved), Review: review(q.View, q.Item, q.Review), Stock: stock(q.View, q.Destination, q.Item, q.Stock)}
	a.Controlled = controlled(&q)
	a.Need, a.Revealing = need(r, t, &q)
	if q.Need != nil {
		a.Need.Flags = graph.Flags{graph.FlagNeedGiven}
	}
	if q.Approved != nil {
		a.Approved.Flags = graph.Flags{graph.FlagApprovedGiven}
	}
	if d := a.Stock.Day; d.Known() && (d.Last() < q.From.First() || (q.From+1).First() <= d.First()) {
		a.Stock.Flags = a.Stock.Flags.With(graph.FlagStockOfAnotherDay)
	}
	a.fill(r, t)
	return a, nil
}

// controlled is the part of the tonnes that needs a licence.
func controlled(q *Question) Figure {
	if f, ok := given(q.Controlled); ok {
		return f
	}
	f := Figure{Range: Range{1, 1}, Mid: 1, Origin: Recorded, Place: graph.NoNode}
	if !q.Whole {
		f = standard(Range{1, 1}, graph.FlagControlledPartAssumed)
	}
	return f
}

// need is what was taken a month in the base: the least and the largest of its figures, and their mean by months. months is how many of
// them figures tell of.
func need(r *record, t *taken, q *Question) (f Figure, months int) {
	if f, ok := given(q.Need); ok {
		if f.Low == f.High {
			f.Mid = f.Low
		}
		return f, 0
	}
	none := Figure{Range: Range{math.NaN(), math.NaN()}, Mid: math.NaN(), Origin: Missing, Place: graph.NoNode}
	if t.own == nil {
		return none, 0
	}
	f = Figure{Range: Range{math.Inf(1), 0}, Origin: Recorded, Place: q.Destination, Flags: graph.Flags{graph.FlagNeedFromTrade}}
	sum := 0.0
	end := int(q.Base[1]-r.first) + 1
	for at := int(q.Base[0] - r.first); at < end; {
		to := t.piece(at, end)
		if to < 0 {
			at++
			continue
		}
		low, high := t.own.between(at, to)
		n := float64(to - at)
		f.Low, f.High = min(f.Low, low.tonnes()/n), max(f.High, high.tonnes()/n)
		sum += (low.tonnes() + high.tonnes()) / 2
		months += to - at
		figures, differ := t.own.behind(at, to)
		for _, i := range figures {
			f.Rows = append(f.Rows, t.own.spans[i].row)
		}
		if differ {
			f.Flags = f.Flags.With(graph.FlagFiguresDiffer)
		}
		at = to
	}
	if months == 0 || f.High == 0 {
		return none, 0
	}
	f.Mid = sum / float64(months)
	return f, months
}

// piece is the end of the shortest span from a boundary on, up to an end, that figures give; -1 where there is none.
func (t *taken) piece(from, end int) int {
	for to := from + 1; to <= end; to++ {
		if _, high := t.own.between(from, to); t.own.gives(from, to) && high < endless {
			return to
		}
	}
	return -1
}

// Covering lists the controls of a state under which an item, or some kinds or members of it, needs a licence, by first day and key. whole
// tells for each whether it covers all of the item.
func Covering(v *graph.View, item, state graph.Node) (controls []graph.Node, whole []bool) {
	concerns := v.Concerning([]graph.Node{item})
	table, restricts := tableOf("export_controls"), tableOf("restricts")
	all := map[graph.Node]bool{item: true}
	if v.IsItem(item) {
		for _, class := range v.Above(item) {
			all[class] = true
		}
		for n := range all {
			for _, row := range v.Members.In(n) {
				all[v.Members.From[row]] = true
			}
		}
	}
	covers := map[graph.Node]bool{}
	for i, row := range v.Facts().Restricts {
		of := nodeOf(v, row.Item)
		control := nodeOf(v, row.Control)
		if of == graph.NoNode || !concerns[of] || row.Licence == graph.RegimeProhibited || !v.On(restricts, int32(i)) ||
			nodeOf(v, v.Control(control).Country) != state || !v.On(table, v.Row(control).Index) {
			continue
		}
		covers[control] = covers[control] || all[of]
	}
	controls = slices.SortedFunc(maps.Keys(covers), func(x, y graph.Node) int {
		return cmp.Or(cmp.Compare(v.Control(x).Effective.First(), v.Control(y).Effective.First()), cmp.Compare(v.Key(x), v.Key(y)))
	})
	for _, c := range controls {
		whole = append(whole, covers[c])
	}
	return controls, whole
}

package throughput

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Range is a number within bounds.
type Range struct{ Low, High float64 }

// Origin says where a figure of an answer comes from.
type Origin string

// The origins.
const (
	Given    Origin = "GIVEN"   // whoever asks gave it
	Recorded Origin = "RECORD"  // rows of the release
	Assumed  Origin = "ASSUMED" // nothing is on record: the default of the model
	Missing  Origin = "MISSING" // nothing is on record, and nothing can stand for it
)

// Origins lists them.
func Origins() []Origin { return []Origin{Given, Recorded, Assumed, Missing} }

// Figure is a number of the model with what it rests on.
type Figure struct {
	Range
	Mid    float64 // NaN where there is none
	Origin Origin
	Rows   []graph.RowRef
	Flags  graph.Flags
	Day    graph.Date // of the newest row of a stock or count
	Place  graph.Node // whose stock or count it is; NoNode: everybody's, or nobody's
}

// Defaults of the model where nothing is on record; those of stop dates.
var (
	DefaultReview = Range{Low: 30, High: 90} // days
	DefaultStock  = Range{Low: 14, High: 60} // days of need
)

func given(r *Range) (Figure, bool) {
	if r == nil {
		return Figure{}, false
	}
	return Figure{Range: *r, Mid: math.NaN(), Origin: Given, Place: graph.NoNode}, true
}

func standard(r Range, flag graph.Flag) Figure {
	return Figure{Range: r, Mid: math.NaN(), Origin: Assumed, Flags: graph.Flags{flag}, Place: graph.NoNode}
}

// spoken lists whom a statement on a place may name: itself, the regions with it, everybody.
func spoken(v *graph.View, place graph.Node) []graph.Node {
	places := []graph.Node{place}
	if v.Is(place, graph.KindCountry) {
		for _, row := range v.Regions.In(place) {
			places = append(places, v.Regions.From[row])
		}
	}
	return append(places, graph.NoNode)
}

func nodeOf(v *graph.View, key string) graph.Node {
	if n, ok := v.Lookup(key); ok && key != "" {
		return n
	}
	return graph.NoNode
}

// approved is the part of applications that counts say was approved: the newest that the day knows and those up to a year older, of
// the destination, else of a region with it, else of all.
func approved(v *graph.View, place graph.Node, asked *Range) Figure {
	if f, ok := given(asked); ok {
		return f
	}
	table := tableOf("licence_statistics")
	for _, of := range spoken(v, place) {
		var rows []int32
		var days []graph.Date
		var rates []Range
		for i, row := range v.Facts().LicenceStatistics {
			rate := row.ApprovedPercent.Value / 100
			if !row.ApprovedPercent.Known {
				if !row.Applied.Known || !row.Approved.Known || row.Applied.Value == 0 {
					continue
				}
				rate = min(1, float64(row.Approved.Value)/float64(row.Applied.Value))
			}
			if nodeOf(v, row.ApplicantRegion) == of && v.On(table, int32(i)) && row.AsOf.First() <= v.AsOf {
				rows, days, rates = append(rows, int32(i)), append(days, row.AsOf), append(rates, Range{rate, rate})
			}
		}
		if f, ok := newest(v, table, rows, days, rates); ok {
			f.Place = of
			return f
		}
	}
	return standard(Range{0, 1}, graph.FlagLicenceAssumed)
}

// stock is how many days of need statements say users in a place have of an item: of its industries, at home, in a region with it, or
// anywhere; of the item, else its nearest class, else the smallest group that holds it, else of grades of it. Reserves of states are
// no stock of users, and those of single firms are not all users'.
func stock(v *graph.View, place, item graph.Node, asked *Range) Figure {
	if f, ok := given(asked); ok {
		return f
	}
	table := tableOf("stocks")
	named := names(v, item)
	for _, of := range spoken(v, place) {
		for at, names := range named {
			var rows []int32
			var days []graph.Date
			var spans []Range
			for i, row := range v.Facts().Stocks {
				if row.HolderKind != graph.HolderKindIndustry || nodeOf(v, row.Holder) != of || !slices.Contains(names, nodeOf(v, row.Item)) ||
					!row.DaysLow.Known && !row.DaysHigh.Known || row.AsOf.First() > v.AsOf || !v.On(table, int32(i)) {
					continue
				}
				rows, days, spans = append(rows, int32(i)), append(days, row.AsOf), append(spans, ends(row.DaysLow, row.DaysHigh, DefaultStock.High))
			}
			if f, ok := newest(v, table, rows, days, spans); ok {
				f.Place, f.Flags = of, f.Flags.With(graph.FlagStockOfIndustry)
				if at == len(named)-1 {
					f.Flags = f.Flags.With(graph.FlagStockOfGrade)
				}
				return f
			}
		}
	}
	return standard(DefaultStock, graph.FlagCoverAssumed)
}

// names are what a statement on an item may name, each list before the next: itself, its classes, groups that hold it, the smallest first;
// and last, in one, its grades.
func names(v *graph.View, item graph.Node) [][]graph.Node {
	list := [][]graph.Node{{item}}
	var grades, groups []graph.Node
	if v.IsItem(item) {
		grades = v.Below(item)
		for _, class := range v.Above(item) {
			list = append(list, []graph.Node{class})
		}
		for _, row := range v.Members.In(item) {
			groups = append(groups, v.Members.From[row])
		}
	}
	slices.SortFunc(groups, func(x, y graph.Node) int {
		return cmp.Or(cmp.Compare(len(v.Members.Out(x)), len(v.Members.Out(y))), cmp.Compare(v.Key(x), v.Key(y)))
	})
	for _, group := range groups {
		list = append(list, []graph.Node{group})
	}
	return append(list, grades)
}

// review is how many days a licence takes: as stated for the item, else its nearest class, else for grades of it, else as is typical of
// China's licences for single shipments.
func review(v *graph.View, item graph.Node, asked *Range) Figure {
	if f, ok := given(asked); ok {
		return f
	}
	table := tableOf("lead_times")
	for _, names := range names(v, item) {
		var rows []graph.RowRef
		var spans []Range
		for i, row := range v.Facts().LeadTimes {
			if row.Kind == graph.LeadTimeKindLicence && row.Item != "" && slices.Contains(names, nodeOf(v, row.Item)) && v.On(table, int32(i)) &&
				(row.DaysLow.Known || row.DaysHigh.Known) {
				rows, spans = append(rows, graph.RowRef{Table: table, Index: int32(i)}), append(spans, ends(row.DaysLow, row.DaysHigh, DefaultReview.High))
			}
		}
		if len(rows) > 0 {
			return Figure{Range: envelope(spans), Mid: math.NaN(), Origin: Recorded, Rows: rows, Place: graph.NoNode}
		}
	}
	return standard(DefaultReview, graph.FlagLicenceAssumed)
}

// newest spans the newest statement and those up to a year older.
func newest(v *graph.View, table int, rows []int32, days []graph.Date, spans []Range) (Figure, bool) {
	if len(rows) == 0 {
		return Figure{}, false
	}
	last := slices.MaxFunc(days, func(a, b graph.Date) int { return cmp.Compare(a.First(), b.First()) })
	f := Figure{Mid: math.NaN(), Origin: Recorded, Day: last}
	var kept []Range
	for i, row := range rows {
		if days[i].First() > last.First()-365 {
			kept = append(kept, spans[i])
			f.Rows = append(f.Rows, graph.RowRef{Table: table, Index: row})
		}
	}
	f.Range = envelope(kept)
	if v.AsOf-last.First() > 3*365 {
		f.Flags = f.Flags.With(graph.FlagOldFigure)
	}
	return f, true
}

// ends is what a row says: without a high end up to what is usual, or the low end if that is more. Its low end may be unknown.
func ends(low, high graph.Number, usual float64) Range {
	r := Range{math.NaN(), high.Value}
	if low.Known {
		r.Low = low.Value
	}
	if !high.Known {
		r.High = max(low.Value, usual)
	}
	return r
}

// envelope holds what all rows say. One without a low end says no more than that it may be as little as its high end; where no row has a
// low end, it starts at 0.
func envelope(spans []Range) Range {
	e, stated := Range{math.Inf(1), 0}, false
	for _, s := range spans {
		e.High = max(e.High, s.High)
		if math.IsNaN(s.Low) {
			e.Low = min(e.Low, s.High)
		} else {
			e.Low, stated = min(e.Low, s.Low), true
		}
	}
	if !stated {
		e.Low = 0
	}
	return e
}

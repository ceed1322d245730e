package graphtest

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/lodestone-graph/lodestone/graph"
)

// NeedAsk is a question to the slow twin of exports against need, in readable keys. Months are texts such as 2025-04; both ends of what is
// taken are given, but the need may be left to the base.
type NeedAsk struct {
	Item, Destination, From, To, BaseFrom, BaseTo, Began string
	Need                                                 *[2]float64
	Approved, Controlled, Review, Stock                  [2]float64
}

// NeedAnswer is what the slow twin finds. Where other destinations bound this one, only the months count.
type NeedAnswer struct {
	Months           []NeedMonth
	Need             [2]float64 // NaN where nothing reveals it
	Earliest, Latest string     // empty: never
	Alone            bool       // whether no other destination bounds this one, so that dates and stocks are those of single courses
}

// NeedMonth is a month: bounds of what was taken, infinite where there is none, and of what is in stock at its end, in tonnes.
type NeedMonth struct {
	Basis           string
	Observed, Stock [2]float64
	Days            [2]float64 // in days of need
}

// needTwin goes through every series of whole tonnes that the figures allow, and lets each run month by month.
type needTwin struct {
	f        *graph.Facts
	ask      NeedAsk
	months   []string // every month that a figure, the base or the answer is of
	series   map[string][][]float64
	covered  map[string][]bool
	figures  map[string][]needFigure
	extremes map[[3]string][2]float64
}

type needFigure struct {
	from, to int // its first and last month
	tonnes   float64
}

// Need answers a question. Figures must be whole tonnes that can all be true, of few months.
func Need(f *graph.Facts, ask NeedAsk) NeedAnswer {
	t := &needTwin{f: f, ask: ask, series: map[string][][]float64{}, covered: map[string][]bool{}, figures: map[string][]needFigure{}, extremes: map[[3]string][2]float64{}}
	t.gather()
	var a NeedAnswer
	others := t.bounding()
	a.Alone = len(others) == 0
	first, last := t.at(ask.From), t.at(ask.To)
	for m := first; m <= last; m++ {
		low, high := t.bounds(ask.Destination, m, m)
		month := NeedMonth{Basis: t.basis(m), Observed: [2]float64{low, high}, Stock: [2]float64{math.Inf(1), 0}, Days: [2]float64{math.Inf(1), 0}}
		if month.Basis == "UNKNOWN" && (low > 0 || !math.IsInf(high, 1)) {
			month.Basis = "BOUNDED"
		}
		a.Months = append(a.Months, month)
	}
	a.Need = t.need()
	if !math.IsNaN(a.Need[0]) && a.Need[0] > 0 && a.Alone {
		t.run(&a, first, last)
	}
	return a
}

func (t *needTwin) at(month string) int { return slices.Index(t.months, month) }

func (t *needTwin) gather() {
	day, _ := time.Parse("2006-01", "2024-01")
	for range 60 {
		t.months = append(t.months, day.Format("2006-01"))
		day = day.AddDate(0, 1, 0)
	}
	add := func(item, place, from, to string, tonnes float64) {
		if item == t.ask.Item {
			t.figures[place] = append(t.figures[place], needFigure{t.at(from), t.at(to), tonnes})
		}
	}
	for _, r := range t.f.MonthlyExports {
		add(r.Item, r.Destination, r.Month.Text(), r.Month.Text(), r.Tonnes.Value)
	}
	for _, r := range t.f.PeriodExports {
		add(r.Item, r.Destination, r.From.Text(), r.To.Text(), r.Tonnes.Value)
	}
	for place, figures := range t.figures {
		covered := make([]bool, len(t.months))
		for _, f := range figures {
			for m := f.from; m <= f.to; m++ {
				covered[m] = true
			}
		}
		t.covered[place] = covered
		t.series[place] = t.every(figures, covered, nil)
	}
}

// every lists the series that all figures allow; months that none covers are 0 in them.
func (t *needTwin) every(figures []needFigure, covered []bool, so []float64) [][]float64 {
	if len(so) == len(t.months) {
		return [][]float64{slices.Clone(so)}
	}
	m := len(so)
	if !covered[m] {
		return t.every(figures, covered, append(so, 0))
	}
	var found [][]float64
next:
	for x := 0.0; ; x++ {
		more := append(slices.Clone(so), x)
		for _, f := range figures {
			if f.from > m || f.to < m {
				continue
			}
			sum := 0.0
			for _, y := range more[f.from:] {
				sum += y
			}
			if sum > f.tonnes {
				return found
			}
			if f.to == m && sum < f.tonnes {
				continue next
			}
		}
		found = append(found, t.every(figures, covered, more)...)
	}
}

// own are the bounds of a span of months by a destination's own figures.
func (t *needTwin) own(place string, from, to int) (low, high float64) {
	if t.figures[place] == nil {
		return 0, math.Inf(1)
	}
	key := [3]string{place, t.months[from], t.months[to]}
	if found, ok := t.extremes[key]; ok {
		return found[0], found[1]
	}
	low = math.Inf(1)
	for _, s := range t.series[place] {
		sum := 0.0
		for m := from; m <= to; m++ {
			sum += s[m]
		}
		low, high = min(low, sum), max(high, sum)
	}
	for m := from; m <= to; m++ {
		if !t.covered[place][m] {
			high = math.Inf(1)
		}
	}
	t.extremes[key] = [2]float64{low, high}
	return low, high
}

func (t *needTwin) inside(region, country string) bool {
	members, listed := false, false
	for _, r := range t.f.RegionMembers {
		if r.Region == region {
			members = true
			listed = listed || r.Country == country
		}
	}
	return listed || !members && t.isRegion(region) && !t.isRegion(country)
}

func (t *needTwin) isRegion(place string) bool {
	return slices.ContainsFunc(t.f.Regions, func(r graph.Region) bool { return r.ID == place })
}

// bounding lists the destinations that bound the one asked about.
func (t *needTwin) bounding() []string {
	var list []string
	for place := range t.figures {
		if place != t.ask.Destination && (t.inside(t.ask.Destination, place) || t.inside(place, t.ask.Destination) || place == "WORLD") {
			list = append(list, place)
		}
	}
	return list
}

func (t *needTwin) bounds(place string, from, to int) (low, high float64) {
	low, high = t.own(place, from, to)
	took := 0.0
	for other := range t.figures {
		if t.inside(place, other) {
			l, _ := t.own(other, from, to)
			took += l
		}
	}
	low = max(low, took)
	for whole := range t.figures {
		if whole == place || !t.inside(whole, place) && !(whole == "WORLD" && t.isRegion(place)) {
			continue
		}
		_, left := t.own(whole, from, to)
		for other := range t.figures {
			if other != place && t.inside(whole, other) && !t.inside(place, other) {
				l, _ := t.own(other, from, to)
				left -= l
			}
		}
		high = min(high, max(0, left))
	}
	return low, max(low, high)
}

// basis says how the figures of the destination itself give a month.
func (t *needTwin) basis(m int) string {
	for _, f := range t.figures[t.ask.Destination] {
		if f.from == m && f.to == m {
			return "STATED"
		}
	}
	if t.given(m, m) {
		return "DERIVED"
	}
	return "UNKNOWN"
}

// given tells whether the sum of a span of months is a sum of multiples of figures: whether adding its row to theirs leaves the rank.
func (t *needTwin) given(from, to int) bool {
	var rows [][]float64
	for _, f := range t.figures[t.ask.Destination] {
		rows = append(rows, t.ones(f.from, f.to))
	}
	return rank(rows) == rank(append(rows, t.ones(from, to)))
}

func (t *needTwin) ones(from, to int) []float64 {
	row := make([]float64, len(t.months))
	for m := from; m <= to; m++ {
		row[m] = 1
	}
	return row
}

// rank is that of a matrix, by Gaussian elimination.
func rank(matrix [][]float64) int {
	rows := make([][]float64, len(matrix))
	for i := range matrix {
		rows[i] = slices.Clone(matrix[i])
	}
	r := 0
	for column := 0; len(rows) > 0 && column < len(rows[0]); column++ {
		pivot := slices.IndexFunc(rows[min(r, len(rows)):], func(row []float64) bool { return math.Abs(row[column]) > 1e-9 })
		if pivot < 0 {
			continue
		}
		rows[r], rows[r+pivot] = rows[r+pivot], rows[r]
		for i := r + 1; i < len(rows); i++ {
			factor := rows[i][column] / rows[r][column]
			for j := range rows[i] {
				rows[i][j] -= factor * rows[r][j]
			}
		}
		r++
	}
	return r
}

func (t *needTwin) need() [2]float64 {
	if t.ask.Need != nil {
		return *t.ask.Need
	}
	none := [2]float64{math.NaN(), math.NaN()}
	need := [2]float64{math.Inf(1), 0}
	last := t.at(t.ask.BaseTo)
	for from := t.at(t.ask.BaseFrom); from <= last; from++ {
		for to := from; to <= last; to++ {
			if t.given(from, to) {
				low, high := t.own(t.ask.Destination, from, to)
				n := float64(to - from + 1)
				need = [2]float64{min(need[0], low/n), max(need[1], high/n)}
				from = to
				break
			}
		}
	}
	if need[1] == 0 {
		return none
	}
	return need
}

// run lets every series run at every corner of what is not known.
func (t *needTwin) run(a *NeedAnswer, first, last int) {
	must := true
	for _, s := range t.whole() {
		for corner := range 32 {
			end := func(bit int) int { return corner >> bit & 1 }
			need := a.Need[end(0)]
			pick := func(r [2]float64, bit int) float64 { return r[end(bit)] }
			approved, controlled, review, stock := pick(t.ask.Approved, 1), pick(t.ask.Controlled, 2), pick(t.ask.Review, 3), pick(t.ask.Stock, 4)
			left, short := stock*need*12/365.25, ""
			for m := first; m <= last; m++ {
				in := need * t.passes(m, approved, controlled, review)
				if t.figures[t.ask.Destination] != nil && t.covered[t.ask.Destination][m] {
					in = s[m]
				}
				next := left + in - need
				if next < -1e-9*need && short == "" {
					days := len(t.daysOf(m))
					short = fmt.Sprintf("%s-%02d", t.months[m], 1+int(left/(left-next)*float64(days)+1e-9))
				}
				left = max(0, next)
				month := &a.Months[m-first]
				month.Stock = [2]float64{min(month.Stock[0], left), max(month.Stock[1], left)}
				days := left / need * 365.25 / 12
				month.Days = [2]float64{min(month.Days[0], days), max(month.Days[1], days)}
			}
			must = must && short != ""
			if short != "" && (a.Earliest == "" || short < a.Earliest) {
				a.Earliest = short
			}
			a.Latest = max(a.Latest, short)
		}
	}
	if !must {
		a.Latest = ""
	}
}

// whole lists the series of the destination; one of nothing where it has no figures.
func (t *needTwin) whole() [][]float64 {
	if s := t.series[t.ask.Destination]; s != nil {
		return s
	}
	return [][]float64{make([]float64, len(t.months))}
}

func (t *needTwin) daysOf(m int) []string {
	var days []string
	day, _ := time.Parse("2006-01", t.months[m])
	for ; strings.HasPrefix(day.Format(time.DateOnly), t.months[m]); day = day.AddDate(0, 0, 1) {
		days = append(days, day.Format(time.DateOnly))
	}
	return days
}

// passes is the part of a month's need that is let through, day by day.
func (t *needTwin) passes(m int, approved, controlled, review float64) float64 {
	began, _ := time.Parse(time.DateOnly, t.ask.Began)
	sum, days := 0.0, t.daysOf(m)
	for _, text := range days {
		day, _ := time.Parse(time.DateOnly, text)
		since := day.Sub(began).Hours() / 24
		switch {
		case since < 0:
			sum++
		case since < review:
			sum += 1 - controlled
		default:
			sum += 1 - controlled + controlled*approved
		}
	}
	return sum / float64(len(days))
}

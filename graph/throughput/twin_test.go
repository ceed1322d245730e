package throughput_test

import (
	"math"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/throughput"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

var seedFacts = sync.OnceValue(func() *graph.Facts {
	facts, report := csv.Read(seed.Files)
	if facts == nil {
		panic(report)
	}
	return facts
})

func viewOf(t require.TestingT, f *graph.Facts, asOf graph.Day) *graph.View {
	s, err := graph.Build(f)
	require.NoError(t, err)
	v, err := graph.NewView(s, asOf, graph.Filter{})
	require.NoError(t, err)
	return v
}

// places and months of drawn figures. Germany and France are in the EU, the US is not.
var places = []string{"DE", "FR", "US", "EU", "WORLD"}

const drawnMonths = 4 // from March 2025 on

func drawnMonth(m int) graph.Date { return graph.NewDay(2025, 3+m, 1).Date() }

func month(d graph.Date) graph.Date { return graph.Date{Year: d.Year, Month: d.Month} }

// drawExports draws what every place took, and says some sums of it.
func drawExports(dice *rand.Rand) *graph.Facts {
	f := *seedFacts()
	f.MonthlyExports, f.PeriodExports = nil, nil
	took := map[string][]int{}
	for m := range drawnMonths {
		de, fr, us := dice.IntN(3), dice.IntN(2), dice.IntN(3)
		eu := de + fr + dice.IntN(2)
		for place, x := range map[string]int{"DE": de, "FR": fr, "US": us, "EU": eu, "WORLD": eu + us + dice.IntN(2)} {
			took[place] = append(took[place], x)
			_ = m
		}
	}
	some := dice.IntN(3)
	for _, place := range places {
		if some == 0 && place != "US" || some == 1 && dice.IntN(3) == 0 {
			continue
		}
		said := map[[2]int]bool{}
		for range dice.IntN(5) {
			from := dice.IntN(drawnMonths)
			to := from + dice.IntN(drawnMonths-from)
			if said[[2]int{from, to}] {
				continue
			}
			said[[2]int{from, to}] = true
			sum := 0
			for _, x := range took[place][from : to+1] {
				sum += x
			}
			tonnes := graph.Number{Value: float64(sum), Known: true}
			if from == to && dice.IntN(3) > 0 {
				f.MonthlyExports = append(f.MonthlyExports, graph.MonthlyExport{Month: month(drawnMonth(from)), Item: "rare-earth-magnet", Destination: place, Tonnes: tonnes, Source: f.Sources[0].ID})
			} else {
				f.PeriodExports = append(f.PeriodExports, graph.PeriodExport{From: month(drawnMonth(from)), To: month(drawnMonth(to)), Item: "rare-earth-magnet", Destination: place, Tonnes: tonnes, Source: f.Sources[0].ID})
			}
		}
	}
	return &f
}

func drawAsk(dice *rand.Rand) graphtest.NeedAsk {
	ends := func(low, high int, scale float64) [2]float64 {
		a, b := low+dice.IntN(high-low+1), low+dice.IntN(high-low+1)
		return [2]float64{float64(min(a, b)) / scale, float64(max(a, b)) / scale}
	}
	from := dice.IntN(3)
	ask := graphtest.NeedAsk{
		Item: "rare-earth-magnet", Destination: places[dice.IntN(len(places))],
		From: month(drawnMonth(from)).Text(), To: month(drawnMonth(from + dice.IntN(6))).Text(),
		BaseFrom: month(drawnMonth(0)).Text(), BaseTo: month(drawnMonth(dice.IntN(4))).Text(), Began: graph.NewDay(2025, 2, 1+dice.IntN(120)).String(),
		Approved: ends(0, 4, 4), Controlled: ends(0, 2, 2), Review: ends(0, 60, 1), Stock: ends(0, 60, 1),
	}
	if dice.IntN(3) > 0 {
		need := ends(1, 6, 2)
		ask.Need = &need
	}
	if dice.IntN(2) == 0 {
		ask.Destination = "US"
	}
	return ask
}

func asked(t require.TestingT, v *graph.View, ask graphtest.NeedAsk) throughput.Question {
	find := func(key string) graph.Node {
		n, ok := v.Lookup(key)
		require.True(t, ok, key)
		return n
	}
	at := func(text string) throughput.Month {
		d, err := graph.ParseDate(text)
		require.NoError(t, err)
		return throughput.MonthOf(d.First())
	}
	span := func(r [2]float64) *throughput.Range { return &throughput.Range{Low: r[0], High: r[1]} }
	began, err := graph.ParseDay(ask.Began)
	require.NoError(t, err)
	q := throughput.Question{View: v, Item: find(ask.Item), Destination: find(ask.Destination), From: at(ask.From), To: at(ask.To),
		Base: [2]throughput.Month{at(ask.BaseFrom), at(ask.BaseTo)}, Began: began, Held: func(d graph.Day) bool { return d >= began },
		Approved: span(ask.Approved), Controlled: span(ask.Controlled), Review: span(ask.Review), Stock: span(ask.Stock)}
	if ask.Need != nil {
		q.Need = span(*ask.Need)
	}
	return q
}

func high(x float64) float64 {
	if math.IsNaN(x) {
		return math.Inf(1)
	}
	return x
}

func dayText(d graph.Day) string {
	if d == throughput.NoDay {
		return ""
	}
	return d.String()
}

// What figures say of each month, what they reveal of the need, the first shortage and stocks are those of every series of tonnes that
// the figures allow, run at every corner of what is not known.
func TestTwinAgrees(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 27))
		f := drawExports(dice)
		v := viewOf(rt, f, graph.NewDay(2026, 6, 30))
		for range 4 {
			ask := drawAsk(dice)
			want := graphtest.Need(f, ask)
			got, err := throughput.Ask(t.Context(), asked(rt, v, ask))
			require.NoError(rt, err)
			require.Len(rt, got.Months, len(want.Months))
			for i, row := range got.Months {
				w := want.Months[i]
				require.Equal(rt, w.Basis, string(row.Basis), "%v %+v", row.Month.Date().Text(), ask)
				if row.Basis == throughput.Nothing {
					require.False(rt, row.Observed.Known())
					continue
				}
				require.Equal(rt, w.Observed, [2]float64{row.Observed.Low, high(row.Observed.High)}, "%v %+v", row.Month.Date().Text(), ask)
			}
			if math.IsNaN(want.Need[0]) {
				require.Equal(rt, throughput.Missing, got.Need.Origin, "%+v", ask)
				continue
			}
			require.Equal(rt, want.Need, [2]float64{got.Need.Low, got.Need.High})
			if want.Need[0] == 0 || !want.Alone {
				continue
			}
			require.Equal(rt, want.Earliest, dayText(got.Earliest), "%+v", ask)
			require.Equal(rt, want.Latest, dayText(got.Latest), "%+v", ask)
			for i, row := range got.Months {
				w := want.Months[i]
				require.InDelta(rt, w.Days[1], row.Days.High, 1e-6, "%+v", ask)
				require.LessOrEqual(rt, row.Days.Low, w.Days[0]+1e-6)
				require.LessOrEqual(rt, row.Stock.Low, w.Stock[0]+1e-6)
				require.GreaterOrEqual(rt, row.Stock.High, w.Stock[1]-1e-6)
			}
		}
	})
}

package throughput_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/throughput"
)

// figure is a row of exports, of one month when to is empty.
type figure struct {
	place, from, to string
	tonnes          float64
}

func withFigures(figures ...figure) *graph.Facts {
	f := *seedFacts()
	f.MonthlyExports, f.PeriodExports = nil, nil
	date := func(text string) graph.Date {
		d, err := graph.ParseDate(text)
		if err != nil {
			panic(err)
		}
		return d
	}
	for _, x := range figures {
		tonnes := graph.Number{Value: x.tonnes, Known: true}
		if x.to == "" {
			f.MonthlyExports = append(f.MonthlyExports, graph.MonthlyExport{Month: date(x.from), Item: "rare-earth-magnet", Destination: x.place, Tonnes: tonnes, Source: f.Sources[0].ID})
		} else {
			f.PeriodExports = append(f.PeriodExports, graph.PeriodExport{From: date(x.from), To: date(x.to), Item: "rare-earth-magnet", Destination: x.place, Tonnes: tonnes, Source: f.Sources[0].ID})
		}
	}
	return &f
}

func ask(t require.TestingT, f *graph.Facts, a graphtest.NeedAsk) *throughput.Answer {
	return askOf(t, viewOf(t, f, graph.NewDay(2026, 6, 30)), a)
}

func askOf(t require.TestingT, v *graph.View, a graphtest.NeedAsk) *throughput.Answer {
	a.Item = "rare-earth-magnet"
	answer, err := throughput.Ask(context.Background(), asked(t, v, a))
	require.NoError(t, err)
	return answer
}

// With an even part let through, a stock lasts as long as what is not let through takes to empty it: half approvals double it.
func TestEvenApprovals(t *testing.T) {
	v := viewOf(t, withFigures(), graph.NewDay(2026, 6, 30))
	even := func(stockDays, approved float64) *throughput.Answer {
		return askOf(t, v, graphtest.NeedAsk{Destination: "EU", From: "2026-01", To: "2028-12", BaseFrom: "2024-04", BaseTo: "2025-03", Began: "2025-04-04",
			Need: &[2]float64{1000, 1500}, Approved: [2]float64{approved, approved}, Controlled: [2]float64{1, 1}, Review: [2]float64{30, 90}, Stock: [2]float64{stockDays, stockDays}})
	}
	const month = 365.25 / 12
	for months, want := range map[float64]string{1: "2026-03-01", 2: "2026-05-01", 3.5: "2026-08-01"} {
		a := even(months*month, 0.5)
		require.Equal(t, want, dayText(a.Earliest), "twice %v months of stock", months)
		require.Equal(t, want, dayText(a.Latest))
	}
	require.Equal(t, "2026-05-01", dayText(even(month, 0.75).Earliest), "a quarter is missing each month")
	require.Equal(t, "2026-02-01", dayText(even(month, 0).Latest))
	require.Equal(t, throughput.NoDay, even(0, 1).Earliest, "all of it is let through")
	a := even(2*month, 0.5)
	require.Equal(t, graph.Interval{Low: 500, Mid: math.NaN(), High: 750}.Low, a.Months[0].Licensed.Low)
	require.InDelta(t, 750, a.Months[0].Licensed.High, 1e-9)
	require.InDelta(t, 1.5*month, a.Months[0].Days.High, 1e-9)
	require.InDelta(t, 1.5*1000, a.Months[0].Stock.Low, 1e-9)
	require.InDelta(t, 1.5*1500, a.Months[0].Stock.High, 1e-9)
}

// A review time is felt as that many days without what needs a licence; what does not goes on.
func TestReviewTime(t *testing.T) {
	a := ask(t, withFigures(), graphtest.NeedAsk{Destination: "EU", From: "2025-04", To: "2025-08", BaseFrom: "2024-04", BaseTo: "2025-03", Began: "2025-04-11",
		Need: &[2]float64{3000, 3000}, Approved: [2]float64{1, 1}, Controlled: [2]float64{0.5, 0.5}, Review: [2]float64{30, 51}, Stock: [2]float64{0, 0}})
	// April: 10 of 30 days free, 20 at half. May: 31 days; from 11 May on all is let through at the best, from 1 June on at the worst.
	for i, want := range [][2]float64{{2000, 2000}, {1500, 3000 * (10*0.5 + 21) / 31}, {3000, 3000}, {3000, 3000}} {
		require.InDelta(t, want[0], a.Months[i].Licensed.Low, 1e-9, i)
		require.InDelta(t, want[1], a.Months[i].Licensed.High, 1e-9, i)
	}
	require.Equal(t, "2025-04-01", dayText(a.Earliest), "flows are even within a month")
}

// Figures that contradict each other span what they say, and leave others alone.
func TestContradictions(t *testing.T) {
	base := graphtest.NeedAsk{From: "2025-01", To: "2025-04", BaseFrom: "2025-01", BaseTo: "2025-02", Began: "2025-04-04"}
	of := func(place string, figures ...figure) *throughput.Answer {
		base.Destination = place
		return ask(t, withFigures(figures...), base)
	}
	a := of("DE", figure{"DE", "2025-01", "2025-02", 6000}, figure{"DE", "2025-01", "2025-03", 9000}, figure{"DE", "2025-03", "", 5000}, figure{"DE", "2025-04", "", 70}, figure{"US", "2025-03", "", 7})
	march := a.Months[2]
	require.Equal(t, throughput.Stated, march.Basis)
	require.Equal(t, [2]float64{3000, 5000}, [2]float64{march.Observed.Low, march.Observed.High})
	require.Contains(t, march.Flags, graph.FlagFiguresDiffer)
	require.Len(t, march.Rows, 3, "all three figures that contradict each other")
	require.Equal(t, graph.Exactly(70), a.Months[3].Observed, "another month")
	require.Empty(t, a.Months[3].Flags)
	require.Equal(t, [2]float64{2000, 3000}, [2]float64{a.Need.Low, a.Need.High}, "half of 6000, or of what March leaves of 9000")
	require.Contains(t, a.Need.Flags, graph.FlagFiguresDiffer)

	twice := of("DE", figure{"DE", "2025-01", "", 10}, figure{"DE", "2025-01", "2025-01", 14}).Months[0]
	require.Equal(t, [2]float64{10, 14}, [2]float64{twice.Observed.Low, twice.Observed.High})
	more := of("DE", figure{"DE", "2025-01", "", 20}, figure{"DE", "2025-01", "2025-02", 10}).Months
	require.Equal(t, [2]float64{10, 20}, [2]float64{more[0].Observed.Low, more[0].Observed.High}, "more in a month than in two")

	// Rounding that two figures settle against a third costs nothing.
	settled := of("WORLD", figure{"WORLD", "2025-01", "2025-02", 100}, figure{"WORLD", "2025-03", "", 51}, figure{"WORLD", "2025-01", "2025-03", 150},
		figure{"WORLD", "2025-04", "", 20}, figure{"WORLD", "2025-01", "2025-04", 171}).Months
	require.Equal(t, graph.Exactly(51), settled[2].Observed)
	require.Equal(t, graph.Exactly(20), settled[3].Observed)
	require.Contains(t, settled[2].Flags, graph.FlagFiguresDiffer)
}

// Whatever figures contradict each other, each lies within what is said of its months, and the low end is not above the high one.
func TestFiguresStand(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 5))
		f := drawExports(dice)
		for i := range f.PeriodExports {
			f.PeriodExports[i].Tonnes.Value += float64(dice.IntN(4))
		}
		v := viewOf(rt, f, graph.NewDay(2026, 6, 30))
		for _, place := range places {
			a := askOf(rt, v, graphtest.NeedAsk{Destination: place, From: "2025-03", To: "2025-06", BaseFrom: "2025-03", BaseTo: "2025-06", Began: "2025-04-04"})
			alone := len(a.Destinations) == 1
			for _, row := range a.Months {
				if row.Basis == throughput.Nothing {
					continue
				}
				require.LessOrEqual(rt, row.Observed.Low, high(row.Observed.High))
				for _, said := range f.MonthlyExports {
					if said.Destination == place && said.Month == row.Month.Date() && alone {
						require.True(rt, row.Observed.Low <= said.Tonnes.Value && said.Tonnes.Value <= row.Observed.High, "%s %s", place, said.Month.Text())
					}
				}
			}
		}
	})
}

// What members took bounds a region from below, what others left of the world's from above; the record stands against the model.
func TestRegionBetweenMembersAndWorld(t *testing.T) {
	figures := withFigures(figure{"DE", "2025-07", "", 1116}, figure{"US", "2025-07", "", 619}, figure{"WORLD", "2025-07", "", 5577}, figure{"WORLD", "2025-08", "", 300})
	near := graphtest.NeedAsk{Destination: "EU", From: "2025-07", To: "2025-08", BaseFrom: "2024-04", BaseTo: "2025-03", Began: "2025-01-01",
		Need: &[2]float64{1000, 2000}, Approved: [2]float64{0.5, 0.5}, Controlled: [2]float64{1, 1}, Review: [2]float64{30, 30}, Stock: [2]float64{10, 10}}
	a := ask(t, figures, near)
	july, august := a.Months[0], a.Months[1]
	require.Equal(t, throughput.Bounded, july.Basis)
	require.Equal(t, [2]float64{1116, 5577 - 619}, [2]float64{july.Observed.Low, july.Observed.High})
	require.True(t, july.Modelled)
	require.Equal(t, graph.Exactly(1116), july.Licensed, "half of the need is less than Germany alone took")
	require.Contains(t, july.Flags, graph.FlagModelAgainstRecord)
	require.Equal(t, graph.Exactly(300), august.Licensed, "half of the need is more than the world took")
	require.Equal(t, "2025-07-24", dayText(a.Earliest), "10 days of 2000 are 657.1 t, and 884 are lost in July: after 23.04 of 31 days")
	require.Equal(t, "2025-08-20", dayText(a.Latest), "10 days of 1000 are 328.5 t, 116 more come in July, 700 are lost in August: after 19.7 of 31 days")
	require.Len(t, july.Rows, 3)

	country := near
	country.Destination = "FR"
	require.Equal(t, [2]float64{0, 5577 - 619 - 1116}, func() [2]float64 {
		o := ask(t, figures, country).Months[0].Observed
		return [2]float64{o.Low, o.High}
	}())
}

// More approved, a larger stock, a shorter review, a smaller part that needs a licence, a smaller need: nothing gets worse.
func TestMonotone(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 9))
		v := viewOf(rt, drawExports(dice), graph.NewDay(2026, 6, 30))
		worse := drawAsk(dice)
		if worse.Need == nil {
			worse.Need = &[2]float64{1, 3}
		}
		better := worse
		more := func(r [2]float64, most float64) [2]float64 {
			by := dice.Float64()
			return [2]float64{r[0] + by*(most-r[0]), r[1] + by*(most-r[1])}
		}
		need := false
		switch dice.IntN(5) {
		case 0:
			better.Approved = more(worse.Approved, 1)
		case 1:
			better.Stock = more(worse.Stock, 90)
		case 2:
			better.Review = more(worse.Review, 0)
		case 3:
			better.Controlled = more(worse.Controlled, 0)
		case 4:
			less := more(*worse.Need, 0.25)
			better.Need, need = &less, true
		}
		a, b := askOf(rt, v, worse), askOf(rt, v, better)
		later := func(x, y graph.Day) bool { return y == throughput.NoDay || x != throughput.NoDay && x <= y }
		require.True(rt, later(a.Earliest, b.Earliest), "%v %v", a.Earliest, b.Earliest)
		require.True(rt, later(a.Latest, b.Latest), "%v %v", a.Latest, b.Latest)
		for i := range a.Months {
			x, y := a.Months[i], b.Months[i]
			require.LessOrEqual(rt, x.Days.Low, y.Days.Low+1e-9)
			require.LessOrEqual(rt, x.Days.High, y.Days.High+1e-9)
			if !need && x.Licensed.Known() {
				require.LessOrEqual(rt, x.Licensed.Low, y.Licensed.Low+1e-9)
				require.LessOrEqual(rt, high(x.Licensed.High), high(y.Licensed.High)+1e-9)
			}
		}
	})
}

// A view sees the months that are over on its day, and no figure of a source that it leaves out.
func TestViewsSeeWhatIsOver(t *testing.T) {
	s, err := graph.Build(seedFacts())
	require.NoError(t, err)
	near := graphtest.NeedAsk{Item: "rare-earth-magnet", Destination: "DE", From: "2025-09", To: "2025-10", BaseFrom: "2024-04", BaseTo: "2025-03", Began: "2025-04-04"}
	for _, c := range []struct {
		asOf   graph.Day
		filter graph.Filter
		want   []throughput.Basis
	}{
		{graph.NewDay(2025, 10, 31), graph.Filter{}, []throughput.Basis{throughput.Stated, throughput.Stated}},
		{graph.NewDay(2025, 10, 30), graph.Filter{}, []throughput.Basis{throughput.Stated, throughput.Nothing}},
		{graph.NewDay(2025, 10, 31), graph.Filter{WithoutSources: []string{"c-asiac-sep25", "c-tele-sep25", "c-squid-oct25"}}, []throughput.Basis{throughput.Nothing, throughput.Stated}},
	} {
		v, err := graph.NewView(s, c.asOf, c.filter)
		require.NoError(t, err)
		a, err := throughput.Ask(t.Context(), asked(t, v, near))
		require.NoError(t, err)
		require.Equal(t, c.want, []throughput.Basis{a.Months[0].Basis, a.Months[1].Basis}, c.asOf)
	}
}

func TestRefusals(t *testing.T) {
	v := viewOf(t, seedFacts(), graph.NewDay(2026, 6, 30))
	good := asked(t, v, graphtest.NeedAsk{Item: "rare-earth-magnet", Destination: "EU", From: "2025-04", To: "2026-03", BaseFrom: "2024-04", BaseTo: "2025-03", Began: "2025-04-04"})
	for _, c := range []struct {
		change func(q *throughput.Question)
		want   error
	}{
		{func(q *throughput.Question) { q.To = q.From - 1 }, throughput.ErrMonths},
		{func(q *throughput.Question) { q.To = q.From + 60 }, throughput.ErrMonths},
		{func(q *throughput.Question) { q.Base[1] = q.Base[0] - 1 }, throughput.ErrMonths},
		{func(q *throughput.Question) { q.Base[0] -= 60 }, throughput.ErrMonths},
		{func(q *throughput.Question) { q.From, q.To = q.From+115, q.To+115 }, throughput.ErrMonths},
		{func(q *throughput.Question) { q.Need = &throughput.Range{} }, throughput.ErrNeed},
		{func(q *throughput.Question) { q.Need = &throughput.Range{Low: 2, High: 1} }, throughput.ErrNeed},
		{func(q *throughput.Question) { q.Need = &throughput.Range{Low: 1, High: math.NaN()} }, throughput.ErrNeed},
		{func(q *throughput.Question) { q.To = q.From + 59 }, nil},
	} {
		q := good
		c.change(&q)
		_, err := throughput.Ask(t.Context(), q)
		require.ErrorIs(t, err, c.want)
	}
}

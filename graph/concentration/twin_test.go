package concentration_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/concentration"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// Ten thousand markets, each against every way in which its rest can be split.
func TestMeasureAgreesWithEverySplitOfTheRest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		units, open := make([]int, random.IntN(6)), make([]bool, 6)
		rest := random.IntN(6)
		whole := float64(rest)
		for i := range units {
			units[i], open[i] = random.IntN(20), random.IntN(5) == 0
			whole += float64(units[i])
		}
		if whole == 0 {
			continue
		}
		holdings := make([]concentration.Holding, len(units))
		for i, u := range units {
			holdings[i] = concentration.Holding{Share: float64(u) / whole, Open: open[i]}
		}
		got := concentration.Measure(holdings)
		want := graphtest.SpreadOf(units, open, rest)
		unit := 1 / whole
		require.InDelta(t, float64(rest)/whole, got.Rest, 1e-12)
		for _, m := range []struct {
			name     string
			got      graph.Interval
			want     [2]float64
			coarse   float64 // how far the finest split in whole units stays from the bound
			fromHigh bool    // whether it is the high bound that only fine splits reach
		}{
			{"hhi", got.HHI, want.HHI, float64(rest) * unit * unit, false},
			{"top1", got.Top1, want.Top1, unit, false},
			{"top3", got.Top3, want.Top3, 3 * unit, false},
			{"cover", got.Cover, want.Cover, unit, true},
		} {
			low, high := m.want[0], m.want[1]
			lowSlack, highSlack := m.coarse, 0.0
			if m.fromHigh {
				lowSlack, highSlack = 0, m.coarse
			}
			require.LessOrEqual(t, m.got.Low, low+1e-12, "%s of %v open %v rest %d", m.name, units, open, rest)
			require.GreaterOrEqual(t, m.got.Low, low-lowSlack-1e-12, "%s of %v open %v rest %d", m.name, units, open, rest)
			require.GreaterOrEqual(t, m.got.High, high-1e-12, "%s of %v open %v rest %d", m.name, units, open, rest)
			require.LessOrEqual(t, m.got.High, high+highSlack+1e-12, "%s of %v open %v rest %d", m.name, units, open, rest)
		}
	}
}

// Random worlds, every item and stage with figures of its own, in every year, against a reading of the rows by hand.
func TestRowsAgreeWithTheTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := graphtest.World(t)
		v := graphtest.View(t, facts)
		x := market.NewIndex(v)
		year := rapid.IntRange(2018, v.AsOf.Year()).Draw(t, "year")
		at, atErr := v, error(nil)
		if year != v.AsOf.Year() {
			at, atErr = graph.NewView(v.Snapshot, graph.NewDay(year, 12, 31), v.Filter)
			require.NoError(t, atErr)
		}
		for _, by := range []concentration.By{concentration.Countries, concentration.Firms} {
			rows, err := concentration.Of(context.Background(), v, x, concentration.Question{Years: []int{year}, By: by})
			require.NoError(t, err)
			for i := range rows {
				sane(t, &rows[i])
				if by == concentration.Countries {
					sameCountries(t, at, &rows[i])
				} else {
					sameFirms(t, at, &rows[i])
				}
			}
		}
	})
}

// sane holds what every row must keep to.
func sane(t *rapid.T, r *concentration.Row) {
	for _, i := range []graph.Interval{r.HHI, r.Top1, r.Top3, r.Cover} {
		require.True(t, 0 <= i.Low && i.Low <= i.High && i.High <= 1.03, "%+v", r.Measures)
	}
	require.LessOrEqual(t, r.HHI.High, r.Top1.High+1e-9, "an index is at most the largest share")
	for i := 1; i < len(r.Parties); i++ {
		require.GreaterOrEqual(t, r.Parties[i-1].Share, r.Parties[i].Share)
	}
}

func sameCountries(t *rapid.T, v *graph.View, r *concentration.Row) {
	if r.Publication == nil {
		require.False(t, r.Known())
		return
	}
	shares, year, source := graphtest.MarketParties(v, r.Stage, v.Key(r.Under))
	require.Equal(t, year, r.Publication.Year)
	require.Equal(t, source, v.Key(r.Publication.Source))
	require.Len(t, r.Parties, len(shares))
	for _, p := range r.Parties {
		require.InDelta(t, shares[v.Key(p.Node)], p.Share, 1e-12)
	}
	require.Equal(t, year < r.Year, r.Flags.Has(graph.FlagEarlierYear))
}

func sameFirms(t *rapid.T, v *graph.View, r *concentration.Row) {
	if r.Stage == graph.StageRecycling {
		return // only the plants of that stage count there
	}
	tonnes, total, open := graphtest.MakerTonnes(v, v.Key(r.Item))
	require.Len(t, r.Parties, len(tonnes))
	whole := total
	if r.World >= total {
		whole = r.World
	}
	for _, p := range r.Parties {
		key := v.Key(p.Node)
		require.InDelta(t, tonnes[key], p.Tonnes, 1e-9, key)
		require.Equal(t, open[key], p.Open, key)
		if whole > 0 {
			require.InDelta(t, tonnes[key]/whole, p.Share, 1e-12, key)
		}
	}
	if math.IsNaN(r.World) {
		require.True(t, r.Flags.Has(graph.FlagRecordedOnly))
	}
}

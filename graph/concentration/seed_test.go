package concentration_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/concentration"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

func seedView(t testing.TB, year int) (*graph.View, *market.Index) {
	facts, report := csv.Read(seed.Files)
	require.NotNil(t, facts, "%v", report)
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(year, 6, 30), graph.Filter{})
	require.NoError(t, err)
	return v, market.NewIndex(v)
}

func find(t *testing.T, v *graph.View, keys ...string) []graph.Node {
	var nodes []graph.Node
	for _, key := range keys {
		n, ok := v.Lookup(key)
		require.True(t, ok, key)
		nodes = append(nodes, n)
	}
	return nodes
}

var chainStages = []graph.Stage{graph.StageMine, graph.StageSeparation, graph.StageMetal, graph.StageMagnet}

// HHI, top three and N-1 cover of the magnet elements at mine, separation, metal and magnet, 2020 to 2025.
func TestMagnetElementsAlongTheChain(t *testing.T) {
	v, index := seedView(t, 2026)
	elements := find(t, v, "nd", "pr", "dy", "tb", "sm")
	rows, err := concentration.Of(context.Background(), v, index, concentration.Question{
		Items: elements, Stages: chainStages, Years: []int{2020, 2021, 2022, 2023, 2024, 2025},
	})
	require.NoError(t, err)
	type place struct {
		element, item, stage string
		year                 int
	}
	at := map[place]concentration.Row{}
	covered := map[place]bool{}
	for _, r := range rows {
		at[place{v.Key(r.Asked), v.Key(r.Item), string(r.Stage), r.Year}] = r
		covered[place{element: v.Key(r.Asked), stage: string(r.Stage), year: r.Year}] = true
	}
	require.Len(t, covered, 5*4*6, "every element, stage and year has a row")

	// Worked by hand from market_shares.csv: 84.9, 10.5, 1.9, 1.6, 1.0, 0.1 and 0.1 percent.
	nd := at[place{"nd", "nd-oxide", "SEPARATION", 2020}]
	require.InDelta(t, 0.720801+0.011025+0.000361+0.000256+0.0001+0.000001+0.000001, nd.HHI.Low, 1e-12)
	require.Equal(t, nd.HHI.Low, nd.HHI.High, "the shares add to 1.001 by rounding: there is no rest")
	require.InDelta(t, 0.849, nd.Top1.Low, 1e-12)
	require.InDelta(t, 0.849+0.105+0.019, nd.Top3.Low, 1e-12)
	require.InDelta(t, 0.151, nd.Cover.Low, 1e-12)
	require.Equal(t, concentration.Above, nd.HighHHI)
	require.Equal(t, concentration.Above, nd.Cap)
	require.Equal(t, "CN", v.Key(nd.Parties[0].Node))
	require.Empty(t, nd.Flags)

	later := at[place{"nd", "nd-oxide", "SEPARATION", 2025}]
	require.Equal(t, 2020, later.Publication.Year)
	require.Equal(t, graph.Flags{graph.FlagEarlierYear, graph.FlagOldFigure}, later.Flags)

	// 40, 31 and 20 percent, 9 with nobody.
	dy := at[place{"dy", "dy", "MINE", 2021}]
	require.InDelta(t, 0.16+0.0961+0.04, dy.HHI.Low, 1e-12)
	require.InDelta(t, 0.16+0.0961+0.04+0.0081, dy.HHI.High, 1e-12)
	require.InDelta(t, 0.91, dy.Top3.Low, 1e-12)
	require.InDelta(t, 0.91, dy.Top3.High, 1e-12, "the rest is smaller than the third")
	require.InDelta(t, 0.6, dy.Cover.Low, 1e-12)
	require.Equal(t, concentration.NotAbove, dy.Cap)

	// One publication gives China 94.4 percent, another Japan 7 and Vietnam 1: the second is shown, not added.
	magnet := at[place{"nd", "sintered-ndfeb-magnet", "MAGNET", 2024}]
	require.InDelta(t, 0.944*0.944, magnet.HHI.Low, 1e-12)
	require.Len(t, magnet.Others, 1)
	require.Equal(t, "JP", v.Key(magnet.Others[0].Largest))
	require.InDelta(t, 0.07*0.07+0.01*0.01, magnet.Others[0].HHI.Low, 1e-12)
	require.InDelta(t, 0.92, magnet.Others[0].Top1.High, 1e-12)

	// Terbium is a choice in a recipe: the magnet may hold it, but need not.
	require.True(t, at[place{"tb", "sintered-ndfeb-magnet", "MAGNET", 2024}].Flags.Has(graph.FlagPossiblyHolds))

	// Nobody published who makes samarium metal: the row says that nothing is known.
	sm := at[place{"sm", "sm", "METAL", 2020}]
	require.False(t, sm.Known())
	require.True(t, sm.HHI.Equal(graph.Between(0, 1)))
	require.Equal(t, concentration.Undecided, sm.HighHHI)
}

// Two plants state capacities of bastnaesite concentrate in 2025: 60,000 and 30,000 tonnes; no world total stands.
func TestFirmsByCapacity(t *testing.T) {
	v, index := seedView(t, 2026)
	rows, err := concentration.Of(context.Background(), v, index, concentration.Question{
		Items: find(t, v, "bastnaesite-concentrate"), Stages: []graph.Stage{graph.StageMine}, By: concentration.Firms,
	})
	require.NoError(t, err)
	require.Len(t, rows, 1)
	require.InDelta(t, (4.0+1.0)/9, rows[0].HHI.Low, 1e-12)
	require.InDelta(t, 1.0/3, rows[0].Cover.Low, 1e-12)
	require.True(t, rows[0].Flags.Has(graph.FlagRecordedOnly))
	require.Empty(t, rows[0].Cap, "the cap speaks of countries")
}

func TestGroupsAndEverything(t *testing.T) {
	v, index := seedView(t, 2026)
	rows, err := concentration.Of(context.Background(), v, index, concentration.Question{
		Items: find(t, v, "rare-earths"), Stages: []graph.Stage{graph.StageMine}, Years: []int{2022},
	})
	require.NoError(t, err)
	require.Len(t, rows, 1)
	require.Equal(t, "e-wmd-2024", v.Key(rows[0].Publication.Source))
	require.InDelta(t, 0.528, rows[0].HHI.Low, 0.001, "World Mining Data 2024 gives 0.5283 by tonnes; percentages are rounded")
	require.NotEmpty(t, rows[0].Others)

	for _, by := range []concentration.By{concentration.Countries, concentration.Firms} {
		all, err := concentration.Of(context.Background(), v, index, concentration.Question{By: by})
		require.NoError(t, err)
		require.Greater(t, len(all), 20)
	}
}

func TestBadQuestions(t *testing.T) {
	v, index := seedView(t, 2026)
	ask := func(q concentration.Question) error {
		_, err := concentration.Of(context.Background(), v, index, q)
		return err
	}
	require.EqualError(t, ask(concentration.Question{Years: []int{2027}}),
		"year 2027 cannot be asked about: years run from 1990 to 2026, the year of the day asked about")
	require.EqualError(t, ask(concentration.Question{By: "PLANT"}), `concentration over "PLANT" is not known: ask over COUNTRY or FIRM`)
	require.EqualError(t, ask(concentration.Question{Items: find(t, v, "jl-mag")}), `"jl-mag" is neither an item nor a group of items`)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := concentration.Of(ctx, v, index, concentration.Question{})
	require.ErrorIs(t, err, context.Canceled)
}

func TestFormulasRefuseNonsense(t *testing.T) {
	_, err := concentration.SharesOf([]float64{1, -1})
	require.EqualError(t, err, "amount 1 is -1: amounts are not negative")
	_, err = concentration.SharesOf([]float64{0, 0})
	require.EqualError(t, err, "the 2 amounts add to 0")
	_, err = concentration.WeightedHHI([]float64{1}, nil)
	require.EqualError(t, err, "1 shares but 0 weights")
	_, err = concentration.ImportRisk(nil, nil, 0)
	require.EqualError(t, err, "domestic production and imports add to 0")
}

func BenchmarkMagnetElements(b *testing.B) {
	v, index := seedView(b, 2026)
	var elements []graph.Node
	for _, key := range []string{"nd", "pr", "dy", "tb", "sm"} {
		n, _ := v.Item(key)
		elements = append(elements, n)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := concentration.Of(context.Background(), v, index, concentration.Question{Items: elements, Stages: chainStages}); err != nil {
			b.Fatal(err)
		}
	}
}

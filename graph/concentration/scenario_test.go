package concentration_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/concentration"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// Without China, Malaysia has 10.5 of the 15.2 percent that others make, and the named shares still add to 100.1 percent.
func TestAScenarioTakesCountriesAway(t *testing.T) {
	v, _ := seedView(t, 2026)
	china := graph.Target{Countries: find(t, v, "CN"), Stages: []graph.Stage{graph.StageSeparation}}
	ask := func(edits ...graph.Edit) concentration.Row {
		with, err := v.With(edits...)
		require.NoError(t, err)
		rows, err := concentration.Of(context.Background(), with, market.NewIndex(with), concentration.Question{
			Items: find(t, v, "nd-oxide"), Stages: []graph.Stage{graph.StageSeparation}, Years: []int{2020}})
		require.NoError(t, err)
		require.Len(t, rows, 1)
		return rows[0]
	}
	gone := ask(graph.Edit{Remove: &china})
	require.Equal(t, "MY", v.Key(gone.Parties[0].Node))
	require.InDelta(t, 10.5/15.2*1.001, gone.Top1.Low, 1e-12)
	require.True(t, gone.Flags.Has(graph.FlagScenario))
	require.Len(t, gone.Parties, 6)

	half := ask(graph.Edit{Limit: &graph.Limit{Target: china, Factor: 0.5}})
	require.InDelta(t, 42.45/(42.45+15.2)*1.001, half.Top1.Low, 1e-12)

	everybody := graph.Target{Stages: []graph.Stage{graph.StageSeparation}}
	none := ask(graph.Edit{Remove: &everybody})
	require.False(t, none.Known())
	require.True(t, none.HHI.Equal(graph.Between(0, 1)))
}

// Mountain Pass has 60,000 tonnes and Maoniuping 30,000; a third plant of 30,000 makes it 60, 30 and 30.
func TestAScenarioChangesFirms(t *testing.T) {
	v, _ := seedView(t, 2026)
	item := find(t, v, "bastnaesite-concentrate")
	ask := func(edits ...graph.Edit) concentration.Row {
		with, err := v.With(edits...)
		require.NoError(t, err)
		rows, err := concentration.Of(context.Background(), with, market.NewIndex(with), concentration.Question{
			Items: item, Stages: []graph.Stage{graph.StageMine}, By: concentration.Firms})
		require.NoError(t, err)
		require.Len(t, rows, 1)
		return rows[0]
	}
	add := graph.Edit{Add: &graph.Addition{Start: graph.MinDay, Plant: &graph.AddedPlant{
		Firm: find(t, v, "jl-mag")[0], Item: item[0], Country: find(t, v, "US")[0], Tonnes: 30_000}}}
	more := ask(add)
	require.Len(t, more.Parties, 3)
	require.InDelta(t, (4.0+1+1)/16, more.HHI.Low, 1e-12)
	require.True(t, more.Flags.Has(graph.FlagScenario))

	chinese := graph.Target{Countries: find(t, v, "CN")}
	less := ask(graph.Edit{Remove: &chinese})
	require.Len(t, less.Parties, 1)
	require.InDelta(t, 1, less.Top1.Low, 1e-12)
	require.True(t, math.IsNaN(less.World))

	halved := ask(graph.Edit{Limit: &graph.Limit{Target: chinese, Factor: 0.5}})
	require.InDelta(t, 15.0/75, halved.Parties[1].Share, 1e-12)
}

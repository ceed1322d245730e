package rooms_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/composition"
	"github.com/lodestone-graph/lodestone/graph/concentration"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/path"
	"github.com/lodestone-graph/lodestone/graph/reach"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

func chainOf(b *testing.B, v *graph.View) *chain.Network {
	n, err := chain.Build(context.Background(), v)
	require.NoError(b, err)
	return n
}

func china(v *graph.View) graph.Target {
	cn, _ := v.Find(graph.KindCountry, "CN")
	return graph.Target{Countries: []graph.Node{cn}}
}

func BenchmarkView(b *testing.B) {
	eachWorld(b, func(b *testing.B, _ *world, v *graph.View) {
		measure(b, func(context.Context) error {
			_, err := graph.NewView(v.Snapshot, graph.NewDay(2026, 6, 30), graph.Filter{})
			return err
		})
	})
}

func BenchmarkChain(b *testing.B) {
	eachWorld(b, func(b *testing.B, _ *world, v *graph.View) {
		measure(b, func(ctx context.Context) error {
			_, err := chain.Build(ctx, v)
			return err
		})
	})
}

func BenchmarkReach(b *testing.B) {
	eachWorld(b, func(b *testing.B, w *world, v *graph.View) {
		roots := []graph.Node{nodeOf(b, v, w.firm)}
		measure(b, func(ctx context.Context) error {
			r, err := reach.From(ctx, v, roots, reach.Options{Direction: reach.Up})
			if err == nil && w.name == "chain" {
				require.Greater(b, len(r.Nodes), many, "all of the chain")
			}
			return err
		})
	})
}

func BenchmarkExposure(b *testing.B) {
	eachWorld(b, func(b *testing.B, w *world, v *graph.View) {
		network, figures := chainOf(b, v), market.NewIndex(v)
		m, err := exposure.Compile(context.Background(), network, nil, false)
		require.NoError(b, err)
		firm := nodeOf(b, v, w.firm)
		low, known := map[string]float64{"chain": 1, "ring": 0, "hub": 0, "parallel": 0.5, "dense": 0.01}[w.name]
		measure(b, func(ctx context.Context) error {
			a, err := m.Ask(ctx, figures, china(v))
			if err == nil && known && w.name != "ring" {
				row := a.Firm(firm)
				require.InDelta(b, low, row.Share().Low, 1e-9)
			}
			return err
		})
	})
}

func BenchmarkPath(b *testing.B) {
	eachWorld(b, func(b *testing.B, w *world, v *graph.View) {
		network, figures, firm := chainOf(b, v), market.NewIndex(v), nodeOf(b, v, w.firm)
		a, err := exposure.Ask(context.Background(), network, figures, exposure.Question{Target: china(v)})
		require.NoError(b, err)
		row := a.Firm(firm)
		require.NotNil(b, row.Line)
		measure(b, func(ctx context.Context) error {
			e, err := path.Explain(ctx, path.Question{Network: network, Target: a.Target, Market: a.Market, Root: row.Line.Part, Subject: firm, Limit: 10})
			if err == nil && row.Share().Low > 0 && e.Coverage < 1-1e-9 {
				require.True(b, e.Truncated, "paths are missing, and nothing says so")
			}
			return err
		})
	})
}

func BenchmarkShock(b *testing.B) {
	eachWorld(b, func(b *testing.B, w *world, v *graph.View) {
		m, err := shock.Compile(context.Background(), chainOf(b, v))
		require.NoError(b, err)
		loss := []shock.Loss{{Target: graph.NewTargetSet(v, graph.Target{Firms: []graph.Node{nodeOf(b, v, w.loses)}})}}
		measure(b, func(ctx context.Context) error {
			hits, err := m.Impact(ctx, loss)
			if err == nil && w.hits > 0 {
				require.Len(b, hits, w.hits)
			}
			return err
		})
	})
}

func BenchmarkChokepoint(b *testing.B) {
	eachWorld(b, func(b *testing.B, w *world, v *graph.View) {
		m, err := chokepoint.NewModel(context.Background(), chainOf(b, v), market.NewIndex(v), chokepoint.NoSubstitutes)
		require.NoError(b, err)
		item := nodeOf(b, v, w.item)
		listed := 0
		measure(b, func(ctx context.Context) error {
			a, err := m.Find(ctx, chokepoint.Question{Of: item, Size: 2, Most: 100})
			if err == nil {
				listed = a.SetCount + a.NamedCount
				if !a.Complete {
					b.ReportMetric(1, "says-incomplete")
				}
			}
			return err
		})
		b.ReportMetric(float64(listed), "sets")
	})
}

func BenchmarkChokepointModel(b *testing.B) {
	eachWorld(b, func(b *testing.B, _ *world, v *graph.View) {
		network, figures := chainOf(b, v), market.NewIndex(v)
		measure(b, func(ctx context.Context) error {
			_, err := chokepoint.NewModel(ctx, network, figures, chokepoint.NoSubstitutes)
			return err
		})
	})
}

func eachRecipe(b *testing.B, run func(b *testing.B, v *graph.View, item graph.Node)) {
	for i, r := range recipes {
		if testing.Short() && i > 0 {
			return
		}
		b.Run("recipes="+r.name, func(b *testing.B) {
			v := viewOf(b, r.facts(b))
			run(b, v, nodeOf(b, v, r.item))
		})
	}
}

func BenchmarkComposition(b *testing.B) {
	eachRecipe(b, func(b *testing.B, v *graph.View, item graph.Node) {
		measure(b, func(ctx context.Context) error {
			c, err := composition.Of(ctx, v, item)
			if err == nil {
				require.NotEmpty(b, c.Elements)
			}
			return err
		})
	})
}

func BenchmarkUses(b *testing.B) {
	eachRecipe(b, func(b *testing.B, v *graph.View, _ graph.Node) {
		dy, ok := v.Find(graph.KindElement, "dy")
		require.True(b, ok)
		measure(b, func(ctx context.Context) error {
			_, err := composition.UsesOf(ctx, v, dy)
			return err
		})
	})
}

func BenchmarkMarket(b *testing.B) {
	eachRecipe(b, func(b *testing.B, v *graph.View, _ graph.Node) {
		figures := market.NewIndex(v)
		target := graph.NewTargetSet(v, china(v))
		measure(b, func(ctx context.Context) error {
			_, err := market.Solve(ctx, figures, target, graph.NoNode)
			return err
		})
	})
}

func BenchmarkConcentration(b *testing.B) {
	eachRecipe(b, func(b *testing.B, v *graph.View, _ graph.Node) {
		figures := market.NewIndex(v)
		measure(b, func(ctx context.Context) error {
			_, err := concentration.Of(ctx, v, figures, concentration.Question{})
			return err
		})
	})
}

package exposure_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/path"
)

// inChina asks about all output in CN.
func inChina(v *graph.View) exposure.Question {
	cn, _ := v.Find(graph.KindCountry, "CN")
	return exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}}}
}

// Shapes that are long, wide or looped once took time in the square of their size. The bound is wide: it tells seconds from hours.
func TestLongWideAndLoopedWorldsEnd(t *testing.T) {
	const n = 100_000
	for name, world := range map[string]struct {
		facts *graph.Facts
		firm  string
		low   float64
		tier  int
	}{
		"chain":    {graphtest.ChainWorld(n), "firm-100000", 1, n},
		"ring":     {graphtest.RingWorld(n), "firm-000001", 0.01, 1},
		"hub":      {graphtest.HubWorld(n), "firm-150000", 0, 2},
		"parallel": {graphtest.ParallelWorld(10_000), "firm-000001", 0.5, 1},
	} {
		t.Run(name, func(t *testing.T) {
			v := viewOf(t, world.facts)
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			network, err := chain.Build(ctx, v)
			require.NoError(t, err)
			a, err := exposure.Ask(ctx, network, market.NewIndex(v), inChina(v))
			require.NoError(t, err)
			firm, ok := v.Find(graph.KindFirm, world.firm)
			require.True(t, ok)
			row := a.Firm(firm)
			require.InDelta(t, world.low, row.Share().Low, 1e-12)
			require.Equal(t, world.tier, row.Line.NearestTier)
			_, err = path.Explain(ctx, path.Question{Network: network, Target: a.Target, Market: a.Market, Root: row.Line.Part, Subject: firm, Limit: 3})
			require.NoError(t, err)
		})
	}
}

func BenchmarkAskSeed(b *testing.B) { benchmarkAsk(b, graphtest.SeedView(b, graphtest.Settled)) }

func BenchmarkAskLarge(b *testing.B) { benchmarkAsk(b, viewOf(b, graphtest.LargeWorld(100_000, 1))) }

// benchmarkAsk measures the parts of a question apart: what a view costs once, and what every target costs.
func benchmarkAsk(b *testing.B, v *graph.View) {
	ctx := context.Background()
	network, err := chain.Build(ctx, v)
	require.NoError(b, err)
	figures := market.NewIndex(v)
	q := inChina(v)
	a, err := exposure.Ask(ctx, network, figures, q)
	require.NoError(b, err)
	b.Run("chain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, err = chain.Build(ctx, v)
		}
	})
	b.Run("ask", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, err = exposure.Ask(ctx, network, figures, q)
		}
	})
	b.Run("rows", func(b *testing.B) {
		b.ReportAllocs()
		firms := allFirms(v)
		for b.Loop() {
			_, err = a.Firms(ctx, firms)
		}
	})
	require.NoError(b, err)
}

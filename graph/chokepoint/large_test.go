package chokepoint_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
)

func lateView(t testing.TB, facts *graph.Facts) *graph.View {
	return graphtest.ViewOf(t, facts, graph.NewDay(2026, 6, 30), graph.Filter{})
}

// long are shapes that are long, wide or looped, with a firm to ask about.
func long(n int) map[string]struct {
	facts *graph.Facts
	firm  string
} {
	return map[string]struct {
		facts *graph.Facts
		firm  string
	}{
		"chain":    {graphtest.ChainWorld(n), fmt.Sprintf("firm-%06d", n-1)},
		"ring":     {graphtest.RingWorld(n), "firm-000001"},
		"hub":      {graphtest.HubWorld(n), fmt.Sprintf("firm-%06d", 2*n)},
		"parallel": {graphtest.ParallelWorld(n / 4), "firm-000000"},
	}
}

// They end, however much there is to list, and say so where something is left out.
func TestLongWideAndLoopedWorldsEnd(t *testing.T) {
	const n = 5_000
	for name, want := range map[string]struct {
		up, left int  // single losses: nothing serves any more, and a tenth is left
		complete bool // sets of two, with a tenth left
	}{
		// All firms before the last, the mine, both countries, CN at MINE and COMPONENT, US at COMPONENT.
		"chain": {n - 1 + 1 + 2 + 3, n - 1 + 1 + 2 + 3, true},
		// The firm's own country, and the last firms of the ring: with k of them between, 1 - 0.99^k is left.
		"ring": {2, 2 + 10, false},
		// A hub's sellers without a share stand in for each other, and the market for all of them.
		"hub":      {2, 2, true},
		"parallel": {4, 4, true},
	} {
		t.Run(name, func(t *testing.T) {
			world := long(n)[name]
			v := lateView(t, world.facts)
			m := modelOf(t, v, chokepoint.NoSubstitutes)
			q := chokepoint.Question{Of: node(t, v, world.firm), Size: 1, Most: 10, Limits: chokepoint.CutLimits{Work: 3_000_000}}
			up, err := m.Find(context.Background(), q)
			require.NoError(t, err)
			require.Equal(t, want.up, up.SetCount)
			require.True(t, up.Complete)
			q.Below = 0.1
			left, err := m.Find(context.Background(), q)
			require.NoError(t, err)
			require.Equal(t, want.left, left.SetCount)
			require.Zero(t, left.NamedCount)
			q.Size = 2
			pairs, err := m.Find(context.Background(), q)
			require.NoError(t, err)
			require.GreaterOrEqual(t, pairs.SetCount, want.left)
			require.Equal(t, want.complete, pairs.Complete)
		})
	}
}

func BenchmarkModel(b *testing.B) {
	for name, v := range map[string]*graph.View{"seed": graphtest.SeedView(b, graphtest.Settled), "large": lateView(b, graphtest.LargeWorld(100_000, 1))} {
		n, err := chain.Build(context.Background(), v)
		require.NoError(b, err)
		figures := market.NewIndex(v)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, err := chokepoint.NewModel(context.Background(), n, figures, chokepoint.NoSubstitutes)
				require.NoError(b, err)
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	questions := map[string]struct {
		view *graph.View
		of   string
	}{"seed": {graphtest.SeedView(b, graphtest.Settled), "f-35"}}
	for name, world := range long(100_000) {
		questions[name] = struct {
			view *graph.View
			of   string
		}{lateView(b, world.facts), world.firm}
	}
	for name, question := range questions {
		m := modelOf(b, question.view, chokepoint.NoSubstitutes)
		for _, below := range []float64{0, 0.1} {
			for size := 1; size <= chokepoint.MaxCut; size++ {
				b.Run(fmt.Sprintf("%s/below=%v/size=%d", name, below, size), func(b *testing.B) {
					b.ReportAllocs()
					q := chokepoint.Question{Of: node(b, question.view, question.of), Size: size, Below: below, Most: 50}
					complete := 0
					for b.Loop() {
						a, err := m.Find(context.Background(), q)
						require.NoError(b, err)
						if a.Complete {
							complete++
						}
					}
					b.ReportMetric(float64(complete)/float64(b.N), "complete/op")
				})
			}
		}
	}
}

func BenchmarkCommon(b *testing.B) {
	m := modelOf(b, graphtest.SeedView(b, graphtest.Settled), chokepoint.NoSubstitutes)
	for _, onRecord := range []bool{false, true} {
		for size := 1; size <= chokepoint.MaxCut; size++ {
			b.Run(fmt.Sprintf("onRecord=%v/size=%d", onRecord, size), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					_, err := m.Common(context.Background(), chokepoint.CommonQuestion{Size: size, Below: 0.1, OnRecord: onRecord})
					require.NoError(b, err)
				}
			})
		}
	}
}

// The first search leaves the second one what is left of the work, so that an answer ends within one bound, not two.
func TestBothSearchesShareTheWork(t *testing.T) {
	v := lateView(t, graphtest.LargeWorld(2_000, 1))
	m := modelOf(t, v, chokepoint.NoSubstitutes)
	q := chokepoint.Question{Of: node(t, v, "item-9-0"), Size: 2}
	first, second, err := m.Work(q)
	require.NoError(t, err)
	require.Positive(t, first)
	require.Positive(t, second)
	for work, complete := range map[int]bool{max(first, second): false, first + second: true} {
		q.Limits.Work = work
		a, err := m.Find(context.Background(), q)
		require.NoError(t, err)
		require.Empty(t, a.UnknownSupply)
		require.Equal(t, complete, a.Complete, "%d of %d and %d", work, first, second)
	}
}

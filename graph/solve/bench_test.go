package solve_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/bench/generate"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// networks are the sizes and shapes that benchmarks run on. A short run takes the smallest.
var networks = []struct {
	name   string
	edges  int
	closed int
}{{"100k", 100_000, 0}, {"1m", 1_000_000, 0}, {"1m-near-closed", 1_000_000, 999}}

func each(b *testing.B, run func(b *testing.B, n *generate.Network, g *solve.Graph)) {
	for i, size := range networks {
		if testing.Short() && i > 0 {
			return
		}
		b.Run(size.name, func(b *testing.B) {
			n := generate.Draw(generate.Options{Edges: size.edges, Closed: size.closed, Seed: 1})
			g, err := solve.Compile(context.Background(), n.System())
			require.NoError(b, err)
			b.ReportAllocs()
			b.ResetTimer()
			run(b, n, g)
		})
	}
}

func targets(n *generate.Network) []*solve.Target {
	sets := make([]*solve.Target, generate.TargetSets)
	for k := range sets {
		sets[k] = &solve.Target{}
		for _, node := range n.TargetSet(k) {
			sets[k].Members = append(sets[k].Members, solve.Member{Node: node, Low: 1, Estimate: 1, High: 1})
		}
	}
	return sets
}

func BenchmarkCompile(b *testing.B) {
	each(b, func(b *testing.B, n *generate.Network, _ *solve.Graph) {
		s := n.System()
		for b.Loop() {
			g, err := solve.Compile(context.Background(), s)
			require.NoError(b, err)
			b.ReportMetric(float64(g.Bytes())/float64(g.Links()), "B/link")
		}
	})
}

// Exposed and safe of all nodes, another target set each time.
func BenchmarkBounds(b *testing.B) {
	each(b, func(b *testing.B, n *generate.Network, g *solve.Graph) {
		sets, k := targets(n), 0
		var into solve.Solution
		require.NoError(b, g.Bounds(context.Background(), sets[0], 0, &into))
		for b.Loop() {
			require.NoError(b, g.Bounds(context.Background(), sets[k%len(sets)], 0, &into))
			require.LessOrEqual(b, into.Error, solve.Tolerance)
			k++
		}
		b.ReportMetric(float64(into.Sweeps), "sweeps")
		b.ReportMetric(float64(into.Links)/float64(g.Links()), "passes")
	})
}

// Exposed alone, other target sets each time: the time is that of one set.
func BenchmarkLows(b *testing.B) {
	each(b, func(b *testing.B, n *generate.Network, g *solve.Graph) {
		sets, k, asked := targets(n), 0, 0
		var into solve.Batch
		require.NoError(b, g.Lows(context.Background(), sets[:solve.Lanes], 0, &into))
		for b.Loop() {
			require.NoError(b, g.Lows(context.Background(), sets[k:k+solve.Lanes], 0, &into))
			require.LessOrEqual(b, slices.Max(into.Errors[:]), solve.Tolerance)
			k = (k + solve.Lanes) % len(sets)
			asked += solve.Lanes
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(asked), "ns/set")
		b.ReportMetric(float64(into.Sweeps), "sweeps")
		b.ReportMetric(float64(into.Links)/float64(g.Links()), "passes")
	})
}

func BenchmarkSolve(b *testing.B) {
	each(b, func(b *testing.B, n *generate.Network, g *solve.Graph) {
		sets, k := targets(n), 0
		var into solve.Solution
		for b.Loop() {
			require.NoError(b, g.Solve(context.Background(), sets[k%len(sets)], 0, &into))
			k++
		}
	})
}

func BenchmarkReach(b *testing.B) {
	each(b, func(b *testing.B, n *generate.Network, g *solve.Graph) {
		roots, k := n.Roots(100, 2), 0
		var into solve.Tiers
		for b.Loop() {
			require.NoError(b, g.Reach(context.Background(), roots[k%100:k%100+1], solve.Up, 0, &into))
			k++
		}
		b.ReportMetric(float64(into.Count(0)), "nodes")
	})
}

func BenchmarkClosure64(b *testing.B) {
	each(b, func(b *testing.B, n *generate.Network, g *solve.Graph) {
		roots := n.Roots(64, 2)
		var into solve.Closures
		for b.Loop() {
			require.NoError(b, g.Closure(context.Background(), roots, solve.Up, &into))
		}
	})
}

func BenchmarkGuide(b *testing.B) {
	each(b, func(b *testing.B, n *generate.Network, g *solve.Graph) {
		sets, k := targets(n), 0
		var into solve.Guide
		for b.Loop() {
			require.NoError(b, g.Guide(context.Background(), sets[k%len(sets)], &into))
			k++
		}
	})
}

func BenchmarkTenWalks(b *testing.B) {
	each(b, func(b *testing.B, n *generate.Network, g *solve.Graph) {
		var guide solve.Guide
		require.NoError(b, g.Guide(context.Background(), targets(n)[0], &guide))
		roots, k := n.Roots(100, 2), 0
		var into solve.Walks
		for b.Loop() {
			require.NoError(b, guide.Walks(context.Background(), roots[k%100], 10, nil, &into))
			k++
		}
	})
}

package shock_test

import (
	"context"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

func large(t testing.TB, facts *graph.Facts) *graph.View {
	t.Helper()
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2026, 6, 30), graph.Filter{})
	require.NoError(t, err)
	return v
}

// closedRing is a ring of firms that buy all they need from the one before them, but the first, which buys a hundredth from a mine.
func closedRing(firms int) *graph.Facts {
	f := graphtest.RingWorld(firms)
	for i := range firms - 1 {
		f.Supplies[i].SharePercent.Value = 100
	}
	return f
}

func losing(v *graph.View, firm int) []shock.Loss {
	first, _ := v.Range(graph.KindFirm)
	return []shock.Loss{{Target: graph.NewTargetSet(v, graph.Target{Firms: []graph.Node{first + graph.Node(firm)}})}}
}

// Shapes that are long, wide or looped end. The bound is wide: it tells seconds from hours.
func TestLongWideAndLoopedWorldsEnd(t *testing.T) {
	const n = 50_000
	for name, world := range map[string]struct {
		facts *graph.Facts
		hits  int
		left  shock.Range // of the last hit
		tier  int         // the farthest
	}{
		"chain":    {graphtest.ChainWorld(n), n + 1, shock.Range{}, n},
		"ring":     {graphtest.RingWorld(2000), 2001, shock.Range{Low: 1 - 0.01*math.Pow(0.99, 1999)/(1-math.Pow(0.99, 2000)), High: 1 - 0.01*math.Pow(0.99, 1999)/(1-math.Pow(0.99, 2000))}, 2000},
		"closed":   {closedRing(n), n + 1, shock.Range{}, n},
		"hub":      {graphtest.HubWorld(n), 2 + n, shock.Range{Low: 0, High: 1}, 2},
		"parallel": {graphtest.ParallelWorld(10_000), 2, shock.Range{Low: 0.5, High: 0.5}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			v := large(t, world.facts)
			m := compile(t, v)
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			hits, err := m.Impact(ctx, losing(v, 0))
			require.NoError(t, err)
			require.Len(t, hits, world.hits)
			far := 0
			for _, h := range hits {
				far = max(far, h.Tier)
			}
			require.Equal(t, world.tier, far)
			last := hits[len(hits)-1].Remaining
			require.InDelta(t, world.left.Low, last.Low, 1e-9)
			require.InDelta(t, world.left.High, last.High, 1e-9)
		})
	}
}

// Adversarial and ordinary networks, a new firm lost each time: what an answer costs once the model stands.
func BenchmarkImpact(b *testing.B) {
	for name, facts := range map[string]*graph.Facts{
		"world=100k": graphtest.LargeWorld(100_000, 1), "chain=100k": graphtest.ChainWorld(100_000), "ring=100k": graphtest.RingWorld(100_000),
		"hub=100k": graphtest.HubWorld(100_000), "closed=10k": closedRing(10_000),
	} {
		b.Run(name, func(b *testing.B) {
			v := large(b, facts)
			m := compile(b, v)
			firms := len(facts.Firms)
			var lost [][]shock.Loss
			for k := range 97 {
				lost = append(lost, losing(v, k*firms/97))
			}
			b.ReportAllocs()
			hits := 0
			for i := 0; b.Loop(); i++ {
				found, err := m.Impact(context.Background(), lost[i%len(lost)])
				if err != nil {
					b.Fatal(err)
				}
				hits += len(found)
			}
			b.ReportMetric(float64(hits)/float64(b.N), "hits/op")
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	n, err := chain.Build(context.Background(), large(b, graphtest.LargeWorld(100_000, 1)))
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := shock.Compile(context.Background(), n); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSystemic(b *testing.B) {
	for _, sales := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("sales=%d", sales), func(b *testing.B) {
			m := compile(b, large(b, graphtest.LargeWorld(sales, 1)))
			for b.Loop() {
				if _, err := m.Systemic(context.Background(), nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

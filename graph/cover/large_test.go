package cover_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

func large(t testing.TB, f *graph.Facts) *graph.View {
	t.Helper()
	s, err := graph.Build(f)
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2024, 12, 31), graph.Filter{})
	require.NoError(t, err)
	return v
}

func losing(v *graph.View, firm int) []shock.Loss {
	first, _ := v.Range(graph.KindFirm)
	return []shock.Loss{{Target: graph.NewTargetSet(v, graph.Target{Firms: []graph.Node{first + graph.Node(firm)}})}}
}

// Long and wide shapes end, and where they do is known: in a chain each link adds its days; what a hub sells reaches all at one time.
func TestLongAndWideWorldsEnd(t *testing.T) {
	const n = 20_000
	a := cover.Assumptions{Cover: &cover.Range{Low: 1, High: 2}, Lead: &cover.Range{Low: 1, High: 1}, Making: &cover.Range{}}
	v := large(t, graphtest.ChainWorld(n))
	answer := ask(t, compile(t, v, a), cover.Loss{Losses: losing(v, 0), Days: 30_000})
	latest := 0
	for _, s := range answer.Stops {
		latest = max(latest, s.Earliest)
	}
	require.Equal(t, 29_998, latest, "the last that is reached within the days looked at")
	v = large(t, graphtest.HubWorld(n))
	answer = ask(t, compile(t, v, a), cover.Loss{Losses: losing(v, 0), Days: 30})
	require.Len(t, answer.Stops, 2+n)
	require.Equal(t, 4, answer.Stops[len(answer.Stops)-1].Earliest)
	v = large(t, graphtest.RingWorld(2000))
	answer = ask(t, compile(t, v, a), cover.Loss{Losses: losing(v, 0), Days: 3000})
	require.Positive(t, len(answer.Stops))
}

// What an answer costs once the model stands; a new firm is lost each time.
func BenchmarkAsk(b *testing.B) {
	for _, sales := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("sales=%d", sales), func(b *testing.B) {
			facts := graphtest.LargeWorld(sales, 1)
			v := large(b, facts)
			m := compile(b, v, cover.Assumptions{})
			firms, stops := len(facts.Firms), 0
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				a, err := m.Ask(context.Background(), cover.Loss{Losses: losing(v, i%97*firms/97), Days: 365})
				if err != nil {
					b.Fatal(err)
				}
				stops += len(a.Stops)
			}
			b.ReportMetric(float64(stops)/float64(b.N), "stops/op")
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	v := large(b, graphtest.LargeWorld(100_000, 1))
	m := shocks(b, v)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cover.Compile(context.Background(), m, cover.Assumptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

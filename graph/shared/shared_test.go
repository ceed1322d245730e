package shared_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/shared"
)

// A further subject never adds to what all share, nor to the joint share, and whoever asks for more who share it finds less.
func TestMoreSubjectsShareLess(t *testing.T) {
	compared, fewer := 0, 0
	for seed := range uint64(600) {
		dice := rand.New(rand.NewPCG(seed, 24)).IntN
		s, err := graph.Build(graphtest.DenseWorld(dice))
		require.NoError(t, err)
		v, err := graph.NewView(s, graph.NewDay(2024, 6, 1), graph.Filter{})
		require.NoError(t, err)
		q := ask(t, v)
		first, end := v.Range(graph.KindFirm)
		for f := first; f < end && len(q.Subjects) < 4; f++ {
			q.Subjects = append(q.Subjects, f)
		}
		if len(q.Subjects) < 3 {
			continue
		}
		find := func(q shared.Question) map[shared.Node]shared.Dependency {
			got, err := shared.Find(context.Background(), q)
			require.NoError(t, err)
			out := map[shared.Node]shared.Dependency{}
			for _, d := range got.Nodes {
				out[d.Node] = d
			}
			return out
		}
		all := find(q)
		some := q
		some.AtLeast = 2
		two := find(some)
		few := q
		few.Subjects = q.Subjects[:len(q.Subjects)-1]
		less := find(few)
		left := q.Subjects[len(q.Subjects)-1]
		for n, d := range all {
			require.Contains(t, two, n)
			if n.Node == left {
				continue
			}
			require.Contains(t, less, n)
			compared++
			require.LessOrEqual(t, d.Joint.Low, less[n].Joint.Low+1e-9)
			require.LessOrEqual(t, d.Joint.High, less[n].Joint.High+1e-9)
			if e := less[n].Joint.Estimate; !math.IsNaN(e) && !math.IsNaN(d.Joint.Estimate) {
				require.LessOrEqual(t, d.Joint.Estimate, e+1e-9)
			}
		}
		fewer += len(two) - len(all)
	}
	require.Greater(t, compared, 300)
	require.Greater(t, fewer, 300)
}

func TestWhatIsRefused(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	q := ask(t, v)
	node := func(key string) graph.Node { n, _ := v.Lookup(key); return n }
	refused := func(want error, atLeast int, subjects ...graph.Node) {
		q.Subjects, q.AtLeast = subjects, atLeast
		_, err := shared.Find(context.Background(), q)
		require.ErrorIs(t, err, want)
	}
	refused(shared.ErrSubjects, 0, node("toyota"))
	refused(shared.ErrSubjects, 0, node("toyota"), node("toyota"))
	refused(shared.ErrSubjects, 0, make([]graph.Node, 65)...)
	refused(shared.ErrAtLeast, 1, node("toyota"), node("tesla"))
	refused(shared.ErrAtLeast, 3, node("toyota"), node("tesla"))
	q.Subjects, q.AtLeast = []graph.Node{node("toyota"), node("tesla")}, 0
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := shared.Find(ctx, q)
	require.ErrorIs(t, err, context.Canceled)
}

// What is beyond the bound is counted: the nearest of most subjects are asked about.
func TestTheBoundIsSaid(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	q := ask(t, v)
	first, end := v.Range(graph.KindFirm)
	for f := first; f < end && len(q.Subjects) < shared.MostSubjects; f++ {
		q.Subjects = append(q.Subjects, f)
	}
	q.AtLeast = 2
	got, err := shared.Find(context.Background(), q)
	require.NoError(t, err)
	require.Equal(t, 300, got.Measured)
	require.Positive(t, got.LeftOut)
	total := got.Measured + got.LeftOut
	counted := 0
	for _, kind := range shared.Kinds() {
		q.Kinds = []shared.Kind{kind}
		one, err := shared.Find(context.Background(), q)
		require.NoError(t, err)
		counted += one.Measured + one.LeftOut
	}
	require.Equal(t, total, counted)
}

func BenchmarkSharedOfSeed(b *testing.B) {
	v := graphtest.SeedView(b, graphtest.Settled)
	q := ask(b, v)
	for _, key := range []string{"toyota", "tesla", "f-35", "tomahawk"} {
		n, _ := v.Lookup(key)
		q.Subjects = append(q.Subjects, n)
	}
	for b.Loop() {
		_, err := shared.Find(context.Background(), q)
		require.NoError(b, err)
	}
}

package api

import (
	"context"
	"math"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

var seedSnapshot = sync.OnceValue(func() *graph.Snapshot {
	facts, _ := csv.Read(seed.Files)
	s, err := graph.Build(facts)
	if err != nil {
		panic(err)
	}
	return s
})

func open(t *testing.T, ws *Worlds) *World {
	t.Helper()
	w, err := ws.Open(t.Context(), seedSnapshot(), graph.NewDay(2026, 6, 30), graph.Filter{MinConfidence: graph.ConfidenceLow})
	require.NoError(t, err)
	return w
}

// However many ask for one view and one question, each is worked out once.
func TestWorkIsShared(t *testing.T) {
	ws := NewWorlds(nil)
	w := open(t, ws)
	target := func(countries ...string) graph.Target {
		out := graph.Target{Stages: []graph.Stage{graph.StageSeparation}, By: graph.ByLocation}
		for _, c := range countries {
			n, _ := seedSnapshot().Find(graph.KindCountry, c)
			out.Countries = append(out.Countries, n)
		}
		return out
	}
	answers := make([]*Answer, 20)
	var all sync.WaitGroup
	for i := range answers {
		all.Go(func() {
			again, err := ws.Open(context.Background(), seedSnapshot(), graph.NewDay(2026, 6, 30), graph.Filter{MinConfidence: graph.ConfidenceLow})
			if err != nil || again != w {
				t.Errorf("another world: %v", err)
				return
			}
			order := []string{"CN", "MY"}
			if i%2 == 1 {
				order = []string{"MY", "CN", "MY"}
			}
			answers[i], err = again.Ask(context.Background(), target(order...), graph.NoNode, false)
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, a := range answers {
		require.Same(t, answers[0], a, "one answer for one target, whatever its order")
		require.Same(t, answers[0].Network, a.Network)
	}
	require.Equal(t, 1, ws.kept.Len())
	require.Equal(t, 1, w.answers.Len())
	other, err := w.Ask(t.Context(), target("CN", "MY"), graph.NoNode, true)
	require.NoError(t, err)
	require.NotSame(t, answers[0], other, "another question")
	require.Same(t, answers[0].Network, other.Network, "on the same network")
	first, end := seedSnapshot().Range(graph.KindFirm)
	one, err := answers[0].firmRows(t.Context(), those(everyNode, first, end))
	require.NoError(t, err)
	two, err := answers[0].firmRows(t.Context(), those(everyNode, first, end))
	require.NoError(t, err)
	require.Same(t, &one[0], &two[0], "the rows of all firms are worked out once")
}

// What is kept is bounded, however many views and targets are asked for.
func TestWhatIsKeptIsBounded(t *testing.T) {
	ws := NewWorlds(nil)
	for i := range 3 * keptWorlds {
		_, err := ws.Open(t.Context(), seedSnapshot(), graph.NewDay(2020, 1, i), graph.Filter{MinConfidence: graph.ConfidenceLow})
		require.NoError(t, err)
	}
	require.Equal(t, keptWorlds, ws.kept.Len())
	w := open(t, ws)
	first, _ := seedSnapshot().Range(graph.KindCountry)
	for i := range 2 * keptAnswers {
		_, err := w.Ask(t.Context(), graph.Target{Countries: []graph.Node{first + graph.Node(i)}, By: graph.ByLocation}, graph.NoNode, false)
		require.NoError(t, err)
	}
	require.Equal(t, keptAnswers, w.answers.Len())
}

// A client that has gone gets its own error at once, and nothing of it is kept.
func TestAGoneClient(t *testing.T) {
	w := open(t, NewWorlds(nil))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	cn, _ := seedSnapshot().Find(graph.KindCountry, "CN")
	target := graph.Target{Countries: []graph.Node{cn}, By: graph.ByLocation}
	for range 100 {
		if _, err := w.Ask(ctx, target, graph.NoNode, false); err != nil {
			require.ErrorIs(t, err, context.Canceled)
		}
	}
	_, err := w.Ask(t.Context(), target, graph.NoNode, false)
	require.NoError(t, err)
}

func TestScalars(t *testing.T) {
	for want, x := range map[string]float64{"0.999": 0.9990000000000001, "0": math.Copysign(0, -1), "1": 1, "1e-12": 1e-12, "0.333333333333": 1.0 / 3} {
		require.Equal(t, want, printed(MarshalShare(x)))
	}
	require.Equal(t, "0.0400100964323", printed(MarshalKilograms(0.04001009643230001)))
	require.Equal(t, "1234567.89012", printed(MarshalKilograms(1234567.890123456)))
	require.Equal(t, "null", printed(MarshalShare(graph.Unknown().Low)))
	require.Equal(t, "null", printed(MarshalKilograms(graph.Unknown().Low)))
	require.Equal(t, "null", printed(MarshalPartialDate(graph.Date{})))
	require.Equal(t, `"2025-12"`, printed(MarshalPartialDate(graph.Date{Year: 2025, Month: 12})))
}

package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/bench/generate"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// randomMembers draws a target: whole members, parts, some named twice, sometimes nobody.
func randomMembers(r *rand.Rand, n int) *solve.Target {
	t, often := &solve.Target{}, 1+r.IntN(6)
	for range n {
		if r.IntN(often) > 0 {
			continue
		}
		m := solve.Member{Node: int32(r.IntN(n)), Low: 1, Estimate: 1, High: 1}
		switch r.IntN(4) {
		case 0:
			m.Low, m.Estimate = 0, r.Float64()
		case 1:
			m.Low = r.Float64()
			m.Estimate = m.Low
		}
		t.Members = append(t.Members, m)
	}
	return t
}

func requireSameLows(t *testing.T, g *solve.Graph, targets []*solve.Target, batch *solve.Batch, within float64, about string, at int) {
	t.Helper()
	var alone solve.Solution
	for k, target := range targets {
		require.NoError(t, g.Bounds(context.Background(), target, 0, &alone))
		if !math.IsInf(alone.Error, 1) { // which may be for the sake of safe
			require.False(t, math.IsInf(batch.Errors[k], 1), "%s %d target %d: %v, alone %v", about, at, k, batch.Errors[k], alone.Error)
		}
		for i := range int32(g.Nodes()) {
			want, _ := alone.Bounds(i)
			// Compared first, since that is much cheaper than what tells the difference.
			if got := batch.Low(k, i); !(math.Abs(want-got) <= within) {
				require.InDelta(t, want, got, within, "%s %d target %d node %d own", about, at, k, i)
			}
			if got := batch.Seen(k, i); !(math.Abs(alone.Seen(i).Low-got) <= within) {
				require.InDelta(t, alone.Seen(i).Low, got, within, "%s %d target %d node %d seen", about, at, k, i)
			}
		}
	}
}

func TestLowsAgreeWithBounds(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	var into solve.Batch
	for trial := range graphs {
		s, first := randomSystem(random, trial%2 == 0)
		targets := []*solve.Target{first}
		for range random.IntN(solve.Lanes) {
			targets = append(targets, randomMembers(random, len(s.Rules)))
		}
		g, err := solve.Compile(context.Background(), s)
		require.NoError(t, err)
		require.NoError(t, g.Lows(context.Background(), targets, 0, &into))
		requireSameLows(t, g, targets, &into, 1e-9, "graph", trial)
	}
}

// Large cores, among them some that hardly touch the ground: these are mixed.
func TestLowsOfLargeCores(t *testing.T) {
	for _, closed := range []int{0, 900, 990, 999} {
		n := generate.Draw(generate.Options{Edges: 20_000, Closed: closed, Seed: 7})
		g, err := solve.Compile(context.Background(), n.System())
		require.NoError(t, err)
		var into solve.Batch
		sets := targets(n)
		for k := 0; k < len(sets); k += 3 * solve.Lanes {
			batch := append([]*solve.Target{{}}, sets[k:k+solve.Lanes-1]...)
			require.NoError(t, g.Lows(context.Background(), batch, 0, &into))
			for lane, e := range into.Errors {
				require.LessOrEqual(t, e, solve.Tolerance, "closed %d set %d target %d", closed, k, lane)
			}
			require.Less(t, into.Sweeps, 400)
			requireSameLows(t, g, batch, &into, 1e-9, "closed", closed)
		}
	}
}

func TestLowsRefuse(t *testing.T) {
	g, err := solve.Compile(context.Background(), &solve.System{Rules: make([]solve.Rule, 2), Buyer: []int32{1}, Supplier: []int32{0}, Share: []float64{0.5}})
	require.NoError(t, err)
	var into solve.Batch
	require.ErrorContains(t, g.Lows(context.Background(), make([]*solve.Target, 9), 0, &into), "9 targets: one question takes 8")
	bad := []*solve.Target{{}, {Members: []solve.Member{{Node: 2, Low: 1, Estimate: 1, High: 1}}}}
	require.ErrorContains(t, g.Lows(context.Background(), bad, 0, &into), "target 1: member 2 is not a node")

	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	good := []*solve.Target{{Members: []solve.Member{{Node: 0, Low: 1, Estimate: 1, High: 1}}}}
	require.ErrorIs(t, g.Lows(cancelled, good, 0, &into), context.Canceled)
	require.NoError(t, g.Lows(context.Background(), good, 0, &into), "what was cancelled leaves nothing behind")
	require.Equal(t, 0.5, into.Low(0, 1))
	require.Equal(t, 1.0, into.Seen(0, 0))
	require.Zero(t, into.Low(0, 0))
	require.NoError(t, g.Lows(context.Background(), nil, 0, &into))
}

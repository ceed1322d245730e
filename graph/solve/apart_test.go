package solve_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/solve"
)

// Some nodes of every graph, members or not, against sweeps of their rules with all others held.
func TestApartAgreesWithSweeps(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	var into solve.Solution
	var apart solve.Apart
	loops := 0
	for trial := range graphs {
		s, target := randomSystem(random, trial%3 == 0)
		g, err := solve.Compile(context.Background(), s)
		require.NoError(t, err)
		require.NoError(t, g.Solve(context.Background(), target, 0, &into))
		var nodes []int32
		values := make([]solve.Values, len(s.Rules))
		for i := range values {
			if random.IntN(2) == 0 {
				nodes = append(nodes, int32(i))
			} else {
				values[i] = into.Seen(int32(i))
			}
		}
		random.Shuffle(len(nodes), func(i, j int) { nodes[i], nodes[j] = nodes[j], nodes[i] })
		newNaive(s, &solve.Target{Assumption: target.Assumption}).sweep(nodes, values)
		require.NoError(t, into.Apart(context.Background(), nodes, 0, &apart))
		among := map[int32]bool{}
		for _, n := range nodes {
			among[n] = true
		}
		for i := range int32(len(values)) {
			got, want := apart.Values(i), values[i]
			if !among[i] {
				want = into.Values(i)
			}
			for _, pair := range [][2]float64{{want.Low, got.Low}, {want.Safe, got.Safe}, {want.Estimate, got.Estimate}, {want.Resolved, got.Resolved}} {
				require.InDelta(t, pair[0], pair[1], 5e-9, "graph %d node %d of %v: %+v want %+v\n%+v\n%+v", trial, i, nodes, got, want, s, target)
			}
		}
		if cores, _, _ := g.Cores(); cores > 0 && len(nodes) > 3 {
			loops++
		}
	}
	require.Greater(t, loops, graphs/10)
}

func TestApartSolvesBoundsAloneAndStops(t *testing.T) {
	s := &solve.System{Rules: make([]solve.Rule, 3), Buyer: []int32{0, 1}, Supplier: []int32{1, 2}, Share: []float64{0.5, 0.8}}
	g, err := solve.Compile(context.Background(), s)
	require.NoError(t, err)
	var into solve.Solution
	target := &solve.Target{Members: []solve.Member{{Node: 1, Low: 1, Estimate: 1, High: 1}, {Node: 2, Low: 1, Estimate: 1, High: 1}}}
	require.NoError(t, g.Bounds(context.Background(), target, 0, &into))
	var apart solve.Apart
	require.NoError(t, into.Apart(context.Background(), []int32{1, 0}, 0, &apart))
	require.Equal(t, solve.Values{Low: 0.4}, apart.Values(0), "1 is not in the target for it, but 2 is")
	require.Equal(t, solve.Values{Low: 0.5}, into.Values(0))
	require.ErrorContains(t, into.Apart(context.Background(), []int32{3}, 0, &apart), "3 is not a node")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.ErrorIs(t, into.Apart(ctx, []int32{0}, 0, &apart), context.Canceled)
}

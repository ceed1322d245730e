package chain_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// drawn resolves a world drawn from a seed.
func drawn(t *testing.T, seed uint64) *chain.Network {
	t.Helper()
	dice := rand.New(rand.NewPCG(seed, 5)).IntN
	facts := graphtest.DenseWorld(dice)
	day, filter, _ := graphtest.DrawQuestion(dice, facts)
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, day, filter)
	require.NoError(t, err)
	n, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	return n
}

func TestCancelledBuildStops(t *testing.T) {
	facts := graphtest.ChainWorld(10)
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2024, 1, 1), graph.Filter{})
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = chain.Build(ctx, v)
	require.ErrorIs(t, err, context.Canceled)
}

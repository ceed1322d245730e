package generate_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/bench/generate"
)

// The numbers of the shape, so that a change of it is a decision.
func TestShape(t *testing.T) {
	n := generate.Draw(generate.Options{Edges: 100_000, Seed: 1})
	s := n.Statistics()
	t.Logf("%+v", s)
	require.InDelta(t, 100_000, s.Edges, 15_000)
	require.InDelta(t, 0.22, s.Core, 0.015, "a giant component of 22 %")
	require.InDelta(t, 0.28, s.NoBuyers, 0.03)
	require.InDelta(t, 0.12, s.NoSuppliers, 0.02)
	require.InDelta(t, 0.30, s.Gaps, 0.02, "lines that do not state all")
	require.InDelta(t, 3.3, s.EdgesPerLine, 0.2)
	require.Greater(t, s.MostBuyers, 30*s.Edges/n.Nodes, "degrees are skewed")
	for k := range generate.TargetSets {
		require.NotEmpty(t, n.TargetSet(k))
	}
}

func TestSameSeedSameNetwork(t *testing.T) {
	a, b := generate.Draw(generate.Options{Edges: 5000, Seed: 7}), generate.Draw(generate.Options{Edges: 5000, Seed: 7})
	require.Equal(t, a, b)
	require.NotEqual(t, a.Supplier, generate.Draw(generate.Options{Edges: 5000, Seed: 8}).Supplier)
	require.Equal(t, "713a5bdc2e1f576a291283af", a.Checksum(), "the network of this seed on any machine")
}

package cover_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

func seedView(t testing.TB, day graph.Day) *graph.View {
	t.Helper()
	facts, report := csv.Read(seed.Files)
	require.Zero(t, report.Errors())
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, day, graph.Filter{})
	require.NoError(t, err)
	return v
}


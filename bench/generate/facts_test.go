package generate_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/bench/generate"
	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/csv"
)

// A drawn network passes every check, and comes back from a folder of CSV files as it was written.
func TestFactsAreARelease(t *testing.T) {
	facts := generate.Draw(generate.Options{Edges: 5000, Seed: 3}).Facts()
	s, err := graph.Build(facts)
	require.NoError(t, err)
	folder := t.TempDir()
	require.NoError(t, csv.Write(folder, facts))
	again, report := csv.Read(os.DirFS(folder))
	require.NotNil(t, again, "%v", report)
	back, err := graph.Build(again)
	require.NoError(t, err)
	require.Equal(t, s.Release(), back.Release())
}

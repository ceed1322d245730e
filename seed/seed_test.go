package seed_test

import (
	"io/fs"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/seed"
)

func TestFiles_OnePerTable(t *testing.T) {
	t.Parallel()
	files, err := fs.Glob(seed.Files, "*.csv")
	require.NoError(t, err)
	require.Len(t, files, len(graph.Tables()))
	for _, table := range graph.Tables() {
		require.Contains(t, files, table.Name+".csv")
	}
	for _, name := range []string{"dictionary.md", "licence_rules.md"} {
		_, err := fs.Stat(seed.Files, name)
		require.NoError(t, err)
	}
}

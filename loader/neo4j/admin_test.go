package neo4j_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// What neo4j-admin makes of the files is the graph that a load would have made: the load after it finds every row in its place.
func TestAdminImport_IsTheGraphOfALoad(t *testing.T) {
	facts := seedFacts(t)
	facts.Firms[0].Name = "\"Quoted\", with commas;\r\nand a second line "
	folder := filepath.Join(t.TempDir(), "import")
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	require.NoError(t, neo4j.WriteAdminImport(folder, facts, at))
	store := neo4jtest.Import(t, folder, neo4j.AdminArguments)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
	release, err := store.Release(t.Context())
	require.NoError(t, err)
	require.True(t, at.Equal(release.LoadedAt))
	report := neo4jtest.Load(t, store, facts)
	require.Empty(t, report.Changes, "only the release is written")
	require.True(t, neo4jtest.Load(t, store, facts).Unchanged)
	kept, err := store.Kept(t.Context())
	require.NoError(t, err)
	require.Len(t, kept, 1)
}

func TestAdminImport_RefusesWhatALoadWould(t *testing.T) {
	folder := t.TempDir()
	facts := small(t)
	facts.Firms = append(facts.Firms, graph.Firm{Row: graph.Row{Line: 9}, ID: "acme", Name: "Acme again", Country: "EE", Source: "s1"})
	require.ErrorIs(t, neo4j.WriteAdminImport(folder, facts, time.Time{}), neo4j.ErrFacts)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "mine.txt"), nil, 0o600))
	require.ErrorContains(t, neo4j.WriteAdminImport(folder, small(t), time.Time{}), "is not empty")
}

package neo4jtest

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// Connect gives a store on the server of this test binary, closed with the test.
func Connect(t testing.TB) *neo4j.Store {
	t.Helper()
	config := Start(t)
	store, err := neo4j.Connect(t.Context(), config)
	require.NoError(t, err)
	t.Cleanup(func() { store.Close(context.Background()) })
	return store
}

// Empty gives a store on a database without nodes. Constraints and indexes of earlier tests stay, and so do the plans that the
// server has made: this takes milliseconds where Clean makes everything after it slow again. With NEO4J_TEST_URI it empties that
// database.
func Empty(t testing.TB) *neo4j.Store {
	t.Helper()
	store := Connect(t)
	Query(t, store, "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", nil)
	return store
}

// Clean gives a store on a database as it is when new: no node, no constraint, no index.
func Clean(t testing.TB) *neo4j.Store {
	t.Helper()
	store := Empty(t)
	for _, row := range Query(t, store, "SHOW CONSTRAINTS YIELD name", nil) {
		Query(t, store, "DROP CONSTRAINT `"+row["name"].(string)+"`", nil)
	}
	for _, row := range Query(t, store, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'", nil) {
		Query(t, store, "DROP INDEX `"+row["name"].(string)+"`", nil)
	}
	return store
}

// Load makes the database hold the facts.
func Load(t testing.TB, store *neo4j.Store, facts *graph.Facts) neo4j.LoadReport {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	report, err := store.Load(ctx, facts, nil)
	require.NoError(t, err)
	return report
}

// Query runs one statement, which may write, and returns its records by column.
func Query(t testing.TB, store *neo4j.Store, cypher string, params map[string]any) []map[string]any {
	t.Helper()
	rows, err := store.Query(t.Context(), cypher, params)
	require.NoError(t, err, cypher)
	return rows
}

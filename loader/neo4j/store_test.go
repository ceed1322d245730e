package neo4j_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
)

func TestSeed_ComesBackFactForFact(t *testing.T) {
	facts := seedFacts(t)
	store := neo4jtest.Empty(t)
	report := neo4jtest.Load(t, store, facts)
	require.Positive(t, report.Writes)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
}

package neo4j_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

var cypherBlock = regexp.MustCompile("(?s)\n([^\n]+)\n\n```cypher\n(.*?)\n```")

func TestDocs_EveryQueryAnswers(t *testing.T) {
	page, err := os.ReadFile("../../docs/neo4j.md")
	require.NoError(t, err)
	blocks := cypherBlock.FindAllStringSubmatch(string(page), -1)
	require.Len(t, blocks, strings.Count(string(page), "```cypher"))
	require.GreaterOrEqual(t, len(blocks), 12)
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, seedFacts(t))
	for _, block := range blocks {
		t.Run(block[1], func(t *testing.T) {
			require.NotEmpty(t, neo4jtest.Query(t, store, block[2], nil))
		})
	}
}

func TestDocs_NameEveryLabelAndType(t *testing.T) {
	page, err := os.ReadFile("../../docs/neo4j.md")
	require.NoError(t, err)
	for _, name := range neo4j.ModelNames() {
		require.Contains(t, string(page), name)
	}
}

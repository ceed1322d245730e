package cli

import (
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/resolvers"
)

// newSchema answers from the release in use; questions that name no day are about today.
func newSchema(current func() *graph.Snapshot) graphql.ExecutableSchema {
	return resolvers.NewSchema(current, time.Now)
}

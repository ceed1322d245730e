package graphtest

import (
	"sync"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/check"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

// Settled is the day on which the definitions were settled, and that most tests on the seed look at.
var Settled = graph.NewDay(2026, 6, 30)

var readSeed = sync.OnceValues(func() (*graph.Facts, *check.Report) { return csv.Read(seed.Files) })

// SeedFacts are the rows of the embedded release, read once. Everybody shares them: copy what is to be changed.
func SeedFacts(t require.TestingT) *graph.Facts {
	facts, report := readSeed()
	require.Zero(t, report.Errors(), "the seed")
	return facts
}

// ViewOf builds facts, as they stand, and looks at them on a day through a filter.
func ViewOf(t require.TestingT, facts *graph.Facts, day graph.Day, filter graph.Filter) *graph.View {
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, day, filter)
	require.NoError(t, err)
	return v
}

// SeedView looks at the whole of the embedded release on a day.
func SeedView(t require.TestingT, day graph.Day) *graph.View {
	return ViewOf(t, SeedFacts(t), day, graph.Filter{})
}

package belief_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/belief"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func known(t require.TestingT, s *graph.Snapshot, on graph.Day) *graph.View {
	v, err := graph.NewView(s, on, graph.Filter{KnownOn: on.Date()})
	require.NoError(t, err)
	return v
}

func build(t require.TestingT, f *graph.Facts) *graph.Snapshot {
	s, err := graph.Build(f)
	require.NoError(t, err)
	return s
}

func between(t require.TestingT, then, now *graph.View, keys ...string) []string {
	var about []graph.Node
	for _, key := range keys {
		n, ok := then.Lookup(key)
		require.True(t, ok, key)
		about = append(about, n)
	}
	list, err := belief.Between(context.Background(), then, now, about)
	require.NoError(t, err)
	require.True(t, slices.IsSortedFunc(list, func(a, b belief.Belief) int {
		return slices.Index(belief.Changes(), a.Change) - slices.Index(belief.Changes(), b.Change)
	}))
	var lines []string
	for _, b := range list {
		lines = append(lines, fmt.Sprintf("%s %s %s %d %d", b.Change, graph.Tables()[b.Table].Name, b.Subject, len(b.Then), len(b.Now)))
	}
	slices.Sort(lines)
	return lines
}

// What has changed is what the slow twin finds, about random things on random days, in random laws.
func TestTwinAgrees(t *testing.T) {
	things := []string{"tb", "dy-oxide", "sintered-ndfeb-magnet", "rare-earths", "jl-mag", "mofcom-2025-18", "EU", "baotou-huamei-phase-1"}
	rapid.Check(t, func(rt *rapid.T) {
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 11))
		whole := graphtest.SeedFacts(rt)
		f := graphtest.DrawLaw(dice, whole)
		f.Supplies, f.Makes, f.Produces, f.Stocks, f.Facilities, f.Operates = whole.Supplies, whole.Makes, whole.Produces, whole.Stocks, whole.Facilities, whole.Operates
		f.LicenceStatistics, f.MonthlyExports, f.MarketShares = whole.LicenceStatistics, whole.MonthlyExports, whole.MarketShares
		s := build(rt, f)
		then := graph.NewDay(2024, 1, dice.IntN(900))
		now := then + graph.Day(dice.IntN(700))
		about := []string{things[dice.IntN(len(things))]}
		if dice.IntN(2) == 0 {
			about = append(about, things[dice.IntN(len(things))])
		}
		require.Equal(rt, graphtest.Beliefs(f, about, then.String(), now.String()), between(rt, known(rt, s, then), known(rt, s, now), about...), "%v %s %s", about, then, now)
	})
}

// Later never knows less: with one release, what is withdrawn is over, and what is known on a day is known on every day after it.
func TestKnowledgeGrows(t *testing.T) {
	s := build(t, graphtest.SeedFacts(t))
	all, err := graph.NewView(s, graph.NewDay(2026, 6, 30), graph.Filter{})
	require.NoError(t, err)
	before := known(t, s, graph.NewDay(2015, 1, 1))
	for on := graph.NewDay(2015, 6, 1); on < graph.NewDay(2026, 9, 1); on += 397 {
		now := known(t, s, on)
		for number, table := range graph.Tables() {
			for i := range int32(table.Len(s.Facts())) {
				if before.On(number, i) && !now.On(number, i) || before.Knows(number, i) && !now.Knows(number, i) || now.On(number, i) && !all.On(number, i) {
					t.Fatalf("%s:%d: less is known on %s than before, or more than there is", table.Name, i, on)
				}
			}
		}
		before = now
	}
}

// On 1 May 2025 terbium was known to be under licence. That none left China in May, what October's rules reach, and who will make it outside
// China came later.
func TestTerbiumInMay2025(t *testing.T) {
	s := build(t, graphtest.SeedFacts(t))
	then, now := known(t, s, graph.NewDay(2025, 5, 1)), known(t, s, graph.NewDay(2026, 6, 30))
	lines := strings.Join(between(t, then, now, "tb"), "\n")
	for _, want := range []string{
		"HELD export_controls mofcom-2025-18 1 1", "HELD restricts mofcom-2025-18 | tb-oxide 1 1", "ADDED monthly_exports 2025-05 | tb | WORLD 0 1",
		"ADDED export_controls mofcom-2025-61-2 0 1", "ADDED supplies lynas | sojitz | tb-oxide 0 1", "HELD feeds tb | tb-oxide 1 1",
	} {
		require.Contains(t, lines, want)
	}
	require.NotContains(t, lines, "WITHDRAWN")

	// A general licence of a year ends.
	ended := strings.Join(between(t, known(t, s, graph.NewDay(2026, 6, 30)), known(t, s, graph.NewDay(2027, 6, 30)), "ford"), "\n")
	require.Contains(t, ended, "WITHDRAWN licences l-gl-ford-2025-12 1 0")
}

// A release that lost a row, and one whose row says something else, are told apart by key.
func TestTwoReleases(t *testing.T) {
	f := *graphtest.SeedFacts(t)
	f.Makes = slices.Clone(f.Makes)
	at := slices.IndexFunc(f.Makes, func(r graph.Making) bool { return r.Firm == "jl-mag" })
	gone := f.Makes[at]
	f.Makes = slices.Delete(f.Makes, at, at+1)
	on := graph.NewDay(2026, 6, 30)
	then, now := known(t, build(t, graphtest.SeedFacts(t)), on), known(t, build(t, &f), on)
	lines := strings.Join(between(t, then, now, "jl-mag"), "\n")
	require.Contains(t, lines, "WITHDRAWN makes jl-mag | "+gone.Item+" 1 0")
	require.NotContains(t, lines, "ADDED")

	g := *graphtest.SeedFacts(t)
	g.Makes = slices.Clone(g.Makes)
	g.Makes[at].Note = "said otherwise"
	lines = strings.Join(between(t, then, known(t, build(t, &g), on), "jl-mag"), "\n")
	require.Contains(t, lines, "CHANGED makes jl-mag | "+gone.Item+" 1 1")
}

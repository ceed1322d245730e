package reach_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/reach"
)

func TestReachEqualsItsSlowTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := graphtest.View(t, graphtest.World(t))
		starts := drawStarts(t, v)
		direction := rapid.SampledFrom([]reach.Direction{reach.Up, reach.Down}).Draw(t, "direction")
		var through []reach.Relation
		if rapid.IntRange(0, 3).Draw(t, "narrow") == 0 {
			through = rapid.SliceOfN(rapid.SampledFrom(reach.Relations()), 1, 4).Draw(t, "through")
		}
		links := graphtest.Links(v)
		if through != nil {
			links = slices.DeleteFunc(links, func(l graphtest.Link) bool { return !slices.Contains(through, reach.Relation(l.Relation)) })
		}
		want := graphtest.Tiers(links, v.Keys(starts), direction == reach.Up)
		got, err := reach.From(t.Context(), v, starts, reach.Options{Direction: direction, Through: through})
		require.NoError(t, err)
		require.Len(t, got.Nodes, len(want)-countDistinct(starts))
		last := reach.Reached{}
		for _, n := range got.Nodes {
			require.Equal(t, want[v.Key(n.Node)], n.Tier, v.Key(n.Node))
			require.True(t, n.Tier > last.Tier || n.Tier == last.Tier && v.Key(n.Node) > v.Key(last.Node), "order")
			tier, ok := got.Tier(n.Node)
			require.True(t, ok)
			require.Equal(t, n.Tier, tier)
			requireWhy(t, v, got, n, links, direction == reach.Up, want)
			last = n
		}
		requireCounts(t, v, got)
	})
}

// requireWhy checks the first link of a node: it is a link, from the tier before, the first of its kind, and its rows say so.
func requireWhy(t *rapid.T, v *graph.View, r *reach.Reach, n reach.Reached, links []graphtest.Link, up bool, tiers map[string]int) {
	why, ok := r.Why(n.Node)
	require.True(t, ok)
	type end struct {
		rank int
		key  string
	}
	best := end{rank: 99}
	for _, l := range links {
		from, to := l.From, l.To
		if up {
			from, to = to, from
		}
		tier, reached := tiers[from]
		if to != v.Key(n.Node) || !reached || tier != n.Tier-1 {
			continue
		}
		one := end{slices.Index(reach.Relations(), reach.Relation(l.Relation)), from}
		if one.rank < best.rank || one.rank == best.rank && one.key < best.key {
			best = one
		}
	}
	require.Equal(t, best, end{slices.Index(reach.Relations(), why.Relation), v.Key(why.From)})
	require.NotEmpty(t, why.Rows)
	said := ""
	for _, row := range why.Rows {
		receipt := v.Receipt(row)
		for _, cell := range receipt.Cells {
			said += "|" + cell + "|"
		}
	}
	require.Contains(t, said, "|"+v.Key(n.Node)+"|")
	require.Contains(t, said, "|"+v.Key(why.From)+"|")
}

func requireCounts(t *rapid.T, v *graph.View, r *reach.Reach) {
	kinds, stages := map[graph.NodeKind]int{}, map[graph.Stage]int{}
	for _, n := range r.Nodes {
		kinds[v.KindOf(n.Node)]++
		if v.IsItem(n.Node) {
			stages[v.Stage(n.Node)]++
		} else if p := v.Facility(n.Node); p != nil {
			stages[p.Stage]++
		}
	}
	delete(stages, "")
	require.Len(t, r.Kinds, len(kinds))
	for _, k := range r.Kinds {
		require.Equal(t, kinds[k.Kind], k.Count)
	}
	require.Len(t, r.Stages, len(stages))
	for _, s := range r.Stages {
		require.Equal(t, stages[s.Stage], s.Count)
	}
}

func drawStarts(t *rapid.T, v *graph.View) []graph.Node {
	var all []graph.Node
	for _, kind := range []graph.NodeKind{graph.KindElement, graph.KindMaterial, graph.KindComponent, graph.KindProduct, graph.KindFirm, graph.KindFacility} {
		for n, end := v.Range(kind); n < end; n++ {
			all = append(all, n)
		}
	}
	return rapid.SliceOfN(rapid.SampledFrom(all), 1, 3).Draw(t, "starts")
}

func countDistinct(nodes []graph.Node) int {
	return len(slices.Compact(slices.Sorted(slices.Values(nodes))))
}

func TestHigherFloorReachesNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := graphtest.View(t, graphtest.World(t))
		filter := low.Filter
		filter.MinConfidence = rapid.SampledFrom([]graph.Confidence{graph.ConfidenceMedium, graph.ConfidenceHigh}).Draw(t, "higher")
		if filter.MinConfidence.Rank() < low.Filter.MinConfidence.Rank() {
			filter.MinConfidence = low.Filter.MinConfidence
		}
		high, err := graph.NewView(low.Snapshot, low.AsOf, filter)
		require.NoError(t, err)
		starts := drawStarts(t, low)
		for _, direction := range []reach.Direction{reach.Up, reach.Down} {
			more, err := reach.From(t.Context(), low, starts, reach.Options{Direction: direction})
			require.NoError(t, err)
			less, err := reach.From(t.Context(), high, starts, reach.Options{Direction: direction})
			require.NoError(t, err)
			for _, n := range less.Nodes {
				tier, ok := more.Tier(n.Node)
				require.True(t, ok, low.Key(n.Node))
				require.LessOrEqual(t, tier, n.Tier)
			}
		}
	})
}

func find(t testing.TB, v *graph.View, key string) graph.Node {
	t.Helper()
	n, ok := v.Lookup(key)
	require.True(t, ok, key)
	return n
}

func TestReachOnTheSeed(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	up, err := reach.From(t.Context(), v, []graph.Node{find(t, v, "tomahawk")}, reach.Options{Direction: reach.Up})
	require.NoError(t, err)
	for key, tier := range map[string]int{"missile-fin-actuator": 1, "sm2co17-magnet": 2, "sm2co17-alloy": 3} {
		got, ok := up.Tier(find(t, v, key))
		require.True(t, ok, key)
		require.Equal(t, tier, got, key)
	}
	elements, err := reach.From(t.Context(), v, []graph.Node{find(t, v, "tomahawk")},
		reach.Options{Direction: reach.Up, Kinds: []graph.NodeKind{graph.KindElement}, Through: []reach.Relation{reach.Feeds, reach.KindOf}})
	require.NoError(t, err)
	require.Contains(t, elements.Nodes, reach.Reached{Node: find(t, v, "sm"), Tier: 6})
	for _, n := range elements.Nodes {
		require.True(t, v.Is(n.Node, graph.KindElement))
	}
	require.Equal(t, []reach.KindCount{{Kind: graph.KindElement, Count: len(elements.Nodes)}}, elements.Kinds)
	down, err := reach.From(t.Context(), v, []graph.Node{find(t, v, "mountain-pass-mine")}, reach.Options{Direction: reach.Down})
	require.NoError(t, err)
	require.NotEmpty(t, down.Nodes)
}

func TestReachRefuses(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	starts := []graph.Node{find(t, v, "dy")}
	_, err := reach.From(t.Context(), v, starts, reach.Options{Direction: "SIDEWAYS"})
	require.EqualError(t, err, `direction "SIDEWAYS" is not known`)
	_, err = reach.From(t.Context(), v, starts, reach.Options{Direction: reach.Up, Through: []reach.Relation{"LIKES"}})
	require.EqualError(t, err, `relation "LIKES" is not known`)
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = reach.From(ended, v, starts, reach.Options{Direction: reach.Down})
	require.ErrorIs(t, err, context.Canceled)
	none, err := reach.From(t.Context(), v, nil, reach.Options{Direction: reach.Down})
	require.NoError(t, err)
	require.Empty(t, none.Nodes)
}

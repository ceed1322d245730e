package chokepoint_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func TestVectors(t *testing.T) {
	graphtest.EachVectors(t, "spof", 12, func(path string, data []byte) int {
		vectors, err := graphtest.NewChokepointVectors(data)
		require.NoError(t, err, path)
		for i := range vectors.Cases {
			t.Run(vectors.Cases[i].ID, func(t *testing.T) { runVector(t, &vectors.Cases[i]) })
		}
		return len(vectors.Cases)
	})
}

func runVector(t *testing.T, c *graphtest.ChokepointCase) {
	ids := func(nodes []int32) []string {
		names := []string{}
		for _, n := range nodes {
			names = append(names, c.Nodes[n].ID)
		}
		slices.Sort(names)
		return names
	}
	drawn, at, err := c.Graph()
	require.NoError(t, err)
	g, target := compile(t, drawn), int32(at)
	x, err := chokepoint.NewIndex(context.Background(), g, chokepoint.IndexLimits{})
	require.NoError(t, err)
	require.True(t, x.Complete())
	require.Equal(t, c.Expected.Singles, ids(x.Singles(target, nil)))
	if c.Expected.Dominators != nil {
		require.Equal(t, c.Expected.Dominators, ids(g.Dominators(target, nil)))
	}
	if c.Expected.Cuts == nil && c.Expected.Counts == nil && c.Expected.Smallest == nil {
		return
	}
	found, err := g.Cuts(context.Background(), target, c.Question.MaxSize, nil, chokepoint.CutLimits{})
	require.NoError(t, err)
	require.True(t, found.Complete)
	cuts, counts := [][]string{}, map[string]int{}
	for size := range c.Question.MaxSize {
		counts[strconv.Itoa(size+1)] = 0
	}
	for _, set := range found.Sets {
		cuts = append(cuts, ids(set))
		counts[strconv.Itoa(len(set))]++
	}
	if c.Expected.Cuts != nil {
		require.ElementsMatch(t, c.Expected.Cuts, cuts)
	}
	if c.Expected.Counts != nil {
		require.Equal(t, c.Expected.Counts, counts)
	}
	if c.Expected.Smallest != nil {
		require.NotEmpty(t, found.Sets)
		require.Len(t, found.Sets[0], *c.Expected.Smallest)
	}
}

func compile(t testing.TB, drawn graphtest.AndOr) *chokepoint.Graph {
	t.Helper()
	r := chokepoint.Requirements{Nodes: len(drawn)}
	for owner, choices := range drawn {
		for _, c := range choices {
			r.Add(int32(owner), int32(c.Need), narrow(c.Any)...)
		}
	}
	g, err := chokepoint.Compile(&r)
	require.NoError(t, err)
	return g
}

func narrow(nodes []int) []int32 {
	out := []int32{}
	for _, n := range nodes {
		out = append(out, int32(n))
	}
	return out
}

// drawAndOr draws a graph with loops, with alternatives named twice, and with choices that need several.
func drawAndOr(dice func(n int) int) graphtest.AndOr {
	g := make(graphtest.AndOr, 2+dice(11))
	hard := 1 + dice(4)
	for n := range g {
		for range dice(3) {
			c := graphtest.Choice{Any: []int{dice(len(g))}, Need: 1}
			for dice(4) >= hard {
				c.Any = append(c.Any, dice(len(g)))
			}
			different := slices.Compact(slices.Sorted(slices.Values(c.Any)))
			if dice(3) == 0 {
				c.Need = 1 + dice(len(different))
			}
			g[n] = append(g[n], c)
		}
	}
	return g
}

const drawnGraphs = 10_000

func TestSinglesEqualBruteForce(t *testing.T) {
	pairs, held := 0, 0
	for seed := range uint64(drawnGraphs) {
		drawn := drawAndOr(rand.New(rand.NewPCG(seed, 1)).IntN)
		g := compile(t, drawn)
		x, err := chokepoint.NewIndex(context.Background(), g, chokepoint.IndexLimits{})
		require.NoError(t, err)
		want := make([][]int32, len(drawn))
		for failed := range drawn {
			down := []int32{}
			for n, up := range drawn.Up(failed) {
				pairs++
				stops := x.Stops(int32(failed), int32(n))
				if stops == up {
					t.Fatalf("graph %d: does %d stop %d? The index says %v\n%v", seed, failed, n, stops, drawn)
				}
				if !up {
					down = append(down, int32(n))
				}
				if !up && n != failed {
					want[n] = append(want[n], int32(failed))
				}
			}
			require.Equal(t, down, x.Down(int32(failed), nil), "graph %d, %d failed: %v", seed, failed, drawn)
		}
		for n := range drawn {
			held += len(want[n])
			if got := x.Singles(int32(n), nil); !slices.Equal(got, want[n]) || x.Count(int32(n)) != len(got) {
				t.Fatalf("graph %d, node %d: %v (%d), not %v\n%v", seed, n, got, x.Count(int32(n)), want[n], drawn)
			}
		}
	}
	require.Greater(t, held, pairs/50)
}

func TestCutsEqualBruteForce(t *testing.T) {
	bySize := [4]int{}
	for seed := range uint64(drawnGraphs) {
		dice := rand.New(rand.NewPCG(seed, 2)).IntN
		drawn := drawAndOr(dice)
		target, size := dice(len(drawn)), 1+dice(3)
		found, err := compile(t, drawn).Cuts(context.Background(), int32(target), size, nil, chokepoint.CutLimits{})
		require.NoError(t, err)
		require.True(t, found.Complete)
		want := [][]int32{}
		for _, cut := range drawn.Cuts(target, size) {
			want = append(want, narrow(cut))
			bySize[len(cut)]++
		}
		if !slices.EqualFunc(found.Sets, want, slices.Equal) {
			t.Fatalf("graph %d, target %d, size %d: %v, not %v\n%v", seed, target, size, found.Sets, want, drawn)
		}
	}
	t.Logf("%v sets by size", bySize)
	require.Greater(t, bySize[3], 300)
}

func TestDominatorsEqualBruteForce(t *testing.T) {
	for seed := range uint64(2_000) {
		dice := rand.New(rand.NewPCG(seed, 3)).IntN
		drawn := drawAndOr(dice)
		target := dice(len(drawn))
		want := narrow(drawn.Dominators(target))
		got := compile(t, drawn).Dominators(int32(target), []int32{})
		require.Equal(t, want, got, "graph %d, target %d: %v", seed, target, drawn)
	}
}

// Where all needs are one and all choices open, single points of failure of a graph without loops are its dominators.
func TestSinglesOfOpenGraphsAreDominators(t *testing.T) {
	for seed := range uint64(1_000) {
		dice := rand.New(rand.NewPCG(seed, 4)).IntN
		drawn := make(graphtest.AndOr, 2+dice(30))
		for n := 1; n < len(drawn); n++ {
			if dice(5) > 0 {
				c := graphtest.Choice{Any: []int{dice(n)}, Need: 1}
				for dice(2) == 0 {
					c.Any = append(c.Any, dice(n))
				}
				drawn[n] = []graphtest.Choice{c}
			}
		}
		g := compile(t, drawn)
		x, err := chokepoint.NewIndex(context.Background(), g, chokepoint.IndexLimits{})
		require.NoError(t, err)
		for n := range drawn {
			require.Equal(t, g.Dominators(int32(n), []int32{}), x.Singles(int32(n), []int32{}), "graph %d, node %d: %v", seed, n, drawn)
		}
	}
}

func TestLimitsLeaveOutAndSaySo(t *testing.T) {
	lost := 0
	for seed := range uint64(300) {
		drawn := drawAndOr(rand.New(rand.NewPCG(seed, 5)).IntN)
		g := compile(t, drawn)
		full, err := chokepoint.NewIndex(context.Background(), g, chokepoint.IndexLimits{})
		require.NoError(t, err)
		part, err := chokepoint.NewIndex(context.Background(), g, chokepoint.IndexLimits{Visits: 3})
		require.NoError(t, err)
		for n := range int32(len(drawn)) {
			all, some := full.Singles(n, nil), part.Singles(n, nil)
			for _, s := range some {
				require.Contains(t, all, s)
			}
			if len(some) < len(all) {
				lost++
				require.False(t, part.Complete())
				require.Positive(t, part.Open())
			}
		}
		sets, err := g.Cuts(context.Background(), 0, 3, nil, chokepoint.CutLimits{Sets: 1})
		require.NoError(t, err)
		require.LessOrEqual(t, len(sets.Sets), 1)
		every, err := g.Cuts(context.Background(), 0, 3, nil, chokepoint.CutLimits{})
		require.NoError(t, err)
		require.True(t, len(every.Sets) <= 1 || !sets.Complete)
	}
	require.Positive(t, lost)
}

func TestRequirementsThatCannotBeRead(t *testing.T) {
	for name, add := range map[string]func(r *chokepoint.Requirements){
		"owner":        func(r *chokepoint.Requirements) { r.Add(2, 1, 0) },
		"alternative":  func(r *chokepoint.Requirements) { r.Add(0, 1, -1) },
		"nothing":      func(r *chokepoint.Requirements) { r.Add(0, 1) },
		"none of some": func(r *chokepoint.Requirements) { r.Add(0, 0, 1) },
		"two of one":   func(r *chokepoint.Requirements) { r.Add(0, 2, 1, 1) },
	} {
		r := chokepoint.Requirements{Nodes: 2}
		add(&r)
		_, err := chokepoint.Compile(&r)
		require.ErrorIs(t, err, chokepoint.ErrRequirements, name)
	}
	g := compile(t, graphtest.AndOr{nil})
	for _, size := range []int{0, 4} {
		_, err := g.Cuts(context.Background(), 0, size, nil, chokepoint.CutLimits{})
		require.ErrorIs(t, err, chokepoint.ErrSize)
	}
}

package path_test

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/path"
)

func best(t require.TestingT, g *path.Graph, root int32, limit int) *path.Walks {
	walks, err := path.Best(context.Background(), g, root, limit)
	require.NoError(t, err)
	return walks
}

// named gives node i the i-th letter from the end, so that names do not follow numbers.
func named(n int) func(int32) string {
	return func(i int32) string { return fmt.Sprintf("%03d", n-int(i)) }
}

// everyWalk lists all simple paths by search, in the order of the definition, and the total of all walks by sweeps from 0.
func everyWalk(g *path.Graph, root int32) (walks []path.Walk, total float64) {
	var walk func(nodes []int32, product float64)
	walk = func(nodes []int32, product float64) {
		weights := map[int32]float64{}
		for _, e := range g.Edges[nodes[len(nodes)-1]] {
			weights[e.To] += e.Weight
		}
		for to, w := range weights {
			if w <= 0 || slices.Contains(nodes, to) {
				continue
			}
			next := append(slices.Clone(nodes), to)
			if g.Target[to] {
				walks = append(walks, path.Walk{Nodes: next, Contribution: product * w})
			} else {
				walk(next, product*w)
			}
		}
	}
	walk([]int32{root}, 1)
	slices.SortFunc(walks, func(a, b path.Walk) int {
		if math.Abs(a.Contribution-b.Contribution) > 1e-12*a.Contribution {
			return cmp.Compare(b.Contribution, a.Contribution)
		}
		names := func(w path.Walk) (out []string) {
			for _, n := range w.Nodes {
				out = append(out, g.Name(n))
			}
			return out
		}
		return cmp.Or(cmp.Compare(len(a.Nodes), len(b.Nodes)), slices.Compare(names(a), names(b)))
	})
	x := make([]float64, len(g.Edges))
	for range 5000 {
		next := make([]float64, len(x))
		for i := range x {
			for _, e := range g.Edges[i] {
				if g.Target[e.To] {
					next[i] += e.Weight
				} else {
					next[i] += e.Weight * x[e.To]
				}
			}
		}
		x = next
	}
	return walks, x[root]
}

func TestBestListsWhatASearchOfAllPathsLists(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := 2 + r.IntN(6)
		g := &path.Graph{Edges: make([][]path.Edge, n), Target: make([]bool, n), Name: named(n)}
		for i := range n {
			g.Target[i] = r.IntN(4) == 0
			left := 20
			for range r.IntN(5) {
				w := []int{left / 2, left / 4, r.IntN(left + 1)}[r.IntN(3)] // halves make ties
				left -= w
				g.Edges[i] = append(g.Edges[i], path.Edge{To: int32(r.IntN(n)), Weight: float64(w) / 21})
			}
		}
		all, total := everyWalk(g, 0)
		for _, limit := range []int{1, 3, 10_000} {
			got := best(t, g, 0, limit)
			require.Equal(t, len(all) > limit, got.Truncated, "world %d", seed)
			require.Len(t, got.Walks, min(limit, len(all)), "world %d", seed)
			require.InDelta(t, total, got.Total, 1e-12, "world %d", seed)
			listed := 0.0
			for i, w := range got.Walks {
				require.Equal(t, all[i].Nodes, w.Nodes, "world %d, path %d of %v", seed, i, all)
				require.InDelta(t, all[i].Contribution, w.Contribution, 1e-12)
				listed += w.Contribution
			}
			if total > 0 {
				require.InDelta(t, listed/total, got.Coverage(), 1e-9)
			}
		}
	}
}

func TestNothingLeadsToTheTarget(t *testing.T) {
	g := &path.Graph{Edges: [][]path.Edge{{{To: 1, Weight: 0.5}}, {{To: 0, Weight: 1}}}, Target: []bool{false, false}, Name: named(2)}
	got := best(t, g, 0, 10)
	require.Empty(t, got.Walks)
	require.Zero(t, got.Total)
	require.EqualValues(t, 1, got.Coverage())
}

func TestRootInTheTargetDoesNotEndItsOwnWalk(t *testing.T) {
	g := &path.Graph{Edges: [][]path.Edge{{{To: 0, Weight: 0.5}, {To: 1, Weight: 0.5}}, nil}, Target: []bool{true, true}, Name: named(2)}
	got := best(t, g, 0, 10)
	require.Equal(t, []path.Walk{{Nodes: []int32{0, 1}, Contribution: 0.5}}, got.Walks)
	require.InDelta(t, 1, got.Total, 1e-15, "the loop to itself ends in the target, too, but is no simple path")
}

// A loop that keeps all but a part in a million of its mass: total of a = 1e-6 + (1-1e-6)·a.
func TestNearlyClosedLoopAddsUp(t *testing.T) {
	g := &path.Graph{Edges: [][]path.Edge{{{To: 1, Weight: 1}}, {{To: 0, Weight: 1 - 1e-6}, {To: 2, Weight: 1e-6}}, nil}, Target: []bool{false, false, true}, Name: named(3)}
	got := best(t, g, 0, 10)
	require.InDelta(t, 1, got.Total, 1e-9)
	require.InDelta(t, 1e-6, got.Coverage(), 1e-12)
}

func TestCancelledSearchStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := path.Best(ctx, chainOf(10), 0, 1)
	require.ErrorIs(t, err, context.Canceled)
}

// chainOf is a chain of n links that ends in the target.
func chainOf(n int) *path.Graph {
	g := &path.Graph{Edges: make([][]path.Edge, n+1), Target: make([]bool, n+1), Name: named(n)}
	for i := range n {
		g.Edges[i] = []path.Edge{{To: int32(i + 1), Weight: 1}}
	}
	g.Target[n] = true
	return g
}

// These shapes once took quadratic time or memory.
func TestLongAndWideGraphsEnd(t *testing.T) {
	const n = 100_000
	chain := best(t, chainOf(n), 0, 1)
	require.Len(t, chain.Walks, 1)
	require.EqualValues(t, 1, chain.Total)

	hub := &path.Graph{Edges: make([][]path.Edge, n+1), Target: make([]bool, n+1), Name: named(n)}
	parallel := &path.Graph{Edges: [][]path.Edge{make([]path.Edge, 10_000), nil}, Target: []bool{false, true}, Name: named(2)}
	for i := range n {
		hub.Edges[0] = append(hub.Edges[0], path.Edge{To: int32(i + 1), Weight: 1.0 / n})
		hub.Target[i+1] = true
	}
	for i := range parallel.Edges[0] {
		parallel.Edges[0][i] = path.Edge{To: 1, Weight: 1e-4}
	}
	wide := best(t, hub, 0, 5)
	require.True(t, wide.Truncated)
	require.Len(t, wide.Walks, 5)
	require.Equal(t, int32(n), wide.Walks[0].Nodes[1], "names decide among equals")
	require.InDelta(t, 1, wide.Total, 1e-9)
	require.InDelta(t, 1, best(t, parallel, 0, 5).Walks[0].Contribution, 1e-9)

	ring := chainOf(n)
	ring.Edges[n-1] = append(ring.Edges[n-1], path.Edge{To: 0, Weight: 0})
	ring.Edges[0] = append(ring.Edges[0], path.Edge{To: 0, Weight: 0})
	require.Len(t, best(t, ring, 0, 5).Walks, 1)

	dense := &path.Graph{Edges: make([][]path.Edge, 200), Target: make([]bool, 200), Name: named(200)}
	for i := range 200 {
		for j := range 200 {
			dense.Edges[i] = append(dense.Edges[i], path.Edge{To: int32(j), Weight: 1.0 / 201})
		}
	}
	dense.Target[199] = true
	all := best(t, dense, 0, 1000)
	require.Len(t, all.Walks, 1000)
	require.True(t, all.Truncated)
}

// Of ten layers in which everybody buys from everybody below there are 100^8 paths, all equal: no more of them is laid out than is asked for.
func TestPathsThatAreAllEqualAreNotLaidOutSideBySide(t *testing.T) {
	const layers, wide = 10, 100
	g := &path.Graph{Edges: make([][]path.Edge, layers*wide), Target: make([]bool, layers*wide), Name: named(layers * wide)}
	for i := wide; i < layers*wide; i++ {
		for k := range wide {
			g.Edges[i] = append(g.Edges[i], path.Edge{To: int32((i/wide-1)*wide + k), Weight: 0.01})
		}
	}
	g.Target[0] = true
	got := best(t, g, layers*wide-1, 10)
	require.Len(t, got.Walks, 10)
	require.True(t, got.Truncated)
	require.InDelta(t, 0.01, got.Total, 1e-12)
	for _, w := range got.Walks {
		require.Len(t, w.Nodes, layers)
		require.InEpsilon(t, math.Pow(0.01, layers-1), w.Contribution, 1e-9)
	}
	require.EqualValues(t, 199, got.Walks[0].Nodes[layers-2], "names decide among equals")
	require.EqualValues(t, 190, got.Walks[9].Nodes[layers-2], "the tenth path differs in its last step but one")
}

// Everything in the thicket leads to the target, but only back through the node by which it is entered. The search gives up at its
// bound and says so.
func TestThicketWithoutAnExitEnds(t *testing.T) {
	const wide = 100
	g := &path.Graph{Edges: make([][]path.Edge, wide+3), Target: make([]bool, wide+3), Name: named(wide + 3)}
	const root, door, target = wide, wide + 1, wide + 2
	g.Target[target] = true
	g.Edges[root] = []path.Edge{{To: door, Weight: 1}}
	g.Edges[door] = []path.Edge{{To: target, Weight: 0.01}}
	for i := range int32(wide) {
		g.Edges[door] = append(g.Edges[door], path.Edge{To: i, Weight: 0.9 / wide})
		g.Edges[i] = []path.Edge{{To: door, Weight: 0.1}}
		for k := range int32(wide) {
			g.Edges[i] = append(g.Edges[i], path.Edge{To: k, Weight: 0.9 / wide})
		}
	}
	got := best(t, g, root, 10)
	require.Equal(t, []path.Walk{{Nodes: []int32{root, door, target}, Contribution: 0.01}}, got.Walks)
	require.True(t, got.Truncated, "nobody has seen that there is no other path")
	require.Less(t, got.Coverage(), 1.0)
}

package solve_test

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/solve"
)

func TestReachAndClosureAgreeWithSearch(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	var tiers solve.Tiers
	var closures solve.Closures
	for trial := range graphs {
		s, _ := randomSystem(random, trial%2 == 0)
		g, err := solve.Compile(context.Background(), s)
		require.NoError(t, err)
		n := len(s.Rules)
		roots := []int32{int32(random.IntN(n)), int32(random.IntN(n)), int32(random.IntN(n))}
		for _, direction := range []solve.Direction{solve.Up, solve.Down} {
			require.NoError(t, g.Reach(context.Background(), roots[:1+trial%3], direction, 0, &tiers))
			want := search(s, roots[:1+trial%3], direction)
			got := make([]int, n)
			for i := range got {
				got[i] = -1
			}
			for tier := range tiers.Len() {
				tiers.Each(tier, func(node int32) { got[node] = tier })
			}
			require.Equal(t, want, got, "graph %d", trial)
			depth := 1 + random.IntN(3)
			require.NoError(t, g.Reach(context.Background(), roots[:1], direction, depth, &tiers))
			near := 0
			for _, tier := range search(s, roots[:1], direction) {
				if tier >= 0 && tier <= depth {
					near++
				}
			}
			require.Equal(t, near, tiers.Count(0), "graph %d within %d", trial, depth)
			require.NoError(t, g.Reach(context.Background(), roots[:1+trial%3], direction, 0, &tiers))
			require.NoError(t, g.Closure(context.Background(), roots, direction, &closures))
			counts := closures.Counts()
			for k, r := range roots {
				reached := search(s, []int32{r}, direction)
				count := 0
				for i, tier := range reached {
					require.Equal(t, tier >= 0, closures.Of(int32(i))>>k&1 == 1, "graph %d root %d node %d", trial, r, i)
					if tier >= 0 {
						count++
					}
				}
				require.Equal(t, count, counts[k])
			}
			for i := range n {
				require.Equal(t, want[i] >= 0, tiers.Holds(int32(i)))
			}
		}
	}
}

// search is breadth-first search over a list of links.
func search(s *solve.System, roots []int32, direction solve.Direction) []int {
	tier := make([]int, len(s.Rules))
	for i := range tier {
		tier[i] = -1
	}
	for _, r := range roots {
		tier[r] = 0
	}
	for at, more := 0, true; more; at++ {
		more = false
		for k := range s.Buyer {
			from, to := s.Buyer[k], s.Supplier[k]
			if direction == solve.Down {
				from, to = to, from
			}
			if tier[from] == at && tier[to] < 0 {
				tier[to], more = at+1, true
			}
		}
	}
	return tier
}

// Some nodes take no tier: by relaxation of all links until nothing changes.
func TestWhatPassesTakesNoTier(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 18))
	var tiers solve.Tiers
	for trial := range graphs {
		s, _ := randomSystem(random, trial%2 == 0)
		n := len(s.Rules)
		s.Passing = make([]bool, n)
		want := slices.Repeat([]int{n}, n)
		for i := range s.Passing {
			s.Passing[i] = random.IntN(3) == 0
		}
		root, direction := random.IntN(n), []solve.Direction{solve.Up, solve.Down}[trial%2]
		want[root] = 0
		for again := true; again; {
			again = false
			for k := range s.Buyer {
				from, to, length := s.Buyer[k], s.Supplier[k], 1
				if direction == solve.Down {
					from, to = to, from
				}
				if s.Passing[from] {
					length = 0
				}
				if want[from] < n && want[from]+length < want[to] {
					want[to], again = want[from]+length, true
				}
			}
		}
		g, err := solve.Compile(context.Background(), s)
		require.NoError(t, err)
		require.NoError(t, g.Reach(context.Background(), []int32{int32(root)}, direction, 0, &tiers))
		got := slices.Repeat([]int{n}, n)
		for tier := range tiers.Len() {
			tiers.Each(tier, func(node int32) { got[node] = tier })
		}
		require.Equal(t, want, got, "graph %d from %d", trial, root)
	}
}

func TestWalksAgreeWithEveryWalk(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	var guide solve.Guide
	var got solve.Walks
	for trial := range graphs {
		s, target := randomSystem(random, true)
		g, err := solve.Compile(context.Background(), s)
		require.NoError(t, err)
		root := int32(random.IntN(len(s.Rules)))
		require.NoError(t, g.Guide(context.Background(), target, &guide))
		all := everyWalk(s, target, root)
		limit := 1 + random.IntN(12)
		require.NoError(t, guide.Walks(context.Background(), root, limit, nil, &got))
		require.Len(t, got.Walks, min(limit, len(all)), "graph %d", trial)
		require.Equal(t, len(all) > limit, got.Truncated)
		for i, w := range got.Walks {
			require.InDelta(t, all[i].Contribution, w.Contribution, 1e-12)
			require.Equal(t, all[i].Nodes, w.Nodes, "graph %d walk %d", trial, i)
		}
		if len(all) > 0 && !slices.ContainsFunc(target.Members, func(m solve.Member) bool { return m.Node == root }) {
			require.InDelta(t, all[0].Contribution, guide.Best(root), 1e-12)
		}
	}
}

// everyWalk lists all simple walks to a member, best first.
func everyWalk(s *solve.System, target *solve.Target, root int32) []solve.Walk {
	total := map[int32]float64{}
	share := map[[2]int32]float64{}
	for k := range s.Buyer {
		total[s.Buyer[k]] += s.Share[k]
		share[[2]int32{s.Buyer[k], s.Supplier[k]}] += s.Share[k]
	}
	ends := map[int32]bool{}
	for _, m := range target.Members {
		ends[m.Node] = true
	}
	var walks []solve.Walk
	var extend func(path []int32, product float64)
	extend = func(path []int32, product float64) {
		at := path[len(path)-1]
		if len(path) > 1 && ends[at] {
			walks = append(walks, solve.Walk{Nodes: slices.Clone(path), Contribution: product})
			return
		}
		for next := range int32(len(s.Rules)) {
			w := share[[2]int32{at, next}] / max(total[at], 1)
			if w > 0 && !slices.Contains(path, next) {
				extend(append(path, next), product*w)
			}
		}
	}
	extend([]int32{root}, 1)
	slices.SortFunc(walks, func(a, b solve.Walk) int {
		if math.Abs(a.Contribution-b.Contribution) > 1e-11*a.Contribution {
			return cmp.Compare(b.Contribution, a.Contribution)
		}
		return cmp.Or(cmp.Compare(len(a.Nodes), len(b.Nodes)), slices.Compare(a.Nodes, b.Nodes))
	})
	return walks
}

func TestQuestionsAreCalledOffAndRefused(t *testing.T) {
	s := &solve.System{Rules: make([]solve.Rule, 3), Buyer: []int32{0, 1, 2}, Supplier: []int32{1, 2, 0}, Share: []float64{0.5, 0.5, 0.5}}
	g, err := solve.Compile(context.Background(), s)
	require.NoError(t, err)
	off, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = solve.Compile(off, s)
	require.ErrorIs(t, err, context.Canceled)
	target := &solve.Target{Members: []solve.Member{{Node: 0, Low: 1, Estimate: 1, High: 1}}}
	require.ErrorIs(t, g.Bounds(off, target, 0, &solve.Solution{}), context.Canceled)
	require.ErrorIs(t, g.Reach(off, []int32{0}, solve.Up, 0, &solve.Tiers{}), context.Canceled)
	require.ErrorIs(t, g.Closure(off, []int32{0}, solve.Down, &solve.Closures{}), context.Canceled)
	require.ErrorIs(t, g.Guide(off, target, &solve.Guide{}), context.Canceled)
	require.NoError(t, g.Bounds(context.Background(), target, 0, &solve.Solution{}), "a question that was called off spoils nothing")

	require.EqualError(t, g.Reach(context.Background(), []int32{3}, solve.Up, 0, &solve.Tiers{}), "root 3 is not a node: nodes run from 0 to 2")
	require.EqualError(t, g.Closure(context.Background(), make([]int32, 65), solve.Up, &solve.Closures{}), "65 roots: one closure takes 64")
	require.EqualError(t, g.Bounds(context.Background(), &solve.Target{Members: []solve.Member{{Node: 1, Low: 1}}}, 0, &solve.Solution{}),
		"member 1 is in the target from 1 over 0 to 0: these are no parts of 1 in order")
	_, err = solve.Compile(context.Background(), &solve.System{Rules: make([]solve.Rule, 1), Buyer: []int32{0}, Supplier: []int32{1}, Share: []float64{1}})
	require.EqualError(t, err, "link 0 joins 1 to 0, but nodes run from 0 to 0")
}

// Narrow tiers are listed node by node and wide ones marked in a bit set: here both come in turn, with links back.
func TestReachThroughNarrowAndWideTiers(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	const n = 4_000
	s := &solve.System{Rules: make([]solve.Rule, n)}
	link := func(buyer, supplier int) {
		s.Buyer, s.Supplier, s.Share = append(s.Buyer, int32(buyer)), append(s.Supplier, int32(supplier)), append(s.Share, 0.1)
	}
	for i := range n - 1 {
		if i%1_000 < 500 {
			link(i, i+1) // a chain
		} else {
			link(i-i%1_000+499, i) // fans out of its end, and joins the next
			link(i, (i-i%500+500)%n)
		}
		if random.IntN(50) == 0 {
			link(i, random.IntN(i+1))
		}
	}
	g, err := solve.Compile(context.Background(), s)
	require.NoError(t, err)
	var tiers solve.Tiers
	for _, direction := range []solve.Direction{solve.Up, solve.Down} {
		for _, root := range []int32{0, 700, n - 1} {
			require.NoError(t, g.Reach(context.Background(), []int32{root}, direction, 0, &tiers))
			got := make([]int, n)
			for i := range got {
				got[i] = -1
			}
			for tier := range tiers.Len() {
				tiers.Each(tier, func(node int32) { got[node] = tier })
			}
			require.Equal(t, search(s, []int32{root}, direction), got, "root %d", root)
		}
	}
}

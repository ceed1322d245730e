package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/solve"
)

var unstated = math.NaN()

// equation is the rule of one node, to write systems down by.
type equation struct {
	rule   solve.Rule
	terms  []term
	closed bool
	market *solve.Assumption
}

type term struct {
	node  int32
	share float64
}

// solved solves equations, some nodes of which are in the target.
func solved(t *testing.T, equations []equation, members ...solve.Member) []solve.Values {
	t.Helper()
	n := len(equations)
	s := solve.System{Rules: make([]solve.Rule, n), Closed: make([]bool, n), Assumed: make([]int32, n)}
	target := solve.Target{Members: members, Assumption: make([]solve.Assumption, n)}
	for i, eq := range equations {
		s.Rules[i], s.Closed[i], s.Assumed[i] = eq.rule, eq.closed, -1
		if eq.market != nil {
			s.Assumed[i], target.Assumption[i] = int32(i), *eq.market
		}
		for _, term := range eq.terms {
			s.Buyer, s.Supplier, s.Share = append(s.Buyer, int32(i)), append(s.Supplier, term.node), append(s.Share, term.share)
		}
	}
	g, err := solve.Compile(context.Background(), &s)
	require.NoError(t, err)
	var into solve.Solution
	require.NoError(t, g.Solve(context.Background(), &target, 1e-12, &into))
	values := make([]solve.Values, n)
	for i := range values {
		values[i] = into.Values(int32(i))
	}
	return values
}

func inTarget(node int) solve.Member {
	return solve.Member{Node: int32(node), Low: 1, Estimate: 1, High: 1}
}

// sumOf solves a sum over 1, which lies in the target, 2, which ends a chain outside it, and 3, which is unknown.
func sumOf(t *testing.T, eq equation) solve.Values {
	t.Helper()
	return solved(t, []equation{eq, {rule: solve.Open}, {rule: solve.Ends}, {rule: solve.Open}}, inTarget(1))[0]
}

func TestSumOfSuppliers(t *testing.T) {
	market := &solve.Assumption{Estimate: 0.9, Resolved: 1}
	for name, c := range map[string]struct {
		eq   equation
		want solve.Values
	}{
		"stated":                {equation{terms: []term{{1, 0.6}, {2, 0.4}}}, solve.Values{Low: 0.6, Safe: 0.4, Estimate: 0.6, Resolved: 1}},
		"the rest is unknown":   {equation{terms: []term{{1, 0.5}}}, solve.Values{Low: 0.5, Estimate: 0.5, Resolved: 0.5}},
		"or meets the market":   {equation{terms: []term{{1, 0.5}}, market: market}, solve.Values{Low: 0.5, Estimate: 0.95, Resolved: 1}},
		"nobody but the market": {equation{market: market}, solve.Values{Estimate: 0.9, Resolved: 1}},
		// 0.4 left to 2, 3 and the market in thirds: 0.6 + 0.4·(0 + 0 + 0.9)/3; 3 is not resolved.
		"equal parts": {equation{terms: []term{{1, 0.6}, {2, unstated}, {3, unstated}}, market: market},
			solve.Values{Low: 0.6, Estimate: 0.72, Resolved: 0.6 + 0.4*2/3}},
		// The sellers are all there are: the rest falls to 1 and 2, and either may have all of it.
		"closed": {equation{terms: []term{{1, 0.5}, {1, unstated}, {2, unstated}}, market: market, closed: true},
			solve.Values{Low: 0.5, Estimate: 0.75, Resolved: 1}},
		"closed to one": {equation{terms: []term{{2, 0.5}, {1, unstated}}, market: market, closed: true},
			solve.Values{Low: 0.5, Safe: 0.5, Estimate: 0.5, Resolved: 1}},
		"nothing": {equation{}, solve.Values{}},
	} {
		requireValues(t, name, c.want, sumOf(t, c.eq))
	}
}

func requireValues(t *testing.T, name string, want, got solve.Values) {
	t.Helper()
	require.InDeltaSlice(t, []float64{want.Low, want.Safe, want.Estimate, want.Resolved}, []float64{got.Low, got.Safe, got.Estimate, got.Resolved}, 1e-12, name)
}

// Three needs: 0.6 of one comes from the target and 0.4 does not; of the next half is known to be safe; of the last nothing is known.
func TestNeedsTogether(t *testing.T) {
	for name, c := range map[string]struct {
		rule  solve.Rule
		needs []int32
		want  solve.Values
	}{
		"worst":         {solve.Worst, []int32{1, 2}, solve.Values{Low: 0.6, Safe: 0.4, Estimate: 0.6, Resolved: 1}},
		"worst of all":  {solve.Worst, []int32{1, 2, 3}, solve.Values{Low: 0.6, Estimate: 0.6, Resolved: 1}},
		"worst at 0":    {solve.Worst, []int32{2, 3}, solve.Values{}}, // either could still raise it: as resolved as the least
		"alternatives":  {solve.Alternatives, []int32{1, 2, 3}, solve.Values{Estimate: 0.2, Resolved: 0.5}},
		"either of two": {solve.Alternatives, []int32{1, 1}, solve.Values{Low: 0.6, Safe: 0.4, Estimate: 0.6, Resolved: 1}},
		"any fails":     {solve.AnyFails, []int32{1, 1}, solve.Values{Low: 0.84, Safe: 0.16, Estimate: 0.84, Resolved: 1}},
		"no needs":      {solve.Worst, nil, solve.Values{}},
	} {
		equations := []equation{
			{rule: c.rule},
			{terms: []term{{4, 0.6}, {5, 0.4}}},
			{terms: []term{{5, 0.5}}},
			{rule: solve.Open}, {rule: solve.Open}, {rule: solve.Ends},
		}
		for _, n := range c.needs {
			equations[0].terms = append(equations[0].terms, term{node: n})
		}
		requireValues(t, name, c.want, solved(t, equations, inTarget(4))[0])
	}
}

// A seller with plants inside and outside the target: V in [0, 1], three quarters by capacity; the rest of it is safe.
func TestPartialMembership(t *testing.T) {
	got := solved(t, []equation{{terms: []term{{1, 0.8}}}, {rule: solve.Ends}}, solve.Member{Node: 1, Low: 0, Estimate: 0.75, High: 1})
	requireValues(t, "buyer", solve.Values{Low: 0, Safe: 0, Estimate: 0.6, Resolved: 0.8}, got[0])
	requireValues(t, "the seller's own supply", solve.Values{Safe: 1, Resolved: 1}, got[1])
}

func TestLoopsTakeTheLeastSolution(t *testing.T) {
	// Nobody feeds the loop: it is no evidence.
	got := solved(t, []equation{{terms: []term{{1, 1}}}, {terms: []term{{0, 1}}}})
	requireValues(t, "unfounded", solve.Values{}, got[0])
	// x = 0.3 + 0.7·x by itself.
	got = solved(t, []equation{{terms: []term{{0, 0.7}, {1, 0.3}}}, {}}, inTarget(1))
	requireValues(t, "to itself", solve.Values{Low: 1, Estimate: 1, Resolved: 1}, got[0])
	// The worst of 0.4 and the loop itself: every number from 0.4 on solves it; the least is meant.
	got = solved(t, []equation{
		{rule: solve.Worst, terms: []term{{node: 0}, {node: 1}}},
		{terms: []term{{2, 0.4}, {3, 0.6}}}, {}, {rule: solve.Ends},
	}, inTarget(2))
	require.InDelta(t, 0.4, got[0].Low, 1e-15)
}

// A loop of n nodes that each keep 1 − leak of their mass: x1 = leak + (1 − leak)^n·x1 in the target's favour at the first node.
func TestNearlyClosedLoopsAreExact(t *testing.T) {
	for _, n := range []int{2, 7, 300} {
		for _, leak := range []float64{0.1, 1e-3, 1e-6, 1e-9} {
			equations := make([]equation, n+2)
			equations[n+1].rule = solve.Ends
			for i := range n {
				outside := int32(n + 1)
				if i == 0 {
					outside = int32(n)
				}
				equations[i].terms = []term{{int32((i + 1) % n), 1 - leak}, {outside, leak}}
			}
			keep := math.Pow(1-leak, float64(n))
			want := leak / (1 - keep)
			got := solved(t, equations, inTarget(n))[0]
			tolerance := 1e-12 + 1e-15/leak // what rounding of the shares themselves moves
			require.InDelta(t, want, got.Low, tolerance, "%d nodes, leak %g", n, leak)
			require.InDelta(t, 1-want, got.Safe, tolerance, "%d nodes, leak %g", n, leak)
		}
	}
}

// Random nearly closed systems with choices against up to 400,000 sweeps of the definition.
func TestNearlyClosedLoopsOfChoicesAreExact(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 9))
		n := 3 + r.IntN(5)
		s := &solve.System{Rules: make([]solve.Rule, n+2), Closed: make([]bool, n+2), Assumed: slices.Repeat([]int32{-1}, n+2)}
		s.Rules[n+1] = solve.Ends
		link := func(buyer, supplier int, share float64) {
			s.Buyer, s.Supplier, s.Share = append(s.Buyer, int32(buyer)), append(s.Supplier, int32(supplier)), append(s.Share, share)
		}
		for i := range n {
			if i%2 == 0 {
				leak := []float64{0.02, 0.002}[r.IntN(2)]
				link(i, r.IntN(n), (1-leak)/2)
				link(i, (i+1)%n, (1-leak)/2)
				link(i, n+r.IntN(2), leak)
				continue
			}
			s.Rules[i] = []solve.Rule{solve.Worst, solve.Alternatives}[r.IntN(2)]
			link(i, 2*r.IntN((n+1)/2), 0)
			link(i, 2*r.IntN((n+1)/2), 0)
		}
		target := &solve.Target{Members: []solve.Member{inTarget(n)}}
		g, err := solve.Compile(context.Background(), s)
		require.NoError(t, err)
		var into solve.Solution
		require.NoError(t, g.Solve(context.Background(), target, 1e-12, &into))
		want := newNaive(s, target).sweeps()
		for i := range n {
			got := into.Values(int32(i))
			require.InDelta(t, want[i].Low, got.Low, 1e-10, "system %d, node %d", seed, i)
			require.InDelta(t, want[i].Safe, got.Safe, 1e-10, "system %d, node %d", seed, i)
		}
	}
}

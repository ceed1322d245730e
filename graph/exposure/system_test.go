package exposure_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
)

var unstated = math.NaN()

func solved(t *testing.T, s exposure.System) []exposure.Values {
	t.Helper()
	if s.Members == nil {
		s.Members = make([]graph.Membership, len(s.Equations))
	}
	values, err := s.Solve(context.Background())
	require.NoError(t, err)
	return values
}

// Nodes of the sums below: 1 lies in the target, 2 ends a chain outside it, 3 is unknown.
func sumOf(eq exposure.Equation) exposure.System {
	eq.Operation = exposure.Sum
	return exposure.System{
		Equations: []exposure.Equation{eq, {Operation: exposure.Open}, {Operation: exposure.Ends}, {Operation: exposure.Open}},
		Members:   []graph.Membership{{}, {Low: 1, Estimate: 1, High: 1}, {}, {}},
	}
}

func TestSumOfSuppliers(t *testing.T) {
	market := &exposure.Assumption{Estimate: 0.9, Resolved: 1}
	term := func(node int32, share float64) exposure.Term { return exposure.Term{Node: node, Share: share} }
	for name, c := range map[string]struct {
		eq   exposure.Equation
		want exposure.Values
	}{
		"stated":                {exposure.Equation{Terms: []exposure.Term{term(1, 0.6), term(2, 0.4)}}, exposure.Values{Low: 0.6, Safe: 0.4, Estimate: 0.6, Resolved: 1}},
		"the rest is unknown":   {exposure.Equation{Terms: []exposure.Term{term(1, 0.5)}}, exposure.Values{Low: 0.5, Estimate: 0.5, Resolved: 0.5}},
		"or meets the market":   {exposure.Equation{Terms: []exposure.Term{term(1, 0.5)}, Market: market}, exposure.Values{Low: 0.5, Estimate: 0.95, Resolved: 1}},
		"nobody but the market": {exposure.Equation{Market: market}, exposure.Values{Estimate: 0.9, Resolved: 1}},
		// 0.4 left to 2, 3 and the market in thirds: 0.6 + 0.4·(0 + 0 + 0.9)/3; 3 is not resolved.
		"equal parts": {exposure.Equation{Terms: []exposure.Term{term(1, 0.6), term(2, unstated), term(3, unstated)}, Market: market},
			exposure.Values{Low: 0.6, Estimate: 0.72, Resolved: 0.6 + 0.4*2/3}},
		// The sellers are all there are: the rest falls to 1 and 2, and either may have all of it.
		"closed": {exposure.Equation{Terms: []exposure.Term{term(1, 0.5), term(1, unstated), term(2, unstated)}, Market: market, Closed: true},
			exposure.Values{Low: 0.5, Estimate: 0.75, Resolved: 1}},
		"closed to one": {exposure.Equation{Terms: []exposure.Term{term(2, 0.5), term(1, unstated)}, Market: market, Closed: true},
			exposure.Values{Low: 0.5, Safe: 0.5, Estimate: 0.5, Resolved: 1}},
		"nothing": {exposure.Equation{}, exposure.Values{}},
	} {
		requireValues(t, name, c.want, solved(t, sumOf(c.eq))[0])
	}
}

func requireValues(t *testing.T, name string, want, got exposure.Values) {
	t.Helper()
	require.InDeltaSlice(t, []float64{want.Low, want.Safe, want.Estimate, want.Resolved}, []float64{got.Low, got.Safe, got.Estimate, got.Resolved}, 1e-12, name)
}

// Three needs: 0.6 of one comes from the target and 0.4 does not; of the next half is known to be safe; of the last nothing is known.
func TestNeedsTogether(t *testing.T) {
	for name, c := range map[string]struct {
		operation exposure.Operation
		needs     []int32
		want      exposure.Values
	}{
		"worst":         {exposure.Worst, []int32{1, 2}, exposure.Values{Low: 0.6, Safe: 0.4, Estimate: 0.6, Resolved: 1}},
		"worst of all":  {exposure.Worst, []int32{1, 2, 3}, exposure.Values{Low: 0.6, Estimate: 0.6, Resolved: 1}},
		"worst at 0":    {exposure.Worst, []int32{2, 3}, exposure.Values{}}, // either could still raise it: as resolved as the least
		"alternatives":  {exposure.Alternatives, []int32{1, 2, 3}, exposure.Values{Estimate: 0.2, Resolved: 0.5}},
		"either of two": {exposure.Alternatives, []int32{1, 1}, exposure.Values{Low: 0.6, Safe: 0.4, Estimate: 0.6, Resolved: 1}},
		"any fails":     {exposure.AnyFails, []int32{1, 1}, exposure.Values{Low: 0.84, Safe: 0.16, Estimate: 0.84, Resolved: 1}},
		"no needs":      {exposure.Worst, nil, exposure.Values{}},
	} {
		s := exposure.System{
			Equations: []exposure.Equation{
				{Operation: c.operation},
				{Terms: []exposure.Term{{Node: 4, Share: 0.6}, {Node: 5, Share: 0.4}}},
				{Terms: []exposure.Term{{Node: 5, Share: 0.5}}},
				{Operation: exposure.Open}, {Operation: exposure.Open}, {Operation: exposure.Ends},
			},
			Members: []graph.Membership{{}, {}, {}, {}, {Low: 1, Estimate: 1, High: 1}, {}},
		}
		for _, n := range c.needs {
			s.Equations[0].Terms = append(s.Equations[0].Terms, exposure.Term{Node: n})
		}
		requireValues(t, name, c.want, solved(t, s)[0])
	}
}

// A seller with plants inside and outside the target: V in [0, 1], three quarters by capacity; the rest of it is safe.
func TestPartialMembership(t *testing.T) {
	s := exposure.System{
		Equations: []exposure.Equation{{Terms: []exposure.Term{{Node: 1, Share: 0.8}}}, {Operation: exposure.Ends}},
		Members:   []graph.Membership{{}, {Low: 0, Estimate: 0.75, High: 1}},
	}
	got := solved(t, s)
	requireValues(t, "buyer", exposure.Values{Low: 0, Safe: 0, Estimate: 0.6, Resolved: 0.8}, got[0])
	requireValues(t, "the seller's own supply", exposure.Values{Safe: 1, Resolved: 1}, got[1])
}

func TestLoopsTakeTheLeastSolution(t *testing.T) {
	inTarget := graph.Membership{Low: 1, Estimate: 1, High: 1}
	// Nobody feeds the loop: it is no evidence.
	got := solved(t, exposure.System{Equations: []exposure.Equation{{Terms: []exposure.Term{{Node: 1, Share: 1}}}, {Terms: []exposure.Term{{Node: 0, Share: 1}}}}})
	requireValues(t, "unfounded", exposure.Values{}, got[0])
	// x = 0.3 + 0.7·x by itself.
	got = solved(t, exposure.System{Equations: []exposure.Equation{{Terms: []exposure.Term{{Node: 0, Share: 0.7}, {Node: 1, Share: 0.3}}}, {}},
		Members: []graph.Membership{{}, inTarget}})
	requireValues(t, "to itself", exposure.Values{Low: 1, Estimate: 1, Resolved: 1}, got[0])
	// The worst of 0.4 and the loop itself: every number from 0.4 on solves it; the least is meant.
	got = solved(t, exposure.System{Equations: []exposure.Equation{
		{Operation: exposure.Worst, Terms: []exposure.Term{{Node: 0}, {Node: 1}}},
		{Terms: []exposure.Term{{Node: 2, Share: 0.4}, {Node: 3, Share: 0.6}}}, {}, {Operation: exposure.Ends},
	}, Members: []graph.Membership{{}, {}, inTarget, {}}})
	require.InDelta(t, 0.4, got[0].Low, 1e-15)
}

// A loop of n nodes that each keep 1 − leak of their mass: x1 = leak + (1 − leak)^n·x1 in the target's favour at the first node.
func TestNearlyClosedLoopsAreExact(t *testing.T) {
	for _, n := range []int{2, 7, 300} {
		for _, leak := range []float64{0.1, 1e-3, 1e-6, 1e-9} {
			s := exposure.System{Equations: make([]exposure.Equation, n+2), Members: make([]graph.Membership, n+2)}
			s.Members[n] = graph.Membership{Low: 1, Estimate: 1, High: 1}
			s.Equations[n+1] = exposure.Equation{Operation: exposure.Ends}
			for i := range n {
				outside := int32(n + 1)
				if i == 0 {
					outside = int32(n)
				}
				s.Equations[i].Terms = []exposure.Term{{Node: int32((i + 1) % n), Share: 1 - leak}, {Node: outside, Share: leak}}
			}
			keep := math.Pow(1-leak, float64(n))
			want := leak / (1 - keep)
			got := solved(t, s)[0]
			tolerance := 1e-12 + 1e-15/leak // what rounding of the shares themselves moves
			require.InDelta(t, want, got.Low, tolerance, "%d nodes, leak %g", n, leak)
			require.InDelta(t, 1-want, got.Safe, tolerance, "%d nodes, leak %g", n, leak)
		}
	}
}

// Random nearly closed systems with choices, solved directly, against two million sweeps of the definition.
func TestDirectSolutionsAreTheLeast(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 9))
		n := 3 + r.IntN(5)
		s := exposure.System{Equations: make([]exposure.Equation, n+2), Members: make([]graph.Membership, n+2)}
		s.Members[n] = graph.Membership{Low: 1, Estimate: 1, High: 1}
		s.Equations[n+1] = exposure.Equation{Operation: exposure.Ends}
		for i := range n {
			eq := &s.Equations[i]
			others := []int32{int32(r.IntN(n)), int32((i + 1) % n)}
			if i%2 == 0 {
				leak := []float64{0.02, 0.002}[r.IntN(2)]
				eq.Terms = []exposure.Term{{Node: others[0], Share: (1 - leak) / 2}, {Node: others[1], Share: (1 - leak) / 2}, {Node: int32(n + r.IntN(2)), Share: leak}}
				continue
			}
			eq.Operation = []exposure.Operation{exposure.Worst, exposure.Alternatives}[r.IntN(2)]
			eq.Terms = []exposure.Term{{Node: int32(2 * r.IntN((n+1)/2))}, {Node: int32(2 * r.IntN((n+1)/2))}}
		}
		got := solved(t, s)
		low, safe := sweptFromZero(&s)
		for i := range n {
			require.InDelta(t, low[i], got[i].Low, 1e-10, "system %d, node %d", seed, i)
			require.InDelta(t, safe[i], got[i].Safe, 1e-10, "system %d, node %d", seed, i)
		}
	}
}

// sweptFromZero applies the definition of low and safe to all nodes at once, until nothing moves.
func sweptFromZero(s *exposure.System) (low, safe []float64) {
	n := len(s.Equations)
	low, safe = make([]float64, n), make([]float64, n)
	for round, moved := 0, 1.0; round < 400_000 && moved > 1e-16; round++ {
		moved = 0
		for i := range n {
			var l, z float64
			eq := &s.Equations[i]
			if eq.Operation == exposure.Ends || eq.Operation == exposure.Worst || eq.Operation == exposure.Alternatives {
				z = 1
			}
			if eq.Operation == exposure.Alternatives {
				l = 1
			}
			for _, term := range eq.Terms {
				seenLow, seenSafe := low[term.Node], safe[term.Node]
				if s.Members[term.Node].High == 1 {
					seenLow, seenSafe = 1, 0
				}
				switch eq.Operation {
				case exposure.Worst:
					l, z = max(l, seenLow), min(z, seenSafe)
				case exposure.Alternatives:
					l, z = min(l, seenLow), min(z, seenSafe)
				default:
					l, z = l+term.Share*seenLow, z+term.Share*seenSafe
				}
			}
			moved = max(moved, math.Abs(l-low[i]), math.Abs(z-safe[i]))
			low[i], safe[i] = l, z
		}
	}
	return low, safe
}

func TestCancelledSolveStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s := exposure.System{Equations: make([]exposure.Equation, 10_000), Members: make([]graph.Membership, 10_000)}
	_, err := s.Solve(ctx)
	require.ErrorIs(t, err, context.Canceled)
}

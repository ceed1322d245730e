package solve_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/solve"
)

// Some nodes of every graph, taken out of the target or changed, against sweeps of their rules with all others held.
func TestApartAgreesWithSweeps(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	var into solve.Solution
	var apart solve.Apart
	var tiers solve.Tiers
	loops := 0
	for trial := range graphs {
		s, target := randomSystem(random, trial%3 == 0)
		g, err := solve.Compile(context.Background(), s)
		require.NoError(t, err)
		require.NoError(t, g.Solve(context.Background(), target, 0, &into))
		require.NoError(t, g.Reach(context.Background(), membersOf(target), solve.Down, 0, &tiers))
		values := make([]solve.Values, len(s.Rules))
		var nodes []int32
		for i := range values {
			if random.IntN(2) == 0 {
				nodes = append(nodes, int32(i))
			} else {
				values[i] = into.Seen(int32(i))
			}
		}
		random.Shuffle(len(nodes), func(i, j int) { nodes[i], nodes[j] = nodes[j], nodes[i] })
		other, change := s, solve.Change{}
		if trial%2 == 0 {
			other, change = changed(random, s, nodes)
		}
		twin := newNaive(other, &solve.Target{Members: change.Members, Assumption: target.Assumption})
		twin.sweep(nodes, values)
		require.NoError(t, into.Apart(context.Background(), nodes, &change, 0, &apart))
		apart.Spread(&tiers)
		leads := spread(other, nodes, change.Members, &tiers)
		for i := range int32(len(values)) {
			got, want := apart.Values(i), values[i]
			if !slices.Contains(nodes, i) {
				want = into.Values(i)
			}
			for _, pair := range [][2]float64{{want.Low, got.Low}, {want.Safe, got.Safe}, {want.Estimate, got.Estimate}, {want.Resolved, got.Resolved}} {
				require.InDelta(t, pair[0], pair[1], 5e-9, "graph %d node %d of %v: %+v want %+v\n%+v\n%+v\n%+v", trial, i, nodes, got, want, s, target, change)
			}
			lead, known := apart.Leads(i)
			require.Equal(t, slices.Contains(nodes, i), known)
			require.Equal(t, known && leads[i], lead, "graph %d node %d of %v", trial, i, nodes)
		}
		if cores, _, _ := g.Cores(); cores > 0 && len(nodes) > 3 {
			loops++
		}
	}
	require.Greater(t, loops, graphs/10)
}

// changed draws other rows and members for some nodes.
func changed(r *rand.Rand, s *solve.System, nodes []int32) (*solve.System, solve.Change) {
	drawn, members := randomSystem(r, false)
	other := &solve.System{Rules: slices.Clone(s.Rules), Closed: slices.Clone(s.Closed), Assumed: slices.Clone(s.Assumed)}
	var change solve.Change
	for _, n := range nodes {
		if int(n) >= len(drawn.Rules) || r.IntN(2) == 0 {
			continue
		}
		row := solve.Row{Node: n, Rule: drawn.Rules[n], Closed: drawn.Closed[n], Assumed: min(drawn.Assumed[n], int32(len(s.Rules))-1)}
		for k := range drawn.Buyer {
			if drawn.Buyer[k] == n {
				row.Supplier, row.Share = append(row.Supplier, drawn.Supplier[k]%int32(len(s.Rules))), append(row.Share, drawn.Share[k])
			}
		}
		other.Rules[n], other.Closed[n], other.Assumed[n] = row.Rule, row.Closed, row.Assumed
		change.Rows = append(change.Rows, row)
	}
	for k := range s.Buyer {
		if !slices.ContainsFunc(change.Rows, func(row solve.Row) bool { return row.Node == s.Buyer[k] }) {
			other.Buyer, other.Supplier, other.Share = append(other.Buyer, s.Buyer[k]), append(other.Supplier, s.Supplier[k]), append(other.Share, s.Share[k])
		}
	}
	for _, row := range change.Rows {
		for k := range row.Supplier {
			other.Buyer, other.Supplier, other.Share = append(other.Buyer, row.Node), append(other.Supplier, row.Supplier[k]), append(other.Share, row.Share[k])
		}
	}
	for _, m := range members.Members {
		if slices.Contains(nodes, m.Node) {
			change.Members = append(change.Members, m)
		}
	}
	return other, change
}

func membersOf(target *solve.Target) (nodes []int32) {
	for _, m := range target.Members {
		nodes = append(nodes, m.Node)
	}
	return nodes
}

// spread finds which of the nodes lead to a member, link by link.
func spread(s *solve.System, nodes []int32, members []solve.Member, found *solve.Tiers) []bool {
	leads := make([]bool, len(s.Rules))
	for range nodes {
		for k, b := range s.Buyer {
			at := s.Supplier[k]
			member := slices.ContainsFunc(members, func(m solve.Member) bool { return m.Node == at })
			if slices.Contains(nodes, b) && (member || leads[at] || !slices.Contains(nodes, at) && found.Holds(at)) {
				leads[b] = true
			}
		}
	}
	return leads
}

func TestApartSolvesBoundsAloneAndStops(t *testing.T) {
	s := &solve.System{Rules: make([]solve.Rule, 3), Buyer: []int32{0, 1}, Supplier: []int32{1, 2}, Share: []float64{0.5, 0.8}}
	g, err := solve.Compile(context.Background(), s)
	require.NoError(t, err)
	var into solve.Solution
	target := &solve.Target{Members: []solve.Member{{Node: 1, Low: 1, Estimate: 1, High: 1}, {Node: 2, Low: 1, Estimate: 1, High: 1}}}
	require.NoError(t, g.Bounds(context.Background(), target, 0, &into))
	var apart solve.Apart
	require.NoError(t, into.Apart(context.Background(), []int32{1, 0}, &solve.Change{}, 0, &apart))
	require.Equal(t, solve.Values{Low: 0.4}, apart.Values(0), "1 is not in the target for it, but 2 is")
	require.Equal(t, solve.Values{Low: 0.5}, into.Values(0))
	require.ErrorContains(t, into.Apart(context.Background(), []int32{3}, &solve.Change{}, 0, &apart), "3 is not a node")
	for text, change := range map[string]solve.Change{
		"row of node 2: it is not among":             {Rows: []solve.Row{{Node: 2, Assumed: -1}}},
		"7 is not a node":                            {Rows: []solve.Row{{Node: 0, Assumed: -1, Supplier: []int32{7}, Share: []float64{1}}}},
		"9 is not a node":                            {Rows: []solve.Row{{Node: 9, Assumed: -1}}},
		"row of node 0: share -1":                    {Rows: []solve.Row{{Node: 0, Assumed: -1, Supplier: []int32{1}, Share: []float64{-1}}}},
		"member 1 is not among the nodes":            {Members: []solve.Member{{Node: 1, High: 1}}},
		"member 0 is in the target from 1 over 0 to": {Members: []solve.Member{{Node: 0, Low: 1}}},
	} {
		require.ErrorContains(t, into.Apart(context.Background(), []int32{0}, &change, 0, &apart), text)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.ErrorIs(t, into.Apart(ctx, []int32{0}, &solve.Change{}, 0, &apart), context.Canceled)
}

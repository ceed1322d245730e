package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/solve"
)

const graphs = 10_000

// randomSystem draws a small network with self-loops, parallel links, islands, closed and nearly closed loops. With linear set, all
// rules are sums, and leaks go down to 1e-6; else all rules occur.
func randomSystem(r *rand.Rand, linear bool) (*solve.System, *solve.Target) {
	n := 1 + r.IntN(14)
	s := &solve.System{Rules: make([]solve.Rule, n), Closed: make([]bool, n), Assumed: make([]int32, n)}
	leak := []float64{0, 0.3, 0.01, 1e-3}[r.IntN(4)]
	if linear && r.IntN(4) == 0 {
		leak = 1e-6
	}
	for i := range n {
		if s.Assumed[i] = -1; !linear {
			s.Rules[i] = []solve.Rule{solve.Sum, solve.Sum, solve.Sum, solve.Worst, solve.Alternatives, solve.AnyFails, solve.Ends, solve.Open}[r.IntN(8)]
			if s.Closed[i] = r.IntN(4) == 0; r.IntN(2) == 0 {
				s.Assumed[i] = int32(r.IntN(n))
			}
		} else if r.IntN(4) == 0 {
			s.Rules[i] = solve.Ends
		}
		terms := r.IntN(4)
		if s.Rules[i] == solve.Ends || s.Rules[i] == solve.Open {
			continue
		}
		weights, total := make([]float64, terms), 0.0
		for k := range weights {
			weights[k] = float64(1 + r.IntN(9))
			total += weights[k]
		}
		part := 1 - leak
		if r.IntN(3) == 0 {
			part = r.Float64() * 1.2
		}
		for k := range weights {
			share := weights[k] / total * part
			if !linear && r.IntN(4) == 0 {
				share = math.NaN()
			}
			s.Buyer, s.Supplier, s.Share = append(s.Buyer, int32(i)), append(s.Supplier, int32(r.IntN(n))), append(s.Share, share)
		}
	}
	t := &solve.Target{}
	for i := range n {
		if r.IntN(4) == 0 {
			m := solve.Member{Node: int32(i), Low: 1, Estimate: 1, High: 1}
			if r.IntN(3) == 0 {
				m = solve.Member{Node: int32(i), Low: 0, Estimate: r.Float64(), High: 1}
			}
			t.Members = append(t.Members, m)
		}
	}
	if r.IntN(3) > 0 {
		t.Assumption = make([]solve.Assumption, n)
		for i := range t.Assumption {
			e := r.Float64()
			t.Assumption[i] = solve.Assumption{Estimate: e, Resolved: e + (1-e)*r.Float64()}
		}
	}
	return s, t
}

// naive evaluates one node by the rules, link by link.
type naive struct {
	s      *solve.System
	t      *solve.Target
	links  [][]int // by buyer
	member map[int32]solve.Member
}

func newNaive(s *solve.System, t *solve.Target) *naive {
	n := &naive{s: s, t: t, links: make([][]int, len(s.Rules)), member: map[int32]solve.Member{}}
	for k, b := range s.Buyer {
		n.links[b] = append(n.links[b], k)
	}
	for _, m := range t.Members {
		n.member[m.Node] = m
	}
	return n
}

func (n *naive) seen(i int32, v solve.Values) solve.Values {
	m, ok := n.member[i]
	if !ok {
		return v
	}
	return solve.Values{
		Low: m.Low + (1-m.Low)*v.Low, Safe: (1 - m.High) * v.Safe,
		Estimate: m.Estimate + (1-m.Estimate)*v.Estimate, Resolved: m.Estimate + (1-m.Estimate)*v.Resolved,
	}
}

func (n *naive) own(i int, values []solve.Values) solve.Values {
	var terms []solve.Values
	var shares []float64
	for _, k := range n.links[i] {
		terms = append(terms, n.seen(n.s.Supplier[k], values[n.s.Supplier[k]]))
		shares = append(shares, n.s.Share[k])
	}
	switch n.s.Rules[i] {
	case solve.Ends:
		return solve.Values{Safe: 1, Resolved: 1}
	case solve.Open:
		return solve.Values{}
	case solve.Sum:
		return n.sum(i, terms, shares)
	}
	if len(terms) == 0 {
		return solve.Values{}
	}
	v := solve.Values{Safe: 1, Resolved: 1}
	switch n.s.Rules[i] {
	case solve.Worst:
		for _, u := range terms {
			v.Low, v.Safe, v.Estimate = max(v.Low, u.Low), min(v.Safe, u.Safe), max(v.Estimate, u.Estimate)
		}
		for _, u := range terms {
			if u.Estimate > v.Estimate-1e-9 {
				v.Resolved = min(v.Resolved, u.Resolved)
			}
		}
	case solve.Alternatives:
		v = solve.Values{Low: 1, Safe: 1}
		for _, u := range terms {
			v.Low, v.Safe = min(v.Low, u.Low), min(v.Safe, u.Safe)
			v.Estimate += u.Estimate / float64(len(terms))
			v.Resolved += u.Resolved / float64(len(terms))
		}
	case solve.AnyFails:
		low, estimate := 1.0, 1.0
		for _, u := range terms {
			low, estimate = low*(1-u.Low), estimate*(1-u.Estimate)
			v.Safe, v.Resolved = v.Safe*u.Safe, min(v.Resolved, u.Resolved)
		}
		v.Low, v.Estimate = 1-low, 1-estimate
	}
	return v
}

func (n *naive) sum(i int, terms []solve.Values, shares []float64) (v solve.Values) {
	total, unstated := 0.0, 0.0
	for _, s := range shares {
		if math.IsNaN(s) {
			unstated++
		} else {
			total += s
		}
	}
	scale := max(total, 1)
	left := max(0, 1-total)
	if left < 1e-12 {
		left = 0
	}
	closed := n.s.Closed[i] && unstated > 0
	parties := unstated
	if a := n.s.Assumed[i]; a >= 0 && !closed {
		parties++
		if n.t.Assumption != nil {
			v.Estimate = left / parties * n.t.Assumption[a].Estimate
			v.Resolved = left / parties * n.t.Assumption[a].Resolved
		}
	}
	least := solve.Values{Low: 1, Safe: 1}
	for k, u := range terms {
		w := shares[k] / scale
		if math.IsNaN(w) {
			least.Low, least.Safe = min(least.Low, u.Low), min(least.Safe, u.Safe)
			w = left / parties
		} else {
			v.Low += w * u.Low
			v.Safe += w * u.Safe
		}
		v.Estimate += w * u.Estimate
		v.Resolved += w * u.Resolved
	}
	if closed {
		v.Low += left * least.Low
		v.Safe += left * least.Safe
	}
	return v
}

// sweeps is the slow twin for all rules: whole sweeps in the order of nodes until nothing changes, resolved once more from 0 at the end.
func (n *naive) sweeps() []solve.Values {
	values, nodes := make([]solve.Values, len(n.s.Rules)), make([]int32, len(n.s.Rules))
	for i := range nodes {
		nodes[i] = int32(i)
	}
	n.sweep(nodes, values)
	return values
}

func (n *naive) sweep(nodes []int32, values []solve.Values) {
	for _, last := range []bool{false, true} {
		for range 400_000 {
			change := 0.0
			for _, i := range nodes {
				v := n.own(int(i), values)
				if !last {
					v.Resolved = 0
				}
				o := values[i]
				change = max(change, math.Abs(v.Low-o.Low), math.Abs(v.Safe-o.Safe), math.Abs(v.Estimate-o.Estimate), math.Abs(v.Resolved-o.Resolved))
				values[i] = v
			}
			if change < 1e-16 {
				break
			}
		}
	}
}

// elimination is the slow twin for sums alone: each column is a linear system over the nodes that anything reaches, solved by Gauss.
func (n *naive) elimination(pick func(solve.Values) float64) []float64 {
	size := len(n.s.Rules)
	zero := make([]solve.Values, size)
	constant := make([]float64, size)
	matrix := make([][]float64, size)
	for i := range size {
		constant[i] = pick(n.own(i, zero))
		matrix[i] = make([]float64, size)
		for j := range size {
			one := make([]solve.Values, size)
			one[j] = solve.Values{Low: 1, Safe: 1, Estimate: 1, Resolved: 1}
			matrix[i][j] = pick(n.own(i, one)) - constant[i]
		}
	}
	reached := make([]bool, size)
	for range size {
		for i := range size {
			reached[i] = reached[i] || constant[i] > 0
			for j := range size {
				reached[i] = reached[i] || matrix[i][j] > 1e-15 && reached[j]
			}
		}
	}
	rows := make([][]float64, size)
	for i := range size {
		rows[i] = make([]float64, size+1)
		rows[i][i] = 1
		if !reached[i] {
			continue
		}
		rows[i][size] = constant[i]
		for j := range size {
			if reached[j] {
				rows[i][j] -= matrix[i][j]
			}
		}
	}
	return gauss(rows)
}

func gauss(a [][]float64) []float64 {
	n := len(a)
	for r := range n {
		p := r
		for k := r + 1; k < n; k++ {
			if math.Abs(a[k][r]) > math.Abs(a[p][r]) {
				p = k
			}
		}
		a[r], a[p] = a[p], a[r]
		for k := r + 1; k < n; k++ {
			f := a[k][r] / a[r][r]
			for c := r; c <= n; c++ {
				a[k][c] -= f * a[r][c]
			}
		}
	}
	x := make([]float64, n)
	for r := n - 1; r >= 0; r-- {
		x[r] = a[r][n]
		for c := r + 1; c < n; c++ {
			x[r] -= a[r][c] * x[c]
		}
		x[r] /= a[r][r]
	}
	return x
}

func TestSumsAgreeWithElimination(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var into solve.Solution
	for trial := range graphs {
		s, target := randomSystem(random, true)
		g, err := solve.Compile(context.Background(), s)
		require.NoError(t, err)
		require.NoError(t, g.Solve(context.Background(), target, 0, &into))
		n := newNaive(s, target)
		for column, pick := range []func(solve.Values) float64{
			func(v solve.Values) float64 { return v.Low }, func(v solve.Values) float64 { return v.Safe },
			func(v solve.Values) float64 { return v.Estimate }, func(v solve.Values) float64 { return v.Resolved },
		} {
			want := n.elimination(pick)
			for i := range want {
				got := pick(into.Values(int32(i)))
				require.InDelta(t, want[i], got, 1e-9, "graph %d node %d column %d: effort %+v", trial, i, column, into.Effort)
			}
		}
		require.LessOrEqual(t, into.Error, 1e-8, "graph %d: a loop of sums has a bound %+v %+v %+v", trial, s, target, into.Effort)
	}
}

func TestAllRulesAgreeWithSweeps(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var into solve.Solution
	for trial := range graphs {
		s, target := randomSystem(random, false)
		g, err := solve.Compile(context.Background(), s)
		require.NoError(t, err)
		require.NoError(t, g.Solve(context.Background(), target, 0, &into))
		n := newNaive(s, target)
		want := n.sweeps()
		for i := range want {
			got := into.Values(int32(i))
			seen, wantSeen := into.Seen(int32(i)), n.seen(int32(i), want[i])
			for _, pair := range [][2]float64{
				{want[i].Low, got.Low}, {want[i].Safe, got.Safe}, {want[i].Estimate, got.Estimate}, {want[i].Resolved, got.Resolved},
				{wantSeen.Low, seen.Low}, {wantSeen.Safe, seen.Safe}, {wantSeen.Estimate, seen.Estimate}, {wantSeen.Resolved, seen.Resolved},
			} {
				require.InDelta(t, pair[0], pair[1], 2e-9, "graph %d node %d: %+v want %+v effort %+v\n%+v\n%+v", trial, i, got, want[i], into.Effort, s, target)
			}
		}
	}
}

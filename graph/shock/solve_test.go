package shock

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// drawEquations draws a system full of loops of all rules that take nearly all they are given.
func drawEquations(r *rand.Rand) *equations {
	e := &equations{}
	n := 3 + r.IntN(12)
	for range n {
		e.add([]rule{sum, sum, sum, worst, best}[r.IntN(5)])
	}
	for i := range int32(n) {
		whole, links := []float64{1, 0.999, 0.99, 0.9, 0.5}[r.IntN(5)], 1+r.IntN(3)
		for k := range links {
			w := whole
			if k < links-1 {
				w *= r.Float64()
			}
			whole -= w
			e.depend(i, int32(r.IntN(n)), w)
		}
	}
	return e
}

// jacobi is the least solution above a shock, all at once, again and again.
func jacobi(e *equations, shock []float64) []float64 {
	now := make([]float64, len(shock))
	for change := 1.0; change > 1e-16; {
		next := append([]float64(nil), shock...)
		value := make([]float64, len(now))
		for i, rule := range e.rules {
			if rule == best {
				value[i] = 1
			}
		}
		for _, l := range e.links {
			switch e.rules[l.of] {
			case sum:
				value[l.of] += l.weight * now[l.on]
			case worst:
				value[l.of] = math.Max(value[l.of], now[l.on])
			default:
				value[l.of] = math.Min(value[l.of], now[l.on])
			}
		}
		change = 0
		for i := range next {
			next[i] = math.Max(next[i], math.Min(value[i], 1))
			change = math.Max(change, next[i]-now[i])
		}
		now = next
	}
	return now
}

func TestLossesAreTheLeastSolution(t *testing.T) {
	single, cores := 0, 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 3))
		e := drawEquations(r)
		s, err := e.compile(context.Background())
		require.NoError(t, err)
		for i, end := range s.coreEnd {
			if end > 0 && s.coreStart[i] == int32(i) && end-int32(i) > 1 {
				cores++
				if s.single[i] {
					single++
				}
			}
		}
		shock := make([]float64, len(e.rules))
		w := newWork(s)
		if seed%2 == 0 {
			w.dense = 0 // sweeps over a whole core or, here, over what may have changed alone
		}
		for range 1 + r.IntN(3) {
			i := r.IntN(len(shock))
			shock[i] = float64(1+r.IntN(10)) / 10
			w.lose(int32(i), shock[i])
		}
		for i := range shock { // of several parts lost by one node the largest holds
			shock[i] = w.shock[s.rank[i]]
		}
		require.NoError(t, w.solve(context.Background()))
		for i, want := range jacobi(e, shock) {
			require.InDelta(t, want, w.of(int32(i)), 1e-9, "system %d, node %d", seed, i)
		}
		w.clear(nil)
		for i := range w.loss {
			require.Zero(t, w.loss[i]+w.shock[i]+w.step[i], "system %d", seed)
		}
	}
	t.Logf("%d of %d cores have a single solution for sure", single, cores)
	require.Greater(t, single, 500)
	require.Greater(t, cores-single, 500)
}

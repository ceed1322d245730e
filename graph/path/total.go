package path

import (
	"context"
	"math"
)

const (
	totalTolerance = 1e-15
	maxSweeps      = 100_000
	patience       = 100 // sweeps before the system is solved directly
	largestDirect  = 400 // nodes; elimination costs their cube
)

// total adds up all walks from the root, loops included: the least solution of x = Σ weight·(1 at a target, else x). It is swept
// from the far end, once where there are no loops, until the largest change is below 1e-15; where loops keep most of the mass, it
// is eliminated.
func (s *search) total(ctx context.Context) (float64, error) {
	x := make([]float64, len(s.Edges))
	var nodes []int32
	for _, n := range s.order {
		if s.bound[n] > 0 && !s.ends(n) {
			nodes = append(nodes, n)
		}
	}
	for sweep := 0; sweep < maxSweeps; sweep++ {
		if sweep%64 == 0 && ctx.Err() != nil {
			return 0, context.Cause(ctx)
		}
		change := 0.0
		for _, n := range nodes {
			v := s.value(n, x)
			change = max(change, math.Abs(v-x[n]))
			x[n] = v
		}
		if !s.cyclic || change <= totalTolerance*max(1, x[s.root]) {
			break
		}
		if sweep == patience && len(nodes) <= largestDirect {
			return s.eliminate(nodes), nil
		}
	}
	return x[s.root], nil
}

func (s *search) value(n int32, x []float64) float64 {
	sum := 0.0
	for _, e := range s.Edges[n] {
		switch {
		case e.Weight <= 0:
		case s.Target[e.To]:
			sum += e.Weight
		default:
			sum += e.Weight * x[e.To]
		}
	}
	return sum
}

// eliminate solves (I − A) x = b for nodes that all lead to a target; the root comes last and is the answer.
func (s *search) eliminate(nodes []int32) float64 {
	n := len(nodes)
	at := make(map[int32]int, n)
	for i, node := range nodes {
		at[node] = i
	}
	rows := make([][]float64, n)
	for i, node := range nodes {
		rows[i] = make([]float64, n+1)
		rows[i][i] = 1
		for _, e := range s.Edges[node] {
			if e.Weight <= 0 {
				continue
			}
			if s.Target[e.To] {
				rows[i][n] += e.Weight
			} else if j, ok := at[e.To]; ok {
				rows[i][j] -= e.Weight
			}
		}
	}
	// Every row leads out at the end, so the diagonal stays above 0 and no pivoting is needed.
	for c := range n {
		for r := c + 1; r < n; r++ {
			if f := rows[r][c] / rows[c][c]; f != 0 {
				for j := c; j <= n; j++ {
					rows[r][j] -= f * rows[c][j]
				}
			}
		}
	}
	return rows[n-1][n] / rows[n-1][n-1]
}

package exposure

import (
	"math"
	"slices"
)

// A cycle that keeps nearly all of its mass converges too slowly to be swept. Each of the four numbers is then solved as a linear
// system with the choices (which need is the worst, which alternative the least) taken as the sweeps left them; the choices are
// made again at the solution until they stand (Howard's policy iteration).

const (
	largestDirect = 400 // nodes of a cycle; elimination costs their cube
	policyRounds  = 60
	residual      = 1e-13
)

// number tells the four values of a node apart.
type number int

const (
	low number = iota
	safe
	estimate
	resolved
)

func (v *Values) at(k number) *float64 {
	return [...]*float64{&v.Low, &v.Safe, &v.Estimate, &v.Resolved}[k]
}

// solveDirectly replaces the values of a component by its exact least solution: resolved on the last run, the other three before.
// It returns false, with the values as they were, where it cannot vouch for the solution.
func (s *System) solveDirectly(component []int32, values []Values, last bool) bool {
	if len(component) > largestDirect || !s.onlyLeastSolution(component) {
		return false
	}
	d := direct{System: s, nodes: component, values: values, local: make(map[int32]int, len(component))}
	before := make([]Values, len(component))
	for i, n := range component {
		d.local[n], before[i] = i, values[n]
	}
	numbers := []number{low, safe, estimate}
	if last {
		numbers = []number{resolved}
	}
	for _, k := range numbers {
		if !d.solve(k) {
			for i, n := range component {
				values[n] = before[i]
			}
			return false
		}
	}
	return true
}

// onlyLeastSolution tells whether the equations have one solution whatever the choices. Without choices that is the least one
// of the linear system; with choices it is enough that every loop passes a sum that loses mass to somebody outside.
func (s *System) onlyLeastSolution(component []int32) bool {
	kept := make(map[int32]bool, len(component)) // nodes that can keep all of their mass in the component
	choices := false
	for _, n := range component {
		eq := &s.Equations[n]
		switch {
		case eq.Operation == AnyFails:
			return false
		case eq.Operation == Worst || eq.Operation == Alternatives || eq.Closed:
			choices = true
		}
		kept[n] = true
	}
	if !choices {
		return true
	}
	for _, n := range component {
		if eq := &s.Equations[n]; eq.Operation == Sum && s.loses(eq, kept) {
			delete(kept, n)
		}
	}
	return !s.loops(component, kept)
}

// loses tells whether a sum gives a part of its mass to nodes outside a component, to the market or to nobody, for each of the
// four numbers.
func (s *System) loses(eq *Equation, component map[int32]bool) bool {
	inside, left, unstated, parties := 0.0, 1.0, 0.0, 0.0
	for _, t := range eq.Terms {
		_, in := component[t.Node]
		in = in && s.Members[t.Node].Low < 1
		switch {
		case math.IsNaN(t.Share) && in:
			unstated, parties = unstated+1, parties+1
		case math.IsNaN(t.Share):
			parties++
		case in:
			inside, left = inside+t.Share, left-t.Share
		default:
			left -= t.Share
		}
	}
	switch {
	case unstated == 0:
	case eq.Closed:
		inside += left // the least of them may be inside
	default:
		if eq.Market != nil {
			parties++
		}
		inside += left * unstated / parties
	}
	return inside < 1-1e-12
}

// loops tells whether links among the kept nodes close a loop.
func (s *System) loops(component []int32, kept map[int32]bool) bool {
	waits := map[int32]int{}
	users := map[int32][]int32{}
	var ready []int32
	for _, n := range component {
		if !kept[n] {
			continue
		}
		for _, t := range s.Equations[n].Terms {
			if kept[t.Node] {
				waits[n]++
				users[t.Node] = append(users[t.Node], n)
			}
		}
		if waits[n] == 0 {
			ready = append(ready, n)
		}
	}
	done := 0
	for ; len(ready) > 0; done++ {
		n := ready[0]
		ready = ready[1:]
		for _, u := range users[n] {
			if waits[u]--; waits[u] == 0 {
				ready = append(ready, u)
			}
		}
	}
	return done < len(kept)
}

type direct struct {
	*System
	nodes  []int32
	local  map[int32]int
	values []Values
}

// solve finds one number of all nodes and writes it into the values when the equations confirm it.
func (d *direct) solve(k number) bool {
	look := func(n int32) Values { return d.seen(n, d.values[n]) }
	for range policyRounds {
		matrix, ok := d.matrix(k)
		if !ok {
			return false
		}
		for i, n := range d.nodes {
			*d.values[n].at(k) = matrix[i][len(d.nodes)]
		}
		off := 0.0
		for _, n := range d.nodes {
			v := d.evaluate(n, look)
			off = max(off, math.Abs(*v.at(k)-*d.values[n].at(k)))
		}
		if off <= residual {
			return true
		}
	}
	return false
}

// matrix lays out x = A x + b as (I − A | b) and reduces it, so that its last column is x. Nodes to which nothing flows are 0.
func (d *direct) matrix(k number) ([][]float64, bool) {
	n := len(d.nodes)
	rows := make([][]float64, n)
	for i, node := range d.nodes {
		rows[i] = make([]float64, n+1)
		d.fill(rows[i], node, k)
	}
	fed := fedRows(rows)
	for i := range rows {
		for j := range n {
			if rows[i][j] = -rows[i][j]; !fed[i] || !fed[j] {
				rows[i][j] = 0
			}
		}
		rows[i][i]++
	}
	return rows, eliminate(rows)
}

// fedRows marks the nodes that a constant reaches through coefficients above 0; the least solution of all others is 0.
func fedRows(rows [][]float64) []bool {
	n := len(rows)
	fed := make([]bool, n)
	var queue []int
	for i := range rows {
		if rows[i][n] > 0 {
			fed[i], queue = true, append(queue, i)
		}
	}
	for len(queue) > 0 {
		j := queue[0]
		queue = queue[1:]
		for i := range rows {
			if !fed[i] && rows[i][j] > 0 {
				fed[i], queue = true, append(queue, i)
			}
		}
	}
	return fed
}

// eliminate reduces a square matrix with one column beside it to the identity (Gauss-Jordan with the largest pivot).
func eliminate(rows [][]float64) bool {
	n := len(rows)
	for c := range n {
		pivot := c
		for r := c + 1; r < n; r++ {
			if math.Abs(rows[r][c]) > math.Abs(rows[pivot][c]) {
				pivot = r
			}
		}
		if math.Abs(rows[pivot][c]) < 1e-14 {
			return false
		}
		rows[c], rows[pivot] = rows[pivot], rows[c]
		for j := n; j >= c; j-- {
			rows[c][j] /= rows[c][c]
		}
		for r := range n {
			f := rows[r][c]
			if r == c || f == 0 {
				continue
			}
			for j := c; j <= n; j++ {
				rows[r][j] -= f * rows[c][j]
			}
		}
	}
	return true
}

// fill writes the coefficients of a node's equation for one number, its constant last, with choices as the values make them.
func (d *direct) fill(row []float64, node int32, k number) {
	eq := &d.Equations[node]
	switch eq.Operation {
	case Sum:
		d.fillSum(row, eq, k)
	case Worst, Alternatives:
		if mean := eq.Operation == Alternatives && k >= estimate; mean {
			for _, t := range eq.Terms {
				d.add(row, t.Node, k, 1/float64(len(eq.Terms)))
			}
		} else if len(eq.Terms) > 0 {
			d.add(row, d.choice(eq, eq.Terms, k), k, 1)
		}
	default:
		v := d.evaluate(node, nil)
		row[len(row)-1] += *v.at(k)
	}
}

func (d *direct) fillSum(row []float64, eq *Equation, k number) {
	left := 1.0
	var unstated []Term
	for _, t := range eq.Terms {
		if math.IsNaN(t.Share) {
			unstated = append(unstated, t)
			continue
		}
		left -= t.Share
		d.add(row, t.Node, k, t.Share)
	}
	if left < 1e-12 {
		return
	}
	closed := eq.Closed && len(unstated) > 0
	if k < estimate {
		if closed {
			d.add(row, d.choice(&Equation{Operation: Alternatives}, unstated, k), k, left)
		}
		return
	}
	parties := float64(len(unstated))
	if !closed && eq.Market != nil {
		parties++
		v := Values{Estimate: eq.Market.Estimate, Resolved: eq.Market.Resolved}
		row[len(row)-1] += left / parties * *v.at(k)
	}
	for _, t := range unstated {
		d.add(row, t.Node, k, left/parties)
	}
}

// choice is the term that decides a number: of required needs the largest low and estimate and the least safe, of alternatives
// the least; resolved is that of the least resolved among the largest estimates.
func (d *direct) choice(eq *Equation, terms []Term, k number) int32 {
	of := func(t Term) Values { return d.seen(t.Node, d.values[t.Node]) }
	largest := 0.0
	for _, t := range terms {
		largest = max(largest, of(t).Estimate)
	}
	compare := func(x, y Term) int { // the deciding one first
		a, b := of(x), of(y)
		difference := *a.at(k) - *b.at(k)
		if eq.Operation == Worst && (k == low || k == estimate) {
			difference = -difference
		}
		switch {
		case difference < 0:
			return -1
		case difference > 0:
			return 1
		}
		return 0
	}
	if eq.Operation == Worst && k == resolved {
		terms = slices.DeleteFunc(slices.Clone(terms), func(t Term) bool { return of(t).Estimate <= largest-tie })
	}
	return slices.MinFunc(terms, compare).Node
}

// add writes what is seen of a node: a constant for the part in the target, and its own value for the rest.
func (d *direct) add(row []float64, node int32, k number, weight float64) {
	m := d.Members[node]
	constant := [...]float64{m.Low, 0, m.Estimate, m.Estimate}[k]
	rest := 1 - [...]float64{m.Low, m.High, m.Estimate, m.Estimate}[k]
	last := len(row) - 1
	row[last] += weight * constant
	if at, ok := d.local[node]; ok {
		row[at] += weight * rest
	} else {
		v := d.values[node]
		row[last] += weight * rest * *v.at(k)
	}
}

package shock

import (
	"context"
	"sync"
)

// rule says how much a node loses when what it depends on loses something.
type rule uint8

const (
	sum      rule = iota // Σ weight·loss, at most 1
	worst                // the largest loss: all are needed
	best                 // the least loss: any one suffices
	replaced             // the loss of the first, as far as the rest of its sector (the second) cannot stand in: see Flows
)

// equations are a system that is being written: losses L = max(shock, rule over what a node depends on). Every rule grows with every
// loss, so the system has a least solution above a shock; 1 - L is the greatest solution for what remains.
type equations struct {
	rules []rule
	links []link
}

type link struct {
	of, on int32
	weight float64
}

func (e *equations) add(r rule) int32 {
	e.rules = append(e.rules, r)
	return int32(len(e.rules) - 1)
}

func (e *equations) depend(of, on int32, weight float64) {
	e.links = append(e.links, link{of, on, weight})
}

// system is a compiled system; see arrange for its numbers. It never changes, so any number of workers may share it.
type system struct {
	rank, node         []int32 // node to number and back
	coreStart, coreEnd []int32
	cores              int
	single             []bool // by number where a core starts: it has one solution for sure

	rules       []rule // by number, like all below
	from, on    []int32
	weight      []float64
	into, users []int32

	cutoff float64   // a loss that grew by no more is not passed on
	works  sync.Pool // of *work
}

func (s *system) borrow() *work {
	if w, ok := s.works.Get().(*work); ok {
		return w
	}
	return newWork(s)
}

// compile renumbers equations, in O(nodes + links).
func (e *equations) compile(ctx context.Context) (*system, error) {
	n := len(e.rules)
	s := &system{rules: make([]rule, n)}
	from := make([]int32, n+1)
	for _, l := range e.links {
		from[l.of+1]++
	}
	for i := range n {
		from[i+1] += from[i]
	}
	on, rows := make([]int32, len(e.links)), make([]int32, len(e.links))
	next := append([]int32(nil), from...)
	for k, l := range e.links {
		on[next[l.of]], rows[next[l.of]] = l.on, int32(k)
		next[l.of]++
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	s.arrange(from, on)
	s.from, s.on, s.weight = make([]int32, 1, n+1), make([]int32, 0, len(on)), make([]float64, 0, len(on))
	s.into = make([]int32, n+1)
	for i, old := range s.node {
		s.rules[i] = e.rules[old]
		for k := from[old]; k < from[old+1]; k++ {
			to := s.rank[on[k]]
			s.on, s.weight = append(s.on, to), append(s.weight, e.links[rows[k]].weight)
			s.into[to+1]++
		}
		s.from = append(s.from, int32(len(s.on)))
	}
	s.invert()
	s.single = make([]bool, n)
	for i := int32(0); i < int32(n); i = max(i+1, s.coreEnd[i]) {
		s.single[i] = s.coreEnd[i] > 0 && s.leaks(i, s.coreEnd[i])
	}
	return s, nil
}

// leaks tells whether every loop of a core passes a sum that takes less than it is given. What goes round then shrinks, whichever needs
// bind, and the core has a single solution. Without these sums the core must be free of loops.
func (s *system) leaks(start, end int32) bool {
	waits := make([]int32, end-start) // by number: what it still waits for; -1 leaks
	var ready []int32
	for i := start; i < end; i++ {
		total := 0.0
		for k := s.from[i]; k < s.from[i+1]; k++ {
			if to := s.on[k]; start <= to && to < end {
				total += s.weight[k]
				waits[i-start]++
			}
		}
		switch {
		case s.rules[i] == replaced:
			return false // what it takes is no fixed part
		case s.rules[i] == sum && total < 1-1e-9:
			waits[i-start] = -1
			ready = append(ready, i)
		}
	}
	placed := int32(len(ready))
	for len(ready) > 0 {
		i := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		for _, u := range s.users[s.into[i]:s.into[i+1]] {
			if u < start || u >= end || waits[u-start] < 0 {
				continue
			}
			if waits[u-start]--; waits[u-start] == 0 {
				ready = append(ready, u)
				placed++
			}
		}
	}
	return placed == end-start
}

func (s *system) invert() {
	for i := range s.rules {
		s.into[i+1] += s.into[i]
	}
	s.users = make([]int32, len(s.on))
	next := append([]int32(nil), s.into...)
	for i := range s.rules {
		for _, to := range s.on[s.from[i]:s.from[i+1]] {
			s.users[next[to]] = int32(i)
			next[to]++
		}
	}
}

// value is what a rule makes of the losses.
func (s *system) value(i int32, loss []float64) float64 {
	a, b := s.from[i], s.from[i+1]
	x := 0.0
	switch s.rules[i] {
	case sum:
		for k := a; k < b; k++ {
			x += s.weight[k] * loss[s.on[k]]
		}
		return min(x, 1)
	case worst:
		for _, to := range s.on[a:b] {
			x = max(x, loss[to])
		}
	case best:
		if a < b {
			x = 1
		}
		for _, to := range s.on[a:b] {
			x = min(x, loss[to])
		}
	case replaced:
		x = loss[s.on[a]]
		if left := 1 - loss[s.on[a+1]]; left > s.weight[a] {
			x *= s.weight[a] / left
		}
	}
	return x
}

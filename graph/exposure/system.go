package exposure

import (
	"context"
	"math"

	"github.com/lodestone-graph/lodestone/graph"
)

// Values are the four numbers of one part; see the package comment.
type Values struct{ Low, Safe, Estimate, Resolved float64 }

// Operation says how a part's values follow from those of its terms.
type Operation uint8

// The operations.
const (
	Sum          Operation = iota // Σ share·V, with the rest unknown or assumed
	Worst                         // the largest of needs that are all required
	Alternatives                  // any one suffices: least low, least safe, mean estimate
	AnyFails                      // the chance that at least one of several independent needs is hit: 1 − Π(1 − V)
	Ends                          // nothing lies behind it: safe
	Open                          // nothing is known about what lies behind it
	given                         // solved before
)

// Term is one link of the system. A share that is NaN is not stated.
type Term struct {
	Node  int32
	Share float64
}

// Equation is the rule of one node.
type Equation struct {
	Operation Operation
	Terms     []Term
	Market    *Assumption // what a rest of a Sum meets in the world market; nil leaves it out
	Closed    bool        // the terms of a Sum are complete: a rest falls to those without a share
	given     Values
}

// Assumption is what the world market says of a rest.
type Assumption struct{ Estimate, Resolved float64 }

// System is a set of equations over nodes 0..n-1. A node can be a member of the target, wholly or in part: those who look at
// it see 1 for the part that is, and its own values for the rest.
type System struct {
	Equations []Equation
	Members   []graph.Membership
}

const (
	sweepTolerance = 1e-15
	tie            = 1e-9 // estimates closer than this are equal
	maxSweeps      = 200_000
	patience       = 100 // sweeps before a cycle is solved directly
)

// Solve gives the least solution. The error is the context's. Cost: one evaluation per node, and per sweep in a cycle.
func (s *System) Solve(ctx context.Context) ([]Values, error) {
	values := make([]Values, len(s.Equations))
	look := func(n int32) Values { return s.seen(n, values[n]) }
	visited := 0
	for _, component := range s.components() {
		if visited += len(component); visited >= 4096 {
			visited = 0
			if ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
		}
		if len(component) == 1 && !s.refersToItself(component[0]) {
			n := component[0]
			values[n] = s.evaluate(n, look)
			continue
		}
		if err := s.sweep(ctx, component, values, look); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// sweep solves a cycle from below, those that others depend on first. The estimate is swept with the choice of the worst need
// free, and resolved follows it in a second run with the estimates fixed, since it is no monotone function of them. Where most
// of the mass stays inside, sweeps are slow, and the cycle is solved directly.
func (s *System) sweep(ctx context.Context, component []int32, values []Values, look func(int32) Values) error {
	for _, last := range []bool{false, true} {
		for i := 0; i < maxSweeps; i++ {
			change := 0.0
			for j := len(component) - 1; j >= 0; j-- {
				n := component[j]
				v := s.evaluate(n, look)
				if !last {
					v.Resolved = values[n].Resolved
				}
				change = max(change, difference(v, values[n]))
				values[n] = v
			}
			if change <= sweepTolerance || i == patience && s.solveDirectly(component, values, last) {
				break
			}
			if i%64 == 63 && ctx.Err() != nil {
				return context.Cause(ctx)
			}
		}
	}
	return nil
}

func difference(a, b Values) float64 {
	return max(math.Abs(a.Low-b.Low), math.Abs(a.Safe-b.Safe), math.Abs(a.Estimate-b.Estimate), math.Abs(a.Resolved-b.Resolved))
}

// seen is what others see of a node: 1 for the part in the target, its own values for the rest.
func (s *System) seen(n int32, v Values) Values {
	m := s.Members[n]
	if m.High == 0 {
		return v
	}
	return Values{
		Low:      m.Low + (1-m.Low)*v.Low,
		Safe:     (1 - m.High) * v.Safe,
		Estimate: m.Estimate + (1-m.Estimate)*v.Estimate,
		Resolved: m.Estimate + (1-m.Estimate)*v.Resolved,
	}
}

// evaluate applies a node's equation; look gives what is seen of its terms.
func (s *System) evaluate(n int32, look func(int32) Values) Values {
	eq := &s.Equations[n]
	switch eq.Operation {
	case Ends:
		return Values{Safe: 1, Resolved: 1}
	case Open:
		return Values{}
	case given:
		return eq.given
	case Worst:
		return worst(eq.Terms, look)
	case Alternatives:
		return alternatives(eq.Terms, look)
	case AnyFails:
		return anyFails(eq.Terms, look)
	}
	return sum(eq, look)
}

func sum(eq *Equation, look func(int32) Values) Values {
	var v, rest Values
	stated, unstated := 0.0, 0
	least := Values{Low: 1, Safe: 1}
	for _, t := range eq.Terms {
		u := look(t.Node)
		if math.IsNaN(t.Share) {
			unstated++
			rest.Estimate += u.Estimate
			rest.Resolved += u.Resolved
			least.Low, least.Safe = min(least.Low, u.Low), min(least.Safe, u.Safe)
			continue
		}
		stated += t.Share
		v.Low += t.Share * u.Low
		v.Safe += t.Share * u.Safe
		v.Estimate += t.Share * u.Estimate
		v.Resolved += t.Share * u.Resolved
	}
	left := max(0, 1-stated)
	if left < 1e-12 {
		return v
	}
	parties := float64(unstated)
	if eq.Closed && unstated > 0 {
		v.Low += left * least.Low
		v.Safe += left * least.Safe
	} else if eq.Market != nil {
		rest.Estimate += eq.Market.Estimate
		rest.Resolved += eq.Market.Resolved
		parties++
	}
	if parties > 0 {
		v.Estimate += left * rest.Estimate / parties
		v.Resolved += left * rest.Resolved / parties
	}
	return v
}

// worst takes the largest of needs that are all required. What the estimate rests on is what its largest need rests on; of needs
// that are equally large, the least resolved, since it could still raise it.
func worst(terms []Term, look func(int32) Values) Values {
	if len(terms) == 0 {
		return Values{}
	}
	v := Values{Safe: 1, Resolved: 1}
	for _, t := range terms {
		u := look(t.Node)
		v.Low, v.Safe, v.Estimate = max(v.Low, u.Low), min(v.Safe, u.Safe), max(v.Estimate, u.Estimate)
	}
	for _, t := range terms {
		if u := look(t.Node); u.Estimate > v.Estimate-tie {
			v.Resolved = min(v.Resolved, u.Resolved)
		}
	}
	return v
}

func alternatives(terms []Term, look func(int32) Values) Values {
	if len(terms) == 0 {
		return Values{}
	}
	v := Values{Low: 1, Safe: 1}
	for _, t := range terms {
		u := look(t.Node)
		v.Low, v.Safe = min(v.Low, u.Low), min(v.Safe, u.Safe)
		v.Estimate += u.Estimate
		v.Resolved += u.Resolved
	}
	v.Estimate /= float64(len(terms))
	v.Resolved /= float64(len(terms))
	return v
}

func anyFails(terms []Term, look func(int32) Values) Values {
	if len(terms) == 0 {
		return Values{}
	}
	low, safe, estimate, resolved := 1.0, 1.0, 1.0, 1.0
	for _, t := range terms {
		u := look(t.Node)
		low *= 1 - u.Low
		safe *= u.Safe
		estimate *= 1 - u.Estimate
		resolved = min(resolved, u.Resolved)
	}
	return Values{Low: 1 - low, Safe: safe, Estimate: 1 - estimate, Resolved: resolved}
}

func (s *System) refersToItself(n int32) bool {
	for _, t := range s.Equations[n].Terms {
		if t.Node == n {
			return true
		}
	}
	return false
}

// components lists the strongly connected components, those that others depend on first (Tarjan, without recursion).
func (s *System) components() [][]int32 {
	n := len(s.Equations)
	index, low := make([]int32, n), make([]int32, n)
	onStack := make([]bool, n)
	var stack []int32
	var out [][]int32
	type frame struct {
		node int32
		next int
	}
	counter := int32(0)
	for root := range int32(n) {
		if index[root] != 0 {
			continue
		}
		call := []frame{{node: root}}
		for len(call) > 0 {
			f := &call[len(call)-1]
			if index[f.node] == 0 {
				counter++
				index[f.node], low[f.node] = counter, counter
				stack, onStack[f.node] = append(stack, f.node), true
			}
			if terms := s.Equations[f.node].Terms; f.next < len(terms) {
				to := terms[f.next].Node
				f.next++
				if index[to] == 0 {
					call = append(call, frame{node: to})
				} else if onStack[to] {
					low[f.node] = min(low[f.node], index[to])
				}
				continue
			}
			done := f.node
			call = call[:len(call)-1]
			if len(call) > 0 {
				parent := call[len(call)-1].node
				low[parent] = min(low[parent], low[done])
			}
			if low[done] == index[done] {
				out = append(out, popComponent(&stack, onStack, done))
			}
		}
	}
	return out
}

func popComponent(stack *[]int32, onStack []bool, root int32) []int32 {
	s := *stack
	i := len(s) - 1
	for s[i] != root {
		i--
	}
	component := append([]int32(nil), s[i:]...)
	for _, n := range component {
		onStack[n] = false
	}
	*stack = s[:i]
	return component
}

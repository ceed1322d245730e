package graphtest

import "slices"

// Choice is a requirement of a node: at least Need of Any are up.
type Choice struct {
	Any  []int
	Need int
}

// AndOr is a supply graph by node: all of a node's choices have to be met. It answers by trying everything, one failure or set of
// failures after the other. Give it small graphs only.
type AndOr [][]Choice

// Up tells which nodes are up when some have failed: everything is up to begin with, and rounds take down what is not met.
func (g AndOr) Up(failed ...int) []bool {
	up := make([]bool, len(g))
	for n := range up {
		up[n] = !slices.Contains(failed, n)
	}
	for again := true; again; {
		again = false
		for n := range g {
			if up[n] && !g.met(n, up) {
				up[n], again = false, true
			}
		}
	}
	return up
}

func (g AndOr) met(n int, up []bool) bool {
	for _, c := range g[n] {
		var left []int
		for _, a := range c.Any {
			if up[a] && !slices.Contains(left, a) {
				left = append(left, a)
			}
		}
		if len(left) < c.Need {
			return false
		}
	}
	return true
}

// Cuts lists the sets of up to size nodes that take the target down while no part of them does, smaller ones first.
func (g AndOr) Cuts(target, size int) [][]int {
	var cuts [][]int
	for k := 1; k <= size; k++ {
		g.combine(k, 0, nil, func(set []int) {
			if slices.Contains(set, target) || slices.ContainsFunc(cuts, func(cut []int) bool { return within(cut, set) }) {
				return
			}
			if !g.Up(set...)[target] {
				cuts = append(cuts, slices.Clone(set))
			}
		})
	}
	return cuts
}

func (g AndOr) combine(k, from int, set []int, visit func([]int)) {
	if len(set) == k {
		visit(set)
		return
	}
	for n := from; n < len(g); n++ {
		g.combine(k, n+1, append(set, n), visit)
	}
}

func within(small, large []int) bool {
	for _, n := range small {
		if !slices.Contains(large, n) {
			return false
		}
	}
	return true
}

// Dominators lists the nodes without which no source reaches the target, of those that lead to it.
func (g AndOr) Dominators(target int) []int {
	var found []int
	for n := range g {
		if n != target && g.leads(n, target) && !g.sourced(target, n) {
			found = append(found, n)
		}
	}
	return found
}

// leads tells whether a chain of alternatives goes from one node to another.
func (g AndOr) leads(from, to int) bool {
	seen := make([]bool, len(g))
	var search func(n int) bool
	search = func(n int) bool {
		if n == from {
			return true
		}
		if seen[n] {
			return false
		}
		seen[n] = true
		for _, c := range g[n] {
			if slices.ContainsFunc(c.Any, search) {
				return true
			}
		}
		return false
	}
	return search(to)
}

// sourced tells whether a node without choices reaches the target past one that is missing.
func (g AndOr) sourced(target, missing int) bool {
	for n := range g {
		if n == missing || len(g[n]) > 0 {
			continue
		}
		without := slices.Clone(g)
		without[missing] = nil
		for m := range without {
			var choices []Choice
			for _, c := range without[m] {
				any := slices.DeleteFunc(slices.Clone(c.Any), func(a int) bool { return a == missing })
				choices = append(choices, Choice{Any: any})
			}
			without[m] = choices
		}
		if without.leads(n, target) {
			return true
		}
	}
	return false
}

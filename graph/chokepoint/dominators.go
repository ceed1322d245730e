package chokepoint

import "slices"

// Dominators appends, in ascending order, the nodes on every path from a source to the target, the target left out. A path goes from
// an alternative to the owner of its requirement; a source has no requirements. Dominators are not single points of failure: they
// take every requirement as if any alternative of any of them would do. Where no source reaches the target, all that leads to it
// stands on every path. The method is that of Cooper, Harvey and Kennedy (2001); it costs some passes over what leads to the target.
func (g *Graph) Dominators(target int32, into []int32) []int32 {
	start := len(into)
	order := g.fromSources(g.above(target))
	rank := make(map[int32]int, len(order))
	for i, n := range order {
		rank[n] = i + 1
	}
	at, reached := rank[target]
	if !reached {
		for n, above := range g.above(target) {
			if above && int32(n) != target {
				into = append(into, int32(n))
			}
		}
		return into
	}
	over := make([]int, len(order)+1) // by rank: the nearest dominator; 0 stands for the sources together, -1 for not yet known
	for i := 1; i < len(over); i++ {
		over[i] = -1
	}
	for again := true; again; {
		again = false
		for i, n := range order {
			if best := g.nearest(n, rank, over); best != over[i+1] {
				over[i+1], again = best, true
			}
		}
	}
	for d := over[at]; d > 0; d = over[d] {
		into = append(into, order[d-1])
	}
	slices.Sort(into[start:])
	return into
}

// nearest is the nearest common dominator of what leads to a node straight away, by rank.
func (g *Graph) nearest(n int32, rank map[int32]int, over []int) int {
	needs := g.needs.of(n)
	if len(needs) == 0 {
		return 0
	}
	best := -1
	for _, r := range needs {
		for _, a := range g.of(r) {
			other, reached := rank[a]
			if !reached || over[other] < 0 {
				continue
			}
			if best < 0 {
				best = other
			}
			for best != other {
				if best > other {
					best = over[best]
				} else {
					other = over[other]
				}
			}
		}
	}
	return best
}

// above marks the targets and what leads to them.
func (g *Graph) above(targets ...int32) []bool {
	marked := make([]bool, g.nodes)
	for _, t := range targets {
		marked[t] = true
	}
	for stack := slices.Clone(targets); len(stack) > 0; {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, r := range g.needs.of(n) {
			for _, a := range g.of(r) {
				if !marked[a] {
					marked[a] = true
					stack = append(stack, a)
				}
			}
		}
	}
	return marked
}

// fromSources lists the marked nodes that sources reach over marked nodes, in reverse postorder of a depth-first search.
func (g *Graph) fromSources(marked []bool) []int32 {
	seen := make([]bool, g.nodes)
	var post []int32
	type frame struct {
		node int32
		next int
	}
	for n := range int32(g.nodes) {
		if !marked[n] || seen[n] || len(g.needs.of(n)) > 0 {
			continue
		}
		seen[n] = true
		for call := []frame{{node: n}}; len(call) > 0; {
			f := &call[len(call)-1]
			serves := g.serves.of(f.node)
			if f.next == len(serves) {
				post = append(post, f.node)
				call = call[:len(call)-1]
				continue
			}
			to := g.owner[serves[f.next]]
			f.next++
			if marked[to] && !seen[to] {
				seen[to] = true
				call = append(call, frame{node: to})
			}
		}
	}
	slices.Reverse(post)
	return post
}

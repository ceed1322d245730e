package shock

// arrange numbers nodes so that what a node depends on comes before it; nodes that depend on each other stand side by side and form a
// core (Tarjan 1972, without recursion). from and on list by node what it depends on. coreEnd gives by number where the core that it
// lies in ends, 0 outside cores; coreStart where it starts.
func (s *system) arrange(from, on []int32) {
	n := len(from) - 1
	s.rank, s.node = make([]int32, n), make([]int32, 0, n)
	s.coreStart, s.coreEnd = make([]int32, n), make([]int32, n)
	t := tarjan{from: from, on: on, found: make([]int32, n), low: make([]int32, n), next: make([]int32, n)}
	for root := range int32(n) {
		if t.found[root] == 0 {
			t.visit(root, s.component)
		}
	}
}

type tarjan struct {
	from, on         []int32
	found, low, next []int32 // by node: order of discovery from 1, lowest reachable, next link to follow; low is -1 once placed
	count            int32
	stack, path      []int32
}

func (t *tarjan) visit(root int32, place func(members []int32, looped bool)) {
	t.enter(root)
	for len(t.path) > 0 {
		at := t.path[len(t.path)-1]
		if k := t.next[at]; k < t.from[at+1] {
			t.next[at]++
			switch to := t.on[k]; {
			case t.found[to] == 0:
				t.enter(to)
			case t.low[to] >= 0:
				t.low[at] = min(t.low[at], t.found[to])
			}
			continue
		}
		t.path = t.path[:len(t.path)-1]
		if len(t.path) > 0 {
			up := t.path[len(t.path)-1]
			t.low[up] = min(t.low[up], t.low[at])
		}
		if t.low[at] == t.found[at] {
			t.leave(at, place)
		}
	}
}

func (t *tarjan) enter(at int32) {
	t.count++
	t.found[at], t.low[at], t.next[at] = t.count, t.count, t.from[at]
	t.stack, t.path = append(t.stack, at), append(t.path, at)
}

// leave takes a finished component off the stack, what was found last first: it tends to be what the others depend on.
func (t *tarjan) leave(at int32, place func(members []int32, looped bool)) {
	start := len(t.stack) - 1
	for t.stack[start] != at {
		start--
	}
	members := t.stack[start:]
	looped := len(members) > 1
	for _, m := range members {
		t.low[m] = -1
		for k := t.from[m]; k < t.from[m+1] && !looped; k++ {
			looped = t.on[k] == m
		}
	}
	place(members, looped)
	t.stack = t.stack[:start]
}

func (s *system) component(members []int32, looped bool) {
	start := int32(len(s.node))
	for k := len(members) - 1; k >= 0; k-- {
		s.rank[members[k]] = int32(len(s.node))
		s.node = append(s.node, members[k])
	}
	if !looped {
		return
	}
	s.cores++
	for i := start; i < int32(len(s.node)); i++ {
		s.coreStart[i], s.coreEnd[i] = start, int32(len(s.node))
	}
}

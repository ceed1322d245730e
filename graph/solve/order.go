package solve

import "context"

// arrange finds the strongly connected components (Tarjan 1972, without recursion) and numbers the nodes: suppliers before
// buyers, components side by side, within a component in the order in which the search leaves its nodes.
func (g *Graph) arrange(ctx context.Context, offsets, suppliers []uint32) error {
	n := g.nodes
	t := tarjan{
		offsets: offsets, suppliers: suppliers, next: make([]uint32, n), index: make([]uint32, n), low: make([]uint32, n),
		component: make([]uint32, n), left: make([]uint32, 0, n), itself: make([]bool, n),
	}
	copy(t.next, offsets[:n])
	for root := range n {
		if t.index[root] == 0 {
			t.visit(uint32(root))
			if root%1024 == 0 && ctx.Err() != nil {
				return context.Cause(ctx)
			}
		}
	}
	g.number(&t)
	return ctx.Err()
}

type tarjan struct {
	offsets, suppliers []uint32
	next               []uint32 // by node: the next link to follow
	index, low         []uint32 // 0: not seen; closed once its component is known
	component          []uint32 // by node, from 1
	itself             []bool   // by node: it is a supplier of its own
	left               []uint32 // nodes in the order in which the search leaves them
	call, stack        []uint32
	counter, found     uint32
}

func (t *tarjan) visit(root uint32) {
	t.enter(root)
	for len(t.call) > 0 {
		n := t.call[len(t.call)-1]
		at, end, low, into := t.next[n], t.offsets[n+1], t.low[n], unseen
		for ; at < end; at++ {
			to := t.suppliers[at]
			if index := t.index[to]; index == 0 {
				into = to
				at++
				break
			} else if index <= low { // on the stack; closed is above all
				low = index
				if to == n {
					t.itself[n] = true
				}
			}
		}
		t.next[n], t.low[n] = at, low
		if into != unseen {
			t.enter(into)
			continue
		}
		t.call = t.call[:len(t.call)-1]
		t.left = append(t.left, n)
		if len(t.call) > 0 {
			parent := t.call[len(t.call)-1]
			t.low[parent] = min(t.low[parent], low)
		}
		if low == t.index[n] {
			t.close(n)
		}
	}
}

// unseen stands for no node, and closed for the index of a node whose component is known.
const (
	unseen = ^uint32(0)
	closed = ^uint32(0)
)

func (t *tarjan) enter(n uint32) {
	t.counter++
	t.index[n], t.low[n] = t.counter, t.counter
	t.call, t.stack = append(t.call, n), append(t.stack, n)
}

func (t *tarjan) close(root uint32) {
	t.found++
	for {
		n := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.component[n], t.index[n] = t.found, closed
		if n == root {
			return
		}
	}
}

// number orders the nodes by component, in the order in which components were closed, and finds the cores.
func (g *Graph) number(t *tarjan) {
	n := g.nodes
	starts := make([]uint32, t.found+2)
	for _, c := range t.component {
		starts[c+1]++
	}
	for c := 1; c < len(starts); c++ {
		starts[c] += starts[c-1]
	}
	g.rank, g.node = make([]uint32, n), make([]uint32, n)
	next := append([]uint32(nil), starts...)
	for _, old := range t.left {
		c := t.component[old]
		g.rank[old], g.node[next[c]] = next[c], old
		next[c]++
	}
	for c := uint32(1); c <= t.found; c++ {
		start, end := starts[c], starts[c+1]
		if end-start > 1 || t.itself[g.node[start]] {
			g.cores = append(g.cores, core{start: int(start), end: int(end)})
		}
	}
}

// stackCores counts how many cores lie on one chain.
func (g *Graph) stackCores() {
	for c := range g.cores {
		g.size(&g.cores[c])
	}
	if len(g.cores) < 2 {
		g.depth = len(g.cores)
		return
	}
	level := make([]int32, g.nodes)
	at := 0
	row := func(i int) int32 {
		l := int32(0)
		for _, s := range g.supplier[g.from[i]:g.from[i+1]] {
			l = max(l, level[s])
		}
		return l
	}
	for c := range g.cores {
		for ; at < g.cores[c].start; at++ {
			level[at] = row(at)
		}
		l := int32(0)
		for i := g.cores[c].start; i < g.cores[c].end; i++ {
			l = max(l, row(i))
		}
		for ; at < g.cores[c].end; at++ {
			level[at] = l + 1
		}
		g.cores[c].level = int(l) + 1
		g.depth = max(g.depth, int(l)+1)
	}
}

// size looks at the rows of a core.
func (g *Graph) size(at *core) {
	at.gain = 1
	for i := at.start; i < at.end; i++ {
		at.ruled = at.ruled || g.special[i] != 0
		width := int(g.from[i+1] - g.from[i])
		at.width = max(at.width, width)
		if g.rules[i] == AnyFails {
			at.gain = max(at.gain, float64(width))
		}
	}
}

package solve

import (
	"context"
	"math"
)

// Guide knows the best way from every node to a target: the largest product of stated shares along any walk that ends at a member. It
// can be used again for another target of the same graph.
type Guide struct {
	graph *Graph
	best  []float64 // by number; 1 at members
	ends  []uint64  // members, as a bit set
	heap  []reached
}

// Best is the largest product of shares from a node to a member: 1 at a member itself, 0 where none is reached.
func (w *Guide) Best(node int32) float64 { return w.best[w.graph.rank[node]] }

// Guide works out the best way from all nodes at once. The error is the context's, or names a member that is no node. Cost: a pass over
// all links, and a few over the cores.
func (g *Graph) Guide(ctx context.Context, t *Target, into *Guide) error {
	if err := g.checkTarget(t); err != nil {
		return err
	}
	into.graph = g
	into.best, into.ends = sized(into.best, g.nodes), sized(into.ends, (g.nodes+63)/64)
	clear(into.ends)
	for _, m := range t.Members {
		if m.High > 0 {
			n := g.rank[m.Node]
			into.ends[n>>6] |= 1 << (n & 63)
		}
	}
	at := 0
	for _, c := range g.cores {
		if _, err := into.pass(ctx, at, c.start); err != nil {
			return err
		}
		clear(into.best[c.start:c.end])
		if err := into.core(ctx, c); err != nil {
			return err
		}
		at = c.end
	}
	_, err := into.pass(ctx, at, g.nodes)
	return err
}

func (w *Guide) isEnd(n uint32) bool { return w.ends[n>>6]>>(n&63)&1 == 1 }

func (w *Guide) pass(ctx context.Context, start, end int) (changed bool, err error) {
	best := w.best
	for ; start < end; start += block {
		if ctx.Err() != nil {
			return false, context.Cause(ctx)
		}
		for i := start; i < min(end, start+block); i++ {
			v := 0.0
			if w.isEnd(uint32(i)) {
				v = 1
			} else {
				v = w.row(i)
			}
			changed = changed || v != best[i]
			best[i] = v
		}
	}
	return changed, nil
}

// notANumber is above all bits of numbers that are not negative.
const notANumber = 0x7ff0000000000000

// row is the best of what a number's links lead to. Weights that split what is not stated (NaN) lead nowhere.
func (w *Guide) row(i int) float64 {
	a, b := w.graph.from[i], w.graph.from[i+1]
	weights, most := w.graph.stated[a:b], uint64(0)
	for k, s := range w.graph.supplier[a:b] {
		// Numbers that are not negative are in the order of their bits, and bits compare without a branch.
		x := math.Float64bits(weights[k] * w.best[s])
		if x > notANumber {
			x = 0
		}
		most = max(most, x)
	}
	return math.Float64frombits(most)
}

// impatience is after how many sweeps a core is searched from its best member instead.
const impatience = 24

func (w *Guide) core(ctx context.Context, c core) error {
	for range impatience {
		if changed, err := w.pass(ctx, c.start, c.end); err != nil || !changed {
			return err
		}
	}
	return w.dijkstra(ctx, c)
}

type reached struct {
	product float64
	number  uint32
}

// dijkstra settles the members of a core best first.
func (w *Guide) dijkstra(ctx context.Context, c core) error {
	g := w.graph
	clear(w.best[c.start:c.end])
	w.heap = w.heap[:0]
	for i := c.start; i < c.end; i++ {
		v := w.row(i) // from outside: inside all are 0 as yet
		if w.isEnd(uint32(i)) {
			v = 1
		}
		if v > 0 {
			w.push(reached{v, uint32(i)})
		}
	}
	for settled := 0; len(w.heap) > 0; settled++ {
		if settled%block == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		at := w.pop()
		if at.product <= w.best[at.number] {
			continue
		}
		w.best[at.number] = at.product
		for _, b := range g.buyer[g.into[at.number]:g.into[at.number+1]] {
			if int(b) < c.start || int(b) >= c.end || w.isEnd(b) {
				continue
			}
			if x := at.product * g.weight(b, at.number); x > w.best[b] {
				w.push(reached{x, b})
			}
		}
	}
	return nil
}

// weight is that of the links of a buyer to a supplier, the largest where a rule keeps parallel ones apart.
func (g *Graph) weight(buyer, supplier uint32) float64 {
	most := 0.0
	for k := g.from[buyer]; k < g.from[buyer+1]; k++ {
		if x := g.stated[k]; g.supplier[k] == supplier && x > most {
			most = x
		}
	}
	return most
}

func (w *Guide) push(x reached) {
	w.heap = append(w.heap, x)
	for i := len(w.heap) - 1; i > 0; {
		up := (i - 1) / 2
		if w.heap[up].product >= w.heap[i].product {
			return
		}
		w.heap[up], w.heap[i] = w.heap[i], w.heap[up]
		i = up
	}
}

func (w *Guide) pop() reached {
	top, last := w.heap[0], len(w.heap)-1
	w.heap[0] = w.heap[last]
	w.heap = w.heap[:last]
	for i := 0; ; {
		child := 2*i + 1
		if child >= last {
			return top
		}
		if child+1 < last && w.heap[child+1].product > w.heap[child].product {
			child++
		}
		if w.heap[i].product >= w.heap[child].product {
			return top
		}
		w.heap[i], w.heap[child] = w.heap[child], w.heap[i]
		i = child
	}
}

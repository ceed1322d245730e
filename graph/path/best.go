package path

import (
	"cmp"
	"container/heap"
	"context"
	"math"
	"slices"
)

// Edge leads from a node to one of its suppliers with the share that it contributes.
type Edge struct {
	To     int32
	Weight float64
}

// Graph is a walkable graph: for every node its suppliers, whether a walk ends there, and its name for ties. Parallel edges
// add up; edges of weight 0 carry nothing.
type Graph struct {
	Edges  [][]Edge
	Target []bool
	Name   func(int32) string
}

// Walk is one simple path from a root to the target.
type Walk struct {
	Nodes        []int32
	Contribution float64
}

// Walks are the best paths of a root.
type Walks struct {
	Walks     []Walk
	Total     float64 // what all walks contribute together
	Truncated bool    // more simple paths exist than are listed
}

// Coverage is the part of the total that the listed paths carry; 1 where there is nothing to carry.
func (w *Walks) Coverage() float64 {
	if w.Total <= 0 {
		return 1
	}
	listed := 0.0
	for i := range w.Walks {
		listed += w.Walks[i].Contribution
	}
	return min(listed/w.Total, 1)
}

// maxPops bounds the search: so many partial paths are looked at before the rest is left out.
const maxPops = 100_000

// Best lists up to limit best simple paths from a root. The root itself does not end a walk. The error is the context's.
func Best(ctx context.Context, g *Graph, root int32, limit int) (*Walks, error) {
	reachable := g.reachable(root)
	bound := g.bounds(reachable)
	out := &Walks{}
	var err error
	if out.Total, err = g.total(ctx, root, reachable, bound); err != nil {
		return nil, err
	}
	q := &queue{g: g}
	heap.Push(q, &partial{node: root, product: 1, best: math.Inf(1)})
	for pops := 0; q.Len() > 0; pops++ {
		if pops%1024 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if pops == maxPops {
			out.Truncated = true
			return out, nil
		}
		p := heap.Pop(q).(*partial)
		if p.from != nil && g.Target[p.node] {
			if len(out.Walks) == limit {
				out.Truncated = true
				return out, nil
			}
			out.Walks = append(out.Walks, Walk{Nodes: p.nodes(), Contribution: p.product})
			continue
		}
		for _, e := range merged(g.Edges[p.node]) {
			if e.Weight <= 0 || bound[e.To] <= 0 || p.holds(e.To) {
				continue
			}
			product := p.product * e.Weight
			heap.Push(q, &partial{node: e.To, from: p, product: product, best: product * bound[e.To], steps: p.steps + 1})
		}
	}
	return out, nil
}

// merged adds parallel edges up.
func merged(edges []Edge) []Edge {
	out := slices.Clone(edges)
	slices.SortStableFunc(out, func(a, b Edge) int { return cmp.Compare(a.To, b.To) })
	n := 0
	for _, e := range out {
		if n > 0 && out[n-1].To == e.To {
			out[n-1].Weight += e.Weight
			continue
		}
		out[n] = e
		n++
	}
	return out[:n]
}

type partial struct {
	node    int32
	from    *partial
	product float64
	best    float64 // product times the bound of the rest
	steps   int
}

func (p *partial) holds(n int32) bool {
	for ; p != nil; p = p.from {
		if p.node == n {
			return true
		}
	}
	return false
}

func (p *partial) nodes() []int32 {
	out := make([]int32, p.steps+1)
	for i := p.steps; p != nil; p, i = p.from, i-1 {
		out[i] = p.node
	}
	return out
}

type queue struct {
	g     *Graph
	items []*partial
}

func (q *queue) Len() int      { return len(q.items) }
func (q *queue) Swap(i, j int) { q.items[i], q.items[j] = q.items[j], q.items[i] }
func (q *queue) Push(x any)    { q.items = append(q.items, x.(*partial)) }
func (q *queue) Pop() any {
	last := q.items[len(q.items)-1]
	q.items = q.items[:len(q.items)-1]
	return last
}

// Less orders by what a path can still contribute, then fewer steps, then names along the path. Products that differ only in
// their last bits are equal, so that order of multiplication does not decide.
func (q *queue) Less(i, j int) bool {
	a, b := q.items[i], q.items[j]
	if x, y := rounded(a.best), rounded(b.best); x != y {
		return x > y
	}
	if a.steps != b.steps {
		return a.steps < b.steps
	}
	x, y := a.nodes(), b.nodes()
	for k := range x {
		if c := cmp.Compare(q.g.Name(x[k]), q.g.Name(y[k])); c != 0 {
			return c < 0
		}
	}
	return slices.Compare(x, y) < 0
}

func rounded(x float64) float64 {
	if x == 0 || math.IsInf(x, 0) {
		return x
	}
	scale := math.Pow(10, 12-math.Ceil(math.Log10(math.Abs(x))))
	return math.Round(x*scale) / scale
}

// reachable lists the nodes that walks from a root can visit, targets as ends.
func (g *Graph) reachable(root int32) []int32 {
	seen := map[int32]bool{root: true}
	out := []int32{root}
	for i := 0; i < len(out); i++ {
		if i > 0 && g.Target[out[i]] {
			continue
		}
		for _, e := range g.Edges[out[i]] {
			if e.Weight > 0 && !seen[e.To] {
				seen[e.To] = true
				out = append(out, e.To)
			}
		}
	}
	return out
}

// bounds gives the largest product of shares from every reachable node to the target (Dijkstra from the targets).
func (g *Graph) bounds(reachable []int32) map[int32]float64 {
	back := map[int32][]Edge{}
	bound := map[int32]float64{}
	q := &reached{}
	for _, n := range reachable {
		if g.Target[n] {
			heap.Push(q, Edge{To: n, Weight: 1})
		}
		for _, e := range merged(g.Edges[n]) {
			if e.Weight > 0 {
				back[e.To] = append(back[e.To], Edge{To: n, Weight: min(e.Weight, 1)})
			}
		}
	}
	for q.Len() > 0 {
		at := heap.Pop(q).(Edge)
		if at.Weight <= bound[at.To] {
			continue
		}
		bound[at.To] = at.Weight
		for _, e := range back[at.To] {
			if w := at.Weight * e.Weight; w > bound[e.To] {
				heap.Push(q, Edge{To: e.To, Weight: w})
			}
		}
	}
	return bound
}

type reached []Edge

func (r reached) Len() int           { return len(r) }
func (r reached) Less(i, j int) bool { return r[i].Weight > r[j].Weight }
func (r reached) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *reached) Push(x any)        { *r = append(*r, x.(Edge)) }
func (r *reached) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}

// total adds up all walks from the root, loops included: the least solution of x = Σ weight·(1 at a target, else x), by
// sweeps from the far end until the largest change is below 1e-15.
func (g *Graph) total(ctx context.Context, root int32, reachable []int32, bound map[int32]float64) (float64, error) {
	x := map[int32]float64{}
	value := func(n int32) float64 {
		sum := 0.0
		for _, e := range g.Edges[n] {
			if e.Weight <= 0 || bound[e.To] <= 0 {
				continue
			}
			if g.Target[e.To] {
				sum += e.Weight
			} else {
				sum += e.Weight * x[e.To]
			}
		}
		return sum
	}
	for sweep := 0; sweep < 100_000; sweep++ {
		if sweep%64 == 0 && ctx.Err() != nil {
			return 0, context.Cause(ctx)
		}
		change := 0.0
		for i := len(reachable) - 1; i >= 0; i-- {
			n := reachable[i]
			if bound[n] <= 0 || g.Target[n] && n != root {
				continue
			}
			v := value(n)
			change = max(change, math.Abs(v-x[n]))
			x[n] = v
		}
		if change <= 1e-15*max(1, x[root]) {
			break
		}
	}
	return x[root], nil
}

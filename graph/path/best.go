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

// The bounds of a search: so many partial paths are looked at, and so many steps taken back along them to see that no node comes
// twice, before the rest is left out.
const (
	maxPops  = 400_000
	maxLooks = 50_000_000
)

// Best lists up to limit best simple paths from a root. The root itself does not end a walk. The error is the context's.
func Best(ctx context.Context, g *Graph, root int32, limit int) (*Walks, error) {
	s := newSearch(g, root)
	out := &Walks{}
	var err error
	if out.Total, err = s.total(ctx); err != nil {
		return nil, err
	}
	s.open(&partial{node: root, product: 1}, 0)
	for pops := 0; s.queue.Len() > 0; pops++ {
		if pops%1024 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if pops == maxPops || s.looks > maxLooks {
			out.Truncated = true
			return out, nil
		}
		p := heap.Pop(&s.queue).(*partial)
		s.open(p.from, p.rank+1)
		if g.Target[p.node] {
			if len(out.Walks) == limit {
				out.Truncated = true
				return out, nil
			}
			out.Walks = append(out.Walks, Walk{Nodes: p.nodes(), Contribution: p.product})
			continue
		}
		s.open(p, 0)
	}
	return out, nil
}

// search is a best-first search over what a root reaches.
type search struct {
	*Graph
	root   int32
	order  []int32 // what the root reaches, suppliers before buyers but for cycles
	cyclic bool
	bound  []float64 // by node: the largest product of shares from it to the target
	hops   []int32   // by node: the fewest steps to the target with that product
	names  []string  // by node, once it was asked for
	sorted [][]child // by node, once it was opened
	queue  queue
	looks  int
}

// child is a supplier with the edge to it, parallel edges added up.
type child struct {
	to     int32
	weight float64
	best   float64 // the weight times the bound
	rank   float64 // the same, rounded
}

func newSearch(g *Graph, root int32) *search {
	n := len(g.Edges)
	s := &search{Graph: g, root: root, bound: make([]float64, n), hops: make([]int32, n), names: make([]string, n), sorted: make([][]child, n)}
	s.queue.before = s.before
	s.arrange()
	back := s.findBounds()
	s.findHops(back)
	return s
}

// ends tells whether walks go no further than a node.
func (s *search) ends(n int32) bool { return s.Target[n] && n != s.root }

// arrange lists what the root reaches in the order in which a depth-first search leaves it.
func (s *search) arrange() {
	const fresh, open, left = 0, 1, 2
	state := make([]uint8, len(s.Edges))
	type frame struct {
		node int32
		next int
	}
	stack := []frame{{node: s.root}}
	state[s.root] = open
	for len(stack) > 0 {
		f := &stack[len(stack)-1]
		edges := s.Edges[f.node]
		if s.ends(f.node) || f.next == len(edges) {
			state[f.node] = left
			s.order = append(s.order, f.node)
			stack = stack[:len(stack)-1]
			continue
		}
		e := edges[f.next]
		f.next++
		switch {
		case e.Weight <= 0:
		case state[e.To] == open:
			s.cyclic = true
		case state[e.To] == fresh:
			state[e.To] = open
			stack = append(stack, frame{node: e.To})
		}
	}
}

// findBounds gives the largest product of shares from every node to the target (Dijkstra from the targets), and the edges it
// went by, from supplier to buyer.
func (s *search) findBounds() [][]Edge {
	back := make([][]Edge, len(s.Edges))
	q := &reached{}
	for _, n := range s.order {
		if s.Target[n] {
			heap.Push(q, Edge{To: n, Weight: 1})
		}
		if s.ends(n) {
			continue
		}
		for _, e := range merged(s.Edges[n]) {
			back[e.To] = append(back[e.To], Edge{To: n, Weight: min(e.Weight, 1)})
		}
	}
	for q.Len() > 0 {
		at := heap.Pop(q).(Edge)
		if at.Weight <= s.bound[at.To] {
			continue
		}
		s.bound[at.To] = at.Weight
		for _, e := range back[at.To] {
			if w := at.Weight * e.Weight; w > s.bound[e.To] {
				heap.Push(q, Edge{To: e.To, Weight: w})
			}
		}
	}
	return back
}

// findHops gives the fewest steps that lead from every node to the target at its bound, give or take what rounding calls equal.
// Without them all paths of equal shares would be laid out side by side, the short ones first, before the first one is whole.
func (s *search) findHops(back [][]Edge) {
	const equal = 1 - 1e-11
	var at []int32
	for _, n := range s.order {
		if s.hops[n] = -1; s.Target[n] {
			s.hops[n], at = 0, append(at, n)
		}
	}
	for len(at) > 0 {
		n := at[0]
		at = at[1:]
		for _, e := range back[n] {
			if s.hops[e.To] < 0 && s.bound[n]*e.Weight >= s.bound[e.To]*equal {
				s.hops[e.To] = s.hops[n] + 1
				at = append(at, e.To)
			}
		}
	}
}

// open queues the best child of a partial path, from a rank on, that it does not hold yet. The others follow when that one is
// taken, so that a node with many suppliers does not flood the queue.
func (s *search) open(p *partial, rank int) {
	if p == nil {
		return
	}
	children := s.children(p.node)
	for ; rank < len(children); rank++ {
		if c := children[rank]; !s.holds(p, c.to) {
			heap.Push(&s.queue, &partial{node: c.to, from: p, rank: rank, product: p.product * c.weight, best: rounded(p.product * c.best),
				steps: p.steps + 1, least: p.steps + 1 + int(s.hops[c.to])})
			return
		}
	}
}

// children lists the suppliers of a node that lead to the target, best first.
func (s *search) children(n int32) []child {
	if s.sorted[n] != nil {
		return s.sorted[n]
	}
	list := make([]child, 0, len(s.Edges[n]))
	for _, e := range merged(s.Edges[n]) {
		if s.bound[e.To] > 0 {
			list = append(list, child{e.To, e.Weight, e.Weight * s.bound[e.To], rounded(e.Weight * s.bound[e.To])})
		}
	}
	slices.SortFunc(list, func(a, b child) int {
		if c := cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(s.hops[a.to], s.hops[b.to])); c != 0 {
			return c
		}
		return s.compareNames(a.to, b.to)
	})
	s.sorted[n] = list
	return list
}

func (s *search) holds(p *partial, n int32) bool {
	for ; s.cyclic && p != nil; p = p.from {
		if s.looks++; p.node == n {
			return true
		}
	}
	return false
}

// merged adds parallel edges up and leaves out those that carry nothing.
func merged(edges []Edge) []Edge {
	out := slices.DeleteFunc(slices.Clone(edges), func(e Edge) bool { return e.Weight <= 0 })
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

// partial is a path that is still being built.
type partial struct {
	node    int32
	from    *partial
	rank    int // which child of its node's predecessor it is
	product float64
	best    float64 // product times the bound of the rest, rounded
	steps   int
	least   int // the steps it has at least when it is whole and as good as that
}

func (p *partial) nodes() []int32 {
	out := make([]int32, p.steps+1)
	for i := p.steps; p != nil; p, i = p.from, i-1 {
		out[i] = p.node
	}
	return out
}

// before orders by what a path can still contribute, then fewer steps, then names along the path. Products that differ only in
// their last bits are equal, so that order of multiplication does not decide. No path in the queue begins another one.
func (s *search) before(a, b *partial) bool {
	if a.best != b.best {
		return a.best > b.best
	}
	if a.least != b.least {
		return a.least < b.least
	}
	for ; a.steps > b.steps; a = a.from {
		s.looks++
	}
	for ; b.steps > a.steps; b = b.from {
		s.looks++
	}
	for ; a.from != b.from; a, b = a.from, b.from {
		s.looks++
	}
	return s.compareNames(a.node, b.node) < 0 // where they part
}

func (s *search) compareNames(a, b int32) int {
	return cmp.Or(cmp.Compare(s.nameOf(a), s.nameOf(b)), cmp.Compare(a, b))
}

func (s *search) nameOf(n int32) string {
	if s.names[n] == "" {
		s.names[n] = s.Name(n)
	}
	return s.names[n]
}

type queue struct {
	before func(a, b *partial) bool
	items  []*partial
}

func (q *queue) Len() int           { return len(q.items) }
func (q *queue) Swap(i, j int)      { q.items[i], q.items[j] = q.items[j], q.items[i] }
func (q *queue) Less(i, j int) bool { return q.before(q.items[i], q.items[j]) }
func (q *queue) Push(x any)         { q.items = append(q.items, x.(*partial)) }
func (q *queue) Pop() any {
	last := q.items[len(q.items)-1]
	q.items[len(q.items)-1] = nil
	q.items = q.items[:len(q.items)-1]
	return last
}

// rounded keeps twelve digits.
func rounded(x float64) float64 {
	if x == 0 || math.IsInf(x, 0) {
		return x
	}
	scale := math.Pow(10, 12-math.Ceil(math.Log10(math.Abs(x))))
	if math.IsInf(scale, 0) {
		return x
	}
	return math.Round(x*scale) / scale
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

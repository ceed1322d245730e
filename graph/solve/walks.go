package solve

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Walk is a simple path from a root to the first member it meets.
type Walk struct {
	Nodes        []int32 // the root first
	Contribution float64 // the product of the shares
}

// Walks are the best walks of a root. They can be used again for another root.
type Walks struct {
	Walks     []Walk
	Truncated bool // more walks exist than are listed

	partial []partial
	heap    []uint32
	nodes   []int32
	left    []uint32 // scratch for names along a partial walk
	right   []uint32
}

type partial struct {
	key     uint64 // of what it can still contribute, at 40 bits: what differs only by rounding is equal
	product float64
	number  uint32
	from    uint32 // index of the partial walk it extends; itself at the root
	steps   uint32
}

// A search is bounded: after so many partial walks looked at, or held, the rest is left out.
const (
	maxPops     = 100_000
	maxPartials = 4_000_000
)

// Walks lists up to limit best simple walks from a root: by contribution, then fewer steps, then the order of the nodes along them by
// compare, which may be nil for that of their numbers. The root itself does not end a walk. The error is the context's, or names a
// root that is not a node. Cost: the steps of the walks times the links of the nodes on them.
func (w *Guide) Walks(ctx context.Context, root int32, limit int, compare func(a, b int32) int, into *Walks) error {
	if err := w.graph.checkNodes([]int32{root}); err != nil {
		return err
	}
	if compare == nil {
		compare = cmp.Compare[int32]
	}
	into.Walks, into.Truncated, into.nodes = into.Walks[:0], false, into.nodes[:0]
	into.partial, into.heap = into.partial[:0], into.heap[:0]
	f := finder{Walks: into, guide: w, compare: compare}
	f.push(partial{key: math.MaxUint64, product: 1, number: w.graph.rank[root]})
	for pops := 0; len(f.heap) > 0; pops++ {
		if pops%block == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if pops == maxPops || len(f.partial) > maxPartials {
			into.Truncated = true
			return nil
		}
		at := f.pop()
		if p := &f.partial[at]; p.steps > 0 && w.isEnd(p.number) {
			if len(into.Walks) == limit {
				into.Truncated = true
				return nil
			}
			f.list(at)
			continue
		}
		f.extend(at)
	}
	return nil
}

type finder struct {
	*Walks
	guide   *Guide
	compare func(a, b int32) int
}

func (f *finder) extend(at uint32) {
	g, p := f.guide.graph, f.partial[at]
	apart := g.special[p.number]&ruled != 0 // parallel links may stand apart
	a, b := g.from[p.number], g.from[p.number+1]
	for k := a; k < b; k++ {
		s, w := g.supplier[k], g.stated[k]
		if apart && slices.Contains(g.supplier[a:k], s) {
			continue
		}
		for other := k + 1; apart && other < b; other++ {
			if g.supplier[other] == s {
				w += g.stated[other]
			}
		}
		best := f.guide.best[s]
		if !(w*best > 0) || f.holds(at, s) {
			continue
		}
		product := p.product * w
		f.push(partial{key: keyOf(product * best), product: product, number: s, from: at, steps: p.steps + 1})
	}
}

// keyOf rounds a positive number to 40 bits, keeping order.
func keyOf(x float64) uint64 { return (math.Float64bits(x) + 1<<11) >> 12 }

func (f *finder) holds(at, number uint32) bool {
	for {
		p := &f.partial[at]
		if p.number == number {
			return true
		}
		if p.steps == 0 {
			return false
		}
		at = p.from
	}
}

func (f *finder) list(at uint32) {
	steps := int(f.partial[at].steps)
	first := len(f.nodes)
	f.nodes = append(f.nodes, make([]int32, steps+1)...)
	nodes := f.nodes[first : first+steps+1 : first+steps+1]
	contribution := f.partial[at].product
	for i := steps; ; i-- {
		nodes[i] = int32(f.guide.graph.node[f.partial[at].number])
		if i == 0 {
			break
		}
		at = f.partial[at].from
	}
	f.Walks.Walks = append(f.Walks.Walks, Walk{Nodes: nodes, Contribution: contribution})
}

// before tells which of two partial walks is looked at first.
func (f *finder) before(a, b uint32) bool {
	p, q := &f.partial[a], &f.partial[b]
	if p.key != q.key {
		return p.key > q.key
	}
	if p.steps != q.steps {
		return p.steps < q.steps
	}
	f.left, f.right = f.along(a, f.left), f.along(b, f.right)
	for i := len(f.left) - 1; i >= 0; i-- {
		x, y := f.guide.graph.node[f.left[i]], f.guide.graph.node[f.right[i]]
		if c := f.compare(int32(x), int32(y)); c != 0 {
			return c < 0
		}
	}
	return false
}

// along lists the numbers of a partial walk, the root last.
func (f *finder) along(at uint32, into []uint32) []uint32 {
	into = into[:0]
	for {
		p := &f.partial[at]
		into = append(into, p.number)
		if p.steps == 0 {
			return into
		}
		at = p.from
	}
}

func (f *finder) push(p partial) {
	f.partial = append(f.partial, p)
	f.heap = append(f.heap, uint32(len(f.partial)-1))
	for i := len(f.heap) - 1; i > 0; {
		up := (i - 1) / 2
		if !f.before(f.heap[i], f.heap[up]) {
			return
		}
		f.heap[up], f.heap[i] = f.heap[i], f.heap[up]
		i = up
	}
}

func (f *finder) pop() uint32 {
	top, last := f.heap[0], len(f.heap)-1
	f.heap[0] = f.heap[last]
	f.heap = f.heap[:last]
	for i := 0; ; {
		child := 2*i + 1
		if child >= last {
			return top
		}
		if child+1 < last && f.before(f.heap[child+1], f.heap[child]) {
			child++
		}
		if !f.before(f.heap[child], f.heap[i]) {
			return top
		}
		f.heap[i], f.heap[child] = f.heap[child], f.heap[i]
		i = child
	}
}

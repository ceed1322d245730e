package chokepoint

import (
	"cmp"
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// finder answers one question.
type finder struct {
	*Model
	ctx      context.Context
	asked    graph.Node // a firm is no answer to a question about itself
	roots    []int32
	size     int
	below    float64
	among    []Kind
	limits   CutLimits
	state    *scratch
	cascades [readings]*Cascade
	seen     []bool // by node, for stops
	walked   []int32
	gather   bool // whether stops gathers rows
	rows     []graph.RowRef
	complete bool
	spent    int // work of the searches so far
}

func (f *finder) check() error {
	if f.size < 1 || f.size > MaxCut {
		return ErrSize
	}
	if !(f.below >= 0 && f.below < 1) {
		return ErrBelow
	}
	return nil
}

// nearly allows for rounding: what is left on paper is left.
const nearly = 1e-9

// search lists the minimal sets under one reading. For makers and sellers on record, and for nothing left at all, it asks what is up, which
// is not what is left: shares round a loop may die out without anything going down. What goes down has nothing left, however.
func (f *finder) search(r reading) ([][]int32, error) {
	if f.stoppedByLaw(r) {
		return nil, nil // there is nothing left to lose
	}
	alone := f.alone[r]
	known := f.singles(alone)
	if r == kept && f.below > 0 {
		return f.searchLeft(known)
	}
	if f.size > 1 || !alone.Complete() {
		return f.searchUp(f.up[r], known)
	}
	sets := make([][]int32, len(known))
	for i := range known {
		sets[i] = known[i : i+1 : i+1]
	}
	return sets, nil
}

// singles lists the losses that take it down alone, as far as an index knows them.
func (f *finder) singles(x *Index) []int32 {
	var found []int32
	for _, root := range f.roots {
		found = x.Singles(root, found)
	}
	slices.Sort(found)
	found = slices.Compact(found)
	return slices.DeleteFunc(found, func(n int32) bool { return n >= f.parts || !f.may(n) })
}

func (f *finder) searchLeft(known []int32) ([][]int32, error) {
	candidates := f.candidates()
	slices.Reverse(candidates) // plants and firms are given up before countries, so that few losses keep the product going
	state, check := f.state[kept], f.borrow()
	defer f.giveBack(check)
	state.visited = 0
	keeps := &keeping{left: state, roots: f.roots, below: f.below + nearly, candidates: candidates, most: cmp.Or(f.limits.Work, defaultWork)}
	checker := &keeping{left: check[kept], roots: f.roots, below: f.below + nearly}
	sets, err := searchSets(f.ctx, keeps, checker, len(f.losses.list), known, f.size, f.limits)
	f.spent += sets.Work
	f.complete = f.complete && sets.Complete && !state.rough && !checker.rough && !state.c.rough
	return sets.Sets, err
}

func (f *finder) searchUp(g *Graph, known []int32) ([][]int32, error) {
	may := func(n int32) bool { return n < f.parts && f.may(n) }
	leads := g.above(f.roots...)
	stands := &standing{Cascade: g.newCascadeFor(leads), targets: f.roots, may: may, seen: make([]bool, g.nodes)}
	checker := &standing{Cascade: g.newCascadeFor(leads), targets: f.roots}
	sets, err := searchSets(f.ctx, stands, checker, g.nodes, known, f.size, f.limits)
	f.spent += sets.Work
	f.complete = f.complete && sets.Complete
	return sets.Sets, err
}

// may tells whether a loss is asked about.
func (f *finder) may(loss int32) bool {
	m := f.losses.list[loss]
	asked := slices.Contains(f.among, m.Kind) || len(f.among) == 0 && m.Kind != Control
	return asked && !(m.Kind == Firm && m.Node == f.asked)
}

// candidates lists the losses that lead to the product.
func (f *finder) candidates() []int32 {
	var out []int32
	leads := f.up[kept].above(f.roots...)
	for i := range f.parts {
		if leads[i] && f.may(i) {
			out = append(out, i)
		}
	}
	return out
}

package solve

import (
	"context"
	"fmt"
	"math"
)

// Member is a node in the target, wholly or in part. Those who look at it see 1 for the part that is, and its own values for the
// rest: Low ≤ Estimate ≤ High, from 0 to 1.
type Member struct {
	Node                int32
	Low, Estimate, High float64
}

// Target is what a question is asked about.
type Target struct {
	Members []Member
	// Assumption says what is assumed of the part of a need that is not stated, where System.Assumed says which one counts; nil assumes
	// nothing: it is unknown.
	Assumption []Assumption
}

// Assumption is an estimate of the dependence of what is not stated, and how much of it rests on anything.
type Assumption struct{ Estimate, Resolved float64 }

// Values are the numbers of a node: low ≤ estimate ≤ 1 − safe.
type Values struct{ Low, Safe, Estimate, Resolved float64 }

// Effort is what a solution took, and how sure it is.
type Effort struct {
	Sweeps int   // over the largest number of sweeps of any core
	Links  int64 // links looked at
	// Error bounds how far low, safe and estimate are from the least solution, rounding included. It is +Inf where no bound is known,
	// in cores that may lose nothing of what they pass on; there the sweeps ran until they changed next to nothing.
	Error float64
}

// Solution holds the values of all nodes. It can be used again for another question.
type Solution struct {
	Effort
	graph      *Graph
	bounds     [][2]float64 // by number: low and safe as others see them
	middle     [][2]float64 // by number: estimate and resolved as others see them; empty unless asked for
	own        []Values     // by member
	members    []uint32     // their numbers
	place      []uint32     // by number: which member it is, from 1; 0 is none
	assumption []Assumption // of the target
	estimate   bool
}

// Bounds gives low and safe of a node's own supply. For a member it is not what others see of it.
func (s *Solution) Bounds(node int32) (low, safe float64) {
	i := s.graph.rank[node]
	if k := s.place[i]; k > 0 {
		return s.own[k-1].Low, s.own[k-1].Safe
	}
	return s.bounds[i][0], s.bounds[i][1]
}

// Values gives all four numbers of a node's own supply. Estimate and resolved are 0 when only bounds were solved.
func (s *Solution) Values(node int32) Values {
	if k := s.place[s.graph.rank[node]]; k > 0 {
		return s.own[k-1]
	}
	return s.Seen(node)
}

// Seen gives what others see of a node: for a member, 1 for the part in the target.
func (s *Solution) Seen(node int32) Values {
	i := s.graph.rank[node]
	v := Values{Low: s.bounds[i][0], Safe: s.bounds[i][1]}
	if s.estimate {
		v.Estimate, v.Resolved = s.middle[i][0], s.middle[i][1]
	}
	return v
}

// Tolerance is how far a solution may be from the least one.
const Tolerance = 1e-9

// Bounds solves low and safe of all nodes. A tolerance of 0 stands for Tolerance. The error is the context's, or names a member that
// is not a node or no interval. Cost: a pass over all links, and a sweep over the cores as often as they need.
func (g *Graph) Bounds(ctx context.Context, t *Target, tolerance float64, into *Solution) error {
	return g.solve(ctx, t, tolerance, into, false)
}

// Solve solves all four numbers of all nodes: twice the cost of Bounds.
func (g *Graph) Solve(ctx context.Context, t *Target, tolerance float64, into *Solution) error {
	return g.solve(ctx, t, tolerance, into, true)
}

func (g *Graph) solve(ctx context.Context, t *Target, tolerance float64, into *Solution, estimate bool) error {
	if tolerance <= 0 {
		tolerance = Tolerance
	}
	if err := g.checkTarget(t); err != nil {
		return err
	}
	times, err := g.stepTimes(ctx)
	if err != nil {
		return err
	}
	w := g.borrow()
	defer g.scratch.Put(w)
	w.mark(g, t)
	defer w.unmark(g, t)
	into.reset(g, t, estimate)
	f := field{g: g, ctx: ctx, work: w, target: t, weights: g.stated, y: into.bounds, tolerance: tolerance, times: times[stated], effort: &into.Effort}
	if err := f.run(); err != nil {
		return err
	}
	f.ownOf(func(k int, v [2]float64) { into.own[k] = Values{Low: v[0], Safe: v[1]} })
	if !estimate {
		return nil
	}
	f.mode, f.weights, f.y, f.times = estimates, g.split, into.middle, times[split]
	if g.worst {
		f.tolerance = min(tolerance, tie/1000) // equal needs must come out as equal
	}
	if g.assumed != nil && t.Assumption != nil {
		f.base = w.assume(g, t)
	}
	if err := f.run(); err != nil {
		return err
	}
	f.ownOf(func(k int, v [2]float64) { into.own[k].Estimate, into.own[k].Resolved = v[0], v[1] })
	return nil
}

func (g *Graph) checkTarget(t *Target) error {
	for _, m := range t.Members {
		if m.Node < 0 || int(m.Node) >= g.nodes {
			return fmt.Errorf("member %d is not a node: nodes run from 0 to %d", m.Node, g.nodes-1)
		}
		if !(0 <= m.Low && m.Low <= m.Estimate && m.Estimate <= m.High && m.High <= 1) {
			return fmt.Errorf("member %d is in the target from %v over %v to %v: these are no parts of 1 in order", m.Node, m.Low, m.Estimate, m.High)
		}
	}
	if t.Assumption != nil && len(t.Assumption) < g.figures {
		return fmt.Errorf("%d assumptions, but nodes ask for %d", len(t.Assumption), g.figures)
	}
	return nil
}

func (s *Solution) reset(g *Graph, t *Target, estimate bool) {
	for _, n := range s.members {
		s.place[n] = 0
	}
	s.Effort, s.graph, s.assumption, s.estimate = Effort{}, g, t.Assumption, estimate
	s.bounds = sized(s.bounds, g.nodes)
	if estimate {
		s.middle = sized(s.middle, g.nodes)
	}
	if s.place = sized(s.place, g.nodes); len(t.Members) > cap(s.own) {
		s.own, s.members = make([]Values, len(t.Members)), make([]uint32, len(t.Members))
	}
	s.own, s.members = s.own[:len(t.Members)], s.members[:len(t.Members)]
	for k := range t.Members {
		n := g.rank[t.Members[k].Node]
		s.members[k], s.place[n] = n, uint32(k+1)
	}
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// work is what one question needs beside its solution; it comes from the pool of the graph.
type work struct {
	special []uint8 // of the graph, with the members of this target marked
	member  []int32 // by number: index in Target.Members, where marked
	base    [][2]float64
	mixer   mixer
	lanes   laneMixer
	place   []uint32 // by number, all 0 between uses; nil before the first
}

func (g *Graph) borrow() *work {
	if w, ok := g.scratch.Get().(*work); ok {
		return w
	}
	return &work{special: append([]uint8(nil), g.special...), member: make([]int32, g.nodes)}
}

func (w *work) mark(g *Graph, t *Target) {
	for k := range t.Members {
		i := g.rank[t.Members[k].Node]
		w.special[i] |= isMember
		w.member[i] = int32(k)
	}
}

func (w *work) unmark(g *Graph, t *Target) {
	for k := range t.Members {
		w.special[g.rank[t.Members[k].Node]] &^= isMember
	}
}

func (w *work) assume(g *Graph, t *Target) [][2]float64 {
	w.base = sized(w.base, g.nodes)
	for i, weight := range g.assumed {
		if weight == 0 {
			w.base[i] = [2]float64{}
			continue
		}
		a := &t.Assumption[g.assumes[i]]
		w.base[i] = [2]float64{weight * a.Estimate, weight * a.Resolved}
	}
	return w.base
}

// The two sets of weights.
const (
	stated = iota
	split
)

// mode says what the two columns of a field are.
type mode uint8

const (
	bounds    mode = iota // low, safe
	estimates             // estimate, resolved
	steps                 // how often a step is taken before it leaves the core; the second column stays empty
)

// tie is how close two estimates must be to count as equal.
const tie = 1e-9

// field is one run of the solver over two columns.
type field struct {
	g         *Graph
	ctx       context.Context
	work      *work
	target    *Target
	mode      mode
	holds     mode // of steps: for which columns they are counted
	weights   []float64
	base      [][2]float64 // added to plain sums; nil for nothing
	y         [][2]float64 // by number: the values as others see them
	tolerance float64
	times     []float64
	effort    *Effort
	counted   bool // times count what members hold back
}

// block is how many rows are passed between looks at the context; some ten thousand links.
const block = 1024

// run passes all numbers once in order, and sweeps the cores on the way.
func (f *field) run() error {
	at := 0
	for c := range f.g.cores {
		if _, err := f.pass(at, f.g.cores[c].start); err != nil {
			return err
		}
		if err := f.solveCore(c); err != nil {
			return err
		}
		at = f.g.cores[c].end
	}
	_, err := f.pass(at, f.g.nodes)
	return err
}

// pass evaluates a range in order and tells the largest change.
func (f *field) pass(start, end int) (change float64, err error) {
	for at := start; at < end; at += block {
		if f.ctx.Err() != nil {
			return 0, context.Cause(f.ctx)
		}
		change = max(change, f.rows(at, min(at+block, end)))
	}
	if end > start {
		f.effort.Links += int64(f.g.from[end] - f.g.from[start])
	}
	return change, nil
}

// rows evaluates contiguous rows in order and tells the largest change.
func (f *field) rows(start, end int) (change float64) {
	for at := start; at < end; at++ {
		if f.base == nil {
			at, change = f.sums(at, end, change)
		} else {
			at, change = f.sumsOnBase(at, end, change)
		}
		if at < end {
			v := f.seen(at, f.evaluate(at))
			change = f.set(at, v, change)
		}
	}
	return change
}

func (f *field) set(i int, v [2]float64, change float64) float64 {
	old := &f.y[i]
	change = max(change, math.Abs(v[0]-old[0]), math.Abs(v[1]-old[1]))
	*old = v
	return change
}

// sums is the kernel: weighted sums of pairs over contiguous rows, as far as rows are nothing else. It calls nothing, so that all it
// works with stays in registers.
func (f *field) sums(start, end int, change float64) (int, float64) {
	y, special, supplier, weight := f.y, f.work.special[:end], f.g.supplier, f.weights
	from := f.g.from[:end+1]
	for i := start; i < end; i++ {
		if special[i] != 0 {
			return i, change
		}
		a, b := from[i], from[i+1]
		suppliers, weights := supplier[a:b], weight[a:b]
		weights = weights[:len(suppliers)]
		x, z := 0.0, 0.0
		for k, s := range suppliers {
			w, u := weights[k], &y[s]
			x += w * u[0]
			z += w * u[1]
		}
		old := &y[i]
		// Without the bother of NaN that min and max of the language take.
		if d := math.Abs(x - old[0]); d > change {
			change = d
		}
		if d := math.Abs(z - old[1]); d > change {
			change = d
		}
		old[0], old[1] = x, z
	}
	return end, change
}

// sumsOnBase is sums where every row starts from its base.
func (f *field) sumsOnBase(start, end int, change float64) (int, float64) {
	for i := start; i < end; i++ {
		if f.work.special[i] != 0 {
			return i, change
		}
		a, b, v := f.g.from[i], f.g.from[i+1], f.base[i]
		for k, s := range f.g.supplier[a:b] {
			w, u := f.weights[int(a)+k], &f.y[s]
			v[0] += w * u[0]
			v[1] += w * u[1]
		}
		change = f.set(i, v, change)
	}
	return end, change
}

// seen is what others see of a number with values v of its own.
func (f *field) seen(i int, v [2]float64) [2]float64 {
	if f.work.special[i]&isMember == 0 {
		return v
	}
	m := &f.target.Members[f.work.member[i]]
	switch f.mode {
	case bounds:
		return [2]float64{m.Low + (1-m.Low)*v[0], (1 - m.High) * v[1]}
	case estimates:
		return [2]float64{m.Estimate + (1-m.Estimate)*v[0], m.Estimate + (1-m.Estimate)*v[1]}
	}
	held := m.Low // of steps, a member passes on what the target does not hold back
	if f.holds == estimates {
		held = m.Estimate
	}
	return [2]float64{1 + (1-held)*(v[0]-1), 0}
}

// ownOf works out what members have of their own.
func (f *field) ownOf(take func(k int, v [2]float64)) {
	for k := range f.target.Members {
		take(k, f.evaluate(int(f.g.rank[f.target.Members[k].Node])))
	}
}

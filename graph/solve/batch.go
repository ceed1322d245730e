package solve

import (
	"context"
	"fmt"
	"math"
)

// Lanes is how many targets one question to Lows takes: their values fill a line of the cache.
const Lanes = 8

// lanes are the low values of one number, by target.
type lanes [Lanes]float64

// Batch holds the low values of all nodes for several targets: 64 bytes a node. It can be used again for another question.
type Batch struct {
	Sweeps int   // over the largest number of sweeps of any core
	Links  int64 // links looked at; one look serves all targets
	// Errors bounds, by target, how far low is from the least solution; see Effort.Error.
	Errors [Lanes]float64

	graph *Graph
	low   []lanes // by number, as others see them
	held  []held  // members of all targets, by number
	at    []uint32
}

// held is what a member of one target holds back, and what it has of its own.
type held struct {
	number    uint32
	lane      uint8
	part, own float64
}

// Low gives low of a node's own supply for one of the targets, as Solution.Bounds does.
func (b *Batch) Low(target int, node int32) float64 {
	i := b.graph.rank[node]
	for k := range b.held[b.at[i]:b.at[i+1]] {
		if m := &b.held[int(b.at[i])+k]; int(m.lane) == target {
			return m.own
		}
	}
	return b.low[i][target]
}

// Seen gives low of a node for one of the targets as others see it: for a member, 1 for the part in the target.
func (b *Batch) Seen(target int, node int32) float64 {
	return b.low[b.graph.rank[node]][target]
}

// Lows solves low of all nodes for up to Lanes targets at once, each as Bounds would: the same rules, the same least solution, within
// a tolerance that holds for each (0 stands for Tolerance). Assumptions do not count. The error is the context's, names a member that
// is not a node or no interval, or tells that there are too many targets. Cost: that of two or three Bounds, whatever the number of
// targets; a core is swept until the slowest target is within the tolerance.
func (g *Graph) Lows(ctx context.Context, targets []*Target, tolerance float64, into *Batch) error {
	if len(targets) > Lanes {
		return fmt.Errorf("%d targets: one question takes %d", len(targets), Lanes)
	}
	if tolerance <= 0 {
		tolerance = Tolerance
	}
	for k, t := range targets {
		if err := g.checkTarget(&Target{Members: t.Members}); err != nil {
			return fmt.Errorf("target %d: %w", k, err)
		}
	}
	times, err := g.stepTimes(ctx)
	if err != nil {
		return err
	}
	w := g.borrow()
	defer g.scratch.Put(w)
	for _, t := range targets {
		w.mark(g, t)
		defer w.unmark(g, t)
	}
	into.reset(g, targets)
	f := laneField{g: g, ctx: ctx, work: w, targets: targets, into: into, y: into.low, tolerance: tolerance, times: times[stated]}
	if err := f.run(); err != nil {
		return err
	}
	f.ownOf()
	return nil
}

// reset lists the members of all targets by number. Of a node named twice in a target, the last counts, and is looked up first.
func (b *Batch) reset(g *Graph, targets []*Target) {
	*b = Batch{graph: g, low: sized(b.low, g.nodes), held: b.held, at: sized(b.at, g.nodes+1)}
	clear(b.at)
	total := 0
	for _, t := range targets {
		total += len(t.Members)
		for k := range t.Members {
			b.at[g.rank[t.Members[k].Node]]++
		}
	}
	sum := uint32(0)
	for i := range b.at {
		sum += b.at[i]
		b.at[i] = sum
	}
	b.held = sized(b.held, total)
	for lane := range targets {
		members := targets[lane].Members
		for k := range members {
			n := g.rank[members[k].Node]
			b.at[n]--
			b.held[b.at[n]] = held{number: n, lane: uint8(lane), part: members[k].Low}
		}
	}
}

// laneField is one run of the solver over the low values of several targets.
type laneField struct {
	g         *Graph
	ctx       context.Context
	work      *work
	targets   []*Target
	into      *Batch
	y         []lanes
	tolerance float64
	times     []float64
}

// run passes all numbers once in order, and sweeps the cores on the way.
func (f *laneField) run() error {
	var change lanes
	at := 0
	for c := range f.g.cores {
		if err := f.pass(at, f.g.cores[c].start, false, &change); err != nil {
			return err
		}
		if err := f.solveCore(c); err != nil {
			return err
		}
		at = f.g.cores[c].end
	}
	return f.pass(at, f.g.nodes, false, &change)
}

// pass evaluates a range in order and, when it watches, tells the largest change of each target.
func (f *laneField) pass(start, end int, watch bool, change *lanes) error {
	*change = lanes{}
	for at := start; at < end; {
		if f.ctx.Err() != nil {
			return context.Cause(f.ctx)
		}
		stop := min(at+block, end)
		for at = f.sums(at, stop, watch, change); at < stop; at = f.sums(at, stop, watch, change) {
			v := f.ruled(at)
			f.hold(at, &v)
			f.set(at, &v, change)
			at++
		}
	}
	if end > start {
		f.into.Links += int64(f.g.from[end] - f.g.from[start])
	}
	return nil
}

func (f *laneField) set(i int, v, change *lanes) {
	old := &f.y[i]
	for k, x := range v {
		// Without the bother of NaN that max of the language takes.
		if d := math.Abs(x - old[k]); d > change[k] {
			change[k] = d
		}
		old[k] = x
	}
}

// hold turns what a number has of its own into what others see of it.
func (f *laneField) hold(i int, v *lanes) {
	if f.work.special[i]&isMember == 0 {
		return
	}
	own := *v
	// From the last to the first: of a node named twice, the one that is looked up first counts.
	for k := int(f.into.at[i+1]) - 1; k >= int(f.into.at[i]); k-- {
		m := &f.into.held[k]
		v[m.lane] = m.part + (1-m.part)*own[m.lane]
	}
}

// sums works out weighted sums of all targets over contiguous rows, as far as they follow no other rule.
func (f *laneField) sums(start, end int, watch bool, change *lanes) int {
	y, again, special, from := f.y, f.y[:f.g.nodes], f.work.special[:end], f.g.from[:end+1]
	supplier, weight := f.g.supplier, f.g.stated
	for i := start; i < end; i++ {
		a, b := from[i], from[i+1]
		switch {
		case special[i]&ruled != 0:
			return i
		case special[i] != 0:
			var v lanes
			sum(supplier[a:b], weight[a:b], y, again, &v, nil)
			f.hold(i, &v)
			f.set(i, &v, change)
		case watch:
			sum(supplier[a:b], weight[a:b], y, again, &y[i], change)
		default:
			sum(supplier[a:b], weight[a:b], y, again, &y[i], nil)
		}
	}
	return end
}

// sum is the kernel: the weighted sums of a row for all targets and, unless change is nil, by how much they differ from what was there.
// The sums have names of their own so that they stay in registers; there are too few of these for eight products beside eight sums, so
// the values are looked up in two steps (again is y) that the compiler keeps apart.
func sum(suppliers []uint32, weights []float64, y, again []lanes, into, change *lanes) {
	var x0, x1, x2, x3, x4, x5, x6, x7 float64
	weights = weights[:len(suppliers)]
	for k, s := range suppliers {
		w, u := weights[k], &y[s]
		x0 += w * u[0]
		x1 += w * u[1]
		x2 += w * u[2]
		x3 += w * u[3]
		u = &again[s]
		x4 += w * u[4]
		x5 += w * u[5]
		x6 += w * u[6]
		x7 += w * u[7]
	}
	if change != nil {
		if d := math.Abs(x0 - into[0]); d > change[0] {
			change[0] = d
		}
		if d := math.Abs(x1 - into[1]); d > change[1] {
			change[1] = d
		}
		if d := math.Abs(x2 - into[2]); d > change[2] {
			change[2] = d
		}
		if d := math.Abs(x3 - into[3]); d > change[3] {
			change[3] = d
		}
		if d := math.Abs(x4 - into[4]); d > change[4] {
			change[4] = d
		}
		if d := math.Abs(x5 - into[5]); d > change[5] {
			change[5] = d
		}
		if d := math.Abs(x6 - into[6]); d > change[6] {
			change[6] = d
		}
		if d := math.Abs(x7 - into[7]); d > change[7] {
			change[7] = d
		}
	}
	into[0], into[1], into[2], into[3], into[4], into[5], into[6], into[7] = x0, x1, x2, x3, x4, x5, x6, x7
}

// ruled applies the rule of a number that is no plain sum; see field.evaluate.
func (f *laneField) ruled(i int) (v lanes) {
	a, b := f.g.from[i], f.g.from[i+1]
	suppliers := f.g.supplier[a:b]
	if len(suppliers) == 0 {
		return v
	}
	switch f.g.rules[i] {
	case Worst:
		for _, s := range suppliers {
			v.most(&f.y[s])
		}
	case Alternatives:
		v = f.y[suppliers[0]]
		for _, s := range suppliers[1:] {
			v.least(&f.y[s])
		}
	case AnyFails:
		v = f.anyFails(suppliers)
	case Sum:
		v = f.closed(i, suppliers, f.g.stated[a:b])
	}
	return v
}

func (v *lanes) most(u *lanes) {
	for k := range v {
		v[k] = max(v[k], u[k])
	}
}

func (v *lanes) least(u *lanes) {
	for k := range v {
		v[k] = min(v[k], u[k])
	}
}

func (f *laneField) anyFails(suppliers []uint32) (v lanes) {
	for k := range v {
		kept := 1.0
		for _, s := range suppliers {
			kept *= 1 - f.y[s][k]
		}
		v[k] = 1 - kept
	}
	return v
}

// closed is a sum; what is not stated it splits by the least of those without a share (their weight is NaN), if there are any.
func (f *laneField) closed(i int, suppliers []uint32, weights []float64) (v lanes) {
	least, some := lanes{1, 1, 1, 1, 1, 1, 1, 1}, false
	for k, s := range suppliers {
		u := &f.y[s]
		if math.IsNaN(weights[k]) {
			some = true
			least.least(u)
			continue
		}
		for lane := range v {
			v[lane] += weights[k] * u[lane]
		}
	}
	if some {
		for lane := range v {
			v[lane] += f.g.left[i] * least[lane]
		}
	}
	return v
}

// ownOf works out what members have of their own.
func (f *laneField) ownOf() {
	var v lanes
	for k := range f.into.held {
		m := &f.into.held[k]
		if i := int(m.number); k == 0 || m.number != f.into.held[k-1].number {
			v = f.ruled(i)
		}
		m.own = v[m.lane]
	}
}

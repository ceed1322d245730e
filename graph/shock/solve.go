package shock

import (
	"context"
	"math/bits"
	"slices"
)

// accuracy is how far a loss may lie below the solution, however many cores lie on its chain.
const accuracy = 1e-9

// rounding is the error of one operation of float64, as part of its result.
const rounding = 1.0 / (1 << 52)

// work holds the losses of one system and what solving them takes. All losses are 0 between two questions.
type work struct {
	s     *system
	loss  []float64 // by number
	shock []float64 // by number: what is lost by itself
	dirty []uint64  // numbers whose value may have changed
	hit   []int32   // numbers with a loss, in the order in which they were hit

	step      []float64 // by number: how far the last sweep of a core moved it
	moved     []int32   // numbers with a step
	kept      []float64 // losses of moved, while a bound is tried
	evaluated int
	links     int // looked at
	dense     int
}

func newWork(s *system) *work {
	n := len(s.rules)
	return &work{s: s, loss: make([]float64, n), shock: make([]float64, n), step: make([]float64, n), dirty: make([]uint64, (n+63)/64), dense: dense}
}

// lose says that a node loses a part by itself; the largest part that is said holds.
func (w *work) lose(node int32, part float64) {
	i := w.s.rank[node]
	w.shock[i] = max(w.shock[i], part)
	w.mark(i)
}

// of is the loss of a node.
func (w *work) of(node int32) float64 { return w.loss[w.s.rank[node]] }

func (w *work) mark(i int32) { w.dirty[i>>6] |= 1 << (i & 63) }

// next is the first dirty number from i on and below end; end when there is none.
func (w *work) next(i, end int32) int32 {
	if i >= end {
		return end
	}
	at := i >> 6
	word := w.dirty[at] >> (i & 63) << (i & 63)
	for word == 0 {
		if at++; at<<6 >= end {
			return end
		}
		word = w.dirty[at]
	}
	return min(at<<6+int32(bits.TrailingZeros64(word)), end)
}

// solve lets the losses spread. It visits only what a loss reaches: numbers in ascending order, cores until they stand. The error is
// the context's; the work is then to be cleared like any other.
func (w *work) solve(ctx context.Context) error {
	end := int32(len(w.s.rules))
	for i := w.next(0, end); i < end; i = w.next(i, end) {
		if w.s.coreEnd[i] > 0 {
			if err := w.solveCore(ctx, w.s.coreStart[i], w.s.coreEnd[i]); err != nil {
				return err
			}
			i = w.s.coreEnd[i]
			continue
		}
		if err := w.look(ctx); err != nil {
			return err
		}
		w.settle(i)
	}
	return nil
}

// look checks for cancellation every few thousand values.
func (w *work) look(ctx context.Context) error {
	if w.evaluated++; w.evaluated%block == 0 && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return nil
}

// settle evaluates a number and marks its users when it moved by more than the rounding of its own evaluation.
func (w *work) settle(i int32) float64 {
	w.dirty[i>>6] &^= 1 << (i & 63)
	w.links += int(w.s.from[i+1] - w.s.from[i])
	old, x := w.loss[i], w.now(i)
	if x <= old+max(w.slack(i), w.s.cutoff) {
		return 0
	}
	if old == 0 {
		w.hit = append(w.hit, i)
	}
	w.loss[i] = x
	for _, u := range w.s.users[w.s.into[i]:w.s.into[i+1]] {
		w.mark(u)
	}
	return x - old
}

func (w *work) now(i int32) float64 { return max(w.shock[i], w.s.value(i, w.loss)) }

// slack is the rounding of one evaluation, for values up to 1.
func (w *work) slack(i int32) float64 { return rounding * float64(w.s.from[i+1]-w.s.from[i]+2) }

// solveCore sweeps a core in ascending order until nothing moves, or until a bound holds: losses l with the last steps d, which shrink
// by a ratio r, are tried with u = l + 2r/(1-r)·d. If no rule asks for more than u (F(u) <= u), the least solution lies between l and
// u, whatever led to u. No bound is taken for granted, and none is better than the rounding of an evaluation: a loop that loses next to
// nothing on its way multiplies that rounding.
//
// A sweep looks at what may have changed; after one that moved a good part of the core, at everything, which costs less than to keep
// account.
func (w *work) solveCore(ctx context.Context, start, end int32) error {
	tolerance := min(accuracy/100, accuracy/float64(w.s.cores))
	last, wide, everWide := 0.0, false, false
	defer w.forgetSteps()
	defer func() {
		if everWide {
			w.markAbove(start, end)
		}
	}()
	for pass, leap, wait := 1, 4, 4; ; pass++ {
		w.forgetSteps()
		step, err := 0.0, error(nil)
		if wide {
			step, err = w.sweepAll(ctx, start, end)
		} else {
			step, err = w.sweepDirty(ctx, start, end)
		}
		if err != nil {
			return err
		}
		if step == 0 {
			if wide || w.next(start, end) == end {
				w.clean(start, end)
				return nil
			}
			continue
		}
		if ratio := step / last; ratio < 1 {
			if factor := 2 * ratio / (1 - ratio); factor*step <= tolerance && w.bounded(start, end, factor, wide) {
				w.clean(start, end)
				return nil
			}
		}
		if ratio := step / last; pass >= leap && ratio < 1 && w.s.single[start] {
			if wait *= 2; w.ahead(0.9*ratio/(1-ratio), !wide) {
				wait, step = 4, 0
			}
			leap = pass + wait
		}
		last = step
		if now := len(w.moved)*w.dense > int(end-start); now != wide {
			if !now {
				w.markMoved()
			}
			wide, everWide = now, true
		}
	}
}

// dense is the part of a core, one in so many, that a sweep has to move for the next one to look at all of it.
const dense = 16

// sweepDirty evaluates what may have changed and tells the largest step.
func (w *work) sweepDirty(ctx context.Context, start, end int32) (step float64, err error) {
	for i := w.next(start, end); i < end; i = w.next(i+1, end) {
		if err := w.look(ctx); err != nil {
			return 0, err
		}
		if d := w.settle(i); d > 0 {
			w.step[i], w.moved = d, append(w.moved, i)
			step = max(step, d)
		}
	}
	return step, nil
}

// sweepAll evaluates a whole core and tells the largest step. It marks nothing.
func (w *work) sweepAll(ctx context.Context, start, end int32) (step float64, err error) {
	w.links += int(w.s.from[end] - w.s.from[start])
	w.moved, w.hit = slices.Grow(w.moved, int(end-start)), slices.Grow(w.hit, int(end-start))
	for ; start < end; start += block {
		if ctx.Err() != nil {
			return 0, context.Cause(ctx)
		}
		for i, stop := start, min(end, start+block); i < stop; i++ {
			if i, step = w.sweepPlain(i, stop, step); i < stop {
				step = max(step, w.raise(i, w.now(i)))
			}
		}
	}
	return step, nil
}

// block is how many numbers are passed between looks at the context.
const block = 4096

// sweepPlain evaluates numbers in order as far as they are sums or the worst of several: the kernel. It calls nothing, so that all it
// works with stays in registers.
func (w *work) sweepPlain(i, end int32, step float64) (int32, float64) {
	s, loss, shock, steps, cutoff := w.s, w.loss, w.shock, w.step, w.s.cutoff
	moved, hit := w.moved[:cap(w.moved)], w.hit[:cap(w.hit)]
	movedTo, hitTo := len(w.moved), len(w.hit)
	for ; i < end; i++ {
		a, b := s.from[i], s.from[i+1]
		on, x := s.on[a:b], shock[i]
		switch s.rules[i] {
		case sum:
			total, weights := 0.0, s.weight[a:b]
			weights = weights[:len(on)]
			for k, to := range on {
				total += weights[k] * loss[to]
			}
			if total > 1 {
				total = 1
			}
			if total > x {
				x = total
			}
		case worst:
			for _, to := range on {
				if l := loss[to]; l > x {
					x = l
				}
			}
		default:
			w.moved, w.hit = moved[:movedTo], hit[:hitTo]
			return i, step
		}
		old := loss[i]
		d := x - old
		if d <= cutoff || d <= rounding*float64(b-a+2) {
			continue
		}
		if old == 0 {
			hit[hitTo] = i
			hitTo++
		}
		loss[i], steps[i], moved[movedTo] = x, d, i
		movedTo++
		if d > step {
			step = d
		}
	}
	w.moved, w.hit = moved[:movedTo], hit[:hitTo]
	return end, step
}

// raise takes a value that is above the last one by more than rounding, and tells by how much.
func (w *work) raise(i int32, x float64) float64 {
	old := w.loss[i]
	if x <= old+max(w.slack(i), w.s.cutoff) {
		return 0
	}
	if old == 0 {
		w.hit = append(w.hit, i)
	}
	w.loss[i], w.step[i], w.moved = x, x-old, append(w.moved, i)
	return x - old
}

// markMoved marks the users of what the last sweep moved.
func (w *work) markMoved() {
	for _, i := range w.moved {
		for _, u := range w.s.users[w.s.into[i]:w.s.into[i+1]] {
			w.mark(u)
		}
	}
}

// markAbove marks the users of a core outside it, which whole sweeps left out.
func (w *work) markAbove(start, end int32) {
	for i := start; i < end; i++ {
		if w.loss[i] == 0 {
			continue
		}
		for _, u := range w.s.users[w.s.into[i]:w.s.into[i+1]] {
			if u >= end {
				w.mark(u)
			}
		}
	}
}

// ahead moves on by factor·step where that asks for no less than itself: where a core has a single solution, all that does lies below
// it. Sweeps that creep towards the solution so come near it in few leaps.
func (w *work) ahead(factor float64, mark bool) bool {
	w.enlarge(factor)
	for _, i := range w.moved {
		if w.now(i) < w.loss[i]-w.slack(i) {
			w.restore()
			return false
		}
	}
	if mark {
		w.markMoved()
	}
	return true
}

func (w *work) enlarge(factor float64) {
	w.kept = w.kept[:0]
	for _, i := range w.moved {
		w.kept = append(w.kept, w.loss[i])
		w.loss[i] = min(1, w.loss[i]+factor*w.step[i])
	}
}

func (w *work) restore() {
	for k, i := range w.moved {
		w.loss[i] = w.kept[k]
	}
}

func (w *work) forgetSteps() {
	for _, i := range w.moved {
		w.step[i] = 0
	}
	w.moved = w.moved[:0]
}

// bounded tells whether l + factor·step asks for no more than itself. Only users of what moved can ask for more, and whatever a sweep
// over all may have left to rounding.
func (w *work) bounded(start, end int32, factor float64, all bool) bool {
	w.enlarge(factor)
	defer w.restore()
	more := func(u int32) bool { return w.now(u) > w.loss[u]+w.slack(u) }
	if all {
		for u := start; u < end; u++ {
			if more(u) {
				return false
			}
		}
		return true
	}
	for _, i := range w.moved {
		for _, u := range w.s.users[w.s.into[i]:w.s.into[i+1]] {
			if u >= start && u < end && more(u) {
				return false
			}
		}
	}
	return true
}

func (w *work) clean(start, end int32) {
	for i := w.next(start, end); i < end; i = w.next(i+1, end) {
		w.dirty[i>>6] &^= 1 << (i & 63)
	}
}

// clear makes the work ready for the next question, in the time of what the last one touched.
func (w *work) clear(lost []int32) {
	for _, i := range w.hit {
		w.loss[i], w.shock[i] = 0, 0
	}
	w.hit = w.hit[:0]
	for _, node := range lost { // a question that was given up leaves these
		w.shock[w.s.rank[node]] = 0
	}
	w.clean(0, int32(len(w.s.rules)))
	w.evaluated, w.links = 0, 0
}

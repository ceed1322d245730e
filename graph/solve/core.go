package solve

import (
	"context"
	"math"
)

const (
	// settle is how many sweeps a core gets before its pace is judged.
	settle = 6
	// slow is the ratio of successive steps from which sweeps are accelerated.
	slow = 0.7
	// unit is the rounding of one operation.
	unit = 0x1p-53
	// still is a change that is nothing but rounding.
	still = 2 * unit
	// maxSweeps ends sweeps that no bound ends.
	maxSweeps = 200_000
)

// solveCore sweeps a core from 0 until a bound says that it is near enough to the least solution.
//
// With L the weights inside the core, and t a vector with t ≥ L·t + θ for some θ > 0, a change of at most δ in the last sweep puts
// every value within δ·max(t)/θ of the solution: x ± (δ/θ)·t encloses it, since each rule passes on no more than L does. Where
// no such t exists the core passes on all it gets; a plain sum that nothing enters stays at 0 there.
func (f *field) solveCore(c int) error {
	at := f.g.cores[c]
	clear(f.y[at.start:at.end])
	time := f.times[c]
	if math.IsInf(time, 1) && len(f.target.Members) > 0 && !f.counted {
		var err error
		if time, err = f.timeWithMembers(at); err != nil {
			return err
		}
	}
	if err := f.sweep(at, time); err != nil || f.mode != estimates || !at.ruled {
		return err
	}
	// What the worst of several needs rests on depends on the estimates: it is swept once more, from 0, with these fixed.
	for i := at.start; i < at.end; i++ {
		f.y[i][1] = 0
	}
	return f.sweep(at, time)
}

func (f *field) sweep(at core, time float64) error {
	allowed := f.tolerance / 2 / float64(f.g.depth) // the other half is for rounding
	previous := math.Inf(1)
	for sweep := 1; sweep <= maxSweeps; sweep++ {
		change, err := f.pass(at.start, at.end)
		if err != nil {
			return err
		}
		f.effort.Sweeps = max(f.effort.Sweeps, sweep)
		if change == 0 || time*at.gain*change <= allowed || change <= still {
			f.certify(at, change, time)
			return nil
		}
		if sweep > settle && change > slow*previous && !math.IsInf(time, 1) {
			return f.accelerate(at, sweep, time, allowed)
		}
		previous = change
	}
	f.effort.Error = math.Inf(1)
	return nil
}

// certify adds what a core can be off, by its last change and by the rounding of its rows, to what those below it are.
func (f *field) certify(at core, change, time float64) {
	if change == 0 && math.IsInf(time, 1) {
		return // it came to rest from below: this is the least solution
	}
	rounding := float64(at.width+2) * unit
	f.effort.Error = max(f.effort.Error, float64(f.g.depth)*time*(at.gain*change+rounding))
}

// astray is after how many sweeps without progress mixing is given up.
const astray = 400

// accelerate goes on by Anderson's method: the next values are the mix of the last few sweeps that would have changed least.
func (f *field) accelerate(at core, sweep int, time, allowed float64) error {
	y := f.y[at.start:at.end]
	m := &f.work.mixer
	m.reset(len(y))
	best, stuck := math.Inf(1), 0
	for ; sweep <= maxSweeps; sweep++ {
		copy(m.before, y)
		change, err := f.pass(at.start, at.end)
		if err != nil {
			return err
		}
		f.effort.Sweeps = max(f.effort.Sweeps, sweep)
		if stuck++; change < best/2 {
			best, stuck = change, 0
		}
		if time*at.gain*change <= allowed || change <= still || stuck > astray && change < 64*still {
			f.certify(at, change, time)
			return nil
		}
		if stuck <= astray { // where rules change sides, mixes may go in circles; sweeps do not
			m.mix(y, f.mode == steps)
		}
	}
	f.effort.Error = math.Inf(1)
	return nil
}

// stepTimes bounds, for every core and both sets of weights, how often a step is taken in it: max(t)/θ. It is worked out once a graph.
func (g *Graph) stepTimes(ctx context.Context) ([2][]float64, error) {
	g.timing.Lock()
	defer g.timing.Unlock()
	if g.timed {
		return g.times, nil
	}
	times, err := g.timesBy(ctx, g.stated)
	if err != nil {
		return g.times, err
	}
	g.times = [2][]float64{stated: times, split: times}
	if len(g.split) > 0 && &g.split[0] != &g.stated[0] {
		if g.times[split], err = g.timesBy(ctx, g.split); err != nil {
			return g.times, err
		}
	}
	g.timed = true
	return g.times, nil
}

func (g *Graph) timesBy(ctx context.Context, weights []float64) ([]float64, error) {
	times := make([]float64, len(g.cores))
	if len(g.cores) == 0 {
		return times, nil
	}
	w := g.borrow()
	defer g.scratch.Put(w)
	f := g.stepField(ctx, w, weights)
	for c, at := range g.cores {
		var err error
		if times[c], err = f.time(at); err != nil {
			return nil, err
		}
	}
	return times, nil
}

func (g *Graph) stepField(ctx context.Context, w *work, weights []float64) *field {
	w.base = sized(w.base, g.nodes)
	for i := range w.base {
		w.base[i] = [2]float64{1, 0}
	}
	return &field{g: g, ctx: ctx, work: w, target: &Target{}, mode: steps, weights: weights, base: w.base,
		y: make([][2]float64, g.nodes), effort: &Effort{}}
}

// patience is how long a core's steps are followed: one that takes more than so many before it is left counts as never left.
const patience = 1e12

// time finds t with t ≥ L·t + θ in a core, everything outside at 0: t = L·t + 1 until the last change is below 0.1.
func (f *field) time(at core) (float64, error) {
	y := f.y[at.start:at.end]
	clear(y)
	m := &f.work.mixer
	m.reset(len(y))
	for sweep := range 2_000 {
		copy(m.before, y)
		change, err := f.pass(at.start, at.end)
		if err != nil {
			return 0, err
		}
		largest := 0.0
		for i := range y {
			largest = max(largest, y[i][0])
		}
		if largest > patience {
			break
		}
		if change <= 0.1 {
			left := f.leftOver(at)
			clear(y) // the cores above look at 0 here
			if left < 0.5 {
				return math.Inf(1), nil
			}
			return largest / left, nil
		}
		if sweep >= settle {
			m.mix(y, true)
		}
	}
	clear(y)
	return math.Inf(1), nil
}

// leftOver is the θ of a t: how much every step count exceeds what it is made of.
func (f *field) leftOver(at core) float64 {
	left := math.Inf(1)
	for i := at.start; i < at.end; i++ {
		left = min(left, f.y[i][0]-f.seen(i, f.evaluate(i))[0]+1)
	}
	return left
}

// timeWithMembers is the same for a core that loses nothing but what its members in the target hold back.
func (f *field) timeWithMembers(at core) (float64, error) {
	inside := false
	for _, m := range f.target.Members {
		i := int(f.g.rank[m.Node])
		inside = inside || at.start <= i && i < at.end
	}
	if !inside {
		return math.Inf(1), nil
	}
	w := f.g.borrow()
	defer f.g.scratch.Put(w)
	w.mark(f.g, f.target)
	defer w.unmark(f.g, f.target)
	inner := f.g.stepField(f.ctx, w, f.weights)
	inner.target, inner.holds = f.target, f.mode
	return inner.time(at)
}

// mixer holds the last few sweeps of Anderson's method.
type mixer struct {
	before     [][2]float64
	last       [][2]float64 // the step before
	lastAfter  [][2]float64
	steps      [window][][2]float64 // differences of successive steps
	afters     [window][][2]float64 // differences of successive results
	used, next int
	any        bool
}

// window is how many sweeps are mixed.
const window = 4

func (m *mixer) reset(n int) {
	m.before, m.last, m.lastAfter = sized(m.before, n), sized(m.last, n), sized(m.lastAfter, n)
	for k := range window {
		m.steps[k], m.afters[k] = sized(m.steps[k], n), sized(m.afters[k], n)
	}
	m.used, m.next, m.any = 0, 0, false
}

// outside is how far a mixed value may lie outside 0 to 1 and is still brought back; a mix that strays further is dropped.
const outside = 1e-3

// mix replaces y, the result of a sweep from before, by the mix of the last results whose steps cancel best. Values stay within 0
// and 1 or, when they are free, above 0.
func (m *mixer) mix(y [][2]float64, free bool) {
	if m.any {
		s, a := m.steps[m.next], m.afters[m.next]
		for i := range y {
			for k := range 2 {
				s[i][k] = (y[i][k] - m.before[i][k]) - m.last[i][k]
				a[i][k] = y[i][k] - m.lastAfter[i][k]
			}
		}
		m.next = (m.next + 1) % window
		m.used = min(m.used+1, window)
	}
	for i := range y {
		for k := range 2 {
			m.last[i][k] = y[i][k] - m.before[i][k]
			m.lastAfter[i][k] = y[i][k]
		}
	}
	m.any = true
	if m.used == 0 {
		return
	}
	weights, ok := leastSquares(m.normal(), m.used)
	if !ok {
		m.used, m.next = 0, 0
		return
	}
	most := 1.0
	if free {
		most = math.Inf(1)
	}
	for i := range y {
		for k := range 2 {
			v := y[i][k]
			for j := range m.used {
				v -= weights[j] * m.afters[j][i][k]
			}
			if v < -outside || v > most+outside {
				copy(y, m.lastAfter)
				return
			}
			y[i][k] = min(max(v, 0), most)
		}
	}
}

// leastSquares finds the weights of the step differences that cancel the last step best: normal equations of the differences, each
// scaled to length 1, by Gauss and Jordan, the most independent first. Those that add nothing new get no weight.
func leastSquares(a normal, used int) (w [window]float64, ok bool) {
	length := a.scale(used)
	var taken [window]bool
	for {
		pivot := -1
		for r := range used {
			if !taken[r] && a[r][r] > 1e-10 && (pivot < 0 || a[r][r] > a[pivot][pivot]) {
				pivot = r
			}
		}
		if pivot < 0 {
			break
		}
		taken[pivot], ok = true, true
		for r := range used {
			if r == pivot {
				continue
			}
			factor := a[r][pivot] / a[pivot][pivot]
			for c := range window + 1 {
				a[r][c] -= factor * a[pivot][c]
			}
		}
	}
	for r := range used {
		if taken[r] {
			w[r] = a[r][window] / a[r][r] / length[r]
		}
	}
	return w, ok
}

// normal is the matrix of the normal equations with their right side in the last column.
type normal [window][window + 1]float64

func (m *mixer) normal() (a normal) {
	for i := range m.last {
		for k := range 2 {
			for r := range m.used {
				x := m.steps[r][i][k]
				for c := r; c < m.used; c++ {
					a[r][c] += x * m.steps[c][i][k]
				}
				a[r][window] += x * m.last[i][k]
			}
		}
	}
	return a
}

// scale fills the lower half and scales the differences to length 1. It tells the lengths they had.
func (a *normal) scale(used int) (length [window]float64) {
	for r := range used {
		length[r] = math.Sqrt(a[r][r])
	}
	for r := range used {
		for c := r; c < used; c++ {
			if scale := length[r] * length[c]; scale > 0 {
				a[r][c] /= scale
			}
			a[c][r] = a[r][c]
		}
		if length[r] > 0 {
			a[r][window] /= length[r]
		}
	}
	return length
}

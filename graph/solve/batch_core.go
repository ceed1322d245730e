package solve

import "math"

// laneCore is what is known of the targets while a core is swept.
type laneCore struct {
	core
	time     lanes       // bounds of how often a step is taken, as in solveCore
	open     [Lanes]bool // not yet within the tolerance
	previous lanes
	best     lanes // the least change so far, once mixed
	stuck    [Lanes]int
	mixing   bool
}

// solveCore is field.solveCore for all targets. A target that is within the tolerance is swept on with the others: this brings it no further
// from its solution, since a sweep from x ± c·t ends within x ± c·t.
func (f *laneField) solveCore(c int) error {
	at := laneCore{core: f.g.cores[c]}
	clear(f.y[at.start:at.end])
	for k, t := range f.targets {
		at.time[k], at.open[k], at.previous[k], at.best[k] = f.times[c], true, math.Inf(1), math.Inf(1)
		if math.IsInf(f.times[c], 1) && len(t.Members) > 0 {
			alone := field{g: f.g, ctx: f.ctx, target: t, weights: f.g.stated}
			var err error
			if at.time[k], err = alone.timeWithMembers(at.core); err != nil {
				return err
			}
		}
	}
	return f.sweep(&at)
}

func (f *laneField) sweep(at *laneCore) error {
	y, m := f.y[at.start:at.end], &f.work.lanes
	for sweep := 1; sweep <= maxSweeps; sweep++ {
		if at.mixing {
			copy(m.before, y)
		}
		var change lanes
		if err := f.pass(at.start, at.end, true, &change); err != nil {
			return err
		}
		f.into.Sweeps = max(f.into.Sweeps, sweep)
		open, drags := false, false
		for k := range f.targets {
			if at.open[k] {
				f.judge(at, k, change[k])
				open = open || at.open[k]
				drags = drags || at.open[k] && at.isSlow(k, change[k])
			}
		}
		switch {
		case !open:
			return nil
		case at.mixing:
			m.mix(y, at.mixed())
		case sweep > settle && drags:
			at.mixing = true
			m.reset(len(y))
		}
		at.previous = change
	}
	for k := range f.targets {
		if at.open[k] {
			f.into.Errors[k] = math.Inf(1)
		}
	}
	return nil
}

// judge closes a target whose last change is small enough, and notes its error.
func (f *laneField) judge(at *laneCore, k int, change float64) {
	time, depth := at.time[k], float64(f.g.depth)
	allowed := f.tolerance / 2 / depth // the other half is for rounding
	if at.mixing {
		if at.stuck[k]++; change < at.best[k]/2 {
			at.best[k], at.stuck[k] = change, 0
		}
	}
	if change != 0 && !(time*at.gain*change <= allowed) && change > still && !(at.stuck[k] > astray && change < 64*still) {
		return
	}
	at.open[k] = false
	if change == 0 && math.IsInf(time, 1) {
		return // it came to rest from below: this is the least solution
	}
	rounding := float64(at.width+2) * unit
	f.into.Errors[k] = max(f.into.Errors[k], depth*time*(at.gain*change+rounding))
}

func (at *laneCore) isSlow(k int, change float64) bool {
	return change > slow*at.previous[k] && !math.IsInf(at.time[k], 1)
}

// mixed tells which targets are mixed: those on the way to the only fixed point. Where mixes go in circles, sweeps do not.
func (at *laneCore) mixed() (mixed [Lanes]bool) {
	for k := range mixed {
		mixed[k] = at.open[k] && at.stuck[k] <= astray && !math.IsInf(at.time[k], 1)
	}
	return mixed
}

// laneMixer is mixer for several targets, each with weights of its own.
type laneMixer struct {
	before     []lanes
	last       []lanes
	lastAfter  []lanes
	steps      [window][]lanes
	afters     [window][]lanes
	used, next int
	any        bool
}

func (m *laneMixer) reset(n int) {
	m.before, m.last, m.lastAfter = sized(m.before, n), sized(m.last, n), sized(m.lastAfter, n)
	for k := range window {
		m.steps[k], m.afters[k] = sized(m.steps[k], n), sized(m.afters[k], n)
	}
	m.used, m.next, m.any = 0, 0, false
}

// mix replaces y of the targets that are mixed; see mixer.mix.
func (m *laneMixer) mix(y []lanes, mixed [Lanes]bool) {
	m.note(y)
	if m.used == 0 {
		return
	}
	weights := m.weights(mixed)
	var strays [Lanes]bool
	for i := range y {
		for j := range m.used {
			w, a := &weights[j], &m.afters[j][i]
			for k := range y[i] {
				y[i][k] -= w[k] * a[k]
			}
		}
		for k, v := range y[i] {
			if mixed[k] {
				strays[k] = strays[k] || v < -outside || v > 1+outside
				y[i][k] = min(max(v, 0), 1)
			}
		}
	}
	for k, stray := range strays {
		if !stray {
			continue
		}
		for i := range y {
			y[i][k] = m.lastAfter[i][k]
		}
	}
}

// note keeps the differences that the last sweep makes.
func (m *laneMixer) note(y []lanes) {
	if m.any {
		s, a := m.steps[m.next], m.afters[m.next]
		for i := range y {
			for k := range y[i] {
				s[i][k] = (y[i][k] - m.before[i][k]) - m.last[i][k]
				a[i][k] = y[i][k] - m.lastAfter[i][k]
			}
		}
		m.next = (m.next + 1) % window
		m.used = min(m.used+1, window)
	}
	for i := range y {
		for k := range y[i] {
			m.last[i][k] = y[i][k] - m.before[i][k]
		}
		m.lastAfter[i] = y[i]
	}
	m.any = true
}

// weights are those of mixer.leastSquares for each target that is mixed; the others get none.
func (m *laneMixer) weights(mixed [Lanes]bool) (weights [window]lanes) {
	var products [window][window + 1]lanes
	for i := range m.last {
		for r := range m.used {
			s := &m.steps[r][i]
			for c := r; c < m.used; c++ {
				products[r][c].add(s, &m.steps[c][i])
			}
			products[r][window].add(s, &m.last[i])
		}
	}
	for k, is := range mixed {
		if !is {
			continue
		}
		var a normal
		for r := range a {
			for c := range a[r] {
				a[r][c] = products[r][c][k]
			}
		}
		w, _ := leastSquares(a, m.used)
		for r := range w {
			weights[r][k] = w[r]
		}
	}
	return weights
}

func (v *lanes) add(a, b *lanes) {
	for k := range v {
		v[k] += a[k] * b[k]
	}
}

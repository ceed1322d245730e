package cover

import (
	"context"
	"math"
	"math/bits"
)

// tiny is the loss below which nothing is told from nothing.
const tiny = 1e-12

// Course is how something fares over the days that are looked at.
type Course struct {
	First int     // the first day, from 0, on which it does not run in full; -1: none
	Least float64 // the least that it does on any day, 0 to 1
	Lost  float64 // what is lost over all days, in days of running in full
	Down  int     // days on which it does not run in full
}

// run is one question asked of a system. Between two questions nothing is lost in it.
type run struct {
	s     *system
	days  int
	watch func(number int32, day int, value float64)

	value, stock, inflow, capacity []float64 // by number
	arriving, open                 []float64 // by link
	courses                        []Course  // by number
	since                          []int32   // by number: the day of the last change
	calendar                       [][]event // by day
	dirty                          []uint64  // numbers to evaluate
	lowest, highest                int32     // words of dirty that may hold some
	moving                         []int32   // stocks to look at when the day is over
	isMoving                       []bool
	touched                        []int32 // numbers that were evaluated
	isTouched                      []bool
	evaluated                      int
}

// event is something that changes on a day before anything is evaluated.
type event struct {
	what  what
	at    int32 // number or link
	value float64
}

type what uint8

const (
	wake     what = iota // the stock of a number is not what it was
	arrival              // of a link
	opening              // of a link
	capacity             // of a number
)

func newRun(s *system) *run {
	n, links := len(s.rules), len(s.on)
	r := &run{s: s, value: ones(n), stock: append([]float64(nil), s.cover...), inflow: append([]float64(nil), s.inflow...), capacity: ones(n),
		arriving: ones(links), open: ones(links), courses: make([]Course, n), since: make([]int32, n),
		dirty: make([]uint64, (n+63)/64), isMoving: make([]bool, n), isTouched: make([]bool, n),
		lowest: math.MaxInt32, highest: -1}
	for i := range r.courses {
		r.courses[i] = whole
	}
	return r
}

// whole is the course of what never runs short.
var whole = Course{First: -1, Least: 1}

// begin makes the run ready for a question about some days.
func (r *run) begin(days int) {
	r.days = days
	if cap(r.calendar) < days {
		r.calendar = make([][]event, days)
	}
	r.calendar = r.calendar[:days]
	for _, i := range r.s.unsteady {
		r.plan(0, event{wake, i, 0})
	}
	for k, open := range r.s.open {
		r.schedule(opening, k, open)
	}
}

// clear takes the question back, in the time of what it touched.
func (r *run) clear() {
	for _, i := range r.touched {
		r.isTouched[i] = false
		r.value[i], r.stock[i], r.inflow[i], r.capacity[i] = 1, r.s.cover[i], r.s.inflow[i], 1
		r.courses[i], r.since[i] = whole, 0
		for k := r.s.from[i]; k < r.s.from[i+1]; k++ {
			r.arriving[k], r.open[k] = 1, 1
		}
	}
	r.touched, r.evaluated = r.touched[:0], 0
}

func ones(n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = 1
	}
	return x
}

// limit says what a node can do by itself.
func (r *run) limit(node int32, can Schedule) { r.schedule(capacity, r.s.rank[node], can) }

func (r *run) schedule(what what, at int32, schedule Schedule) {
	for _, step := range schedule {
		r.plan(max(step.Day, 0), event{what, at, step.Value})
	}
}

func (r *run) plan(day int, e event) {
	if day < r.days {
		r.calendar[day] = append(r.calendar[day], e)
	}
}

// course is how a node fared.
func (r *run) course(node int32) Course { return r.courses[r.s.rank[node]] }

// solve goes through the days. Of each day it visits what changes on it: what arrives, opens or stops, the stocks that are drawn down or
// filled, and what depends on them. The error is the context's.
func (r *run) solve(ctx context.Context) error {
	for day := range r.days {
		if day%64 == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if len(r.calendar[day]) == 0 {
			continue // all stands
		}
		for _, e := range r.calendar[day] {
			r.apply(e)
		}
		r.calendar[day] = r.calendar[day][:0]
		for i := r.next(); i >= 0; i = r.next() {
			if r.evaluated++; r.evaluated%4096 == 0 && ctx.Err() != nil {
				return context.Cause(ctx)
			}
			r.settle(i, day)
		}
		r.restock(day)
	}
	for _, i := range r.touched {
		r.count(i, r.days)
	}
	return nil
}

func (r *run) apply(e event) {
	switch e.what {
	case wake:
		r.mark(e.at)
	case arrival:
		r.arriving[e.at] = e.value
		r.mark(r.s.of[e.at])
	case opening:
		r.open[e.at] = e.value
		r.mark(r.s.of[e.at])
	case capacity:
		r.capacity[e.at] = e.value
		r.mark(e.at)
	}
}

func (r *run) mark(i int32) {
	r.dirty[i>>6] |= 1 << (i & 63)
	r.lowest, r.highest = min(r.lowest, i>>6), max(r.highest, i>>6)
}

// next takes the first number that is to be evaluated; -1 when there is none.
func (r *run) next() int32 {
	for ; r.lowest <= r.highest; r.lowest++ {
		if word := r.dirty[r.lowest]; word != 0 {
			bit := int32(bits.TrailingZeros64(word))
			r.dirty[r.lowest] &^= 1 << bit
			return r.lowest<<6 + bit
		}
	}
	r.lowest, r.highest = math.MaxInt32, -1
	return -1
}

func (r *run) settle(i int32, day int) {
	if !r.isTouched[i] {
		r.isTouched[i] = true
		r.touched = append(r.touched, i)
	}
	x := r.evaluate(i)
	if r.s.rules[i] == stocked {
		r.move(i)
	}
	if x != r.value[i] {
		r.change(i, day, x)
	}
}

func (r *run) evaluate(i int32) float64 {
	a, b := r.s.from[i], r.s.from[i+1]
	x := 1.0
	switch r.s.rules[i] {
	case least:
		for k := a; k < b; k++ {
			x = min(x, r.arriving[k])
		}
	case most:
		if a < b {
			x = 0
		}
		for k := a; k < b; k++ {
			x = max(x, r.arriving[k])
		}
	case weighted:
		for k := a; k < b; k++ {
			x -= r.s.weight[k] * (1 - r.arriving[k])
		}
		x = max(x, 0)
	case stocked:
		in := 0.0
		for k := a; k < b; k++ {
			in += r.s.weight[k] * r.open[k] * r.arriving[k]
		}
		r.inflow[i] = in
		x = min(1, r.stock[i]+in)
	}
	return min(x, r.capacity[i])
}

// change tells all who depend on a number what it does from a day on.
func (r *run) change(i int32, day int, x float64) {
	r.count(i, day)
	r.value[i] = x
	c := &r.courses[i]
	c.Least = min(c.Least, x)
	if x < 1-tiny && c.First < 0 {
		c.First = day
	}
	if r.watch != nil {
		r.watch(i, day, x)
	}
	for _, k := range r.s.uses[r.s.into[i]:r.s.into[i+1]] {
		if delay := int(r.s.delay[k]); delay > 0 {
			r.plan(day+delay, event{arrival, k, x})
		} else {
			r.apply(event{arrival, k, x})
		}
	}
	for _, stock := range r.s.draws[r.s.drawnAt[i]:r.s.drawnAt[i+1]] {
		r.move(stock)
	}
}

// count adds up the days since the last change.
func (r *run) count(i int32, day int) {
	if lost := 1 - r.value[i]; lost > 0 {
		days := day - int(r.since[i])
		r.courses[i].Lost += lost * float64(days)
		if lost > tiny {
			r.courses[i].Down += days
		}
	}
	r.since[i] = int32(day)
}

func (r *run) move(i int32) {
	if !r.isMoving[i] {
		r.isMoving[i] = true
		r.moving = append(r.moving, i)
	}
}

// restock closes the day. A stock that stays as it is needs no visit until something else changes.
func (r *run) restock(day int) {
	for _, i := range r.moving {
		r.isMoving[i] = false
		drawn := 1.0
		if d := r.s.drawer[i]; d != nobody {
			drawn = r.value[d]
		}
		if stock := r.s.after(i, r.stock[i], r.inflow[i], drawn); stock != r.stock[i] {
			r.stock[i] = stock
			r.plan(day+1, event{wake, i, 0})
		}
	}
	r.moving = r.moving[:0]
}

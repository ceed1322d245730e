package graphtest

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph/cover"
)

// CoverTwin is the slow twin of the daily stock model: every maker, input and source on every day, straight from the definition, in
// arrays of all days. It gives what each maker makes, by maker and day.
func CoverTwin(makers []cover.Maker, q cover.Question) [][]float64 {
	makes := make([][]float64, len(makers))
	stock := make([][]float64, len(makers))
	for f := range makers {
		makes[f] = make([]float64, q.Days)
		for _, in := range makers[f].Inputs {
			stock[f] = append(stock[f], in.Cover)
		}
	}
	made := func(f, day int) float64 {
		if f < 0 || day < 0 {
			return 1
		}
		return makes[f][day]
	}
	for t := range q.Days {
		for f, maker := range makers {
			h, lost := valueOn(q.Capacity[f], t), 0.0
			available := make([]float64, len(maker.Inputs))
			for m, in := range maker.Inputs {
				available[m] = stock[f][m]
				for _, s := range in.Sources {
					available[m] += s.Share * valueOn(s.Open, t) * made(s.Maker, t-s.Delay)
				}
				if in.Essential {
					h = math.Min(h, available[m])
				} else {
					lost += in.Weight * (1 - math.Min(1, available[m]))
				}
			}
			h = math.Max(0, math.Min(h, 1-lost))
			for m, in := range maker.Inputs {
				stock[f][m] = math.Min(in.Cover, math.Max(0, available[m]-h))
			}
			makes[f][t] = h
		}
	}
	return makes
}

func valueOn(s cover.Schedule, day int) float64 {
	x := 1.0
	for _, step := range s {
		if step.Day <= day {
			x = step.Value
		}
	}
	return x
}

// CoverCourse sums up what a maker makes.
func CoverCourse(makes []float64) cover.Course {
	c := cover.Course{First: -1, Least: 1}
	for t, h := range makes {
		c.Least = math.Min(c.Least, h)
		c.Lost += 1 - h
		if h < 1-1e-12 {
			c.Down++
			if c.First < 0 {
				c.First = t
			}
		}
	}
	return c
}

// DrawMakers draws makers that sell to each other: in loops, diamonds and to themselves, with stocks of whole and of broken days, a
// few substitutes that open later, inputs that are not essential, and shares that often, but not always, add to the whole.
func DrawMakers(dice Dice) ([]cover.Maker, cover.Question) {
	w := &denseWorld{dice: dice}
	n := 1 + dice(7)
	makers, q := make([]cover.Maker, n), cover.Question{Capacity: map[int]cover.Schedule{}, Days: 1 + dice(40)}
	for i := range makers {
		left := 1.0
		for range dice(4) {
			in := cover.Input{Essential: !w.once(4), Cover: draw(w, 0, 1, 2, 3.5, 0.25, 10)}
			if !in.Essential {
				in.Weight = left * draw(w, 0.25, 0.5, 1)
				left -= in.Weight
			}
			rest := 1.0
			for rest > 0 && !w.once(6) {
				share := rest * draw(w, 1, 1, 0.5, 0.3)
				rest -= share
				in.Sources = append(in.Sources, cover.Source{Maker: dice(n+1) - 1, Share: share, Delay: 1 + dice(6), Open: drawSchedule(w, 4)})
			}
			if rest > 0 && !w.once(5) {
				in.Sources = append(in.Sources, cover.Source{Maker: -1, Share: rest, Delay: 1})
			}
			if w.once(5) {
				in.Sources = append(in.Sources, cover.Source{Maker: dice(n), Share: 0.5, Delay: 1 + dice(3), Open: cover.Schedule{{Day: 0}, {Day: 3 + dice(20), Value: 1}}})
			}
			makers[i].Inputs = append(makers[i].Inputs, in)
		}
	}
	for range 1 + dice(2) {
		q.Capacity[dice(n)] = drawSchedule(w, 1)
	}
	return makers, q
}

// drawSchedule draws a schedule of one step or several, or none but once in so many times.
func drawSchedule(w *denseWorld, once int) (s cover.Schedule) {
	if !w.once(once) {
		return nil
	}
	for day := w.dice(12) - 2; len(s) == 0 || w.once(2); day += 1 + w.dice(10) {
		s = append(s, cover.Step{Day: day, Value: draw(w, 0, 0, 0.5, 0.3, 1)})
	}
	return s
}

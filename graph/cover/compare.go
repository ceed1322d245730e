package cover

import "math"

// Shift is by how many days one stop comes later than another one, of the same thing in two worlds; below 0 it comes sooner.
type Shift struct {
	Earliest, Latest float64 // by how much either end moves; NaN where one of the worlds has none within the days looked at
	// Within holds the difference whichever days come true in the two worlds; infinite where nothing bounds it.
	Within Range
}

// Later compares a stop with the same one in another world; nil is none within the days looked at. Days are counted from the view's day of
// either answer, on the calendar.
func Later(before *Answer, was *Stop, after *Answer, is *Stop) Shift {
	x, y := before.span(was), after.span(is)
	s := Shift{Earliest: math.NaN(), Latest: math.NaN(), Within: Range{Low: y.Low - x.High, High: y.High - x.Low}}
	if was != nil && is != nil {
		s.Earliest = y.Low - x.Low
		if was.Latest >= 0 && is.Latest >= 0 {
			s.Latest = y.High - x.High
		}
	}
	return s
}

// span is when a stop may come, as days of the calendar: from its earliest, or the end of what is looked at, to its latest, or never.
func (a *Answer) span(s *Stop) Range {
	day, r := float64(a.Model.asOf()), Range{Low: float64(a.loss.Days), High: math.Inf(1)}
	if s != nil {
		r.Low = float64(s.Earliest)
		if s.Latest >= 0 {
			r.High = float64(s.Latest)
		}
	}
	return Range{Low: day + r.Low, High: day + r.High}
}

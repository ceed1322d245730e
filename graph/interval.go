package graph

import "math"

// Interval is a number known within bounds, Low ≤ Mid ≤ High. Each of the three may be unknown on its own: an upper bound may
// be known where no middle is. Unknown is NaN inside the engine and null at its edge, never 0. The zero value is exactly 0.
type Interval struct {
	Low, Mid, High float64
}

// Unknown is an interval of which nothing is known.
func Unknown() Interval { return Interval{math.NaN(), math.NaN(), math.NaN()} }

// Exactly is the interval of one number.
func Exactly(x float64) Interval { return Interval{x, x, x} }

// Between is an interval without a middle, unless both bounds are equal.
func Between(low, high float64) Interval {
	if low == high {
		return Exactly(low)
	}
	return Interval{low, math.NaN(), high}
}

// Known tells whether any bound is known.
func (i Interval) Known() bool { return known(i.Low) || known(i.Mid) || known(i.High) }

// HasMid tells whether the middle is known.
func (i Interval) HasMid() bool { return known(i.Mid) }

// Best is the middle if it is known, else the high bound, else the low one; NaN when nothing is known. It serves to rank.
func (i Interval) Best() float64 {
	switch {
	case known(i.Mid):
		return i.Mid
	case known(i.High):
		return i.High
	}
	return i.Low
}

// Plus adds two intervals, bound by bound. What is unknown in either is unknown in the sum.
func (i Interval) Plus(j Interval) Interval {
	return Interval{i.Low + j.Low, i.Mid + j.Mid, i.High + j.High}
}

// Times multiplies two intervals of numbers that are not negative, bound by bound.
func (i Interval) Times(j Interval) Interval {
	return Interval{i.Low * j.Low, i.Mid * j.Mid, i.High * j.High}
}

// Scale multiplies an interval by a number that is not negative.
func (i Interval) Scale(x float64) Interval { return Interval{i.Low * x, i.Mid * x, i.High * x} }

// Or is the smallest interval that holds both, as for one of several grades. The middle stays only where both agree on it, to
// twelve digits.
func (i Interval) Or(j Interval) Interval {
	k := Interval{min(i.Low, j.Low), math.NaN(), max(i.High, j.High)}
	if math.Abs(i.Mid-j.Mid) <= 1e-12*max(i.Mid, j.Mid) {
		k.Mid = i.Mid
	}
	return k
}

// Equal compares two intervals, unknown equal to unknown.
func (i Interval) Equal(j Interval) bool {
	return sameNumber(i.Low, j.Low) && sameNumber(i.Mid, j.Mid) && sameNumber(i.High, j.High)
}

func sameNumber(x, y float64) bool { return x == y || !known(x) && !known(y) }

func known(x float64) bool { return !math.IsNaN(x) }

// LowValue is the low bound, nil when unknown.
func (i Interval) LowValue() *float64 { return pointer(i.Low) }

// MidValue is the middle, nil when unknown.
func (i Interval) MidValue() *float64 { return pointer(i.Mid) }

// HighValue is the high bound, nil when unknown.
func (i Interval) HighValue() *float64 { return pointer(i.High) }

func pointer(x float64) *float64 {
	if !known(x) {
		return nil
	}
	return &x
}

// Coverage says how a share came about. The three parts add to 1.
type Coverage struct {
	Known   float64 // resolved by what the rows state
	Assumed float64 // filled by an assumption or estimate
	Unknown float64 // not even the assumptions resolve it
}

// CoverageOf turns three amounts that are not negative into parts of 1; nothing at all is wholly unknown.
func CoverageOf(known, assumed, unknown float64) Coverage {
	total := known + assumed + unknown
	if !(total > 0) {
		return Coverage{Unknown: 1}
	}
	return Coverage{Known: known / total, Assumed: assumed / total, Unknown: unknown / total}
}

package throughput

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph"
)

// course is what is let through at one end of what is possible, for one need: at the worst end the least of everything, at the best end
// the most. Everything is in months of need.
type course struct {
	a      *Answer
	t      *taken
	at     int // the boundary before the first month
	need   float64
	worst  bool
	shares []float64 // by month: the part of the need that the model lets through
}

// fill goes through the months.
func (a *Answer) fill(r *record, t *taken) {
	q := &a.Question
	n := int(q.To-q.From) + 1
	at := int(q.From - r.first)
	a.Months = make([]Row, n)
	worst := &course{a, t, at, a.Need.High, true, make([]float64, n)}
	best := &course{a, t, at, a.Need.Low, false, make([]float64, n)}
	for m := range a.Months {
		o := r.observe(t, at+m)
		worst.shares[m], best.shares[m] = a.shares(q.From + Month(m))
		a.Months[m] = Row{Month: q.From + Month(m), Observed: o.Interval, Basis: o.Basis, Modelled: !o.own, Rows: o.Rows, Flags: o.Flags,
			Licensed: o.Interval, Stock: graph.Unknown(), Days: graph.Unknown()}
	}
	for m := range a.Months {
		if row := &a.Months[m]; row.Modelled {
			a.model(row, worst, best, m)
		}
	}
	if a.Need.Origin == Missing {
		return
	}
	a.Earliest, a.Latest = worst.short(), best.short()
	low, high := worst.stocks(), best.stocks()
	for m := range a.Months {
		a.Months[m].Days = graph.Between(low[m]*daysOfMonth, high[m]*daysOfMonth)
		a.Months[m].Stock = graph.Between(low[m]*a.Need.Low, high[m]*a.Need.High)
	}
}

// shares are the least and the largest part of a month's need that the model lets through.
func (a *Answer) shares(month Month) (least, largest float64) {
	var held float64
	var late [2]float64
	days := month.Days()
	for i := range days {
		day := month.First() + graph.Day(i)
		if !a.Question.Held(day) {
			continue
		}
		held++
		for end, review := range []float64{a.Review.High, a.Review.Low} {
			if float64(day-a.Question.Began) >= review {
				late[end]++
			}
		}
	}
	whole := float64(days)
	part := func(controlled, approved, late float64) float64 {
		return (whole - controlled*held + controlled*approved*late) / whole
	}
	return part(a.Controlled.High, a.Approved.Low, late[0]), part(a.Controlled.Low, a.Approved.High, late[1])
}

// model puts in what the model says of a month whose figures are not on record, within what the record bounds.
func (a *Answer) model(row *Row, worst, best *course, m int) {
	if a.Need.Origin == Missing {
		row.Licensed = graph.Unknown()
		return
	}
	alone := Range{a.Need.Low * worst.shares[m], a.Need.High * best.shares[m]}
	row.Flags = row.Flags.With(graph.FlagWhatIf)
	row.Licensed = graph.Between(within(alone.Low, row.Observed), within(alone.High, row.Observed))
	if alone.Low > row.Observed.High || alone.High < row.Observed.Low {
		row.Against = true
		row.Flags = row.Flags.With(graph.FlagModelAgainstRecord)
	}
}

// within is the number nearest to x within the bounds that are known.
func within(x float64, bounds graph.Interval) float64 {
	if x < bounds.Low {
		x = bounds.Low
	}
	if x > bounds.High {
		x = bounds.High
	}
	return x
}

// sums lists what is let through from a month on, up to the end of each month after it, in months of need.
func (c *course) sums(from int) []float64 {
	out := make([]float64, len(c.shares)+1)
	base, start := 0.0, -1 // what came before the months on record in a row, and the first of these
	for m := from; m < len(c.shares); m++ {
		row := &c.a.Months[m]
		if row.Modelled {
			start = -1
			bounds := graph.Interval{Low: row.Observed.Low / c.need, High: row.Observed.High / c.need}
			out[m+1] = out[m] + within(c.shares[m], bounds)
			continue
		}
		if start < 0 {
			base, start = out[m], m
		}
		low, high := c.t.between(c.at+start, c.at+m+1)
		if c.worst {
			high = low
		}
		out[m+1] = base + high.tonnes()/c.need
	}
	return out
}

// stock is what is there at first, in months of need.
func (c *course) stock() float64 {
	if c.worst {
		return c.a.Stock.Low / daysOfMonth
	}
	return c.a.Stock.High / daysOfMonth
}

// tolerance is what sums of 64-bit numbers may be off by, in months of need.
const tolerance = 1e-9

// short is the first day on which what is in stock and what is let through are less than what is needed, evenly within a month.
func (c *course) short() graph.Day {
	if c.need == 0 {
		return NoDay
	}
	sums, stock := c.sums(0), c.stock()
	for m := range c.shares {
		before, after := stock+sums[m]-float64(m), stock+sums[m+1]-float64(m+1)
		if after >= -tolerance {
			continue
		}
		month := c.a.Question.From + Month(m)
		part := max(before, 0) / (max(before, 0) - after)
		return month.First() + graph.Day(math.Floor(part*float64(month.Days())+tolerance))
	}
	return NoDay
}

// stocks lists what is in stock at the end of each month, in months of need: the largest net sum from some month on, or from the start on
// with what was there at first.
func (c *course) stocks() []float64 {
	out := make([]float64, len(c.shares))
	if c.need == 0 {
		for m := range out {
			out[m] = math.NaN()
		}
		return out
	}
	for from := range c.shares {
		start := 0.0
		if from == 0 {
			start = c.stock()
		}
		sums := c.sums(from)
		for m := from; m < len(out); m++ {
			out[m] = max(out[m], start+sums[m+1]-float64(m+1-from))
		}
	}
	return out
}

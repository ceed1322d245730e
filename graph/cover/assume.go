package cover

import (
	"fmt"
	"math"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

// Range is a number between two bounds.
type Range = shock.Range

// Assumptions stand in where the record is silent, and say how the record is read. The zero value takes the defaults.
type Assumptions struct {
	Cover  *Range // days of need in stock; nil: DefaultCover
	Lead   *Range // days from seller to buyer; nil: DefaultHome, DefaultNear or DefaultFar
	Making *Range // days that goods are in the making, from their inputs on; nil: DefaultMaking
	// Assumed leaves recorded stocks and lead times out: the assumptions hold everywhere.
	Assumed bool
	// Closed takes the sellers on record as complete: what they do not state falls to them alone.
	Closed bool
	// Crossings says, for a supplier of a line, what the law does to its goods on their way, by ascending days. nil, or nothing of a
	// supplier: see Rules.
	Crossings func(line *chain.Part, s *chain.Supplier) []Crossing
	// Law is the law of the view; nil: it does not bear. Where Crossings says something of a supplier, that holds.
	Law *Law
	// Rules let goods leave their country only under a licence, from a day on in the place of the law. Of rules of one day for the same
	// goods the last holds.
	Rules []Rule
}

// Crossing is what happens to goods that are sent from a day on: a part of them may leave, after some days of waiting. What was sent
// before goes its way. A crossing that holds for long is given with a day before that of the view, as graph.MinDay.
type Crossing struct {
	From   graph.Day
	Factor Range // the part that may leave, 0 to 1
	Delay  Range // days that it waits before it leaves, the same for all goods of the crossing
	Rows   []graph.RowRef
	Flags  graph.Flags
	// Decisions are those of the law that make it so, one for each way that the goods may take over the border.
	Decisions []*control.Decision
}

// The defaults, in days. Stocks: the practice of just-in-time, and about the most that the carmakers of a country said they had in 2025.
// Transport within a country, within a part of the world, and between parts, which is by sea.
var (
	DefaultCover  = Range{Low: 14, High: 60}
	DefaultHome   = Range{Low: 1, High: 7}
	DefaultNear   = Range{Low: 2, High: 21}
	DefaultFar    = Range{Low: 20, High: 48}
	DefaultMaking = Range{Low: 0, High: 30}
)

// mostDays bounds every number of days.
const mostDays = 36_500

func (a *Assumptions) check() error {
	for name, r := range map[string]*Range{"cover": a.Cover, "lead": a.Lead, "making": a.Making} {
		if r != nil && !(0 <= r.Low && r.Low <= r.High && r.High <= mostDays) {
			return fmt.Errorf("%s of %v to %v days: days go from 0 to %d, the low end first", name, r.Low, r.High, mostDays)
		}
	}
	if a.Law != nil {
		if err := checkLicences("the law", a.Law.Review, a.Law.Approved); err != nil {
			return err
		}
	}
	for i := range a.Rules {
		r := &a.Rules[i]
		if r.Of == nil || r.Of.IsEmpty() {
			return fmt.Errorf("rule %d names nothing", i+1)
		}
		if err := checkLicences(fmt.Sprintf("rule %d", i+1), r.Review, r.Approved); err != nil {
			return err
		}
	}
	return nil
}

func checkLicences(of string, review, approved *Range) error {
	switch {
	case review != nil && !(0 <= review.Low && review.Low <= review.High && review.High <= mostDays):
		return fmt.Errorf("%s: a review of %v to %v days: days go from 0 to %d, the low end first", of, review.Low, review.High, mostDays)
	case approved != nil && !(0 <= approved.Low && approved.Low <= approved.High && approved.High <= 1):
		return fmt.Errorf("%s: %v to %v are approved: parts go from 0 to 1, the low end first", of, approved.Low, approved.High)
	}
	return nil
}

// Figure is a number of days with what it rests on.
type Figure struct {
	Range
	Rows  []graph.RowRef // the rows that state it; none: it is assumed
	Flags graph.Flags
}

func assumed(given *Range, otherwise Range, flag graph.Flag) Figure {
	if given != nil {
		otherwise = *given
	}
	return Figure{Range: otherwise, Flags: graph.Flags{flag}}
}

// plus is one span after another.
func (f Figure) plus(g Figure) Figure {
	return Figure{Range{Low: f.Low + g.Low, High: f.High + g.High}, append(f.Rows[:len(f.Rows):len(f.Rows)], g.Rows...), f.Flags.With(g.Flags...)}
}

// or is the span that holds both.
func (f Figure) or(g Figure) Figure {
	return Figure{Range{Low: min(f.Low, g.Low), High: max(f.High, g.High)}, append(f.Rows[:len(f.Rows):len(f.Rows)], g.Rows...), f.Flags.With(g.Flags...)}
}

// end says which end of what is possible is meant: that at which most is lost and soonest, or the other one.
type end uint8

const (
	early end = iota
	late
)

func (e end) of(r Range) float64 {
	if e == early {
		return r.Low
	}
	return r.High
}

// days is a number of whole days at an end: a delivery takes a day at least.
func (e end) days(r Range) int {
	if e == early {
		return max(1, int(math.Floor(r.Low)))
	}
	return max(1, int(math.Ceil(r.High)))
}

// piece is goods of one supplier that take one time: they arrive while their window is open.
type piece struct {
	delay int
	open  Schedule
}

// pieces parts what a supplier sends by what the law does to it. lead is the time from making to arrival besides, way the part of it after
// the border: the law holds what has not left yet, also what was made before. Of a range of factors the early
// end takes the least and of delays the longest, the late end the other way round. What happens at the supplier itself is felt after
// the least delay at the early end, after the longest at the late end.
func (e end) pieces(lead, way int, crossings []Crossing, asOf graph.Day) []piece {
	if len(crossings) == 0 {
		return []piece{{delay: lead}}
	}
	day := func(i int) int { return int(crossings[i].From) - int(asOf) + way }
	var pieces []piece
	if crossings[0].From > graph.MinDay {
		pieces = append(pieces, piece{lead, Schedule{{Day: day(0)}}})
	}
	for i, c := range crossings {
		factor, felt, waits := c.Factor.Low, math.Floor(c.Delay.Low), math.Ceil(c.Delay.High)
		if e == late {
			factor, felt, waits = c.Factor.High, waits, felt
		}
		p, from := piece{delay: lead + int(felt)}, math.MinInt
		if c.From > graph.MinDay {
			from = day(i) + int(waits)
			p.open = append(p.open, Step{Day: math.MinInt})
		}
		p.open = append(p.open, Step{Day: from, Value: factor})
		to := math.MaxInt
		if i+1 < len(crossings) {
			to = day(i+1) + int(waits)
			p.open = append(p.open, Step{Day: to})
		}
		if factor > 0 && from < to && to > 0 { // what came before day 0 is in stock, or used
			pieces = append(pieces, p)
		}
	}
	return pieces
}

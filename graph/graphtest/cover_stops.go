package graphtest

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/cover"
)

// StopsTwin is the slow twin of stop dates: the layout over rows and ids of the twin of shocks, and every node of it on every day, from
// the first to the last. Give it small worlds only.
type StopsTwin struct {
	*Shock
	Ends    int  // what is lost is back after so many days; 0: never
	Closed  bool // sellers on record are complete
	Assumed bool // recorded stocks and lead times are left out
	// Cover, Lead and Making are assumed where nothing is on record, low and high; nil takes the defaults of the room.
	Cover, Lead, Making *[2]float64
	// Crossing is what the law does to goods of a seller to a buyer; a day of graph.MinDay holds for ever.
	Crossing func(buyer, seller string) []cover.Crossing

	// Rules let goods leave their country only under a licence; where Crossing says something, that holds.
	Rules []StopRule
	// Law is read for every day on which goods are sent; nil: it does not bear. From the first day of a rule on, that stands instead.
	Law *StopLaw

	late   bool
	laws   map[string][]cover.Crossing // by buyer and outputs of the seller
	leads  map[[2]int][2]float64       // by line and number of its supplier: from making to arrival, and on the way alone
	covers map[[2]string][2]float64    // by firm and item
	values [][]float64                 // by day and node; NaN is not yet known
	stock  []float64                   // by node
}

// StopRule lets what a target makes leave its country only under a licence, from a day on. Review, in days, and Approved, 0 to 1, are as
// on record where they are nil.
type StopRule struct {
	Target           ExposureQuestion // its conditions alone count
	From             graph.Day
	Review, Approved *[2]float64
}

// StopDates is what the twin says of an output or line: the first short day at both ends (-1: none), what is lost and the least of it.
type StopDates struct {
	Early, Late cover.Course
	Cover       [2]float64
}

// Stops gives all outputs and lines on record that run short within some days at either end, by kind, firm and item.
func (s *StopsTwin) Stops(days int) map[[3]string]StopDates {
	early, late := s.run(days, false), s.run(days, true)
	own, stops := s.own(), map[[3]string]StopDates{}
	for i, n := range s.nodes {
		if early[i].First < 0 && late[i].First < 0 || !own[i] || n.kind != "output" && n.kind != "line" {
			continue
		}
		if n.kind == "output" && s.made(n).passed {
			of := s.opened[i].needs[0]
			if early[i] == early[of] && late[i] == late[of] {
				continue
			}
		}
		d := StopDates{Early: early[i], Late: late[i]}
		if n.kind == "line" {
			d.Cover = s.coverOf(n.firm, n.item)
		}
		stops[[3]string{n.kind, n.firm, n.item}] = d
	}
	return stops
}

func (s *StopsTwin) run(days int, late bool) []cover.Course {
	s.late, s.leads, s.values, s.stock = late, map[[2]int][2]float64{}, nil, make([]float64, len(s.nodes))
	for i, n := range s.nodes {
		if n.kind == "line" {
			s.stock[i] = s.pick(s.coverOf(n.firm, n.item))
			for k, from := range s.opened[i].suppliers {
				s.leads[[2]int{i, k}] = s.leadOf(n.firm, from)
			}
		}
	}
	makes := make([][]float64, len(s.nodes))
	for day := range days {
		s.values = append(s.values, slices.Repeat([]float64{math.NaN()}, len(s.nodes)))
		for i := range s.nodes {
			makes[i] = append(makes[i], s.value(i, day))
		}
		for i, n := range s.nodes {
			if n.kind == "line" { // drawn at the full rate, whatever is made
				limit := s.pick(s.coverOf(n.firm, n.item))
				s.stock[i] = math.Min(limit, math.Max(0, s.stock[i]+s.inflow(i, day)-1))
			}
		}
	}
	courses := make([]cover.Course, len(s.nodes))
	for i := range courses {
		courses[i] = CoverCourse(makes[i])
	}
	return courses
}

func (s *StopsTwin) pick(span [2]float64) float64 {
	if s.late {
		return span[1]
	}
	return span[0]
}

func (s *StopsTwin) value(i, day int) float64 {
	if day < 0 {
		return 1
	}
	if known := s.values[day][i]; !math.IsNaN(known) {
		return known
	}
	x, o := 1.0, s.opened[i]
	if s.nodes[i].kind == "line" {
		x = math.Min(1, s.stock[i]+s.inflow(i, day))
	} else {
		if s.Ends == 0 || day < s.Ends {
			x = s.pick([2]float64{s.low[i], s.high[i]})
		}
		var needs []float64
		for _, to := range o.needs {
			needs = append(needs, s.value(to, day))
		}
		switch {
		case len(needs) == 0:
		case o.any && (s.late || !s.recipe(s.nodes[i].item).grades):
			x = math.Min(x, slices.Max(needs))
		default:
			x = math.Min(x, slices.Min(needs))
		}
	}
	s.values[day][i] = x
	return x
}

// inflow is what arrives at a line on a day.
func (s *StopsTwin) inflow(i, day int) float64 {
	if s.Law != nil && s.Law.Market && len(s.opened[i].suppliers) == 0 {
		return s.marketed(i, day)
	}
	in, stated, hit := 0.0, 0.0, math.NaN()
	for k, from := range s.opened[i].suppliers {
		arrives := s.arrives(i, k, day)
		if math.IsNaN(from.share) || from.possible {
			arrives = math.Min(1, arrives) // what piled up counts where a share is stated
		}
		switch {
		case !math.IsNaN(from.share) && !from.possible:
			stated += from.share
			in += from.share * arrives
		case !s.late && !(hit <= arrives), s.late && !(hit >= arrives):
			hit = arrives
		}
	}
	switch rest := 1 - stated; {
	case rest < 1e-12:
	case math.IsNaN(hit) && s.Closed && stated > 0:
		in /= stated
	case math.IsNaN(hit) || s.late && !s.Closed:
		in += rest
	default:
		in += rest * hit
	}
	return in
}

// arrives is what arrives of a supplier on a day, as part of what it sends in normal times.
func (s *StopsTwin) arrives(i, k, day int) float64 {
	from, lead, way := s.opened[i].suppliers[k], int(s.leads[[2]int{i, k}][0]), int(s.leads[[2]int{i, k}][1])
	sends := func(day int) float64 {
		var serve []float64
		for _, to := range from.outputs {
			serve = append(serve, s.value(to, day))
		}
		if s.late {
			return slices.Max(serve)
		}
		return slices.Min(serve)
	}
	law := s.lawOf(s.nodes[i].firm, from)
	if s.Law != nil && (s.Crossing == nil || len(s.Crossing(s.nodes[i].firm, from.firm)) == 0) {
		return s.sent(i, k, day, law, sends)
	}
	if len(law) == 0 {
		return sends(day - lead)
	}
	total := 0.0
	if int(s.day)+day-way < int(law[0].From) {
		total = sends(day - lead)
	}
	for k, c := range law {
		factor, waits, felt := c.Factor.Low, math.Ceil(c.Delay.High), math.Floor(c.Delay.Low)
		if s.late {
			factor, waits, felt = c.Factor.High, felt, waits
		}
		left := int(s.day) + day - way - int(waits)
		if left < int(c.From) && c.From != graph.MinDay || k+1 < len(law) && left >= int(law[k+1].From) {
			continue
		}
		total += factor * sends(day-lead-int(felt))
	}
	return total
}

package cover

import (
	"errors"
	"fmt"
	"slices"
)

// rule says what a node still does, 0 to 1, when what it depends on does less.
type rule uint8

const (
	least    rule = iota // the least of what it depends on: all are needed
	most                 // the most of what it depends on: any one suffices
	weighted             // 1 less the parts of what it depends on that are lost, each by its weight
	stocked              // what comes in, the sum by weights, and what is in stock, at most 1
)

// equations are a system that is being written.
type equations struct {
	rules  []rule
	cover  []float64 // by node: days of need in stock at first; it is never more later
	drawer []int32   // by node: the node whose value a stock is drawn at; nobody: at the full rate
	links  []link
}

// link says that a node depends on what another one did some days before.
type link struct {
	of, on int32 // on may be nobody: it always does all it can
	weight float64
	delay  int
	open   Schedule // the part that comes through, by the day of arrival
}

// nobody stands for a supplier that never fails, and for no drawer.
const nobody = -1

func (e *equations) add(r rule) int32 {
	e.rules, e.cover, e.drawer = append(e.rules, r), append(e.cover, 0), append(e.drawer, nobody)
	return int32(len(e.rules) - 1)
}

func (e *equations) stock(days float64, drawer int32) int32 {
	i := e.add(stocked)
	e.cover[i], e.drawer[i] = days, drawer
	return i
}

func (e *equations) depend(of, on int32, weight float64, delay int, open Schedule) {
	e.links = append(e.links, link{of, on, weight, delay, open})
}

// system is a compiled system. Nodes are numbered so that what a node depends on within the day comes before it. It never changes, so
// any number of runs may share it.
type system struct {
	rank, node []int32 // node to number and back; all else is by number

	rules    []rule
	cover    []float64
	drawer   []int32
	from, on []int32 // links of a number: from[i] to from[i+1]
	weight   []float64
	delay    []int32
	of       []int32            // by link
	open     map[int32]Schedule // by link
	into     []int32            // where the links that depend on a number start in uses
	uses     []int32
	drawnAt  []int32 // where the stocks that a number draws on start in draws
	draws    []int32
	inflow   []float64 // of stocks, when nothing is lost
	unsteady []int32   // stocks that move although nothing is lost
}

// errInstant is a loop in which nothing takes any time.
var errInstant = errors.New("a loop takes no time: let at least one delivery of it take a day")

// compile numbers nodes by what they depend on within the day, in O(nodes + links).
func (e *equations) compile() (*system, error) {
	n := len(e.rules)
	s := &system{rank: make([]int32, n), rules: make([]rule, n), cover: make([]float64, n), drawer: make([]int32, n), inflow: make([]float64, n),
		from: make([]int32, n+1), open: map[int32]Schedule{}}
	order, err := e.order()
	if err != nil {
		return nil, err
	}
	s.node = order
	for i, old := range order {
		s.rank[old] = int32(i)
	}
	for i, old := range order {
		s.rules[i], s.cover[i], s.drawer[i] = e.rules[old], e.cover[old], nobody
		if d := e.drawer[old]; d != nobody {
			s.drawer[i] = s.rank[d]
		}
	}
	for k := range e.links {
		s.from[s.rank[e.links[k].of]+1]++
	}
	for i := range n {
		s.from[i+1] += s.from[i]
	}
	next, links := slices.Clone(s.from), len(e.links)
	s.on, s.of, s.weight, s.delay = make([]int32, links), make([]int32, links), make([]float64, links), make([]int32, links)
	for i := range e.links {
		l := &e.links[i]
		of := s.rank[l.of]
		k := next[of]
		next[of]++
		s.of[k], s.on[k], s.weight[k], s.delay[k] = of, nobody, l.weight, int32(l.delay)
		if l.on != nobody {
			s.on[k] = s.rank[l.on]
		}
		if len(l.open) > 0 {
			s.open[k] = l.open
		}
	}
	s.into, s.uses = invert(n, s.on)
	s.drawnAt, s.draws = invert(n, s.drawer)
	s.findUnsteady()
	return s, nil
}

// order lists nodes so that what a node depends on within the day comes before it (Kahn).
func (e *equations) order() ([]int32, error) {
	n := len(e.rules)
	ends := make([]int32, len(e.links)) // by link: what it depends on within the day
	waits := make([]int32, n)
	for k := range e.links {
		ends[k] = nobody
		if l := &e.links[k]; l.delay == 0 && l.on != nobody {
			ends[k] = l.on
			waits[l.of]++
		}
	}
	into, uses := invert(n, ends)
	order := make([]int32, 0, n)
	for i := range n {
		if waits[i] == 0 {
			order = append(order, int32(i))
		}
	}
	for at := 0; at < len(order); at++ {
		for _, k := range uses[into[order[at]]:into[order[at]+1]] {
			of := e.links[k].of
			if waits[of]--; waits[of] == 0 {
				order = append(order, of)
			}
		}
	}
	if len(order) < n {
		return nil, errInstant
	}
	return order, nil
}

// invert lists by end which entries have it, in compressed form; nobody is no end.
func invert(n int, ends []int32) (from, entries []int32) {
	from = make([]int32, n+1)
	for _, end := range ends {
		if end != nobody {
			from[end+1]++
		}
	}
	for i := range n {
		from[i+1] += from[i]
	}
	entries = make([]int32, from[n])
	next := slices.Clone(from)
	for k, end := range ends {
		if end != nobody {
			entries[next[end]] = int32(k)
			next[end]++
		}
	}
	return from, entries
}

// findUnsteady finds stocks of which more or less than a day's need comes in before anything is lost.
func (s *system) findUnsteady() {
	for i := range s.rules {
		if s.rules[i] != stocked {
			continue
		}
		for k := s.from[i]; k < s.from[i+1]; k++ {
			s.inflow[i] += s.weight[k]
		}
		if s.cover[i]+s.inflow[i] < 1 || s.after(int32(i), s.cover[i], s.inflow[i], 1) != s.cover[i] {
			s.unsteady = append(s.unsteady, int32(i))
		}
	}
}

// after is what is left of a stock when the day is over.
func (s *system) after(i int32, stock, inflow, drawn float64) float64 {
	return min(s.cover[i], max(0, stock+inflow-drawn))
}

// Schedule says what holds from which day on. Days ascend; before the first of them everything is open, or runs in full.
type Schedule []Step

// Step is a value that holds from a day on, counted from the first day that is looked at.
type Step struct {
	Day   int
	Value float64
}

func (s Schedule) check() error {
	for i, step := range s {
		if i > 0 && step.Day <= s[i-1].Day {
			return fmt.Errorf("day %d comes after day %d", step.Day, s[i-1].Day)
		}
		if !(step.Value >= 0 && step.Value <= 1) {
			return fmt.Errorf("the value of day %d is %v: it lies between 0 and 1", step.Day, step.Value)
		}
	}
	return nil
}

package throughput

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// grams are tonnes in whole numbers, so that sums and differences of figures are exact.
type grams int64

const (
	perTonne = 1_000_000
	endless  = grams(math.MaxInt64 / 4) // no upper bound
)

func fromTonnes(tonnes float64) grams { return grams(math.Round(tonnes * perTonne)) }

// tonnes is NaN where there is no bound.
func (g grams) tonnes() float64 {
	if g >= endless {
		return math.NaN()
	}
	return float64(g) / perTonne
}

// span is a figure: what the months after boundary from, up to boundary to, sum up to.
type span struct {
	from, to  int
	says      grams
	low, high grams // what it may be, seeing what others say
	row       graph.RowRef
}

func (s *span) holds(from, to int) bool { return s.from <= from && to <= s.to }

// bounds are the least and the most that each span of months sums up to, by its boundaries.
type bounds struct {
	boundaries int
	low, high  []grams
}

func unbounded(boundaries int) *bounds {
	b := &bounds{boundaries, make([]grams, boundaries*boundaries), make([]grams, boundaries*boundaries)}
	for i := range b.high {
		b.high[i] = endless
	}
	for i := range boundaries {
		b.high[i*boundaries+i] = 0
	}
	return b
}

func (b *bounds) between(from, to int) (low, high grams) {
	return b.low[from*b.boundaries+to], b.high[from*b.boundaries+to]
}

// ledger holds the figures of one destination, and what follows from them for every span of months.
type ledger struct {
	*bounds
	spans  []span
	joined []int   // by boundary: boundaries with the same number are joined by figures
	apart  [][]int // figures that cannot all be true, cycle by cycle
}

// newLedger widens figures that contradict each other, and closes the rest. Spans are those of one destination.
func newLedger(boundaries int, spans []span) *ledger {
	l := &ledger{spans: slices.Clone(spans)}
	slices.SortStableFunc(l.spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.to-a.from, b.to-b.from), cmp.Compare(a.from, b.from)) })
	for {
		edges := l.edges(boundaries)
		distance, consistent := closure(boundaries, edges)
		if consistent {
			l.read(boundaries, distance)
			break
		}
		if len(l.apart) == mostApart {
			l.giveUp()
			continue
		}
		l.widen(fewest(boundaries, edges))
	}
	l.join(boundaries)
	return l
}

// mostApart is how many contradictions are told apart in the figures of one destination. Beyond that they say nothing.
const mostApart = 200

func (l *ledger) giveUp() {
	all := make([]int, len(l.spans))
	for i := range l.spans {
		l.spans[i].low, l.spans[i].high, all[i] = 0, endless, i
	}
	l.apart = append(l.apart, all)
}

// edge bounds P(to) - P(from) from above. of is the figure that it comes of, -1 for months that export nothing less than nothing.
type edge struct {
	from, to int
	weight   grams
	of       int
}

func (l *ledger) edges(boundaries int) []edge {
	var edges []edge
	for i := 1; i < boundaries; i++ {
		edges = append(edges, edge{i, i - 1, 0, -1})
	}
	for i, s := range l.spans {
		edges = append(edges, edge{s.from, s.to, s.high, i}, edge{s.to, s.from, -s.low, i})
	}
	return edges
}

// closure is the shortest distance between all boundaries, by Floyd and Warshall; consistent is false where a cycle is negative.
func closure(boundaries int, edges []edge) (distance []grams, consistent bool) {
	distance = make([]grams, boundaries*boundaries)
	for i := range distance {
		distance[i] = endless
	}
	for i := range boundaries {
		distance[i*boundaries+i] = 0
	}
	for _, e := range edges {
		at := e.from*boundaries + e.to
		distance[at] = min(distance[at], e.weight)
	}
	for k := range boundaries {
		for i := range boundaries {
			first := distance[i*boundaries+k]
			if first >= endless {
				continue
			}
			row, via := distance[i*boundaries:(i+1)*boundaries], distance[k*boundaries:(k+1)*boundaries]
			for j, second := range via {
				if second < endless && first+second < row[j] {
					row[j] = first + second
				}
			}
			if row[i] < 0 {
				return nil, false
			}
		}
	}
	return distance, true
}

// fewest is the negative cycle with the fewest edges; of equals that with the largest gap, then that through the first boundary.
func fewest(boundaries int, edges []edge) (cycle []edge, gap grams) {
	distance := make([]grams, boundaries*boundaries)
	for i := range distance {
		distance[i] = endless
	}
	for i := range boundaries {
		distance[i*boundaries+i] = 0
	}
	var last [][]int // by number of edges, then by first and last boundary: the last edge of the shortest walk
	for {
		next, by := make([]grams, len(distance)), make([]int, len(distance))
		for i := range next {
			next[i] = endless
		}
		for start := range boundaries {
			row, out := distance[start*boundaries:(start+1)*boundaries], next[start*boundaries:(start+1)*boundaries]
			for i, e := range edges {
				if row[e.from] < endless && row[e.from]+e.weight < out[e.to] {
					out[e.to], by[start*boundaries+e.to] = row[e.from]+e.weight, i
				}
			}
		}
		distance, last = next, append(last, by)
		at := -1
		for i := range boundaries {
			if d := distance[i*boundaries+i]; d < 0 && (at < 0 || d < distance[at*boundaries+at]) {
				at = i
			}
		}
		if at < 0 {
			continue // there is one: the caller has seen it
		}
		for step, to := len(last)-1, at; step >= 0; step-- {
			e := edges[last[step][at*boundaries+to]]
			cycle, to = append(cycle, e), e.from
		}
		return cycle, -distance[at*boundaries+at]
	}
}

// widen lets every figure of a contradiction be wrong by all of its gap.
func (l *ledger) widen(cycle []edge, gap grams) {
	var figures []int
	for _, e := range cycle {
		if e.of < 0 {
			continue
		}
		s := &l.spans[e.of]
		if e.from == s.from {
			s.high += gap
		} else {
			s.low = max(0, s.low-gap)
		}
		figures = append(figures, e.of)
	}
	slices.Sort(figures)
	l.apart = append(l.apart, figures)
}

func (l *ledger) read(boundaries int, distance []grams) {
	l.bounds = unbounded(boundaries)
	for from := range boundaries {
		for to := from + 1; to < boundaries; to++ {
			l.low[from*boundaries+to] = max(0, -distance[to*boundaries+from])
			l.high[from*boundaries+to] = distance[from*boundaries+to]
		}
	}
	for _, s := range l.spans { // also what others have settled against it is said
		at := s.from*boundaries + s.to
		l.low[at], l.high[at] = min(l.low[at], s.says), max(l.high[at], s.says)
	}
}

// join numbers the boundaries that figures join.
func (l *ledger) join(boundaries int) {
	l.joined = make([]int, boundaries)
	for i := range l.joined {
		l.joined[i] = i
	}
	for _, s := range l.spans {
		from, to := l.joined[s.from], l.joined[s.to]
		for i, number := range l.joined {
			if number == to {
				l.joined[i] = from
			}
		}
	}
}

// gives tells whether figures, added and subtracted, give the sum of a span of months.
func (l *ledger) gives(from, to int) bool { return l.joined[from] == l.joined[to] }

// stated lists the figures of just these months.
func (l *ledger) stated(from, to int) []int {
	var found []int
	for i, s := range l.spans {
		if s.from == from && s.to == to {
			found = append(found, i)
		}
	}
	return found
}

// behind lists the figures that a span of months rests on: those of just these months, else the fewest that give it, else the shortest
// period with it and all within that; and the figures that contradict one of these.
func (l *ledger) behind(from, to int) (figures []int, differ bool) {
	figures = l.stated(from, to)
	if len(figures) == 0 && l.gives(from, to) {
		figures = l.chain(from, to)
	}
	if len(figures) == 0 {
		for i := range l.spans { // the shortest come first
			if period := l.spans[i]; period.holds(from, to) {
				for j := range l.spans {
					if period.holds(l.spans[j].from, l.spans[j].to) {
						figures = append(figures, j)
					}
				}
				break
			}
		}
	}
	for _, group := range l.apart {
		if slices.ContainsFunc(group, func(i int) bool { return slices.Contains(figures, i) }) {
			figures, differ = append(figures, group...), true
		}
	}
	slices.Sort(figures)
	return slices.Compact(figures), differ
}

// chain is a shortest walk over figures from one boundary to another.
func (l *ledger) chain(from, to int) []int {
	by := make([]int, l.boundaries) // the figure, plus one, by which a boundary was reached
	queue := []int{from}
	for at := 0; at < len(queue); at++ {
		for i, s := range l.spans {
			next := s.to
			if s.to == queue[at] {
				next = s.from
			} else if s.from != queue[at] {
				continue
			}
			if next != from && by[next] == 0 {
				by[next] = i + 1
				queue = append(queue, next)
			}
		}
	}
	var figures []int
	for at := to; at != from; {
		i := by[at] - 1
		figures = append(figures, i)
		at = l.spans[i].from + l.spans[i].to - at
	}
	return figures
}

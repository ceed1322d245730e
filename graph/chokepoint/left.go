package chokepoint

import (
	"math"
	"math/bits"
)

// rule says how what is left of a node follows from what is left of its terms.
type rule uint8

const (
	least rule = iota // all are needed: the least of them; 1 where there are none
	best              // any one serves: the best of them
	sum               // each serves a part: 1 − Σ weight · (1 − term)
)

type term struct {
	node   int32
	weight float64 // of a sum; the weights add to 1
}

type equation struct {
	rule  rule
	terms []term
}

// capacity is a set of equations, numbered so that terms come before what they serve wherever no loop prevents it. It never changes.
//
// What is left is the GREATEST solution: 1 everywhere before any loss, and then lowered until nothing moves. Each step lies above the
// solution, so that nothing is taken for stopped that is not.
type capacity struct {
	at     []int32 // by node: its number
	node   []int32 // by number: its node
	rule   []rule  // by number
	first  []int32
	term   []int32
	weight []float64
	users  csr
	before []float64 // by number: what is left before any loss; nil: all of everything
	rough  bool      // it lies above the solution
}

func newCapacity(equations []equation) *capacity {
	n := len(equations)
	c := &capacity{at: make([]int32, n), rule: make([]rule, n), first: make([]int32, 1, n+1)}
	c.node = termsFirst(equations)
	for i, node := range c.node {
		c.at[node] = int32(i)
	}
	links := 0
	for _, e := range equations {
		links += len(e.terms)
	}
	c.term, c.weight = make([]int32, 0, links), make([]float64, 0, links)
	owner := make([]int32, 0, links)
	for i, node := range c.node {
		c.rule[i] = equations[node].rule
		for _, t := range equations[node].terms {
			c.term, c.weight = append(c.term, c.at[t.node]), append(c.weight, t.weight)
			owner = append(owner, int32(i))
		}
		c.first = append(c.first, int32(len(c.term)))
	}
	c.users = newCSR(n, c.term, func(i int) int32 { return owner[i] })
	return c
}

// loseForGood takes a node away in every state.
func (c *capacity) loseForGood(node int32) {
	l := c.newLeft()
	l.lose(node)
	c.before, c.rough = l.value, l.rough
}

// termsFirst lists the nodes in the order in which a depth-first search over terms leaves them: without loops, terms come first.
func termsFirst(equations []equation) []int32 {
	order := make([]int32, 0, len(equations))
	seen := make([]bool, len(equations))
	type frame struct {
		node int32
		next int
	}
	for root := range int32(len(equations)) {
		if seen[root] {
			continue
		}
		seen[root] = true
		for call := []frame{{node: root}}; len(call) > 0; {
			f := &call[len(call)-1]
			terms := equations[f.node].terms
			if f.next == len(terms) {
				order = append(order, f.node)
				call = call[:len(call)-1]
				continue
			}
			to := terms[f.next].node
			f.next++
			if !seen[to] {
				seen[to] = true
				call = append(call, frame{node: to})
			}
		}
	}
	return order
}

// left is a state of a capacity: what some losses leave. Losses are a stack. It belongs to one goroutine.
type left struct {
	c       *capacity
	value   []float64 // by number
	dirty   []uint64  // numbers to look at again
	low     int       // the first and last words of dirty that hold any
	high    int
	trail   []change
	marks   []int
	visited int
	rough   bool // some loss was cut short
}

type change struct {
	at     int32
	before float64
}

// settled is the change below which a node does not tell others, and the most by which an answer without loops may lie above the
// solution.
const settled = 1e-13

// A loss is cut short after some looks and so many times the links; where loops take longer, what is left lies above the solution, and
// rough says so.
const (
	slowest       = 1_000_000
	slowestSweeps = 20
)

func (c *capacity) newLeft() *left {
	l := &left{c: c, value: make([]float64, len(c.at)), dirty: make([]uint64, (len(c.at)+63)/64)}
	for i := range l.value {
		l.value[i] = 1
	}
	if c.before != nil {
		copy(l.value, c.before)
	}
	l.clean()
	return l
}

func (l *left) clean() { l.low, l.high = len(l.dirty), -1 }

// of is what is left of a node.
func (l *left) of(node int32) float64 { return l.value[l.c.at[node]] }

// lose takes nodes without terms away, as one loss, and lowers what they serve. It costs the terms of what is touched.
func (l *left) lose(nodes ...int32) {
	l.marks = append(l.marks, len(l.trail))
	for _, n := range nodes {
		if at := l.c.at[n]; l.value[at] > 0 {
			l.set(at, 0)
		}
	}
	l.spread()
}

func (l *left) set(at int32, value float64) {
	l.trail = append(l.trail, change{at, l.value[at]})
	l.value[at] = value
	users := l.c.users.of(at)
	l.visited += len(users)
	for _, u := range users {
		word := int(u >> 6)
		l.dirty[word] |= 1 << (u & 63)
		l.low, l.high = min(l.low, word), max(l.high, word)
	}
}

// spread looks again at what is dirty, in ascending sweeps, until nothing moves.
func (l *left) spread() {
	most := l.visited + slowest + slowestSweeps*len(l.c.term)
	for l.low <= l.high {
		word := l.low
		l.low = len(l.dirty)
		if l.visited > most {
			clear(l.dirty[word : l.high+1])
			l.rough = true
			break
		}
		for ; word <= l.high; word++ {
			ahead := ^uint64(0) // what lies behind waits for the next sweep
			for l.dirty[word]&ahead != 0 {
				bit := bits.TrailingZeros64(l.dirty[word] & ahead)
				l.dirty[word] &^= 1 << bit
				ahead = ^uint64(0) << (bit + 1)
				at := int32(word<<6 | bit)
				if v := l.evaluate(at); v < l.value[at]-settled {
					l.set(at, v)
				}
			}
		}
	}
	l.clean()
}

func (l *left) evaluate(at int32) float64 {
	c := l.c
	from, to := c.first[at], c.first[at+1]
	l.visited += int(to - from)
	switch c.rule[at] {
	case least:
		v := 1.0
		for _, t := range c.term[from:to] {
			v = min(v, l.value[t])
		}
		return v
	case best:
		v := 0.0
		for _, t := range c.term[from:to] {
			v = max(v, l.value[t])
		}
		return v
	}
	lost := 0.0
	for i := from; i < to; i++ {
		lost += c.weight[i] * (1 - l.value[c.term[i]])
	}
	return math.Max(0, 1-lost)
}

// restore takes the last loss back.
func (l *left) restore() {
	last := len(l.marks) - 1
	mark := l.marks[last]
	l.marks = l.marks[:last]
	for i := len(l.trail) - 1; i >= mark; i-- {
		l.value[l.trail[i].at] = l.trail[i].before
	}
	l.trail = l.trail[:mark]
}

// reset takes all losses back.
func (l *left) reset() {
	for len(l.marks) > 0 {
		l.restore()
	}
}

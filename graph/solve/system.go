package solve

import (
	"context"
	"fmt"
	"math"
	"sync"
)

// Rule says how the values of a node follow from those of its suppliers.
type Rule uint8

// The rules.
const (
	Sum          Rule = iota // Σ share·V; what is not stated is unknown, split or assumed
	Worst                    // the largest of needs that are all required
	Alternatives             // any one suffices: least low, least safe, mean estimate
	AnyFails                 // the chance that at least one of several independent needs is hit: 1 − Π(1 − V)
	Ends                     // nothing lies behind it: safe
	Open                     // nothing is known about what lies behind it
)

// System is a network before it is compiled: nodes 0..n-1 with their rules, and one link a row.
type System struct {
	Rules   []Rule // by node
	Closed  []bool // by node of rule Sum: the stated suppliers are all there are; nil for none
	Assumed []bool // by node of rule Sum: what is not stated may also meet Target.Assumption; nil for none

	Buyer, Supplier []int32
	Share           []float64 // of the buyer's need, for rule Sum; NaN is not stated. Above 1 in sum they are scaled to 1
}

// Graph is a compiled system. It never changes, so any number of readers may ask it at the same time.
//
// Nodes are renumbered so that suppliers come before their buyers, but for those that depend on each other: these stand
// side by side and form a core.
type Graph struct {
	nodes    int
	rank     []uint32 // by node: its number in here
	node     []uint32 // the other way
	rules    []Rule   // by number, like everything below
	special  []uint8  // what a plain weighted sum does not cover
	worst    bool     // some rule is Worst
	cores    []core
	depth    int      // how many cores lie on one chain at most
	from     []uint32 // offsets of the suppliers of a number
	supplier []uint32
	stated   []float64 // weights of low and safe; NaN where a closed row splits what is not stated
	split    []float64 // weights of estimate and resolved
	assumed  []float64 // by number: the weight of the assumption; nil when nothing is assumed
	left     []float64 // by number: what a closed row splits; nil when no row is closed
	into     []uint32  // offsets of the buyers of a number
	buyer    []uint32

	scratch sync.Pool
	timing  sync.Mutex
	timed   bool
	times   [2][]float64 // by core: bounds of how often a step is taken in it, by stated and by split weights
}

// core is a range of numbers that depend on each other, or a single one that depends on itself.
type core struct {
	start, end int
	level      int     // cores below it on a chain, and itself
	ruled      bool    // some number in it is not a plain weighted sum
	width      int     // links of its widest row
	gain       float64 // how much a change of all suppliers by 1 can change a number at most; 1 but for AnyFails
}

const (
	ruled    uint8 = 1 // not a plain weighted sum
	isMember uint8 = 2
)

// Compile renumbers a system. Links from one supplier to one buyer are added up. The error is the context's, or names the first
// row that is not a link. Cost: linear, some 35 ns a link while it fits the cache.
func Compile(ctx context.Context, s *System) (*Graph, error) {
	n := len(s.Rules)
	if err := s.check(n); err != nil {
		return nil, err
	}
	g := &Graph{nodes: n}
	rows := rowsOf(n, s)
	if err := g.arrange(ctx, rows.offsets, rows.suppliers); err != nil {
		return nil, err
	}
	g.rules = make([]Rule, n)
	for old, r := range s.Rules {
		g.rules[g.rank[old]] = r
		g.worst = g.worst || r == Worst
	}
	g.fill(rows)
	g.weigh(s)
	g.merge()
	g.invert()
	g.stackCores()
	return g, ctx.Err()
}

func (s *System) check(n int) error {
	if len(s.Buyer) != len(s.Supplier) || len(s.Buyer) != len(s.Share) {
		return fmt.Errorf("%d buyers, %d suppliers and %d shares: a link needs each", len(s.Buyer), len(s.Supplier), len(s.Share))
	}
	for i := range s.Buyer {
		if uint32(s.Buyer[i]) >= uint32(n) || uint32(s.Supplier[i]) >= uint32(n) {
			return fmt.Errorf("link %d joins %d to %d, but nodes run from 0 to %d", i, s.Supplier[i], s.Buyer[i], n-1)
		}
		if s.Share[i] < 0 || math.IsInf(s.Share[i], 0) {
			return fmt.Errorf("link %d has share %v: shares are not negative", i, s.Share[i])
		}
	}
	return nil
}

// Nodes is the number of nodes.
func (g *Graph) Nodes() int { return g.nodes }

// Links is the number of links, parallel ones counted once.
func (g *Graph) Links() int { return len(g.supplier) }

// Cores tells how many nodes depend on each other in how many cores, and how many nodes the largest core has.
func (g *Graph) Cores() (cores, nodes, largest int) {
	for _, c := range g.cores {
		nodes += c.end - c.start
		largest = max(largest, c.end-c.start)
	}
	return len(g.cores), nodes, largest
}

// Bytes is the memory the graph holds.
func (g *Graph) Bytes() int {
	n := 4*(len(g.rank)+len(g.node)+len(g.from)+len(g.supplier)+len(g.into)+len(g.buyer)) + len(g.rules) + len(g.special)
	n += 8 * (len(g.stated) + len(g.assumed) + len(g.left))
	if len(g.split) > 0 && &g.split[0] != &g.stated[0] {
		n += 8 * len(g.split)
	}
	return n
}

// rows are the links of every buyer, in their order, before anything is renumbered.
type rows struct {
	offsets, suppliers []uint32
	shares             []float64
}

func rowsOf(n int, s *System) rows {
	r := rows{offsets: make([]uint32, n+1), suppliers: make([]uint32, len(s.Buyer)), shares: make([]float64, len(s.Buyer))}
	for _, b := range s.Buyer {
		r.offsets[b+1]++
	}
	for i := range n {
		r.offsets[i+1] += r.offsets[i]
	}
	for i, b := range s.Buyer {
		at := r.offsets[b]
		r.offsets[b]++
		r.suppliers[at], r.shares[at] = uint32(s.Supplier[i]), s.Share[i]
	}
	copy(r.offsets[1:], r.offsets)
	r.offsets[0] = 0
	return r
}

// fill lays the rows out in the new order.
func (g *Graph) fill(r rows) {
	g.from = make([]uint32, g.nodes+1)
	g.supplier, g.stated = make([]uint32, len(r.suppliers)), make([]float64, len(r.suppliers))
	at := uint32(0)
	for i, old := range g.node {
		a, b := r.offsets[old], r.offsets[old+1]
		shares := r.shares[a:b]
		for k, s := range r.suppliers[a:b] {
			g.supplier[at], g.stated[at] = g.rank[s], shares[k]
			at++
		}
		g.from[i+1] = at
	}
}

// whole is how much of a need is left unstated when rounding alone leaves it.
const whole = 1e-12

// weigh turns shares into weights, and marks what a plain weighted sum does not cover.
func (g *Graph) weigh(s *System) {
	n := g.nodes
	g.special = make([]uint8, n)
	unstated := false
	for i := range g.stated {
		if math.IsNaN(g.stated[i]) {
			unstated = true
			break
		}
	}
	g.split = g.stated
	if unstated {
		g.split = append([]float64(nil), g.stated...)
	}
	if s.Assumed != nil {
		g.assumed = make([]float64, n)
	}
	for i := range n {
		if g.rules[i] != Sum {
			g.special[i] = ruled
			g.even(i)
			continue
		}
		old := g.node[i]
		closed := s.Closed != nil && s.Closed[old]
		g.weighRow(i, closed, s.Assumed != nil && s.Assumed[old])
	}
}

// even gives the links of a rule without shares equal parts, for the mean over alternatives.
func (g *Graph) even(i int) {
	a, b := g.from[i], g.from[i+1]
	for k := a; k < b; k++ {
		g.stated[k], g.split[k] = 1/float64(b-a), 1/float64(b-a)
	}
}

func (g *Graph) weighRow(i int, closed, assumed bool) {
	stated, split := g.stated[g.from[i]:g.from[i+1]], g.split[g.from[i]:g.from[i+1]]
	total, unstated := 0.0, 0
	for _, w := range stated {
		if math.IsNaN(w) {
			unstated++
		} else {
			total += w
		}
	}
	if total > 1 {
		for k := range stated {
			stated[k] /= total
			if split[k] == split[k] && &split[k] != &stated[k] {
				split[k] /= total
			}
		}
		total = 1
	}
	left := 1 - total
	if left < whole {
		left = 0
	}
	parties := float64(unstated)
	closed = closed && unstated > 0 && left > 0
	if assumed && !closed {
		parties++
		g.assumed[i] = left / parties
	}
	if closed {
		if g.left == nil {
			g.left = make([]float64, g.nodes)
		}
		g.left[i], g.special[i] = left, ruled
	}
	if unstated == 0 {
		return
	}
	for k := range stated {
		if math.IsNaN(stated[k]) {
			split[k] = left / parties
			if !closed {
				stated[k] = 0
			}
		}
	}
}

// merge adds up parallel links where adding is what the rule does.
func (g *Graph) merge() {
	at, start := uint32(0), uint32(0)
	twin := len(g.split) > 0 && &g.split[0] != &g.stated[0]
	last := make([]uint32, g.nodes) // by supplier: after which link of the rows so far it stands
	for i := range g.nodes {
		end, first := g.from[i+1], at
		keep := g.special[i]&ruled != 0 && g.rules[i] != Worst
		for k := start; k < end; k++ {
			s := g.supplier[k]
			if to := last[s]; to > first && !keep {
				g.stated[to-1] += g.stated[k]
				if twin {
					g.split[to-1] += g.split[k]
				}
				continue
			}
			g.supplier[at], g.stated[at] = s, g.stated[k]
			if twin {
				g.split[at] = g.split[k]
			}
			at++
			last[s] = at
		}
		start, g.from[i+1] = end, at
	}
	g.supplier, g.stated = g.supplier[:at], g.stated[:at]
	if g.split = g.split[:at]; !twin {
		g.split = g.stated
	}
}

// invert lists the buyers of every number.
func (g *Graph) invert() {
	g.into = make([]uint32, g.nodes+1)
	for _, s := range g.supplier {
		g.into[s+1]++
	}
	for i := range g.nodes {
		g.into[i+1] += g.into[i]
	}
	g.buyer = make([]uint32, len(g.supplier))
	next := make([]uint32, g.nodes)
	copy(next, g.into)
	for i := range g.nodes {
		for _, s := range g.supplier[g.from[i]:g.from[i+1]] {
			g.buyer[next[s]] = uint32(i)
			next[s]++
		}
	}
}

// Leak is the mean part of what the members of the largest core need that comes from outside it or from nobody on record. It is 1
// without a core.
func (g *Graph) Leak() float64 {
	largest := core{}
	for _, c := range g.cores {
		if c.end-c.start > largest.end-largest.start {
			largest = c
		}
	}
	if largest.end == largest.start {
		return 1
	}
	inside := 0.0
	for i := largest.start; i < largest.end; i++ {
		for k := g.from[i]; k < g.from[i+1]; k++ {
			if s := int(g.supplier[k]); largest.start <= s && s < largest.end && g.stated[k] > 0 {
				inside += g.stated[k]
			}
		}
	}
	return 1 - inside/float64(largest.end-largest.start)
}

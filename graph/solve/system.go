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
	Rules  []Rule // by node
	Closed []bool // by node of rule Sum: the stated suppliers are all there are; nil for none
	// Assumed says, by node of rule Sum, which of Target.Assumption what is not stated may also meet; -1 none. Nil for none at all.
	Assumed []int32

	Buyer, Supplier []int32
	Share           []float64 // of the buyer's need, for rule Sum; NaN is not stated. Above 1 in sum they are scaled to 1

	// Passing marks nodes that take no tier of their own in Reach: what they lead to is as far as they are. Nil for none.
	Passing []bool
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
	assumes  []int32   // by number: which one, where it weighs anything
	figures  int       // how many assumptions a target has to state
	left     []float64 // by number: what a closed row splits; nil when no row is closed
	into     []uint32  // offsets of the buyers of a number
	buyer    []uint32
	passing  []uint64 // as a bit set; nil for none

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
	g.fill(s, rows)
	g.markPassing(s)
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
	n := 4*(len(g.rank)+len(g.node)+len(g.from)+len(g.supplier)+len(g.into)+len(g.buyer)+len(g.assumes)) + len(g.rules) + len(g.special)
	n += 8 * (len(g.stated) + len(g.assumed) + len(g.left) + len(g.passing))
	if len(g.split) > 0 && &g.split[0] != &g.stated[0] {
		n += 8 * len(g.split)
	}
	return n
}

// rows are the links of every buyer, in their order, before anything is renumbered.
type rows struct {
	offsets, suppliers []uint32
	shares             []float64
	unstated           bool // some share is not stated
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
		r.unstated = r.unstated || math.IsNaN(s.Share[i])
	}
	copy(r.offsets[1:], r.offsets)
	r.offsets[0] = 0
	return r
}

// fill lays the rows out in the new order, turns shares into weights, and adds up parallel links.
func (g *Graph) fill(s *System, r rows) {
	n, m := g.nodes, len(r.suppliers)
	g.rules, g.special, g.from = make([]Rule, n), make([]uint8, n), make([]uint32, n+1)
	g.supplier, g.stated = make([]uint32, m), make([]float64, m)
	g.split = g.stated
	if r.unstated {
		g.split = make([]float64, m)
	}
	if s.Assumed != nil {
		g.assumed, g.assumes = make([]float64, n), make([]int32, n)
		for _, a := range s.Assumed {
			g.figures = max(g.figures, int(a)+1)
		}
	}
	last := make([]uint32, n) // by supplier: after which link so far it stands
	at := 0
	for i, old := range g.node {
		a, b := r.offsets[old], r.offsets[old+1]
		end := at + int(b-a)
		suppliers, weights, split := g.supplier[at:end], g.stated[at:end], g.split[at:end]
		shares := r.shares[a:b]
		for k, to := range r.suppliers[a:b] {
			suppliers[k], weights[k] = g.rank[to], shares[k]
		}
		if g.rules[i] = s.Rules[old]; g.rules[i] == Sum {
			assumed := s.Assumed != nil && s.Assumed[old] >= 0
			if assumed {
				g.assumes[i] = s.Assumed[old]
			}
			g.weigh(i, weights, split, r.unstated, s.Closed != nil && s.Closed[old], assumed)
		} else {
			g.special[i] = ruled
			g.worst = g.worst || g.rules[i] == Worst
			for k := range weights { // equal parts, for the mean over alternatives
				weights[k], split[k] = 1/float64(b-a), 1/float64(b-a)
			}
		}
		if g.special[i] == 0 || g.rules[i] == Worst {
			end = at + merge(suppliers, weights, split, r.unstated, last, at)
		}
		at = end
		g.from[i+1] = uint32(at)
	}
	g.supplier, g.stated, g.split = g.supplier[:at], g.stated[:at], g.split[:at]
}

func (g *Graph) markPassing(s *System) {
	if s.Passing == nil {
		return
	}
	g.passing = make([]uint64, (g.nodes+63)/64)
	for old, passes := range s.Passing {
		if n := g.rank[old]; passes {
			g.passing[n>>6] |= 1 << (n & 63)
		}
	}
}

// whole is how much of a need is left unstated when rounding alone leaves it.
const whole = 1e-12

// weigh turns the shares of a sum into weights. What is not stated weighs nothing in low and safe and its equal part in the estimate; a
// closed row marks it with NaN and splits it by the least. With twin, split is another array than weights.
func (g *Graph) weigh(i int, weights, split []float64, twin, closed, assumed bool) {
	total, unstated := 0.0, 0
	for _, w := range weights {
		if w == w {
			total += w
		} else {
			unstated++
		}
	}
	if total > 1 {
		for k := range weights {
			weights[k] /= total
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
	if !twin {
		return
	}
	for k, w := range weights {
		switch {
		case w == w:
			split[k] = w
		case closed:
			split[k] = left / parties
		default:
			weights[k], split[k] = 0, left/parties
		}
	}
}

// merge adds up the parallel links of a row, and tells how many are left. The row stands at a place of the whole; last tells where a
// supplier stood last.
func merge(suppliers []uint32, weights, split []float64, twin bool, last []uint32, at int) int {
	n := 0
	for k, s := range suppliers {
		if to := int(last[s]) - at; to > 0 {
			weights[to-1] += weights[k]
			if twin {
				split[to-1] += split[k]
			}
			continue
		}
		suppliers[n], weights[n] = s, weights[k]
		if twin {
			split[n] = split[k]
		}
		n++
		last[s] = uint32(at + n)
	}
	return n
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

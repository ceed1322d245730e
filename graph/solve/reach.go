package solve

import (
	"context"
	"fmt"
	"math/bits"
)

// Direction says which way links are followed.
type Direction uint8

// The directions.
const (
	Up   Direction = iota // to suppliers
	Down                  // to buyers
)

// Tiers is what was reached: nodes by tier. It can be used again for another question to the same graph.
type Tiers struct {
	graph  *Graph
	queue  []uint32 // numbers in the order in which they were reached, roots first
	starts []int    // where each tier starts in queue, tier 0 first, and the end
	seen   []uint64
	next   []uint64 // seen, with what a wide tier leads to
}

// Len is how many tiers were reached, that of the roots included.
func (t *Tiers) Len() int { return len(t.starts) - 1 }

// Count is how many nodes lie in the tiers from first to the last.
func (t *Tiers) Count(first int) int { return t.starts[t.Len()] - t.starts[min(first, t.Len())] }

// Each visits the nodes of a tier, in no particular order.
func (t *Tiers) Each(tier int, visit func(node int32)) {
	for _, n := range t.queue[t.starts[tier]:t.starts[tier+1]] {
		visit(int32(t.graph.node[n]))
	}
}

// Holds tells whether a node was reached or is a root.
func (t *Tiers) Holds(node int32) bool {
	n := t.graph.rank[node]
	return t.seen[n>>6]>>(n&63)&1 == 1
}

// Reach finds what the roots can reach, breadth first: a node's tier is its least number of links from a root. It goes no further than
// depth tiers; 0 is no limit. Links count whatever their share. The error is the context's, or names a root that is not a node. Cost: a
// look at every link of what is reached.
func (g *Graph) Reach(ctx context.Context, roots []int32, direction Direction, depth int, into *Tiers) error {
	if err := g.checkNodes(roots); err != nil {
		return err
	}
	offsets, ends := g.from, g.supplier
	if direction == Down {
		offsets, ends = g.into, g.buyer
	}
	into.graph = g
	into.seen = sized(into.seen, (g.nodes+63)/64)
	clear(into.seen)
	into.queue = sized(into.queue, g.nodes+1) // one more: each neighbour is written and then kept or not
	into.starts = append(into.starts[:0], 0)
	last := 0
	for _, r := range roots {
		n := g.rank[r]
		into.queue[last] = n
		last += into.see(n)
	}
	if g.passing != nil {
		last = into.pass(offsets, ends, 0, last)
	}
	for at := 0; at < last; {
		into.starts = append(into.starts, last)
		if depth > 0 && len(into.starts) > depth+1 {
			break
		}
		tier, wide := into.queue[at:last], last-at > len(into.seen)/narrow
		if wide {
			into.next = sized(into.next, len(into.seen))
			copy(into.next, into.seen)
		}
		at = last
		for len(tier) > 0 {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			n := min(block, len(tier))
			if wide {
				into.mark(offsets, ends, tier[:n])
			} else {
				last = into.append(offsets, ends, tier[:n], last)
			}
			tier = tier[n:]
		}
		if wide {
			last = into.list(last)
		}
		if g.passing != nil {
			last = into.pass(offsets, ends, at, last)
		}
	}
	return nil
}

// pass adds what nodes that take no tier lead to, for a tier that starts at a place of the queue.
func (t *Tiers) pass(offsets, ends []uint32, at, last int) int {
	for ; at < last; at++ { // the tier grows
		if n := t.queue[at]; t.graph.passing[n>>6]>>(n&63)&1 == 1 {
			last = t.append(offsets, ends, t.queue[at:at+1], last)
		}
	}
	return last
}

// narrow is how many words of the bit set a tier may have for each of its nodes, and is still listed node by node.
const narrow = 8

// append adds the neighbours of a part of a tier to the queue: those not seen before.
func (t *Tiers) append(offsets, ends, tier []uint32, last int) int {
	seen, queue := t.seen, t.queue
	for _, n := range tier {
		for _, to := range ends[offsets[n]:offsets[n+1]] {
			word, bit := seen[to>>6], uint64(1)<<(to&63)
			queue[last] = to
			last += int(^word >> (to & 63) & 1)
			seen[to>>6] = word | bit
		}
	}
	return last
}

// mark only marks the neighbours: the cheaper way where many are met more than once.
func (t *Tiers) mark(offsets, ends, tier []uint32) {
	next := t.next
	for _, n := range tier {
		for _, to := range ends[offsets[n]:offsets[n+1]] {
			next[to>>6] |= 1 << (to & 63)
		}
	}
}

// list adds what is marked and was not seen before to the queue, in ascending order: rows are then read as they lie.
func (t *Tiers) list(last int) int {
	for k, word := range t.next {
		for found := word &^ t.seen[k]; found != 0; found &= found - 1 {
			t.queue[last] = uint32(k<<6 + bits.TrailingZeros64(found))
			last++
		}
		t.seen[k] = word
	}
	return last
}

func (t *Tiers) see(n uint32) int {
	word := t.seen[n>>6]
	t.seen[n>>6] = word | 1<<(n&63)
	return int(^word >> (n & 63) & 1)
}

func (g *Graph) checkNodes(nodes []int32) error {
	for _, n := range nodes {
		if n < 0 || int(n) >= g.nodes {
			return fmt.Errorf("root %d is not a node: nodes run from 0 to %d", n, g.nodes-1)
		}
	}
	return nil
}

// Closures is what each of up to 64 roots reaches. It can be used again for another question to the same graph.
type Closures struct {
	graph *Graph
	mask  []uint64 // by number: the roots that reach it
}

// Of tells, bit by bit, which roots reach a node; a root reaches itself.
func (c *Closures) Of(node int32) uint64 { return c.mask[c.graph.rank[node]] }

// Counts is how many nodes each root reaches, itself included.
func (c *Closures) Counts() (counts [64]int) {
	for _, m := range c.mask {
		for k := 0; m != 0; k++ {
			counts[k] += int(m & 1)
			m >>= 1
		}
	}
	return counts
}

// MaxRoots is how many roots one closure takes.
const MaxRoots = 64

// Closure finds what up to 64 roots reach, all in one pass over the links, without tiers. The error is the context's, names a root
// that is not a node, or tells that there are too many. Cost: less than one Reach.
func (g *Graph) Closure(ctx context.Context, roots []int32, direction Direction, into *Closures) error {
	if len(roots) > MaxRoots {
		return fmt.Errorf("%d roots: one closure takes %d", len(roots), MaxRoots)
	}
	if err := g.checkNodes(roots); err != nil {
		return err
	}
	into.graph = g
	into.mask = sized(into.mask, g.nodes)
	clear(into.mask)
	for k, r := range roots {
		into.mask[g.rank[r]] |= 1 << k
	}
	if direction == Up {
		return g.spreadUp(ctx, into.mask)
	}
	return g.spreadDown(ctx, into.mask)
}

// spreadUp hands the masks of buyers to their suppliers, buyers first. The members of a core share theirs.
func (g *Graph) spreadUp(ctx context.Context, mask []uint64) error {
	push := func(start, end int) error {
		for ; start < end; end -= block {
			for i := end - 1; i >= max(start, end-block); i-- {
				m := mask[i]
				if m == 0 {
					continue
				}
				for _, s := range g.supplier[g.from[i]:g.from[i+1]] {
					mask[s] |= m
				}
			}
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
		}
		return nil
	}
	end := g.nodes
	for c := len(g.cores) - 1; c >= 0; c-- {
		at := g.cores[c]
		if err := push(at.end, end); err != nil {
			return err
		}
		// All members have the same mask, so their rows are read as one.
		if all := share(mask[at.start:at.end]); all != 0 {
			for _, s := range g.supplier[g.from[at.start]:g.from[at.end]] {
				mask[s] |= all
			}
		}
		end = at.start
	}
	return push(0, end)
}

// spreadDown takes the masks of suppliers to their buyers, suppliers first.
func (g *Graph) spreadDown(ctx context.Context, mask []uint64) error {
	pull := func(start, end int) error {
		for ; start < end; start += block {
			for i := start; i < min(end, start+block); i++ {
				m := mask[i]
				for _, s := range g.supplier[g.from[i]:g.from[i+1]] {
					m |= mask[s]
				}
				mask[i] = m
			}
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
		}
		return nil
	}
	at := 0
	for _, c := range g.cores {
		if err := pull(at, c.end); err != nil {
			return err
		}
		share(mask[c.start:c.end])
		at = c.end
	}
	return pull(at, g.nodes)
}

// share gives all members of a core what any of them has, and tells it.
func share(mask []uint64) (all uint64) {
	for _, m := range mask {
		all |= m
	}
	for i := range mask {
		mask[i] = all
	}
	return all
}

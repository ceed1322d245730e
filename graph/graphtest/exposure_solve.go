package graphtest

import (
	"math"
	"slices"
)

// fourNumbers of a node: what is proven to come from the target, what is proven not to, the estimate, and how far it rests on
// anything.
type fourNumbers struct{ low, safe, estimate, resolved float64 }

// twoTiers are the links to the nearest member, by certain chains and by any; -1 where there is none.
type twoTiers struct{ certain, possible int }

// membership is how far the making of an output lies in the target.
type membership struct{ low, estimate, high float64 }

// seenAs is what a buyer sees: 1 for the part in the target.
func (m membership) seenAs(v fourNumbers) fourNumbers {
	return fourNumbers{
		low:      m.low + (1-m.low)*v.low,
		safe:     (1 - m.high) * v.safe,
		estimate: m.estimate + (1-m.estimate)*v.estimate,
		resolved: m.estimate + (1-m.estimate)*v.resolved,
	}
}

// sweep solves the nodes inside from 0, all at once and again and again; those outside keep what is given. How far an estimate is
// resolved hangs on which need is the worst, so it is swept after the estimates stand.
func (x *Exposure) sweep(inside func(int) bool, member []membership, given []fourNumbers) []fourNumbers {
	now := make([]fourNumbers, len(x.nodes))
	for i := range now {
		if !inside(i) {
			now[i] = given[i]
		}
	}
	for _, last := range []bool{false, true} {
		for round, change := 0, 1.0; change > 1e-14 && round < 1_000_000; round++ {
			before := slices.Clone(now)
			look := func(i int) fourNumbers { return member[i].seenAs(before[i]) }
			change = 0
			for i := range now {
				if !inside(i) {
					continue
				}
				v := x.evaluate(i, look)
				if !last {
					v.resolved = 0
				}
				change = max(change, math.Abs(v.low-now[i].low), math.Abs(v.safe-now[i].safe), math.Abs(v.estimate-now[i].estimate),
					math.Abs(v.resolved-now[i].resolved))
				now[i] = v
			}
		}
	}
	return now
}

func (x *Exposure) evaluate(i int, look func(int) fourNumbers) fourNumbers {
	o := x.opened[i]
	if x.nodes[i].kind == "line" {
		m := x.meets(i)
		deliver := func(s seller, to int) fourNumbers { return x.delivered(i, s, to).seenAs(look(to)) }
		return x.evaluateLine(o, deliver, &fourNumbers{estimate: m.estimate, resolved: m.resolved})
	}
	if o.terminal {
		return fourNumbers{safe: 1, resolved: 1}
	}
	var parts []fourNumbers
	var weights []float64
	for n, to := range o.needs {
		if x.asks(x.nodes[to].item) {
			parts, weights = append(parts, look(to)), append(weights, o.weights[n])
		}
	}
	switch total := sumOf(weights); {
	case len(parts) == 0:
		return fourNumbers{}
	case o.any:
		return meanOf(parts)
	case x.q.Element != "" && total > 0:
		var v fourNumbers
		for n, p := range parts {
			w := weights[n] / total
			v.low, v.safe, v.estimate, v.resolved = v.low+w*p.low, v.safe+w*p.safe, v.estimate+w*p.estimate, v.resolved+w*p.resolved
		}
		return v
	}
	return worstOf(parts)
}

// sumOf adds numbers; NaN when any is not known.
func sumOf(all []float64) float64 {
	total := 0.0
	for _, w := range all {
		total += w
	}
	return total
}

// meanOf alternatives: what is proven of all of them, and the mean of the estimates.
func meanOf(parts []fourNumbers) fourNumbers {
	v := fourNumbers{low: 1, safe: 1}
	for _, p := range parts {
		v.low, v.safe = min(v.low, p.low), min(v.safe, p.safe)
		v.estimate += p.estimate / float64(len(parts))
		v.resolved += p.resolved / float64(len(parts))
	}
	return v
}

// worstOf needs that are all required. It is resolved as far as the least resolved among those with the largest estimate.
func worstOf(parts []fourNumbers) fourNumbers {
	v := fourNumbers{safe: 1, resolved: 1}
	for _, p := range parts {
		v.low, v.safe, v.estimate = max(v.low, p.low), min(v.safe, p.safe), max(v.estimate, p.estimate)
	}
	for _, p := range parts {
		if p.estimate > v.estimate-1e-9 {
			v.resolved = min(v.resolved, p.resolved)
		}
	}
	return v
}

// evaluateLine adds up the suppliers of a line: stated shares as stated; of the rest nothing is proven, unless the sellers on
// record are all there are; the estimate gives it in equal parts to those without a share and to the world market, if there is one.
func (x *Exposure) evaluateLine(o opening, look func(seller, int) fourNumbers, market *fourNumbers) fourNumbers {
	var v fourNumbers
	var unstated []fourNumbers
	stated, others, own := 0.0, 0, 0
	for _, s := range x.counted(o) {
		var parts []fourNumbers
		for _, to := range s.outputs {
			parts = append(parts, look(s, to))
		}
		if s.own {
			own++
		} else {
			others++
		}
		p := meanOf(parts)
		if math.IsNaN(s.share) {
			unstated = append(unstated, p)
			continue
		}
		stated += s.share
		v.low, v.safe = v.low+s.share*p.low, v.safe+s.share*p.safe
		v.estimate, v.resolved = v.estimate+s.share*p.estimate, v.resolved+s.share*p.resolved
	}
	rest := 1 - stated
	if rest < 1e-12 {
		return v
	}
	closed := x.q.Closed && len(unstated) > 0
	if closed {
		least := meanOf(unstated)
		v.low, v.safe = v.low+rest*least.low, v.safe+rest*least.safe
	} else if market != nil && (others > 0 || own == 0) { // a firm that makes what it needs and buys it from nobody serves itself
		unstated = append(unstated, *market)
	}
	if len(unstated) > 0 {
		mean := meanOf(unstated)
		v.estimate, v.resolved = v.estimate+rest*mean.estimate, v.resolved+rest*mean.resolved
	}
	return v
}

// counted are the suppliers of a line that carry something.
func (x *Exposure) counted(o opening) []seller {
	all := slices.DeleteFunc(slices.Clone(o.suppliers), func(s seller) bool { return s.share == 0 })
	open := slices.ContainsFunc(all, func(s seller) bool { return math.IsNaN(s.share) })
	if x.q.Closed && !open {
		return scaled(all, true)
	}
	return all
}

// search finds the shortest recorded chains, round by round.
func (x *Exposure) search(inside func(int) bool, member []membership, given []twoTiers) []twoTiers {
	tiers := make([]twoTiers, len(x.nodes))
	for i := range tiers {
		if tiers[i] = (twoTiers{-1, -1}); !inside(i) {
			tiers[i] = given[i]
		}
	}
	for again := true; again; {
		again = false
		for i := range tiers {
			if !inside(i) {
				continue
			}
			if t := x.tier(i, member, tiers); t != tiers[i] {
				tiers[i], again = t, true
			}
		}
	}
	return tiers
}

func (x *Exposure) tier(i int, member []membership, tiers []twoTiers) twoTiers {
	o := x.opened[i]
	best := twoTiers{-1, -1}
	for _, s := range x.counted(o) {
		t := x.sellerTier(i, s, member, tiers)
		best = twoTiers{shorter(best.certain, t.certain), shorter(best.possible, t.possible)}
	}
	for _, to := range o.needs {
		if !x.asks(x.nodes[to].item) {
			continue
		}
		if !o.any || o.choices == 1 {
			best.certain = shorter(best.certain, tiers[to].certain)
		}
		best.possible = shorter(best.possible, tiers[to].possible)
	}
	return best
}

// sellerTier: a seller with several outputs surely reaches the target only if all of them do.
func (x *Exposure) sellerTier(line int, s seller, member []membership, tiers []twoTiers) twoTiers {
	link := 1
	if s.own {
		link = 0
	}
	t := twoTiers{0, -1}
	for _, to := range s.outputs {
		at := tiers[to]
		if member[to].high > 0 || x.delivered(line, s, to).high > 0 {
			at = twoTiers{0, 0}
		}
		if t.possible = shorter(t.possible, at.possible); at.certain < 0 || s.possible {
			t.certain = -1
		} else if t.certain >= 0 {
			t.certain = max(t.certain, at.certain)
		}
	}
	if t.certain >= 0 {
		t.certain += link
	}
	if t.possible >= 0 {
		t.possible += link
	}
	return t
}

func shorter(a, b int) int {
	if a < 0 || b >= 0 && b < a {
		return b
	}
	return a
}

// direct is the part of a need that its own sellers bring from the target: V is 1 for what they make there, else 0.
func (x *Exposure) direct(i int, member []membership) (low, high, estimate float64) {
	n, o := x.nodes[i], x.opened[i]
	if n.kind == "line" {
		look := func(s seller, to int) fourNumbers {
			m := member[to]
			if x.q.Border != nil {
				m = x.delivered(i, s, to)
			}
			return fourNumbers{low: m.low, safe: 1 - m.high, estimate: m.estimate, resolved: 1}
		}
		var market *fourNumbers
		if here := x.meets(i).here; !math.IsNaN(here) {
			market = &fourNumbers{estimate: here, resolved: 1}
		}
		v := x.evaluateLine(o, look, market)
		if market == nil && len(x.counted(o)) == 0 {
			v.estimate = math.NaN()
		}
		return v.low, 1 - v.safe, v.estimate
	}
	var all [][3]float64
	for _, to := range o.needs {
		if x.asks(x.nodes[to].item) {
			l, h, e := x.direct(to, member)
			all = append(all, [3]float64{l, h, e})
		}
	}
	return together(all, o)
}

// together joins the direct shares of needs as the look-through shares are joined.
func together(all [][3]float64, o opening) (low, high, estimate float64) {
	if o.terminal {
		return 0, 0, 0
	}
	if len(all) == 0 {
		return 0, 1, math.NaN()
	}
	low = 1
	if !o.any {
		low = 0
	}
	known, sum, largest := 0, 0.0, 0.0
	for _, d := range all {
		if high = max(high, d[1]); o.any {
			low = min(low, d[0])
		} else {
			low = max(low, d[0])
		}
		if !math.IsNaN(d[2]) {
			known, sum, largest = known+1, sum+d[2], max(largest, d[2])
		}
	}
	switch {
	case known == 0:
		return low, high, math.NaN()
	case o.any:
		return low, high, sum / float64(len(all))
	}
	return low, high, largest
}

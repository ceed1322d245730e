package exposure

import (
	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// reach counts the links between firms on the shortest recorded chain from a part to the target; -1 when there is none.
// Certain chains pass no class and no choice of recipe. A seller that makes the item inside and outside the target is reached.
type reach struct{ Certain, Possible int32 }

var nowhere = reach{-1, -1}

// findChains labels all parts with their shortest chains, by rounds until nothing changes: one round per link of the longest
// shortest chain.
func (a *Answer) findChains() {
	a.reach = make([]reach, len(a.Network.Parts))
	for i := range a.reach {
		a.reach[i] = nowhere
	}
	part := func(i int32) reach { return a.reach[i] }
	for again := true; again; {
		again = false
		for i := range a.Network.Parts {
			if r := a.chainOf(int32(i), a.reachOfOutput, part); r != a.reach[i] {
				a.reach[i], again = r, true
			}
		}
	}
}

// reachOfOutput is the chain to an output as its buyers see it: it ends there when some of the output is in the target.
func (a *Answer) reachOfOutput(o int32) reach {
	if a.system.Members[o].High > 0 {
		return reach{0, 0}
	}
	return a.reach[o]
}

// chainOf takes the shortest chain over a part's suppliers or needs: output gives the chain to a supplier's output, part that
// to a need.
func (a *Answer) chainOf(i int32, output, part func(int32) reach) reach {
	p := &a.Network.Parts[i]
	best := nowhere
	if p.Kind == chain.Line {
		for j := range p.Suppliers {
			best = shorter(best, supplierChain(&p.Suppliers[j], output))
		}
		return best
	}
	for _, need := range p.Needs {
		if !a.asksOf(a.Network.Parts[need.Part].Item) {
			continue
		}
		r := part(need.Part)
		if p.Any && p.Choices > 1 {
			r.Certain = -1
		}
		best = shorter(best, r)
	}
	return best
}

func supplierChain(s *chain.Supplier, output func(int32) reach) reach {
	if s.Share == 0 {
		return nowhere
	}
	hop := int32(1)
	if s.Own {
		hop = 0
	}
	best, certain := nowhere, int32(0)
	for _, o := range s.Outputs {
		r := output(o)
		best = shorter(best, reach{-1, r.Possible})
		if r.Certain < 0 {
			certain = -1
		} else if certain >= 0 {
			certain = max(certain, r.Certain)
		}
	}
	if certain >= 0 && !s.Possible {
		best.Certain = certain
	}
	return reach{plus(best.Certain, hop), plus(best.Possible, hop)}
}

func plus(links, hop int32) int32 {
	if links < 0 {
		return -1
	}
	return links + hop
}

// shorter merges two chains. A certain chain is also a possible one.
func shorter(x, y reach) reach {
	r := reach{less(x.Certain, y.Certain), less(x.Possible, y.Possible)}
	r.Possible = less(r.Possible, r.Certain)
	return r
}

func less(x, y int32) int32 {
	if x < 0 || y >= 0 && y < x {
		return y
	}
	return x
}

// private is the system of one member's group, asked about its own supply: the group's outputs do not count as the target.
type private struct {
	firms  map[graph.Node]bool
	values map[int32]Values
	reach  map[int32]reach
}

// solvePrivate solves the parts of a firm and the firms it holds with their own outputs taken out of the target. Outputs of
// others are seen as everybody sees them.
func (a *Answer) solvePrivate(firm graph.Node) *private {
	own := map[graph.Node]bool{firm: true}
	group := append([]int32(nil), a.byFirm[firm-a.first]...)
	for _, h := range a.Network.Held(firm) {
		if !own[h.Firm] {
			own[h.Firm] = true
			group = append(group, a.byFirm[h.Firm-a.first]...)
		}
	}
	p := &private{firms: own, values: make(map[int32]Values, len(group)), reach: make(map[int32]reach, len(group))}
	for _, i := range group {
		p.reach[i] = nowhere
	}
	a.sweepPrivate(p, group)
	a.chainPrivate(p, group)
	return p
}

func (a *Answer) sweepPrivate(p *private, group []int32) {
	parts := int32(len(a.Network.Parts))
	var look func(n int32) Values
	look = func(n int32) Values {
		if v, ok := p.values[n]; ok {
			return v
		}
		if n >= parts { // one of several outputs: some may be the group's
			return a.system.evaluate(n, look)
		}
		return a.system.seen(n, a.values[n])
	}
	for _, i := range group {
		p.values[i] = Values{}
	}
	for _, last := range []bool{false, true} {
		for sweeps := 0; sweeps < maxSweeps; sweeps++ {
			change := 0.0
			for j := len(group) - 1; j >= 0; j-- { // needs were opened after what needs them
				i := group[j]
				v := a.system.evaluate(i, look)
				if !last {
					v.Resolved = p.values[i].Resolved
				}
				change = max(change, difference(v, p.values[i]))
				p.values[i] = v
			}
			if change <= sweepTolerance {
				break
			}
		}
	}
}

func (a *Answer) chainPrivate(p *private, group []int32) {
	output := func(o int32) reach {
		if r, ok := p.reach[o]; ok {
			return r
		}
		return a.reachOfOutput(o)
	}
	part := func(i int32) reach { return p.reach[i] }
	for again := true; again; {
		again = false
		for _, i := range group {
			if r := a.chainOf(i, output, part); r != p.reach[i] {
				p.reach[i], again = r, true
			}
		}
	}
}

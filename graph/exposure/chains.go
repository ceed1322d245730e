package exposure

import (
	"context"
	"maps"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// reach counts the links between firms on the shortest recorded chain from a part to the target; -1 when there is none.
// Certain chains pass no class and no choice of recipe. A seller that makes the item inside and outside the target is reached.
type reach struct{ Certain, Possible int32 }

// findChains labels all parts with their shortest chains.
func (a *Answer) findChains() {
	all := make([]int32, len(a.Network.Parts))
	for i := range all {
		all[i] = int32(i)
	}
	s := chainSearch{
		Answer: a, parts: all, local: func(p int32) int32 { return p },
		ends: func(o int32) bool { return a.system.Members[o].High > 0 },
	}
	a.reach = s.run()
}

// reachOfOutput is the chain to an output as its buyers see it: it ends there when some of the output is in the target.
func (a *Answer) reachOfOutput(o int32) reach {
	if a.system.Members[o].High > 0 {
		return reach{0, 0}
	}
	return a.reach[o]
}

// chainSearch finds the shortest chains from some parts. Parts are taken in the order of their distance (a list for each
// distance, links within a firm being 0 long), so each is labelled once: O(links), however long the chains.
type chainSearch struct {
	*Answer
	parts   []int32
	local   func(part int32) int32 // the place of a part among parts; negative for all others
	ends    func(output int32) bool
	outside func(output int32) reach // the chain of an output that is not among parts

	certain bool
	labels  []int32
	queue   [][]chainStep         // by distance
	waiting map[chain.Use]int     // suppliers of several outputs: how many must still be reached
	known   map[int32][]chain.Use // outputs outside, with the lines among parts that they serve
}

// chainStep is a part at its distance, or an output as its buyers see it.
type chainStep struct {
	part int32
	seen bool
}

func (s *chainSearch) run() []reach {
	out := make([]reach, len(s.parts))
	for i, d := range s.search(true) {
		out[i].Certain = d
	}
	for i, d := range s.search(false) {
		out[i].Possible = d
	}
	return out
}

// search labels the parts with their distances over certain chains only, or over all.
func (s *chainSearch) search(certain bool) []int32 {
	s.certain, s.labels, s.queue, s.waiting, s.known = certain, make([]int32, len(s.parts)), nil, map[chain.Use]int{}, map[int32][]chain.Use{}
	for i, p := range s.parts {
		s.labels[i] = -1
		s.start(p)
	}
	for d := int32(0); int(d) < len(s.queue); d++ {
		for i := 0; i < len(s.queue[d]); i++ { // the list grows
			s.take(s.queue[d][i], d)
		}
		s.queue[d] = nil
	}
	return s.labels
}

func (s *chainSearch) push(step chainStep, distance int32) {
	for int(distance) >= len(s.queue) {
		s.queue = append(s.queue, nil)
	}
	s.queue[distance] = append(s.queue[distance], step)
}

// start queues what is known before the search: outputs in the target, and outputs outside that a line looks at.
func (s *chainSearch) start(p int32) {
	part := &s.Network.Parts[p]
	if part.Kind == chain.Output && s.ends(p) {
		s.push(chainStep{p, true}, 0)
	}
	for i := range part.Suppliers {
		for _, o := range part.Suppliers[i].Outputs {
			if s.local(o) >= 0 {
				continue
			}
			s.known[o] = append(s.known[o], chain.Use{Part: p, Supplier: int32(i)})
			if len(s.known[o]) > 1 {
				continue
			}
			r := s.outside(o)
			distance := r.Possible
			if s.certain {
				distance = r.Certain
			}
			if distance >= 0 {
				s.push(chainStep{o, true}, distance)
			}
		}
	}
}

func (s *chainSearch) take(step chainStep, distance int32) {
	part := &s.Network.Parts[step.part]
	if !step.seen {
		at := s.local(step.part)
		if s.labels[at] >= 0 {
			return
		}
		s.labels[at] = distance
		if part.Kind == chain.Output && s.ends(step.part) {
			return // its buyers see it in the target
		}
	}
	users := s.known[step.part]
	if users == nil {
		users = s.Network.Users(step.part)
	}
	for _, use := range users {
		if s.local(use.Part) < 0 {
			continue
		}
		if hop, ok := s.passes(part, use); ok {
			s.push(chainStep{part: use.Part}, distance+hop)
		}
	}
}

// passes tells whether a chain goes on from a part to one that it serves, and over how many links.
func (s *chainSearch) passes(from *chain.Part, use chain.Use) (hop int32, ok bool) {
	to := &s.Network.Parts[use.Part]
	if use.Supplier < 0 {
		return 0, s.asksOf(from.Item) && !(s.certain && to.Any && to.Choices > 1)
	}
	supplier := &to.Suppliers[use.Supplier]
	if supplier.Share == 0 || s.certain && supplier.Possible {
		return 0, false
	}
	if s.certain && len(supplier.Outputs) > 1 { // any of them may be meant: all must reach the target
		if _, ok := s.waiting[use]; !ok {
			s.waiting[use] = len(supplier.Outputs)
		}
		s.waiting[use]--
		if s.waiting[use] > 0 {
			return 0, false
		}
	}
	if supplier.Own {
		return 0, true
	}
	return 1, true
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
	local := make(map[int32]int32, len(group))
	for i, p := range group {
		local[p] = int32(i)
	}
	search := chainSearch{Answer: a, parts: group, ends: func(int32) bool { return false }, outside: a.reachOfOutput,
		local: func(p int32) int32 {
			if i, ok := local[p]; ok {
				return i
			}
			return -1
		}}
	chains := search.run()
	values, _ := a.privateSystem(group, maps.Clone(local)).Solve(context.Background()) // one group: not worth cancelling
	p := &private{firms: own, values: make(map[int32]Values, len(group)), reach: make(map[int32]reach, len(group))}
	for i, part := range group {
		p.values[part], p.reach[part] = values[i], chains[i]
	}
	return p
}

// privateSystem takes the equations of a group out of the whole. What they look at outside is given.
func (a *Answer) privateSystem(group []int32, local map[int32]int32) *System {
	s := &System{Equations: make([]Equation, len(group))}
	var at func(n int32) int32
	copied := func(eq Equation) Equation {
		terms := make([]Term, len(eq.Terms))
		for i, t := range eq.Terms {
			terms[i] = Term{Node: at(t.Node), Share: t.Share}
		}
		eq.Terms = terms
		return eq
	}
	at = func(n int32) int32 {
		if i, ok := local[n]; ok {
			return i
		}
		eq := Equation{Operation: given}
		if int(n) >= len(a.Network.Parts) { // one of several outputs: some may be the group's
			eq = copied(a.system.Equations[n])
		} else {
			eq.given = a.system.seen(n, a.values[n])
		}
		i := int32(len(s.Equations))
		local[n] = i
		s.Equations = append(s.Equations, eq)
		return i
	}
	for i, p := range group {
		eq := copied(a.system.Equations[p])
		s.Equations[i] = eq
	}
	s.Members = make([]graph.Membership, len(s.Equations))
	return s
}

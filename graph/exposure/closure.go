package exposure

import (
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// closure is the part of the system that a row hangs on, as the firm that asks sees it: in a member's own row the outputs of its group
// do not count as the target, while in everybody else's chain they do. Such a part stands in it twice.
type closure struct {
	*Answer
	world
	nodes  []seenBy // by node of the closure: the node of the answer's system
	index  map[seenBy]int32
	order  []int32       // the parts in it, nearest first
	links  map[int32]int // by part: links from the row on the shortest way
	roots  []int32       // the row's lines, the deciding one first
	target int32         // a node in the target, and one that is safe
	safe   int32

	graph    *solve.Graph // of the world as it is
	solution solve.Solution
	tiers    solve.Tiers
}

// world is the system of a closure as it is, or as it would be if a fact were other than it is.
type world struct {
	system  system
	members []graph.Membership
	same    bool // the equations are those of the world as it is
}

type seenBy struct {
	node  int32
	group bool // by the group that asks
}

// closureOf collects what the lines of a row hang on, in the order of distance.
func (a *Answer) closureOf(row *Row) *closure {
	own := map[graph.Node]bool{row.Subject: true}
	for _, h := range a.Network.Held(row.Subject) {
		own[h.Firm] = true
	}
	c := &closure{Answer: a, index: map[seenBy]int32{}, links: map[int32]int{}}
	c.world = world{system: system{closed: a.system.closed}, same: true}
	var at []int // by node: links from the row
	place := func(s seenBy, links int) int32 {
		i, ok := c.index[s]
		if ok {
			return i
		}
		i = int32(len(c.nodes))
		c.index[s], c.nodes, at = i, append(c.nodes, s), append(at, links)
		if _, seen := c.links[s.node]; !seen && int(s.node) < len(a.Network.Parts) {
			c.links[s.node], c.order = links, append(c.order, s.node)
		}
		return i
	}
	for i := range row.Lines {
		c.roots = append(c.roots, place(seenBy{row.Lines[i].Part, row.Member}, 0))
	}
	for i := 0; i < len(c.nodes); i++ { // the list grows
		s := c.nodes[i]
		eq, member, links := a.system.equations[s.node], graph.Membership{}, at[i]
		if int(s.node) < len(a.Network.Parts) { // else one of several outputs of a seller: no link of its own
			links++
			if !s.group {
				member = a.member(s.node)
			}
		}
		terms := make([]term, len(eq.terms))
		for j, t := range eq.terms {
			group := s.group && (int(t.node) >= len(a.Network.Parts) || own[a.Network.Parts[t.node].Firm])
			t.node = place(seenBy{t.node, group}, links)
			terms[j] = t
		}
		eq.terms = terms
		c.world.system.equations, c.world.members = append(c.world.system.equations, eq), append(c.world.members, member)
	}
	c.target, c.safe = int32(len(c.nodes)), int32(len(c.nodes))+1
	c.world.system.equations = append(c.world.system.equations, equation{rule: solve.Open}, equation{rule: solve.Ends})
	c.world.members = append(c.world.members, graph.Membership{Low: 1, Estimate: 1, High: 1}, graph.Membership{})
	return c
}

// filled is the world with the fact of a gap filled in, wherever its part stands.
func (c *closure) filled(gap int32, fill filling) *world {
	w := &world{system: c.world.system, members: c.world.members, same: fill.change == nil}
	if fill.change != nil {
		w.system.equations = slices.Clone(w.system.equations)
	} else {
		w.members = slices.Clone(w.members)
	}
	for _, group := range []bool{false, true} {
		i, ok := c.index[seenBy{gap, group}]
		switch {
		case !ok:
		case fill.change != nil:
			fill.change(&w.system.equations[i])
		case w.members[i].High > 0:
			w.members[i] = fill.member
		}
	}
	if fill.seller {
		c.choose(w, gap)
	}
	return w
}

// choose lets makers who may take any one of several inputs, none of which is on record, take the one that a seller is found for.
func (c *closure) choose(w *world, input int32) {
	for _, p := range c.byFirm[c.Network.Parts[input].Firm-c.first] {
		maker := &c.Network.Parts[p]
		takes := func(n chain.Need) bool { return n.Part == input }
		if !maker.Any || len(maker.Needs) < maker.Choices || !slices.ContainsFunc(maker.Needs, takes) {
			continue
		}
		for _, group := range []bool{false, true} {
			if i, ok := c.index[seenBy{p, group}]; ok {
				w.system.equations[i].terms = slices.DeleteFunc(slices.Clone(w.system.equations[i].terms), func(t term) bool {
					return c.nodes[t.node].node != input
				})
			}
		}
	}
}

// rowState is what a solution says of the row: the bounds of its deciding line, the estimates of all lines, and the strongest verdict.
type rowState struct {
	low, high float64
	estimates []float64
	verdict   Verdict
}

// solve works out the row in a world, with what a market answers. The error is the context's.
func (c *closure) solve(ctx context.Context, w *world, m *market.Solution) (*rowState, error) {
	g := c.graph
	if g == nil || !w.same {
		var err error
		if g, err = w.system.compile(ctx); err != nil {
			return nil, err
		}
		if w.same {
			c.graph = g
		}
	}
	target, members := solve.Target{Assumption: assumptions(m)}, []int32(nil)
	for i := range w.members {
		if m := &w.members[i]; m.High > 0 {
			target.Members = append(target.Members, solve.Member{Node: int32(i), Low: m.Low, Estimate: m.Estimate, High: m.High})
			members = append(members, int32(i))
		}
	}
	if err := g.Solve(ctx, &target, tolerance, &c.solution); err != nil {
		return nil, err
	}
	if err := g.Reach(ctx, members, solve.Down, 0, &c.tiers); err != nil { // chains on record, certain or possible
		return nil, err
	}
	state := &rowState{verdict: NotExposed}
	for i, root := range c.roots {
		v := c.solution.Values(root)
		low, high := v.Low, max(v.Low, 1-v.Safe)
		if i == 0 {
			state.low, state.high = low, high
		}
		state.estimates = append(state.estimates, min(max(v.Estimate, low), high))
		if verdict := verdictOf(v, c.tiers.Holds(root)); verdict.rank() < state.verdict.rank() {
			state.verdict = verdict
		}
	}
	return state, nil
}

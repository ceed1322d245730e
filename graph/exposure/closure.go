package exposure

import (
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// closure is the part of the system that a row hangs on, as the firm that asks sees it: in a member's own row the outputs of its group
// do not count as the target, while in everybody else's chain they do. Such a part stands in it twice.
type closure struct {
	*Answer
	system System
	nodes  []seenBy // by node of the closure: the node of the answer's system
	index  map[seenBy]int32
	order  []int32       // the parts in it, nearest first
	links  map[int32]int // by part: links from the row on the shortest way
	roots  []int32       // the row's lines, the deciding one first
	target int32         // a node in the target, and one that is safe
	safe   int32
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
		eq, member := a.system.Equations[s.node], a.system.Members[s.node]
		if s.group {
			member = graph.Membership{}
		}
		terms := make([]Term, len(eq.Terms))
		for j, t := range eq.Terms {
			group := s.group && (int(t.Node) >= len(a.Network.Parts) || own[a.Network.Parts[t.Node].Firm])
			links := at[i] + 1
			if int(s.node) >= len(a.Network.Parts) {
				links = at[i] // one of several outputs of a seller
			}
			terms[j] = Term{place(seenBy{t.Node, group}, links), t.Share}
		}
		eq.Terms = terms
		c.system.Equations, c.system.Members = append(c.system.Equations, eq), append(c.system.Members, member)
	}
	c.target, c.safe = int32(len(c.nodes)), int32(len(c.nodes))+1
	c.system.Equations = append(c.system.Equations, Equation{Operation: Open}, Equation{Operation: Ends})
	c.system.Members = append(c.system.Members, graph.Membership{Low: 1, Estimate: 1, High: 1}, graph.Membership{})
	return c
}

// filled is the system with the fact of a gap filled in, wherever its part stands.
func (c *closure) filled(gap int32, fill filling) *System {
	s := &System{Equations: slices.Clone(c.system.Equations), Members: slices.Clone(c.system.Members)}
	for _, group := range []bool{false, true} {
		if i, ok := c.index[seenBy{gap, group}]; ok {
			fill.change(&s.Equations[i], &s.Members[i])
		}
	}
	if fill.seller {
		c.choose(s, gap)
	}
	return s
}

// choose lets makers who may take any one of several inputs, none of which is on record, take the one that a seller is found for.
func (c *closure) choose(s *System, input int32) {
	for _, p := range c.byFirm[c.Network.Parts[input].Firm-c.first] {
		maker := &c.Network.Parts[p]
		takes := func(n chain.Need) bool { return n.Part == input }
		if !maker.Any || len(maker.Needs) < maker.Choices || !slices.ContainsFunc(maker.Needs, takes) {
			continue
		}
		for _, group := range []bool{false, true} {
			if i, ok := c.index[seenBy{p, group}]; ok {
				s.Equations[i].Terms = slices.DeleteFunc(slices.Clone(s.Equations[i].Terms), func(t Term) bool {
					return c.nodes[t.Node].node != input
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

func (c *closure) solve(ctx context.Context, s *System) (*rowState, error) {
	values, err := s.Solve(ctx)
	if err != nil {
		return nil, err
	}
	linked := s.linked()
	state := &rowState{verdict: NotExposed}
	for i, root := range c.roots {
		v := values[root]
		low, high := v.Low, max(v.Low, 1-v.Safe)
		if i == 0 {
			state.low, state.high = low, high
		}
		state.estimates = append(state.estimates, min(max(v.Estimate, low), high))
		if verdict := verdictOf(v, linked[root]); verdictRank[verdict] < verdictRank[state.verdict] {
			state.verdict = verdict
		}
	}
	return state, nil
}

// linked tells which nodes a chain on record, certain or possible, joins to the target.
func (s *System) linked() []bool {
	users := make([][]int32, len(s.Equations))
	linked := make([]bool, len(s.Equations))
	var queue []int32
	for i := range s.Equations {
		for _, t := range s.Equations[i].Terms {
			users[t.Node] = append(users[t.Node], int32(i))
			if s.Members[t.Node].High > 0 && !linked[i] {
				linked[i], queue = true, append(queue, int32(i))
			}
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, u := range users[queue[0]] {
			if !linked[u] {
				linked[u], queue = true, append(queue, u)
			}
		}
	}
	return linked
}

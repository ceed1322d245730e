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
// do not count as the target, while in everybody else's chain they do. Such a part stands in it twice. It is solved once; what a fact
// would change is solved again apart.
type closure struct {
	*Answer
	own     system
	members []graph.Membership
	nodes   []seenBy   // by node of the closure: the node of the answer's system
	at      []int      // by node: links from the row
	index   [2][]int32 // as others and as the group sees it, by node of the answer's system: its place in the closure, from 1
	order   []int32    // the parts in it, nearest first
	roots   []int32    // the row's lines, the deciding one first
	target  int32      // a node in the target, and one that is safe
	safe    int32

	graph    *solve.Graph // nil before it is solved
	solution solve.Solution
	linked   solve.Tiers // what a chain on record, certain or possible, joins to the target

	part     int32 // the part whose fact is other than it is
	tiers    solve.Tiers
	affected []int32 // what hangs on it
	apart    solve.Apart
	other    solve.Solution
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
	c := &closure{Answer: a, own: system{closed: a.system.closed}, part: -1}
	c.index[0] = make([]int32, len(a.system.equations))
	if row.Member {
		c.index[1] = make([]int32, len(a.system.equations))
	}
	for i := range row.Lines {
		c.roots = append(c.roots, c.place(row.Lines[i].Part, row.Member, 0))
	}
	for i := 0; i < len(c.nodes); i++ { // the list grows
		s := c.nodes[i]
		eq, member, links := a.system.equations[s.node], graph.Membership{}, c.at[i]
		if int(s.node) < len(a.Network.Parts) { // else one of several outputs of a seller: no link of its own
			links++
			if !s.group {
				member = a.member(s.node)
			}
		}
		terms := make([]term, len(eq.terms))
		for j, t := range eq.terms {
			group := s.group && (int(t.node) >= len(a.Network.Parts) || own[a.Network.Parts[t.node].Firm])
			t.node = c.place(t.node, group, links)
			terms[j] = t
		}
		eq.terms = terms
		c.own.equations, c.members = append(c.own.equations, eq), append(c.members, member)
	}
	c.target, c.safe = int32(len(c.nodes)), int32(len(c.nodes))+1
	c.own.equations = append(c.own.equations, equation{rule: solve.Open}, equation{rule: solve.Ends})
	c.members = append(c.members, graph.Membership{Low: 1, Estimate: 1, High: 1}, graph.Membership{})
	return c
}

// place gives a node of the answer's system its place in the closure.
func (c *closure) place(node int32, group bool, links int) int32 {
	index := c.index[btoi(group)]
	if index[node] > 0 {
		return index[node] - 1
	}
	if _, seen := c.firstPlace(node); !seen && int(node) < len(c.Network.Parts) {
		c.order = append(c.order, node)
	}
	c.nodes, c.at = append(c.nodes, seenBy{node, group}), append(c.at, links)
	index[node] = int32(len(c.nodes))
	return index[node] - 1
}

// places lists where a node of the answer's system stands in the closure: nowhere, once or twice.
func (c *closure) places(node int32) (places []int32) {
	for _, index := range c.index {
		if index != nil && index[node] > 0 {
			places = append(places, index[node]-1)
		}
	}
	return places
}

// firstPlace is where a node of the answer's system was placed first.
func (c *closure) firstPlace(node int32) (place int32, ok bool) {
	places := c.places(node)
	if len(places) == 0 {
		return 0, false
	}
	return slices.Min(places), true
}

// links counts the links from the row to a part in the closure, on the shortest way.
func (c *closure) links(part int32) int {
	place, _ := c.firstPlace(part)
	return c.at[place]
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// rowState is what a solution says of the row: the bounds of its deciding line, the estimates of all lines, and the strongest verdict.
type rowState struct {
	low, high float64
	estimates []float64
	verdict   Verdict
}

func (c *closure) state(values func(int32) solve.Values, linked func(int32) bool) *rowState {
	state := &rowState{verdict: NotExposed}
	for i, root := range c.roots {
		v := values(root)
		low, high := v.Low, max(v.Low, 1-v.Safe)
		if i == 0 {
			state.low, state.high = low, high
		}
		state.estimates = append(state.estimates, min(max(v.Estimate, low), high))
		if verdict := verdictOf(v, linked(root)); verdict.rank() < state.verdict.rank() {
			state.verdict = verdict
		}
	}
	return state
}

// solve works out the row as it is. The error is the context's.
func (c *closure) solve(ctx context.Context) (*rowState, error) {
	if c.graph == nil {
		g, err := c.own.compile(ctx)
		if err != nil {
			return nil, err
		}
		target := c.question(c.Market)
		if err := g.Solve(ctx, target, tolerance, &c.solution); err != nil {
			return nil, err
		}
		var members []int32
		for i := range target.Members {
			members = append(members, target.Members[i].Node)
		}
		if err := g.Reach(ctx, members, solve.Down, 0, &c.linked); err != nil {
			return nil, err
		}
		c.graph = g
	}
	return c.state(c.solution.Values, c.linked.Holds), nil
}

// question is the target in the closure, with what a market answers.
func (c *closure) question(m *market.Solution) *solve.Target {
	target := &solve.Target{Assumption: assumptions(m)}
	for i := range c.members {
		if m := &c.members[i]; m.High > 0 {
			target.Members = append(target.Members, solve.Member{Node: int32(i), Low: m.Low, Estimate: m.Estimate, High: m.High})
		}
	}
	return target
}

// inMarket works out the row with what another market answers. The error is the context's.
func (c *closure) inMarket(ctx context.Context, m *market.Solution) (*rowState, error) {
	if _, err := c.solve(ctx); err != nil {
		return nil, err
	}
	if err := c.graph.Solve(ctx, c.question(m), tolerance, &c.other); err != nil {
		return nil, err
	}
	return c.state(c.other.Values, c.linked.Holds), nil
}

// affect finds what hangs on a part. The error is the context's.
func (c *closure) affect(ctx context.Context, part int32) error {
	if _, err := c.solve(ctx); err != nil || c.part == part {
		return err
	}
	c.part, c.affected = part, c.affected[:0]
	if err := c.graph.Reach(ctx, c.places(part), solve.Down, 0, &c.tiers); err != nil {
		return err
	}
	for tier := range c.tiers.Len() {
		c.tiers.Each(tier, func(n int32) { c.affected = append(c.affected, n) })
	}
	return nil
}

// fill works out the row with a fact about a part filled in, wherever the part stands. The error is the context's.
func (c *closure) fill(ctx context.Context, part int32, fill filling) (*rowState, error) {
	if err := c.affect(ctx, part); err != nil {
		return nil, err
	}
	var change solve.Change
	for _, n := range c.affected {
		m := c.members[n]
		if m.High > 0 && fill.change == nil && c.nodes[n].node == part {
			m = fill.member
		}
		if m.High > 0 {
			change.Members = append(change.Members, solve.Member{Node: n, Low: m.Low, Estimate: m.Estimate, High: m.High})
		}
	}
	if fill.change != nil {
		for _, i := range c.places(part) {
			eq := c.own.equations[i]
			fill.change(&eq)
			change.Rows = append(change.Rows, c.own.row(i, &eq))
		}
	}
	if fill.seller {
		change.Rows = append(change.Rows, c.choose(part)...)
	}
	if err := c.solution.Apart(ctx, c.affected, &change, tolerance, &c.apart); err != nil {
		return nil, err
	}
	c.apart.Spread(&c.linked)
	return c.state(c.apart.Values, func(root int32) bool {
		if leads, known := c.apart.Leads(root); known {
			return leads
		}
		return c.linked.Holds(root)
	}), nil
}

// choose lets makers who may take any one of several inputs, none of which is on record, take the one that a seller is found for.
func (c *closure) choose(input int32) (rows []solve.Row) {
	for _, p := range c.byFirm[c.Network.Parts[input].Firm-c.first] {
		maker := &c.Network.Parts[p]
		takes := func(n chain.Need) bool { return n.Part == input }
		if !maker.Any || len(maker.Needs) < maker.Choices || !slices.ContainsFunc(maker.Needs, takes) {
			continue
		}
		for _, i := range c.places(p) {
			eq := c.own.equations[i]
			eq.terms = slices.DeleteFunc(slices.Clone(eq.terms), func(t term) bool { return c.nodes[t.node].node != input })
			if len(eq.terms) > 0 {
				rows = append(rows, c.own.row(i, &eq))
			}
		}
	}
	return rows
}

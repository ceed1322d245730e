package exposure

import (
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// scratch is what one question, or the row of one firm, needs on the way. It comes from the pool of the model.
type scratch struct {
	search   chainSearch
	arrivals []arrival

	needs []need
	seen  []bool  // by part, all false between uses
	marks []int32 // where seen is true

	// The group of a member: the firm and those that it holds.
	inGroup           []bool       // by firm, all false between uses
	firms             []graph.Node // where inGroup is true
	nodes             []int32      // their parts, and the alternatives that these look at
	apart             solve.Apart
	certain, possible []int32 // by node, all notAsked between uses
	found             []Line
	order             []int32
	lines             []Line // room for lines of rows to come
}

func (m *Model) borrow() *scratch {
	if s, ok := m.scratch.Get().(*scratch); ok {
		return s
	}
	s := &scratch{seen: make([]bool, len(m.Network.Parts)), inGroup: make([]bool, len(m.byFirm))}
	s.search.Model, s.search.waiting = m, make([]int32, len(m.system.equations)-len(m.Network.Parts))
	return s
}

// groupOf solves the parts of a firm and the firms it holds with their own outputs taken out of the target. Outputs of others are seen
// as everybody sees them. The error is the context's.
func (a *Answer) groupOf(ctx context.Context, firm graph.Node, s *scratch) error {
	if s.certain == nil {
		n := len(a.system.equations)
		s.certain, s.possible = slices.Repeat([]int32{notAsked}, n), slices.Repeat([]int32{notAsked}, n)
	}
	add := func(f graph.Node) {
		if s.inGroup[f-a.first] {
			return
		}
		s.inGroup[f-a.first] = true
		s.firms = append(s.firms, f)
		for _, p := range a.byFirm[f-a.first] {
			s.nodes = append(s.nodes, p)
			for _, t := range a.system.equations[p].terms {
				if int(t.node) >= len(a.Network.Parts) {
					s.nodes = append(s.nodes, t.node)
				}
			}
		}
	}
	add(firm)
	for _, h := range a.Network.Held(firm) {
		add(h.Firm)
	}
	if err := a.solution.Apart(ctx, s.nodes, &solve.Change{}, tolerance, &s.apart); err != nil {
		return err
	}
	if err := a.groupChains(ctx, s, false); err != nil {
		return err
	}
	return a.groupChains(ctx, s, true)
}

// clean makes a scratch ready for the next row.
func (s *scratch) clean() {
	for _, f := range s.firms {
		s.inGroup[f-s.search.first] = false
	}
	for _, n := range s.nodes {
		s.certain[n], s.possible[n] = notAsked, notAsked
	}
	for _, p := range s.marks {
		s.seen[p] = false
	}
	s.firms, s.nodes, s.marks, s.needs = s.firms[:0], s.nodes[:0], s.marks[:0], s.needs[:0]
}

// isMember tells whether a firm, or one that it holds, has an output in the target.
func (a *Answer) isMember(firm graph.Node) bool {
	return a.memberFirms[firm-a.first] || slices.ContainsFunc(a.Network.Held(firm), func(h graph.HeldFirm) bool { return a.memberFirms[h.Firm-a.first] })
}

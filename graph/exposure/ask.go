package exposure

import (
	"context"
	"errors"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// Question asks a view about a target.
type Question struct {
	Target graph.Target
	// Holding narrows the question to one element; nil asks about the supply chain as a whole.
	Holding *Holding
	// Closed takes the recorded sellers of a need as complete: what they do not state is split among them.
	Closed bool
}

// Holding says how much of one element each item holds: the mass in kilograms per unit, and whether it is surely there.
type Holding struct {
	Element graph.Node
	Mass    []graph.Interval // by item; unknown where no quantity leads to it
	Present []bool           // by item
}

func (h *Holding) holds(item graph.Node) bool {
	return h.Present[item] || h.Mass[item].Known() && h.Mass[item].High > 0
}

// ErrNoTarget is a target without any condition.
var ErrNoTarget = errors.New("the target names nothing: give at least one of countries, stages, firms, facilities, owners, items")

// Answer holds the solution for one question. Rows are worked out from it without solving again. It never changes.
type Answer struct {
	*Model
	Question Question
	Market   *market.Solution
	Target   *graph.TargetSet

	figures     *market.Index
	members     []solve.Member // the outputs in the target, wholly or in part
	memberAt    []uint32       // by part, or node where there is a border: its place among the members, from 1; 0 is none
	memberFirms []bool         // by firm: it makes one of them
	solution    solve.Solution
	certain     []int32 // by node: the length of the shortest chain to the target, as reach has it
	possible    []int32
	border      *crossed // of AskBorder; nil elsewhere
}

// Ask compiles a network and asks one question of it; see Model for several. The error is ErrNoTarget or the context's.
func Ask(ctx context.Context, n *chain.Network, figures *market.Index, q Question) (*Answer, error) {
	if q.Target.IsEmpty() {
		return nil, ErrNoTarget
	}
	m, err := Compile(ctx, n, q.Holding, q.Closed)
	if err != nil {
		return nil, err
	}
	return m.Ask(ctx, figures, q.Target)
}

// Ask solves the question about a target for all parts of the network at once; see the package comment for method and cost. The error
// is ErrNoTarget or the context's.
func (m *Model) Ask(ctx context.Context, figures *market.Index, target graph.Target) (*Answer, error) {
	if target.IsEmpty() {
		return nil, ErrNoTarget
	}
	a := &Answer{Model: m, Question: Question{Target: target, Holding: m.holding, Closed: m.system.closed},
		Target: graph.NewTargetSet(m.Network.View, target), figures: figures}
	element := graph.NoNode
	if m.holding != nil {
		element = m.holding.Element
	}
	var err error
	if a.Market, err = market.Solve(ctx, figures, a.Target, element); err != nil {
		return nil, err
	}
	if err := a.findMembers(ctx); err != nil {
		return nil, err
	}
	if err := m.graph.Solve(ctx, &solve.Target{Members: a.members, Assumption: assumptions(a.Market)}, tolerance, &a.solution); err != nil {
		return nil, err
	}
	return a, a.findChains(ctx)
}

// Values are the numbers of a part's own supply, as everybody but its own group meets it.
func (a *Answer) Values(part int32) solve.Values { return a.solution.Values(part) }

// findMembers marks the outputs that belong to the target.
func (a *Answer) findMembers(ctx context.Context) error {
	a.memberAt, a.memberFirms = make([]uint32, len(a.Network.Parts)), make([]bool, len(a.byFirm))
	var places []graph.Place
	for i, part := range a.outputs {
		if i%4096 == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		p := &a.Network.Parts[part]
		places = places[:0]
		for j := range p.Plants {
			places = append(places, p.Plants[j].Place)
		}
		m := a.Target.Member(p.Firm, p.Item, places)
		if m.High == 0 {
			continue
		}
		a.members = append(a.members, solve.Member{Node: part, Low: m.Low, Estimate: m.Estimate, High: m.High})
		a.memberAt[part] = uint32(len(a.members))
		if !p.Graded && !p.Gone {
			a.memberFirms[p.Firm-a.first] = true
		}
	}
	return nil
}

// member is how far a node belongs to the target.
func (a *Answer) member(n int32) graph.Membership {
	if int(n) >= len(a.memberAt) || a.memberAt[n] == 0 {
		return graph.Membership{}
	}
	m := &a.members[a.memberAt[n]-1]
	return graph.Membership{Low: m.Low, Estimate: m.Estimate, High: m.High}
}

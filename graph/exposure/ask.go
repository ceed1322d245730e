package exposure

import (
	"context"
	"errors"
	"math"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
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
	Question Question
	Network  *chain.Network
	Market   *market.Solution
	Target   *graph.TargetSet

	figures *market.Index
	system  System
	values  []Values // by part, as everybody else sees it
	reach   []reach  // by part: the shortest recorded chains to the target
	byFirm  [][]int32

	unweighed map[int32]bool // outputs and steps whose worst need stands for masses that are not known
	first     graph.Node
}

// Ask solves a question for all parts of a network at once; see the package comment for method and cost. The error is
// ErrNoTarget or the context's.
func Ask(ctx context.Context, n *chain.Network, figures *market.Index, q Question) (*Answer, error) {
	if q.Target.IsEmpty() {
		return nil, ErrNoTarget
	}
	a := &Answer{Question: q, Network: n, Target: graph.NewTargetSet(n.View, q.Target), figures: figures}
	element := graph.NoNode
	if q.Holding != nil {
		element = q.Holding.Element
	}
	var err error
	if a.Market, err = market.Solve(ctx, figures, a.Target, element); err != nil {
		return nil, err
	}
	a.compile()
	if a.values, err = a.system.Solve(ctx); err != nil {
		return nil, err
	}
	a.findChains()
	a.indexFirms()
	return a, nil
}

func (a *Answer) indexFirms() {
	first, end := a.Network.View.Range(graph.KindFirm)
	a.first, a.byFirm = first, make([][]int32, end-first)
	for i := range a.Network.Parts {
		f := a.Network.Parts[i].Firm - first
		a.byFirm[f] = append(a.byFirm[f], int32(i))
	}
}

// compile turns the network into equations. Node i is part i; nodes beyond are alternatives of one supplier.
func (a *Answer) compile() {
	parts := a.Network.Parts
	a.unweighed = map[int32]bool{}
	a.system = System{Equations: make([]Equation, len(parts)), Members: make([]graph.Membership, len(parts))}
	for i := range parts {
		p := &parts[i]
		switch p.Kind {
		case chain.Line:
			a.system.Equations[i] = a.lineEquation(p)
		default:
			eq, weighed := a.needEquation(p)
			a.system.Equations[i] = eq
			if !weighed && a.Question.Holding != nil && eq.Operation == Worst && len(eq.Terms) > 1 {
				a.unweighed[int32(i)] = true
			}
			if p.Kind == chain.Output {
				a.system.Members[i] = a.Target.Member(p.Firm, p.Item, p.Places())
			}
		}
	}
}

func (a *Answer) lineEquation(p *chain.Part) Equation {
	eq := Equation{Operation: Sum, Closed: a.Question.Closed}
	own, others, total, unstated := false, false, 0.0, false
	for i := range p.Suppliers {
		s := &p.Suppliers[i]
		share := s.Share
		if s.Possible {
			share = math.NaN() // the share belongs to the class, not to this grade
		}
		if share == 0 {
			continue
		}
		own, others = own || s.Own, others || !s.Own
		if math.IsNaN(share) {
			unstated = true
		} else {
			total += share
		}
		eq.Terms = append(eq.Terms, Term{Node: a.supplierNode(s), Share: share})
	}
	if eq.Closed && !unstated && total > 0 {
		for i := range eq.Terms {
			eq.Terms[i].Share /= total
		}
	}
	if others || !own { // a firm that makes what it needs, and buys it from nobody on record, serves itself
		m := a.Market.Of(p.Item)
		eq.Market = &Assumption{Estimate: m.Estimate, Resolved: m.Resolved}
	}
	return eq
}

// supplierNode is the node a line looks at for one supplier: its output, or a node that stands for any of several.
func (a *Answer) supplierNode(s *chain.Supplier) int32 {
	if len(s.Outputs) == 1 {
		return s.Outputs[0]
	}
	eq := Equation{Operation: Alternatives}
	for _, o := range s.Outputs {
		eq.Terms = append(eq.Terms, Term{Node: o})
	}
	n := int32(len(a.system.Equations))
	a.system.Equations = append(a.system.Equations, eq)
	a.system.Members = append(a.system.Members, graph.Membership{})
	return n
}

// needEquation is the rule of an output or step; weighed tells whether its needs are weighed by the mass of an element.
func (a *Answer) needEquation(p *chain.Part) (eq Equation, weighed bool) {
	switch {
	case p.Terminal:
		return Equation{Operation: Ends}, false
	case len(p.Needs) == 0:
		return Equation{Operation: Open}, false
	}
	eq = Equation{Operation: Worst}
	if p.Any {
		eq.Operation = Alternatives
	}
	for _, need := range p.Needs {
		if a.asksOf(a.Network.Parts[need.Part].Item) {
			eq.Terms = append(eq.Terms, Term{Node: need.Part})
		}
	}
	if len(eq.Terms) == 0 {
		return Equation{Operation: Open}, false
	}
	weights, ok := a.massWeights(p)
	if ok {
		eq.Operation, eq.Terms = Sum, weights
	}
	return eq, ok
}

// massUnknown tells whether a need looks at a maker whose own needs could not be weighed by the mass of the element asked about.
func (a *Answer) massUnknown(p int32) bool {
	for _, s := range a.Network.Parts[p].Suppliers {
		for _, o := range s.Outputs {
			if a.unweighed[o] {
				return true
			}
		}
	}
	return a.unweighed[p]
}

// asksOf tells whether a need for the item bears on the question.
func (a *Answer) asksOf(item graph.Node) bool {
	return a.Question.Holding == nil || a.Question.Holding.holds(item)
}

// massWeights weighs the needs of an output by the mass of the element that each brings, where all masses are known.
func (a *Answer) massWeights(p *chain.Part) ([]Term, bool) {
	h := a.Question.Holding
	if h == nil || p.Any {
		return nil, false
	}
	v := a.Network.View
	var terms []Term
	total := 0.0
	for _, need := range p.Needs {
		item := a.Network.Parts[need.Part].Item
		if !h.holds(item) {
			continue
		}
		if need.Row.Table != v.Feeds.Table {
			return nil, false
		}
		mass := v.Facts().Feeds[need.Row.Index].Quantity
		kilograms := mass.Value * h.Mass[item].Mid
		if !mass.Known || math.IsNaN(kilograms) {
			return nil, false
		}
		total += kilograms
		terms = append(terms, Term{Node: need.Part, Share: kilograms})
	}
	if total <= 0 {
		return nil, false
	}
	for i := range terms {
		terms[i].Share /= total
	}
	return terms, true
}

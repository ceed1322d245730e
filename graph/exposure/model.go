package exposure

import (
	"context"
	"math"
	"sync"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// Model is a network compiled for questions of one shape: about the supply chain or one element, with sellers taken as complete or
// not. Any target can be asked of it. It never changes, so any number of readers may share it.
type Model struct {
	Network *chain.Network

	holding    *Holding
	system     system     // node i is part i; nodes beyond are the alternatives of one supplier, and links over the border
	border     graph.Node // the country with the border; NoNode: none
	crossings  []crossing // the links over it
	graph      *solve.Graph
	first      graph.Node
	byFirm     [][]int32 // by firm: all of its parts
	outputs    []int32
	unweighed  map[int32]bool // outputs and steps whose worst need stands for masses that are not known
	offsets    []uint32       // by node: where what it serves starts in serves
	serves     []uint32       // a node and how a chain passes to it
	allCertain bool           // every chain is certain
	scratch    sync.Pool
}

// Compile lays a network out for questions with this holding, which may be nil, and with closed sellers or not. The error is the
// context's. It costs O(links), ten times what a target costs.
func Compile(ctx context.Context, n *chain.Network, holding *Holding, closed bool) (*Model, error) {
	return compile(ctx, n, holding, closed, graph.NoNode)
}

func compile(ctx context.Context, n *chain.Network, holding *Holding, closed bool, border graph.Node) (*Model, error) {
	m := &Model{Network: n, holding: holding, unweighed: map[int32]bool{}, border: border}
	m.system = system{equations: make([]equation, len(n.Parts)), closed: closed, each: border != graph.NoNode}
	links := 0
	for i := range n.Parts {
		links += len(n.Parts[i].Needs)
		for j := range n.Parts[i].Suppliers {
			links += 1 + len(n.Parts[i].Suppliers[j].Outputs)
		}
	}
	terms := make([]term, 0, links) // one piece of memory for all
	for i := range n.Parts {
		if i%4096 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if p := &n.Parts[i]; p.Kind == chain.Line {
			terms = m.addLine(int32(i), terms)
		} else {
			terms = m.addMaking(int32(i), terms)
		}
	}
	var err error
	if m.graph, err = m.system.compile(ctx); err != nil {
		return nil, err
	}
	m.indexFirms()
	m.indexLinks()
	return m, nil
}

func (m *Model) indexFirms() {
	first, end := m.Network.View.Range(graph.KindFirm)
	m.first, m.byFirm = first, make([][]int32, end-first)
	counts := make([]int32, end-first)
	for i := range m.Network.Parts {
		counts[m.Network.Parts[i].Firm-first]++
	}
	all := make([]int32, len(m.Network.Parts))
	for f, n := range counts {
		m.byFirm[f], all = all[:0:n], all[n:]
	}
	for i := range m.Network.Parts {
		p := &m.Network.Parts[i]
		m.byFirm[p.Firm-first] = append(m.byFirm[p.Firm-first], int32(i))
		if p.Kind == chain.Output {
			m.outputs = append(m.outputs, int32(i))
		}
	}
}

// addLine gives a line the sum over its suppliers.
func (m *Model) addLine(at int32, terms []term) []term {
	p := &m.Network.Parts[at]
	start := len(terms)
	own, others, total, unstated := false, false, 0.0, false
	for i := range p.Suppliers {
		s := &p.Suppliers[i]
		t := term{share: s.Share}
		if !s.Own {
			t.link |= sale
		}
		if s.Possible {
			t.link |= possible
			if s.Share == 0 {
				t.link |= silent
			}
			t.share = math.NaN() // the share belongs to the class, not to this grade
		}
		if t.share == 0 {
			continue
		}
		own, others = own || s.Own, others || !s.Own
		if math.IsNaN(t.share) {
			unstated = true
		} else {
			total += t.share
		}
		if t.node = -1 - int32(i); len(s.Outputs) == 1 && m.border == graph.NoNode {
			t.node = s.Outputs[0]
		}
		terms = append(terms, t)
	}
	mine := terms[start:len(terms):len(terms)]
	if m.system.closed && !unstated && total > 0 {
		for i := range mine {
			mine[i].share /= total
		}
	}
	for i := range mine {
		if mine[i].node < 0 {
			supplier := -1 - mine[i].node
			outputs := p.Suppliers[supplier].Outputs
			if m.border != graph.NoNode {
				if outputs, terms = m.addCrossings(at, supplier, terms); len(outputs) == 1 {
					mine[i].node = outputs[0]
					continue
				}
			}
			mine[i].node, terms = m.addAlternatives(outputs, terms)
		}
	}
	// A firm that makes what it needs, and buys it from nobody on record, serves itself.
	m.system.equations[at] = equation{rule: solve.Sum, market: others || !own, item: p.Item, terms: mine}
	return terms
}

// addAlternatives adds a node that stands for any of several outputs of one seller.
func (m *Model) addAlternatives(outputs []int32, terms []term) (int32, []term) {
	start := len(terms)
	for _, o := range outputs {
		terms = append(terms, term{node: o})
	}
	n := int32(len(m.system.equations))
	m.system.equations = append(m.system.equations, equation{rule: solve.Alternatives, terms: terms[start:len(terms):len(terms)]})
	return n, terms
}

// addMaking gives an output or step the rule of its needs.
func (m *Model) addMaking(at int32, terms []term) []term {
	p, eq := &m.Network.Parts[at], &m.system.equations[at]
	if p.Terminal {
		eq.rule = solve.Ends
		return terms
	}
	link := linkKind(0)
	if p.Any && p.Choices > 1 {
		link = possible
	}
	start := len(terms)
	for _, need := range p.Needs {
		if m.asksOf(m.Network.Parts[need.Part].Item) {
			terms = append(terms, term{node: need.Part, link: link})
		}
	}
	eq.terms = terms[start:len(terms):len(terms)]
	switch {
	case len(eq.terms) == 0:
		eq.rule = solve.Open
	case p.Any:
		eq.rule = solve.Alternatives
	case m.weighByMass(p, eq.terms):
		eq.rule = solve.Sum
	default:
		eq.rule = solve.Worst
		if m.holding != nil && len(eq.terms) > 1 {
			m.unweighed[at] = true
		}
	}
	return terms
}

// massUnknown tells whether a need looks at a maker whose own needs could not be weighed by the mass of the element asked about.
func (m *Model) massUnknown(p int32) bool {
	if len(m.unweighed) == 0 {
		return false
	}
	for _, s := range m.Network.Parts[p].Suppliers {
		for _, o := range s.Outputs {
			if m.unweighed[o] {
				return true
			}
		}
	}
	return m.unweighed[p]
}

// asksOf tells whether a need for the item bears on the question.
func (m *Model) asksOf(item graph.Node) bool {
	return m.holding == nil || m.holding.holds(item)
}

// weighByMass weighs the needs of an output by the mass of the element that each brings, where all masses are known.
func (m *Model) weighByMass(p *chain.Part, terms []term) bool {
	if m.holding == nil {
		return false
	}
	v, total, at := m.Network.View, 0.0, 0
	for _, need := range p.Needs {
		item := m.Network.Parts[need.Part].Item
		if !m.asksOf(item) {
			continue
		}
		if need.Row.Table != v.Feeds.Table {
			return false
		}
		mass := v.Facts().Feeds[need.Row.Index].Quantity
		kilograms := mass.Value * m.holding.Mass[item].Mid
		if !mass.Known || math.IsNaN(kilograms) {
			return false
		}
		terms[at].share = kilograms
		total += kilograms
		at++
	}
	if total <= 0 {
		return false
	}
	for i := range terms {
		terms[i].share /= total
	}
	return true
}

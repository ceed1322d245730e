package shock

import (
	"context"
	"sync"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// Model is a network made ready for shocks. It never changes, so any number of readers may ask it at the same time. Node i of both
// systems is part i; nodes beyond stand for several outputs or sellers.
type Model struct {
	network *chain.Network
	least   *system // losses at the high end of what remains
	most    *system // losses at the low end
	outputs [][]int32
	first   graph.Node
	pool    sync.Pool // of *scratch
}

// scratch is what one question takes.
type scratch struct {
	least, most *work
	tier        []int32 // by part: links from the nearest lost output, plus 1; 0 is not reached
	reached     []int32
}

// Compile makes a network ready, in O(parts + links). The network is that of the view before its losses: see Before. The error is the
// context's.
func Compile(ctx context.Context, n *chain.Network) (*Model, error) {
	first, end := n.View.Range(graph.KindFirm)
	m := &Model{network: n, outputs: make([][]int32, end-first), first: first}
	for i := range n.Parts {
		if p := &n.Parts[i]; p.Kind == chain.Output && !p.Gone {
			m.outputs[p.Firm-first] = append(m.outputs[p.Firm-first], int32(i))
		}
	}
	var err error
	if m.least, err = write(n, best).compile(ctx); err != nil {
		return nil, err
	}
	if m.most, err = write(n, worst).compile(ctx); err != nil {
		return nil, err
	}
	m.pool.New = func() any {
		return &scratch{least: newWork(m.least), most: newWork(m.most), tier: make([]int32, len(n.Parts))}
	}
	return m, nil
}

// Network is the network that the model was compiled from.
func (m *Model) Network() *chain.Network { return m.network }

// write turns a network into equations for one end. among is the rule where the record does not say which it is: of several outputs that
// may serve a line, of several grades that a maker of a class may make.
func write(n *chain.Network, among rule) *equations {
	e := &equations{}
	for i := range n.Parts {
		switch p := &n.Parts[i]; {
		case p.Kind == chain.Line:
			e.add(sum)
		case p.Any && n.View.Requirement(p.Item).Grades:
			e.add(among)
		case p.Any:
			e.add(best)
		default:
			e.add(worst)
		}
	}
	for i := range n.Parts {
		p := &n.Parts[i]
		for _, need := range p.Needs {
			e.depend(int32(i), need.Part, 1)
		}
		if p.Kind == chain.Line {
			writeLine(e, int32(i), p, among)
		}
	}
	return e
}

func writeLine(e *equations, line int32, p *chain.Part, among rule) {
	var unstated []int32
	for i := range p.Suppliers {
		s := &p.Suppliers[i]
		switch share, stated := Stated(s); {
		case stated && share > 0:
			e.depend(line, supplierNode(e, s, among), share)
		case !stated && among == worst:
			unstated = append(unstated, supplierNode(e, s, among))
		}
	}
	rest := Rest(p)
	if rest == 0 || len(unstated) == 0 {
		return
	}
	hit := unstated[0]
	if len(unstated) > 1 {
		hit = e.add(worst)
		for _, u := range unstated {
			e.depend(hit, u, 1)
		}
	}
	e.depend(line, hit, rest)
}

// Stated is the share of a supplier of a line, where it is on record for this very item.
func Stated(s *chain.Supplier) (share float64, ok bool) {
	return s.Share, s.Stated() && !s.Possible
}

// Rest is the part of a line that no stated share covers; 0 where rounding alone leaves it.
func Rest(p *chain.Part) float64 {
	left := 1.0
	for i := range p.Suppliers {
		if share, ok := Stated(&p.Suppliers[i]); ok {
			left -= share
		}
	}
	if left < 1e-12 {
		return 0
	}
	return left
}

func supplierNode(e *equations, s *chain.Supplier, among rule) int32 {
	if len(s.Outputs) == 1 {
		return s.Outputs[0]
	}
	node := e.add(among)
	for _, o := range s.Outputs {
		e.depend(node, o, 1)
	}
	return node
}

// Unknown is the part of a line that no stated share covers; of an output or step that of its needs with most of it, or with least
// where any one input suffices.
func (m *Model) Unknown(part int32) float64 {
	p := &m.network.Parts[part]
	switch {
	case p.Kind == chain.Line:
		return Rest(p)
	case p.Terminal:
		return 0
	case len(p.Needs) == 0:
		return 1
	}
	x, choice := m.Unknown(p.Needs[0].Part), p.Any && !m.network.View.Requirement(p.Item).Grades
	for _, need := range p.Needs[1:] {
		if u := m.Unknown(need.Part); choice {
			x = min(x, u)
		} else {
			x = max(x, u)
		}
	}
	return x
}

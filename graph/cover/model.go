package cover

import (
	"context"
	"sync"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

// Model is a network with its stocks and lead times, made ready for losses. It never changes, so any number of readers may ask it at
// the same time. Node i of both systems is part i of the network.
type Model struct {
	shocks  *shock.Model
	network *chain.Network
	assumed Assumptions
	record  *record
	held    [][][]Crossing       // by line and supplier
	bought  map[int32][]Crossing // by line without a seller on record
	ends    [2]*system
	runs    [2]sync.Pool // of *run
}

// Compile makes a network ready, that of a view before its losses (see shock.Before), in O(parts + links). The error names an assumption
// that makes no sense, or is the context's.
func Compile(ctx context.Context, m *shock.Model, a Assumptions) (*Model, error) {
	if err := a.check(); err != nil {
		return nil, err
	}
	model := &Model{shocks: m, network: m.Network(), assumed: a}
	model.record = newRecord(model.network, &model.assumed)
	if err := model.read(ctx); err != nil {
		return nil, err
	}
	for _, e := range []end{early, late} {
		equations, err := model.write(ctx, e)
		if err != nil {
			return nil, err
		}
		s, err := equations.compile()
		if err != nil {
			return nil, err
		}
		model.ends[e], model.runs[e].New = s, func() any { return newRun(s) }
	}
	return model, nil
}

// Network is the network that the model was compiled from.
func (m *Model) Network() *chain.Network { return m.network }

// write turns the network into equations for one end. As in package shock the early end takes the worst, and the late end the best, of
// what the record leaves open: several outputs that may serve a line, several grades that a maker of a class may make.
func (m *Model) write(ctx context.Context, e end) (*equations, error) {
	out := &equations{}
	among := least
	if e == late {
		among = most
	}
	for i := range m.network.Parts {
		switch p := &m.network.Parts[i]; {
		case p.Kind == chain.Line:
			out.stock(e.of(m.record.cover(p.Firm, p.Item).Range), nobody)
		case p.Any && m.network.View.Requirement(p.Item).Grades:
			out.add(among)
		case p.Any:
			out.add(most)
		default:
			out.add(least)
		}
	}
	for i := range m.network.Parts {
		if i%4096 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		p := &m.network.Parts[i]
		for _, need := range p.Needs {
			out.depend(int32(i), need.Part, 1, 0, nil)
		}
		if p.Kind == chain.Line {
			w := &lineWriter{m, out, e, among, int32(i), p}
			w.write()
		}
	}
	return out, nil
}

// lineWriter writes who serves a line.
type lineWriter struct {
	m     *Model
	out   *equations
	end   end
	among rule
	line  int32
	part  *chain.Part
}

func (w *lineWriter) write() {
	if law := w.m.bought[w.line]; law != nil {
		way := w.end.days(w.m.fromMarket(w.part).Range)
		for _, p := range w.end.pieces(way, way, law, w.m.asOf()) {
			w.out.depend(w.line, nobody, 1, p.delay, p.open)
		}
		return
	}
	rest, scale := w.rest()
	var unstated []int32
	for i := range w.part.Suppliers {
		s := &w.part.Suppliers[i]
		switch share, stated := shock.Stated(s); {
		case stated && share > 0:
			w.serve(w.line, i, share*scale)
		case !stated && rest > 0 && (w.end == early || w.m.assumed.Closed):
			relay := w.out.stock(0, nobody) // what arrives of it, at most its part of a day's need, without a stock of its own
			w.serve(relay, i, 1)
			unstated = append(unstated, relay)
		}
	}
	served := int32(nobody)
	if len(unstated) > 0 {
		served = unstated[0]
	}
	if len(unstated) > 1 {
		served = w.out.add(w.among)
		for _, u := range unstated {
			w.out.depend(served, u, 1, 0, nil)
		}
	}
	if rest > 0 {
		w.out.depend(w.line, served, rest, 0, nil)
	}
}

// rest is the part of a line that no stated share covers. Where the sellers are taken as complete and all of them state a share, there
// is none: their shares are scaled to the whole.
func (w *lineWriter) rest() (rest, scale float64) {
	rest = shock.Rest(w.part)
	if !w.m.assumed.Closed || rest == 0 || rest >= 1 {
		return rest, 1
	}
	for i := range w.part.Suppliers {
		if _, stated := shock.Stated(&w.part.Suppliers[i]); !stated {
			return rest, 1
		}
	}
	return 0, 1 / (1 - rest)
}

// serve lets a supplier serve a node.
func (w *lineWriter) serve(node int32, supplier int, share float64) {
	s := &w.part.Suppliers[supplier]
	from := s.Outputs[0]
	if len(s.Outputs) > 1 {
		from = w.out.add(w.among)
		for _, o := range s.Outputs {
			w.out.depend(from, o, 1, 0, nil)
		}
	}
	lead, way := w.m.record.lead(w.m.network, w.part.Firm, s)
	for _, p := range w.end.pieces(w.end.days(lead.Range), w.end.days(way.Range), w.m.crossings(w.line, supplier), w.m.network.View.AsOf) {
		w.out.depend(node, from, share, p.delay, p.open)
	}
}

// Cover is how many days of need the firm of a line has in stock, and what says so.
func (m *Model) Cover(line int32) Figure {
	p := &m.network.Parts[line]
	return m.record.cover(p.Firm, p.Item)
}

// Lead is how many days a loss at a supplier of a line takes to be felt, and what says so; way is the part of it after the border, for what
// the law holds back.
func (m *Model) Lead(line int32, supplier int) (lead, way Figure) {
	p := &m.network.Parts[line]
	return m.record.lead(m.network, p.Firm, &p.Suppliers[supplier])
}

// asOf is day 0.
func (m *Model) asOf() graph.Day { return m.network.View.AsOf }

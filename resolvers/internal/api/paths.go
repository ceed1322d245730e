package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/path"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// mostPaths is how many paths can be asked for; mostHops how many steps of one.
const (
	mostPaths = 20
	mostHops  = 64
)

// EvidencePaths are the best paths behind one dependence.
type EvidencePaths struct {
	Nodes     []*EvidencePath
	Coverage  float64
	Truncated bool
}

// EvidencePath is a chain of steps from the target to the subject.
type EvidencePath struct {
	Length       int
	Contribution float64

	world *World
	hops  []path.Hop
}

// PathHop is one step of a path.
type PathHop struct {
	Kind       path.HopKind
	From, To   Node
	Item       Item
	Share      *float64
	Stated     bool
	Confidence *graph.Confidence
	Source     *Source

	world *World
	rows  []graph.RowRef
}

// Paths gives the best paths from a target to a firm or item.
func (v *View) Paths(ctx context.Context, from TargetInput, to string, element *string, first int) (*EvidencePaths, error) {
	w := v.world
	target, err := w.target(ctx, "from", from)
	if err != nil {
		return nil, err
	}
	only, err := w.maybeElement(element)
	if err != nil {
		return nil, err
	}
	n, err := find(w.Snapshot, to, subjects)
	if err != nil {
		return nil, err
	}
	answer, err := w.Ask(ctx, target, only, false)
	if err != nil {
		return nil, err
	}
	e := &Exposure{world: w, answer: answer}
	if w.IsItem(n) {
		row := answer.Item(n)
		e.item = &row
	} else {
		rows, err := answer.firmRows(ctx, []graph.Node{n})
		if err != nil {
			return nil, err
		}
		e.firm = &rows[0]
	}
	return e.Paths(ctx, first)
}

// Paths gives the best paths from the target to the subject.
func (e *Exposure) Paths(ctx context.Context, first int) (*EvidencePaths, error) {
	if first < 0 || first > mostPaths {
		return nil, apierror.BadInput("first", "is outside 0 to 20", "Ask for at most 20 paths.")
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err := e.ofShipments("paths"); err != nil {
		return nil, err
	}
	a := e.answer
	q := path.Question{Network: a.Network, Target: a.Target, Market: a.Market, Limit: first}
	if h := a.Question.Holding; h != nil {
		q.Asks = func(item graph.Node) bool { return h.Present[item] || h.Mass[item].Known() && h.Mass[item].High > 0 }
	}
	var found *path.Evidence
	var err error
	switch {
	case e.item != nil && e.world.InChain(e.item.Item):
		found, err = path.ExplainItem(ctx, q, e.item.Item)
	case e.firm != nil && e.firm.Line != nil:
		line := e.firm.Line
		q.Root, q.Subject = line.Part, e.firm.Subject
		q.AcrossMarket = line.Verdict == exposure.Implied || line.Verdict == exposure.Undecided
		found, err = path.Explain(ctx, q)
	default:
		found = &path.Evidence{Coverage: 1} // nothing on record to walk
	}
	if err != nil {
		return nil, err
	}
	return e.world.evidence(found), nil
}

func (w *World) evidence(found *path.Evidence) *EvidencePaths {
	out := &EvidencePaths{Nodes: make([]*EvidencePath, len(found.Paths)), Coverage: found.Coverage, Truncated: found.Truncated}
	for i, p := range found.Paths {
		out.Nodes[i] = &EvidencePath{len(p.Hops), p.Contribution, w, p.Hops}
	}
	return out
}

// Hops lists the steps.
func (p *EvidencePath) Hops(first int) ([]*PathHop, error) {
	if first < 0 || first > mostHops {
		return nil, apierror.BadInput("first", "is outside 0 to 64", "Ask for at most 64 steps.")
	}
	var hops []*PathHop
	for i := range head(p.hops, first) {
		hops = append(hops, p.world.hop(&p.hops[i]))
	}
	return hops, nil
}

// hop takes the source of the first row that has one, and the weakest confidence of its rows.
func (w *World) hop(h *path.Hop) *PathHop {
	out := &PathHop{Kind: h.Kind, From: w.wrap(h.From), To: w.wrap(h.To), Item: w.item(h.Item), Share: finite(h.Share), Stated: h.Stated, world: w, rows: h.Rows}
	for _, ref := range h.Rows {
		r := w.View.Receipt(ref)
		if out.Source == nil && r.Source != graph.NoNode {
			out.Source = w.source(r.Source)
		}
		if c := r.Confidence; c != "" && (out.Confidence == nil || c.Rank() < out.Confidence.Rank()) {
			out.Confidence = &c
		}
	}
	return out
}

// Rows opens the rows that say so.
func (h *PathHop) Rows(first int) []*Row { return h.world.rows(h.rows, first) }

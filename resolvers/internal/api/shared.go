package api

import (
	"context"
	"errors"
	"strconv"

	"github.com/99designs/gqlgen/graphql"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/shared"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// SharedDependencies are what several subjects have in common upstream.
type SharedDependencies struct {
	Nodes      []*SharedDependency
	TotalCount int
	Measured   int
	LeftOut    int
	NotFound   []string
	Flags      []graph.Flag

	world    *World
	subjects []graph.Node
}

// SharedDependency is a node that several subjects reach.
type SharedDependency struct {
	Kind  shared.Kind
	Node  Node
	Stage *graph.Stage
	By    int
	Joint exposure.Share
	Cells []*SharedCell
}

// SharedCell is how much one subject depends on a node.
type SharedCell struct {
	Subject   Node
	Reaches   bool
	Verdict   *exposure.Verdict
	Certainty *exposure.Certainty
	Share     exposure.Share
	Tier      *int

	world   *World
	element graph.Node
	target  graph.Target
	node    graph.Node
}

// Shared finds what subjects have in common upstream.
func (v *View) Shared(ctx context.Context, of []string, to *TargetInput, element *string, kinds []shared.Kind, atLeast *int, first int) (*SharedDependencies, error) {
	w := v.world
	q := shared.Question{Kinds: kinds}
	if kinds != nil && len(kinds) == 0 {
		return nil, emptyList("kinds", "Leave kinds out to look for all kinds.")
	}
	var err error
	if to != nil {
		if q.Within, err = w.target(ctx, "to", *to); err != nil {
			return nil, err
		}
	}
	if q.Element, err = w.maybeElement(element); err != nil {
		return nil, err
	}
	who := &subject{notFound: []string{}}
	w.pick(who, of)
	for _, missing := range who.missing {
		graphql.AddError(ctx, missing)
	}
	q.Subjects = who.inOrder
	if atLeast != nil {
		if q.AtLeast = *atLeast; q.AtLeast == 0 {
			q.AtLeast = -1
		}
	}
	found, err := w.shared(ctx, q)
	switch {
	case errors.Is(err, shared.ErrSubjects):
		return nil, apierror.BadInput("of", "names "+strconv.Itoa(len(q.Subjects))+" firms and items that are known, not 2 to 64", "Name at least two, each once.")
	case errors.Is(err, shared.ErrAtLeast):
		return nil, apierror.BadInput("atLeast", "is outside 2 to "+strconv.Itoa(len(q.Subjects)), "Leave it out to ask what all of them share.")
	case err != nil:
		return nil, err
	}
	out := &SharedDependencies{Nodes: []*SharedDependency{}, TotalCount: len(found.Nodes), Measured: found.Measured, LeftOut: found.LeftOut, NotFound: who.notFound,
		Flags: w.View.Flags(), world: w, subjects: q.Subjects}
	for i := range head(found.Nodes, first) {
		out.Nodes = append(out.Nodes, w.sharedDependency(&found.Nodes[i], q.Element))
	}
	return out, nil
}

// shared asks the room in the network compiled for the element.
func (w *World) shared(ctx context.Context, q shared.Question) (*shared.Shared, error) {
	var err error
	if q.Model, err = w.model(ctx, shape{q.Element, false, graph.NoNode}); err != nil {
		return nil, err
	}
	if q.Figures, err = w.Figures(ctx); err != nil {
		return nil, err
	}
	if q.Element != graph.NoNode {
		h, err := w.holding(ctx, q.Element)
		if err != nil {
			return nil, err
		}
		q.Holds = func(item graph.Node) bool { return h.Present[item] || h.Mass[item].Known() && h.Mass[item].High > 0 }
	}
	return shared.Find(ctx, q)
}

func (w *World) sharedDependency(d *shared.Dependency, element graph.Node) *SharedDependency {
	out := &SharedDependency{Kind: d.Kind, Node: w.wrap(d.Node.Node), Stage: word(d.Stage), By: d.By, Joint: d.Joint}
	for _, c := range d.Cells {
		cell := &SharedCell{Subject: w.wrap(c.Subject), Reaches: c.Reaches, Verdict: word(c.Verdict), Certainty: word(c.Certainty), Share: c.Share, Tier: links(c.Tier),
			world: w, element: element, target: d.Target, node: c.Subject}
		out.Cells = append(out.Cells, cell)
	}
	return out
}

// Subjects are those asked about, in the order of the cells.
func (s *SharedDependencies) Subjects() []Node {
	out := make([]Node, len(s.subjects))
	for i, n := range s.subjects {
		out[i] = s.world.wrap(n)
	}
	return out
}

// Complete tells whether nothing was left out.
func (s *SharedDependencies) Complete() bool { return s.LeftOut == 0 }

// Exposure opens the dependence, with its paths and rows; nil for items, which are needed by recipe.
func (c *SharedCell) Exposure(ctx context.Context) (*Exposure, error) {
	if c.target.IsEmpty() {
		return nil, nil
	}
	answer, err := c.world.Ask(ctx, c.target, c.element, false)
	if err != nil {
		return nil, err
	}
	if c.world.IsItem(c.node) {
		row := answer.Item(c.node)
		return c.world.exposure(answer, &standing{item: &row}), nil
	}
	rows, err := answer.firmRows(ctx, []graph.Node{c.node})
	if err != nil {
		return nil, err
	}
	return c.world.exposure(answer, &standing{firm: &rows[0]}), nil
}

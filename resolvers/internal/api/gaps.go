package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph/exposure"
)

// Gaps are the missing facts behind a firm's dependence.
type Gaps struct {
	Nodes    []*Gap
	Complete bool
}

// Gap is a missing fact.
type Gap struct {
	exposure.Gap

	world *World
}

// Gaps ranks the missing facts behind a firm's dependence on a target.
func (v *View) Gaps(ctx context.Context, of string, to TargetInput, element *string, first int) (*Gaps, error) {
	w := v.world
	target, err := w.target(ctx, "to", to)
	if err != nil {
		return nil, err
	}
	only, err := w.maybeElement(element)
	if err != nil {
		return nil, err
	}
	firm, err := find(w.Snapshot, of, firms)
	if err != nil {
		return nil, err
	}
	answer, err := w.Ask(ctx, target, only, false)
	if err != nil {
		return nil, err
	}
	found, complete, err := answer.Gaps(ctx, firm, first)
	if err != nil {
		return nil, err
	}
	out := &Gaps{Nodes: []*Gap{}, Complete: complete}
	for _, g := range found {
		out.Nodes = append(out.Nodes, &Gap{g, w})
	}
	return out, nil
}

// Firm is whose fact is missing.
func (g *Gap) Firm() *Firm { return g.world.firm(g.Gap.Firm) }

// Item is what the fact is about.
func (g *Gap) Item() Item { return g.world.item(g.Gap.Item) }

// Rows opens the rows that the fact would complete.
func (g *Gap) Rows(first int) []*Row { return g.world.rows(g.Gap.Rows, first) }

package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
)

// Flip says on which stated share or figure a verdict hangs.
type Flip struct {
	Nearest  *FlipPoint
	Tried    int
	Complete bool
}

// FlipPoint is the share at which a verdict changes while all else stays.
type FlipPoint struct {
	exposure.FlipPoint

	world *World
}

// Flip finds the stated share or figure that least has to be other than stated for the verdict to change.
func (e *Exposure) Flip(ctx context.Context) (*Flip, error) {
	if e.firm == nil {
		return nil, nil
	}
	if err := e.ofShipments("flip"); err != nil {
		return nil, err
	}
	found, err := e.answer.Flip(ctx, e.firm.Subject)
	if err != nil {
		return nil, err
	}
	out := &Flip{Tried: found.Tried, Complete: found.Complete}
	if found.Nearest != nil {
		out.Nearest = &FlipPoint{*found.Nearest, e.world}
	}
	return out, nil
}

// Buyer is whose purchases the share is of; nil for a figure.
func (p *FlipPoint) Buyer() *Firm { return p.maybeFirm(p.Firm) }

// Seller is whose sales the share is of; nil for a figure.
func (p *FlipPoint) Seller() *Firm { return p.maybeFirm(p.FlipPoint.Seller) }

func (p *FlipPoint) maybeFirm(n graph.Node) *Firm {
	if n == graph.NoNode {
		return nil
	}
	return p.world.firm(n)
}

// Item is what is bought, or what the figure is published for.
func (p *FlipPoint) Item() Node { return p.world.wrap(p.FlipPoint.Item) }

// Stage is the step of the chain of the figure, or of what is bought; nil where it has none.
func (p *FlipPoint) Stage() *graph.Stage { return word(p.FlipPoint.Stage) }

// Figure is the publication; nil for a stated share of a purchase.
func (p *FlipPoint) Figure() *Source {
	if p.FlipPoint.Figure == nil {
		return nil
	}
	return p.world.source(p.FlipPoint.Figure.Source)
}

// Rows opens the rows that state the share.
func (p *FlipPoint) Rows(first int) []*Row { return p.world.rows(p.FlipPoint.Rows, first) }

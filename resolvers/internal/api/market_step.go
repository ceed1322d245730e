package api

import (
	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
)

// MarketStep is a step of a recipe at which the target has a known part of the world market.
type MarketStep struct {
	Item       Item
	Stage      graph.Stage
	Share      float64
	Lowest     float64
	Most       float64
	Year       int
	Source     *Source
	Under      Node
	Covered    float64
	Confidence graph.Confidence
	Others     int
	Flags      []graph.Flag

	world *World
	rows  []graph.RowRef
}

// Steps lists the steps of the recipe at which a figure gives the target's part of the world market.
func (e *Exposure) Steps(first int) []*MarketStep {
	found := e.marketSteps()
	var steps []*MarketStep
	for i := range head(found, first) {
		steps = append(steps, e.world.marketStep(&found[i]))
	}
	return steps
}

func (e *Exposure) marketSteps() []exposure.MarketStep {
	switch {
	case e.item != nil:
		return e.item.Steps
	case e.firm.Line != nil:
		return e.answer.MarketSteps(e.firm.Line.Item)
	}
	return nil
}

func (w *World) marketStep(s *exposure.MarketStep) *MarketStep {
	f := s.Figure
	step := &MarketStep{
		Item: w.item(s.Item), Stage: f.Stage, Share: s.Share, Lowest: s.Lowest, Most: s.Most, Year: f.Year, Source: w.source(f.Source),
		Under: w.wrap(f.Under), Covered: f.Covered, Confidence: f.Confidence, Others: len(f.Others), Flags: f.Flags, world: w,
	}
	for _, row := range f.Rows {
		step.rows = append(step.rows, w.Shares.Row(row))
	}
	return step
}

// Rows opens the rows of the publication.
func (s *MarketStep) Rows(first int) []*Row { return s.world.rows(s.rows, first) }

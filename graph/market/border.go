package market

import (
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Passing says how far what leaves a country is in a target: 0 where nothing stands in its way, 1 where it surely counts.
type Passing struct {
	Low, Estimate, High float64
	Flags               graph.Flags
}

// border is what a solution asks of goods that leave a country.
type border struct {
	shares  []float64 // by item: the part of the world market that is made in the country; NaN where nobody says
	figures []*Figure // by item: who says so
	inputs  []Value   // by item: what it requires, without what leaves the country
}

// SolveBorder works out, for all items at once, how far a need met in the world market depends on goods that leave a country. The target
// names that country, by location; its stages and items narrow what counts. Abroad says of an item how far what leaves for anywhere abroad
// counts. With c the country's share of the world market of an item and s how far what leaves it counts, a buyer abroad meets
//
//	M = c·s + (1 − c)·U        U: the worst M over what the item requires, in the hands of makers abroad
//
// since what is made in the country is made of what never left it. Where c is not known, M lies between the least and the largest of s and
// U, and the estimate is U. The error is the context's.
func SolveBorder(ctx context.Context, x *Index, target *graph.TargetSet, element graph.Node, abroad func(item graph.Node) Passing) (*Solution, error) {
	n := x.v.Items()
	s := &Solution{Values: make([]Value, n), index: x, target: target, element: element,
		border: &border{make([]float64, n), make([]*Figure, n), make([]Value, n)}}
	for i, item := range x.v.Order() {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if !x.v.InChain(item) {
			continue
		}
		s.findShare(item)
		in := &s.border.inputs[item]
		in.Figure = s.border.figures[item] // a grade that stands for a class with a figure is made, not bought
		in.up = s.up(in, item)
		at := Passing{}
		if s.counts(item) {
			at = abroad(item)
		}
		s.Values[item] = s.Passing(item, at)
	}
	return s, nil
}

// findShare finds the part of the world market of an item that is made in the country: the largest of the figures that stand.
func (s *Solution) findShare(item graph.Node) {
	b := s.border
	b.shares[item] = math.NaN()
	for _, stage := range s.index.Stages(item) {
		if stage == "" {
			continue
		}
		for _, f := range s.index.Find(stage, item, s.element) {
			if share, ok := s.shareOf(&f); ok && !(share <= b.shares[item]) {
				figure := f
				b.shares[item], b.figures[item] = share, &figure
			}
		}
	}
}

// counts tells whether what leaves the country of an item may be in the target.
func (s *Solution) counts(item graph.Node) bool {
	return s.target.HasItem(item) && slices.ContainsFunc(s.index.Stages(item), func(stage graph.Stage) bool {
		return stage != "" && s.target.HasStage(stage)
	})
}

// Passing is what a buyer meets of an item when what leaves the country for it counts so far; zero for a buyer in the country. Only
// for solutions of SolveBorder.
func (s *Solution) Passing(item graph.Node, at Passing) Value {
	if !s.counts(item) {
		at = Passing{}
	}
	c, in := s.border.shares[item], &s.border.inputs[item]
	up := in.up
	out := Value{Worst: -1, Requirement: in.Requirement, up: up}
	if math.IsNaN(c) {
		out.Low, out.Estimate, out.High, out.Resolved = min(at.Low, up.low), up.estimate, max(at.High, up.high), up.resolved
		if at.High > 0 {
			if out.Here = math.NaN(); out.Estimate == 0 {
				out.Resolved = 0
			}
		}
	} else {
		join := func(here, up float64) float64 { return c*here + (1-c)*up }
		out.Low, out.Estimate, out.High, out.Resolved = join(at.Low, up.low), join(at.Estimate, up.estimate), join(at.High, up.high), join(1, up.resolved)
		if out.Here = c * at.Estimate; at.High > 0 {
			out.Figure = s.border.figures[item]
			out.Flags = out.Figure.Flags.With(at.Flags...)
		}
	}
	if up.estimate > 0 {
		out.Worst, out.Flags = in.Worst, out.Flags.With(in.Flags...)
	}
	return out
}

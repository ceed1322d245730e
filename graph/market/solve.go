package market

import (
	"context"
	"math"

	"github.com/lodestone-graph/lodestone/graph"
)

// Value is the dependence of a need for an item on a target through the world market.
type Value struct {
	Low, Estimate, High float64
	Resolved            float64 // 1 when figures answer, 0 when nothing does
	Here                float64 // the targets' share of the item at its own stage; NaN when the target asks for it and no figure stands
	Figure              *Figure // the figure behind Here
	Worst               int     // the requirement that decides the estimate; -1 when the item's own stage does
	Requirement         graph.Requirement
	Flags               graph.Flags

	up part // what the requirements add, without the item's own stage
}

// Solution answers for every item of a view at once.
type Solution struct {
	Values  []Value // by item
	index   *Index
	target  *graph.TargetSet
	element graph.Node
	assumed *Publication // of which the target has the share supposed; nil: all are as published
	share   float64
	border  *border // of SolveBorder; nil elsewhere
}

// Of is the value of one item.
func (s *Solution) Of(item graph.Node) *Value { return &s.Values[item] }

// Solve works out the market dependence of all items on a target in one pass over the recipes. With element set, figures
// found by element are those of that element. The error is the context's.
func Solve(ctx context.Context, x *Index, target *graph.TargetSet, element graph.Node) (*Solution, error) {
	s := &Solution{Values: make([]Value, x.v.Items()), index: x, target: target, element: element}
	return s, s.solveAll(ctx)
}

// Suppose is the solution if the target had another share of one publication, between 0 and 1, wherever that publication stands. It
// costs as much as Solve. The error is the context's.
func (s *Solution) Suppose(ctx context.Context, p *Publication, share float64) (*Solution, error) {
	other := &Solution{Values: make([]Value, len(s.Values)), index: s.index, target: s.target, element: s.element, assumed: p, share: share}
	return other, other.solveAll(ctx)
}

func (s *Solution) solveAll(ctx context.Context) error {
	for i, item := range s.index.v.Order() {
		if i%1024 == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if s.index.v.InChain(item) {
			s.solve(item, s.element)
		}
	}
	return nil
}

// part is an interval with an estimate and how far it is resolved.
type part struct{ low, estimate, high, resolved float64 }

func (s *Solution) solve(item, element graph.Node) {
	value := &s.Values[item]
	value.Worst = -1
	here := s.here(value, item, element)
	up := s.up(value, item)
	value.up = up
	value.Low = max(here.low, up.low)
	value.High = min(1, here.high+up.high)
	value.Estimate = max(here.estimate, up.estimate)
	switch {
	case value.Estimate == 0:
		value.Resolved = min(here.resolved, up.resolved)
		value.Worst = -1
	case here.estimate >= up.estimate:
		value.Resolved, value.Worst = here.resolved, -1
	default:
		value.Resolved = up.resolved
	}
}

// here is the targets' share of the item at its own stage: the worst of the figures that stand, over the stages asked.
func (s *Solution) here(value *Value, item, element graph.Node) part {
	if !s.target.HasItem(item) {
		return part{resolved: 1}
	}
	asked, found := false, false
	for _, stage := range s.index.Stages(item) {
		if !s.target.HasStage(stage) || stage == "" {
			continue
		}
		asked = true
		for _, f := range s.index.Find(stage, item, element) {
			share, ok := s.shareOf(&f)
			if ok && (!found || share > value.Here) {
				figure := f
				value.Here, value.Figure, found = share, &figure, true
			}
		}
	}
	switch {
	case !asked:
		return part{resolved: 1}
	case !found:
		value.Here = math.NaN()
		return part{high: 1}
	}
	value.Flags = value.Flags.With(value.Figure.Flags...)
	if s.target.By != graph.ByLocation && len(s.target.Countries) > 0 {
		value.Flags = value.Flags.With(graph.FlagMarketByLocation)
	}
	return part{low: value.Here, estimate: value.Here, high: value.Here, resolved: 1}
}

// shareOf is the part of a publication that falls to the target. Firms, owners and plants take their capacity over the world
// total, where both are stated and the figure is the item's own.
func (s *Solution) shareOf(f *Figure) (float64, bool) {
	if s.assumed != nil && f.Publication == s.assumed {
		return s.share, true
	}
	if s.target.NamesPlaces() {
		return s.capacityShare(f)
	}
	v := s.index.v
	rows := v.Facts().MarketShares
	total, world := 0.0, 0.0
	for _, row := range f.Rows {
		country := v.Shares.From[row]
		left, ok := v.MarketLeft(country, f.Stage, f.Item)
		if !ok {
			f.Flags = f.Flags.With(graph.FlagMarketUnchanged)
		}
		share := rows[row].SharePercent.Value / 100 * left
		world += share
		if s.target.HasCountry(country) {
			total += share
		}
	}
	if world <= 0 && f.Covered > 0 {
		return 0, false // the scenario leaves nobody
	}
	if world != f.Covered { // a scenario took a part of the world away: what is left serves the whole need
		total *= f.Covered / world
	}
	return min(total, 1), true
}

// ShareIn is the part of a publication that falls to the countries of the target.
func (s *Solution) ShareIn(p *Publication) float64 {
	share, _ := s.shareOf(&Figure{Publication: p, Under: p.Item, Item: p.Item})
	return share
}

func (s *Solution) capacityShare(f *Figure) (float64, bool) {
	if f.Under != f.Item {
		return 0, false
	}
	world := s.worldTonnes(f)
	if world <= 0 {
		return 0, false
	}
	v, stated := s.index.v, false
	tonnes := 0.0
	for _, row := range v.Produces.In(f.Item) {
		facility := v.Produces.From[row]
		if !v.ProductionActive(row) || s.counted(facility, f.Item, row) {
			continue
		}
		capacity, _, ok := v.Capacity(facility, f.Item)
		if left := s.facilityLeft(facility, f.Item); ok && left > 0 {
			tonnes, stated = tonnes+capacity*left, true
		}
	}
	scenario := v.Scenario()
	for _, edit := range v.Added() {
		p := scenario[edit-1].Add.Plant
		if p == nil || p.Item != f.Item || math.IsNaN(p.Tonnes) {
			continue
		}
		at := p.Place(v, edit)
		if left := v.Left(p.Firm, p.Item, at); left > 0 && s.target.Member(p.Firm, p.Item, []graph.Place{at}).High > 0 {
			tonnes, stated = tonnes+p.Tonnes*left, true
		}
	}
	return min(tonnes/world, 1), stated
}

// counted tells whether an earlier row of the same plant and item was already taken.
func (s *Solution) counted(facility, item graph.Node, row int32) bool {
	for _, other := range s.index.v.Produces.Out(facility) {
		if other < row && s.index.v.Produces.To[other] == item && s.index.v.ProductionActive(other) {
			return true
		}
	}
	return false
}

// facilityLeft is what the scenario leaves of a plant's making of an item by operators in the target; 0 when it is not theirs.
func (s *Solution) facilityLeft(facility, item graph.Node) float64 {
	v, left := s.index.v, 0.0
	at := graph.Place{Facility: facility, Tonnes: math.NaN()}
	for _, row := range v.Operates.In(facility) {
		firm := v.Operates.From[row]
		if v.On(v.Operates.Table, row) && s.target.Member(firm, item, []graph.Place{at}).High > 0 {
			left = max(left, v.Left(firm, item, at))
		}
	}
	return left
}

// worldTonnes is the world total behind a publication: its tonnes over its shares, where a row states both.
func (s *Solution) worldTonnes(f *Figure) float64 {
	rows := s.index.v.Facts().MarketShares
	tonnes, share := 0.0, 0.0
	for _, row := range f.Rows {
		if r := rows[row]; r.Tonnes.Known && r.SharePercent.Value > 0 {
			tonnes += r.Tonnes.Value
			share += r.SharePercent.Value / 100
		}
	}
	if share == 0 {
		return 0
	}
	return tonnes / share
}

// up is the worst dependence over what the item requires, or over alternatives the least certain part and the mean estimate.
func (s *Solution) up(value *Value, item graph.Node) part {
	v := s.index.v
	value.Requirement = v.Requirement(item)
	inputs := value.Requirement.Inputs
	if len(inputs) == 0 {
		if s.index.ends(item) {
			return part{resolved: 1}
		}
		return part{high: 1}
	}
	parts := make([]part, len(inputs))
	for i, input := range inputs {
		parts[i] = s.partOf(input, value.Requirement.Grades && value.Figure != nil)
	}
	worst, at := combine(parts, value.Requirement.Any)
	value.Worst = at
	value.Flags = value.Flags.With(s.Values[inputs[at]].Flags...)
	return worst
}

// partOf is what a required input adds. A grade that stands for its class is made, not bought: where the class has a figure
// of its own, only what the grade requires counts.
func (s *Solution) partOf(input graph.Node, made bool) part {
	m := &s.Values[input]
	if made {
		return m.up
	}
	return part{m.Low, m.Estimate, m.High, m.Resolved}
}

// tie is the distance up to which estimates are equal.
const tie = 1e-9

// combine takes the worst of needs that are all required, or, of alternatives, the least low and the mean estimate. It also
// names the input that decides.
func combine(parts []part, alternatives bool) (part, int) {
	at := 0
	for i, p := range parts {
		if p.estimate > parts[at].estimate {
			at = i
		}
	}
	if alternatives {
		out := part{low: 1}
		n := float64(len(parts))
		for _, p := range parts {
			out.low, out.high = min(out.low, p.low), max(out.high, p.high)
			out.estimate += p.estimate / n
			out.resolved += p.resolved / n
		}
		return out, at
	}
	out := part{resolved: 1}
	for _, p := range parts {
		out.low, out.high, out.estimate = max(out.low, p.low), max(out.high, p.high), max(out.estimate, p.estimate)
		if p.estimate > parts[at].estimate-tie { // any of those that are equally large may be the worst
			out.resolved = min(out.resolved, p.resolved)
		}
	}
	return out, at
}

// ends tells whether an item without a recipe comes out of the ground or out of waste, so that nothing lies behind it.
func (x *Index) ends(item graph.Node) bool {
	if x.v.Stage(item) == graph.StageConcentration || x.v.IsScrap(item) {
		return true
	}
	for _, stage := range x.stages[item] {
		if stage == graph.StageMine {
			return true
		}
	}
	return false
}

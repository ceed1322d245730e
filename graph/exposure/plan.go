package exposure

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/lodestone-graph/lodestone/graph"
)

// Candidate is something that could be brought about: a plant or a sale, as edits of a scenario.
type Candidate struct {
	Row     graph.RowRef // the row of facilities or supplies that announces it, or any other the caller means
	Edits   []graph.Edit
	Undated bool // a sale without a start: it counts from the beginning
}

// Announced lists what is announced for the day of a view or before and does not count in it: sales that are only announced, and plants
// that are planned, under construction or ramping up and do not work yet, for all that the record says they will make. What is delayed by
// the view's scenario past the day is left out, and so are plants of which nothing says when they start, who runs them or what they make.
// They are in the order of their rows, sales first.
func Announced(v *graph.View) []Candidate {
	var out []Candidate
	for i := range v.Facts().Supplies {
		r, row := &v.Facts().Supplies[i], int32(i)
		announced := r.Status == graph.SupplyStatusAnnounced && v.On(v.Supplies.Table, row) && !v.SaleActive(row)
		if item := v.Sold.From[i]; announced && r.Start.First() <= v.AsOf && v.AsOf <= r.End.Last() && v.InChain(item) {
			share := math.NaN()
			if r.SharePercent.Known {
				share = r.SharePercent.Value / 100
			}
			sale := &graph.AddedSale{Supplier: v.Supplies.From[i], Buyer: v.Supplies.To[i], Item: item, Share: share}
			out = append(out, Candidate{v.Supplies.Row(row), []graph.Edit{{Add: &graph.Addition{Sale: sale, Start: r.Start.First()}}}, !r.Start.Known()})
		}
	}
	first, end := v.Range(graph.KindFacility)
	for plant := first; plant < end; plant++ {
		if c := announcedPlant(v, plant); len(c.Edits) > 0 {
			out = append(out, c)
		}
	}
	return out
}

func announcedPlant(v *graph.View, plant graph.Node) Candidate {
	f := v.Facility(plant)
	c := Candidate{Row: v.Row(plant)}
	coming := f.Status == graph.FacilityStatusPlanned || f.Status == graph.FacilityStatusConstruction || f.Status == graph.FacilityStatusRampUp
	if !coming || !f.StartYear.Known || v.PlantActive(plant) {
		return c
	}
	start := graph.NewDay(int(f.StartYear.Value), 1, 1+v.Delayed(plant))
	if start > v.AsOf {
		return c
	}
	for _, run := range v.Operates.In(plant) {
		if !v.On(v.Operates.Table, run) {
			continue
		}
		planned := map[graph.Node]int{}
		stake, _ := v.Stake(run)
		for _, row := range v.Produces.Out(plant) {
			item, r := v.Produces.To[row], &v.Facts().Produces[row]
			if !v.On(v.Produces.Table, row) || !v.InChain(item) {
				continue
			}
			tonnes := math.NaN()
			if r.CapacityTonnesPerYear.Known {
				tonnes = r.CapacityTonnesPerYear.Value
			}
			tonnes *= stake
			at, again := planned[item]
			if !again {
				at = len(c.Edits)
				planned[item] = at
				c.Edits = append(c.Edits, graph.Edit{Add: &graph.Addition{Start: start, Plant: &graph.AddedPlant{
					Firm: v.Operates.From[run], Item: item, Country: v.CountryOf(plant), Site: plant, Tonnes: tonnes}}})
			}
			if due := !r.Year.Known || int(r.Year.Value) <= v.AsOf.Year(); due && !math.IsNaN(tonnes) { // the latest figure for the day
				c.Edits[at].Add.Plant.Tonnes = tonnes
			}
		}
	}
	return c
}

// Plan says which candidates lower the estimates of subjects most.
type Plan struct {
	Steps   []PlanStep  // in the order in which they were chosen
	Before  float64     // the sum of the subjects' estimates without any
	After   float64     // with all steps
	Counted int         // subjects whose estimate is known before; the others do not count
	Tried   int         // solves; candidates that touch no firm in the chains of the subjects are told without
	View    *graph.View // with the steps as edits
}

// PlanStep is a candidate that was chosen.
type PlanStep struct {
	Candidate int // its place among the candidates
	Cut       float64
}

// ErrPlanSize is a number of steps below 1.
var ErrPlanSize = errors.New("a plan has at least one step")

// Best chooses up to k candidates that lower the sum of the estimates of subjects, firms and items, most on the day of the view, one after
// another: each time the one that lowers it most beside those chosen before; of equals the one that lowers the estimates of the firms'
// needs most, then the first. It stops where none lowers either. One step is the best there is; of several, other choices may be better
// together, as when a plant needs a sale to be of use. An estimate that becomes unknown counts as before. Items meet the world market,
// whose shares no plant or sale changes. Every choice is solved exactly: k · candidates solves at most. The error is the
// context's, ErrPlanSize, or names the candidate whose edits are refused.
func Best(ctx context.Context, v *graph.View, q Question, subjects []graph.Node, k int, candidates []Candidate) (*Plan, error) {
	if k < 1 {
		return nil, ErrPlanSize
	}
	a, err := askView(ctx, v, q)
	if err != nil {
		return nil, err
	}
	p := &planner{subjects: subjects}
	p.base = p.rows(a)
	at := p.weigh(p.base)
	plan := &Plan{Before: at.sum, After: at.sum, View: v}
	for _, row := range p.base {
		if !math.IsNaN(row.sum) {
			plan.Counted++
		}
	}
	chosen := make([]bool, len(candidates))
	for len(plan.Steps) < k {
		best, bestAnswer, bestAt := -1, (*Answer)(nil), at
		touched := a.chainFirms(subjects)
		for i := range candidates {
			if chosen[i] {
				continue
			}
			with, err := plan.View.With(candidates[i].Edits...)
			if err != nil {
				return nil, fmt.Errorf("candidate %d: %w", i, err)
			}
			if a.untouched(candidates[i].Edits, touched) {
				continue
			}
			b, err := askView(ctx, with, q)
			if err != nil {
				return nil, err
			}
			plan.Tried++
			if of := p.weigh(p.rows(b)); of.below(bestAt) {
				best, bestAnswer, bestAt = i, b, of
			}
		}
		if best < 0 {
			break
		}
		chosen[best], a = true, bestAnswer
		plan.Steps = append(plan.Steps, PlanStep{best, at.sum - bestAt.sum})
		plan.View, plan.After, at = a.Network.View, bestAt.sum, bestAt
	}
	return plan, nil
}

// chainFirms lists the firms of which anything can bear on the subjects: the firms among them, whom these hold, and their sellers, on and on.
func (a *Answer) chainFirms(subjects []graph.Node) map[graph.Node]bool {
	seen := map[graph.Node]bool{}
	var queue []graph.Node
	add := func(f graph.Node) {
		if !seen[f] {
			seen[f], queue = true, append(queue, f)
		}
	}
	for _, n := range subjects {
		if !a.Network.View.IsItem(n) {
			add(n)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, h := range a.Network.Held(queue[0]) {
			add(h.Firm)
		}
		for _, p := range a.Network.Of(queue[0]) {
			part := &a.Network.Parts[p]
			for i := range part.Suppliers {
				add(part.Suppliers[i].Firm)
				for _, o := range part.Suppliers[i].Outputs {
					add(a.Network.Parts[o].Firm)
				}
			}
		}
	}
	return seen
}

// untouched tells whether edits add sales and plants alone, of firms that bear on nobody asked about. Where the target names firms or
// plants, an added plant also shows in the world market.
func (a *Answer) untouched(edits []graph.Edit, touched map[graph.Node]bool) bool {
	for i := range edits {
		switch add := edits[i].Add; {
		case add == nil || a.Target.NamesPlaces():
			return false
		case add.Sale != nil && (touched[add.Sale.Supplier] || touched[add.Sale.Buyer]):
			return false
		case add.Plant != nil && touched[add.Plant.Firm]:
			return false
		}
	}
	return true
}

// planner weighs answers against the one without any candidate.
type planner struct {
	subjects []graph.Node
	base     []estimates
}

// estimates are those of a firm, or of many: of the deciding lines, and the means over all lines.
type estimates struct{ sum, lines float64 }

const noCut = 1e-12

// below tells whether estimates are lower than others, those of deciding lines first.
func (e estimates) below(other estimates) bool {
	if math.Abs(e.sum-other.sum) > noCut {
		return e.sum < other.sum
	}
	return e.lines < other.lines-noCut
}

func (p *planner) rows(a *Answer) []estimates {
	out := make([]estimates, len(p.subjects))
	for i, n := range p.subjects {
		if a.Network.View.IsItem(n) {
			out[i].sum = a.Item(n).Share.Estimate
			continue
		}
		row := a.Firm(n)
		out[i].sum = row.Share().Estimate
		known := 0.0
		for j := range row.Lines {
			if e := row.Lines[j].Share.Estimate; !math.IsNaN(e) {
				out[i].lines, known = out[i].lines+e, known+1
			}
		}
		out[i].lines /= max(known, 1)
	}
	return out
}

// weigh adds up the subjects that have an estimate in the base.
func (p *planner) weigh(rows []estimates) estimates {
	var total estimates
	for i, row := range rows {
		switch {
		case math.IsNaN(p.base[i].sum):
			continue
		case math.IsNaN(row.sum):
			row = p.base[i]
		}
		total.sum, total.lines = total.sum+row.sum, total.lines+row.lines
	}
	return total
}

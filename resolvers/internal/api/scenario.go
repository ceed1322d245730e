package api

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// mostEdits bounds a scenario.
const mostEdits = 100

// Edit is one step of a scenario.
type Edit struct {
	Remove *TargetInput
	Limit  *LimitInput
	Add    *AddInput
	Delay  *DelayInput

	Control *ControlEditInput
	Licence *LicenceEditInput
}

// LimitInput scales what the outputs in a target can make.
type LimitInput struct {
	Target TargetInput
	Factor float64
}

// AddInput adds a sale or a plant.
type AddInput struct {
	Sale  *AddedSaleInput
	Plant *AddedPlantInput
}

// AddedSaleInput is a sale that is not on record.
type AddedSaleInput struct {
	Supplier, Buyer, Item string
	Share                 *float64
	Start                 *graph.Day
}

// AddedPlantInput is a plant that is not on record.
type AddedPlantInput struct {
	Firm, Item, Country string
	Tonnes              *float64
	Start               *graph.Day
}

// DelayInput lets announced plants start later.
type DelayInput struct {
	Target TargetInput
	Days   int
}

// AppliedEdit is an edit of a view's scenario as it was understood.
type AppliedEdit struct {
	Number int
	Text   string
}

// Scenario resolves the ids of edits in a view. The error is NOT_FOUND or BAD_INPUT.
func (w *World) Scenario(ctx context.Context, edits []*Edit) ([]graph.Edit, error) {
	if len(edits) > mostEdits {
		return nil, apierror.BadInput("scenario", "has more than 100 edits", "Join targets: the values of a condition are alternatives.")
	}
	out := make([]graph.Edit, len(edits))
	for i := range edits {
		var err error
		if out[i], err = w.edit(ctx, "scenario["+strconv.Itoa(i)+"]", edits[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (w *World) edit(ctx context.Context, argument string, e *Edit) (out graph.Edit, err error) {
	target := func(name string, t TargetInput) graph.Target {
		var resolved graph.Target
		if err == nil {
			resolved, err = w.target(ctx, argument+"."+name, t)
		}
		return resolved
	}
	switch {
	case e.Remove != nil:
		t := target("remove", *e.Remove)
		out.Remove = &t
	case e.Limit != nil:
		out.Limit = &graph.Limit{Target: target("limit.target", e.Limit.Target), Factor: e.Limit.Factor}
	case e.Delay != nil:
		out.Delay = &graph.Delay{Target: target("delay.target", e.Delay.Target), Days: e.Delay.Days}
	case e.Add != nil:
		out.Add, err = w.addition(ctx, e.Add)
	case e.Control != nil:
		out.Control, err = w.controlChange(ctx, argument, e.Control)
	case e.Licence != nil:
		out.Licence, err = w.licenceChange(ctx, e.Licence)
	}
	return out, err
}

func (w *World) addition(ctx context.Context, a *AddInput) (*graph.Addition, error) {
	f := &finder{ctx: ctx, world: w}
	out := &graph.Addition{Start: graph.MinDay}
	start := func(day *graph.Day) {
		if day != nil {
			out.Start = *day
		}
	}
	switch {
	case a.Sale != nil:
		s := a.Sale
		out.Sale = &graph.AddedSale{Supplier: f.node(s.Supplier, firms), Buyer: f.node(s.Buyer, firms), Item: f.node(s.Item, items), Share: orUnknown(s.Share)}
		start(s.Start)
	case a.Plant != nil:
		p := a.Plant
		out.Plant = &graph.AddedPlant{Firm: f.node(p.Firm, firms), Item: f.node(p.Item, items), Country: f.node(p.Country, countries), Tonnes: orUnknown(p.Tonnes)}
		start(p.Start)
	}
	return out, f.err
}

func orUnknown(x *float64) float64 {
	if x == nil {
		return math.NaN()
	}
	return *x
}

// editErrors say what is wrong with a scenario and what to do.
var editErrors = []error{graph.ErrEditParts, graph.ErrEditTarget, graph.ErrEditFactor, graph.ErrEditDays, graph.ErrEditShare, graph.ErrEditTonnes, graph.ErrEditNode,
	graph.ErrEditControl, graph.ErrEditLicence}

// scenarioError turns the engine's refusal into BAD_INPUT.
func scenarioError(err error) error {
	for _, known := range editErrors {
		if errors.Is(err, known) {
			return apierror.BadInput("scenario", fmt.Sprint(err), "Edits are counted from 1, in the order given.")
		}
	}
	return err
}

// Scenario lists the edits of the view.
func (v *View) Scenario() []*AppliedEdit {
	edits := []*AppliedEdit{}
	for i, text := range v.world.View.ScenarioTexts() {
		edits = append(edits, &AppliedEdit{i + 1, text})
	}
	return edits
}

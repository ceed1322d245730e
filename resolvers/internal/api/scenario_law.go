package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
)

// ControlEditInput sets what controls are from a day on.
type ControlEditInput struct {
	Controls []string
	State    ControlSetting
	From     graph.Day
	Until    *graph.Day
}

// ControlSetting is what a scenario makes of a control.
type ControlSetting string

// The settings.
const (
	InForce   ControlSetting = "IN_FORCE"
	Suspended ControlSetting = "SUSPENDED"
)

// LicenceEditInput grants a licence or ends one.
type LicenceEditInput struct {
	Grant *GrantedLicenceInput
	End   *LicenceEndInput
}

// GrantedLicenceInput is a licence that is not on record.
type GrantedLicenceInput struct {
	Holder, Customer *string
	Type             string
	Item             *string
	From             graph.Day
	Until            *graph.Day
}

// LicenceEndInput makes a day the last one of a licence on record.
type LicenceEndInput struct {
	Licence string
	Last    graph.Day
}

func (w *World) controlChange(ctx context.Context, argument string, e *ControlEditInput) (*graph.ControlChange, error) {
	if len(e.Controls) == 0 {
		return nil, emptyList(argument+".control.controls", "Name the controls, such as mofcom-2025-57.")
	}
	f := &finder{ctx: ctx, world: w}
	out := &graph.ControlChange{Controls: f.nodes(e.Controls, controls), InForce: e.State == InForce, From: e.From, Until: orOpen(e.Until)}
	return out, f.err
}

func (w *World) licenceChange(ctx context.Context, e *LicenceEditInput) (*graph.LicenceChange, error) {
	f := &finder{ctx: ctx, world: w}
	if e.End != nil {
		return &graph.LicenceChange{End: &graph.LicenceEnd{Licence: f.node(e.End.Licence, licences), Last: e.End.Last}}, f.err
	}
	g := e.Grant
	if g == nil {
		return nil, graph.ErrEditParts
	}
	return &graph.LicenceChange{Grant: &graph.GrantedLicence{
		Holder: f.maybe(g.Holder, firms), Customer: f.maybe(g.Customer, firms), Type: f.node(g.Type, licenceTypes), Item: f.maybe(g.Item, itemsGroups),
		From: g.From, Until: orOpen(g.Until),
	}}, f.err
}

// orOpen is a last day that may be left out.
func orOpen(last *graph.Day) graph.Day {
	if last == nil {
		return graph.MaxDay
	}
	return *last
}

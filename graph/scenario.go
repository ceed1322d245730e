package graph

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Edit is one step of a scenario; exactly one of its parts is set. A scenario is an ordered list of edits: each applies to
// what the edits before it left, so removing Chinese plants and then adding one leaves the added one, and the other way round
// does not.
type Edit struct {
	Remove *Target   // the outputs in the target make nothing
	Limit  *Limit    // the outputs in the target make less
	Add    *Addition // a sale or a plant that is not on record
	Delay  *Delay    // plants that are only announced start later
}

// Limit scales what the outputs in a target can make. Factors of several edits multiply.
type Limit struct {
	Target Target
	Factor float64 // 0 to 1
}

// Addition adds a sale or a plant from a day on.
type Addition struct {
	Sale  *AddedSale
	Plant *AddedPlant
	Start Day // MinDay: always
}

// AddedSale is a sale that is not on record. Share is the part of the buyer's supply of the item; NaN: not stated.
type AddedSale struct {
	Supplier, Buyer, Item Node
	Share                 float64
}

// AddedPlant is a plant that is not on record: a firm makes an item in a country. Tonnes a year; NaN: not stated.
type AddedPlant struct {
	Firm, Item, Country Node
	Tonnes              float64
}

// Delay lets announced plants in a target start so many days later than on record.
type Delay struct {
	Target Target
	Days   int
}

// Reasons why an edit is refused.
var (
	ErrEditParts  = errors.New("an edit does exactly one thing: remove, limit, add or delay")
	ErrEditTarget = errors.New("the edit's target names nothing")
	ErrEditFactor = errors.New("a limit's factor lies between 0 and 1")
	ErrEditDays   = errors.New("a delay is a number of days from 0 to 36500")
	ErrEditShare  = errors.New("an added sale's share lies between 0 and 1")
)

// With gives the view with further edits; nothing is written anywhere. v.With(a, b) and v.With(a).With(b) are the same view.
// The error is one of the Err... values with the number of the edit.
func (v *View) With(edits ...Edit) (*View, error) {
	out := *v
	out.scenario = slices.Clip(v.scenario)
	for i := range edits {
		at := len(out.scenario) + 1
		if err := edits[i].check(); err != nil {
			return nil, fmt.Errorf("edit %d: %w", at, err)
		}
		out.scenario = append(out.scenario, compiledEdit{Edit: edits[i], sets: targetsOf(v, &edits[i])})
	}
	out.id = viewID(v.release, v.AsOf, v.Filter, out.scenarioText())
	out.decidePlants()
	return &out, nil
}

// Scenario lists the edits of the view in order.
func (v *View) Scenario() []Edit {
	edits := make([]Edit, len(v.scenario))
	for i := range v.scenario {
		edits[i] = v.scenario[i].Edit
	}
	return edits
}

// Base is the same view without its scenario.
func (v *View) Base() *View {
	if len(v.scenario) == 0 {
		return v
	}
	out := *v
	out.scenario = nil
	out.id = viewID(v.release, v.AsOf, v.Filter, "")
	out.decidePlants()
	return &out
}

type compiledEdit struct {
	Edit
	sets *TargetSet
}

func (e *Edit) check() error {
	parts := 0
	for _, set := range []bool{e.Remove != nil, e.Limit != nil, e.Add != nil, e.Delay != nil} {
		if set {
			parts++
		}
	}
	switch {
	case parts != 1, e.Add != nil && (e.Add.Sale == nil) == (e.Add.Plant == nil):
		return ErrEditParts
	case e.Remove != nil && e.Remove.IsEmpty(), e.Limit != nil && e.Limit.Target.IsEmpty(), e.Delay != nil && e.Delay.Target.IsEmpty():
		return ErrEditTarget
	case e.Limit != nil && !(e.Limit.Factor >= 0 && e.Limit.Factor <= 1):
		return ErrEditFactor
	case e.Delay != nil && (e.Delay.Days < 0 || e.Delay.Days > 36500):
		return ErrEditDays
	case e.Add != nil && e.Add.Sale != nil && (e.Add.Sale.Share < 0 || e.Add.Sale.Share > 1):
		return ErrEditShare
	}
	return nil
}

func targetsOf(v *View, e *Edit) *TargetSet {
	switch {
	case e.Remove != nil:
		return NewTargetSet(v, *e.Remove)
	case e.Limit != nil:
		return NewTargetSet(v, e.Limit.Target)
	case e.Delay != nil:
		return NewTargetSet(v, e.Delay.Target)
	}
	return nil
}

// Left is what the scenario leaves of an output of a firm and item at a place, 0 to 1. Edits before the one that adds the
// place do not touch it.
func (v *View) Left(firm, item Node, at Place) float64 {
	left := 1.0
	for _, e := range v.scenario[at.Edit:] {
		if e.Remove == nil && e.Limit == nil || e.sets.Member(firm, item, []Place{at}).High == 0 {
			continue
		}
		if e.Remove != nil {
			return 0
		}
		left *= e.Limit.Factor
	}
	return left
}

// MarketLeft is what the scenario leaves of a country's part of the world market of an item at a stage. Edits that name
// firms, owners or plants do not show in shares of countries: ok is then false.
func (v *View) MarketLeft(country Node, stage Stage, item Node) (left float64, ok bool) {
	left, ok = 1, true
	for _, e := range v.scenario {
		if e.Remove == nil && e.Limit == nil {
			ok = ok && e.Add == nil
			continue
		}
		if e.sets.NamesPlaces() {
			ok = false
			continue
		}
		if !e.sets.HasCountry(country) || !e.sets.HasStage(stage) || !e.sets.HasItem(item) {
			continue
		}
		if e.Remove != nil {
			left = 0
		} else {
			left *= e.Limit.Factor
		}
	}
	return left, ok
}

// delayed is the number of days by which the scenario slips a facility that is only announced.
func (v *View) delayed(facility Node) int {
	days := 0
	for _, e := range v.scenario {
		if e.Delay != nil && e.sets.HasFacility(facility) {
			days += e.Delay.Days
		}
	}
	return days
}

// HasFacility tells whether a plant lies in the target: by itself, its country, its stage, an operator, or what it makes.
func (s *TargetSet) HasFacility(facility Node) bool {
	v := s.v
	for _, op := range v.Operates.In(facility) {
		if !v.On(v.Operates.Table, op) {
			continue
		}
		firm, places := v.Operates.From[op], []Place{{Facility: facility, Tonnes: math.NaN()}}
		for _, row := range v.Produces.Out(facility) {
			if s.Member(firm, v.Produces.To[row], places).High > 0 {
				return true
			}
		}
	}
	return false
}

// Added lists the sales and plants that the scenario adds and that have begun, each with the number of its edit (from 1).
func (v *View) Added() (edits []int) {
	for i, e := range v.scenario {
		if e.Add != nil && e.Add.Start <= v.AsOf {
			edits = append(edits, i+1)
		}
	}
	return edits
}

// ScenarioTable stands in a RowRef for the table: its Index is the number of an edit of the view's scenario, from 1.
const ScenarioTable = -1

// scenarioText spells the edits canonically: equal lists of edits, with the values of a condition in any order, spell the same.
func (v *View) scenarioText() string {
	var b strings.Builder
	for i := range v.scenario {
		v.spell(&b, &v.scenario[i].Edit)
	}
	return b.String()
}

func (v *View) spell(b *strings.Builder, e *Edit) {
	number := func(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
	switch {
	case e.Remove != nil:
		fmt.Fprintf(b, "remove(%s);", v.spellTarget(e.Remove))
	case e.Limit != nil:
		fmt.Fprintf(b, "limit(%s,%s);", v.spellTarget(&e.Limit.Target), number(e.Limit.Factor))
	case e.Delay != nil:
		fmt.Fprintf(b, "delay(%s,%d);", v.spellTarget(&e.Delay.Target), e.Delay.Days)
	case e.Add.Sale != nil:
		s := e.Add.Sale
		fmt.Fprintf(b, "sale(%s,%s,%s,%s,%d);", v.Key(s.Supplier), v.Key(s.Buyer), v.Key(s.Item), number(s.Share), e.Add.Start)
	default:
		p := e.Add.Plant
		fmt.Fprintf(b, "plant(%s,%s,%s,%s,%d);", v.Key(p.Firm), v.Key(p.Item), v.Key(p.Country), number(p.Tonnes), e.Add.Start)
	}
}

func (v *View) spellTarget(t *Target) string {
	var parts []string
	for _, nodes := range [][]Node{t.Countries, t.Firms, t.Facilities, t.Owners, t.Items} {
		keys := slices.Sorted(slices.Values(v.Keys(nodes)))
		parts = append(parts, strings.Join(slices.Compact(keys), "+"))
	}
	stages := slices.Sorted(slices.Values(t.Stages))
	for _, s := range slices.Compact(stages) {
		parts = append(parts, string(s))
	}
	by := t.By
	if by == "" {
		by = ByLocation
	}
	return strings.Join(append(parts, string(by)), "|")
}

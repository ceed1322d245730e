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
// what the edits before it left. Removing all Chinese makers and then adding a plant in China leaves the added one; adding it first
// and then removing leaves none. Edits of one sort commute with each other.
//
// Remove and Limit act on what firms make, place by place, and on the shares of the world market that fall to countries: the rest
// of the market serves what they leave. A sale stands while its seller has something left to sell of it. Needs stay: a firm whose
// seller is gone still needs the item. A limit that leaves something moves a dependence only where capacities or shares of the
// market weigh.
//
// Control and Licence act on what the law asks of shipments (package control) alone.
type Edit struct {
	Remove *Target   // the outputs in the target make nothing
	Limit  *Limit    // the outputs in the target make less; a factor of 0 removes them
	Add    *Addition // a sale or a plant that is not on record
	Delay  *Delay    // plants that are only announced start later

	Control *ControlChange // export controls are in force or suspended, whatever the record says
	Licence *LicenceChange // a licence is granted or ends, whatever the record says
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

// AddedSale is a sale that is not on record, and by itself evidence that the seller makes the item, or passes it on. Share is the
// part of the buyer's supply of the item, 0 to 1; NaN: not stated.
type AddedSale struct {
	Supplier, Buyer, Item Node
	Share                 float64
}

// AddedPlant is a plant that is not on record: a firm makes an item in a country. Tonnes a year; NaN: not stated. Shares of the
// world market stay as published.
type AddedPlant struct {
	Firm, Item, Country Node
	Tonnes              float64
	Site                Node // a plant on record, in that country, that does not make the item yet; any other node: none
}

// Delay lets plants in a target that are planned or under construction start so many days later than on record. Such plants count
// in views with announced facts alone. Delays add up.
type Delay struct {
	Target Target
	Days   int
}

// Reasons why an edit is refused.
var (
	ErrEditParts  = errors.New("an edit does exactly one thing: remove, limit, add a sale, add a plant, delay, set controls, grant or end a licence")
	ErrEditTarget = errors.New("the edit's target names nothing")
	ErrEditFactor = errors.New("a limit's factor lies between 0 and 1")
	ErrEditDays   = errors.New("a delay is a number of days from 0 to 36500")
	ErrEditShare  = errors.New("an added sale's share lies between 0 and 1")
	ErrEditTonnes = errors.New("an added plant's tonnes are a number from 0 up")
	ErrEditNode   = errors.New("a sale joins two firms by an item of a chain; a plant joins a firm, an item of a chain and a country, its site's if it has one")
)

// With gives the view with further edits; nothing is written anywhere. v.With(a, b) and v.With(a).With(b) are the same view.
// The error is one of the ErrEdit... values with the number of the edit. It costs a pass over the plants, and for each edit that
// names countries by ownership, or owners, the solution of ultimate control.
func (v *View) With(edits ...Edit) (*View, error) {
	out := *v
	out.scenario = slices.Clip(v.scenario)
	for i := range edits {
		if err := v.check(&edits[i]); err != nil {
			return nil, fmt.Errorf("edit %d: %w", len(out.scenario)+1, err)
		}
		e := edits[i].clone()
		out.scenario = append(out.scenario, compiledEdit{Edit: e, sets: targetsOf(v, &e)})
	}
	out.id = viewID(v.release, v.AsOf, v.Filter, out.scenarioText())
	out.decidePlants()
	return &out, nil
}

// Scenario lists the edits of the view in order. What they point to is shared: do not change it.
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

// clone copies an edit, so that the view does not change with what the caller keeps.
func (e Edit) clone() Edit {
	switch {
	case e.Remove != nil:
		t := e.Remove.clone()
		e.Remove = &t
	case e.Limit != nil:
		e.Limit = &Limit{Target: e.Limit.Target.clone(), Factor: e.Limit.Factor}
	case e.Delay != nil:
		e.Delay = &Delay{Target: e.Delay.Target.clone(), Days: e.Delay.Days}
	case e.Control != nil:
		e.Control = e.Control.clone()
	case e.Licence != nil:
		e.Licence = e.Licence.clone()
	case e.Add.Sale != nil:
		sale := *e.Add.Sale
		e.Add = &Addition{Sale: &sale, Start: e.Add.Start}
	default:
		plant := *e.Add.Plant
		e.Add = &Addition{Plant: &plant, Start: e.Add.Start}
	}
	return e
}

func (t Target) clone() Target {
	t.Countries, t.Stages, t.Firms = slices.Clone(t.Countries), slices.Clone(t.Stages), slices.Clone(t.Firms)
	t.Facilities, t.Owners, t.Items = slices.Clone(t.Facilities), slices.Clone(t.Owners), slices.Clone(t.Items)
	return t
}

func (v *View) check(e *Edit) error {
	parts := 0
	for _, set := range []bool{e.Remove != nil, e.Limit != nil, e.Add != nil, e.Delay != nil, e.Control != nil, e.Licence != nil} {
		if set {
			parts++
		}
	}
	switch {
	case parts != 1:
		return ErrEditParts
	case e.Remove != nil && e.Remove.IsEmpty(), e.Limit != nil && e.Limit.Target.IsEmpty(), e.Delay != nil && e.Delay.Target.IsEmpty():
		return ErrEditTarget
	case e.Limit != nil && !(e.Limit.Factor >= 0 && e.Limit.Factor <= 1):
		return ErrEditFactor
	case e.Delay != nil && (e.Delay.Days < 0 || e.Delay.Days > 36500):
		return ErrEditDays
	case e.Add != nil:
		return v.checkAddition(e.Add)
	case e.Control != nil:
		return v.checkControl(e.Control)
	case e.Licence != nil:
		return v.checkLicence(e.Licence)
	}
	return nil
}

func (v *View) checkAddition(add *Addition) error {
	makes := func(firm, item Node) bool { return v.Is(firm, KindFirm) && v.IsItem(item) && v.InChain(item) }
	sale, plant := add.Sale, add.Plant
	switch {
	case (sale == nil) == (plant == nil):
		return ErrEditParts
	case sale != nil && !(makes(sale.Supplier, sale.Item) && v.Is(sale.Buyer, KindFirm)):
		return ErrEditNode
	case sale != nil && (sale.Share < 0 || sale.Share > 1):
		return ErrEditShare
	case plant != nil && !(makes(plant.Firm, plant.Item) && v.Is(plant.Country, KindCountry)):
		return ErrEditNode
	case plant != nil && v.Is(plant.Site, KindFacility) && v.CountryOf(plant.Site) != plant.Country:
		return ErrEditNode
	case plant != nil && (plant.Tonnes < 0 || math.IsInf(plant.Tonnes, 0)):
		return ErrEditTonnes
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

// MarketLeft is what the scenario leaves of a country's part of the world market of an item at a stage. Shares of countries do not
// show edits that name firms, owners or plants, nor an added plant: ok is then false. Whoever controls the makers, countries are
// taken by where things are made.
func (v *View) MarketLeft(country Node, stage Stage, item Node) (left float64, ok bool) {
	left, ok = 1, true
	for i := range v.scenario {
		e := &v.scenario[i]
		switch {
		case e.Add != nil && e.Add.Plant != nil && e.Add.Start <= v.AsOf:
			ok = ok && e.Add.Plant.Item != item
		case e.Remove == nil && e.Limit == nil, !e.sets.HasStage(stage) || !e.sets.HasItem(item):
		case e.sets.NamesPlaces():
			ok = false
		case !e.sets.HasCountry(country):
		case e.Remove != nil:
			left = 0
		default:
			left *= e.Limit.Factor
		}
	}
	return left, ok
}

// Delayed is the number of days by which the scenario slips a facility that is only announced.
func (v *View) Delayed(facility Node) int {
	days := 0
	for _, e := range v.scenario {
		if e.Delay != nil && e.sets.HasFacility(facility) {
			days += e.Delay.Days
		}
	}
	return days
}

// HasFacility tells whether a plant lies in the target: by itself, where it stands, its stage or that of something it makes, what it
// makes, and who operates it. One operator has to meet all that the target asks of firms.
func (s *TargetSet) HasFacility(facility Node) bool {
	v := s.v
	if len(s.Facilities) > 0 && !s.facilities[facility] {
		return false
	}
	makes := func(has func(item Node) bool) bool {
		return slices.ContainsFunc(v.Produces.Out(facility), func(row int32) bool {
			return v.On(v.Produces.Table, row) && has(v.Produces.To[row])
		})
	}
	if len(s.Items) > 0 && !makes(func(item Node) bool { return s.items[item] }) {
		return false
	}
	if len(s.Stages) > 0 && !slices.ContainsFunc(s.Stages, func(stage Stage) bool {
		return v.Facility(facility).Stage == stage || makes(func(item Node) bool { return v.AnswersTo(item, stage) })
	}) {
		return false
	}
	here := len(s.Countries) == 0 || s.By != ByOwnership && s.countries[v.CountryOf(facility)]
	if here && len(s.Firms)+len(s.Owners) == 0 {
		return true
	}
	return slices.ContainsFunc(v.Operates.In(facility), func(row int32) bool {
		firm := v.Operates.From[row]
		return v.On(v.Operates.Table, row) && (here || s.controlled[firm]) &&
			(len(s.Firms) == 0 || s.firms[firm].High > 0) && (len(s.Owners) == 0 || s.owned[firm])
	})
}

// Place is where an added plant stands, as the edit of a number.
func (p *AddedPlant) Place(v *View, edit int) Place {
	at := Place{Facility: NoNode, Country: p.Country, Tonnes: p.Tonnes, Edit: edit}
	if v.Is(p.Site, KindFacility) {
		at.Facility = p.Site
	}
	return at
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
	number := func(x float64) string {
		if math.IsNaN(x) {
			return "unknown"
		}
		return strconv.FormatFloat(x+0, 'g', -1, 64) // -0 is 0
	}
	switch {
	case e.Remove != nil:
		fmt.Fprintf(b, "remove(%s);", v.spellTarget(e.Remove))
	case e.Limit != nil:
		fmt.Fprintf(b, "limit(%s,%s);", v.spellTarget(&e.Limit.Target), number(e.Limit.Factor))
	case e.Delay != nil:
		fmt.Fprintf(b, "delay(%s,%d);", v.spellTarget(&e.Delay.Target), e.Delay.Days)
	case e.Control != nil, e.Licence != nil:
		v.spellLaw(b, e)
	case e.Add.Sale != nil:
		s := e.Add.Sale
		fmt.Fprintf(b, "sale(%s,%s,%s,%s,%s);", v.Key(s.Supplier), v.Key(s.Buyer), v.Key(s.Item), number(s.Share), spellStart(e.Add.Start))
	default:
		p, site := e.Add.Plant, ""
		if v.Is(p.Site, KindFacility) {
			site = v.Key(p.Site)
		}
		fmt.Fprintf(b, "plant(%s,%s,%s,%s,%s,%s);", v.Key(p.Firm), v.Key(p.Item), v.Key(p.Country), number(p.Tonnes), site, spellStart(e.Add.Start))
	}
}

func spellStart(d Day) string {
	if d == MinDay {
		return "always"
	}
	return d.String()
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

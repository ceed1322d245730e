package graph

import (
	"math"
	"slices"
)

// Nationality says what makes an output belong to a country.
type Nationality string

// The readings of nationality.
const (
	ByLocation  Nationality = "LOCATION"  // where the plant stands
	ByOwnership Nationality = "OWNERSHIP" // who controls the firm in the end
	ByEither    Nationality = "EITHER"    // one or the other
)

// Target is a set of outputs: those that meet every condition given. Values within a condition are alternatives; an empty
// condition holds for all. "Chinese refiners" are country CN at stage SEPARATION.
type Target struct {
	Countries  []Node // countries and regions
	Stages     []Stage
	Firms      []Node // these firms and the firms they hold
	Facilities []Node
	Owners     []Node // firms controlled in the end by these
	Items      []Node // these items and their grades
	By         Nationality
}

// IsEmpty tells whether the target gives no condition at all.
func (t Target) IsEmpty() bool {
	return len(t.Countries)+len(t.Stages)+len(t.Firms)+len(t.Facilities)+len(t.Owners)+len(t.Items) == 0
}

// Membership is how far an output belongs to a target: 1 when all places of its making do, 0 when none does, and anything
// in between when some do. Estimate weighs the places by capacity, or equally where a capacity is not stated. Of a firm that one
// of several may hold, the outputs belong to each of these possibly: see TargetSet.Belonging.
type Membership struct{ Low, Estimate, High float64 }

// TargetSet is a target made ready for many questions.
type TargetSet struct {
	Target
	v          *View
	countries  map[Node]bool
	controlled map[Node]bool       // firms whose ultimate control lies in the countries; only when ownership is asked
	firms      map[Node]Membership // the firms named and those they hold, as far as they surely do
	owned      map[Node]bool
	facilities map[Node]bool
	items      map[Node]bool
}

// NewTargetSet prepares a target. It costs one pass over the holdings, and the solution of ultimate control when that is
// asked for.
func NewTargetSet(v *View, t Target) *TargetSet {
	if t.By == "" {
		t.By = ByLocation
	}
	s := &TargetSet{Target: t, v: v, countries: map[Node]bool{}}
	for _, c := range t.Countries {
		s.countries[c] = true
		for _, row := range v.Regions.Out(c) {
			s.countries[v.Regions.To[row]] = true
		}
	}
	s.facilities, s.items, s.firms = set(t.Facilities), set(t.Items), v.belonging(t.Firms)
	for _, i := range t.Items {
		for _, grade := range v.Below(i) {
			s.items[grade] = true
		}
	}
	if len(t.Owners) > 0 {
		owners := set(t.Owners)
		s.owned = s.control(func(f Node) bool { return owners[f] }, func(Node) bool { return false })
	}
	if len(t.Countries) > 0 && t.By != ByLocation {
		s.controlled = s.control(func(Node) bool { return false }, func(f Node) bool { return s.countries[v.CountryOf(f)] })
	}
	return s
}

func set(nodes []Node) map[Node]bool {
	m := make(map[Node]bool, len(nodes))
	for _, n := range nodes {
		m[n] = true
	}
	return m
}

// control marks the firms of which at least half belongs to one side in the end, and those held by such firms.
func (s *TargetSet) control(whole, rest func(Node) bool) map[Node]bool {
	first, _ := s.v.Range(KindFirm)
	marked := map[Node]bool{}
	for i, part := range NewControllers(s.v).Part(whole, rest) {
		if part >= ControlStake/100.0-1e-9 {
			marked[first+Node(i)] = true
		}
	}
	for _, f := range sortedNodes(marked) {
		for _, h := range s.v.Held(f) {
			marked[h.Firm] = true
		}
	}
	return marked
}

func sortedNodes(m map[Node]bool) []Node {
	nodes := make([]Node, 0, len(m))
	for n := range m {
		nodes = append(nodes, n)
	}
	slices.Sort(nodes)
	return nodes
}

// HasCountry tells whether a country is one of the target's, itself or as a member of a region; true when none is named.
func (s *TargetSet) HasCountry(country Node) bool {
	return len(s.Countries) == 0 || s.countries[country]
}

// HasItem tells whether an item is one of the target's or a grade of one; true when none is named.
func (s *TargetSet) HasItem(item Node) bool { return len(s.Items) == 0 || s.items[item] }

// HasStage tells whether the target asks for a stage of the world market; true when it names none.
func (s *TargetSet) HasStage(stage Stage) bool {
	return len(s.Stages) == 0 || slices.Contains(s.Stages, stage)
}

// NamesPlaces tells whether the target picks firms, owners or plants, so that shares of countries do not answer for it.
func (s *TargetSet) NamesPlaces() bool {
	return len(s.Firms)+len(s.Facilities)+len(s.Owners) > 0
}

// Place is where an output is made: a facility with the firm's part of its capacity in tonnes a year (NaN: not stated); with
// NoNode the firm's country, or the country of a plant that an edit of a scenario adds.
type Place struct {
	Facility Node
	Tonnes   float64
	Country  Node // of an added plant; 0 elsewhere
	Edit     int  // the edit that adds it, from 1; 0 on record
}

// Member tells how far the output of a firm and item, made in these places, belongs to the target. No place stands for the
// country of the firm.
func (s *TargetSet) Member(firm, item Node, places []Place) Membership {
	belongs := s.firms[firm]
	if len(s.Firms) == 0 {
		belongs = Membership{1, 1, 1}
	}
	if !s.HasItem(item) || belongs.High == 0 || len(s.Owners) > 0 && !s.owned[firm] {
		return Membership{}
	}
	if len(places) == 0 {
		places = []Place{{Facility: NoNode, Tonnes: math.NaN()}}
	}
	hits, tonnes, hitTonnes := 0, 0.0, 0.0
	for _, p := range places {
		tonnes += p.Tonnes
		if s.hit(firm, item, p) {
			hits++
			hitTonnes += p.Tonnes
		}
	}
	switch {
	case hits == 0:
		return Membership{}
	case hits == len(places):
		return belongs
	}
	m := Membership{Low: 0, Estimate: float64(hits) / float64(len(places)), High: 1}
	if tonnes > 0 { // not so when any is NaN
		m.Estimate = hitTonnes / tonnes
	}
	m.Estimate *= belongs.Estimate
	return m
}

// Belonging tells how far a firm belongs to the firms that the target names: wholly, where it is one of them or surely held by one.
func (s *TargetSet) Belonging(firm Node) Membership { return s.firms[firm] }

func (s *TargetSet) hit(firm, item Node, at Place) bool {
	facility, country := at.Facility, s.v.CountryOf(firm)
	switch {
	case facility != NoNode:
		country = s.v.CountryOf(facility)
	case at.Country != 0:
		country = at.Country
	}
	if len(s.Facilities) > 0 && !s.facilities[facility] {
		return false
	}
	if len(s.Countries) > 0 {
		here, held := s.countries[country], s.controlled[firm]
		if s.By == ByLocation && !here || s.By == ByOwnership && !held || s.By == ByEither && !here && !held {
			return false
		}
	}
	if len(s.Stages) == 0 {
		return true
	}
	return slices.ContainsFunc(s.Stages, func(stage Stage) bool {
		return s.v.AnswersTo(item, stage) || facility != NoNode && s.v.Facility(facility).Stage == stage
	})
}

package api

import "github.com/lodestone-graph/lodestone/graph"

// Restriction is an item or group that a control covers.
type Restriction struct {
	fact
	Control      *Control
	Item         Node
	Regime       graph.Regime
	Scope        *string
	ControlCodes []string
	HSCodes      []string
	Source       *Source
}

var restrictions = table[graph.Restriction, Restriction]{
	name: "restricts", rows: func(f *graph.Facts) []graph.Restriction { return f.Restricts },
	source: func(r *graph.Restriction) string { return r.Source },
	make: func(w *World, i int32) *Restriction {
		r := &w.Facts().Restricts[i]
		return &Restriction{w.fact("restricts", i), w.control(w.at(r.Control)), w.wrapAt(r.Item), r.Licence, text(r.Scope), r.ControlCode, r.HSCode,
			w.sourceAt(r.Source)}
	},
}

// ListedEntity is a firm named on a control or watch list.
type ListedEntity struct {
	fact
	Control *Control
	Firm    *Firm
	Name    string
	Country *Country
	List    graph.EntityList
	Source  *Source
}

var listedEntities = table[graph.ListedEntity, ListedEntity]{
	name: "listed_entities", rows: func(f *graph.Facts) []graph.ListedEntity { return f.ListedEntities },
	source: func(r *graph.ListedEntity) string { return r.Source },
	make: func(w *World, i int32) *ListedEntity {
		r := &w.Facts().ListedEntities[i]
		return &ListedEntity{w.fact("listed_entities", i), w.control(w.at(r.Control)), w.firmAt(r.Entity), r.Name, w.countryAt(r.Country), r.List,
			w.sourceAt(r.Source)}
	},
}

// Exclusion is an item stated to be outside the 2025 controls.
type Exclusion struct {
	fact
	Item   Item
	Reason string
	Scope  string
	Source *Source
}

var exclusions = table[graph.Exclusion, Exclusion]{
	name: "not_controlled", rows: func(f *graph.Facts) []graph.Exclusion { return f.NotControlled },
	source: func(r *graph.Exclusion) string { return r.Source },
	make: func(w *World, i int32) *Exclusion {
		r := &w.Facts().NotControlled[i]
		return &Exclusion{w.fact("not_controlled", i), w.itemAt(r.Item), r.Reason, r.Scope, w.sourceAt(r.Source)}
	},
}

// ProcurementRuleStep says what a buying rule bars or caps.
type ProcurementRuleStep struct {
	fact
	Rule           *ProcurementRule
	Item           Node
	Stage          graph.Stage
	CoveredCountry *Country
	From, Until    graph.Date
	Threshold      *float64
	Note           *string
	Source         *Source
}

var procurementRuleSteps = table[graph.ProcurementRuleStep, ProcurementRuleStep]{
	name: "procurement_rule_steps", rows: func(f *graph.Facts) []graph.ProcurementRuleStep { return f.ProcurementRuleSteps },
	source: func(r *graph.ProcurementRuleStep) string { return r.Source },
	make: func(w *World, i int32) *ProcurementRuleStep {
		r := &w.Facts().ProcurementRuleSteps[i]
		return &ProcurementRuleStep{w.fact("procurement_rule_steps", i), w.procurementRule(w.at(r.Rule)), w.wrapAt(r.Item), r.Stage,
			w.maybeCountry(r.CoveredCountry), r.From, r.Until, part(r.ThresholdPercent), text(r.Note), w.sourceAt(r.Source)}
	},
}

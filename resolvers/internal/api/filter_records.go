package api

import (
	"github.com/lodestone-graph/lodestone/graph"
)

// ControlFilter says which controls.
type ControlFilter struct {
	IDs, Countries, Sources []string
	InForce                 *graph.Day
	Covers, Names           *string
	From, To                *graph.Day
	Text                    *string
}

func (q *ControlFilter) match(f *finder) keeps {
	w := f.world
	id, country, source, lower := f.oneOf(q.IDs, controls), f.inCountries(q.Countries), f.oneOf(q.Sources, sources), f.lower(q.Text)
	effective, covers, names := dated(q.From, q.To), f.controlsCovering(q.Covers), f.controlsNaming(q.Names)
	first, _ := w.Range(graph.KindControl)
	return func(n graph.Node) bool {
		r := w.View.Control(n)
		return w.kept("export_controls", int32(n-first)) && id(r.ID) && country(r.Country) && source(r.Source) && effective(r.Effective) && inForce(q.InForce, r) && covers(r.ID) && names(r.ID) &&
			f.says(n, lower, r.Title, r.Summary, r.Instrument)
	}
}

// inForce tells whether a control is in force and not suspended on a day, if one is asked for. A suspension without an end is open.
func inForce(day *graph.Day, r *graph.Control) bool {
	if day == nil {
		return true
	}
	suspended := r.SuspendedFrom.Known() && holdsOn(day, r.SuspendedFrom, r.SuspendedUntil)
	return r.Effective.First() <= *day && !suspended
}

func (f *finder) controlsCovering(item *string) match {
	if item == nil {
		return anyKey
	}
	covering, found := f.covering(item), map[string]bool{}
	for i, r := range f.world.Facts().Restricts {
		if f.world.kept("restricts", int32(i)) && covering(r.Item) {
			found[r.Control] = true
		}
	}
	return func(key string) bool { return found[key] }
}

func (f *finder) controlsNaming(firm *string) match {
	if firm == nil {
		return anyKey
	}
	named, found := f.oneOf([]string{*firm}, firms), map[string]bool{}
	for i, r := range f.world.Facts().ListedEntities {
		if f.world.kept("listed_entities", int32(i)) && named(r.Entity) {
			found[r.Control] = true
		}
	}
	return func(key string) bool { return found[key] }
}

// LicenceTypeFilter says which kinds of licence.
type LicenceTypeFilter struct {
	IDs, Countries []string
	PerShipment    *bool
	Text           *string
}

func (q *LicenceTypeFilter) match(f *finder) keeps {
	id, country, lower, w := f.oneOf(q.IDs, licenceTypes), f.inCountries(q.Countries), f.lower(q.Text), f.world
	first, _ := w.Range(graph.KindLicenceType)
	return func(n graph.Node) bool {
		r := &w.Facts().LicenceTypes[n-first]
		if shipment := truth(r.PerShipment); q.PerShipment != nil && (shipment == nil || *shipment != *q.PerShipment) {
			return false
		}
		return id(r.ID) && country(r.Country) && f.says(n, lower, r.Name, r.Note, r.EndUseLimits)
	}
}

// LicenceFilter says which licences.
type LicenceFilter struct {
	IDs, Holders, Customers, Types, Items, Sources []string
	Under                                          *string
	ValidOn, From, To                              *graph.Day
	MinConfidence                                  *graph.Confidence
	Text                                           *string
}

func (q *LicenceFilter) match(f *finder) keeps {
	w := f.world
	id, holder, customer, kind := f.oneOf(q.IDs, licences), f.oneOf(q.Holders, firms), f.oneOf(q.Customers, firms), f.oneOf(q.Types, licenceTypes)
	item, under, source, granted, lower := f.oneOf(q.Items, itemsGroups), f.under(q.Under), f.oneOf(q.Sources, sources), dated(q.From, q.To), f.lower(q.Text)
	first, _ := w.Range(graph.KindLicence)
	return func(n graph.Node) bool {
		r := &w.Facts().Licences[n-first]
		return w.kept("licences", int32(n-first)) && id(r.ID) && holder(r.Holder) && customer(r.Customer) && kind(r.LicenceType) &&
			item(r.Item) && under(r.Item) && source(r.Source) && granted(r.Granted) && holdsOn(q.ValidOn, r.Granted, r.Expires) &&
			(q.MinConfidence == nil || r.Confidence.Rank() >= q.MinConfidence.Rank()) && f.says(n, lower, r.Note)
	}
}

// LicenceStatisticFilter says which counts.
type LicenceStatisticFilter struct {
	IDs, Applicants, Sources []string
	From, To                 *graph.Day
	Text                     *string
}

func (q *LicenceStatisticFilter) match(f *finder) keeps {
	w := f.world
	id, applicants, source, date, lower := f.oneOf(q.IDs, statistics), f.oneOf(q.Applicants, countries), f.oneOf(q.Sources, sources), dated(q.From, q.To), f.lower(q.Text)
	first, _ := w.Range(graph.KindLicenceStatistic)
	return func(n graph.Node) bool {
		r := &w.Facts().LicenceStatistics[n-first]
		return w.kept("licence_statistics", int32(n-first)) && id(r.ID) && applicants(r.ApplicantRegion) && source(r.Source) && date(r.AsOf) && f.says(n, lower, r.Note)
	}
}

// EventFilter says which events.
type EventFilter struct {
	IDs, Countries, Firms, Items, Sources []string
	Kinds                                 []graph.EventKind
	Under                                 *string
	From, To                              *graph.Day
	Text                                  *string
}

func (q *EventFilter) match(f *finder) keeps {
	w := f.world
	id, country, firm, item := f.oneOf(q.IDs, events), f.inCountries(q.Countries), f.oneOf(q.Firms, firms), f.oneOf(q.Items, itemsGroups)
	under, source, kind, date, lower := f.under(q.Under), f.oneOf(q.Sources, sources), in(q.Kinds), dated(q.From, q.To), f.lower(q.Text)
	first, _ := w.Range(graph.KindEvent)
	return func(n graph.Node) bool {
		r := &w.Facts().Events[n-first]
		return w.kept("events", int32(n-first)) && id(r.ID) && country(r.Country) && firm(r.Firm) && item(r.Item) && under(r.Item) &&
			source(r.Source) && kind(r.Kind) && date(r.Date) && f.says(n, lower, r.Title, r.Effect)
	}
}

// ProcurementRuleFilter says which buying rules.
type ProcurementRuleFilter struct {
	IDs, Countries []string
	Kinds          []graph.ProcurementRuleKind
	InForce        *graph.Day
	Text           *string
}

func (q *ProcurementRuleFilter) match(f *finder) keeps {
	w := f.world
	id, country, kind, lower := f.oneOf(q.IDs, rules), f.inCountries(q.Countries), in(q.Kinds), f.lower(q.Text)
	first, _ := w.Range(graph.KindProcurementRule)
	return func(n graph.Node) bool {
		r := &w.Facts().ProcurementRules[n-first]
		return w.kept("procurement_rules", int32(n-first)) && id(r.ID) && country(r.Country) && kind(r.Kind) &&
			holdsOn(q.InForce, r.Effective, r.Ends) && f.says(n, lower, r.Title, r.Summary)
	}
}

// SourceFilter says which publications.
type SourceFilter struct {
	IDs            []string
	Kinds          []graph.SourceKind
	Publisher, URL *string
	From, To       *graph.Day
	Text           *string
}

func (q *SourceFilter) match(f *finder) keeps {
	id, kind, date := f.oneOf(q.IDs, sources), in(q.Kinds), dated(q.From, q.To)
	publisher, url, lower := f.lower(q.Publisher), f.lower(q.URL), f.lower(q.Text)
	return func(n graph.Node) bool {
		r := f.world.View.Source(n)
		return id(r.ID) && kind(r.Kind) && date(r.Published) && contains(publisher, r.Publisher) && contains(url, r.URL) &&
			contains(lower, r.ID, r.Title)
	}
}

package api

import (
	"github.com/lodestone-graph/lodestone/graph"
)

// View is a release on a day, seen through a filter.
type View struct {
	world *World
}

// NewView is the view of a world.
func NewView(w *World) *View { return &View{w} }

// FactFilter says which facts a view takes into account.
type FactFilter struct {
	MinConfidence    graph.Confidence
	WithoutSources   []string
	IncludeAnnounced bool
	KnownOn          *graph.Day
}

// Filter resolves the sources of the filter in a release. A nil filter leaves nothing out. The error is NOT_FOUND.
func (q *FactFilter) Filter(s *graph.Snapshot) (graph.Filter, error) {
	if q == nil {
		return graph.Filter{MinConfidence: graph.ConfidenceLow}, nil
	}
	out := graph.Filter{MinConfidence: q.MinConfidence, IncludeAnnounced: q.IncludeAnnounced}
	if q.KnownOn != nil {
		out.KnownOn = q.KnownOn.Date()
	}
	for _, id := range q.WithoutSources {
		n, err := find(s, id, sources)
		if err != nil {
			return graph.Filter{}, err
		}
		out.WithoutSources = append(out.WithoutSources, s.Key(n))
	}
	return out, nil
}

// ID is a hash of release, day and filter.
func (v *View) ID() string { return v.world.View.ID() }

// AsOf is the day looked at.
func (v *View) AsOf() graph.Day { return v.world.View.AsOf }

// KnownOn is the day by which the sources of its facts were published; nil where all count.
func (v *View) KnownOn() *graph.Day {
	known := v.world.View.Filter.KnownOn
	if !known.Known() {
		return nil
	}
	day := known.First()
	return &day
}

// Release is the release looked at.
func (v *View) Release() *Release { return NewRelease(v.world.Snapshot) }

// Flags are the cautions that hold for every answer of the view.
func (v *View) Flags() []graph.Flag { return v.world.View.Flags() }

// lookup finds one node of some kinds and makes its handle.
func lookup[T any](v *View, id string, among kinds, handle func(graph.Node) T) (T, error) {
	n, err := find(v.world.Snapshot, id, among)
	if err != nil {
		var none T
		return none, err
	}
	return handle(n), nil
}

// Element finds one element.
func (v *View) Element(id string) (*Element, error) { return lookup(v, id, elements, v.world.element) }

// Item finds one item.
func (v *View) Item(id string) (Item, error) { return lookup(v, id, items, v.world.item) }

// Firm finds one firm.
func (v *View) Firm(id string) (*Firm, error) { return lookup(v, id, firms, v.world.firm) }

// Facility finds one mine or plant.
func (v *View) Facility(id string) (*Facility, error) {
	return lookup(v, id, facilities, v.world.facility)
}

// Country finds one country or region.
func (v *View) Country(id string) (*Country, error) { return lookup(v, id, countries, v.world.country) }

// Control finds one control.
func (v *View) Control(id string) (*Control, error) { return lookup(v, id, controls, v.world.control) }

// Source finds one publication.
func (v *View) Source(id string) (*Source, error) { return lookup(v, id, sources, v.world.source) }

// Licence finds one licence.
func (v *View) Licence(id string) (*Licence, error) { return lookup(v, id, licences, v.world.licence) }

// LicenceType finds one kind of licence.
func (v *View) LicenceType(id string) (*LicenceType, error) {
	return lookup(v, id, licenceTypes, v.world.licenceType)
}

// Event finds one event.
func (v *View) Event(id string) (*Event, error) { return lookup(v, id, events, v.world.event) }

// ItemGroup finds one item group.
func (v *View) ItemGroup(id string) (*ItemGroup, error) {
	return lookup(v, id, groups, v.world.itemGroup)
}

// ProcurementRule finds one buying rule.
func (v *View) ProcurementRule(id string) (*ProcurementRule, error) {
	return lookup(v, id, rules, v.world.procurementRule)
}

// Node finds anything.
func (v *View) Node(id string) (Node, error) { return lookup(v, id, anything, v.world.wrap) }

// Release is one load of the data.
type Release struct {
	ID      string
	Horizon graph.Day

	snapshot *graph.Snapshot
}

// Table is one table of a release.
type Table struct {
	Name    string
	Rows    int
	Columns []string
}

// NewRelease describes the release of a snapshot.
func NewRelease(s *graph.Snapshot) *Release { return &Release{s.Release(), s.Horizon(), s} }

// Tables lists the tables with their sizes.
func (r *Release) Tables() []*Table {
	var tables []*Table
	for _, t := range graph.Tables() {
		table := &Table{Name: t.Name, Rows: t.Len(r.snapshot.Facts())}
		for _, c := range t.Columns {
			table.Columns = append(table.Columns, c.Name)
		}
		tables = append(tables, table)
	}
	return tables
}

// SearchHit is something found by one of its names.
type SearchHit struct {
	Node    Node
	Matched string
	Score   float64
}

// Search finds things by name, best hit first.
func (v *View) Search(text string, in []graph.NodeKind, first int) []*SearchHit {
	hits := v.world.View.Search(text, in, first)
	out := make([]*SearchHit, len(hits))
	for i, h := range hits {
		out[i] = &SearchHit{v.world.wrap(h.Node), h.Matched, h.Score}
	}
	return out
}

package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Filter says which facts of a release a view takes into account.
type Filter struct {
	MinConfidence    Confidence // rows below it are left out; empty is LOW, which leaves nothing out
	WithoutSources   []string   // rows on the word of these sources are left out
	IncludeAnnounced bool       // sales and plants that are only announced count as if they came true on their dates
	KnownOn          Date       // rows whose source was not yet published on this day are left out; unknown leaves none out
}

// View is a release on a day, seen through a filter and a scenario. It is a value: equal releases, days, filters and scenarios
// give equal answers. It never changes, and any number of readers may share it.
//
// The confidence floor and the dropped sources act on links and figures, not on the identity of things: a firm stays a firm
// when the source that introduced it is dropped.
type View struct {
	*Snapshot
	AsOf   Day
	Filter Filter
	id     string

	off     []rowSet      // by table: rows the filter leaves out; nil when it leaves none out
	later   map[Node]bool // sources that were not yet published on the day of the filter
	undated bool          // whether the filter has such a day, and keeps rows whose source states no date
	sales   []bool        // by row of supplies: active on the day
	plants  []bool        // by facility: working on the day
	current []bool        // by row of produces: the figure is not a plan for a later year

	scenario []compiledEdit
}

type rowSet []bool

// NewView looks at a release on a day. The error names a source of the filter that the release does not have. It costs one
// pass over the rows.
func NewView(s *Snapshot, asOf Day, filter Filter) (*View, error) {
	if filter.MinConfidence == "" {
		filter.MinConfidence = ConfidenceLow
	}
	filter.WithoutSources = slices.Compact(slices.Sorted(slices.Values(filter.WithoutSources)))
	dropped := map[Node]bool{}
	for _, key := range filter.WithoutSources {
		n, ok := s.Find(KindSource, key)
		if !ok {
			return nil, fmt.Errorf("source %q is not known", key)
		}
		dropped[n] = true
	}
	if filter.KnownOn.Known() && !filter.KnownOn.Exact() {
		return nil, fmt.Errorf("what was known on %s: not a day", filter.KnownOn.Text())
	}
	v := &View{Snapshot: s, AsOf: asOf, Filter: filter, id: viewID(s.release, asOf, filter, "")}
	v.dropLater(dropped)
	v.dropRows(dropped)
	v.decideSales()
	v.decidePlants()
	return v, nil
}

// ID is a hash of everything the view depends on: release, day, filter and scenario.
func (v *View) ID() string { return v.id }

func viewID(release string, asOf Day, f Filter, scenario string) string {
	text := fmt.Sprintf("%s|%s|%s|%v|%s|%s", release, asOf, f.MinConfidence, f.IncludeAnnounced, strings.Join(f.WithoutSources, ","), scenario)
	if f.KnownOn.Known() {
		text += "|known on " + f.KnownOn.Text()
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:12])
}

// Flags are the cautions that hold for every answer of the view.
func (v *View) Flags() Flags {
	var flags Flags
	if known := v.Filter.KnownOn; v.AsOf > v.horizon || known.Known() && v.AsOf > known.First() {
		flags = flags.With(FlagPastHorizon)
	}
	if v.undated {
		flags = flags.With(FlagSourceUndated)
	}
	return flags
}

// Knows tells whether the view takes row i of a table into account and its source was published on the day of the filter. It differs from On
// for things, which stay what they are when the source that describes them is younger.
func (v *View) Knows(table int, i int32) bool {
	if !v.On(table, i) {
		return false
	}
	t := Tables()[table]
	source := t.Column("source")
	if source == nil || len(v.later) == 0 {
		return true
	}
	n, _ := v.bySource.find(*source.words(t.rowAt(t.rowsOf(v.facts), int(i))))
	return !v.later[n]
}

// On tells whether the filter keeps row i of a table. Whether the row is active on the day is a matter of its kind: see
// SaleActive and PlantActive.
func (v *View) On(table int, i int32) bool {
	off := v.off[table]
	return off == nil || !off[i]
}

// Rank orders confidences: HIGH 3, MEDIUM 2, LOW 1, none 0.
func (c Confidence) Rank() int {
	switch c {
	case ConfidenceHigh:
		return 3
	case ConfidenceMedium:
		return 2
	case ConfidenceLow:
		return 1
	}
	return 0
}

// linkTables are the tables of identity: their rows stay whatever the filter says.
var identityTables = map[string]bool{
	"sources": true, "countries": true, "regions": true, "region_members": true, "elements": true, "materials": true,
	"components": true, "products": true, "kinds": true, "aliases": true, "item_groups": true, "item_group_members": true,
	"firms": true, "facilities": true,
}

// dropLater adds the sources that were not yet published on the day of the filter. One that states a month or year was published by its
// last day; one without a date is kept, since nothing shows that it is younger.
func (v *View) dropLater(dropped map[Node]bool) {
	if !v.Filter.KnownOn.Known() {
		return
	}
	v.later = map[Node]bool{}
	first, _ := v.Range(KindSource)
	for i := range v.facts.Sources {
		if d := v.facts.Sources[i].Published; d.Known() && d.Last() > v.Filter.KnownOn.First() {
			v.later[first+Node(i)], dropped[first+Node(i)] = true, true
		}
	}
}

func (v *View) dropRows(dropped map[Node]bool) {
	v.off = make([]rowSet, len(Tables()))
	floor := v.Filter.MinConfidence.Rank()
	asked := v.Filter.KnownOn.Known()
	if floor <= 1 && len(dropped) == 0 && !asked {
		return
	}
	for i, t := range Tables() {
		if identityTables[t.Name] {
			continue
		}
		source, confidence := t.Column("source"), t.Column("confidence")
		off := make(rowSet, t.Len(v.facts))
		for r, row := range t.each(v.facts) {
			if confidence != nil && Confidence(*confidence.words(row)).Rank() < floor {
				off[r] = true
			}
			if source != nil && (asked || len(dropped) > 0) {
				n, _ := v.bySource.find(*source.words(row))
				off[r] = off[r] || dropped[n]
				v.undated = v.undated || asked && !off[r] && !v.facts.Sources[v.index(n)].Published.Known()
			}
		}
		v.off[i] = off
	}
}

// SaleActive tells whether a row of supplies is active on the day and kept by the filter.
func (v *View) SaleActive(row int32) bool { return v.sales[row] }

// PlantActive tells whether a facility works on the day.
func (v *View) PlantActive(facility Node) bool { return v.plants[v.index(facility)] }

// ProductionActive tells whether a row of produces counts: the plant works, the filter keeps the row, and its figure is not
// a plan for a year after the day's.
func (v *View) ProductionActive(row int32) bool {
	return v.current[row] && v.PlantActive(v.Produces.From[row])
}

func (v *View) decideSales() {
	rows := v.facts.Supplies
	v.sales = make([]bool, len(rows))
	for i := range rows {
		v.sales[i] = v.On(v.Supplies.Table, int32(i)) && v.saleHolds(&rows[i])
	}
}

// saleHolds applies the rule of dates: a row counts from the first day of its start to the last day of its end. A row
// without a start has always run. A row that is over without a stated end ended when its source said so.
func (v *View) saleHolds(r *Supply) bool {
	if r.Status == SupplyStatusAnnounced && !v.Filter.IncludeAnnounced {
		return false
	}
	end := r.End.Last()
	if r.Status == SupplyStatusEnded && !r.End.Known() {
		end = MinDay
		if d := v.published(r.Source); d.Known() {
			end = d.Last()
		}
	}
	return r.Start.First() <= v.AsOf && v.AsOf <= end
}

// SaleFlags are the cautions about the dates of a row of supplies.
func (v *View) SaleFlags(row int32) Flags {
	var flags Flags
	r := &v.facts.Supplies[row]
	for _, d := range []Date{r.Start, r.End} {
		if d.Known() && !d.Exact() && d.First() <= v.AsOf && v.AsOf <= d.Last() {
			flags = flags.With(FlagImpreciseDate)
		}
	}
	if !r.Start.Known() {
		if source := v.Source(v.Supplies.Source[row]); source != nil && source.Published.Known() && v.AsOf < source.Published.First() {
			flags = flags.With(FlagUndated)
		}
	}
	if r.Status == SupplyStatusAnnounced {
		flags = flags.With(FlagAnnounced)
	}
	return flags
}

func (v *View) published(source string) Date {
	if n, ok := v.bySource.find(source); ok {
		return v.facts.Sources[v.index(n)].Published
	}
	return Date{}
}

func (v *View) decidePlants() {
	v.plants = make([]bool, len(v.facts.Facilities))
	first, _ := v.Range(KindFacility)
	for i := range v.plants {
		v.plants[i] = v.plantWorks(first+Node(i), &v.facts.Facilities[i])
	}
	v.current = make([]bool, len(v.facts.Produces))
	year := int32(v.AsOf.Year())
	for i := range v.current {
		r := &v.facts.Produces[i]
		v.current[i] = v.On(v.Produces.Table, int32(i)) &&
			(!r.Year.Known || r.Year.Value <= year || v.Filter.IncludeAnnounced)
	}
}

// plantWorks applies the rule of plants. A status holds from the day its source was published, and is known from then on. Before that day only the
// start year counts, and a plant that was still being built or planned later did not work then.
func (v *View) plantWorks(facility Node, f *Facility) bool {
	started := !f.StartYear.Known || f.StartYear.Value <= int32(v.AsOf.Year())
	switch f.Status {
	case FacilityStatusOperating, FacilityStatusRampUp:
		return !v.statusLater(f) || started
	case FacilityStatusConstruction, FacilityStatusPlanned:
		return v.Filter.IncludeAnnounced && f.StartYear.Known && started &&
			NewDay(int(f.StartYear.Value), 1, 1+v.Delayed(facility)) <= v.AsOf
	}
	return v.statusLater(f) && f.StartYear.Known && started
}

func (v *View) statusLater(f *Facility) bool {
	d := v.published(f.Source)
	known := v.Filter.KnownOn
	return d.Known() && (v.AsOf < d.First() || known.Known() && known.First() < d.Last())
}

// PlantFlags are the cautions about whether a plant works on the day.
func (v *View) PlantFlags(facility Node) Flags {
	f := v.Facility(facility)
	var flags Flags
	if v.statusLater(f) {
		flags = flags.With(FlagStatusLater)
		if !f.StartYear.Known {
			flags = flags.With(FlagUndated)
		}
	}
	if f.Status == FacilityStatusConstruction || f.Status == FacilityStatusPlanned {
		flags = flags.With(FlagAnnounced)
	}
	return flags
}

// Capacity is what a plant can make of an item on the day, in tonnes a year: the figure of the latest year before the
// day's, or of the day's own year when the plant is operating. Figures of different years are never added. ok is false when
// none is stated.
func (v *View) Capacity(facility, item Node) (tonnes float64, row int32, ok bool) {
	year, best := int32(v.AsOf.Year()), int32(-1)
	operating := v.Facility(facility).Status == FacilityStatusOperating
	for _, i := range v.Produces.Out(facility) {
		r := &v.facts.Produces[i]
		if v.Produces.To[i] != item || !v.On(v.Produces.Table, i) || !r.CapacityTonnesPerYear.Known {
			continue
		}
		at := r.Year.Value
		if !r.Year.Known {
			at = -1 // an undated figure yields to any dated one
		}
		if at < year || at == year && operating {
			if at >= best || !ok {
				best, row, tonnes, ok = at, i, r.CapacityTonnesPerYear.Value, true
			}
		}
	}
	return tonnes, row, ok
}

package cover

import (
	"cmp"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// Rule lets goods of a target leave the country in which they are made only under a licence, from a day on.
type Rule struct {
	Of       *graph.TargetSet            // what needs a licence: outputs, by where and by whom they are made
	Users    func(buyer graph.Node) bool // to whom; nil: all
	From     graph.Day
	Review   *Range // days that a licence takes; nil: as on record
	Approved *Range // the part of what is asked for that is granted, 0 to 1; nil: as on record
}

// DefaultReview is how many days a licence takes where nothing is on record.
var DefaultReview = Range{Low: 30, High: 90}

// rules is what the rules that are assumed do to the goods of a supplier of a line, by ascending days.
func (m *Model) rules(line *chain.Part, s *chain.Supplier) []Crossing {
	var law []Crossing
	for i := range m.assumed.Rules {
		if c, ok := m.ruled(&m.assumed.Rules[i], line, s); ok {
			law = slices.DeleteFunc(law, func(x Crossing) bool { return x.From == c.From })
			law = append(law, c)
		}
	}
	slices.SortFunc(law, func(x, y Crossing) int { return cmp.Compare(x.From, y.From) })
	return law
}

// ruled is what a rule does to the goods of a supplier. Where only some of the places that they may come from fall under it, they may
// pass free.
func (m *Model) ruled(rule *Rule, line *chain.Part, s *chain.Supplier) (c Crossing, ok bool) {
	if rule.Users != nil && !rule.Users(line.Firm) {
		return c, false
	}
	r, to := m.record, m.record.v.CountryOf(line.Firm)
	free := false
	var review Figure
	for _, o := range s.Outputs {
		p := &m.network.Parts[o]
		places := p.Places()
		if len(places) == 0 {
			places = []graph.Place{{Facility: graph.NoNode}}
		}
		for _, at := range places {
			from := r.placeOf(p, at)
			if from == to || rule.Of.Member(p.Firm, p.Item, []graph.Place{at}).High == 0 {
				free = true
				continue
			}
			f := Figure{}
			if rule.Review != nil {
				f.Range = *rule.Review
			} else {
				f = r.review(from, p.Item)
			}
			if !ok {
				review, ok = f, true
			} else {
				review = review.or(f)
			}
		}
	}
	if !ok {
		return c, false
	}
	approved := Figure{}
	if rule.Approved != nil {
		approved.Range = *rule.Approved
	} else {
		approved = r.approved(to)
	}
	c = Crossing{From: rule.From, Factor: approved.Range, Delay: review.Range, Rows: append(review.Rows[:len(review.Rows):len(review.Rows)], approved.Rows...),
		Flags: review.Flags.With(approved.Flags...)}
	if free {
		c.Factor.High, c.Delay.Low = 1, 0
	}
	return c, true
}

// placeOf is the country of a place of an output.
func (r *record) placeOf(p *chain.Part, at graph.Place) graph.Node {
	switch {
	case at.Facility != graph.NoNode:
		return r.v.CountryOf(at.Facility)
	case len(p.Plants) > 0:
		return at.Country
	}
	return r.v.CountryOf(p.Firm)
}

// review is how long a licence takes: as on record for the item, else as is typical of the licences for single shipments that the
// country of origin has introduced.
func (r *record) review(origin, item graph.Node) Figure {
	if f, ok := r.time(graph.LeadTimeKindLicence, item, DefaultReview.High); ok {
		return f
	}
	var f Figure
	var spans []Range
	for i, row := range r.v.Facts().LicenceTypes {
		typical := row.TypicalDaysLow.Known && row.TypicalDaysHigh.Known
		introduced := !row.Introduced.Known() || row.Introduced.First() <= r.v.AsOf
		if n, ok := r.v.Lookup(row.Country); !ok || n != origin || row.PerShipment != graph.True || !typical || !introduced ||
			r.assumed.Assumed || !r.v.On(r.table.types, int32(i)) {
			continue
		}
		spans = append(spans, Range{Low: float64(row.TypicalDaysLow.Value), High: float64(row.TypicalDaysHigh.Value)})
		f.Rows = append(f.Rows, graph.RowRef{Table: r.table.types, Index: int32(i)})
	}
	if len(spans) == 0 {
		return assumed(nil, DefaultReview, graph.FlagLicenceAssumed)
	}
	f.Range = envelope(spans)
	return f
}

// approved is the part of what applicants of a country asked for that was granted: the newest count that the day knows and those up to
// a year older, of the country itself, else of a region with it, else of all. Where nobody counted, anything from none to all.
func (r *record) approved(country graph.Node) Figure {
	places := []graph.Node{country}
	if country != graph.NoNode {
		for _, row := range r.v.Regions.In(country) {
			places = append(places, r.v.Regions.From[row])
		}
	}
	for _, place := range append(places, graph.NoNode) {
		var spans []Range
		var f Figure
		newest := graph.MinDay
		rows := r.counts(place)
		for _, i := range rows {
			newest = max(newest, r.v.Facts().LicenceStatistics[i].AsOf.First())
		}
		for _, i := range rows {
			if row := &r.v.Facts().LicenceStatistics[i]; row.AsOf.First() > newest-365 {
				rate, _ := rateOf(row)
				spans = append(spans, Range{Low: rate, High: rate})
				f.Rows = append(f.Rows, graph.RowRef{Table: r.table.statistics, Index: i})
			}
		}
		if len(spans) > 0 {
			f.Range = envelope(spans)
			return f
		}
	}
	return assumed(nil, Range{Low: 0, High: 1}, graph.FlagLicenceAssumed)
}

// counts lists the counts of applications from a place.
func (r *record) counts(place graph.Node) []int32 {
	var rows []int32
	for i := range r.v.Facts().LicenceStatistics {
		row := &r.v.Facts().LicenceStatistics[i]
		of, named := r.v.Lookup(row.ApplicantRegion)
		if !named {
			of = graph.NoNode
		}
		if _, counted := rateOf(row); counted && of == place && row.AsOf.First() <= r.v.AsOf && !r.assumed.Assumed && r.v.On(r.table.statistics, int32(i)) {
			rows = append(rows, int32(i))
		}
	}
	return rows
}

// rateOf is the part approved that a count states, or that follows from its numbers.
func rateOf(row *graph.LicenceStatistic) (rate float64, ok bool) {
	switch {
	case row.ApprovedPercent.Known:
		return row.ApprovedPercent.Value / 100, true
	case row.Applied.Known && row.Approved.Known && row.Applied.Value > 0:
		return min(1, float64(row.Approved.Value)/float64(row.Applied.Value)), true
	}
	return 0, false
}

package graphtest

import (
	"fmt"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/cover"
)

// lawOf is what the law does to goods of a seller to a buyer.
func (s *StopsTwin) lawOf(buyer string, from seller) []cover.Crossing {
	if s.Crossing != nil {
		if law := s.Crossing(buyer, from.firm); len(law) > 0 {
			return law
		}
	}
	key := fmt.Sprint(buyer, from.outputs)
	law, known := s.laws[key]
	if !known {
		law = s.ruledBy(buyer, from)
		if s.laws == nil {
			s.laws = map[string][]cover.Crossing{}
		}
		s.laws[key] = law
	}
	return law
}

func (s *StopsTwin) ruledBy(buyer string, from seller) []cover.Crossing {
	last := map[graph.Day]cover.Crossing{}
	for _, rule := range s.Rules {
		test := layout(s.Facts, s.day, s.filter, rule.Target)
		held, free, review := 0, 0, [2]float64{math.Inf(1), 0}
		for _, to := range from.outputs {
			n := s.nodes[to]
			places := s.made(n).plants
			if len(places) == 0 {
				places = []plant{{tonnes: math.NaN()}}
			}
			for _, at := range places {
				country := s.countryOf[n.firm]
				if at.facility != "" {
					country = s.countryOf[at.facility]
				}
				if country == s.countryOf[buyer] || test.inTarget(n.firm, n.item, []plant{at}).high == 0 {
					free++
					continue
				}
				held++
				days := s.reviewOf(country, n.item)
				if rule.Review != nil {
					days = *rule.Review
				}
				review = [2]float64{math.Min(review[0], days[0]), math.Max(review[1], days[1])}
			}
		}
		if held == 0 {
			continue
		}
		approved := s.approvedOf(s.countryOf[buyer])
		if rule.Approved != nil {
			approved = *rule.Approved
		}
		if free > 0 {
			approved[1], review[0] = 1, 0
		}
		last[rule.From] = cover.Crossing{From: rule.From, Factor: cover.Range{Low: approved[0], High: approved[1]}, Delay: cover.Range{Low: review[0], High: review[1]}}
	}
	var law []cover.Crossing
	for _, c := range last {
		law = append(law, c)
	}
	slices.SortFunc(law, func(x, y cover.Crossing) int { return int(x.From) - int(y.From) })
	return law
}

func (s *StopsTwin) reviewOf(origin, item string) [2]float64 {
	for _, name := range append([]string{item}, s.above(item)...) {
		var rows [][2]graph.Number
		for _, r := range s.LeadTimes {
			if !s.Assumed && r.Kind == graph.LeadTimeKindLicence && r.Item == name && (r.DaysLow.Known || r.DaysHigh.Known) && s.keeps(r.Source, r.Confidence) {
				rows = append(rows, [2]graph.Number{r.DaysLow, r.DaysHigh})
			}
		}
		if len(rows) > 0 {
			return spanOf(rows, 90)
		}
	}
	low, high := math.Inf(1), -1.0
	for _, r := range s.LicenceTypes {
		introduced := !r.Introduced.Known() || firstDay(r.Introduced) <= s.day
		if !s.Assumed && r.Country == origin && r.PerShipment == graph.True && introduced && r.TypicalDaysLow.Known && r.TypicalDaysHigh.Known &&
			!slices.Contains(s.filter.WithoutSources, r.Source) {
			low, high = math.Min(low, float64(r.TypicalDaysLow.Value)), math.Max(high, float64(r.TypicalDaysHigh.Value))
		}
	}
	if high < 0 {
		return [2]float64{30, 90}
	}
	return [2]float64{low, high}
}

func (s *StopsTwin) approvedOf(country string) [2]float64 {
	places := []string{country}
	for _, m := range s.RegionMembers {
		if m.Country == country {
			places = append(places, m.Region)
		}
	}
	for _, place := range append(places, "") {
		rates, newest := map[graph.Day][]float64{}, graph.MinDay
		for _, r := range s.LicenceStatistics {
			rate := r.ApprovedPercent.Value / 100
			if !r.ApprovedPercent.Known {
				rate = math.Min(1, float64(r.Approved.Value)/float64(r.Applied.Value))
			}
			counted := r.ApprovedPercent.Known || r.Approved.Known && r.Applied.Known && r.Applied.Value > 0
			if day := firstDay(r.AsOf); !s.Assumed && counted && r.ApplicantRegion == place && day <= s.day && !slices.Contains(s.filter.WithoutSources, r.Source) {
				rates[day], newest = append(rates[day], rate), max(newest, day)
			}
		}
		var recent []float64
		for day, found := range rates {
			if newest-day < 365 {
				recent = append(recent, found...)
			}
		}
		if len(recent) > 0 {
			return [2]float64{slices.Min(recent), slices.Max(recent)}
		}
	}
	return [2]float64{0, 1}
}

package graphtest

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

func (s *StopsTwin) coverOf(firm, item string) [2]float64 {
	k := [2]string{firm, item}
	if s.covers == nil {
		s.covers = map[[2]string][2]float64{}
	}
	if _, ok := s.covers[k]; !ok {
		s.covers[k] = s.findCover(firm, item)
	}
	return s.covers[k]
}

// findCover is the stock of the nearest holder of the nearest name of an item, low and high.
func (s *StopsTwin) findCover(firm, item string) [2]float64 {
	var groups []string
	size := map[string]int{}
	for _, m := range s.ItemGroupMembers {
		size[m.Group]++
		if m.Item == item {
			groups = append(groups, m.Group)
		}
	}
	slices.SortFunc(groups, func(x, y string) int { return cmp.Or(cmp.Compare(size[x], size[y]), cmp.Compare(x, y)) })
	names := slices.Concat([]string{item}, s.above(item), groups)
	places := []string{s.countryOf[firm]}
	for _, m := range s.RegionMembers {
		if m.Country == s.countryOf[firm] {
			places = append(places, m.Region)
		}
	}
	for _, holder := range append([]string{firm}, append(places, "")...) {
		for _, name := range names {
			newest := graph.MinDay
			var rows []graph.Stock
			for _, r := range s.Stocks {
				kind := graph.HolderKindIndustry
				if holder == firm {
					kind = graph.HolderKindFirm
				}
				stated := r.DaysLow.Known || r.DaysHigh.Known
				if s.Assumed || r.Holder != holder || r.HolderKind != kind || r.Item != name || !stated || firstDay(r.AsOf) > s.day || !s.keeps(r.Source, r.Confidence) {
					continue
				}
				if r.Sector == "" || kind == graph.HolderKindFirm || slices.Contains(s.sectorsOf(firm), r.Sector) {
					rows, newest = append(rows, r), max(newest, firstDay(r.AsOf))
				}
			}
			var spans [][2]graph.Number
			for _, r := range rows {
				if newest-firstDay(r.AsOf) < 365 {
					spans = append(spans, [2]graph.Number{r.DaysLow, r.DaysHigh})
				}
			}
			if len(rows) > 0 {
				return spanOf(spans, 60)
			}
		}
	}
	if s.Cover != nil {
		return *s.Cover
	}
	return [2]float64{14, 60}
}

// spanOf is from the least low end to the largest high end. A row with a high end alone lowers the low end no further than to it; rows
// that all have high ends alone begin at 0. A row with a low end alone ends at what is usual.
func spanOf(rows [][2]graph.Number, usual float64) [2]float64 {
	var lows, highs []float64
	begins := false
	for _, r := range rows {
		low, high := r[0].Value, r[1].Value
		if !r[1].Known {
			high = math.Max(low, usual)
		}
		if !r[0].Known {
			low = high
		}
		begins = begins || r[0].Known
		lows, highs = append(lows, low), append(highs, high)
	}
	if !begins {
		lows = []float64{0}
	}
	return [2]float64{slices.Min(lows), slices.Max(highs)}
}

// sectorsOf lists the sectors of what a firm makes, else of what that ends up in, else of what that which it buys ends up in.
func (s *StopsTwin) sectorsOf(firm string) []graph.Sector {
	sector := map[string]graph.Sector{}
	for _, p := range s.Products {
		sector[p.ID] = p.Sector
	}
	var into func(item string) []graph.Sector
	into = func(item string) (all []graph.Sector) {
		if x := sector[item]; x != "" {
			all = append(all, x)
		}
		for _, r := range s.Feeds {
			if r.From == item && s.keeps(r.Source, r.Confidence) {
				all = append(all, into(r.To)...)
			}
		}
		for _, r := range s.Kinds {
			if r.Item == item {
				all = append(all, into(r.KindOf)...)
			}
		}
		return all
	}
	var products, made, bought []graph.Sector
	own := s.own()
	for i, n := range s.nodes {
		switch {
		case n.firm != firm:
		case n.kind == "output":
			if x := sector[n.item]; x != "" {
				products = append(products, x)
			}
			made = append(made, into(n.item)...)
		case n.kind == "line" && own[i]:
			bought = append(bought, into(n.item)...)
		}
	}
	switch {
	case len(products) > 0:
		return products
	case len(made) > 0:
		return made
	}
	return bought
}

// leadOf is the time from the making of a supplier's goods to a buyer, and the time on the way alone, in whole days, at the end that is run.
func (s *StopsTwin) leadOf(buyer string, from seller) [2]float64 {
	low, high, lowWay, highWay := math.Inf(1), 0.0, math.Inf(1), 0.0
	for _, to := range from.outputs {
		n := s.nodes[to]
		making := [2]float64{0, 30}
		if s.Making != nil {
			making = *s.Making
		}
		if span, ok := s.timeOf(graph.LeadTimeKindProduction, n.item, 30); ok {
			making = span
		}
		if s.made(n).passed {
			making = [2]float64{}
		}
		places := []string{s.countryOf[n.firm]}
		if plants := s.made(n).plants; len(plants) > 0 {
			places = nil
			for _, p := range plants {
				places = append(places, s.countryOf[p.facility])
			}
		}
		for _, place := range places {
			way := s.wayOf(place, s.countryOf[buyer], n.item)
			low, high = math.Min(low, way[0]+making[0]), math.Max(high, way[1]+making[1])
			lowWay, highWay = math.Min(lowWay, way[0]), math.Max(highWay, way[1])
		}
	}
	if s.late {
		return [2]float64{math.Max(1, math.Ceil(high)), math.Max(1, math.Ceil(highWay))}
	}
	return [2]float64{math.Max(1, math.Floor(low)), math.Max(1, math.Floor(lowWay))}
}

func (s *StopsTwin) wayOf(from, to, item string) [2]float64 {
	given := func(usual [2]float64) [2]float64 {
		if s.Lead != nil {
			return *s.Lead
		}
		return usual
	}
	part := func(country string) string {
		var members []string
		for _, m := range s.RegionMembers {
			if m.Region == country {
				members = append(members, m.Country)
			}
		}
		if len(members) > 0 {
			country = slices.Min(members)
		}
		for _, c := range s.Countries {
			if c.ID == country {
				return c.Region
			}
		}
		return ""
	}
	switch {
	case from == to:
		return given([2]float64{1, 7})
	case part(from) == part(to) && part(to) != "":
		return given([2]float64{2, 21})
	}
	if span, ok := s.timeOf(graph.LeadTimeKindShipping, item, 48); ok {
		return span
	}
	return given([2]float64{20, 48})
}

// timeOf is the span of the rows of the nearest name of an item, else of its step of the chain, else of none.
func (s *StopsTwin) timeOf(kind graph.LeadTimeKind, item string, usual float64) (span [2]float64, ok bool) {
	type name struct{ item, stage string }
	var names []name
	for _, i := range append([]string{item}, s.above(item)...) {
		names = append(names, name{i, ""})
	}
	for _, at := range append(names, name{"", s.stageOf[item]}, name{"", ""}) {
		var rows [][2]graph.Number
		for _, r := range s.LeadTimes {
			matches := r.Item == at.item && (r.Item != "" || string(r.Stage) == at.stage)
			if !s.Assumed && r.Kind == kind && matches && (r.DaysLow.Known || r.DaysHigh.Known) && s.keeps(r.Source, r.Confidence) {
				rows = append(rows, [2]graph.Number{r.DaysLow, r.DaysHigh})
			}
		}
		if len(rows) > 0 {
			return spanOf(rows, usual), true
		}
	}
	return span, false
}

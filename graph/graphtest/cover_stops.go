package graphtest

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/cover"
)

// StopsTwin is the slow twin of stop dates: the layout over rows and ids of the twin of shocks, and every node of it on every day, from
// the first to the last. Give it small worlds only.
type StopsTwin struct {
	*Shock
	Ends    int  // what is lost is back after so many days; 0: never
	Closed  bool // sellers on record are complete
	Assumed bool // recorded stocks and lead times are left out
	// Cover, Lead and Making are assumed where nothing is on record, low and high; nil takes the defaults of the room.
	Cover, Lead, Making *[2]float64
	// Crossing is what the law does to goods of a seller to a buyer; a day of graph.MinDay holds for ever.
	Crossing func(buyer, seller string) []cover.Crossing

	// Rules let goods leave their country only under a licence; where Crossing says something, that holds.
	Rules []StopRule

	late   bool
	laws   map[string][]cover.Crossing // by buyer and outputs of the seller
	leads  map[[2]int][2]float64       // by line and number of its supplier: from making to arrival, and on the way alone
	covers map[[2]string][2]float64    // by firm and item
	values [][]float64                 // by day and node; NaN is not yet known
	stock  []float64                   // by node
}

// StopRule lets what a target makes leave its country only under a licence, from a day on. Review, in days, and Approved, 0 to 1, are as
// on record where they are nil.
type StopRule struct {
	Target           ExposureQuestion // its conditions alone count
	From             graph.Day
	Review, Approved *[2]float64
}

// StopDates is what the twin says of an output or line: the first short day at both ends (-1: none), what is lost and the least of it.
type StopDates struct {
	Early, Late cover.Course
	Cover       [2]float64
}

// Stops gives all outputs and lines on record that run short within some days at either end, by kind, firm and item.
func (s *StopsTwin) Stops(days int) map[[3]string]StopDates {
	early, late := s.run(days, false), s.run(days, true)
	own, stops := s.own(), map[[3]string]StopDates{}
	for i, n := range s.nodes {
		if early[i].First < 0 && late[i].First < 0 || !own[i] || n.kind != "output" && n.kind != "line" {
			continue
		}
		if n.kind == "output" && s.made(n).passed {
			of := s.opened[i].needs[0]
			if early[i] == early[of] && late[i] == late[of] {
				continue
			}
		}
		d := StopDates{Early: early[i], Late: late[i]}
		if n.kind == "line" {
			d.Cover = s.coverOf(n.firm, n.item)
		}
		stops[[3]string{n.kind, n.firm, n.item}] = d
	}
	return stops
}

func (s *StopsTwin) run(days int, late bool) []cover.Course {
	s.late, s.leads, s.values, s.stock = late, map[[2]int][2]float64{}, nil, make([]float64, len(s.nodes))
	for i, n := range s.nodes {
		if n.kind == "line" {
			s.stock[i] = s.pick(s.coverOf(n.firm, n.item))
			for k, from := range s.opened[i].suppliers {
				s.leads[[2]int{i, k}] = s.leadOf(n.firm, from)
			}
		}
	}
	makes := make([][]float64, len(s.nodes))
	for day := range days {
		s.values = append(s.values, slices.Repeat([]float64{math.NaN()}, len(s.nodes)))
		for i := range s.nodes {
			makes[i] = append(makes[i], s.value(i, day))
		}
		for i, n := range s.nodes {
			if n.kind == "line" { // drawn at the full rate, whatever is made
				limit := s.pick(s.coverOf(n.firm, n.item))
				s.stock[i] = math.Min(limit, math.Max(0, s.stock[i]+s.inflow(i, day)-1))
			}
		}
	}
	courses := make([]cover.Course, len(s.nodes))
	for i := range courses {
		courses[i] = CoverCourse(makes[i])
	}
	return courses
}

func (s *StopsTwin) pick(span [2]float64) float64 {
	if s.late {
		return span[1]
	}
	return span[0]
}

func (s *StopsTwin) value(i, day int) float64 {
	if day < 0 {
		return 1
	}
	if known := s.values[day][i]; !math.IsNaN(known) {
		return known
	}
	x, o := 1.0, s.opened[i]
	if s.nodes[i].kind == "line" {
		x = math.Min(1, s.stock[i]+s.inflow(i, day))
	} else {
		if s.Ends == 0 || day < s.Ends {
			x = s.pick([2]float64{s.low[i], s.high[i]})
		}
		var needs []float64
		for _, to := range o.needs {
			needs = append(needs, s.value(to, day))
		}
		switch {
		case len(needs) == 0:
		case o.any && (s.late || !s.recipe(s.nodes[i].item).grades):
			x = math.Min(x, slices.Max(needs))
		default:
			x = math.Min(x, slices.Min(needs))
		}
	}
	s.values[day][i] = x
	return x
}

// inflow is what arrives at a line on a day.
func (s *StopsTwin) inflow(i, day int) float64 {
	in, stated, hit := 0.0, 0.0, math.NaN()
	for k, from := range s.opened[i].suppliers {
		arrives := s.arrives(i, k, day)
		if math.IsNaN(from.share) || from.possible {
			arrives = math.Min(1, arrives) // what piled up counts where a share is stated
		}
		switch {
		case !math.IsNaN(from.share) && !from.possible:
			stated += from.share
			in += from.share * arrives
		case !s.late && !(hit <= arrives), s.late && !(hit >= arrives):
			hit = arrives
		}
	}
	switch rest := 1 - stated; {
	case rest < 1e-12:
	case math.IsNaN(hit) && s.Closed && stated > 0:
		in /= stated
	case math.IsNaN(hit) || s.late && !s.Closed:
		in += rest
	default:
		in += rest * hit
	}
	return in
}

// arrives is what arrives of a supplier on a day, as part of what it sends in normal times.
func (s *StopsTwin) arrives(i, k, day int) float64 {
	from, lead, way := s.opened[i].suppliers[k], int(s.leads[[2]int{i, k}][0]), int(s.leads[[2]int{i, k}][1])
	sends := func(day int) float64 {
		var serve []float64
		for _, to := range from.outputs {
			serve = append(serve, s.value(to, day))
		}
		if s.late {
			return slices.Max(serve)
		}
		return slices.Min(serve)
	}
	law := s.lawOf(s.nodes[i].firm, from)
	if len(law) == 0 {
		return sends(day - lead)
	}
	total := 0.0
	if int(s.day)+day-way < int(law[0].From) {
		total = sends(day - lead)
	}
	for k, c := range law {
		factor, waits, felt := c.Factor.Low, math.Ceil(c.Delay.High), math.Floor(c.Delay.Low)
		if s.late {
			factor, waits, felt = c.Factor.High, felt, waits
		}
		left := int(s.day) + day - way - int(waits)
		if left < int(c.From) && c.From != graph.MinDay || k+1 < len(law) && left >= int(law[k+1].From) {
			continue
		}
		total += factor * sends(day-lead-int(felt))
	}
	return total
}

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

// DrawStocks adds stocks and lead times to a world, short ones, and says which part of the world its countries belong to.
func DrawStocks(dice Dice, f *graph.Facts) {
	w := &denseWorld{dice: dice, f: f}
	f.Countries = slices.Clone(f.Countries)
	for i := range f.Countries {
		f.Countries[i].Region = draw(w, "East", "East", "West", "")
	}
	f.Products = slices.Clone(f.Products)
	for i := range f.Products {
		f.Products[i].Sector = draw(w, graph.SectorWind, graph.SectorDefence)
	}
	var items []string
	for _, m := range f.Materials {
		items = append(items, m.ID)
	}
	for _, c := range f.Components {
		items = append(items, c.ID)
	}
	for _, p := range f.Products {
		items = append(items, p.ID)
	}
	days := func(most int) (low, high graph.Number) {
		n := dice(most)
		low, high = percent(n), percent(n+dice(most))
		if w.once(5) {
			low = graph.Number{}
		} else if w.once(5) {
			high = graph.Number{}
		}
		return low, high
	}
	for range dice(7) {
		row := graph.Stock{HolderKind: draw(w, graph.HolderKindFirm, graph.HolderKindIndustry, graph.HolderKindIndustry, graph.HolderKindCountry),
			Item: draw(w, append([]string{"rare-earths", "others"}, items...)...), Source: w.source(), Confidence: w.confidence()}
		row.Holder = draw(w, "CN", "US", "AU", "PACT", "")
		if row.HolderKind == graph.HolderKindFirm {
			row.Holder = w.firm()
		}
		if !w.once(3) {
			row.Sector = draw(w, graph.SectorWind, graph.SectorDefence)
		}
		row.AsOf = graph.Date{Year: int16(2019 + dice(5)), Month: uint8(dice(13))}
		row.DaysLow, row.DaysHigh = days(8)
		f.Stocks = append(f.Stocks, row)
	}
	for range dice(7) {
		row := graph.LeadTime{Kind: draw(w, graph.LeadTimeKindProduction, graph.LeadTimeKindShipping, graph.LeadTimeKindLicence), Source: w.source(), Confidence: w.confidence()}
		if !w.once(3) {
			row.Item = draw(w, items...)
		}
		if w.once(2) {
			row.Stage = draw(w, graph.StageSeparation, graph.StageMetal, graph.StageMagnet)
		}
		row.DaysLow, row.DaysHigh = days(6)
		f.LeadTimes = append(f.LeadTimes, row)
	}
}

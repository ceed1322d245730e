package graphtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// Dice draws a whole number from 0 to n-1.
type Dice func(n int) int

// DenseWorld draws a release that makes as much as possible of few rows: short recipes with classes, few firms that all trade
// with each other, in loops, with themselves, on stated shares that often add to the whole; groups in loops; plants inside and
// outside the target. It builds, but does not obey every check of a loader. Unlike World it needs no shrinking test to run, so
// thousands can be drawn from a seed. The elements nd, dy and fe, the countries CN and US and the region PACT are always there.
func DenseWorld(dice Dice) *graph.Facts {
	w := &denseWorld{dice: dice, f: &graph.Facts{}}
	w.constants()
	w.items()
	w.firms()
	w.plants()
	w.trade()
	w.figures()
	return w.f
}

type denseWorld struct {
	dice  Dice
	f     *graph.Facts
	chain []string
}

func (w *denseWorld) once(n int) bool { return w.dice(n) == 0 }

func draw[T any](w *denseWorld, from ...T) T { return from[w.dice(len(from))] }

func (w *denseWorld) source() string { return draw(w, w.f.Sources...).ID }

func (w *denseWorld) confidence() graph.Confidence {
	return draw(w, graph.ConfidenceHigh, graph.ConfidenceHigh, graph.ConfidenceMedium, graph.ConfidenceLow)
}

func (w *denseWorld) firm() string { return draw(w, w.f.Firms...).ID }

func percent(n int) graph.Number { return graph.Number{Value: float64(n), Known: true} }

func (w *denseWorld) constants() {
	f := w.f
	for i, kind := range []graph.SourceKind{graph.SourceKindOfficial, graph.SourceKindMedia, graph.SourceKindPaper} {
		s := graph.Source{ID: fmt.Sprintf("s%d", i), Kind: kind, Published: graph.Date{Year: int16(2021 + w.dice(4)), Month: uint8(w.dice(13))}}
		if w.once(6) {
			s.Published = graph.Date{}
		}
		f.Sources = append(f.Sources, s)
	}
	f.Countries = []graph.Country{{ID: "CN"}, {ID: "US"}, {ID: "AU"}}
	f.Regions = []graph.Region{{ID: "PACT"}}
	f.RegionMembers = []graph.RegionMember{{Region: "PACT", Country: "US"}, {Region: "PACT", Country: "AU"}}
	f.Elements = []graph.Element{
		{ID: "nd", Group: graph.ElementGroupLight, Source: "s0"}, {ID: "dy", Group: graph.ElementGroupHeavy, Source: "s0"},
		{ID: "fe", Group: graph.ElementGroupNonRareEarth, Source: "s0"},
	}
}

// items draws up to seven items in the order in which they go into each other.
func (w *denseWorld) items() {
	f := w.f
	n := 2 + w.dice(6)
	for i := range n {
		id := draw(w, "ore", "ionic-clay", "part", "thing") + fmt.Sprintf("-%c", 'a'+(i*5+2)%11)
		switch {
		case w.once(9):
			id += "-scrap"
		case w.once(15):
			id += "-unspecified"
		}
		switch {
		case i < 2 || w.once(3) || strings.HasSuffix(id, "-scrap") || strings.HasSuffix(id, "-unspecified"):
			form := draw(w, graph.FormOxide, graph.FormOxide, graph.FormMetal, graph.FormAlloy, graph.FormOreConcentrate, graph.FormMixedCompound)
			f.Materials = append(f.Materials, graph.Material{ID: id, Form: form, Source: "s0"})
		case w.once(3):
			f.Products = append(f.Products, graph.Product{ID: id, Source: "s0"})
		default:
			kind := draw(w, graph.ComponentKindMagnet, graph.ComponentKindMotor, graph.ComponentKindOther)
			f.Components = append(f.Components, graph.Component{ID: id, Kind: kind, Source: "s0"})
		}
		w.chain = append(w.chain, id)
		w.recipe(i)
	}
	for _, g := range []string{"rare-earths", "heavy-rare-earths", "others"} {
		f.ItemGroups = append(f.ItemGroups, graph.ItemGroup{ID: g})
		for _, m := range append([]string{"nd", "dy"}, w.chain...) {
			if w.once(4) {
				f.ItemGroupMembers = append(f.ItemGroupMembers, graph.ItemGroupMember{Group: g, Item: m})
			}
		}
	}
}

func (w *denseWorld) recipe(i int) {
	item := w.chain[i]
	class := i > 0 && w.once(3)
	for _, grade := range w.chain[:i] {
		if class && w.once(2) {
			w.f.Kinds = append(w.f.Kinds, graph.Kind{Item: grade, KindOf: item})
		}
	}
	if class && !w.once(3) {
		return
	}
	essential := draw(w, graph.True, graph.True, graph.False)
	for _, input := range append([]string{"nd", "dy", "fe"}, w.chain[:i]...) {
		if !w.once(3) {
			continue
		}
		row := graph.Feed{From: input, To: item, Unit: graph.FeedUnitKgPerKg, Essential: essential, Source: w.source(), Confidence: w.confidence()}
		if w.once(5) {
			row.Essential = draw(w, graph.True, graph.False)
		}
		if !w.once(4) {
			row.Quantity = tenths(w.dice(20))
		}
		w.f.Feeds = append(w.f.Feeds, row)
	}
}

func (w *denseWorld) firms() {
	f := w.f
	for i := range 2 + w.dice(5) {
		f.Firms = append(f.Firms, graph.Firm{ID: fmt.Sprintf("firm-%c", 'a'+(i*3+1)%7), Country: draw(w, "CN", "US", "US", "AU", "PACT"), Source: "s0"})
	}
	seen := map[[2]string]bool{}
	for range w.dice(2 * len(f.Firms)) {
		owner, owned := w.firm(), w.firm()
		if w.once(3) || seen[[2]string{owner, owned}] {
			continue
		}
		seen[[2]string{owner, owned}] = true
		row := graph.Holding{Owner: owner, Owned: owned, Source: w.source(), Confidence: w.confidence()}
		if !w.once(4) {
			row.StakePercent = percent(draw(w, 10, 30, 49, 50, 50, 51, 60, 100))
		}
		f.Owns = append(f.Owns, row)
	}
}

func (w *denseWorld) plants() {
	f := w.f
	for i := range w.dice(5) {
		id := fmt.Sprintf("p%d", i)
		row := graph.Facility{ID: id, Country: draw(w, "CN", "US", "AU"), Source: w.source(), Status: draw(w, graph.FacilityStatusOperating,
			graph.FacilityStatusOperating, graph.FacilityStatusOperating, graph.FacilityStatusRampUp, graph.FacilityStatusPlanned, graph.FacilityStatusClosed),
			Stage: draw(w, graph.StageMine, graph.StageSeparation, graph.StageMetal, graph.StageMagnet, graph.StageRecycling)}
		if w.once(2) {
			row.StartYear = whole(2016 + w.dice(14))
		}
		f.Facilities = append(f.Facilities, row)
		for _, firm := range f.Firms {
			if w.once(len(f.Firms)) {
				op := graph.Operation{Firm: firm.ID, Facility: id, Source: w.source(), Confidence: w.confidence()}
				if w.once(2) {
					op.StakePercent = percent(draw(w, 20, 50, 60, 100))
				}
				f.Operates = append(f.Operates, op)
			}
		}
		for _, item := range w.chain {
			if !w.once(3) {
				continue
			}
			for year := 2022 + w.dice(8); ; year += 1 + w.dice(3) {
				p := graph.Production{Facility: id, Item: item, Source: w.source(), Confidence: w.confidence(), Year: whole(year)}
				if !w.once(3) {
					p.CapacityTonnesPerYear = percent(10 * (1 + w.dice(20)))
				}
				f.Produces = append(f.Produces, p)
				if !w.once(4) {
					break
				}
			}
		}
	}
	for _, firm := range f.Firms {
		for _, item := range w.chain {
			if w.once(6) {
				f.Makes = append(f.Makes, graph.Making{Firm: firm.ID, Item: item, Source: w.source(), Confidence: w.confidence()})
			}
		}
	}
}

// trade draws sales; the shares of one buyer and item often add to the whole, sometimes to more.
func (w *denseWorld) trade() {
	f := w.f
	left := map[[2]string]int{}
	used := map[string]bool{}
	for range w.dice(4 + 3*len(f.Firms)) {
		row := graph.Supply{Supplier: w.firm(), Buyer: w.firm(), Item: draw(w, w.chain...), Status: graph.SupplyStatusActive,
			Source: w.source(), Confidence: w.confidence()}
		if len(f.Supplies) > 0 && w.once(2) { // beside an earlier row, or a link on from it
			last := draw(w, f.Supplies...)
			row.Item = last.Item
			if w.once(2) {
				row.Buyer = last.Buyer
			} else {
				row.Buyer = last.Supplier
			}
		}
		if row.Supplier == row.Buyer && !w.once(4) {
			continue
		}
		switch w.dice(8) {
		case 0:
			row.Start = graph.Date{Year: int16(2022 + w.dice(5)), Month: uint8(w.dice(13))}
		case 1:
			row.End = graph.Date{Year: int16(2023 + w.dice(5)), Month: uint8(w.dice(13))}
		case 2:
			row.Status = draw(w, graph.SupplyStatusAnnounced, graph.SupplyStatusEnded)
		}
		key := fmt.Sprint(row.Supplier, row.Buyer, row.Item, row.Start)
		if used[key] {
			continue
		}
		used[key] = true
		at := [2]string{row.Buyer, row.Item}
		if _, ok := left[at]; !ok {
			left[at] = draw(w, 100, 100, 99, 120)
		}
		if !w.once(3) {
			n := draw(w, left[at], left[at]/2, w.dice(left[at]+1), 0)
			left[at] -= n
			row.SharePercent = percent(min(n, 100))
		}
		f.Supplies = append(f.Supplies, row)
	}
}

func (w *denseWorld) figures() {
	f := w.f
	used := map[string]bool{}
	subjects := append([]string{"nd", "dy", "rare-earths", "heavy-rare-earths", "others"}, w.chain...)
	for range w.dice(9) {
		item, stage := draw(w, subjects...), draw(w, graph.StageMine, graph.StageSeparation, graph.StageSeparation, graph.StageMetal, graph.StageMagnet)
		source, year, left := w.source(), 2021+w.dice(6), 100
		for _, country := range []string{"CN", "US", "AU"} {
			key := fmt.Sprint(country, item, stage, source, year)
			if w.once(4) || used[key] {
				continue
			}
			used[key] = true
			row := graph.MarketShare{Country: country, Stage: stage, Item: item, Year: whole(year), Source: source, Confidence: w.confidence()}
			if !w.once(6) {
				n := w.dice(left + 1)
				left -= n
				row.SharePercent = percent(n)
			}
			if w.once(2) {
				row.Tonnes = percent(100 * (1 + w.dice(20)))
			}
			f.MarketShares = append(f.MarketShares, row)
		}
	}
}

// DrawQuestion draws a day, a filter and a question about a world: one or two conditions of all kinds, at times an element.
func DrawQuestion(dice Dice, f *graph.Facts) (graph.Day, graph.Filter, ExposureQuestion) {
	w := &denseWorld{dice: dice, f: f}
	day := graph.NewDay(2020+w.dice(8), 1+w.dice(12), 1+w.dice(28))
	filter := graph.Filter{MinConfidence: draw(w, graph.ConfidenceLow, graph.ConfidenceLow, graph.ConfidenceLow, graph.ConfidenceMedium, graph.ConfidenceHigh),
		IncludeAnnounced: w.once(4)}
	if w.once(5) {
		filter.WithoutSources = []string{w.source()}
	}
	q := ExposureQuestion{By: draw(w, "LOCATION", "LOCATION", "OWNERSHIP", "EITHER"), Closed: w.once(3)}
	for first := true; first || w.once(3); first = false {
		w.condition(&q)
	}
	if w.once(3) {
		q.Element = draw(w, "nd", "dy")
		c := &Exposure{records: newRecords(f, day, filter)}
		q.Holds, q.Mass = map[string]bool{}, map[string]float64{}
		for _, item := range c.items {
			if slices.Contains(c.elementsIn(item), q.Element) || w.once(8) {
				q.Holds[item] = true
				if !w.once(3) {
					q.Mass[item] = float64(1+w.dice(20)) / 10
				}
			}
		}
	}
	return day, filter, q
}

func (w *denseWorld) condition(q *ExposureQuestion) {
	switch w.dice(8) {
	case 0, 1:
		q.Countries = append(q.Countries, draw(w, "CN", "US", "PACT"))
	case 2:
		q.Countries = append(q.Countries, "CN")
		q.Stages = append(q.Stages, string(draw(w, graph.StageMine, graph.StageSeparation, graph.StageMetal, graph.StageMagnet, graph.StageRecycling)))
	case 3:
		q.Stages = append(q.Stages, string(draw(w, graph.Stages()...)))
	case 4:
		q.Firms = append(q.Firms, w.firm())
	case 5:
		q.Owners = append(q.Owners, w.firm())
	case 6:
		if len(w.f.Facilities) > 0 {
			q.Facilities = append(q.Facilities, draw(w, w.f.Facilities...).ID)
		} else {
			q.Countries = append(q.Countries, "CN")
		}
	default:
		var items []string
		for _, m := range w.f.Materials {
			items = append(items, m.ID)
		}
		if len(items) == 0 { // a checked world may have none
			q.Countries = append(q.Countries, "CN")
			return
		}
		q.Items = append(q.Items, draw(w, items...))
	}
}

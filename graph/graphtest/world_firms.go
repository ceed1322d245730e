package graphtest

import (
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// newestYear is the last year of a source: a sale that is still active cannot have ended before it.
func (w *world) newestYear() int {
	newest := 2019
	for i := range w.facts.Sources {
		newest = max(newest, int(w.facts.Sources[i].Published.Year))
	}
	return newest
}

func (w *world) firms() {
	f := w.facts
	for i := range w.upTo(2, 9) {
		id := fmt.Sprintf("firm-%c", 'a'+i)
		firm := graph.Firm{ID: id, Name: "Firm " + id, Country: pick(w, "CN", "CN", "US", "AU", "DE", "PACT"), Source: w.source()}
		if w.once(2) {
			firm.Roles = []graph.Role{pick(w, graph.RoleMiner, graph.RoleRefiner, graph.RoleMagnetMaker, graph.RoleOem)}
		}
		f.Firms = append(f.Firms, firm)
	}
	left := map[string]int{}
	seen := map[[2]string]bool{}
	for range w.upTo(0, 5) {
		owner, owned := pick(w, f.Firms...).ID, pick(w, f.Firms...).ID
		if seen[[2]string{owner, owned}] || owner == owned && !w.once(3) {
			continue
		}
		seen[[2]string{owner, owned}] = true
		row := graph.Holding{Owner: owner, Owned: owned, Source: w.source(), Confidence: w.confidence()}
		row.StakePercent = w.part(left, owned)
		f.Owns = append(f.Owns, row)
	}
}

// part draws a percentage of what is left of a whole, or nothing.
func (w *world) part(left map[string]int, of string) graph.Number {
	if w.once(3) {
		return graph.Number{}
	}
	if _, ok := left[of]; !ok {
		left[of] = 1000
	}
	n := pick(w, left[of], w.upTo(0, left[of]), min(500, left[of]))
	left[of] -= n
	return tenths(n)
}

func (w *world) facilities() {
	f := w.facts
	for i := range w.upTo(0, 5) {
		id := fmt.Sprintf("plant-%c", 'a'+i)
		plant := graph.Facility{
			ID: id, Name: "Plant " + id, Country: pick(w, "CN", "US", "AU"), Stage: graph.Stage(pick(w, graph.Stage("").Values()...)), Source: w.source(),
			Status: pick(w, graph.FacilityStatusOperating, graph.FacilityStatusOperating, graph.FacilityStatusRampUp, graph.FacilityStatusConstruction,
				graph.FacilityStatusPlanned, graph.FacilityStatusIdle, graph.FacilityStatusClosed),
		}
		if w.once(2) {
			plant.StartYear = whole(w.upTo(2018, 2028))
		}
		f.Facilities = append(f.Facilities, plant)
		left := map[string]int{}
		var operators []string
		for range w.upTo(0, 2) {
			firm := pick(w, f.Firms...).ID
			if slices.Contains(operators, firm) {
				continue
			}
			operators = append(operators, firm)
			row := graph.Operation{Firm: firm, Facility: id, Source: w.source(), Confidence: w.confidence()}
			row.StakePercent = w.part(left, id)
			f.Operates = append(f.Operates, row)
		}
	}
}

// making draws what plants and firms make, of anything but elements and lump items.
func (w *world) making() {
	f := w.facts
	made := w.chain()
	for _, plant := range f.Facilities {
		for _, item := range w.some(made, 2) {
			years := []int{0}
			if w.once(2) {
				years = []int{w.upTo(2018, 2023), w.upTo(2024, 2029)}
			}
			for _, year := range years {
				row := graph.Production{Facility: plant.ID, Item: item, Source: w.source(), Confidence: w.confidence()}
				if year > 0 {
					row.Year = whole(year)
				}
				if !w.once(3) {
					row.CapacityTonnesPerYear = tenths(w.upTo(0, 1000))
				}
				if w.once(3) {
					row.OutputTonnesPerYear = tenths(w.upTo(0, 1000))
				}
				f.Produces = append(f.Produces, row)
			}
		}
	}
	for _, firm := range f.Firms {
		for _, item := range w.some(made, 2) {
			f.Makes = append(f.Makes, graph.Making{Firm: firm.ID, Item: item, Source: w.source(), Confidence: w.confidence()})
		}
	}
}

func (w *world) chain() []string {
	return slices.DeleteFunc(slices.Clone(w.items), isLump)
}

// sales draws supplies: often of what the seller makes, sometimes a second row of the same three with another start.
func (w *world) sales() {
	f := w.facts
	left := map[string]int{}
	seen := map[string]bool{}
	made := w.chain()
	for range w.upTo(0, 10) {
		row := graph.Supply{Supplier: pick(w, f.Firms...).ID, Buyer: pick(w, f.Firms...).ID, Item: pick(w, made...)}
		if len(f.Makes) > 0 && !w.once(3) {
			making := pick(w, f.Makes...)
			row.Supplier, row.Item = making.Firm, making.Item
		}
		if len(f.Supplies) > 0 && w.once(5) {
			twin := pick(w, f.Supplies...)
			row.Supplier, row.Buyer, row.Item = twin.Supplier, twin.Buyer, twin.Item
		}
		row.Start, row.End = w.date(2017, 2027), w.date(2019, 2029)
		row.Status = pick(w, graph.SupplyStatusActive, graph.SupplyStatusActive, graph.SupplyStatusActive, graph.SupplyStatusAnnounced, graph.SupplyStatusEnded)
		if row.End.Known() && row.End.First() < row.Start.Last() && row.Start.Known() {
			row.End = graph.Date{}
		}
		if row.Status == graph.SupplyStatusActive && row.End.Known() && int(row.End.Year) < w.newestYear() {
			row.Status = graph.SupplyStatusEnded
		}
		key := row.Supplier + row.Buyer + row.Item + row.Start.Text()
		if row.Supplier == row.Buyer || seen[key] {
			continue
		}
		seen[key] = true
		if row.Status == graph.SupplyStatusActive {
			row.SharePercent = w.part(left, row.Buyer+row.Item)
		} else if w.once(2) {
			row.SharePercent = tenths(w.upTo(0, 1000))
		}
		if w.once(3) {
			row.VolumeTonnesPerYear = tenths(w.upTo(0, 500))
		}
		row.Source, row.Confidence = w.source(), w.confidence()
		f.Supplies = append(f.Supplies, row)
	}
}

// markets draws publications of market shares: rivals on one item, stage and year, with shares, tonnes only, or both.
func (w *world) markets() {
	f := w.facts
	subjects := append(w.chain(), "dy", "nd", "rare-earths", "heavy-rare-earths")
	seen := map[string]bool{}
	left := map[string]int{}
	for range w.upTo(0, 6) {
		item, year := pick(w, subjects...), w.upTo(2018, 2026)
		stage := pick(w, graph.StageMine, graph.StageSeparation, graph.StageSeparation, graph.StageMetal, graph.StageMagnet)
		for range w.upTo(1, 2) {
			source := w.source()
			for _, country := range w.some([]string{"AU", "CN", "US"}, 3) {
				key := fmt.Sprint(country, item, stage, year, source)
				if seen[key] {
					continue
				}
				seen[key] = true
				row := graph.MarketShare{Country: country, Stage: stage, Item: item, Year: whole(year), Source: source, Confidence: w.confidence()}
				row.SharePercent = w.part(left, fmt.Sprint(item, stage, year, source))
				if !row.SharePercent.Known || w.once(3) {
					row.Tonnes = tenths(w.upTo(0, 5000))
				}
				f.MarketShares = append(f.MarketShares, row)
			}
		}
	}
}

func (w *world) controls() {
	f := w.facts
	if w.once(2) {
		return
	}
	f.ExportControls = append(f.ExportControls, graph.Control{
		ID: "notice-1", Title: "Notice 1", Authority: "Ministry", Country: "CN", Instrument: "Notice", Effective: graph.Date{Year: 2025, Month: 4, Day: 4},
		Summary: "Licences", Source: w.source(),
	})
	for _, item := range append(w.some(w.items, 2), "heavy-rare-earths") {
		f.Restricts = append(f.Restricts, graph.Restriction{Control: "notice-1", Item: item, Licence: graph.RegimeIndividual, Source: w.source()})
	}
}

func (w *world) aliases() {
	w.facts.Aliases = append(w.facts.Aliases,
		graph.Alias{ID: "dy", Alias: "镝", Language: graph.LanguageChinese},
		graph.Alias{ID: "nd", Alias: "ネオジム", Language: graph.LanguageJapanese},
	)
	for i, item := range w.some(w.items, 2) {
		w.facts.Aliases = append(w.facts.Aliases, graph.Alias{ID: item, Alias: fmt.Sprintf("Second name %d", i), Language: graph.LanguageEnglish})
	}
}

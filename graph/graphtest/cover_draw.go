package graphtest

import (
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

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

// DrawLicences adds kinds of licences and counts of applications to a world.
func DrawLicences(dice Dice, f *graph.Facts) {
	w := &denseWorld{dice: dice, f: f}
	count := func(most int) graph.Integer { return graph.Integer{Value: int32(dice(most)), Known: !w.once(4)} }
	for i := range dice(4) {
		row := graph.LicenceType{ID: fmt.Sprintf("licence-type-%d", i), Country: draw(w, "CN", "CN", "US"), PerShipment: draw(w, graph.True, graph.True, graph.False, ""),
			TypicalDaysLow: count(5), Source: w.source()}
		row.TypicalDaysHigh = graph.Integer{Value: row.TypicalDaysLow.Value + int32(dice(9)), Known: !w.once(6)}
		if w.once(2) {
			row.Introduced = graph.Date{Year: int16(2019 + dice(8))}
		}
		f.LicenceTypes = append(f.LicenceTypes, row)
	}
	for i := range dice(6) {
		row := graph.LicenceStatistic{ID: fmt.Sprintf("count-%d", i), ApplicantRegion: draw(w, "CN", "US", "PACT", ""), AsOf: graph.Date{Year: int16(2019 + dice(8)), Month: uint8(dice(13))},
			Applied: count(9), Approved: count(9), Source: w.source()}
		if w.once(3) {
			row.ApprovedPercent = percent(dice(101))
		}
		f.LicenceStatistics = append(f.LicenceStatistics, row)
	}
}

// DrawRules draws rules on licences in a world, from days around one.
func DrawRules(dice Dice, f *graph.Facts, day graph.Day) []StopRule {
	w := &denseWorld{dice: dice, f: f}
	var rules []StopRule
	for len(rules) == 0 || w.once(3) {
		rule := StopRule{From: day + graph.Day(dice(20)-4)}
		w.condition(&rule.Target)
		rule.Target.By = draw(w, "LOCATION", "OWNERSHIP", "EITHER")
		if w.once(2) {
			low := float64(dice(9))
			rule.Review = &[2]float64{low, low + float64(dice(6))/2}
		}
		if w.once(3) {
			low := draw(w, 0, 0.25, 0.5)
			rule.Approved = &[2]float64{low, low + draw(w, 0, 0.5)}
		}
		rules = append(rules, rule)
	}
	return rules
}

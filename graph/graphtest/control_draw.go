package graphtest

import (
	"math/rand/v2"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// DrawLaw changes the law of a release at random: days and countries of controls, what they cover and how, who is listed, which licences
// are held, who holds whom. Tables that do not bear on licences are left out. The release given is not changed.
func DrawLaw(dice *rand.Rand, whole *graph.Facts) *graph.Facts {
	f := *whole
	f.Supplies, f.MarketShares, f.MarketProjections, f.Makes, f.Produces, f.Operates, f.Events = nil, nil, nil, nil, nil, nil, nil
	f.MonthlyExports, f.PeriodExports, f.ImportDependence, f.LeadTimes, f.Stocks, f.FirmSizes = nil, nil, nil, nil, nil, nil
	f.Facilities, f.ProcurementRules, f.ProcurementRuleSteps, f.LicenceStatistics, f.Substitutes = nil, nil, nil, nil, nil
	f.Aliases = nil
	drawControls(dice, &f)
	f.Restricts = slices.Clone(f.Restricts)
	f.Restricts = slices.DeleteFunc(f.Restricts, func(graph.Restriction) bool { return dice.IntN(12) == 0 })
	for i := range f.Restricts {
		if dice.IntN(6) == 0 {
			f.Restricts[i].Licence = []graph.Regime{graph.RegimeIndividual, graph.RegimeGeneralEligible, graph.RegimeProhibited}[dice.IntN(3)]
		}
	}
	f.NotControlled = slices.DeleteFunc(slices.Clone(f.NotControlled), func(graph.Exclusion) bool { return dice.IntN(6) == 0 })
	f.Kinds = slices.DeleteFunc(slices.Clone(f.Kinds), func(graph.Kind) bool { return dice.IntN(15) == 0 })
	drawLists(dice, &f)
	drawLicences(dice, &f)
	drawHoldings(dice, &f)
	return &f
}

func drawDay(dice *rand.Rand) graph.Date {
	d, err := graph.ParseDate(graph.NewDay(2025, 1, 1+dice.IntN(800)).String())
	if err != nil {
		panic(err) // a printed day parses
	}
	switch dice.IntN(8) {
	case 0:
		d.Day = 0
	case 1:
		d.Day, d.Month = 0, 0
	}
	return d
}

func drawControls(dice *rand.Rand, f *graph.Facts) {
	f.ExportControls = slices.Clone(f.ExportControls)
	for i := range f.ExportControls {
		c := &f.ExportControls[i]
		switch dice.IntN(8) {
		case 0:
			c.Effective = drawDay(dice)
		case 1:
			c.SuspendedFrom, c.SuspendedUntil = graph.Date{}, graph.Date{}
		case 2:
			c.SuspendedFrom, c.SuspendedUntil = drawDay(dice), graph.Date{}
		case 3:
			c.SuspendedFrom, c.SuspendedUntil = drawDay(dice), drawDay(dice)
			if c.SuspendedUntil.Last() < c.SuspendedFrom.First() {
				c.SuspendedFrom, c.SuspendedUntil = c.SuspendedUntil, c.SuspendedFrom
			}
		case 4:
			if dice.IntN(6) == 0 {
				c.Country = "US"
			}
		}
	}
}

func drawLists(dice *rand.Rand, f *graph.Facts) {
	f.ListedEntities = slices.DeleteFunc(slices.Clone(f.ListedEntities), func(graph.ListedEntity) bool { return dice.IntN(8) == 0 })
	taken := map[string]bool{}
	for _, l := range f.ListedEntities {
		taken[l.Control+l.Entity] = true
	}
	for range dice.IntN(12) {
		row := f.ListedEntities[dice.IntN(len(f.ListedEntities))]
		row.Control = f.ListedEntities[dice.IntN(len(f.ListedEntities))].Control
		if dice.IntN(4) == 0 {
			row.List = []graph.EntityList{graph.EntityListControl, graph.EntityListWatch}[dice.IntN(2)]
		}
		if key := row.Control + row.Entity; !taken[key] {
			taken[key] = true
			f.ListedEntities = append(f.ListedEntities, row)
		}
	}
}

func drawLicences(dice *rand.Rand, f *graph.Facts) {
	f.Licences = slices.Clone(f.Licences)
	for i := range f.Licences {
		l := &f.Licences[i]
		if dice.IntN(2) == 0 {
			l.LicenceType = "cn-general-rare-earth"
			l.Holder = []string{"", "jl-mag", "baotou-tianhe", "zhong-ke-san-huan", "chinese-exporters-unnamed"}[dice.IntN(5)]
			l.Customer = []string{"", "ford", "toyota", "general-motors", "volkswagen", "eu-firms-unnamed", "korean-firms-unnamed"}[dice.IntN(7)]
			l.Item = []string{"", "sintered-ndfeb-magnet-hc", "dy-oxide", "gallium-items", "rare-earth-magnet"}[dice.IntN(5)]
			l.Granted, l.Expires = drawDay(dice), graph.Date{}
			if dice.IntN(2) == 0 {
				l.Expires = drawDay(dice)
			}
		}
	}
}

func drawHoldings(dice *rand.Rand, f *graph.Facts) {
	firms := []string{"ford", "toyota", "volkswagen", "general-motors", "leidos", "tdk", "hensoldt", "mp-materials"}
	f.Owns = slices.Clone(f.Owns)
	taken := map[string]bool{}
	for _, h := range f.Owns {
		taken[h.Owner+">"+h.Owned] = true
	}
	for range dice.IntN(6) {
		h := f.Owns[0]
		h.Owner, h.Owned = firms[dice.IntN(len(firms))], firms[dice.IntN(len(firms))]
		h.StakePercent = []graph.Number{{}, {Value: 49, Known: true}, {Value: 50, Known: true}, {Value: 100, Known: true}}[dice.IntN(4)]
		if key := h.Owner + ">" + h.Owned; h.Owner != h.Owned && !taken[key] {
			taken[key] = true
			f.Owns = append(f.Owns, h)
		}
	}
}

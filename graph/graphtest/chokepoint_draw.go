package graphtest

import (
	"fmt"
	"hash/fnv"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// LossQuestion asks the slow twin of chokepoints what stops an item or a firm, by readable ids.
type LossQuestion struct {
	Of        string
	Size      int
	Below     float64
	Among     []string // kinds of losses; empty: all
	Readiness string   // of substitutes; empty: none
	Border    *LossBorder
}

// DrawLossQuestion draws a day, a filter and a question about a world, after it has given the world some substitutes. Sets of three are
// of one or two kinds of losses only, so that all of them can be tried.
func DrawLossQuestion(dice Dice, f *graph.Facts) (graph.Day, graph.Filter, LossQuestion) {
	w := &denseWorld{dice: dice, f: f}
	day, filter, _ := DrawQuestion(dice, f)
	items := newRecords(f, day, filter).items
	if len(items) == 0 {
		return day, filter, LossQuestion{Of: w.firm(), Size: 1}
	}
	for range dice(5) {
		row := graph.Substitute{Item: draw(w, items...), Substitute: draw(w, items...), Source: w.source(), Confidence: w.confidence(),
			Readiness: draw(w, graph.ReadinessAvailable, graph.ReadinessLimited, graph.ReadinessResearch)}
		if w.once(2) {
			row.ForItem = draw(w, items...)
		}
		f.Substitutes = append(f.Substitutes, row)
	}
	q := LossQuestion{Of: items[len(items)-1-dice(min(3, len(items)))], Size: draw(w, 1, 1, 1, 2, 2, 3),
		Below: draw(w, 0, 0.1, 0.1, 0.1, 0.3, 0.5, 0.9), Readiness: draw(w, "", "", "AVAILABLE", "LIMITED", "RESEARCH")}
	if w.once(4) {
		q.Of = w.firm()
	}
	kinds := []string{"COUNTRY", "COUNTRY_STAGE", "FIRM", "FACILITY"}
	if q.Size == 3 || w.once(3) {
		q.Among = []string{draw(w, kinds...), draw(w, "COUNTRY", "FACILITY")}
	}
	return day, filter, q
}

// DrawLossBorder draws the law of a country of a world: of every shipment it lets pass, closes, may close, or puts under one control or two.
// It adds two controls to the world, and figures by which the country makes much of what some item needs.
func DrawLossBorder(dice Dice, f *graph.Facts, of string) *LossBorder {
	w := &denseWorld{dice: dice, f: f}
	var controls []string
	for _, id := range []string{"exit-a", "exit-b"} {
		controls = append(controls, id)
		f.ExportControls = append(f.ExportControls, graph.Control{ID: id, Title: id, Authority: "x", Country: "CN", Instrument: "x",
			Effective: graph.Date{Year: 2020, Month: 1, Day: 1}, Summary: "x", Source: w.source()})
	}
	country := "CN"
	if len(f.MarketShares) > 0 && w.once(2) { // one whose law matters
		country = draw(w, f.MarketShares...).Country
	}
	for k := range min(3, len(f.Feeds)) {
		above := slices.DeleteFunc(slices.Clone(f.Feeds), func(r graph.Feed) bool { return r.To != of })
		switch {
		case len(above) > 0 && dice(3) > 0:
			of = draw(w, above...).From
		case k == 0: // it may be a firm
			of = draw(w, f.Feeds...).To
		}
		f.MarketShares = append(f.MarketShares, graph.MarketShare{Country: country, Stage: graph.StageAlloy, Item: of, Year: whole(2020), Source: w.source(),
			SharePercent: percent(draw(w, 40, 80, 95, 100)), Confidence: w.confidence()})
	}
	seed, open, alike := dice(1<<30), draw(w, 0, 2, 5, 9), w.once(2)
	return &LossBorder{Country: country, To: draw(w, "", "", f.Countries[0].ID, f.Countries[len(f.Countries)-1].ID), Law: func(item, to, user, holder string) []LossBar {
		h := fnv.New64a()
		if alike { // whoever buys it
			to, user, holder = "", "", ""
		}
		_, _ = fmt.Fprint(h, seed, item, "|", to, "|", user, "|", holder)
		at := h.Sum64()
		if at%uint64(10) < uint64(open) {
			return nil
		}
		sure := at>>8%4 > 0
		switch at >> 16 % 6 {
		case 0, 1:
			return []LossBar{{"", sure}}
		case 2:
			return []LossBar{{"", sure}, {controls[0], sure}}
		case 3:
			return []LossBar{{controls[0], sure}, {controls[1], at>>24%2 > 0}}
		default:
			return []LossBar{{controls[at>>24%2], sure}}
		}
	}}
}

package graphtest

import (
	"math"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// scaleMarket lets what is left of each publication serve what the whole of it served.
func (e *rowEditor) scaleMarket() {
	f := e.out.Facts
	f.MarketShares = slices.Clone(f.MarketShares)
	part := func(r graph.MarketShare) float64 {
		left := 1.0
		for i, edit := range e.edits {
			t := e.tests[i]
			if edit.Kind != "remove" && edit.Kind != "limit" || len(t.q.Firms)+len(t.q.Facilities)+len(t.q.Owners) > 0 ||
				len(t.q.Stages) > 0 && !slices.Contains(t.q.Stages, string(r.Stage)) || len(t.q.Countries) > 0 && !t.countryAsked(r.Country) {
				continue
			}
			if len(t.q.Items) > 0 {
				if !slices.Contains(e.items, r.Item) || !t.itemAsked(r.Item) && slices.ContainsFunc(e.below(r.Item), t.itemAsked) {
					e.ok = false // these figures stand for several items
				}
				if !t.itemAsked(r.Item) {
					continue
				}
			}
			if edit.Kind == "remove" {
				left = 0
			} else {
				left *= edit.Factor
			}
		}
		return left
	}
	type publication struct {
		item, source string
		stage        graph.Stage
		year         int32
	}
	covered, world := map[publication]float64{}, map[publication]float64{}
	of := func(r graph.MarketShare) publication { return publication{r.Item, r.Source, r.Stage, r.Year.Value} }
	counts := func(r graph.MarketShare) bool { return r.SharePercent.Known && e.keeps(r.Source, r.Confidence) }
	for _, r := range f.MarketShares {
		if counts(r) {
			covered[of(r)] += r.SharePercent.Value
			world[of(r)] += r.SharePercent.Value * part(r)
		}
	}
	for i := range f.MarketShares {
		r := &f.MarketShares[i]
		if p := of(*r); counts(*r) && covered[p] > 0 && world[p] != covered[p] {
			if world[p] == 0 || r.Tonnes.Known {
				e.ok = false // nobody is left, or the world total behind its tonnes would change
			}
			r.SharePercent.Value *= part(*r) * covered[p] / world[p]
		}
	}
}

// DrawEdits draws one to three edits of a world.
func DrawEdits(dice Dice, f *graph.Facts) []ScenarioEdit {
	w := &denseWorld{dice: dice, f: f}
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
	items = slices.DeleteFunc(items, func(i string) bool { return strings.HasSuffix(i, "-unspecified") })
	var edits []ScenarioEdit
	for len(edits) == 0 || len(edits) < 3 && w.once(2) {
		edit := ScenarioEdit{Kind: draw(w, "remove", "remove", "remove", "limit", "sale", "sale", "plant", "plant", "delay"), Start: graph.MinDay}
		switch edit.Kind {
		case "sale":
			edit.Supplier, edit.Buyer, edit.Share = w.firm(), w.firm(), draw(w, math.NaN(), 0, 0.25, 0.5, 1)
		case "plant":
			edit.Firm, edit.In, edit.Tonnes = w.firm(), draw(w, "CN", "US", "AU"), draw(w, math.NaN(), 10, 70)
		default:
			edit.Factor, edit.Years = draw(w, 0, 0.3, 0.5, 1), w.dice(3)
			for first := true; first || w.once(3); first = false {
				w.condition(&edit.Target)
			}
			edit.Target.By = draw(w, "LOCATION", "LOCATION", "OWNERSHIP", "EITHER")
		}
		if len(items) == 0 && (edit.Kind == "sale" || edit.Kind == "plant") {
			continue
		}
		if edit.Kind == "sale" || edit.Kind == "plant" {
			edit.Item = draw(w, items...)
			if w.once(5) {
				edit.Start = graph.NewDay(2020+dice(8), 1, 1)
			}
		}
		edits = append(edits, edit)
	}
	return edits
}

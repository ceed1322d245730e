package graphtest

import (
	"fmt"
	"reflect"
	"slices"

	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
)

// World draws a small release that obeys every rule of the checks and is otherwise as awkward as they allow: recipes with
// diamonds, classes with and without recipes of their own, grades of several classes, alternatives, joint products, lump items,
// stated and unstated quantities, shares and stakes, holdings in loops, parallel sales, plants in every state, dates of every
// precision, rival publications, islands, rows in any order. The elements nd, dy and fe, the countries CN, US, AU and DE, the region
// WORLD and the groups rare-earths and heavy-rare-earths are always there. Ids do not follow the order of recipes.
func World(t *rapid.T) *graph.Facts {
	w := &world{t: t, facts: &graph.Facts{}, unit: map[string]graph.Unit{}}
	w.sources()
	w.places()
	w.materials()
	w.recipes()
	w.substitutes()
	w.groups()
	w.firms()
	w.facilities()
	w.making()
	w.sales()
	w.markets()
	w.controls()
	w.aliases()
	w.shuffle()
	return w.facts
}

// View draws a day and a filter and looks at the release through them.
func View(t *rapid.T, facts *graph.Facts) *graph.View {
	s, err := graph.Build(facts)
	if err != nil {
		t.Fatalf("the world does not build: %v", err)
	}
	day := graph.NewDay(rapid.IntRange(2019, 2028).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
	filter := graph.Filter{IncludeAnnounced: rapid.IntRange(0, 3).Draw(t, "announced") == 0}
	if rapid.IntRange(0, 3).Draw(t, "filtered") == 0 {
		filter.MinConfidence = rapid.SampledFrom([]graph.Confidence{graph.ConfidenceLow, graph.ConfidenceMedium, graph.ConfidenceHigh}).Draw(t, "floor")
		if rapid.Bool().Draw(t, "drop") {
			filter.WithoutSources = []string{rapid.SampledFrom(facts.Sources).Draw(t, "dropped").ID}
		}
	}
	v, err := graph.NewView(s, day, filter)
	if err != nil {
		t.Fatalf("the world gives no view: %v", err)
	}
	return v
}

type world struct {
	t     *rapid.T
	facts *graph.Facts
	items []string // chain items and lump items, inputs before outputs and grades before classes
	unit  map[string]graph.Unit
}

// once is true in one of n draws.
func (w *world) once(n int) bool { return rapid.IntRange(1, n).Draw(w.t, "once") == n }

// upTo draws a number from low to high.
func (w *world) upTo(low, high int) int { return rapid.IntRange(low, high).Draw(w.t, "n") }

func pick[T any](w *world, from ...T) T {
	return from[rapid.IntRange(0, len(from)-1).Draw(w.t, "pick")]
}

func tenths(n int) graph.Number { return graph.Number{Value: float64(n) / 10, Places: 1, Known: true} }

func whole(n int) graph.Integer { return graph.Integer{Value: int32(n), Known: true} }

func (w *world) source() string { return pick(w, w.facts.Sources...).ID }

func (w *world) confidence() graph.Confidence {
	return pick(w, graph.ConfidenceHigh, graph.ConfidenceMedium, graph.ConfidenceLow)
}

// date draws a day, month or year from year first to last, or nothing.
func (w *world) date(first, last int) graph.Date {
	d := graph.Date{Year: int16(w.upTo(first, last))}
	switch w.upTo(0, 3) {
	case 0:
		return graph.Date{}
	case 1:
		d.Month = uint8(w.upTo(1, 12))
	case 2:
		d.Month, d.Day = uint8(w.upTo(1, 12)), uint8(w.upTo(1, 28))
	}
	return d
}

func (w *world) sources() {
	kinds := []graph.SourceKind{graph.SourceKindOfficial, graph.SourceKindCompany, graph.SourceKindMedia, graph.SourceKindPaper,
		graph.SourceKindDataset, graph.SourceKindAnalyst}
	for i := range w.upTo(2, 4) {
		id := fmt.Sprintf("s-%d", i)
		w.facts.Sources = append(w.facts.Sources, graph.Source{
			ID: id, Title: "Report " + id, Publisher: "Office", URL: "https://example.org/" + id, Published: w.date(2019, 2026), Kind: pick(w, kinds...),
		})
	}
}

func (w *world) places() {
	f := w.facts
	for _, c := range [][2]string{{"AU", "AUS"}, {"CN", "CHN"}, {"DE", "DEU"}, {"US", "USA"}} {
		f.Countries = append(f.Countries, graph.Country{ID: c[0], ISO3: c[1], Name: "Land " + c[0], Region: "Earth"})
	}
	f.Regions = append(f.Regions, graph.Region{ID: "WORLD", Name: "World"}, graph.Region{ID: "PACT", Name: "Pact"})
	f.RegionMembers = append(f.RegionMembers, graph.RegionMember{Region: "PACT", Country: "AU"}, graph.RegionMember{Region: "PACT", Country: "US"})
}

func (w *world) materials() {
	f := w.facts
	for _, e := range []graph.Element{
		{ID: "nd", Symbol: "Nd", Name: "neodymium", AtomicNumber: whole(60), Group: graph.ElementGroupLight},
		{ID: "dy", Symbol: "Dy", Name: "dysprosium", AtomicNumber: whole(66), Group: graph.ElementGroupHeavy},
		{ID: "fe", Symbol: "Fe", Name: "iron", AtomicNumber: whole(26), Group: graph.ElementGroupNonRareEarth},
	} {
		e.Source = w.source()
		f.Elements = append(f.Elements, e)
		w.unit[e.ID] = graph.UnitKg
	}
	n := w.upTo(3, 11)
	names := rapid.Permutation(rangeTo(n)).Draw(w.t, "names")
	for i := range n {
		w.item(i, fmt.Sprintf("item-%c", 'a'+names[i]))
	}
	if w.once(4) {
		w.item(0, "metals-unspecified")
	}
	// a lump item has no inputs, so it stands before all others
	slices.SortStableFunc(w.items, func(x, y string) int { return boolToInt(isLump(y)) - boolToInt(isLump(x)) })
}

// item adds a material, component or product. Later items are more likely to be finished goods.
func (w *world) item(i int, id string) {
	f := w.facts
	kind, unit := w.upTo(0, 3)+i/4, graph.UnitKg
	switch {
	case isLump(id):
		f.Materials = append(f.Materials, graph.Material{ID: id, Name: "Material " + id, Form: graph.FormMixedCompound, Source: w.source()})
	case kind < 3:
		form := pick(w, graph.Form("").Values()...)
		if w.once(10) {
			id += "-scrap"
		}
		f.Materials = append(f.Materials, graph.Material{ID: id, Name: "Material " + id, Form: graph.Form(form), Source: w.source()})
	case kind < 5:
		unit = pick(w, graph.UnitKg, graph.UnitUnit, graph.UnitUnit, graph.UnitMW)
		made := pick(w, graph.ComponentKindMagnet, graph.ComponentKindMotor, graph.ComponentKindGenerator, graph.ComponentKindOther)
		f.Components = append(f.Components, graph.Component{ID: id, Name: "Component " + id, Kind: made, Unit: unit, Source: w.source()})
	default:
		unit = pick(w, graph.UnitUnit, graph.UnitUnit, graph.UnitMW, "")
		f.Products = append(f.Products, graph.Product{
			ID: id, Name: "Product " + id, Sector: graph.SectorAutomotive, EndUse: pick(w, graph.ItemEndUseCivilian, graph.ItemEndUseDual),
			Category: graph.CategoryEv, Unit: unit, Source: w.source(),
		})
	}
	w.items = append(w.items, id)
	w.unit[id] = unit
}

// recipes draws kinds and feeds. Both run forward in w.items, so that they close no loop.
func (w *world) recipes() {
	for at, item := range w.items {
		if isLump(item) {
			continue
		}
		class := false
		if at > 0 && w.once(4) {
			for _, grade := range w.some(w.items[:at], 3) {
				if w.unit[grade] == w.unit[item] && !isLump(grade) {
					w.facts.Kinds = append(w.facts.Kinds, graph.Kind{Item: grade, KindOf: item})
					class = true
				}
			}
		}
		if class && !w.once(4) || !class && w.once(5) {
			continue
		}
		for _, input := range w.some(append([]string{"nd", "dy", "fe"}, w.items[:at]...), 5) {
			w.feed(input, item)
		}
	}
}

func (w *world) feed(input, output string) {
	unit := graph.FeedUnit(countedIn(w.unit[input], graph.UnitUnit) + "_per_" + perUnit(w.unit[output]))
	if !slices.Contains(unit.Values(), string(unit)) {
		return // nothing is counted so: units of a part in a kilogram of material
	}
	row := graph.Feed{From: input, To: output, Unit: unit, Essential: graph.False, Source: w.source(), Confidence: w.confidence()}
	if !w.once(3) {
		row.Essential = graph.True
	}
	if !w.once(3) {
		middle := w.upTo(0, 30)
		row.Quantity = tenths(middle)
		if w.once(3) {
			row.QuantityLow = tenths(w.upTo(0, middle))
		}
		if w.once(3) {
			row.QuantityHigh = tenths(middle + w.upTo(0, 20))
		}
	}
	w.facts.Feeds = append(w.facts.Feeds, row)
}

// countedIn is the amount word of a feed unit: power of a thing is stated as units of it.
func countedIn(unit, other graph.Unit) string {
	if unit == graph.UnitKg {
		return "kg"
	}
	return string(other)
}

func perUnit(unit graph.Unit) string {
	switch unit {
	case graph.UnitMW:
		return "mw"
	case "":
		return "unit"
	}
	return string(unit)
}

func (w *world) substitutes() {
	seen := map[[3]string]bool{}
	for range w.upTo(0, 3) {
		item, other, output := pick(w, w.items...), pick(w, w.items...), ""
		if len(w.facts.Feeds) > 0 && !w.once(4) {
			row := pick(w, w.facts.Feeds...)
			item, output = row.From, row.To
			if second := pick(w, w.facts.Feeds...); w.once(2) && second.To == output {
				other = second.From
			}
		}
		key := [3]string{item, other, output}
		if item == other || seen[key] {
			continue
		}
		seen[key] = true
		w.facts.Substitutes = append(w.facts.Substitutes, graph.Substitute{
			Item: item, Substitute: other, ForItem: output, Readiness: pick(w, graph.ReadinessAvailable, graph.ReadinessLimited, graph.ReadinessResearch),
			Source: w.source(), Confidence: w.confidence(),
		})
	}
}

func (w *world) groups() {
	f := w.facts
	for _, id := range []string{"heavy-rare-earths", "rare-earths"} {
		f.ItemGroups = append(f.ItemGroups, graph.ItemGroup{ID: id, Name: "Group " + id, Note: "All of them"})
		members := append([]string{"dy"}, w.some(w.items, 2)...)
		if id == "rare-earths" {
			members = append(members, "nd")
		}
		for _, m := range members {
			f.ItemGroupMembers = append(f.ItemGroupMembers, graph.ItemGroupMember{Group: id, Item: m})
		}
	}
}

// some draws up to most different things of a list, in its order.
func (w *world) some(list []string, most int) []string {
	var drawn []string
	for range min(w.upTo(0, most), len(list)) {
		if one := pick(w, list...); !slices.Contains(drawn, one) {
			drawn = append(drawn, one)
		}
	}
	return drawn
}

// shuffle puts the rows of every table into any order and numbers their lines.
func (w *world) shuffle() {
	tables := reflect.ValueOf(w.facts).Elem()
	for i := range tables.NumField() {
		rows := tables.Field(i)
		swap := reflect.Swapper(rows.Interface())
		for last := rows.Len() - 1; last > 0; last-- {
			swap(last, w.upTo(0, last))
		}
		for row := range rows.Len() {
			rows.Index(row).FieldByName("Line").SetInt(int64(row + 2))
		}
	}
}

func isLump(id string) bool { return id == "metals-unspecified" }

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func rangeTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

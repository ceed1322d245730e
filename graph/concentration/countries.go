package concentration

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// roundedOver is how far printed shares may add to more than 1 before they are scaled.
const roundedOver = 1.01

func unknown() float64 { return math.NaN() }

// countries measures the figures that stand for an item at a stage.
func (a *asker) countries(item graph.Node, stage graph.Stage) []Row {
	var rows []Row
	for _, f := range a.figures(item, stage) {
		r := Row{Item: f.Item, Under: f.Under, Publication: f.Publication, World: unknown(), Flags: f.Flags}
		var flags graph.Flags
		if r.Parties, flags = a.parties(f.Publication, f.Item); len(r.Parties) == 0 {
			r = a.nothing(f.Item) // the scenario leaves nobody on record
		}
		r.Flags = r.Flags.With(flags...)
		r.Measures = Measure(holdings(r.Parties))
		r.Cap = MarkOf(a.thirdCountry(r.Parties, r.Rest), ThirdCountryCap)
		for i := range f.Others {
			if other, ok := a.measured(&f.Others[i], f.Item); ok {
				r.Others = append(r.Others, other)
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// figures finds what stands for an item. An element without figures of its own at the stage is looked up in the items there
// that hold it, then in the groups that it belongs to, then in the items that may hold it.
func (a *asker) figures(item graph.Node, stage graph.Stage) []market.Figure {
	if a.v.Is(item, graph.KindItemGroup) {
		return a.ofGroup(item, stage)
	}
	if !a.v.Is(item, graph.KindElement) || len(a.index.Publications(stage, item)) > 0 {
		return a.index.Find(stage, item, graph.NoNode)
	}
	if found := a.published(stage, a.holders(item)); len(found) > 0 {
		return found
	}
	if found := a.index.Find(stage, item, graph.NoNode); len(found) > 0 {
		return found
	}
	found := a.published(stage, a.possibleHolders(item))
	for i := range found {
		found[i].Flags = found[i].Flags.With(graph.FlagPossiblyHolds)
	}
	return found
}

// published keeps the items with figures of their own.
func (a *asker) published(stage graph.Stage, items []graph.Node) []market.Figure {
	var found []market.Figure
	for _, item := range items {
		if len(a.index.Publications(stage, item)) > 0 {
			found = append(found, a.index.Find(stage, item, graph.NoNode)...)
		}
	}
	return found
}

// ofGroup takes what is published of a group itself.
func (a *asker) ofGroup(group graph.Node, stage graph.Stage) []market.Figure {
	list := a.index.Publications(stage, group)
	if len(list) == 0 {
		return nil
	}
	f := market.Figure{Publication: &list[0], Item: group, Under: group}
	for _, p := range list[1:] {
		if p.Year == f.Year {
			f.Others = append(f.Others, p)
		}
	}
	if a.v.AsOf.Year()-f.Year > oldAfter {
		f.Flags = f.Flags.With(graph.FlagOldFigure)
	}
	if len(f.Rows) == 1 && (f.Confidence == graph.ConfidenceLow || a.v.Source(f.Source).Kind == graph.SourceKindMedia) {
		f.Flags = f.Flags.With(graph.FlagSingleFigure)
	}
	return []market.Figure{f}
}

// parties are the countries of a publication of an item's market, largest first. Shares that add to more than rounding explains are
// scaled. What the scenario takes from some, the others serve: named shares keep their sum.
func (a *asker) parties(p *market.Publication, item graph.Node) (parties []Party, flags graph.Flags) {
	rows := a.v.Facts().MarketShares
	before, total := 0.0, 0.0
	for _, row := range p.Rows {
		country, share := a.v.Shares.From[row], rows[row].SharePercent.Value/100
		left, shown := a.v.MarketLeft(country, p.Stage, item)
		if !shown {
			flags = flags.With(graph.FlagMarketUnchanged)
		}
		before += share
		total += share * left
		if left < 1 {
			flags = flags.With(graph.FlagScenario)
		}
		if left > 0 {
			parties = append(parties, Party{Node: country, Share: share * left, Tonnes: unknown(), Rows: []graph.RowRef{a.v.Shares.Row(row)}})
		}
	}
	sum := before
	if before > roundedOver {
		flags, sum = flags.With(graph.FlagSharesScaled), 1
	}
	if total <= 0 && before > 0 {
		return nil, flags
	}
	for i := range parties {
		if total != sum {
			parties[i].Share *= sum / total
		}
	}
	a.sort(parties)
	return parties, flags
}

func (a *asker) sort(parties []Party) {
	slices.SortFunc(parties, func(x, y Party) int {
		return cmp.Or(cmp.Compare(y.Share, x.Share), cmp.Compare(a.v.Key(x.Node), a.v.Key(y.Node)))
	})
}

func holdings(parties []Party) []Holding {
	out := make([]Holding, len(parties))
	for i, p := range parties {
		out[i] = Holding{Share: p.Share, Open: p.Open}
	}
	return out
}

// thirdCountry is the largest share of a country outside the EU; the rest may be that of one such country.
func (a *asker) thirdCountry(parties []Party, rest float64) graph.Interval {
	largest := 0.0
	for _, p := range parties {
		if !a.eu[p.Node] {
			largest = max(largest, p.Share)
		}
	}
	return graph.Between(largest, max(largest, rest))
}

func (a *asker) measured(p *market.Publication, item graph.Node) (Published, bool) {
	parties, _ := a.parties(p, item)
	if len(parties) == 0 {
		return Published{}, false
	}
	m := Measure(holdings(parties))
	return Published{Publication: *p, HHI: m.HHI, Largest: parties[0].Node, Top1: m.Top1}, true
}

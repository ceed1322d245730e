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
		var scaled bool
		r.Parties, scaled = a.parties(f.Publication)
		if scaled {
			r.Flags = r.Flags.With(graph.FlagSharesScaled)
		}
		r.Measures = Measure(holdings(r.Parties))
		r.Cap = MarkOf(a.thirdCountry(r.Parties, r.Rest), ThirdCountryCap)
		for i := range f.Others {
			r.Others = append(r.Others, a.measured(&f.Others[i]))
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

// parties are the countries of a publication, largest first. Shares that add to more than rounding explains are scaled.
func (a *asker) parties(p *market.Publication) (parties []Party, scaled bool) {
	rows := a.v.Facts().MarketShares
	total := 0.0
	for _, row := range p.Rows {
		share := rows[row].SharePercent.Value / 100
		parties = append(parties, Party{Node: a.v.Shares.From[row], Share: share, Tonnes: unknown(), Rows: []graph.RowRef{a.v.Shares.Row(row)}})
		total += share
	}
	if scaled = total > roundedOver; scaled {
		for i := range parties {
			parties[i].Share /= total
		}
	}
	a.sort(parties)
	return parties, scaled
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

func (a *asker) measured(p *market.Publication) Published {
	parties, _ := a.parties(p)
	m := Measure(holdings(parties))
	return Published{Publication: *p, HHI: m.HHI, Largest: parties[0].Node, Top1: m.Top1}
}

package compliance

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// rounding is what sums of shares may miss of 1 by floating point.
const rounding = 1e-9

// making is a making by itself: what bars it, and what of it is not known.
func (p *plan) making(item, firm, country graph.Node, stages []graph.Stage, scope int32) rule {
	if !p.view.Is(country, graph.KindCountry) {
		return rule{facts: []Fact{fact(Place, item, firm)}}
	}
	bars, byGrade := p.bans.hits(p.scopes[scope], item, stages, country)
	r := rule{bars: bars}
	if byGrade {
		r.facts = []Fact{fact(Grade, item, firm)}
	}
	return r
}

// shipped is a shipment by itself. One from where nobody knows is no fact more: that is one of its making.
func (p *plan) shipped(item, origin, destination, buyer graph.Node) rule {
	if origin == destination || !p.view.Is(origin, graph.KindCountry) || !p.view.Is(destination, graph.KindCountry) {
		return rule{}
	}
	c := Crossing{item, origin, destination, buyer}
	ruling, known := p.rulings[c]
	if !known {
		ruling = p.q.Law(c)
		p.rulings[c] = ruling
	}
	r := rule{shipment: &c, rows: ruling.Rows, flags: ruling.Flags}
	switch ruling.Passes {
	case graph.True:
	case graph.False:
		r.bars = []int32{p.closes(c, ruling.Rows)}
	default:
		missing := fact(LawOf, item, graph.NoNode)
		missing.Country, missing.Buyer, missing.To = origin, buyer, destination
		r.facts = []Fact{missing}
	}
	return r
}

// closes is the bar of a law that does not let an item out of a country.
func (p *plan) closes(c Crossing, rows []graph.RowRef) int32 {
	at := [2]graph.Node{c.Item, c.Origin}
	b, known := p.closed[at]
	if !known {
		b = int32(len(p.bars))
		p.closed[at] = b
		p.bars = append(p.bars, Bar{Kind: ByLaw, Item: c.Item, Country: c.Origin, Rows: rows})
	}
	return b
}

func (p *plan) lineOf(firm, item graph.Node) (int32, bool) {
	if firm == graph.NoNode {
		return 0, false
	}
	return p.network.LineOf(firm, item)
}

// placesOf lists where a part is made; one place of which nothing is said where none is on record.
func (p *plan) placesOf(part int32) []graph.Place {
	places := p.network.Parts[part].Places()
	if len(places) == 0 {
		places = []graph.Place{{Facility: graph.NoNode, Tonnes: math.NaN()}}
	}
	return places
}

func (p *plan) countryAt(part int32, at graph.Place) graph.Node {
	switch {
	case at.Facility != graph.NoNode:
		return p.view.CountryOf(at.Facility)
	case at.Country != 0:
		return at.Country
	}
	return p.view.CountryOf(p.network.Parts[part].Firm)
}

// stages are those at which an item counts.
func (p *plan) stages(item graph.Node) []graph.Stage {
	switch own := p.view.Stage(item); own {
	case "":
		return nil
	case graph.StageConcentration:
		return []graph.Stage{own, graph.StageMine}
	default:
		return []graph.Stage{own}
	}
}

// worldMarket is where an item is made by those who are not on record.
type worldMarket struct {
	countries []graph.Node // makers on record, or a share, in the order of keys; NoNode last: makers nobody knows where
	rows      map[graph.Node][]graph.RowRef
}

// countries lists where an item is made, by anybody.
func (p *plan) countries(item graph.Node) []graph.Node { return p.worldMarket(item).countries }

// unnamed tells whether makers in a country that are not on record have a share of the market, or may have one.
func (p *plan) unnamed(country, item graph.Node) bool {
	_, ok := p.worldMarket(item).rows[country]
	return ok
}

func (p *plan) figureRows(country, item graph.Node) []graph.RowRef {
	return p.worldMarket(item).rows[country]
}

func (p *plan) worldMarket(item graph.Node) *worldMarket {
	if w := p.markets[item]; w != nil {
		return w
	}
	w := &worldMarket{rows: map[graph.Node][]graph.RowRef{}}
	figures, open := p.figuresOf(item), false
	for i := range figures {
		rest := 1.0
		for _, row := range figures[i].Rows {
			country := p.view.Shares.From[row]
			left, _ := p.view.MarketLeft(country, figures[i].Stage, figures[i].Item)
			if share := p.view.Facts().MarketShares[row].SharePercent.Value / 100; share > 0 {
				rest -= share
				if left > 0 {
					w.rows[country] = append(w.rows[country], p.view.Shares.Row(row))
				}
			}
		}
		open = open || rest > rounding
	}
	for country := range w.rows {
		w.countries = append(w.countries, country)
	}
	for _, o := range p.offers(item) {
		for _, where := range p.placesOf(o.part) {
			if country := p.countryAt(o.part, where); country != graph.NoNode && !slices.Contains(w.countries, country) {
				w.countries = append(w.countries, country)
			}
		}
	}
	slices.SortFunc(w.countries, func(a, b graph.Node) int { return int(a) - int(b) })
	if open || len(figures) == 0 {
		w.countries = append(w.countries, graph.NoNode)
		w.rows[graph.NoNode] = nil
	}
	p.markets[item] = w
	return w
}

// figuresOf looks up the figures that stand for an item at its stages.
func (p *plan) figuresOf(item graph.Node) []market.Figure {
	var all []market.Figure
	for _, stage := range p.Model.figures.Stages(item) {
		if stage == "" {
			continue
		}
		for _, f := range p.Model.figures.Find(stage, item, graph.NoNode) {
			if len(f.Rows) > 0 {
				all = append(all, f)
			}
		}
	}
	return all
}

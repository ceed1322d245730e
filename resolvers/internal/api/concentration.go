package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/concentration"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// mostYears bounds how many years one question may compare: each costs a view.
const mostYears = 40

// Concentration is how concentrated one market is in one year.
type Concentration struct {
	concentration.Row

	world *World
}

// MarketParty is a country or firm in a market.
type MarketParty struct {
	Node   Node
	Share  float64
	Tonnes float64
	Open   bool

	world *World
	rows  []graph.RowRef
}

// PublishedConcentration is what another publication says of the same market.
type PublishedConcentration struct {
	Source  *Source
	Largest Node
	Top1    graph.Interval
	HHI     graph.Interval
}

// Concentration measures how few make an item.
func (v *View) Concentration(ctx context.Context, of []string, stages []graph.Stage, by concentration.By, years []int, first int) ([]*Concentration, error) {
	w := v.world
	f := &finder{ctx: ctx, world: w}
	items := f.nodes(of, itemsGroups)
	if f.err != nil {
		return nil, f.err
	}
	if of != nil && len(of) == 0 {
		return nil, emptyList("of", "Leave of out to measure everything that has a figure.")
	}
	if len(years) > mostYears {
		return nil, apierror.BadInput("years", "has more than 40 values", "Ask for fewer years at a time.")
	}
	figures, err := w.Figures(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := concentration.Of(ctx, w.View, figures, concentration.Question{Items: items, Stages: stages, Years: years, By: by})
	if err != nil {
		if ctx.Err() != nil {
			return nil, err
		}
		return nil, apierror.BadInput("years", err.Error(), "Years lie between 1990 and that of the view.")
	}
	out := []*Concentration{}
	for i := range head(rows, first) {
		out = append(out, &Concentration{rows[i], w})
	}
	return out, nil
}

// Asked is the item, element or group of the question.
func (c *Concentration) Asked() Node { return c.world.wrap(c.Row.Asked) }

// Item is whose market it is.
func (c *Concentration) Item() Node { return c.world.wrap(c.Row.Item) }

// Under is what the figure was published for; nil where none stands.
func (c *Concentration) Under() Node {
	if c.Row.Under == graph.NoNode {
		return nil
	}
	return c.world.wrap(c.Row.Under)
}

// FigureYear is the year of the figure; nil where none stands.
func (c *Concentration) FigureYear() *int {
	if c.Publication == nil {
		return nil
	}
	return &c.Publication.Year
}

// Source is the publication chosen; nil where none stands.
func (c *Concentration) Source() *Source {
	if c.Publication == nil {
		return nil
	}
	return c.world.source(c.Publication.Source)
}

// HighlyConcentrated is the mark of merger guidelines; empty becomes null.
func (c *Concentration) HighlyConcentrated() *concentration.Mark { return mark(c.HighHHI) }

// OverThirdCountryCap is the mark of the EU's aim; nil over firms.
func (c *Concentration) OverThirdCountryCap() *concentration.Mark { return mark(c.Cap) }

func mark(m concentration.Mark) *concentration.Mark {
	if m == "" {
		return nil
	}
	return &m
}

// Parties lists who shares the market, largest first.
func (c *Concentration) Parties(first int) []*MarketParty {
	parties := []*MarketParty{}
	for i := range head(c.Row.Parties, first) {
		p := &c.Row.Parties[i]
		parties = append(parties, &MarketParty{c.world.wrap(p.Node), p.Share, p.Tonnes, p.Open, c.world, p.Rows})
	}
	return parties
}

// Others lists what other publications of the same item, stage and year say.
func (c *Concentration) Others(first int) []*PublishedConcentration {
	others := []*PublishedConcentration{}
	for i := range head(c.Row.Others, first) {
		o := &c.Row.Others[i]
		others = append(others, &PublishedConcentration{c.world.source(o.Publication.Source), c.world.wrap(o.Largest), o.Top1, o.HHI})
	}
	return others
}

// Flags are the cautions of the row and the view.
func (c *Concentration) Flags() []graph.Flag { return c.Row.Flags.With(c.world.View.Flags()...) }

// Rows opens the rows behind a party's share.
func (p *MarketParty) Rows(first int) []*Row { return p.world.rows(p.rows, first) }

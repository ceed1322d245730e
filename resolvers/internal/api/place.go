package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
)

// Facility is a mine or plant.
type Facility struct {
	thing
	Name      string
	Country   *Country
	Latitude  *float64
	Longitude *float64
	Stage     graph.Stage
	Status    graph.FacilityStatus
	Active    bool
	StartYear *int
	Note      *string
	Source    *Source
}

func (w *World) facility(n graph.Node) *Facility {
	r := w.View.Facility(n)
	return &Facility{thing{w, n}, r.Name, w.countryAt(r.Country), number(r.Lat), number(r.Lon), r.Stage, r.Status, w.PlantActive(n),
		whole(r.StartYear), text(r.Note), w.sourceAt(r.Source)}
}

// Lat is the latitude under its short name.
func (f *Facility) Lat() *float64 { return f.Latitude }

// Lon is the longitude under its short name.
func (f *Facility) Lon() *float64 { return f.Longitude }

// Operators lists who runs or holds the plant.
func (f *Facility) Operators(ctx context.Context, first int, after *string) (*OperationConnection, error) {
	return operations.linked(ctx, f.world, f.world.Operates.In(f.node), first, after)
}

// Products lists what the plant makes, by year.
func (f *Facility) Products(ctx context.Context, first int, after *string) (*ProductionConnection, error) {
	return productions.linked(ctx, f.world, f.world.Produces.Out(f.node), first, after)
}

// Country is a country or region.
type Country struct {
	aliased
	Name        string
	IsRegion    bool
	ISO3        *string
	PartOfWorld *string
}

func (w *World) country(n graph.Node) *Country {
	facts := w.Facts()
	if first, _ := w.Range(graph.KindRegion); w.Is(n, graph.KindRegion) {
		return &Country{aliased: aliased{thing{w, n}}, Name: facts.Regions[n-first].Name, IsRegion: true}
	}
	first, _ := w.Range(graph.KindCountry)
	r := &facts.Countries[n-first]
	return &Country{aliased: aliased{thing{w, n}}, Name: r.Name, ISO3: text(r.ISO3), PartOfWorld: text(r.Region)}
}

// Members lists the countries of a region.
func (c *Country) Members(ctx context.Context, first int, after *string) (*CountryConnection, error) {
	w, rows := c.world, c.world.View.Regions.Out(c.node)
	l := list[graph.Node, *Country]{
		name: "members", size: len(rows), at: func(i int) graph.Node { return w.View.Regions.To[rows[i]] }, key: w.View.Key, make: w.country,
	}
	return l.page(ctx, first, after)
}

// Regions lists the regions a country belongs to.
func (c *Country) Regions(first int) []*Country {
	var regions []*Country
	for _, row := range head(c.world.View.Regions.In(c.node), first) {
		regions = append(regions, c.world.country(c.world.View.Regions.From[row]))
	}
	return regions
}

// MarketShares lists the country's shares of world markets.
func (c *Country) MarketShares(ctx context.Context, first int, after *string) (*MarketShareConnection, error) {
	return marketShares.linked(ctx, c.world, c.world.Shares.Out(c.node), first, after)
}

// ItemGroup is a group that statistics and controls refer to.
type ItemGroup struct {
	aliased
	Name string
	Note string
}

func (w *World) itemGroup(n graph.Node) *ItemGroup {
	first, _ := w.Range(graph.KindItemGroup)
	r := &w.Facts().ItemGroups[n-first]
	return &ItemGroup{aliased{thing{w, n}}, r.Name, r.Note}
}

// Members lists the items in the group.
func (g *ItemGroup) Members(ctx context.Context, first int, after *string) (*ItemConnection, error) {
	w, rows := g.world, g.world.View.Members.Out(g.node)
	l := list[graph.Node, Item]{
		name: "members", size: len(rows), at: func(i int) graph.Node { return w.View.Members.To[rows[i]] }, key: w.View.Key, make: w.item,
	}
	return l.page(ctx, first, after)
}

// MarketShares lists countries' shares of the group's world market.
func (g *ItemGroup) MarketShares(ctx context.Context, first int, after *string) (*MarketShareConnection, error) {
	return marketShares.linked(ctx, g.world, g.world.Shares.In(g.node), first, after)
}

package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
)

// Item is an element, material, component or product.
type Item interface {
	Node
	Stage() *graph.Stage
	Unit() *graph.Unit
}

// ware is what all items have.
type ware struct {
	aliased
	Name   string
	Note   *string
	Source *Source
}

// Element is a chemical element.
type Element struct {
	ware
	Symbol       string
	AtomicNumber int
	Group        graph.ElementGroup
}

// Material is an ore, compound, oxide, metal, alloy, powder or target.
type Material struct {
	ware
	Form    graph.Form
	HSCodes []string
}

// Component is a magnet, motor or other part.
type Component struct {
	ware
	Kind graph.ComponentKind
}

// Product is a finished good, or equipment, technology or a service named in a control.
type Product struct {
	ware
	Sector   graph.Sector
	EndUse   graph.ItemEndUse
	Category graph.Category
}

func (w *World) ware(n graph.Node, name, note, source string) ware {
	return ware{aliased{thing{w, n}}, name, text(note), w.sourceAt(source)}
}

func (w *World) element(n graph.Node) *Element {
	r := w.View.Element(n)
	return &Element{w.ware(n, r.Name, "", r.Source), r.Symbol, int(r.AtomicNumber.Value), r.Group}
}

func (w *World) item(n graph.Node) Item {
	if r := w.Material(n); r != nil {
		return &Material{w.ware(n, r.Name, r.Note, r.Source), r.Form, r.HSCode}
	}
	if r := w.Component(n); r != nil {
		return &Component{w.ware(n, r.Name, r.Note, r.Source), r.Kind}
	}
	if r := w.Product(n); r != nil {
		return &Product{w.ware(n, r.Name, r.Note, r.Source), r.Sector, r.EndUse, r.Category}
	}
	return w.element(n)
}

func (w *World) items(nodes []graph.Node, first int) []Item {
	shown := head(nodes, first)
	out := make([]Item, len(shown))
	for i, n := range shown {
		out[i] = w.item(n)
	}
	return out
}

// Stage is the step of the chain at which the item is made.
func (i ware) Stage() *graph.Stage { return word(i.world.View.Stage(i.node)) }

// Unit is what one unit of the item is counted in.
func (i ware) Unit() *graph.Unit { return word(i.world.UnitOf(i.node)) }

// Classes lists the classes the item belongs to, nearest first.
func (i ware) Classes(first int) []Item { return i.world.items(i.world.Above(i.node), first) }

// Grades lists the grades that belong to the item, nearest first.
func (i ware) Grades(first int) []Item { return i.world.items(i.world.Below(i.node), first) }

// Groups lists the groups that hold the item.
func (i ware) Groups(first int) []*ItemGroup {
	var groups []*ItemGroup
	for _, row := range head(i.world.Members.In(i.node), first) {
		groups = append(groups, i.world.itemGroup(i.world.Members.From[row]))
	}
	return groups
}

// Inputs lists what goes into the item.
func (i ware) Inputs(ctx context.Context, first int, after *string) (*FeedConnection, error) {
	return feeds.linked(ctx, i.world, i.world.Feeds.In(i.node), first, after)
}

// Outputs lists what the item goes into.
func (i ware) Outputs(ctx context.Context, first int, after *string) (*FeedConnection, error) {
	return feeds.linked(ctx, i.world, i.world.Feeds.Out(i.node), first, after)
}

// Makers lists the firms on record for making the item.
func (i ware) Makers(ctx context.Context, first int, after *string) (*MakingConnection, error) {
	return makings.linked(ctx, i.world, i.world.Makes.In(i.node), first, after)
}

// Plants lists the plants on record for making the item, by year.
func (i ware) Plants(ctx context.Context, first int, after *string) (*ProductionConnection, error) {
	return productions.linked(ctx, i.world, i.world.Produces.In(i.node), first, after)
}

// Sales lists the sales of the item on record.
func (i ware) Sales(ctx context.Context, first int, after *string) (*SupplyConnection, error) {
	return supplies.linked(ctx, i.world, i.world.Sold.Out(i.node), first, after)
}

// MarketShares lists countries' shares of the item's world market.
func (i ware) MarketShares(ctx context.Context, first int, after *string) (*MarketShareConnection, error) {
	return marketShares.linked(ctx, i.world, i.world.Shares.In(i.node), first, after)
}

// Substitutes lists what can stand in for the item.
func (i ware) Substitutes(ctx context.Context, first int, after *string) (*SubstituteConnection, error) {
	key := i.Key()
	return substitutes.list(ctx, i.world, func(r *graph.Substitute) bool { return r.Item == key }, nil, "", first, after)
}

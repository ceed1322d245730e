package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
)

// Firm is a company or public body.
type Firm struct {
	aliased
	Name    string
	Country *Country
	Roles   []graph.Role
	Ticker  *string
	Note    *string
	Source  *Source
}

func (w *World) firm(n graph.Node) *Firm {
	r := w.View.Firm(n)
	return &Firm{aliased{thing{w, n}}, r.Name, w.countryAt(r.Country), r.Roles, text(r.Ticker), text(r.Note), w.sourceAt(r.Source)}
}

// Makes lists what the firm is on record for making.
func (f *Firm) Makes(ctx context.Context, first int, after *string) (*MakingConnection, error) {
	return makings.linked(ctx, f.world, f.world.View.Makes.Out(f.node), first, after)
}

// Plants lists the plants it runs or holds.
func (f *Firm) Plants(ctx context.Context, first int, after *string) (*OperationConnection, error) {
	return operations.linked(ctx, f.world, f.world.Operates.Out(f.node), first, after)
}

// Buys lists the sales to it.
func (f *Firm) Buys(ctx context.Context, first int, after *string) (*SupplyConnection, error) {
	return supplies.linked(ctx, f.world, f.world.Supplies.In(f.node), first, after)
}

// Sells lists the sales by it.
func (f *Firm) Sells(ctx context.Context, first int, after *string) (*SupplyConnection, error) {
	return supplies.linked(ctx, f.world, f.world.Supplies.Out(f.node), first, after)
}

// Owners lists who holds it.
func (f *Firm) Owners(ctx context.Context, first int, after *string) (*HoldingConnection, error) {
	return holdings.linked(ctx, f.world, f.world.Owns.In(f.node), first, after)
}

// Owned lists the firms it holds.
func (f *Firm) Owned(ctx context.Context, first int, after *string) (*HoldingConnection, error) {
	return holdings.linked(ctx, f.world, f.world.Owns.Out(f.node), first, after)
}

// Sizes lists its revenue and staff.
func (f *Firm) Sizes(ctx context.Context, first int, after *string) (*FirmSizeConnection, error) {
	key := f.Key()
	return firmSizes.list(ctx, f.world, func(r *graph.FirmSize) bool { return r.Firm == key }, nil, "", first, after)
}

package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
)

// asks is a filter on nodes; nil keeps all.
type asks interface{ match(f *finder) keeps }

// findNodes pages through the nodes of a kind that a filter keeps.
func findNodes[T any, F any, P interface {
	*F
	asks
}](ctx context.Context, v *View, name string, kind graph.NodeKind, filter *F, by ranks, order Order,
	handle func(graph.Node) T, first int, after *string) (*Connection[T], error) {
	if filter == nil {
		filter = new(F)
	}
	f := &finder{ctx: ctx, world: v.world}
	keep := P(filter).match(f)
	if f.err != nil {
		return nil, f.err
	}
	return nodesOf(ctx, v.world, name, kind, string(order), keep, v.world.ranking(by[order]), handle, first, after)
}

func (w *World) ranking(by func(*World, graph.Node) rank) func(graph.Node) rank {
	if by == nil {
		return nil
	}
	return func(n graph.Node) rank { return by(w, n) }
}

// ItemGroups lists item groups.
func (v *View) ItemGroups(ctx context.Context, filter *ItemGroupFilter, orderBy Order, first int, after *string) (*ItemGroupConnection, error) {
	return findNodes(ctx, v, "itemGroups", graph.KindItemGroup, filter, itemGroupOrders, orderBy, v.world.itemGroup, first, after)
}

// Firms lists companies and public bodies.
func (v *View) Firms(ctx context.Context, filter *FirmFilter, orderBy Order, first int, after *string) (*FirmConnection, error) {
	return findNodes(ctx, v, "firms", graph.KindFirm, filter, firmOrders, orderBy, v.world.firm, first, after)
}

// Facilities lists mines and plants.
func (v *View) Facilities(ctx context.Context, filter *FacilityFilter, orderBy Order, first int, after *string) (*FacilityConnection, error) {
	return findNodes(ctx, v, "facilities", graph.KindFacility, filter, facilityOrders, orderBy, v.world.facility, first, after)
}

// Controls lists laws and notices that restrict exports.
func (v *View) Controls(ctx context.Context, filter *ControlFilter, orderBy Order, first int, after *string) (*ControlConnection, error) {
	return findNodes(ctx, v, "controls", graph.KindControl, filter, controlOrders, orderBy, v.world.control, first, after)
}

// LicenceTypes lists kinds of licence.
func (v *View) LicenceTypes(ctx context.Context, filter *LicenceTypeFilter, orderBy Order, first int, after *string) (*LicenceTypeConnection, error) {
	return findNodes(ctx, v, "licenceTypes", graph.KindLicenceType, filter, licenceTypeOrders, orderBy, v.world.licenceType, first, after)
}

// Licences lists licences reported as granted.
func (v *View) Licences(ctx context.Context, filter *LicenceFilter, orderBy Order, first int, after *string) (*LicenceConnection, error) {
	return findNodes(ctx, v, "licences", graph.KindLicence, filter, licenceOrders, orderBy, v.world.licence, first, after)
}

// LicenceStatistics lists counts of applications.
func (v *View) LicenceStatistics(ctx context.Context, filter *LicenceStatisticFilter, orderBy Order, first int, after *string) (*LicenceStatisticConnection, error) {
	return findNodes(ctx, v, "licenceStatistics", graph.KindLicenceStatistic, filter, licenceStatisticOrders, orderBy, v.world.licenceStatistic, first, after)
}

// Events lists dated events.
func (v *View) Events(ctx context.Context, filter *EventFilter, orderBy Order, first int, after *string) (*EventConnection, error) {
	return findNodes(ctx, v, "events", graph.KindEvent, filter, eventOrders, orderBy, v.world.event, first, after)
}

// ProcurementRules lists buying rules and goals.
func (v *View) ProcurementRules(ctx context.Context, filter *ProcurementRuleFilter, orderBy Order, first int, after *string) (*ProcurementRuleConnection, error) {
	return findNodes(ctx, v, "procurementRules", graph.KindProcurementRule, filter, procurementRuleOrders, orderBy, v.world.procurementRule, first, after)
}

// Sources lists publications.
func (v *View) Sources(ctx context.Context, filter *SourceFilter, orderBy Order, first int, after *string) (*SourceConnection, error) {
	return findNodes(ctx, v, "sources", graph.KindSource, filter, sourceOrders, orderBy, v.world.source, first, after)
}

// Items lists elements, materials, components and products.
func (v *View) Items(ctx context.Context, filter *ItemFilter, orderBy Order, first int, after *string) (*ItemConnection, error) {
	f := &finder{ctx: ctx, world: v.world}
	keep := filter.match(f)
	if f.err != nil {
		return nil, f.err
	}
	return allKinds(ctx, v.world, "items", orderBy, keep, itemOrders, v.world.item, first, after)
}

// Countries lists countries and regions.
func (v *View) Countries(ctx context.Context, filter *CountryFilter, orderBy Order, first int, after *string) (*CountryConnection, error) {
	if filter == nil {
		filter = &CountryFilter{}
	}
	f := &finder{ctx: ctx, world: v.world}
	keep := filter.match(f)
	if f.err != nil {
		return nil, f.err
	}
	place := func(n graph.Node) bool { return countries.has(v.world.KindOf(n)) && keep(n) }
	return allKinds(ctx, v.world, "countries", orderBy, place, countryOrders, v.world.country, first, after)
}

// allKinds pages through nodes of several kinds, in the order of their keys.
func allKinds[T any](ctx context.Context, w *World, name string, order Order, keep keeps, by ranks,
	handle func(graph.Node) T, first int, after *string) (*Connection[T], error) {
	sorted := w.ByKey()
	l := list[graph.Node, T]{
		name: name, order: string(order), size: len(sorted), at: func(i int) graph.Node { return sorted[i] }, key: w.View.Key,
		keep: keep, rank: w.ranking(by[order]), make: handle,
	}
	return l.page(ctx, first, after)
}

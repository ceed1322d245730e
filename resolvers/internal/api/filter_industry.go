package api

import "github.com/lodestone-graph/lodestone/graph"

// FeedFilter says which rows of recipes.
type FeedFilter struct {
	RowFilter
	FromItems, ToItems    []string
	Essential, Quantified *bool
}

func (q *FeedFilter) match(f *finder) func(int32, *graph.Feed) bool {
	from, to, essential, quantified := f.oneOf(q.FromItems, items), f.oneOf(q.ToItems, items), is(q.Essential), is(q.Quantified)
	return func(_ int32, r *graph.Feed) bool {
		known := r.Quantity.Known || r.QuantityLow.Known || r.QuantityHigh.Known
		return from(r.From) && to(r.To) && essential(r.Essential == graph.True) && quantified(known)
	}
}

var feedOrders = orders[graph.Feed]{
	"QUANTITY": func(r *graph.Feed) rank { return largestFirst(number(r.Quantity)) },
}

// KindOfFilter says which grades and classes.
type KindOfFilter struct {
	RowFilter
	Items, Classes []string
}

func (q *KindOfFilter) match(f *finder) func(int32, *graph.Kind) bool {
	item, class := f.oneOf(q.Items, items), f.oneOf(q.Classes, items)
	return func(_ int32, r *graph.Kind) bool { return item(r.Item) && class(r.KindOf) }
}

// SubstituteFilter says which substitutes.
type SubstituteFilter struct {
	RowFilter
	Items, Substitutes, ForItems []string
	Readiness                    []graph.Readiness
}

func (q *SubstituteFilter) match(f *finder) func(int32, *graph.Substitute) bool {
	item, by, use, ready := f.oneOf(q.Items, items), f.oneOf(q.Substitutes, items), f.oneOf(q.ForItems, items), in(q.Readiness)
	return func(_ int32, r *graph.Substitute) bool {
		return item(r.Item) && by(r.Substitute) && use(r.ForItem) && ready(r.Readiness)
	}
}

var substituteOrders = orders[graph.Substitute]{
	"PERFORMANCE": func(r *graph.Substitute) rank { return largestFirst(number(r.PerformancePercent)) },
}

// AliasFilter says which other names.
type AliasFilter struct {
	RowFilter
	Of        []string
	Languages []graph.Language
}

func (q *AliasFilter) match(f *finder) func(int32, *graph.Alias) bool {
	of, language := f.oneOf(q.Of, anything), in(q.Languages)
	return func(_ int32, r *graph.Alias) bool { return of(r.ID) && language(r.Language) }
}

// MakingFilter says which makings.
type MakingFilter struct {
	RowFilter
	Firms, Items, Countries []string
	Under                   *string
}

func (q *MakingFilter) match(f *finder) func(int32, *graph.Making) bool {
	firm, item, under, country := f.oneOf(q.Firms, firms), f.oneOf(q.Items, items), f.under(q.Under), f.inCountries(q.Countries)
	return func(_ int32, r *graph.Making) bool {
		return firm(r.Firm) && item(r.Item) && under(r.Item) && country(f.world.countryKey(r.Firm))
	}
}

// countryKey is the country of a firm or facility, by keys.
func (w *World) countryKey(key string) string { return w.View.Key(w.CountryOf(w.at(key))) }

// OperationFilter says which operations.
type OperationFilter struct {
	RowFilter
	Firms, Facilities []string
}

func (q *OperationFilter) match(f *finder) func(int32, *graph.Operation) bool {
	firm, facility := f.oneOf(q.Firms, firms), f.oneOf(q.Facilities, facilities)
	return func(_ int32, r *graph.Operation) bool { return firm(r.Firm) && facility(r.Facility) }
}

var operationOrders = orders[graph.Operation]{
	"STAKE": func(r *graph.Operation) rank { return largestFirst(number(r.StakePercent)) },
}

// ProductionFilter says which productions.
type ProductionFilter struct {
	RowFilter
	Facilities, Items, Countries []string
	Under                        *string
	Active                       *bool
	FromYear, ToYear             *int
}

func (q *ProductionFilter) match(f *finder) func(int32, *graph.Production) bool {
	facility, item, under, country := f.oneOf(q.Facilities, facilities), f.oneOf(q.Items, items), f.under(q.Under), f.inCountries(q.Countries)
	active, year := is(q.Active), within(q.FromYear, q.ToYear)
	return func(i int32, r *graph.Production) bool {
		return facility(r.Facility) && item(r.Item) && under(r.Item) && country(f.world.countryKey(r.Facility)) && year(r.Year) &&
			(q.Active == nil || active(f.world.ProductionActive(i)))
	}
}

var productionOrders = orders[graph.Production]{
	"CAPACITY": func(r *graph.Production) rank { return largestFirst(number(r.CapacityTonnesPerYear)) },
	"YEAR":     func(r *graph.Production) rank { return latestYear(r.Year) },
}

// HoldingFilter says which holdings.
type HoldingFilter struct {
	RowFilter
	Owners, Owned, Firms []string
	MinStake             *float64
}

func (q *HoldingFilter) match(f *finder) func(int32, *graph.Holding) bool {
	owner, owned, either, stake := f.oneOf(q.Owners, firms), f.oneOf(q.Owned, firms), f.oneOf(q.Firms, firms), atLeast(q.MinStake, 100)
	return func(_ int32, r *graph.Holding) bool {
		return owner(r.Owner) && owned(r.Owned) && (either(r.Owner) || either(r.Owned)) && stake(r.StakePercent)
	}
}

var holdingOrders = orders[graph.Holding]{
	"STAKE": func(r *graph.Holding) rank { return largestFirst(number(r.StakePercent)) },
}

// SupplyFilter says which sales.
type SupplyFilter struct {
	RowFilter
	Suppliers, Buyers, Firms, Items []string
	Under                           *string
	Statuses                        []graph.SupplyStatus
	Active, ShareStated             *bool
	MinVolume                       *float64
	From, To                        *graph.Day
}

func (q *SupplyFilter) match(f *finder) func(int32, *graph.Supply) bool {
	supplier, buyer, either := f.oneOf(q.Suppliers, firms), f.oneOf(q.Buyers, firms), f.oneOf(q.Firms, firms)
	item, under, status, active := f.oneOf(q.Items, items), f.under(q.Under), in(q.Statuses), is(q.Active)
	stated, volume, start := is(q.ShareStated), atLeast(q.MinVolume, 1), dated(q.From, q.To)
	return func(i int32, r *graph.Supply) bool {
		return supplier(r.Supplier) && buyer(r.Buyer) && (either(r.Supplier) || either(r.Buyer)) && item(r.Item) && under(r.Item) &&
			status(r.Status) && stated(r.SharePercent.Known) && volume(r.VolumeTonnesPerYear) && start(r.Start) &&
			(q.Active == nil || active(f.world.SaleActive(i)))
	}
}

var supplyOrders = orders[graph.Supply]{
	"START":  func(r *graph.Supply) rank { return newestFirst(r.Start) },
	"SHARE":  func(r *graph.Supply) rank { return largestFirst(number(r.SharePercent)) },
	"VOLUME": func(r *graph.Supply) rank { return largestFirst(number(r.VolumeTonnesPerYear)) },
}

// FirmSizeFilter says which firm sizes.
type FirmSizeFilter struct {
	RowFilter
	Firms            []string
	FromYear, ToYear *int
}

func (q *FirmSizeFilter) match(f *finder) func(int32, *graph.FirmSize) bool {
	firm, year := f.oneOf(q.Firms, firms), within(q.FromYear, q.ToYear)
	return func(_ int32, r *graph.FirmSize) bool { return firm(r.Firm) && year(r.Year) }
}

var firmSizeOrders = orders[graph.FirmSize]{
	"REVENUE": func(r *graph.FirmSize) rank { return largestFirst(number(r.RevenueMillionUSD)) },
	"YEAR":    func(r *graph.FirmSize) rank { return latestYear(r.Year) },
}

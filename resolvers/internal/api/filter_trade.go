package api

import "github.com/lodestone-graph/lodestone/graph"

// MarketShareFilter says which market shares, or projections of them.
type MarketShareFilter struct {
	RowFilter
	Countries, Items []string
	Stages           []graph.Stage
	Under            *string
	FromYear, ToYear *int
	MinShare         *float64
}

func (q *MarketShareFilter) match(f *finder) func(int32, *graph.MarketShare) bool {
	country, item, under := f.inCountries(q.Countries), f.oneOf(q.Items, itemsGroups), f.under(q.Under)
	stage, year, share := in(q.Stages), within(q.FromYear, q.ToYear), atLeast(q.MinShare, 100)
	return func(_ int32, r *graph.MarketShare) bool {
		return country(r.Country) && stage(r.Stage) && item(r.Item) && under(r.Item) && year(r.Year) && share(r.SharePercent)
	}
}

var marketShareOrders = orders[graph.MarketShare]{
	"SHARE":  func(r *graph.MarketShare) rank { return largestFirst(number(r.SharePercent)) },
	"TONNES": func(r *graph.MarketShare) rank { return largestFirst(number(r.Tonnes)) },
	"YEAR":   func(r *graph.MarketShare) rank { return latestYear(r.Year) },
}

// projectionFilter asks of projections what the filter asks of shares: the rows are alike.
type projectionFilter MarketShareFilter

func (q *projectionFilter) match(f *finder) func(int32, *graph.MarketProjection) bool {
	where := (*MarketShareFilter)(q).match(f)
	return func(i int32, r *graph.MarketProjection) bool { return where(i, (*graph.MarketShare)(r)) }
}

var projectionOrders = orders[graph.MarketProjection]{
	"SHARE":  func(r *graph.MarketProjection) rank { return largestFirst(number(r.SharePercent)) },
	"TONNES": func(r *graph.MarketProjection) rank { return largestFirst(number(r.Tonnes)) },
	"YEAR":   func(r *graph.MarketProjection) rank { return latestYear(r.Year) },
}

// ExportFilter says which export figures.
type ExportFilter struct {
	RowFilter
	Items, Destinations []string
	Under               *string
	From, To            *graph.Day
}

// export is what the filter looks at in a row of either table.
type export struct {
	item, destination string
	first             graph.Date
}

func (q *ExportFilter) holds(f *finder) func(export) bool {
	item, under, destination, first := f.oneOf(q.Items, itemsGroups), f.under(q.Under), f.oneOf(q.Destinations, countries), dated(q.From, q.To)
	return func(e export) bool {
		return item(e.item) && under(e.item) && destination(e.destination) && first(e.first)
	}
}

func (q *ExportFilter) match(f *finder) func(int32, *graph.MonthlyExport) bool {
	where := q.holds(f)
	return func(_ int32, r *graph.MonthlyExport) bool { return where(export{r.Item, r.Destination, r.Month}) }
}

var monthlyExportOrders = orders[graph.MonthlyExport]{
	"DATE":   func(r *graph.MonthlyExport) rank { return newestFirst(r.Month) },
	"TONNES": func(r *graph.MonthlyExport) rank { return largestFirst(number(r.Tonnes)) },
}

// periodFilter asks of periods what the filter asks of months.
type periodFilter ExportFilter

func (q *periodFilter) match(f *finder) func(int32, *graph.PeriodExport) bool {
	where := (*ExportFilter)(q).holds(f)
	return func(_ int32, r *graph.PeriodExport) bool { return where(export{r.Item, r.Destination, r.From}) }
}

var periodExportOrders = orders[graph.PeriodExport]{
	"DATE":   func(r *graph.PeriodExport) rank { return newestFirst(r.From) },
	"TONNES": func(r *graph.PeriodExport) rank { return largestFirst(number(r.Tonnes)) },
}

// ImportDependenceFilter says which import figures.
type ImportDependenceFilter struct {
	RowFilter
	Importers, Origins, Items []string
	Under                     *string
	FromYear, ToYear          *int
	MinShare                  *float64
}

func (q *ImportDependenceFilter) match(f *finder) func(int32, *graph.ImportDependence) bool {
	importer, origin, item, under := f.oneOf(q.Importers, countries), f.inCountries(q.Origins), f.oneOf(q.Items, itemsGroups), f.under(q.Under)
	year, share := within(q.FromYear, q.ToYear), atLeast(q.MinShare, 100)
	return func(_ int32, r *graph.ImportDependence) bool {
		return importer(r.Importer) && origin(r.Origin) && item(r.Item) && under(r.Item) && year(r.Year) && share(r.SharePercent)
	}
}

var importDependenceOrders = orders[graph.ImportDependence]{
	"SHARE": func(r *graph.ImportDependence) rank { return largestFirst(number(r.SharePercent)) },
	"YEAR":  func(r *graph.ImportDependence) rank { return latestYear(r.Year) },
}

// LeadTimeFilter says which lead times.
type LeadTimeFilter struct {
	RowFilter
	Items  []string
	Under  *string
	Stages []graph.Stage
	Kinds  []graph.LeadTimeKind
}

func (q *LeadTimeFilter) match(f *finder) func(int32, *graph.LeadTime) bool {
	item, under, stage, kind := f.oneOf(q.Items, items), f.under(q.Under), in(q.Stages), in(q.Kinds)
	return func(_ int32, r *graph.LeadTime) bool {
		return item(r.Item) && under(r.Item) && stage(r.Stage) && kind(r.Kind)
	}
}

var leadTimeOrders = orders[graph.LeadTime]{
	"DAYS": func(r *graph.LeadTime) rank {
		if r.DaysHigh.Known {
			return largestFirst(&r.DaysHigh.Value)
		}
		return largestFirst(number(r.DaysLow))
	},
}

// StockFilter says which stocks.
type StockFilter struct {
	RowFilter
	Holders, Items []string
	HolderKinds    []graph.HolderKind
	Sectors        []graph.Sector
	Under          *string
	From, To       *graph.Day
}

func (q *StockFilter) match(f *finder) func(int32, *graph.Stock) bool {
	holder, item, under := f.oneOf(q.Holders, holders), f.oneOf(q.Items, itemsGroups), f.under(q.Under)
	kind, sector, date := in(q.HolderKinds), in(q.Sectors), dated(q.From, q.To)
	return func(_ int32, r *graph.Stock) bool {
		return holder(r.Holder) && kind(r.HolderKind) && sector(r.Sector) && item(r.Item) && under(r.Item) && date(r.AsOf)
	}
}

var stockOrders = orders[graph.Stock]{
	"DATE":   func(r *graph.Stock) rank { return newestFirst(r.AsOf) },
	"TONNES": func(r *graph.Stock) rank { return largestFirst(number(r.Tonnes)) },
}

package api

import "github.com/lodestone-graph/lodestone/graph"

// MarketShare is a country's part of the world market of an item at a stage.
type MarketShare struct {
	fact
	Country    *Country
	Stage      graph.Stage
	Item       Node
	Share      *float64
	Tonnes     *float64
	Year       int
	Note       *string
	Source     *Source
	Confidence graph.Confidence
}

var marketShares = table[graph.MarketShare, MarketShare]{
	name: "market_shares", rows: func(f *graph.Facts) []graph.MarketShare { return f.MarketShares },
	source: func(r *graph.MarketShare) string { return r.Source }, confidence: func(r *graph.MarketShare) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *MarketShare {
		r := &w.Facts().MarketShares[i]
		return &MarketShare{w.fact("market_shares", i), w.countryAt(r.Country), r.Stage, w.wrapAt(r.Item), part(r.SharePercent), number(r.Tonnes),
			int(r.Year.Value), text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

// MarketProjection is a projected market share.
type MarketProjection MarketShare

// Row is the row as it stands in its file.
func (p *MarketProjection) Row() *Row { return p.fact.Row() }

var marketProjections = table[graph.MarketProjection, MarketProjection]{
	name: "market_projections", rows: func(f *graph.Facts) []graph.MarketProjection { return f.MarketProjections },
	source:     func(r *graph.MarketProjection) string { return r.Source },
	confidence: func(r *graph.MarketProjection) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *MarketProjection {
		r := &w.Facts().MarketProjections[i]
		return &MarketProjection{w.fact("market_projections", i), w.countryAt(r.Country), r.Stage, w.wrapAt(r.Item), part(r.SharePercent),
			number(r.Tonnes), int(r.Year.Value), text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

// MonthlyExport is Chinese exports in a month.
type MonthlyExport struct {
	fact
	Month       graph.Date
	Item        Node
	Destination *Country
	Tonnes      *float64
	Source      *Source
}

var monthlyExports = table[graph.MonthlyExport, MonthlyExport]{
	name: "monthly_exports", rows: func(f *graph.Facts) []graph.MonthlyExport { return f.MonthlyExports },
	source: func(r *graph.MonthlyExport) string { return r.Source },
	make: func(w *World, i int32) *MonthlyExport {
		r := &w.Facts().MonthlyExports[i]
		return &MonthlyExport{w.fact("monthly_exports", i), r.Month, w.wrapAt(r.Item), w.countryAt(r.Destination), number(r.Tonnes), w.sourceAt(r.Source)}
	},
}

// PeriodExport is Chinese exports over several months.
type PeriodExport struct {
	fact
	From, To    graph.Date
	Item        Node
	Destination *Country
	Tonnes      *float64
	Note        *string
	Source      *Source
}

var periodExports = table[graph.PeriodExport, PeriodExport]{
	name: "period_exports", rows: func(f *graph.Facts) []graph.PeriodExport { return f.PeriodExports },
	source: func(r *graph.PeriodExport) string { return r.Source },
	make: func(w *World, i int32) *PeriodExport {
		r := &w.Facts().PeriodExports[i]
		return &PeriodExport{w.fact("period_exports", i), r.From, r.To, w.wrapAt(r.Item), w.countryAt(r.Destination), number(r.Tonnes),
			text(r.Note), w.sourceAt(r.Source)}
	},
}

// ImportDependence is the part of an importer's purchases that comes from an origin.
type ImportDependence struct {
	fact
	Importer   *Country
	Item       Node
	Origin     *Country
	Share      *float64
	Year       int
	Note       *string
	Source     *Source
	Confidence graph.Confidence
}

var importDependence = table[graph.ImportDependence, ImportDependence]{
	name: "import_dependence", rows: func(f *graph.Facts) []graph.ImportDependence { return f.ImportDependence },
	source:     func(r *graph.ImportDependence) string { return r.Source },
	confidence: func(r *graph.ImportDependence) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *ImportDependence {
		r := &w.Facts().ImportDependence[i]
		return &ImportDependence{w.fact("import_dependence", i), w.countryAt(r.Importer), w.wrapAt(r.Item), w.countryAt(r.Origin),
			part(r.SharePercent), int(r.Year.Value), text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

// LeadTime is a published time to make, ship, qualify, ramp up or license.
type LeadTime struct {
	fact
	Item              Item
	Stage             *graph.Stage
	Kind              graph.LeadTimeKind
	DaysLow, DaysHigh *float64
	Note              *string
	Source            *Source
	Confidence        graph.Confidence
}

var leadTimes = table[graph.LeadTime, LeadTime]{
	name: "lead_times", rows: func(f *graph.Facts) []graph.LeadTime { return f.LeadTimes },
	source: func(r *graph.LeadTime) string { return r.Source }, confidence: func(r *graph.LeadTime) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *LeadTime {
		r := &w.Facts().LeadTimes[i]
		return &LeadTime{w.fact("lead_times", i), w.maybeItem(r.Item), word(r.Stage), r.Kind, number(r.DaysLow), number(r.DaysHigh),
			text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

// Stock is a published inventory.
type Stock struct {
	fact
	Holder            Node
	HolderKind        graph.HolderKind
	Sector            *graph.Sector
	Item              Node
	DaysLow, DaysHigh *float64
	Tonnes            *float64
	AsOf              graph.Date
	Note              *string
	Source            *Source
	Confidence        graph.Confidence
}

var stocks = table[graph.Stock, Stock]{
	name: "stocks", rows: func(f *graph.Facts) []graph.Stock { return f.Stocks },
	source: func(r *graph.Stock) string { return r.Source }, confidence: func(r *graph.Stock) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *Stock {
		r := &w.Facts().Stocks[i]
		return &Stock{w.fact("stocks", i), w.wrapAt(r.Holder), r.HolderKind, word(r.Sector), w.wrapAt(r.Item), number(r.DaysLow), number(r.DaysHigh),
			number(r.Tonnes), r.AsOf, text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

package api

import "github.com/lodestone-graph/lodestone/graph"

// Making says that a firm makes an item.
type Making struct {
	fact
	Firm       *Firm
	Item       Item
	Note       *string
	Source     *Source
	Confidence graph.Confidence
}

var makings = table[graph.Making, Making]{
	name: "makes", rows: func(f *graph.Facts) []graph.Making { return f.Makes },
	source: func(r *graph.Making) string { return r.Source }, confidence: func(r *graph.Making) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *Making {
		r := &w.Facts().Makes[i]
		return &Making{w.fact("makes", i), w.firmAt(r.Firm), w.itemAt(r.Item), text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

// Operation says that a firm runs or holds a plant.
type Operation struct {
	fact
	Firm       *Firm
	Facility   *Facility
	Stake      *float64
	Source     *Source
	Confidence graph.Confidence
}

var operations = table[graph.Operation, Operation]{
	name: "operates", rows: func(f *graph.Facts) []graph.Operation { return f.Operates },
	source: func(r *graph.Operation) string { return r.Source }, confidence: func(r *graph.Operation) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *Operation {
		r := &w.Facts().Operates[i]
		return &Operation{w.fact("operates", i), w.firmAt(r.Firm), w.facility(w.at(r.Facility)), part(r.StakePercent), w.sourceAt(r.Source), r.Confidence}
	},
}

// Production says that a plant makes an item.
type Production struct {
	fact
	Facility              *Facility
	Item                  Item
	CapacityTonnesPerYear *float64
	OutputTonnesPerYear   *float64
	Year                  *int
	Active                bool
	Note                  *string
	Source                *Source
	Confidence            graph.Confidence
}

var productions = table[graph.Production, Production]{
	name: "produces", rows: func(f *graph.Facts) []graph.Production { return f.Produces },
	source: func(r *graph.Production) string { return r.Source }, confidence: func(r *graph.Production) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *Production {
		r := &w.Facts().Produces[i]
		return &Production{w.fact("produces", i), w.facility(w.at(r.Facility)), w.itemAt(r.Item), number(r.CapacityTonnesPerYear),
			number(r.OutputTonnesPerYear), whole(r.Year), w.ProductionActive(i), text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

// Holding says that a firm holds a part of another.
type Holding struct {
	fact
	Owner, Owned *Firm
	Stake        *float64
	Source       *Source
	Confidence   graph.Confidence
}

var holdings = table[graph.Holding, Holding]{
	name: "owns", rows: func(f *graph.Facts) []graph.Holding { return f.Owns },
	source: func(r *graph.Holding) string { return r.Source }, confidence: func(r *graph.Holding) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *Holding {
		r := &w.Facts().Owns[i]
		return &Holding{w.fact("owns", i), w.firmAt(r.Owner), w.firmAt(r.Owned), part(r.StakePercent), w.sourceAt(r.Source), r.Confidence}
	},
}

// Supply is a deal or known supply link.
type Supply struct {
	fact
	Supplier, Buyer     *Firm
	Item                Item
	Share               *float64
	VolumeTonnesPerYear *float64
	Start, End          graph.Date
	Status              graph.SupplyStatus
	Active              bool
	Note                *string
	Source              *Source
	Confidence          graph.Confidence
}

var supplies = table[graph.Supply, Supply]{
	name: "supplies", rows: func(f *graph.Facts) []graph.Supply { return f.Supplies },
	source: func(r *graph.Supply) string { return r.Source }, confidence: func(r *graph.Supply) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *Supply {
		r := &w.Facts().Supplies[i]
		return &Supply{w.fact("supplies", i), w.firmAt(r.Supplier), w.firmAt(r.Buyer), w.itemAt(r.Item), part(r.SharePercent),
			number(r.VolumeTonnesPerYear), r.Start, r.End, r.Status, w.SaleActive(i), text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

// FirmSize is revenue and staff of a firm.
type FirmSize struct {
	fact
	Firm              *Firm
	Year              int
	RevenueMillionUSD *float64
	Employees         *int
	Note              *string
	Source            *Source
	Confidence        graph.Confidence
}

var firmSizes = table[graph.FirmSize, FirmSize]{
	name: "firm_sizes", rows: func(f *graph.Facts) []graph.FirmSize { return f.FirmSizes },
	source: func(r *graph.FirmSize) string { return r.Source }, confidence: func(r *graph.FirmSize) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *FirmSize {
		r := &w.Facts().FirmSizes[i]
		return &FirmSize{w.fact("firm_sizes", i), w.firmAt(r.Firm), int(r.Year.Value), number(r.RevenueMillionUSD), whole(r.Employees),
			text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

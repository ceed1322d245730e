package api

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// ranks gives the rank of a node by order; the order of keys has none.
type ranks = map[Order]func(*World, graph.Node) rank

func alphabetical(name func(*World, graph.Node) string) func(*World, graph.Node) rank {
	return func(w *World, n graph.Node) rank { return rank{text: name(w, n)} }
}

func ranked[R any](rows func(*graph.Facts) []R, kind graph.NodeKind, by func(*R) rank) func(*World, graph.Node) rank {
	return func(w *World, n graph.Node) rank {
		first, _ := w.Range(kind)
		return by(&rows(w.Facts())[n-first])
	}
}

var itemOrders = ranks{
	byName: alphabetical(func(w *World, n graph.Node) string { return w.itemTexts(n)[0] }),
	"STAGE": func(w *World, n graph.Node) rank {
		return rank{number: float64(slices.Index(graph.Stages(), w.View.Stage(n)))} // -1 for elements
	},
}

var itemGroupOrders = ranks{byName: alphabetical(func(w *World, n graph.Node) string { return w.itemGroup(n).Name })}

var firmOrders = ranks{
	byName:    alphabetical(func(w *World, n graph.Node) string { return w.View.Firm(n).Name }),
	byCountry: alphabetical(func(w *World, n graph.Node) string { return w.View.Firm(n).Country }),
}

var facilityOrders = ranks{
	byName:    alphabetical(func(w *World, n graph.Node) string { return w.View.Facility(n).Name }),
	byCountry: alphabetical(func(w *World, n graph.Node) string { return w.View.Facility(n).Country }),
	"START_YEAR": func(w *World, n graph.Node) rank {
		if r := w.View.Facility(n); r.StartYear.Known {
			return rank{number: float64(r.StartYear.Value)}
		}
		return largestFirst(nil)
	},
}

var countryOrders = ranks{byName: alphabetical(func(w *World, n graph.Node) string { return w.country(n).Name })}

var controlOrders = ranks{
	"EFFECTIVE": func(w *World, n graph.Node) rank { return newestFirst(w.View.Control(n).Effective) },
}

var licenceTypeOrders = ranks{byName: alphabetical(func(w *World, n graph.Node) string { return w.licenceType(n).Name })}

var licenceOrders = ranks{
	"GRANTED": ranked(func(f *graph.Facts) []graph.Licence { return f.Licences }, graph.KindLicence, func(r *graph.Licence) rank { return newestFirst(r.Granted) }),
	"EXPIRES": ranked(func(f *graph.Facts) []graph.Licence { return f.Licences }, graph.KindLicence, func(r *graph.Licence) rank { return earliestFirst(r.Expires) }),
}

var licenceStatisticOrders = ranks{
	byDate: ranked(func(f *graph.Facts) []graph.LicenceStatistic { return f.LicenceStatistics }, graph.KindLicenceStatistic,
		func(r *graph.LicenceStatistic) rank { return newestFirst(r.AsOf) }),
}

var eventOrders = ranks{
	byDate: ranked(func(f *graph.Facts) []graph.Event { return f.Events }, graph.KindEvent, func(r *graph.Event) rank { return newestFirst(r.Date) }),
}

var procurementRuleOrders = ranks{
	"EFFECTIVE": ranked(func(f *graph.Facts) []graph.ProcurementRule { return f.ProcurementRules }, graph.KindProcurementRule,
		func(r *graph.ProcurementRule) rank { return newestFirst(r.Effective) }),
}

var sourceOrders = ranks{
	"TITLE":     alphabetical(func(w *World, n graph.Node) string { return w.View.Source(n).Title }),
	"PUBLISHED": func(w *World, n graph.Node) rank { return newestFirst(w.View.Source(n).Published) },
}

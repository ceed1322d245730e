package timeline

import (
	"cmp"
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Kind says what an entry tells.
type Kind string

// The kinds, in the order of entries of one day.
const (
	ControlAnnounced Kind = "CONTROL_ANNOUNCED" // the day a control was issued
	ControlEffective Kind = "CONTROL_EFFECTIVE" // its first day
	ControlSuspended Kind = "CONTROL_SUSPENDED" // the first day of its suspension, lasting to the last
	ControlRevived   Kind = "CONTROL_REVIVED"   // the day after the last of its suspension: in force by the letter
	LicenceGranted   Kind = "LICENCE_GRANTED"   // a grant, or the first report of one
	LicenceExpires   Kind = "LICENCE_EXPIRES"   // the last day of a licence
	LicenceCount     Kind = "LICENCE_COUNT"     // a count of applications
	Happened         Kind = "EVENT"             // an event
	Exports          Kind = "EXPORTS"           // exports of a month, or of several
	Stock            Kind = "STOCK"             // a statement on a stock
	SaleAnnounced    Kind = "SALE_ANNOUNCED"    // a sale that is only announced, on its first day
)

// Kinds lists all kinds in their order.
func Kinds() []Kind {
	return []Kind{ControlAnnounced, ControlEffective, ControlSuspended, ControlRevived, LicenceGranted, LicenceExpires, LicenceCount, Happened,
		Exports, Stock, SaleAnnounced}
}

// Question asks for the entries about some things that may lie within a span of days.
type Question struct {
	About       []graph.Node // items, groups, firms, controls, countries, regions; none: everything
	Kinds       []Kind       // none: all
	From, Until graph.Day    // first and last day
}

// Entry is one thing on the axis.
type Entry struct {
	Kind        Kind
	Key         string       // of its row; unique among entries of the kind
	First, Last graph.Day    // the days that its date may mean
	Date        graph.Date   // as the record states it; unknown where it is computed
	Until       graph.Date   // to when it lasts; unknown where it does not, or nobody says
	Node        graph.Node   // the control, licence, count or event; NoNode for rows of figures and for grants of the scenario
	Items       []graph.Node // the items and groups that it names, as rows have them
	Firms       []graph.Node // the firms
	Places      []graph.Node // the countries and regions
	Controls    []graph.Node // for an event, the controls that it tells of
	Tonnes      graph.Number // of exports and stocks
	Rows        []graph.RowRef
	Flags       graph.Flags
}

// ends is the last day on which the entry may last.
func (e *Entry) ends() graph.Day {
	if e.Until.Known() {
		return max(e.Last, e.Until.Last())
	}
	return e.Last
}

// Of lists the entries, ordered. The error is that of the context. Items, firms, places and rows are shared: do not change them.
func Of(ctx context.Context, v *graph.View, q Question) ([]Entry, error) {
	order := Kinds()
	g := &gatherer{view: v, q: q, about: v.Concerning(q.About)}
	g.controls()
	for _, gather := range []func(){g.licences, g.grants, g.counts, g.events, g.monthly, g.periods, g.stocks, g.sales} {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		gather()
	}
	slices.SortFunc(g.entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(slices.Index(order, a.Kind), slices.Index(order, b.Kind)), cmp.Compare(a.Key, b.Key))
	})
	return g.entries, nil
}

package timeline

import (
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// gatherer makes the entries of a question.
type gatherer struct {
	view    *graph.View
	q       Question
	about   []bool // nil: everything
	known   []law  // the controls of the view
	entries []Entry
}

// keep adds an entry if it is asked for.
func (g *gatherer) keep(e Entry) {
	switch {
	case len(g.q.Kinds) > 0 && !slices.Contains(g.q.Kinds, e.Kind):
	case e.First > g.q.Until || e.ends() < g.q.From:
	case g.about == nil || g.concerns([]graph.Node{e.Node}, e.Items, e.Firms, e.Places, e.Controls):
		g.entries = append(g.entries, e)
	}
}

func (g *gatherer) concerns(named ...[]graph.Node) bool {
	return slices.ContainsFunc(named, func(nodes []graph.Node) bool {
		return slices.ContainsFunc(nodes, func(n graph.Node) bool { return n != graph.NoNode && g.about[n] })
	})
}

// at dates an entry by the record.
func (e Entry) at(d graph.Date) Entry {
	e.Date, e.First, e.Last = d, d.First(), d.Last()
	if !d.Exact() {
		e.Flags = e.Flags.With(graph.FlagImpreciseDate)
	}
	return e
}

// on puts an entry on days that are computed.
func (e Entry) on(first, last graph.Day) Entry {
	e.Date, e.First, e.Last = graph.Date{}, first, last
	if first != last {
		e.Flags = e.Flags.With(graph.FlagImpreciseDate)
	}
	return e
}

// lasting says to when an entry lasts.
func (e Entry) lasting(until graph.Date) Entry {
	e.Until = until
	if until.Known() && !until.Exact() {
		e.Flags = e.Flags.With(graph.FlagImpreciseDate)
	}
	return e
}

func (e Entry) as(k Kind) Entry {
	e.Kind = k
	return e
}

func (e Entry) with(flags ...graph.Flag) Entry {
	e.Flags = e.Flags.With(flags...)
	return e
}

func (e Entry) rows(more ...graph.RowRef) Entry {
	e.Rows = append(slices.Clip(e.Rows), more...)
	return e
}

// each calls for every row of a table that the view keeps, with an entry that has its key and row.
func (g *gatherer) each(table, n int, entry func(i int, e Entry)) {
	for i := range n {
		if g.view.On(table, int32(i)) {
			entry(i, Entry{
				Key: graph.Tables()[table].KeyText(g.view.Facts(), i), Node: graph.NoNode, Rows: []graph.RowRef{{Table: table, Index: int32(i)}},
			})
		}
	}
}

// The places of the tables.
var (
	exportControls    = tableNumber("export_controls")
	restricts         = tableNumber("restricts")
	listedEntities    = tableNumber("listed_entities")
	licences          = tableNumber("licences")
	licenceStatistics = tableNumber("licence_statistics")
	events            = tableNumber("events")
	monthlyExports    = tableNumber("monthly_exports")
	periodExports     = tableNumber("period_exports")
	stocks            = tableNumber("stocks")
	supplies          = tableNumber("supplies")
)

func tableNumber(name string) int {
	return slices.IndexFunc(graph.Tables(), func(t *graph.Table) bool { return t.Name == name })
}

// named finds what cells name; empty cells are left out.
func (g *gatherer) named(keys ...string) []graph.Node {
	var nodes []graph.Node
	for _, key := range keys {
		if n, ok := g.view.Lookup(key); ok {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

func (g *gatherer) events() {
	rows := g.view.Facts().Events
	g.each(events, len(rows), func(i int, e Entry) {
		r := &rows[i]
		e.Node = g.named(r.ID)[0]
		e.Items, e.Firms, e.Places = g.named(r.Item), g.named(r.Firm), g.named(r.Country)
		if r.Kind == graph.EventKindControl {
			e.Controls = g.toldOf(r)
		}
		g.keep(e.as(Happened).at(r.Date).lasting(r.EndDate))
	})
}

func (g *gatherer) counts() {
	rows := g.view.Facts().LicenceStatistics
	g.each(licenceStatistics, len(rows), func(i int, e Entry) {
		r := &rows[i]
		e.Node, e.Places = g.named(r.ID)[0], g.named(r.ApplicantRegion)
		g.keep(e.as(LicenceCount).at(r.AsOf))
	})
}

func (g *gatherer) monthly() {
	rows := g.view.Facts().MonthlyExports
	g.each(monthlyExports, len(rows), func(i int, e Entry) {
		r := &rows[i]
		e.Items, e.Places, e.Tonnes = g.named(r.Item), g.named(r.Destination), r.Tonnes
		e.Date, e.First, e.Last, e.Until = r.Month, r.Month.First(), r.Month.First(), r.Month
		g.keep(e.as(Exports))
	})
}

func (g *gatherer) periods() {
	rows := g.view.Facts().PeriodExports
	g.each(periodExports, len(rows), func(i int, e Entry) {
		r := &rows[i]
		e.Items, e.Places, e.Tonnes = g.named(r.Item), g.named(r.Destination), r.Tonnes
		e.Date, e.First, e.Last, e.Until = r.From, r.From.First(), r.From.First(), r.To
		g.keep(e.as(Exports))
	})
}

func (g *gatherer) stocks() {
	rows := g.view.Facts().Stocks
	g.each(stocks, len(rows), func(i int, e Entry) {
		r := &rows[i]
		e.Items, e.Tonnes = g.named(r.Item), r.Tonnes
		if r.HolderKind == graph.HolderKindFirm {
			e.Firms = g.named(r.Holder)
		} else {
			e.Places = g.named(r.Holder)
		}
		g.keep(e.as(Stock).at(r.AsOf))
	})
}

// sales lists announced sales. One without a first day is on no axis.
func (g *gatherer) sales() {
	rows := g.view.Facts().Supplies
	g.each(supplies, len(rows), func(i int, e Entry) {
		r := &rows[i]
		if r.Status != graph.SupplyStatusAnnounced || !r.Start.Known() {
			return
		}
		e.Items, e.Firms = g.named(r.Item), g.named(r.Supplier, r.Buyer)
		g.keep(e.as(SaleAnnounced).at(r.Start).lasting(r.End).with(graph.FlagAnnounced))
	})
}

// editKey names an entry of the scenario.
func editKey(number int, what string) string { return fmt.Sprintf("scenario %d %s", number, what) }

func editRow(number int) graph.RowRef {
	return graph.RowRef{Table: graph.ScenarioTable, Index: int32(number)}
}

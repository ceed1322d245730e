package timeline

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// law is a control with what it names.
type law struct {
	row    *graph.Control
	node   graph.Node
	items  []graph.Node // what it covers, as rows name it
	places []graph.Node // its country, then those of the firms that it lists
}

// controls lists the dates of controls, and what a scenario makes of them.
func (g *gatherer) controls() {
	facts := g.view.Facts()
	covers := g.byControl(restricts, len(facts.Restricts), func(i int) string { return facts.Restricts[i].Control })
	names := g.byControl(listedEntities, len(facts.ListedEntities), func(i int) string { return facts.ListedEntities[i].Control })
	rows := facts.ExportControls
	g.each(exportControls, len(rows), func(i int, e Entry) {
		r := &rows[i]
		e.Node, e.Places = g.named(r.ID)[0], g.named(r.Country)
		l := law{row: r, node: e.Node, places: slices.Clone(e.Places)}
		g.restricted(&e, covers[r.ID])
		g.listed(&e, &l, names[r.ID])
		l.items = e.Items
		g.known = append(g.known, l)
		g.datesOf(r, e)
		g.setBy(r, e)
	})
}

// datesOf lists the dates of a control.
func (g *gatherer) datesOf(r *graph.Control, e Entry) {
	if r.Announced.Known() {
		g.keep(e.as(ControlAnnounced).at(r.Announced))
	}
	effective := e.as(ControlEffective).at(r.Effective)
	if !r.SuspendedFrom.Known() {
		g.keep(effective)
		return
	}
	if first := r.Effective.First(); r.SuspendedFrom.First() <= first && first <= r.SuspendedUntil.Last() {
		effective = effective.with(graph.FlagSuspendedAtStart)
	}
	g.keep(effective)
	g.keep(e.as(ControlSuspended).at(r.SuspendedFrom).lasting(r.SuspendedUntil))
	if until := r.SuspendedUntil; until.Known() {
		if back := until.Last() + 1; !g.isSet(e.Node, back) {
			g.keep(e.as(ControlRevived).on(until.First()+1, back).with(graph.FlagSuspensionExpired))
		}
	}
}

// isSet tells whether the scenario says what a control is on a day.
func (g *gatherer) isSet(control graph.Node, on graph.Day) bool {
	return slices.ContainsFunc(g.view.Scenario(), func(e graph.Edit) bool {
		return e.Control != nil && slices.Contains(e.Control.Controls, control) && e.Control.From <= on && on <= e.Control.Until
	})
}

// setBy lists what the scenario makes of a control.
func (g *gatherer) setBy(r *graph.Control, e Entry) {
	for i, edit := range g.view.Scenario() {
		c := edit.Control
		if c == nil || !slices.Contains(c.Controls, e.Node) {
			continue
		}
		kind := ControlSuspended
		if c.InForce {
			kind = ControlEffective
		}
		set := e.as(kind).on(c.From, c.From).with(graph.FlagScenario).rows(editRow(i + 1))
		set.Key = editKey(i+1, r.ID)
		if c.Until < graph.MaxDay {
			set.Until = c.Until.Date()
		}
		g.keep(set)
	}
}

// byControl numbers the rows that the view keeps of a table by the control that they name.
func (g *gatherer) byControl(table, n int, control func(i int) string) map[string][]int32 {
	rows := map[string][]int32{}
	for i := range n {
		if g.view.On(table, int32(i)) {
			rows[control(i)] = append(rows[control(i)], int32(i))
		}
	}
	return rows
}

// restricted names the items that a control covers, and opens the rows that concern what is asked about.
func (g *gatherer) restricted(e *Entry, rows []int32) {
	for _, i := range rows {
		item := g.named(g.view.Facts().Restricts[i].Item)
		e.Items = append(e.Items, item...)
		if g.about != nil && g.concerns(item) {
			e.Rows = append(e.Rows, graph.RowRef{Table: restricts, Index: i})
		}
	}
}

// listed names the firms that a list names, likewise.
func (g *gatherer) listed(e *Entry, l *law, rows []int32) {
	for _, i := range rows {
		r := &g.view.Facts().ListedEntities[i]
		firm := g.named(r.Entity)
		e.Firms = append(e.Firms, firm...)
		l.places = append(l.places, g.named(r.Country)...)
		if g.about != nil && g.concerns(firm) {
			e.Rows = append(e.Rows, graph.RowRef{Table: listedEntities, Index: i})
		}
	}
}

// toldOf lists the controls that an event of kind CONTROL tells of.
func (g *gatherer) toldOf(r *graph.Event) []graph.Node {
	if !r.Date.Exact() {
		return nil
	}
	var told []graph.Node
	for i := range g.known {
		l := &g.known[i]
		if r.Date != l.row.Announced && r.Date != l.row.Effective && r.Date != l.row.SuspendedFrom {
			continue
		}
		tells := slices.Contains(l.places, g.named(r.Country)[0])
		if r.Item != "" {
			tells = len(l.items) > 0 && g.view.Concerning(l.items)[g.named(r.Item)[0]]
		}
		if tells {
			told = append(told, l.node)
		}
	}
	return told
}

// licences lists the grants and ends of licences on record.
func (g *gatherer) licences() {
	rows := g.view.Facts().Licences
	g.each(licences, len(rows), func(i int, e Entry) {
		r := &rows[i]
		e.Node, e.Items, e.Firms = g.named(r.ID)[0], g.named(r.Item), g.named(r.Holder, r.Customer)
		g.keep(e.as(LicenceGranted).at(r.Granted))
		kind, _ := g.view.Find(graph.KindLicenceType, r.LicenceType)
		end, number := g.endOf(e.Node)
		switch days := g.typeOf(kind).ValidityDays; {
		case number > 0:
			g.keep(e.as(LicenceExpires).on(end, end).with(graph.FlagScenario).rows(editRow(number)))
		case r.Expires.Known():
			g.keep(e.as(LicenceExpires).at(r.Expires))
		case days.Known:
			lasts := graph.Day(days.Value)
			g.keep(e.as(LicenceExpires).on(r.Granted.First()+lasts, r.Granted.Last()+lasts).with(graph.FlagEndComputed).rows(g.view.Row(kind)))
		}
	})
}

func (g *gatherer) typeOf(kind graph.Node) *graph.LicenceType {
	first, _ := g.view.Range(graph.KindLicenceType)
	return &g.view.Facts().LicenceTypes[kind-first]
}

// endOf is the last edit of the scenario that ends a licence on record, with its number from 1; 0 is none.
func (g *gatherer) endOf(licence graph.Node) (last graph.Day, number int) {
	for i, edit := range g.view.Scenario() {
		if c := edit.Licence; c != nil && c.End != nil && c.End.Licence == licence {
			last, number = c.End.Last, i+1
		}
	}
	return last, number
}

// grants lists the licences that the scenario grants.
func (g *gatherer) grants() {
	for i, edit := range g.view.Scenario() {
		if edit.Licence == nil || edit.Licence.Grant == nil {
			continue
		}
		grant := edit.Licence.Grant
		e := Entry{Key: editKey(i+1, "grant"), Node: graph.NoNode, Items: present(grant.Item), Firms: present(grant.Holder, grant.Customer)}
		e = e.with(graph.FlagScenario).rows(editRow(i+1), g.view.Row(grant.Type))
		g.keep(e.as(LicenceGranted).on(grant.From, grant.From))
		if grant.Until < graph.MaxDay {
			g.keep(e.as(LicenceExpires).on(grant.Until, grant.Until))
		}
	}
}

func present(nodes ...graph.Node) []graph.Node {
	return slices.DeleteFunc(nodes, func(n graph.Node) bool { return n == graph.NoNode })
}

package api

import (
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// keeps is a condition on nodes.
type keeps func(graph.Node) bool

// ItemFilter says which items.
type ItemFilter struct {
	IDs, Makers         []string
	Kinds               []graph.NodeKind
	Categories          []graph.Category
	Sectors             []graph.Sector
	EndUses             []graph.ItemEndUse
	ComponentKinds      []graph.ComponentKind
	ElementGroups       []graph.ElementGroup
	Forms               []graph.Form
	Stages              []graph.Stage
	HSCode, ControlCode *string
	Under, Text         *string
}

func (q *ItemFilter) match(f *finder) keeps {
	if q == nil {
		return f.world.IsItem
	}
	w := f.world
	id, under, kind, stage, lower := f.oneOf(q.IDs, items), f.under(q.Under), in(q.Kinds), in(q.Stages), f.lower(q.Text)
	traits, codes, maker := q.traits(w), q.codes(w), f.oneOf(q.Makers, firms)
	return func(n graph.Node) bool {
		if !w.IsItem(n) || !kind(w.KindOf(n)) || !stage(w.View.Stage(n)) || !traits(n) || !codes(n) {
			return false
		}
		key := w.View.Key(n)
		if !id(key) || !under(key) || q.Makers != nil && !w.madeBy(n, maker) {
			return false
		}
		return f.says(n, lower, w.itemTexts(n)...)
	}
}

// traits asks for what only some kinds of items have; the others do not meet it.
func (q *ItemFilter) traits(w *World) keeps {
	category, sector, use, part, group, form := in(q.Categories), in(q.Sectors), in(q.EndUses), in(q.ComponentKinds), in(q.ElementGroups), in(q.Forms)
	return func(n graph.Node) bool {
		p, c, e, m := w.Product(n), w.Component(n), w.View.Element(n), w.Material(n)
		switch {
		case q.Categories != nil && (p == nil || !category(p.Category)), q.Sectors != nil && (p == nil || !sector(p.Sector)),
			q.EndUses != nil && (p == nil || !use(p.EndUse)), q.ComponentKinds != nil && (c == nil || !part(c.Kind)),
			q.ElementGroups != nil && (e == nil || !group(e.Group)), q.Forms != nil && (m == nil || !form(m.Form)):
			return false
		}
		return true
	}
}

// codes asks for a customs heading, of the item or in a control that names it, and for a control code.
func (q *ItemFilter) codes(w *World) keeps {
	if q.HSCode == nil && q.ControlCode == nil {
		return func(graph.Node) bool { return true }
	}
	coded := map[string]bool{}
	rows := w.Facts().Restricts
	tariff, code := startsCode(q.HSCode), hasCode(q.ControlCode)
	for i := range rows {
		r := &rows[i]
		if w.kept("restricts", int32(i)) && tariff(r.HSCode) && code(r.ControlCode) {
			coded[r.Item] = true
		}
	}
	return func(n graph.Node) bool {
		if coded[w.View.Key(n)] {
			return true
		}
		m := w.Material(n)
		return q.ControlCode == nil && m != nil && tariff(m.HSCode)
	}
}

func (w *World) madeBy(item graph.Node, firm match) bool {
	made := slices.ContainsFunc(w.Makes.In(item), func(row int32) bool {
		return w.kept("makes", row) && firm(w.View.Key(w.Makes.From[row]))
	})
	return made || slices.ContainsFunc(w.Produces.In(item), func(row int32) bool {
		return w.ProductionActive(row) && slices.ContainsFunc(w.Operates.In(w.Produces.From[row]), func(run int32) bool {
			return w.kept("operates", run) && firm(w.View.Key(w.Operates.From[run]))
		})
	})
}

func (w *World) itemTexts(n graph.Node) []string {
	if r := w.Material(n); r != nil {
		return []string{r.Name, r.Note}
	}
	if r := w.Component(n); r != nil {
		return []string{r.Name, r.Note}
	}
	if r := w.Product(n); r != nil {
		return []string{r.Name, r.Note}
	}
	r := w.View.Element(n)
	return []string{r.Name, r.Symbol}
}

// FirmFilter says which firms.
type FirmFilter struct {
	IDs, Countries      []string
	Roles               []graph.Role
	Makes, Buys, HeldBy *string
	Text                *string
}

func (q *FirmFilter) match(f *finder) keeps {
	w := f.world
	if q == nil {
		return func(graph.Node) bool { return true }
	}
	id, country, lower := f.oneOf(q.IDs, firms), f.inCountries(q.Countries), f.lower(q.Text)
	makes, buys, held := f.makers(q.Makes), f.buyers(q.Buys), f.heldBy(q.HeldBy)
	role := in(q.Roles)
	return func(n graph.Node) bool {
		r := w.View.Firm(n)
		return id(r.ID) && country(r.Country) && (q.Roles == nil || slices.ContainsFunc(r.Roles, role)) && makes(n) && buys(n) && held(n) &&
			f.says(n, lower, r.Name, r.Note, r.Ticker)
	}
}

// FacilityFilter says which mines and plants.
type FacilityFilter struct {
	IDs, Countries, Operators, Sources []string
	Stages                             []graph.Stage
	Statuses                           []graph.FacilityStatus
	Active                             *bool
	Makes                              *string
	StartFrom, StartTo                 *int
	Text                               *string
}

func (q *FacilityFilter) match(f *finder) keeps {
	w := f.world
	id, country, source, operator, lower := f.oneOf(q.IDs, facilities), f.inCountries(q.Countries), f.oneOf(q.Sources, sources), f.oneOf(q.Operators, firms), f.lower(q.Text)
	stage, status, active, start, makes := in(q.Stages), in(q.Statuses), is(q.Active), within(q.StartFrom, q.StartTo), f.under(q.Makes)
	return func(n graph.Node) bool {
		r := w.View.Facility(n)
		if !id(r.ID) || !country(r.Country) || !source(r.Source) || !stage(r.Stage) || !status(r.Status) || !active(w.PlantActive(n)) || !start(r.StartYear) {
			return false
		}
		run := func(row int32) bool { return w.kept("operates", row) && operator(w.View.Key(w.Operates.From[row])) }
		made := func(row int32) bool { return w.kept("produces", row) && makes(w.View.Key(w.Produces.To[row])) }
		if q.Operators != nil && !slices.ContainsFunc(w.Operates.In(n), run) || q.Makes != nil && !slices.ContainsFunc(w.Produces.Out(n), made) {
			return false
		}
		return f.says(n, lower, r.Name, r.Note)
	}
}

// CountryFilter says which countries and regions.
type CountryFilter struct {
	IDs          []string
	IsRegion     *bool
	InRegion     *string
	PartsOfWorld []string
	Text         *string
}

func (q *CountryFilter) match(f *finder) keeps {
	w := f.world
	id, region, lower := f.oneOf(q.IDs, countries), is(q.IsRegion), f.lower(q.Text)
	member := anyKey
	if q.InRegion != nil {
		if n := f.node(*q.InRegion, countries); f.err == nil {
			var members []graph.Node
			for _, row := range w.Regions.Out(n) {
				members = append(members, w.Regions.To[row])
			}
			member = f.set(members)
		}
	}
	partOfWorld := func(p *string) bool {
		return q.PartsOfWorld == nil || p != nil && slices.ContainsFunc(q.PartsOfWorld, func(want string) bool { return strings.EqualFold(want, *p) })
	}
	return func(n graph.Node) bool {
		c := w.country(n)
		return id(c.Key()) && region(c.IsRegion) && member(c.Key()) && partOfWorld(c.PartOfWorld) && f.says(n, lower, c.Name)
	}
}

// ItemGroupFilter says which item groups.
type ItemGroupFilter struct {
	IDs     []string
	Holding *string
	Text    *string
}

func (q *ItemGroupFilter) match(f *finder) keeps {
	w := f.world
	id, lower := f.oneOf(q.IDs, groups), f.lower(q.Text)
	holding := anyKey
	if q.Holding != nil {
		if n := f.node(*q.Holding, items); f.err == nil {
			var with []graph.Node
			for _, row := range w.Members.In(n) {
				with = append(with, w.Members.From[row])
			}
			holding = f.set(with)
		}
	}
	return func(n graph.Node) bool {
		g := w.itemGroup(n)
		return id(g.Key()) && holding(g.Key()) && f.says(n, lower, g.Name, g.Note)
	}
}

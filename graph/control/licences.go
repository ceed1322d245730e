package control

import (
	"math"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// generalTypes are the kinds of licence that cover many shipments to one customer.
var generalTypes = map[string]bool{"cn-general-rare-earth": true}

// unnamed ends the keys of firms that stand for some firm or firms that no source names.
const unnamed = "-unnamed"

// general is a general licence on record.
type general struct {
	held             Held
	holder, customer graph.Node   // NoNode: not named
	items            []bool       // by item; nil: every item
	places           []graph.Node // where customers that are not named lie; nil: anywhere
	from, until      graph.Day
	granted, expires graph.Date // as stated
}

// addGeneralLicences gathers the general licences. One without a stated end lasts as long as its kind is valid, from the last day that its
// grant can have been; none counts before its kind was introduced.
func (b *Book) addGeneralLicences() {
	v := b.view
	kinds := map[string]*graph.LicenceType{}
	types := tableIndex("licence_types")
	for i := range v.Facts().LicenceTypes {
		if r := &v.Facts().LicenceTypes[i]; generalTypes[r.ID] && v.On(types, int32(i)) {
			kinds[r.ID] = r
		}
	}
	first, _ := v.Range(graph.KindLicence)
	licences := tableIndex("licences")
	for i := range v.Facts().Licences {
		r := &v.Facts().Licences[i]
		kind := kinds[r.LicenceType]
		if kind == nil || !v.On(licences, int32(i)) {
			continue
		}
		g := general{held: Held{Licence: first + graph.Node(i)}, granted: r.Granted, expires: r.Expires, holder: b.firm(r.Holder), customer: b.firm(r.Customer), items: b.itemsOf(r.Item)}
		if g.customer == graph.NoNode {
			g.places = b.placesOf(r.Customer)
		}
		g.from, g.until = max(r.Granted.First(), kind.Introduced.First()), r.Expires.Last()
		if !r.Expires.Known() && kind.ValidityDays.Known {
			g.until = r.Granted.Last() + graph.Day(kind.ValidityDays.Value)
		}
		b.general = append(b.general, g)
	}
	for i, e := range v.Scenario() {
		if e.Licence != nil {
			b.change(e.Licence, i+1)
		}
	}
}

// change applies an edit of the view's scenario to the general licences.
func (b *Book) change(c *graph.LicenceChange, edit int) {
	if c.End != nil {
		for i := range b.general {
			if g := &b.general[i]; g.held.Edit == 0 && g.held.Licence == c.End.Licence {
				g.until, g.expires = c.End.Last, graph.Date{}
			}
		}
		return
	}
	grant := c.Grant
	if !generalTypes[b.view.Key(grant.Type)] {
		return
	}
	g := general{held: Held{Licence: graph.NoNode, Edit: edit}, holder: graph.NoNode, customer: graph.NoNode, from: grant.From, until: grant.Until}
	if grant.Holder != graph.NoNode {
		g.holder = b.firm(b.view.Key(grant.Holder))
	}
	if grant.Customer != graph.NoNode {
		g.customer, g.places = b.firm(b.view.Key(grant.Customer)), nil
		if g.customer == graph.NoNode {
			g.places = b.placesOf(b.view.Key(grant.Customer))
		}
	}
	if grant.Item != graph.NoNode {
		g.items = b.itemsOf(b.view.Key(grant.Item))
	}
	b.general = append(b.general, g)
}

// firm finds a firm that a licence names; one that stands for unnamed firms is none.
func (b *Book) firm(key string) graph.Node {
	n, ok := b.view.Find(graph.KindFirm, key)
	if !ok || strings.HasSuffix(key, unnamed) {
		return graph.NoNode
	}
	return n
}

// placesOf lists the country of a firm that stands for unnamed ones, or the countries of its region.
func (b *Book) placesOf(key string) []graph.Node {
	v := b.view
	n, ok := v.Find(graph.KindFirm, key)
	if !ok {
		return nil
	}
	place := v.CountryOf(n)
	places := []graph.Node{place}
	if v.Is(place, graph.KindRegion) {
		for _, row := range v.Regions.Out(place) {
			places = append(places, v.Regions.To[row])
		}
	}
	return places
}

// itemsOf marks an item, or the members of a group, with all kinds below; nil is everything.
func (b *Book) itemsOf(key string) []bool {
	v := b.view
	n, ok := v.Lookup(key)
	if !ok {
		return nil
	}
	items := make([]bool, v.Items())
	named := []graph.Node{n}
	if !v.IsItem(n) {
		named = nil
		for _, row := range v.Members.Out(n) {
			named = append(named, v.Members.To[row])
		}
	}
	for _, item := range named {
		items[item] = true
		for _, kind := range v.Below(item) {
			items[kind] = true
		}
	}
	return items
}

// licensed looks the general licences through. Those that are found stay with the trial.
func (t *trial) licensed(wanted cover) bool {
	if !t.eligible() {
		return false
	}
	var found []Held
	var flags graph.Flags
	for i := range t.book.general {
		g := &t.book.general[i]
		if t.coverOf(g) == wanted {
			found = append(found, g.held)
			flags = flags.With(t.dateFlags(g)...)
		}
	}
	if len(found) == 0 {
		return false
	}
	t.licences = found
	if wanted == covered {
		t.flags = t.flags.With(flags...)
	}
	return true
}

// eligible asks whether the row in force nearest to the item lets general licences cover it.
func (t *trial) eligible() bool {
	for _, c := range t.book.covers[t.item] {
		if t.book.controls[c.control].class == HeavyRareEarth && t.state(c.control).holds() {
			return c.regime == graph.RegimeGeneralEligible
		}
	}
	return false
}

// coverOf says what a general licence does for the shipment: it covers it when it names the user, for an exporter that the question leaves
// open or that it names; or when it names the exporter of the question and no customer. It possibly covers it when whom it does not name,
// or whom the question does not name, leaves that open.
func (t *trial) coverOf(g *general) cover {
	if g.items != nil && !g.items[t.item] || t.q.On < g.from || g.places != nil && !slices.Contains(g.places, t.q.Destination) {
		return unasked
	}
	holder, customer := t.q.Holder, t.q.User
	if holder != graph.NoNode && g.holder != graph.NoNode && g.holder != holder ||
		customer != graph.NoNode && g.customer != graph.NoNode && g.customer != customer {
		return unasked
	}
	names := customer != graph.NoNode && g.customer == customer && g.holder != graph.NoNode ||
		holder != graph.NoNode && g.holder == holder && (g.customer == graph.NoNode || g.customer == customer)
	concerns := customer != graph.NoNode && g.customer == customer || holder != graph.NoNode && g.holder == holder
	switch {
	case t.q.On > g.until && concerns:
		return lapsed
	case t.q.On > g.until:
		return unasked
	case names:
		return covered
	}
	return possible
}

// dateFlags says whether the month or year of a grant or an end decides.
func (t *trial) dateFlags(g *general) graph.Flags {
	for _, d := range []graph.Date{g.granted, g.expires} {
		if d.Known() && !d.Exact() && d.First() <= t.q.On && t.q.On <= d.Last() {
			return graph.Flags{graph.FlagImpreciseDate}
		}
	}
	return nil
}

// nameTypes finds the licence types of the row that decided, and how long their review takes.
func (b *Book) nameTypes(d *Decision) {
	rule := d.rule
	if d.then != nil {
		rule = d.then
	}
	d.Days = Days{}
	if d.Outcome.passage() == Delayed {
		d.Days = Days{math.NaN(), math.NaN()}
	}
	if rule == nil {
		return
	}
	for _, l := range rule.types {
		if l.control != "" && !slices.ContainsFunc(d.Clauses, func(c Clause) bool { return b.view.Key(c.Control) == l.control }) {
			continue
		}
		if n, ok := b.view.Find(graph.KindLicenceType, l.licence); ok {
			d.Types = append(d.Types, n)
			b.review(d, n)
		}
	}
	switch {
	case d.Outcome == IndividualNoLimit:
		d.Days = Days{math.NaN(), math.Inf(1)}
	case d.Flags.Has(graph.FlagRefusalExpected):
		d.Days.High = math.Inf(1)
	}
}

// review takes how long a review takes from the row of the licence type.
func (b *Book) review(d *Decision, kind graph.Node) {
	if d.Outcome.passage() != Delayed {
		return
	}
	first, _ := b.view.Range(graph.KindLicenceType)
	r := &b.view.Facts().LicenceTypes[kind-first]
	if r.TypicalDaysLow.Known {
		d.Days.Low = float64(r.TypicalDaysLow.Value)
	}
	if r.TypicalDaysHigh.Known {
		d.Days.High = float64(r.TypicalDaysHigh.Value)
	}
}

package control

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// CalendarQuestion asks which licences cover whom, in a span of days.
type CalendarQuestion struct {
	Customers, Holders []graph.Node // firms; empty: all
	From, Until        graph.Day    // the first and the last day, at most LongestCalendar days
}

// LongestCalendar is how many days a calendar may span.
const LongestCalendar = 3660

// DayCount is a number of days that depends on dates which are stated to the month or year alone.
type DayCount struct{ Low, High int }

// Span is a run of days, both ends included.
type Span struct{ From, Until graph.Day }

// Permit is a licence in a calendar. It is valid on the days of Sure at least, and of Most at most; an empty Sure ends before it begins.
type Permit struct {
	Held
	Type        graph.Node
	Sure, Most  Span
	PerShipment graph.Truth // whether it covers one shipment alone; empty is not known
	Flags       graph.Flags
}

// LicenceCover is what the licences of one holder for one customer and item cover, each as the record names them.
type LicenceCover struct {
	Holder, Customer, Item graph.Node // NoNode: not named; for the item, every item
	Possible               bool       // a firm that the question names is not named by the record, and may be meant
	Permits                []Permit   // by their first days
	Needed                 int        // days of the span on which the item needs a licence
	Covered                DayCount   // of those, days on which a licence is valid
	General                DayCount   // of those, days on which a licence for more than one shipment is valid
	Gap                    DayCount   // of those, days without any licence
	Gaps                   []Span     // needed days on which no licence can be valid
	Ends                   graph.Day  // the first end of a licence from the first day of the span on; MaxDay: none
	Flags                  graph.Flags
}

// Calendar lists who is covered by licences on record, and by those that the scenario grants, in a span of days: those whose licences
// end first go first. A licence without a stated end lasts as long as its kind is valid; one that states only a month or year makes
// the counts intervals. The error names a span that cannot be asked about. It costs the licences times the days.
func (b *Book) Calendar(q CalendarQuestion) ([]LicenceCover, error) {
	if q.Until < q.From || q.Until-q.From >= LongestCalendar {
		return nil, fmt.Errorf("a calendar spans from 1 to %d days, not %d", LongestCalendar, int64(q.Until)-int64(q.From)+1)
	}
	type triple struct{ holder, customer, item graph.Node }
	covers := map[triple]*LicenceCover{}
	for _, p := range b.permits() {
		holder, fits := concerns(q.Holders, p.holder, nil, b)
		customer, also := concerns(q.Customers, p.customer, p.places, b)
		if !fits || !also {
			continue
		}
		key := triple{p.holderAs, p.customerAs, p.item}
		c := covers[key]
		if c == nil {
			c = &LicenceCover{Holder: p.holderAs, Customer: p.customerAs, Item: p.item, Ends: graph.MaxDay}
			covers[key] = c
		}
		c.Possible = c.Possible || holder || customer
		c.Permits = append(c.Permits, p.Permit)
	}
	list := make([]LicenceCover, 0, len(covers))
	for _, c := range covers {
		b.count(c, q)
		list = append(list, *c)
	}
	slices.SortFunc(list, func(x, y LicenceCover) int {
		return cmp.Or(cmp.Compare(x.Ends, y.Ends), cmp.Compare(x.Holder, y.Holder), cmp.Compare(x.Customer, y.Customer), cmp.Compare(x.Item, y.Item))
	})
	return list, nil
}

// concerns tells whether a firm that a licence names, or leaves unnamed, is among those asked about, and whether only possibly so.
func concerns(asked []graph.Node, firm graph.Node, places []graph.Node, b *Book) (possible, ok bool) {
	switch {
	case len(asked) == 0:
		return false, true
	case firm != graph.NoNode:
		return false, slices.Contains(asked, firm)
	}
	return true, places == nil || slices.ContainsFunc(asked, func(n graph.Node) bool { return slices.Contains(places, b.view.CountryOf(n)) })
}

// permit is a licence with whom it names.
type permit struct {
	Permit
	holder, customer     graph.Node // NoNode for firms that stand for unnamed ones
	holderAs, customerAs graph.Node // as the record has them
	places               []graph.Node
	item                 graph.Node
}

// permits reads the licences of the home country, with the edits of the scenario.
func (b *Book) permits() []permit {
	v := b.view
	var list []permit
	first, _ := v.Range(graph.KindLicence)
	table := tableIndex("licences")
	for i := range v.Facts().Licences {
		r := &v.Facts().Licences[i]
		kind, node := b.licenceType(r.LicenceType)
		if kind == nil || kind.Country != home || !v.On(table, int32(i)) {
			continue
		}
		p := permit{Permit: Permit{Held: Held{Licence: first + graph.Node(i)}, Type: node, PerShipment: kind.PerShipment}, item: b.named(r.Item)}
		p.name(b, r.Holder, r.Customer)
		p.Most, p.Sure = Span{r.Granted.First(), r.Expires.Last()}, Span{r.Granted.Last(), r.Expires.First()}
		p.Flags = inexact(r.Granted, r.Expires)
		if !r.Expires.Known() {
			p.compute(kind, r.Granted)
		}
		list = append(list, p)
	}
	for i, e := range v.Scenario() {
		if e.Licence != nil {
			list = b.edit(list, e.Licence, i+1)
		}
	}
	slices.SortStableFunc(list, func(x, y permit) int { return cmp.Compare(x.Most.From, y.Most.From) })
	return list
}

// compute ends a licence as long after its grant as its kind is valid; where that is not stated it may last for ever, or have ended.
func (p *permit) compute(kind *graph.LicenceType, granted graph.Date) {
	p.Flags = p.Flags.With(graph.FlagEndComputed)
	p.Most.Until, p.Sure.Until = graph.MaxDay, granted.Last()
	if days := kind.ValidityDays; days.Known {
		p.Most.Until, p.Sure.Until = granted.Last()+graph.Day(days.Value), granted.First()+graph.Day(days.Value)
	}
}

func (p *permit) name(b *Book, holder, customer string) {
	p.holder, p.customer = b.firm(holder), b.firm(customer)
	p.holderAs, p.customerAs = b.named(holder), b.named(customer)
	if p.customer == graph.NoNode {
		p.places = b.placesOf(customer)
	}
}

// edit applies a change to the licences.
func (b *Book) edit(list []permit, c *graph.LicenceChange, number int) []permit {
	if c.End != nil {
		for i := range list {
			if p := &list[i]; p.Edit == 0 && p.Licence == c.End.Licence {
				p.Most.Until, p.Sure.Until, p.Flags = c.End.Last, c.End.Last, p.Flags.With(graph.FlagScenario)
			}
		}
		return list
	}
	key := func(n graph.Node) string {
		if n == graph.NoNode {
			return ""
		}
		return b.view.Key(n)
	}
	g := c.Grant
	kind, node := b.licenceType(key(g.Type))
	if kind == nil || kind.Country != home {
		return list
	}
	span := Span{g.From, g.Until}
	p := permit{Permit: Permit{
		Held: Held{Licence: graph.NoNode, Edit: number}, Type: node, Sure: span, Most: span, PerShipment: kind.PerShipment, Flags: graph.Flags{graph.FlagScenario},
	}, item: g.Item}
	p.name(b, key(g.Holder), key(g.Customer))
	return append(list, p)
}

func (b *Book) named(key string) graph.Node {
	if n, ok := b.view.Lookup(key); ok {
		return n
	}
	return graph.NoNode
}

func (b *Book) licenceType(key string) (*graph.LicenceType, graph.Node) {
	n, ok := b.view.Find(graph.KindLicenceType, key)
	if !ok {
		return nil, graph.NoNode
	}
	first, _ := b.view.Range(graph.KindLicenceType)
	return &b.view.Facts().LicenceTypes[n-first], n
}

func inexact(dates ...graph.Date) graph.Flags {
	if slices.ContainsFunc(dates, func(d graph.Date) bool { return d.Known() && !d.Exact() }) {
		return graph.Flags{graph.FlagImpreciseDate}
	}
	return nil
}

// count walks the days of a span. Days before the first on record need no licence.
func (b *Book) count(c *LicenceCover, q CalendarQuestion) {
	needs := b.needs(c.Item)
	for on := q.From; on <= q.Until; on++ {
		if !needs(on, false) {
			continue
		}
		if !needs(on, true) {
			c.Flags = c.Flags.With(graph.FlagSuspensionExpired)
		}
		sure, most, general, generalAtMost := false, false, false, false
		for i := range c.Permits {
			p := &c.Permits[i]
			many := p.PerShipment == graph.False
			sure, general = sure || p.Sure.has(on), general || many && p.Sure.has(on)
			most, generalAtMost = most || p.Most.has(on), generalAtMost || many && p.Most.has(on)
		}
		c.Needed++
		c.Covered.add(sure, most)
		c.General.add(general, generalAtMost)
		if !most {
			c.Gaps = extend(c.Gaps, on)
		}
	}
	c.Gap = DayCount{c.Needed - c.Covered.High, c.Needed - c.Covered.Low}
	for i := range c.Permits {
		p := &c.Permits[i]
		c.Flags = c.Flags.With(p.Flags...)
		if p.Most.Until >= q.From && p.Most.Until < graph.MaxDay {
			c.Ends = min(c.Ends, p.Most.Until)
		}
	}
	if q.Until > b.checked {
		c.Flags = c.Flags.With(graph.FlagRulesNotChecked)
	}
}

func (s Span) has(on graph.Day) bool { return s.From <= on && on <= s.Until }

func (n *DayCount) add(sure, most bool) {
	if sure {
		n.Low++
	}
	if most {
		n.High++
	}
}

func extend(spans []Span, on graph.Day) []Span {
	if n := len(spans); n > 0 && spans[n-1].Until == on-1 {
		spans[n-1].Until = on
		return spans
	}
	return append(spans, Span{on, on})
}

// needs tells on which days an item, one of its kinds, or a member of a group, is under a control in force. A licence that names no item
// is needed on every day. Suspensions that have run out are taken as prolonged, or by the letter.
func (b *Book) needs(item graph.Node) func(on graph.Day, prolonged bool) bool {
	if item == graph.NoNode {
		return func(graph.Day, bool) bool { return true }
	}
	named := []graph.Node{item}
	if !b.view.IsItem(item) {
		named = nil
		for _, row := range b.view.Members.Out(item) {
			named = append(named, b.view.Members.To[row])
		}
	}
	var controls []int32
	for _, n := range named {
		for _, kind := range append([]graph.Node{n}, b.view.Below(n)...) {
			for _, c := range b.covers[kind] {
				if b.controls[c.control].class != "" && !slices.Contains(controls, c.control) {
					controls = append(controls, c.control)
				}
			}
		}
	}
	return func(on graph.Day, prolonged bool) bool {
		return slices.ContainsFunc(controls, func(k int32) bool { return b.controls[k].state(on, prolonged).holds() })
	}
}

package graphtest

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// CalendarCount is what the slow twin counts for one holder, customer and item: days that need a licence, those that are covered for
// certain and at most, and the same by licences for more than one shipment; and the days that need none if what was suspended still is.
type CalendarCount struct{ Needed, Sure, Most, GeneralSure, GeneralMost, Unverified int }

// Calendar counts day by day, licence by licence, for each holder, customer and item of the record, joined by bars.
func (r *LicenceReader) Calendar(from, until graph.Day) map[string]CalendarCount {
	counts := map[string]CalendarCount{}
	for day := from; day <= until; day++ {
		on := day.String()
		today := map[string]CalendarCount{}
		for _, l := range r.f.Licences {
			at := slices.IndexFunc(r.f.LicenceTypes, func(t graph.LicenceType) bool { return t.ID == l.LicenceType })
			kind := r.f.LicenceTypes[at]
			key := l.Holder + "|" + l.Customer + "|" + l.Item
			if kind.Country != "CN" {
				continue
			}
			c := today[key]
			if r.needs(l.Item, on, false) {
				c.Needed = 1
				if !r.needs(l.Item, on, true) {
					c.Unverified = 1
				}
				sure, most := r.valid(l, kind, day)
				c.Sure, c.Most = max(c.Sure, sure), max(c.Most, most)
				if kind.PerShipment == graph.False {
					c.GeneralSure, c.GeneralMost = max(c.GeneralSure, sure), max(c.GeneralMost, most)
				}
			}
			today[key] = c
		}
		for key, c := range today {
			all := counts[key]
			counts[key] = CalendarCount{all.Needed + c.Needed, all.Sure + c.Sure, all.Most + c.Most, all.GeneralSure + c.GeneralSure,
				all.GeneralMost + c.GeneralMost, all.Unverified + c.Unverified}
		}
	}
	return counts
}

// valid tells (1 or 0) whether a licence is valid on a day whatever day its dates mean, and for some day that they may mean.
func (r *LicenceReader) valid(l graph.Licence, kind graph.LicenceType, on graph.Day) (sure, most int) {
	sure = 1
	for granted := l.Granted.First(); granted <= l.Granted.Last(); granted++ {
		first, last := l.Expires.First(), l.Expires.Last()
		if !l.Expires.Known() {
			first, last = granted, graph.MaxDay
			if kind.ValidityDays.Known {
				first = granted + graph.Day(kind.ValidityDays.Value)
				last = first
			}
		}
		if granted <= on && on <= last {
			most = 1
		}
		if on < granted || on > first {
			sure = 0
		}
	}
	return sure, most
}

// needs tells whether a control of a class is in force over an item, one of its kinds, or a member of a group.
func (r *LicenceReader) needs(item, on string, prolonged bool) bool {
	if item == "" {
		return true
	}
	items := []string{item}
	for _, g := range r.f.ItemGroups {
		if g.ID == item {
			items = nil
		}
	}
	for _, m := range r.f.ItemGroupMembers {
		if m.Group == item {
			items = append(items, m.Item)
		}
	}
	for _, i := range slices.Clone(items) {
		items = append(items, r.below(i)...)
	}
	return slices.ContainsFunc(items, func(i string) bool {
		if _, _, a := r.underA(i, on, prolonged); a {
			return true
		}
		return slices.ContainsFunc(append(slices.Clone(r.metals), "mofcom-2025-57", "mofcom-2025-56", "mofcom-2025-62", "mofcom-most-2023-57"), func(id string) bool {
			return r.active(id, on, prolonged) && r.covers(id, i)
		})
	})
}

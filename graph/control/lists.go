package control

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// addLists gathers which firms the lists of the home country name, which firms those hold, and which lists are known in part.
func (b *Book) addLists() {
	v := b.view
	known := make([]int, len(b.controls))
	b.entities = tableIndex("listed_entities")
	for i := range v.Facts().ListedEntities {
		r := &v.Facts().ListedEntities[i]
		k, ok := b.byKey[r.Control]
		if !ok || !v.On(b.entities, int32(i)) {
			continue
		}
		if b.controls[k].list == nil {
			b.controls[k].list, b.controls[k].class = &list{}, "" // a list that the tables of this package do not know
		}
		known[k]++
		firm, _ := v.Find(graph.KindFirm, r.Entity)
		b.listed[firm] = append(b.listed[firm], naming{control: k, row: int32(i), watch: r.List == graph.EntityListWatch, holder: firm})
	}
	for k := range b.controls {
		if l := b.controls[k].list; l != nil && known[k] < l.names {
			country := graph.NoNode
			if n, ok := v.Find(graph.KindCountry, l.country); ok {
				country = n
			}
			b.partial = append(b.partial, partial{int32(k), country})
		}
	}
	b.addHeld()
}

// addHeld lists, after a firm's own names, those of the firms that hold it.
func (b *Book) addHeld() {
	own := map[graph.Node][]naming{}
	var order []graph.Node
	for firm, names := range b.listed {
		own[firm] = slices.Clone(names)
		order = append(order, firm)
	}
	slices.Sort(order)
	for _, holder := range order {
		for _, held := range b.view.Held(holder) {
			for _, n := range own[holder] {
				n.unstated = held.Unstated
				b.listed[held.Firm] = append(b.listed[held.Firm], n)
			}
		}
	}
}

// userIs looks the user up on lists. Where a list in force by itself names it, lists whose suspension has run out are not named beside it,
// nor are firms that hold it beside its own name. A stake that nobody states comes last: that it is control is taken for granted, while a
// suspension that has run out is in force by the letter.
func (t *trial) userIs(wanted listing) bool {
	if t.q.User == graph.NoNode {
		return false
	}
	var fits []naming
	for _, n := range t.book.listed[t.q.User] {
		if t.named(n, wanted) {
			fits = append(fits, n)
		}
	}
	if len(fits) == 0 {
		return false
	}
	rank := func(n naming) int {
		r := 0
		if n.unstated {
			r += 4
		}
		if t.state(n.control) == Revived {
			r += 2
		}
		if n.holder != t.q.User {
			r++
		}
		return r
	}
	best := slices.MinFunc(fits, func(a, b naming) int { return rank(a) - rank(b) })
	for _, n := range fits {
		if rank(n) == rank(best) {
			t.keep(Clause{
				Control: t.book.controls[n.control].node, State: t.state(n.control), HasRow: true,
				Row: graph.RowRef{Table: t.book.entities, Index: n.row},
			})
		}
	}
	if best.unstated {
		t.flags = t.flags.With(graph.FlagStakeUnstated)
	}
	return true
}

func (t *trial) named(n naming, wanted listing) bool {
	e := &t.book.controls[n.control]
	state, itself := t.state(n.control), n.holder == t.q.User
	switch wanted {
	case banned:
		return itself && !n.watch && state.holds()
	case bannedAbroad:
		return itself && !n.watch && state.holds() && e.list.reaching
	case watched:
		return itself && n.watch && state.holds()
	case formerlyBanned:
		return itself && !n.watch && state == Suspended
	}
	return state.holds()
}

// checkLists flags an answer for a named user that no list in force names, while one of its country is known in part and the item is
// controlled.
func (b *Book) checkLists(d *Decision) {
	if d.asked.User == graph.NoNode || d.Outcome == NoLicence || d.Outcome == Prohibited {
		return
	}
	holds := func(k int32) bool { return b.controls[k].state(d.asked.On, false).holds() }
	for _, n := range b.listed[d.asked.User] {
		if holds(n.control) && n.holder == d.asked.User {
			return
		}
	}
	country := b.view.CountryOf(d.asked.User)
	for _, p := range b.partial {
		if country != graph.NoNode && p.country == country && holds(p.control) {
			d.Flags = d.Flags.With(graph.FlagListIncomplete)
		}
	}
}

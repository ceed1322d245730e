package control

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Decide answers a question. It is pure, costs some microseconds for an item and as much again for each of its kinds, and never fails:
// a day before FirstDay is decided as if nothing was controlled, which callers should refuse.
func (b *Book) Decide(q Question) Decision {
	q = b.settled(q)
	d := b.strictest(q, false)
	d.passage = d.Outcome.passage()
	if b.leans(&d) {
		d.Flags = d.Flags.With(graph.FlagSuspensionExpired)
		other := b.strictest(q, true)
		if d.IfProlonged = other.Outcome; other.Outcome.passage() != d.passage {
			d.passage = Unverified
		}
	}
	b.checkLists(&d)
	if q.On > b.checked {
		d.Flags = d.Flags.With(graph.FlagRulesNotChecked)
	}
	b.nameTypes(&d)
	if b.base != nil {
		if before := b.base.Decide(q); !d.alike(&before) {
			d.Flags = d.Flags.With(graph.FlagScenario)
		}
	}
	return d
}

// alike tells whether two books decided a question for the same reasons.
func (d *Decision) alike(other *Decision) bool {
	return d.Outcome == other.Outcome && d.Rule == other.Rule && d.Item == other.Item && d.IfProlonged == other.IfProlonged &&
		slices.Equal(d.Clauses, other.Clauses) && slices.Equal(d.Licences, other.Licences)
}

// settled fills in what a question leaves to its defaults.
func (b *Book) settled(q Question) Question {
	if q.Origin == graph.NoNode {
		q.Origin = b.home
	}
	if q.EndUse == "" {
		q.EndUse = AnyUse
	}
	if q.Exporter == "" {
		q.Exporter = FromAbroad
		if q.Origin == b.home {
			q.Exporter = FromHome
		}
	}
	return q
}

// strictest decides for an item and all of its kinds: the item itself where none is stricter. Among equals it prefers one that does not
// lean on a suspension that has run out, then one whose content is stated.
func (b *Book) strictest(q Question, prolonged bool) Decision {
	best := b.surest(q, q.Item, prolonged)
	for _, kind := range b.view.Below(q.Item) {
		d := b.surest(q, kind, prolonged)
		if d.Outcome.StricterThan(best.Outcome) || d.Outcome == best.Outcome && b.doubts(&d) < b.doubts(&best) {
			best = d
		}
	}
	if best.Item != q.Item {
		best.Flags = best.Flags.With(graph.FlagPossiblyControlled)
	}
	return best
}

// surest decides for one item. Where the same row decides alike with suspensions that have run out prolonged, that reading stands: it
// leans on none of them.
func (b *Book) surest(q Question, item graph.Node, prolonged bool) Decision {
	d := b.decideItem(q, item, prolonged)
	if !b.leans(&d) {
		return d
	}
	if sure := b.decideItem(q, item, true); sure.Outcome == d.Outcome && sure.Rule == d.Rule {
		return sure
	}
	return d
}

func (b *Book) doubts(d *Decision) int {
	doubts := 0
	if b.leans(d) {
		doubts += 2
	}
	if d.Flags.Has(graph.FlagContentNotStated) {
		doubts++
	}
	return doubts
}

// leans tells whether a decision rests on a control whose suspension has run out.
func (b *Book) leans(d *Decision) bool {
	return slices.ContainsFunc(d.Clauses, func(c Clause) bool { return c.State == Revived })
}

// decideItem walks the table for one item.
func (b *Book) decideItem(q Question, item graph.Node, prolonged bool) Decision {
	t := &trial{book: b, q: q, item: item, prolonged: prolonged}
	for i := range b.table {
		r := &b.table[i]
		if !t.holds(r) {
			continue
		}
		decided := r
		for j := range r.then {
			if decided = &r.then[j]; t.also(decided) {
				break
			}
		}
		return t.decision(r, decided)
	}
	return Decision{Outcome: NoLicence, Item: item, asked: q} // the last row of the table holds for everybody
}

// compiled is a row of the table with its names resolved.
type compiled struct {
	*rule
	to, active, by int64 // a node or control; none: the row does not ask; missing: the view lacks it
	inactive       []int32
	then           []compiled
}

const (
	none    = -1
	missing = -2
)

func (b *Book) compile(rules []rule) []compiled {
	table := make([]compiled, len(rules))
	for i := range rules {
		r := &rules[i]
		c := compiled{rule: r, to: none, active: b.control(r.when.active), by: b.control(r.when.by), then: b.compile(r.then)}
		if r.when.to != "" {
			c.to = missing
			if n, ok := b.view.Find(graph.KindCountry, r.when.to); ok {
				c.to = int64(n)
			}
		}
		for _, key := range r.when.inactive {
			if k, ok := b.byKey[key]; ok {
				c.inactive = append(c.inactive, k)
			}
		}
		table[i] = c
	}
	return table
}

func (b *Book) control(key string) int64 {
	if key == "" {
		return none
	}
	if k, ok := b.byKey[key]; ok {
		return int64(k)
	}
	return missing
}

// trial is the state of one walk through the table.
type trial struct {
	book      *Book
	q         Question
	item      graph.Node
	prolonged bool // suspensions that have run out count as prolonged
	found     []Clause
	licences  []Held
	flags     graph.Flags
}

// holds tries a row and, if it holds, keeps what made it hold.
func (t *trial) holds(r *compiled) bool {
	t.found, t.licences, t.flags = t.found[:0], nil, nil
	return t.also(r)
}

// also is holds on top of a row that held.
func (t *trial) also(r *compiled) bool {
	w := &r.when
	switch {
	case w.exporter != "" && w.exporter != t.q.Exporter, r.to != none && int64(t.q.Destination) != r.to, !oneOf(w.uses, t.q.EndUse):
		return false
	case w.origin == atHome && t.q.Origin != t.book.home, w.origin == abroad && t.q.Origin == t.book.home:
		return false
	case !t.stated(w.content, t.q.Content, w.unsaid), !t.stated(w.technology, t.q.Technology, w.unsaid):
		return false
	case w.excluded && (t.reading() == nil || !t.reading().excluded):
		return false
	}
	for _, k := range r.inactive {
		if t.state(k).holds() {
			return false
		}
	}
	return (r.active == none || t.inForce(r.active)) &&
		(w.user == anybody || t.userIs(w.user)) &&
		(r.by == none || t.underClause(r.by, w.regime)) &&
		(len(w.under) == 0 || t.underClass(w.under, w.regime, State.holds)) &&
		(len(w.paused) == 0 || t.underClass(w.paused, w.regime, func(s State) bool { return s == Suspended })) &&
		(w.licensed == unasked || t.licensed(w.licensed))
}

// stated compares what a row wants stated, or (unsaid) not stated, with what is.
func (t *trial) stated(wanted, is graph.Truth, unsaid bool) bool {
	return wanted == "" || unsaid && is == "" || !unsaid && is == wanted
}

func (t *trial) reading() *reading { return t.book.readings[t.item] }

// state is that of a home control on the day.
func (t *trial) state(k int32) State { return t.book.controls[k].state(t.q.On, t.prolonged) }

// edited tells whether the scenario says what a control is on a day.
func (e *entry) edited(on graph.Day) bool {
	return slices.ContainsFunc(e.set, func(s setting) bool { return s.from <= on && on <= s.until })
}

func (e *entry) state(on graph.Day, prolonged bool) State {
	for i := range e.set {
		if s := &e.set[i]; s.from <= on && on <= s.until {
			return s.state
		}
	}
	switch {
	case on < e.days[0]:
		return NotYet
	case on > e.days[3]:
		return Ended
	case on < e.days[1]:
		return Active
	case on <= e.days[2] || prolonged:
		return Suspended
	}
	return Revived
}

func (t *trial) inForce(k int64) bool {
	if k == missing || !t.state(int32(k)).holds() {
		return false
	}
	t.keep(Clause{Control: t.book.controls[k].node, State: t.state(int32(k))})
	return true
}

// keep adds a clause; a control is named once, by its nearest row.
func (t *trial) keep(c Clause) {
	if !slices.ContainsFunc(t.found, func(x Clause) bool { return x.Control == c.Control }) {
		t.found = append(t.found, c)
	}
}

// underClause asks for one control in force whose nearest row over the item has the regime.
func (t *trial) underClause(k int64, regime graph.Regime) bool {
	if k == missing || !t.state(int32(k)).holds() {
		return false
	}
	for i := range t.book.covers[t.item] {
		if c := &t.book.covers[t.item][i]; int64(c.control) == k {
			if regime != "" && c.regime != regime {
				return false
			}
			t.covered(c)
			return true
		}
	}
	return false
}

// underClass asks for controls of some classes, in a state, over the item. Where some of them do not lean on a suspension that has run
// out, only those are named.
func (t *trial) underClass(classes []Class, regime graph.Regime, is func(State) bool) bool {
	all := t.book.covers[t.item]
	sure, any := false, false
	fits := func(c *covering) bool {
		return slices.Contains(classes, t.book.controls[c.control].class) && (regime == "" || c.regime == regime) && is(t.state(c.control))
	}
	for i := range all {
		if fits(&all[i]) {
			any, sure = true, sure || t.state(all[i].control) != Revived
		}
	}
	for i := range all {
		if any && fits(&all[i]) && (!sure || t.state(all[i].control) != Revived) {
			t.covered(&all[i])
		}
	}
	return any
}

func (t *trial) covered(c *covering) {
	t.keep(Clause{
		Control: t.book.controls[c.control].node, State: t.state(c.control), HasRow: true,
		Row: graph.RowRef{Table: t.book.restricts, Index: c.row},
	})
	if c.reading != nil {
		t.flags = t.flags.With(c.reading.flags...)
	}
}

// decision makes the answer of a row that held, and of the row that decides in its stead, which may be the same.
func (t *trial) decision(first, decided *compiled) Decision {
	d := Decision{
		Outcome: decided.outcome, Rule: decided.id, Item: t.item, Clauses: slices.Clone(t.found), Licences: t.licences,
		Flags: t.flags.With(first.flags...).With(decided.flags...), asked: t.q, rule: decided.rule,
	}
	if first != decided {
		d.then, d.rule = decided.rule, first.rule
	}
	if r := t.reading(); r != nil && first.when.excluded {
		d.Flags = d.Flags.With(r.flags...)
	}
	for i := range cautions {
		if cautions[i].holds(decided.id, t.q.EndUse) {
			d.Flags = d.Flags.With(cautions[i].flag)
		}
	}
	return d
}

func (c *caution) holds(id string, use EndUse) bool {
	return oneOf(c.uses, use) && slices.ContainsFunc(c.rules, func(rule string) bool {
		return rule == id || rule[len(rule)-1] == '/' && len(id) > len(rule) && id[:len(rule)] == rule
	})
}

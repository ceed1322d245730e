package control

import (
	"fmt"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// Explanation opens a decision for a reader.
type Explanation struct {
	Reasons     []string // why, in sentences, with sources in brackets
	Basis       []string // sources of the rows of the table that decided
	Doors       []string // what is left to the exporter
	Ambiguities []Ambiguity
	Timings     []Timing
	Beside      []Clause // controls of other countries that cover the item on the day; their own rules decide
}

// Explain says why a decision of this book is what it is. It costs some tens of microseconds.
func (b *Book) Explain(d *Decision) Explanation {
	e := Explanation{Ambiguities: b.ambiguities(d), Timings: timingsOf(b, d), Beside: b.besides(d)}
	e.Reasons = append(e.Reasons, b.scope(d)...)
	for _, r := range []*rule{d.rule, d.then} {
		if r == nil {
			continue
		}
		e.Reasons = append(e.Reasons, fmt.Sprintf("%s (row %s%s)", r.says, r.id, cited(r.basis)))
		e.Basis = append(e.Basis, r.basis...)
		if r.door != "" {
			e.Doors = append(e.Doors, r.door)
		}
	}
	e.Reasons = append(e.Reasons, b.circumstances(d)...)
	return e
}

func cited(sources []string) string {
	if len(sources) == 0 {
		return ""
	}
	return "; " + strings.Join(sources, ", ")
}

// scope says how the item comes under what covers it.
func (b *Book) scope(d *Decision) []string {
	var reasons []string
	v := b.view
	if d.Item != d.asked.Item {
		reasons = append(reasons, fmt.Sprintf("%s is a class: %s, one of its kinds, decides as the strictest.", v.Key(d.asked.Item), v.Key(d.Item)))
	}
	for _, c := range d.Clauses {
		if !c.HasRow || c.Row.Table != b.restricts || len(reasons) > mostNamed {
			continue
		}
		r := &v.Facts().Restricts[c.Row.Index]
		text := fmt.Sprintf("%s covers %s", v.Key(c.Control), r.Item)
		if r.Item != v.Key(d.Item) {
			text += ", and with it " + v.Key(d.Item)
		}
		if r.Scope != "" {
			text += ": " + r.Scope
		}
		reasons = append(reasons, text+" ("+r.Source+").")
	}
	if r := b.readings[d.Item]; r != nil && (d.rule.when.excluded || b.byReading(d, r)) {
		reasons = append(reasons, fmt.Sprintf("%s: %s.", v.Key(d.Item), strings.TrimSuffix(r.says, ".")))
	}
	return reasons
}

// byReading tells whether a clause of the decision covers its item by a reading alone.
func (b *Book) byReading(d *Decision, r *reading) bool {
	for _, c := range d.Clauses {
		for _, x := range b.covers[d.Item] {
			if x.reading == r && b.controls[x.control].node == c.Control {
				return true
			}
		}
	}
	return false
}

// circumstances says what the flags of a decision speak of, and what was not asked.
func (b *Book) circumstances(d *Decision) []string {
	var reasons []string
	v, q := b.view, &d.asked
	for _, c := range d.Clauses {
		e := &b.controls[b.byKey[v.Key(c.Control)]]
		if c.State == Revived {
			reasons = append(reasons, fmt.Sprintf("The suspension of %s ended on %s. By the letter it is in force from the next day; whether it is, is not known.",
				v.Key(c.Control), e.row.SuspendedUntil.Text()))
		}
		if c.HasRow && c.Row.Table == b.entities {
			r := &v.Facts().ListedEntities[c.Row.Index]
			reasons = append(reasons, fmt.Sprintf("%s names %s (%s).", v.Key(c.Control), r.Name, r.Source))
		}
	}
	if d.Outcome == NoLicence && q.Exporter == FromHome {
		reasons = append(reasons, b.dormant(d)...)
	}
	for i, n := range d.Licences {
		if i == mostNamed {
			reasons = append(reasons, fmt.Sprintf("On record: %d more.", len(d.Licences)-mostNamed))
			break
		}
		if n.Edit > 0 {
			reasons = append(reasons, fmt.Sprintf("Granted by edit %d of the scenario.", n.Edit))
			continue
		}
		first, _ := v.Range(graph.KindLicence)
		r := &v.Facts().Licences[n.Licence-first]
		reasons = append(reasons, fmt.Sprintf("On record: %s, granted %s, %s (%s).", r.ID, r.Granted.Text(), until(r.Expires), r.Source))
	}
	for i := range cautions {
		if d.Flags.Has(cautions[i].flag) {
			reasons = append(reasons, fmt.Sprintf("%s%s", cautions[i].says, bracketed(cautions[i].basis)))
		}
	}
	if d.Flags.Has(graph.FlagScenario) {
		reasons = append(reasons, "Without the scenario of the view the answer, or what it rests on, would be another one.")
	}
	if q.User == graph.NoNode && d.Outcome != NoLicence {
		reasons = append(reasons, "No user is named: entity lists were not looked through.")
	}
	if d.Flags.Has(graph.FlagListIncomplete) {
		reasons = append(reasons, "Some names on the lists of the user's country are not in the sources: a miss is no proof of being unlisted.")
	}
	if d.Flags.Has(graph.FlagRulesNotChecked) {
		reasons = append(reasons, "Not checked past "+longDate(b.checked)+".")
	}
	return reasons
}

// mostNamed bounds how many licences, or controls, the reasons name.
const mostNamed = 8

func bracketed(sources []string) string {
	if len(sources) == 0 {
		return ""
	}
	return " (" + strings.Join(sources, ", ") + ")"
}

func until(d graph.Date) string {
	if !d.Known() {
		return "with no end stated"
	}
	return "until " + d.Text()
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// longDate prints 29 June 2026.
func longDate(d graph.Day) string {
	at, err := graph.ParseDate(d.String())
	if err != nil {
		return d.String()
	}
	return fmt.Sprintf("%d %s %d", at.Day, months[at.Month-1], at.Year)
}

// dormant names the controls that cover the item and are not in force on the day.
func (b *Book) dormant(d *Decision) []string {
	var reasons []string
	named := map[int32]bool{}
	for _, c := range b.covers[d.Item] {
		e := &b.controls[c.control]
		if e.class == "" || named[c.control] {
			continue
		}
		if named[c.control] = true; len(named) > mostNamed {
			break
		}
		state := e.state(d.asked.On, false)
		switch {
		case state == Suspended && e.edited(d.asked.On):
			reasons = append(reasons, fmt.Sprintf("%s is suspended by the scenario.", e.row.ID))
		case state == NotYet:
			reasons = append(reasons, fmt.Sprintf("%s covers the item from %s.", e.row.ID, e.row.Effective.Text()))
		case state == Suspended:
			reasons = append(reasons, fmt.Sprintf("%s is suspended from %s, %s.", e.row.ID, e.row.SuspendedFrom.Text(), until(e.row.SuspendedUntil)))
		}
	}
	return reasons
}

// besides lists the controls of other countries in force over the item of the question.
func (b *Book) besides(d *Decision) []Clause {
	var found []Clause
	for _, c := range b.beside[d.asked.Item] {
		e := &b.abroad[c.control]
		if state := e.state(d.asked.On, false); state.holds() {
			found = append(found, Clause{Control: e.node, State: state, HasRow: true, Row: graph.RowRef{Table: b.restricts, Index: c.row}})
		}
	}
	return found
}

// StateOf is the state of a control of any country on a day. ok is false for anything else, and for a control that the view leaves out.
func (b *Book) StateOf(control graph.Node, on graph.Day) (State, bool) {
	for _, list := range [][]entry{b.controls, b.abroad} {
		for i := range list {
			if list[i].node == control {
				return list[i].state(on, false), true
			}
		}
	}
	return "", false
}

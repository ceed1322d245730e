package control

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Turns lists the days after the first of a span, up to its last, on which an answer may differ from that of the day before: some control,
// list or general licence begins, ends, is suspended or comes back, or the record ends. Between two turns every question has one answer, so
// a schedule over years costs some dozens of decisions.
func (b *Book) Turns(span Span) []graph.Day {
	var turns []graph.Day
	add := func(days ...graph.Day) {
		for _, on := range days {
			if span.From < on && on <= span.Until {
				turns = append(turns, on)
			}
		}
	}
	after := func(last graph.Day) graph.Day { return max(last, last+1) } // the last day there is has none after it
	for i := range b.controls {
		e := &b.controls[i]
		add(e.days[0], e.days[1], after(e.days[2]), after(e.days[3]))
		for _, s := range e.set {
			add(s.from, after(s.until))
		}
	}
	for i := range b.general {
		g := &b.general[i]
		add(g.from, after(g.until))
		for _, d := range []graph.Date{g.granted, g.expires} {
			if d.Known() && !d.Exact() {
				add(d.First(), after(d.Last()))
			}
		}
	}
	add(after(b.checked))
	if b.base != nil {
		add(b.base.Turns(span)...)
	}
	slices.Sort(turns)
	return slices.Compact(turns)
}

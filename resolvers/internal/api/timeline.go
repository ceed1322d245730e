package api

import (
	"context"
	"fmt"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/timeline"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// TimelineEntry is one thing on the axis of days.
type TimelineEntry struct {
	entry timeline.Entry
	world *World
}

// The pages of timelines.
type (
	TimelineConnection = Connection[*TimelineEntry]
	TimelineEdge       = Edge[*TimelineEntry]
)

// timely things are what a timeline can be about.
var timely = kinds{"item, item group, firm, control, country or region", append([]graph.NodeKind{
	graph.KindItemGroup, graph.KindFirm, graph.KindControl, graph.KindCountry, graph.KindRegion}, items.of...)}

// Timeline puts controls, licences, events and figures on one axis.
func (v *View) Timeline(ctx context.Context, about []string, kinds []timeline.Kind, from, to *graph.Day, first int, after *string) (*TimelineConnection, error) {
	w := v.world
	f := &finder{ctx: ctx, world: w}
	q := timeline.Question{About: f.nodes(about, timely), Kinds: kinds, From: graph.MinDay, Until: graph.MaxDay}
	switch {
	case f.err != nil:
		return nil, f.err
	case about != nil && len(about) == 0:
		return nil, emptyList("about", "Leave about out to ask about everything.")
	case kinds != nil && len(kinds) == 0:
		return nil, emptyList("kinds", "Leave kinds out to ask for all kinds.")
	}
	if from != nil {
		q.From = *from
	}
	if to != nil {
		q.Until = *to
	}
	if q.Until < q.From {
		return nil, apierror.BadInput("to", "lies before from", "Give a last day that is not before the first.")
	}
	entries, err := timeline.Of(ctx, w.View, q)
	if err != nil {
		return nil, err
	}
	s := sequence[timeline.Entry, *TimelineEntry]{
		name: "timeline", elements: entries,
		key:  func(e timeline.Entry) string { return string(e.Kind) + " " + e.Key },
		make: func(e timeline.Entry) *TimelineEntry { return &TimelineEntry{e, w} },
	}
	return s.page(first, after)
}

// ID names the entry by its kind and key.
func (e *TimelineEntry) ID() string { return string(e.entry.Kind) + " " + e.entry.Key }

// Kind says what the entry tells.
func (e *TimelineEntry) Kind() timeline.Kind { return e.entry.Kind }

// Day is the first day that the date may mean.
func (e *TimelineEntry) Day() graph.Day { return e.entry.First }

// LastDay is the last day that the date may mean.
func (e *TimelineEntry) LastDay() graph.Day { return e.entry.Last }

// Date is the date as its source states it; unknown where it is computed.
func (e *TimelineEntry) Date() graph.Date { return e.entry.Date }

// Until is to when the entry lasts.
func (e *TimelineEntry) Until() graph.Date { return e.entry.Until }

// Node is the thing that the entry is of; nil for rows of figures and for grants of the scenario.
func (e *TimelineEntry) Node() Node {
	if e.entry.Node == graph.NoNode {
		return nil
	}
	return e.world.wrap(e.entry.Node)
}

// Title says in a few words what it is about.
func (e *TimelineEntry) Title() string {
	w := e.world
	what, where := w.titles(e.entry.Items, "all items"), w.titles(e.entry.Places, "everywhere")
	switch e.entry.Kind {
	case timeline.LicenceGranted, timeline.LicenceExpires:
		return fmt.Sprintf("Licence for %s: %s", what, w.titles(e.entry.Firms, "firms not named"))
	case timeline.LicenceCount:
		return "Licence applications counted: " + where
	case timeline.Exports:
		return fmt.Sprintf("Exports of %s to %s", what, where)
	case timeline.Stock:
		return fmt.Sprintf("Stock of %s: %s", what, w.titles(append(e.entry.Firms[:len(e.entry.Firms):len(e.entry.Firms)], e.entry.Places...), "everywhere"))
	case timeline.SaleAnnounced:
		return fmt.Sprintf("Announced sale of %s: %s", what, w.titles(e.entry.Firms, ""))
	}
	return w.title(e.entry.Node)
}

// title is the name or title of a thing in its own row.
func (w *World) title(n graph.Node) string {
	row := w.View.Receipt(w.View.Row(n))
	for i, column := range row.Columns {
		if column == "name" || column == "title" {
			return row.Cells[i]
		}
	}
	return w.View.Key(n)
}

func (w *World) titles(nodes []graph.Node, none string) string {
	if len(nodes) == 0 {
		return none
	}
	names := make([]string, len(nodes))
	for i, n := range nodes {
		names[i] = w.title(n)
	}
	return strings.Join(names, ", ")
}

// Items lists the items and groups that the entry names.
func (e *TimelineEntry) Items(first int) []Node { return handles(e.entry.Items, first, e.world.wrap) }

// Firms lists the firms that it names.
func (e *TimelineEntry) Firms(first int) []*Firm {
	return handles(e.entry.Firms, first, e.world.firm)
}

// Places lists the countries and regions that it names.
func (e *TimelineEntry) Places(first int) []*Country {
	return handles(e.entry.Places, first, e.world.country)
}

// Controls lists the controls that an event tells of.
func (e *TimelineEntry) Controls(first int) []*Control {
	return handles(e.entry.Controls, first, e.world.control)
}

func handles[T any](nodes []graph.Node, first int, handle func(graph.Node) T) []T {
	list := []T{}
	for _, n := range head(nodes, first) {
		list = append(list, handle(n))
	}
	return list
}

// Tonnes are those of exports and stocks.
func (e *TimelineEntry) Tonnes() *float64 { return number(e.entry.Tonnes) }

// Flags are the cautions about the dates.
func (e *TimelineEntry) Flags() []graph.Flag { return noNil(e.entry.Flags) }

// Receipt opens the rows behind the entry.
func (e *TimelineEntry) Receipt() *Receipt {
	return e.world.receipt("The dates of the row; computed ends are the grant and the days for which the kind of licence is valid.", e.entry.Rows, e.entry.Flags)
}

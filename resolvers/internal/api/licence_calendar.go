package api

import (
	"context"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// usualCalendar is how many days a calendar spans when its end is not given.
const usualCalendar = 365

// LicenceCover is what the licences of one holder cover for one customer and item.
type LicenceCover struct {
	cover control.LicenceCover
	world *World
}

// HeldLicence is a licence in a calendar.
type HeldLicence struct {
	Licence     *Licence
	Edit        *int
	Type        *LicenceType
	PerShipment *bool
	Valid       *DaySpan
	ValidAtMost *DaySpan
	Flags       []graph.Flag
}

// DayCount is a number of days.
type DayCount struct{ Low, High int }

// DaySpan is a run of days; nil ends are open.
type DaySpan struct{ From, Until *graph.Day }

// LicenceCalendar lists who is covered by licences in a span of days.
func (v *View) LicenceCalendar(ctx context.Context, customers, holders []string, from, to *graph.Day, first int) ([]*LicenceCover, error) {
	w := v.world
	f := &finder{ctx: ctx, world: w}
	q := control.CalendarQuestion{Customers: f.nodes(customers, firms), Holders: f.nodes(holders, firms), From: w.AsOf}
	switch {
	case f.err != nil:
		return nil, f.err
	case customers != nil && len(customers) == 0:
		return nil, emptyList("customers", "Leave customers out to ask about all of them.")
	case holders != nil && len(holders) == 0:
		return nil, emptyList("holders", "Leave holders out to ask about all of them.")
	}
	if from != nil {
		q.From = *from
	}
	if q.Until = q.From + usualCalendar - 1; to != nil {
		q.Until = *to
	}
	book, err := w.Law(ctx)
	if err != nil {
		return nil, err
	}
	covers, err := book.Calendar(q)
	if err != nil {
		return nil, apierror.BadInput("to", err.Error(), fmt.Sprintf("Give a day from %s to %s.", q.From, q.From+control.LongestCalendar-1))
	}
	list := []*LicenceCover{}
	for _, c := range head(covers, first) {
		list = append(list, &LicenceCover{c, w})
	}
	return list, nil
}

// Holder is the exporter; nil where it is not named.
func (c *LicenceCover) Holder() *Firm { return c.world.firmOrNil(c.cover.Holder) }

// Customer is the foreign customer; nil where it is not named.
func (c *LicenceCover) Customer() *Firm { return c.world.firmOrNil(c.cover.Customer) }

func (w *World) firmOrNil(n graph.Node) *Firm {
	if n == graph.NoNode {
		return nil
	}
	return w.firm(n)
}

// Item is what the licences cover; nil for everything.
func (c *LicenceCover) Item() Node {
	if c.cover.Item == graph.NoNode {
		return nil
	}
	return c.world.wrap(c.cover.Item)
}

// Possible tells whether a firm asked about is not named by the record.
func (c *LicenceCover) Possible() bool { return c.cover.Possible }

// Needed counts the days on which the item needs a licence.
func (c *LicenceCover) Needed() int { return c.cover.Needed }

// Covered counts the days with a licence.
func (c *LicenceCover) Covered() *DayCount { return dayCount(c.cover.Covered) }

// General counts the days with a licence for more than one shipment.
func (c *LicenceCover) General() *DayCount { return dayCount(c.cover.General) }

// Gap counts the days without a licence.
func (c *LicenceCover) Gap() *DayCount { return dayCount(c.cover.Gap) }

func dayCount(n control.DayCount) *DayCount { return &DayCount{n.Low, n.High} }

// Gaps lists the runs of days without a licence.
func (c *LicenceCover) Gaps(first int) []*DaySpan {
	spans := []*DaySpan{}
	for _, s := range head(c.cover.Gaps, first) {
		spans = append(spans, daySpan(s))
	}
	return spans
}

func daySpan(s control.Span) *DaySpan {
	if s.Until < s.From {
		return nil
	}
	span := &DaySpan{}
	if s.From > graph.MinDay {
		span.From = &s.From
	}
	if s.Until < graph.MaxDay {
		span.Until = &s.Until
	}
	return span
}

// Ends is the first end of a licence in the span or after it; nil where none ends.
func (c *LicenceCover) Ends() *graph.Day {
	if c.cover.Ends == graph.MaxDay {
		return nil
	}
	return &c.cover.Ends
}

// Licences lists the licences by their first days.
func (c *LicenceCover) Licences(first int) []*HeldLicence {
	list := []*HeldLicence{}
	permits := head(c.cover.Permits, first)
	for i := range permits {
		p := &permits[i]
		held := &HeldLicence{
			Type: c.world.licenceType(p.Type), PerShipment: truth(p.PerShipment), Valid: daySpan(p.Sure), ValidAtMost: daySpan(p.Most), Flags: noNil(p.Flags),
		}
		if p.Edit > 0 {
			held.Edit = &p.Edit
		} else {
			held.Licence = c.world.licence(p.Licence)
		}
		list = append(list, held)
	}
	return list
}

// Flags are the cautions about the counts.
func (c *LicenceCover) Flags() []graph.Flag { return noNil(c.cover.Flags) }

// Receipt opens the rows behind the counts.
func (c *LicenceCover) Receipt() *Receipt {
	var rows []graph.RowRef
	for i := range c.cover.Permits {
		rows = append(rows, c.cover.Permits[i].Row(c.world.View), c.world.View.Row(c.cover.Permits[i].Type))
	}
	return c.world.receipt("Days of the span on which a control in force covers the item, less those on which a licence is valid.", slices.Clip(rows), c.cover.Flags)
}

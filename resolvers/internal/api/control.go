package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
)

// Control is a law, notice or list that restricts exports.
type Control struct {
	thing
	Name           string
	Authority      string
	Country        *Country
	Instrument     string
	Announced      graph.Date
	Effective      graph.Date
	SuspendedFrom  graph.Date
	SuspendedUntil graph.Date
	Summary        string
	Source         *Source
}

func (w *World) control(n graph.Node) *Control {
	r := w.View.Control(n)
	return &Control{thing{w, n}, r.Title, r.Authority, w.countryAt(r.Country), r.Instrument, r.Announced, r.Effective, r.SuspendedFrom,
		r.SuspendedUntil, r.Summary, w.sourceAt(r.Source)}
}

// State is what the control is on a day, that of the view where none is given; nil where the view leaves the control out.
func (c *Control) State(ctx context.Context, on *graph.Day) (*control.State, error) {
	book, err := c.world.Law(ctx)
	if err != nil {
		return nil, err
	}
	day := c.world.AsOf
	if on != nil {
		day = *on
	}
	state, _ := book.StateOf(c.node, day)
	return word(state), nil
}

// Title is the name under the word used for notices.
func (c *Control) Title() string { return c.Name }

// Restricts lists what the control covers.
func (c *Control) Restricts(ctx context.Context, first int, after *string) (*RestrictionConnection, error) {
	key := c.Key()
	return restrictions.list(ctx, c.world, func(r *graph.Restriction) bool { return r.Control == key }, nil, "", first, after)
}

// Listed lists the firms that the control names.
func (c *Control) Listed(ctx context.Context, first int, after *string) (*ListedEntityConnection, error) {
	key := c.Key()
	return listedEntities.list(ctx, c.world, func(r *graph.ListedEntity) bool { return r.Control == key }, nil, "", first, after)
}

// LicenceType is a kind of licence, an exemption or a ban.
type LicenceType struct {
	thing
	Name            string
	Country         *Country
	ValidityDays    *int
	PerShipment     *bool
	EndUseLimits    *string
	TypicalDaysLow  *int
	TypicalDaysHigh *int
	Introduced      graph.Date
	Note            *string
	Source          *Source
}

func (w *World) licenceType(n graph.Node) *LicenceType {
	first, _ := w.Range(graph.KindLicenceType)
	r := &w.Facts().LicenceTypes[n-first]
	return &LicenceType{thing{w, n}, r.Name, w.countryAt(r.Country), whole(r.ValidityDays), truth(r.PerShipment), text(r.EndUseLimits),
		whole(r.TypicalDaysLow), whole(r.TypicalDaysHigh), r.Introduced, text(r.Note), w.sourceAt(r.Source)}
}

// Licences lists the licences of this kind.
func (t *LicenceType) Licences(ctx context.Context, first int, after *string) (*LicenceConnection, error) {
	w, key := t.world, t.Key()
	start, _ := w.Range(graph.KindLicence)
	keep := func(n graph.Node) bool {
		return w.Facts().Licences[n-start].LicenceType == key && w.kept("licences", int32(n-start))
	}
	return nodesOf(ctx, w, "licences", graph.KindLicence, "", keep, nil, w.licence, first, after)
}

// Licence is a licence reported as granted.
type Licence struct {
	thing
	Holder     *Firm
	Customer   *Firm
	Type       *LicenceType
	Item       Node
	Granted    graph.Date
	Expires    graph.Date
	Confidence graph.Confidence
	Note       *string
	Source     *Source
}

func (w *World) licence(n graph.Node) *Licence {
	first, _ := w.Range(graph.KindLicence)
	r := &w.Facts().Licences[n-first]
	return &Licence{thing{w, n}, w.maybeFirm(r.Holder), w.maybeFirm(r.Customer), w.licenceType(w.at(r.LicenceType)), w.wrapAt(r.Item),
		r.Granted, r.Expires, r.Confidence, text(r.Note), w.sourceAt(r.Source)}
}

// Name is that of the kind of licence.
func (l *Licence) Name() string { return l.Type.Name }

// LicenceStatistic is a count of licence applications.
type LicenceStatistic struct {
	thing
	Applicants    *Country
	AsOf          graph.Date
	Applied       *int
	Approved      *int
	Rejected      *int
	Pending       *int
	ApprovedShare *float64
	Note          *string
	Source        *Source
}

func (w *World) licenceStatistic(n graph.Node) *LicenceStatistic {
	first, _ := w.Range(graph.KindLicenceStatistic)
	r := &w.Facts().LicenceStatistics[n-first]
	return &LicenceStatistic{thing{w, n}, w.maybeCountry(r.ApplicantRegion), r.AsOf, whole(r.Applied), whole(r.Approved), whole(r.Rejected),
		whole(r.Pending), part(r.ApprovedPercent), text(r.Note), w.sourceAt(r.Source)}
}

// Name says whose applications were counted and when.
func (s *LicenceStatistic) Name() string {
	if s.Applicants == nil {
		return "All applicants, " + s.AsOf.Text()
	}
	return s.Applicants.Name + ", " + s.AsOf.Text()
}

package api

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// Chokepoints are the losses that stop an item or firm.
type Chokepoints struct {
	Sets             []*ChokepointSet
	SetCount         int
	SingleNamed      []*ChokepointSet
	SingleNamedCount int
	UnknownSupply    []Item
	UnknownCount     int
	Complete         bool
	Law              *ChokepointLaw // nil where no law is asked about
	Flags            []graph.Flag
}

// ChokepointSet is a set of losses that stop it together.
type ChokepointSet struct {
	Members []*Loss
	Leaves  chokepoint.Range

	world *World
	model *lossModel
	asked chokepoint.Question
	set   *chokepoint.Set
}

// Loss is something that may be lost.
type Loss struct {
	chokepoint.Member

	world *World
}

// CommonChokepoints are the sets of losses that stop most products.
type CommonChokepoints struct {
	Nodes      []*CommonChokepoint
	TotalCount int
	Complete   bool
	ShutCount  int

	world *World
	shut  []graph.Node
}

// Shut lists the products that the law stops by itself.
func (c *CommonChokepoints) Shut(first int) []Item { return c.world.items(c.shut, first) }

// CommonChokepoint is a set of losses that stops products.
type CommonChokepoint struct {
	Members []*Loss
	Count   int

	world    *World
	products []graph.Node
}

// LossQuestion is what may be lost, and under which law.
type LossQuestion struct {
	Among       []chokepoint.Kind
	Substitutes chokepoint.Readiness
	EndUse      *control.EndUse
	Destination *string
}

// Chokepoints lists what stops an item or firm.
func (v *View) Chokepoints(ctx context.Context, of string, size int, below float64, among []chokepoint.Kind, substitutes chokepoint.Readiness,
	endUse *control.EndUse, destination *string, first int,
) (*Chokepoints, error) {
	w := v.world
	subject, err := find(w.Snapshot, of, subjects)
	if err != nil {
		return nil, err
	}
	model, err := w.lossesUnder(ctx, LossQuestion{among, substitutes, endUse, destination})
	if err != nil {
		return nil, err
	}
	question := chokepoint.Question{Of: subject, Size: size, Below: below, Among: among, Most: max(first, 1)}
	answer, err := model.Find(ctx, question)
	if err != nil {
		return nil, w.lossError(ctx, err, subject)
	}
	law := model.law(w, answer.Law)
	flags := answer.Flags
	if law != nil {
		flags = flags.With(law.Flags...)
	}
	return &Chokepoints{
		Law: law, Sets: w.sets(model, question, answer.Sets, first), SetCount: answer.SetCount,
		SingleNamed: w.sets(model, question, answer.SingleNamed, first), SingleNamedCount: answer.NamedCount,
		UnknownSupply: w.items(answer.UnknownSupply, first), UnknownCount: len(answer.UnknownSupply),
		Complete: answer.Complete, Flags: flags,
	}, nil
}

// lossError says which argument a question about losses was refused for.
func (w *World) lossError(ctx context.Context, err error, of graph.Node) error {
	switch {
	case ctx.Err() != nil:
		return err
	case errors.Is(err, chokepoint.ErrSize):
		return apierror.BadInput("size", "is not 1, 2 or 3", "Ask for sets of up to 1, 2 or 3 losses, e.g. size: 2.")
	case errors.Is(err, chokepoint.ErrBelow):
		return apierror.BadInput("below", "is not from 0 to below 1", "Say how much may be left at most, e.g. below: 0.1; at 0 nothing serves any more.")
	case !errors.Is(err, chokepoint.ErrSubject):
		return err
	case w.Is(of, graph.KindFirm):
		return apierror.BadInput("of", fmt.Sprintf("%q is on record for making nothing in this view", w.Key(of)), "Ask of an item, or of a firm that makes something: firms(filter: {makes: …}) finds them.")
	}
	return apierror.BadInput("of", fmt.Sprintf("%q is no step of a supply chain", w.Key(of)), "Ask of a material, component or product; uses(of: …) lists those that an element ends up in.")
}

func (w *World) sets(model *lossModel, question chokepoint.Question, found []chokepoint.Set, first int) []*ChokepointSet {
	sets := []*ChokepointSet{}
	for i := range head(found, first) {
		sets = append(sets, &ChokepointSet{w.lossesOf(found[i].Members), found[i].Leaves, w, model, question, &found[i]})
	}
	return sets
}

func (w *World) lossesOf(members []chokepoint.Member) []*Loss {
	losses := make([]*Loss, len(members))
	for i, m := range members {
		losses[i] = &Loss{m, w}
	}
	return losses
}

// Stops lists the items that are stopped on the way.
func (s *ChokepointSet) Stops(first int) []Item { return s.world.items(s.set.Stops, first) }

// Flags are the cautions of the figures and outputs behind the set, and of the view.
func (s *ChokepointSet) Flags() []graph.Flag { return s.set.Flags.With(s.world.View.Flags()...) }

// Receipt opens the rows behind the set.
func (s *ChokepointSet) Receipt() (*Receipt, error) {
	rows, err := s.model.Rows(s.asked, s.set)
	if err != nil {
		return nil, err
	}
	for _, b := range s.model.barriers(s.world, s.set.Barred) {
		rows = append(rows, b.rows()...)
	}
	return s.world.receipt("Lost members leave 0. An output is left the least of its needs; a need or item the sum over those who serve it of share times what is left of them. "+
		"What no share states is lost with any who may have it (low) or kept (high).", rows, s.set.Flags.With(s.world.View.Flags()...)), nil
}

// ID is the global id of what is lost; that of a country at a stage names both.
func (l *Loss) ID() string {
	if l.Member.Kind != chokepoint.CountryStage {
		return globalID(l.world.Snapshot, l.Member.Node)
	}
	return base64.RawURLEncoding.EncodeToString([]byte("COUNTRY_STAGE:" + l.Key()))
}

// Key is the readable id of what is lost, with the stage after it where there is one.
func (l *Loss) Key() string {
	key := l.world.View.Key(l.Member.Node)
	if l.Member.Kind == chokepoint.CountryStage {
		key += ":" + string(l.Member.Stage)
	}
	return key
}

// Node is the country, firm, facility or control.
func (l *Loss) Node() Node { return l.world.wrap(l.Member.Node) }

// Stage is the step of the chain that the country loses; nil for all others.
func (l *Loss) Stage() *graph.Stage { return word(l.Member.Stage) }

// CommonChokepoints lists the losses that stop most products.
func (v *View) CommonChokepoints(ctx context.Context, size int, below float64, onRecord bool, among []chokepoint.Kind, substitutes chokepoint.Readiness,
	endUse *control.EndUse, destination *string, first int,
) (*CommonChokepoints, error) {
	w := v.world
	model, err := w.lossesUnder(ctx, LossQuestion{among, substitutes, endUse, destination})
	if err != nil {
		return nil, err
	}
	answer, err := model.Common(ctx, chokepoint.CommonQuestion{Size: size, Below: below, Among: among, OnRecord: onRecord})
	if err != nil {
		return nil, w.lossError(ctx, err, graph.NoNode)
	}
	found := answer.Sets
	out := &CommonChokepoints{Nodes: []*CommonChokepoint{}, TotalCount: len(found), Complete: answer.Complete, ShutCount: len(answer.Shut), world: w, shut: answer.Shut}
	for i := range head(found, first) {
		out.Nodes = append(out.Nodes, &CommonChokepoint{w.lossesOf(found[i].Members), len(found[i].Products), w, found[i].Products})
	}
	return out, nil
}

// Products lists the products that the set stops.
func (c *CommonChokepoint) Products(first int) []Item { return c.world.items(c.products, first) }

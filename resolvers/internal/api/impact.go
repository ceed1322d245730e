package api

import (
	"context"
	"errors"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/shock"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// ImpactKind says whether a hit is on something made or something needed.
type ImpactKind string

// The kinds of hits.
const (
	ImpactOutput ImpactKind = "OUTPUT"
	ImpactNeed   ImpactKind = "NEED"
)

// Impact is an output or need of a firm that a loss reaches.
type Impact struct {
	shock.Hit

	world *World
	firm  graph.Node
	item  graph.Node
	part  *chain.Part
	parts []chain.Part
	held  bool // it is lost with a firm to which no chain of stated stakes leads
}

// SystemicRisk is what the end of a firm would take from all others.
type SystemicRisk struct {
	shock.Risk

	world *World
}

// RemainingRange is what is left, at least and at most.
type RemainingRange = shock.Range

// The pages of impacts.
type (
	ImpactConnection = Connection[*Impact]
	ImpactEdge       = Edge[*Impact]
)

// Shocks makes the network ready for losses, once: that of the view before what its scenario removes and limits.
func (w *World) Shocks(ctx context.Context) (*shock.Model, error) {
	return w.shocks.Get(ctx, struct{}{}, func(ctx context.Context) (*shock.Model, error) {
		before, err := shock.Before(w.View)
		if err != nil {
			return nil, err
		}
		network, err := chain.Build(ctx, before)
		if err != nil {
			return nil, err
		}
		return shock.Compile(ctx, network)
	})
}

// Impact works out what the view's scenario takes away.
func (v *View) Impact(ctx context.Context, of *SubjectInput, first int, after *string) (*ImpactConnection, error) {
	w := v.world
	keep := func(shock.Hit) bool { return true }
	if of != nil {
		asked, err := w.subject(ctx, *of)
		if err != nil {
			return nil, err
		}
		if len(asked.missing) > 0 {
			return nil, asked.missing[0]
		}
		firms, items := nodeSet(asked.firms), nodeSet(asked.items)
		keep = func(h shock.Hit) bool { return firms[h.Firm] || items[h.Item] }
	}
	model, err := w.Shocks(ctx)
	if err != nil {
		return nil, err
	}
	found, err := model.Impact(ctx, shock.FromView(w.View))
	if errors.Is(err, shock.ErrNoLoss) {
		return nil, nothingLost()
	}
	if err != nil {
		return nil, err
	}
	held := w.heldWithoutStake()
	hits := []shock.Hit{}
	for _, h := range found {
		if keep(h) {
			hits = append(hits, h)
		}
	}
	s := sequence[shock.Hit, *Impact]{
		name: "impact", elements: hits,
		key: func(h shock.Hit) string {
			return w.View.Key(h.Firm) + " " + w.View.Key(h.Item) + " " + string(impactKind(h))
		},
		make: func(h shock.Hit) *Impact {
			parts := model.Network().Parts
			return &Impact{h, w, h.Firm, h.Item, &parts[h.Part], parts, h.Kind == chain.Output && h.Tier == 0 && held[h.Firm]}
		},
	}
	return s.page(first, after)
}

// heldWithoutStake are the firms that the scenario takes something from since a firm it names holds them by a stake that nobody states.
func (w *World) heldWithoutStake() map[graph.Node]bool {
	held := map[graph.Node]bool{}
	for _, e := range w.View.Scenario() {
		var named []graph.Node
		switch {
		case e.Remove != nil:
			named = e.Remove.Firms
		case e.Limit != nil:
			named = e.Limit.Target.Firms
		}
		for _, f := range named {
			for _, h := range w.View.Held(f) {
				held[h.Firm] = held[h.Firm] || h.Unstated
			}
		}
	}
	return held
}

func nothingLost() error {
	return apierror.BadInput("scenario", "takes nothing away", "Give the view an edit that removes or limits something, e.g. view(scenario: [{remove: {firms: [\"northern-rare-earth\"]}}]).")
}

func nodeSet(nodes []graph.Node) map[graph.Node]bool {
	set := make(map[graph.Node]bool, len(nodes))
	for _, n := range nodes {
		set[n] = true
	}
	return set
}

func impactKind(h shock.Hit) ImpactKind {
	if h.Kind == chain.Output {
		return ImpactOutput
	}
	return ImpactNeed
}

// Subject is the firm that is hit.
func (i *Impact) Subject() Node { return i.world.wrap(i.firm) }

// Item is what it makes or needs.
func (i *Impact) Item() Item { return i.world.item(i.item) }

// Kind tells making from needing.
func (i *Impact) Kind() ImpactKind { return impactKind(i.Hit) }

// Flags are the cautions of the output or need, and of the view.
func (i *Impact) Flags() []graph.Flag {
	flags := i.part.Flags.With(i.world.View.Flags()...)
	if i.held {
		flags = flags.With(graph.FlagStakeUnstated)
	}
	return flags
}

// Rows opens the rows of the output, or of the sales and own making that serve the need.
func (i *Impact) Rows(first int) []*Row {
	rows := slices.Clone(i.part.Rows)
	for j := range i.part.Suppliers {
		s := &i.part.Suppliers[j]
		rows = append(rows, s.Rows...)
		for _, o := range s.Outputs {
			if s.Own {
				rows = append(rows, i.parts[o].Rows...)
			}
		}
	}
	return i.world.rows(rows, first)
}

// SystemicRisk ranks firms by what their end would take from all others.
func (v *View) SystemicRisk(ctx context.Context, of *TargetInput, first int) ([]*SystemicRisk, error) {
	w := v.world
	model, err := w.Shocks(ctx)
	if err != nil {
		return nil, err
	}
	var candidates []graph.Node
	if of != nil {
		target, err := w.target(ctx, "of", *of)
		if err != nil {
			return nil, err
		}
		if candidates = makers(model.Network(), graph.NewTargetSet(model.Network().View, target)); len(candidates) == 0 {
			return []*SystemicRisk{}, nil
		}
	}
	risks, err := model.Systemic(ctx, candidates)
	if err != nil {
		return nil, err
	}
	out := []*SystemicRisk{}
	for i := range head(risks, first) {
		out = append(out, &SystemicRisk{risks[i], w})
	}
	return out, nil
}

// makers lists the firms with an output in a target.
func makers(n *chain.Network, target *graph.TargetSet) []graph.Node {
	var firms []graph.Node
	first, end := n.View.Range(graph.KindFirm)
	for f := first; f < end; f++ {
		for _, i := range n.Of(f) {
			if p := &n.Parts[i]; p.Kind == chain.Output && target.Member(p.Firm, p.Item, p.Places()).High > 0 {
				firms = append(firms, f)
				break
			}
		}
	}
	return firms
}

// Firm is the firm whose end is asked about.
func (r *SystemicRisk) Firm() *Firm { return r.world.firm(r.Risk.Firm) }

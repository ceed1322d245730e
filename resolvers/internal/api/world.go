package api

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/composition"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/reach"
	"github.com/lodestone-graph/lodestone/graph/shock"
	"github.com/lodestone-graph/lodestone/resolvers/internal/memo"
)

// How many things are kept for those who ask again. A view of the seed takes about a megabyte, an answer half of one.
const (
	keptWorlds  = 16
	keptAnswers = 32
	keptModels  = 4
	keptReaches = 2
	keptMasses  = 16
	keptLosses  = 4 // by readiness of substitutes, end use and destination
	keptCovers  = 4
)

// Worlds opens views and keeps the last ones, so that aliases of one view, and later operations, share what was computed.
type Worlds struct {
	kept     *memo.Cache[worldKey, *World]
	meanings map[graph.Flag]string
}

// NewWorlds starts without any view. Meanings explains the flags.
func NewWorlds(meanings map[graph.Flag]string) *Worlds {
	return &Worlds{kept: memo.New[worldKey, *World](keptWorlds), meanings: meanings}
}

type worldKey struct {
	release        string
	asOf           graph.Day
	floor          graph.Confidence
	withoutSources string
	announced      bool
	knownOn        graph.Date
	scenario       string // the view's id where it has one
}

// World is a view with what was computed for it. It is safe for concurrent use.
type World struct {
	*graph.View
	worlds   *Worlds
	meanings map[graph.Flag]string

	network *memo.Cache[struct{}, *chain.Network]
	figures *memo.Cache[struct{}, *market.Index]
	models  *memo.Cache[shape, *exposure.Model]
	reaches *memo.Cache[string, *reach.Index]
	answers *memo.Cache[string, *Answer]
	masses  *memo.Cache[graph.Node, *exposure.Holding]
	shocks  *memo.Cache[struct{}, *shock.Model]
	laws    *memo.Cache[struct{}, *control.Book]
	losses  *memo.Cache[lossShape, *lossModel]
	covers  *memo.Cache[string, *cover.Model]
}

// Open gives the world of a release on a day, seen through a filter whose sources are readable keys.
func (ws *Worlds) Open(ctx context.Context, s *graph.Snapshot, asOf graph.Day, filter graph.Filter) (*World, error) {
	filter.WithoutSources = slices.Compact(slices.Sorted(slices.Values(filter.WithoutSources)))
	key := worldKey{s.Release(), asOf, filter.MinConfidence, strings.Join(filter.WithoutSources, ","), filter.IncludeAnnounced, filter.KnownOn, ""}
	return ws.kept.Get(ctx, key, func(context.Context) (*World, error) {
		view, err := graph.NewView(s, asOf, filter)
		if err != nil {
			return nil, err
		}
		return ws.world(view), nil
	})
}

// With gives the world of a world's view with a scenario. The error is BAD_INPUT.
func (ws *Worlds) With(ctx context.Context, base *World, edits []graph.Edit) (*World, error) {
	view, err := base.View.With(edits...)
	if err != nil {
		return nil, scenarioError(err)
	}
	key := worldKey{release: view.Release(), scenario: view.ID()}
	return ws.kept.Get(ctx, key, func(context.Context) (*World, error) { return ws.world(view), nil })
}

// OnDay gives the world of the same release, filter and scenario on another day.
func (w *World) OnDay(ctx context.Context, day graph.Day) (*World, error) {
	if day == w.View.AsOf {
		return w, nil
	}
	other, err := w.worlds.Open(ctx, w.Snapshot, day, w.View.Filter)
	if scenario := w.View.Scenario(); err == nil && len(scenario) > 0 {
		return w.worlds.With(ctx, other, scenario)
	}
	return other, err
}

func (ws *Worlds) world(view *graph.View) *World {
	return &World{
		View: view, worlds: ws, meanings: ws.meanings,
		network: memo.New[struct{}, *chain.Network](1), figures: memo.New[struct{}, *market.Index](1),
		models: memo.New[shape, *exposure.Model](keptModels), reaches: memo.New[string, *reach.Index](keptReaches),
		answers: memo.New[string, *Answer](keptAnswers), masses: memo.New[graph.Node, *exposure.Holding](keptMasses),
		shocks: memo.New[struct{}, *shock.Model](1), losses: memo.New[lossShape, *lossModel](keptLosses),
		covers: memo.New[string, *cover.Model](keptCovers),
		laws:   memo.New[struct{}, *control.Book](1),
	}
}

// Network resolves who makes and needs what, once.
func (w *World) Network(ctx context.Context) (*chain.Network, error) {
	return w.network.Get(ctx, struct{}{}, func(ctx context.Context) (*chain.Network, error) { return chain.Build(ctx, w.View) })
}

// Figures gathers the market figures, once.
func (w *World) Figures(ctx context.Context) (*market.Index, error) {
	return w.figures.Get(ctx, struct{}{}, func(context.Context) (*market.Index, error) { return market.NewIndex(w.View), nil })
}

// Reaches compiles the links of some relations, once for all who follow them; none is all.
func (w *World) Reaches(ctx context.Context, through []reach.Relation) (*reach.Index, error) {
	key := fmt.Sprint(slices.Compact(slices.Sorted(slices.Values(through))))
	return w.reaches.Get(ctx, key, func(ctx context.Context) (*reach.Index, error) { return reach.NewIndex(ctx, w.View, through) })
}

// Law compiles what controls, lists and licences say, once.
func (w *World) Law(ctx context.Context) (*control.Book, error) {
	return w.laws.Get(ctx, struct{}{}, func(context.Context) (*control.Book, error) { return control.NewBook(w.View), nil })
}

// Ask solves a question about a target, once for all who ask the same. Targets asked in one shape share the compiled network.
func (w *World) Ask(ctx context.Context, target graph.Target, element graph.Node, closed bool) (*Answer, error) {
	return w.answers.Get(ctx, questionKey(target, element, closed), func(ctx context.Context) (*Answer, error) {
		model, err := w.model(ctx, shape{element, closed, graph.NoNode})
		if err != nil {
			return nil, err
		}
		figures, err := w.Figures(ctx)
		if err != nil {
			return nil, err
		}
		answer, err := model.Ask(ctx, figures, target)
		if err != nil {
			return nil, err
		}
		return newAnswer(answer, element), nil
	})
}

// shape is what a question asks beside its target.
type shape struct {
	element graph.Node
	closed  bool
	border  graph.Node // the country whose border shipments pass; NoNode: outputs are asked about
}

func (w *World) model(ctx context.Context, s shape) (*exposure.Model, error) {
	return w.models.Get(ctx, s, func(ctx context.Context) (*exposure.Model, error) {
		network, err := w.Network(ctx)
		if err != nil {
			return nil, err
		}
		var holding *exposure.Holding
		if s.element != graph.NoNode {
			if holding, err = w.holding(ctx, s.element); err != nil {
				return nil, err
			}
		}
		if s.border != graph.NoNode {
			return exposure.CompileBorder(ctx, network, holding, s.closed, s.border)
		}
		return exposure.Compile(ctx, network, holding, s.closed)
	})
}

// questionKey is equal for questions that mean the same, whatever the order of their values.
func questionKey(t graph.Target, element graph.Node, closed bool) string {
	var key strings.Builder
	for _, list := range [][]graph.Node{t.Countries, t.Firms, t.Facilities, t.Owners, t.Items} {
		fmt.Fprintln(&key, slices.Compact(slices.Sorted(slices.Values(list))))
	}
	fmt.Fprintln(&key, slices.Compact(slices.Sorted(slices.Values(t.Stages))), t.By, element, closed)
	return key.String()
}

// holding says what every item holds of an element, as the exposure room wants it.
func (w *World) holding(ctx context.Context, element graph.Node) (*exposure.Holding, error) {
	return w.masses.Get(ctx, element, func(ctx context.Context) (*exposure.Holding, error) {
		masses, err := composition.Masses(ctx, w.View, element)
		if err != nil {
			return nil, err
		}
		h := &exposure.Holding{Element: element, Mass: make([]graph.Interval, len(masses)), Present: make([]bool, len(masses))}
		for i, m := range masses {
			h.Mass[i], h.Present[i] = m.Kilograms, m.Presence == composition.Present
			if !m.Complete {
				h.Mass[i].Mid = math.NaN() // a partial sum must not weigh needs against each other
			}
		}
		return h, nil
	})
}

package main

import (
	"context"
	"fmt"
	"os"

	"github.com/lodestone-graph/lodestone/bench/generate"
	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/reach"
	"github.com/lodestone-graph/lodestone/loader/csv"
)

// engine times the whole way of a release through the engine: from a folder of CSV files to the exposure of all firms.
func (b *bench) engine(ctx context.Context, release string) error {
	var (
		facts    *graph.Facts
		snapshot *graph.Snapshot
		view     *graph.View
		figures  *market.Index
		network  *chain.Network
		model    *exposure.Model
		links    *reach.Index
		china    graph.Node
		err      error
	)
	steps := []struct {
		name string
		work func() error
	}{
		{"read and check CSV", func() error {
			if facts, _ = csv.Read(os.DirFS(release)); facts == nil {
				return fmt.Errorf("the release was refused")
			}
			return nil
		}},
		{"build the snapshot", func() error { snapshot, err = graph.Build(facts); return err }},
		{"make a view", func() error {
			view, err = graph.NewView(snapshot, graph.NewDay(2026, 6, 30), graph.Filter{})
			return err
		}},
		{"index the market", func() error { figures = market.NewIndex(view); return nil }},
		{"lay out the chain", func() error { network, err = chain.Build(ctx, view); return err }},
		{"compile it for targets", func() error { model, err = exposure.Compile(ctx, network, nil, false); return err }},
		{"exposure of all firms to all in China", func() error {
			var ok bool
			if china, ok = snapshot.Find(graph.KindCountry, "CN"); !ok {
				return fmt.Errorf("the release has no China")
			}
			_, err := model.Ask(ctx, figures, graph.Target{Countries: []graph.Node{china}})
			return err
		}},
		{"exposure of all firms to Chinese refiners", func() error {
			_, err := model.Ask(ctx, figures, graph.Target{Countries: []graph.Node{china}, Stages: []graph.Stage{graph.StageSeparation}})
			return err
		}},
		{"compile the links for reach", func() error { links, err = reach.NewIndex(ctx, view, nil); return err }},
		{"reach up from one firm", func() error {
			root, ok := snapshot.Find(graph.KindFirm, generate.FirmID(b.roots[0]))
			if !ok {
				return fmt.Errorf("the release has no %s", generate.FirmID(b.roots[0]))
			}
			_, err := links.From(ctx, []graph.Node{root}, reach.Options{Direction: reach.Up})
			return err
		}},
	}
	for _, step := range steps {
		a, err := timed(step.work)
		if err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
		b.add(Row{Question: "engine: " + step.name, Peer: "lodestone", Version: "this tree", Threads: 1, Agrees: true,
			Milliseconds: []float64{a.Milliseconds}, Note: "once"})
	}
	return ctx.Err()
}

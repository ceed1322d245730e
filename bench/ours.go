package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/lodestone-graph/lodestone/bench/generate"
	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/solve"
	"github.com/lodestone-graph/lodestone/loader/check"
	"github.com/lodestone-graph/lodestone/loader/csv"
)

// ours is the engine's own solver, asked like everybody else.
type ours struct {
	network *generate.Network
	release string // folder of the same network as a release
	system  *solve.System
	graph   *solve.Graph

	solution solve.Solution
	batch    solve.Batch
	tiers    solve.Tiers
	closures solve.Closures
	guide    solve.Guide
	walks    solve.Walks
	guided   bool
	cascades *cascades
}

func newOurs(ctx context.Context, n *generate.Network, release string) (*ours, error) {
	o := &ours{network: n, release: release, system: n.System()}
	var err error
	if o.graph, err = solve.Compile(ctx, o.system); err != nil {
		return nil, err
	}
	// The bound on cores is worked out once a graph, at its first question.
	return o, o.graph.Bounds(ctx, &solve.Target{}, 0, &o.solution)
}

func (o *ours) label() string        { return "lodestone" }
func (o *ours) about() (string, int) { return "this tree", 1 }
func (o *ours) stop()                {}

func timed(work func() error) (answer, error) {
	start := time.Now()
	err := work()
	return answer{Milliseconds: float64(time.Since(start).Nanoseconds()) / 1e6}, err
}

func (o *ours) ask(ctx context.Context, q question, _ time.Duration) (answer, error) {
	switch q.Question {
	case "build":
		return timed(func() error {
			g, err := solve.Compile(ctx, o.system)
			o.graph = g
			return err
		})
	case "csv":
		return o.csv()
	case "reach", "hops":
		return o.reach(ctx, q)
	case "closure":
		return o.closure(ctx, q)
	case "share", "share-some-hops", "exposed":
		return o.share(ctx, q)
	case "sets":
		return o.sets(ctx, q)
	case "paths":
		return o.paths(ctx, q)
	case "guide":
		return timed(func() error { return o.graph.Guide(ctx, members(q.Targets), &o.guide) })
	}
	return o.cascades.ask(ctx, q)
}

func members(targets []int32) *solve.Target {
	t := &solve.Target{Members: make([]solve.Member, len(targets))}
	for i, n := range targets {
		t.Members[i] = solve.Member{Node: n, Low: 1, Estimate: 1, High: 1}
	}
	return t
}

func (o *ours) reach(ctx context.Context, q question) (answer, error) {
	a, err := timed(func() error { return o.graph.Reach(ctx, []int32{q.Root}, solve.Up, q.Depth, &o.tiers) })
	if err != nil {
		return a, err
	}
	for tier := range o.tiers.Len() {
		n := 0
		o.tiers.Each(tier, func(node int32) {
			n++
			a.Hash += uint64(node) * 2654435761 & 0xffffffff
		})
		if n > 0 {
			a.Tiers = append(a.Tiers, n)
		}
		a.Count += n
	}
	return a, nil
}

func (o *ours) closure(ctx context.Context, q question) (answer, error) {
	a, err := timed(func() error { return o.graph.Closure(ctx, q.Roots, solve.Up, &o.closures) })
	counts := o.closures.Counts()
	for k := range q.Roots {
		a.List = append(a.List, float64(counts[k]))
	}
	return a, err
}

func (o *ours) share(ctx context.Context, q question) (answer, error) {
	target := members(q.Targets)
	a, err := timed(func() error { return o.graph.Bounds(ctx, target, 0, &o.solution) })
	if err != nil {
		return a, err
	}
	a.values = make([][2]float64, o.graph.Nodes())
	for i := range a.values {
		a.values[i][0], a.values[i][1] = o.solution.Bounds(int32(i))
	}
	return a, nil
}

// sets asks for all target sets, a few side by side, and tells the time of one. What is compared is what all nodes draw from each.
func (o *ours) sets(ctx context.Context, _ question) (answer, error) {
	total := answer{}
	for first := 0; first < generate.TargetSets; first += solve.Lanes {
		targets := make([]*solve.Target, min(solve.Lanes, generate.TargetSets-first))
		for k := range targets {
			targets[k] = members(o.network.TargetSet(first + k))
		}
		a, err := timed(func() error { return o.graph.Lows(ctx, targets, 0, &o.batch) })
		if err != nil {
			return a, err
		}
		total.Milliseconds += a.Milliseconds / generate.TargetSets
		for k := range targets {
			sum := 0.0
			for i := range int32(o.graph.Nodes()) {
				sum += o.batch.Low(k, i)
			}
			total.List = append(total.List, sum/float64(o.graph.Nodes()))
		}
	}
	return total, nil
}

// paths counts the pass of the guide in the first round of a target, as a caller would meet it.
func (o *ours) paths(ctx context.Context, q question) (answer, error) {
	target := members(q.Targets)
	a, err := timed(func() error {
		if !o.guided {
			if err := o.graph.Guide(ctx, target, &o.guide); err != nil {
				return err
			}
			o.guided = true
		}
		return o.guide.Walks(ctx, q.Root, q.K, nil, &o.walks)
	})
	for _, w := range o.walks.Walks {
		a.List = append(a.List, w.Contribution)
	}
	return a, err
}

// csv reads the table that holds the same links as sales, as everybody does; the engine's way reads all tables and checks them together.
func (o *ours) csv() (answer, error) {
	var facts *graph.Facts
	a, err := timed(func() error {
		var report *check.Report
		if facts, report = csv.ReadTable(os.DirFS(o.release), graph.TableOf("supplies")); facts == nil {
			return fmt.Errorf("the release was refused: %v", report)
		}
		return nil
	})
	if facts != nil {
		a.Count = len(facts.Supplies)
	}
	a.Note = "the sales alone, each cell checked; all tables, read and checked together: see the engine below"
	return a, err
}

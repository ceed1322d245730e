package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/solve"
	"github.com/lodestone-graph/lodestone/loader/csv"
)

// Shape tells what decides the cost and the answers of cascades: of the seed as of the drawn networks.
type Shape struct {
	Nodes, Links int
	Lines        int
	SoleSource   float64 // part of the lines with suppliers that have only one
	Depth        int     // the most tiers above any node
	Cores        int     // sets of nodes that depend on each other
	Largest      int     // nodes of the largest core
	Leak         float64 // part of what it needs that comes from outside it; 1 without a core
}

func (s *Shape) String() string {
	cores := "no loops"
	if s.Cores > 0 {
		cores = fmt.Sprintf("%d cores, the largest of %d nodes, its leak %.1f %%", s.Cores, s.Largest, 100*s.Leak)
	}
	return fmt.Sprintf("%d nodes and %d links; %d lines with suppliers, %.1f %% of them with a single one; at most %d tiers deep; %s",
		s.Nodes, s.Links, s.Lines, 100*s.SoleSource, s.Depth, cores)
}

// seedShape measures the seed, as its chain of today lies.
func seedShape(ctx context.Context, root string) (*Shape, error) {
	facts, _ := csv.Read(os.DirFS(filepath.Join(root, "seed")))
	if facts == nil {
		return nil, errors.New("the seed was refused")
	}
	snapshot, err := graph.Build(facts)
	if err != nil {
		return nil, err
	}
	today := time.Now().UTC()
	view, err := graph.NewView(snapshot, graph.NewDay(today.Year(), int(today.Month()), today.Day()), graph.Filter{})
	if err != nil {
		return nil, err
	}
	network, err := chain.Build(ctx, view)
	if err != nil {
		return nil, err
	}
	return shapeOf(ctx, network)
}

func shapeOf(ctx context.Context, network *chain.Network) (*Shape, error) {
	s, system := &Shape{Nodes: len(network.Parts)}, &solve.System{Rules: make([]solve.Rule, len(network.Parts))}
	link := func(buyer int, supplier int32, share float64) {
		system.Buyer, system.Supplier, system.Share = append(system.Buyer, int32(buyer)), append(system.Supplier, supplier), append(system.Share, share)
	}
	for i := range network.Parts {
		p := &network.Parts[i]
		for _, need := range p.Needs {
			link(i, need.Part, 1/float64(len(p.Needs)))
		}
		for k := range p.Suppliers {
			for _, o := range p.Suppliers[k].Outputs {
				link(i, o, p.Suppliers[k].Share)
			}
		}
		if len(p.Suppliers) > 0 {
			s.Lines++
		}
		if len(p.Suppliers) == 1 {
			s.SoleSource++
		}
	}
	s.SoleSource /= float64(max(s.Lines, 1))
	g, err := solve.Compile(ctx, system)
	if err != nil {
		return nil, err
	}
	s.Links, s.Leak = g.Links(), g.Leak()
	s.Cores, _, s.Largest = g.Cores()
	roots := make([]int32, g.Nodes())
	for i := range roots {
		roots[i] = int32(i)
	}
	return s, s.measureDepth(ctx, g, roots)
}

func (s *Shape) measureDepth(ctx context.Context, g *solve.Graph, roots []int32) error {
	var tiers solve.Tiers
	for _, root := range roots {
		if err := g.Reach(ctx, []int32{root}, solve.Up, 0, &tiers); err != nil {
			return err
		}
		s.Depth = max(s.Depth, tiers.Len()-1)
	}
	return nil
}

// shape is that of a drawn network; its depth is measured from the roots of the questions.
func (b *bench) shape(ctx context.Context, g *solve.Graph) (*Shape, error) {
	n := b.network
	s := &Shape{Nodes: n.Nodes, Links: g.Links(), Lines: n.Lines, Leak: g.Leak()}
	s.Cores, _, s.Largest = g.Cores()
	type supply struct{ count, first int32 }
	lines := make([]supply, n.Lines)
	for i, line := range n.Line {
		if l := &lines[line]; l.count == 0 {
			*l = supply{1, n.Supplier[i]}
		} else if n.Supplier[i] != l.first {
			l.count++
		}
	}
	for _, l := range lines {
		if l.count == 1 {
			s.SoleSource += 1 / float64(n.Lines)
		}
	}
	return s, s.measureDepth(ctx, g, b.roots)
}

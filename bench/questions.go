package main

import (
	"context"
	"fmt"
	"math"

	"github.com/lodestone-graph/lodestone/bench/generate"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// everything asks all questions, each in all its rounds.
func (b *bench) everything(ctx context.Context, neo *server, own *ours, release string) error {
	for _, p := range append(b.plans(release), own.cascades.plans(b)...) {
		b.say("%s", p.name)
		if err := b.interleave(ctx, p); err != nil {
			return err
		}
	}
	if neo != nil {
		if err := b.readOut(ctx, neo); err != nil {
			return err
		}
	}
	if err := b.nearlyClosed(ctx); err != nil {
		return err
	}
	b.say("the engine, from CSV to exposure")
	return b.engine(ctx, release)
}

// rounds is how often a question is asked: fewer times in a quick run.
func (b *bench) rounds(full int) int {
	if b.quick {
		return min(full, 5)
	}
	return full
}

// step is when a peer's sweeps end: the last change, so that values agree to 1e-9.
const step = 1e-11

func (b *bench) plans(release string) []plan {
	targets := b.network.TargetSet(generate.Countries) // the largest country, one tier above the mines
	plans := []plan{{name: "build from integer rows"}, {name: "CSV to columns"}, {name: "reach, one root"}, {name: "closure of 64 roots"},
		{name: "share of all nodes, exposed and safe"}, {name: "ten best paths"},
		{name: "within three hops", only: []string{"lodestone", "cypher", "@neo4j/graphql"}},
		{name: "share, against walks of some hops", only: []string{"lodestone", "cypher"}},
		{name: "best way from all nodes to a target", only: []string{"lodestone"}},
		{name: "share of all nodes, exposed alone", only: []string{"lodestone", "scipy"}},
		{name: "64 target sets, exposed, a set", only: []string{"lodestone", "scipy"}}}
	for _, i := range []int{2, 4, 5, 6, 8, 9} {
		plans[i].turn = 5
	}
	for range b.rounds(9) {
		plans[0].rounds = append(plans[0].rounds, question{Question: "build"})
	}
	var sets [][]int32
	for k := range generate.TargetSets {
		sets = append(sets, b.network.TargetSet(k))
	}
	for range b.rounds(2) {
		plans[10].rounds = append(plans[10].rounds, question{Question: "sets", Sets: sets, Step: step})
	}
	for range b.rounds(5) {
		plans[1].rounds = append(plans[1].rounds, question{Question: "csv", Out: release})
		plans[3].rounds = append(plans[3].rounds, question{Question: "closure", Roots: b.roots[:64]})
	}
	for _, root := range b.roots[:b.rounds(50)] {
		plans[2].rounds = append(plans[2].rounds, question{Question: "reach", Root: root})
	}
	for k := range b.rounds(15) {
		set := b.network.TargetSet(k % generate.TargetSets)
		plans[4].rounds = append(plans[4].rounds, question{Question: "share", Targets: set, Step: step})
		plans[9].rounds = append(plans[9].rounds, question{Question: "exposed", Targets: set, Step: step})
		plans[8].rounds = append(plans[8].rounds, question{Question: "guide", Targets: set})
	}
	for _, root := range b.roots[:b.rounds(20)] {
		plans[5].rounds = append(plans[5].rounds, question{Question: "paths", Root: root, Targets: targets, K: 10})
		plans[6].rounds = append(plans[6].rounds, question{Question: "hops", Root: root, ID: generate.FirmID(root), Depth: 3})
	}
	for _, root := range b.roots[:b.rounds(5)] {
		plans[7].rounds = append(plans[7].rounds, question{Question: "share-some-hops", Root: root, Depth: 4, Targets: targets})
	}
	return plans
}

// readOut compares the ways out of Neo4j, in turn.
func (b *bench) readOut(ctx context.Context, neo *server) error {
	c, err := neo.cypher(ctx)
	if err != nil {
		return err
	}
	version, _ := c.about()
	columns := Row{Question: "read a release out of Neo4j", Peer: "lodestone", Version: "this tree", Threads: 2, Agrees: true}
	rows := Row{Question: "read a release out of Neo4j", Peer: "rows", Version: version, Threads: 1, Agrees: true, Other: true}
	for range b.rounds(3) {
		a, err := neo.readAll(ctx)
		if err != nil {
			return err
		}
		columns.take(a, nil)
		a, err = c.readRows(ctx)
		if rows.take(a, err) {
			break
		}
	}
	b.add(columns)
	b.add(rows)
	return nil
}

const nearlyClosedName = "share, nearly closed core (0.1 % from outside)"

// nearlyClosed asks for shares in a network of the same size whose core draws one part in a thousand of its supply from outside, and
// holds the answers against a solution that is a thousand times finer.
func (b *bench) nearlyClosed(ctx context.Context) error {
	n := generate.Draw(generate.Options{Edges: len(b.network.Supplier), Seed: b.network.Seed, Closed: 999})
	g, err := solve.Compile(ctx, n.System())
	if err != nil {
		return err
	}
	var into, finer solve.Solution
	row := Row{Question: nearlyClosedName, Peer: "lodestone", Version: "this tree", Threads: 1, Agrees: true}
	if err := g.Bounds(ctx, &solve.Target{}, 0, &into); err != nil {
		return err
	}
	off := 0.0
	for k := range b.rounds(15) {
		target := members(n.TargetSet(k % generate.TargetSets))
		a, err := timed(func() error { return g.Bounds(ctx, target, 0, &into) })
		if err != nil {
			return err
		}
		if err := g.Bounds(ctx, target, solve.Tolerance/1000, &finer); err != nil {
			return err
		}
		for i := range int32(n.Nodes) {
			low, safe := into.Bounds(i)
			trueLow, trueSafe := finer.Bounds(i)
			off = max(off, math.Abs(low-trueLow), math.Abs(safe-trueSafe))
		}
		row.Milliseconds = append(row.Milliseconds, a.Milliseconds)
	}
	row.Agrees, row.Apart = off <= solve.Tolerance, off
	row.Note = fmt.Sprintf("%d sweeps, off by %.1e, bound %.1e", into.Sweeps, off, into.Error)
	b.add(row)
	return nil
}

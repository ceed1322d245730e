package chokepoint_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/chokepoint"
)

// drawnShape is the shape of a drawn graph: firms in eight tiers with ten links each, a core that feeds back, and countries that some
// firms require.
type drawnShape struct {
	name      string
	essential int // percent of the lines that are needed; the others are left out
	countries int
	single    int // percent of the short lines that are cut down to one source
}

var shapes = []drawnShape{
	{"essential=55", 55, 0, 0},
	{"essential=55/countries", 55, 16, 0},
	{"all/countries", 100, 16, 0},
	{"all/countries/single=50", 100, 16, 50},
}

func draw(nodes int, shape drawnShape) *chokepoint.Requirements {
	dice := rand.New(rand.NewPCG(7, uint64(nodes)))
	r := &chokepoint.Requirements{Nodes: nodes + shape.countries}
	for n := range nodes {
		tier := n * 8 / nodes
		if tier > 0 {
			for range 1 + dice.IntN(6) {
				alternatives := supplier(dice, nodes, n, tier)
				if dice.IntN(100) < shape.essential {
					if len(alternatives) <= 3 && dice.IntN(100) < shape.single {
						alternatives = alternatives[:1]
					}
					r.Add(int32(n), 1, alternatives...)
				}
			}
		}
		if shape.countries > 0 && dice.IntN(10) < 7 {
			r.Add(int32(n), 1, int32(nodes+dice.IntN(shape.countries)))
		}
	}
	return r
}

// supplier draws the sellers of a line: mostly a tier up, at times from anywhere; popular firms more often.
func supplier(dice *rand.Rand, nodes, _, tier int) []int32 {
	width := nodes / 8
	var out []int32
	for range 1 + dice.IntN(5) {
		u := dice.Float64()
		at := (tier-1)*width + int(u*u*float64(width))
		if dice.IntN(20) == 0 {
			at = dice.IntN(nodes)
		}
		out = append(out, int32(at))
	}
	return out
}

func BenchmarkIndex(b *testing.B) {
	for _, shape := range shapes {
		g, err := chokepoint.Compile(draw(100_000, shape))
		require.NoError(b, err)
		b.Run(shape.name, func(b *testing.B) {
			b.ReportAllocs()
			var x *chokepoint.Index
			for b.Loop() {
				x, err = chokepoint.NewIndex(context.Background(), g, chokepoint.IndexLimits{})
				require.NoError(b, err)
			}
			b.ReportMetric(float64(g.Links()), "links")
			b.ReportMetric(float64(x.Entries()), "entries")
			b.ReportMetric(float64(x.Open()), "left-out")
		})
	}
}

func BenchmarkSingles(b *testing.B) {
	for _, shape := range shapes {
		g, err := chokepoint.Compile(draw(100_000, shape))
		require.NoError(b, err)
		x, err := chokepoint.NewIndex(context.Background(), g, chokepoint.IndexLimits{})
		require.NoError(b, err)
		b.Run(shape.name, func(b *testing.B) {
			b.ReportAllocs()
			into := make([]int32, 0, g.Nodes())
			found, n := 0, int32(0)
			for b.Loop() {
				n = (n + 7919) % 100_000
				into = x.Singles(n, into[:0])
				found += len(into)
			}
			b.ReportMetric(float64(found)/float64(b.N), "found/op")
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	r := draw(100_000, shapes[2])
	b.ReportAllocs()
	for b.Loop() {
		_, err := chokepoint.Compile(r)
		require.NoError(b, err)
	}
}

// BenchmarkOneCascadeEach is what the index takes the place of: the failure of every node, one by one, each from the undisturbed state.
func BenchmarkOneCascadeEach(b *testing.B) {
	for _, shape := range shapes[:3] {
		g, err := chokepoint.Compile(draw(100_000, shape))
		require.NoError(b, err)
		b.Run(shape.name, func(b *testing.B) {
			c := g.NewCascade()
			for b.Loop() {
				for n := range int32(g.Nodes()) {
					c.Fail(n)
					c.Undo()
				}
			}
		})
	}
}

func BenchmarkCuts(b *testing.B) {
	g, err := chokepoint.Compile(draw(100_000, shapes[1]))
	require.NoError(b, err)
	for size := 2; size <= chokepoint.MaxCut; size++ {
		b.Run(fmt.Sprint("size=", size), func(b *testing.B) {
			b.ReportAllocs()
			sets, complete, n := 0, 0, int32(0)
			for b.Loop() {
				n = (n + 7919) % 100_000
				found, err := g.Cuts(context.Background(), n, size, nil, chokepoint.CutLimits{Work: 20_000_000})
				require.NoError(b, err)
				sets += len(found.Sets)
				if found.Complete {
					complete++
				}
			}
			b.ReportMetric(float64(sets)/float64(b.N), "sets/op")
			b.ReportMetric(float64(complete)/float64(b.N), "complete/op")
		})
	}
}

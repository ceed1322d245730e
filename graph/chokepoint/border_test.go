package chokepoint_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// modelAt is the model of a question, under the law it names.
func modelAt(t require.TestingT, v *graph.View, q graphtest.LossQuestion) *chokepoint.Model {
	if q.Border == nil {
		return modelOf(t, v, readinessNames[q.Readiness])
	}
	return borderModel(t, v, readinessNames[q.Readiness], borderOf(v, q.Border))
}

func borderModel(t require.TestingT, v *graph.View, substitutes chokepoint.Readiness, b chokepoint.Border) *chokepoint.Model {
	n, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	m, err := chokepoint.NewBorderModel(context.Background(), n, market.NewIndex(v), substitutes, b)
	require.NoError(t, err)
	return m
}

func keyOf(v *graph.View, n graph.Node) string {
	if n == graph.NoNode {
		return ""
	}
	return v.Key(n)
}

func borderOf(v *graph.View, b *graphtest.LossBorder) chokepoint.Border {
	country := func(key string) graph.Node {
		if n, ok := v.Find(graph.KindCountry, key); ok {
			return n
		}
		return graph.NoNode
	}
	out := chokepoint.Border{Country: country(b.Country), To: country(b.To)}
	first, end := v.Range(graph.KindControl)
	for c := first; c < end; c++ {
		out.Controls = append(out.Controls, c)
	}
	out.Law = func(s chain.Shipment) (bars []chokepoint.Bar) {
		for _, bar := range b.Law(keyOf(v, s.Item), keyOf(v, s.To), keyOf(v, s.User), keyOf(v, s.Holder)) {
			control := graph.NoNode
			if bar.Control != "" {
				control, _ = v.Find(graph.KindControl, bar.Control)
			}
			bars = append(bars, chokepoint.Bar{Control: control, Sure: bar.Sure})
		}
		return bars
	}
	return out
}

// drawnAtBorder draws a world with a law and a question about it.
func drawnAtBorder(seed uint64) (*graph.Facts, graph.Day, graph.Filter, graphtest.LossQuestion, graphtest.Dice) {
	dice := rand.New(rand.NewPCG(seed, 37)).IntN
	facts := graphtest.DenseWorld(dice)
	day, filter, q := graphtest.DrawLossQuestion(dice, facts)
	q.Border = graphtest.DrawLossBorder(dice, facts, q.Of)
	if dice(2) == 0 {
		q.Among = append(q.Among, "CONTROL")
	}
	return facts, day, filter, q, dice
}

// The room agrees with its twin under any law, on what that takes by itself and on what stops the rest, controls among it.
func TestTwinAgreesOnBorders(t *testing.T) {
	found := map[string]int{}
	n := graphtest.Worlds(t, 250)
	for seed := range uint64(n) {
		facts, day, filter, q, _ := drawnAtBorder(seed)
		if problems := compare(t, facts, day, filter, q, found); len(problems) > 0 {
			t.Fatalf("world %d, %s, %+v, %+v:\n%s\n%s", seed, day, filter, q, strings.Join(problems, "\n"), written(facts))
		}
	}
	t.Log(n, "worlds:", found)
	for what, least := range map[string]int{"by law": 200, "nobody by law": 150, "part by law": 150, "perhaps by law": 800, "controls": 200,
		"sets of 1": 2000, "sets of 2": 200, "named of 1": 2000} {
		require.GreaterOrEqual(t, found[what], least*n/10_000, what)
	}
}

// compareLaw lists where the room and its twin disagree on what a law takes by itself.
func compareLaw(v *graph.View, law *chokepoint.Law, twin *graphtest.Losses, q graphtest.LossQuestion, found map[string]int) (problems []string) {
	if q.Border == nil {
		if law != nil {
			return []string{"a law without a border"}
		}
		return nil
	}
	low, high := twin.Leaves(q.Of, nil)
	if math.Abs(law.Leaves.Low-low) > nearly || math.Abs(law.Leaves.High-high) > nearly {
		problems = append(problems, fmt.Sprintf("the law leaves %v, twin %v to %v", law.Leaves, low, high))
	}
	stopped, nobody := twin.ByLaw(q.Of, q.Below)
	if law.Stopped != stopped || law.NobodyNamed != nobody {
		problems = append(problems, fmt.Sprintf("stopped by law %v, nobody named %v, twin %v and %v", law.Stopped, law.NobodyNamed, stopped, nobody))
	}
	if stops := twin.Stops(q.Of, nil, q.Below, false); law.Stopped && !slices.Equal(sorted(v.Keys(law.Stops)), stops) {
		problems = append(problems, fmt.Sprintf("the law stops %v, twin %v", sorted(v.Keys(law.Stops)), stops))
	}
	closed := slices.ContainsFunc(law.Crossings, func(c chokepoint.Crossing) bool {
		return slices.Contains(c.Bars, chokepoint.Bar{Control: graph.NoNode, Sure: true})
	})
	if high < 1-nearly && !closed {
		problems = append(problems, "the law takes something, and names nothing that is closed")
	}
	for what, is := range map[string]bool{"by law": stopped, "nobody by law": nobody, "part by law": high < 1 && !stopped, "perhaps by law": low < high} {
		if is {
			found[what]++
		}
	}
	return problems
}

// checkBarred holds that a set names something that each of its controls keeps, and nothing else.
func checkBarred(v *graph.View, set *chokepoint.Set) (problems []string) {
	kept := map[graph.Node]bool{}
	for _, c := range set.Barred {
		ours := 0
		for _, b := range c.Bars {
			if kept[b.Control] = true; slices.Contains(set.Members, chokepoint.Member{Kind: chokepoint.Control, Node: b.Control}) {
				ours++
			}
		}
		if ours == 0 {
			problems = append(problems, "a crossing that none of the controls keeps")
		}
	}
	for _, m := range set.Members {
		if m.Kind == chokepoint.Control && !kept[m.Node] {
			problems = append(problems, fmt.Sprintf("%s keeps nothing that is named", v.Key(m.Node)))
		}
	}
	return problems
}

// A law that keeps nothing changes nothing, and what it says matters by what an answer names as crossings alone.
func TestOnlyNamedCrossingsMatter(t *testing.T) {
	for seed := range uint64(100) {
		facts, day, filter, q, _ := drawnAtBorder(seed)
		v := graphtest.ViewOf(t, facts, day, filter)
		if _, err := modelOf(t, v, 0).Find(context.Background(), question(v, q)); err != nil {
			continue
		}
		find := func(m *chokepoint.Model) *chokepoint.Answer {
			a, err := m.Find(context.Background(), question(v, q))
			require.NoError(t, err, "world %d", seed)
			return a
		}
		b, readiness := borderOf(v, q.Border), readinessNames[q.Readiness]
		law := b.Law
		b.Law = func(chain.Shipment) []chokepoint.Bar { return nil }
		free, none := find(borderModel(t, v, readiness, b)), find(modelOf(t, v, readiness))
		require.Equal(t, described(v, none), described(v, free), "world %d", seed)
		require.Equal(t, chokepoint.Range{Low: 1, High: 1}, free.Law.Leaves)
		require.Empty(t, free.Law.Crossings)

		b.Law = law
		whole := find(borderModel(t, v, readiness, b))
		named := map[chain.Shipment]bool{}
		for _, c := range whole.Law.Crossings {
			s := c.Shipment
			s.To = graph.NoNode
			named[s] = true
		}
		b.Law = func(s chain.Shipment) []chokepoint.Bar {
			anywhere := s
			anywhere.To = graph.NoNode
			if !named[anywhere] {
				return nil
			}
			return law(s)
		}
		narrow := find(borderModel(t, v, readiness, b))
		require.Equal(t, described(v, whole), described(v, narrow), "world %d", seed)
		require.InDelta(t, whole.Law.Leaves.Low, narrow.Law.Leaves.Low, nearly, "world %d", seed)
		require.InDelta(t, whole.Law.Leaves.High, narrow.Law.Leaves.High, nearly, "world %d", seed)
	}
}

// described prints the sets of an answer with what they leave.
func described(v *graph.View, a *chokepoint.Answer) []string {
	out := []string{fmt.Sprint(a.Complete, a.SetCount, a.NamedCount, sorted(v.Keys(a.UnknownSupply)))}
	for _, s := range slices.Concat(a.Sets, a.SingleNamed) {
		out = append(out, fmt.Sprintf("%v %.6f %.6f %v", lossesOf(v, s.Members), s.Leaves.Low, s.Leaves.High, v.Keys(s.Stops)))
	}
	slices.Sort(out)
	return out
}

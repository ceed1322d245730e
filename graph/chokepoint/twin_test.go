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

var kindNames = map[string]chokepoint.Kind{"COUNTRY": chokepoint.Country, "COUNTRY_STAGE": chokepoint.CountryStage, "FIRM": chokepoint.Firm, "FACILITY": chokepoint.Facility,
	"CONTROL": chokepoint.Control}

var readinessNames = map[string]chokepoint.Readiness{"": chokepoint.NoSubstitutes, "AVAILABLE": chokepoint.Available, "LIMITED": chokepoint.Limited, "RESEARCH": chokepoint.Research}

func modelOf(t require.TestingT, v *graph.View, substitutes chokepoint.Readiness) *chokepoint.Model {
	n, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	m, err := chokepoint.NewModel(context.Background(), n, market.NewIndex(v), substitutes)
	require.NoError(t, err)
	return m
}

func question(v *graph.View, q graphtest.LossQuestion) chokepoint.Question {
	of, _ := v.Lookup(q.Of)
	out := chokepoint.Question{Of: of, Size: q.Size, Below: q.Below}
	for _, kind := range q.Among {
		out.Among = append(out.Among, kindNames[kind])
	}
	return out
}

// drawn draws a world with a question about it.
func drawn(seed uint64) (*graph.Facts, graph.Day, graph.Filter, graphtest.LossQuestion, graphtest.Dice) {
	dice := rand.New(rand.NewPCG(seed, 31)).IntN
	facts := graphtest.DenseWorld(dice)
	day, filter, q := graphtest.DrawLossQuestion(dice, facts)
	return facts, day, filter, q, dice
}

func TestTwinAgreesOnWorlds(t *testing.T) {
	found := map[string]int{}
	n := graphtest.Worlds(t, 700)
	for seed := range uint64(n) {
		facts, day, filter, q, _ := drawn(seed)
		if problems := compare(t, facts, day, filter, q, found); len(problems) > 0 {
			t.Fatalf("world %d, %s, %+v, %+v:\n%s\n%s", seed, day, filter, q, strings.Join(problems, "\n"), written(facts))
		}
	}
	t.Log(n, "worlds:", found)
	for what, least := range map[string]int{"refused": 100, "sets of 1": 1000, "sets of 2": 300, "sets of 3": 20, "named of 1": 1000, "named of 2": 300, "named of 3": 20,
		"unknown": 1000, "complete": 500, "interval": 500, "part left": 300, "nothing below 0": 100, "stops": 2000} {
		require.GreaterOrEqual(t, found[what], least*n/10_000, what)
	}
}

// compare lists where the room and its twin disagree, and counts what was found.
func compare(t *testing.T, facts *graph.Facts, day graph.Day, filter graph.Filter, q graphtest.LossQuestion, found map[string]int) (problems []string) {
	v := graphtest.ViewOf(t, facts, day, filter)
	a, err := modelAt(t, v, q).Find(context.Background(), question(v, q))
	twin := graphtest.NewBorderLosses(facts, day, filter, q.Readiness, q.Border)
	if !twin.Asks(q.Of) {
		found["refused"]++
		require.ErrorIs(t, err, chokepoint.ErrSubject)
		return nil
	}
	require.NoError(t, err)
	proven, named := twin.Minimal(q.Of, q.Size, q.Below, q.Among)
	check := func(what string, sets []chokepoint.Set, want [][]graphtest.Loss) {
		var got, expected []string
		for _, set := range sets {
			losses := lossesOf(v, set.Members)
			low, high := twin.Leaves(q.Of, losses)
			got = append(got, fmt.Sprint(losses))
			found[fmt.Sprint(what, " of ", len(losses))]++
			if math.Abs(set.Leaves.Low-low) > 1e-9 || math.Abs(set.Leaves.High-high) > 1e-9 {
				problems = append(problems, fmt.Sprintf("%s %v leaves %v, twin %v to %v", what, losses, set.Leaves, low, high))
			}
			if stops := twin.Stops(q.Of, losses, q.Below, what == "named"); !slices.Equal(sorted(v.Keys(set.Stops)), stops) {
				problems = append(problems, fmt.Sprintf("%s %v stops %v, twin %v", what, losses, sorted(v.Keys(set.Stops)), stops))
			}
			problems = append(problems, checkBarred(v, &set)...)
			if len(set.Barred) > 0 {
				found["controls"]++
			}
			found["stops"] += len(set.Stops)
			if set.Leaves.Low < set.Leaves.High {
				found["interval"]++
			}
			if set.Leaves.High > 0 && set.Leaves.High <= q.Below {
				found["part left"]++
			}
			if q.Below == 0 {
				found["nothing below 0"]++
			}
		}
		for _, set := range want {
			slices.SortFunc(set, func(a, b graphtest.Loss) int { return strings.Compare(place(a), place(b)) })
			expected = append(expected, fmt.Sprint(set))
		}
		slices.Sort(got)
		slices.Sort(expected)
		if !slices.Equal(got, expected) {
			problems = append(problems, fmt.Sprintf("%s:\n  room %v\n  twin %v", what, got, expected))
		}
	}
	problems = append(problems, compareLaw(v, a.Law, twin, q, found)...)
	check("sets", a.Sets, proven)
	check("named", a.SingleNamed, named)
	unknown := twin.Unsupplied(q.Of)
	if got := v.Keys(a.UnknownSupply); !slices.Equal(sorted(got), sorted(unknown)) {
		problems = append(problems, fmt.Sprintf("unknown supply: room %v, twin %v", got, unknown))
	}
	if a.Complete != (len(unknown) == 0) {
		problems = append(problems, fmt.Sprintf("complete is %v", a.Complete))
	}
	if len(unknown) > 0 {
		found["unknown"]++
	} else {
		found["complete"]++
	}
	return problems
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

func lossesOf(v *graph.View, members []chokepoint.Member) []graphtest.Loss {
	names := map[chokepoint.Kind]string{}
	for name, kind := range kindNames {
		names[kind] = name
	}
	losses := make([]graphtest.Loss, len(members))
	for i, m := range members {
		losses[i] = graphtest.Loss{Kind: names[m.Kind], ID: v.Key(m.Node), Stage: string(m.Stage)}
	}
	return losses
}

func place(l graphtest.Loss) string { return fmt.Sprint(kindNames[l.Kind], l.ID, " ", l.Stage) }

// written prints a world as the rows of its files.
func written(f *graph.Facts) string {
	var b strings.Builder
	for _, table := range graph.Tables() {
		for i := range table.Len(f) {
			fmt.Fprintf(&b, "%s: %s\n", table.Name, strings.Join(table.Cells(f, i), ","))
		}
	}
	return b.String()
}

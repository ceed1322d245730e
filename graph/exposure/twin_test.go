package exposure_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// ten thousand worlds, each with one question about all its firms and items.

func TestTwinAgreesOnWorlds(t *testing.T) {
	for seed := range uint64(graphtest.Worlds(t, 10_000)) {
		dice := rand.New(rand.NewPCG(seed, 7)).IntN
		facts := graphtest.DenseWorld(dice)
		day, filter, q := graphtest.DrawQuestion(dice, facts)
		if problems := compare(t, facts, day, filter, q); len(problems) > 0 {
			t.Fatalf("world %d, %s, %+v, %+v:\n%s\n%s", seed, day, filter, q, strings.Join(problems, "\n"), print(facts))
		}
	}
}

func TestTwinAgreesOnCheckedWorlds(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		dice := func(n int) int { return rapid.IntRange(0, n-1).Draw(r, "n") }
		facts := graphtest.World(r)
		day, filter, q := graphtest.DrawQuestion(dice, facts)
		if problems := compare(t, facts, day, filter, q); len(problems) > 0 {
			r.Fatalf("%s, %+v, %+v:\n%s\n%s", day, filter, q, strings.Join(problems, "\n"), print(facts))
		}
	})
}

func TestTwinAgreesOnDenseWorlds(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		dice := func(n int) int { return rapid.IntRange(0, n-1).Draw(r, "n") }
		facts := graphtest.DenseWorld(dice)
		day, filter, q := graphtest.DrawQuestion(dice, facts)
		if problems := compare(t, facts, day, filter, q); len(problems) > 0 {
			r.Fatalf("%s, %+v, %+v:\n%s\n%s", day, filter, q, strings.Join(problems, "\n"), print(facts))
		}
	})
}

// compare lists where the room and its twin disagree.
func compare(t *testing.T, facts *graph.Facts, day graph.Day, filter graph.Filter, q graphtest.ExposureQuestion) []string {
	v := graphtest.ViewOf(t, facts, day, filter)
	s := v.Snapshot
	a := ask(t, v, question(s, q))
	twin := graphtest.NewExposure(facts, day, filter, q)
	var problems []string
	first, end := s.Range(graph.KindFirm)
	for f := first; f < end; f++ {
		row, want := a.Firm(f), twin.Firm(s.Key(f))
		problems = append(problems, compareFirms(a, &row, &want)...)
	}
	for i := range s.Items() {
		item := graph.Node(i)
		if s.InChain(item) {
			m := a.Market.Of(item)
			low, estimate, high, resolved, here := twin.Market(s.Key(item))
			got, want := []float64{m.Low, m.Estimate, m.High, m.Resolved, m.Here}, []float64{low, estimate, high, resolved, here}
			problems = append(problems, compareNumbers("market of "+s.Key(item), got, want)...)
		}
	}
	return problems
}

func ask(t require.TestingT, v *graph.View, q exposure.Question) *exposure.Answer {
	network, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	a, err := exposure.Ask(context.Background(), network, market.NewIndex(v), q)
	require.NoError(t, err)
	return a
}

// question turns readable ids into nodes.
func question(s *graph.Snapshot, q graphtest.ExposureQuestion) exposure.Question {
	out := exposure.Question{Closed: q.Closed, Target: graphtest.TargetOf(s, q)}
	if q.Element != "" {
		e, _ := s.Item(q.Element)
		h := &exposure.Holding{Element: e, Mass: make([]graph.Interval, s.Items()), Present: make([]bool, s.Items())}
		for i := range h.Mass {
			key := s.Key(graph.Node(i))
			h.Present[i], h.Mass[i] = q.Holds[key], graph.Unknown()
			if m, ok := q.Mass[key]; ok {
				h.Mass[i] = graph.Exactly(m)
			}
		}
		out.Holding = h
	}
	return out
}

func compareFirms(a *exposure.Answer, row *exposure.Row, want *graphtest.ExposureFirm) []string {
	v := a.Network.View
	name := v.Key(row.Subject)
	var problems []string
	certainty := ""
	if row.Line != nil {
		certainty = string(row.Line.Certainty)
	}
	got := fmt.Sprint(row.Verdict, certainty, row.Member, row.Flags.Has(graph.FlagNothingRecorded), row.Line == nil && row.Flags.Has(graph.FlagTerminal))
	if expected := fmt.Sprint(want.Verdict, want.Certainty, want.Member, want.Nothing, want.Terminal); got != expected {
		problems = append(problems, fmt.Sprintf("%s: room %s, twin %s", name, got, expected))
	}
	problems = append(problems, compareNumbers(name+" worst", []float64{row.Worst}, []float64{want.Worst})...)
	lines := map[string]*exposure.Line{}
	for i := range row.Lines {
		l := &row.Lines[i]
		kind := map[chain.Kind]string{chain.Line: "line", chain.Output: "output", chain.Step: "step"}[a.Network.Parts[l.Part].Kind]
		lines[kind+" "+v.Key(l.Firm)+" "+v.Key(l.Item)] = l
	}
	for _, need := range want.Needs {
		key := need.Kind + " " + need.Firm + " " + need.Item
		l := lines[key]
		if l == nil {
			problems = append(problems, fmt.Sprintf("%s: the room has no %s", name, key))
			continue
		}
		problems = append(problems, compareNeeds(name+"'s "+key, l, &need)...)
		delete(lines, key)
	}
	for key := range lines {
		problems = append(problems, fmt.Sprintf("%s: the twin has no %s", name, key))
	}
	slices.Sort(problems)
	return problems
}

func compareNeeds(name string, l *exposure.Line, need *graphtest.ExposureNeed) []string {
	got := fmt.Sprint(l.Verdict, l.Certainty, l.NearestTier, l.PossibleTier, l.Flags.Has(graph.FlagGroup), l.Flags.Has(graph.FlagNoLinkFound))
	want := fmt.Sprint(need.Verdict, need.Certainty, need.NearestTier, need.PossibleTier, need.Group, need.NoLink)
	var problems []string
	if got != want {
		problems = append(problems, fmt.Sprintf("%s: room %s, twin %s", name, got, want))
	}
	return append(problems, compareNumbers(name, []float64{l.Share.Low, l.Share.High, l.Share.Estimate, l.Coverage.Known, l.Coverage.Assumed,
		l.Coverage.Unknown, l.Direct.Low, l.Direct.High, l.Direct.Estimate}, []float64{need.Low, need.High, need.Estimate, need.Known, need.Assumed,
		need.Unknown, need.DirectLow, need.DirectHigh, need.DirectEstimate})...)
}

func compareNumbers(name string, got, want []float64) []string {
	for i := range got {
		if math.IsNaN(got[i]) != math.IsNaN(want[i]) || math.Abs(got[i]-want[i]) > 1e-9 {
			return []string{fmt.Sprintf("%s:\n  room %v\n  twin %v", name, got, want)}
		}
	}
	return nil
}

// print writes a world as the rows of its files.
func print(f *graph.Facts) string {
	var b strings.Builder
	for _, table := range graph.Tables() {
		for i := range table.Len(f) {
			fmt.Fprintf(&b, "%s: %s\n", table.Name, strings.Join(table.Cells(f, i), ","))
		}
	}
	return b.String()
}

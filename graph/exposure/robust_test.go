package exposure_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// manySources gives the links and figures of a world one of many sources each.
func manySources(dice graphtest.Dice, f *graph.Facts, n int) {
	for i := range n {
		f.Sources = append(f.Sources, graph.Source{ID: fmt.Sprintf("t%d", i), Kind: graph.SourceKindPaper})
	}
	tables := reflect.ValueOf(f).Elem()
	for _, table := range []string{"Feeds", "Owns", "Operates", "Produces", "Makes", "Supplies", "MarketShares"} {
		rows := tables.FieldByName(table)
		for i := range rows.Len() {
			if dice(4) > 0 {
				rows.Index(i).FieldByName("Source").SetString(fmt.Sprintf("t%d", dice(n)))
			}
		}
	}
}

// Every source of the release is left out, whether or not the answer seems to rest on it.
func TestWithoutEachFindsAllThatRestsOnOneSource(t *testing.T) {
	fragile, spared, tried, items := 0, 0, 0, 0
	for seed := range uint64(800) {
		dice := rand.New(rand.NewPCG(seed, 15)).IntN
		facts := graphtest.DenseWorld(dice)
		manySources(dice, facts, 25)
		day, filter, drawn := graphtest.DrawQuestion(dice, facts)
		edited := graphtest.DrawEdits(dice, facts)
		s, err := graph.Build(facts)
		require.NoError(t, err)
		v, err := graph.NewView(s, day, filter)
		require.NoError(t, err)
		if dice(3) == 0 {
			v, err = v.With(graphtest.EditsOf(s, edited)...)
			require.NoError(t, err)
		}
		q := question(s, drawn)
		firms := allFirms(v)
		firms = firms[dice(len(firms)):]
		for item := range graph.Node(v.Items()) {
			if dice(3) == 0 {
				firms = append(firms, item)
			}
		}
		got, err := exposure.WithoutEach(context.Background(), v, q, firms)
		require.NoError(t, err)
		require.Empty(t, got.Untried)
		var want []string
		whole := ask(t, v, q)
		first, end := s.Range(graph.KindSource)
		for source := first; source < end; source++ {
			with := filter
			with.WithoutSources = append(slices.Clone(filter.WithoutSources), s.Key(source))
			w, err := graph.NewView(s, day, with)
			require.NoError(t, err)
			w, err = w.With(v.Scenario()...)
			require.NoError(t, err)
			b := ask(t, w, q)
			for _, f := range firms {
				if x, y := verdict(whole, f), verdict(b, f); x != y {
					want = append(want, fmt.Sprint(s.Key(source), s.Key(f), x, y))
					if v.IsItem(f) {
						items++
					}
				}
			}
		}
		var listed []string
		for _, f := range got.Fragile {
			listed = append(listed, fmt.Sprint(s.Key(f.Source), s.Key(f.Subject), f.Before, f.After))
		}
		slices.Sort(want)
		slices.Sort(listed)
		require.Equal(t, want, listed, "world %d, %s, %+v, %+v, %+v\n%s", seed, day, filter, drawn, v.Scenario(), print(facts))
		fragile, tried, spared = fragile+len(want), tried+len(got.Tried), spared+int(end-first)-len(got.Tried)
	}
	require.Greater(t, fragile, 300)
	require.Greater(t, items, 50)
	require.Greater(t, spared, tried/4)
}

func verdict(a *exposure.Answer, n graph.Node) exposure.Verdict {
	if a.Network.View.IsItem(n) {
		return a.Item(n).Verdict
	}
	row := a.Firm(n)
	return row.Verdict
}

func TestWithoutEachOnSeed(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	cn, _ := v.Lookup("CN")
	q := exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}, Stages: []graph.Stage{graph.StageSeparation}}}
	got, err := exposure.WithoutEach(context.Background(), v, q, allFirms(v))
	require.NoError(t, err)
	require.Empty(t, got.Untried)
	require.Less(t, len(got.Tried), len(v.Facts().Sources)/2)
	named := map[string]bool{}
	for _, f := range got.Fragile {
		require.NotEqual(t, f.Before, f.After)
		named[v.Key(f.Subject)+" "+string(f.Before)] = true
	}
	require.True(t, named["jl-mag LINKED"], "the recorded chain of jl-mag rests on single sources")

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = exposure.WithoutEach(ctx, v, q, allFirms(v))
	require.ErrorIs(t, err, context.Canceled)
	_, err = exposure.WithoutEach(context.Background(), v, exposure.Question{}, nil)
	require.ErrorIs(t, err, exposure.ErrNoTarget)
}

// Of more sources than a bound those of most rows are tried, and the others are named.
func TestWithoutEachSaysWhatWasNotTried(t *testing.T) {
	f := &graph.Facts{
		Countries: []graph.Country{{ID: "CN"}}, Firms: []graph.Firm{{ID: "buyer"}},
		Materials: []graph.Material{{ID: "oxide", Form: graph.FormOxide, Source: "s0"}},
	}
	high := graph.ConfidenceHigh
	for i := range 1100 {
		id := fmt.Sprintf("s%d", i)
		f.Sources = append(f.Sources, graph.Source{ID: id, Kind: graph.SourceKindPaper})
		f.MarketShares = append(f.MarketShares, graph.MarketShare{Country: "CN", Stage: graph.StageSeparation, Item: "oxide", SharePercent: percentage(90),
			Year: graph.Integer{Value: 2024, Known: true}, Source: id, Confidence: high})
	}
	f.Supplies = []graph.Supply{{Supplier: "buyer", Buyer: "buyer", Item: "oxide", Status: graph.SupplyStatusActive, Source: "s7", Confidence: high}}
	v := viewOf(t, f)
	cn, _ := v.Lookup("CN")
	got, err := exposure.WithoutEach(context.Background(), v, exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}}}, allFirms(v))
	require.NoError(t, err)
	require.Len(t, got.Tried, 1000)
	require.Len(t, got.Untried, 100)
	require.Equal(t, "s7", v.Key(got.Tried[0]), "two rows rest on it")
	all := map[graph.Node]bool{}
	for _, s := range append(got.Tried, got.Untried...) {
		all[s] = true
	}
	require.Len(t, all, 1100)
}

func BenchmarkWithoutEach(b *testing.B) {
	v := graphtest.SeedView(b, graphtest.Settled)
	cn, _ := v.Lookup("CN")
	q := exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}, Stages: []graph.Stage{graph.StageSeparation}}}
	for b.Loop() {
		_, err := exposure.WithoutEach(context.Background(), v, q, allFirms(v))
		require.NoError(b, err)
	}
}

func TestCompareAlignsBySubject(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	cn, _ := v.Lookup("CN")
	q := exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}}}
	before := rowsOf(t, ask(t, v, q))
	jlMag, _ := v.Lookup("jl-mag")
	w, err := v.With(graph.Edit{Remove: &graph.Target{Firms: []graph.Node{jlMag}}})
	require.NoError(t, err)
	after := rowsOf(t, ask(t, w, q))
	changes := exposure.Compare(before, after)
	require.Len(t, changes, len(before))
	seen, changed := map[graph.Node]bool{}, 0
	for i, c := range changes {
		require.False(t, seen[c.Subject])
		seen[c.Subject] = true
		require.Equal(t, c.Subject, c.Before.Subject)
		require.Equal(t, c.Subject, c.After.Subject)
		require.Equal(t, c.Verdict, c.Before.Verdict != c.After.Verdict || c.Before.Line != nil && c.After.Line != nil &&
			c.Before.Line.Certainty != c.After.Line.Certainty)
		if x, y := c.Before.Share().Estimate, c.After.Share().Estimate; !math.IsNaN(x) && !math.IsNaN(y) {
			require.InDelta(t, y-x, c.Moved.Estimate, 1e-12)
		}
		if c.Changed {
			changed++
			require.Equal(t, i+1, changed, "changed rows come first")
		}
		if i > 0 && c.Verdict {
			require.True(t, changes[i-1].Verdict)
		}
	}
	require.Positive(t, changed)
	for _, c := range exposure.Compare(before, before) {
		require.False(t, c.Changed || c.Verdict)
	}
	lone := exposure.Compare(before[:1], after[1:2])
	require.Len(t, lone, 2)
	for _, c := range lone {
		require.True(t, c.Changed)
		require.True(t, c.Before == nil || c.After == nil)
		require.True(t, math.IsNaN(c.Moved.Estimate))
	}
	require.Empty(t, exposure.Compare(nil, nil))
}

package compliance_test

import (
	"context"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/compliance"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
)

func modelOf(t require.TestingT, v *graph.View) *compliance.Model {
	n, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	return compliance.NewModel(n, market.NewIndex(v))
}

// drawn draws a world with a rule of some steps, a law that is any function of a shipment, and a question.
func drawn(seed uint64) (*graph.Facts, graph.Day, graph.Filter, graphtest.ChainAsk) {
	dice := rand.New(rand.NewPCG(seed, 13)).IntN
	f := graphtest.DenseWorld(dice)
	day, filter, _ := graphtest.DrawQuestion(dice, f)
	var items, known []string
	for _, m := range f.Materials {
		items = append(items, m.ID)
	}
	for _, c := range f.Components {
		items = append(items, c.ID)
	}
	for _, p := range f.Products {
		items = append(items, p.ID)
	}
	for _, g := range f.ItemGroups {
		known = append(known, g.ID)
	}
	known = append(known, items...)
	source := f.Sources[dice(len(f.Sources))].ID
	f.ProcurementRules = []graph.ProcurementRule{{ID: "the-ban", Title: "Ban", Authority: "Office", Country: "US", Kind: graph.ProcurementRuleKindProcurementBan,
		Effective: graph.Date{Year: 2015}, Summary: "Bars", Source: source, Confidence: graph.ConfidenceHigh}}
	countries := []string{"CN", "CN", "US", ""}
	stages := []graph.Stage{graph.StageMine, graph.StageSeparation, graph.StageMetal, graph.StageAlloy, graph.StageMagnet, graph.StageConcentration, graph.StageAssembly, graph.StageComponent}
	for range []int{0, 3, 8, 25}[dice(4)] {
		row := graph.ProcurementRuleStep{Rule: "the-ban", Item: known[dice(len(known))], Stage: stages[dice(len(stages))], CoveredCountry: countries[dice(len(countries))],
			From: graph.Date{Year: int16(2018 + dice(10))}, Source: source}
		if dice(4) == 0 {
			row.Until = graph.Date{Year: row.From.Year + int16(dice(4)), Month: 6}
		}
		if !slices.ContainsFunc(f.ProcurementRuleSteps, func(r graph.ProcurementRuleStep) bool {
			return r.Item == row.Item && r.Stage == row.Stage && r.CoveredCountry == row.CoveredCountry
		}) {
			f.ProcurementRuleSteps = append(f.ProcurementRuleSteps, row)
		}
	}
	closed := []int{0, 0, 3, 6, 8, 10}[dice(6)] // of ten shipments
	open := closed + dice(3)
	ask := graphtest.ChainAsk{Of: items[dice(len(items))], Destination: []string{"US", "US", "CN"}[dice(3)], Rule: "the-ban", On: day + graph.Day(dice(700)),
		Law: func(item, origin, destination, buyer string) graph.Truth {
			h := fnv.New64a()
			_, _ = fmt.Fprint(h, seed, item, origin, destination, buyer)
			switch at := int(h.Sum64() % 10); {
			case at < closed:
				return graph.False
			case at < open:
				return ""
			}
			return graph.True
		}}
	firm := func() string { return f.Firms[dice(len(f.Firms))].ID }
	if dice(3) == 0 {
		ask.User = firm()
	}
	if dice(2) == 0 {
		ask.Maker = firm()
	}
	return f, day, filter, ask
}

func TestTwinAgreesOnWorlds(t *testing.T) {
	found := map[string]int{}
	n := graphtest.Worlds(t, 1000)
	for seed := range uint64(n) {
		facts, day, filter, ask := drawn(seed)
		compare(t, seed, graphtest.ViewOf(t, facts, day, filter), graphtest.NewChains(facts, day, filter, ask), ask, found)
	}
	t.Log(n, "worlds:", found)
	for what, least := range map[string]int{"CLEAN": 500, "BLOCKED": 250, "NOT_KNOWN": 3000, "not made": 1000, "smallest of 1": 250, "smallest of 2": 10} {
		require.GreaterOrEqual(t, found[what], least*n/10_000, what)
	}
}

func compare(t *testing.T, seed uint64, v *graph.View, twin *graphtest.Chains, ask graphtest.ChainAsk, found map[string]int) {
	node := func(key string) graph.Node {
		if n, ok := v.Lookup(key); ok && key != "" {
			return n
		}
		return graph.NoNode
	}
	key := func(n graph.Node) string {
		if n == graph.NoNode {
			return ""
		}
		return v.Key(n)
	}
	if item := node(ask.Of); item == graph.NoNode || !v.InChain(item) {
		return
	}
	a, err := modelOf(t, v).Ask(context.Background(), compliance.Question{
		Item: node(ask.Of), Maker: node(ask.Maker), Destination: node(ask.Destination), User: node(ask.User), Rule: node(ask.Rule), On: ask.On,
		Law: func(c compliance.Crossing) compliance.Ruling {
			return compliance.Ruling{Passes: ask.Law(key(c.Item), key(c.Origin), key(c.Destination), key(c.Buyer))}
		},
	})
	nothing := func(string) bool { return false }
	want := twin.Fewest(nothing)
	met := slices.Clone(twin.Bars)
	if err != nil {
		require.ErrorIs(t, err, compliance.ErrNotMade)
		require.Equal(t, graphtest.NoChain, want, "world %d", seed)
		found["not made"]++
		return
	}
	found[string(a.Verdict)]++
	name := func(b compliance.Bar) string {
		if b.Kind == compliance.ByLaw {
			return "LAW " + key(b.Item) + " " + key(b.Country)
		}
		return fmt.Sprint("RULE ", key(b.Item), " ", b.Stage, " ", key(b.Country))
	}
	var bars, set []string
	for _, b := range a.Barred {
		bars = append(bars, name(b))
	}
	for _, b := range a.Blocking {
		set = append(set, name(b))
	}
	require.ElementsMatch(t, met, bars, "world %d", seed)
	best := graphtest.NoChain
	for _, s := range a.Sources {
		if s.Verdict != compliance.Blocked {
			best = min(best, s.Facts)
		}
	}
	require.Equal(t, want, best, "world %d, %+v", seed, ask)
	switch {
	case want == graphtest.NoChain:
		require.Equal(t, compliance.Blocked, a.Verdict, "world %d", seed)
		blocks := func(kept []string) bool {
			return twin.Fewest(func(bar string) bool { return !slices.Contains(kept, bar) }) == graphtest.NoChain
		}
		checkBlocking(t, seed, a.Smallest, set, met, blocks, found)
	case want == 0:
		require.Equal(t, compliance.Clean, a.Verdict, "world %d", seed)
		require.Empty(t, a.Missing)
	default:
		require.Equal(t, compliance.NotKnown, a.Verdict, "world %d", seed)
		require.NotEmpty(t, a.Missing)
		require.LessOrEqual(t, len(a.Missing), want)
	}
	checkSteps(t, a)
}

// checkBlocking tries the set, every set with a bar less, and every smaller set.
func checkBlocking(t *testing.T, seed uint64, smallest bool, set, met []string, blocks func([]string) bool, found map[string]int) {
	require.True(t, blocks(set), "world %d: %v", seed, set)
	for i := range set {
		require.False(t, blocks(slices.Delete(slices.Clone(set), i, i+1)), "world %d: %v without %d", seed, set, i)
	}
	if !smallest {
		found["not smallest"]++
		return
	}
	found[fmt.Sprint("smallest of ", len(set))]++
	var smaller func(kept []string, from, size int)
	smaller = func(kept []string, from, size int) {
		if size == 0 {
			require.False(t, blocks(kept), "world %d: %v is smaller than %v", seed, kept, set)
			return
		}
		for i := from; i < len(met); i++ {
			smaller(append(kept[:len(kept):len(kept)], met[i]), i+1, size-1)
		}
	}
	if len(set) == 2 || len(set) == 3 && len(met) < 12 {
		smaller(nil, 0, len(set)-1)
	}
}

// checkSteps holds a chain to its form: every step serves one before it.
func checkSteps(t *testing.T, a *compliance.Answer) {
	for i, s := range a.Steps {
		require.Less(t, s.For, i)
		require.Equal(t, i == 0, s.For == -1)
	}
	if a.Verdict == compliance.Blocked {
		require.Empty(t, a.Steps)
	}
}

package content_test

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
	"github.com/lodestone-graph/lodestone/graph/content"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// drawn draws a world whose controls name some of its items, and a question: prices of some things, and parts that are any function of
// element, maker and good.
func drawn(seed uint64) (*graph.Facts, graph.Day, graph.Filter, graphtest.ContentAsk) {
	dice := rand.New(rand.NewPCG(seed, 31))
	f := graphtest.DenseWorld(dice.IntN)
	day, filter, _ := graphtest.DrawQuestion(dice.IntN, f)
	var items []string
	for _, m := range f.Materials {
		items = append(items, m.ID)
	}
	for i := range f.Components {
		items = append(items, f.Components[i].ID)
		f.Components[i].Unit = []graph.Unit{graph.UnitKg, graph.UnitUnit}[dice.IntN(2)]
	}
	source := func() string { return f.Sources[dice.IntN(len(f.Sources))].ID }
	for _, id := range []string{"mofcom-2025-61-1", "mofcom-2025-61-2", "mofcom-2025-61-3"} {
		f.ExportControls = append(f.ExportControls, graph.Control{ID: id, Country: "CN", Source: source()})
		for _, item := range items {
			material := slices.ContainsFunc(f.Materials, func(m graph.Material) bool { return m.ID == item })
			if material == (id != "mofcom-2025-61-1") && dice.IntN(3) > 0 || dice.IntN(20) == 0 {
				f.Restricts = append(f.Restricts, graph.Restriction{Control: id, Item: item, Licence: graph.RegimeIndividual, Source: source()})
			}
		}
	}
	ask := graphtest.ContentAsk{Threshold: []float64{0.0001, 0.001, 0.05}[dice.IntN(3)], Prices: map[string][2]float64{}}
	for _, key := range append([]string{"nd", "dy"}, items...) {
		if dice.IntN(8) > 0 {
			low := 0.1 + 10*dice.Float64()
			ask.Prices[key] = [2]float64{low, low * (1 + dice.Float64())}
		}
	}
	ask.Part = func(element, firm, good string) [2]float64 {
		h := fnv.New64a()
		_, _ = fmt.Fprint(h, seed, element, firm, good)
		at := h.Sum64()
		low, high := float64(at%8)/8, float64(at>>8%8+1)/8
		switch at >> 16 % 4 {
		case 0:
			return [2]float64{0, 1}
		case 1:
			return [2]float64{0, 0}
		}
		return [2]float64{min(low, high), max(low, high)}
	}
	return f, day, filter, ask
}

func TestTwinAgreesOnWorlds(t *testing.T) {
	found := map[string]int{}
	n := graphtest.Worlds(t, 1000)
	for seed := range uint64(n) {
		facts, day, filter, ask := drawn(seed)
		s, err := graph.Build(facts)
		require.NoError(t, err)
		v, err := graph.NewView(s, day, filter)
		require.NoError(t, err)
		compare(t, seed, v, ask, found)
	}
	t.Log(n, "worlds:", found)
	for what, least := range map[string]int{"YES": 12, "NO": 1500, "UNKNOWN": 200, "maker": 800, "NAMED": 400, "CLASS": 70, "ASSEMBLY": 2, "OUTSIDE": 600, "no rule": 200} {
		require.GreaterOrEqual(t, found[what], least*n/1000, what)
	}
}

func compare(t *testing.T, seed uint64, v *graph.View, ask graphtest.ContentAsk, found map[string]int) {
	twin := graphtest.NewForeignContent(v)
	control, _ := v.Find(graph.KindControl, "mofcom-2025-61-1")
	rule, err := content.NewRule(v, control)
	require.Equal(t, twin.Rules(), err == nil, "seed %d", seed)
	if err != nil {
		found["no rule"]++
		return
	}
	network, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	q := content.Question{Threshold: ask.Threshold, Prices: map[graph.Node]content.Bounds{}, Holdings: holdings(v, rule.Elements)}
	for key, p := range ask.Prices {
		n, _ := v.Item(key)
		q.Prices[n] = content.Bounds{Low: p[0], High: p[1]}
	}
	q.Origins = func(element graph.Node, part int32, good graph.Node) content.Part {
		firm := ""
		if part >= 0 {
			firm = v.Key(network.Parts[part].Firm)
		}
		p := ask.Part(v.Key(element), firm, v.Key(good))
		return content.Part{Proven: content.Bounds{Low: p[0], High: p[1]}, Implied: content.Bounds{Low: p[0], High: p[0]}}
	}
	for item := range graph.Node(v.Items()) {
		if v.InChain(item) {
			q.Goods = append(q.Goods, item)
		}
	}
	a, err := content.NewModel(rule, network).Ask(context.Background(), q)
	require.NoError(t, err)
	var all []string
	for i := range a.Goods {
		g := &a.Goods[i]
		all = append(all, v.Key(g.Item))
		same(t, fmt.Sprintf("seed %d: %s", seed, v.Key(g.Item)), v, &g.Worth, g.Scope, twin.Of(v.Key(g.Item), "", ask), found)
		found[string(g.Scope)]++
		for j := range g.Makers {
			m := &g.Makers[j]
			found["maker"]++
			same(t, fmt.Sprintf("seed %d: %s of %s", seed, v.Key(g.Item), v.Key(m.Firm)), v, &m.Worth, g.Scope, twin.Of(v.Key(g.Item), v.Key(m.Firm), ask), found)
		}
	}
	var spoken []string
	for _, key := range all {
		if twin.Scope(key) != "OUTSIDE" {
			spoken = append(spoken, key)
		}
	}
	require.ElementsMatch(t, spoken, v.Keys(rule.Goods()), "seed %d", seed)
}

func same(t *testing.T, where string, v *graph.View, w *content.Worth, scope content.Scope, want graphtest.ContentRow, found map[string]int) {
	require.Equal(t, want.Scope, string(scope), where)
	var elements []string
	for _, e := range w.Elements {
		elements = append(elements, v.Key(e.Element))
	}
	require.ElementsMatch(t, want.Elements, elements, where)
	require.InDelta(t, want.Share[0], w.Share.Low, 1e-9, where)
	require.InDelta(t, want.Share[1], w.Share.High, 1e-9, where)
	require.Equal(t, []string{want.Content, want.Verdict}, []string{string(w.Content), string(w.Verdict)}, where)
	require.Equal(t, w.Verdict == content.Unknown, w.Deciding != nil, where)
	found[string(w.Verdict)]++
}

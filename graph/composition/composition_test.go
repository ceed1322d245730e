package composition_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/composition"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func TestCompositionEqualsItsSlowTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := graphtest.View(t, graphtest.World(t))
		twin := graphtest.NewComposition(v)
		items := everyItem(v)
		table, err := composition.Table(t.Context(), v, items)
		require.NoError(t, err)
		for i, item := range items {
			one, err := composition.Of(t.Context(), v, item)
			require.NoError(t, err)
			requireSame(t, one, table[i])
			parts := map[graph.Node]composition.Part{}
			for _, p := range append(one.Elements, one.Lumps...) {
				parts[p.Element] = p
			}
			for _, thing := range items {
				if !v.Is(thing, graph.KindElement) && !v.IsLump(thing) {
					continue
				}
				want := twin.Of(v.Key(item), v.Key(thing))
				p := parts[thing]
				if _, ok := parts[thing]; !ok {
					p.Kilograms = graph.Unknown()
				}
				agree(t, v, item, thing, want, p.Presence, p.Kilograms, p.Complete, p.Confidence)
			}
			c := one.Coverage
			require.InDelta(t, 1, c.Known+c.Assumed+c.Unknown, 1e-12)
		}
	})
}

func TestUsesEqualTheirSlowTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := graphtest.View(t, graphtest.World(t))
		twin := graphtest.NewComposition(v)
		items := everyItem(v)
		of := rapid.SampledFrom(items).Draw(t, "of")
		uses, err := composition.UsesOf(t.Context(), v, of)
		require.NoError(t, err)
		masses, err := composition.Masses(t.Context(), v, of)
		require.NoError(t, err)
		found := map[graph.Node]composition.Use{}
		for _, u := range uses.Uses {
			found[u.Item] = u
		}
		for _, item := range items {
			want := twin.Of(v.Key(item), v.Key(of))
			u, ok := found[item]
			require.Equal(t, want.Presence != "" && want.Tier > 0, ok, v.Key(item))
			m := masses[item]
			if want.Presence == "" {
				require.Empty(t, m.Presence)
				require.True(t, !m.Kilograms.Known() || m.Kilograms == graph.Exactly(0))
				continue
			}
			agree(t, v, item, of, want, m.Presence, m.Kilograms, m.Complete, m.Confidence)
			if ok {
				agree(t, v, item, of, want, u.Presence, u.Amount, u.Complete, u.Confidence)
				require.Equal(t, want.Tier, u.Tier, v.Key(item))
				require.NotEmpty(t, uses.Rows(item))
			}
		}
	})
}

func agree(t *rapid.T, v *graph.View, item, thing graph.Node, want graphtest.Content, presence composition.Presence, amount graph.Interval,
	complete bool, confidence graph.Confidence) {
	t.Helper()
	about := v.Key(thing) + " in " + v.Key(item)
	require.Equal(t, want.Presence, string(presence), about)
	require.Equal(t, want.Complete, complete, about)
	require.Equal(t, want.Confidence, confidence, about)
	for _, pair := range [][2]float64{{want.Low, amount.Low}, {want.Mid, amount.Mid}, {want.High, amount.High}} {
		require.Equal(t, math.IsNaN(pair[0]), math.IsNaN(pair[1]), "%s: want %v, got %v", about, want, amount)
		if !math.IsNaN(pair[0]) {
			require.InEpsilon(t, pair[0]+1, pair[1]+1, 1e-9, "%s: want %v, got %v", about, want, amount)
		}
	}
	if amount.HasMid() {
		require.LessOrEqual(t, amount.Low, amount.Mid*(1+1e-12), about)
		require.LessOrEqual(t, amount.Mid, amount.High*(1+1e-12), about)
	}
}

// requireSame compares two compositions, unknown equal to unknown.
func requireSame(t require.TestingT, want, got *composition.Composition) {
	blank := func(c *composition.Composition) composition.Composition {
		d := *c
		d.Elements, d.Lumps = blankParts(c.Elements), blankParts(c.Lumps)
		return d
	}
	require.Equal(t, blank(want), blank(got))
}

// blankParts replaces unknown numbers, which equal nothing, by a number that no amount has.
func blankParts(parts []composition.Part) []composition.Part {
	out := append([]composition.Part(nil), parts...)
	for i := range out {
		out[i].Kilograms = blank(out[i].Kilograms)
		out[i].Via = append([]composition.Via(nil), out[i].Via...)
		for j := range out[i].Via {
			out[i].Via[j].Kilograms = blank(out[i].Via[j].Kilograms)
		}
	}
	return out
}

func blank(i graph.Interval) graph.Interval {
	for _, x := range []*float64{&i.Low, &i.Mid, &i.High} {
		if math.IsNaN(*x) {
			*x = -1
		}
	}
	return i
}

func everyItem(v *graph.View) []graph.Node {
	items := make([]graph.Node, v.Items())
	for i := range items {
		items[i] = graph.Node(i)
	}
	return items
}

package composition_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/composition"
)

// a row of feeds into the item "out", from a material made of one kilogram of nd
type input struct {
	from      string
	essential bool
	quantity  float64 // negative: not stated
}

// inOut works out nd in "out". Inputs a and b are of one class, c of another, d of none.
func inOut(t *testing.T, inputs ...input) composition.Part {
	t.Helper()
	known := func(x float64) graph.Number { return graph.Number{Value: x, Places: 1, Known: x >= 0} }
	f := &graph.Facts{
		Sources:  []graph.Source{{ID: "s-1", Title: "T", Publisher: "P", URL: "https://example.org"}},
		Elements: []graph.Element{{ID: "nd", Symbol: "Nd", Name: "Neodymium", Group: graph.ElementGroupLight, Source: "s-1"}},
	}
	for _, id := range []string{"a", "b", "c", "d", "out", "class-ab", "class-c"} {
		f.Materials = append(f.Materials, graph.Material{ID: id, Name: id, Form: graph.FormAlloy, Source: "s-1"})
	}
	f.Kinds = []graph.Kind{{Item: "a", KindOf: "class-ab"}, {Item: "b", KindOf: "class-ab"}, {Item: "c", KindOf: "class-c"}}
	row := func(from, to string, essential bool, quantity float64) {
		truth := graph.False
		if essential {
			truth = graph.True
		}
		f.Feeds = append(f.Feeds, graph.Feed{From: from, To: to, Quantity: known(quantity), Unit: graph.FeedUnitKgPerKg, Essential: truth, Source: "s-1",
			Confidence: graph.ConfidenceHigh})
	}
	for _, id := range []string{"a", "b", "c", "d"} {
		row("nd", id, true, 1)
	}
	for _, in := range inputs {
		row(in.from, "out", in.essential, in.quantity)
	}
	s, err := graph.Build(f)
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2026, 1, 1), graph.Filter{})
	require.NoError(t, err)
	c, err := composition.Of(t.Context(), v, item(t, v, "out"))
	require.NoError(t, err)
	require.Len(t, c.Elements, 1)
	return c.Elements[0]
}

func TestRules(t *testing.T) {
	for _, rule := range []struct {
		name           string
		inputs         []input
		low, mid, high float64
		complete       bool
	}{
		{"essential rows of one class add", []input{{"a", true, 2}, {"b", true, 3}}, 5, 5, 5, true},
		{"an alternative raises high only", []input{{"a", true, 2}, {"b", false, 3}}, 2, 2, 3, true},
		{"a smaller alternative changes nothing", []input{{"a", true, 3}, {"b", false, 2}}, 3, 3, 3, true},
		{"an optional row adds to mid and high", []input{{"a", true, 2}, {"c", false, 3}}, 2, 5, 5, true},
		{"optional rows of one class are not added to each other", []input{{"a", false, 3}, {"b", false, 2}}, 0, 3, 3, true},
		{"optional rows of different classes add", []input{{"a", false, 2}, {"c", false, 3}}, 0, 5, 5, true},
		{"an unstated row does not void the rest", []input{{"a", true, 2}, {"d", true, -1}}, 2, 2, 2, false},
		{"an unstated alternative does not count", []input{{"a", true, 2}, {"b", false, -1}}, 2, 2, 2, true},
	} {
		t.Run(rule.name, func(t *testing.T) {
			p := inOut(t, rule.inputs...)
			require.Equal(t, graph.Interval{Low: rule.low, Mid: rule.mid, High: rule.high}, p.Kilograms)
			require.Equal(t, rule.complete, p.Complete)
		})
	}
	t.Run("nothing stated is null", func(t *testing.T) {
		require.False(t, inOut(t, input{"a", true, -1}).Kilograms.Known())
	})
	t.Run("an alternative of an unstated row gives no middle", func(t *testing.T) {
		p := inOut(t, input{"a", true, -1}, input{"b", false, 3})
		require.False(t, p.Kilograms.HasMid())
		require.InDelta(t, 3, p.Kilograms.High, 0)
	})
}

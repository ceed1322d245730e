package composition_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/composition"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func TestHigherFloorNeverAddsPresence(t *testing.T) {
	strength := map[composition.Presence]int{"": 0, composition.Possible: 1, composition.Present: 2}
	rapid.Check(t, func(t *rapid.T) {
		low := graphtest.View(t, graphtest.World(t))
		filter := low.Filter
		filter.MinConfidence = rapid.SampledFrom([]graph.Confidence{graph.ConfidenceMedium, graph.ConfidenceHigh}).Draw(t, "higher")
		if filter.MinConfidence.Rank() < low.Filter.MinConfidence.Rank() {
			filter.MinConfidence = low.Filter.MinConfidence
		}
		high, err := graph.NewView(low.Snapshot, low.AsOf, filter)
		require.NoError(t, err)
		of := rapid.SampledFrom(everyItem(low)).Draw(t, "of")
		more, err := composition.Masses(t.Context(), low, of)
		require.NoError(t, err)
		less, err := composition.Masses(t.Context(), high, of)
		require.NoError(t, err)
		for i := range more {
			require.LessOrEqual(t, strength[less[i].Presence], strength[more[i].Presence], low.Key(graph.Node(i)))
		}
	})
}

// TestOrderOfRowsDoesNotMatter turns every table round and asks again: every bit must stay.
func TestOrderOfRowsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := graphtest.World(t)
		v := graphtest.View(t, facts)
		turned := *facts
		tables := reflect.ValueOf(&turned).Elem()
		for i := range tables.NumField() {
			rows := reflect.MakeSlice(tables.Field(i).Type(), 0, tables.Field(i).Len())
			for j := tables.Field(i).Len() - 1; j >= 0; j-- {
				rows = reflect.Append(rows, tables.Field(i).Index(j))
			}
			tables.Field(i).Set(rows)
		}
		s, err := graph.Build(&turned)
		require.NoError(t, err)
		other, err := graph.NewView(s, v.AsOf, v.Filter)
		require.NoError(t, err)
		item := rapid.SampledFrom(everyItem(v)).Draw(t, "item")
		again, _ := other.Item(v.Key(item))
		require.Equal(t, spell(t, v, item), spell(t, other, again))
	})
}

// spell writes an answer by readable ids and exact numbers.
func spell(t *rapid.T, v *graph.View, item graph.Node) []string {
	c, err := composition.Of(t.Context(), v, item)
	require.NoError(t, err)
	lines := []string{fmt.Sprint(v.Key(item), c.Unit, c.Coverage, c.Flags)}
	for _, p := range append(c.Elements, c.Lumps...) {
		lines = append(lines, fmt.Sprint(v.Key(p.Element), p.Presence, p.Kilograms, p.Complete, p.Confidence))
		for _, via := range p.Via {
			lines = append(lines, fmt.Sprint(v.Key(via.Item), via.Presence, via.Kilograms, v.Receipt(via.Row).Line))
		}
		for _, row := range p.Rows {
			lines = append(lines, fmt.Sprint(v.Receipt(row).File, v.Receipt(row).Line))
		}
	}
	return lines
}

func TestRowsOfAPartLeadFromTheElementToTheItem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := graphtest.View(t, graphtest.World(t))
		item := rapid.SampledFrom(everyItem(v)).Draw(t, "item")
		c, err := composition.Of(t.Context(), v, item)
		require.NoError(t, err)
		for _, p := range append(c.Elements, c.Lumps...) {
			if p.Element == item {
				require.Empty(t, p.Rows)
				continue
			}
			linked := map[graph.Node]bool{p.Element: true}
			reached := false
			for range p.Rows {
				for _, row := range p.Rows {
					from, to := ends(v, row)
					linked[to] = linked[to] || linked[from]
					reached = reached || to == item && linked[to]
				}
			}
			require.True(t, reached, v.Key(p.Element))
			for _, row := range p.Rows {
				from, _ := ends(v, row)
				require.True(t, linked[from], "a row that nothing flows over")
				require.True(t, slices.Contains(c.Rows, row))
			}
		}
	})
}

func ends(v *graph.View, row graph.RowRef) (from, to graph.Node) {
	if row.Table == v.Kinds.Table {
		return v.Kinds.From[row.Index], v.Kinds.To[row.Index]
	}
	return v.Feeds.From[row.Index], v.Feeds.To[row.Index]
}

func TestRefusals(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	firm, _ := v.Lookup("lynas")
	_, err := composition.Of(t.Context(), v, firm)
	require.EqualError(t, err, `"lynas" is not an item`)
	_, err = composition.UsesOf(t.Context(), v, firm)
	require.EqualError(t, err, `"lynas" is not an item`)
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = composition.Masses(ended, v, item(t, v, "dy"))
	require.ErrorIs(t, err, context.Canceled)
}

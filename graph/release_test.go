package graph_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
)

// world fills two tables with rows that differ in every cell; n tells them apart.
func world(t require.TestingT, n int) *graph.Facts {
	var facts graph.Facts
	for i := range n {
		id := fmt.Sprintf("item-%d", i)
		require.NoError(t, graph.TableOf("materials").Append(&facts, int32(i+2),
			[]string{id, "Name " + id, "OXIDE", "2846;284690", "note", "source"}))
		require.NoError(t, graph.TableOf("feeds").Append(&facts, int32(i+2),
			[]string{id, "magnet", "1.50", "1", "", "kg_per_kg", "true", "2024", "source", "LOW", ""}))
		require.NoError(t, graph.TableOf("supplies").Append(&facts, int32(i+2),
			[]string{"a", "b", id, "", "12", "2024-05", "2025-01-31", "ACTIVE", "source", "HIGH", ""}))
	}
	return &facts
}

func TestRelease_Known(t *testing.T) {
	t.Parallel()
	require.Equal(t, "e3b0c44298fc1c149afbf4c8996fb924", new(graph.Facts).Release(), "no facts: the hash of nothing")
	require.Regexp(t, "^[0-9a-f]{32}$", world(t, 3).Release())
	require.NotEqual(t, world(t, 3).Release(), world(t, 4).Release())
}

func TestRelease_OrderAndLinesDoNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "rows")
		facts := world(t, n)
		want := facts.Release()
		shuffle := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)).Shuffle
		shuffle(len(facts.Feeds), func(i, j int) { facts.Feeds[i], facts.Feeds[j] = facts.Feeds[j], facts.Feeds[i] })
		shuffle(len(facts.Supplies), func(i, j int) { facts.Supplies[i], facts.Supplies[j] = facts.Supplies[j], facts.Supplies[i] })
		for i := range facts.Feeds {
			facts.Feeds[i].Line += 7
		}
		require.Equal(t, want, facts.Release())
	})
}

func TestRelease_EveryCellMatters(t *testing.T) {
	t.Parallel()
	want := world(t, 2).Release()
	seen := map[string]string{want: "nothing changed"}
	for _, table := range []string{"materials", "feeds", "supplies"} {
		declared := graph.TableOf(table)
		for column := range declared.Columns {
			facts := world(t, 2)
			cells := declared.Cells(facts, 1)
			cells[column] = other(&declared.Columns[column], cells[column])
			changed := new(graph.Facts)
			require.NoError(t, declared.Append(changed, 3, cells))
			for i := range declared.Len(facts) - 1 {
				require.NoError(t, declared.Append(changed, 2, declared.Cells(facts, i)))
			}
			name := map[string]string{"materials": "Materials", "feeds": "Feeds", "supplies": "Supplies"}[table]
			reflect.ValueOf(facts).Elem().FieldByName(name).Set(reflect.ValueOf(changed).Elem().FieldByName(name))
			release, what := facts.Release(), table+"."+declared.Columns[column].Name
			require.NotContains(t, seen, release, what)
			seen[release] = what
		}
	}
}

func TestRelease_CellsDoNotRunTogether(t *testing.T) {
	t.Parallel()
	one, two := new(graph.Facts), new(graph.Facts)
	regions := graph.TableOf("regions")
	require.NoError(t, regions.Append(one, 2, []string{"AB", "C"}))
	require.NoError(t, regions.Append(two, 2, []string{"A", "BC"}))
	require.NotEqual(t, one.Release(), two.Release())
	require.NoError(t, regions.Append(one, 3, []string{"AB", "C"}))
	require.NotEqual(t, one.Release(), world(t, 0).Release(), "a row written twice counts twice")
}

// other is a valid cell of the column that differs from cell in as little as its type allows.
func other(c *graph.Column, cell string) string {
	switch c.Type {
	case graph.Enumeration, graph.Boolean:
		for _, word := range c.Values {
			if word != cell {
				return word
			}
		}
	case graph.Decimal:
		if cell == "1.50" {
			return "1.5" // the same value, written otherwise: cells are compared letter for letter
		}
		return cell + "1"
	case graph.Whole:
		return cell + "1"
	case graph.Calendar:
		return "2024"
	case graph.CodeList:
		return "2846"
	}
	return cell + "x"
}

func TestAppender_AgreesWithAppend(t *testing.T) {
	t.Parallel()
	want := world(t, 5)
	got := new(graph.Facts)
	for _, table := range graph.Tables() {
		appender := table.Appender(got, 2)
		for i := range table.Len(want) {
			appender.Begin(table.Line(want, i))
			for c, cell := range table.Cells(want, i) {
				require.NoError(t, appender.Set(c, cell))
				require.Equal(t, cell, table.Text(want, i, c))
			}
		}
	}
	require.Equal(t, want, got)

	appender := graph.TableOf("feeds").Appender(got, 1)
	appender.Begin(9)
	require.ErrorIs(t, appender.Set(2, "1,5"), graph.ErrNotNumber)
	require.ErrorIs(t, appender.Set(5, "pound"), graph.ErrNotAllowed)
	require.ErrorIs(t, appender.Set(7, "20x"), graph.ErrNotInteger)
	require.NoError(t, appender.Set(0, "dy"))
	require.Equal(t, graph.Feed{Row: graph.Row{Line: 9}, From: "dy"}, got.Feeds[len(got.Feeds)-1])
}

func TestMerge_OrdersByLines(t *testing.T) {
	t.Parallel()
	table := graph.TableOf("regions")
	parts := []*graph.Facts{{Regions: []graph.Region{{Row: graph.Row{Line: 4}, ID: "D"}, {Row: graph.Row{Line: 2}, ID: "B"}}}, {},
		{Regions: []graph.Region{{Row: graph.Row{Line: 2}, ID: "A"}, {Row: graph.Row{Line: 3}, ID: "C"}}}}
	facts := &graph.Facts{}
	table.Merge(facts, parts)
	var ids string
	for _, id := range table.Strings(facts, 0) {
		ids += id
	}
	require.Equal(t, "ABCD", ids)
	table.Merge(facts, nil)
	require.Len(t, facts.Regions, 4)
}

func TestRelease_DatesAsWritten(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, date := range []string{"", "0001", "1999", "2024", "2024-01", "2024-10", "2024-01-01", "2024-12-31", "9999-11-30"} {
		facts := new(graph.Facts)
		require.NoError(t, graph.TableOf("supplies").Append(facts, 2,
			[]string{"a", "b", "c", "", "", date, "", "ACTIVE", "source", "HIGH", ""}))
		release := facts.Release()
		require.NotContains(t, seen, release, date)
		seen[release] = date
	}
}

func TestTable_Columns(t *testing.T) {
	t.Parallel()
	facts := world(t, 3)
	feeds := graph.TableOf("feeds")
	for i, from := range feeds.Strings(facts, 0) {
		require.Equal(t, facts.Feeds[i].From, from)
	}
	for i, quantity := range feeds.Numbers(facts, 2) {
		require.Equal(t, facts.Feeds[i].Quantity, quantity)
	}
	for i, year := range feeds.Numbers(facts, 7) {
		require.Equal(t, graph.Number{Value: float64(facts.Feeds[i].Year.Value), Known: true}, year)
	}
	for i, end := range graph.TableOf("supplies").Dates(facts, 6) {
		require.Equal(t, facts.Supplies[i].End, end)
	}
}

func BenchmarkRelease(b *testing.B) {
	facts := world(b, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		facts.Release()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/30_000, "ns/row")
}

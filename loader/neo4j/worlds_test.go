package neo4j_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

// seedFacts reads the embedded seed.
func seedFacts(t testing.TB) *graph.Facts {
	t.Helper()
	facts, report := csv.Read(seed.Files)
	require.Zero(t, report.Errors(), report.Problems)
	return facts
}

// rowsOf prints a table row by row, with its lines.
func rowsOf(facts *graph.Facts, table *graph.Table) []string {
	rows := make([]string, table.Len(facts))
	for i := range rows {
		rows[i] = fmt.Sprintf("%d: %q", table.Line(facts, i), table.Cells(facts, i))
	}
	return rows
}

// requireSame compares facts row for row: cells letter for letter, lines and order.
func requireSame(t require.TestingT, want, got *graph.Facts) {
	require.NotNil(t, got)
	for _, table := range graph.Tables() {
		require.Equal(t, rowsOf(want, table), rowsOf(got, table), table.Name)
	}
	require.Equal(t, want.Release(), got.Release())
}

// add appends rows to a table, each given as its cells separated by commas; lines go on from the last row.
func add(t testing.TB, facts *graph.Facts, table string, rows ...string) {
	t.Helper()
	declared := graph.TableOf(table)
	for _, row := range rows {
		line := int32(2)
		if n := declared.Len(facts); n > 0 {
			line = declared.Line(facts, n-1) + 1
		}
		require.NoError(t, declared.Append(facts, line, strings.Split(row, ",")))
	}
}

// small is a hand-made world with a bit of everything that matters to a load.
func small(t testing.TB) *graph.Facts {
	t.Helper()
	facts := &graph.Facts{}
	add(t, facts, "sources", "s1,Title,Publisher,https://example.org/1,2025-04,OFFICIAL")
	add(t, facts, "countries", "CN,CHN,China,Asia", "EE,EST,Estonia,Europe")
	add(t, facts, "regions", "EU,European Union")
	add(t, facts, "region_members", "EU,EE")
	add(t, facts, "elements", "dy,Dy,Dysprosium,66,HEAVY,s1")
	add(t, facts, "materials", "dy-oxide,Dysprosium oxide,OXIDE,284690;2846,,s1")
	add(t, facts, "components", "magnet,Magnet,MAGNET,kg,,s1")
	add(t, facts, "aliases", "dy,镝,zh", "EU,Europe|the union,en")
	add(t, facts, "item_groups", "heavies,Heavy rare earths,Dy and friends")
	add(t, facts, "feeds", "dy,dy-oxide,0.870,,,kg_per_kg,true,2024,s1,HIGH,", "dy-oxide,magnet,0.05,0.01,0.10,kg_per_kg,false,,s1,LOW,")
	add(t, facts, "firms", "acme,Acme,EE,MAGNET_MAKER;TRADER,,,s1", "miner,Miner,CN,,,,s1")
	add(t, facts, "supplies", "miner,acme,dy-oxide,30,,2024,,ACTIVE,s1,HIGH,", "miner,acme,dy-oxide,40,,2025-01-02,,ACTIVE,s1,HIGH,")
	add(t, facts, "market_shares", "CN,SEPARATION,heavies,99.0,,2024,s1,HIGH,")
	add(t, facts, "lead_times", ",,SHIPPING,28,45,s1,MEDIUM,")
	return facts
}

// worlds draws releases of any shape that the declarations allow. Ids come from a short list, so that from one world to the next
// rows stay, change, go, come, and move between the tables of items.
func worlds() *rapid.Generator[*graph.Facts] {
	return rapid.Custom(func(t *rapid.T) *graph.Facts {
		facts := &graph.Facts{}
		ids := map[string][]string{}
		taken := map[string]bool{}
		for pass := range 2 { // things first: links may name tables declared later
			for _, table := range graph.Tables() {
				if table.HasID() == (pass == 0) {
					drawTable(t, facts, table, ids, taken)
				}
			}
		}
		return facts
	})
}

func drawTable(t *rapid.T, facts *graph.Facts, table *graph.Table, ids map[string][]string, taken map[string]bool) {
	line := int32(1)
	for range rapid.IntRange(0, 5).Draw(t, table.Name) {
		line += rapid.Int32Range(1, 3).Draw(t, "line")
		cells := make([]string, len(table.Columns))
		whole := true
		for i := range table.Columns {
			cells[i] = drawCell(t, &table.Columns[i], ids)
			whole = whole && (cells[i] != "" || !table.Columns[i].Required)
		}
		key := table.Name
		for _, i := range table.Key() {
			key += "\x00" + cells[i]
		}
		if table.HasID() {
			key = cells[0] // one id space for all, so that no reference is ambiguous
		}
		if !whole || taken[key] {
			continue
		}
		taken[key] = true
		if table.HasID() {
			ids[table.Name] = append(ids[table.Name], cells[0])
		}
		if err := table.Append(facts, line, cells); err != nil {
			t.Fatalf("%s %q: %v", table.Name, cells, err)
		}
	}
}

func drawCell(t *rapid.T, c *graph.Column, ids map[string][]string) string {
	if !c.Required && rapid.IntRange(0, 2).Draw(t, "empty") == 0 {
		return ""
	}
	switch c.Type {
	case graph.Identifier, graph.CountryCode2, graph.UpperCase:
		return rapid.StringMatching(`[a-e][a-e-]?`).Draw(t, c.Name)
	case graph.Reference:
		var choices []string
		for _, ref := range c.Refs {
			choices = append(choices, ids[ref]...)
		}
		if len(choices) == 0 {
			return ""
		}
		return rapid.SampledFrom(choices).Draw(t, c.Name)
	case graph.Enumeration, graph.Boolean:
		return rapid.SampledFrom(c.Values).Draw(t, c.Name)
	case graph.EnumerationList:
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(c.Values), 1, 3).Draw(t, c.Name), ";")
	case graph.CodeList:
		return rapid.StringMatching(`0?[0-9]{3}(;[0-9]{4}){0,2}`).Draw(t, c.Name)
	case graph.Decimal:
		return rapid.StringMatching(`-?(0|[1-9][0-9]{0,6})(\.[0-9]{1,4})?`).Draw(t, c.Name)
	case graph.Whole:
		return fmt.Sprint(rapid.Int32().Draw(t, c.Name))
	case graph.Calendar, graph.Month:
		return rapid.StringMatching(`(19|20)[0-9]{2}(-0[1-9](-(0[1-9]|1[0-9]|2[0-8]))?)?`).Draw(t, c.Name)
	}
	return rapid.OneOf(rapid.StringN(1, 12, -1), rapid.SampledFrom([]string{"`", "'\"", `\|`, "a|b", "钐", "null", "a\r\nb", " ", "{x: $y}"})).Draw(t, c.Name)
}

package csv

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
)

// TestWriteRead_AnyFacts writes rows of any content and reads them back, lines included. Their rules are not run: they would
// find fault with random rows.
func TestWriteRead_AnyFacts(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		want := new(graph.Facts)
		for _, table := range graph.Tables() {
			line := int32(2)
			for range rapid.IntRange(0, 3).Draw(t, "rows") {
				cells := make([]string, len(table.Columns))
				for i := range cells {
					cells[i] = anyCell(&table.Columns[i]).Draw(t, table.Columns[i].Name)
				}
				if strings.Join(cells, "") == "" {
					continue
				}
				require.NoError(t, table.Append(want, line, cells))
				line += int32(1 + strings.Count(strings.Join(cells, ""), "\n"))
			}
		}
		require.NoError(t, Write(folder, want))
		r := newReader(os.DirFS(folder))
		r.tables()
		require.Empty(t, r.report.Problems)
		require.Equal(t, want, r.facts)
	})
}

// anyCell draws what a column of the type may hold, as far as parsing goes.
func anyCell(c *graph.Column) *rapid.Generator[string] {
	var cells *rapid.Generator[string]
	switch c.Type {
	case graph.Decimal:
		cells = rapid.StringMatching(`-?(0|[1-9]\d{0,8})(\.\d{1,4})?`).Filter(func(s string) bool { return c.Parse(s) == nil })
	case graph.Whole:
		cells = rapid.StringMatching(`[1-9]\d{0,8}`)
	case graph.Calendar, graph.Month:
		cells = rapid.StringMatching(`(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?`)
	case graph.Enumeration, graph.Boolean:
		cells = rapid.SampledFrom(c.Values)
	case graph.EnumerationList:
		cells = rapid.Map(rapid.SliceOfN(rapid.SampledFrom(c.Values), 1, 3), func(words []string) string { return strings.Join(words, ";") })
	case graph.CodeList:
		cells = rapid.StringMatching(`\d{4}(;\d{6})?`)
	case graph.Text:
		cells = rapid.StringMatching(`[a-zß中国,"';é](( |\n|,|"|""|;|[a-z0-9é钕#])?[a-z0-9",]){0,12}`)
	default:
		cells = rapid.StringMatching(`[a-zA-Z0-9",;:/中-]{1,12}`)
	}
	if c.Required {
		return cells
	}
	return rapid.OneOf(rapid.Just(""), cells)
}

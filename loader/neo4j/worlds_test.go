package neo4j_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/seed"
)

// seedFacts reads the embedded seed.
func seedFacts(t testing.TB) *graph.Facts {
	t.Helper()
	facts := &graph.Facts{}
	for _, table := range graph.Tables() {
		data, err := seed.Files.ReadFile(table.Name + ".csv")
		require.NoError(t, err)
		r := csv.NewReader(bytes.NewReader(data))
		_, err = r.Read()
		require.NoError(t, err)
		for {
			cells, err := r.Read()
			if err == io.EOF {
				break
			}
			require.NoError(t, err)
			line, _ := r.FieldPos(0)
			require.NoError(t, table.Append(facts, int32(line), cells))
		}
	}
	return facts
}

// rowsOf prints a table row by row with its lines, for exact comparisons.
func rowsOf(facts *graph.Facts, table *graph.Table) [][]string {
	rows := make([][]string, table.Len(facts))
	for i := range rows {
		rows[i] = table.Cells(facts, i)
	}
	return rows
}

func linesOf(facts *graph.Facts, table *graph.Table) []int32 {
	lines := make([]int32, table.Len(facts))
	for i := range lines {
		lines[i] = table.Line(facts, i)
	}
	return lines
}

// requireSame compares facts row for row: cells letter for letter, lines and order.
func requireSame(t require.TestingT, want, got *graph.Facts) {
	for _, table := range graph.Tables() {
		require.Equal(t, rowsOf(want, table), rowsOf(got, table), table.Name)
		require.Equal(t, linesOf(want, table), linesOf(got, table), table.Name)
	}
	require.Equal(t, want, got)
	require.Equal(t, want.Release(), got.Release())
}

package main

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/bench/generate"
)

// The whole run without peers: it must answer every question of its own, and write what it found where it was told.
func TestRunAlone(t *testing.T) {
	folder := t.TempDir()
	document := filepath.Join(folder, "performance.md")
	require.NoError(t, os.WriteFile(document, []byte("before\n"+begin+"\nold\n"+end+"\nafter\n"), 0o600))
	s, err := parse([]string{"-edges", "2k", "-peers", "none", "-quick", "-out", folder, "-doc", document})
	require.NoError(t, err)
	require.NoError(t, run(t.Context(), s))
	for _, file := range []string{"raw.json", "tables.md"} {
		data, err := os.ReadFile(filepath.Join(folder, file))
		require.NoError(t, err)
		require.Contains(t, string(data), "share of all nodes, exposed and safe")
	}
	data, err := os.ReadFile(document)
	require.NoError(t, err)
	require.Contains(t, string(data), "before\n"+begin)
	require.Contains(t, string(data), "| reach, one root | lodestone this tree | 1 |")
	require.Contains(t, string(data), end+"\nafter\n")
	require.NotContains(t, string(data), "old")
}

func TestWrongAnswersAreNamed(t *testing.T) {
	ours := answer{Count: 3, Hash: 9, Tiers: []int{1, 2}, List: []float64{0.5, 0.25}}
	reach, paths := question{Question: "reach", Root: 4}, question{Question: "paths"}
	require.NoError(t, compare(reach, ours, ours))
	require.NoError(t, compare(reach, ours, answer{Count: 3}), "a peer that only counts")
	require.ErrorContains(t, compare(reach, ours, answer{Count: 3, Hash: 8}), "root 4: 3 nodes (8), ours 3 (9)")
	require.ErrorContains(t, compare(reach, ours, answer{Count: 3, Hash: 9, Tiers: []int{2, 1}}), "tiers [2 1], ours [1 2]")
	require.ErrorContains(t, compare(paths, ours, answer{List: []float64{0.5, 0.2500001}}), "number 1 is 0.2500001, ours 0.25")
	require.ErrorContains(t, compare(paths, ours, answer{List: []float64{0.5}}), "1 answers, ours 2")

	file := filepath.Join(t.TempDir(), "values.bin")
	write := func(values [][2]float64) {
		data, err := binary.Append(nil, binary.LittleEndian, values)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(file, data, 0o600))
	}
	ours.values = [][2]float64{{0.5, 0.5}}
	write([][2]float64{{0.5 + 9e-10, 0.5}})
	require.NoError(t, compare(question{Question: "share"}, ours, answer{Values: file}))
	write([][2]float64{{0.5, 0.5 + 2e-9}})
	require.ErrorContains(t, compare(question{Question: "share"}, ours, answer{Values: file}), "node 0")

	row := Row{Agrees: true}
	require.True(t, row.take(answer{Milliseconds: 1}, compare(paths, ours, answer{})))
	require.False(t, row.Agrees)
	require.Contains(t, row.Note, "DISAGREES")
}

func TestFlags(t *testing.T) {
	s, err := parse(nil)
	require.NoError(t, err)
	require.Equal(t, []int{100_000, 1_000_000}, s.edges)
	s, err = parse([]string{"-edges", "10m", "-quick", "-seed", "3"})
	require.NoError(t, err)
	require.Equal(t, []int{10_000_000}, s.edges)
	require.Equal(t, uint64(3), s.seed)
	_, err = parse([]string{"-edges", "many"})
	require.EqualError(t, err, `"many" is no size: say 100k, 1m or 10m`)
	_, err = parse([]string{"-peers", "scipy,excel"})
	require.EqualError(t, err, `peer "excel" is not known: choose of `+every+`, or none`)
}

func TestTablesNameWhatIsMissing(t *testing.T) {
	r := Report{Missing: []string{"kuzu does not install: no wheel"}, Networks: []Section{{Network: generate.Statistics{Edges: 5}, Shape: &Shape{}, Rows: []Row{
		{Question: "q", Peer: "lodestone", Version: "this tree", Threads: 1, Milliseconds: []float64{2}, P50: 2, P99: 2, Agrees: true},
		{Question: "q", Peer: "scipy", Version: "1", Threads: 1, Milliseconds: []float64{7}, P50: 7, P99: 7, Agrees: true},
		{Question: "q", Peer: "duckdb", Version: "2", Note: "does not answer: no"},
	}}}}
	text := r.markdown()
	require.Contains(t, text, "**MISSING: kuzu does not install: no wheel**")
	require.Contains(t, text, "| q | scipy 1 | 1 | 7 | 7 | 1 | 3.5x | agrees |")
	require.Contains(t, text, "| q | duckdb 2 | | | | | | does not answer: no |")
}

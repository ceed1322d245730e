package csv_test

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/loader/csv"
)

var update = flag.Bool("update", false, "write want.txt of every fixture anew")

const (
	base          = "../testdata/base"
	bad           = "../testdata/bad"
	leastFixtures = 60
)

// overlay is the base set with the files of a fixture laid over it. A file remove.txt names files of the base to leave out.
func overlay(t testing.TB, fixture string) fstest.MapFS {
	folder := fstest.MapFS{}
	for _, layer := range []string{base, fixture} {
		if layer == "" {
			continue
		}
		entries, err := os.ReadDir(layer)
		require.NoError(t, err)
		for _, e := range entries {
			raw, err := os.ReadFile(filepath.Join(layer, e.Name()))
			require.NoError(t, err)
			folder[e.Name()] = &fstest.MapFile{Data: raw}
		}
	}
	if list := folder["remove.txt"]; list != nil {
		for _, name := range strings.Fields(string(list.Data)) {
			require.Contains(t, folder, name)
			delete(folder, name)
		}
	}
	delete(folder, "remove.txt")
	delete(folder, "want.txt")
	return folder
}

func TestRead_BaseIsClean(t *testing.T) {
	t.Parallel()
	facts, report := csv.Read(overlay(t, ""))
	require.NotNil(t, facts)
	require.Equal(t, "0 errors and 0 warnings in 39 files, 84 rows", render(t, report))
}

// TestRead_Bad holds each fixture against its exact report. After a change of words: go test ./loader/csv -update, and read
// the difference.
func TestRead_Bad(t *testing.T) {
	t.Parallel()
	entries, err := os.ReadDir(bad)
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(entries), leastFixtures)
	seen := map[string]string{}
	for _, e := range entries {
		t.Run(e.Name(), func(t *testing.T) {
			fixture := filepath.Join(bad, e.Name())
			facts, report := csv.Read(overlay(t, fixture))
			got := render(t, report) + "\n"
			require.NotEmpty(t, report.Problems)
			require.Equal(t, report.Errors() > 0, facts == nil, "facts come with warnings, but not with errors")
			require.Equal(t, report.Errors() > 0, report.ExitCode() == 1)
			if *update {
				require.NoError(t, os.WriteFile(filepath.Join(fixture, "want.txt"), []byte(got), 0o644))
			}
			want, err := os.ReadFile(filepath.Join(fixture, "want.txt"))
			require.NoError(t, err)
			require.Equal(t, string(want), got)
			require.Empty(t, seen[got], "the same report as another fixture")
			seen[got] = e.Name()
		})
	}
}

// render is the printed report without its last line end.
func render(t testing.TB, report io.WriterTo) string {
	var out strings.Builder
	_, err := report.WriteTo(&out)
	require.NoError(t, err)
	return strings.TrimSuffix(out.String(), "\n")
}

package csv_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

func TestWrite_SeedByteForByte(t *testing.T) {
	t.Parallel()
	facts, _ := csv.Read(seed.Files)
	folder := filepath.Join(t.TempDir(), "new")
	for range 2 { // the second time over the first
		require.NoError(t, csv.Write(folder, facts))
		entries, err := os.ReadDir(folder)
		require.NoError(t, err)
		require.Len(t, entries, len(graph.Tables()))
		for _, e := range entries {
			want, err := fs.ReadFile(seed.Files, e.Name())
			require.NoError(t, err)
			got, err := os.ReadFile(filepath.Join(folder, e.Name()))
			require.NoError(t, err)
			require.True(t, bytes.Equal(want, got), e.Name())
		}
	}
}

func TestWrite_RefusesOtherFiles(t *testing.T) {
	t.Parallel()
	for name, file := range map[string]struct{ name, content, says string }{
		"another file":        {"notes.txt", "", "notes.txt, which is no table"},
		"another csv":         {"prices.csv", "id\n", "prices.csv, which is no table"},
		"somebody's firms":    {"firms.csv", "name,phone\n", "does not start with the header of the table firms"},
		"a longer header":     {"regions.csv", "id,name,more\n", "does not start with the header"},
		"a folder of a table": {"firms.csv/deep.txt", "", "firms.csv, which is no table"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			path := filepath.Join(folder, file.name)
			require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
			require.NoError(t, os.WriteFile(path, []byte(file.content), 0o644))
			require.ErrorContains(t, csv.Write(folder, new(graph.Facts)), file.says)
			entries, err := os.ReadDir(folder)
			require.NoError(t, err)
			require.Len(t, entries, 1, "nothing was written")
			if info, _ := os.Stat(path); !info.IsDir() {
				content, err := os.ReadFile(path)
				require.NoError(t, err)
				require.Equal(t, file.content, string(content))
			}
		})
	}
}

func TestWrite_LeavesNothingBehindOnFailure(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o644))
	require.ErrorContains(t, csv.Write(file, new(graph.Facts)), "export")
}

func TestInit_EmptyFolderPasses(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "mine")
	require.NoError(t, csv.Init(folder))
	facts, report := csv.Read(os.DirFS(folder))
	require.Empty(t, report.Problems)
	require.Equal(t, "0 errors and 0 warnings in 39 files, 0 rows", report.Summary())
	require.Equal(t, new(graph.Facts), facts)
	require.NoError(t, csv.Write(folder, facts), "an export over the templates is fine")

	dictionary, err := os.ReadFile(filepath.Join(folder, "dictionary.md"))
	require.NoError(t, err)
	require.Contains(t, string(dictionary), "### feeds.csv")
}

func TestInit_NeverOverwrites(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	mine := filepath.Join(folder, "firms.csv")
	require.NoError(t, os.WriteFile(mine, []byte("precious"), 0o644))
	require.EqualError(t, csv.Init(folder), "init: "+folder+" holds firms.csv already; nothing was written")
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, entries, 1)
	content, err := os.ReadFile(mine)
	require.NoError(t, err)
	require.Equal(t, "precious", string(content))
	require.ErrorContains(t, csv.Init(mine), "init")
}

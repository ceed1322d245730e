package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/check"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

func TestRead_Seed(t *testing.T) {
	t.Parallel()
	facts, report := csv.Read(seed.Files)
	require.Equal(t, "0 errors and 0 warnings in 39 files, 6,118 rows", render(t, report))
	require.Zero(t, report.ExitCode())
	require.Len(t, facts.Feeds, 610)
	require.Equal(t, int32(2), facts.Feeds[0].Line)
}

// TestRead_Tolerates turns the files of the base set about in every way that is fine: rows and columns in another order,
// CRLF, a byte order mark, needless quotes. The release is the same.
func TestRead_Tolerates(t *testing.T) {
	t.Parallel()
	facts, _ := csv.Read(overlay(t, ""))
	want := facts.Release()
	rapid.Check(t, func(rt *rapid.T) {
		folder := overlay(t, "")
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 0))
		crlf, mark, quotes := rapid.Bool().Draw(rt, "crlf"), rapid.Bool().Draw(rt, "mark"), rapid.Bool().Draw(rt, "quotes")
		name := graph.Tables()[rapid.IntRange(0, len(graph.Tables())-1).Draw(rt, "table")].Name + ".csv"
		records, err := stdcsv.NewReader(bytes.NewReader(folder[name].Data)).ReadAll()
		require.NoError(rt, err)
		random.Shuffle(len(records)-1, func(i, j int) { records[i+1], records[j+1] = records[j+1], records[i+1] })
		columns := random.Perm(len(records[0]))
		var out strings.Builder
		if mark {
			out.WriteString("\ufeff")
		}
		for _, record := range records {
			for i, c := range columns {
				cell := record[c]
				if quotes || strings.ContainsAny(cell, ",\"\n") {
					cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
				}
				if i > 0 {
					out.WriteByte(',')
				}
				out.WriteString(cell)
			}
			out.WriteString(map[bool]string{true: "\r\n", false: "\n"}[crlf])
		}
		folder[name] = &fstest.MapFile{Data: []byte(out.String())}
		facts, report := csv.Read(folder)
		require.Empty(rt, report.Problems)
		require.Equal(rt, want, facts.Release())
	})
}

func TestReadTable(t *testing.T) {
	t.Parallel()
	whole, _ := csv.Read(seed.Files)
	facts, report := csv.ReadTable(seed.Files, graph.TableOf("supplies"))
	require.Empty(t, report.Problems)
	require.Equal(t, &graph.Facts{Supplies: whole.Supplies}, facts)

	folder := copySeed(t)
	folder["supplies.csv"] = &fstest.MapFile{Data: []byte(strings.Replace(string(folder["supplies.csv"].Data), "ACTIVE", "ACTVE", 1))}
	facts, report = csv.ReadTable(folder, graph.TableOf("supplies"))
	require.Nil(t, facts)
	require.Equal(t, 1, report.Errors())
}

func TestRead_SeedWithCRLFAndMarkIsEqual(t *testing.T) {
	t.Parallel()
	folder := copySeed(t)
	for name, file := range folder {
		folder[name] = &fstest.MapFile{Data: append([]byte("\xef\xbb\xbf"), bytes.ReplaceAll(file.Data, []byte("\n"), []byte("\r\n"))...)}
	}
	want, _ := csv.Read(seed.Files)
	got, report := csv.Read(folder)
	require.Empty(t, report.Problems)
	require.Equal(t, want, got)

	for name, file := range folder { // line ends of the old Macintosh, and none at the end
		folder[name] = &fstest.MapFile{Data: bytes.TrimSuffix(bytes.ReplaceAll(file.Data, []byte("\r\n"), []byte("\r")), []byte("\r"))}
	}
	got, report = csv.Read(folder)
	require.Empty(t, report.Problems)
	require.Equal(t, want, got)
}

func TestRead_QuotedLineEnds(t *testing.T) {
	t.Parallel()
	folder := overlay(t, "")
	folder["regions.csv"] = &fstest.MapFile{Data: []byte("id,name\r\nPACT,\"Pacific\r\npact\"\r\nWORLD,All\r\n")}
	facts, report := csv.Read(folder)
	require.Empty(t, report.Problems)
	require.Equal(t, []graph.Region{
		{Row: graph.Row{Line: 2}, ID: "PACT", Name: "Pacific\npact"},
		{Row: graph.Row{Line: 4}, ID: "WORLD", Name: "All"},
	}, facts.Regions)
}

// TestRead_Everything damages each row of a large folder in one way and wants every damage reported, once, in its line.
func TestRead_Everything(t *testing.T) {
	t.Parallel()
	const rows = 10_000
	folder := copySeed(t)
	var firms strings.Builder
	firms.Write(folder["firms.csv"].Data)
	first := strings.Count(firms.String(), "\n") + 1
	want := map[string]string{}
	for i := range rows {
		row := []string{fmt.Sprintf("made-up-%d", i), fmt.Sprintf("Made up %d", i), "CN", "OEM", "", "", "c-um-no33"}
		column, rule := 0, ""
		switch i % 5 {
		case 0:
			row[0], column, rule = fmt.Sprintf("Made_Up_%d", i), 1, "id"
		case 1:
			row[2], column, rule = "CHN", len(row[0])+len(row[1])+3, "unknown-id"
		case 2:
			row[3], column, rule = "OEN", len(row[0])+len(row[1])+6, "enum"
		case 3:
			row[6], column, rule = "c-um-no33 ", len(strings.Join(row[:6], ","))+2, "stray-blank"
		case 4:
			row, rule = row[:6], "too-few-cells"
			column = len(strings.Join(row, ",")) + 1
		}
		want[fmt.Sprintf("firms.csv:%d:%d", first+i, column)] = rule
		firms.WriteString(strings.Join(row, ",") + "\n")
	}
	folder["firms.csv"] = &fstest.MapFile{Data: []byte(firms.String())}
	facts, report := csv.Read(folder)
	text := render(t, report)
	require.Nil(t, facts)
	require.Equal(t, rows, report.Errors())
	for _, p := range report.Problems {
		place := fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
		require.Equal(t, want[place], p.Rule, place)
		delete(want, place)
	}
	require.Empty(t, want)
	require.Contains(t, text, "10,000 errors and 0 warnings in 39 files, 16,118 rows")
	require.Equal(t, rows, strings.Count(text, "firms.csv:"), "all of them are printed")
}

func TestRead_Folders(t *testing.T) {
	t.Parallel()
	facts, report := csv.Read(os.DirFS(filepath.Join(t.TempDir(), "nowhere")))
	require.Nil(t, facts)
	require.Equal(t, 1+len(graph.Tables()), report.Errors())
	require.Contains(t, render(t, report), ".:1:1: unreadable-folder: the folder cannot be read: no such file or directory\n")

	_, report = csv.Read(unreadable{overlay(t, "")})
	require.Contains(t, render(t, report), "firms.csv:1:1: unreadable-file: the file cannot be read: permission denied\n")
	require.Equal(t, 1, report.Errors(), "what refers to firms is not judged")

	folder := overlay(t, "")
	folder["._firms.csv"] = &fstest.MapFile{}
	folder["notes/prices.csv"] = &fstest.MapFile{}
	_, report = csv.Read(folder)
	require.Empty(t, report.Problems, "hidden files and folders are no data")
}

// unreadable is a folder whose firms.csv nobody may read.
type unreadable struct{ fstest.MapFS }

func (u unreadable) Open(name string) (fs.File, error) {
	if name == "firms.csv" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("permission denied")}
	}
	return u.MapFS.Open(name)
}

func (u unreadable) ReadFile(name string) ([]byte, error) {
	if name == "firms.csv" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("permission denied")}
	}
	return u.MapFS.ReadFile(name)
}

// FuzzRead reads any bytes as firms.csv beside sound files: it must not fail, must place every problem inside the file, and
// what it accepts it must write and read again alike. Run it with -fuzzminimizetime 200x: shrinking long inputs is slow.
func FuzzRead(f *testing.F) {
	entries, err := os.ReadDir(bad)
	require.NoError(f, err)
	for _, e := range entries {
		if raw, err := os.ReadFile(filepath.Join(bad, e.Name(), "firms.csv")); err == nil {
			f.Add(raw)
		}
	}
	f.Add([]byte("id,name,country,roles,ticker,note,source\n\"a\",\"\"\"\",US,,,\"x\ny\",c-law\r\n"))
	f.Add([]byte("\"id\n"))
	f.Add([]byte("\xff\xfei\x00d\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		folder := overlay(t, "")
		folder["firms.csv"] = &fstest.MapFile{Data: raw}
		facts, report := csv.Read(folder)
		for _, p := range report.Problems {
			inside(t, p, raw)
		}
		require.NotContains(t, render(t, report), "%!")
		if facts == nil {
			require.NotZero(t, report.Errors())
			return
		}
		out := t.TempDir()
		require.NoError(t, csv.Write(out, facts))
		again, _ := csv.Read(os.DirFS(out))
		require.NotNil(t, again)
		require.Equal(t, facts.Release(), again.Release())
	})
}

func inside(t *testing.T, p check.Problem, raw []byte) {
	require.Positive(t, p.Line)
	require.Positive(t, p.Column)
	require.NotEmpty(t, p.Rule)
	require.NotEmpty(t, p.Message)
	if p.File == "firms.csv" && p.Source != "" {
		require.LessOrEqual(t, p.Column+p.Width, len([]rune(p.Source))+2)
		require.LessOrEqual(t, p.Line, bytes.Count(raw, []byte("\n"))+bytes.Count(raw, []byte("\r"))+1)
	}
}

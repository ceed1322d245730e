package archive_test

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/loader/archive"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

func seedFacts(t testing.TB) *graph.Facts {
	t.Helper()
	facts, report := csv.Read(seed.Files)
	require.Zero(t, report.Errors())
	return facts
}

// tiny is a release so small that each of its bytes can be spoilt.
func tiny(t testing.TB) *graph.Facts {
	t.Helper()
	facts := &graph.Facts{}
	require.NoError(t, graph.TableOf("countries").Append(facts, 2, []string{"CN", "CHN", "China", "Asia"}))
	require.NoError(t, graph.TableOf("countries").Append(facts, 9, []string{"EE", "EST", "Estonia, \"the\" \n", "Europe"}))
	return facts
}

func encode(t testing.TB, facts *graph.Facts) []byte {
	t.Helper()
	packed, err := archive.Encode(facts, archive.Header{Saved: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), Origin: "bolt://here"})
	require.NoError(t, err)
	return packed
}

func TestFactsComeBackToTheLetter(t *testing.T) {
	want := seedFacts(t)
	packed := encode(t, want)
	got, header, err := archive.Decode(packed)
	require.NoError(t, err)
	require.Equal(t, want, got)
	require.Equal(t, want.Release(), header.Release)
	require.Equal(t, "bolt://here", header.Origin)
	require.Positive(t, header.Rows)
	require.Equal(t, packed, encode(t, got), "equal facts, equal bytes")
	t.Logf("%d rows in %d bytes", header.Rows, len(packed))

	got, _, err = archive.Decode(encode(t, &graph.Facts{}))
	require.NoError(t, err)
	require.Equal(t, &graph.Facts{}, got)
}

func TestRandomWorldsComeBackToTheLetter(t *testing.T) {
	worlds := rapid.Custom(graphtest.World)
	for i := range 200 {
		want := worlds.Example(i)
		got, _, err := archive.Decode(encode(t, want))
		require.NoError(t, err)
		for _, table := range graph.Tables() {
			require.Equal(t, table.Len(want), table.Len(got), table.Name)
			for row := range table.Len(want) {
				require.Equal(t, table.Line(want, row), table.Line(got, row))
				require.Equal(t, table.Cells(want, row), table.Cells(got, row))
			}
		}
	}
}

// Every byte of a small archive, and spots all over a large one, are changed, cut off and doubled.
func TestDamageIsSeenInEveryByte(t *testing.T) {
	whole := encode(t, tiny(t))
	for at := range whole {
		for _, flip := range []byte{1, 0x80, 0xff} {
			spoilt := bytes.Clone(whole)
			spoilt[at] ^= flip
			_, _, err := archive.Decode(spoilt)
			require.ErrorIs(t, err, archive.ErrCorrupt, "byte %d", at)
		}
		_, _, err := archive.Decode(whole[:at])
		require.ErrorIs(t, err, archive.ErrCorrupt, "cut at %d", at)
		_, _, err = archive.Decode(append(bytes.Clone(whole[:at]), whole[max(at-1, 0):]...))
		if at > 0 {
			require.ErrorIs(t, err, archive.ErrCorrupt, "doubled at %d", at)
		}
	}
	large := encode(t, seedFacts(t))
	for at := 0; at < len(large); at += len(large)/200 + 1 {
		large[at] ^= 0x10
		_, _, err := archive.Decode(large)
		require.ErrorIs(t, err, archive.ErrCorrupt, "byte %d", at)
		large[at] ^= 0x10
	}
}

// resealed is an archive whose content was changed by somebody who knows how to seal it.
func resealed(t *testing.T, change func([]byte) []byte) error {
	t.Helper()
	whole := encode(t, tiny(t))
	body := change(bytes.Clone(whole[:len(whole)-sha256.Size]))
	sum := sha256.Sum256(body)
	_, _, err := archive.Decode(append(body, sum[:]...))
	return err
}

func TestOtherVersionsAreToldApart(t *testing.T) {
	swap := func(from, to string) func([]byte) []byte {
		return func(body []byte) []byte { return bytes.Replace(body, []byte(from), []byte(to), 1) }
	}
	require.ErrorIs(t, resealed(t, swap("release 1", "release 9")), archive.ErrVersion)
	require.ErrorIs(t, resealed(t, swap(`{"release"`, `["release"`)), archive.ErrVersion)
	require.ErrorIs(t, resealed(t, swap(`"release":"`, `"release":"00`)), archive.ErrVersion)
	require.ErrorIs(t, resealed(t, func(body []byte) []byte { return body[:len(body)-3] }), archive.ErrCorrupt)
	require.NoError(t, resealed(t, func(body []byte) []byte { return body }))
}

func FuzzDecode(f *testing.F) {
	f.Add(encode(f, tiny(f)))
	f.Add([]byte("lodestone release 1\n{}\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		sum := sha256.Sum256(body)
		if facts, header, err := archive.Decode(append(bytes.Clone(body), sum[:]...)); err == nil {
			require.Equal(t, header.Release, facts.Release())
		}
	})
}

func TestAFileIsReplacedWhole(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "last")
	_, _, err := archive.Open(name)
	require.ErrorIs(t, err, archive.ErrNone)
	for _, facts := range []*graph.Facts{tiny(t), seedFacts(t)} {
		require.NoError(t, archive.Save(name, facts, archive.Header{}))
		got, header, err := archive.Open(name)
		require.NoError(t, err)
		require.Equal(t, facts, got)
		require.Equal(t, facts.Release(), header.Release)
	}
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, entries, 1, "nothing is left beside it")
	require.NoError(t, os.WriteFile(name, []byte("x"), 0o600))
	_, _, err = archive.Open(name)
	require.ErrorIs(t, err, archive.ErrCorrupt)
	require.ErrorContains(t, err, name)
}

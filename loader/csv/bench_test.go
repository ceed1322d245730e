package csv_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

// copySeed is the seed as a folder that a test may change.
func copySeed(t testing.TB) fstest.MapFS {
	folder := fstest.MapFS{}
	entries, err := fs.ReadDir(seed.Files, ".")
	require.NoError(t, err)
	for _, e := range entries {
		raw, err := fs.ReadFile(seed.Files, e.Name())
		require.NoError(t, err)
		folder[e.Name()] = &fstest.MapFile{Data: raw}
	}
	return folder
}

// manyFirms adds firms and supplies between them to the seed, as many rows each; every wrong-th supply names a firm that is
// not there (0: none).
func manyFirms(t testing.TB, rows, wrong int) fstest.MapFS {
	folder := copySeed(t)
	random := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("ba ko li mu nex tor qua shi zen var pol gri hua jin tec mag ral dys fer nor sal vit wu yan")
	name := func() string {
		var b strings.Builder
		for range 4 + random.IntN(4) {
			b.WriteString(syllables[random.IntN(len(syllables))])
		}
		return strings.ToUpper(b.String()[:1]) + b.String()[1:]
	}
	var firms, supplies bytes.Buffer
	firms.Write(folder["firms.csv"].Data)
	supplies.Write(folder["supplies.csv"].Data)
	for i := range rows {
		fmt.Fprintf(&firms, "made-up-firm-%d,%s %s %d,%s,MAGNET_MAKER;OEM,,Made up,c-um-no33\n", i, name(), name(), i/3, []string{"CN", "JP", "US", "DE"}[i%4])
		seller := fmt.Sprintf("made-up-firm-%d", i)
		if wrong > 0 && i%wrong == 0 {
			seller = fmt.Sprintf("made-up-firn-%d", i)
		}
		fmt.Fprintf(&supplies, "%s,made-up-firm-%d,sintered-ndfeb-magnet,,%d.%d,2024-%02d,,ACTIVE,c-um-no33,MEDIUM,Made up\n",
			seller, (i+1+random.IntN(rows-1))%rows, i%997, 1+i%9, 1+i%12)
	}
	folder["firms.csv"] = &fstest.MapFile{Data: firms.Bytes()}
	folder["supplies.csv"] = &fstest.MapFile{Data: supplies.Bytes()}
	return folder
}

func BenchmarkRead_Seed(b *testing.B) {
	for b.Loop() {
		csv.Read(seed.Files)
	}
}

func BenchmarkRead_MillionRows(b *testing.B) {
	folder := manyFirms(b, 500_000, 0)
	b.ReportAllocs()
	for b.Loop() {
		facts, report := csv.Read(folder)
		require.NotNil(b, facts, report.Summary())
	}
}

func BenchmarkRead_TenThousandErrors(b *testing.B) {
	folder := manyFirms(b, 100_000, 10)
	for b.Loop() {
		_, report := csv.Read(folder)
		require.Equal(b, 10_000, report.Errors())
		_, err := report.WriteTo(new(bytes.Buffer))
		require.NoError(b, err)
	}
}

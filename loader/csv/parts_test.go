package csv

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// wholeAndCut reads a folder with each file in one part, and again in parts of some bytes on several goroutines.
func wholeAndCut(folder fstest.MapFS, bytes int) (whole, cut *reader) {
	whole, cut = newReader(folder), newReader(folder)
	whole.keepers, cut.keepers = newKeepers(1), newKeepers(3)
	cut.least = bytes
	for _, r := range []*reader{whole, cut} {
		r.tables()
		r.rules()
		r.report.Sort()
	}
	return whole, cut
}

// TestRead_PartsChangeNothing reads every faulty fixture in parts of one line and more.
func TestRead_PartsChangeNothing(t *testing.T) {
	t.Parallel()
	entries, err := os.ReadDir("../testdata/bad")
	require.NoError(t, err)
	for _, e := range entries {
		folder := fstest.MapFS{}
		for _, layer := range []string{"../testdata/base", filepath.Join("../testdata/bad", e.Name())} {
			files, err := filepath.Glob(filepath.Join(layer, "*"))
			require.NoError(t, err)
			for _, file := range files {
				raw, err := os.ReadFile(file)
				require.NoError(t, err)
				folder[filepath.Base(file)] = &fstest.MapFile{Data: raw}
			}
		}
		for _, bytes := range []int{1, 100} {
			whole, cut := wholeAndCut(folder, bytes)
			require.Equal(t, whole.report, cut.report, e.Name())
			require.Equal(t, whole.facts, cut.facts, e.Name())
		}
	}
}

// TestRead_PartsOfAnyText cuts texts full of quotes and line ends everywhere.
func TestRead_PartsOfAnyText(t *testing.T) {
	t.Parallel()
	cell := rapid.StringMatching(`("([a-z,\n]|""){0,8}"?)?[a-z \n]{0,4}`)
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		text.WriteString("id,name\n")
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			fmt.Fprintf(&text, "%s,%s\n", cell.Draw(t, "id"), cell.Draw(t, "name"))
		}
		folder := fstest.MapFS{"regions.csv": &fstest.MapFile{Data: []byte(text.String())}}
		whole, cut := wholeAndCut(folder, rapid.IntRange(1, 30).Draw(t, "bytes"))
		require.Equal(t, whole.report, cut.report)
		require.Equal(t, whole.facts, cut.facts)
	})
}

package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestSorted_OrdersByTheTextOfKeys sorts rows whose keys are of every kind, with blanks, bars and letters that come before them, beside
// the definition: by KeyText, and as they come where that is equal.
func TestSorted_OrdersByTheTextOfKeys(t *testing.T) {
	t.Parallel()
	plain := rapid.StringMatching(`[a-c\x01 -]{0,3}`)
	barred := rapid.StringMatching(`[a-c |-]{0,4}`)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]*rapid.Generator[string]{plain, barred}).Draw(t, "words")
		facts := &Facts{}
		for line := range int32(rapid.IntRange(0, 30).Draw(t, "rows")) {
			row := Row{Line: line + 2}
			facts.Supplies = append(facts.Supplies, Supply{Row: row, Supplier: word.Draw(t, "supplier"), Buyer: word.Draw(t, "buyer"),
				Item: word.Draw(t, "item"), Start: Date{Year: int16(rapid.IntRange(0, 2).Draw(t, "year")), Month: uint8(rapid.IntRange(0, 2).Draw(t, "month"))}})
			facts.MarketShares = append(facts.MarketShares, MarketShare{Row: row, Country: word.Draw(t, "country"), Item: word.Draw(t, "item"),
				Year: Integer{Value: int32(rapid.IntRange(8, 11).Draw(t, "year")), Known: rapid.Bool().Draw(t, "known")}})
			facts.Aliases = append(facts.Aliases, Alias{Row: row, Alias: word.Draw(t, "alias"), ID: word.Draw(t, "id")})
		}
		sorted := facts.sorted()
		for _, table := range []string{"supplies", "market_shares", "aliases"} {
			table := TableOf(table)
			var want, got []string
			for i := range table.Len(facts) {
				want = append(want, table.KeyText(facts, i)+"\x00"+fmt.Sprint(table.Line(facts, i)))
				got = append(got, table.KeyText(sorted, i)+"\x00"+fmt.Sprint(table.Line(sorted, i)))
			}
			slices.SortStableFunc(want, func(a, b string) int {
				return strings.Compare(strings.Split(a, "\x00")[0], strings.Split(b, "\x00")[0])
			})
			require.Equal(t, want, got)
		}
	})
}

func TestSortDigests(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		digests := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) digest {
			return digest{rapid.Uint64().Draw(t, "high"), rapid.Uint64Range(0, 3).Draw(t, "low")}
		}), 1, 50).Draw(t, "digests")
		digests = append(digests, digests[0], digest{digests[0].high, 9})
		want := slices.Clone(digests)
		slices.SortFunc(want, compareDigests)
		sortDigests(digests)
		require.Equal(t, want, digests)
	})
}

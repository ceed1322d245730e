package graph_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
)

// TestTexts_AgreeWithAMap numbers and keeps texts of all lengths beside a map.
func TestTexts_AgreeWithAMap(t *testing.T) {
	t.Parallel()
	text := rapid.OneOf(rapid.StringMatching(`[ab]{0,3}`), rapid.StringMatching(`firm-\d{1,3}`),
		rapid.Map(rapid.IntRange(65_530, 65_540), func(n int) string { return strings.Repeat("x", n) }))
	rapid.Check(t, func(t *rapid.T) {
		var texts graph.Texts
		numbers := map[string]int32{}
		finder := texts.Finder(2)
		for _, text := range rapid.SliceOfN(text, 0, 200).Draw(t, "texts") {
			want, known := numbers[text]
			if kept, ok := texts.FindText(text); ok {
				require.True(t, known)
				require.Equal(t, text, kept)
			} else {
				require.False(t, known && len(text) < 60_000)
			}
			if !known {
				want = int32(len(numbers))
				numbers[text] = want
				require.Equal(t, int32(-1), texts.Find(text))
			}
			if rapid.Bool().Draw(t, "keep") {
				require.Equal(t, text, texts.Keep(text))
			}
			require.Equal(t, want, finder.Number(text))
			require.Equal(t, want, finder.Number(strings.Clone(text)))
			require.Equal(t, want, texts.Number(text))
			require.Equal(t, want, texts.Find(text))
			require.Equal(t, text, texts.All()[want])
		}
		require.Equal(t, len(numbers), texts.Len())
	})
}

func TestTexts_KeepCutsLoose(t *testing.T) {
	t.Parallel()
	var texts graph.Texts
	first := texts.Keep("supplier,buyer"[:8])
	require.Equal(t, "supplier", first)
	require.Equal(t, first, texts.Keep("supplier"))
	finder := texts.Finder(1)
	require.Equal(t, int32(0), finder.Find("supplier"))
	require.Equal(t, int32(-1), finder.Find("buyer"))
	require.Equal(t, int32(-1), finder.Find(""))
}

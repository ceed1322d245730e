package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/agnivade/levenshtein"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestSimilar(t *testing.T) {
	t.Parallel()
	ids := []string{"dy-oxide", "dy-oxide-2", "nd-oxide", "tb-oxide", "CN", "US", "ndfeb-magnet"}
	for word, want := range map[string][]string{
		"dy-oxyde":     {"dy-oxide"},
		"DY Oxide":     {"dy-oxide"},
		"dy_oxide":     {"dy-oxide"},
		"ny-oxide":     {"dy-oxide", "nd-oxide", "tb-oxide"},
		"dy-oxide-3":   {"dy-oxide-2", "dy-oxide"},
		"cn":           {"CN"},
		"CHN":          {"CN"},
		"UK":           {"US"},
		"lanthanum":    nil,
		"":             nil,
		"ndfeb":        {"ndfeb-magnet"},
		"氧化镝":          nil,
		"ndfeb-magnte": {"ndfeb-magnet"},
	} {
		require.Equal(t, want, Similar(word, ids), word)
	}
	require.Equal(t, `did you mean "a", "b" or "c"?`, DidYouMean([]string{"a", "b", "c"}))
}

// TestSimilar_MissesNothing compares with trying every word.
func TestSimilar_MissesNothing(t *testing.T) {
	t.Parallel()
	words := rapid.SliceOfNDistinct(rapid.StringMatching(`[abc-]{1,7}`), 1, 120, rapid.ID[string])
	rapid.Check(t, func(t *rapid.T) {
		all, word := words.Draw(t, "words"), rapid.StringMatching(`[abcd-]{4,7}`).Draw(t, "word")
		var want []string
		for _, w := range all {
			if levenshtein.ComputeDistance(word, w) <= 2 {
				want = append(want, w)
			}
		}
		slices.SortFunc(want, func(a, b string) int {
			return cmp.Or(cmp.Compare(levenshtein.ComputeDistance(word, a), levenshtein.ComputeDistance(word, b)), strings.Compare(a, b))
		})
		want = want[:min(3, len(want))]
		got := Similar(word, all)
		if len(want) == 0 || slices.Contains(all, word) {
			return // a beginning, or the word itself
		}
		require.Equal(t, want, got)
	})
}

func TestNearDuplicates(t *testing.T) {
	t.Parallel()
	pairs := func(names ...string) []pair {
		var list []comparable
		for i, n := range names {
			letters, _ := comparableName(n)
			list = append(list, comparable{row: i, name: letters})
		}
		found, _ := pairs(list)
		return found
	}
	for _, same := range [][2]string{
		{"JL MAG Rare-Earth", "JL MAG Rare-Earth Co., Ltd."}, {"Türkiye Madencilik A.S.", "Turkiye Madencilik"},
		{"Vacuumschmelze", "Vacuumschmelse"}, {"Vacuumschmelze", "Vacuumschmezle"}, {"Baotou Works", "Baotu Works"},
		{"Lynas Rare Earths", "Lynas Rare Earth Limited"},
	} {
		require.Len(t, pairs(same[0], "Another Firm", same[1]), 1, same)
	}
	for _, different := range [][2]string{
		{"Northern Minerals", "Southern Minerals"}, {"Samsung Electronics", "LG Electronics"}, {"Abc", "Abd"}, {"", ""},
	} {
		require.Empty(t, pairs(different[0], different[1]), different)
	}
	_, first := comparableName("Plant 1, line II")
	_, second := comparableName("Plant 1, line III")
	require.NotEqual(t, first, second)
}

// TestAlike compares the merge, which gives up early, with counting.
func TestAlike(t *testing.T) {
	t.Parallel()
	sets := rapid.Map(rapid.SliceOfNDistinct(rapid.Int32Range(0, 12), 1, 12, rapid.ID[int32]), func(s []int32) []int32 {
		slices.Sort(s)
		return s
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := sets.Draw(t, "a"), sets.Draw(t, "b")
		common := 0
		for _, x := range a {
			if slices.Contains(b, x) {
				common++
			}
		}
		want := float64(common) / float64(len(a)+len(b)-common)
		if got := alike(a, b); want >= nearDuplicate || got >= nearDuplicate {
			require.Equal(t, want, got)
		}
	})
}

// madeUp are names of six syllables in one country, the last like the sixth.
func madeUp(n int) []comparable {
	syllables := strings.Fields("ba ko li mu nex tor qua shi zen var pol gri hua jin tec mag ral dys fer nor sal vit wu yan")
	names := make([]comparable, n)
	state := uint64(1)
	for i := range names {
		var name strings.Builder
		for range 6 {
			state = state*6364136223846793005 + 1442695040888963407
			fmt.Fprint(&name, syllables[state>>33%uint64(len(syllables))])
			if state>>60 < 4 {
				name.WriteByte(' ')
			}
		}
		names[i] = comparable{row: i, name: name.String() + " mining group"}
	}
	names[n-1].name = names[5].name
	return names
}

// TestNearDuplicates_NearLinear counts the pairs of names that are compared: so many a name, however many there are. All pairs of 10,000 are
// 5,000 a name.
func TestNearDuplicates_NearLinear(t *testing.T) {
	t.Parallel()
	for _, n := range []int{5_000, 10_000} {
		found, compared := pairs(madeUp(n))
		require.Contains(t, found, pair{5, n - 1, 1})
		t.Log(n, compared/n)
		require.Less(t, compared/n, 300, "%d names", n)
	}
}

func BenchmarkNearDuplicates(b *testing.B) {
	names := madeUp(50_000)
	for b.Loop() {
		for i := range names {
			names[i].pieces = nil
		}
		pairs(names)
	}
}

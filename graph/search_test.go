package graph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

func seedSnapshot(t testing.TB) *graph.Snapshot {
	t.Helper()
	facts, report := csv.Read(seed.Files)
	require.NotNil(t, facts, "%v", report)
	s, err := graph.Build(facts)
	require.NoError(t, err)
	return s
}

func TestSearchFindsWhatIsMeant(t *testing.T) {
	s := seedSnapshot(t)
	for text, want := range map[string]string{
		"samarum": "sm", "samarium": "sm", "Sm": "sm", "sm": "sm", "钐": "sm", "SAMARIUM": "sm", "Samárium": "sm", "ｓａｍａｒｉｕｍ": "sm",
		"neodynium": "nd", "terbuim": "tb", "dyspros": "dy", "dysprosum": "dy", "大同特殊鋼": "daido-steel", "镝": "dy", "linas": "lynas",
		"MP mat": "mp-materials", "Lynas": "lynas", "tomahawk": "tomahawk", "tomahwak": "tomahawk", "CN": "CN", "CHN": "CN",
		"f35": "f-35", "F-35": "f-35", "mountian pass": "mountain-pass-mine", "vacuumschmelze": "vacuumschmelze", "vacumschmelze": "vacuumschmelze",
	} {
		hits := s.Search(text, nil, 3)
		require.NotEmpty(t, hits, text)
		require.Equal(t, want, s.Key(hits[0].Node), "%s: %v", text, describe(s, hits))
	}
	require.Empty(t, s.Search("", nil, 3))
	require.Empty(t, s.Search(" -- ", nil, 3))
	require.Empty(t, s.Search("samarium", nil, 0))
	require.Empty(t, s.Search("qzxwvk", nil, 3))
}

func describe(s *graph.Snapshot, hits []graph.Hit) []string {
	var list []string
	for _, h := range hits {
		list = append(list, fmt.Sprintf("%s %s %q %.3f", s.KindOf(h.Node), s.Key(h.Node), h.Matched, h.Score))
	}
	return list
}

func TestSearchNarrowsByKind(t *testing.T) {
	s := seedSnapshot(t)
	for _, h := range s.Search("samarium", []graph.NodeKind{graph.KindMaterial}, 20) {
		require.Equal(t, graph.KindMaterial, s.KindOf(h.Node))
	}
	hits := s.Search("AU", nil, 5)
	require.Equal(t, "AU", s.Key(hits[0].Node))
}

func TestSearchFindsEveryNameOfTheSeed(t *testing.T) {
	s := seedSnapshot(t)
	f := s.Facts()
	check := func(key, text string) {
		t.Helper()
		n, ok := s.Lookup(key)
		require.True(t, ok, key)
		hits := s.Search(text, nil, 20)
		at := slices.IndexFunc(hits, func(h graph.Hit) bool { return h.Node == n })
		require.GreaterOrEqual(t, at, 0, "%s not found by %q: %v", key, text, describe(s, hits))
		require.InDelta(t, 1, hits[at].Score, 0, "%s by %q", key, text)
	}
	for _, x := range f.Elements {
		check(x.ID, x.Name)
		check(x.ID, x.Symbol)
	}
	for _, x := range f.Materials {
		check(x.ID, x.Name)
	}
	for _, x := range f.Components {
		check(x.ID, x.Name)
	}
	for _, x := range f.Products {
		check(x.ID, x.Name)
	}
	for _, x := range f.Firms {
		check(x.ID, x.Name)
	}
	for _, x := range f.Facilities {
		check(x.ID, x.Name)
	}
	for _, x := range f.Aliases {
		check(x.ID, x.Alias)
	}
	for _, kind := range graph.NodeKinds() {
		if first, end := s.Range(kind); kind != graph.KindSource && kind != graph.KindLicenceStatistic {
			for n := first; n < end; n++ {
				check(s.Key(n), s.Key(n))
			}
		}
	}
}

func TestSearchForgivesOneTypingError(t *testing.T) {
	s := seedSnapshot(t)
	random := rand.New(rand.NewPCG(1, 2))
	missed, asked := 0, 0
	for _, x := range s.Facts().Firms {
		letters := []rune(x.Name)
		if len(letters) < 6 {
			continue
		}
		at := 1 + random.IntN(len(letters)-2)
		letters[at], letters[at+1] = letters[at+1], letters[at]
		asked++
		n, _ := s.Lookup(x.ID)
		if !slices.ContainsFunc(s.Search(string(letters), nil, 5), func(h graph.Hit) bool { return h.Node == n }) {
			missed++
		}
	}
	require.Less(t, missed, asked/50, "of %d", asked)
}

func TestSearchOrderIsFixed(t *testing.T) {
	s := seedSnapshot(t)
	want := s.Search("magnet", nil, 50)
	require.Len(t, want, 50)
	for range 5 {
		require.Equal(t, want, s.Search("magnet", nil, 50))
	}
	for i := 1; i < len(want); i++ {
		require.GreaterOrEqual(t, want[i-1].Score, want[i].Score)
	}
}

func TestResolve(t *testing.T) {
	s := seedSnapshot(t)
	for text, want := range map[string]string{"dy-oxide": "dy-oxide", "Dy": "dy", "钐": "sm", "neodymium": "nd", "CN": "CN", "cn": "CN", "DY-OXIDE": "dy-oxide"} {
		n, ok := s.Resolve(text)
		require.True(t, ok, text)
		require.Equal(t, want, s.Key(n), text)
	}
	for _, text := range []string{"", "samarum", "no such thing"} {
		_, ok := s.Resolve(text)
		require.False(t, ok, text)
	}
}

func TestResolveRefusesWhatIsAmbiguous(t *testing.T) {
	source := graph.Source{ID: "s-1", Title: "T", Publisher: "P", URL: "https://example.org"}
	firm := func(id, ticker string) graph.Firm {
		return graph.Firm{ID: id, Name: "Name of " + id, Country: "US", Ticker: ticker, Source: "s-1"}
	}
	s, err := graph.Build(&graph.Facts{
		Sources: []graph.Source{source}, Countries: []graph.Country{{ID: "US", ISO3: "USA", Name: "United States", Region: "Americas"}},
		Firms: []graph.Firm{firm("one", "ABC"), firm("two", "abc"), firm("three", "XYZ")},
	})
	require.NoError(t, err)
	_, ok := s.Resolve("ABC")
	require.False(t, ok)
	n, ok := s.Resolve("xyz")
	require.True(t, ok)
	require.Equal(t, "three", s.Key(n))
}

func TestSuggest(t *testing.T) {
	s := seedSnapshot(t)
	require.Equal(t, "dy-oxide", s.Suggest([]graph.NodeKind{graph.KindMaterial}, "dy-oxid", 3)[0])
	require.Equal(t, "jl-mag", s.Suggest([]graph.NodeKind{graph.KindFirm}, "jlmag", 3)[0])
	require.Contains(t, s.Suggest([]graph.NodeKind{graph.KindFirm}, "linas", 3), "lynas")
}

func TestByKeyIsSorted(t *testing.T) {
	s := seedSnapshot(t)
	nodes := s.ByKey()
	require.Len(t, nodes, s.Nodes())
	require.True(t, slices.IsSortedFunc(nodes, func(a, b graph.Node) int {
		if s.Key(a) != s.Key(b) {
			return map[bool]int{true: -1, false: 1}[s.Key(a) < s.Key(b)]
		}
		return int(a) - int(b)
	}))
}

// bigSnapshot has many firms with names made of common syllables.
func bigSnapshot(t testing.TB, firms int) *graph.Snapshot {
	t.Helper()
	random := rand.New(rand.NewPCG(3, 4))
	syllables := []string{"lin", "nes", "mag", "net", "shen", "hua", "gan", "zhou", "rare", "earth", "tech", "no", "va", "co", "ti", "um", "ly", "bao"}
	f := &graph.Facts{
		Sources:   []graph.Source{{ID: "s-1", Title: "T", Publisher: "P", URL: "https://example.org"}},
		Countries: []graph.Country{{ID: "US", ISO3: "USA", Name: "United States", Region: "Americas"}},
	}
	for i := range firms {
		word := func() string {
			return syllables[random.IntN(len(syllables))] + syllables[random.IntN(len(syllables))] + syllables[random.IntN(len(syllables))]
		}
		f.Firms = append(f.Firms, graph.Firm{ID: fmt.Sprintf("firm-%d", i), Name: word() + " " + word() + " Co", Country: "US", Source: "s-1"})
	}
	f.Firms = append(f.Firms, graph.Firm{ID: "lynas", Name: "Lynas Rare Earths", Country: "US", Source: "s-1"})
	s, err := graph.Build(f)
	require.NoError(t, err)
	return s
}

func TestSearchIsBoundedOnManyNames(t *testing.T) {
	s := bigSnapshot(t, 30_000)
	require.Equal(t, "lynas", s.Key(s.Search("linas", nil, 5)[0].Node))
	start := time.Now()
	for range 10 {
		s.Search("linmagnet rareearth co technova shenhua ganzhou lynas rare earths magnetics co ltd of everywhere", nil, 10)
	}
	require.Less(t, time.Since(start), 2*time.Second)
}

func BenchmarkSearch(b *testing.B) {
	s := bigSnapshot(b, 100_000)
	for _, text := range []string{"linas", "linmagnet rareearth co", "l", "technova shenhua"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				s.Search(text, nil, 10)
			}
		})
	}
}

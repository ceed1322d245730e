package resolvers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// targets are a dozen ways to ask: by country, region, stage, firm, owner, plant and item, by each nationality, with an element.
var targets = []string{
	`to: {countries: ["CN"], stages: [SEPARATION]}`, `to: {countries: ["CN"]}`, `to: {countries: ["EU"]}`, `to: {countries: ["US", "AU"], stages: [MINE]}`,
	`to: {stages: [MAGNET]}`, `to: {firms: ["northern-rare-earth"]}`, `to: {owners: ["northern-rare-earth"]}`, `to: {facilities: ["mountain-pass-separation"]}`,
	`to: {items: ["dy-oxide"]}`, `to: {countries: ["CN"], by: OWNERSHIP}`, `to: {countries: ["CN"], by: EITHER, stages: [METAL]}`,
	`to: {countries: ["CN"], stages: [SEPARATION]}, element: "dy"`, `to: {countries: ["CN"]}, closed: true`, `to: {countries: ["JP"]}, element: "nd", orderBy: WORST`,
}

// Every firm and every item has an answer for every target, and its parts add to 1.
func TestEverySubjectIsCovered(t *testing.T) {
	facts := seedSnapshot().Facts()
	for _, target := range targets {
		for subject, want := range map[string]int{"firms": len(facts.Firms), "items": seedSnapshot().Items()} {
			got := read[struct {
				View struct {
					Exposure struct {
						TotalCount int
						Nodes      []exposureAnswer
					}
				}
			}](t, seedAPI(), fmt.Sprintf(`{ view { exposure(of: {%s: {}}, %s, first: 500) { totalCount nodes { subject { id } verdict basis
				share { low high estimate } direct { low high estimate } coverage { known assumed unknown } } } } }`, subject, target), nil).View.Exposure
			require.Equal(t, want, got.TotalCount, "%s %s", subject, target)
			require.Len(t, got.Nodes, min(want, 500))
			for _, row := range got.Nodes {
				require.InDelta(t, 1, row.Coverage.Known+row.Coverage.Assumed+row.Coverage.Unknown, 1e-9, "%s %s", target, row.Subject.ID)
				require.GreaterOrEqual(t, min(row.Coverage.Known, row.Coverage.Assumed, row.Coverage.Unknown), 0.0)
				for _, s := range []share{row.Share, row.Direct} {
					require.GreaterOrEqual(t, s.Low, 0.0)
					require.LessOrEqual(t, s.High, 1.0)
					if s.Estimate != nil {
						require.LessOrEqual(t, s.Low, *s.Estimate+1e-12, "%s %s", target, row.Subject.ID)
						require.LessOrEqual(t, *s.Estimate, s.High+1e-12, "%s %s", target, row.Subject.ID)
					}
				}
			}
		}
	}
}

type opened struct {
	Subject struct{ Key string }
	Verdict string
	Steps   []struct {
		Item   struct{ Key string }
		Source struct{ Key string }
		Rows   []struct{ File string }
	}
	Paths struct {
		Nodes []struct {
			Length int
			Hops   []struct {
				Kind   string
				Source *struct{ Key string }
				Rows   []struct {
					File string
					Line int
				}
			}
		}
		Coverage  float64
		Truncated bool
	}
	Receipt struct {
		RowCount    int
		Formula     string
		Rows        []struct{ File string }
		Assumptions []struct{ Flag, Meaning string }
	}
	Flags []string
	Lines []struct{ Verdict string }
}

func openAll(t *testing.T, target string) []opened {
	var all []opened
	var after *string
	for {
		got := read[struct {
			View struct {
				Exposure struct {
					Nodes    []opened
					PageInfo struct {
						HasNextPage bool
						EndCursor   *string
					}
				}
			}
		}](t, seedAPI(), `query($after: String) { view { exposure(of: {firms: {}}, `+target+`, first: 100, after: $after) { nodes {
			subject { key } verdict flags steps(first: 3) { item { key } source { key } rows(first: 1) { file } }
			paths(first: 2) { nodes { length hops { kind source { key } rows(first: 3) { file line } } } coverage truncated }
			receipt { rowCount formula rows(first: 500) { file } assumptions { flag meaning } } lines(first: 50) { verdict } }
			pageInfo { hasNextPage endCursor } } } }`, map[string]any{"after": after}).View.Exposure
		all = append(all, got.Nodes...)
		if !got.PageInfo.HasNextPage {
			return all
		}
		after = got.PageInfo.EndCursor
	}
}

// Each LINKED or EXPOSED verdict opens into a path of which every step names its row and source; each IMPLIED one into recipe steps
// and market rows. Tested over all firms, for Chinese refiners and for China at any stage.
func TestVerdictsOpenIntoEvidence(t *testing.T) {
	for _, target := range targets[:2] {
		verdicts := map[string]int{}
		for _, row := range openAll(t, target) {
			verdicts[row.Verdict]++
			name := row.Subject.Key + " " + row.Verdict
			require.NotEmpty(t, row.Receipt.Formula)
			require.Positive(t, row.Receipt.RowCount, name)
			require.Len(t, row.Receipt.Assumptions, len(row.Flags))
			for _, a := range row.Receipt.Assumptions {
				require.NotEmpty(t, a.Meaning, a.Flag)
			}
			kinds := map[string]bool{}
			if slices.Contains([]string{"LINKED", "EXPOSED", "IMPLIED"}, row.Verdict) {
				require.NotEmpty(t, row.Paths.Nodes, name)
			}
			for _, p := range row.Paths.Nodes {
				require.Equal(t, p.Length, len(p.Hops))
				require.NotEmpty(t, p.Hops, name)
				for _, hop := range p.Hops {
					kinds[hop.Kind] = true
					require.NotEmpty(t, hop.Rows, "%s: %s", name, hop.Kind)
					require.NotNil(t, hop.Source, "%s: %s", name, hop.Kind)
				}
			}
			switch row.Verdict {
			case "LINKED", "EXPOSED":
				require.True(t, kinds["ORIGIN"], "%s starts at a place of the target", name)
				require.False(t, kinds["WORLD_SHARE"], "%s rests on the record alone", name)
			case "IMPLIED":
				require.True(t, kinds["WORLD_SHARE"], name)
				require.NotEmpty(t, row.Steps, name)
				require.Equal(t, "market_shares.csv", row.Steps[0].Rows[0].File)
				require.True(t, slices.ContainsFunc(row.Receipt.Rows, func(r struct{ File string }) bool { return r.File == "market_shares.csv" }), name)
			}
			if len(row.Lines) > 0 {
				require.Equal(t, row.Verdict, row.Lines[0].Verdict, "the strongest line decides")
			}
		}
		require.Positive(t, verdicts["LINKED"])
		require.Positive(t, verdicts["IMPLIED"])
		require.Positive(t, verdicts["UNKNOWN"])
	}
}

// What the API answers is what the room answers, row by row and in its order.
func TestAnswersAreThoseOfTheRoom(t *testing.T) {
	s := seedSnapshot()
	v, err := graph.NewView(s, graph.NewDay(2026, 6, 30), graph.Filter{})
	require.NoError(t, err)
	network, err := chain.Build(t.Context(), v)
	require.NoError(t, err)
	cn, _ := s.Find(graph.KindCountry, "CN")
	answer, err := exposure.Ask(t.Context(), network, market.NewIndex(v),
		exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}, Stages: []graph.Stage{graph.StageSeparation}, By: graph.ByLocation}})
	require.NoError(t, err)
	first, end := s.Range(graph.KindFirm)
	var firms []graph.Node
	for f := first; f < end; f++ {
		firms = append(firms, f)
	}
	want, err := answer.Firms(t.Context(), firms)
	require.NoError(t, err)
	got := openAll(t, targets[0])
	require.Len(t, got, len(want))
	for i, row := range want {
		require.Equal(t, s.Key(row.Subject), got[i].Subject.Key)
		require.Equal(t, string(row.Verdict), got[i].Verdict)
		require.Len(t, got[i].Lines, min(len(row.Lines), 50))
	}
}

// Answers that a room orders page through like lists do.
func TestAnswersPageThrough(t *testing.T) {
	for name, field := range map[string]string{
		"exposure by verdict":  `exposure(of: {firms: {}}, to: {countries: ["CN"]}, orderBy: VERDICT`,
		"exposure by estimate": `exposure(of: {firms: {}}, to: {countries: ["CN"]}, orderBy: ESTIMATE`,
		"exposure by worst":    `exposure(of: {items: {}}, to: {countries: ["CN"]}, orderBy: WORST`,
		"exposure by direct":   `exposure(of: {items: {}}, to: {countries: ["CN"]}, orderBy: DIRECT`,
		"exposure by key":      `exposure(of: {firms: {}}, to: {countries: ["CN"]}, orderBy: KEY`,
		"uses":                 `uses(of: "nd"`,
		"uses, filtered":       `uses(of: "nd", filter: {kinds: [PRODUCT]}`,
		"reach":                `reach(of: ["bayan-obo-mine"], direction: DOWN`,
		"reach of some":        `reach(of: ["tomahawk"], direction: UP, kinds: [MATERIAL, FIRM], through: [FEEDS, KIND_OF, MAKES]`,
	} {
		t.Run(name, func(t *testing.T) {
			element := map[bool]string{true: "item { key }", false: "node { key }"}[strings.HasPrefix(field, "uses")]
			if strings.HasPrefix(field, "exposure") {
				element = "subject { key }"
			}
			page := func(first int, after *string) (keys []string, next *string, total int) {
				got := read[struct {
					View struct {
						List struct {
							Nodes []map[string]struct{ Key string }
							Edges []struct {
								Cursor string
								Node   map[string]struct{ Key string }
							}
							PageInfo struct {
								HasNextPage bool
								EndCursor   *string
							}
							TotalCount int
						}
					}
				}](t, seedAPI(), fmt.Sprintf(`query($first: Int!, $after: String) { view { list: %s, first: $first, after: $after) { nodes { %s } edges { cursor node { %s } }
					pageInfo { hasNextPage endCursor } totalCount } } }`, field, element, element), map[string]any{"first": first, "after": after}).View.List
				for i, n := range got.Nodes {
					for _, v := range n {
						keys = append(keys, v.Key)
					}
					require.Equal(t, n, got.Edges[i].Node)
				}
				if got.PageInfo.HasNextPage {
					next = got.PageInfo.EndCursor
				}
				return keys, next, got.TotalCount
			}
			through := func(first int) (all []string) {
				keys, next, total := page(first, nil)
				for all = keys; next != nil; {
					keys, next, total = page(first, next)
					all = append(all, keys...)
				}
				require.Len(t, all, total)
				return all
			}
			whole := through(500)
			require.Greater(t, len(whole), 15)
			require.Len(t, unique(whole), len(whole))
			for _, first := range []int{7, 64, 499} {
				require.Equal(t, whole, through(first))
			}
		})
	}
}

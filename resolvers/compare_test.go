package resolvers_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/server"
	"github.com/lodestone-graph/lodestone/resolvers"
)

type comparedView struct {
	ID, AsOf string
	Scenario []struct{ Text string }
}

type comparedRow struct {
	Subject        struct{ Key string }
	Before, After  *exposureAnswer
	Changed        bool
	VerdictChanged bool
	Moved          struct{ Low, High, Estimate *float64 }
}

type comparison struct {
	Before, After                      comparedView
	Compared, Changed, ChangedVerdicts int
	Moves                              []struct {
		Before, After *string
		Count         int
	}
	Subjects []comparedRow
	Rows     struct {
		Nodes    []comparedRow
		PageInfo struct {
			HasNextPage bool
			EndCursor   *string
		}
		TotalCount int
	}
	NotFound []string
	Flags    []string
}

const comparedFields = `before { id asOf scenario { text } } after { id asOf scenario { text } } compared changed changedVerdicts moves { before after count } notFound flags
	subjects(first: 500) { subject { key } before { ...e } after { ...e } changed verdictChanged moved { low high estimate } } }
} fragment e on Exposure { verdict certainty item { key } share { low high estimate } }`

func compareViews(t *testing.T, arguments string) comparison {
	t.Helper()
	return read[struct{ Compare comparison }](t, seedAPI(), `{ compare(`+arguments+`) { `+comparedFields, nil).Compare
}

// Without its two Chinese sellers of metal, JL MAG depends on Chinese separation by the world market: LINKED 0.9 becomes IMPLIED 0.85.
func TestCompareTwoScenarios(t *testing.T) {
	got := compareViews(t, `before: {asOf: "2026-06-30"}, after: {asOf: "2026-06-30", scenario: [{remove: {firms: ["northern-rare-earth", "china-southern-rare-earth"]}}]},
		of: {ids: ["jl-mag", "lynas", "lynas"]}, to: {countries: ["CN"], stages: [SEPARATION]}`)
	require.Equal(t, "2026-06-30", got.Before.AsOf)
	require.Empty(t, got.Before.Scenario)
	require.Equal(t, "remove(|china-southern-rare-earth+northern-rare-earth||||LOCATION)", got.After.Scenario[0].Text)
	require.NotEqual(t, got.Before.ID, got.After.ID)
	require.Equal(t, []int{2, 1, 1}, []int{got.Compared, got.Changed, got.ChangedVerdicts}, "Lynas stays as it is")
	require.Len(t, got.Subjects, 1)
	row := got.Subjects[0]
	require.Equal(t, "jl-mag", row.Subject.Key)
	require.True(t, row.Changed && row.VerdictChanged)
	require.Equal(t, []string{"LINKED", "IMPLIED"}, []string{row.Before.Verdict, row.After.Verdict})
	require.InDelta(t, 0.9, *row.Before.Share.Estimate, 1e-9)
	require.InDelta(t, 0.85, *row.After.Share.Estimate, 1e-9)
	require.InDelta(t, -0.05, *row.Moved.Estimate, 1e-9)
	require.Equal(t, 0.0, *row.Moved.Low)
	require.Len(t, got.Moves, 1)
	require.Equal(t, []string{"LINKED", "IMPLIED"}, []string{*got.Moves[0].Before, *got.Moves[0].After})
	require.Equal(t, 1, got.Moves[0].Count)
}

// Each side says what its own view says, for firms and for items, and equal views do not differ.
func TestCompareSaysWhatTheViewsSay(t *testing.T) {
	for _, subject := range []string{"firms", "items"} {
		question := fmt.Sprintf(`of: {%s: {}}, to: {countries: ["CN"]}`, subject)
		got := compareViews(t, `before: {asOf: "2021-06-30"}, after: {asOf: "2026-06-30", facts: {minConfidence: MEDIUM}}, changedOnly: false, `+question)
		moved, verdicts, counted := 0, 0, 0
		for _, m := range got.Moves {
			counted += m.Count
		}
		for side, view := range map[string]string{"before": `asOf: "2021-06-30"`, "after": `asOf: "2026-06-30", facts: {minConfidence: MEDIUM}`} {
			alone := map[string]exposureAnswer{}
			for _, row := range read[struct {
				View struct {
					Exposure struct{ Nodes []exposureAnswer }
				}
			}](t, seedAPI(), `{ view(`+view+`) { exposure(`+question+`, first: 500) { nodes { subject { key } verdict certainty item { key } share { low high estimate } } } } }`, nil).View.Exposure.Nodes {
				alone[row.Subject.Key] = row
			}
			require.Len(t, got.Subjects, got.Compared)
			for _, row := range got.Subjects {
				want, key := alone[row.Subject.Key], row.Subject.Key
				have := row.Before
				if side == "after" {
					have = row.After
				}
				require.Equal(t, want.Verdict, have.Verdict, key)
				require.Equal(t, want.Share, have.Share, key)
			}
		}
		for i, row := range got.Subjects {
			if row.Changed {
				moved++
				require.Equal(t, i+1, moved, "what differs comes first")
			}
			if row.VerdictChanged {
				verdicts++
			}
			require.Equal(t, row.VerdictChanged, row.Before.Verdict != row.After.Verdict || row.Before.Certainty != row.After.Certainty, row.Subject.Key)
		}
		require.Equal(t, []int{moved, verdicts, verdicts}, []int{got.Changed, got.ChangedVerdicts, counted})
		require.Positive(t, moved)

		same := compareViews(t, `before: {asOf: "2026-06-30"}, after: {asOf: "2026-06-30"}, `+question)
		require.Equal(t, same.Before.ID, same.After.ID)
		require.Equal(t, got.Compared, same.Compared)
		require.Zero(t, same.Changed)
		require.Empty(t, same.Subjects)
	}
}

// A subject that a filter picks in one view only has one side.
func TestCompareOfWhatOneViewAsksAbout(t *testing.T) {
	got := compareViews(t, `before: {asOf: "2026-06-30"}, after: {asOf: "2026-06-30", facts: {minConfidence: HIGH}}, of: {firms: {makes: "sintered-ndfeb-magnet"}}, to: {countries: ["CN"]}`)
	gone := 0
	for _, row := range got.Subjects {
		if row.After == nil {
			gone++
			require.Nil(t, row.Moved.Estimate)
			require.True(t, row.VerdictChanged)
		}
	}
	require.Positive(t, gone)
}

func TestComparePages(t *testing.T) {
	query := `query($first: Int!, $after: String) { compare(before: {asOf: "2021-06-30"}, after: {}, of: {firms: {}}, to: {countries: ["CN"]}) { subjects(first: 500) { subject { key } }
		rows(first: $first, after: $after) { nodes { subject { key } } edges { cursor node { subject { key } } } pageInfo { hasNextPage endCursor } totalCount } } }`
	var keys []string
	var after *string
	for {
		got := read[struct{ Compare comparison }](t, seedAPI(), query, map[string]any{"first": 7, "after": after}).Compare
		for _, row := range got.Rows.Nodes {
			keys = append(keys, row.Subject.Key)
		}
		if after = got.Rows.PageInfo.EndCursor; !got.Rows.PageInfo.HasNextPage {
			require.Len(t, keys, got.Rows.TotalCount)
			require.Len(t, got.Subjects, len(keys))
			for i, row := range got.Subjects {
				require.Equal(t, row.Subject.Key, keys[i])
			}
			return
		}
	}
}

// Errors say of which side they are.
func TestCompareRefuses(t *testing.T) {
	for arguments, want := range map[string][2]string{
		`before: {scenario: [{remove: {}}]}, after: {}, of: {firms: {}}, to: {countries: ["CN"]}`:            {"BAD_INPUT", "before.scenario[0].remove: names nothing"},
		`before: {}, after: {facts: {withoutSources: ["nobody"]}}, of: {firms: {}}, to: {countries: ["CN"]}`: {"NOT_FOUND", `after: no source has the id "nobody"`},
		`before: {}, after: {}, of: {firms: {}}, to: {}`:                                                     {"BAD_INPUT", "to: names nothing"},
		`before: {}, after: {}, of: {ids: ["lynsa"]}, to: {countries: ["CN"]}`:                               {"NOT_FOUND", `no firm or item has the id "lynsa"`},
		`before: {}, after: {}, of: {firms: {}}, to: {countries: ["CN"]}, element: "dy-oxide"`:               {"NOT_FOUND", "no element"},
	} {
		r := seedAPI().ask(t, `{ compare(`+arguments+`) { compared } }`, nil)
		require.Len(t, r.Errors, 1, arguments)
		require.Equal(t, want[0], r.Errors[0].Extensions.Code)
		require.Contains(t, r.Errors[0].Message, want[1])
	}
}

// A list of 1,000 ids is answered in one call: every known one has its row, every unknown one is named and has an error of its own.
func TestAThousandIds(t *testing.T) {
	s := seedSnapshot()
	var known, unknown []string
	for n := range graph.Node(s.Nodes()) {
		if kind := s.KindOf(n); (int(n) < s.Items() || kind == graph.KindFirm) && len(known) < 740 {
			known = append(known, s.Key(n))
		}
	}
	require.Len(t, known, 740)
	for i := range 1000 - len(known) {
		unknown = append(unknown, fmt.Sprintf("supplier-%d-of-mine", i))
	}
	ids := append(append([]string{}, unknown[:100]...), append(known, unknown[100:]...)...)
	require.Len(t, ids, 1000)
	limits := server.DefaultLimits()
	limits.Deadline = time.Minute
	c := newLimited(resolvers.NewSchema(seedSnapshot, clock), limits)
	query := `query($ids: [ID!]!) { view { exposure(of: {ids: $ids}, to: {countries: ["CN"]}, first: 1000) { totalCount notFound nodes { subject { key } verdict share { low high estimate } } } } }`
	r := c.ask(t, query, map[string]any{"ids": ids})
	require.Len(t, r.Errors, len(unknown))
	for _, e := range r.Errors {
		require.Equal(t, "NOT_FOUND", e.Extensions.Code)
	}
	var got struct {
		View struct {
			Exposure struct {
				TotalCount int
				NotFound   []string
				Nodes      []exposureAnswer
			}
		}
	}
	unmarshal(t, r.Data, &got)
	require.Equal(t, unknown, got.View.Exposure.NotFound)
	require.Equal(t, len(known), got.View.Exposure.TotalCount)
	var answered []string
	for _, n := range got.View.Exposure.Nodes {
		require.NotEmpty(t, n.Verdict)
		answered = append(answered, n.Subject.Key)
	}
	require.ElementsMatch(t, known, answered)

	r = c.ask(t, query, map[string]any{"ids": append(ids, "lynas")})
	require.Len(t, r.Errors, 1)
	require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code)
	require.Contains(t, r.Errors[0].Message, "a list of 1001 values")
	r = c.ask(t, query, map[string]any{"ids": ids[:400]})
	require.Len(t, r.Errors, 1)
	require.Contains(t, r.Errors[0].Message, "1000 is outside 0 to 500")
}

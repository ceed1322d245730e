package resolvers_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

type timelineNode struct {
	ID, Day, LastDay, Kind, Title string
	Date, Until                   *string
	Node                          *struct{ Key string }
	Items, Firms                  []struct{ Key string }
	Places, Controls              []struct{ Key string }
	Tonnes                        *float64
	Flags                         []string
	Receipt                       struct {
		Rows []struct {
			File   string
			Line   int
			Source *struct{ URL, Published string }
		}
	}
}

type timelineAnswer struct {
	View struct {
		Timeline struct {
			TotalCount int
			Nodes      []timelineNode
			PageInfo   struct {
				HasNextPage bool
				EndCursor   string
			}
		}
	}
}

// Terbium: put under licence on 4 April 2025, none left China in May, and of all rare earths the exports reached a record in June.
func TestTimelineOfTerbium(t *testing.T) {
	got := read[timelineAnswer](t, seedAPI(), worked(t, "19-timeline"), nil).View.Timeline
	require.Len(t, got.Nodes, got.TotalCount)
	require.True(t, slices.IsSortedFunc(got.Nodes, func(a, b timelineNode) int { return slices.Compare([]string{a.Day}, []string{b.Day}) }))
	at := func(kind, title string) timelineNode {
		i := slices.IndexFunc(got.Nodes, func(n timelineNode) bool { return n.Kind == kind && n.Title == title })
		require.GreaterOrEqual(t, i, 0, title)
		return got.Nodes[i]
	}
	control := at("CONTROL_EFFECTIVE", "Seven medium and heavy rare earths (Announcement 18 of 2025)")
	require.Equal(t, []string{"2025-04-04", "2025-04-04"}, []string{control.Day, control.LastDay})
	require.Equal(t, "export_controls.csv", control.Receipt.Rows[0].File)
	require.Equal(t, "restricts.csv", control.Receipt.Rows[1].File, "the row that ties it to terbium")
	none := at("EXPORTS", "Exports of Terbium to All destinations together")
	require.Equal(t, []any{"2025-05-01", 0.0}, []any{none.Day, *none.Tonnes})
	require.Equal(t, []string{"2025-05"}, []string{*none.Until})
	record := slices.IndexFunc(got.Nodes, func(n timelineNode) bool { return n.Kind == "EXPORTS" && n.Day == "2025-06-01" })
	require.Equal(t, "Exports of All rare earths to All destinations together", got.Nodes[record].Title)
	require.InDelta(t, 7742.2, *got.Nodes[record].Tonnes, 1e-9)
	told := at("EVENT", "Sojitz starts to import Lynas dysprosium and terbium")
	require.NotEmpty(t, told.Receipt.Rows)
}

const timelineFields = ` { totalCount nodes { id day lastDay date until kind title node { key } items { key } firms { key } places { key } controls { key } tonnes flags receipt { rows { file line } } } pageInfo { hasNextPage endCursor } } } }`

// One query joins controls, firms and items; pages follow each other without a gap.
func TestTimelinePages(t *testing.T) {
	whole := read[timelineAnswer](t, seedAPI(), `{ view { timeline(about: ["jl-mag", "mofcom-2025-18", "EU"], first: 500)`+timelineFields, nil).View.Timeline
	require.False(t, whole.PageInfo.HasNextPage)
	kinds := map[string]bool{}
	for _, n := range whole.Nodes {
		kinds[n.Kind] = true
		require.NotEmpty(t, n.Title)
		require.NotEmpty(t, n.Receipt.Rows, n.ID)
		require.LessOrEqual(t, n.Day, n.LastDay)
		require.Equal(t, n.Day != n.LastDay, slices.Contains(n.Flags, "IMPRECISE_DATE") && n.Day != n.LastDay, n.ID)
	}
	require.True(t, kinds["EVENT"] && kinds["CONTROL_EFFECTIVE"] && kinds["LICENCE_GRANTED"] && kinds["LICENCE_COUNT"] && kinds["STOCK"], kinds)
	var paged []timelineNode
	for after := ""; ; {
		page := read[timelineAnswer](t, seedAPI(), `query($after: String) { view { timeline(about: ["jl-mag", "mofcom-2025-18", "EU"], first: 7, after: $after)`+timelineFields,
			map[string]any{"after": orNull(after)}).View.Timeline
		paged = append(paged, page.Nodes...)
		if !page.PageInfo.HasNextPage {
			break
		}
		after = page.PageInfo.EndCursor
	}
	require.Equal(t, whole.Nodes, paged)

	r := seedAPI().ask(t, `{ view { timeline(from: "2026-01-02", to: "2026-01-01") { totalCount } } }`, nil)
	require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code)
	r = seedAPI().ask(t, `{ view { timeline(about: ["nobody-at-all"]) { totalCount } } }`, nil)
	require.Equal(t, "NOT_FOUND", r.Errors[0].Extensions.Code)
	r = seedAPI().ask(t, `{ view { timeline(about: []) { totalCount } } }`, nil)
	require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code)
}

func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

package resolvers_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

type beliefsAnswer struct {
	Beliefs struct {
		Then, Now struct {
			ID, AsOf, KnownOn string
			Flags             []string
		}
		Changed, Added, Withdrawn, Held int
		Facts                           struct {
			TotalCount int
			Nodes      []believed
		}
	}
}

type believed struct {
	Change, Table, Subject string
	Then, Now              []struct {
		File    string
		Line    int
		Columns []struct{ Name, Value string }
		Source  struct{ URL, Published string }
	}
}

// On 1 May 2025 terbium was under licence by Announcement 18; that none left China in May was published in June or later.
func TestWhatWasKnownOfTerbium(t *testing.T) {
	got := read[beliefsAnswer](t, seedAPI(), worked(t, "20-known-then"), nil).Beliefs
	require.Equal(t, []string{"2025-05-01", "2025-05-01", "2026-06-30", "2026-06-30"}, []string{got.Then.AsOf, got.Then.KnownOn, got.Now.AsOf, got.Now.KnownOn})
	require.Equal(t, []string{"SOURCE_UNDATED"}, got.Then.Flags)
	counts := map[string]int{}
	changes := map[string]string{}
	for _, n := range got.Facts.Nodes {
		counts[n.Change]++
		changes[n.Table+" "+n.Subject] = n.Change
		require.Equal(t, n.Change == "ADDED", len(n.Then) == 0, n.Subject)
		require.Equal(t, n.Change == "WITHDRAWN", len(n.Now) == 0, n.Subject)
		for _, r := range n.Then {
			require.LessOrEqual(t, r.Source.Published, "2025-05-01", "%s:%d", r.File, r.Line)
		}
	}
	require.Equal(t, map[string]int{"CHANGED": got.Changed, "ADDED": got.Added, "HELD": got.Held}, counts)
	require.Zero(t, got.Withdrawn)
	require.Equal(t, []string{"HELD", "HELD", "ADDED", "ADDED", "ADDED"}, []string{
		changes["export_controls mofcom-2025-18"], changes["restricts mofcom-2025-18 | tb-metal"], changes["monthly_exports 2025-05 | tb | WORLD"],
		changes["export_controls mofcom-2025-61-2"], changes["supplies lynas | sojitz | tb-oxide"],
	})
	may := slices.IndexFunc(got.Facts.Nodes, func(n believed) bool { return n.Subject == "2025-05 | tb | WORLD" })
	require.Contains(t, got.Facts.Nodes[may].Now[0].Columns, struct{ Name, Value string }{"tonnes", "0"})
}

// A view of what was known knows no licence before somebody reported one, and no list before it was published; it narrows like every filter.
func TestKnownOn(t *testing.T) {
	counts := func(facts string) map[string]int {
		r := read[struct {
			View map[string]struct{ TotalCount int }
		}](t, seedAPI(), fmt.Sprintf(`{ view(asOf: "2025-05-01", facts: {%s}) { controls { totalCount } licences { totalCount } events { totalCount } marketShares { totalCount } } }`, facts), nil)
		out := map[string]int{}
		for name, list := range r.View {
			out[name] = list.TotalCount
		}
		return out
	}
	all, may, early := counts(""), counts(`knownOn: "2025-05-01"`), counts(`knownOn: "2020-01-01"`)
	for name := range all {
		require.Less(t, may[name], all[name], name)
		require.LessOrEqual(t, early[name], may[name], name)
	}
	require.Equal(t, all, counts(`knownOn: "2026-12-31"`))

	// With the October package not announced yet, and all of it known: the same shipment of holmium, a year apart.
	r := read[struct {
		Then, Now struct{ LicenceDecision []struct{ Outcome string } }
	}](t, seedAPI(), `{ then: view(asOf: "2026-11-11", facts: {knownOn: "2025-09-30"}) { licenceDecision(item: "ho-oxide", destination: "DE", endUse: CIVILIAN) { outcome } }
		now: view(asOf: "2026-11-11") { licenceDecision(item: "ho-oxide", destination: "DE", endUse: CIVILIAN) { outcome } } }`, nil)
	require.Equal(t, "NO_LICENCE", r.Then.LicenceDecision[0].Outcome)
	require.Equal(t, "INDIVIDUAL", r.Now.LicenceDecision[0].Outcome)

	for query, code := range map[string]string{
		`{ beliefs(about: ["tb"], then: "2026-01-01", now: "2025-01-01") { added } }`:                  "BAD_INPUT",
		`{ beliefs(about: [], then: "2025-01-01") { added } }`:                                         "BAD_INPUT",
		`{ beliefs(about: ["nobody-at-all"], then: "2025-01-01") { added } }`:                          "NOT_FOUND",
		`{ beliefs(about: ["tb"], then: "2025-01-01") { facts(tables: ["nothing"]) { totalCount } } }`: "NOT_FOUND",
	} {
		require.Equal(t, code, seedAPI().ask(t, query, nil).Errors[0].Extensions.Code, query)
	}
}

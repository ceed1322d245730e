package resolvers_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type stopDate struct {
	Subject              struct{ ID, Key string }
	Item                 struct{ Key string }
	Kind                 string
	Earliest             string
	Latest               *string
	EarliestDays         int
	LatestDays           *int
	Remaining, Lost      struct{ Low, High float64 }
	Unknown              float64
	Missing, MissingFrom *struct{ Key string }
	Flags                []string
	Chain                []stopStep
	Receipt              struct {
		RowCount    int
		Formula     string
		Assumptions []struct{ Flag, Meaning string }
		Rows        []struct{ File string }
	}
}

type stopStep struct {
	Days       int
	Date       string
	Firm, Item struct{ Key string }
	Kind       string
	Supplier   *struct{ Key string }
	Licence    *struct {
		From                                             string
		ReviewLow, ReviewHigh, ApprovedLow, ApprovedHigh float64
	}
	Stock, Lead *struct {
		Low, High float64
		Assumed   bool
		Rows      []struct {
			File string
			Line int
		}
	}
	Rows []struct{ File string }
}

const stopFields = `totalCount pageInfo { endCursor hasNextPage } nodes { subject { ... on Firm { key } } item { key } kind earliest latest earliestDays latestDays
	remaining { low high } lost { low high } unknown missing { key } missingFrom { key } flags
	chain { days date firm { key } item { key } kind supplier { key } stock { low high assumed rows { file line } } lead { low high assumed rows { file line } } licence { from reviewLow reviewHigh approvedLow approvedHigh } rows { file } }
	receipt { rowCount formula assumptions { flag meaning } rows { file } } }`

type stopAnswer struct {
	View struct {
		StopDates struct {
			TotalCount int
			PageInfo   struct {
				EndCursor   string
				HasNextPage bool
			}
			Nodes []stopDate
		}
	}
}

func stopDates(t *testing.T, arguments string) []stopDate {
	t.Helper()
	got := read[stopAnswer](t, seedAPI(), `{ view(asOf: "2026-06-30", scenario: [{remove: {firms: ["northern-rare-earth"]}}]) { stopDates(first: 60`+arguments+`) { `+stopFields+` } } }`, nil)
	require.Len(t, got.View.StopDates.Nodes, got.View.StopDates.TotalCount)
	return got.View.StopDates.Nodes
}

func stopOf(t *testing.T, nodes []stopDate, firm, item, kind string) stopDate {
	t.Helper()
	for _, n := range nodes {
		if n.Subject.Key == firm && n.Item.Key == item && n.Kind == kind {
			return n
		}
	}
	require.Fail(t, "not listed", "%s %s %s", firm, item, kind)
	return stopDate{}
}

// Northern Rare Earth closes on 30 June 2026. By hand: JL MAG has its metal from the same country, 1 to 7 days on the way and up to 30 in
// the making, with 14 to 60 days in stock: 15 July at the soonest. Its magnets are four weeks in the making by the record (28 to 112 days)
// and carmakers have 14 to 28 days of them: BYD, in China, 15 + 1 + 28 + 14 = day 58; Toyota, 2 days away, day 59; Tesla, across the sea, with
// 20 days by the record, day 77. Nobody states a share, so none of it is certain.
func TestStopDatesOfNorthernRareEarth(t *testing.T) {
	nodes := stopDates(t, `, assume: {horizonDays: 90}`)
	huamei := stopOf(t, nodes, "baotou-huamei", "ndpr-oxide", "OUTPUT")
	require.Equal(t, []string{"2026-06-30", "2026-06-30"}, []string{huamei.Earliest, *huamei.Latest}, "held, so gone")
	require.Nil(t, huamei.Missing)
	require.Equal(t, 90.0, huamei.Lost.Low)
	metal := stopOf(t, nodes, "jl-mag", "ndpr-metal", "NEED")
	require.Equal(t, "2026-07-15", metal.Earliest)
	require.Nil(t, metal.Latest)
	require.Equal(t, 1.0, metal.Unknown)
	require.Equal(t, []string{"ndpr-metal", "northern-rare-earth"}, []string{metal.Missing.Key, metal.MissingFrom.Key})
	require.Len(t, metal.Chain, 2)
	require.True(t, metal.Chain[0].Stock.Assumed && metal.Chain[0].Lead.Assumed)
	require.Contains(t, metal.Flags, "COVER_ASSUMED")
	for firm, want := range map[string]int{"byd": 58, "toyota": 59, "tesla": 77} {
		require.Equal(t, want, stopOf(t, nodes, firm, "sintered-ndfeb-magnet", "NEED").EarliestDays, firm)
		car := stopOf(t, nodes, firm, "battery-ev", "OUTPUT")
		require.Equal(t, want, car.EarliestDays, firm)
		require.Equal(t, "jl-mag", car.MissingFrom.Key)
		last := car.Chain[len(car.Chain)-1]
		require.Equal(t, []string{"northern-rare-earth", "ndpr-metal", "OUTPUT"}, []string{last.Firm.Key, last.Item.Key, last.Kind})
	}
	magnets := stopOf(t, nodes, "byd", "sintered-ndfeb-magnet", "NEED").Chain[0]
	require.Equal(t, []float64{14, 28, 29, 119}, []float64{magnets.Stock.Low, magnets.Stock.High, magnets.Lead.Low, magnets.Lead.High})
	require.False(t, magnets.Stock.Assumed)
	require.Equal(t, []string{"stocks.csv", "lead_times.csv"}, []string{magnets.Stock.Rows[0].File, magnets.Lead.Rows[0].File})
	tesla := stopOf(t, nodes, "tesla", "battery-ev", "OUTPUT")
	require.Contains(t, tesla.Flags, "STOCK_OF_INDUSTRY")
	require.Positive(t, tesla.Receipt.RowCount)
	require.NotEmpty(t, tesla.Receipt.Assumptions)
	for _, a := range tesla.Receipt.Assumptions {
		require.NotEmpty(t, a.Meaning, a.Flag)
	}
	for _, n := range nodes {
		require.Less(t, n.EarliestDays, 90)
		require.Equal(t, n.EarliestDays, n.Chain[0].Days)
		require.NotEqual(t, "lynas", n.Subject.Key)
	}
}

func TestStopDatesFollowWhatIsAssumed(t *testing.T) {
	nodes := stopDates(t, `, of: {ids: ["jl-mag"]}, assume: {coverDays: {low: 3, high: 4}, leadDays: {low: 2, high: 2}, makingDays: {low: 0, high: 0}, closed: true, recorded: false}`)
	require.Equal(t, 5, stopOf(t, nodes, "jl-mag", "ndpr-metal", "NEED").EarliestDays)
	require.Nil(t, stopOf(t, nodes, "jl-mag", "ndpr-metal", "NEED").LatestDays, "it has another seller, who may serve it all")
	require.Empty(t, stopDates(t, `, of: {ids: ["jl-mag"]}, assume: {backAfterDays: 14}`), "bridged by the least stock")
	require.NotEmpty(t, stopDates(t, `, of: {ids: ["jl-mag"]}, assume: {backAfterDays: 15}`))
	firms := stopDates(t, `, per: FIRM`)
	seen := map[string]bool{}
	for _, n := range firms {
		require.False(t, seen[n.Subject.Key])
		seen[n.Subject.Key] = true
	}
	require.True(t, seen["tesla"])
	cars := stopDates(t, `, per: ITEM, of: {items: {kinds: [PRODUCT]}}`)
	require.Equal(t, 58, stopOf(t, cars, "byd", "battery-ev", "OUTPUT").EarliestDays, "the first to stop making them")
}

func TestStopDatesPage(t *testing.T) {
	const query = `query($after: String) { view(asOf: "2026-06-30", scenario: [{remove: {firms: ["northern-rare-earth"]}}]) { stopDates(first: 7, after: $after) { ` + stopFields + ` } } }`
	var keys []string
	after := map[string]any{"after": nil}
	for {
		page := read[stopAnswer](t, seedAPI(), query, after).View.StopDates
		for _, n := range page.Nodes {
			keys = append(keys, n.Subject.Key+n.Item.Key+n.Kind)
		}
		if !page.PageInfo.HasNextPage {
			require.Len(t, keys, page.TotalCount)
			break
		}
		after["after"] = page.PageInfo.EndCursor
	}
	for i, n := range stopDates(t, "") {
		require.Equal(t, n.Subject.Key+n.Item.Key+n.Kind, keys[i])
	}
}

func TestStopDatesRefuseWhatMakesNoSense(t *testing.T) {
	for arguments, hint := range map[string]string{
		`assume: {coverDays: {low: 5, high: 2}}`: "low end first", `assume: {horizonDays: 4000}`: "3650", `assume: {backAfterDays: 0}`: "1 to 3650",
		`assume: {leadDays: {low: -1, high: 2}}`:                                           "36500",
		`assume: {licences: [{of: {}}]}`:                                                   "",
		`assume: {licences: [{of: {countries: ["CN"]}, approved: {low: 0.5, high: 0.2}}]}`: "low end first",
		`assume: {licences: [{of: {countries: ["CN"]}, reviewDays: {low: 5, high: 2}}]}`:   "low end first",
		`assume: {licences: [` + strings.Repeat(`{of: {countries: ["CN"]}}`, 21) + `]}`:    "Join targets",
	} {
		r := seedAPI().ask(t, `{ view(scenario: [{remove: {firms: ["lynas"]}}]) { stopDates(`+arguments+`) { totalCount } } }`, nil)
		require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code, arguments)
		require.Contains(t, r.Errors[0].Extensions.Hint, hint)
	}
	r := seedAPI().ask(t, `{ view { stopDates { totalCount } } }`, nil)
	require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code)
	r = seedAPI().ask(t, `{ view(scenario: [{remove: {firms: ["lynas"]}}]) { stopDates(of: {ids: ["nobody-at-all"]}) { totalCount } } }`, nil)
	require.Equal(t, "NOT_FOUND", r.Errors[0].Extensions.Code)
}

// By hand: a licence takes 30 to 90 days by the record, what left before 4 April is at sea for 20 days, and 14 days are in stock, assumed,
// since no stock was on record then: day 34, 8 May. What is in the making is held, too. Nobody had counted approvals.
func TestApril2025(t *testing.T) {
	got := read[stopAnswer](t, seedAPI(), worked(t, "16-april-2025"), nil).View.StopDates.Nodes
	first := map[string]stopDate{}
	for _, n := range got {
		first[n.Chain[0].Firm.Key] = n
	}
	for firm, day := range map[string]string{"toyota": "2025-04-20", "volkswagen": "2025-05-08", "tesla": "2025-05-08", "bosch": "2025-05-08"} {
		n := first[firm]
		require.Equal(t, day, n.Earliest, firm)
		require.Nil(t, n.Latest, firm)
		require.Contains(t, n.Flags, "LICENCE_ASSUMED", firm)
		last := n.Chain[len(n.Chain)-1]
		require.NotNil(t, last.Licence, firm)
		require.Equal(t, []float64{30, 90, 0, 1}, []float64{last.Licence.ReviewLow, last.Licence.ReviewHigh, last.Licence.ApprovedLow, last.Licence.ApprovedHigh}, firm)
		require.Equal(t, "2025-04-04", last.Licence.From)
		require.Equal(t, 14.0, last.Stock.Low)
	}
	require.NotContains(t, first, "byd", "its magnets do not leave the country")
}

// Later the EU Chamber and the Commission had counted: 13.5 to 50 % approved. Of US applicants nobody published a rate.
func TestLicencesByTheRecord(t *testing.T) {
	ask := func(users string) []stopDate {
		return read[stopAnswer](t, seedAPI(), `{ view(asOf: "2026-06-30") { stopDates(of: {ids: ["volkswagen", "tesla"]}, assume: {licences: [{of: {countries: ["CN"], stages: [MAGNET]}, users: `+
			users+`, from: "2026-07-10"}]}) { `+stopFields+` } } }`, nil).View.StopDates.Nodes
	}
	nodes := ask(`{}`)
	licence := stopOf(t, nodes, "volkswagen", "sintered-ndfeb-high-coercivity", "NEED").Chain[0].Licence
	require.Equal(t, []float64{0.135, 0.5}, []float64{licence.ApprovedLow, licence.ApprovedHigh})
	require.Equal(t, 10+20+14, stopOf(t, nodes, "tesla", "sintered-ndfeb-high-coercivity", "NEED").EarliestDays)
	licence = stopOf(t, nodes, "tesla", "sintered-ndfeb-high-coercivity", "NEED").Chain[0].Licence
	require.Equal(t, []float64{0, 1}, []float64{licence.ApprovedLow, licence.ApprovedHigh})
	require.Empty(t, ask(`{roles: [DEFENCE_PRIME]}`))
}

func TestWhenItStops(t *testing.T) {
	got := read[stopAnswer](t, seedAPI(), worked(t, "12-when-it-stops"), nil).View.StopDates.Nodes
	days := map[string]string{}
	for _, n := range got {
		days[n.Item.Key+" "+n.Earliest] = n.Chain[0].Firm.Key
	}
	require.Equal(t, "byd", days["battery-ev 2026-08-27"])
	require.Equal(t, "tesla", days["battery-ev 2026-09-15"])
}

package resolvers_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type replayed struct {
	Named, Places                        map[string]int
	Needing, Predicted, Certain, Implied struct{ Firms, WithEvent int }
	Flags                                []string
	Events                               struct {
		TotalCount int
		PageInfo   struct {
			HasNextPage bool
			EndCursor   string
		}
		Nodes []replayedEvent
	}
	Alarms struct {
		Nodes []struct {
			Predicted *predictedStop
			Places    []struct{ Key string }
		}
	}
}

type replayedEvent struct {
	Event struct {
		Key    string
		Source struct{ URL string }
	}
	FirstDay, LastDay, Verdict, Missing, Reason string
	Hit                                         bool
	Days                                        int
	Predicted                                   *predictedStop
	Gaps                                        []struct{ Firm, Item struct{ Key string } }
}

type predictedStop struct {
	Firm, Item                  struct{ Key string }
	Earliest, Latest, Certainty string
}

// cells are those of the table in docs/semantics.md.
func (e *replayedEvent) cells() string {
	predicted := "none"
	if p := e.Predicted; p != nil {
		predicted = fmt.Sprintf("%s, %s: from %s, %s", p.Firm.Key, p.Item.Key, p.Earliest, strings.ToLower(p.Certainty))
	}
	began := e.FirstDay
	if e.LastDay != e.FirstDay {
		began += " to " + e.LastDay
	}
	verdict, why := e.Verdict, e.Missing
	switch {
	case e.Days > 0:
		why = fmt.Sprintf("by %d days", e.Days)
	case len(e.Gaps) > 0:
		why += fmt.Sprintf(" of %s to %s", e.Gaps[0].Item.Key, e.Gaps[0].Firm.Key)
	}
	return strings.TrimSpace(fmt.Sprintf("| `%s` | %s | %s | %s | %s |", strings.TrimPrefix(e.Event.Key, "ev-"), began, predicted, verdict, why))
}

func countsOf(counts map[string]int) (hits, late, misses, silent int) {
	return counts["hitsCertain"] + counts["hitsPossible"] + counts["hitsImplied"], counts["late"] + counts["early"], counts["misses"], counts["silent"]
}

// By hand, from the rows. What left China before 4 April is on its way for 20 days at least, and the least stock is taken as 14 days, since none was on
// record: 8 May, for buyers across the sea.
//
//	optimus            JL MAG sells magnets to Tesla, of no stated grade (supplies.csv:82): 8 May at the soonest, 16 days after 22 April
//	bosch-zf           Baotou Tianhe sells them to Bosch (supplies.csv:20): from 8 May on, and June began later
//	eu-suppliers-shut  Bosch, Brose, Volkswagen and Siemens Gamesa buy them of Chinese makers (supplies.csv:20, :21, :22, :81)
//	ford-chicago       BorgWarner and Toshiba sell motors to Ford (supplies.csv:26, :209), and no row says who sells magnets to these two
//	suzuki-swift       nobody is on record who sells anything to Suzuki
//	india-sona         nor to Sona Comstar
//	maruti             nor to Maruti Suzuki
//	porsche            the row names Magnosphere; nobody is on record who sells it alloy
//	bmw                BMW is on record for electric cars alone (makes.csv:21), the row speaks of cars with engines
//	airpods            the drivers of earbuds need standard magnets (feeds.csv:485), which Announcement 18 does not cover
//	ford-daily, auto-letter  cars need sensor magnets (feeds.csv:47), and nobody is on record who sells these to Ford or General Motors
//	samarium-*         no row leads from samarium to Lockheed Martin but by needs without a seller
func TestApril2025Replayed(t *testing.T) {
	got := read[struct{ Known, LawReadByHand, SellersKnownLater, WorldMarketForSellers struct{ Replay replayed } }](t, seedAPI(), worked(t, "24-april-to-june-2025-replayed"), nil)
	later := got.SellersKnownLater.Replay
	want := map[string]string{
		"optimus": "LATE", "bosch-zf": "HIT", "eu-suppliers-shut": "HIT", "bmw": "SILENT NEED", "airpods": "SILENT LINK",
		"ford-chicago": "SILENT SUPPLIER", "suzuki-swift": "SILENT SUPPLIER", "india-sona": "SILENT SUPPLIER", "maruti": "SILENT SUPPLIER", "porsche": "SILENT SUPPLIER",
		"ford-daily": "SILENT SUPPLIER", "auto-letter": "SILENT SUPPLIER", "samarium-cut": "SILENT SUPPLIER", "samarium-f35": "SILENT SUPPLIER", "samarium-none": "SILENT SUPPLIER",
	}
	found, reasons, gaps := map[string]string{}, map[string]string{}, map[string]string{}
	for _, e := range later.Events.Nodes {
		key := strings.TrimPrefix(e.Event.Key, "ev-")
		found[key], reasons[key] = strings.TrimSpace(e.Verdict+" "+e.Missing), e.Reason
		for _, g := range e.Gaps {
			gaps[key] += g.Firm.Key + "/" + g.Item.Key + " "
		}
		require.NotEmpty(t, e.Event.Source.URL, key)
		require.Equal(t, e.Verdict == "HIT", e.Hit, key)
		if p := e.Predicted; p != nil {
			require.Equal(t, []string{"2025-05-08", "", "POSSIBLE"}, []string{p.Earliest, p.Latest, p.Certainty}, key)
		}
		if key == "optimus" {
			require.Equal(t, 16, e.Days)
		}
	}
	require.Equal(t, want, found)
	require.Equal(t, "borgwarner/sintered-ndfeb-high-coercivity toshiba/sintered-ndfeb-high-coercivity ", gaps["ford-chicago"])
	require.Equal(t, "sona-comstar/sintered-ndfeb-high-coercivity ", gaps["india-sona"])
	require.Equal(t, "Nobody is on record for selling ev-traction-motor to suzuki.", reasons["suzuki-swift"])
	require.Equal(t, "bmw is not on record for ice-car, nor for anything made with it.", reasons["bmw"])
	require.Equal(t, "tesla may stop making humanoid-robot from 2025-05-08 on, but need not ever, for want of sintered-ndfeb-high-coercivity from jl-mag. "+
		"The event began on 2025-04-22, 16 days before that at the least.", reasons["optimus"])
	require.Contains(t, reasons["eu-suppliers-shut"], "Of 26 firms of EU on record for sintered-ndfeb-magnet-hc 4 may stop in the window.")

	var alarms []string
	for _, a := range later.Alarms.Nodes {
		alarms = append(alarms, fmt.Sprint(a.Predicted.Firm.Key, " ", a.Predicted.Earliest, " ", len(a.Places)))
	}
	require.Equal(t, []string{"toyota 2025-04-20 0", "apple 2025-05-08 0", "brose 2025-05-08 1", "siemens-gamesa 2025-05-08 1", "volkswagen 2025-05-08 1"}, alarms)

	page, err := os.ReadFile("../docs/semantics.md")
	require.NoError(t, err)
	for _, e := range later.Events.Nodes {
		require.Contains(t, string(page), e.cells(), "the table of section 22 is not that of the seed")
	}
	for name, r := range map[string]replayed{"strictly known": got.Known.Replay, "strictly known, law read by hand": got.LawReadByHand.Replay, "sellers known later": later, "world market for sellers": got.WorldMarketForSellers.Replay} {
		hits, apart, misses, silent := countsOf(r.Named)
		placeHits, placeApart, placeMisses, placeSilent := countsOf(r.Places)
		require.Zero(t, r.Named["hitsCertain"]+r.Places["hitsCertain"]+r.Certain.Firms, "nothing is certain while sellers not on record may serve")
		require.Contains(t, string(page), fmt.Sprintf("| %s | %d | %d | %d | %d | %d | %d, %d, %d, %d | %d of %d | %d of %d |", name, hits, r.Named["hitsImplied"], apart, misses, silent,
			placeHits, placeApart, placeMisses, placeSilent, r.Predicted.WithEvent, r.Predicted.Firms, r.Needing.WithEvent, r.Needing.Firms), "the counts of section 22 are not those of the seed")
		require.Equal(t, 15, hits+apart+misses+silent+placeHits+placeApart+placeMisses+placeSilent)
	}
	require.Equal(t, []string{"SOURCE_UNDATED"}, got.Known.Replay.Flags)

	implied := map[string]string{}
	for _, e := range got.WorldMarketForSellers.Replay.Events.Nodes {
		if e.Predicted != nil {
			implied[strings.TrimPrefix(e.Event.Key, "ev-")] = e.Verdict + " " + e.Predicted.Certainty
		}
	}
	require.Equal(t, map[string]string{
		"optimus": "LATE POSSIBLE", "bosch-zf": "HIT POSSIBLE", "eu-suppliers-shut": "HIT POSSIBLE", // as before: sellers on record go first
		"ford-chicago": "HIT IMPLIED", "india-sona": "HIT IMPLIED", "samarium-none": "HIT IMPLIED", "samarium-cut": "LATE IMPLIED",
	}, implied)
	market := got.WorldMarketForSellers.Replay
	require.Equal(t, market.Predicted.Firms-later.Predicted.Firms, market.Implied.Firms)
}

func TestReplayPages(t *testing.T) {
	const query = `query($after: String) { view(asOf: "2025-04-04") { replay(until: "2025-06-30", endUse: CIVILIAN) {
		events(first: 4, after: $after, verdicts: [SILENT]) { totalCount pageInfo { hasNextPage endCursor } nodes { event { key } verdict receipt { formula rows(first: 1) { file } } flags } } } } }`
	var after *string
	seen := map[string]bool{}
	for {
		page := read[struct{ View struct{ Replay replayed } }](t, seedAPI(), query, map[string]any{"after": after}).View.Replay.Events
		require.Equal(t, 12, page.TotalCount)
		for _, e := range page.Nodes {
			require.Equal(t, "SILENT", e.Verdict)
			require.False(t, seen[e.Event.Key])
			seen[e.Event.Key] = true
		}
		if !page.PageInfo.HasNextPage {
			break
		}
		after = &page.PageInfo.EndCursor
	}
	require.Len(t, seen, 12)
}

// The law of the day stays: the pause of 7 November 2025 and the general licences of December are not known to October.
func TestReplayKnowsNoLaterLaw(t *testing.T) {
	ask := func(endUse string) replayed {
		return read[struct{ View struct{ Replay replayed } }](t, seedAPI(), `{ view(asOf: "2025-10-10") { replay(until: "2026-06-30"`+endUse+`) {
			predicted { firms withEvent } needing { firms } named { silent } alarms { nodes { predicted { firm { key } earliest } } } } } }`, nil).View.Replay
	}
	law := ask(", endUse: CIVILIAN")
	rule := ask(`, assume: {licences: [{of: {countries: ["CN"], items: ["sintered-ndfeb-magnet-hc", "smco-magnet"]}, from: "2025-04-04"}]}`)
	days := func(r replayed, firm string) string {
		for _, a := range r.Alarms.Nodes {
			if a.Predicted.Firm.Key == firm {
				return a.Predicted.Earliest
			}
		}
		return ""
	}
	require.NotEmpty(t, days(law, "volkswagen"))
	require.Equal(t, days(rule, "volkswagen"), days(law, "volkswagen"))
}

func TestReplayOfALoss(t *testing.T) {
	got := read[struct{ View struct{ Replay replayed } }](t, seedAPI(), `{ view(asOf: "2024-10-01", scenario: [{remove: {firms: ["myanmar-kachin-miners"]}}]) {
		replay(until: "2024-12-31") { predicted { firms withEvent } events { nodes { event { key } verdict predicted { firm { key } earliest latest certainty } } } } } }`, nil).View.Replay
	require.Len(t, got.Events.Nodes, 1)
	e := got.Events.Nodes[0]
	require.Equal(t, []string{"ev-kachin-takeover", "HIT"}, []string{e.Event.Key, e.Verdict})
	require.Equal(t, predictedStop{Firm: e.Predicted.Firm, Earliest: "2024-10-01", Latest: "2024-10-01", Certainty: "CERTAIN"}, *e.Predicted)
}

func TestReplayRefusesWhatMakesNoSense(t *testing.T) {
	for arguments, hint := range map[string]string{
		`until: "2025-04-03", endUse: CIVILIAN`:                                         "not before 2025-04-04",
		`until: "2027-04-03", endUse: CIVILIAN`:                                         "assume.horizonDays",
		`until: "2025-06-30", endUse: CIVILIAN, assume: {horizonDays: 30}`:              "assume.horizonDays",
		`until: "2025-06-30", endUse: CIVILIAN, kinds: []`:                              "Leave kinds out",
		`until: "2025-06-30"`:                                                           "Give an end use",
		`until: "2025-06-30", endUse: CIVILIAN, assume: {coverDays: {low: 5, high: 2}}`: "low end first",
	} {
		r := seedAPI().ask(t, `{ view(asOf: "2025-04-04") { replay(`+arguments+`) { from } } }`, nil)
		require.NotEmpty(t, r.Errors, arguments)
		require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code, arguments)
		require.Contains(t, r.Errors[0].Extensions.Hint, hint)
	}
}

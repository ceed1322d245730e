package resolvers_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

type controlChange struct {
	Control       struct{ Key string }
	Before, After *string
	Flags         []string
}

var october = []string{"mofcom-2025-21", "mofcom-2025-55", "mofcom-2025-56", "mofcom-2025-57", "mofcom-2025-58",
	"mofcom-2025-61-1", "mofcom-2025-61-2", "mofcom-2025-61-3", "mofcom-2025-62"}

// What comes back the day the pause ends: the October package is in force by the letter, and nobody has checked.
func TestSuspensionClock(t *testing.T) {
	got := read[struct {
		Compare struct {
			Controls []controlChange
			Subjects []struct {
				Subject       struct{ ID string }
				Before, After struct{ Verdict string }
			}
		}
	}](t, seedAPI(), worked(t, "07-suspension-clock"), nil).Compare
	var keys []string
	for _, c := range got.Controls {
		keys = append(keys, c.Control.Key)
		require.Equal(t, []string{"SUSPENDED", "REVIVED"}, []string{*c.Before, *c.After}, c.Control.Key)
		require.Equal(t, []string{"SUSPENSION_EXPIRED_UNVERIFIED"}, c.Flags, c.Control.Key)
	}
	require.Equal(t, october, keys)
	require.Len(t, got.Subjects, 14)
	for _, s := range got.Subjects {
		require.Equal(t, "IMPLIED", s.After.Verdict, s.Subject.ID)
		require.Contains(t, []string{"NOT_EXPOSED", "UNKNOWN"}, s.Before.Verdict)
	}
}

// The amplifiers of a fibre network hold erbium (feeds.csv:137 and :155), all of which China separates (market_shares.csv:268) and
// Announcement 57 covers (restricts.csv:132). An F-35 needs none of the five.
func TestFibreNetworksWaitForErbium(t *testing.T) {
	type row struct {
		Subject struct{ Key string }
		Verdict string
		Share   share
		Flags   []string
		Receipt struct {
			Rows []struct {
				File string
				Line int
			}
		}
	}
	ask := func(on, scenario string) map[string]row {
		got := read[struct {
			View struct{ Exposure struct{ Nodes []row } }
		}](t, seedAPI(), `{ view(asOf: "`+on+`"`+scenario+`) { exposure(of: {ids: ["fibre-network", "f-35", "er-oxide"]}, to: {controls: ["mofcom-2025-57"]}, endUse: CIVILIAN) {
			nodes { subject { key } verdict share { low high estimate } flags receipt { rows(first: 50) { file line } } } } } }`, nil).View.Exposure.Nodes
		rows := map[string]row{}
		for _, r := range got {
			rows[r.Subject.Key] = r
		}
		require.Len(t, rows, 3)
		return rows
	}
	paused := ask("2026-11-10", "")["fibre-network"]
	require.Equal(t, "NOT_EXPOSED", paused.Verdict)
	require.Zero(t, paused.Share.High)
	require.NotContains(t, paused.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")

	rows := ask("2026-11-11", "")
	back := rows["fibre-network"]
	require.Equal(t, "IMPLIED", back.Verdict)
	require.InDelta(t, 1, *back.Share.Estimate, 1e-12)
	require.Zero(t, rows["er-oxide"].Share.Low, "nobody has checked that it came back")
	require.Contains(t, back.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	require.Contains(t, back.Flags, "RULES_NOT_CHECKED")
	var files []string
	for _, r := range back.Receipt.Rows {
		files = append(files, r.File)
	}
	for _, file := range []string{"export_controls.csv", "restricts.csv", "market_shares.csv", "feeds.csv"} {
		require.True(t, slices.Contains(files, file), file)
	}
	require.NotContains(t, rows["f-35"].Flags, "SUSPENSION_EXPIRED_UNVERIFIED", "it leans on none of the five")

	rows = ask("2026-11-11", `, scenario: [{control: {controls: ["mofcom-2025-57"], state: IN_FORCE, from: "2026-11-11"}}]`)
	require.InDelta(t, 1, rows["er-oxide"].Share.Low, 1e-12, "a scenario says so")
	lapsed := rows["fibre-network"]
	require.InDelta(t, 1, *lapsed.Share.Estimate, 1e-12)
	require.Zero(t, lapsed.Share.Low, "where the networks are made, nobody says: what China makes for itself waits for nothing")
	require.NotContains(t, lapsed.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	require.Contains(t, lapsed.Flags, "SCENARIO")
	extended := ask("2026-11-11", `, scenario: [{control: {controls: ["mofcom-2025-57"], state: SUSPENDED, from: "2026-11-11"}}]`)["fibre-network"]
	require.Equal(t, "NOT_EXPOSED", extended.Verdict)
}

// What comes back if the pause of the October package lapses, and which materials, products and firms come under it? By hand: Announcement 57
// covers holmium, erbium, thulium, europium and ytterbium (restricts.csv:129 and on), which China alone separates, Announcement 58 anodes
// of graphite (:163); fibre networks need erbium (feeds.csv:137 and :155). If it is extended nothing changes.
func TestLapsesOrExtended(t *testing.T) {
	type row struct {
		Subject struct{ Key string }
		Before  struct {
			Verdict string
			Share   share
		}
		After struct {
			Verdict string
			Item    *struct{ Key string }
			Share   share
			Flags   []string
		}
	}
	type side struct {
		Controls          []controlChange
		Compared, Changed int
		Moves             []struct {
			Before, After string
			Count         int
		}
		Subjects []row
	}
	got := read[struct{ Lapses, LapsesMaterials, LapsesFirms, Extended, ExtendedFirms side }](t, seedAPI(), worked(t, "17-lapses-or-extended"), nil)
	require.Empty(t, got.Extended.Controls, "all stay suspended")
	require.Equal(t, []int{133, 0}, []int{got.Extended.Compared, got.Extended.Changed})
	require.Equal(t, []int{416, 0}, []int{got.ExtendedFirms.Compared, got.ExtendedFirms.Changed})

	var controls []string
	for _, c := range got.Lapses.Controls {
		controls = append(controls, c.Control.Key)
		require.Equal(t, []string{"SUSPENDED", "ACTIVE", "SCENARIO"}, []string{*c.Before, *c.After, c.Flags[0]}, c.Control.Key)
	}
	require.Equal(t, october, controls)
	rows := func(s side) map[string]row {
		found, moved := map[string]row{}, 0
		for _, m := range s.Moves {
			moved += m.Count
			require.Equal(t, "IMPLIED", m.After, "the shares of no sale are stated")
		}
		require.Equal(t, s.Changed, moved, "no number moves without its verdict")
		for _, r := range s.Subjects {
			found[r.Subject.Key] = r
			require.NotContains(t, r.After.Flags, "SUSPENSION_EXPIRED_UNVERIFIED", r.Subject.Key)
			require.Contains(t, r.After.Flags, "SCENARIO", r.Subject.Key)
		}
		return found
	}
	materials := rows(got.LapsesMaterials)
	for _, key := range []string{"er-oxide", "eu-oxide", "ho-oxide", "ho-metal", "tm-metal"} {
		require.Equal(t, "NOT_EXPOSED", materials[key].Before.Verdict, key)
		require.InDelta(t, 1, materials[key].After.Share.Low, 1e-12, key)
	}
	require.NotContains(t, materials, "ga-metal", "it is under another control")
	products := rows(got.Lapses)
	require.InDelta(t, 1, *products["fibre-network"].After.Share.Estimate, 1e-12)
	require.Equal(t, []int{133, 88}, []int{got.Lapses.Compared, got.Lapses.Changed})
	firms := rows(got.LapsesFirms)
	require.Equal(t, []int{416, 193}, []int{got.LapsesFirms.Compared, got.LapsesFirms.Changed})
	require.Equal(t, "mlcc", firms["toyota"].After.Item.Key, "the capacitors in its cars may hold a trace of holmium (feeds.csv:250)")
	require.InDelta(t, *products["battery-ev"].After.Share.Estimate, *firms["toyota"].After.Share.Estimate, 1e-12)
}

// Suppose that JL MAG sells Tesla magnets of the sparing grade, for half of its need. For cars these pass under JL MAG's general licence of December
// 2025 (licences.csv); for missiles Announcement 46 bars them. One firm, two uses, two answers.
func TestOpenForCarsShutForMissiles(t *testing.T) {
	type row struct {
		Verdict string
		Share   share
	}
	ask := func(on, use, control string) row {
		got := read[struct {
			View struct{ Exposure struct{ Nodes []row } }
		}](t, seedAPI(), `{ view(asOf: "`+on+`", scenario: [{add: {sale: {supplier: "jl-mag", buyer: "tesla", item: "sintered-ndfeb-gbd", share: 0.5}}}]) {
			exposure(of: {ids: ["tesla"]}, to: {controls: ["`+control+`"], items: ["sintered-ndfeb-gbd"]}, endUse: `+use+`) {
			nodes { verdict share { low high estimate } } } } }`, nil).View.Exposure.Nodes
		require.Len(t, got, 1)
		return got[0]
	}
	for _, c := range []struct {
		on, use, control string
		counts           bool
	}{
		{"2025-03-01", "CIVILIAN", "mofcom-2025-18", false}, // before the announcement
		{"2025-05-10", "CIVILIAN", "mofcom-2025-18", true},  // each shipment waits for a licence
		{"2025-12-10", "CIVILIAN", "mofcom-2025-18", false}, // under the general licence
		{"2025-12-10", "CIVILIAN", "mofcom-2024-46-1", false},
		{"2025-12-10", "MILITARY", "mofcom-2024-46-1", true}, // barred
	} {
		got := ask(c.on, c.use, c.control)
		if c.counts {
			require.Equal(t, "EXPOSED", got.Verdict, "%+v", c)
			require.InDelta(t, 0.5, got.Share.Low, 1e-12, "%+v", c)
		} else {
			require.NotEqual(t, "EXPOSED", got.Verdict, "%+v", c)
			require.Zero(t, got.Share.Low, "%+v", c)
		}
	}
}

// The same firm once more: what stands in the way of its magnets, shipment by shipment, for each use.
func TestAccess(t *testing.T) {
	type barrier struct {
		Tier                      *int
		Seller, User, Destination *struct{ Key string }
		Item                      struct{ Key string }
		Passage, Outcome          string
		Clauses                   []struct{ Control struct{ Key string } }
	}
	type access struct {
		EndUse                      string
		State                       *string
		Closed, Delayed, Unverified share
		Flags                       []string
		Barriers                    []barrier
	}
	ask := func(on, use string) access {
		got := read[struct {
			View struct {
				Exposure struct{ Nodes []struct{ Access access } }
			}
		}](t, seedAPI(), `{ view(asOf: "`+on+`") { exposure(of: {ids: ["tesla"]}, to: {countries: ["CN"], stages: [MAGNET]}) {
			nodes { access(endUse: `+use+`) { endUse state closed { low high estimate } delayed { low high estimate } unverified { low high estimate } flags
			barriers(first: 200) { tier seller { key } user { key } destination { key } item { key } passage outcome clauses { control { key } } } } } } } }`, nil).View.Exposure.Nodes
		require.Len(t, got, 1)
		require.Equal(t, use, got[0].Access.EndUse)
		return got[0].Access
	}
	fromJLMAG := func(a access) (passages []string) {
		for _, b := range a.Barriers {
			if b.Seller != nil && b.Seller.Key == "jl-mag" && b.User.Key == "tesla" {
				passages = append(passages, b.Destination.Key+" "+b.Item.Key+" "+b.Passage+" "+b.Outcome+" "+b.Clauses[0].Control.Key)
			}
		}
		return passages
	}
	for _, c := range []struct{ on, use, state, barrier string }{
		{"2025-03-01", "CIVILIAN", "", ""},
		{"2025-05-10", "CIVILIAN", "DELAYED", "US sintered-ndfeb-magnet DELAYED INDIVIDUAL mofcom-2025-18"},
		{"2025-12-10", "CIVILIAN", "DELAYED", "US sintered-ndfeb-magnet DELAYED INDIVIDUAL mofcom-2025-18"}, // of some grades
		{"2025-12-10", "MILITARY", "CLOSED", "US sintered-ndfeb-magnet CLOSED PROHIBITED mofcom-2024-46-1"},
	} {
		a := ask(c.on, c.use)
		if c.barrier == "" {
			require.Empty(t, fromJLMAG(a), "%+v", c)
			continue
		}
		require.Equal(t, []string{c.barrier}, fromJLMAG(a), "%+v", c)
		require.Equal(t, c.state, *a.State, "%+v", c)
		closed := c.state == "CLOSED"
		require.Equal(t, closed, a.Closed.Estimate != nil && *a.Closed.Estimate > 0, "%+v", c)
		require.True(t, closed || *a.Delayed.Estimate > 0, "%+v", c)
		require.Contains(t, a.Flags, "POSSIBLY_CONTROLLED", "the grade is not stated")
		require.Equal(t, 1, *a.Barriers[0].Tier)
		last := a.Barriers[len(a.Barriers)-1]
		require.Nil(t, last.Tier, "the world market comes last")
	}
}

// Nobody is named who buys the samarium oxide of a recipe: it waits on its way anywhere abroad, and is barred on its way to American
// soldiers (Announcement 46, clause 1), not to German ones.
func TestAccessByDestination(t *testing.T) {
	type access struct {
		State    string
		Barriers []struct {
			Item        struct{ Key string }
			Destination *struct{ Key string }
			Outcome     string
		}
	}
	got := read[struct {
		View struct {
			Exposure struct {
				Nodes []struct{ Abroad, US, DE access }
			}
		}
	}](t, seedAPI(), `{ view(asOf: "2025-05-10") { exposure(of: {ids: ["tomahawk"]}, to: {countries: ["CN"]}, element: "sm") { nodes {
		abroad: access(endUse: MILITARY) { ...f } us: access(endUse: MILITARY, destination: "US") { ...f } de: access(endUse: MILITARY, destination: "DE") { ...f }
	} } } } fragment f on Access { state barriers(first: 50) { item { key } destination { key } outcome } }`, nil).View.Exposure.Nodes
	require.Len(t, got, 1)
	for _, want := range []struct {
		access
		state, outcome, to string
	}{{got[0].Abroad, "DELAYED", "INDIVIDUAL", ""}, {got[0].US, "CLOSED", "PROHIBITED", "US"}, {got[0].DE, "DELAYED", "INDIVIDUAL", "DE"}} {
		require.Equal(t, want.state, want.State, want.to)
		found := false
		for _, b := range want.Barriers {
			require.Equal(t, want.to != "", b.Destination != nil, want.to)
			require.True(t, want.to == "" || b.Destination.Key == want.to)
			found = found || b.Item.Key == "sm-oxide" && b.Outcome == want.outcome
		}
		require.True(t, found, want.to)
	}
}

// What cannot be asked is refused, never ignored.
func TestTargetsByControl(t *testing.T) {
	for question, want := range map[string][2]string{
		`exposure(of: {ids: ["tesla"]}, to: {controls: []}) { totalCount }`:                                         {"to.controls", "is an empty list"},
		`exposure(of: {ids: ["tesla"]}, to: {controls: ["mofcom-2025-18"], items: []}) { totalCount }`:              {"to.items", "is an empty list"},
		`exposure(of: {ids: ["tesla"]}, to: {controls: ["mofcom-2025-18"], countries: ["CN"]}) { totalCount }`:      {"to.controls", "goes with stages and items alone"},
		`exposure(of: {ids: ["tesla"]}, to: {controls: ["mofcom-2025-18"], by: OWNERSHIP}) { totalCount }`:          {"to.controls", "goes with stages and items alone"},
		`exposure(of: {ids: ["tesla"]}, to: {countries: ["CN"]}, endUse: MILITARY) { totalCount }`:                  {"endUse", "is asked of outputs"},
		`gaps(of: "tesla", to: {controls: ["mofcom-2025-18"]}) { __typename }`:                                      {"to.controls", "is no condition of outputs"},
		`paths(from: {controls: ["mofcom-2025-18"]}, to: "tesla") { coverage }`:                                     {"from.controls", "is no condition of outputs"},
		`exposure(of: {ids: ["tesla"]}, to: {controls: ["mofcom-2025-18"]}) { nodes { paths { coverage } } }`:       {"paths", "cannot be told of a target by control"},
		`exposure(of: {ids: ["tesla"]}, to: {controls: ["mofcom-2025-18"]}) { nodes { flip { complete } } }`:        {"flip", "cannot be told of a target by control"},
		`exposure(of: {ids: ["tesla"]}, to: {countries: ["CN"]}) { nodes { access(destination: "CN") { state } } }`: {"destination", "is the controlling country"},
	} {
		r := seedAPI().ask(t, `{ view { `+question+` } }`, nil)
		require.Len(t, r.Errors, 1, question)
		require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code, question)
		require.Equal(t, want[0], r.Errors[0].Extensions.Argument, question)
		require.Contains(t, r.Errors[0].Message, want[1], question)
	}
	r := seedAPI().ask(t, `{ view { exposure(of: {ids: ["tesla"]}, to: {controls: ["mofcom-2025-18x"]}) { totalCount } } }`, nil)
	require.Len(t, r.Errors, 1)
	require.Equal(t, "NOT_FOUND", r.Errors[0].Extensions.Code)
	r = seedAPI().ask(t, `{ view(asOf: "2019-01-01") { exposure(of: {ids: ["tesla"]}, to: {controls: ["mofcom-2025-18"]}) { totalCount } } }`, nil)
	require.Len(t, r.Errors, 1)
	require.Contains(t, r.Errors[0].Message, "lies before the record of controls")
}

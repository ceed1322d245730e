package resolvers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Who is covered by a one-year general licence on 30 June 2026? By hand from licences.csv, rows of cn-general-rare-earth: Ford is the only
// customer by name (:6); JL MAG, San Huan and Yunsheng hold one for customers unnamed (:7, :9, :10); EU firms (:5) and Chinese exporters (:8) are not
// named at all. Those of "2025-12" to "2026-12" last to 1 December at least and 31 December at most: 155 to 185 days from 30 June on.
func TestCoverToday(t *testing.T) {
	type days struct{ Low, High int }
	type span struct{ From, Until *string }
	got := read[struct {
		View struct {
			LicenceCalendar []struct {
				Holder, Customer, Item *named
				Needed                 int
				General, Gap           days
				Gaps                   []span
				Ends                   *string
				Flags                  []string
				Licences               []struct {
					Licence     named
					Type        named
					PerShipment *bool
					ValidAtMost span
				}
			}
			Due struct {
				Nodes []struct {
					Day, LastDay, Kind string
					Node               *named
					Flags              []string
				}
			}
		}
	}](t, seedAPI(), worked(t, "28-cover-today"), nil).View
	general := map[string]string{}
	for _, c := range got.LicenceCalendar {
		if c.General.High == 0 {
			continue
		}
		require.Len(t, c.Gaps, 1)
		require.Equal(t, 365, c.Needed)
		require.Equal(t, days{365 - c.General.High, 365 - c.General.Low}, c.Gap, "no licence for single shipments lasts beyond 30 June")
		require.Contains(t, c.Flags, "RULES_NOT_CHECKED")
		last := c.Licences[len(c.Licences)-1]
		require.Equal(t, "cn-general-rare-earth", last.Type.Key)
		require.False(t, *last.PerShipment)
		general[fmt.Sprintf("%s, %s, %s", c.Holder, c.Customer, c.Item)] = fmt.Sprintf("%d-%d to %s, gap from %s", c.General.Low, c.General.High, *last.ValidAtMost.Until, *c.Gaps[0].From)
	}
	december := "155-185 to 2026-12-31, gap from 2027-01-01"
	require.Equal(t, map[string]string{
		"-, ford, sintered-ndfeb-magnet-hc":              december,
		"jl-mag, -, sintered-ndfeb-magnet-hc":            december,
		"ningbo-yunsheng, -, sintered-ndfeb-magnet-hc":   december,
		"zhong-ke-san-huan, -, sintered-ndfeb-magnet-hc": december,
		"-, eu-firms-unnamed, -":                         december,
		"chinese-exporters-unnamed, -, -":                "172-172 to 2026-12-18, gap from 2026-12-19",
	}, general)

	// Due by 2 December: the October package and list 21 are back by the letter, then the American metals clause; then the first licences may end.
	due := map[string][]string{}
	for _, e := range got.Due.Nodes {
		due[e.Kind+" "+e.Day] = append(due[e.Kind+" "+e.Day], e.Node.Key)
		require.Equal(t, e.Kind == "CONTROL_REVIVED", slices.Contains(e.Flags, "SUSPENSION_EXPIRED_UNVERIFIED"), e.Node.Key)
	}
	require.Equal(t, october, due["CONTROL_REVIVED 2026-11-11"])
	require.Equal(t, []string{"mofcom-2024-46-2"}, due["CONTROL_REVIVED 2026-11-28"])
	require.Subset(t, due["LICENCE_EXPIRES 2026-12-01"], []string{"l-gl-eu-2025-12", "l-gl-ford-2025-12", "l-gl-jlmag-2025-12", "l-gl-sanhuan-2025-12", "l-gl-yunsheng-2025-12"})
	require.Len(t, due["LICENCE_EXPIRES 2026-10-01"], 4, "Indian firms of October 2025")
	for kind := range due {
		require.NotContains(t, kind, "2026-12-18", "that is after 2 December")
	}
}

// The announced plants of four countries on 31 December 2027. By hand from facilities.csv: of 30 planned or under construction, none in Estonia
// or Japan, six state a first year (DRS Charleston 2026; HyProMag Texas, LS Chesapeake, Niron Sartell, Vulcan Benson 2027; MP 10X 2028), and only these can
// ramp as promised. Whose dependence hangs on one of them? That of HyProMag USA alone, which then works scrap (produces.csv:71) and nothing else;
// the others are already on record as makers. What moves the rest are announced sales.
func TestAnnouncedPlants(t *testing.T) {
	type side struct {
		Verdict string
		Share   share
	}
	type comparison struct {
		Compared, Changed int
		Subjects          []struct {
			Subject struct{ Key string }
			Before  side
			After   struct {
				side
				Verdict string
				Share   share
				Flags   []string
			}
		}
		Flags []string
	}
	got := read[struct {
		View struct {
			Facilities struct {
				Nodes []struct {
					Key       string
					Country   struct{ Key string }
					Active    bool
					StartYear *int
				}
			}
		}
		Promised, PlantsAlone, Slipped, Products comparison
	}](t, seedAPI(), worked(t, "29-announced-plants"), nil)
	started, dated := []string{}, 0
	for _, f := range got.View.Facilities.Nodes {
		require.Contains(t, []string{"US", "AU"}, f.Country.Key)
		if f.Active {
			started = append(started, f.Key)
		}
		if f.StartYear != nil {
			dated++
		}
	}
	require.Len(t, got.View.Facilities.Nodes, 30)
	require.Equal(t, 6, dated)
	require.Equal(t, []string{"drs-charleston", "hypromag-texas-hub", "ls-chesapeake", "niron-sartell", "vulcan-benson"}, started)

	only := func(c comparison, before, after string) {
		t.Helper()
		require.Equal(t, []int{416, 1}, []int{c.Compared, c.Changed})
		require.Equal(t, []string{"hypromag-usa", before, after}, []string{c.Subjects[0].Subject.Key, c.Subjects[0].Before.Verdict, c.Subjects[0].After.Verdict})
		require.Contains(t, c.Flags, "PAST_HORIZON")
	}
	only(got.PlantsAlone, "UNKNOWN", "NOT_EXPOSED")
	only(got.Slipped, "NOT_EXPOSED", "UNKNOWN")

	moved := map[string][2]share{}
	for _, s := range got.Promised.Subjects {
		moved[s.Subject.Key] = [2]share{s.Before.Share, s.After.Share}
	}
	require.Equal(t, got.Promised.Changed, len(moved))
	// Iluka works its own ore today. It will buy a tenth of its monazite of Lindian (supplies.csv:99), a mine; the rest comes half from its own
	// mines and half from a world market of which China mines 69.2 %.
	require.Equal(t, 0.9, moved["iluka-resources"][1].High, "a tenth is proven to come from elsewhere")
	require.InDelta(t, 0.9*0.692/2, *moved["iluka-resources"][1].Estimate, 1e-9)
	// Studbuddy buys in a market in which China makes 93 % of the magnets; then half of USA Rare Earth.
	require.InDelta(t, 0.93, *moved["studbuddy"][0].Estimate, 1e-9)
	require.Less(t, *moved["studbuddy"][1].Estimate, 0.7)
	require.NotContains(t, moved, "vestas", "no announced sale reaches it")

	require.Equal(t, []int{133, 0}, []int{got.Products.Compared, got.Products.Changed}, "shares of the world market stay as published, whoever builds")
	for _, s := range got.Products.Subjects {
		if s.Subject.Key == "tomahawk" {
			require.InDelta(t, 0.99, *s.After.Share.Estimate, 1e-9)
		}
	}
}

// Seven shipments on five days. By hand from export_controls.csv, restricts.csv and licences.csv.
func TestWhichLicence(t *testing.T) {
	got := read[struct{ View map[string][]licenceAnswer }](t, seedAPI(), worked(t, "30-which-licence"), nil).View
	days := []string{"2025-06-01", "2025-12-01", "2025-12-10", "2026-11-11", "2026-12-01"}
	want := map[string][]string{
		// Announcement 18 covers NdFeB magnets with dysprosium from 4 April 2025; general licences come on 2 December, whose customers nobody names.
		"magnetForCars": {"INDIVIDUAL mofcom-2025-18", "INDIVIDUAL mofcom-2025-18", "INDIVIDUAL mofcom-2025-18", "INDIVIDUAL mofcom-2025-18", "INDIVIDUAL mofcom-2025-18"},
		// Ford is a customer of general licences by name, JL MAG holds one.
		"magnetUnderGeneralLicence": {"INDIVIDUAL mofcom-2025-18", "INDIVIDUAL mofcom-2025-18", "GENERAL_LICENCE mofcom-2025-18", "GENERAL_LICENCE mofcom-2025-18", "GENERAL_LICENCE mofcom-2025-18"},
		// The same magnet for an American missile maker: Announcement 46 of 2024, clause 1, which no pause has touched.
		"magnetForMissiles": slices.Repeat([]string{"PROHIBITED mofcom-2024-46-1 mofcom-2025-18"}, 5),
		// Goods of Chinese origin from Japan to Korea: Announcement 61, 1(3), was in force from 9 October to 6 November 2025 alone, and then by the letter.
		"magnetReexported": {"NO_LICENCE", "NO_LICENCE", "NO_LICENCE", "INDIVIDUAL mofcom-2025-61-3 UNVERIFIED", "INDIVIDUAL mofcom-2025-61-3 UNVERIFIED"},
		// Announcement 57 was paused on the day before its first.
		"holmiumOxide": {"NO_LICENCE", "NO_LICENCE mofcom-2025-57", "NO_LICENCE mofcom-2025-57", "INDIVIDUAL mofcom-2025-57 UNVERIFIED", "INDIVIDUAL mofcom-2025-57 UNVERIFIED"},
		// Clause 2 of Announcement 46 was paused from 9 November 2025 to 27 November 2026; gallium has needed a licence since August 2023.
		"galliumToTheUS": {"REFUSED_IN_PRINCIPLE mofcom-2024-46-2", "INDIVIDUAL mofcom-2023-23", "INDIVIDUAL mofcom-2023-23", "INDIVIDUAL mofcom-2023-23", "REFUSED_IN_PRINCIPLE mofcom-2024-46-2 UNVERIFIED"},
		// Never controlled.
		"neodymiumOxide": slices.Repeat([]string{"NO_LICENCE"}, 5),
	}
	require.Len(t, got, len(want))
	for shipment, list := range want {
		require.Len(t, got[shipment], len(days))
		for i, a := range got[shipment] {
			said := append([]string{a.Outcome}, a.controls()...)
			if a.Passage == "UNVERIFIED" {
				said = append(said, a.Passage)
			}
			require.Equal(t, []string{days[i], list[i]}, []string{a.Date, strings.Join(said, " ")}, shipment)
			require.Equal(t, a.Passage == "UNVERIFIED", slices.Contains(a.Flags, "SUSPENSION_EXPIRED_UNVERIFIED"), "%s on %s", shipment, a.Date)
			require.Equal(t, days[i] > "2026-06-29", slices.Contains(a.Flags, "RULES_NOT_CHECKED"), "%s on %s", shipment, a.Date)
			for _, c := range a.Clauses {
				require.NotEmpty(t, c.Text)
			}
		}
	}
	types := func(shipment string, day int) (keys []string) {
		for _, k := range got[shipment][day].LicenceTypes {
			keys = append(keys, k.Key)
		}
		return keys
	}
	require.Equal(t, []string{"cn-individual"}, types("magnetForCars", 0))
	require.Equal(t, []string{"cn-general-rare-earth"}, types("magnetUnderGeneralLicence", 2))
	require.Equal(t, []string{"cn-prohibition-us-military"}, types("magnetForMissiles", 0))
	require.Equal(t, []string{"cn-extraterritorial-61"}, types("magnetReexported", 3))
	require.Empty(t, types("neodymiumOxide", 0))
	require.Equal(t, "l-gl-jlmag-2025-12", got["magnetUnderGeneralLicence"][2].Licences[0].Key)
	require.Contains(t, got["magnetForCars"][2].Flags, "GENERAL_LICENCE_POSSIBLE")
	require.NotContains(t, got["magnetForCars"][0].Flags, "GENERAL_LICENCE_POSSIBLE", "there was none then")
	require.Equal(t, "NO_LICENCE", *got["holmiumOxide"][3].IfProlonged)
	require.Equal(t, "INDIVIDUAL", *got["galliumToTheUS"][4].IfProlonged)
}

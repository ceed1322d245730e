package control_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

func keyOf(v *graph.View, n graph.Node) string {
	if n == graph.NoNode {
		return ""
	}
	return v.Key(n)
}

func calendar(t testing.TB, b *control.Book, from, until string, customers, holders []graph.Node) map[string]control.LicenceCover {
	list, err := b.Calendar(control.CalendarQuestion{Customers: customers, Holders: holders, From: day(t, from), Until: day(t, until)})
	require.NoError(t, err)
	covers := map[string]control.LicenceCover{}
	for i, c := range list {
		covers[keyOf(b.View(), c.Holder)+"|"+keyOf(b.View(), c.Customer)+"|"+keyOf(b.View(), c.Item)] = c
		require.True(t, i == 0 || list[i-1].Ends <= c.Ends, "what ends first goes first")
	}
	require.Len(t, covers, len(list))
	return covers
}

// Who falls off when the first general licences end?
func TestFirstGeneralLicencesEnd(t *testing.T) {
	covers := calendar(t, seedBook(), "2026-06-30", "2027-06-29", nil, nil)
	ford := covers["|ford|sintered-ndfeb-magnet-hc"]
	require.Equal(t, 365, ford.Needed)
	require.Equal(t, control.DayCount{Low: 155, High: 185}, ford.Covered, "to 1 December at least, to 31 December at most")
	require.Equal(t, ford.Covered, ford.General)
	require.Equal(t, control.DayCount{Low: 180, High: 210}, ford.Gap)
	require.Equal(t, []control.Span{{From: day(t, "2027-01-01"), Until: day(t, "2027-06-29")}}, ford.Gaps)
	require.Equal(t, day(t, "2026-12-31"), ford.Ends)
	require.Equal(t, graph.Flags{graph.FlagImpreciseDate, graph.FlagRulesNotChecked}, ford.Flags)

	magnets := covers["jl-mag||sintered-ndfeb-magnet-hc"]
	require.Len(t, magnets.Permits, 2, "an individual one of June 2025, and the general one")
	require.Equal(t, control.DayCount{Low: 155, High: 185}, magnets.General)
	require.True(t, magnets.Flags.Has(graph.FlagEndComputed))
	require.Equal(t, day(t, "2026-06-30"), magnets.Ends, "June 2025 and a year is 30 June 2026 at most")

	// One-shipment licences of six months to named customers: ended before the span.
	motors := calendar(t, seedBook(), "2025-06-02", "2026-06-01", nodes(t, "general-motors"), nil)["|general-motors|"]
	require.Equal(t, 365, motors.Needed)
	require.Equal(t, control.DayCount{Low: 183, High: 213}, motors.Covered)
	require.Equal(t, control.DayCount{}, motors.General)

	// Before the control nothing needed a licence.
	before := calendar(t, seedBook(), "2025-01-01", "2025-12-31", nil, nodes(t, "jl-mag"))["jl-mag||sintered-ndfeb-magnet-hc"]
	require.Equal(t, 272, before.Needed, "from 4 April")
}

// Firms that the record leaves unnamed may be those that are asked about.
func TestCalendarOfNamedFirms(t *testing.T) {
	covers := calendar(t, seedBook(), "2026-01-01", "2026-12-31", nodes(t, "volkswagen"), nodes(t, "jl-mag", "baotou-tianhe"))
	require.False(t, covers["baotou-tianhe|volkswagen|sintered-ndfeb-magnet-hc"].Possible)
	require.True(t, covers["jl-mag||sintered-ndfeb-magnet-hc"].Possible)
	require.True(t, covers["|eu-firms-unnamed|"].Possible)
	require.NotContains(t, covers, "zhong-ke-san-huan||sintered-ndfeb-magnet-hc")
	require.NotContains(t, covers, "|ford|sintered-ndfeb-magnet-hc")
	require.NotContains(t, covers, "|korean-firms-unnamed|")

	_, err := seedBook().Calendar(control.CalendarQuestion{From: 1, Until: 0})
	require.ErrorContains(t, err, "from 1 to 3660 days, not 0")
	_, err = seedBook().Calendar(control.CalendarQuestion{From: 0, Until: control.LongestCalendar})
	require.ErrorContains(t, err, "not 3661")
}

// A renewal closes the gap; an earlier end opens it.
func TestCalendarByScenario(t *testing.T) {
	jlmag, kind := nodes(t, "jl-mag")[0], nodes(t, "cn-general-rare-earth")[0]
	renewal := graph.Edit{Licence: &graph.LicenceChange{Grant: &graph.GrantedLicence{
		Holder: jlmag, Customer: graph.NoNode, Type: kind, Item: nodes(t, "sintered-ndfeb-magnet-hc")[0], From: day(t, "2026-12-02"), Until: day(t, "2027-12-01"),
	}}}
	c := calendar(t, edited(t, seedBook(), renewal), "2026-07-01", "2027-06-30", nil, nil)["jl-mag||sintered-ndfeb-magnet-hc"]
	require.Equal(t, control.DayCount{Low: 365, High: 365}, c.General)
	require.Empty(t, c.Gaps)
	require.True(t, c.Flags.Has(graph.FlagScenario))
	end := graph.Edit{Licence: &graph.LicenceChange{End: &graph.LicenceEnd{Licence: nodes(t, "l-gl-jlmag-2025-12")[0], Last: day(t, "2026-07-31")}}}
	c = calendar(t, edited(t, seedBook(), end), "2026-07-01", "2027-06-30", nil, nil)["jl-mag||sintered-ndfeb-magnet-hc"]
	require.Equal(t, control.DayCount{Low: 31, High: 31}, c.General)
	require.Equal(t, day(t, "2026-07-31"), c.Ends)
	// A control that is lifted ends the need.
	c = calendar(t, edited(t, seedBook(), setting(t, false, "2027-01-01", "", "mofcom-2025-18")), "2026-07-01", "2027-06-30", nil, nil)["jl-mag||sintered-ndfeb-magnet-hc"]
	require.Equal(t, 184, c.Needed)
	require.Empty(t, c.Gaps)

	// Holmium needs a licence again once the pause of Announcement 57 has run out, if it was not prolonged: the count says so.
	holmium := graph.Edit{Licence: &graph.LicenceChange{Grant: &graph.GrantedLicence{
		Holder: jlmag, Customer: graph.NoNode, Type: kind, Item: nodes(t, "ho-oxide")[0], From: day(t, "2026-07-01"), Until: day(t, "2026-11-30"),
	}}}
	for until, unverified := range map[string]bool{"2026-11-10": false, "2026-12-31": true} {
		c = calendar(t, edited(t, seedBook(), holmium), "2026-07-01", until, nil, nil)["jl-mag||ho-oxide"]
		require.Equal(t, unverified, c.Flags.Has(graph.FlagSuspensionExpired), until)
		require.Equal(t, unverified, c.Needed > 0, until)
		require.Equal(t, unverified, len(c.Gaps) > 0, until)
	}
	c = calendar(t, edited(t, seedBook(), holmium, setting(t, true, "2026-11-11", "", "mofcom-2025-57")), "2026-07-01", "2026-12-31", nil, nil)["jl-mag||ho-oxide"]
	require.Equal(t, 51, c.Needed)
	require.False(t, c.Flags.Has(graph.FlagSuspensionExpired), "a scenario says that it lapsed")
}

// Counts agree with those of the twin, which walks every day that a date may mean.
func TestCalendarsAgreeWithTheTwin(t *testing.T) {
	whole, report := csv.Read(seed.Files)
	require.NotNil(t, whole, "%v", report)
	rapid.Check(t, func(rt *rapid.T) {
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "law"), 3))
		facts := graphtest.DrawLaw(dice, whole)
		facts.Licences = facts.Licences[:1+dice.IntN(len(facts.Licences))]
		b := bookOf(facts)
		from := graph.NewDay(2025, 1, 1+dice.IntN(700))
		until := from + graph.Day(dice.IntN(40))
		got := calendar(t, b, from.String(), until.String(), nil, nil)
		want := graphtest.NewLicenceReader(facts).Calendar(from, until)
		require.Len(rt, got, len(want))
		for key, w := range want {
			c := got[key]
			require.Equal(rt, w.Unverified > 0, c.Flags.Has(graph.FlagSuspensionExpired), "%s from %s to %s", key, from, until)
			w.Unverified = 0
			require.Equal(rt, w, graphtest.CalendarCount{Needed: c.Needed, Sure: c.Covered.Low, Most: c.Covered.High, GeneralSure: c.General.Low, GeneralMost: c.General.High},
				"%s from %s to %s", key, from, until)
			require.Equal(rt, control.DayCount{Low: w.Needed - w.Most, High: w.Needed - w.Sure}, c.Gap)
			gap := 0
			for _, s := range c.Gaps {
				gap += int(s.Until-s.From) + 1
			}
			require.Equal(rt, c.Gap.Low, gap)
			require.True(rt, slices.IsSortedFunc(c.Permits, func(x, y control.Permit) int { return int(x.Most.From) - int(y.Most.From) }))
		}
	})
}

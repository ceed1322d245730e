package cover_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/cover"
)

// lawful is a world in which magnets go from c, in China, to d, in the United States, seen on 31 December 2024. A licence takes 18 to 40
// days and half of what is asked for is granted.
const lawful = sold + `
licence_types id=cn-individual country=CN per_shipment=true typical_days_low=18 typical_days_high=40 introduced=2020
licence_types id=cn-general-rare-earth country=CN per_shipment=false introduced=2020
licence_statistics id=us applicant_region=US as_of=2024-10 approved_pct=50
`

// china is the law of a view for an end use, with two to three days on the way, ten to twenty in stock and seven to nine in the making.
func china(v *graph.View, use control.EndUse) cover.Assumptions {
	return cover.Assumptions{Cover: &cover.Range{Low: 10, High: 20}, Lead: &cover.Range{Low: 2, High: 3}, Making: &cover.Range{Low: 7, High: 9},
		Law: &cover.Law{Outlook: control.NewBook(v).Outlook(use)}}
}

// carStops is when cars stop, as days from the view's, and the law by which they do.
func carStops(t *testing.T, v *graph.View, a cover.Assumptions) (days [2]int, held *cover.Crossing) {
	t.Helper()
	got, answer := dates(t, compile(t, v, a), cover.Loss{Days: 400})
	days, stops := got["output d car"]
	if !stops {
		require.Empty(t, got)
		return [2]int{-1, -1}, nil
	}
	links := answer.Chain(answer.Stops[slices.IndexFunc(answer.Stops, func(s cover.Stop) bool { return v.Key(s.Item) == "car" })].Part)
	return days, links[len(links)-1].Held
}

func outcomes(c *cover.Crossing) (found []control.Outcome) {
	for _, d := range c.Decisions {
		found = append(found, d.Outcome)
	}
	return found
}

func TestTheLawTurnsOnADay(t *testing.T) {
	v := viewOf(t, lawful+`
export_controls id=mofcom-2025-18 country=CN announced=2025-01-10 effective=2025-01-10
restricts control=mofcom-2025-18 item=magnet licence=INDIVIDUAL`)
	days, held := carStops(t, v, china(v, control.Civilian))
	// From day 10 on nothing is sent for 40 days: felt two days later, with ten in stock. At best the stock bridges 18 days, then half of
	// each day is missing.
	require.Equal(t, [2]int{10 + 2 + 10, 10 + 3 + 18 + 4}, days)
	require.Equal(t, v.AsOf+10, held.From)
	require.Equal(t, cover.Range{Low: 0.5, High: 0.5}, held.Factor)
	require.Equal(t, []control.Outcome{control.Individual}, outcomes(held))
	require.Equal(t, graph.Flags{graph.FlagRulesNotChecked}, held.Flags, "it stops after the newest announcement")
	require.Equal(t, []string{"export_controls", "licence_statistics", "licence_types", "restricts"}, tablesOf(held))

	later, err := graph.NewView(v.Snapshot, v.AsOf+11, graph.Filter{})
	require.NoError(t, err)
	days, _ = carStops(t, later, china(later, control.Civilian))
	require.Equal(t, [2]int{11, 24}, days, "what was sent before the day of the law goes its way")

	given := china(v, control.Civilian)
	given.Law.Review, given.Law.Approved = &cover.Range{Low: 5, High: 12}, &cover.Range{Low: 1, High: 1}
	days, _ = carStops(t, v, given)
	require.Equal(t, [2]int{22, -1}, days)
	given.Law.Approved.High = 2
	_, err = cover.Compile(context.Background(), shocks(t, v), given)
	require.ErrorContains(t, err, "the law: 1 to 2 are approved")

	ruled := china(v, control.Civilian)
	ruled.Rules = []cover.Rule{{Of: graph.NewTargetSet(v, graph.Target{Countries: find(v, "CN")}), From: v.AsOf + 3, Review: &cover.Range{}, Approved: &cover.Range{Low: 1, High: 1}}}
	days, _ = carStops(t, v, ruled)
	require.Equal(t, [2]int{-1, -1}, days, "a rule stands in the place of the law from its day on")
}

func tablesOf(c *cover.Crossing) []string {
	var names []string
	for _, row := range c.Rows {
		names = append(names, graph.Tables()[row.Table].Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestTheLawAsksForTheEndUse(t *testing.T) {
	v := viewOf(t, lawful+`
export_controls id=cn-metals country=CN announced=2024-12-01 effective=2023-01-01
export_controls id=mofcom-2024-46-1 country=CN announced=2024-12-03 effective=2025-01-10
restricts control=cn-metals item=magnet licence=INDIVIDUAL`)
	days, held := carStops(t, v, china(v, control.Military))
	// A licence has been needed for two years: half of each day is missing from day 0 on. From day 10 on nothing goes out for soldiers; what
	// was asked for before comes 18 to 40 days later.
	require.Equal(t, 20, days[0], "half of ten days of stock a day")
	require.Equal(t, []control.Outcome{control.Prohibited}, outcomes(held), "what keeps most back names it")
	civil, held := carStops(t, v, china(v, control.Civilian))
	require.Equal(t, []control.Outcome{control.Individual}, outcomes(held))
	require.Equal(t, 40, civil[1], "for the half that is missing, a stock of 20 lasts 40 days")
	require.Less(t, days[1], civil[1], "for soldiers nothing comes after what was asked for before")
}

// A general licence opens the border for its customer while it lasts; after it there is a gap.
func TestAGeneralLicenceEnds(t *testing.T) {
	v := viewOf(t, lawful+`
export_controls id=mofcom-2025-18 country=CN announced=2024-01-10 effective=2024-01-10
restricts control=mofcom-2025-18 item=magnet licence=GENERAL_ELIGIBLE
licences id=l holder=c customer=d licence_type=cn-general-rare-earth item=magnet granted=2024-06-01 expires=2025-02-10`)
	days, held := carStops(t, v, china(v, control.Civilian))
	require.Equal(t, [2]int{42 + 2 + 10, 42 + 3 + 18 + 4}, days)
	require.Contains(t, held.Flags, graph.FlagGeneralEnded)
	require.Contains(t, tablesOf(held), "licences")
	days, _ = carStops(t, v, china(v, control.Military))
	require.Equal(t, 10, days[0], "it is none for soldiers, who should expect refusal: at the worst nothing comes, and ten days of stock are all")

	l, ok := v.Find(graph.KindLicence, "l")
	require.True(t, ok)
	longer, err := v.With(graph.Edit{Licence: &graph.LicenceChange{End: &graph.LicenceEnd{Licence: l, Last: v.AsOf + 300}}})
	require.NoError(t, err)
	days, _ = carStops(t, longer, china(longer, control.Civilian))
	require.Equal(t, 301+2+10, days[0])
}

// Whether a pause that has run out goes on, nobody knows: both readings are within the dates. A scenario settles it.
func TestAPauseRunsOut(t *testing.T) {
	v := viewOf(t, lawful+`
export_controls id=mofcom-2025-57 country=CN announced=2024-10-09 effective=2024-11-08 suspended_from=2024-11-07 suspended_until=2025-01-09
restricts control=mofcom-2025-57 item=magnet licence=INDIVIDUAL`)
	days, held := carStops(t, v, china(v, control.Civilian))
	require.Equal(t, [2]int{22, -1}, days)
	require.Equal(t, []cover.Range{{Low: 0.5, High: 1}, {Low: 0, High: 40}}, []cover.Range{held.Factor, held.Delay})
	require.Contains(t, held.Flags, graph.FlagSuspensionExpired)
	for _, c := range []struct {
		name    string
		inForce bool
		want    [2]int
	}{{"it lapses", true, [2]int{22, 35}}, {"it is extended", false, [2]int{-1, -1}}} {
		edited, err := v.With(graph.Edit{Control: &graph.ControlChange{Controls: find(v, "mofcom-2025-57"), InForce: c.inForce, From: v.AsOf + 10, Until: graph.MaxDay}})
		require.NoError(t, err)
		days, held := carStops(t, edited, china(edited, control.Civilian))
		require.Equal(t, c.want, days, c.name)
		if held != nil {
			require.Contains(t, held.Flags, graph.FlagScenario)
			require.NotContains(t, held.Flags, graph.FlagSuspensionExpired)
		}
	}
}

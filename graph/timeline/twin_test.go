package timeline_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/timeline"
)

func kindTexts() []string {
	var kinds []string
	for _, k := range timeline.Kinds() {
		kinds = append(kinds, string(k))
	}
	return kinds
}

func lines(entries []timeline.Entry) []string {
	var out []string
	for _, e := range entries {
		until := ""
		if e.Until.Known() {
			until = e.Until.Last().String()
		}
		out = append(out, fmt.Sprintf("%s %02d %s %s to %s until %s %v", e.First, slices.Index(timeline.Kinds(), e.Kind), e.Kind, e.Key, e.Last, until, e.Flags))
	}
	return out
}

// drawDates changes what the seed says of law, and dates of the other tables.
func drawDates(t require.TestingT, dice *rand.Rand) *graph.Facts {
	whole := graphtest.SeedFacts(t)
	f := graphtest.DrawLaw(dice, whole)
	date := func(d *graph.Date) {
		switch dice.IntN(6) {
		case 0:
			*d = graph.NewDay(2025, 1, 1+dice.IntN(500)).Date()
		case 1:
			d.Day = 0
		case 2:
			d.Day, d.Month = 0, 0
		}
	}
	f.Events, f.Stocks, f.LicenceStatistics, f.Supplies = slices.Clone(whole.Events), slices.Clone(whole.Stocks), slices.Clone(whole.LicenceStatistics), slices.Clone(whole.Supplies)
	f.MonthlyExports, f.PeriodExports = whole.MonthlyExports, whole.PeriodExports
	for i := range f.Events {
		date(&f.Events[i].Date)
	}
	for i := range f.LicenceStatistics {
		date(&f.LicenceStatistics[i].AsOf)
	}
	for i := range f.Supplies {
		if dice.IntN(4) == 0 {
			f.Supplies[i].Status = graph.SupplyStatusAnnounced
		}
	}
	return f
}

// The timeline says what its slow twin says, of random releases, things, kinds and spans.
func TestTwinAgrees(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 7))
		f := drawDates(rt, dice)
		v := graphtest.ViewOf(rt, f, graphtest.Settled, graph.Filter{})
		for range 4 {
			ask := graphtest.TimelineAsk{}
			q := timeline.Question{From: graph.MinDay, Until: graph.MaxDay}
			for range dice.IntN(3) {
				n := drawThing(dice, v)
				q.About, ask.About = append(q.About, n), append(ask.About, v.Key(n))
			}
			if dice.IntN(2) == 0 {
				kind := timeline.Kinds()[dice.IntN(len(timeline.Kinds()))]
				q.Kinds, ask.Kinds = []timeline.Kind{kind, timeline.Happened}, []string{string(kind), "EVENT"}
			}
			if dice.IntN(2) == 0 {
				q.From = graph.NewDay(2025, 1, dice.IntN(500))
				q.Until = q.From + graph.Day(dice.IntN(200))
				ask.From, ask.Until = q.From.String(), q.Until.String()
			}
			got, err := timeline.Of(t.Context(), v, q)
			require.NoError(rt, err)
			require.Equal(rt, graphtest.Timeline(f, ask, kindTexts()), lines(got), "%+v", ask)
		}
	})
}

var thingKinds = []graph.NodeKind{graph.KindElement, graph.KindMaterial, graph.KindComponent, graph.KindItemGroup, graph.KindFirm,
	graph.KindCountry, graph.KindRegion, graph.KindControl}

func drawThing(dice *rand.Rand, v *graph.View) graph.Node {
	if often := []string{"tb", "dy", "sintered-ndfeb-magnet", "rare-earths", "jl-mag", "mofcom-2025-18", "CN", "EU"}; dice.IntN(2) == 0 {
		n, _ := v.Lookup(often[dice.IntN(len(often))])
		return n
	}
	first, end := v.Range(thingKinds[dice.IntN(len(thingKinds))])
	return first + graph.Node(dice.IntN(int(end-first)))
}

func about(t *testing.T, v *graph.View, q timeline.Question, keys ...string) []timeline.Entry {
	t.Helper()
	for _, key := range keys {
		n, ok := v.Lookup(key)
		require.True(t, ok, key)
		q.About = append(q.About, n)
	}
	if q.Until == 0 {
		q.From, q.Until = graph.MinDay, graph.MaxDay
	}
	entries, err := timeline.Of(t.Context(), v, q)
	require.NoError(t, err)
	return entries
}

// What became of October's control of holmium to ytterbium, and of the magnets of JL MAG.
func TestSeed(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	law := []timeline.Kind{timeline.ControlAnnounced, timeline.ControlEffective, timeline.ControlSuspended, timeline.ControlRevived}
	require.Equal(t, []string{
		"2025-10-09 00 CONTROL_ANNOUNCED mofcom-2025-57 to 2025-10-09 until  []",
		"2025-11-07 02 CONTROL_SUSPENDED mofcom-2025-57 to 2025-11-07 until 2026-11-10 []",
		"2025-11-08 01 CONTROL_EFFECTIVE mofcom-2025-57 to 2025-11-08 until  [SUSPENDED_AT_START]",
		"2026-11-11 03 CONTROL_REVIVED mofcom-2025-57 to 2026-11-11 until  [SUSPENSION_EXPIRED_UNVERIFIED]",
	}, lines(about(t, v, timeline.Question{Kinds: law}, "mofcom-2025-57")))

	licences := lines(about(t, v, timeline.Question{Kinds: []timeline.Kind{timeline.LicenceGranted, timeline.LicenceExpires}}, "jl-mag"))
	require.Equal(t, []string{
		"2025-06-01 04 LICENCE_GRANTED l-jlmag-2025-06 to 2025-06-30 until  [IMPRECISE_DATE]",
		"2025-12-02 04 LICENCE_GRANTED l-gl-jlmag-2025-12 to 2025-12-02 until  []",
	}, licences[:2])

	// The event of 4 April 2025 tells of Announcement 18, the one on sixteen firms does not.
	var told []string
	for _, e := range about(t, v, timeline.Question{Kinds: []timeline.Kind{timeline.Happened}}, "mofcom-2025-18") {
		told = append(told, e.Key)
	}
	require.Equal(t, []string{"ev-no18"}, told)

	// All that is on the axis is a row of the record, opened as often as it has dates.
	all := about(t, v, timeline.Question{})
	require.Equal(t, graphtest.Timeline(graphtest.SeedFacts(t), graphtest.TimelineAsk{}, kindTexts()), lines(all))
	for _, e := range all {
		require.NotEmpty(t, e.Rows, e.Key)
	}
}

// Nothing is left of rows that the view leaves out.
func TestFilter(t *testing.T) {
	s, err := graph.Build(graphtest.SeedFacts(t))
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2026, 6, 30), graph.Filter{WithoutSources: []string{"c-websnap-no18"}})
	require.NoError(t, err)
	for _, e := range about(t, v, timeline.Question{}) {
		require.NotEqual(t, "mofcom-2025-18", e.Key)
		require.NotContains(t, e.Controls, e.Node)
	}
	require.Empty(t, about(t, v, timeline.Question{}, "mofcom-2025-18"))
}

// A scenario sets controls and licences: what it says stands beside the record, or in its place.
func TestScenario(t *testing.T) {
	base := graphtest.SeedView(t, graphtest.Settled)
	find := func(key string) graph.Node {
		n, ok := base.Lookup(key)
		require.True(t, ok, key)
		return n
	}
	from := graph.NewDay(2026, 11, 11)
	v, err := base.With(
		graph.Edit{Control: &graph.ControlChange{Controls: []graph.Node{find("mofcom-2025-57")}, From: from, Until: graph.NewDay(2027, 11, 10)}},
		graph.Edit{Licence: &graph.LicenceChange{End: &graph.LicenceEnd{Licence: find("l-gl-jlmag-2025-12"), Last: graph.NewDay(2027, 12, 1)}}},
		graph.Edit{Licence: &graph.LicenceChange{Grant: &graph.GrantedLicence{
			Holder: find("jl-mag"), Customer: graph.NoNode, Type: find("cn-general-rare-earth"), Item: graph.NoNode, From: from, Until: graph.MaxDay,
		}}},
	)
	require.NoError(t, err)
	got := strings.Join(lines(about(t, v, timeline.Question{From: from, Until: graph.NewDay(2028, 1, 1)}, "mofcom-2025-57", "jl-mag")), "\n")
	require.Equal(t, strings.Join([]string{
		"2026-11-11 02 CONTROL_SUSPENDED scenario 1 mofcom-2025-57 to 2026-11-11 until 2027-11-10 [SCENARIO]",
		"2026-11-11 04 LICENCE_GRANTED scenario 3 grant to 2026-11-11 until  [SCENARIO]",
		"2027-12-01 05 LICENCE_EXPIRES l-gl-jlmag-2025-12 to 2027-12-01 until  [SCENARIO]",
	}, "\n"), got)
}

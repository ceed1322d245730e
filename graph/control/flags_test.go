package control_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
)

func flagged(t *testing.T, a asks, want ...graph.Flag) (control.Decision, control.Explanation) {
	t.Helper()
	d, x := decide(t, a)
	slices.Sort(want)
	require.ElementsMatch(t, want, d.Flags, "%+v: row %s", a, d.Rule)
	return d, x
}

// General licences: who is named decides whether one covers the shipment.
func TestGeneralLicences(t *testing.T) {
	magnet := asks{on: "2025-12-10", item: "sintered-ndfeb-gbd", from: cn, to: "DE", use: control.Civilian}
	with := func(change func(*asks)) asks {
		a := magnet
		change(&a)
		return a
	}
	// Nobody is named: some licence may cover it.
	d, x := flagged(t, magnet, graph.FlagGeneralPossible)
	require.Equal(t, control.Individual, d.Outcome)
	require.NotEmpty(t, x.Doors)
	// The record names the customer and not the holder.
	d, _ = flagged(t, with(func(a *asks) { a.user = "ford"; a.to = "MX" }), graph.FlagGeneralPossible, graph.FlagListIncomplete)
	require.Equal(t, control.Individual, d.Outcome)
	// The exporter serves the customer under its own licence.
	d, _ = flagged(t, with(func(a *asks) { a.user, a.holder = "volkswagen", "jl-mag" }))
	require.Equal(t, control.GeneralLicence, d.Outcome)
	require.Equal(t, []control.Held{{Licence: nodes(t, "l-gl-jlmag-2025-12")[0]}}, d.Licences)
	require.Equal(t, control.Open, d.Passage())
	// Another exporter, of which no general licence is on record: only those without a named holder are left.
	d, _ = flagged(t, with(func(a *asks) { a.user, a.holder = "volkswagen", "baotou-tianhe" }), graph.FlagGeneralPossible)
	require.Equal(t, control.Individual, d.Outcome)
	// Not an eligible item, not a civilian use, not yet, no longer.
	flagged(t, with(func(a *asks) { a.item, a.holder = "smco-magnet", "jl-mag" }))
	flagged(t, with(func(a *asks) { a.use, a.holder = control.Military, "jl-mag" }), graph.FlagRefusalExpected)
	flagged(t, with(func(a *asks) { a.on, a.holder = "2025-12-01", "jl-mag" }))
	d, _ = flagged(t, with(func(a *asks) { a.on, a.holder = "2026-12-31", "jl-mag" }), graph.FlagImpreciseDate, graph.FlagRulesNotChecked)
	require.Equal(t, control.GeneralLicence, d.Outcome, "the month of the end runs to its last day")
	d, _ = flagged(t, with(func(a *asks) { a.on, a.holder = "2027-01-31", "jl-mag" }), graph.FlagGeneralEnded, graph.FlagRulesNotChecked)
	require.Equal(t, control.Individual, d.Outcome)
	// A chip maker and an unstated use are decided as civilian, and say so.
	d, _ = flagged(t, with(func(a *asks) { a.use, a.holder = control.ChipOrAI, "jl-mag" }), graph.FlagNoChipRule)
	require.Equal(t, control.GeneralLicence, d.Outcome)
	d, _ = flagged(t, with(func(a *asks) { a.use, a.holder = "", "jl-mag" }), graph.FlagTakenAsCivilian)
	require.Equal(t, control.GeneralLicence, d.Outcome)
}

// A user on two lists: the one whose suspension has run out does not make the answer unverified.
func TestSurerListStands(t *testing.T) {
	facts := *seedBook().View().Facts()
	facts.ListedEntities = slices.Clone(facts.ListedEntities)
	row := facts.ListedEntities[slices.IndexFunc(facts.ListedEntities, func(l graph.ListedEntity) bool { return l.Entity == "mp-materials" })]
	row.Control = "mofcom-2025-21"
	facts.ListedEntities = append(facts.ListedEntities, row)
	b := bookOf(&facts)
	a := asks{on: "2026-11-20", item: "dy-oxide", from: cn, to: "US", use: control.Civilian, user: "mp-materials"}
	d := b.Decide(a.question(t, b))
	require.Equal(t, control.Prohibited, d.Outcome)
	require.Equal(t, graph.Flags{graph.FlagRulesNotChecked}, d.Flags)
	require.Equal(t, []string{"mofcom-2026-us10", "mofcom-2025-18"}, clauseKeys(d))
}

// What rows leave open about magnets, parts and classes.
func TestReadingsOfItems(t *testing.T) {
	german := func(item string) asks {
		return asks{on: "2025-06-01", item: item, from: cn, to: "DE", use: control.Civilian}
	}
	for _, item := range []string{"sintered-ndfeb-low-cost", "recycled-ndfeb-magnet", "bonded-ndfeb", "smfen-bonded-magnet"} {
		d, x := flagged(t, german(item), graph.FlagContentNotStated)
		require.Equal(t, control.Individual, d.Outcome, item)
		require.Equal(t, []string{"mofcom-2025-18"}, clauseKeys(d))
		require.Equal(t, 5, x.Ambiguities[0].Number)
	}
	for _, item := range []string{"sintered-ndfeb-standard", "hot-deformed-ndfeb"} {
		d, _ := flagged(t, german(item), graph.FlagContentNotStated, graph.FlagCustomsMayHold)
		require.Equal(t, control.NoLicence, d.Outcome, item)
	}
	for _, item := range []string{"magnet-assembly-hc", "tbfe-alloy", "sm2co17-magnet", "sintered-ndfeb-high-coercivity", "dyfe-alloy", "terfenol-d-alloy"} {
		d, _ := flagged(t, german(item))
		require.Equal(t, control.Individual, d.Outcome, item)
	}
	for _, item := range []string{"motor-rotor", "motor-stator", "moulded-sensor", "la-rich-re-chloride", "green-phosphor-lap"} {
		d, _ := flagged(t, german(item), graph.FlagCustomsMayHold)
		require.Equal(t, control.NoLicence, d.Outcome, item)
	}
	for _, item := range []string{"sintered-ndfeb-magnet", "rare-earth-magnet", "heavy-rare-earth-oxides", "separated-rare-earth-oxides", "rare-earth-target"} {
		d, x := flagged(t, german(item), graph.FlagPossiblyControlled)
		require.Equal(t, control.Individual, d.Outcome, item)
		require.Contains(t, x.Reasons[0], item+" is a class")
	}
	// A europium phosphor is under the paused announcement although phosphors are outside.
	d, _ := flagged(t, asks{on: "2026-11-11", item: "blue-phosphor-bam", from: cn, to: "DE", use: control.Civilian},
		graph.FlagSuspensionExpired, graph.FlagRulesNotChecked)
	require.Equal(t, control.Individual, d.Outcome)
	d, _ = flagged(t, asks{on: "2026-11-11", item: "phosphor", from: cn, to: "DE", use: control.Civilian},
		graph.FlagSuspensionExpired, graph.FlagRulesNotChecked, graph.FlagPossiblyControlled)
	require.Equal(t, control.NoLicence, d.IfProlonged)
	// A class that holds both a seven and a paused element does not lean on the pause.
	d, _ = flagged(t, asks{on: "2026-11-11", item: "heavy-rare-earth-oxides", from: cn, to: "DE", use: control.Civilian},
		graph.FlagPossiblyControlled, graph.FlagRulesNotChecked)
	require.Equal(t, control.Delayed, d.Passage())
}

// Where the horizon is said, and where not.
func TestHorizon(t *testing.T) {
	require.Equal(t, graph.NewDay(2026, 6, 29), seedBook().CheckedUntil())
	require.Equal(t, graph.NewDay(2020, 12, 1), seedBook().FirstDay())
	base := asks{on: "2026-06-29", item: "dy-oxide", from: cn, to: "DE", use: control.Civilian}
	flagged(t, base)
	base.on = "2026-06-30"
	_, x := flagged(t, base, graph.FlagRulesNotChecked)
	require.Contains(t, x.Reasons, "Not checked past 29 June 2026.")

	for _, e := range []struct {
		item, to, on string
		from         control.Exporter
		unverified   bool
	}{
		{"ga-metal", "US", "2026-11-27", cn, false},
		{"ga-metal", "US", "2026-11-28", cn, true},
		{"ga-metal", "DE", "2026-11-28", cn, false},
		{"dy-oxide", "US", "2026-11-28", cn, false},
		{"ho-oxide", "US", "2026-11-10", cn, false},
		{"ho-oxide", "US", "2026-11-11", cn, true},
		{"diamond-wheel", "US", "2026-11-11", cn, true},
		{"li-ion-cell-high-energy", "US", "2026-11-11", cn, true},
		{"magnet-jet-mill", "US", "2026-11-11", cn, true},
		{"re-recycling-technology", "US", "2026-11-11", cn, true},
		{"re-mining-technology", "US", "2026-11-11", cn, false},
		{"re-separation-technology", "US", "2026-11-11", cn, false},
		{"dy-metal", "US", "2026-11-11", foreign, true},
		{"nd-metal", "US", "2026-11-11", foreign, false},
	} {
		d, x := decide(t, asks{on: e.on, item: e.item, from: e.from, to: e.to, use: control.Civilian})
		require.Equal(t, e.unverified, d.Flags.Has(graph.FlagSuspensionExpired), "%+v", e)
		require.Equal(t, e.unverified, d.Passage() == control.Unverified || d.IfProlonged != "", "%+v", e)
		require.Equal(t, e.unverified, slices.ContainsFunc(x.Ambiguities, func(a control.Ambiguity) bool { return a.Number == 1 }))
	}
}

// Cautions for uses, and those of the sources that bear on an answer.
func TestCautions(t *testing.T) {
	use := func(item, to string, use control.EndUse) asks {
		return asks{on: "2026-03-01", item: item, from: cn, to: to, use: use}
	}
	d, x := flagged(t, use("battery-ev", "FR", control.Military), graph.FlagCatchAll)
	require.Equal(t, control.NoLicence, d.Outcome)
	require.Equal(t, 14, x.Ambiguities[0].Number)
	flagged(t, use("battery-ev", "FR", control.Civilian))
	flagged(t, use("battery-ev", "FR", ""), graph.FlagCatchAll, graph.FlagTakenAsCivilian)
	flagged(t, use("dy-oxide", "FR", control.Humanitarian), graph.FlagTakenAsCivilian)
	d, x = flagged(t, use("dy-oxide", "FR", control.Military), graph.FlagRefusalExpected)
	require.Greater(t, d.Days.High, 1e300)
	numbers := func(x control.Explanation) []int {
		var n []int
		for _, a := range x.Ambiguities {
			n = append(n, a.Number)
		}
		return n
	}
	require.Equal(t, []int{6, 8, 15}, numbers(x))
	_, x = decide(t, use("dy-oxide", "US", control.Civilian))
	require.Equal(t, []int{2, 6, 9, 13, 15}, numbers(x))
	_, x = decide(t, use("sm-oxide", "JP", control.Civilian))
	require.Equal(t, []int{2, 12, 15}, numbers(x), "the code of samarium is stated")
	_, x = decide(t, use("re-separation-technology", "HK", control.Civilian))
	require.Equal(t, []int{7, 10, 15}, numbers(x))
}

// Controls of other states stand beside the answer and never decide it.
func TestOtherStates(t *testing.T) {
	d, x := decide(t, asks{on: "2026-03-01", item: "rare-earth-ore", from: cn, to: "DE", use: control.Civilian})
	require.Equal(t, control.NoLicence, d.Outcome)
	var beside []string
	for _, c := range x.Beside {
		beside = append(beside, seedBook().View().Key(c.Control))
	}
	require.Equal(t, []string{"id-ree-ban-2025", "my-raw-ree-2024", "vn-minerals-law-2025"}, beside)
	_, x = decide(t, asks{on: "2023-12-31", item: "monazite-concentrate", from: foreign, origin: "MY", to: "DE", use: control.Civilian})
	require.Empty(t, x.Beside)
	d, x = decide(t, asks{on: "2024-06-01", item: "monazite-concentrate", from: foreign, origin: "MY", to: "DE", use: control.Civilian})
	require.Equal(t, control.NoLicence, d.Outcome)
	require.Len(t, x.Beside, 2, "the row of ores and that of concentrates")
}

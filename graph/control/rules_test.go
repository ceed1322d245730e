package control_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
)

type expected struct {
	asks
	outcome control.Outcome
	rule    string
}

func (e expected) check(t *testing.T) (control.Decision, control.Explanation) {
	t.Helper()
	d, x := decide(t, e.asks)
	require.Equal(t, e.outcome, d.Outcome, "%+v: row %s, %v", e.asks, d.Rule, x.Reasons)
	if e.rule != "" {
		require.Equal(t, e.rule, d.Rule, "%+v: %v", e.asks, x.Reasons)
	}
	return d, x
}

// The worked checks at the end of the written rules.
func TestWorkedChecks(t *testing.T) {
	for _, e := range []expected{
		{asks{on: "2025-03-01", item: "dy-oxide", from: cn, to: "DE", use: control.Civilian}, control.NoLicence, "5.1/14"},
		{asks{on: "2025-05-10", item: "dy-oxide", from: cn, to: "DE", use: control.Civilian}, control.Individual, "5.1/10"},
		{asks{on: "2025-05-10", item: "ndpr-oxide", from: cn, to: "DE", use: control.Civilian}, control.NoLicence, "5.1/2"},
		{asks{on: "2025-10-15", item: "re-separation-technology", from: cn, to: "US", use: control.Civilian}, control.Prohibited, "5.1/3"},
		{asks{on: "2025-10-20", item: "sintered-ndfeb-magnet-hc", from: foreign, to: "KR", use: control.Civilian, origin: "CN"}, control.Individual, "5.2/7c"},
		{asks{on: "2025-10-20", item: "sintered-ndfeb-magnet-hc", from: foreign, to: "KR", use: control.Civilian, origin: "JP", content: graph.True}, control.NoLicence, "5.2/6"},
		{asks{on: "2025-11-08", item: "ho-oxide", from: cn, to: "FR", use: control.Civilian}, control.NoLicence, "5.1/13"},
		{asks{on: "2025-11-08", item: "ga-metal", from: cn, to: "US", use: control.Civilian}, control.RefusedInPrinciple, "5.1/6"},
		{asks{on: "2025-11-10", item: "ga-metal", from: cn, to: "US", use: control.Civilian}, control.Individual, "5.1/12"},
		{asks{on: "2025-11-10", item: "ga-metal", from: cn, to: "US", use: control.Military}, control.Prohibited, "5.1/4"},
		{asks{on: "2025-12-10", item: "sintered-ndfeb-gbd", from: cn, to: "DE", use: control.Civilian}, control.Individual, "5.1/10"},
		{asks{on: "2025-12-10", item: "sintered-ndfeb-magnet-hc", from: cn, to: "US", use: control.Civilian, holder: "jl-mag"}, control.GeneralLicence, "5.1/9"},
		{asks{on: "2026-01-10", item: "smco-magnet", from: cn, to: "JP", use: control.Military}, control.Prohibited, "5.1/5"},
		{asks{on: "2026-03-01", item: "tb-oxide", from: cn, to: "JP", use: control.Civilian, user: "tdk"}, control.IndividualNoLimit, "5.1/7"},
		{asks{on: "2026-06-25", item: "dy-metal", from: foreign, to: "US", use: control.Civilian, user: "mp-materials"}, control.Prohibited, "5.2/1"},
	} {
		d, _ := e.check(t)
		require.False(t, d.Flags.Has(graph.FlagSuspensionExpired), "%+v", e)
		require.Empty(t, d.IfProlonged)
	}
	d, _ := expected{asks{on: "2026-11-22", item: "ho-oxide", from: cn, to: "FR", use: control.Civilian}, control.Individual, "5.1/11"}.check(t)
	require.True(t, d.Flags.Has(graph.FlagSuspensionExpired))
	require.Equal(t, control.NoLicence, d.IfProlonged)
	require.Equal(t, control.Unverified, d.Passage())
}

// Section 2 of the written rules: in which days each control is in force, as ranges of days. Beyond the end of a suspension it is revived.
var inForce = map[string][][2]string{
	"mofcom-2023-23":       {{"2023-08-01", ""}},
	"mofcom-2023-graphite": {{"2023-12-01", ""}},
	"mofcom-most-2023-57":  {{"2023-12-21", ""}},
	"mofcom-2024-33":       {{"2024-09-15", ""}},
	"mofcom-2024-46-1":     {{"2024-12-03", ""}},
	"mofcom-2024-46-2":     {{"2024-12-03", "2025-11-08"}, {"2026-11-28", ""}},
	"mofcom-2025-10":       {{"2025-02-04", ""}},
	"mofcom-2025-18":       {{"2025-04-04", ""}},
	"mofcom-2025-61-3":     {{"2025-10-09", "2025-11-06"}, {"2026-11-11", ""}},
	"mofcom-2025-62":       {{"2025-10-09", "2025-11-06"}, {"2026-11-11", ""}},
	"mofcom-2025-55":       {{"2026-11-11", ""}},
	"mofcom-2025-56":       {{"2026-11-11", ""}},
	"mofcom-2025-57":       {{"2026-11-11", ""}},
	"mofcom-2025-58":       {{"2026-11-11", ""}},
	"mofcom-2025-61-1":     {{"2026-11-11", ""}},
	"mofcom-2025-61-2":     {{"2026-11-11", ""}},
	"mofcom-2026-1":        {{"2026-01-06", ""}},
	// Section 4: the lists.
	"mofcom-2025-13":         {{"2025-03-04", "2025-11-09"}},
	"mofcom-2025-21":         {{"2025-04-04", "2025-05-13"}, {"2026-11-11", ""}},
	"mofcom-2025-22":         {{"2025-04-10", "2025-05-13"}},
	"mofcom-2025-35":         {{"2025-07-09", ""}},
	"mofcom-2025-51":         {{"2025-09-25", ""}},
	"mofcom-2026-11":         {{"2026-02-24", ""}},
	"mofcom-2026-12":         {{"2026-02-24", ""}},
	"mofcom-2026-20":         {{"2026-04-24", ""}},
	"mofcom-2026-us10":       {{"2026-06-22", ""}},
	"mofcom-2026-28":         {{"2026-06-29", ""}},
	"mofcom-2026-jp-watch-2": {{"2026-06-29", ""}},
}

// revivedFrom are the days from which a control is in force by the letter alone.
var revivedFrom = map[string]string{
	"mofcom-2024-46-2": "2026-11-28", "mofcom-2025-21": "2026-11-11",
	"mofcom-2025-55": "2026-11-11", "mofcom-2025-56": "2026-11-11", "mofcom-2025-57": "2026-11-11", "mofcom-2025-58": "2026-11-11",
	"mofcom-2025-61-1": "2026-11-11", "mofcom-2025-61-2": "2026-11-11", "mofcom-2025-61-3": "2026-11-11", "mofcom-2025-62": "2026-11-11",
}

// Every control on every day of five years.
func TestEveryControlOnEveryDay(t *testing.T) {
	b := seedBook()
	for key, ranges := range inForce {
		n, ok := b.View().Lookup(key)
		require.True(t, ok, key)
		for on := graph.NewDay(2023, 1, 1); on <= graph.NewDay(2027, 12, 31); on++ {
			day := on.String()
			want := false
			for _, r := range ranges {
				want = want || r[0] <= day && (r[1] == "" || day <= r[1])
			}
			revived := revivedFrom[key] != "" && revivedFrom[key] <= day
			state, ok := b.StateOf(n, on)
			require.True(t, ok)
			if want != (state == control.Active || state == control.Revived) || revived != (state == control.Revived) {
				t.Fatalf("%s on %s is %s", key, day, state)
			}
		}
	}
	for i := range b.View().Facts().ExportControls {
		c := &b.View().Facts().ExportControls[i]
		if _, stated := inForce[c.ID]; !stated && c.Country == "CN" {
			require.Contains(t, []string{"mofcom-2024-51", "mofcom-2025-70", "mofcom-2025-72", "mofcom-most-2025-28", "prc-dual-use-regulation-792",
				"prc-export-control-law-2020", "prc-rare-earth-regulation-2024"}, c.ID, "a control without a row in the written rules")
		}
	}
}

// Section 4: what each list does to its names, on the days around each change.
func TestEntityLists(t *testing.T) {
	for _, e := range []expected{
		{asks{on: "2025-03-03", item: "ga-metal", user: "leidos"}, control.RefusedInPrinciple, "5.1/6"},
		{asks{on: "2025-03-04", item: "ga-metal", user: "leidos"}, control.Prohibited, "5.1/1"},
		{asks{on: "2025-11-09", item: "dy-oxide", user: "leidos"}, control.Prohibited, "5.1/1"},
		{asks{on: "2025-11-10", item: "dy-oxide", user: "leidos"}, control.Individual, "5.1/7b"},
		{asks{on: "2025-04-03", item: "w-oxide", user: "cubic-corporation"}, control.Individual, "5.1/12"},
		{asks{on: "2025-04-04", item: "dy-oxide", user: "cubic-corporation"}, control.Prohibited, "5.1/1"},
		{asks{on: "2025-05-13", item: "dy-oxide", user: "cubic-corporation"}, control.Prohibited, "5.1/1"},
		{asks{on: "2025-05-14", item: "dy-oxide", user: "cubic-corporation"}, control.Individual, "5.1/7b"},
		{asks{on: "2026-11-10", item: "dy-oxide", user: "cubic-corporation"}, control.Individual, "5.1/7b"},
		{asks{on: "2026-11-11", item: "dy-oxide", user: "cubic-corporation"}, control.Prohibited, "5.1/1"},
		{asks{on: "2025-04-09", item: "dy-oxide", user: "brinc-drones"}, control.Individual, "5.1/10"},
		{asks{on: "2025-04-10", item: "dy-oxide", user: "brinc-drones"}, control.Prohibited, "5.1/1"},
		{asks{on: "2025-05-14", item: "dy-oxide", user: "brinc-drones"}, control.Individual, "5.1/7b"},
		{asks{on: "2025-08-12", item: "dy-oxide", user: "brinc-drones"}, control.Individual, "5.1/7b"},
		{asks{on: "2025-08-13", item: "dy-oxide", user: "brinc-drones"}, control.Individual, "5.1/10"},
		{asks{on: "2025-07-08", item: "dy-oxide", to: "TW", user: "gong-wei"}, control.Individual, "5.1/10"},
		{asks{on: "2025-07-09", item: "dy-oxide", to: "TW", user: "gong-wei"}, control.Prohibited, "5.1/1"},
		{asks{on: "2026-02-23", item: "dy-oxide", to: "JP", user: "ihi-aerospace"}, control.Individual, "5.1/10"},
		{asks{on: "2026-02-24", item: "dy-oxide", to: "JP", user: "ihi-aerospace"}, control.Prohibited, "5.1/1"},
		{asks{on: "2026-02-24", item: "dy-oxide", from: foreign, to: "JP", user: "ihi-aerospace"}, control.Prohibited, "5.2/1"},
		{asks{on: "2026-02-23", item: "tb-oxide", to: "JP", user: "tdk"}, control.Individual, "5.1/10"},
		{asks{on: "2026-02-24", item: "tb-oxide", to: "JP", user: "tdk"}, control.IndividualNoLimit, "5.1/7"},
		{asks{on: "2026-02-24", item: "tb-oxide", from: foreign, to: "JP", user: "tdk"}, control.NoLicence, "5.2/2"},
		{asks{on: "2026-04-23", item: "dy-oxide", to: "DE", user: "hensoldt"}, control.Individual, "5.1/10"},
		{asks{on: "2026-04-24", item: "dy-oxide", to: "DE", user: "hensoldt"}, control.Prohibited, "5.1/1"},
		{asks{on: "2026-04-24", item: "dy-oxide", from: foreign, to: "DE", user: "hensoldt"}, control.Prohibited, "5.2/1"},
		{asks{on: "2026-06-21", item: "dy-oxide", user: "mp-materials"}, control.Individual, "5.1/10"},
		{asks{on: "2026-06-22", item: "dy-oxide", user: "mp-materials"}, control.Prohibited, "5.1/1"},
		{asks{on: "2026-06-28", item: "dy-oxide", to: "JP", user: "mitsubishi-precision"}, control.Individual, "5.1/10"},
		{asks{on: "2026-06-29", item: "dy-oxide", to: "JP", user: "mitsubishi-precision"}, control.Prohibited, "5.1/1"},
		{asks{on: "2026-06-29", item: "dy-oxide", from: foreign, to: "JP", user: "mitsubishi-precision"}, control.Prohibited, "5.2/1"},
		{asks{on: "2026-06-28", item: "dy-oxide", to: "JP", user: "terra-drone"}, control.Individual, "5.1/10"},
		{asks{on: "2026-06-29", item: "dy-oxide", to: "JP", user: "terra-drone"}, control.IndividualNoLimit, "5.1/7"},
		// Lists that do not reach abroad.
		{asks{on: "2025-10-20", item: "y-oxide", from: foreign, to: "TW", user: "gong-wei"}, control.NoLicence, "5.2/6"},
		{asks{on: "2025-10-20", item: "dy-oxide", from: foreign, to: "TW", user: "gong-wei"}, control.RefusedInPrinciple, "5.2/7a"},
		// Nothing but dual-use items is barred.
		{asks{on: "2026-06-22", item: "nd-oxide", user: "mp-materials"}, control.NoLicence, "5.1/2"},
		{asks{on: "2026-06-22", item: "ho-oxide", user: "mp-materials"}, control.NoLicence, "5.1/13"},
	} {
		if e.from == "" {
			e.from = cn
		}
		if e.to == "" {
			e.to = "US"
		}
		e.use = control.Civilian
		d, x := e.check(t)
		require.Equal(t, e.user == "cubic-corporation" && e.on == "2026-11-11", d.Flags.Has(graph.FlagSuspensionExpired))
		if d.Outcome == control.Prohibited {
			require.NotEmpty(t, x.Doors, "every ban has a door")
		}
	}
	// No name of this list is known; a miss proves nothing.
	d, _ := decide(t, asks{on: "2025-10-01", item: "dy-oxide", from: cn, to: "US", use: control.Civilian, user: "general-motors"})
	require.True(t, d.Flags.Has(graph.FlagListIncomplete))
	d, _ = decide(t, asks{on: "2025-10-01", item: "dy-oxide", from: cn, to: "DE", use: control.Civilian, user: "volkswagen"})
	require.False(t, d.Flags.Has(graph.FlagListIncomplete))
}

// Table 5.1, row by row, with what makes each the first to hold.
func TestExportsFromChina(t *testing.T) {
	for _, e := range []expected{
		{asks{on: "2026-06-22", item: "dy-metal", to: "US", use: control.Military, user: "mp-materials"}, control.Prohibited, "5.1/1"},
		{asks{on: "2026-06-22", item: "re-mining-technology", to: "US", use: control.Civilian, user: "mp-materials"}, control.Prohibited, "5.1/1"},
		{asks{on: "2025-06-01", item: "motor-rotor", to: "DE", use: control.Civilian}, control.NoLicence, "5.1/2"},
		{asks{on: "2025-06-01", item: "phosphor", to: "DE", use: control.Civilian}, control.NoLicence, "5.1/2"},
		{asks{on: "2025-06-01", item: "sintered-ndfeb-standard", to: "DE", use: control.Civilian}, control.NoLicence, "5.1/2"},
		{asks{on: "2025-06-01", item: "hot-deformed-ndfeb", to: "DE", use: control.Civilian}, control.NoLicence, "5.1/2"},
		{asks{on: "2023-12-20", item: "re-separation-technology", to: "DE", use: control.Civilian}, control.NoLicence, "5.1/14"},
		{asks{on: "2023-12-21", item: "re-separation-technology", to: "DE", use: control.Civilian}, control.Prohibited, "5.1/3"},
		{asks{on: "2024-01-01", item: "re-mining-technology", to: "DE", use: control.Civilian}, control.Individual, "5.1/3b"},
		{asks{on: "2025-10-08", item: "re-recycling-technology", to: "DE", use: control.Civilian}, control.NoLicence, "5.1/14"},
		{asks{on: "2025-10-09", item: "re-recycling-technology", to: "DE", use: control.Civilian}, control.Individual, "5.1/3b"},
		{asks{on: "2025-11-07", item: "re-recycling-technology", to: "DE", use: control.Civilian}, control.NoLicence, "5.1/14"},
		{asks{on: "2024-12-02", item: "ga-metal", to: "US", use: control.Military}, control.Individual, "5.1/12"},
		{asks{on: "2024-12-03", item: "ga-metal", to: "US", use: control.Military}, control.Prohibited, "5.1/4"},
		{asks{on: "2025-02-03", item: "w-oxide", to: "US", use: control.Military}, control.NoLicence, "5.1/14"},
		{asks{on: "2025-12-10", item: "smco-magnet", to: "US", use: control.Military}, control.Prohibited, "5.1/4"},
		{asks{on: "2025-12-10", item: "ho-oxide", to: "US", use: control.Military}, control.NoLicence, "5.1/13"},
		{asks{on: "2026-01-05", item: "smco-magnet", to: "JP", use: control.Military}, control.Individual, "5.1/8"},
		{asks{on: "2026-01-06", item: "smco-magnet", to: "JP", use: control.Military}, control.Prohibited, "5.1/5"},
		{asks{on: "2025-05-01", item: "ge-metal", to: "US", use: control.Civilian}, control.RefusedInPrinciple, "5.1/6"},
		{asks{on: "2025-05-01", item: "sb-metal", to: "US", use: control.Civilian}, control.RefusedInPrinciple, "5.1/6"},
		{asks{on: "2025-05-01", item: "cubic-press", to: "US", use: control.Civilian}, control.RefusedInPrinciple, "5.1/6"},
		{asks{on: "2025-05-01", item: "natural-flake-graphite", to: "US", use: control.Civilian}, control.Individual, "5.1/6b"},
		{asks{on: "2025-11-09", item: "natural-flake-graphite", to: "US", use: control.Civilian}, control.Individual, "5.1/12"},
		{asks{on: "2026-03-01", item: "ga-metal", to: "JP", use: control.Civilian, user: "tdk"}, control.IndividualNoLimit, "5.1/7"},
		{asks{on: "2025-06-01", item: "ga-metal", to: "US", use: control.Civilian, user: "cubic-corporation"}, control.RefusedInPrinciple, "5.1/6"},
		{asks{on: "2025-12-01", item: "ga-metal", to: "US", use: control.Civilian, user: "cubic-corporation"}, control.Individual, "5.1/7b"},
		{asks{on: "2025-06-01", item: "dy-oxide", to: "DE", use: control.Military}, control.Individual, "5.1/8"},
		{asks{on: "2025-12-02", item: "sintered-ndfeb-gbd", to: "DE", use: control.Civilian, holder: "jl-mag"}, control.GeneralLicence, "5.1/9"},
		{asks{on: "2025-12-01", item: "sintered-ndfeb-gbd", to: "DE", use: control.Civilian, holder: "jl-mag"}, control.Individual, "5.1/10"},
		{asks{on: "2025-12-10", item: "sintered-ndfeb-gbd", to: "DE", use: control.Military, holder: "jl-mag"}, control.Individual, "5.1/8"},
		{asks{on: "2025-12-10", item: "smco-magnet", to: "DE", use: control.Civilian, holder: "jl-mag"}, control.Individual, "5.1/10"},
		{asks{on: "2026-03-01", item: "sintered-ndfeb-gbd", to: "JP", use: control.Civilian, user: "tdk", holder: "jl-mag"}, control.IndividualNoLimit, "5.1/7"},
		{asks{on: "2025-12-10", item: "dy-oxide", to: "DE", use: control.Civilian}, control.Individual, "5.1/10"},
		{asks{on: "2026-11-11", item: "ho-oxide", to: "DE", use: control.Civilian}, control.Individual, "5.1/11"},
		{asks{on: "2026-11-11", item: "magnet-jet-mill", to: "DE", use: control.Civilian}, control.Individual, "5.1/11"},
		{asks{on: "2026-11-11", item: "li-ion-cell-high-energy", to: "DE", use: control.Civilian}, control.Individual, "5.1/12"},
		{asks{on: "2026-11-11", item: "diamond-wheel", to: "DE", use: control.Civilian}, control.Individual, "5.1/12"},
		{asks{on: "2025-02-04", item: "w-carbide", to: "DE", use: control.Civilian}, control.Individual, "5.1/12"},
		{asks{on: "2025-11-07", item: "magnet-jet-mill", to: "DE", use: control.Civilian}, control.NoLicence, "5.1/14"},
		{asks{on: "2026-11-10", item: "magnet-jet-mill", to: "DE", use: control.Civilian}, control.NoLicence, "5.1/13"},
		{asks{on: "2026-06-01", item: "battery-ev", to: "DE", use: control.Civilian}, control.NoLicence, "5.1/14"},
		{asks{on: "2026-06-01", item: "dy-oxide", to: "CN", use: control.Military}, control.NoLicence, "0"},
	} {
		e.from = cn
		e.check(t)
	}
}

// Table 5.2, row by row.
func TestReexportsFromAbroad(t *testing.T) {
	for _, e := range []expected{
		{asks{on: "2025-04-05", item: "dy-metal", to: "US", use: control.Military, origin: "CN"}, control.Prohibited, "5.2/1"},
		{asks{on: "2025-04-03", item: "dy-metal", to: "US", use: control.Military, origin: "CN"}, control.NoLicence, "5.2/2"},
		{asks{on: "2025-04-05", item: "dy-metal", to: "US", use: control.Military, origin: "MY"}, control.NoLicence, "5.2/2"},
		{asks{on: "2026-01-06", item: "dy-metal", to: "JP", use: control.Military, origin: "CN"}, control.Prohibited, "5.2/1"},
		{asks{on: "2026-01-05", item: "dy-metal", to: "JP", use: control.Military, origin: "CN"}, control.NoLicence, "5.2/2"},
		{asks{on: "2025-10-08", item: "dy-metal", to: "KR", use: control.Civilian, origin: "CN"}, control.NoLicence, "5.2/2"},
		{asks{on: "2025-10-09", item: "dy-metal", to: "KR", use: control.Civilian, origin: "CN"}, control.Individual, "5.2/7c"},
		{asks{on: "2025-11-06", item: "dy-metal", to: "KR", use: control.Civilian, origin: "CN"}, control.Individual, "5.2/7c"},
		{asks{on: "2025-11-07", item: "dy-metal", to: "KR", use: control.Civilian, origin: "CN"}, control.NoLicence, "5.2/2"},
		{asks{on: "2025-10-20", item: "y-oxide", to: "KR", use: control.Civilian, origin: "CN"}, control.NoLicence, "5.2/6"},
		{asks{on: "2025-10-20", item: "gd-oxide", to: "KR", use: control.Civilian, origin: "CN"}, control.NoLicence, "5.2/6"},
		{asks{on: "2025-10-20", item: "dy-metal", to: "KR", use: control.Humanitarian, origin: "CN"}, control.ExemptReport, "5.2/3"},
		{asks{on: "2025-10-20", item: "nd-oxide", to: "KR", use: control.Humanitarian, origin: "CN"}, control.NoLicence, "5.2/6"},
		{asks{on: "2025-10-20", item: "dy-metal", to: "KR", use: control.Military, origin: "CN"}, control.RefusedInPrinciple, "5.2/7a"},
		{asks{on: "2025-10-20", item: "dy-metal", to: "KR", use: control.Civilian, origin: "CN", user: "gong-wei"}, control.RefusedInPrinciple, "5.2/7a"},
		{asks{on: "2025-10-20", item: "dy-metal", to: "KR", use: control.ChipOrAI, origin: "CN"}, control.CaseByCase, "5.2/7b"},
		{asks{on: "2026-11-11", item: "smco-magnet", to: "KR", use: control.Civilian, origin: "JP", content: graph.True, method: graph.False}, control.Individual, "5.2/7c"},
		{asks{on: "2026-11-11", item: "smco-magnet", to: "KR", use: control.Civilian, origin: "JP", content: graph.False, method: graph.True}, control.Individual, "5.2/7c"},
		{asks{on: "2026-11-11", item: "smco-magnet", to: "KR", use: control.Civilian, origin: "JP", content: graph.False, method: graph.False}, control.NoLicence, "5.2/6"},
		{asks{on: "2026-11-11", item: "dy-metal", to: "KR", use: control.Civilian, origin: "JP", content: graph.True, method: graph.False}, control.NoLicence, "5.2/6"},
		{asks{on: "2026-11-11", item: "smco-magnet", to: "KR", use: control.Civilian, origin: "JP"}, control.Individual, "5.2/7c"},
	} {
		e.from = foreign
		d, _ := e.check(t)
		require.Equal(t, e.on >= "2026-11-11" && d.Outcome != control.NoLicence, d.Flags.Has(graph.FlagSuspensionExpired))
	}
	d, _ := decide(t, asks{on: "2026-11-11", item: "smco-magnet", from: foreign, to: "KR", use: control.Civilian, origin: "JP"})
	require.True(t, d.Flags.Has(graph.FlagContentNotStated))
	d, _ = decide(t, asks{on: "2026-11-11", item: "dy-metal", from: foreign, to: "KR", use: control.Civilian, origin: "JP"})
	require.True(t, d.Flags.Has(graph.FlagTechnologyUnstated))
	require.False(t, d.Flags.Has(graph.FlagContentNotStated))
}

// The exporter goes by the origin where it is not stated, and goods are Chinese where their origin is not.
func TestExporterAndOriginByDefault(t *testing.T) {
	d, _ := decide(t, asks{on: "2025-05-10", item: "dy-oxide", to: "DE", use: control.Civilian})
	require.Equal(t, "5.1/10", d.Rule)
	d, _ = decide(t, asks{on: "2025-05-10", item: "dy-oxide", to: "DE", use: control.Civilian, origin: "MY"})
	require.Equal(t, "5.2/2", d.Rule)
}

// Section 6: how long reviews take.
func TestReviews(t *testing.T) {
	b := seedBook()
	says := func(a asks) (string, control.Days, []string) {
		d, x := decide(t, a)
		text, basis := "", []string{}
		for _, timing := range x.Timings {
			text += timing.Says + "\n"
			basis = append(basis, timing.Basis...)
		}
		kinds := b.View().Keys(d.Types)
		require.NotEmpty(t, kinds)
		return kinds[0] + "\n" + text, d.Days, basis
	}
	text, days, basis := says(asks{on: "2025-05-10", item: "dy-oxide", to: "DE", use: control.Civilian})
	require.Contains(t, text, "cn-individual\n")
	require.Contains(t, text, "45 working days, about 63 calendar days")
	require.Equal(t, control.Days{Low: 30, High: 63}, days)
	require.Subset(t, basis, []string{"c-wk-reg792", "c-mugglehead-gl", "d-first-licences", "c-vannn-kr", "c-wk-no33", "c-motorbeats-clepa"})
	require.NotContains(t, basis, "c-ckhq-sep2")
	require.NotContains(t, text, "Since September 2025")

	text, _, basis = says(asks{on: "2025-12-10", item: "dy-oxide", to: "DE", use: control.Civilian})
	require.Contains(t, text, "Since September 2025")
	require.Contains(t, basis, "c-chinascope-euch")
	require.NotContains(t, basis, "c-zero-6mo")

	_, _, basis = says(asks{on: "2025-06-02", item: "dy-oxide", to: "US", use: control.Civilian})
	require.Contains(t, basis, "c-zero-6mo")
	_, _, basis = says(asks{on: "2025-06-01", item: "dy-oxide", to: "US", use: control.Civilian})
	require.NotContains(t, basis, "c-zero-6mo")

	text, days, _ = says(asks{on: "2025-12-10", item: "sintered-ndfeb-gbd", to: "US", use: control.Civilian, holder: "jl-mag"})
	require.Contains(t, text, "cn-general-rare-earth\n")
	require.Contains(t, text, "33 days")
	require.Equal(t, control.Days{}, days)

	text, days, _ = says(asks{on: "2026-03-01", item: "tb-oxide", to: "JP", use: control.Civilian, user: "tdk"})
	require.Contains(t, text, "cn-watchlist-individual\n")
	require.Contains(t, text, "time limit")
	require.True(t, days.Low != days.Low)
	require.Greater(t, days.High, 1e300)
}

// Cubic is on a list whose suspension has run out, and IHI Aerospace, on a list in force, holds it by a stake that nobody states: what is in force
// by the letter goes before what is taken for control.
func TestNamedByTheLetterBeforeHeldByAStakeNobodyStates(t *testing.T) {
	facts := *seedBook().View().Facts()
	facts.Owns = slices.Clone(facts.Owns)
	for _, held := range []string{"cubic-corporation", "ford"} {
		h := facts.Owns[0]
		h.Owner, h.Owned, h.StakePercent = "ihi-aerospace", held, graph.Number{}
		facts.Owns = append(facts.Owns, h)
	}
	b := bookOf(&facts)
	for user, leans := range map[string]bool{"cubic-corporation": false, "ford": true} {
		d := b.Decide(asks{on: "2026-12-31", item: "smco5-alloy", from: control.FromAbroad, to: "JP", use: control.Civilian, user: user, origin: "CN"}.question(t, b))
		require.Equal(t, control.RefusedInPrinciple, d.Outcome, user)
		require.True(t, d.Flags.Has(graph.FlagSuspensionExpired), user)
		require.Equal(t, leans, d.Flags.Has(graph.FlagStakeUnstated), user)
	}
}

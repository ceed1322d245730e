package resolvers_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// withoutCautions is an answer without its flags.
func withoutCautions(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			if key == "flags" {
				delete(v, key)
				continue
			}
			v[key] = withoutCautions(inner)
		}
	case []any:
		for i := range v {
			v[i] = withoutCautions(v[i])
		}
	}
	return v
}

// Whatever answers otherwise when the pause of the October package lapsed than when it was extended leans on what nobody has checked, and says
// so; what answers alike does not.
func TestWhatLeansOnTheOctoberPackageSaysSo(t *testing.T) {
	const unverified = "SUSPENSION_EXPIRED_UNVERIFIED"
	ask := func(t *testing.T, edits, day, question string) (text string, answer any) {
		view := `view(asOf: "` + day + `", scenario: [` + edits + `])`
		r := seedAPI().ask(t, `{ `+view+` { `+question+` } }`, nil)
		require.Empty(t, r.Errors, question)
		require.NoError(t, json.Unmarshal(r.Data, &answer))
		return string(r.Data), withoutCautions(answer)
	}
	state := func(setting string) string {
		return `{control: {controls: ["` + strings.Join(october, `", "`) + `"], state: ` + setting + `, from: "2026-11-11"}}`
	}
	decision := func(arguments string) string {
		return `licenceDecision(` + arguments + `, endUse: CIVILIAN) { outcome passage days { low high } flags }`
	}
	exposed := func(of, to string) string {
		return `exposure(of: {ids: ["` + of + `"]}, to: ` + to + `, endUse: CIVILIAN) { nodes { verdict share { low high estimate } lines { verdict } flags } }`
	}
	access := func(of, use string) string {
		return `exposure(of: {ids: ["` + of + `"]}, to: {countries: ["CN"]}) { nodes { access(endUse: ` + use + `) { state closed { low high estimate } delayed { low high estimate } flags } } }`
	}
	clean := func(item string) string {
		return `cleanChain(of: "` + item + `", rule: "us-dfars-225-7052", endUse: MILITARY, withoutLicence: true) { verdict missingCount nearMiss { kind item { key } } flags }`
	}
	// A licence of nobody for holmium, so that the calendar has something to count.
	const licence = `{licence: {grant: {holder: "jl-mag", type: "cn-general-rare-earth", item: "ho-oxide", from: "2026-07-01", until: "2026-11-30"}}}`
	for _, c := range []struct {
		name, day, edits, question string
		leans                      bool
	}{
		{"a licence for holmium", "2026-11-11", "", decision(`item: "ho-oxide", destination: "FR"`), true},
		{"the day before", "2026-11-10", "", decision(`item: "ho-oxide", destination: "FR"`), false},
		{"a magnet between two countries", "2026-11-11", "", decision(`item: "sintered-ndfeb-magnet-hc", exporter: FOREIGN, origin: "CN", destination: "KR"`), true},
		{"a buyer on list 21", "2026-11-11", "", decision(`item: "dy-oxide", destination: "US", user: "cubic-corporation"`), true},
		{"a magnet under April's rules", "2026-11-11", "", decision(`item: "sintered-ndfeb-gbd", destination: "DE"`), false},
		{"fibre networks and Announcement 57", "2026-11-11", "", exposed("fibre-network", `{controls: ["mofcom-2025-57"]}`), true},
		{"jets and Announcement 57", "2026-11-11", "", exposed("f-35", `{controls: ["mofcom-2025-57"]}`), false},
		{"jets and the ores of Announcement 56", "2026-11-11", "", exposed("f-35", `{controls: ["mofcom-2025-56"]}`), true},
		{"Toyota and the whole package", "2026-11-11", "", exposed("toyota", `{controls: ["`+strings.Join(october, `", "`)+`"]}`), true},
		{"what keeps fibre networks from their needs", "2026-11-11", "", access("fibre-network", "CIVILIAN"), true},
		{"what keeps magnets from Tesla", "2026-11-10", "", access("tesla", "CIVILIAN"), false},
		{"a chain that two states allow", "2027-01-01", "", clean("smco-magnet"), true},
		{"the same before", "2026-11-10", "", clean("smco-magnet"), false},
		{"days of cover for holmium", "2026-07-01", licence, `licenceCalendar(holders: ["jl-mag"]) { item { key } needed general { low high } gap { low high } flags }`, true},
		{"days of cover for magnets", "2026-07-01", "", `licenceCalendar(holders: ["jl-mag"]) { item { key } needed general { low high } gap { low high } flags }`, false},
		{"when fibre networks stop", "2026-11-01", "", `stopDates(endUse: CIVILIAN, per: FIRM, first: 500) { nodes { subject { key } earliest latest flags } }`, false},
		{"what stops fibre networks", "2026-11-11", "", `chokepoints(of: "fibre-network", endUse: CIVILIAN) { law { stopped leaves { low high } delayedCount unverifiedCount flags } sets { leaves { low high } } flags }`, true},
		{"what stops a missile", "2026-11-11", "", `chokepoints(of: "tomahawk", endUse: MILITARY, destination: "US", among: [COUNTRY]) { law { stopped closedCount delayedCount unverifiedCount } flags }`, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, _ := ask(t, c.edits, c.day, c.question)
			_, lapsed := ask(t, c.edits+state("IN_FORCE"), c.day, c.question)
			_, extended := ask(t, c.edits+state("SUSPENDED"), c.day, c.question)
			if c.leans {
				require.NotEqual(t, lapsed, extended)
				require.Contains(t, text, unverified)
			} else {
				require.Equal(t, lapsed, extended)
				require.NotContains(t, text, unverified)
			}
		})
	}
}

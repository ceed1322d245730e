package resolvers_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type licenceAnswer struct {
	Date, Outcome, Passage, Rule string
	IfProlonged                  *string
	Item                         struct{ Key string }
	Days                         struct {
		Low, High *int
		Unlimited bool
	}
	Clauses, Beside []struct {
		Control struct{ Key string }
		State   string
		Text    string
		Row     *struct{ File string }
		Source  struct{ Key string }
	}
	LicenceTypes, Licences []struct{ Key string }
	Reasons, Doors, Flags  []string
	Ambiguities            []struct {
		Number  int
		Text    string
		Sources []struct{ Key string }
	}
	Timings []struct{ Text string }
	Receipt struct {
		RowCount    int
		Rows        []struct{ File string }
		Assumptions []struct{ Flag, Meaning string }
	}
	CheckedUntil string
}

func (a licenceAnswer) controls() []string {
	keys := []string{}
	for _, c := range a.Clauses {
		keys = append(keys, c.Control.Key)
	}
	return keys
}

// Does a dysprosium magnet for a German car maker need a Chinese licence, then and now? And one for a US missile maker?
func TestLicenceNeeded(t *testing.T) {
	got := read[struct {
		View struct{ Car, Missile []licenceAnswer }
	}](t, seedAPI(), worked(t, "04-licence-needed"), nil).View
	require.Len(t, got.Car, 4)
	outcomes := func(list []licenceAnswer) (texts []string) {
		for _, a := range list {
			texts = append(texts, a.Date+" "+a.Outcome+" "+strings.Join(a.Flags, " "))
		}
		return texts
	}
	require.Equal(t, []string{
		"2025-03-01 NO_LICENCE ", "2025-05-10 INDIVIDUAL ", "2025-12-10 INDIVIDUAL GENERAL_LICENCE_POSSIBLE",
		"2026-11-24 INDIVIDUAL GENERAL_LICENCE_POSSIBLE RULES_NOT_CHECKED",
	}, outcomes(got.Car))
	require.Equal(t, []string{"2024-11-01 NO_LICENCE CATCH_ALL_CAUTION", "2025-12-10 PROHIBITED "}, outcomes(got.Missile))
	require.Empty(t, got.Car[0].Clauses)
	require.Equal(t, []string{"mofcom-2025-18"}, got.Car[1].controls())
	require.Contains(t, got.Car[1].Clauses[0].Text, "Tb/Dy-bearing NdFeB magnets")
	require.Equal(t, []string{"mofcom-2024-46-1", "mofcom-2025-18"}, got.Missile[1].controls())
	for _, a := range append(got.Car, got.Missile...) {
		require.NotEmpty(t, a.Reasons)
	}
	require.Contains(t, got.Car[3].Reasons, "Not checked past 29 June 2026.")
}

const wholeDecision = `date outcome passage rule ifProlonged item { key } days { low high unlimited } clauses { control { key } state text row { file } source { key } }
	beside { control { key } state } licenceTypes { key } licences { key } reasons doors flags ambiguities { number text sources { key } } timings { text } checkedUntil
	receipt { rowCount rows { file } assumptions { flag meaning } }`

func decided(t *testing.T, arguments string) []licenceAnswer {
	return read[struct {
		View struct{ LicenceDecision []licenceAnswer }
	}](t, seedAPI(), `{ view(asOf: "2026-06-30") { licenceDecision(`+arguments+`) { `+wholeDecision+` } } }`, nil).View.LicenceDecision
}

// One answer, opened whole.
func TestLicenceDecisionOpens(t *testing.T) {
	a := decided(t, `item: "ho-oxide", destination: "FR", endUse: CIVILIAN, on: ["2026-11-22"]`)[0]
	require.Equal(t, "INDIVIDUAL", a.Outcome)
	require.Equal(t, "UNVERIFIED", a.Passage)
	require.Equal(t, "NO_LICENCE", *a.IfProlonged)
	require.Equal(t, "5.1/11", a.Rule)
	require.Equal(t, 30, *a.Days.Low)
	require.Equal(t, 63, *a.Days.High)
	require.Equal(t, "REVIVED", a.Clauses[0].State)
	require.Equal(t, "restricts.csv", a.Clauses[0].Row.File)
	require.NotEmpty(t, a.Clauses[0].Source.Key)
	require.Equal(t, "cn-individual", a.LicenceTypes[0].Key)
	require.Equal(t, []string{"RULES_NOT_CHECKED", "SUSPENSION_EXPIRED_UNVERIFIED"}, a.Flags)
	require.Equal(t, 1, a.Ambiguities[0].Number)
	require.NotEmpty(t, a.Ambiguities[0].Sources)
	require.NotEmpty(t, a.Timings)
	require.Equal(t, 3, a.Receipt.RowCount, "the control, what it covers, the licence type")
	require.Len(t, a.Receipt.Assumptions, 2)
	require.NotEmpty(t, a.Receipt.Assumptions[0].Meaning)
	require.Equal(t, "2026-06-29", a.CheckedUntil)

	// A named customer of the holder of a general licence; the class of the magnet; the day of the view where none is given.
	a = decided(t, `item: "sintered-ndfeb-magnet-hc", destination: "US", endUse: CIVILIAN, user: "ford", holder: "jl-mag", on: ["2025-12-10"]`)[0]
	require.Equal(t, "GENERAL_LICENCE", a.Outcome)
	require.Equal(t, "l-gl-jlmag-2025-12", a.Licences[0].Key)
	list := decided(t, `item: "sintered-ndfeb-magnet", destination: "US", endUse: MILITARY`)
	require.Len(t, list, 1)
	require.Equal(t, "2026-06-30 PROHIBITED", list[0].Date+" "+list[0].Outcome)
	require.Contains(t, list[0].Flags, "POSSIBLY_CONTROLLED")
	require.Equal(t, "sintered-ndfeb-magnet-hc", list[0].Item.Key)
	require.NotEmpty(t, list[0].Doors)

	// Goods made abroad: Chinese content and technology, stated or not.
	abroad := `item: "smco-magnet", origin: "JP", destination: "KR", endUse: CIVILIAN, on: ["2026-11-22"]`
	require.Equal(t, []string{"CONTENT_NOT_STATED", "RULES_NOT_CHECKED", "SUSPENSION_EXPIRED_UNVERIFIED"}, decided(t, abroad)[0].Flags)
	require.Equal(t, "INDIVIDUAL", decided(t, abroad+`, chineseContent: 0.001, chineseTechnology: false`)[0].Outcome)
	require.Equal(t, "NO_LICENCE", decided(t, abroad+`, chineseContent: 0.0009, chineseTechnology: false`)[0].Outcome)
	require.Equal(t, []string{"mofcom-2025-61-2"}, decided(t, abroad+`, chineseContent: 0, chineseTechnology: true`)[0].controls())
	require.Equal(t, "PROHIBITED", decided(t, `item: "dy-metal", exporter: FOREIGN, destination: "US", endUse: CIVILIAN, user: "mp-materials", on: ["2026-06-25"]`)[0].Outcome)

	// Other states' controls stand beside.
	a = decided(t, `item: "rare-earth-ore", destination: "DE", endUse: CIVILIAN, on: ["2026-03-01"]`)[0]
	require.Equal(t, "NO_LICENCE", a.Outcome)
	require.Len(t, a.Beside, 3)
}

// Every day of five years in one call, and the states of a control.
func TestLicenceDecisionOnManyDays(t *testing.T) {
	days := make([]string, 0, 1826)
	for year := 2023; year <= 2027; year++ {
		for month := 1; month <= 12; month++ {
			days = append(days, fmt.Sprintf(`"%d-%02d-01"`, year, month))
		}
	}
	list := decided(t, `item: "ga-metal", destination: "US", endUse: CIVILIAN, on: [`+strings.Join(days, ",")+`]`)
	require.Len(t, list, 60)
	got := map[string]string{}
	for _, a := range list {
		got[a.Date] = a.Outcome
	}
	require.Equal(t, "NO_LICENCE", got["2023-07-01"])
	require.Equal(t, "INDIVIDUAL", got["2023-08-01"])
	require.Equal(t, "REFUSED_IN_PRINCIPLE", got["2025-01-01"])
	require.Equal(t, "INDIVIDUAL", got["2025-12-01"])
	require.Equal(t, "REFUSED_IN_PRINCIPLE", got["2026-12-01"])

	states := read[struct {
		View struct{ Control map[string]string }
	}](t, seedAPI(), `{ view(asOf: "2026-11-11") { control(id: "mofcom-2025-61-3") { a: state(on: "2025-10-08") b: state(on: "2025-10-09") c: state(on: "2025-11-07") d: state } } }`, nil).View.Control
	require.Equal(t, map[string]string{"a": "NOT_YET", "b": "ACTIVE", "c": "SUSPENDED", "d": "REVIVED"}, states)
}

// A view without the source of a control decides without it.
func TestLicenceDecisionOnTheWordOfSources(t *testing.T) {
	got := read[struct {
		View struct{ LicenceDecision []licenceAnswer }
	}](t, seedAPI(), `{ view(asOf: "2026-06-30", facts: {withoutSources: ["c-websnap-no18"]}) { licenceDecision(item: "dy-oxide", destination: "DE", endUse: CIVILIAN) { outcome rule } } }`, nil)
	require.Equal(t, "NO_LICENCE", got.View.LicenceDecision[0].Outcome)
}

func TestLicenceDecisionRefuses(t *testing.T) {
	for _, c := range []struct{ arguments, code, says, hint string }{
		{`item: "dy-oxid", destination: "DE"`, "NOT_FOUND", `no item has the id "dy-oxid"`, "dy-oxide"},
		{`item: "gallium-items", destination: "DE"`, "NOT_FOUND", `no item has the id "gallium-items"`, "ITEM_GROUP"},
		{`item: "dy", destination: "DE"`, "BAD_INPUT", `item: "dy" is an element`, "one of its forms"},
		{`item: "dy-oxide", destination: "EU"`, "NOT_FOUND", `no country has the id "EU"`, "REGION"},
		{`item: "dy-oxide", destination: "DE", origin: "ZZ"`, "NOT_FOUND", `no country has the id "ZZ"`, ""},
		{`item: "dy-oxide", destination: "DE", user: "tdkk"`, "NOT_FOUND", `no firm has the id "tdkk"`, "tdk"},
		{`item: "dy-oxide", destination: "DE", holder: "dy-oxide"`, "NOT_FOUND", `no firm has the id "dy-oxide"`, "MATERIAL"},
		{`item: "dy-oxide", destination: "DE", on: []`, "BAD_INPUT", "on: is an empty list", ""},
		{`item: "dy-oxide", destination: "DE", on: ["2025-05-10", "2019-12-31"]`, "BAD_INPUT", "on[1]: 2019-12-31 lies before the record of controls, which begins on 2020-12-01", "2020-12-01 or later"},
		{`item: "dy-oxide", destination: "DE", on: ["2025-02-30"]`, "BAD_INPUT", "not a day of the calendar", ""},
		{`item: "dy-oxide", destination: "DE", chineseContent: 5`, "BAD_INPUT", "not a number from 0 to 1", ""},
		{`item: "dy-oxide", destination: "DE", on: [` + strings.Repeat(`"2025-05-10",`, 1001) + `]`, "BAD_INPUT", "on: a list of 1001 values", ""},
	} {
		r := seedAPI().ask(t, `{ view { licenceDecision(endUse: CIVILIAN, `+c.arguments+`) { outcome } } }`, nil)
		require.NotEmpty(t, r.Errors, c.arguments[:min(len(c.arguments), 80)])
		require.Equal(t, c.code, r.Errors[0].Extensions.Code, r.Errors[0].Message)
		require.Contains(t, r.Errors[0].Message, c.says)
		require.Contains(t, r.Errors[0].Extensions.Hint, c.hint)
	}
	r := seedAPI().ask(t, `{ view(asOf: "2026-06-30", facts: {withoutSources: ["c-wk-ecl", "c-websnap-no18"]}) { licenceDecision(item: "dy-oxide", destination: "DE", endUse: CIVILIAN, on: ["2021-01-01"]) { outcome } } }`, nil)
	require.Contains(t, r.Errors[0].Message, "which begins on 2023-08-01")
}

// The pause of October 2025 lapses or is extended, and licences are granted and end, as edits of a scenario.
func TestLicencesInScenarios(t *testing.T) {
	magnet := `magnet: licenceDecision(item: "sintered-ndfeb-gbd", destination: "DE", endUse: CIVILIAN, user: "volkswagen", on: ["2027-03-01"]) { outcome flags receipt { rows(first: 20) { file line } } }`
	got := read[struct {
		Record, Lapses, Extended struct {
			Scenario []struct{ Text string }
			Holmium  []licenceAnswer
			Magnet   []licenceAnswer
		}
	}](t, seedAPI(), `{
		record: view(asOf: "2026-06-30") { ...asked }
		lapses: view(asOf: "2026-06-30", scenario: [{control: {controls: ["mofcom-2025-57", "mofcom-2025-56"], state: IN_FORCE, from: "2026-11-11"}}]) { ...asked }
		extended: view(asOf: "2026-06-30", scenario: [
			{control: {controls: ["mofcom-2025-57"], state: SUSPENDED, from: "2026-11-11", until: "2027-11-10"}}
			{licence: {grant: {holder: "jl-mag", customer: "volkswagen", type: "cn-general-rare-earth", item: "sintered-ndfeb-magnet-hc", from: "2026-12-01", until: "2027-11-30"}}}
			{licence: {end: {licence: "l-gl-sanhuan-2025-12", last: "2027-12-01"}}}
		]) { ...asked }
	} fragment asked on View {
		scenario { text }
		holmium: licenceDecision(item: "ho-oxide", destination: "FR", endUse: CIVILIAN, on: ["2026-11-22"]) { outcome passage flags clauses { state } }
		`+magnet+`
	}`, nil)
	require.Equal(t, "UNVERIFIED", got.Record.Holmium[0].Passage)
	require.Equal(t, "INDIVIDUAL", got.Lapses.Holmium[0].Outcome)
	require.Equal(t, "DELAYED", got.Lapses.Holmium[0].Passage)
	require.Equal(t, "ACTIVE", got.Lapses.Holmium[0].Clauses[0].State)
	require.Equal(t, []string{"RULES_NOT_CHECKED", "SCENARIO"}, got.Lapses.Holmium[0].Flags)
	require.Equal(t, "NO_LICENCE", got.Extended.Holmium[0].Outcome)
	require.Equal(t, "OPEN", got.Extended.Holmium[0].Passage)
	require.Equal(t, "control(mofcom-2025-57,SUSPENDED,2026-11-11,2027-11-10)", got.Extended.Scenario[0].Text)
	require.Equal(t, "INDIVIDUAL", got.Record.Magnet[0].Outcome)
	require.Equal(t, "GENERAL_LICENCE", got.Extended.Magnet[0].Outcome)
	rows := got.Extended.Magnet[0].Receipt.Rows
	require.Equal(t, "scenario", rows[len(rows)-1].File)

	for edit, says := range map[string]string{
		`{control: {controls: [], state: IN_FORCE, from: "2026-11-11"}}`:                                      "is an empty list",
		`{control: {controls: ["mofcom-2025-5"], state: IN_FORCE, from: "2026-11-11"}}`:                       `no control has the id "mofcom-2025-5"`,
		`{control: {controls: ["mofcom-2025-57"], state: IN_FORCE, from: "2026-11-11", until: "2026-11-10"}}`: "does not end before it begins",
		`{licence: {grant: {type: "cn-individual", item: "jl-mag", from: "2026-11-11"}}}`:                     "no item or item group has the id",
		`{licence: {end: {licence: "nobody", last: "2026-11-11"}}}`:                                           `no licence has the id "nobody"`,
		`{licence: {grant: {type: "cn-individual", from: "2026-11-11", until: "2026-01-01"}}}`:                "does not end before it begins",
		`{licence: {}}`: "",
		`{licence: {grant: {type: "cn-individual", from: "2026-11-11"}, end: {licence: "l-gl-ford-2025-12", last: "2026-11-11"}}}`: "",
	} {
		r := seedAPI().ask(t, `{ view(asOf: "2026-06-30", scenario: [`+edit+`]) { id } }`, nil)
		require.NotEmpty(t, r.Errors, edit)
		require.Contains(t, r.Errors[0].Message, says, edit)
		require.NotEqual(t, "INTERNAL", r.Errors[0].Extensions.Code, edit)
	}
}

// Who is covered today, and where does cover end?
func TestLicenceCalendar(t *testing.T) {
	type span struct{ From, Until *string }
	type count struct{ Low, High int }
	list := read[struct {
		View struct {
			LicenceCalendar []struct {
				Holder, Customer, Item *struct{ Key string }
				Possible               bool
				Needed                 int
				Covered, General, Gap  count
				Gaps                   []span
				Ends                   *string
				Flags                  []string
				Licences               []struct {
					Licence            *struct{ Key string }
					Edit               *int
					Type               struct{ Key string }
					PerShipment        *bool
					Valid, ValidAtMost *span
				}
				Receipt struct{ RowCount int }
			}
		}
	}](t, seedAPI(), `{ view(asOf: "2026-06-30", scenario: [{licence: {grant: {holder: "jl-mag", customer: "ford", type: "cn-general-rare-earth", from: "2026-12-02"}}}]) {
		licenceCalendar(customers: ["ford"]) {
			holder { key } customer { key } item { key } possible needed covered { low high } general { low high } gap { low high } gaps { from until } ends flags
			licences { licence { key } edit type { key } perShipment valid { from until } validAtMost { from until } } receipt { rowCount }
		}
	} }`, nil).View.LicenceCalendar
	rows := map[string]int{}
	for i, row := range list {
		key := ""
		for _, part := range []*struct{ Key string }{row.Holder, row.Customer, row.Item} {
			if part != nil {
				key += part.Key
			}
			key += "|"
		}
		rows[key] = i
	}
	ford := list[rows["|ford|sintered-ndfeb-magnet-hc|"]]
	require.False(t, ford.Possible)
	require.Equal(t, 365, ford.Needed)
	require.Equal(t, count{155, 185}, ford.General)
	require.Equal(t, count{180, 210}, ford.Gap)
	require.Equal(t, "2027-01-01", *ford.Gaps[0].From)
	require.Equal(t, "2026-12-31", *ford.Ends)
	require.Equal(t, "2025-12-31", *ford.Licences[0].Valid.From)
	require.Equal(t, "2025-12-01", *ford.Licences[0].ValidAtMost.From)
	require.False(t, *ford.Licences[0].PerShipment)
	require.Equal(t, 2, ford.Receipt.RowCount)
	granted := list[rows["jl-mag|ford||"]]
	require.Nil(t, granted.Licences[0].Licence)
	require.Equal(t, 1, *granted.Licences[0].Edit)
	require.Nil(t, granted.Licences[0].Valid.Until)
	require.Nil(t, granted.Ends)
	require.Equal(t, count{210, 210}, granted.General)
	require.True(t, list[rows["jl-mag||sintered-ndfeb-magnet-hc|"]].Possible)
	require.NotContains(t, rows, "baotou-tianhe|volkswagen|sintered-ndfeb-magnet-hc|")

	for arguments, says := range map[string]string{
		`customers: []`:                        "customers: is an empty list",
		`holders: []`:                          "holders: is an empty list",
		`holders: ["jl-magg"]`:                 `no firm has the id "jl-magg"`,
		`from: "2026-01-01", to: "2025-01-01"`: "a calendar spans from 1 to 3660 days",
		`from: "2000-01-01", to: "2026-01-01"`: "not 9498",
	} {
		r := seedAPI().ask(t, `{ view { licenceCalendar(`+arguments+`) { needed } } }`, nil)
		require.NotEmpty(t, r.Errors, arguments)
		require.Contains(t, r.Errors[0].Message, says)
	}
}

package resolvers_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

type contentEnds struct{ Low, High *float64 }

func (e contentEnds) String() string {
	text := func(x *float64) string {
		if x == nil {
			return "∞"
		}
		return fmt.Sprintf("%.4g", *x)
	}
	return text(e.Low) + ".." + text(e.High)
}

type contentLaw struct {
	Outcome     string
	Rule        string
	IfProlonged *string
	Flags       []string
}

type contentWorth struct {
	Verdict, Content, Implied  string
	ChineseShare, ImpliedShare contentEnds
	Bites, ImpliedBites        contentEnds
	DecidingFact               *struct {
		Kind                 string
		Item, Element, Buyer *named
		Decides              string
	}
	Licence  *contentLaw
	Flags    []string
	Elements []struct {
		Element     named
		Amount      contentEnds
		ChinesePart struct {
			Low, High float64
			Estimate  *float64
		}
	}
}

func (w *contentWorth) fact() string {
	f := w.DecidingFact
	if f == nil {
		return "-"
	}
	return fmt.Sprintf("%s %s %s %s %s", f.Kind, f.Item, f.Element, f.Buyer, f.Decides)
}

type contentRule struct {
	State      string
	Threshold  float64
	TotalCount int
	Flags      []string
	Goods      []struct {
		Item       named
		Scope      string
		ReadAs     named
		MakerCount int
		Worth      contentWorth
		Makers     []struct {
			Firm      named
			Countries []named
			Worth     contentWorth
		}
	}
}

func (r *contentRule) of(key string) (w *contentWorth, scope string) {
	for i := range r.Goods {
		if r.Goods[i].Item.Key == key {
			return &r.Goods[i].Worth, r.Goods[i].Scope
		}
	}
	return nil, ""
}

// Which foreign-made goods would need a Chinese licence under the 0.1 % rule, had it not been paused? No price is on record, so no good is
// proven to be reached, and none of those named is proven free. By hand:
//
//	SmCo5 holds 0.3379 to 0.36 kg of samarium metal (feeds.csv) of 1.0004 kg samarium a kilogram; bought as the world market does (90 % Chinese
//	metal), the rule bites where a kilogram of samarium costs 0.001 / (0.9·0.36) = 0.31 % of what a kilogram of magnet costs: practically always.
//
// Magnets whose grade nobody states are named only in part; of parts only the wording speaks.
func TestTenthOfAPercent(t *testing.T) {
	got := read[struct {
		NotPaused     struct{ Without, With contentRule }
		AfterThePause struct{ ContentRule contentRule }
	}](t, seedAPI(), worked(t, "25-tenth-of-a-percent"), nil)

	bare := got.NotPaused.Without
	require.Equal(t, []any{"ACTIVE", 0.001, 49}, []any{bare.State, bare.Threshold, bare.TotalCount})
	require.Len(t, bare.Goods, 49)
	for _, g := range bare.Goods {
		require.Equal(t, "UNKNOWN", g.Worth.Verdict, g.Item.Key)
		require.Contains(t, g.Worth.Flags, "PRICE_NOT_GIVEN", g.Item.Key)
		require.Equal(t, "INDIVIDUAL", g.Worth.Licence.Outcome, g.Item.Key) // what is not known counts as met
		require.Contains(t, g.Worth.Licence.Flags, "CONTENT_NOT_STATED", g.Item.Key)
	}
	for key, want := range map[string][3]string{
		"smco5-magnet":                   {"NAMED", "0.003085..0.003287", "ORIGIN smco5-alloy sm - ONE_WAY"},
		"sm2co17-magnet":                 {"NAMED", "0.003967..0.004829", "ORIGIN sm2co17-alloy sm - ONE_WAY"},
		"sintered-ndfeb-high-coercivity": {"NAMED", "0.001..0.1668", "ORIGIN dy-metal dy - NOT_ALONE"},
		"sintered-ndfeb-magnet":          {"CLASS", "0.001..∞", "SCOPE sintered-ndfeb-magnet - - ONE_WAY"},
		"ev-traction-motor":              {"ASSEMBLY", "0..0.1668", "SCOPE ev-traction-motor - - ONE_WAY"},
	} {
		w, scope := bare.of(key)
		require.NotNil(t, w, key)
		require.Equal(t, want, [3]string{scope, w.ImpliedBites.String(), w.fact()}, key)
	}
	none, _ := bare.of("baw-filter") // it holds a named target, and no magnet, of which alone the row on assemblies speaks
	require.Nil(t, none)

	// With the asker's prices the market's shares reach SmCo and high-coercivity magnets in anybody's hands, and each maker of SmCo; who sold
	// the material decides. For magnets of an unstated grade, the grade does.
	priced := got.NotPaused.With
	for key, want := range map[string][3]string{
		"smco5-magnet":                   {"UNKNOWN", "YES", "ORIGIN smco5-alloy sm - EITHER_WAY"},
		"sm2co17-magnet":                 {"UNKNOWN", "YES", "ORIGIN sm2co17-alloy sm - EITHER_WAY"},
		"smco-magnet":                    {"UNKNOWN", "YES", "ORIGIN sm2co17-alloy sm - ONE_WAY"},
		"sintered-ndfeb-high-coercivity": {"UNKNOWN", "YES", "ORIGIN dy-metal dy - ONE_WAY"},
		"sintered-ndfeb-gbd":             {"UNKNOWN", "UNKNOWN", "ORIGIN dy-metal dy - NOT_ALONE"},
		"sintered-ndfeb-magnet":          {"UNKNOWN", "UNKNOWN", "SCOPE sintered-ndfeb-magnet - - ONE_WAY"},
	} {
		w, _ := priced.of(key)
		require.Equal(t, want, [3]string{w.Verdict, w.Implied, w.fact()}, key)
	}
	makers := map[string]string{}
	for _, m := range priced.Goods[2].Makers {
		makers[m.Firm.Key] = m.Worth.Verdict + " " + m.Worth.Implied + " " + m.Worth.fact()
	}
	require.Equal(t, map[string]string{
		"arnold-magnetic": "UNKNOWN YES ORIGIN sm2co17-alloy sm arnold-magnetic ONE_WAY",
		"electron-energy": "UNKNOWN YES ORIGIN sm2co17-alloy sm electron-energy ONE_WAY",
		"permag":          "UNKNOWN YES ORIGIN sm2co17-alloy sm permag ONE_WAY",
		"vacuumschmelze":  "UNKNOWN YES ORIGIN sm2co17-alloy sm vacuumschmelze ONE_WAY",
	}, makers)
	for _, m := range priced.Goods[5].Makers { // what stays in Korea is no export
		require.Equal(t, m.Countries[0].Key == "KR", m.Worth.Licence == nil, m.Firm.Key)
	}

	// After the pause the rule is in force by the letter, which every answer says.
	after := got.AfterThePause.ContentRule
	require.Equal(t, "REVIVED", after.State)
	require.Contains(t, after.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	for _, g := range after.Goods {
		require.Equal(t, "INDIVIDUAL", g.Worth.Licence.Outcome)
		require.Equal(t, "NO_LICENCE", *g.Worth.Licence.IfProlonged)
		require.Contains(t, g.Worth.Licence.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	}
}

const contentFields = `state goods(first: 3) { item { key } scope readAs { key } makerCount worth { ...w } makers(first: 20) { firm { key } countries { key } worth { ...w } } } } } }
fragment w on ContentWorth { verdict content implied chineseShare { low high } impliedShare { low high } bites { low high } flags decidingFact { kind item { key } element { key } buyer { key } decides }
	elements { element { key } amount { low high } chinesePart { low high estimate } } licence { outcome rule ifProlonged flags } }`

func askContent(t *testing.T, view, arguments string) contentRule {
	t.Helper()
	return read[struct {
		View struct{ ContentRule contentRule }
	}](t, seedAPI(), `{ view(`+view+`) { contentRule(destination: "KR", `+arguments+`) { `+contentFields, nil).View.ContentRule
}

const notPaused = `{control: {controls: ["mofcom-2025-61-1"], state: IN_FORCE, from: "2025-12-01"}}`

// A supposed sale settles the origin: all the alloy of one maker from China makes its magnets YES where prices are given, and leaves the price
// as what decides where they are not. In the days of the pause the clause asks for nothing.
func TestASaleSettlesTheOrigin(t *testing.T) {
	sales := ""
	for _, alloy := range []string{"sm2co17-alloy", "smco5-alloy"} {
		sales += `, {add: {sale: {supplier: "hangzhou-pmg", buyer: "electron-energy", item: "` + alloy + `", share: 1}}}`
	}
	view := `asOf: "2025-12-01", scenario: [` + notPaused + sales + `]`
	find := func(r contentRule) contentWorth {
		for _, m := range r.Goods[0].Makers {
			if m.Firm.Key == "electron-energy" {
				return m.Worth
			}
		}
		t.Fatal("electron-energy is not among the makers")
		return contentWorth{}
	}
	priced := `prices: [{of: "smco-magnet", low: 1, high: 1}, {of: "sm", low: 0.02, high: 1}, {of: "gd", low: 0.02, high: 1}]`
	yes := find(askContent(t, view, `of: ["smco-magnet"], `+priced))
	require.Equal(t, []string{"YES", "YES", "YES", "-"}, []string{yes.Verdict, yes.Content, yes.Implied, yes.fact()})
	require.InDelta(t, 0.02*0.23008832, *yes.ChineseShare.Low, 1e-12) // the least samarium of any grade, all of it Chinese
	require.Equal(t, 1.0, yes.Elements[0].ChinesePart.Low)
	require.Equal(t, "5.2/7c", yes.Licence.Rule)
	require.NotContains(t, yes.Licence.Flags, "CONTENT_NOT_STATED")

	unpriced := find(askContent(t, view, `of: ["smco-magnet"]`))
	require.Equal(t, []string{"UNKNOWN", "GOOD_PRICE smco-magnet - - ONE_WAY"}, []string{unpriced.Verdict, unpriced.fact()})
	require.InDelta(t, 0.001/0.23008832, *unpriced.Bites.High, 1e-12)
	half := find(askContent(t, view, `of: ["smco-magnet"], prices: [{of: "sm", low: 0.02, high: 1}, {of: "gd", low: 0.02, high: 1}]`))
	require.Equal(t, []string{"UNKNOWN", "GOOD_PRICE smco-magnet - - EITHER_WAY"}, []string{half.Verdict, half.fact()})

	military := find(askContent(t, view, `endUse: MILITARY, of: ["smco-magnet"], `+priced))
	require.Equal(t, "REFUSED_IN_PRINCIPLE", military.Licence.Outcome)
	paused := askContent(t, `asOf: "2025-12-01"`, `of: ["smco-magnet", "sintered-ndfeb-standard"], `+priced)
	require.Equal(t, "SUSPENDED", paused.State)
	require.Equal(t, "NO_LICENCE", paused.Goods[0].Worth.Licence.Outcome)
	outside, scope := paused.of("sintered-ndfeb-standard")
	require.Equal(t, []string{"OUTSIDE", "NO", "NO"}, []string{scope, outside.Verdict, outside.Implied})
}

// The number for SmCo5 opens into the rows of the annex, its recipe down to the element, and the figure of the world market, which is one of
// all rare-earth metals.
func TestContentRuleReceipt(t *testing.T) {
	got := read[struct {
		View struct {
			ContentRule struct {
				Receipt struct {
					Rows []struct {
						File string
						Line int
					}
				}
				Goods []struct{ Worth struct{ Flags []string } }
			}
		}
	}](t, seedAPI(), `{ view { contentRule(destination: "KR", of: ["smco5-magnet"]) { receipt { rows { file line } } goods { worth { flags } } } } }`, nil).View.ContentRule
	var rows []string
	for _, r := range got.Receipt.Rows {
		rows = append(rows, fmt.Sprint(r.File, ":", r.Line))
	}
	require.Equal(t, []string{"export_controls.csv:20", "restricts.csv:167", "feeds.csv:518", "feeds.csv:496", "feeds.csv:501", "feeds.csv:491", "market_shares.csv:180"}, rows)
	require.Equal(t, []string{"FOUND_UNDER_CLASS", "PRICE_NOT_GIVEN"}, got.Goods[0].Worth.Flags)
}

// What cannot be asked is refused, with the argument at fault.
func TestContentRuleRefusals(t *testing.T) {
	for arguments, want := range map[string]string{
		`destination: "CN"`:                                                                     "BAD_INPUT destination",
		`destination: "KR", threshold: 0`:                                                       "BAD_INPUT threshold",
		`destination: "KR", control: "mofcom-2025-18"`:                                          "BAD_INPUT control",
		`destination: "KR", control: "no-such-control"`:                                         "NOT_FOUND ",
		`destination: "KR", of: []`:                                                             "BAD_INPUT of",
		`destination: "KR", of: ["sm"]`:                                                         "BAD_INPUT of[0]",
		`destination: "KR", prices: [{of: "sm", low: 2, high: 1}]`:                              "BAD_INPUT prices[0]",
		`destination: "KR", prices: [{of: "sm", low: 0, high: 1}]`:                              "BAD_INPUT prices[0]",
		`destination: "KR", on: "2015-01-01"`:                                                   "BAD_INPUT on[0]",
		`destination: "KR", prices: [{of: "sm", low: 1, high: 1}, {of: "sm", low: 1, high: 1}]`: "BAD_INPUT prices[1]",
	} {
		r := seedAPI().ask(t, `{ view { contentRule(`+arguments+`) { state } } }`, nil)
		require.Len(t, r.Errors, 1, arguments)
		require.Equal(t, want, r.Errors[0].Extensions.Code+" "+r.Errors[0].Extensions.Argument, arguments)
	}
}

type technologyEdges struct {
	Date    string
	Clauses []struct {
		Control named
		State   string
	}
	TotalCount int
	Flags      []string
	Stages     []struct {
		Stage                                           string
		Plants, Dependent, Unknown, Independent, Hinted int
	}
	Plants []struct {
		Facility, Country named
		Dependence, Hint  string
		ChinesePart       float64
		Statement         *int
		Material          struct{ Low, High float64 }
		TechnologyOnly    *bool
		Goods             *contentLaw
		KnowHow, Service  *contentLaw
		Flags             []string
	}
}

// Who runs on Chinese technology? No row says so of any plant abroad: all are UNKNOWN, and only Shenghe's 7.75 % of MP (owns.csv) is a hint.
// Once the asker states it of the recycler at Belfast, which takes nothing from China, that is a plant which depends on China by technology
// alone, and can be shut by what clause 62 and the catalogue ask for; in the days of the pause only the catalogue does.
func TestTechnologyEdges(t *testing.T) {
	ask := func(arguments string) technologyEdges {
		return read[struct {
			View struct{ TechnologyEdges technologyEdges }
		}](t, seedAPI(), `{ view { technologyEdges(destination: "KR", `+arguments+`) { date clauses { control { key } state } totalCount flags
			stages { stage plants dependent unknown independent hinted }
			plants(first: 100) { facility { key } country { key } dependence hint chinesePart statement material { low high } technologyOnly
				goods { outcome rule ifProlonged flags } knowHow { outcome rule ifProlonged flags } service { outcome rule ifProlonged flags } flags } } } }`, nil).View.TechnologyEdges
	}
	bare := ask(`on: "2026-11-11"`)
	require.Len(t, bare.Plants, bare.TotalCount)
	hinted := map[string]float64{}
	for _, p := range bare.Plants {
		require.NotEqual(t, "CN", p.Country.Key)
		require.Equal(t, "UNKNOWN", p.Dependence, p.Facility.Key)
		require.Nil(t, p.Statement)
		if p.Hint != "NONE" {
			hinted[p.Facility.Key+" "+p.Hint] = p.ChinesePart
		}
	}
	require.Equal(t, map[string]float64{"independence-metal STAKE": 0.0775, "mountain-pass-mine STAKE": 0.0775, "mountain-pass-separation STAKE": 0.0775, "mp-independence STAKE": 0.0775}, hinted)
	require.Contains(t, bare.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")

	stated := `technology: [{firm: "ionic-technologies", origin: "CN"}, {firm: "less-common-metals", origin: "CN"}, {facility: "lcm-ellesmere-metal", origin: "GB"}]`
	after := ask(`on: "2026-11-11", ` + stated)
	belfast := after.Plants[0]
	require.Equal(t, []any{"belfast-ionic", "DEPENDENT", 0, 0.0}, []any{belfast.Facility.Key, belfast.Dependence, *belfast.Statement, belfast.Material.High})
	require.True(t, *belfast.TechnologyOnly)
	require.Equal(t, []string{"TECHNOLOGY_BY_QUESTION"}, belfast.Flags)
	for _, l := range []*contentLaw{belfast.Goods, belfast.KnowHow, belfast.Service} {
		require.Equal(t, []string{"INDIVIDUAL", "NO_LICENCE"}, []string{l.Outcome, *l.IfProlonged})
		require.Contains(t, l.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	}
	require.Equal(t, "5.2/7c", belfast.Goods.Rule)
	require.NotContains(t, belfast.Goods.Flags, "TECHNOLOGY_NOT_STATED")
	alloy, metal := after.Plants[1], after.Plants[len(after.Plants)-1] // a statement about the plant goes before one about its operator
	require.Equal(t, []string{"lcm-ellesmere-alloy", "DEPENDENT"}, []string{alloy.Facility.Key, alloy.Dependence})
	require.Nil(t, alloy.TechnologyOnly) // of whose material nobody knows all
	require.Equal(t, []string{"PROHIBITED", "5.1/3"}, []string{alloy.KnowHow.Outcome, alloy.KnowHow.Rule})
	require.Equal(t, []string{"lcm-ellesmere-metal", "INDEPENDENT"}, []string{metal.Facility.Key, metal.Dependence})
	require.Equal(t, "NO_LICENCE", metal.Goods.Outcome)

	paused := ask(`on: "2026-06-30", ` + stated)
	require.Equal(t, []string{"NO_LICENCE", "NO_LICENCE"}, []string{paused.Plants[0].Goods.Outcome, paused.Plants[0].Service.Outcome})
	require.Equal(t, "PROHIBITED", paused.Plants[1].KnowHow.Outcome) // the catalogue of 2023 was never paused
	for _, c := range paused.Clauses {
		require.Equal(t, map[string]string{"mofcom-2025-61-2": "SUSPENDED", "mofcom-2025-62": "SUSPENDED", "mofcom-most-2023-57": "ACTIVE"}[c.Control.Key], c.State)
	}

	for arguments, want := range map[string]string{
		`destination: "CN"`:                               "BAD_INPUT destination",
		`destination: "KR", stages: [MOTOR]`:              "BAD_INPUT stages[0]",
		`destination: "KR", technology: [{origin: "CN"}]`: "BAD_INPUT technology[0]",
		`destination: "KR", technology: [{facility: "belfast-ionic", firm: "apple", origin: "CN"}]`: "BAD_INPUT technology[0]",
	} {
		r := seedAPI().ask(t, `{ view { technologyEdges(`+arguments+`) { totalCount } } }`, nil)
		require.Len(t, r.Errors, 1, arguments)
		require.Equal(t, want, r.Errors[0].Extensions.Code+" "+r.Errors[0].Extensions.Argument, arguments)
	}
}

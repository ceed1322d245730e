package resolvers_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

type lawStop struct {
	Subject, Item        struct{ Key string }
	Kind, Earliest       string
	Latest               *string
	Missing, MissingFrom *struct{ Key string }
	Flags                []string
	Chain                []lawStep
}

type lawStep struct {
	Stock, Lead *struct{ Low, High float64 }
	Rows        []struct{ File string }
	Licence     *struct {
		From                                             string
		ReviewLow, ReviewHigh, ApprovedLow, ApprovedHigh float64
		Decisions                                        []struct {
			Date, Outcome, Passage, Rule string
			Licences                     []struct{ Key string }
			Clauses                      []struct {
				Control struct{ Key string }
				State   string
			}
		}
	}
}

// held is the licence at which the chain of a stop ends.
func (s *lawStop) held(t *testing.T) *lawStep {
	t.Helper()
	last := &s.Chain[len(s.Chain)-1]
	require.NotNil(t, last.Licence)
	return last
}

const lawFields = `subject { ... on Firm { key } } item { key } kind earliest latest missing { key } missingFrom { key } flags
	chain(first: 10) { stock { low high } lead { low high } rows(first: 10) { file } licence { from reviewLow reviewHigh approvedLow approvedHigh decisions { date outcome passage rule licences(first: 2) { key } clauses { control { key } state } } } }`

func lawStops(t *testing.T, view, arguments string) map[string]lawStop {
	t.Helper()
	got := read[struct {
		View struct{ StopDates struct{ Nodes []lawStop } }
	}](t, seedAPI(), `{ view(`+view+`) { stopDates(first: 100, `+arguments+`) { nodes { `+lawFields+` } } } }`, nil)
	stops := map[string]lawStop{}
	for _, s := range got.View.StopDates.Nodes {
		stops[s.Subject.Key+" "+s.Item.Key+" "+s.Kind] = s
	}
	return stops
}

const hotMagnets = "sintered-ndfeb-high-coercivity"

// By hand, as in the worked question on April 2025, whose rule the law itself now stands for: 20 days at sea and 14 in stock after 4 April.
// For soldiers nothing goes to the United States at all, and refusal is to be expected elsewhere.
func TestStopDatesUnderTheLaw(t *testing.T) {
	april := lawStops(t, `asOf: "2025-04-04"`, `endUse: CIVILIAN`)
	for firm, day := range map[string]string{"toyota": "2025-04-20", "volkswagen": "2025-05-08", "tesla": "2025-05-08", "bosch": "2025-05-08"} {
		s := april[firm+" "+hotMagnets+" NEED"]
		require.Equal(t, day, s.Earliest, firm)
		step := s.held(t)
		require.Equal(t, []float64{30, 90, 0, 1}, []float64{step.Licence.ReviewLow, step.Licence.ReviewHigh, step.Licence.ApprovedLow, step.Licence.ApprovedHigh}, firm)
		require.Equal(t, "2025-04-04", step.Licence.From, firm)
		require.Equal(t, []string{"INDIVIDUAL", "5.1/10", "mofcom-2025-18"}, []string{step.Licence.Decisions[0].Outcome, step.Licence.Decisions[0].Rule, step.Licence.Decisions[0].Clauses[0].Control.Key}, firm)
		require.Contains(t, step.Rows, struct{ File string }{"restricts.csv"}, firm)
		require.Contains(t, s.Flags, "LICENCE_ASSUMED", firm)
		require.NotContains(t, s.Flags, "RULES_NOT_CHECKED", firm)
	}
	require.NotContains(t, april, "byd "+hotMagnets+" NEED", "what stays in China needs no licence")

	soldiers := lawStops(t, `asOf: "2025-04-04"`, `endUse: MILITARY, assume: {closed: true}`)
	us := soldiers["tesla "+hotMagnets+" NEED"]
	require.Equal(t, []float64{0, 0}, []float64{us.held(t).Licence.ApprovedLow, us.held(t).Licence.ApprovedHigh})
	require.Equal(t, []string{"PROHIBITED", "5.1/4"}, []string{us.held(t).Licence.Decisions[0].Outcome, us.held(t).Licence.Decisions[0].Rule})
	require.Equal(t, "2025-07-21", *us.Latest, "48 days at sea and 60 in stock after 4 April, assumed, since no stock was on record then: for certain")
	de := soldiers["volkswagen "+hotMagnets+" NEED"]
	require.Contains(t, de.Flags, "REFUSAL_EXPECTED")
	require.Equal(t, 0.0, de.held(t).Licence.ApprovedLow)
}

// JL MAG's general licence opens its way to Toyota until the end of 2026; then there is a gap. Ended in a scenario, the gap comes at once.
func TestGeneralLicencesInStopDates(t *testing.T) {
	s := lawStops(t, `asOf: "2026-06-30"`, `endUse: CIVILIAN`)["toyota "+hotMagnets+" NEED"]
	require.Equal(t, "2027-01-01", s.held(t).Licence.From)
	require.Equal(t, "2027-01-17", s.Earliest, "2 days on the way, 14 in stock")
	require.Subset(t, s.Flags, []string{"GENERAL_LICENCE_ENDED", "RULES_NOT_CHECKED"})
	require.Equal(t, "l-gl-jlmag-2025-12", s.held(t).Licence.Decisions[0].Licences[0].Key)
	s = lawStops(t, `asOf: "2026-06-30", scenario: [{licence: {end: {licence: "l-gl-jlmag-2025-12", last: "2026-07-09"}}}]`, `endUse: CIVILIAN`)["toyota "+hotMagnets+" NEED"]
	require.Equal(t, "2026-07-26", s.Earliest)
	require.Contains(t, s.Flags, "SCENARIO")
}

// When the pause of October 2025 ends, holmium may need a licence again, or not: the wait and the part hold both. Scenarios settle it.
func TestAPauseThatRunsOutInStopDates(t *testing.T) {
	const sale = `{add: {sale: {supplier: "china-rare-earth-group", buyer: "vacuumschmelze", item: "ho-oxide"}}}`
	const of = `endUse: CIVILIAN, of: {items: {ids: ["ho-oxide"]}}, assume: {reviewDays: {low: 30, high: 63}, approved: {low: 0.5, high: 0.5}}`
	edit := func(state string) string {
		return `, {control: {controls: ["mofcom-2025-57"], state: ` + state + `, from: "2026-11-11"}}`
	}
	const need = "vacuumschmelze ho-oxide NEED"
	s := lawStops(t, `asOf: "2026-11-01", scenario: [`+sale+`]`, of)[need]
	require.Equal(t, []float64{0, 63, 0.5, 1}, []float64{s.held(t).Licence.ReviewLow, s.held(t).Licence.ReviewHigh, s.held(t).Licence.ApprovedLow, s.held(t).Licence.ApprovedHigh})
	require.Equal(t, []string{"2026-11-11", "UNVERIFIED"}, []string{s.held(t).Licence.From, s.held(t).Licence.Decisions[0].Passage})
	require.Contains(t, s.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	require.Equal(t, "2026-12-15", s.Earliest, "20 days at sea and 14 in stock after 11 November")
	s = lawStops(t, `asOf: "2026-11-01", scenario: [`+sale+edit("IN_FORCE")+`]`, of)[need]
	require.Equal(t, []float64{30, 63, 0.5, 0.5}, []float64{s.held(t).Licence.ReviewLow, s.held(t).Licence.ReviewHigh, s.held(t).Licence.ApprovedLow, s.held(t).Licence.ApprovedHigh})
	require.NotContains(t, s.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	require.NotContains(t, lawStops(t, `asOf: "2026-11-01", scenario: [`+sale+edit("SUSPENDED")+`]`, of), need, "extended")
}

func TestStopDatesUnderTheLawRefuseWhatMakesNoSense(t *testing.T) {
	for arguments, why := range map[string]string{
		`assume: {reviewDays: {low: 1, high: 2}}`:                     "assume.reviewDays",
		`assume: {approved: {low: 0, high: 1}}`:                       "assume.approved",
		`assume: {market: true}`:                                      "assume.market",
		`endUse: CIVILIAN, assume: {approved: {low: 1, high: 0}}`:     "assume.approved",
		`endUse: CIVILIAN, assume: {reviewDays: {low: -1, high: 20}}`: "assume.reviewDays",
	} {
		r := seedAPI().ask(t, `{ view(scenario: [{remove: {firms: ["lynas"]}}]) { stopDates(`+arguments+`) { totalCount } } }`, nil)
		require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code, arguments)
		require.Contains(t, r.Errors[0].Message, why)
	}
	r := seedAPI().ask(t, `{ compareStops(before: {scenario: [{remove: {firms: ["nobody-at-all"]}}]}, after: {}, endUse: CIVILIAN) { compared } }`, nil)
	require.Contains(t, r.Errors[0].Message, "before: no firm")
}

type movedStops struct {
	CompareStops struct {
		Compared, Changed int
		Stops             []struct {
			Subject              struct{ Key string }
			PerShipment, General *lawStop
			Before, After        *lawStop
			Changed              bool
			DeltaDays, Later     struct{ Low, High, Earliest, Latest *int }
		}
	}
}

// By hand. Toyota is 2 to 21 days from China and has 14 to 28 days of magnets: day 16 to 49. Tesla is 20 to 48 days away: 34 to 76. So is
// Volkswagen, with up to 36 days in stock, of which a review of 30 days at best leaves 6 to bridge the half that is refused: day 20 to 90.
// A year later the same happens again.
func TestPerShipmentOrOneYear(t *testing.T) {
	got := read[movedStops](t, seedAPI(), worked(t, "22-per-shipment-or-one-year"), nil).CompareStops.Stops
	require.Len(t, got, 3)
	for i, want := range []struct {
		firm             string
		dates            [4]string
		low, high        int
		seller           string
		approvedAt, most float64
	}{
		{"toyota", [4]string{"2026-07-16", "2026-08-18", "2027-07-16", "2027-08-18"}, 332, 398, "jl-mag", 0, 1},
		{"tesla", [4]string{"2026-08-03", "2026-09-14", "2027-08-03", "2027-09-14"}, 323, 407, "jl-mag", 0, 1},
		{"volkswagen", [4]string{"2026-07-20", "2026-09-28", "2027-07-20", "2027-09-28"}, 295, 435, "baotou-tianhe", 0.135, 0.5},
	} {
		row := got[i]
		require.Equal(t, want.firm, row.Subject.Key)
		require.Equal(t, want.dates, [4]string{row.PerShipment.Earliest, *row.PerShipment.Latest, row.General.Earliest, *row.General.Latest}, want.firm)
		require.Equal(t, []int{want.low, want.high, 365, 365}, []int{*row.DeltaDays.Low, *row.DeltaDays.High, *row.DeltaDays.Earliest, *row.DeltaDays.Latest}, want.firm)
		require.Equal(t, []string{hotMagnets, want.seller}, []string{row.PerShipment.Missing.Key, row.PerShipment.MissingFrom.Key}, want.firm)
		for side, from := range map[*lawStop]string{row.PerShipment: "2026-06-30", row.General: "2027-06-30"} {
			held := side.held(t).Licence
			require.Equal(t, from, held.From, "%s: the day after its general licence", want.firm)
			require.Equal(t, "INDIVIDUAL", held.Decisions[0].Outcome)
			require.Equal(t, []float64{30, 90, want.approvedAt, want.most}, []float64{held.ReviewLow, held.ReviewHigh, held.ApprovedLow, held.ApprovedHigh}, want.firm)
			require.Subset(t, side.Flags, []string{"GENERAL_LICENCE_ENDED", "SCENARIO", "RULES_NOT_CHECKED", "STOCK_OF_INDUSTRY"})
		}
	}
}

// Losses are set side by side, too: what stops in one world only has no day in the other.
func TestCompareStops(t *testing.T) {
	const fields = `compared changed stops(first: 500) { subject { key } before { earliest latest item { key } } after { earliest latest } changed later { low high earliest latest } }`
	got := read[movedStops](t, seedAPI(), `{ compareStops(before: {asOf: "2026-06-30", scenario: [{remove: {firms: ["northern-rare-earth"]}}]}, of: {ids: ["jl-mag", "tesla"]}, per: PART
		after: {asOf: "2026-07-10", scenario: [{remove: {firms: ["northern-rare-earth"]}}]}) { `+fields+` } }`, nil).CompareStops
	require.Positive(t, got.Compared)
	for _, s := range got.Stops {
		require.Equal(t, 10, *s.Later.Earliest, "the same loss, ten days later")
		require.Nil(t, s.Later.High, "nobody can prove that it stops at all")
	}
	got = read[movedStops](t, seedAPI(), `{ compareStops(before: {asOf: "2026-06-30", scenario: [{remove: {firms: ["lynas"]}}]}, per: ITEM
		after: {asOf: "2026-06-30", scenario: [{remove: {firms: ["northern-rare-earth"]}}]}) { `+fields+` } }`, nil).CompareStops
	alone := 0
	for _, s := range got.Stops {
		if s.After == nil || s.Before == nil {
			require.True(t, s.Changed)
			require.Nil(t, s.Later.Earliest)
			alone++
		}
	}
	require.Positive(t, alone)
	require.GreaterOrEqual(t, got.Changed, alone)
}

// Facts of the seed: China makes 99 % of samarium oxide, 90 % of the metal and of the magnets; the fins of the Tomahawk need these; goods
// for American soldiers are barred by Announcement 46, clause 1, as soon as Announcement 18 covers them. Nobody recorded who sells samarium
// to whom, nor what is in stock: 20 days at sea and 14 in stock, assumed, make 8 May; for certain nobody stops. The press tells of an old
// French stock and of some months.
func TestSamariumForMissiles(t *testing.T) {
	type barrier struct {
		Item    struct{ Key string }
		Share   float64
		Outcome string
	}
	got := read[struct {
		Cut struct {
			Missiles struct {
				Nodes []struct {
					Product struct{ Key string }
					Verdict string
					Share   struct{ Low, High, Estimate *float64 }
					Access  *struct {
						State      *string
						SoleSource []barrier
					}
					Flags []string
				}
			}
			SoleSource struct {
				Sets, SingleNamed []struct {
					Members []struct{ Key string }
					Leaves  struct{ High float64 }
				}
			}
			Stops struct {
				Nodes []struct {
					lawStop
					Chain []struct {
						StockDays *struct {
							Low, High float64
							Assumed   bool
						}
						Licence *struct {
							From                      string
							ApprovedLow, ApprovedHigh float64
							Decisions                 []struct {
								Outcome, Rule string
								Clauses       []struct{ Control struct{ Key string } }
							}
						}
					}
				}
			}
		}
		Later struct {
			Substitutes struct {
				Nodes []struct {
					Item, Substitute struct{ Key string }
					Readiness        string
				}
			}
			Reported struct {
				Nodes []struct{ Key, Effect string }
			}
		}
	}](t, seedAPI(), worked(t, "23-samarium-for-missiles"), nil)

	implied, unknown := 0, 0
	for _, m := range got.Cut.Missiles.Nodes {
		switch m.Verdict {
		case "IMPLIED":
			implied++
			require.Greater(t, *m.Share.Estimate, 0.99, m.Product.Key)
			require.Equal(t, "CLOSED", *m.Access.State, m.Product.Key)
			require.Contains(t, m.Flags, "REFUSAL_EXPECTED", m.Product.Key)
			for _, want := range []struct {
				item  string
				share float64
			}{{"sm-oxide", 0.99}, {"sm-metal", 0.9}} {
				found := false
				for _, b := range m.Access.SoleSource {
					found = found || b.Item.Key == want.item && b.Share == want.share && b.Outcome == "PROHIBITED"
				}
				require.True(t, found, "%s: %s", m.Product.Key, want.item)
			}
		case "UNKNOWN":
			unknown++ // of European missiles nobody published what is in them
		}
	}
	require.Equal(t, []int{13, 4}, []int{implied, unknown})

	leaves := map[string]float64{}
	for _, set := range got.Cut.SoleSource.Sets {
		leaves[set.Members[0].Key] = set.Leaves.High
	}
	require.InDelta(t, 0.01, leaves["CN:SEPARATION"], 1e-9)
	require.InDelta(t, 0.1, leaves["CN:METAL"], 1e-9)
	require.InDelta(t, 0.1, leaves["CN:MAGNET"], 1e-9)
	named := map[string]bool{}
	for _, set := range got.Cut.SoleSource.SingleNamed {
		named[set.Members[0].Key] = true
	}
	require.True(t, named["lcm-ellesmere-alloy"] && named["woodward"], "the only ones on record outside of China, and on the way")

	stops := map[string]bool{}
	for _, s := range got.Cut.Stops.Nodes {
		key := s.Subject.Key + " " + s.Item.Key
		stops[key] = true
		require.Equal(t, "2025-05-08", s.Earliest, key)
		require.Nil(t, s.Latest, key)
		require.Subset(t, s.Flags, []string{"COVER_ASSUMED", "SELLER_NOT_RECORDED"}, key)
		last := s.Chain[len(s.Chain)-1]
		require.Equal(t, []float64{14, 60}, []float64{last.StockDays.Low, last.StockDays.High}, key)
		require.True(t, last.StockDays.Assumed, key)
		require.Equal(t, []any{"2025-04-04", 0.0, 1.0}, []any{last.Licence.From, last.Licence.ApprovedLow, last.Licence.ApprovedHigh}, key)
		if s.Subject.Key == "woodward" {
			require.Equal(t, "PROHIBITED", last.Licence.Decisions[0].Outcome)
			require.Equal(t, "mofcom-2024-46-1", last.Licence.Decisions[0].Clauses[0].Control.Key)
		}
	}
	for _, key := range []string{"arnold-magnetic sm2co17-alloy", "electron-energy sm2co17-alloy", "permag smco5-alloy", "woodward sm2co17-magnet", "lockheed-martin sm2co17-magnet"} {
		require.True(t, stops[key], key)
	}

	ready := map[string]string{}
	for _, s := range got.Later.Substitutes.Nodes {
		ready[s.Item.Key+">"+s.Substitute.Key] = s.Readiness
	}
	require.Equal(t, "AVAILABLE", ready["sm2co17-magnet>sintered-ndfeb-high-coercivity"])
	require.Equal(t, "LIMITED", ready["sm2co17-magnet>alnico-magnet"])
	told := map[string]string{}
	for _, e := range got.Later.Reported.Nodes {
		told[e.Key] = e.Effect
	}
	require.Contains(t, told["ev-samarium-cut"], "French stock")
	require.Contains(t, told["ev-samarium-f35"], "a few months")
}

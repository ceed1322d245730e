package resolvers_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

type scenarioView struct {
	ID       string
	Scenario []struct {
		Number int
		Text   string
	}
	Exposure *struct {
		Nodes []struct {
			Verdict string
			Item    struct{ Key string }
			Share   struct{ Estimate *float64 }
			Flags   []string
		}
	}
}

func whatIf(t *testing.T, scenario string) scenarioView {
	t.Helper()
	return read[struct{ View scenarioView }](t, seedAPI(), fmt.Sprintf(`{ view(scenario: [%s]) { id scenario { number text }
		exposure(of: {ids: ["jl-mag"]}, to: {countries: ["CN"], stages: [SEPARATION]}) { nodes { verdict item { key } share { estimate } flags } } } }`, scenario), nil).View
}

// JL MAG buys its metal from two Chinese refiners. Without both, the world market serves it, of which China separates 85 %.
func TestScenariosAreValues(t *testing.T) {
	base := whatIf(t, "")
	require.Empty(t, base.Scenario)
	require.Equal(t, "LINKED", base.Exposure.Nodes[0].Verdict)

	one := whatIf(t, `{remove: {firms: ["northern-rare-earth"]}}`)
	require.NotEqual(t, base.ID, one.ID)
	require.Equal(t, "remove(|northern-rare-earth||||LOCATION)", one.Scenario[0].Text)

	both := whatIf(t, `{remove: {firms: ["northern-rare-earth", "china-southern-rare-earth"]}}`)
	require.Equal(t, both.ID, whatIf(t, `{remove: {firms: ["china-southern-rare-earth", "northern-rare-earth"]}}`).ID, "the order of values does not matter")
	require.Equal(t, "IMPLIED", both.Exposure.Nodes[0].Verdict)
	require.InDelta(t, 0.85, *both.Exposure.Nodes[0].Share.Estimate, 1e-9)
	require.Contains(t, both.Exposure.Nodes[0].Flags, "MARKET_UNCHANGED")

	// A sale that covers all of the need, from a maker outside China with its own ore, leaves nothing of the estimate.
	added := whatIf(t, `{add: {sale: {supplier: "lynas", buyer: "jl-mag", item: "ndpr-metal", share: 1}}}`)
	require.Equal(t, "ndpr-metal", added.Exposure.Nodes[0].Item.Key)
	require.Less(t, *added.Exposure.Nodes[0].Share.Estimate, 0.1)
	first := whatIf(t, `{remove: {firms: ["lynas"]}}, {add: {sale: {supplier: "lynas", buyer: "jl-mag", item: "ndpr-metal", share: 1}}}`)
	last := whatIf(t, `{add: {sale: {supplier: "lynas", buyer: "jl-mag", item: "ndpr-metal", share: 1}}}, {remove: {firms: ["lynas"]}}`)
	require.NotEqual(t, first.ID, last.ID, "the order of edits matters")
}

func TestBadScenariosAreRefused(t *testing.T) {
	for scenario, code := range map[string]string{
		`{remove: {}}`: "BAD_INPUT",
		`{remove: {firms: ["norhtern-rare-earth"]}}`:                                                "NOT_FOUND",
		`{delay: {target: {countries: ["US"]}, days: -1}}`:                                          "BAD_INPUT",
		`{limit: {target: {countries: ["US"]}, factor: 2}}`:                                         "BAD_INPUT",
		`{add: {sale: {supplier: "lynas", buyer: "jl-mag", item: "no-such-item"}}}`:                 "NOT_FOUND",
		`{remove: {firms: ["lynas"]}, delay: {target: {countries: ["US"]}, days: 1}}`:               "",
		`{add: {plant: {firm: "lynas", item: "ndpr-oxide", country: "AU", tonnes: 1, start: "x"}}}`: "",
	} {
		r := seedAPI().ask(t, `{ view(scenario: [`+scenario+`]) { id } }`, nil)
		require.NotEmpty(t, r.Errors, scenario)
		if code != "" {
			require.Equal(t, code, r.Errors[0].Extensions.Code, "%s: %s", scenario, r.Errors[0].Message)
		}
	}
}

func TestConcentrationOfDysprosium(t *testing.T) {
	got := read[struct {
		View struct {
			Concentration []struct {
				Item    struct{ Key string }
				Stage   string
				Top1    struct{ Mid float64 }
				Hhi     struct{ Low, High float64 }
				Parties []struct {
					Node struct{ Key string }
					Rows []struct{ File string }
				}
			}
		}
	}](t, seedAPI(), `{ view { concentration(of: ["dy"], stages: [SEPARATION]) { item { key } stage top1 { mid } hhi { low high } parties { node { key } rows { file } } } } }`, nil).View.Concentration
	require.Len(t, got, 1)
	require.Equal(t, "dy-oxide", got[0].Item.Key)
	require.InDelta(t, 0.999, got[0].Top1.Mid, 1e-12)
	require.InDelta(t, 0.998001, got[0].Hhi.Low, 1e-12)  // 0.999²
	require.InDelta(t, 0.998002, got[0].Hhi.High, 1e-12) // and 0.001² for one who has the rest
	require.Equal(t, "CN", got[0].Parties[0].Node.Key)
	require.Equal(t, "market_shares.csv", got[0].Parties[0].Rows[0].File)

	for query, code := range map[string]string{`concentration(of: ["nothing"])`: "NOT_FOUND", `concentration(years: [1066])`: "BAD_INPUT", `concentration(of: [])`: "BAD_INPUT"} {
		r := seedAPI().ask(t, `{ view { `+query+` { year } } }`, nil)
		require.NotEmpty(t, r.Errors, query)
		require.Equal(t, code, r.Errors[0].Extensions.Code, query)
	}
}

// Northern Rare Earth goes, with Baotou Huamei and the others it holds. JL MAG, which buys metal of it and of one other, is hit at
// one sale's distance, by nobody knows how much; its buyers follow.
func TestImpactOfNorthernRareEarth(t *testing.T) {
	type impact struct {
		Subject   struct{ Key string }
		Item      struct{ Key string }
		Kind      string
		Remaining struct{ Low, High float64 }
		Unknown   float64
		Tier      int
		Flags     []string
		Rows      []struct{ File string }
	}
	got := read[struct {
		View struct {
			Impact struct {
				TotalCount int
				Nodes      []impact
			}
			SystemicRisk []struct {
				Firm  struct{ Key string }
				Firms int
				Lost  struct{ Low, High float64 }
			}
		}
	}](t, seedAPI(), `{ view(scenario: [{remove: {firms: ["northern-rare-earth"]}}]) { impact(first: 500) { totalCount nodes {
		subject { key } item { key } kind remaining { low high } unknown tier flags rows { file } } }
		systemicRisk(first: 500) { firm { key } firms lost { low high } } } }`, nil).View
	require.Len(t, got.Impact.Nodes, got.Impact.TotalCount)
	found := map[string]impact{}
	for _, n := range got.Impact.Nodes {
		require.LessOrEqual(t, n.Remaining.Low, n.Remaining.High)
		require.Less(t, n.Remaining.Low, 1.0)
		require.NotEmpty(t, n.Rows, "%s of %s", n.Item.Key, n.Subject.Key)
		found[n.Subject.Key+" "+n.Item.Key+" "+n.Kind] = n
	}
	require.Equal(t, 0.0, found["baotou-huamei separated-rare-earth-oxides OUTPUT"].Remaining.High, "held, so gone")
	golden := found["fujian-golden-dragon separated-rare-earth-oxides OUTPUT"]
	require.Equal(t, []float64{0, 1}, []float64{golden.Remaining.Low, golden.Remaining.High}, "Xiamen Tungsten may be its parent as well (owns.csv:63 and :107)")
	require.Contains(t, golden.Flags, "STAKE_UNSTATED")
	require.NotContains(t, found, "baotou-huamei ndpr-oxide NEED", "its own output says it")
	metal := found["jl-mag ndpr-metal NEED"]
	require.Equal(t, 1, metal.Tier)
	require.Equal(t, []float64{0, 1, 1}, []float64{metal.Remaining.Low, metal.Remaining.High, metal.Unknown})
	require.Equal(t, 2, found["toyota sintered-ndfeb-magnet NEED"].Tier)
	require.NotContains(t, found, "lynas ndpr-oxide OUTPUT")

	require.NotEmpty(t, got.SystemicRisk)
	for i := 1; i < len(got.SystemicRisk); i++ {
		require.GreaterOrEqual(t, got.SystemicRisk[i-1].Lost.Low, got.SystemicRisk[i].Lost.Low-1e-9)
	}

	r := seedAPI().ask(t, `{ view { impact { totalCount } } }`, nil)
	require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code)
	require.Contains(t, r.Errors[0].Extensions.Hint, "remove")
}

// The headline question: four firms stop for certain, none stands twice for the same thing, and a German magnet maker before is implied.
func TestWhatIfNorthernRareEarthCloses(t *testing.T) {
	got := read[struct {
		Before struct {
			Exposure struct{ Nodes []exposureAnswer }
		}
		After struct {
			Impact struct {
				Nodes []struct {
					Subject   struct{ ID string }
					Item      struct{ Key string }
					Kind      string
					Remaining struct{ Low, High float64 }
					Tier      int
				}
			}
		}
	}](t, seedAPI(), worked(t, "06-what-if"), nil)
	require.Equal(t, "IMPLIED", got.Before.Exposure.Nodes[0].Verdict)
	require.Len(t, got.After.Impact.Nodes, 20)
	gone, seen := map[string]bool{}, map[string]bool{}
	for _, n := range got.After.Impact.Nodes {
		require.False(t, seen[n.Subject.ID+" "+n.Item.Key+" "+n.Kind])
		seen[n.Subject.ID+" "+n.Item.Key+" "+n.Kind] = true
		require.Zero(t, n.Remaining.Low)
		if n.Remaining.High == 0 {
			require.Equal(t, []any{"OUTPUT", 0}, []any{n.Kind, n.Tier})
			gone[n.Subject.ID] = true
		}
	}
	require.Len(t, gone, 4, "Northern Rare Earth, Baotou Huamei, Baogang HEFA, Gansu Rare Earth; not Golden Dragon, which another may hold")
}

// What to find out next about Tesla and Chinese refiners: who sells it motors, and how much; every fact moves something.
func TestGapsSayWhatToFindOut(t *testing.T) {
	got := read[struct {
		View struct {
			Gaps struct {
				Complete bool
				Nodes    []struct {
					Kind         string
					Firm         struct{ Key string }
					Item         struct{ Key string }
					Swing, Shift float64
					Flips        bool
				}
			}
		}
	}](t, seedAPI(), `{ view { gaps(of: "tesla", to: {countries: ["CN"], stages: [SEPARATION]}) { complete nodes { kind firm { key } item { key } swing shift flips } } } }`, nil).View.Gaps
	require.True(t, got.Complete)
	require.NotEmpty(t, got.Nodes)
	require.Equal(t, "tesla", got.Nodes[0].Firm.Key, "the nearest fact comes first among equals")
	for i, n := range got.Nodes {
		require.True(t, n.Swing > 0 || n.Shift > 0 || n.Flips)
		if i > 0 {
			require.GreaterOrEqual(t, got.Nodes[i-1].Swing, n.Swing-0.01)
		}
	}
	r := seedAPI().ask(t, `{ view { gaps(of: "dy-oxide", to: {countries: ["CN"]}) { complete } } }`, nil)
	require.Equal(t, "NOT_FOUND", r.Errors[0].Extensions.Code)
}

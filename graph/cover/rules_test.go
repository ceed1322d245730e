package cover_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

const things = `
materials id=ore form=ORE_CONCENTRATE
materials id=oxide
materials id=metal form=METAL
components id=magnet kind=MAGNET
components id=magnet-hot kind=MAGNET
kinds item=magnet-hot kind_of=magnet
products id=car sector=AUTOMOTIVE end_use=CIVILIAN category=EV
feeds from=ore to=oxide
feeds from=oxide to=metal
feeds from=metal to=magnet-hot
feeds from=magnet-hot to=car
firms id=a country=CN
firms id=b country=CN
firms id=c country=CN
firms id=d country=US
makes firm=a item=oxide
makes firm=b item=metal
makes firm=c item=magnet-hot
makes firm=d item=car
`

// sold sells everything on from a to d, so that the loss of a takes all.
const sold = `
supplies supplier=a buyer=b item=oxide share_pct=100
supplies supplier=b buyer=c item=metal share_pct=100
supplies supplier=c buyer=d item=magnet-hot share_pct=100
`

func viewOf(t testing.TB, text string) *graph.View {
	t.Helper()
	facts, err := graphtest.Written(things + text)
	require.NoError(t, err)
	for i, part := range []string{"Oceania", "East Asia", "North America"} {
		facts.Countries[i].Region = part
	}
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2024, 12, 31), graph.Filter{})
	require.NoError(t, err)
	return v
}

// stops gives what runs short when firm a is lost, as days by name, with the answer.
func stops(t *testing.T, v *graph.View, a cover.Assumptions, ends int) (map[string][2]int, *cover.Answer) {
	t.Helper()
	loss := cover.Loss{Losses: []shock.Loss{{Target: graph.NewTargetSet(v, graph.Target{Firms: find(v, "a")})}}, Days: 400, Ends: ends}
	return dates(t, compile(t, v, a), loss)
}

func dates(t *testing.T, m *cover.Model, loss cover.Loss) (map[string][2]int, *cover.Answer) {
	t.Helper()
	answer := ask(t, m, loss)
	dates := map[string][2]int{}
	for _, s := range answer.Stops {
		n := name(m.Network().View, &m.Network().Parts[s.Part])
		dates[n[0]+" "+n[1]+" "+n[2]] = [2]int{s.Earliest, s.Latest}
	}
	return dates, answer
}

func TestDefaultsAddUpAlongAChain(t *testing.T) {
	got, _ := stops(t, viewOf(t, sold), cover.Assumptions{}, 0)
	// At home 1 to 7 days on the way, up to 30 in the making, 14 to 60 in stock; across the sea 20 to 48 on the way.
	b, c, d := [2]int{1 + 14, 37 + 60}, [2]int{2 * 15, 2 * 97}, [2]int{2*15 + 20 + 14, 2*97 + 78 + 60}
	require.Equal(t, map[string][2]int{
		"output a oxide": {0, 0}, "line b oxide": b, "output b metal": b, "line c metal": c, "output c magnet-hot": c,
		"line d magnet-hot": d, "output d car": d,
	}, got)
}

func TestTheRecordStandsBeforeAssumptions(t *testing.T) {
	const record = sold + `
stocks holder=d holder_kind=FIRM item=magnet days_low=100 days_high=120 as_of=2024-06
stocks holder=CN holder_kind=INDUSTRY sector=AUTOMOTIVE item=oxide days_low=5 days_high=6 as_of=2024-05
stocks holder= holder_kind=INDUSTRY sector=AUTOMOTIVE item=oxide days_low=300 days_high=300 as_of=2024-06
stocks holder=CN holder_kind=INDUSTRY sector=DEFENCE item=metal days_low=1 days_high=1 as_of=2024-06
stocks holder=CN holder_kind=COUNTRY item=metal days_low=200 days_high=200 as_of=2024-06
stocks holder=c holder_kind=FIRM item=metal days_low= days_high=40 as_of=2022-01
stocks holder=c holder_kind=FIRM item=metal days_low=20 days_high=30 as_of=2023-12
stocks holder=c holder_kind=FIRM item=metal days_low=22 days_high=33 as_of=2024-11
stocks holder=c holder_kind=FIRM item=metal days_low=1 days_high=1 as_of=2025-01
lead_times item=metal kind=PRODUCTION days_low=10 days_high=
lead_times stage=SEPARATION kind=PRODUCTION days_low=2 days_high=3
lead_times kind=SHIPPING days_low=28 days_high=45
lead_times item=magnet kind=LICENCE days_low=28 days_high=45`
	v := viewOf(t, record)
	m := compile(t, v, cover.Assumptions{})
	figure := func(firm, item string) cover.Figure {
		part, ok := m.Network().LineOf(find(v, firm)[0], find(v, item)[0])
		require.True(t, ok)
		return m.Cover(part)
	}
	f := figure("d", "magnet-hot")
	require.Equal(t, cover.Range{Low: 100, High: 120}, f.Range, "a class of what it needs")
	require.Empty(t, f.Flags)
	require.Len(t, f.Rows, 1)
	f = figure("b", "oxide")
	require.Equal(t, cover.Range{Low: 5, High: 6}, f.Range, "its industry at home, for what it makes ends up in cars")
	require.Equal(t, graph.Flags{graph.FlagStockOfIndustry}, f.Flags)
	f = figure("c", "metal")
	require.Equal(t, cover.Range{Low: 20, High: 33}, f.Range, "the newest that the day knows, and what was said in the year before it")
	got, answer := stops(t, v, cover.Assumptions{}, 0)
	b := [2]int{1 + 2 + 5, 7 + 3 + 6}
	c := [2]int{b[0] + 1 + 10 + 20, b[1] + 7 + 30 + 33}
	d := [2]int{c[0] + 28 + 100, c[1] + 45 + 30 + 120}
	require.Equal(t, [][2]int{b, c, d}, [][2]int{got["line b oxide"], got["line c metal"], got["output d car"]})
	for _, s := range answer.Stops {
		if v.Key(s.Firm) == "d" && s.Kind == chain.Output {
			links := answer.Chain(s.Part)
			require.Len(t, links, 7)
			require.Len(t, links[1].Rows, 3, "the stock, the sale and the time at sea; the making is assumed")
			require.Equal(t, graph.Flags{graph.FlagLeadTimeAssumed, graph.FlagPlaceByFirm}, links[1].Flags.With(graph.FlagPlaceByFirm))
		}
	}
	got, _ = stops(t, v, cover.Assumptions{Assumed: true, Cover: &cover.Range{Low: 1, High: 2}, Lead: &cover.Range{Low: 3, High: 4}, Making: &cover.Range{}}, 0)
	require.Equal(t, [2]int{3 * 4, 3 * 6}, got["output d car"], "the record left out")
}

func TestWhatIsNotStatedMayRunOrNot(t *testing.T) {
	const shares = "supplies supplier=b buyer=c item=metal share_pct=\nsupplies supplier=a buyer=b item=oxide share_pct=50\n"
	v := viewOf(t, shares)
	plain := cover.Assumptions{Cover: &cover.Range{Low: 10, High: 20}, Lead: &cover.Range{Low: 1, High: 2}, Making: &cover.Range{}}
	got, answer := stops(t, v, plain, 0)
	require.Equal(t, [2]int{1 + 20, 2 + 40}, got["line b oxide"], "half a day's need is missing each day")
	require.Equal(t, [2]int{21 + 1 + 20, -1}, got["line c metal"], "its seller's share is not stated")
	for _, s := range answer.Stops {
		if v.Key(s.Firm) == "b" {
			require.Equal(t, cover.Range{Low: 0.5, High: 0.5}, s.Remains)
			require.InDelta(t, (400-21)*0.5, s.Lost.High, 1e-9)
			require.InDelta(t, (400-42)*0.5, s.Lost.Low, 1e-9)
			require.InDelta(t, 0.5, s.Unknown, 1e-12)
		}
	}
	plain.Closed = true
	got, _ = stops(t, v, plain, 0)
	require.Equal(t, [2]int{1 + 10, 2 + 20}, got["line b oxide"], "the only seller is the whole")
	require.Equal(t, [2]int{11 + 1 + 10, 22 + 2 + 20}, got["line c metal"], "so is the only one without a share")
	got, _ = stops(t, viewOf(t, shares+"supplies supplier=d buyer=c item=metal share_pct="), plain, 0)
	require.Equal(t, [2]int{22, -1}, got["line c metal"], "another one may serve it all")
}

func TestWhatComesBack(t *testing.T) {
	plain := cover.Assumptions{Cover: &cover.Range{Low: 10, High: 20}, Lead: &cover.Range{Low: 1, High: 1}, Making: &cover.Range{}}
	got, answer := stops(t, viewOf(t, sold), plain, 15)
	require.Equal(t, [2]int{11, -1}, got["line b oxide"], "the larger stock bridges it")
	require.NotContains(t, got, "line c metal", "five days are lost, less than any stock of the next")
	for _, s := range answer.Stops {
		if s.Kind == chain.Line {
			require.Equal(t, cover.Range{Low: 0, High: 5}, s.Lost)
		}
	}
}

func TestTheLawHoldsBack(t *testing.T) {
	plain := cover.Assumptions{Cover: &cover.Range{Low: 10, High: 20}, Lead: &cover.Range{Low: 2, High: 3}, Making: &cover.Range{}}
	v := viewOf(t, sold)
	plain.Crossings = func(line *chain.Part, _ *chain.Supplier) []cover.Crossing {
		if v.Key(line.Firm) != "d" {
			return nil
		}
		return []cover.Crossing{{From: v.AsOf + 5, Factor: cover.Range{Low: 0.5, High: 1}, Delay: cover.Range{Low: 18, High: 40}}}
	}
	got, answer := dates(t, compile(t, v, plain), cover.Loss{Days: 200})
	// From day 5 on nothing is sent for 40 days; it is felt two days later, with ten days in stock. At best 18 days are bridged by 20.
	require.Equal(t, map[string][2]int{"line d magnet-hot": {17, -1}, "output d car": {17, -1}}, got)
	links := answer.Chain(answer.Stops[0].Part)
	require.NotNil(t, links[len(links)-1].Held)
	require.Equal(t, "c", v.Key(compile(t, v, plain).Network().Parts[links[len(links)-1].Part].Suppliers[0].Firm))
	plain.Crossings = func(*chain.Part, *chain.Supplier) []cover.Crossing {
		return []cover.Crossing{{From: graph.MinDay, Delay: cover.Range{Low: 30, High: 30}, Factor: cover.Range{Low: 1, High: 1}}}
	}
	got, _ = dates(t, compile(t, v, plain), cover.Loss{Days: 200})
	require.Empty(t, got, "a wait that has always been delays, but stops nobody")
	got, _ = stops(t, v, plain, 0)
	require.Equal(t, [2]int{2 + 30 + 10, 3 + 30 + 20}, got["line b oxide"])
}

// What the rule holds back is what crosses a border: at day 5 nothing leaves; two days later that is felt.
func TestRulesOnLicences(t *testing.T) {
	const record = sold + `
regions id=PACT
region_members region=PACT country=US
licence_types id=single country=CN per_shipment=true typical_days_low=18 typical_days_high=40 introduced=2020
licence_types id=later country=CN per_shipment=true typical_days_low=500 typical_days_high=500 introduced=2026
licence_types id=long country=CN per_shipment=false typical_days_low=0 typical_days_high=0
licence_statistics id=old applicant_region=PACT as_of=2022-01 approved_pct=90
licence_statistics id=pct applicant_region=PACT as_of=2024-03 approved_pct=25
licence_statistics id=counts applicant_region=PACT as_of=2024-10 applied=200 approved=100
licence_statistics id=future applicant_region=PACT as_of=2025-01 approved_pct=100
licence_statistics id=all as_of=2024-10 approved_pct=70`
	v := viewOf(t, record)
	china := cover.Rule{Of: graph.NewTargetSet(v, graph.Target{Countries: find(v, "CN")}), From: v.AsOf + 5}
	plain := cover.Assumptions{Cover: &cover.Range{Low: 10, High: 20}, Lead: &cover.Range{Low: 2, High: 3}, Making: &cover.Range{Low: 7, High: 9}, Rules: []cover.Rule{china}}
	got, answer := dates(t, compile(t, v, plain), cover.Loss{Days: 200})
	// At best 18 days are bridged by a stock of 20; then half of each day is missing: two of 18, and 18 more for the rest.
	require.Equal(t, map[string][2]int{"line d magnet-hot": {5 + 2 + 10, 5 + 3 + 18 + 4}, "output d car": {17, 30}}, got, "what stays in China passes free")
	held := answer.Chain(answer.Stops[0].Part)
	last := held[len(held)-1]
	require.Equal(t, cover.Range{Low: 0.25, High: 0.5}, last.Held.Factor, "of the year before the newest count that the day knows")
	require.Equal(t, cover.Range{Low: 18, High: 40}, last.Held.Delay)
	require.Len(t, last.Held.Rows, 3)
	require.Equal(t, cover.Range{Low: 2, High: 3}, last.Lead.Range, "what is in the making is held, too")
	plain.Rules[0].Approved, plain.Rules[0].Review = &cover.Range{Low: 1, High: 1}, &cover.Range{Low: 12, High: 25}
	got, _ = dates(t, compile(t, v, plain), cover.Loss{Days: 200})
	require.Equal(t, [2]int{17, -1}, got["output d car"])
	plain.Rules[0].Users = func(buyer graph.Node) bool { return v.Key(buyer) != "d" }
	got, _ = dates(t, compile(t, v, plain), cover.Loss{Days: 200})
	require.Empty(t, got, "for others")
	plain.Rules[0].Users = nil
	plain.Rules = append(plain.Rules, cover.Rule{Of: china.Of, From: v.AsOf + 8, Review: &cover.Range{}, Approved: &cover.Range{Low: 1, High: 1}})
	got, _ = dates(t, compile(t, v, plain), cover.Loss{Days: 200})
	require.Empty(t, got, "lifted after three days, which all stocks bridge")
	got, _ = stops(t, v, plain, 0)
	require.Contains(t, got, "output d car", "the loss of a is felt all the same")

	v = viewOf(t, sold+"lead_times item=magnet kind=LICENCE days_low=30 days_high=\nlead_times item=magnet kind=LICENCE days_low= days_high=63\nlead_times stage=MAGNET kind=LICENCE days_low=800 days_high=900")
	plain.Rules = []cover.Rule{{Of: graph.NewTargetSet(v, graph.Target{Countries: find(v, "CN")}), From: v.AsOf}}
	_, answer = dates(t, compile(t, v, plain), cover.Loss{Days: 100})
	held = answer.Chain(answer.Stops[0].Part)
	require.Equal(t, cover.Range{Low: 30, High: 90}, held[len(held)-1].Held.Delay, "of its class; permits to build are no licences to export")
	require.Equal(t, cover.Range{Low: 0, High: 1}, held[len(held)-1].Held.Factor, "nobody counted")
	require.Contains(t, held[len(held)-1].Flags, graph.FlagLicenceAssumed)
	plain.Rules[0].Of = nil
	_, err := cover.Compile(context.Background(), shocks(t, v), plain)
	require.ErrorContains(t, err, "rule 1 names nothing")
	plain.Rules[0] = cover.Rule{Of: china.Of, Approved: &cover.Range{Low: 1, High: 2}}
	_, err = cover.Compile(context.Background(), shocks(t, v), plain)
	require.ErrorContains(t, err, "rule 1: 1 to 2")
}

func TestAskRefusesWhatMakesNoSense(t *testing.T) {
	v := viewOf(t, sold)
	m := compile(t, v, cover.Assumptions{})
	_, err := m.Ask(context.Background(), cover.Loss{Days: 10})
	require.ErrorIs(t, err, shock.ErrNoLoss)
	_, err = m.Ask(context.Background(), cover.Loss{Days: -1})
	require.ErrorContains(t, err, "-1 days")
	_, err = m.Ask(context.Background(), cover.Loss{Ends: -1})
	require.ErrorContains(t, err, "-1 days")
	_, err = cover.Compile(context.Background(), shocks(t, v), cover.Assumptions{Lead: &cover.Range{Low: 5, High: 2}})
	require.ErrorContains(t, err, "lead of 5 to 2 days")
	gone := errors.New("the client is gone")
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(gone)
	_, err = m.Ask(ctx, cover.Loss{Losses: []shock.Loss{{Target: graph.NewTargetSet(v, graph.Target{Firms: find(v, "a")})}}, Days: 10})
	require.ErrorIs(t, err, gone)
	_, err = cover.Compile(ctx, shocks(t, v), cover.Assumptions{})
	require.ErrorIs(t, err, gone)
}

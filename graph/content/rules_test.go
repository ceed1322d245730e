package content_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/content"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// A magnet of an alloy with a twentieth of samarium; the annex names magnet and assembly as goods, metal and alloy as materials.
const annex = `
countries id=GB
elements id=sm group=MEDIUM
elements id=fe group=NON_RARE_EARTH
materials id=metal form=METAL
materials id=alloy form=ALLOY
components id=magnet kind=MAGNET unit=kg
components id=fine-magnet kind=MAGNET unit=kg
components id=other-magnet kind=MAGNET unit=kg
components id=any-magnet kind=MAGNET unit=kg
components id=assembly kind=OTHER unit=unit
components id=motor kind=MOTOR unit=unit
components id=plain kind=OTHER unit=unit
products id=car sector=AUTOMOTIVE end_use=CIVILIAN category=EV unit=unit
kinds item=fine-magnet kind_of=magnet
kinds item=magnet kind_of=any-magnet
kinds item=other-magnet kind_of=any-magnet
feeds from=sm to=metal quantity=1 unit=kg_per_kg essential=true
feeds from=metal to=alloy quantity=0.1 unit=kg_per_kg essential=true
feeds from=fe to=alloy quantity=0.9 unit=kg_per_kg essential=true
feeds from=alloy to=fine-magnet quantity=0.5 unit=kg_per_kg essential=true
feeds from=fe to=other-magnet quantity=1 unit=kg_per_kg essential=true
feeds from=magnet to=assembly quantity=2 unit=kg_per_unit essential=false
feeds from=fine-magnet to=motor quantity=3 unit=kg_per_unit essential=true
feeds from=other-magnet to=plain quantity=1 unit=kg_per_unit essential=true
feeds from=motor to=car quantity=1 unit=unit_per_unit essential=true
export_controls id=mofcom-2025-61-1 country=CN
export_controls id=mofcom-2025-61-2 country=CN
export_controls id=mofcom-2025-61-3 country=CN
export_controls id=mofcom-2025-18 country=CN
restricts control=mofcom-2025-61-1 item=magnet licence=INDIVIDUAL
restricts control=mofcom-2025-61-1 item=assembly licence=INDIVIDUAL
restricts control=mofcom-2025-61-2 item=metal licence=INDIVIDUAL
restricts control=mofcom-2025-61-2 item=magnet licence=INDIVIDUAL
restricts control=mofcom-2025-61-3 item=alloy licence=INDIVIDUAL
firms id=british country=GB
firms id=chinese country=CN
makes firm=british item=fine-magnet
makes firm=chinese item=fine-magnet
`

type world struct {
	*graph.View
	rule  *content.Rule
	model *content.Model
	part  content.Part
}

func about(t *testing.T, text string) *world {
	t.Helper()
	facts, err := graphtest.Written(annex + text)
	require.NoError(t, err)
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2026, 6, 30), graph.Filter{})
	require.NoError(t, err)
	n, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	w := &world{View: v, part: content.Part{Proven: content.Bounds{Low: 0.5, High: 0.5}, Implied: content.Bounds{Low: 1, High: 1}}}
	w.rule, err = content.NewRule(v, w.node(t, "mofcom-2025-61-1"))
	require.NoError(t, err)
	w.model = content.NewModel(w.rule, n)
	return w
}

func (w *world) node(t *testing.T, key string) graph.Node {
	t.Helper()
	n, ok := w.Lookup(key)
	require.True(t, ok, key)
	return n
}

// holdings are those that the slow twin of composition finds.
func holdings(v *graph.View, elements []graph.Node) map[graph.Node]*content.Holding {
	twin, out := graphtest.NewForeignContent(v), map[graph.Node]*content.Holding{}
	for _, e := range elements {
		h := &content.Holding{Element: e, Mass: make([]graph.Interval, v.Items()), Complete: make([]bool, v.Items())}
		for item := range graph.Node(v.Items()) {
			h.Mass[item], h.Complete[item] = twin.Holding(v.Key(e), v.Key(item))
		}
		out[e] = h
	}
	return out
}

func (w *world) ask(t *testing.T, threshold float64, prices map[string]content.Bounds, goods ...string) []content.Good {
	t.Helper()
	q := content.Question{Threshold: threshold, Prices: map[graph.Node]content.Bounds{}, Holdings: holdings(w.View, w.rule.Elements),
		Origins: func(graph.Node, int32, graph.Node) content.Part { return w.part }}
	for key, p := range prices {
		q.Prices[w.node(t, key)] = p
	}
	for _, key := range goods {
		q.Goods = append(q.Goods, w.node(t, key))
	}
	a, err := w.model.Ask(context.Background(), q)
	require.NoError(t, err)
	return a.Goods
}

func TestScopes(t *testing.T) {
	w := about(t, "")
	require.Equal(t, []string{"alloy", "metal"}, w.Keys(w.rule.Materials))
	require.Equal(t, []string{"sm"}, w.Keys(w.rule.Elements))
	scopes := map[string]content.Scope{}
	for _, g := range w.ask(t, 0.001, nil) {
		scopes[w.Key(g.Item)] = g.Scope
	}
	require.Equal(t, map[string]content.Scope{"magnet": content.Named, "fine-magnet": content.Named, "assembly": content.Named, "any-magnet": content.ByClass, "motor": content.Assembly}, scopes)
	for _, g := range w.ask(t, 0.001, nil, "car", "plain", "other-magnet", "metal") { // a finished product, and goods that hold nothing named
		require.Equal(t, content.Outside, g.Scope, w.Key(g.Item))
		require.Equal(t, content.No, g.Verdict)
		require.Nil(t, g.Deciding)
	}
	motor := w.ask(t, 0.001, nil, "motor")[0]
	require.Equal(t, "assembly", w.Key(motor.Like))
	require.True(t, motor.Flags.Has(graph.FlagByWording))
	_, err := content.NewRule(w.View, w.node(t, "mofcom-2025-18"))
	require.ErrorIs(t, err, content.ErrNoContentRule)
}

// 0.5 · 0.1 kg samarium a kilogram, half of it Chinese, at 10 a kilogram, in a magnet of 50: 0.05 · 0.5 · 10 / 50.
func TestClosedForm(t *testing.T) {
	w := about(t, "")
	prices := map[string]content.Bounds{"sm": {Low: 10, High: 10}, "magnet": {Low: 50, High: 50}}
	g := w.ask(t, 0.005, prices, "fine-magnet")[0]
	require.InDelta(t, 0.005, g.Share.Low, 1e-15)
	require.InDelta(t, 0.005, g.Share.High, 1e-15)
	require.InDelta(t, 0.01, g.Supposed.Low, 1e-15)
	require.InDelta(t, 0.025, g.Kilograms.Low, 1e-15)
	require.InDelta(t, 0.2, g.Ratio.Low, 1e-12) // 0.005 / 0.025
	require.Equal(t, content.Yes, g.Verdict)
	require.True(t, g.Flags.Has(graph.FlagPriceOfClass)) // that of the magnet
	require.Equal(t, content.No, w.ask(t, 0.0051, prices, "fine-magnet")[0].Verdict)
	require.Equal(t, content.Yes, w.ask(t, 0.0051, prices, "fine-magnet")[0].Implied)

	// The maker abroad is listed, the one in China is not.
	require.Len(t, g.Makers, 1)
	require.Equal(t, []string{"british", "GB"}, []string{w.Key(g.Makers[0].Firm), w.Key(g.Makers[0].Countries[0])})

	// The price of the alloy is spread over its tenth of samarium; metal and alloy span the price of what may carry it.
	prices = map[string]content.Bounds{"metal": {Low: 10, High: 10}, "alloy": {Low: 3, High: 4}, "fine-magnet": {Low: 50, High: 50}}
	g = w.ask(t, 0.005, prices, "fine-magnet")[0]
	require.Equal(t, []string{"alloy", "metal"}, w.Keys(g.Elements[0].Forms))
	require.InDelta(t, 10, g.Elements[0].Price.Low, 1e-12)
	require.InDelta(t, 40, g.Elements[0].Price.High, 1e-12)
	require.InDelta(t, 0.02, g.Share.High, 1e-15)

	// A class is never a YES, whatever it is worth; nor is a part that only the wording reaches.
	prices = map[string]content.Bounds{"sm": {Low: 10, High: 10}, "any-magnet": {Low: 1, High: 1}, "motor": {Low: 1, High: 1}}
	for _, g := range w.ask(t, 0.001, prices, "any-magnet", "motor") {
		require.Equal(t, content.Unknown, g.Verdict, w.Key(g.Item))
	}
	motor := w.ask(t, 0.001, prices, "motor")[0]
	require.Equal(t, content.Yes, motor.Content)
	require.Equal(t, []any{content.ScopeOfRule, content.EitherWay}, []any{motor.Deciding.Kind, motor.Deciding.Decides})
}

// What is not stated is anything, and NO is proven without a price only where there is nothing.
func TestWhatIsNotStated(t *testing.T) {
	w := about(t, "feeds from=metal to=other-magnet quantity= unit=kg_per_kg essential=false\nrestricts control=mofcom-2025-61-1 item=other-magnet licence=INDIVIDUAL\n")
	g := w.ask(t, 0.001, nil, "fine-magnet")[0]
	require.Equal(t, []any{content.Unknown, content.Bounds{Low: 0, High: 1}}, []any{g.Verdict, g.Share})
	require.Equal(t, []any{content.GoodPrice, content.OneWay}, []any{g.Deciding.Kind, g.Deciding.Decides}) // the mass is proven: prices stand between
	require.True(t, g.Flags.Has(graph.FlagPriceNotGiven))
	w.part.Proven = content.Bounds{Low: 0, High: 1}
	g = w.ask(t, 0.001, nil, "fine-magnet")[0]
	require.Equal(t, []any{content.Origin, content.OneWay, "alloy"}, []any{g.Deciding.Kind, g.Deciding.Decides, w.Key(g.Deciding.Item)})
	require.Equal(t, "british", w.Key(g.Makers[0].Deciding.Buyer)) // who buys the alloy, of whom nobody knows
	require.True(t, math.IsInf(g.Ratio.High, 1))
	w.part.Proven = content.Bounds{Low: 0, High: 0}
	g = w.ask(t, 0.001, nil, "fine-magnet")[0]
	require.Equal(t, []any{content.No, content.Bounds{}}, []any{g.Verdict, g.Share})

	w.part.Proven = content.Bounds{Low: 0.5, High: 0.5}
	other := w.ask(t, 0.001, map[string]content.Bounds{"sm": {Low: 1, High: 1}, "other-magnet": {Low: 1, High: 1}}, "other-magnet")[0]
	require.Equal(t, content.Bounds{Low: 0, High: 1}, other.Elements[0].Amount) // a kilogram in a kilogram at most
	require.Equal(t, content.Bounds{Low: 0, High: 0.5}, other.Share)
	require.Equal(t, content.Amount, other.Deciding.Kind)
	require.True(t, other.Flags.Has(graph.FlagIncomplete))

	_, err := w.model.Ask(context.Background(), content.Question{Threshold: 0.1, Prices: map[graph.Node]content.Bounds{0: {Low: 2, High: 1}}})
	require.ErrorIs(t, err, content.ErrPriceBounds)
}

const plants = `
firms id=parent country=CN
firms id=part-owned country=GB
firms id=daughter country=GB
owns owner=parent owned=daughter stake_pct=60
owns owner=parent owned=part-owned stake_pct=20
facilities id=home country=CN stage=METAL status=OPERATING
facilities id=run country=GB stage=METAL status=OPERATING
facilities id=held country=GB stage=METAL status=OPERATING
facilities id=partly country=GB stage=MAGNET status=OPERATING
facilities id=free country=GB stage=METAL status=OPERATING
facilities id=planned country=GB stage=METAL status=PLANNED
operates firm=parent facility=run
operates firm=daughter facility=held
operates firm=part-owned facility=partly
operates firm=british facility=free
operates firm=parent facility=home
`

func TestPlants(t *testing.T) {
	w := about(t, plants)
	list := func(stages []graph.Stage, said ...content.Statement) map[string]content.Plant {
		all, err := content.Plants(w.View, w.node(t, "CN"), stages, said)
		require.NoError(t, err)
		found := map[string]content.Plant{}
		for _, p := range all {
			found[w.Key(p.Facility)] = p
		}
		return found
	}
	say := func(facility, firm, origin string) content.Statement {
		s := content.Statement{Facility: graph.NoNode, Firm: graph.NoNode, Origin: w.node(t, origin), From: graph.MinDay}
		if facility != "" {
			s.Facility = w.node(t, facility)
		}
		if firm != "" {
			s.Firm = w.node(t, firm)
		}
		return s
	}
	bare := list(nil)
	require.Len(t, bare, 4)
	for key, want := range map[string]content.Hint{"run": content.HomeOperator, "held": content.HomeControl, "partly": content.HomeStake, "free": content.NoHint} {
		require.Equal(t, []any{want, content.NotKnown}, []any{bare[key].Hint, bare[key].Dependence}, key) // a hint is no proof
	}
	require.InDelta(t, 0.2, bare["partly"].Held, 1e-12)
	require.Len(t, list([]graph.Stage{graph.StageMagnet}), 1)

	said := list(nil, say("free", "", "GB"), say("", "british", "CN"), say("held", "", "GB"), say("held", "", "CN"))
	require.Equal(t, []any{content.Independent, 0}, []any{said["free"].Dependence, said["free"].Statement}) // the plant goes before the firm
	require.Equal(t, []any{content.Dependent, 3}, []any{said["held"].Dependence, said["held"].Statement})   // the later before the earlier
	require.True(t, said["held"].Flags.Has(graph.FlagTechStated))

	later := say("free", "", "CN")
	later.From = w.AsOf + 1
	metal := say("", "british", "CN")
	metal.Stage = graph.StageMagnet
	require.Equal(t, content.NotKnown, list(nil, later, metal)["free"].Dependence)
	_, err := content.Plants(w.View, w.node(t, "CN"), nil, []content.Statement{say("free", "", "CN"), say("free", "british", "CN")})
	require.ErrorIs(t, err, content.ErrStatement)
	var wrong *content.StatementError
	require.ErrorAs(t, err, &wrong)
	require.Equal(t, 1, wrong.Number)
}

package market_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
)

func viewOf(t *testing.T, text, day string) *graph.View {
	t.Helper()
	facts, err := graphtest.Written(text)
	require.NoError(t, err)
	s, err := graph.Build(facts)
	require.NoError(t, err)
	d, err := graph.ParseDay(day)
	require.NoError(t, err)
	v, err := graph.NewView(s, d, graph.Filter{})
	require.NoError(t, err)
	return v
}

func node(t *testing.T, v *graph.View, key string) graph.Node {
	t.Helper()
	n, ok := v.Lookup(key)
	require.True(t, ok, key)
	return n
}

// solve answers for one item and the target of CN at some stages.
func solve(t *testing.T, v *graph.View, target graph.Target) func(item string) *market.Value {
	t.Helper()
	s, err := market.Solve(context.Background(), market.NewIndex(v), graph.NewTargetSet(v, target), graph.NoNode)
	require.NoError(t, err)
	return func(item string) *market.Value { return s.Of(node(t, v, item)) }
}

func china(t *testing.T, v *graph.View, stages ...graph.Stage) graph.Target {
	return graph.Target{Countries: []graph.Node{node(t, v, "CN")}, Stages: stages}
}

// Each world holds publications a and b of one item, stage and year; a must stand.
func TestWhichPublicationStands(t *testing.T) {
	for name, text := range map[string]string{
		"covers 0.2 more": `
sources id=a kind=MEDIA published=2020
sources id=b kind=OFFICIAL published=2024
market_shares item=x country=CN share_pct=70 source=a confidence=LOW
market_shares item=x country=US share_pct=20 source=a
market_shares item=x country=CN share_pct=70 source=b`,
		"confidence before all, where coverage is less than 0.2 apart": `
sources id=a kind=MEDIA published=2020
sources id=b kind=OFFICIAL published=2024
market_shares item=x country=CN share_pct=71 source=a
market_shares item=x country=CN share_pct=90 source=b confidence=MEDIUM`,
		"confidence is that of the lowest row": `
sources id=a kind=MEDIA
sources id=b kind=OFFICIAL
market_shares item=x country=CN share_pct=50 source=a confidence=MEDIUM
market_shares item=x country=US share_pct=30 source=a confidence=MEDIUM
market_shares item=x country=CN share_pct=50 source=b confidence=HIGH
market_shares item=x country=US share_pct=30 source=b confidence=LOW`,
		"official before datasets": `
sources id=a kind=OFFICIAL published=2020
sources id=b kind=DATASET published=2024
market_shares item=x country=CN share_pct=50 source=a
market_shares item=x country=CN share_pct=60 source=b`,
		"datasets before papers": `
sources id=a kind=DATASET published=2020
sources id=b kind=PAPER published=2024
market_shares item=x country=CN share_pct=50 source=a
market_shares item=x country=CN share_pct=60 source=b`,
		"papers before analysts": `
sources id=a kind=PAPER published=2020
sources id=b kind=ANALYST published=2024
market_shares item=x country=CN share_pct=50 source=a
market_shares item=x country=CN share_pct=60 source=b`,
		"analysts before companies": `
sources id=a kind=ANALYST published=2020
sources id=b kind=COMPANY published=2024
market_shares item=x country=CN share_pct=50 source=a
market_shares item=x country=CN share_pct=60 source=b`,
		"companies before media": `
sources id=a kind=COMPANY published=2020
sources id=b kind=MEDIA published=2024
market_shares item=x country=CN share_pct=50 source=a
market_shares item=x country=CN share_pct=60 source=b`,
		"the newer": `
sources id=a published=2024-06
sources id=b published=2024-05-31
market_shares item=x country=CN share_pct=50 source=a
market_shares item=x country=CN share_pct=60 source=b`,
		"a dated before an undated one": `
sources id=a published=1990
sources id=b published=
market_shares item=x country=CN share_pct=50 source=a
market_shares item=x country=CN share_pct=60 source=b`,
		"the first id": `
sources id=a
sources id=b
market_shares item=x country=CN share_pct=50 source=a
market_shares item=x country=CN share_pct=60 source=b`,
		"tonnes without shares never stand": `
sources id=a kind=MEDIA
sources id=b kind=OFFICIAL
market_shares item=x country=CN share_pct=50 source=a confidence=LOW
market_shares item=x country=CN tonnes=900 source=b`,
		"the nearest year, however poor": `
sources id=a kind=MEDIA
sources id=b kind=OFFICIAL
market_shares item=x country=CN share_pct=5 source=a year=2025 confidence=LOW
market_shares item=x country=CN share_pct=90 source=b year=2024`,
		"not a year after the day": `
sources id=a
sources id=b
market_shares item=x country=CN share_pct=50 source=a year=2025
market_shares item=x country=CN share_pct=60 source=b year=2026`,
	} {
		v := viewOf(t, "materials id=x\n"+text, "2025-12-31")
		found := market.NewIndex(v).Find(graph.StageSeparation, node(t, v, "x"), graph.NoNode)
		require.Len(t, found, 1, name)
		require.Equal(t, "a", v.Key(found[0].Source), name)
		for _, other := range found[0].Others {
			require.Equal(t, found[0].Year, other.Year, name)
		}
	}
}

func TestFiguresCarryTheirAgeAndStanding(t *testing.T) {
	figure := func(text, day string) market.Figure {
		v := viewOf(t, "materials id=x\nsources id=m kind=MEDIA\n"+text, day)
		found := market.NewIndex(v).Find(graph.StageSeparation, node(t, v, "x"), graph.NoNode)
		require.Len(t, found, 1)
		return found[0]
	}
	const single = "market_shares item=x country=CN share_pct=50 year=2020 "
	require.Empty(t, figure(single, "2023-12-31").Flags)
	require.Equal(t, graph.Flags{graph.FlagOldFigure}, figure(single, "2024-01-01").Flags, "beyond three years")
	require.Equal(t, graph.Flags{graph.FlagSingleFigure}, figure(single+"confidence=LOW", "2021-01-01").Flags)
	require.Equal(t, graph.Flags{graph.FlagSingleFigure}, figure(single+"source=m", "2021-01-01").Flags)
	require.Empty(t, figure(single+"source=m\nmarket_shares item=x country=US share_pct=10 year=2020 source=m", "2021-01-01").Flags, "two rows")
}

// Each line is found one step further away than the one before it.
func TestWhereAFigureIsFound(t *testing.T) {
	const world = `
elements id=nd symbol=Nd atomic_number=60
elements id=dy symbol=Dy atomic_number=66 group=HEAVY
elements id=fe symbol=Fe atomic_number=26 group=NON_RARE_EARTH
materials id=x
materials id=class
materials id=top
kinds item=x kind_of=class
kinds item=class kind_of=top
feeds from=nd to=x
feeds from=dy to=x
feeds from=fe to=x essential=false
item_groups id=small note=n
item_groups id=large note=n
item_group_members group=small item=dy
item_group_members group=large item=dy
item_group_members group=large item=nd
item_groups id=holds-x note=n
item_group_members group=holds-x item=x
`
	const groupOfItem = "market_shares item=holds-x country=CN share_pct=1\n"
	const iron = "market_shares item=fe country=CN share_pct=99\n" + groupOfItem
	const largeGroup = "market_shares item=large country=CN share_pct=2\n" + iron
	const smallGroup = "market_shares item=small country=CN share_pct=3\n" + largeGroup
	const elements = "market_shares item=dy country=CN share_pct=4\n" + smallGroup
	const top = "market_shares item=top country=CN share_pct=5\n" + elements
	const class = "market_shares item=class country=CN share_pct=6\n" + top
	const own = "market_shares item=x country=CN share_pct=7\n" + class
	for _, c := range []struct {
		figures string
		share   float64
		flags   graph.Flags
	}{
		{own, 0.07, nil}, {class, 0.06, graph.Flags{graph.FlagFoundUnderClass}}, {top, 0.05, graph.Flags{graph.FlagFoundUnderClass}},
		{elements, 0.04, graph.Flags{graph.FlagFoundByElement}},
		{smallGroup, 0.03, graph.Flags{graph.FlagFoundByElement, graph.FlagFoundByGroup}},
		{largeGroup, 0.02, graph.Flags{graph.FlagFoundByElement, graph.FlagFoundByGroup}},
		{iron, 0.01, graph.Flags{graph.FlagFoundByGroup}}, // iron is optional: it does not stand for x
		{groupOfItem, 0.01, graph.Flags{graph.FlagFoundByGroup}},
	} {
		v := viewOf(t, world+c.figures, "2024-12-31")
		value := solve(t, v, china(t, v, graph.StageSeparation))("x")
		require.InDelta(t, c.share, value.Here, 1e-15)
		require.Equal(t, c.flags, value.Flags)
	}
	v := viewOf(t, world, "2024-12-31")
	value := solve(t, v, china(t, v, graph.StageSeparation))("x")
	require.True(t, math.IsNaN(value.Here))
	require.Zero(t, value.Resolved)
	require.EqualValues(t, 1, value.High)
}

func TestTheWorstElementStands(t *testing.T) {
	v := viewOf(t, `
elements id=nd symbol=Nd atomic_number=60
elements id=dy symbol=Dy atomic_number=66 group=HEAVY
materials id=x
feeds from=nd to=x
feeds from=dy to=x
market_shares item=nd country=CN share_pct=60
market_shares item=dy country=CN share_pct=90`, "2024-12-31")
	require.InDelta(t, 0.9, solve(t, v, china(t, v, graph.StageSeparation))("x").Here, 1e-15)
	s, err := market.Solve(context.Background(), market.NewIndex(v), graph.NewTargetSet(v, china(t, v, graph.StageSeparation)), node(t, v, "nd"))
	require.NoError(t, err)
	require.InDelta(t, 0.6, s.Of(node(t, v, "x")).Here, 1e-15, "asked about neodymium, dysprosium does not count")
}

func TestRareEarthOresTakeTheFiguresOfTheirGroups(t *testing.T) {
	v := viewOf(t, `
elements id=dy symbol=Dy atomic_number=66 group=HEAVY
elements id=fe symbol=Fe atomic_number=26 group=NON_RARE_EARTH
materials id=monazite-concentrate form=ORE_CONCENTRATE
materials id=mixed-carbonate form=MIXED_COMPOUND
materials id=ionic-clay-concentrate form=ORE_CONCENTRATE
materials id=xenotime-concentrate form=ORE_CONCENTRATE
materials id=iron-ore form=ORE_CONCENTRATE
materials id=dy-oxide
materials id=iron-oxide
feeds from=dy to=dy-oxide
feeds from=mixed-carbonate to=dy-oxide essential=false
feeds from=monazite-concentrate to=mixed-carbonate essential=false
feeds from=ionic-clay-concentrate to=dy-oxide essential=false
feeds from=xenotime-concentrate to=dy-oxide essential=false
feeds from=fe to=iron-oxide
feeds from=iron-ore to=iron-oxide
item_groups id=rare-earths note=n
item_groups id=heavy-rare-earths note=n
market_shares item=rare-earths stage=MINE country=CN share_pct=69
market_shares item=heavy-rare-earths stage=MINE country=CN share_pct=40`, "2024-12-31")
	of := solve(t, v, china(t, v, graph.StageMine))
	require.InDelta(t, 0.69, of("monazite-concentrate").Here, 1e-15)
	require.InDelta(t, 0.69, of("mixed-carbonate").Here, 1e-15)
	require.InDelta(t, 0.40, of("ionic-clay-concentrate").Here, 1e-15)
	require.InDelta(t, 0.40, of("xenotime-concentrate").Here, 1e-15)
	require.True(t, math.IsNaN(of("iron-ore").Here))
}

// Metal is made from oxide: h = 0.9 at its own stage, U = 0.6 for the oxide. M = [0.9, min(1, 1.5)], estimate 0.9.
func TestStagesMayOrMayNotBeTheSameTonnes(t *testing.T) {
	const world = `
materials id=ore form=ORE_CONCENTRATE
materials id=oxide
materials id=metal form=METAL
materials id=alloy form=ALLOY
materials id=mystery
feeds from=ore to=oxide
feeds from=oxide to=metal
feeds from=metal to=alloy
feeds from=mystery to=alloy
market_shares item=metal stage=METAL country=CN share_pct=90
market_shares item=oxide country=CN share_pct=20
market_shares item=oxide country=US share_pct=30
`
	v := viewOf(t, world, "2024-12-31")
	of := solve(t, v, china(t, v, graph.StageSeparation, graph.StageMetal))
	metal := of("metal")
	require.InDeltaSlice(t, []float64{0.9, 0.9, 1, 1}, []float64{metal.Low, metal.Estimate, metal.High, metal.Resolved}, 1e-15)
	oxide := of("oxide")
	require.InDeltaSlice(t, []float64{0.2, 0.2, 0.2, 1}, []float64{oxide.Low, oxide.Estimate, oxide.High, oxide.Resolved}, 1e-15)
	alloy := of("alloy")
	require.InDeltaSlice(t, []float64{0.9, 0.9, 1, 1}, []float64{alloy.Low, alloy.Estimate, alloy.High, alloy.Resolved}, 1e-15)
	of = solve(t, v, china(t, v, graph.StageSeparation))
	require.InDelta(t, 0.2, of("metal").Estimate, 1e-15, "the target does not ask for metal makers")
	require.Zero(t, of("mystery").Estimate)
	require.Zero(t, of("mystery").Resolved, "no figure, no recipe: unknown, not 0")
	of = solve(t, v, china(t, v, graph.StageMine))
	require.Zero(t, of("ore").Resolved)
}

func TestAlternativesTakeTheLeastAndTheMean(t *testing.T) {
	v := viewOf(t, `
materials id=a
materials id=b
materials id=either form=METAL
materials id=class
materials id=class-with-figure
kinds item=a kind_of=class
kinds item=b kind_of=class
kinds item=a kind_of=class-with-figure
feeds from=a to=either essential=false
feeds from=b to=either essential=false
market_shares item=a country=CN share_pct=80
market_shares item=b country=CN share_pct=20
market_shares item=class-with-figure country=CN share_pct=30`, "2024-12-31")
	of := solve(t, v, china(t, v, graph.StageSeparation))
	either := of("either")
	require.InDeltaSlice(t, []float64{0.2, 0.5}, []float64{either.Low, either.Estimate}, 1e-15)
	require.InDelta(t, 0.5, of("class").Estimate, 1e-15)
	require.InDelta(t, 0.3, of("class-with-figure").Estimate, 1e-15, "its grades add only what they require")
}

// Plants of a target of firms: 40 of 200 tonnes, the world being 100 tonnes at 50 %.
func TestTargetsOfFirmsTakeCapacityOverTheWorld(t *testing.T) {
	const world = `
materials id=x
materials id=y
firms id=f
firms id=g
facilities id=p
facilities id=q
operates firm=f facility=p
operates firm=g facility=q
produces facility=p item=x capacity_tpa=40 year=2023
produces facility=q item=x year=2023
produces facility=p item=y capacity_tpa=40 year=2023
market_shares item=x country=CN share_pct=50 tonnes=100
market_shares item=y country=CN share_pct=50
`
	v := viewOf(t, world, "2024-12-31")
	of := solve(t, v, graph.Target{Firms: []graph.Node{node(t, v, "f")}})
	require.InDelta(t, 0.2, of("x").Estimate, 1e-15)
	require.True(t, math.IsNaN(of("y").Here), "no world total is stated")
	of = solve(t, v, graph.Target{Firms: []graph.Node{node(t, v, "g")}})
	require.True(t, math.IsNaN(of("x").Here), "its capacity is not stated")
}

func TestOwnershipIsNotInMarketFigures(t *testing.T) {
	v := viewOf(t, "materials id=x\nmarket_shares item=x country=CN share_pct=50", "2024-12-31")
	target := china(t, v)
	target.By = graph.ByOwnership
	require.True(t, solve(t, v, target)("x").Flags.Has(graph.FlagMarketByLocation))
}

func TestCancelledSolveStops(t *testing.T) {
	v := viewOf(t, "materials id=x", "2024-12-31")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := market.Solve(ctx, market.NewIndex(v), graph.NewTargetSet(v, china(t, v)), graph.NoNode)
	require.ErrorIs(t, err, context.Canceled)
}

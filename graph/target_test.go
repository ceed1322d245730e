package graph_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
)

const targetWorld = `
regions id=PACT
region_members region=PACT country=AU
materials id=ore form=ORE_CONCENTRATE
materials id=carbonate form=MIXED_COMPOUND
materials id=oxide
materials id=oxide-heavy
materials id=metal form=METAL
components id=magnet kind=MAGNET
components id=pump
products id=car sector=AUTOMOTIVE end_use=CIVILIAN category=EV
kinds item=oxide-heavy kind_of=oxide
firms id=chinese country=CN
firms id=child country=US
firms id=western country=US
firms id=union country=PACT
owns owner=chinese owned=child stake_pct=51
facilities id=plant-cn country=CN
facilities id=plant-us country=US
facilities id=recycler country=US stage=RECYCLING
operates firm=western facility=plant-cn`

func TestMembership(t *testing.T) {
	s := written(t, targetWorld)
	v := at(t, s, "2024-01-01", graph.Filter{})
	n := func(keys ...string) (nodes []graph.Node) {
		for _, k := range keys {
			nodes = append(nodes, node(t, s, k))
		}
		return nodes
	}
	plant := func(key string, tonnes float64) graph.Place {
		return graph.Place{Facility: node(t, s, key), Tonnes: tonnes}
	}
	nan := math.NaN()
	all, none := graph.Membership{Low: 1, Estimate: 1, High: 1}, graph.Membership{}
	cn, us := plant("plant-cn", nan), plant("plant-us", nan)
	for _, c := range []struct {
		name       string
		target     graph.Target
		firm, item string
		places     []graph.Place
		want       graph.Membership
	}{
		{"the country of the plant", graph.Target{Countries: n("CN")}, "western", "oxide", []graph.Place{cn}, all},
		{"not that of the firm", graph.Target{Countries: n("US")}, "western", "oxide", []graph.Place{cn}, none},
		{"the firm's country where no plant is on record", graph.Target{Countries: n("US")}, "western", "oxide", nil, all},
		{"members of a region", graph.Target{Countries: n("PACT")}, "western", "oxide", []graph.Place{us}, none},
		{"firms of a region", graph.Target{Countries: n("PACT")}, "union", "oxide", nil, all},
		{"the owner's country", graph.Target{Countries: n("CN"), By: graph.ByOwnership}, "child", "oxide", []graph.Place{us}, all},
		{"the owner's country is not the plant's", graph.Target{Countries: n("CN"), By: graph.ByOwnership}, "western", "oxide", []graph.Place{cn}, none},
		{"either: place", graph.Target{Countries: n("CN"), By: graph.ByEither}, "western", "oxide", []graph.Place{cn}, all},
		{"either: owner", graph.Target{Countries: n("CN"), By: graph.ByEither}, "child", "oxide", []graph.Place{us}, all},
		{"either: neither", graph.Target{Countries: n("CN"), By: graph.ByEither}, "western", "oxide", []graph.Place{us}, none},
		{"half of the plants", graph.Target{Countries: n("CN")}, "western", "oxide", []graph.Place{cn, us}, graph.Membership{Low: 0, Estimate: 0.5, High: 1}},
		{"by capacity", graph.Target{Countries: n("CN")}, "western", "oxide", []graph.Place{plant("plant-cn", 30), plant("plant-us", 10)}, graph.Membership{Low: 0, Estimate: 0.75, High: 1}},
		{"not all capacities stated", graph.Target{Countries: n("CN")}, "western", "oxide", []graph.Place{plant("plant-cn", 30), us}, graph.Membership{Low: 0, Estimate: 0.5, High: 1}},
		{"capacities of 0", graph.Target{Countries: n("CN")}, "western", "oxide", []graph.Place{plant("plant-cn", 0), plant("plant-us", 0)}, graph.Membership{Low: 0, Estimate: 0.5, High: 1}},
		{"firms with those they hold", graph.Target{Firms: n("chinese")}, "child", "oxide", []graph.Place{us}, all},
		{"not those who hold them", graph.Target{Firms: n("child")}, "chinese", "oxide", nil, none},
		{"owners", graph.Target{Owners: n("chinese")}, "child", "oxide", nil, all},
		{"owners themselves", graph.Target{Owners: n("chinese")}, "chinese", "oxide", nil, all},
		{"facilities", graph.Target{Facilities: n("plant-us")}, "western", "oxide", []graph.Place{cn, us}, graph.Membership{Low: 0, Estimate: 0.5, High: 1}},
		{"no facility", graph.Target{Facilities: n("plant-us")}, "western", "oxide", nil, none},
		{"items with their grades", graph.Target{Items: n("oxide")}, "western", "oxide-heavy", nil, all},
		{"not their classes", graph.Target{Items: n("oxide-heavy")}, "western", "oxide", nil, none},
		{"all conditions at once", graph.Target{Countries: n("CN"), Items: n("oxide"), Stages: []graph.Stage{graph.StageMetal}}, "western", "oxide", []graph.Place{cn}, none},
		{"the stage of the plant", graph.Target{Stages: []graph.Stage{graph.StageRecycling}}, "western", "oxide", []graph.Place{plant("recycler", nan)}, all},
		{"recycling by the plant alone", graph.Target{Stages: []graph.Stage{graph.StageRecycling}}, "western", "oxide", []graph.Place{us}, none},
		{"the item's stage at a plant of another", graph.Target{Stages: []graph.Stage{graph.StageSeparation}}, "western", "oxide", []graph.Place{plant("recycler", nan)}, all},
	} {
		require.Equal(t, c.want, graph.NewTargetSet(v, c.target).Member(node(t, s, c.firm), node(t, s, c.item), c.places), c.name)
	}
	require.True(t, graph.Target{By: graph.ByEither}.IsEmpty())
	require.False(t, graph.Target{Stages: []graph.Stage{graph.StageMine}}.IsEmpty())
}

// Of several holders who state no stake, one at most has the majority.
func TestBelongingOverUnstatedStakes(t *testing.T) {
	s := written(t, `
firms id=a
firms id=b
firms id=c
firms id=alone
firms id=shared
firms id=below
firms id=led
firms id=half
firms id=looped
owns owner=a owned=alone stake_pct=
owns owner=c owned=alone stake_pct=30
owns owner=a owned=shared stake_pct=
owns owner=b owned=shared stake_pct=
owns owner=shared owned=below stake_pct=100
owns owner=a owned=led stake_pct=
owns owner=c owned=led stake_pct=51
owns owner=a owned=half stake_pct=
owns owner=shared owned=half stake_pct=50
owns owner=a owned=looped stake_pct=
owns owner=b owned=looped stake_pct=
owns owner=looped owned=looped stake_pct=`)
	v := at(t, s, "2024-01-01", graph.Filter{})
	all, possible := graph.Membership{Low: 1, Estimate: 1, High: 1}, graph.Membership{Estimate: 0.5, High: 1}
	belonging := func(firm string, named ...string) graph.Membership {
		target := graph.Target{}
		for _, key := range named {
			target.Firms = append(target.Firms, node(t, s, key))
		}
		set := graph.NewTargetSet(v, target)
		require.Equal(t, set.Belonging(node(t, s, firm)), set.Member(node(t, s, firm), 0, nil))
		return set.Belonging(node(t, s, firm))
	}
	require.Equal(t, all, belonging("alone", "a"), "nobody else may be the parent")
	require.Equal(t, graph.Membership{}, belonging("alone", "c"))
	require.Equal(t, possible, belonging("shared", "a"))
	require.Equal(t, possible, belonging("below", "b"), "and what it holds")
	require.Equal(t, all, belonging("below", "a", "b"), "one of them it is")
	require.Equal(t, possible, belonging("led", "a"), "somebody else states the majority")
	require.Equal(t, all, belonging("led", "c"))
	require.Equal(t, possible, belonging("half", "b"), "as far as it belongs to what states a half")
	require.Equal(t, graph.Membership{Estimate: 0.75, High: 1}, belonging("half", "a"))
	require.Equal(t, all, belonging("half", "shared"), "a stated half is enough")
	require.Equal(t, possible, belonging("looped", "a"), "holding itself makes no parent")
}

func TestStagesOfItems(t *testing.T) {
	s := written(t, targetWorld+`
materials id=salt form=COMPOUND
materials id=alloy form=ALLOY
materials id=powder form=POWDER
materials id=sputter form=TARGET
components id=motor kind=MOTOR
components id=generator kind=GENERATOR
components id=actuator kind=ACTUATOR`)
	for key, stage := range map[string]graph.Stage{"ore": graph.StageConcentration, "carbonate": graph.StageConcentration, "oxide": graph.StageSeparation,
		"salt": graph.StageSeparation, "metal": graph.StageMetal, "alloy": graph.StageAlloy, "powder": graph.StageAlloy, "sputter": graph.StageAlloy,
		"magnet": graph.StageMagnet, "motor": graph.StageMotor, "generator": graph.StageMotor, "actuator": graph.StageMotor, "pump": graph.StageComponent,
		"car": graph.StageAssembly} {
		item := node(t, s, key)
		require.Equal(t, stage, s.Stage(item), key)
		require.True(t, s.AnswersTo(item, stage), key)
		require.Equal(t, stage == graph.StageConcentration, s.AnswersTo(item, graph.StageMine), key)
	}
}

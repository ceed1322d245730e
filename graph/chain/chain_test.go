package chain_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func build(t *testing.T, text string) *chain.Network {
	t.Helper()
	facts, err := graphtest.Written(text)
	require.NoError(t, err)
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2024, 12, 31), graph.Filter{})
	require.NoError(t, err)
	n, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	return n
}

func node(t *testing.T, n *chain.Network, key string) graph.Node {
	t.Helper()
	found, ok := n.View.Lookup(key)
	require.True(t, ok, key)
	return found
}

func output(t *testing.T, n *chain.Network, firm, item string) *chain.Part {
	t.Helper()
	p, ok := n.OutputOf(node(t, n, firm), node(t, n, item))
	require.True(t, ok, "%s makes %s", firm, item)
	return &n.Parts[p]
}

func line(t *testing.T, n *chain.Network, firm, item string) *chain.Part {
	t.Helper()
	p, ok := n.LineOf(node(t, n, firm), node(t, n, item))
	require.True(t, ok, "%s needs %s", firm, item)
	return &n.Parts[p]
}

// name is a part in words: "output firm item".
func name(n *chain.Network, part int32) string {
	p := &n.Parts[part]
	kind := map[chain.Kind]string{chain.Output: "output", chain.Line: "line", chain.Step: "step"}[p.Kind]
	if p.Graded {
		kind = "graded"
	}
	return fmt.Sprintf("%s %s %s", kind, n.View.Key(p.Firm), n.View.Key(p.Item))
}

func needs(n *chain.Network, p *chain.Part) (names []string) {
	for _, need := range p.Needs {
		names = append(names, name(n, need.Part))
	}
	return names
}

// suppliers gives the suppliers of a line in words: "own|seller[?] [share]: outputs".
func suppliers(n *chain.Network, p *chain.Part) (all []string) {
	for i := range p.Suppliers {
		s := &p.Suppliers[i]
		text := n.View.Key(s.Firm)
		if s.Own {
			text = "own"
		}
		if s.Possible {
			text += "?"
		}
		if s.Stated() {
			text += fmt.Sprintf(" %.2f", s.Share)
		}
		var outputs []string
		for _, o := range s.Outputs {
			outputs = append(outputs, name(n, o))
		}
		slices.Sort(outputs)
		all = append(all, text+": "+strings.Join(outputs, ", "))
	}
	return all
}

const things = `
materials id=ore form=ORE_CONCENTRATE
materials id=oxide
materials id=metal form=METAL
materials id=alloy form=ALLOY
components id=magnet kind=MAGNET
components id=magnet-hot kind=MAGNET
components id=magnet-plain kind=MAGNET
products id=car sector=AUTOMOTIVE end_use=CIVILIAN category=EV
kinds item=magnet-hot kind_of=magnet
kinds item=magnet-plain kind_of=magnet
feeds from=ore to=oxide
feeds from=oxide to=metal
feeds from=metal to=alloy
feeds from=alloy to=magnet-hot
feeds from=metal to=magnet-plain
feeds from=magnet to=car
firms id=a
firms id=b
firms id=c
firms id=d
`

func TestASaleIsEvidenceOfMaking(t *testing.T) {
	n := build(t, things+"supplies supplier=a buyer=b item=oxide share_pct=30\nsupplies supplier=c buyer=a item=metal")
	made := output(t, n, "a", "oxide")
	require.True(t, made.Flags.Has(graph.FlagSellerInferred) && made.Flags.Has(graph.FlagPlaceByFirm))
	require.Equal(t, []string{"line a ore"}, needs(n, made))
	require.Equal(t, []string{"a 0.30: output a oxide"}, suppliers(n, line(t, n, "b", "oxide")))
	require.True(t, line(t, n, "b", "oxide").Bought)
	require.False(t, line(t, n, "a", "ore").Bought)
}

func TestWhatASellerBuysItPassesOn(t *testing.T) {
	n := build(t, things+"supplies supplier=a buyer=b item=oxide\nsupplies supplier=b buyer=c item=oxide")
	passed := output(t, n, "b", "oxide")
	require.True(t, passed.Flags.Has(graph.FlagPassedOn))
	require.Equal(t, []string{"line b oxide"}, needs(n, passed))
	require.Equal(t, []string{"a: output a oxide"}, suppliers(n, line(t, n, "b", "oxide")), "what is passed on is no making of its own")
	n = build(t, things+"makes firm=b item=oxide\nsupplies supplier=a buyer=b item=oxide\nsupplies supplier=b buyer=c item=oxide")
	require.False(t, output(t, n, "b", "oxide").Flags.Has(graph.FlagPassedOn), "its making is on record")
}

func TestASellerOfAGradeIsNotInferredToMakeTheClass(t *testing.T) {
	n := build(t, things+"supplies supplier=a buyer=b item=magnet\nsupplies supplier=a buyer=c item=magnet-hot")
	_, ok := n.OutputOf(node(t, n, "a"), node(t, n, "magnet"))
	require.False(t, ok)
	require.Equal(t, []string{"a: output a magnet-hot"}, suppliers(n, line(t, n, "b", "magnet")))
}

func TestKindsServe(t *testing.T) {
	// A grade serves its class for certain; its share is not one of the class.
	n := build(t, things+"makes firm=d item=car\nsupplies supplier=a buyer=d item=magnet-hot share_pct=80\nsupplies supplier=b buyer=d item=magnet share_pct=40")
	require.Equal(t, []string{"a: output a magnet-hot", "b 0.40: output b magnet"}, suppliers(n, line(t, n, "d", "magnet")))
	// A class may be the grade: the maker's class is looked through with the recipe of the grade, in the same places.
	require.Equal(t, []string{"a 0.80: output a magnet-hot", "b?: graded b magnet-hot"}, suppliers(n, line(t, n, "d", "magnet-hot")))
	graded := &n.Parts[line(t, n, "d", "magnet-hot").Suppliers[1].Outputs[0]]
	require.Equal(t, []string{"line b alloy"}, needs(n, graded))
	require.NotContains(t, n.Of(node(t, n, "b")), line(t, n, "d", "magnet-hot").Suppliers[1].Outputs[0], "it is not on record for the grade")
	class := output(t, n, "b", "magnet")
	require.Equal(t, []string{"step b magnet-hot", "step b magnet-plain"}, needs(n, class))
	require.True(t, class.Any)
	require.Equal(t, 2, class.Choices)
}

// The seller is asked for a grade that it may make, and then for the same grade by name: the second sale is not served from the first.
func TestAPossibleGradeIsNoMaking(t *testing.T) {
	n := build(t, things+`
owns owner=a owned=c stake_pct=100
makes firm=c item=magnet-hot
makes firm=a item=magnet
supplies supplier=a buyer=b item=magnet
supplies supplier=a buyer=d item=magnet-hot
makes firm=b item=magnet-hot
supplies supplier=b buyer=b item=magnet-hot`)
	require.Equal(t, []string{"a: output c magnet-hot"}, suppliers(n, line(t, n, "d", "magnet-hot")))
	require.Contains(t, suppliers(n, line(t, n, "b", "magnet-hot")), "a?: graded a magnet-hot")
}

func TestHeldFirmsServeTheirHolder(t *testing.T) {
	n := build(t, things+`
owns owner=a owned=b stake_pct=50
owns owner=a owned=c stake_pct=
owns owner=a owned=d stake_pct=49
makes firm=a item=metal
makes firm=b item=oxide
makes firm=c item=oxide
makes firm=d item=oxide
supplies supplier=d buyer=a item=oxide share_pct=120
supplies supplier=c buyer=a item=oxide share_pct=30`)
	l := line(t, n, "a", "oxide")
	require.Equal(t, []string{"own: output b oxide, output c oxide", "c 0.20: output c oxide", "d 0.80: output d oxide"}, suppliers(n, l),
		"shares over 1 in sum are scaled")
	require.True(t, l.Flags.Has(graph.FlagSharesScaled))
	n = build(t, things+"owns owner=a owned=b stake_pct=60\nowns owner=a owned=c stake_pct=70\nmakes firm=b item=oxide\nmakes firm=c item=oxide\nsupplies supplier=a buyer=d item=oxide")
	require.Equal(t, []string{"a: output b oxide, output c oxide"}, suppliers(n, line(t, n, "d", "oxide")), "it sells what those it holds make")
	n = build(t, things+"owns owner=a owned=b stake_pct=60\nmakes firm=b item=magnet\nmakes firm=a item=car\nsupplies supplier=d buyer=a item=magnet-hot")
	require.Equal(t, []string{"own?: graded b magnet-hot", "d: output d magnet-hot"}, suppliers(n, line(t, n, "a", "magnet-hot")), "so does a class that they make")
}

func TestInHouseSteps(t *testing.T) {
	n := build(t, things+"makes firm=a item=alloy\nsupplies supplier=b buyer=a item=oxide")
	require.Equal(t, []string{"step a metal"}, needs(n, output(t, n, "a", "alloy")))
	step := &n.Parts[output(t, n, "a", "alloy").Needs[0].Part]
	require.True(t, step.Flags.Has(graph.FlagInHouse))
	require.Equal(t, []string{"line a oxide"}, needs(n, step), "opened until what it buys is met")
	n = build(t, things+"makes firm=a item=alloy\nsupplies supplier=b buyer=a item=magnet")
	require.Equal(t, []string{"line a metal"}, needs(n, output(t, n, "a", "alloy")), "nothing deeper is on record: bought from somebody")
}

func TestAnyOneInputServes(t *testing.T) {
	const either = things + "materials id=salt\nmaterials id=brine\nfeeds from=brine to=salt essential=false\nfeeds from=oxide to=salt essential=false\nmakes firm=a item=salt\n"
	made := output(t, build(t, either), "a", "salt")
	require.True(t, made.Any)
	require.Len(t, made.Needs, 2)
	n := build(t, either+"supplies supplier=b buyer=a item=oxide")
	made = output(t, n, "a", "salt")
	require.Equal(t, []string{"line a oxide"}, needs(n, made), "what is on record stands before what is not")
	require.Equal(t, 2, made.Choices, "there are others all the same")
}

func TestPlantsAndStakes(t *testing.T) {
	n := build(t, things+`
facilities id=p country=CN
facilities id=q country=US
facilities id=r country=CN
facilities id=shut status=CLOSED
operates firm=a facility=p stake_pct=30
operates firm=b facility=p stake_pct=
operates firm=c facility=p stake_pct=
operates firm=a facility=q
operates firm=d facility=r
operates firm=a facility=shut
produces facility=p item=oxide capacity_tpa=100 year=2023
produces facility=p item=oxide capacity_tpa=60 year=2022
produces facility=q item=oxide year=2023
produces facility=shut item=metal year=2023
makes firm=d item=oxide
makes firm=d item=metal`)
	a := output(t, n, "a", "oxide")
	require.Len(t, a.Plants, 2, "years of one plant are one place")
	require.InDelta(t, 30, a.Plants[0].Tonnes, 1e-12)
	require.NotEqual(t, a.Plants[1].Tonnes, a.Plants[1].Tonnes, "not stated")
	b := output(t, n, "b", "oxide")
	require.InDelta(t, 35, b.Plants[0].Tonnes, 1e-12, "unstated stakes share what is left")
	require.True(t, b.Flags.Has(graph.FlagStakeUnstated))
	_, ok := n.OutputOf(node(t, n, "a"), node(t, n, "metal"))
	require.False(t, ok)
	d := output(t, n, "d", "oxide")
	require.Equal(t, []graph.Node{node(t, n, "r")}, []graph.Node{d.Plants[0].Facility}, "its plant of the stage")
	require.True(t, d.Flags.Has(graph.FlagPlaceByStage))
	require.Empty(t, output(t, n, "d", "metal").Plants)
	require.True(t, output(t, n, "d", "metal").Flags.Has(graph.FlagPlaceByFirm))
}

func TestEndsOfChains(t *testing.T) {
	n := build(t, things+`
materials id=magnet-scrap
facilities id=mine stage=MINE
facilities id=recycler stage=RECYCLING
facilities id=plant
operates firm=a facility=mine
operates firm=b facility=recycler
operates firm=c facility=recycler
operates firm=c facility=plant
produces facility=mine item=oxide year=2023
produces facility=recycler item=metal year=2023
produces facility=plant item=metal year=2023
makes firm=d item=ore
makes firm=d item=magnet-scrap
makes firm=d item=oxide`)
	for text, ends := range map[string]bool{"a oxide": true, "b metal": true, "c metal": false, "d ore": true, "d magnet-scrap": true, "d oxide": false} {
		firm, item, _ := strings.Cut(text, " ")
		p := output(t, n, firm, item)
		require.Equal(t, ends, p.Terminal, text)
		require.Equal(t, ends, p.Flags.Has(graph.FlagTerminal), text)
		require.Equal(t, ends, len(p.Needs) == 0, text)
	}
}

// Users are suppliers and needs turned round.
func TestUsers(t *testing.T) {
	for seed := range uint64(200) {
		n := drawn(t, seed)
		found := map[[3]int32]bool{}
		for i := range n.Parts {
			for _, u := range n.Users(int32(i)) {
				found[[3]int32{int32(i), u.Part, u.Supplier}] = true
			}
		}
		count := 0
		for i := range n.Parts {
			for _, need := range n.Parts[i].Needs {
				count++
				require.True(t, found[[3]int32{need.Part, int32(i), -1}])
			}
			for j := range n.Parts[i].Suppliers {
				for _, o := range n.Parts[i].Suppliers[j].Outputs {
					count++
					require.True(t, found[[3]int32{o, int32(i), int32(j)}])
				}
			}
		}
		require.Len(t, found, count)
	}
}

// What a network is made of holds in worlds of every shape.
func TestNetworksAreWellFormed(t *testing.T) {
	for seed := range uint64(1000) {
		n := drawn(t, seed)
		for i := range n.Parts {
			p := &n.Parts[i]
			require.True(t, n.View.InChain(p.Item), "elements and lump items are no parts")
			total := 0.0
			for j := range p.Suppliers {
				s := &p.Suppliers[j]
				require.NotEmpty(t, s.Outputs, "a supplier has something to sell")
				require.False(t, s.Own && j > 0, "own making comes first")
				require.False(t, s.Possible && s.Stated(), "a share of the class is none of the grade")
				if s.Stated() {
					total += s.Share
				}
				for _, o := range s.Outputs {
					require.Equal(t, chain.Output, n.Parts[o].Kind)
				}
			}
			require.LessOrEqual(t, total, 1+1e-12)
			for _, need := range p.Needs {
				require.NotEqual(t, chain.Output, n.Parts[need.Part].Kind)
				require.Equal(t, p.Firm, n.Parts[need.Part].Firm)
			}
			require.True(t, p.Kind == chain.Line || len(p.Suppliers) == 0)
			require.LessOrEqual(t, len(p.Needs), max(p.Choices, 1))
		}
	}
}

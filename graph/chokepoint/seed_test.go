package chokepoint_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/seed"
)

func node(t testing.TB, v *graph.View, key string) graph.Node {
	t.Helper()
	n, ok := v.Lookup(key)
	require.True(t, ok, key)
	return n
}

// fact holds that a file of the seed has a line that starts so.
func fact(t *testing.T, file, start string) {
	t.Helper()
	data, err := seed.Files.ReadFile(file)
	require.NoError(t, err)
	require.True(t, slices.ContainsFunc(strings.Split(string(data), "\n"), func(line string) bool { return strings.HasPrefix(line, start) }), "%s has no line %s", file, start)
}

func name(v *graph.View, members []chokepoint.Member) string {
	var names []string
	for _, m := range members {
		names = append(names, strings.TrimSpace(v.Key(m.Node)+" "+string(m.Stage)))
	}
	return strings.Join(names, " + ")
}

// What single loss stops the F-35: by hand, from the rows.
func TestSinglePointsOfTheF35(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	m := modelOf(t, v, chokepoint.NoSubstitutes)
	q := chokepoint.Question{Of: node(t, v, "f-35"), Size: 1, Below: 0.1}
	a, err := m.Find(context.Background(), q)
	require.NoError(t, err)
	sets := map[string]chokepoint.Set{}
	var order []string
	for _, s := range a.Sets {
		order = append(order, name(v, s.Members))
		sets[order[len(order)-1]] = s
	}
	require.Equal(t, []string{"CN", "CN SEPARATION", "CN MAGNET", "CN ALLOY", "CN METAL"}, order)

	// The recipe: the jet needs its actuators, they need hot magnets, these their alloy, that dysprosium metal, that the oxide.
	for _, row := range []string{"aircraft-actuator,f-35,,,,unit_per_unit,true", "sintered-ndfeb-high-coercivity,aircraft-actuator,,,,kg_per_unit,true",
		"ndfeb-strip-cast-alloy-hre,sintered-ndfeb-high-coercivity,1,1,1.667,kg_per_kg,true", "dy-metal,ndfeb-strip-cast-alloy-hre,0.04,0.006,0.075,kg_per_kg,true",
		"dy-oxide,dy-metal,1.148,,,kg_per_kg,true"} {
		fact(t, "feeds.csv", row)
	}
	// Separation: the only figure of 2025 for dysprosium oxide gives China 99.9 %. The rest serves all who need it, a thousandth each.
	fact(t, "market_shares.csv", "CN,SEPARATION,dy-oxide,99.9,,2025,")
	require.InDelta(t, 0.001, sets["CN SEPARATION"].Leaves.High, 1e-9)
	require.Subset(t, v.Keys(sets["CN SEPARATION"].Stops), []string{"dy-oxide", "dy-metal", "ndfeb-strip-cast-alloy-hre", "sintered-ndfeb-high-coercivity", "aircraft-actuator"})
	require.NotContains(t, v.Keys(sets["CN SEPARATION"].Stops), "ndpr-metal", "China separates 85 % of NdPr: 0.15 is left")
	// Metal: dysprosium metal is a rare-earth metal, of which China makes 90 %; a tenth is left, which is what was asked for at most.
	fact(t, "kinds.csv", "dy-metal,rare-earth-metals")
	fact(t, "market_shares.csv", "CN,METAL,rare-earth-metals,90,,2024,")
	require.InDelta(t, 0.1, sets["CN METAL"].Leaves.High, 1e-9)
	// Alloy: the same through its class.
	fact(t, "kinds.csv", "ndfeb-strip-cast-alloy-hre,ndfeb-alloy")
	fact(t, "market_shares.csv", "CN,ALLOY,ndfeb-alloy,90,,2024,")
	require.InDelta(t, 0.1, sets["CN ALLOY"].Leaves.High, 1e-9)
	// Magnets: of 2025 there are 80 % on low confidence and 93 % on medium; the second stands.
	fact(t, "market_shares.csv", "CN,MAGNET,sintered-ndfeb-magnet,80,,2025,e-cna-japan,LOW")
	fact(t, "market_shares.csv", "CN,MAGNET,sintered-ndfeb-magnet,93,,2025,e-primes-oct25,MEDIUM")
	require.InDelta(t, 0.07, sets["CN MAGNET"].Leaves.High, 1e-9)
	// All of China: of the metal as much is left as of the oxide, for a maker outside China may have all the rest of it. A tenth of the
	// alloy makers share what is left of the metal, and 7 % of the magnet makers what is left of the alloy.
	cn := chokepoint.Member{Kind: chokepoint.Country, Node: node(t, v, "CN")}
	for item, want := range map[string]float64{"dy-oxide": 0.001, "dy-metal": 0.001, "ndfeb-strip-cast-alloy-hre": 0.001 * 0.1, "sintered-ndfeb-high-coercivity": 0.001 * 0.1 * 0.07} {
		r, err := m.Leaves(node(t, v, item), cn)
		require.NoError(t, err)
		require.InDelta(t, want, r.High, 1e-12, item)
	}
	require.InDelta(t, 7e-6, sets["CN"].Leaves.High, 1e-12)
	// Whoever makes the airframe is not on record by figures: China could have a part of it, nobody said.
	for _, s := range a.Sets {
		require.Zero(t, s.Leaves.Low)
	}
	magnets := sets["CN MAGNET"]
	rows, err := m.Rows(q, &magnets)
	require.NoError(t, err)
	var figures []string
	for _, row := range rows {
		if receipt := v.Receipt(row); receipt.File == "market_shares.csv" {
			figures = append(figures, strings.Join(receipt.Cells[:6], ","))
		}
	}
	require.Contains(t, figures, "CN,MAGNET,sintered-ndfeb-magnet,93,,2025")

	require.False(t, a.Complete)
	require.Subset(t, v.Keys(a.UnknownSupply), []string{"aircraft-starter-generator", "ysz-powder", "ferroboron"})
}

// The only ones on record are not the only ones there are.
func TestSingleNamedOfTheF35(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	a, err := modelOf(t, v, chokepoint.NoSubstitutes).Find(context.Background(), chokepoint.Question{Of: node(t, v, "f-35"), Size: 2, Below: 0.1})
	require.NoError(t, err)
	named := map[string][]string{}
	for _, s := range a.SingleNamed {
		named[name(v, s.Members)] = v.Keys(s.Stops)
		require.InDelta(t, 1, s.Leaves.High, 1e-12, "somebody not on record may make it")
	}
	// One maker of the actuators, in one place.
	fact(t, "makes.csv", "moog,aircraft-actuator,")
	fact(t, "operates.csv", "moog,moog-east-aurora,100,")
	require.Equal(t, []string{"aircraft-actuator"}, named["moog"])
	require.Equal(t, []string{"aircraft-actuator"}, named["moog-east-aurora"])
	// One maker of SmCo alloy, in one plant, held by one owner; the pump magnets need it.
	fact(t, "makes.csv", "less-common-metals,smco-alloy,")
	fact(t, "produces.csv", "lcm-ellesmere-alloy,smco-alloy,")
	fact(t, "owns.csv", "usa-rare-earth,less-common-metals,100,")
	fact(t, "feeds.csv", "smco-magnet,aircraft-turbomachine,,,,kg_per_unit,true")
	for _, loss := range []string{"less-common-metals", "lcm-ellesmere-alloy", "usa-rare-earth"} {
		require.Subset(t, named[loss], []string{"sm2co17-alloy", "smco-magnet", "aircraft-turbomachine"}, loss)
	}
	// Lockheed Martin's plants of the stage stand for the place of assembly, and it takes both.
	fact(t, "makes.csv", "lockheed-martin,f-35,")
	require.Contains(t, named, "lockheed-martin")
	require.Contains(t, named, "lockheed-camden + lockheed-fort-worth")
	require.NotContains(t, named, "lockheed-fort-worth")
}

// Two plants that stop most products together, though neither alone stops any: those on record for the final assembly of jets and missiles.
func TestTwoPlantsThatStopMostProducts(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	common, err := modelOf(t, v, chokepoint.NoSubstitutes).Common(context.Background(),
		chokepoint.CommonQuestion{Size: 2, Below: 0.1, OnRecord: true, Among: []chokepoint.Kind{chokepoint.Facility}})
	require.NoError(t, err)
	require.False(t, common.Complete)
	found := common.Sets
	require.Equal(t, "lockheed-camden + lockheed-fort-worth", name(v, found[0].Members))
	require.Equal(t, []string{"f-22", "f-35", "hellfire", "jassm", "patriot-pac3"}, v.Keys(found[0].Products))
	require.Equal(t, "exeter-metallization + realloys-ohio", name(v, found[1].Members))
	require.Equal(t, []string{"cigarette-lighter", "e-bike", "e-scooter", "toyota-prius"}, v.Keys(found[1].Products))
}

// Substitutes on the market take the sting out of the loss of China for turbines, which do without magnets, but not for the F-35, whose
// hot magnets may only be replaced by others of which China makes most.
func TestSubstitutesStandIn(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	fact(t, "substitutes.csv", "dd-pmsg-generator,dd-eesg-generator,offshore-dd-wind-turbine,,AVAILABLE,")
	fact(t, "substitutes.csv", "sintered-ndfeb-high-coercivity,smco5-magnet,,45,AVAILABLE,")
	fact(t, "market_shares.csv", "CN,SEPARATION,sm-oxide,99,,2024,")
	fact(t, "market_shares.csv", "CN,MAGNET,smco-magnet,90,,2023,")
	cn := chokepoint.Member{Kind: chokepoint.Country, Node: node(t, v, "CN")}
	for item, want := range map[string][2]float64{"offshore-dd-wind-turbine": {7e-6, 1}, "f-35": {7e-6, 0.01 * 0.1}} {
		for i, readiness := range []chokepoint.Readiness{chokepoint.NoSubstitutes, chokepoint.Available} {
			r, err := modelOf(t, v, readiness).Leaves(node(t, v, item), cn)
			require.NoError(t, err)
			require.InDelta(t, want[i], r.High, 1e-9, item)
		}
	}
}

// A firm is asked about by what it makes; a firm whose making is removed makes nothing.
func TestFirmsAndScenarios(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	moog := node(t, v, "moog")
	q := chokepoint.Question{Of: moog, Size: 1, Below: 0.1, Among: []chokepoint.Kind{chokepoint.Country, chokepoint.Firm, chokepoint.Facility}}
	a, err := modelOf(t, v, chokepoint.NoSubstitutes).Find(context.Background(), q)
	require.NoError(t, err)
	var sets []string
	for _, s := range a.Sets {
		sets = append(sets, name(v, s.Members))
	}
	require.Equal(t, []string{"US", "moog-east-aurora", "CN"}, sets)
	gone := with(t, v, graph.Edit{Remove: &graph.Target{Firms: []graph.Node{moog}}})
	_, err = modelOf(t, gone, chokepoint.NoSubstitutes).Find(context.Background(), q)
	require.ErrorIs(t, err, chokepoint.ErrSubject)

	// Without Chinese makers the rest of the world's separators serve the whole need: no loss of China stops anything any more.
	without := with(t, v, graph.Edit{Remove: &graph.Target{Countries: []graph.Node{node(t, v, "CN")}}})
	a, err = modelOf(t, without, chokepoint.NoSubstitutes).Find(context.Background(), chokepoint.Question{Of: node(t, v, "f-35"), Size: 1, Below: 0.1})
	require.NoError(t, err)
	for _, s := range a.Sets {
		require.NotContains(t, name(v, s.Members), "CN")
	}
}

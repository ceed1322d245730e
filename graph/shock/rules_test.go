package shock_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

const things = `
materials id=ore form=ORE_CONCENTRATE
materials id=oxide
materials id=salt
materials id=metal form=METAL
components id=magnet kind=MAGNET
components id=magnet-hot kind=MAGNET
components id=magnet-plain kind=MAGNET
kinds item=magnet-hot kind_of=magnet
kinds item=magnet-plain kind_of=magnet
feeds from=ore to=oxide
feeds from=oxide to=metal essential=false
feeds from=salt to=metal essential=false
feeds from=metal to=magnet-hot
feeds from=ore to=magnet-plain
firms id=a
firms id=b
firms id=c
firms id=d
firms id=e
`

func viewOf(t *testing.T, text string) *graph.View {
	t.Helper()
	facts, err := graphtest.Written(things + text)
	require.NoError(t, err)
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2024, 12, 31), graph.Filter{})
	require.NoError(t, err)
	return v
}

func remove(v *graph.View, firms ...string) graph.Edit {
	return graph.Edit{Remove: &graph.Target{Firms: find(v, firms...)}}
}

func find(v *graph.View, keys ...string) (nodes []graph.Node) {
	for _, k := range keys {
		n, _ := v.Lookup(k)
		nodes = append(nodes, n)
	}
	return nodes
}

// impact gives the hits of edits by name.
func impact(t *testing.T, v *graph.View, edits ...graph.Edit) map[string]shock.Hit {
	t.Helper()
	after, err := v.With(edits...)
	require.NoError(t, err)
	before, err := shock.Before(after)
	require.NoError(t, err)
	hits, err := compile(t, before).Impact(context.Background(), shock.FromView(after))
	require.NoError(t, err)
	named := map[string]shock.Hit{}
	for i := range hits {
		key := name(v, &hits[i])
		named[strings.Join(key[:], " ")] = hits[i]
	}
	return named
}

func requireLeft(t *testing.T, hits map[string]shock.Hit, name string, low, high, unknown float64, tier int) {
	t.Helper()
	require.Contains(t, hits, name)
	h := hits[name]
	require.InDelta(t, low, h.Remaining.Low, 1e-9, name)
	require.InDelta(t, high, h.Remaining.High, 1e-9, name)
	require.InDelta(t, unknown, h.Unknown, 1e-9, name)
	require.Equal(t, tier, h.Tier, name)
}

func TestALineLosesSharesAndPerhapsTheRest(t *testing.T) {
	const sales = "makes firm=a item=oxide\nmakes firm=b item=oxide\nmakes firm=c item=metal\n"
	v := viewOf(t, sales+"supplies supplier=a buyer=c item=oxide share_pct=60")
	hits := impact(t, v, remove(v, "a"))
	requireLeft(t, hits, "output a oxide", 0, 0, 1, 0)
	requireLeft(t, hits, "line c oxide", 0.4, 0.4, 0.4, 1)
	requireLeft(t, hits, "output c metal", 0.4, 0.4, 0.4, 1)
	require.Len(t, hits, 3)
	v = viewOf(t, sales+"supplies supplier=a buyer=c item=oxide share_pct=60\nsupplies supplier=b buyer=c item=oxide share_pct=")
	requireLeft(t, impact(t, v, remove(v, "a")), "line c oxide", 0.4, 0.4, 0.4, 1)
	requireLeft(t, impact(t, v, remove(v, "b")), "line c oxide", 0.6, 1, 0.4, 1)
	requireLeft(t, impact(t, v, remove(v, "a", "b")), "line c oxide", 0, 0.4, 0.4, 1)
	v = viewOf(t, sales+"supplies supplier=a buyer=c item=oxide share_pct=0")
	require.Len(t, impact(t, v, remove(v, "a")), 1, "a sale of nothing")
	v = viewOf(t, sales+"supplies supplier=a buyer=c item=oxide share_pct=60")
	limit := func(factor float64) graph.Edit {
		return graph.Edit{Limit: &graph.Limit{Target: graph.Target{Firms: find(v, "a")}, Factor: factor}}
	}
	requireLeft(t, impact(t, v, limit(0.5), limit(0.5)), "line c oxide", 0.55, 0.55, 0.4, 1)
}

func TestAnyOneInputServesButAGradeIsNotChosen(t *testing.T) {
	const either = "makes firm=c item=metal\nsupplies supplier=a buyer=c item=oxide share_pct=100\nsupplies supplier=b buyer=c item=salt share_pct=80\n"
	v := viewOf(t, either)
	require.NotContains(t, impact(t, v, remove(v, "a")), "output c metal", "it goes on with salt")
	requireLeft(t, impact(t, v, remove(v, "a", "b")), "output c metal", 0.2, 0.2, 0, 1)
	v = viewOf(t, "makes firm=d item=magnet\nsupplies supplier=c buyer=d item=metal share_pct=100")
	requireLeft(t, impact(t, v, remove(v, "c")), "output d magnet", 0, 1, 1, 1)
}

func TestOwnMakingAndGroups(t *testing.T) {
	const group = `
owns owner=a owned=b stake_pct=60
makes firm=b item=oxide
makes firm=a item=metal
supplies supplier=a buyer=c item=oxide share_pct=70
supplies supplier=c buyer=d item=oxide share_pct=100
supplies supplier=e buyer=a item=salt share_pct=100
`
	v := viewOf(t, group)
	hits := impact(t, v, remove(v, "a"))
	requireLeft(t, hits, "output b oxide", 0, 0, 1, 0)
	requireLeft(t, hits, "line c oxide", 0.3, 0.3, 0.3, 1)
	require.NotContains(t, hits, "output c oxide", "it is passed on, like its line")
	requireLeft(t, hits, "line d oxide", 0.3, 0.3, 0, 2)
	hits = impact(t, v, remove(v, "c"))
	requireLeft(t, hits, "output c oxide", 0, 0, 0.3, 0)
	require.NotContains(t, hits, "line c oxide")
	requireLeft(t, hits, "line d oxide", 0, 0, 0, 1)
	hits = impact(t, v, remove(v, "b"))
	requireLeft(t, hits, "line a oxide", 0, 1, 1, 0)
}

func TestPlacesMakeAnInterval(t *testing.T) {
	v := viewOf(t, `
facilities id=p country=CN
facilities id=q country=US
operates firm=a facility=p
operates firm=a facility=q
produces facility=p item=oxide year=2023
produces facility=q item=oxide year=2023
supplies supplier=a buyer=c item=oxide share_pct=50`)
	in := func(country string) graph.Edit {
		return graph.Edit{Remove: &graph.Target{Countries: find(v, country)}}
	}
	hits := impact(t, v, in("CN"))
	requireLeft(t, hits, "output a oxide", 0, 1, 1, 0)
	requireLeft(t, hits, "line c oxide", 0.5, 1, 0.5, 1)
	requireLeft(t, impact(t, v, in("CN"), in("US")), "line c oxide", 0.5, 0.5, 0.5, 1)
}

// A ring that feeds itself keeps running until somebody disturbs it; then it loses what flows out of it round and round.
func TestLoops(t *testing.T) {
	const ring = `
supplies supplier=a buyer=b item=oxide share_pct=100
supplies supplier=b buyer=c item=oxide share_pct=100
supplies supplier=c buyer=b item=salt share_pct=100
supplies supplier=c buyer=a item=oxide share_pct=90
supplies supplier=e buyer=a item=oxide share_pct=10
makes firm=d item=oxide
`
	v := viewOf(t, ring)
	require.Len(t, impact(t, v, remove(v, "d")), 1)
	hits := impact(t, v, remove(v, "e"))
	for _, line := range []string{"line a oxide", "line b oxide", "line c oxide"} {
		require.InDelta(t, 0, hits[line].Remaining.High, 1e-9, line)
	}
	hits = impact(t, v, graph.Edit{Limit: &graph.Limit{Target: graph.Target{Firms: find(v, "e")}, Factor: 0.75}})
	require.InDelta(t, 0.75, hits["line c oxide"].Remaining.Low, 1e-9)
	require.Equal(t, 3, hits["line c oxide"].Tier)
}

// However little a loop takes from outside, in the end it has what the outside has.
func TestSlowLoopsAreExact(t *testing.T) {
	for _, leak := range []string{"99 1", "99.99 0.01", "99.9 0.1"} {
		inside, outside, _ := strings.Cut(leak, " ")
		v := viewOf(t, "supplies supplier=a buyer=b item=oxide share_pct=100\nsupplies supplier=b buyer=c item=oxide share_pct=100\nmakes firm=e item=oxide"+
			"\nsupplies supplier=c buyer=a item=oxide share_pct="+inside+"\nsupplies supplier=e buyer=a item=oxide share_pct="+outside)
		hits := impact(t, v, graph.Edit{Limit: &graph.Limit{Target: graph.Target{Firms: find(v, "e")}, Factor: 0.75}})
		for _, line := range []string{"line a oxide", "line b oxide", "line c oxide"} {
			require.InDelta(t, 0.75, hits[line].Remaining.Low, 1e-9, leak)
			require.InDelta(t, 0.75, hits[line].Remaining.High, 1e-9, leak)
		}
	}
}

func TestRiskCountsOthersAndTheirRevenue(t *testing.T) {
	v := viewOf(t, `
owns owner=a owned=b stake_pct=100
makes firm=b item=oxide
makes firm=c item=metal
makes firm=d item=salt
supplies supplier=b buyer=c item=oxide share_pct=80
supplies supplier=b buyer=d item=oxide share_pct=
supplies supplier=b buyer=a item=oxide share_pct=100
supplies supplier=c buyer=e item=metal share_pct=50
firm_sizes firm=c year=2022 revenue_musd=900
firm_sizes firm=c year=2024 revenue_musd=100
firm_sizes firm=c year=2025 revenue_musd=700
firm_sizes firm=b year=2024 revenue_musd=5000`)
	risks, err := compile(t, v).Systemic(context.Background(), find(v, "d", "c", "a", "b"))
	require.NoError(t, err)
	var order []string
	for _, r := range risks {
		order = append(order, v.Key(r.Firm))
	}
	require.Equal(t, []string{"b", "a", "c", "d"}, order)
	group, maker := risks[1], risks[0]
	require.Equal(t, 3, group.Firms, "c, d and e; what it holds is no other")
	require.Equal(t, 2, group.Items, "oxide and metal")
	require.InDelta(t, 0.8+0.4, group.Lost.Low, 1e-9, "c loses 0.8; e, which makes nothing, 0.4 of what it buys; what d buys is no need of its salt")
	require.InDelta(t, 0.8+0.4, group.Lost.High, 1e-9)
	require.InDelta(t, 80, group.Revenue.Low, 1e-9, "the latest year that the day knows")
	require.Equal(t, 1, group.Sized)
	require.Equal(t, 4, maker.Firms, "the holder is another firm")
	require.InDelta(t, 0.8+0.4+1, maker.Lost.Low, 1e-9)
}

func TestAdditionsComeBeforeLosses(t *testing.T) {
	v := viewOf(t, "makes firm=a item=oxide\nmakes firm=c item=metal")
	sale := graph.Edit{Add: &graph.Addition{Start: graph.MinDay, Sale: &graph.AddedSale{Supplier: find(v, "a")[0], Buyer: find(v, "c")[0], Item: find(v, "oxide")[0], Share: 0.4}}}
	requireLeft(t, impact(t, v, sale, remove(v, "a")), "line c oxide", 0.6, 0.6, 0.6, 1)
	plant := graph.Edit{Add: &graph.Addition{Start: graph.MinDay, Plant: &graph.AddedPlant{Firm: find(v, "b")[0], Item: find(v, "salt")[0], Country: find(v, "CN")[0], Tonnes: 5}}}
	cn := graph.Edit{Remove: &graph.Target{Countries: find(v, "CN")}}
	require.Contains(t, impact(t, v, plant, cn), "output b salt")
	require.NotContains(t, impact(t, v, cn, plant), "output b salt", "it is added after the loss")
}

func TestQuestionsThatMakeNoSense(t *testing.T) {
	v := viewOf(t, "")
	m := compile(t, v)
	_, err := m.Impact(context.Background(), shock.FromView(v))
	require.ErrorIs(t, err, shock.ErrNoLoss)
	_, err = m.Impact(context.Background(), []shock.Loss{{Target: graph.NewTargetSet(v, graph.Target{})}})
	require.ErrorContains(t, err, "loss 1 names nothing")
	_, err = m.Impact(context.Background(), []shock.Loss{{Target: graph.NewTargetSet(v, graph.Target{Firms: find(v, "a")}), Factor: 2}})
	require.ErrorContains(t, err, "between 0 and 1")
	_, err = m.Systemic(context.Background(), find(v, "ore"))
	require.ErrorContains(t, err, "no firm")
}

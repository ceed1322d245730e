package shock_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

// What the end of Northern Rare Earth and all it holds does, as the headline question asks. No sale of it states a share, so all it hits
// downstream may be lost or not; the list says who, and how near.
func TestSeedNorthernRareEarth(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	firm, ok := v.Find(graph.KindFirm, "northern-rare-earth")
	require.True(t, ok)
	after, err := v.With(graph.Edit{Remove: &graph.Target{Firms: []graph.Node{firm}}})
	require.NoError(t, err)
	before, err := shock.Before(after)
	require.NoError(t, err)
	require.Equal(t, v.ID(), before.ID())
	m := compile(t, before)
	hits, err := m.Impact(context.Background(), shock.FromView(after))
	require.NoError(t, err)
	var lost, own, buyers []string
	for i := range hits {
		h := &hits[i]
		switch key := v.Key(h.Firm); {
		case h.Remaining.High == 0:
			lost = append(lost, key)
		case h.Tier == 0:
			own = append(own, key)
		default:
			buyers = append(buyers, key)
		}
		if h.Remaining.High > 0 {
			require.Equal(t, shock.Range{Low: 0, High: 1}, h.Remaining, "%v", name(v, h))
		}
		if v.Key(h.Firm) == "jl-mag" {
			require.Equal(t, 1, h.Tier)
		}
	}
	slices.Sort(lost)
	require.Equal(t, []string{"baogang-hefa", "baotou-huamei", "gansu-rare-earth", "northern-rare-earth"}, slices.Compact(lost), "it and what it surely holds stop")
	require.Subset(t, own, []string{"fujian-golden-dragon"}, "its parent may be Xiamen Tungsten as well: owns.csv:63 and :107 state no stake")
	require.Subset(t, own, []string{"xiamen-tungsten"}, "the other holder of Golden Dragon loses its own making")
	require.Equal(t, []string{"jl-mag", "byd", "siemens-gamesa", "tesla", "toyota"}, slices.Compact(buyers), "the buyer of its metal, then the buyers of its magnets")
	seen := map[[3]string]bool{}
	for i := range hits {
		seen[name(v, &hits[i])] = true
	}
	require.True(t, seen[[3]string{"output", "baotou-huamei", "ndpr-oxide"}])
	require.False(t, seen[[3]string{"line", "baotou-huamei", "ndpr-oxide"}], "nobody else on record serves that need: its output says it all")
	require.True(t, seen[[3]string{"line", "northern-rare-earth", "ndpr-oxide"}], "it makes none itself")
	for _, want := range [][3]string{{"line", "jl-mag", "ndpr-metal"}, {"output", "jl-mag", "sintered-ndfeb-magnet"}, {"output", "tesla", "battery-ev"}} {
		require.True(t, slices.ContainsFunc(hits, func(h shock.Hit) bool { return name(v, &h) == want }), "%v", want)
	}
}

func TestSeedSystemicRisk(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	m := compile(t, v)
	risks, err := m.Systemic(context.Background(), nil)
	require.NoError(t, err)
	first, end := v.Range(graph.KindFirm)
	require.Len(t, risks, int(end-first))
	for i := range risks {
		r := &risks[i]
		if v.Key(r.Firm) == "northern-rare-earth" {
			require.Equal(t, 6, r.Firms, "xiamen-tungsten, jl-mag, byd, siemens-gamesa, tesla and toyota")
		}
		require.True(t, 0 <= r.Lost.Low && r.Lost.Low <= r.Lost.High && r.Lost.High <= float64(r.Firms), "%+v", r)
		require.True(t, 0 <= r.Revenue.Low && r.Revenue.Low <= r.Revenue.High && r.Sized <= r.Firms, "%+v", r)
		require.True(t, i == 0 || risks[i-1].Lost.Low >= r.Lost.Low-1e-9)
	}
	require.Positive(t, risks[0].Lost.Low)
}

package exposure_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// A maker needs a and b, both of which hold the element; a comes from the target, b does not. By mass the buyer depends on the
// target for three quarters; without one of the masses, for its worst need, and the answer says so.
func TestMassesWeighOrAreSaidToBeUnknown(t *testing.T) {
	facts, err := graphtest.Written(`
elements id=nd
materials id=a
materials id=b
components id=part
feeds from=nd to=a quantity=1
feeds from=nd to=b quantity=1
feeds from=a to=part quantity=3
feeds from=b to=part quantity=1
firms id=chinese country=CN
firms id=other country=US
firms id=maker
firms id=buyer
makes firm=maker item=part
supplies supplier=chinese buyer=maker item=a share_pct=100
supplies supplier=other buyer=maker item=b share_pct=100
supplies supplier=maker buyer=buyer item=part share_pct=100
`)
	require.NoError(t, err)
	v := viewOf(t, facts)
	buyer, _ := v.Find(graph.KindFirm, "buyer")
	cn, _ := v.Find(graph.KindCountry, "CN")
	nd, _ := v.Item("nd")
	for _, unknown := range []bool{false, true} {
		holding := &exposure.Holding{Element: nd, Mass: make([]graph.Interval, v.Items()), Present: make([]bool, v.Items())}
		for _, key := range []string{"a", "b", "part"} {
			item, _ := v.Item(key)
			holding.Mass[item], holding.Present[item] = graph.Exactly(1), true
		}
		if b, _ := v.Item("b"); unknown {
			holding.Mass[b].Mid = math.NaN()
		}
		row := ask(t, v, exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}}, Holding: holding}).Firm(buyer)
		want := 0.75
		if unknown {
			want = 1
		}
		require.InDelta(t, want, row.Share().Low, 1e-12)
		require.Equal(t, unknown, row.Line.Flags.Has(graph.FlagMassUnknown))
	}
}

package sankey_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/composition"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/sankey"
)

var rareEarths = []graph.ElementGroup{graph.ElementGroupLight, graph.ElementGroupMedium, graph.ElementGroupHeavy}

func draw(t *testing.T, v *graph.View, key, element string, most int) *sankey.Picture {
	t.Helper()
	of, ok := v.Item(key)
	require.True(t, ok, key)
	ask := sankey.Ask{Of: of, Element: graph.NoNode, Groups: rareEarths, Most: most}
	if element != "" {
		ask.Element, _ = v.Item(element)
	}
	p, err := sankey.Draw(t.Context(), v, ask)
	require.NoError(t, err)
	return p
}

func flow(p *sankey.Picture, from, to string, group graph.ElementGroup, state sankey.State) *sankey.Flow {
	for i := range p.Flows {
		if f := &p.Flows[i]; f.From == from && f.To == to && f.Group == group && f.State == state {
			return f
		}
	}
	return nil
}

func node(t *testing.T, p *sankey.Picture, id string) sankey.Node {
	t.Helper()
	for _, n := range p.Nodes {
		if n.ID == id {
			return n
		}
	}
	require.Fail(t, "no node "+id)
	return sankey.Node{}
}

func TestIntoAnF35(t *testing.T) {
	p := draw(t, graphtest.SeedView(t, graphtest.Settled), "f-35", "", 80)
	require.InDelta(t, 10.627, p.Kilograms.Mid, 0.001)
	require.False(t, p.Complete)
	require.Len(t, p.Made.Lumps, 1)
	require.Equal(t, graph.Interval{Low: 11, Mid: 417, High: 418}, p.Made.Lumps[0].Kilograms, "the official total stands apart")
	require.Zero(t, p.LeftOutNodes)

	require.InDelta(t, 5.867, flow(p, "source-of:sm-oxide", "sm-oxide", graph.ElementGroupMedium, sankey.SourceUnknown).Kilograms.Mid, 0.001)
	require.InDelta(t, 0.560, flow(p, "dy-oxide", "dy-metal", graph.ElementGroupHeavy, sankey.Known).Kilograms.Mid, 0.001)
	coating := flow(p, "ysz-tbc", "aircraft-gas-turbine", graph.ElementGroupHeavy, sankey.MassUnknown)
	require.False(t, coating.Kilograms.Known(), "unknown is not 0")
	require.False(t, coating.Complete)
	require.NotNil(t, flow(p, "ionic-clay-re-carbonate", "dy-oxide", graph.ElementGroupHeavy, sankey.MassUnknown), "a source is named without its part")

	require.Equal(t, 6, node(t, p, "f-35").Column)
	require.Equal(t, 5, node(t, p, "aircraft-gas-turbine").Column, "a product inside a product")
	require.Equal(t, 0, node(t, p, "ndfeb-scrap").Column)
	require.Equal(t, sankey.MassUnknown, node(t, p, "aircraft-actuator").State)
	require.Equal(t, "Sintered NdFeB magnet", node(t, p, "sintered-ndfeb-high-coercivity").ShortName)
}

func TestIntoATurbineAndACar(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	for _, key := range []string{"onshore-dd-wind-turbine", "battery-ev"} {
		p := draw(t, v, key, "nd", 80)
		of, _ := v.Item(key)
		nd, _ := v.Item("nd")
		masses, err := composition.Masses(t.Context(), v, nd)
		require.NoError(t, err)
		require.Equal(t, masses[of].Kilograms, p.Kilograms, key)
		require.True(t, p.Kilograms.High > 0.1, key)
		require.NotEmpty(t, p.Flows, key)
	}
}

func TestWhatIsLeftOutIsCounted(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	whole, part := draw(t, v, "f-35", "", 200), draw(t, v, "f-35", "", 8)
	require.Len(t, part.Nodes, 8)
	require.Equal(t, len(whole.Nodes)-8, part.LeftOutNodes)
	require.Equal(t, len(whole.Flows)-len(part.Flows), part.LeftOutFlows)
	from := map[string]bool{}
	for _, f := range part.Flows {
		from[f.From] = true
	}
	for _, n := range part.Nodes {
		require.True(t, n.ID == "f-35" || from[n.ID], "%s leads nowhere", n.ID)
	}
}

func TestRefusals(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	for key, want := range map[string]string{
		"dy": `"dy" is not a material, component or product`, "rare-earths-unspecified": `"rare-earths-unspecified" is not a material, component or product`,
	} {
		n, _ := v.Item(key)
		_, err := sankey.Draw(t.Context(), v, sankey.Ask{Of: n, Element: graph.NoNode, Most: 5})
		require.EqualError(t, err, want)
	}
	n, _ := v.Item("f-35")
	_, err := sankey.Draw(t.Context(), v, sankey.Ask{Of: n, Element: graph.NoNode})
	require.EqualError(t, err, "most: 0 is less than 1")
}

// TestFlowsAgreeWithASlowTwin draws worlds, and adds every flow up again chain by chain.
func TestFlowsAgreeWithASlowTwin(t *testing.T) {
	checked := 0
	rapid.Check(t, func(t *rapid.T) {
		v := graphtest.View(t, graphtest.World(t))
		of := graph.Node(rapid.IntRange(0, v.Items()-1).Draw(t, "of"))
		if !v.InChain(of) {
			return
		}
		first, end := v.Range(graph.KindElement)
		element := graph.Node(rapid.IntRange(int(first), int(end)-1).Draw(t, "element"))
		p, err := sankey.Draw(t.Context(), v, sankey.Ask{Of: of, Element: element, Most: 1000})
		require.NoError(t, err)
		twin := graphtest.NewComposition(v)
		enters, leaves := map[string]graph.Interval{}, map[string]graph.Interval{}
		for _, f := range p.Flows {
			from := f.From
			if strings.HasPrefix(from, "source-of:") {
				from = v.Key(element)
			}
			want := twin.Flow(v.Key(of), from, f.To, v.Key(element))
			same(t, want.Low, f.Kilograms.Low, f.From, f.To, "low")
			same(t, want.Mid, f.Kilograms.Mid, f.From, f.To, "mid")
			same(t, want.High, f.Kilograms.High, f.From, f.To, "high")
			require.Equal(t, f.State == sankey.MassUnknown, !f.Kilograms.Known())
			require.False(t, f.State == sankey.MassUnknown && f.Complete)
			if f.State != sankey.MassUnknown {
				enters[f.To], leaves[f.From] = add(enters, f.To, f), add(leaves, f.From, f)
			}
			checked++
		}
		for _, n := range p.Nodes {
			require.LessOrEqual(t, len([]rune(n.ShortName)), 24)
			if in, ok := enters[n.ID]; ok && n.Complete && n.Column > 0 { // what is in an ore starts there
				require.LessOrEqual(t, in.Low, n.Kilograms.Low*(1+1e-9)+1e-12, "less enters %s than is in it", n.ID)
				require.GreaterOrEqual(t, in.High*(1+1e-9)+1e-12, n.Kilograms.High, "less enters %s than is in it", n.ID)
			}
			if out, ok := leaves[n.ID]; ok && n.Complete && !n.Source && n.Item != of {
				same(t, n.Kilograms.Low, out.Low, n.ID, "leaves")
				same(t, n.Kilograms.High, out.High, n.ID, "leaves")
			}
		}
	})
	require.Positive(t, checked)
}

func add(sums map[string]graph.Interval, id string, f sankey.Flow) graph.Interval {
	return sums[id].Plus(f.Kilograms)
}

func same(t *rapid.T, want, got float64, about ...string) {
	if math.IsNaN(want) || math.IsNaN(got) {
		require.Equal(t, math.IsNaN(want), math.IsNaN(got), "%v: %v, not %v", about, got, want)
		return
	}
	require.InDelta(t, want, got, 1e-9*max(1, math.Abs(want)), "%v", about)
}

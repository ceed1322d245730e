package replay_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/replay"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

const replayWorlds = 2_000 // unless LODESTONE_WORLDS asks for another number

func viewOf(t testing.TB, f *graph.Facts, day graph.Day, filter graph.Filter) *graph.View {
	t.Helper()
	s, err := graph.Build(f)
	require.NoError(t, err)
	v, err := graph.NewView(s, day, filter)
	require.NoError(t, err)
	return v
}

func nodesOf(t testing.TB, v *graph.View, keys ...string) (nodes []graph.Node) {
	t.Helper()
	for _, key := range keys {
		n, ok := v.Lookup(key)
		require.True(t, ok, key)
		nodes = append(nodes, n)
	}
	return nodes
}

// predict gives the stop dates of a view.
func predict(t testing.TB, v *graph.View, a cover.Assumptions, loss cover.Loss) *cover.Answer {
	t.Helper()
	n, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	m, err := shock.Compile(context.Background(), n)
	require.NoError(t, err)
	c, err := cover.Compile(context.Background(), m, a)
	require.NoError(t, err)
	p, err := c.Ask(context.Background(), loss)
	require.NoError(t, err)
	return p
}

// Random worlds, losses, licences and events: every verdict and count is that of the slow twin.
func TestTwinAgrees(t *testing.T) {
	verdicts, missing := map[replay.Verdict]int{}, map[replay.Fact]int{}
	certain, places, alarms := 0, 0, 0
	for number := range uint64(graphtest.Worlds(t, replayWorlds)) {
		dice := rand.New(rand.NewPCG(number, 57)).IntN
		f := graphtest.DenseWorld(dice)
		day, filter, _ := graphtest.DrawQuestion(dice, f)
		losses := graphtest.DrawLosses(dice, f)
		graphtest.DrawStocks(dice, f)
		graphtest.DrawEvents(dice, f, day)
		v := viewOf(t, f, day, filter)
		var lost []shock.Loss
		for _, l := range losses {
			lost = append(lost, shock.Loss{Target: graph.NewTargetSet(v, graphtest.TargetOf(v.Snapshot, l.Target)), Factor: l.Factor})
		}
		low := float64(dice(15))
		short := cover.Range{Low: low, High: low + float64(dice(9))}
		p := predict(t, v, cover.Assumptions{Cover: &short, Lead: &short, Making: &cover.Range{}, Closed: dice(2) == 0}, cover.Loss{Losses: lost, Days: 60})
		twin := &graphtest.ReplayTwin{Shock: graphtest.NewShock(f, day, filter, losses), Until: day + graph.Day(dice(60))}
		q := replay.Question{Until: twin.Until}
		for item := range graph.Node(v.Items()) {
			if v.InChain(item) && dice(3) == 0 {
				q.Struck, twin.Struck = append(q.Struck, item), append(twin.Struck, v.Key(item))
			}
		}
		if dice(2) == 0 {
			q.Home, twin.Home = nodesOf(t, v, "CN"), []string{"CN"}
		}
		for i := range p.Stops {
			s := &p.Stops[i]
			stop := graphtest.ReplayStop{Firm: v.Key(s.Firm), Item: v.Key(s.Item), Earliest: day + graph.Day(s.Earliest), Latest: graph.MaxDay}
			if s.Latest >= 0 {
				stop.Latest = day + graph.Day(s.Latest)
			}
			for _, l := range p.Chain(s.Part) {
				stop.Chain = append(stop.Chain, v.Key(p.Model.Network().Parts[l.Part].Item))
			}
			twin.Stops = append(twin.Stops, stop)
		}
		a, err := replay.Of(context.Background(), p, v, q)
		require.NoError(t, err)
		got := map[string]graphtest.ReplayLine{}
		for i := range a.Outcomes {
			o := &a.Outcomes[i]
			line := graphtest.ReplayLine{Verdict: string(o.Verdict), Missing: string(o.Missing), Days: o.Days, Certain: o.Prediction != nil && o.Prediction.Certain(), Predicted: o.Predicted}
			for _, firm := range o.Firms {
				line.Firms = append(line.Firms, v.Key(firm))
			}
			for _, g := range o.Gaps {
				line.Gaps = append(line.Gaps, v.Key(g.Firm)+" "+v.Key(g.Item))
			}
			slices.Sort(line.Gaps)
			got[v.Key(o.Event)] = line
			verdicts[o.Verdict]++
			missing[o.Missing]++
			if line.Certain {
				certain++
			}
			if !o.Named {
				places++
			}
			require.NotEmpty(t, a.Reason(o))
		}
		want := twin.Replay()
		for _, line := range want {
			slices.Sort(line.Firms)
		}
		require.Equal(t, want, got, "world %d, %s to %s, struck %v, home %v, stops %+v", number, day, twin.Until, twin.Struck, twin.Home, twin.Stops)
		shares := [3][2]int{{a.Needing.Firms, a.Needing.WithEvent}, {a.Predicted.Firms, a.Predicted.WithEvent}, {a.Certain.Firms, a.Certain.WithEvent}}
		require.Equal(t, twin.Shares(), shares, "world %d", number)
		require.Len(t, a.Alarms, a.Predicted.Firms-a.Predicted.WithEvent)
		n := a.Named
		n.HitsCertain, n.HitsPossible, n.Early, n.Late = n.HitsCertain+a.Places.HitsCertain, n.HitsPossible+a.Places.HitsPossible, n.Early+a.Places.Early, n.Late+a.Places.Late
		n.Misses, n.Silent = n.Misses+a.Places.Misses, n.Silent+a.Places.Silent
		require.Equal(t, len(a.Outcomes), n.HitsCertain+n.HitsPossible+n.Early+n.Late+n.Misses+n.Silent)
		alarms += len(a.Alarms)
	}
	t.Log(verdicts, missing, certain, places, alarms)
	for _, v := range []replay.Verdict{replay.Hit, replay.Early, replay.Late, replay.Miss, replay.Silent} {
		require.Greater(t, verdicts[v], 30, v)
	}
	for _, m := range []replay.Fact{replay.Firm, replay.Need, replay.Link, replay.Supplier} {
		require.Greater(t, missing[m], 20, m)
	}
	require.Greater(t, certain, 200)
	require.Greater(t, places, 500)
	require.Greater(t, alarms, 500)
}

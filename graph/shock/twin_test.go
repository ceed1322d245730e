package shock_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

// drawn is a world seen on a day, with losses.
type drawn struct {
	facts  *graph.Facts
	day    graph.Day
	filter graph.Filter
	view   *graph.View
	losses []graphtest.ShockLoss
}

func draw(t testing.TB, seed uint64) drawn {
	t.Helper()
	dice := rand.New(rand.NewPCG(seed, 17)).IntN
	d := drawn{facts: graphtest.DenseWorld(dice)}
	d.day, d.filter, _ = graphtest.DrawQuestion(dice, d.facts)
	d.losses = graphtest.DrawLosses(dice, d.facts)
	s, err := graph.Build(d.facts)
	require.NoError(t, err)
	d.view, err = graph.NewView(s, d.day, d.filter)
	require.NoError(t, err)
	return d
}

func compile(t testing.TB, v *graph.View) *shock.Model {
	t.Helper()
	n, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	m, err := shock.Compile(context.Background(), n)
	require.NoError(t, err)
	return m
}

func lossesOf(v *graph.View, from []graphtest.ShockLoss) []shock.Loss {
	var losses []shock.Loss
	for _, l := range from {
		losses = append(losses, shock.Loss{Target: graph.NewTargetSet(v, graphtest.TargetOf(v.Snapshot, l.Target)), Factor: l.Factor})
	}
	return losses
}

func name(v *graph.View, h *shock.Hit) [3]string {
	return [3]string{map[chain.Kind]string{chain.Output: "output", chain.Line: "line"}[h.Kind], v.Key(h.Firm), v.Key(h.Item)}
}

func TestTwinAgreesOnWorlds(t *testing.T) {
	reached, partly, far := 0, 0, 0
	for seed := range uint64(graphtest.Worlds(t, 5_000)) {
		d := draw(t, seed)
		hits, err := compile(t, d.view).Impact(context.Background(), lossesOf(d.view, d.losses))
		require.NoError(t, err)
		want := graphtest.NewShock(d.facts, d.day, d.filter, d.losses).Hits()
		var problems []string
		for i := range hits {
			h := &hits[i]
			key := name(d.view, h)
			w, ok := want[key]
			delete(want, key)
			if !ok && h.Remaining.Low < 1-1e-9 {
				problems = append(problems, fmt.Sprintf("the twin does not have %v %+v", key, *h))
			}
			if ok && (math.Abs(h.Remaining.Low-w.Low) > 1e-9 || math.Abs(h.Remaining.High-w.High) > 1e-9 || math.Abs(h.Unknown-w.Unknown) > 1e-9 || h.Tier != w.Tier) {
				problems = append(problems, fmt.Sprintf("%v: room %+v, twin %+v", key, *h, w))
			}
			reached++
			if h.Remaining.High < 1 && h.Remaining.Low > 0 {
				partly++
			}
			if h.Tier > 1 {
				far++
			}
		}
		for key, w := range want {
			if w.Low < 1-1e-9 {
				problems = append(problems, fmt.Sprintf("the room does not have %v %+v", key, w))
			}
		}
		if len(problems) > 0 {
			t.Fatalf("world %d, %s, %+v, %+v:\n%s\n%s", seed, d.day, d.filter, d.losses, strings.Join(problems, "\n"), written(d.facts))
		}
	}
	t.Logf("%d hits, %d of them certain and not whole, %d beyond the first tier", reached, partly, far)
	require.Greater(t, partly, 500)
	require.Greater(t, far, 200)
}

func written(f *graph.Facts) string {
	var b strings.Builder
	for _, table := range graph.Tables() {
		for i := range table.Len(f) {
			fmt.Fprintf(&b, "%s: %s\n", table.Name, strings.Join(table.Cells(f, i), ","))
		}
	}
	return b.String()
}

// More shock never leaves more: neither another loss nor a lower factor.
func TestMoreLossNeverLeavesMore(t *testing.T) {
	for seed := range uint64(1000) {
		d := draw(t, seed)
		m, losses := compile(t, d.view), lossesOf(d.view, d.losses)
		before, err := m.Impact(context.Background(), losses)
		require.NoError(t, err)
		harder := slices.Clone(losses)
		for i := range harder {
			harder[i].Factor /= 2
		}
		other := graphtest.DrawLosses(rand.New(rand.NewPCG(seed, 18)).IntN, d.facts)
		further := append(slices.Clone(losses), lossesOf(d.view, other)...)
		for _, more := range [][]shock.Loss{harder, further} {
			after, err := m.Impact(context.Background(), more)
			require.NoError(t, err)
			left := map[int32]shock.Range{}
			for _, h := range after {
				left[h.Part] = h.Remaining
			}
			for _, h := range before {
				r, ok := left[h.Part]
				if p := &m.Network().Parts[h.Part]; !ok { // it is passed on, and is now hit like the need that it hangs on; or the firm's own output says it
					require.True(t, p.Flags.Has(graph.FlagPassedOn) || p.Kind == chain.Line && p.Suppliers[0].Own, "world %d", seed)
					continue
				}
				require.LessOrEqual(t, r.Low, h.Remaining.Low+1e-9, "world %d", seed)
				require.LessOrEqual(t, r.High, h.Remaining.High+1e-9, "world %d", seed)
			}
		}
	}
}

// One model answers again and again, in any order and at once, as a new one does.
func TestAnswersDoNotDependOnWhatWasAskedBefore(t *testing.T) {
	for seed := range uint64(500) {
		d := draw(t, seed)
		m := compile(t, d.view)
		losses := lossesOf(d.view, d.losses)
		want, err := m.Impact(context.Background(), losses)
		require.NoError(t, err)
		risks, err := m.Systemic(context.Background(), nil)
		require.NoError(t, err)
		cancelled, cancel := context.WithCancel(context.Background())
		cancel()
		_, err = m.Systemic(cancelled, nil)
		require.ErrorIs(t, err, context.Canceled)
		again, err := m.Impact(context.Background(), losses)
		require.NoError(t, err)
		require.Equal(t, want, again, "world %d", seed)
		fresh, err := compile(t, d.view).Systemic(context.Background(), nil)
		require.NoError(t, err)
		require.Equal(t, risks, fresh, "world %d", seed)
	}
}

// The risk of a firm is what an impact of its end adds up to.
func TestSystemicAddsUpImpacts(t *testing.T) {
	lossy := 0
	for seed := range uint64(500) {
		d := draw(t, seed)
		m := compile(t, d.view)
		risks, err := m.Systemic(context.Background(), nil)
		require.NoError(t, err)
		for _, r := range risks {
			end := graph.NewTargetSet(d.view, graph.Target{Firms: []graph.Node{r.Firm}})
			hits, err := m.Impact(context.Background(), []shock.Loss{{Target: end}})
			require.NoError(t, err)
			want := shock.Risk{Firm: r.Firm}
			items := map[graph.Node]bool{}
			lost := map[graph.Node]map[int32]shock.Range{}
			for _, h := range hits {
				if h.Firm == r.Firm || slices.ContainsFunc(m.Network().Held(r.Firm), func(x graph.HeldFirm) bool { return x.Firm == h.Firm }) {
					continue
				}
				items[h.Item] = true
				if lost[h.Firm] == nil {
					lost[h.Firm] = map[int32]shock.Range{}
				}
				lost[h.Firm][h.Part] = shock.Range{Low: 1 - h.Remaining.High, High: 1 - h.Remaining.Low}
			}
			want.Firms, want.Items = len(lost), len(items)
			for firm, parts := range lost {
				low, high, n := 0.0, 0.0, 0.0
				for _, kind := range []chain.Kind{chain.Output, chain.Line} {
					for _, p := range m.Network().Of(firm) {
						part := &m.Network().Parts[p]
						if part.Kind != kind {
							continue
						}
						x, ok := parts[p]
						if !ok && part.Flags.Has(graph.FlagPassedOn) { // not listed, as it is hit like its need
							x = parts[part.Needs[0].Part]
						}
						low, high, n = low+x.Low, high+x.High, n+1
					}
					if n > 0 {
						break
					}
				}
				want.Lost.Low, want.Lost.High = want.Lost.Low+low/n, want.Lost.High+high/n
			}
			require.Equal(t, []int{want.Firms, want.Items}, []int{r.Firms, r.Items}, "world %d, %s", seed, d.view.Key(r.Firm))
			require.InDelta(t, want.Lost.Low, r.Lost.Low, 1e-9, "world %d, %s", seed, d.view.Key(r.Firm))
			require.InDelta(t, want.Lost.High, r.Lost.High, 1e-9, "world %d, %s", seed, d.view.Key(r.Firm))
			if r.Lost.Low > 0 {
				lossy++
			}
		}
	}
	require.Greater(t, lossy, 100)
}

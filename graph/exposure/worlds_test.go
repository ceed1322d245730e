package exposure_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// The drawn worlds hold enough of everything that the twin is compared on.
func TestDrawnWorldsHoldEverything(t *testing.T) {
	found := map[string]int{}
	for seed := range uint64(2000) {
		facts, day, filter, q, _ := drawn(seed)
		a := answer(t, facts, day, filter, q)
		rows := rowsOf(t, a)
		for i := range rows {
			r := &rows[i]
			if r.Member {
				found["member"]++
			}
			for j := range r.Lines {
				l := &r.Lines[j]
				found[string(l.Verdict)+string(l.Certainty)]++
				for _, flag := range []graph.Flag{graph.FlagGroup, graph.FlagNoLinkFound, graph.FlagEqualSplit} {
					if l.Flags.Has(flag) {
						found[string(flag)]++
					}
				}
				if l.Share.Low > 0 && l.Share.Low < l.Share.High {
					found["interval"]++
				}
				if l.PossibleTier > 2 {
					found["tier above two"]++
				}
			}
		}
		for i := range a.Network.Parts {
			p := &a.Network.Parts[i]
			for _, flag := range []graph.Flag{graph.FlagPassedOn, graph.FlagSellerInferred, graph.FlagInHouse, graph.FlagTerminal, graph.FlagPlaceByStage, graph.FlagSharesScaled} {
				if p.Flags.Has(flag) {
					found[string(flag)]++
				}
			}
			if p.Any && p.Choices > 1 {
				found["any-of"]++
			}
			if p.Graded {
				found["graded"]++
			}
		}
	}
	for what, least := range map[string]int{"EXPOSED": 300, "LINKEDCERTAIN": 200, "LINKEDPOSSIBLE": 50, "IMPLIED": 50, "UNKNOWN": 1000, "NOT_EXPOSED": 100, "member": 500,
		"GROUP": 300, "NO_LINK_FOUND": 50, "EQUAL_SPLIT": 500, "interval": 100, "tier above two": 20, "PASSED_ON": 500, "SELLER_INFERRED": 500, "IN_HOUSE": 50,
		"TERMINAL": 300, "PLACE_BY_STAGE": 30, "SHARES_SCALED": 10, "any-of": 200, "graded": 200} {
		require.GreaterOrEqual(t, found[what], least, what)
	}
}

func askWritten(t *testing.T, text string, target func(v *graph.View) graph.Target) *exposure.Answer {
	t.Helper()
	facts, err := graphtest.Written(text)
	require.NoError(t, err)
	v := viewOf(t, facts)
	return ask(t, v, exposure.Question{Target: target(v)})
}

// One firm for each verdict, in the order of the answer.
func TestVerdictsAndTheirOrder(t *testing.T) {
	a := askWritten(t, `
materials id=ore form=ORE_CONCENTRATE
materials id=oxide
materials id=oxide-heavy
materials id=metal form=METAL
materials id=strange
kinds item=oxide-heavy kind_of=oxide
feeds from=ore to=oxide
feeds from=ore to=oxide-heavy
feeds from=oxide-heavy to=metal
market_shares item=oxide country=CN share_pct=80
firms id=refiner country=CN
firms id=exposed
firms id=linked
firms id=possible
firms id=implied
firms id=unknown
firms id=safe
firms id=silent
firms id=miner
firms id=western
makes firm=refiner item=oxide
makes firm=western item=oxide-heavy
makes firm=possible item=metal
makes firm=implied item=metal
makes firm=miner item=ore
supplies supplier=refiner buyer=exposed item=oxide share_pct=30
supplies supplier=refiner buyer=linked item=oxide
supplies supplier=refiner buyer=possible item=oxide
supplies supplier=miner buyer=safe item=ore share_pct=100
supplies supplier=western buyer=unknown item=strange`, func(v *graph.View) graph.Target {
		cn, _ := v.Find(graph.KindCountry, "CN")
		return graph.Target{Countries: []graph.Node{cn}, Stages: []graph.Stage{graph.StageSeparation}}
	})
	rows := rowsOf(t, a)
	var got []string
	byKey := map[string]*exposure.Row{}
	for i := range rows {
		key := a.Network.View.Key(rows[i].Subject)
		byKey[key] = &rows[i]
		certainty := ""
		if rows[i].Line != nil {
			certainty = string(rows[i].Line.Certainty)
		}
		got = append(got, key+" "+string(rows[i].Verdict)+certainty)
	}
	require.Equal(t, []string{"exposed EXPOSED", "linked LINKEDCERTAIN", "possible LINKEDCERTAIN", "implied IMPLIED", "unknown UNKNOWN", "refiner UNKNOWN",
		"western UNKNOWN", "silent UNKNOWN", "safe NOT_EXPOSED", "miner NOT_EXPOSED"}, got)
	require.Equal(t, exposure.Share{Low: 0.3, High: 1, Estimate: 0.3 + 0.7*0.8}, roundedShare(byKey["exposed"].Share()))
	require.Equal(t, 1, byKey["linked"].Line.NearestTier)
	require.True(t, byKey["silent"].Flags.Has(graph.FlagNothingRecorded))
	require.True(t, byKey["miner"].Flags.Has(graph.FlagTerminal))
	require.True(t, byKey["refiner"].Member)
	// possible buys the class: as a bought line that is certain, as what its metal needs only possible.
	for i := range byKey["possible"].Lines {
		l := &byKey["possible"].Lines[i]
		want := map[string]exposure.Certainty{"oxide": exposure.Certain, "oxide-heavy": exposure.Possible}[a.Network.View.Key(l.Item)]
		require.Equal(t, want, l.Certainty)
	}
}

func roundedShare(s exposure.Share) exposure.Share {
	r := func(x float64) float64 { return float64(int(x*1e9+0.5)) / 1e9 }
	return exposure.Share{Low: r(s.Low), High: r(s.High), Estimate: r(s.Estimate)}
}

func TestATargetMustNameSomething(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	network, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	_, err = exposure.Ask(context.Background(), network, market.NewIndex(v), exposure.Question{})
	require.ErrorIs(t, err, exposure.ErrNoTarget)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = exposure.Ask(ctx, network, market.NewIndex(v), inChina(v))
	require.ErrorIs(t, err, context.Canceled)
}

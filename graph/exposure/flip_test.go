package exposure_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// The record says what the flip point says: one row with another share, asked anew.
func TestFlipPointsFlip(t *testing.T) {
	kinds := map[string]int{}
	for seed := range uint64(3000) {
		dice := rand.New(rand.NewPCG(seed, 16)).IntN
		facts := graphtest.DenseWorld(dice)
		onePublication(facts)
		a := answerOf(t, facts)
		v := a.Network.View
		first, end := v.Range(graph.KindFirm)
		firm := first + graph.Node(dice(int(end-first)))
		flips, err := a.Flip(context.Background(), firm)
		require.NoError(t, err)
		require.True(t, flips.Complete)
		p := flips.Nearest
		nearest := math.Inf(1)
		if p != nil {
			about := fmt.Sprintf("world %d, %s, %+v", seed, v.Key(firm), *p)
			require.NotEqual(t, p.Before, p.After, about)
			nearest = p.Distance()
			if says, ok := saying(t, a, facts, p); ok {
				kinds[fmt.Sprint(p.Figure == nil, p.Beyond)]++
				kinds[string(p.Before)]++
				away := 1e-5
				if p.To < p.From || p.To == p.From && p.After != says(firm, p.To+away) {
					away = -away // towards the change
				}
				if p.Beyond {
					require.Equal(t, p.Before, says(firm, p.To), about)
					require.Equal(t, p.After, says(firm, p.To+away), about)
				} else {
					require.Equal(t, p.After, says(firm, p.To), about)
					require.Equal(t, p.Before, says(firm, p.To-away), about)
				}
			}
		}
		// No other share changes the verdict that near.
		for i := range a.Network.Parts {
			part := &a.Network.Parts[i]
			for j := range part.Suppliers {
				s := &part.Suppliers[j]
				if !s.Stated() || s.Possible || s.Share == 0 {
					continue
				}
				says, ok := saying(t, a, facts, &exposure.FlipPoint{Firm: part.Firm, Item: part.Item, Seller: s.Firm, Rows: s.Rows})
				share := float64(dice(1001)) / 1000
				if ok && math.Abs(share-s.Share) < nearest-1e-6 && share <= 1-othersStated(part, j) {
					kinds["looked beside"]++
					row := a.Firm(firm)
					require.Equal(t, row.Verdict, says(firm, share), "world %d, %s, %s to %s of %s at %g, found %+v\n%s", seed, v.Key(firm), v.Key(s.Firm),
						v.Key(part.Firm), v.Key(part.Item), share, p, print(facts))
				}
			}
		}
	}
	for _, kind := range []string{"true false", "true true", "false false", "EXPOSED", "IMPLIED", "NOT_EXPOSED", "looked beside"} {
		require.Greater(t, kinds[kind], 3, "%s of %v", kind, kinds)
	}
}

func othersStated(part *chain.Part, but int) float64 {
	total := 0.0
	for i := range part.Suppliers {
		if s := &part.Suppliers[i]; i != but && s.Stated() && !s.Possible {
			total += s.Share
		}
	}
	return total
}

// onePublication keeps one publication of each item and stage, so that another share does not choose another publication.
func onePublication(f *graph.Facts) {
	kept := map[string]string{}
	f.MarketShares = slices.DeleteFunc(f.MarketShares, func(r graph.MarketShare) bool {
		at, publication := fmt.Sprint(r.Item, r.Stage), fmt.Sprint(r.Source, r.Year.Value)
		if kept[at] == "" {
			kept[at] = publication
		}
		return kept[at] != publication
	})
}

// saying gives the verdict of a firm where a row states another share; ok is false where no one row does.
func saying(t *testing.T, a *exposure.Answer, facts *graph.Facts, p *exposure.FlipPoint) (says func(firm graph.Node, share float64) exposure.Verdict, ok bool) {
	v := a.Network.View
	if p.Figure == nil {
		line, _ := a.Network.LineOf(p.Firm, p.Item)
		if a.Network.Parts[line].Flags.Has(graph.FlagSharesScaled) {
			return nil, false
		}
	}
	if p.Figure == nil && len(p.Rows) != 1 || p.Rows[0].Table != v.Supplies.Table && p.Figure == nil {
		return nil, false
	}
	cn, _ := v.Lookup("CN")
	rows := slices.DeleteFunc(slices.Clone(p.Rows), func(r graph.RowRef) bool { return p.Figure != nil && v.Shares.From[r.Index] != cn })
	if len(rows) != 1 {
		return nil, false
	}
	return func(firm graph.Node, share float64) exposure.Verdict {
		f := *facts
		f.Supplies, f.MarketShares = slices.Clone(f.Supplies), slices.Clone(f.MarketShares)
		stated := graph.Number{Value: 100 * share, Known: true}
		if p.Figure == nil {
			at := slices.Index(f.Supplies, v.Facts().Supplies[rows[0].Index])
			f.Supplies[at].SharePercent = stated
		} else {
			at := slices.Index(f.MarketShares, v.Facts().MarketShares[rows[0].Index])
			f.MarketShares[at].SharePercent = stated
		}
		row := answerOf(t, &f).Firm(firm)
		return row.Verdict
	}, true
}

func TestFlipsOnSeed(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	cn, _ := v.Lookup("CN")
	a := ask(t, v, exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}, Stages: []graph.Stage{graph.StageSeparation}}})
	found := 0
	for _, f := range allFirms(v) {
		flips, err := a.Flip(context.Background(), f)
		require.NoError(t, err)
		require.True(t, flips.Complete)
		row := a.Firm(f)
		if p := flips.Nearest; p != nil {
			found++
			require.Equal(t, row.Verdict, p.Before)
			require.NotEqual(t, p.Before, p.After)
			require.NotEmpty(t, p.Rows)
		}
	}
	require.Positive(t, found)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	firm, _ := v.Lookup("vacuumschmelze")
	_, err := a.Flip(ctx, firm)
	require.ErrorIs(t, err, context.Canceled)
}

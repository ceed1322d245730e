package path_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/path"
)

// In drawn worlds a line of a firm outside the target has a path exactly where it has a recorded chain, with as many sales as the
// chain has links; hops join; and a path rests on rows. Left out are worlds in which stated shares leave nothing for a seller who
// states none: there a chain carries nothing.
func TestPathsExplainRecordedChains(t *testing.T) {
	explained := 0
	for seed := range uint64(1500) {
		dice := rand.New(rand.NewPCG(seed, 31)).IntN
		facts := graphtest.DenseWorld(dice)
		cn := []string{"CN", "US"}[dice(2)]
		s, err := graph.Build(facts)
		require.NoError(t, err)
		v, err := graph.NewView(s, graph.NewDay(2024, 6, 30), graph.Filter{})
		require.NoError(t, err)
		network, err := chain.Build(context.Background(), v)
		require.NoError(t, err)
		if leavesNothing(network) {
			continue
		}
		country, _ := s.Find(graph.KindCountry, cn)
		a, err := exposure.Ask(context.Background(), network, market.NewIndex(v), exposure.Question{Target: graph.Target{Countries: []graph.Node{country}}})
		require.NoError(t, err)
		first, end := s.Range(graph.KindFirm)
		for f := first; f < end; f++ {
			row := a.Firm(f)
			for i := range row.Lines {
				if l := &row.Lines[i]; !row.Member {
					explained += explain(t, a, f, l)
				}
			}
		}
	}
	require.Greater(t, explained, 300)
}

func leavesNothing(n *chain.Network) bool {
	for i := range n.Parts {
		stated, open := 0.0, false
		for j := range n.Parts[i].Suppliers {
			if s := &n.Parts[i].Suppliers[j]; s.Stated() {
				stated += s.Share
			} else {
				open = true
			}
		}
		if open && stated > 1-1e-12 {
			return true
		}
	}
	return false
}

func explain(t *testing.T, a *exposure.Answer, firm graph.Node, l *exposure.Line) int {
	t.Helper()
	q := path.Question{Network: a.Network, Target: a.Target, Market: a.Market, Root: l.Part, Subject: firm, Limit: 1000}
	e, err := path.Explain(context.Background(), q)
	require.NoError(t, err)
	require.Equal(t, l.PossibleTier >= 0, len(e.Paths) > 0)
	shortest := -1
	for _, p := range e.Paths {
		sales := 0
		for _, hop := range p.Hops {
			if hop.Kind == path.Sale {
				sales++
			}
			if hop.Kind != path.Held {
				require.NotEmpty(t, hop.Rows, "%s of %+v", hop.Kind, p.Hops)
			}
		}
		require.Equal(t, path.Origin, p.Hops[0].Kind)
		require.Positive(t, p.Contribution)
		if shortest < 0 || sales < shortest {
			shortest = sales
		}
	}
	if len(e.Paths) > 0 && !e.Truncated {
		require.Equal(t, l.PossibleTier, shortest)
	}
	require.GreaterOrEqual(t, e.Coverage, 0.0)
	require.LessOrEqual(t, e.Coverage, 1.0)
	if len(e.Paths) == 0 {
		return 0
	}
	return 1
}

package control_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
)

// Seen from a day, the law has turned as it has until then, and stays.
func TestAnOutlookUntilADayStays(t *testing.T) {
	b := bookOn(t, "2025-10-20")
	item, _ := b.View().Lookup("ho-oxide")
	dysprosium, _ := b.View().Lookup("dy-oxide")
	whole, until := b.Outlook(control.Civilian), b.Outlook(control.Civilian).Until(b.View().AsOf)
	for _, n := range []graph.Node{item, dysprosium} {
		all, some := whole.Passing(n, graph.NoNode, graph.NoNode, graph.NoNode), until.Passing(n, graph.NoNode, graph.NoNode, graph.NoNode)
		require.Greater(t, len(all), len(some))
		for i := range some {
			require.Equal(t, all[i].From, some[i].From)
			require.Equal(t, all[i].Decision.Outcome, some[i].Decision.Outcome)
			require.LessOrEqual(t, some[i].From, b.View().AsOf)
		}
		require.Greater(t, all[len(some)].From, b.View().AsOf)
	}
}

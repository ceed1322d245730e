package check

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestLoops_AgreeWithReachability compares with the plain definition: a link lies in a loop when its start can be reached from
// its end.
func TestLoops_AgreeWithReachability(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		nodes := rapid.IntRange(1, 8).Draw(t, "nodes")
		var links []link
		reach := make([][]bool, nodes)
		for i := range reach {
			reach[i] = make([]bool, nodes)
		}
		for i := range rapid.IntRange(0, 16).Draw(t, "links") {
			a, b := rapid.IntRange(0, nodes-1).Draw(t, "from"), rapid.IntRange(0, nodes-1).Draw(t, "to")
			links = append(links, link{fmt.Sprint(a), fmt.Sprint(b), "feeds", int32(i)})
			reach[a][b] = true
		}
		for k := range nodes {
			for i := range nodes {
				for j := range nodes {
					reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
				}
			}
		}
		looped := map[int32]bool{}
		for _, loop := range loops(links) {
			cycle := shortestCycle(loop)
			require.Equal(t, loop[0], cycle[0])
			for i, l := range cycle {
				require.Equal(t, l.to, cycle[(i+1)%len(cycle)].from)
			}
			for _, l := range loop {
				looped[l.line] = true
			}
		}
		for _, l := range links {
			a, b := int(l.from[0]-'0'), int(l.to[0]-'0')
			require.Equal(t, a != b && reach[b][a], looped[l.line], "%v in %v", l, links)
		}
	})
}

func TestLoops_LongChain(t *testing.T) {
	t.Parallel()
	var links []link
	for i := range 200_000 {
		links = append(links, link{fmt.Sprint(i), fmt.Sprint(i + 1), "owns", int32(i)})
	}
	require.Empty(t, loops(links))
	links = append(links, link{"200000", "0", "owns", 200_000})
	found := loops(links)
	require.Len(t, found, 1)
	require.Len(t, shortestCycle(found[0]), 200_001)
}

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

// behind lists the parts that a firm's rows hang on, by walking the network.
func behind(n *chain.Network, row *exposure.Row) map[int32]bool {
	seen := map[int32]bool{}
	var walk func(part int32)
	walk = func(part int32) {
		if seen[part] {
			return
		}
		seen[part] = true
		p := &n.Parts[part]
		for _, need := range p.Needs {
			walk(need.Part)
		}
		for i := range p.Suppliers {
			if s := &p.Suppliers[i]; s.Share != 0 {
				for _, o := range s.Outputs {
					walk(o)
				}
			}
		}
	}
	for i := range row.Lines {
		walk(row.Lines[i].Part)
	}
	return seen
}

// Each pair of a maker and a need is looked at: none that is offered breaks a rule, and none that is left out is better.
func TestPossibleSalesAreTheBestOfAll(t *testing.T) {
	offered, better := 0, 0
	for seed := range uint64(2000) {
		dice := rand.New(rand.NewPCG(seed, 19)).IntN
		facts := graphtest.DenseWorld(dice)
		a := answerOf(t, facts)
		n := a.Network
		v := n.View
		firms := allFirms(v)
		firms = firms[:1+dice(len(firms))]
		got, err := a.PossibleSales(context.Background(), firms)
		require.NoError(t, err)
		sales := map[string][]graph.Node{} // by buyer and item
		for _, c := range got {
			s := c.Edits[0].Add.Sale
			require.True(t, math.IsNaN(s.Share))
			key := fmt.Sprint(s.Buyer, s.Item)
			sales[key] = append(sales[key], s.Supplier)
		}
		needs := map[string]bool{}
		for _, f := range firms {
			row := a.Firm(f)
			for part := range behind(n, &row) {
				if p := &n.Parts[part]; p.Kind == chain.Line {
					needs[fmt.Sprint(p.Firm, p.Item)] = true
				}
			}
		}
		for key := range sales {
			require.True(t, needs[key], "world %d: %s is no need", seed, key)
			require.LessOrEqual(t, len(sales[key]), 2)
		}
		for i := range n.Parts {
			line := &n.Parts[i]
			key := fmt.Sprint(line.Firm, line.Item)
			if line.Kind != chain.Line || !needs[key] || onlyOwn(line) {
				require.False(t, line.Kind == chain.Line && onlyOwn(line) && len(sales[key]) > 0, "world %d", seed)
				continue
			}
			var makers []graph.Node
			for _, f := range allFirms(v) {
				if o, ok := n.OutputOf(f, line.Item); ok && mayServe(a, o, line) {
					makers = append(makers, f)
				}
			}
			slices.SortStableFunc(makers, func(x, y graph.Node) int {
				switch ex, ey := estimateOf(a, x, line.Item), estimateOf(a, y, line.Item); {
				case ex < ey:
					return -1
				case ex > ey:
					return 1
				}
				return 0
			})
			require.Equal(t, makers[:min(len(makers), 2)], append([]graph.Node(nil), sales[key]...), "world %d, %s of %s\n%s", seed, v.Key(line.Item), v.Key(line.Firm), print(facts))
			offered += len(sales[key])
			better += max(0, len(makers)-2)
		}
	}
	require.Greater(t, offered, 500)
	require.Greater(t, better, 20)
}

// onlyOwn tells whether a need meets nobody but its firm's own making.
func onlyOwn(line *chain.Part) bool {
	own := 0
	for i := range line.Suppliers {
		if s := &line.Suppliers[i]; s.Own {
			own++
		} else if s.Share != 0 {
			return false
		}
	}
	return own > 0
}

func mayServe(a *exposure.Answer, output int32, line *chain.Part) bool {
	o := &a.Network.Parts[output]
	if o.Graded || o.Gone || len(o.Rows) == 0 || a.Target.Member(o.Firm, o.Item, o.Places()).High > 0 || o.Firm == line.Firm {
		return false
	}
	for _, pair := range [][2]graph.Node{{o.Firm, line.Firm}, {line.Firm, o.Firm}} {
		if slices.ContainsFunc(a.Network.Held(pair[0]), func(h graph.HeldFirm) bool { return h.Firm == pair[1] }) {
			return false
		}
	}
	sells := slices.ContainsFunc(line.Suppliers, func(s chain.Supplier) bool { return s.Firm == o.Firm })
	return !sells && a.Values(output).Resolved >= 1-1e-9
}

func estimateOf(a *exposure.Answer, firm, item graph.Node) float64 {
	o, _ := a.Network.OutputOf(firm, item)
	v := a.Values(o)
	return min(max(v.Estimate, v.Low), max(v.Low, 1-v.Safe))
}

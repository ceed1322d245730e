package path

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
)

// ExplainItem lists the best paths from the target to a need for an item that is met in the world market: from the target's share of
// the market of some step, by the recipe, to the item. Of the question, Root and Subject do not count, and AcrossMarket is meant. The
// error is the context's.
func ExplainItem(ctx context.Context, q Question, item graph.Node) (*Evidence, error) {
	q.AcrossMarket = true
	e := &explainer{Question: q, v: q.Network.View}
	e.Root = e.item(item)
	walks, err := e.best(ctx)
	if err != nil {
		return nil, err
	}
	out := &Evidence{Coverage: walks.Coverage(), Truncated: walks.Truncated}
	for _, w := range walks.Walks {
		var hops []Hop
		for i := len(w.Nodes) - 1; i > 0; i-- {
			hops = append(hops, e.step(w.Nodes[i], w.Nodes[i-1])...)
		}
		out.Paths = append(out.Paths, Path{Hops: hops, Contribution: w.Contribution})
	}
	return out, nil
}

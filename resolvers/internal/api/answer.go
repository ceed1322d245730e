package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/resolvers/internal/memo"
)

// Answer is a solved question about a target. It keeps the rows of all firms and of all items once somebody has asked for many.
type Answer struct {
	*exposure.Answer
	Element graph.Node // NoNode when none was named

	firms *memo.Cache[struct{}, []exposure.Row]
	items *memo.Cache[struct{}, []exposure.ItemRow]
}

func newAnswer(answer *exposure.Answer, element graph.Node) *Answer {
	return &Answer{answer, element, memo.New[struct{}, []exposure.Row](1), memo.New[struct{}, []exposure.ItemRow](1)}
}

// few is how many subjects are worked out on their own. For more, all are worked out and kept, since pages follow each other.
const few = 32

// firmRows gives the rows of some firms in the order of the room. The order of a part is that of the whole.
func (a *Answer) firmRows(ctx context.Context, firms []graph.Node) ([]exposure.Row, error) {
	if len(firms) <= few {
		return a.Answer.Firms(ctx, firms)
	}
	all, err := a.firms.Get(ctx, struct{}{}, func(ctx context.Context) ([]exposure.Row, error) {
		first, end := a.Network.View.Range(graph.KindFirm)
		return a.Answer.Firms(ctx, those(everyNode, first, end))
	})
	return portionOf(all, firms, func(r *exposure.Row) graph.Node { return r.Subject }), err
}

// itemRows does the same for items.
func (a *Answer) itemRows(ctx context.Context, items []graph.Node) ([]exposure.ItemRow, error) {
	if len(items) <= few {
		return a.Answer.Items(ctx, items)
	}
	all, err := a.items.Get(ctx, struct{}{}, func(ctx context.Context) ([]exposure.ItemRow, error) {
		return a.Answer.Items(ctx, those(everyNode, 0, graph.Node(a.Network.View.Items())))
	})
	return portionOf(all, items, func(r *exposure.ItemRow) graph.Node { return r.Item }), err
}

// portionOf keeps the rows of some nodes, in the order of the whole.
func portionOf[R any](all []R, nodes []graph.Node, of func(*R) graph.Node) []R {
	if len(all) == len(nodes) {
		return all
	}
	wanted := in(nodes)
	var kept []R
	for i := range all {
		if wanted(of(&all[i])) {
			kept = append(kept, all[i])
		}
	}
	return kept
}

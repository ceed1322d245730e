package resolvers

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/resolvers/internal/api"
)

// Beliefs opens two views as known on their own days, and asks what has become of what was known.
func (r *root) Beliefs(ctx context.Context, about []string, then graph.Day, now *graph.Day) (*api.Beliefs, error) {
	today := r.today()
	if now == nil {
		now = &today
	}
	known := func(day graph.Day) (*api.View, error) {
		return r.View(ctx, &day, nil, &api.FactFilter{MinConfidence: graph.ConfidenceLow, KnownOn: &day})
	}
	before, err := known(then)
	if err != nil {
		return nil, err
	}
	after, err := known(*now)
	if err != nil {
		return nil, err
	}
	return api.NewBeliefs(ctx, before, after, about)
}

package resolvers

import (
	"context"
	"errors"

	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/internal/apierror"
	"github.com/lodestone-graph/lodestone/resolvers/internal/api"
)

// Compare opens two views of the release and asks both the same question.
func (r *root) Compare(ctx context.Context, before, after api.ViewInput, of api.SubjectInput, to api.TargetInput, element *string, closed bool, endUse *control.EndUse, changedOnly bool) (*api.Comparison, error) {
	was, is, err := r.sides(ctx, before, after)
	if err != nil {
		return nil, err
	}
	return api.Compare(ctx, was, is, of, to, element, closed, endUse, changedOnly)
}

// CompareStops opens two views of the release and asks both for stop dates.
func (r *root) CompareStops(ctx context.Context, before, after api.ViewInput, of *api.SubjectInput, endUse *control.EndUse, assume *api.CoverInput, per api.StopScope) (*api.StopComparison, error) {
	was, is, err := r.sides(ctx, before, after)
	if err != nil {
		return nil, err
	}
	return api.CompareStops(ctx, was, is, of, endUse, assume, per)
}

func (r *root) sides(ctx context.Context, before, after api.ViewInput) (was, is *api.View, err error) {
	if was, err = r.side(ctx, "before", before); err != nil {
		return nil, nil, err
	}
	is, err = r.side(ctx, "after", after)
	return was, is, err
}

// side opens one of the two views. Errors about its arguments say which of the two they are of.
func (r *root) side(ctx context.Context, argument string, v api.ViewInput) (*api.View, error) {
	view, err := r.View(ctx, v.AsOf, v.Scenario, v.Facts)
	var refused *apierror.Error
	if errors.As(err, &refused) {
		return nil, apierror.Within(argument, refused)
	}
	return view, err
}

package api

import (
	"context"
	"math"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/cover"
)

// StopComparison sets the stop dates of two views side by side.
type StopComparison struct {
	Before, After *View
	Compared      int
	Changed       int
	Flags         []graph.Flag

	rows []*StopDateMove
}

// StopDateMove is what runs short in one world and in the other one.
type StopDateMove struct {
	Subject       Node
	Before, After *StopDate // nil: not within the days looked at
	Changed       bool
	Later         DayShift
}

// DayShift is by how many days something comes later.
type DayShift struct{ Low, High, Earliest, Latest *int }

// Stops lists the rows.
func (c *StopComparison) Stops(first int) []*StopDateMove { return head(c.rows, first) }

// CompareStops works out stop dates in two views and sets those of the same firm, item or part side by side.
func CompareStops(ctx context.Context, before, after *View, of *SubjectInput, endUse *control.EndUse, assume *CoverInput, per StopScope) (*StopComparison, error) {
	was, err := before.world.stopList(ctx, of, endUse, assume, per)
	if err != nil {
		return nil, err
	}
	is, err := after.world.stopList(ctx, of, endUse, assume, per)
	if err != nil {
		return nil, err
	}
	c := &StopComparison{Before: before, After: after, Flags: before.world.View.Flags().With(after.world.View.Flags()...)}
	pairs := map[stopKey]*[2]*cover.Stop{}
	var order []stopKey
	for side, list := range []*stopList{was, is} {
		for i := range list.stops {
			key := keyOf(&list.stops[i], per)
			if pairs[key] == nil {
				pairs[key] = &[2]*cover.Stop{}
				order = append(order, key)
			}
			pairs[key][side] = &list.stops[i]
		}
	}
	for _, key := range order {
		x, y := pairs[key][0], pairs[key][1]
		shift := cover.Later(was.answer, x, is.answer, y)
		move := &StopDateMove{Later: DayShift{wholeDays(shift.Within.Low), wholeDays(shift.Within.High), wholeDays(shift.Earliest), wholeDays(shift.Latest)},
			Changed: x == nil || y == nil || x.Earliest != y.Earliest || x.Latest != y.Latest}
		subject := key.firm
		if per == StopItem {
			subject = key.item
		}
		move.Subject = after.world.wrap(subject)
		if x != nil {
			move.Before = was.stop(*x)
		}
		if y != nil {
			move.After = is.stop(*y)
		}
		if c.Compared++; move.Changed {
			c.Changed++
		}
		c.rows = append(c.rows, move)
	}
	return c, nil
}

// stopKey is what is set side by side.
type stopKey struct {
	firm, item graph.Node
	kind       StopStepKind
}

func keyOf(s *cover.Stop, per StopScope) stopKey {
	switch per {
	case StopFirm:
		return stopKey{s.Firm, graph.NoNode, ""}
	case StopItem:
		return stopKey{graph.NoNode, s.Item, ""}
	}
	return stopKey{s.Firm, s.Item, stopKind(s.Kind)}
}

func wholeDays(x float64) *int {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	n := int(x)
	return &n
}

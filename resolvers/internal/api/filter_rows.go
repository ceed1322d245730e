package api

import (
	"context"
	"math"

	"github.com/lodestone-graph/lodestone/graph"
)

// Order is the order of a list, one of the values of its enum in the schema.
type Order string

// The orders that more than one list has.
const (
	byKey        Order = "KEY"
	byName       Order = "NAME"
	byConfidence Order = "CONFIDENCE"
	byNewest     Order = "NEWEST"
	byCountry    Order = "COUNTRY"
	byDate       Order = "DATE"
)

// RowFilter is what the filters of all tables share.
type RowFilter struct {
	Sources       []string
	MinConfidence *graph.Confidence
	Text          *string
}

func (r RowFilter) common() RowFilter { return r }

// conditions are what a filter asks of a row.
type conditions[R any] interface {
	match(f *finder) func(i int32, r *R) bool
	common() RowFilter
}

// orders gives the ranks of a table by order, besides those that all tables have.
type orders[R any] map[Order]func(*R) rank

// findRows pages through the rows of a table that a filter keeps.
func findRows[R, T, F any, P interface {
	*F
	conditions[R]
}](ctx context.Context, v *View, t *table[R, T], filter *F, ranks orders[R], order Order, first int, after *string) (*Connection[*T], error) {
	if filter == nil {
		filter = new(F)
	}
	w := v.world
	f := &finder{ctx: ctx, world: w}
	where, common := P(filter).match(f), P(filter).common()
	source, lower := f.oneOf(common.Sources, sources), f.lower(common.Text)
	if f.err != nil {
		return nil, f.err
	}
	rows := t.rows(w.Facts())
	l := t.over(w)
	l.order, l.size, l.at = string(order), len(rows), func(i int) int32 { return int32(i) }
	l.keep = func(i int32) bool {
		r := &rows[i]
		switch {
		case !w.kept(t.name, i) || !where(i, r):
			return false
		case t.source != nil && !source(t.source(r)):
			return false
		case common.MinConfidence != nil && t.confidence(r).Rank() < common.MinConfidence.Rank():
			return false
		}
		return lower == "" || w.holds(t.name, i, lower)
	}
	if by := t.ranking(w, ranks, order); by != nil {
		l.rank = func(i int32) rank { return by(&rows[i]) }
	}
	return l.page(ctx, first, after)
}

// ranking finds the rank behind an order; nil is the order of natural keys.
func (t *table[R, T]) ranking(w *World, ranks orders[R], order Order) func(*R) rank {
	switch order {
	case byKey:
		return nil
	case byNewest:
		return func(r *R) rank {
			if t.source == nil {
				return rank{}
			}
			n, _ := w.Find(graph.KindSource, t.source(r))
			return newestFirst(w.View.Source(n).Published)
		}
	case byConfidence:
		return func(r *R) rank {
			if t.confidence == nil {
				return rank{}
			}
			return rank{number: -float64(t.confidence(r).Rank())}
		}
	default:
		return ranks[order]
	}
}

func newestFirst(d graph.Date) rank {
	if !d.Known() {
		return rank{number: math.Inf(1)}
	}
	return rank{number: -float64(d.First())}
}

func earliestFirst(d graph.Date) rank {
	if !d.Known() {
		return rank{number: math.Inf(1)}
	}
	return rank{number: float64(d.First())}
}

func latestYear(y graph.Integer) rank {
	if !y.Known {
		return rank{number: math.Inf(1)}
	}
	return rank{number: -float64(y.Value)}
}

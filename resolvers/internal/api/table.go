package api

import (
	"context"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// table lists the rows of one table of facts: R is the row, T what the API makes of it.
type table[R, T any] struct {
	name       string // of the file
	rows       func(*graph.Facts) []R
	source     func(*R) string           // nil where the table has none
	confidence func(*R) graph.Confidence // nil where the table has none
	make       func(*World, int32) *T
}

// fact is what every row has.
type fact struct {
	world *World
	ref   graph.RowRef
}

// Row is the row as it stands in its file.
func (f fact) Row() *Row { return f.world.row(f.ref) }

var tableNumbers = func() map[string]int {
	numbers := map[string]int{}
	for i, t := range graph.Tables() {
		numbers[t.Name] = i
	}
	return numbers
}()

func (w *World) fact(table string, row int32) fact {
	return fact{w, graph.RowRef{Table: tableNumbers[table], Index: row}}
}

// kept tells whether the filter of the view keeps a row.
func (w *World) kept(table string, row int32) bool { return w.On(tableNumbers[table], row) }

// list pages through the rows of the table that the view and a condition keep, in the order of a rank or of natural keys.
func (t *table[R, T]) list(ctx context.Context, w *World, where func(*R) bool, by func(*World, *R) rank, order string, first int, after *string) (*Connection[*T], error) {
	rows := t.rows(w.Facts())
	l := t.over(w)
	l.order, l.size, l.at = order, len(rows), func(i int) int32 { return int32(i) }
	l.keep = func(i int32) bool { return w.kept(t.name, i) && (where == nil || where(&rows[i])) }
	if by != nil {
		l.rank = func(i int32) rank { return by(w, &rows[i]) }
	}
	return l.page(ctx, first, after)
}

// linked pages through rows of the table that a relation names, in the order of natural keys.
func (t *table[R, T]) linked(ctx context.Context, w *World, rows []int32, first int, after *string) (*Connection[*T], error) {
	l := t.over(w)
	l.size, l.at = len(rows), func(i int) int32 { return rows[i] }
	l.keep = func(i int32) bool { return w.kept(t.name, i) }
	return l.page(ctx, first, after)
}

func (t *table[R, T]) over(w *World) list[int32, *T] {
	declared := graph.Tables()[tableNumbers[t.name]]
	return list[int32, *T]{
		name: t.name,
		key:  func(i int32) string { return declared.KeyText(w.Facts(), int(i)) },
		make: func(i int32) *T { return t.make(w, i) },
	}
}

// holds tells whether some cell of a row holds a text, case aside.
func (w *World) holds(table string, row int32, lower string) bool {
	t := graph.Tables()[tableNumbers[table]]
	for _, cell := range t.Cells(w.Facts(), int(row)) {
		if strings.Contains(strings.ToLower(cell), lower) {
			return true
		}
	}
	return false
}

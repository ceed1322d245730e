package belief

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// Change says what became of a belief.
type Change string

// The changes, in the order of an answer.
const (
	Changed   Change = "CHANGED"   // other rows now than then
	Added     Change = "ADDED"     // nothing then
	Withdrawn Change = "WITHDRAWN" // nothing now
	Held      Change = "HELD"      // the same rows
)

// Changes lists all changes in their order.
func Changes() []Change { return []Change{Changed, Added, Withdrawn, Held} }

// Belief is what is said about one subject.
type Belief struct {
	Change    Change
	Table     int            // in graph.Tables()
	Subject   string         // the natural key without source, year and date of statement
	Then, Now []graph.RowRef // rows of the then-view's and of the now-view's release, in the order of their keys
}

// Between lists what the two views know about some things, at least one: nodes of the then-view's snapshot, by key in the other. It is ordered
// by change as listed, then table, then subject. The error is that of the context.
func Between(ctx context.Context, then, now *graph.View, about []graph.Node) ([]Belief, error) {
	before, err := gather(ctx, then, then.Keys(about))
	if err != nil {
		return nil, err
	}
	after, err := gather(ctx, now, then.Keys(about))
	if err != nil {
		return nil, err
	}
	var list []Belief
	for id, rows := range before {
		b := Belief{Change: Changed, Table: id.table, Subject: id.subject, Then: rows, Now: after[id]}
		switch {
		case len(b.Now) == 0:
			b.Change = Withdrawn
		case slices.Equal(texts(then, rows), texts(now, b.Now)):
			b.Change = Held
		}
		list = append(list, b)
	}
	for id, rows := range after {
		if len(before[id]) == 0 {
			list = append(list, Belief{Change: Added, Table: id.table, Subject: id.subject, Now: rows})
		}
	}
	order := Changes()
	slices.SortFunc(list, func(a, b Belief) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Change), slices.Index(order, b.Change)), cmp.Compare(a.Table, b.Table), cmp.Compare(a.Subject, b.Subject))
	})
	return list, nil
}

// texts prints rows, to compare them.
func texts(v *graph.View, rows []graph.RowRef) []string {
	var out []string
	for _, r := range rows {
		out = append(out, strings.Join(graph.Tables()[r.Table].Cells(v.Facts(), int(r.Index)), "\x00"))
	}
	slices.Sort(out)
	return out
}

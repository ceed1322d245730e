package api

import (
	"cmp"
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/exposure"
)

// ViewInput names a view: day, scenario and filter.
type ViewInput struct {
	AsOf     *graph.Day
	Scenario []*Edit
	Facts    *FactFilter
}

// Comparison sets the answers of two views to one question side by side.
type Comparison struct {
	Before, After   *View
	Compared        int // subjects of either side
	Changed         int // of which something differs
	ChangedVerdicts int
	NotFound        []string
	Flags           []graph.Flag

	rows  []aligned // those asked for, in order
	moves []*VerdictMove
}

// VerdictMove counts the subjects whose verdict went from one to another.
type VerdictMove struct {
	Before, After *exposure.Verdict // nil where the subject is asked about on one side only
	Count         int
}

// aligned is a subject with its rows, not yet opened.
type aligned struct {
	key             string
	subject         graph.Node
	before, after   *standing
	verdict, differ bool
	moved           exposure.Share
	open            func() *SubjectComparison
}

// SubjectComparison is one subject before and after.
type SubjectComparison struct {
	Subject        Node
	Before, After  *Exposure
	Changed        bool
	VerdictChanged bool
	Moved          ShareMove
}

// ShareMove is the number after less the number before.
type ShareMove struct{ Low, High, Estimate *float64 }

// The pages of comparisons.
type (
	SubjectComparisonConnection = Connection[*SubjectComparison]
	SubjectComparisonEdge       = Edge[*SubjectComparison]
)

// asked is a question about subjects, answered in one view.
type asked struct {
	who    *subject
	answer *Answer
	firms  []exposure.Row
	items  []exposure.ItemRow
}

// ask resolves and answers a question about subjects.
func (w *World) ask(ctx context.Context, of SubjectInput, to TargetInput, element *string, closed bool, use *control.EndUse) (*asked, error) {
	target, err := w.aim(ctx, "to", to, use)
	if err != nil {
		return nil, err
	}
	only, err := w.maybeElement(element)
	if err != nil {
		return nil, err
	}
	out := &asked{}
	if out.who, err = w.subject(ctx, of); err != nil {
		return nil, err
	}
	if out.answer, err = w.Aim(ctx, target, only, closed); err != nil {
		return nil, err
	}
	if out.firms, err = out.answer.firmRows(ctx, out.who.firms); err != nil {
		return nil, err
	}
	out.items, err = out.answer.itemRows(ctx, out.who.items)
	return out, err
}

// Compare asks two views of one release the same question and sets the answers side by side.
func Compare(ctx context.Context, before, after *View, of SubjectInput, to TargetInput, element *string, closed bool, use *control.EndUse, changedOnly bool) (*Comparison, error) {
	was, err := before.world.ask(ctx, of, to, element, closed, use)
	if err != nil {
		return nil, err
	}
	is, err := after.world.ask(ctx, of, to, element, closed, use)
	if err != nil {
		return nil, err
	}
	for _, missing := range was.who.missing {
		graphql.AddError(ctx, missing)
	}
	c := &Comparison{Before: before, After: after, NotFound: was.who.notFound, Flags: before.world.View.Flags().With(after.world.View.Flags()...)}
	moves := map[[2]exposure.Verdict]int{}
	open := opener{before.world, after.world, was.answer, is.answer}
	rows := slices.Concat(
		alignRows(open, exposure.Compare(was.firms, is.firms), func(r *exposure.Row) *standing { return &standing{firm: r} }),
		alignRows(open, exposure.CompareItems(was.items, is.items), func(r *exposure.ItemRow) *standing { return &standing{item: r} }))
	for _, r := range rows {
		c.Compared++
		if r.differ {
			c.Changed++
		}
		if r.verdict {
			c.ChangedVerdicts++
			moves[[2]exposure.Verdict{r.before.verdict(), r.after.verdict()}]++
		}
		if r.differ || !changedOnly {
			c.rows = append(c.rows, r)
		}
	}
	for move, count := range moves {
		c.moves = append(c.moves, &VerdictMove{word(move[0]), word(move[1]), count})
	}
	slices.SortFunc(c.moves, func(x, y *VerdictMove) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(orEmpty(x.Before), orEmpty(y.Before)), cmp.Compare(orEmpty(x.After), orEmpty(y.After)))
	})
	return c, nil
}

func orEmpty(v *exposure.Verdict) exposure.Verdict {
	if v == nil {
		return ""
	}
	return *v
}

// verdict is that of the row; empty where there is none.
func (s *standing) verdict() exposure.Verdict {
	switch {
	case s == nil:
		return ""
	case s.item != nil:
		return s.item.Verdict
	}
	return s.firm.Verdict
}

// opener makes the rows of two answers.
type opener struct {
	before, after *World
	was, is       *Answer
}

// alignRows turns the changes of a room into rows that are opened when they are shown.
func alignRows[R interface {
	comparable
	exposure.Answered
}](o opener, changes []exposure.Change[R], stand func(R) *standing) []aligned {
	var none R
	side := func(r R) *standing {
		if r == none {
			return nil
		}
		return stand(r)
	}
	out := make([]aligned, len(changes))
	for i, c := range changes {
		row := aligned{key: o.before.View.Key(c.Subject), subject: c.Subject, before: side(c.Before), after: side(c.After), verdict: c.Verdict, differ: c.Changed, moved: c.Moved}
		row.open = func() *SubjectComparison {
			out := &SubjectComparison{Subject: o.before.wrap(row.subject), Changed: row.differ, VerdictChanged: row.verdict,
				Moved: ShareMove{finite(row.moved.Low), finite(row.moved.High), finite(row.moved.Estimate)}}
			if row.before != nil {
				out.Before = o.before.exposure(o.was, row.before)
			}
			if row.after != nil {
				out.After = o.after.exposure(o.is, row.after)
			}
			return out
		}
		out[i] = row
	}
	return out
}

// Subjects lists the first rows: firms before items, in the order of Compare.
func (c *Comparison) Subjects(first int) []*SubjectComparison {
	shown := head(c.rows, first)
	out := make([]*SubjectComparison, len(shown))
	for i, r := range shown {
		out[i] = r.open()
	}
	return out
}

// Rows pages through the rows in the same order.
func (c *Comparison) Rows(first int, after *string) (*SubjectComparisonConnection, error) {
	s := sequence[aligned, *SubjectComparison]{
		name: "compare", elements: c.rows,
		key:  func(r aligned) string { return r.key },
		make: func(r aligned) *SubjectComparison { return r.open() },
	}
	return s.page(first, after)
}

// Moves counts the changes of verdict by what they lead from and to, the most frequent first.
func (c *Comparison) Moves(first int) []*VerdictMove { return head(c.moves, first) }

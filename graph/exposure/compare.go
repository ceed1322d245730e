package exposure

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Change is what differs between two rows, a Row of a firm or an ItemRow of an item.
type Change[R Answered] struct {
	Subject       graph.Node
	Before, After R     // nil where the subject is asked about on one side only
	Verdict       bool  // the verdict differs, or the certainty of LINKED
	Moved         Share // after less before; NaN where a number stands on one side only, 0 where on neither
	Changed       bool  // the verdict, or a number by more than 1e-9
}

// Answered is a row that two answers can be compared by.
type Answered interface {
	*Row | *ItemRow
	standing() standing
}

// standing is what is compared of a row.
type standing struct {
	subject   graph.Node
	verdict   Verdict
	certainty Certainty
	share     Share
	rank      int // in the order of verdicts
}

func (r *Row) standing() standing {
	s := standing{subject: r.Subject, verdict: r.Verdict, share: r.Share(), rank: rowRank(r)}
	if r.Line != nil {
		s.certainty = r.Line.Certainty
	}
	return s
}

func (r *ItemRow) standing() standing {
	return standing{subject: r.Item, verdict: r.Verdict, share: r.Share, rank: 10 * r.Verdict.rank()}
}

// Compare sets the rows of two answers side by side by their subject. Both answers look at one snapshot, through views that may differ
// in day, filter and scenario, or at different targets. Changed rows come first: those whose verdict differs, in the order of the verdict
// after; then the others by how far their estimate moved, those of which it stands on one side only before all. Equals are in the
// order of nodes: by kind, then by key. It costs the sorting of the rows. The rows are pointed to, not copied.
func Compare(before, after []Row) []Change[*Row] { return compare(pointers(before), pointers(after)) }

// CompareItems does the same for the rows of items.
func CompareItems(before, after []ItemRow) []Change[*ItemRow] {
	return compare(pointers(before), pointers(after))
}

func pointers[T any](rows []T) []*T {
	out := make([]*T, len(rows))
	for i := range rows {
		out[i] = &rows[i]
	}
	return out
}

func compare[R Answered](before, after []R) []Change[R] {
	at := make(map[graph.Node]int, len(after))
	var changes []Change[R]
	add := func(subject graph.Node) *Change[R] {
		i, ok := at[subject]
		if !ok {
			i = len(changes)
			at[subject] = i
			changes = append(changes, Change[R]{Subject: subject})
		}
		return &changes[i]
	}
	for _, r := range before {
		add(r.standing().subject).Before = r
	}
	for _, r := range after {
		add(r.standing().subject).After = r
	}
	ranks := make(map[graph.Node]int, len(changes))
	for i := range changes {
		ranks[changes[i].Subject] = changes[i].compare()
	}
	slices.SortFunc(changes, func(x, y Change[R]) int {
		return cmp.Or(
			compareTruths(y.Changed, x.Changed),
			compareTruths(y.Verdict, x.Verdict),
			cmp.Compare(ranks[x.Subject], ranks[y.Subject]),
			cmp.Compare(y.distance(), x.distance()),
			cmp.Compare(x.Subject, y.Subject),
		)
	})
	return changes
}

// compare fills in what differs and gives the rank: changes of verdict are in the order of what they lead to; subjects that are no
// longer asked about come last.
func (c *Change[R]) compare() int {
	if c.Before == nil || c.After == nil {
		c.Verdict, c.Changed, c.Moved = true, true, Share{math.NaN(), math.NaN(), math.NaN()}
		if c.After == nil {
			return math.MaxInt
		}
		return c.After.standing().rank
	}
	was, is := c.Before.standing(), c.After.standing()
	c.Moved = Share{moved(was.share.Low, is.share.Low), moved(was.share.High, is.share.High), moved(was.share.Estimate, is.share.Estimate)}
	c.Verdict = was.verdict != is.verdict || was.certainty != is.certainty
	still := func(x float64) bool { return math.Abs(x) <= 1e-9 } // not so when NaN
	c.Changed = c.Verdict || !still(c.Moved.Low) || !still(c.Moved.High) || !still(c.Moved.Estimate)
	if c.Verdict {
		return is.rank
	}
	return 0
}

func moved(was, is float64) float64 {
	if math.IsNaN(was) && math.IsNaN(is) {
		return 0
	}
	return is - was
}

func (c *Change[R]) distance() float64 {
	if math.IsNaN(c.Moved.Estimate) {
		return math.Inf(1)
	}
	return math.Abs(c.Moved.Estimate)
}

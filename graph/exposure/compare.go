package exposure

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Change is what differs between two rows of one firm.
type Change struct {
	Subject       graph.Node
	Before, After *Row  // nil where the firm is asked about on one side only
	Verdict       bool  // the verdict differs, or the certainty of LINKED
	Moved         Share // after less before; NaN where a number stands on one side only, 0 where on neither
	Changed       bool  // the verdict, or a number by more than 1e-9
}

// Compare sets the rows of two answers side by side by their firm. Both answers look at one snapshot, through views that may differ
// in day, filter and scenario, or at different targets. Changed rows come first: those whose verdict differs, in the order of the verdict
// after; then the others by how far their estimate moved, those of which it stands on one side only before all. Equals are in the
// order of keys. It costs the sorting of the rows. The rows are pointed to, not copied.
func Compare(before, after []Row) []Change {
	at := make(map[graph.Node]int, len(after))
	var changes []Change
	add := func(subject graph.Node) *Change {
		i, ok := at[subject]
		if !ok {
			i = len(changes)
			at[subject] = i
			changes = append(changes, Change{Subject: subject})
		}
		return &changes[i]
	}
	for i := range before {
		add(before[i].Subject).Before = &before[i]
	}
	for i := range after {
		add(after[i].Subject).After = &after[i]
	}
	for i := range changes {
		changes[i].compare()
	}
	slices.SortFunc(changes, func(x, y Change) int {
		return cmp.Or(
			compareTruths(y.Changed, x.Changed),
			compareTruths(y.Verdict, x.Verdict),
			cmp.Compare(x.rank(), y.rank()),
			cmp.Compare(y.distance(), x.distance()),
			cmp.Compare(x.Subject, y.Subject), // firms are numbered by key
		)
	})
	return changes
}

func (c *Change) compare() {
	if c.Before == nil || c.After == nil {
		c.Verdict, c.Changed, c.Moved = true, true, Share{math.NaN(), math.NaN(), math.NaN()}
		return
	}
	was, is := c.Before.Share(), c.After.Share()
	c.Moved = Share{moved(was.Low, is.Low), moved(was.High, is.High), moved(was.Estimate, is.Estimate)}
	c.Verdict = c.Before.Verdict != c.After.Verdict || c.Before.certainty() != c.After.certainty()
	still := func(x float64) bool { return math.Abs(x) <= 1e-9 } // not so when NaN
	c.Changed = c.Verdict || !still(c.Moved.Low) || !still(c.Moved.High) || !still(c.Moved.Estimate)
}

func moved(was, is float64) float64 {
	if math.IsNaN(was) && math.IsNaN(is) {
		return 0
	}
	return is - was
}

func (r *Row) certainty() Certainty {
	if r.Line == nil {
		return ""
	}
	return r.Line.Certainty
}

// rank puts changes of verdict in the order of what they lead to; firms that are no longer asked about last.
func (c *Change) rank() int {
	switch {
	case !c.Verdict:
		return 0
	case c.After == nil:
		return math.MaxInt
	}
	return rowRank(c.After)
}

func (c *Change) distance() float64 {
	if math.IsNaN(c.Moved.Estimate) {
		return math.Inf(1)
	}
	return math.Abs(c.Moved.Estimate)
}

package exposure

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Firms works out the rows of firms in the default order: by verdict, the certain chains first; then by estimate at two
// decimals; then by the share of the firm's lines at or above it; then by key. Conclusions that nothing is linked come after
// those that nobody could resolve, firms without any record last. The error is the context's.
func (a *Answer) Firms(ctx context.Context, firms []graph.Node) ([]Row, error) {
	s := a.borrow()
	defer a.scratch.Put(s)
	rows, order := make([]Row, len(firms)), make([]sortKey, len(firms))
	for i, f := range firms {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if len(s.lines) == 0 {
			s.lines = make([]Line, min(4*(len(firms)-i), 1024))
		}
		row, err := a.row(ctx, f, s)
		if err != nil {
			return nil, err
		}
		rows[i], order[i] = row, sortKey{int32(rowRank(&row)), int32(i), round(row.Share().Estimate), row.group, f}
	}
	s.lines = nil
	slices.SortFunc(order, sortKey.compare)
	out := make([]Row, len(rows))
	for i := range order {
		out[i] = rows[order[i].at]
	}
	return out, nil
}

// sortKey is what the order of a row depends on.
type sortKey struct {
	rank, at int32
	estimate float64
	group    float64
	firm     graph.Node // numbered by key
}

func (x sortKey) compare(y sortKey) int {
	switch {
	case x.rank != y.rank:
		return cmp.Compare(x.rank, y.rank)
	case x.estimate != y.estimate:
		if c := compareEstimates(x.estimate, y.estimate); c != 0 {
			return c
		}
	}
	if x.group != y.group {
		return cmp.Compare(y.group, x.group)
	}
	return cmp.Or(cmp.Compare(x.firm, y.firm), cmp.Compare(x.at, y.at))
}

func rowRank(r *Row) int {
	rank := 10 * r.Verdict.rank()
	switch {
	case r.Verdict == Linked && r.Line.Certainty == Possible:
		rank++
	case r.Flags.Has(graph.FlagNothingRecorded):
		rank += 2
	case r.Verdict == Undecided && r.Flags.Has(graph.FlagNoLinkFound):
		rank++
	}
	return rank
}

// compareLines puts a firm's strongest line first.
func (a *Answer) compareLines(x, y *Line) int {
	if c := cmp.Compare(lineRank(x), lineRank(y)); c != 0 {
		return c
	}
	if c := compareEstimates(x.Share.Estimate, y.Share.Estimate); c != 0 {
		return c
	}
	v := a.Network.View
	return cmp.Or(
		cmp.Compare(y.Share.Low, x.Share.Low),
		cmp.Compare(v.Key(x.Item), v.Key(y.Item)),
		cmp.Compare(v.Key(x.Firm), v.Key(y.Firm)),
	)
}

func lineRank(l *Line) int {
	r := 10 * l.Verdict.rank()
	if l.Verdict == Linked && l.Certainty == Possible || l.Verdict == Undecided && l.Flags.Has(graph.FlagNoLinkFound) {
		r++
	}
	return r
}

// compareEstimates puts the larger first and what is not known last.
func compareEstimates(x, y float64) int {
	switch {
	case math.IsNaN(x) && math.IsNaN(y):
		return 0
	case math.IsNaN(x):
		return 1
	case math.IsNaN(y):
		return -1
	}
	return cmp.Compare(y, x)
}

func round(x float64) float64 { return math.Round(x*100) / 100 }

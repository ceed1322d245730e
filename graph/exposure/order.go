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
	rows := make([]Row, len(firms))
	for i, f := range firms {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		rows[i] = a.Firm(f)
	}
	slices.SortStableFunc(rows, a.compareRows)
	return rows, nil
}

func (a *Answer) compareRows(x, y Row) int {
	return cmp.Or(
		cmp.Compare(rowRank(&x), rowRank(&y)),
		compareEstimates(round(x.Share().Estimate), round(y.Share().Estimate)),
		cmp.Compare(y.group, x.group),
		cmp.Compare(a.Network.View.Key(x.Subject), a.Network.View.Key(y.Subject)),
	)
}

func rowRank(r *Row) int {
	rank := 10 * verdictRank[r.Verdict]
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
func (a *Answer) compareLines(x, y Line) int {
	rank := func(l *Line) int {
		r := 10 * verdictRank[l.Verdict]
		if l.Verdict == Linked && l.Certainty == Possible || l.Verdict == Undecided && l.Flags.Has(graph.FlagNoLinkFound) {
			r++
		}
		return r
	}
	v := a.Network.View
	return cmp.Or(
		cmp.Compare(rank(&x), rank(&y)),
		compareEstimates(x.Share.Estimate, y.Share.Estimate),
		cmp.Compare(y.Share.Low, x.Share.Low),
		cmp.Compare(v.Key(x.Item), v.Key(y.Item)),
		cmp.Compare(v.Key(x.Firm), v.Key(y.Firm)),
	)
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

package exposure

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// GapKind says what is missing.
type GapKind string

// The kinds of gaps.
const (
	ShareNotStated    GapKind = "SHARE_NOT_STATED"    // sellers are named, but not how much each of them sells
	SellerNotRecorded GapKind = "SELLER_NOT_RECORDED" // nobody is on record for a need, or for a part of it
	RecipeNotRecorded GapKind = "RECIPE_NOT_RECORDED" // what is needed to make an item is not on record
	PlaceNotSettled   GapKind = "PLACE_NOT_SETTLED"   // plants inside and outside the target, and how much each makes is not proven
)

// Gap is a missing fact that bears on a row.
type Gap struct {
	Kind  GapKind
	Firm  graph.Node
	Item  graph.Node
	Swing float64 // by how much the low or high of the row's deciding line would move, at most, if this fact alone were known
	Shift float64 // by how much its estimate would; an estimate of which nothing is known counts from 0
	Links int     // needs and sales between the row and the gap, on the shortest way
	Flips bool    // knowing it could change the row's verdict
	Rows  []graph.RowRef
	other float64 // by how much the estimate of any line of the row would move
}

// gapBudget is how many equations are evaluated for the gaps of one row, at most.
const gapBudget = 4_000_000

// Gaps ranks the missing facts behind a firm's row by how much each alone could narrow the deciding line; then by how much it could
// move its estimate; then those that could change the row's verdict first; then by how much they could move any other line; then the
// nearest; then by key. Facts that could neither move the deciding line nor change the verdict are left out.
//
// What a fact could do is found by filling it in and solving again, at the ends of what it may say: each seller without a share has
// all of the mass that nobody states, or all have equal parts, or none has any; somebody not on record has it, who is in the target or
// is safe; what a recipe needs comes from the target, or is safe; an output lies in the target wholly, or not at all. The
// numbers move one way with each of these, so nothing that the fact may say moves low and high by more. With closed sellers, nobody
// who is not on record comes in where some are. A seller that is found may also show that a firm makes further steps itself; that is
// not counted.
//
// What the row hangs on is solved once, and for each filling what hangs on its part is solved again: O(gaps · sellers · links between the
// row and the gap). Where that is more than a bound, the nearest gaps are looked at, and complete is false; at least one always is. The
// error is the context's.
func (a *Answer) Gaps(ctx context.Context, firm graph.Node, limit int) (gaps []Gap, complete bool, err error) {
	row := a.Firm(firm)
	if row.Line == nil {
		return nil, true, nil
	}
	c := a.closureOf(&row)
	before, err := c.solve(ctx)
	if err != nil {
		return nil, false, err
	}
	complete = true
	for budget, i := gapBudget, 0; i < len(c.order); i++ {
		if ctx.Err() != nil {
			return nil, false, context.Cause(ctx)
		}
		kind, fillings := c.fillings(c.order[i])
		if len(fillings) == 0 {
			continue
		}
		if err := c.affect(ctx, c.order[i]); err != nil {
			return nil, false, err
		}
		if budget -= len(fillings) * len(c.affected); budget < 0 && i > 0 {
			complete = false
			break
		}
		gap := c.gap(c.order[i], kind)
		if err := c.weigh(ctx, &gap, c.order[i], before, fillings); err != nil {
			return nil, false, err
		}
		if gap.Flips || gap.Swing > 1e-9 || gap.Shift > 1e-9 {
			gaps = append(gaps, gap)
		}
	}
	v := a.Network.View
	slices.SortStableFunc(gaps, func(x, y Gap) int {
		return cmp.Or(
			cmp.Compare(round(y.Swing), round(x.Swing)),
			cmp.Compare(round(y.Shift), round(x.Shift)),
			compareTruths(y.Flips, x.Flips),
			cmp.Compare(round(y.other), round(x.other)),
			cmp.Compare(x.Links, y.Links),
			cmp.Compare(v.Key(x.Firm), v.Key(y.Firm)),
			cmp.Compare(v.Key(x.Item), v.Key(y.Item)),
			cmp.Compare(x.Kind, y.Kind),
		)
	})
	return gaps[:min(max(limit, 0), len(gaps))], complete, nil
}

func compareTruths(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}

// filling is what a missing fact may say: it changes the equation of a node or, without change, its membership where it has one. A
// seller on record where there was none also tells which of several inputs is taken.
type filling struct {
	change func(eq *equation)
	member graph.Membership
	seller bool
}

// fillings lists the ends of what the fact that a part lacks may say; none where it lacks nothing.
func (c *closure) fillings(part int32) (GapKind, []filling) {
	p := &c.Network.Parts[part]
	eq := &c.Answer.system.equations[part]
	member := c.Answer.member(part)
	all := func(node int32) filling {
		return filling{change: func(eq *equation) { *eq = equation{rule: solve.Worst, terms: []term{{node: node}}} }}
	}
	switch {
	case p.Kind == chain.Line:
		return c.lineFillings(eq)
	case eq.rule == solve.Open && len(p.Needs) == 0:
		return RecipeNotRecorded, []filling{all(c.target), all(c.safe)}
	case member.High > member.Low:
		return PlaceNotSettled, []filling{{member: graph.Membership{Low: 1, Estimate: 1, High: 1}}, {}}
	}
	return "", nil
}

func (c *closure) lineFillings(eq *equation) (GapKind, []filling) {
	closed := c.Answer.system.closed
	left, unstated := 1.0, 0
	for _, t := range eq.terms {
		if math.IsNaN(t.share) {
			unstated++
		} else {
			left -= t.share
		}
	}
	if left < 1e-9 || closed && unstated == 0 && len(eq.terms) > 0 {
		return "", nil
	}
	// fill states the share of the seller at a place among those without one, and what somebody not on record has.
	fill := func(share func(at int) float64, others ...term) filling {
		return filling{seller: len(eq.terms) == 0 && len(others) > 0, change: func(eq *equation) {
			var terms []term
			at := 0
			for _, t := range eq.terms {
				if math.IsNaN(t.share) {
					t.share = share(at)
					at++
				}
				if t.share > 0 {
					terms = append(terms, t)
				}
			}
			eq.terms, eq.market = append(terms, others...), true // what nobody has comes from the market, also to a firm that makes it
		}}
	}
	none := func(int) float64 { return 0 }
	kind, fillings := SellerNotRecorded, []filling(nil)
	if unstated > 0 {
		kind = ShareNotStated
		for one := range unstated {
			fillings = append(fillings, fill(func(at int) float64 {
				if at == one {
					return left
				}
				return 0
			}))
		}
		fillings = append(fillings, fill(func(int) float64 { return left / float64(unstated) }))
	}
	if !closed || len(eq.terms) == 0 {
		fillings = append(fillings, fill(none), fill(none, term{node: c.target, share: left}), fill(none, term{node: c.safe, share: left}))
	}
	return kind, fillings
}

func (c *closure) gap(part int32, kind GapKind) Gap {
	p := &c.Network.Parts[part]
	gap := Gap{Kind: kind, Firm: p.Firm, Item: p.Item, Links: c.links(part), Rows: p.Rows}
	for i := range p.Suppliers {
		if s := &p.Suppliers[i]; !s.Stated() || s.Possible {
			gap.Rows = append(slices.Clip(gap.Rows), s.Rows...)
		}
	}
	return gap
}

// weigh finds what the fillings of a gap do to the row.
func (c *closure) weigh(ctx context.Context, gap *Gap, part int32, before *rowState, fillings []filling) error {
	for _, fill := range fillings {
		after, err := c.fill(ctx, part, fill)
		if err != nil {
			return err
		}
		gap.Swing = max(gap.Swing, math.Abs(after.low-before.low), math.Abs(after.high-before.high))
		gap.Shift = max(gap.Shift, math.Abs(after.estimates[0]-before.estimates[0]))
		for i, e := range after.estimates {
			gap.other = max(gap.other, math.Abs(e-before.estimates[i]))
		}
		gap.Flips = gap.Flips || after.verdict != before.verdict
	}
	return nil
}

package exposure

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// FlipPoint is the share at which a verdict changes while all else stays.
type FlipPoint struct {
	Firm, Item graph.Node // the line whose stated share it is; for a figure NoNode, and the item under which it is published
	Seller     graph.Node // NoNode for a figure
	Stage      graph.Stage
	Figure     *market.Publication // nil for a stated share; From and To are then the target's part of it

	From, To      float64
	Beyond        bool // the verdict holds at To itself and changes on the other side of it
	Before, After Verdict
	Rows          []graph.RowRef
}

// Distance is how far the share is from where the verdict changes.
func (p *FlipPoint) Distance() float64 { return math.Abs(p.To - p.From) }

// Flips says on which share a verdict hangs.
type Flips struct {
	Nearest  *FlipPoint // nil where no single share changes the verdict
	Tried    int        // stated shares and figures that the row hangs on
	Complete bool       // false where there are more than a bound: the nearest in the chain were tried
}

const (
	mostShares = 300
	flipStep   = 1e-6 // how far beside a point the verdict is looked at
	flipTo     = 1e-9 // how closely a flip point between two ends is found
)

// Flip finds, of all stated shares of sales and all figures of the world market that a firm's row hangs on, the one that least has to be
// other than stated for the row's verdict to change. A share of a sale may lie between 0 and what the other stated shares of the line
// leave; what it gives up is unknown. Shares that were scaled count as scaled. Sales stated as nothing are not tried. A figure is the target's part of a publication, between 0
// and 1.
//
// Verdicts ask whether something is above 0 or wholly safe, and the numbers move one way with each share: the verdict changes at an end of
// what the share may be, right beside where it is, or at one point between, which bisection finds. Ties are in the order of the
// chain, figures last. It costs a few solves of what the row hangs on for each share. The error is the context's.
func (a *Answer) Flip(ctx context.Context, firm graph.Node) (*Flips, error) {
	row := a.Firm(firm)
	out := &Flips{Complete: true}
	if row.Line == nil {
		return out, nil
	}
	c := a.closureOf(&row)
	suppositions := append(c.statedShares(), c.figures()...)
	if len(suppositions) > mostShares {
		suppositions, out.Complete = suppositions[:mostShares], false
	}
	for i := range suppositions {
		s := &suppositions[i]
		s.point.Before = row.Verdict
		out.Tried++
		found, err := s.search(ctx)
		if err != nil {
			return nil, err
		}
		if found && (out.Nearest == nil || s.point.Distance() < out.Nearest.Distance()) {
			out.Nearest = &s.point
		}
	}
	return out, nil
}

// supposition is a share that could be other than it is stated.
type supposition struct {
	point FlipPoint
	most  float64 // it lies between 0 and this
	solve func(ctx context.Context, share float64) (*rowState, error)
}

// search finds the nearest share at which the verdict changes.
func (s *supposition) search(ctx context.Context) (bool, error) {
	if ctx.Err() != nil {
		return false, context.Cause(ctx)
	}
	found := false
	for _, end := range []float64{0, s.most} {
		room := math.Abs(end - s.point.From)
		if room < flipTo {
			continue
		}
		to, beyond, after, err := s.towards(ctx, end)
		if err != nil {
			return false, err
		}
		if after != s.point.Before && (!found || math.Abs(to-s.point.From) < s.point.Distance()) {
			found = true
			s.point.To, s.point.Beyond, s.point.After = to, beyond, after
		}
	}
	return found, nil
}

// towards looks for the change between the share as it is and an end. After is the verdict as it was where there is none.
func (s *supposition) towards(ctx context.Context, end float64) (to float64, beyond bool, after Verdict, err error) {
	from, before := s.point.From, s.point.Before
	step := min(flipStep, math.Abs(end-from)/2)
	if end < from {
		step = -step
	}
	verdict := func(share float64) Verdict {
		if err != nil {
			return before
		}
		var state *rowState
		if state, err = s.solve(ctx, share); err != nil {
			return before
		}
		return state.verdict
	}
	if after = verdict(from + step); after != before {
		return from, true, after, err
	}
	last := verdict(end)
	if last == before || err != nil {
		return end, false, before, err
	}
	if verdict(end-step) == before {
		return end, false, last, err
	}
	held, changed := from+step, end-step
	for math.Abs(changed-held) > flipTo && err == nil {
		middle := (held + changed) / 2
		if verdict(middle) == before {
			held = middle
		} else {
			changed = middle
		}
	}
	return changed, false, verdict(changed), err
}

// statedShares lists the stated shares of the lines of the closure, the nearest first.
func (c *closure) statedShares() []supposition {
	var out []supposition
	for _, part := range c.order {
		p := &c.Network.Parts[part]
		if p.Kind != chain.Line {
			continue
		}
		raw, sellers := rawShares(p)
		total := 0.0
		for _, share := range raw {
			if !math.IsNaN(share) {
				total += share
			}
		}
		for i, share := range raw {
			if math.IsNaN(share) {
				continue
			}
			at := i
			out = append(out, supposition{
				point: FlipPoint{Firm: p.Firm, Item: p.Item, Seller: sellers[i].Firm, Stage: c.Network.View.Stage(p.Item), From: share, Rows: sellers[i].Rows},
				most:  max(share, 1-(total-share)),
				solve: func(ctx context.Context, share float64) (*rowState, error) {
					other := slices.Clone(raw)
					other[at] = share
					fill := filling{change: func(eq *equation) { restate(eq, c.Answer.system.closed, other, sellers) }}
					return c.fill(ctx, part, fill)
				},
			})
		}
	}
	return out
}

// rawShares lists the sellers of a line that its equation has terms for, with their shares as they are stated.
func rawShares(p *chain.Part) (shares []float64, sellers []*chain.Supplier) {
	for i := range p.Suppliers {
		s := &p.Suppliers[i]
		share := s.Share
		if s.Possible {
			share = math.NaN()
		}
		if share != 0 {
			shares, sellers = append(shares, share), append(sellers, s)
		}
	}
	return shares, sellers
}

// restate gives the terms of a line other shares. Sellers known to be all there are make up the whole; a firm that is left with its
// own making serves itself.
func restate(eq *equation, closed bool, shares []float64, sellers []*chain.Supplier) {
	total, unstated, own, others := 0.0, false, false, false
	for _, share := range shares {
		if math.IsNaN(share) {
			unstated = true
		} else {
			total += share
		}
	}
	var terms []term
	for i, t := range eq.terms {
		if t.share = shares[i]; closed && !unstated && total > 0 {
			t.share /= total
		}
		if t.share != 0 {
			terms = append(terms, t)
			own, others = own || sellers[i].Own, others || !sellers[i].Own
		}
	}
	if eq.terms = terms; own && !others {
		eq.market = false
	}
}

// figures lists the publications that decide what lines of the closure meet in the world market, by stage, item and source.
func (c *closure) figures() []supposition {
	var out []supposition
	seen := map[*market.Publication]bool{}
	items := map[graph.Node]bool{}
	add := func(item graph.Node) {
		m := c.Market.Of(item)
		if m.Figure == nil || seen[m.Figure.Publication] || !c.asksOf(item) {
			return
		}
		p := m.Figure.Publication
		seen[p] = true
		rows := make([]graph.RowRef, len(p.Rows))
		for i, row := range p.Rows {
			rows[i] = c.Network.View.Shares.Row(row)
		}
		out = append(out, supposition{
			point: FlipPoint{Firm: graph.NoNode, Item: p.Item, Seller: graph.NoNode, Stage: p.Stage, Figure: p, From: m.Here, Rows: rows},
			most:  1,
			solve: func(ctx context.Context, share float64) (*rowState, error) { return c.supposeFigure(ctx, p, share) },
		})
	}
	var queue []graph.Node
	for _, part := range c.order {
		if p := &c.Network.Parts[part]; c.Answer.system.equations[part].market && !items[p.Item] {
			items[p.Item] = true
			queue = append(queue, p.Item)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		add(queue[0])
		for _, input := range c.Market.Of(queue[0]).Requirement.Inputs {
			if !items[input] {
				items[input] = true
				queue = append(queue, input)
			}
		}
	}
	v := c.Network.View
	slices.SortStableFunc(out, func(x, y supposition) int {
		return cmp.Or(cmp.Compare(x.point.Stage, y.point.Stage), cmp.Compare(v.Key(x.point.Item), v.Key(y.point.Item)),
			cmp.Compare(v.Key(x.point.Figure.Source), v.Key(y.point.Figure.Source)))
	})
	return out
}

// supposeFigure solves with another share of a publication.
func (c *closure) supposeFigure(ctx context.Context, p *market.Publication, share float64) (*rowState, error) {
	m, err := c.Market.Suppose(ctx, p, share)
	if err != nil {
		return nil, err
	}
	return c.inMarket(ctx, m)
}

package composition

import (
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Presence says whether an item holds something at all.
type Presence string

// The values of Presence. Where nothing on record carries an element into an item, its presence is empty.
const (
	Present  Presence = "PRESENT"  // by an unbroken chain of essential rows
	Possible Presence = "POSSIBLE" // by a chain with an optional row, or through some kinds of a class only
)

// cell is what one item holds of one thing.
type cell struct {
	amount     graph.Interval // meaningless unless quantified
	sure       uint8          // weakest row of the best unbroken chain of essential rows, 0 where there is none
	maybe      uint8          // weakest row of the best chain of any rows; 0 where the item does not hold the thing
	quantified bool           // some chain is quantified
	missing    bool           // some quantity that counts is not
	middle     bool           // some row gives the middle; else it is 0, and means something only where nothing is missing
}

// Ranks of a chain: 1 for rows without a confidence, then LOW, MEDIUM and HIGH; one more for the thing itself.
const (
	rankNone   = 0
	rankHigh   = 4
	rankItself = 5
)

func (c *cell) presence() Presence {
	switch {
	case c.sure > 0:
		return Present
	case c.maybe > 0:
		return Possible
	}
	return ""
}

// confidence is that of the chain which carries the presence.
func (c *cell) confidence() graph.Confidence {
	rank := c.sure
	if rank == rankNone {
		rank = c.maybe
	}
	switch rank {
	case 2:
		return graph.ConfidenceLow
	case 3:
		return graph.ConfidenceMedium
	case rankHigh, rankItself:
		return graph.ConfidenceHigh
	}
	return ""
}

func (c *cell) kilograms() graph.Interval {
	if !c.quantified {
		return graph.Unknown()
	}
	amount := c.amount
	if c.missing && !c.middle {
		amount.Mid = math.NaN()
	}
	return amount
}

// column works out what every item of the book holds of the bases, one unit of which holds one unit. It returns the cells by place.
func (b *book) column(ctx context.Context, bases ...graph.Node) ([]cell, error) {
	cells := make([]cell, len(b.items))
	for _, base := range bases {
		if at := b.place[base]; at >= 0 {
			cells[at] = cell{amount: graph.Exactly(1), sure: rankItself, maybe: rankItself, quantified: true, middle: true}
		}
	}
	for i := range b.items {
		if i&4095 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if cells[i].maybe > 0 {
			continue
		}
		if r := &b.recipes[i]; len(r.kinds) > 0 {
			cells[i] = b.overKinds(r, cells)
		} else if len(r.rows) > 0 {
			cells[i] = b.overRows(r, cells)
		}
	}
	return cells, nil
}

// overRows adds up the inputs of an item, group by group.
func (b *book) overRows(r *recipe, cells []cell) cell {
	var out cell
	for g := range r.groups {
		b.addGroup(&out, r, &r.groups[g], cells)
	}
	return out
}

func (b *book) addGroup(out *cell, r *recipe, g *group, cells []cell) {
	var highs []float64
	optional := math.Inf(-1) // the largest middle among rows of which none is essential
	for _, i := range g.rows {
		in := &r.rows[i]
		held := &cells[b.place[in.input]]
		if held.maybe == 0 {
			continue
		}
		out.maybe = max(out.maybe, min(in.rank+1, held.maybe))
		if in.essential && held.sure > 0 {
			out.sure = max(out.sure, min(in.rank+1, held.sure))
		}
		counts := in.essential || !g.stated
		out.missing = out.missing || counts && (held.missing || !in.stated)
		if !held.quantified || !in.stated {
			continue
		}
		out.quantified = true
		amount := in.quantity.Times(held.amount)
		highs = append(highs, amount.High)
		switch {
		case in.essential:
			out.amount.Low += amount.Low
			out.amount.Mid += amount.Mid
			out.middle = out.middle || held.middle
		case g.needed == 0 && !g.named:
			optional = max(optional, amount.Mid)
			out.middle = out.middle || held.middle
		}
	}
	if !math.IsInf(optional, -1) {
		out.amount.Mid += optional
	}
	out.amount.High += largest(highs, max(g.needed, 1))
}

// overKinds spans the kinds of a class. A kind that holds the thing only possibly, at an amount not known, can be without it.
func (b *book) overKinds(r *recipe, cells []cell) cell {
	out := cell{sure: rankHigh, middle: true}
	spanned, without := false, false
	span := func(amount graph.Interval) {
		if spanned {
			amount = out.amount.Or(amount)
		}
		out.amount, spanned = amount, true
	}
	for _, l := range r.kinds {
		at := b.place[l.kind]
		kind := &cells[at]
		out.sure = min(out.sure, kind.sure)
		out.maybe = max(out.maybe, min(kind.maybe, rankHigh))
		out.missing = out.missing || kind.missing || !b.known[at]
		switch {
		case kind.quantified:
			out.quantified = true
			span(kind.kilograms())
		case kind.maybe > 0:
			out.missing = true
			without = without || kind.sure == 0
		case b.known[at]:
			span(graph.Exactly(0))
		}
	}
	if out.maybe == 0 {
		return cell{}
	}
	if without && out.amount.Low != 0 {
		out.amount.Low, out.amount.Mid = 0, math.NaN()
	}
	return out
}

// largest adds the n largest numbers, unknown ones before all others.
func largest(numbers []float64, n int) float64 {
	if len(numbers) > n {
		slices.SortFunc(numbers, func(x, y float64) int {
			switch {
			case x > y || math.IsNaN(x) && !math.IsNaN(y):
				return -1
			case x < y || math.IsNaN(y) && !math.IsNaN(x):
				return 1
			}
			return 0
		})
		numbers = numbers[:n]
	}
	sum := 0.0
	for _, x := range numbers {
		sum += x
	}
	return sum
}

package exposure

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// tolerance is how far the numbers may be from the least solution.
const tolerance = 1e-12

// term is one link of the system, from a buyer to a supplier. A share that is NaN is not stated.
type term struct {
	node  int32
	link  linkKind
	share float64
}

// linkKind says how a chain on record passes a link.
type linkKind uint8

const (
	sale     linkKind = 1 << iota // from firm to firm: one link long; others are none
	possible                      // through a class, or one of several recipes
	silent                        // no chain passes
)

// equation is the rule of one node.
type equation struct {
	rule   solve.Rule
	market bool       // what a sum leaves meets the world market
	item   graph.Node // of this item
	terms  []term
}

// system is a network as equations; see the package comment.
type system struct {
	equations []equation
	closed    bool // the terms of a sum are complete: a rest falls to those without a share
	each      bool // the world market answers each node by itself, not each item
}

// compile lays the equations out for the solver. The error is the context's.
func (s *system) compile(ctx context.Context) (*solve.Graph, error) {
	n, links := len(s.equations), 0
	for i := range s.equations {
		links += len(s.equations[i].terms)
	}
	out := &solve.System{
		Rules: make([]solve.Rule, n), Assumed: make([]int32, n),
		Buyer: make([]int32, 0, links), Supplier: make([]int32, 0, links), Share: make([]float64, 0, links),
	}
	if s.closed {
		out.Closed = make([]bool, n)
	}
	for i := range s.equations {
		eq := &s.equations[i]
		if out.Rules[i], out.Assumed[i] = eq.rule, -1; eq.market {
			if out.Assumed[i] = int32(eq.item); s.each {
				out.Assumed[i] = int32(i)
			}
		}
		if s.closed {
			out.Closed[i] = true
		}
		for _, t := range eq.terms {
			out.Buyer, out.Supplier, out.Share = append(out.Buyer, int32(i)), append(out.Supplier, t.node), append(out.Share, t.share)
		}
	}
	return solve.Compile(ctx, out)
}

// row is an equation as the solver takes it in the place of that of a node.
func (s *system) row(node int32, eq *equation) solve.Row {
	row := solve.Row{Node: node, Rule: eq.rule, Closed: s.closed, Assumed: -1}
	if eq.market {
		row.Assumed = int32(eq.item)
	}
	for _, t := range eq.terms {
		row.Supplier, row.Share = append(row.Supplier, t.node), append(row.Share, t.share)
	}
	return row
}

// assumptions are what the world market answers for every item.
func assumptions(m *market.Solution) []solve.Assumption {
	out := make([]solve.Assumption, len(m.Values))
	for i := range m.Values {
		out[i] = solve.Assumption{Estimate: m.Values[i].Estimate, Resolved: m.Values[i].Resolved}
	}
	return out
}

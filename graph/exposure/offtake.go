package exposure

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// sellersEach is how many sellers are looked at for one need. A sale acts through the seller's own dependence alone, so that none is
// better than the one with the least; the second serves a second step of a plan.
const sellersEach = 2

// PossibleSales lists sales that are not on record, between firms that are: for each need that the rows of firms hang on and that meets
// the world market, wholly or in part, the two makers of just that item outside the target whose own estimate is least. Makers that sell
// it to the firm already, that are of its group, or whose own supply is not known throughout are left out. Those that serve the nearest
// needs come first, then those of the least estimate, then in the order of keys. Whether the two would agree, and how much the maker
// could sell, is not asked. The error is the context's.
func (a *Answer) PossibleSales(ctx context.Context, firms []graph.Node) ([]Candidate, error) {
	o := &offtakes{Answer: a, seen: map[wanted]int{}, sellers: map[graph.Node][]int32{}}
	for i := range a.Network.Parts {
		o.offer(int32(i))
	}
	for _, f := range firms {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		row := a.Firm(f)
		c := a.closureOf(&row)
		for _, part := range c.order {
			if p := &a.Network.Parts[part]; p.Kind == chain.Line && a.system.equations[part].market {
				o.want(p, c.links(part))
			}
		}
	}
	return o.candidates(), nil
}

type wanted struct{ buyer, item graph.Node }

type offtakes struct {
	*Answer
	wants   []wanted
	seen    map[wanted]int // how far from the nearest of the firms
	sellers map[graph.Node][]int32
}

// offer takes an output that is made outside the target, of a supply that is known throughout.
func (o *offtakes) offer(part int32) {
	p, v := &o.Network.Parts[part], o.Values(part)
	if p.Kind == chain.Output && !p.Graded && !p.Gone && o.memberAt[part] == 0 && v.Resolved >= 1-1e-9 {
		o.sellers[p.Item] = append(o.sellers[p.Item], part)
	}
}

// want takes a line, so far from one of the firms.
func (o *offtakes) want(line *chain.Part, links int) {
	w := wanted{line.Firm, line.Item}
	at, again := o.seen[w]
	if !again {
		o.wants = append(o.wants, w)
	}
	if !again || links < at {
		o.seen[w] = links
	}
}

func (o *offtakes) candidates() []Candidate {
	type sale struct {
		wanted
		seller   graph.Node
		links    int
		estimate float64
		row      graph.RowRef
	}
	v := o.Network.View
	var sales []sale
	for _, w := range o.wants {
		var found []sale
		for _, part := range o.sellers[w.item] {
			if p := &o.Network.Parts[part]; len(p.Rows) > 0 && !o.serves(p.Firm, w) {
				found = append(found, sale{w, p.Firm, o.seen[w], shareOf(o.Values(part)).Estimate, p.Rows[0]})
			}
		}
		slices.SortFunc(found, func(x, y sale) int {
			return cmp.Or(cmp.Compare(x.estimate, y.estimate), cmp.Compare(x.seller, y.seller)) // firms are numbered by key
		})
		sales = append(sales, found[:min(len(found), sellersEach)]...)
	}
	slices.SortStableFunc(sales, func(x, y sale) int {
		return cmp.Or(cmp.Compare(x.links, y.links), cmp.Compare(x.estimate, y.estimate),
			cmp.Compare(v.Key(x.buyer), v.Key(y.buyer)), cmp.Compare(v.Key(x.item), v.Key(y.item)), cmp.Compare(x.seller, y.seller))
	})
	out := make([]Candidate, len(sales))
	for i, s := range sales {
		add := &graph.Addition{Start: graph.MinDay, Sale: &graph.AddedSale{Supplier: s.seller, Buyer: s.buyer, Item: s.item, Share: math.NaN()}}
		out[i] = Candidate{Row: s.row, Edits: []graph.Edit{{Add: add}}}
	}
	return out
}

// serves tells whether a firm is of the buyer's group, or sells it the item already.
func (o *offtakes) serves(seller graph.Node, w wanted) bool {
	holds := func(holder, held graph.Node) bool {
		return slices.ContainsFunc(o.Network.Held(holder), func(h graph.HeldFirm) bool { return h.Firm == held })
	}
	if seller == w.buyer || holds(seller, w.buyer) || holds(w.buyer, seller) {
		return true
	}
	line, ok := o.Network.LineOf(w.buyer, w.item)
	return ok && slices.ContainsFunc(o.Network.Parts[line].Suppliers, func(s chain.Supplier) bool { return s.Firm == seller })
}

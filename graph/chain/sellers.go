package chain

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// inferSellers makes sure that every active sale has outputs behind it: a sale is evidence of an output of its seller.
func (b *builder) inferSellers() {
	rank := make([]int32, b.v.Items())
	for i, item := range b.v.Order() {
		rank[item] = int32(i)
	}
	order := make([]int32, len(b.list))
	for i := range order {
		order[i] = int32(i)
	}
	// Grades come before their classes, so that a seller known for a grade is not also inferred to make the class.
	order, starts := distribute(order, len(rank), func(n int32) int { return int(rank[b.list[n].item]) })
	for i := range rank {
		if sales := order[starts[i]:starts[i+1]]; len(sales) > 0 {
			b.inferItem(sales)
		}
	}
}

// inferItem finds the sellers of one item that have nothing to sell before it gives any of them an output, so that it does not
// matter which of them comes first. What a seller also buys it passes on.
func (b *builder) inferItem(sales []int32) {
	lacking := slices.DeleteFunc(sales, func(i int32) bool { return b.sells(&b.list[i]) })
	for _, i := range lacking {
		s := &b.list[i]
		k := pair{s.seller, s.item}
		if _, ok := b.outputs.find(k.firm, k.item); ok {
			continue
		}
		why := graph.FlagSellerInferred
		if b.sales.buys(k.firm, k.item) {
			why = graph.FlagPassedOn
		}
		p := b.output(s.seller, s.item)
		b.Parts[p].Flags, b.Parts[p].Rows, b.since[p] = graph.Flags{why}, []graph.RowRef{s.row}, s.edit
		b.place(&b.Parts[p])
	}
}

// sells tells whether there are outputs that a sale may come from.
func (b *builder) sells(s *sale) bool {
	b.outputsAt = b.sellerOutputs(b.outputsAt[:0], s)
	return len(b.outputsAt) > 0
}

// sellerOutputs appends the outputs that a sale of an item may come from: the seller's own output of the item, made, passed on or
// inferred; its outputs of grades of the item; or those of the firms it holds. There are none when the scenario removes them.
func (b *builder) sellerOutputs(made []int32, s *sale) []int32 {
	k := pair{s.seller, s.item}
	if p, ok := b.outputs.find(k.firm, k.item); ok {
		return append(made, p)
	}
	if b.gone[k] || b.sales.buys(k.firm, k.item) {
		return made
	}
	if made = b.outputsBelow(made, s.seller, s.item); len(made) > 0 {
		return made
	}
	for _, h := range b.Held(s.seller) {
		if p, ok := b.outputs.find(h.Firm, s.item); ok {
			made = append(made, p)
		} else {
			made = b.outputsBelow(made, h.Firm, s.item)
		}
	}
	return made
}

func (b *builder) outputsBelow(made []int32, firm, class graph.Node) []int32 {
	for _, grade := range b.v.Below(class) {
		if p, ok := b.outputs.find(firm, grade); ok {
			made = append(made, p)
		}
	}
	return made
}

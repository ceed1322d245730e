package chain

import (
	"cmp"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// inferSellers makes sure that every active sale has outputs behind it: a sale is evidence of an output of its seller.
func (b *builder) inferSellers() {
	rank := make([]int32, b.v.Items())
	for i, item := range b.v.Order() {
		rank[item] = int32(i)
	}
	order := make([]int, len(b.list))
	for i := range order {
		order[i] = i
	}
	// Grades come before their classes, so that a seller known for a grade is not also inferred to make the class.
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Compare(rank[b.list[x].item], rank[b.list[y].item])
	})
	for len(order) > 0 {
		item := b.list[order[0]].item
		n := 1
		for n < len(order) && b.list[order[n]].item == item {
			n++
		}
		b.inferItem(order[:n])
		order = order[n:]
	}
}

// inferItem finds the sellers of one item that have nothing to sell before it gives any of them an output, so that it does not
// matter which of them comes first. What a seller also buys it passes on.
func (b *builder) inferItem(sales []int) {
	lacking := slices.DeleteFunc(slices.Clone(sales), func(i int) bool { return len(b.sellerOutputs(&b.list[i])) > 0 })
	for _, i := range lacking {
		s := &b.list[i]
		k := pair{s.seller, s.item}
		if _, ok := b.outputs[k]; ok {
			continue
		}
		why := graph.FlagSellerInferred
		if b.sales[k] != nil {
			why = graph.FlagPassedOn
		}
		p := b.output(s.seller, s.item)
		b.Parts[p].Flags, b.Parts[p].Rows, b.since[p] = graph.Flags{why}, []graph.RowRef{s.row}, s.edit
		b.place(&b.Parts[p])
	}
}

// sellerOutputs lists the outputs that a sale of an item may come from: the seller's own output of the item, made, passed on or
// inferred; its outputs of grades of the item; or those of the firms it holds. There are none when the scenario removes them.
func (b *builder) sellerOutputs(s *sale) []int32 {
	k := pair{s.seller, s.item}
	if p, ok := b.outputs[k]; ok {
		return []int32{p}
	}
	if b.gone[k] || b.sales[k] != nil {
		return nil
	}
	made := b.outputsBelow(s.seller, s.item)
	if len(made) > 0 {
		return made
	}
	for _, h := range b.Held(s.seller) {
		if p, ok := b.outputs[pair{h.Firm, s.item}]; ok {
			made = append(made, p)
		} else {
			made = append(made, b.outputsBelow(h.Firm, s.item)...)
		}
	}
	return made
}

func (b *builder) outputsBelow(firm, class graph.Node) []int32 {
	var made []int32
	for _, grade := range b.v.Below(class) {
		if p, ok := b.outputs[pair{firm, grade}]; ok {
			made = append(made, p)
		}
	}
	return made
}

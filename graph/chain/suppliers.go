package chain

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// line finds or opens the line of a firm and item.
func (b *builder) line(firm, item graph.Node, own bool) int32 {
	k := pair{firm, item}
	p, ok := b.lines[k]
	if !ok {
		p = int32(len(b.Parts))
		b.lines[k] = p
		b.Parts = append(b.Parts, Part{Kind: Line, Firm: firm, Item: item})
		b.pending = append(b.pending, p)
	}
	b.Parts[p].Own = b.Parts[p].Own || own
	return p
}

// serve finds the suppliers of a line: the firm's own making first, then named sellers by their key.
func (b *builder) serve(line int32) {
	firm, item := b.Parts[line].Firm, b.Parts[line].Item
	suppliers := b.scratch[:0]
	if own, ok := b.ownMaking(firm, item); ok {
		suppliers = append(suppliers, own)
	}
	suppliers = b.sellers(suppliers, firm, item)
	flags := b.Parts[line].Flags
	total := 0.0
	for _, s := range suppliers {
		for _, row := range s.Rows {
			if row.Table == b.v.Supplies.Table && b.flagged[row.Index] {
				flags = flags.With(b.v.SaleFlags(row.Index)...)
			}
			if row.Table == graph.ScenarioTable {
				flags = flags.With(graph.FlagScenario)
			}
		}
		if s.Stated() {
			total += s.Share
		}
	}
	if total > 1.01 {
		flags = flags.With(graph.FlagSharesScaled)
	}
	for i := range suppliers {
		if total > 1 && suppliers[i].Stated() {
			suppliers[i].Share /= total
		}
	}
	b.Parts[line].Flags = flags
	if len(suppliers) > 0 {
		b.Parts[line].Suppliers = b.suppliers.copy(suppliers...)
	}
	clear(suppliers)
	b.scratch = suppliers
}

// ownMaking gathers what a firm and the firms it holds make of an item or its grades; failing these, of classes of it. What
// they only pass on comes from those who sold it to them.
func (b *builder) ownMaking(firm, item graph.Node) (Supplier, bool) {
	own := Supplier{Firm: firm, Item: item, Share: math.NaN(), Own: true}
	makers := append([]graph.HeldFirm{{Firm: firm}}, b.Held(firm)...)
	gather := func(items []graph.Node) {
		for _, maker := range makers {
			found := false
			for _, i := range items {
				p, ok := b.outputs.find(maker.Firm, i)
				if !ok || b.Parts[p].Flags.Has(graph.FlagPassedOn) {
					continue
				}
				if own.Possible {
					p = b.grade(p, item)
				}
				if found = true; !slices.Contains(own.Outputs, p) {
					own.Outputs = append(own.Outputs, p)
				}
			}
			if found {
				own.Rows = append(own.Rows, maker.Rows...)
			}
		}
	}
	gather(append([]graph.Node{item}, b.v.Below(item)...))
	if len(own.Outputs) == 0 {
		own.Possible = true
		gather(b.v.Above(item))
	}
	return own, len(own.Outputs) > 0
}

// sellers appends the named sellers of an item to a firm to its own making of it. Contracts of one seller for the item add up; a sale
// of a grade or class has no share of this line.
func (b *builder) sellers(all []Supplier, firm, item graph.Node) []Supplier {
	own := len(all)
	var found sellerIndex
	add := func(sold graph.Node, exact, possible bool) {
		for _, n := range b.sales.of(firm, sold) {
			from := &b.list[n]
			b.outputsAt = b.sellerOutputs(b.outputsAt[:0], from)
			if len(b.outputsAt) == 0 {
				continue // the scenario leaves the seller nothing to sell
			}
			i := found.number(all[own:], from.seller, possible)
			if i < 0 {
				i = len(all) - own
				all = append(all, Supplier{Firm: from.seller, Item: sold, Share: math.NaN(), Possible: possible})
			}
			b.sell(&all[own+i], from, item)
			if exact && !math.IsNaN(from.share) {
				s := &all[own+i]
				if !s.Stated() {
					s.Share = 0
				}
				s.Share += from.share
			}
		}
	}
	add(item, true, false)
	for _, grade := range b.v.Below(item) {
		add(grade, false, false)
	}
	for _, class := range b.v.Above(item) {
		add(class, false, true)
	}
	slices.SortStableFunc(all[own:], func(x, y Supplier) int { // firms are numbered in the order of their keys
		return cmp.Or(cmp.Compare(btoi(x.Possible), btoi(y.Possible)), cmp.Compare(x.Firm, y.Firm))
	})
	return all
}

// sell adds a sale and the outputs at hand, from which it may come, to a supplier of a line.
func (b *builder) sell(s *Supplier, from *sale, item graph.Node) {
	if s.Rows == nil {
		s.Rows = b.rows.copy(from.row)
	} else {
		s.Rows = append(s.Rows, from.row)
	}
	if s.Outputs == nil && !s.Possible && len(b.outputsAt) == 1 {
		s.Outputs = b.numbers.copy(b.outputsAt...)
		return
	}
	for _, p := range b.outputsAt {
		if s.Possible {
			p = b.grade(p, item)
		}
		if !slices.Contains(s.Outputs, p) {
			s.Outputs = append(s.Outputs, p)
		}
	}
}

// sellerIndex finds a seller among those of a line: few are searched, many are looked up.
type sellerIndex struct {
	numbers map[selling]int
	indexed int
}

type selling struct {
	firm     graph.Node
	possible bool
}

func (x *sellerIndex) number(sellers []Supplier, firm graph.Node, possible bool) int {
	if len(sellers) <= 16 {
		return slices.IndexFunc(sellers, func(s Supplier) bool { return s.Firm == firm && s.Possible == possible })
	}
	if x.numbers == nil {
		x.numbers = map[selling]int{}
	}
	for ; x.indexed < len(sellers); x.indexed++ {
		s := &sellers[x.indexed]
		x.numbers[selling{s.Firm, s.Possible}] = x.indexed
	}
	if i, ok := x.numbers[selling{firm, possible}]; ok {
		return i
	}
	return -1
}

// grade is the output by which a maker of a class may make one grade of it: its own making of the grade where that is on
// record, else one in the same places by the grade's recipe.
func (b *builder) grade(class int32, grade graph.Node) int32 {
	of := b.Parts[class]
	if p, ok := b.outputs.find(of.Firm, grade); ok && !b.Parts[p].Flags.Has(graph.FlagPassedOn) {
		return p
	}
	k := grading{class, grade}
	p, ok := b.graded[k]
	if !ok {
		p = int32(len(b.Parts))
		b.graded[k] = p
		b.Parts = append(b.Parts, Part{Kind: Output, Firm: of.Firm, Item: grade, Graded: true, Plants: of.Plants, Rows: of.Rows,
			Flags: of.Flags.With(graph.FlagGradeNotStated)})
		b.needs(p, false)
	}
	return p
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

package chain

import (
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// sale is an active row of supplies, or one that the scenario adds.
type sale struct {
	seller, buyer, item graph.Node
	share               float64 // NaN: not stated
	row                 graph.RowRef
	edit                int // the edit that adds it, from 1; 0 on record
}

type builder struct {
	*Network
	v       *graph.View
	list    []sale
	flagged []bool // by row of supplies: it has flags
	sales   *salesIndex
	gone    map[pair]bool // outputs that the scenario removes
	since   map[int32]int // outputs inferred from added sales: the edit that adds the first of them
	steps   map[pair]int32
	graded  map[grading]int32
	made    map[graph.Node][]graph.Node        // by firm: its outputs, those that the scenario removes too
	record  map[graph.Node]map[graph.Node]bool // by firm: needs that what it buys or makes may serve
	deep    map[pair]bool
	recipes []*graph.Requirement // by item, as they are asked for
	pending []int32              // lines whose suppliers are still to be found

	scratch   []Supplier // of the line at hand
	outputsAt []int32    // of the sale at hand
	suppliers chunks[Supplier]
	numbers   chunks[int32]
	rows      chunks[graph.RowRef]
}

// grading names an output of a class seen as one of its grades.
type grading struct {
	class int32
	grade graph.Node
}

// Build resolves a view. The error is the context's.
func Build(ctx context.Context, v *graph.View) (*Network, error) {
	first, end := v.Range(graph.KindFirm)
	b := &builder{
		Network: &Network{View: v, outputs: newOutputIndex(first, end), lines: map[pair]int32{}, byFirm: make([][]int32, end-first),
			held: make([][]graph.HeldFirm, end-first), first: first},
		v: v, gone: map[pair]bool{}, since: map[int32]int{}, steps: map[pair]int32{},
		graded: map[grading]int32{}, deep: map[pair]bool{}, made: map[graph.Node][]graph.Node{},
		record: map[graph.Node]map[graph.Node]bool{}, recipes: make([]*graph.Requirement, v.Items()),
	}
	for f := first; f < end; f++ {
		b.held[f-first] = v.Held(f)
	}
	b.collectSales()
	b.sales = newSalesIndex(b.list, v.Items(), first, end)
	b.collectOutputs(first, end)
	b.inferSellers()
	b.applyScenario()
	lines := b.sales.lines()
	b.Parts = slices.Grow(b.Parts, lines)
	b.lines = make(map[pair]int32, lines)
	if err := b.needOutputs(ctx); err != nil {
		return nil, err
	}
	b.indexUsers()
	for i := range b.Parts {
		p := &b.Parts[i]
		if p.Kind == Output && !p.Graded && !p.Gone || p.Kind == Line && p.Own {
			b.byFirm[p.Firm-first] = append(b.byFirm[p.Firm-first], int32(i))
		}
	}
	return b.Network, nil
}

func (b *builder) collectSales() {
	b.flagged = make([]bool, b.v.Supplies.Len())
	for row := range b.v.Supplies.Len() {
		r := int32(row)
		if b.v.SaleActive(r) {
			share := math.NaN()
			if stated := b.v.Facts().Supplies[r].SharePercent; stated.Known {
				share = stated.Value / 100
			}
			b.flagged[r] = b.v.SaleFlags(r) != nil
			b.addSale(sale{b.v.Supplies.From[r], b.v.Supplies.To[r], b.v.Sold.From[r], share, b.v.Supplies.Row(r), 0})
		}
	}
	scenario := b.v.Scenario()
	for _, edit := range b.v.Added() {
		if s := scenario[edit-1].Add.Sale; s != nil {
			b.addSale(sale{s.Supplier, s.Buyer, s.Item, s.Share, scenarioRow(edit), edit})
		}
	}
}

func scenarioRow(edit int) graph.RowRef {
	return graph.RowRef{Table: graph.ScenarioTable, Index: int32(edit)}
}

func (b *builder) addSale(s sale) {
	if b.v.InChain(s.item) {
		b.list = append(b.list, s)
	}
}

package chain

import (
	"cmp"
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
	sales   map[pair][]int32 // by buyer and item: numbers of sales
	gone    map[pair]bool    // outputs that the scenario removes
	since   map[int32]int    // outputs inferred from added sales: the edit that adds the first of them
	bought  map[graph.Node][]graph.Node
	steps   map[pair]int32
	graded  map[grading]int32
	made    map[graph.Node][]graph.Node        // by firm: its outputs, those that the scenario removes too
	record  map[graph.Node]map[graph.Node]bool // by firm: needs that what it buys or makes may serve
	deep    map[pair]bool
	recipes []*graph.Requirement // by item, as they are asked for
	pending []int32              // lines whose suppliers are still to be found
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
		Network: &Network{View: v, outputs: map[pair]int32{}, lines: map[pair]int32{}, byFirm: make([][]int32, end-first),
			held: make([][]graph.HeldFirm, end-first), first: first},
		v: v, sales: map[pair][]int32{}, gone: map[pair]bool{}, since: map[int32]int{}, bought: map[graph.Node][]graph.Node{}, steps: map[pair]int32{},
		graded: map[grading]int32{}, deep: map[pair]bool{}, made: map[graph.Node][]graph.Node{},
		record: map[graph.Node]map[graph.Node]bool{}, recipes: make([]*graph.Requirement, v.Items()),
	}
	for f := first; f < end; f++ {
		b.held[f-first] = v.Held(f)
	}
	b.collectSales()
	b.collectOutputs(first, end)
	b.inferSellers()
	b.applyScenario()
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
	for row := range b.v.Supplies.Len() {
		r := int32(row)
		if b.v.SaleActive(r) {
			share := math.NaN()
			if stated := b.v.Facts().Supplies[r].SharePercent; stated.Known {
				share = stated.Value / 100
			}
			b.addSale(sale{b.v.Supplies.From[r], b.v.Supplies.To[r], b.v.Sold.From[r], share, b.v.Supplies.Row(r), 0})
		}
	}
	scenario := b.v.Scenario()
	for _, edit := range b.v.Added() {
		if s := scenario[edit-1].Add.Sale; s != nil {
			b.addSale(sale{s.Supplier, s.Buyer, s.Item, s.Share, scenarioRow(edit), edit})
		}
	}
	b.indexSales()
}

func scenarioRow(edit int) graph.RowRef {
	return graph.RowRef{Table: graph.ScenarioTable, Index: int32(edit)}
}

func (b *builder) addSale(s sale) {
	if b.v.InChain(s.item) {
		b.list = append(b.list, s)
	}
}

func (b *builder) indexSales() {
	clear(b.sales)
	clear(b.bought)
	for i, s := range b.list {
		k := pair{s.buyer, s.item}
		if b.sales[k] == nil {
			b.bought[k.firm] = append(b.bought[k.firm], k.item)
		}
		b.sales[k] = append(b.sales[k], int32(i))
	}
}

// collectOutputs takes what is on record: makes, and the production of active plants.
func (b *builder) collectOutputs(first, end graph.Node) {
	for f := first; f < end; f++ {
		for _, row := range b.v.Makes.Out(f) {
			if item := b.v.Makes.To[row]; b.v.On(b.v.Makes.Table, row) && b.v.InChain(item) {
				p := b.output(f, item)
				b.Parts[p].Rows = append(b.Parts[p].Rows, b.v.Makes.Row(row))
			}
		}
		for _, row := range b.v.Operates.Out(f) {
			if b.v.On(b.v.Operates.Table, row) && b.v.PlantActive(b.v.Operates.To[row]) {
				b.collectPlant(f, row)
			}
		}
	}
	scenario := b.v.Scenario()
	for _, edit := range b.v.Added() {
		if add := scenario[edit-1].Add.Plant; add != nil && b.v.InChain(add.Item) {
			b.addPlant(add, edit)
		}
	}
	for i := range b.Parts {
		b.place(&b.Parts[i])
	}
}

func (b *builder) addPlant(add *graph.AddedPlant, edit int) {
	p := &b.Parts[b.output(add.Firm, add.Item)]
	at, row := add.Place(b.v, edit), scenarioRow(edit)
	p.Flags = p.Flags.With(graph.FlagScenario)
	if at.Facility != graph.NoNode {
		if i := slices.IndexFunc(p.Plants, func(on Plant) bool { return on.Facility == at.Facility }); i >= 0 {
			p.Plants[i].Edit = edit // it makes the item on record; what was taken from it before is back
			return
		}
		p.Flags = p.Flags.With(b.v.PlantFlags(at.Facility)...)
	}
	p.Rows = append(p.Rows, row)
	p.Plants = append(p.Plants, Plant{Place: at, Rows: []graph.RowRef{row}, Left: 1})
}

func (b *builder) collectPlant(firm graph.Node, operation int32) {
	facility := b.v.Operates.To[operation]
	stake, known := b.v.Stake(operation)
	for _, row := range b.v.Produces.Out(facility) {
		item := b.v.Produces.To[row]
		if !b.v.ProductionActive(row) || !b.v.InChain(item) {
			continue
		}
		p := &b.Parts[b.output(firm, item)]
		if slices.ContainsFunc(p.Plants, func(at Plant) bool { return at.Facility == facility }) {
			continue // another year of the same plant
		}
		plant := Plant{Place: graph.Place{Facility: facility, Tonnes: math.NaN()}, Left: 1,
			Rows: []graph.RowRef{b.v.Operates.Row(operation), b.v.Produces.Row(row)}}
		if tonnes, at, ok := b.v.Capacity(facility, item); ok {
			plant.Tonnes = tonnes * stake
			plant.Rows[1] = b.v.Produces.Row(at)
			if !known {
				p.Flags = p.Flags.With(graph.FlagStakeUnstated)
			}
		}
		p.Plants = append(p.Plants, plant)
		p.Rows = append(p.Rows, plant.Rows...)
		p.Flags = p.Flags.With(b.v.PlantFlags(facility)...)
	}
}

// output finds or makes the output of a firm and item.
func (b *builder) output(firm, item graph.Node) int32 {
	k := pair{firm, item}
	p, ok := b.outputs[k]
	if !ok {
		p = int32(len(b.Parts))
		b.outputs[k] = p
		b.Parts = append(b.Parts, Part{Kind: Output, Firm: firm, Item: item})
	}
	return p
}

// place gives an output without plants of its own the firm's active plants of the item's stage; failing these, the firm's
// country stands for its place.
func (b *builder) place(p *Part) {
	if p.Kind != Output || len(p.Plants) > 0 {
		return
	}
	for _, row := range b.v.Operates.Out(p.Firm) {
		facility := b.v.Operates.To[row]
		if b.v.On(b.v.Operates.Table, row) && b.v.PlantActive(facility) && b.v.AnswersTo(p.Item, b.v.Facility(facility).Stage) {
			p.Plants = append(p.Plants, Plant{Place: graph.Place{Facility: facility, Tonnes: math.NaN()}, Left: 1,
				Rows: []graph.RowRef{b.v.Operates.Row(row)}})
			p.Flags = p.Flags.With(graph.FlagPlaceByStage).With(b.v.PlantFlags(facility)...)
		}
	}
	if len(p.Plants) == 0 {
		p.Flags = p.Flags.With(graph.FlagPlaceByFirm)
	}
}

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

// needOutputs opens the needs of every output, opens the bought lines, and finds their suppliers until nothing is left.
func (b *builder) needOutputs(ctx context.Context) error {
	for i := range b.Parts { // outputs so far; no more are found
		b.made[b.Parts[i].Firm] = append(b.made[b.Parts[i].Firm], b.Parts[i].Item)
	}
	for i := range b.Parts {
		if b.Parts[i].Kind == Output && !b.Parts[i].Gone {
			b.needs(int32(i), true)
		}
	}
	buyers := make([]graph.Node, 0, len(b.bought))
	for f := range b.bought {
		buyers = append(buyers, f)
	}
	slices.Sort(buyers)
	for _, f := range buyers {
		for _, item := range b.bought[f] {
			b.Parts[b.line(f, item, true)].Bought = true
		}
	}
	for n := 0; len(b.pending) > 0; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		line := b.pending[0]
		b.pending = b.pending[1:]
		b.serve(line)
	}
	return nil
}

// needs opens the recipe of an output or step.
func (b *builder) needs(p int32, own bool) {
	part := b.Parts[p]
	if part.Flags.Has(graph.FlagPassedOn) && part.Kind == Output {
		line := b.line(part.Firm, part.Item, own)
		b.Parts[p].Needs = []Need{{Part: line, Row: part.Rows[0]}}
		return
	}
	if b.terminal(&part) {
		b.Parts[p].Terminal = true
		b.Parts[p].Flags = b.Parts[p].Flags.With(graph.FlagTerminal)
		return
	}
	required := b.requirement(part.Item)
	keep := b.onRecord(part.Firm, required)
	var needs []Need
	for i, input := range required.Inputs {
		if keep != nil && !keep[i] {
			continue
		}
		needs = append(needs, Need{Part: b.need(part.Firm, input, required.Grades, own), Row: required.Rows[i]})
	}
	b.Parts[p].Needs, b.Parts[p].Any, b.Parts[p].Choices = needs, required.Any, len(required.Inputs)
}

// terminal tells whether a chain ends at an output: at a mine, with ore or scrap, or at a recycler of scrap.
func (b *builder) terminal(p *Part) bool {
	if p.Kind != Output {
		return false
	}
	if b.v.IsOre(p.Item) || b.v.IsScrap(p.Item) {
		return true
	}
	if len(p.Plants) == 0 || p.Flags.Has(graph.FlagPlaceByStage) {
		return false
	}
	for _, plant := range p.Plants {
		if plant.Facility == graph.NoNode {
			return false
		}
		if s := b.v.Facility(plant.Facility).Stage; s != graph.StageMine && s != graph.StageRecycling {
			return false
		}
	}
	return true
}

// onRecord tells, where one input suffices, which inputs the firm is on record for; nil keeps all of them.
func (b *builder) onRecord(firm graph.Node, required graph.Requirement) []bool {
	if !required.Any {
		return nil
	}
	keep, some := make([]bool, len(required.Inputs)), false
	for i, input := range required.Inputs {
		keep[i] = b.has(firm, input) || b.deeper(firm, input)
		some = some || keep[i]
	}
	if !some {
		return nil
	}
	return keep
}

// need finds the line or step that stands for a firm's need of an item. A grade that stands for its class is a step: it is
// made, not bought.
func (b *builder) need(firm, item graph.Node, grade, own bool) int32 {
	if !grade && (b.has(firm, item) || !b.deeper(firm, item)) {
		return b.line(firm, item, own)
	}
	k := pair{firm, item}
	p, ok := b.steps[k]
	if !ok {
		p = int32(len(b.Parts))
		b.steps[k] = p
		b.Parts = append(b.Parts, Part{Kind: Step, Firm: firm, Item: item})
		if !grade {
			b.Parts[p].Flags = graph.Flags{graph.FlagInHouse}
		}
		b.needs(p, own)
	}
	return p
}

// has tells whether a firm buys or makes something that serves a need for the item, itself or through a firm it holds. What a
// scenario takes away counts: it is still not made in-house from deeper inputs.
func (b *builder) has(firm, item graph.Node) bool {
	found, known := b.record[firm]
	if !known {
		found = map[graph.Node]bool{}
		for _, i := range b.bought[firm] {
			b.serves(found, i)
		}
		for _, i := range b.made[firm] {
			b.serves(found, i)
		}
		for _, h := range b.Held(firm) {
			for _, i := range b.made[h.Firm] {
				b.serves(found, i)
			}
		}
		b.record[firm] = found
	}
	return found[item]
}

// serves adds what having an item may serve: a need for it, for its classes, and for grades of it.
func (b *builder) serves(needs map[graph.Node]bool, item graph.Node) {
	needs[item] = true
	for _, k := range b.v.Above(item) {
		needs[k] = true
	}
	for _, k := range b.v.Below(item) {
		needs[k] = true
	}
}

// requirement is what making an item takes; many firms ask for the same.
func (b *builder) requirement(item graph.Node) graph.Requirement {
	if b.recipes[item] == nil {
		r := b.v.Requirement(item)
		b.recipes[item] = &r
	}
	return *b.recipes[item]
}

// deeper tells whether a firm buys or makes something in the recipe of an item, at any depth.
func (b *builder) deeper(firm, item graph.Node) bool {
	k := pair{firm, item}
	if found, ok := b.deep[k]; ok {
		return found
	}
	b.deep[k] = false
	found := slices.ContainsFunc(b.requirement(item).Inputs, func(input graph.Node) bool {
		return b.has(firm, input) || b.deeper(firm, input)
	})
	b.deep[k] = found
	return found
}

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
	var suppliers []Supplier
	if own, ok := b.ownMaking(firm, item); ok {
		suppliers = append(suppliers, own)
	}
	suppliers = append(suppliers, b.sellers(firm, item)...)
	flags := b.Parts[line].Flags
	total := 0.0
	for _, s := range suppliers {
		for _, row := range s.Rows {
			if row.Table == b.v.Supplies.Table {
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
	b.Parts[line].Suppliers, b.Parts[line].Flags = suppliers, flags
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
				p, ok := b.outputs[pair{maker.Firm, i}]
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

// sellers lists the named sellers of an item to a firm. Contracts of one seller for the item add up; a sale of a grade or
// class has no share of this line.
func (b *builder) sellers(firm, item graph.Node) []Supplier {
	var sellers []Supplier
	var found sellerIndex
	add := func(sold graph.Node, exact, possible bool) {
		for _, n := range b.sales[pair{firm, sold}] {
			from := &b.list[n]
			outputs := b.sellerOutputs(from)
			if len(outputs) == 0 {
				continue // the scenario leaves the seller nothing to sell
			}
			i := found.number(sellers, from.seller, possible)
			if i < 0 {
				i = len(sellers)
				sellers = append(sellers, Supplier{Firm: from.seller, Item: sold, Share: math.NaN(), Possible: possible})
			}
			s := &sellers[i]
			for _, p := range outputs {
				if possible {
					p = b.grade(p, item)
				}
				if !slices.Contains(s.Outputs, p) {
					s.Outputs = append(s.Outputs, p)
				}
			}
			s.Rows = append(s.Rows, from.row)
			if exact && !math.IsNaN(from.share) {
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
	slices.SortStableFunc(sellers, func(x, y Supplier) int {
		if x.Possible != y.Possible {
			return cmp.Compare(btoi(x.Possible), btoi(y.Possible))
		}
		return cmp.Compare(b.v.Key(x.Firm), b.v.Key(y.Firm))
	})
	return sellers
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
	if p, ok := b.outputs[pair{of.Firm, grade}]; ok && !b.Parts[p].Flags.Has(graph.FlagPassedOn) {
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

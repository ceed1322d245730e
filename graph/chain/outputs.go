package chain

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

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
	p, ok := b.outputs.find(firm, item)
	if !ok {
		p = int32(len(b.Parts))
		b.outputs.add(firm, item, p)
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

package chain

import (
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

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
	first, end := b.v.Range(graph.KindFirm)
	for f := first; f < end; f++ {
		for _, item := range b.sales.bought(f) {
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
		for _, i := range b.sales.bought(firm) {
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

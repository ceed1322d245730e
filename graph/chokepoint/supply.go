package chokepoint

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// findFigures looks up the figures that stand for each item, at each stage at which it has any.
func (m *Model) findFigures() {
	m.figures = make([][]market.Figure, m.view.Items())
	for item := range graph.Node(m.view.Items()) {
		if !m.view.InChain(item) {
			continue
		}
		for _, stage := range m.market.Stages(item) {
			if stage == "" {
				continue
			}
			for _, f := range m.market.Find(stage, item, graph.NoNode) {
				if len(m.shares(&f)) > 0 {
					m.figures[item] = append(m.figures[item], f)
				}
			}
		}
	}
}

type share struct {
	country graph.Node
	part    float64
}

// shares are the countries' parts of the world market by a figure, as far as the view's scenario leaves them, 1 at most in sum.
func (m *Model) shares(f *market.Figure) []share {
	var out []share
	total, before := 0.0, 0.0
	for _, row := range f.Rows {
		country := m.view.Shares.From[row]
		left, _ := m.view.MarketLeft(country, f.Stage, f.Item)
		part := m.view.Facts().MarketShares[row].SharePercent.Value / 100
		before += part
		if part *= left; part <= 0 {
			continue
		}
		total += part
		if i := slices.IndexFunc(out, func(s share) bool { return s.country == country }); i >= 0 {
			out[i].part += part
			continue
		}
		out = append(out, share{country, part})
	}
	whole := min(before, 1)
	for i := range out {
		out[i].part *= whole / total // what a scenario takes away, the rest serves
	}
	return out
}

// findMakers lists who is on record for making each item. What is bought and passed on is not made.
func (m *Model) findMakers() {
	m.makers, m.possible = make([][]int32, m.view.Items()), make([][]int32, m.view.Items())
	for i := range m.network.Parts {
		p := &m.network.Parts[i]
		if p.Kind != chain.Output || p.Gone || p.Graded || p.Flags.Has(graph.FlagPassedOn) {
			continue
		}
		m.makers[p.Item] = append(m.makers[p.Item], int32(i))
		for _, class := range m.view.Above(p.Item) {
			m.makers[class] = append(m.makers[class], int32(i))
		}
		for _, grade := range m.view.Below(p.Item) {
			m.possible[grade] = append(m.possible[grade], int32(i))
		}
	}
}

// party is a maker of an item at one place. Its node counts what never left its country.
type party struct {
	node    int32
	country graph.Node
	tonnes  float64 // NaN when not stated, or not of the item itself
}

func (b *layout) parties(item graph.Node) []party {
	if b.crossing == nil {
		return b.findParties(item)
	}
	if _, ok := b.crossing.parties[item]; !ok {
		b.crossing.parties[item] = b.findParties(item)
	}
	return b.crossing.parties[item]
}

func (b *layout) findParties(item graph.Node) []party {
	var out []party
	add := func(part int32, possible bool) {
		p := &b.network.Parts[part]
		for at, where := range b.Model.places(p) {
			nodes, country := []int32{b.firm(p.Firm), b.place(part, p, at)}, b.country(p.Firm, where)
			if possible {
				nodes = append(nodes, b.making(item, country))
			} else {
				nodes = append(nodes, b.needs(part))
			}
			maker := party{b.node(least, nodes...), country, where.Tonnes}
			if p.Item != item {
				maker.tonnes = unknown
			}
			out = append(out, maker)
		}
	}
	for _, p := range b.makers[item] {
		add(p, false)
	}
	for _, p := range b.possible[item] {
		add(p, true)
	}
	return out
}

// supply is what is left of an item in the world: the least over its figures and over what its recipe takes from the world; where no
// figure stands, what its makers leave. A figure speaks of all makers, and all of them live on what is left of their inputs; without
// one, a maker on record may stand for everybody, with sellers of its own. What is made in the country with the border comes through a gate.
func (b *layout) supply(item graph.Node, gate int32) int32 {
	parties := b.parties(item)
	if b.reading == onRecord && len(parties) > 0 || len(b.figures[item]) == 0 {
		return b.unmeasured(item, parties, gate)
	}
	var nodes []int32
	for i := range b.figures[item] {
		f := &b.figures[item][i]
		shares := b.shares(f)
		if made := b.capped(item, shares, gate); !slices.Contains(nodes, made) {
			nodes = append(nodes, made)
		}
		nodes = append(nodes, b.measured(item, f, shares, parties, gate))
	}
	return b.node(least, nodes...)
}

// passes is a maker as buyers meet it to whom what is made in the country with the border comes through a gate.
func (b *layout) passes(p *party, gate int32) int32 {
	if gate != b.always && b.atHome(p.country) {
		return b.behind(gate, p.node)
	}
	return p.node
}

// unmeasured is an item of which no figure says who makes how much.
func (b *layout) unmeasured(item graph.Node, parties []party, gate int32) int32 {
	var nodes []int32
	for i := range parties {
		nodes = append(nodes, b.passes(&parties[i], gate))
	}
	if b.reading != onRecord || len(nodes) == 0 {
		nodes = append(nodes, b.elsewhere(item, b.itemStages(item), gate, false))
	}
	return b.node(b.any(), nodes...)
}

// elsewhere stands for makers not on record, nobody says where, or only that they are not in the country with the border.
func (b *layout) elsewhere(item graph.Node, stages []graph.Stage, gate int32, abroad bool) int32 {
	nodes := []int32{b.madeSomewhere(item, gate, abroad)}
	if b.reading == lost {
		nodes = append(nodes, b.anywhere(""))
		for _, s := range stages {
			nodes = append(nodes, b.anywhere(s))
		}
	}
	return b.node(least, nodes...)
}

// anywhere is lost with any country, or with any country at a stage.
func (b *layout) anywhere(stage graph.Stage) int32 {
	if n, ok := b.anywheres[stage]; ok {
		return n
	}
	nodes := []int32{b.always}
	for i, m := range b.losses.list {
		if m.Stage == stage && (m.Kind == Country || m.Kind == CountryStage) {
			nodes = append(nodes, int32(i))
		}
	}
	n := b.node(least, nodes...)
	b.anywheres[stage] = n
	return n
}

// measured is an item by one figure: each country serves its share, and what the figure does not cover is made elsewhere.
func (b *layout) measured(item graph.Node, f *market.Figure, shares []share, parties []party, gate int32) int32 {
	var terms []term
	rest := 1.0
	listed := map[graph.Node]bool{}
	world := 0.0
	if f.Under == item {
		world = b.worldTonnes(f)
	}
	for _, s := range shares {
		listed[s.country] = true
		rest -= s.part
		var here []party
		for _, p := range parties {
			if p.country == s.country {
				here = append(here, p)
			}
		}
		local := b.inCountry(item, f, s, here, world)
		if gate != b.always && b.atHome(s.country) {
			for i := range local {
				local[i].node = b.behind(gate, local[i].node)
			}
		}
		terms = append(terms, local...)
	}
	if rest > rounding {
		nodes := []int32{b.elsewhere(item, b.figureStages(f), gate, b.border != nil && listed[b.border.Country])}
		for i := range parties {
			if !listed[parties[i].country] {
				nodes = append(nodes, b.passes(&parties[i], gate))
			}
		}
		terms = append(terms, term{b.node(b.any(), nodes...), rest})
	}
	return b.sum(terms)
}

// inCountry is what is left of a country's making of an item: makers with a stated capacity by their part of the world total, all of the
// country's share at most; the rest by the others, which are makers on record without one and makers not on record.
func (b *layout) inCountry(item graph.Node, f *market.Figure, s share, here []party, world float64) []term {
	var terms []term
	stated := 0.0
	rest := []int32{b.unrecorded(item, f, s.country)}
	for _, p := range here {
		if world > 0 && p.tonnes > 0 {
			stated += p.tonnes / world
			terms = append(terms, term{p.node, p.tonnes / world})
		} else {
			rest = append(rest, p.node)
		}
	}
	if stated > s.part {
		for i := range terms {
			terms[i].weight *= s.part / stated
		}
	}
	if left := s.part - stated; left > rounding*s.part {
		terms = append(terms, term{b.node(b.any(), rest...), left})
	}
	return terms
}

// unrecorded stands for the makers of an item in a country that are not on record.
func (b *layout) unrecorded(item graph.Node, f *market.Figure, country graph.Node) int32 {
	return b.node(least, b.located([]int32{b.making(item, country)}, country, b.figureStages(f))...)
}

// worldTonnes is the world total behind a figure: its tonnes over its shares, where a row states both; 0 where none does.
func (m *Model) worldTonnes(f *market.Figure) float64 {
	tonnes, share := 0.0, 0.0
	for _, row := range f.Rows {
		if r := &m.view.Facts().MarketShares[row]; r.Tonnes.Known && r.SharePercent.Value > 0 {
			tonnes += r.Tonnes.Value
			share += r.SharePercent.Value / 100
		}
	}
	if share == 0 {
		return 0
	}
	return tonnes / share
}

// making is what the recipe of an item takes from the world, whoever makes it; an end of the chain and an item without a recipe on
// record take nothing. Grades that stand for their class are made, not bought, where the class has a figure of its own. Makers in a country
// take what is delivered there under the law of another.
func (b *layout) making(item, country graph.Node) int32 {
	if b.border == nil || country == b.border.To {
		if b.makings[item] == 0 {
			required := b.view.Requirement(item)
			b.makings[item] = 1 + b.takes(item, &required, b.inputs(item, &required, b.nowhere()))
		}
		return b.makings[item] - 1
	}
	key := making{item, country}
	if n, ok := b.crossing.makings[key]; ok {
		return n
	}
	required := b.view.Requirement(item)
	n, nodes := b.making(item, b.border.To), b.inputs(item, &required, country)
	if !slices.Equal(nodes, b.inputs(item, &required, b.border.To)) {
		n = b.takes(item, &required, nodes)
	}
	b.crossing.makings[key] = n
	return n
}

// takes is what a recipe leaves, given what is left of its inputs.
func (b *layout) takes(item graph.Node, required *graph.Requirement, nodes []int32) int32 {
	n := b.always
	switch {
	case len(nodes) == 0 || b.view.IsOre(item) || b.view.IsScrap(item):
	case required.Any:
		n = b.node(b.any(), nodes...)
	default:
		n = b.node(least, nodes...)
	}
	return n
}

// inputs are what the recipe of an item takes from the world, as makers in a country meet it.
func (b *layout) inputs(item graph.Node, required *graph.Requirement, country graph.Node) []int32 {
	met := func(input graph.Node) int32 { return b.metIn(input, country) }
	var nodes []int32
	for _, input := range required.Inputs {
		switch {
		case required.Grades && len(b.figures[item]) > 0:
			nodes = append(nodes, b.making(input, country))
		case required.Grades:
			nodes = append(nodes, met(input))
		default:
			nodes = append(nodes, b.orSubstitutes(met(input), input, item, met))
		}
	}
	return nodes
}

package chokepoint

import (
	"cmp"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// Kind says what is lost.
type Kind uint8

// The kinds of losses, and so of members of sets.
const (
	Country      Kind = iota // everything made in a country
	CountryStage             // everything a country makes at one stage
	Firm                     // a firm, with the firms that it holds at a stated 50 % or more
	Facility                 // a mine or plant
	Control                  // what leaves the country with the border under a control; only in models with one
)

// Kinds lists all kinds of losses.
func Kinds() []Kind { return []Kind{Country, CountryStage, Firm, Facility, Control} }

// Member is one loss: a country, a country at a stage, a firm, a facility or a control.
type Member struct {
	Kind  Kind
	Node  graph.Node
	Stage graph.Stage // of CountryStage; else empty
}

// losses numbers everything whose loss the network shows. Losses are the first nodes of the equations.
type losses struct {
	list   []Member // sorted by kind, key and stage
	number map[Member]int32
}

// findLosses lists the countries, stages, firms and facilities that outputs and market figures name.
func (m *Model) findLosses() {
	found := map[Member]bool{}
	for i := range m.network.Parts {
		p := &m.network.Parts[i]
		if p.Kind != chain.Output || p.Gone {
			continue
		}
		found[Member{Kind: Firm, Node: p.Firm}] = true
		for _, at := range m.places(p) {
			if at.Facility != graph.NoNode {
				found[Member{Kind: Facility, Node: at.Facility}] = true
			}
			m.countries(found, m.country(p.Firm, at), m.stages(p.Item, at))
		}
	}
	for item := range graph.Node(m.view.Items()) {
		for _, f := range m.figures[item] {
			for _, s := range m.shares(&f) {
				m.countries(found, s.country, m.figureStages(&f))
			}
		}
	}
	m.addOwners(found)
	if m.border != nil {
		for _, c := range m.border.Controls {
			found[Member{Kind: Control, Node: c}] = true
		}
	}
	l := losses{number: map[Member]int32{}}
	for member := range found {
		l.list = append(l.list, member)
	}
	slices.SortFunc(l.list, m.compareMembers)
	for i, member := range l.list {
		l.number[member] = int32(i)
	}
	m.losses = l
}

func (m *Model) compareMembers(a, b Member) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(m.view.Key(a.Node), m.view.Key(b.Node)), cmp.Compare(a.Stage, b.Stage))
}

func (m *Model) countries(found map[Member]bool, country graph.Node, stages []graph.Stage) {
	if !m.view.Is(country, graph.KindCountry) {
		return
	}
	found[Member{Kind: Country, Node: country}] = true
	for _, s := range stages {
		found[Member{Kind: CountryStage, Node: country, Stage: s}] = true
	}
}

// addOwners adds the firms that hold a firm found at a stated 50 % or more, and remembers who they are.
func (m *Model) addOwners(found map[Member]bool) {
	m.owners = map[graph.Node][]graph.Node{}
	first, end := m.view.Range(graph.KindFirm)
	for owner := first; owner < end; owner++ {
		for _, h := range m.network.Held(owner) {
			if !h.Unstated && found[Member{Kind: Firm, Node: h.Firm}] {
				m.owners[h.Firm] = append(m.owners[h.Firm], owner)
			}
		}
	}
	for _, owners := range m.owners {
		for _, owner := range owners {
			found[Member{Kind: Firm, Node: owner}] = true
		}
	}
}

// places lists where an output is made; without a plant on record, in the firm's country.
func (m *Model) places(p *chain.Part) []graph.Place {
	if len(p.Plants) == 0 {
		return []graph.Place{{Facility: graph.NoNode, Tonnes: unknown}}
	}
	return p.Places()
}

func (m *Model) country(firm graph.Node, at graph.Place) graph.Node {
	switch {
	case at.Facility != graph.NoNode:
		return m.view.CountryOf(at.Facility)
	case at.Country != 0:
		return at.Country
	}
	return m.view.CountryOf(firm)
}

// stages lists the stages at which an output counts: those of its item, and that of its plant.
func (m *Model) stages(item graph.Node, at graph.Place) []graph.Stage {
	if at.Facility == graph.NoNode {
		return m.itemStages(item)
	}
	return withStage(m.itemStages(item), m.view.Facility(at.Facility).Stage)
}

// figureStages lists the stages at which the makers behind a figure count.
func (m *Model) figureStages(f *market.Figure) []graph.Stage {
	return withStage(m.itemStages(f.Item), f.Stage)
}

// itemStages is the stage of an item; ores and mixed compounds answer to MINE as well.
func (m *Model) itemStages(item graph.Node) []graph.Stage {
	switch own := m.view.Stage(item); own {
	case "":
		return nil
	case graph.StageConcentration:
		return []graph.Stage{own, graph.StageMine}
	default:
		return []graph.Stage{own}
	}
}

func withStage(stages []graph.Stage, stage graph.Stage) []graph.Stage {
	if stage == "" || slices.Contains(stages, stage) {
		return stages
	}
	return append(stages, stage)
}

package chokepoint

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Readiness says which substitutes stand in for what they replace: none, or those at least so ready.
type Readiness uint8

// The readinesses, the strictest first.
const (
	NoSubstitutes Readiness = iota
	Available
	Limited
	Research
)

var readinessOf = map[graph.Readiness]Readiness{
	graph.ReadinessAvailable: Available, graph.ReadinessLimited: Limited, graph.ReadinessResearch: Research,
}

func (m *Model) findSubstitutes() {
	m.subs = map[graph.Node][]int32{}
	table := slices.IndexFunc(graph.Tables(), func(t *graph.Table) bool { return t.Name == "substitutes" })
	rows := m.view.Facts().Substitutes
	for i := range rows {
		if r := readinessOf[rows[i].Readiness]; m.view.On(table, int32(i)) && r > NoSubstitutes && r <= m.readiness {
			if item, ok := m.view.Item(rows[i].Item); ok {
				m.subs[item] = append(m.subs[item], int32(i))
			}
		}
	}
}

// substitutes lists what stands in for an item in making another: what replaces it or a class of it, in general or for that use or a
// class of it.
func (m *Model) substitutes(item, output graph.Node) []graph.Node {
	var out []graph.Node
	for _, replaced := range append([]graph.Node{item}, m.view.Above(item)...) {
		for _, row := range m.subs[replaced] {
			r := &m.view.Facts().Substitutes[row]
			use, limited := m.view.Item(r.ForItem)
			if limited && use != output && !slices.Contains(m.view.Above(output), use) {
				continue
			}
			if s, ok := m.view.Item(r.Substitute); ok && m.view.InChain(s) && s != item && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

package chokepoint

import "github.com/lodestone-graph/lodestone/graph"

// Losses lists everything that may be lost.
func (m *Model) Losses() []Member { return m.losses.list }

// Leaves is what losses leave of an item, or of a firm's outputs.
func (m *Model) Leaves(of graph.Node, lost ...Member) (Range, error) {
	roots, err := m.roots(of)
	if err != nil {
		return Range{}, err
	}
	var set []int32
	for _, l := range lost {
		if n, ok := m.losses.number[l]; ok {
			set = append(set, n)
		}
	}
	s := m.borrow()
	defer m.giveBack(s)
	f := &finder{Model: m, state: s, roots: roots}
	return f.describe(set, kept).Leaves, nil
}

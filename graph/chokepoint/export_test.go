package chokepoint

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
)

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

// Work is what each of the two searches costs by itself.
func (m *Model) Work(q Question) (first, second int, err error) {
	f, err := m.ask(context.Background(), q)
	if err != nil {
		return 0, 0, err
	}
	f.state = m.borrow()
	defer m.giveBack(f.state)
	if _, err = f.search(kept); err != nil {
		return 0, 0, err
	}
	first = f.spent
	_, err = f.search(onRecord)
	return first, f.spent - first, err
}

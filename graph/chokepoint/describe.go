package chokepoint

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// sortByLeft sorts sets by size, then by what they leave; equal ones stay in order. Of what goes down nothing is left.
func (f *finder) sortByLeft(sets [][]int32) {
	if f.below == 0 {
		return
	}
	left := make(map[lossSet]float64, len(sets))
	for _, set := range sets {
		if len(set) == 1 && slices.ContainsFunc(f.roots, func(root int32) bool { return f.alone[kept].Stops(set[0], root) }) {
			continue
		}
		f.state[kept].lose(set...)
		left[newLossSet(set)] = math.Round(leastOf(f.state[kept], f.roots)/nearly) * nearly
		f.state[kept].restore()
	}
	slices.SortStableFunc(sets, func(a, b []int32) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(left[newLossSet(a)], left[newLossSet(b)]))
	})
}

func (f *finder) list(sets [][]int32, r reading, most int) []Set {
	if most > 0 {
		sets = sets[:min(most, len(sets))]
	}
	out := make([]Set, len(sets))
	for i, set := range sets {
		out[i] = f.describe(set, r)
	}
	return out
}

// describe says what a set leaves and stops.
func (f *finder) describe(set []int32, r reading) Set {
	out := Set{Members: f.members(set), losses: set, reading: r}
	for _, l := range f.state {
		l.rough = false
		l.lose(set...)
	}
	high := leastOf(f.state[kept], f.roots)
	out.Leaves = Range{min(leastOf(f.state[lost], f.roots), high), high}
	if f.state[lost].rough || f.left[lost].rough {
		out.Leaves.Low = 0 // it lies somewhere below
	}
	f.stops(&out, r, f.stopped(set, r))
	for _, l := range f.state {
		l.restore()
	}
	return out
}

func (m *Model) members(set []int32) []Member {
	members := make([]Member, len(set))
	for i, loss := range set {
		members[i] = m.losses.list[loss]
	}
	return members
}

// stopped tells what a set, which the states have lost, stops. It holds until the next call.
func (f *finder) stopped(set []int32, r reading) func(n int32) bool {
	if r == kept && f.below > 0 {
		return func(n int32) bool { return f.state[r].of(n) <= f.below+nearly }
	}
	if f.cascades[r] == nil {
		f.cascades[r] = f.walk[r].NewCascade()
	}
	c := f.cascades[r]
	c.Reset()
	if f.border != nil {
		c.Fail(f.shut)
	}
	for _, loss := range set {
		c.Fail(loss)
	}
	return c.Down
}

// stops walks from the product over what is stopped, and so over everything that has a part in stopping it.
func (f *finder) stops(out *Set, r reading, stopped func(n int32) bool) {
	g, hit := f.walk[r], make([]bool, f.view.Items())
	if len(f.seen) < g.nodes {
		f.seen = make([]bool, g.nodes)
	}
	f.walked = f.walked[:0]
	for stack := slices.Clone(f.roots); len(stack) > 0; {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if f.seen[n] || !stopped(n) {
			continue
		}
		f.seen[n] = true
		f.walked = append(f.walked, n)
		for _, requirement := range g.needs.of(n) {
			stack = append(stack, g.of(requirement)...)
		}
		switch {
		case n >= f.always:
			if m := f.markets[r][n]; m != nil {
				hit[m.item] = true
			}
		case n < f.parts:
		case n >= f.items:
			hit[n-f.items] = true
		default:
			p := &f.network.Parts[n-f.parts]
			if hit[p.Item] = hit[p.Item] || p.Kind != chain.Output; p.Kind == chain.Output {
				out.Flags = out.Flags.With(p.Flags...)
				f.gatherRows(p.Rows...)
			}
		}
	}
	out.Barred = f.barredBy(out.Members, r)
	for _, n := range f.walked {
		f.seen[n] = false
	}
	for _, item := range f.view.Order() {
		if !hit[item] || slices.Contains(f.roots, f.items+int32(item)) {
			continue
		}
		out.Stops = append(out.Stops, item)
		for i := range f.figures[item] {
			out.Flags = out.Flags.With(f.figures[item][i].Flags...)
			for _, row := range f.figures[item][i].Rows {
				f.gatherRows(f.view.Shares.Row(row))
			}
		}
	}
}

func (f *finder) gatherRows(rows ...graph.RowRef) {
	if f.gather {
		f.rows = append(f.rows, rows...)
	}
}

func leastOf(l *left, nodes []int32) float64 {
	v := 1.0
	for _, n := range nodes {
		v = min(v, l.of(n))
	}
	return v
}

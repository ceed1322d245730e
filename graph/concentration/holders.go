package concentration

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// holders lists the items of the chain that hold an element by their essential inputs.
func (a *asker) holders(element graph.Node) []graph.Node {
	var items []graph.Node
	for i := range a.v.Items() {
		if n := graph.Node(i); a.v.InChain(n) && slices.Contains(a.index.Elements(n), element) {
			items = append(items, n)
		}
	}
	return items
}

// possibleHolders lists the other items of the chain that may hold an element: what it can go into by any rows of feeds and kinds, and
// what the items that hold it can be made from, such as ores.
func (a *asker) possibleHolders(element graph.Node) []graph.Node {
	certain := a.holders(element)
	found := a.spread([]graph.Node{element}, a.outputs)
	found = append(found, a.spread(certain, a.sources)...)
	slices.Sort(found)
	return slices.DeleteFunc(slices.Compact(found), func(n graph.Node) bool {
		return !a.v.InChain(n) || slices.Contains(certain, n)
	})
}

// spread lists what is reached from the starts, without them.
func (a *asker) spread(starts []graph.Node, next func(graph.Node) []graph.Node) []graph.Node {
	seen := map[graph.Node]bool{}
	for _, n := range starts {
		seen[n] = true
	}
	queue := slices.Clone(starts)
	for i := 0; i < len(queue); i++ {
		for _, n := range next(queue[i]) {
			if !seen[n] {
				seen[n] = true
				queue = append(queue, n)
			}
		}
	}
	return queue[len(starts):]
}

func (a *asker) outputs(item graph.Node) []graph.Node {
	var out []graph.Node
	for _, row := range a.v.Feeds.Out(item) {
		if a.v.On(a.v.Feeds.Table, row) {
			out = append(out, a.v.Feeds.To[row])
		}
	}
	return append(out, a.v.Above(item)...)
}

// sources are the inputs of the chain: an oxide made from an ore leads to the ore.
func (a *asker) sources(item graph.Node) []graph.Node {
	var in []graph.Node
	for _, row := range a.v.Feeds.In(item) {
		if from := a.v.Feeds.From[row]; a.v.On(a.v.Feeds.Table, row) && a.v.IsJoint(row) {
			in = append(in, from)
		}
	}
	return in
}

package sankey

import (
	"cmp"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/composition"
)

// drawing is the work on one picture.
type drawing struct {
	view    *graph.View
	picture *Picture
	strands []strand
	items   []graph.Node // outputs before inputs
	at      map[graph.Node]*place
	flows   []Flow
	flowAt  map[flowKey]int
}

// flowKey tells flows apart.
type flowKey struct {
	from, to string
	group    graph.ElementGroup
	state    State
}

// strand is one element that is drawn.
type strand struct {
	element graph.Node
	group   graph.ElementGroup
	masses  []composition.Mass
}

// place is one item of the picture.
type place struct {
	links    []composition.Link
	amount   graph.Interval // in one unit of the item asked about
	complete bool
	solid    bool // reached over rows that carry a mass, not only over joint products
}

// gather finds what goes into the item through any number of steps.
func (d *drawing) gather(of graph.Node) {
	v := d.view
	list := []graph.Node{of}
	d.at[of] = &place{amount: graph.Exactly(1), complete: true, solid: true}
	links := composition.Links(v)
	for i := 0; i < len(list); i++ {
		p := d.at[list[i]]
		p.links = links(list[i])
		for _, l := range p.links {
			if d.at[l.Input] == nil && v.InChain(l.Input) {
				d.at[l.Input] = &place{amount: graph.Unknown(), complete: true}
				list = append(list, l.Input)
			}
		}
	}
	rank := make([]int32, v.Items())
	for i, item := range v.Order() {
		rank[item] = int32(i)
	}
	slices.SortFunc(list, func(x, y graph.Node) int { return cmp.Compare(rank[y], rank[x]) })
	d.items = list
}

// amounts works out how much of each item is in the item asked about.
func (d *drawing) amounts() {
	for _, item := range d.items {
		p := d.at[item]
		p.complete = p.complete && p.amount.Known()
		if p.solid && item != d.picture.Of && !d.view.HasRecipe(item) && len(d.view.Kinds.In(item)) == 0 {
			d.picture.Unopened++
		}
		for _, l := range p.links {
			input := d.at[l.Input]
			if input == nil || l.Joint {
				continue
			}
			input.solid = input.solid || p.solid
			passed := p.amount.Times(l.Quantity)
			input.amount = more(input.amount, passed)
			input.complete = input.complete && p.complete && passed.Known()
		}
	}
}

// draw makes the flows, from the item asked about to the ground; only what leads to the item is drawn.
func (d *drawing) draw() {
	reached := map[graph.Node]bool{d.picture.Of: true}
	for _, item := range d.items {
		if !reached[item] {
			continue
		}
		for _, l := range d.at[item].links {
			if d.pass(item, l) {
				reached[l.Input] = true
			}
		}
	}
	slices.SortFunc(d.flows, func(x, y Flow) int {
		return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To), cmp.Compare(x.Group, y.Group), cmp.Compare(x.State, y.State))
	})
}

// pass makes the flows over one row: for each group what is known and what is not.
func (d *drawing) pass(item graph.Node, l composition.Link) bool {
	v, to := d.view, d.at[item]
	raw := v.Is(l.Input, graph.KindElement)
	if v.IsLump(l.Input) || raw && v.Stage(item) == graph.StageConcentration {
		return false // what is in an ore is where it starts
	}
	passed := false
	for i := range d.strands {
		s := &d.strands[i]
		held := &s.masses[l.Input]
		maybe := held.Presence != "" || l.Joint && !held.Kilograms.Known()
		if !maybe || s.masses[item].Presence == "" {
			continue
		}
		f := Flow{From: v.Key(l.Input), To: v.Key(item), Group: s.group, State: MassUnknown, Kilograms: to.amount.Times(l.Quantity).Times(held.Kilograms)}
		if raw {
			f.From = sourcePrefix + f.To
		}
		if f.Kilograms.Known() {
			f.State, f.Complete = Known, to.complete && held.Complete
			if raw {
				f.State = SourceUnknown
			}
		}
		d.add(f, s.element, l.Row)
		passed = true
	}
	return passed
}

// add puts a flow to those of the same ends, group and state. All raw elements of an item share one source, over several rows.
func (d *drawing) add(f Flow, element graph.Node, row graph.RowRef) {
	key := flowKey{f.From, f.To, f.Group, f.State}
	i, ok := d.flowAt[key]
	if !ok {
		f.Elements, f.Rows = []graph.Node{element}, []graph.RowRef{row}
		d.flowAt[key] = len(d.flows)
		d.flows = append(d.flows, f)
		return
	}
	old := &d.flows[i]
	old.Kilograms, old.Complete = more(old.Kilograms, f.Kilograms), old.Complete && f.Complete
	old.Elements = append(old.Elements, element)
	if !slices.Contains(old.Rows, row) {
		old.Rows = append(old.Rows, row)
	}
}

const sourcePrefix = "source-of:"

// nodes makes the nodes at the ends of the flows, and that of the item asked about.
func (d *drawing) nodes() map[string]Node {
	v := d.view
	nodes := map[string]Node{}
	for _, item := range d.items {
		p, key := d.at[item], v.Key(item)
		stage, column := d.stand(item)
		n := Node{ID: key, Item: item, Name: name(v, item), Column: column, Stage: stage, Kilograms: graph.Unknown(), Complete: p.complete}
		for i := range d.strands {
			if m := &d.strands[i].masses[item]; m.Presence != "" {
				n.Kilograms = more(n.Kilograms, p.amount.Times(m.Kilograms))
				n.Complete = n.Complete && m.Complete
			}
		}
		nodes[key] = n.decided(Known)
	}
	for i := range d.flows {
		f := &d.flows[i]
		if _, ok := nodes[f.From]; ok {
			if nodes[f.From].Source {
				n := nodes[f.From]
				n.Kilograms, n.Complete = more(n.Kilograms, f.Kilograms), n.Complete && f.Complete
				nodes[f.From] = n.decided(SourceUnknown)
			}
			continue
		}
		n := Node{ID: f.From, Item: nodes[f.To].Item, Source: true, Name: "Source not stated", Stage: graph.StageMine, Kilograms: f.Kilograms, Complete: f.Complete}
		nodes[f.From] = n.decided(SourceUnknown)
	}
	return nodes
}

// stand says at which step an item is, and in which column: scrap is a source as the ground is, and a product inside another a component.
func (d *drawing) stand(item graph.Node) (graph.Stage, int) {
	stage := d.view.Stage(item)
	switch {
	case d.view.IsScrap(item):
		return graph.StageRecycling, 0
	case d.view.IsOre(item):
		return graph.StageMine, 0
	case stage == graph.StageAssembly && item != d.picture.Of:
		return stage, columns[graph.StageComponent]
	}
	return stage, columns[stage]
}

func (n Node) decided(known State) Node {
	n.State, n.ShortName = known, shortName(n.Name)
	if !n.Kilograms.Known() {
		n.State, n.Complete = MassUnknown, false
	}
	return n
}

// cut keeps the nearest nodes, and the flows between them.
func (d *drawing) cut(most int) {
	nodes, asked := d.nodes(), d.view.Key(d.picture.Of)
	hops := d.hops(asked)
	order := make([]Node, 0, len(hops))
	for id := range hops {
		order = append(order, nodes[id])
	}
	slices.SortFunc(order, func(x, y Node) int { return cmp.Or(cmp.Compare(hops[x.ID], hops[y.ID]), heavier(x, y)) })
	p := d.picture
	p.Nodes = order[:min(most, len(order))]
	p.LeftOutNodes = len(order) - len(p.Nodes)
	kept := map[string]bool{}
	for i := range p.Nodes {
		kept[p.Nodes[i].ID] = true
	}
	for _, f := range d.flows {
		if kept[f.From] && kept[f.To] {
			p.Flows = append(p.Flows, f)
		}
	}
	p.LeftOutFlows = len(d.flows) - len(p.Flows)
	slices.SortFunc(p.Nodes, func(x, y Node) int { return cmp.Or(cmp.Compare(x.Column, y.Column), heavier(x, y)) })
}

// hops counts the flows on the shortest way from each node to the item asked about.
func (d *drawing) hops(asked string) map[string]int {
	into := map[string][]string{}
	for i := range d.flows {
		into[d.flows[i].To] = append(into[d.flows[i].To], d.flows[i].From)
	}
	hops, queue := map[string]int{asked: 0}, []string{asked}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, from := range into[at] {
			if _, ok := hops[from]; !ok {
				hops[from] = hops[at] + 1
				queue = append(queue, from)
			}
		}
	}
	return hops
}

// heavier puts more kilograms first, unknown ones last.
func heavier(x, y Node) int {
	a, b := -1.0, -1.0
	if x.Kilograms.Known() {
		a = x.Kilograms.Best()
	}
	if y.Kilograms.Known() {
		b = y.Kilograms.Best()
	}
	return cmp.Or(cmp.Compare(b, a), cmp.Compare(x.ID, y.ID))
}

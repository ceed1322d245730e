package reach

import (
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Direction says which way links are followed.
type Direction string

// The directions.
const (
	Up   Direction = "UP"   // against the flow of material: what it comes from
	Down Direction = "DOWN" // with the flow of material: where it goes
)

// Relation is a kind of link.
type Relation string

// The relations, in the order of their rank.
const (
	Feeds    Relation = "FEEDS"
	KindOf   Relation = "KIND_OF"
	Makes    Relation = "MAKES"
	Operates Relation = "OPERATES"
	Produces Relation = "PRODUCES"
	Supplies Relation = "SUPPLIES"
	Buys     Relation = "BUYS"
	Uses     Relation = "USES"
)

// Relations lists all relations in the order of their rank.
func Relations() []Relation {
	return []Relation{Feeds, KindOf, Makes, Operates, Produces, Supplies, Buys, Uses}
}

// Options narrow a question.
type Options struct {
	Direction Direction
	Kinds     []graph.NodeKind // kinds of nodes to list and count; empty is all. The search passes through the others.
	Through   []Relation       // links to follow; empty is all
}

// Reach is what was reached.
type Reach struct {
	Nodes  []Reached    // by tier, then key
	Kinds  []KindCount  // how many of each kind are listed, in the order of kinds; none is left out
	Stages []StageCount // how many items and plants of each stage are listed, in the order of stages; none is left out
	Flags  graph.Flags  // cautions of the view

	index *Index
	up    bool
	tier  []uint32 // by node: links from the starts plus one; 0 where it is not reached
}

// Reached is a node and how far it is.
type Reached struct {
	Node graph.Node
	Tier int // links on a shortest chain, at least 1
}

// KindCount counts nodes of a kind.
type KindCount struct {
	Kind  graph.NodeKind
	Count int
}

// StageCount counts items and plants of a stage.
type StageCount struct {
	Stage graph.Stage
	Count int
}

// Link is how a node was first reached.
type Link struct {
	From     graph.Node // the node of the tier before
	Relation Relation
	Rows     []graph.RowRef // what states the link; for USES the row of feeds and those that say the firm makes the output
}

// From finds what the starts reach in a view; with an Index of it this costs much less the second time. The error is that of the
// context, or names a direction or relation that does not exist. Starts that reach nothing give an empty answer.
func From(ctx context.Context, v *graph.View, starts []graph.Node, options Options) (*Reach, error) {
	x, err := NewIndex(ctx, v, options.Through)
	if err != nil {
		return nil, err
	}
	return x.From(ctx, starts, options)
}

// Tier is the number of links to a node; ok is false where it is not reached. Starts have tier 0.
func (r *Reach) Tier(n graph.Node) (tier int, ok bool) {
	return int(r.tier[n]) - 1, r.tier[n] > 0
}

// list puts the nodes in order and counts them.
func (r *Reach) list(kinds []graph.NodeKind, tiers int) {
	v := r.index.view
	starts, byStage := make([]int, tiers+1), map[graph.Stage]int{} // by tier: where its nodes start, then where the next one goes
	wanted := r.tier
	if len(kinds) > 0 {
		wanted = make([]uint32, len(r.tier))
	}
	for _, k := range graph.NodeKinds() {
		if len(kinds) > 0 && !slices.Contains(kinds, k) {
			continue
		}
		first, end := v.Range(k)
		copy(wanted[first:end], r.tier[first:end])
		count := 0
		for n := first; n < end; n++ {
			if t := r.tier[n]; t > 1 {
				count++
				starts[t]++
				if stage := stageOf(v, n); stage != "" {
					byStage[stage]++
				}
			}
		}
		if count > 0 {
			r.Kinds = append(r.Kinds, KindCount{k, count})
		}
	}
	total := 0
	for t := range starts {
		total, starts[t] = total+starts[t], total
	}
	r.Nodes = make([]Reached, total)
	for _, n := range v.ByKey() {
		if t := wanted[n]; t > 1 {
			r.Nodes[starts[t]] = Reached{Node: n, Tier: int(t) - 1}
			starts[t]++
		}
	}
	for _, stage := range graph.Stages() {
		if byStage[stage] > 0 {
			r.Stages = append(r.Stages, StageCount{stage, byStage[stage]})
		}
	}
}

func stageOf(v *graph.View, n graph.Node) graph.Stage {
	if v.IsItem(n) {
		return v.Stage(n)
	}
	if plant := v.Facility(n); plant != nil {
		return plant.Stage
	}
	return ""
}

// Why tells how a node was first reached; ok is false for starts and for nodes that are not reached. It costs a look at the links of the
// node.
func (r *Reach) Why(n graph.Node) (link Link, ok bool) {
	if r.tier[n] < 2 {
		return Link{}, false
	}
	return r.first(n), true
}

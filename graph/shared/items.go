package shared

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
)

// itemSet is a set of items, numbered within the recipes below the subjects.
type itemSet []uint64

func (s itemSet) has(i int) bool { return s[i>>6]>>(i&63)&1 == 1 }
func (s itemSet) add(i int)      { s[i>>6] |= 1 << (i & 63) }

// needs are the items that something cannot do without, and those that it may need.
type needs struct{ certain, possible itemSet }

func newNeeds(words int) needs { return needs{make(itemSet, words), make(itemSet, words)} }

// take adds the needs of one input. Of inputs of which any one serves, only what all of them need is certain.
func (n needs) take(input needs, any, first bool) {
	for i := range n.possible {
		n.possible[i] |= input.possible[i]
		if any && !first {
			n.certain[i] &= input.certain[i]
		} else {
			n.certain[i] |= input.certain[i]
		}
	}
}

// recipes says what items need, numbered by node.
type recipes struct {
	number map[graph.Node]int
	nodes  []graph.Node
	having map[graph.Node]needs // to have an item: itself, and what it is made of
	making map[graph.Node]needs // to make it: what it is made of; a class is made by making one of its grades
}

// needsBelow works out the needs of some items and of all that they require. Elements are not required; they carry composition only.
func needsBelow(v *graph.View, roots []graph.Node) *recipes {
	r := &recipes{number: map[graph.Node]int{}, having: map[graph.Node]needs{}, making: map[graph.Node]needs{}}
	below := map[graph.Node]bool{}
	number := func(n graph.Node) {
		if _, ok := r.number[n]; !ok {
			r.number[n] = len(r.nodes)
			r.nodes = append(r.nodes, n)
		}
	}
	queue := append([]graph.Node(nil), roots...)
	for ; len(queue) > 0; queue = queue[1:] {
		n := queue[0]
		if below[n] {
			continue
		}
		below[n] = true
		number(n)
		for _, class := range v.Above(n) {
			number(class)
		}
		queue = append(queue, v.Requirement(n).Inputs...)
	}
	words := (len(r.nodes) + 63) / 64
	for _, n := range v.Order() { // inputs come first
		if !below[n] {
			continue
		}
		having, making := newNeeds(words), newNeeds(words)
		requirement := v.Requirement(n)
		for i, input := range requirement.Inputs {
			having.take(r.having[input], requirement.Any, i == 0)
			if requirement.Grades {
				making.take(r.making[input], true, i == 0)
			} else {
				making.take(r.having[input], requirement.Any, i == 0)
			}
		}
		for _, own := range append([]graph.Node{n}, v.Above(n)...) {
			having.certain.add(r.number[own])
			having.possible.add(r.number[own])
		}
		r.having[n], r.making[n] = having, making
	}
	return r
}

// items lists the items that enough subjects need.
func (f *finder) items() []Dependency {
	var roots []graph.Node
	for i := range f.wants {
		for _, w := range f.wants[i] {
			roots = append(roots, w.item)
		}
	}
	r := needsBelow(f.v, roots)
	within := graph.NewTargetSet(f.v, f.Within)
	subjects := asSet(f.Subjects)
	var out []Dependency
	for i, item := range r.nodes {
		if subjects[item] || !within.HasItem(item) || !f.holds(item) || !f.atStage(within, item) {
			continue
		}
		d := Dependency{Node: Node{Kind: Item, Node: item}}
		for s, subject := range f.Subjects {
			c := Cell{Subject: subject, Tier: -1, Share: exposure.Share{}}
			for _, w := range f.wants[s] {
				needs := r.having[w.item]
				if w.makes {
					needs = r.making[w.item]
				}
				switch {
				case needs.certain.has(i):
					c.Reaches, c.Certainty, c.Share = true, exposure.Certain, exposure.Share{Low: 1, High: 1, Estimate: 1}
				case needs.possible.has(i) && !c.Reaches:
					c.Reaches, c.Certainty, c.Share = true, exposure.Possible, exposure.Share{High: 1, Estimate: math.NaN()}
				}
			}
			d.Cells = append(d.Cells, c)
		}
		if d.join(); d.By >= f.AtLeast {
			out = append(out, d)
		}
	}
	return out
}

// atStage tells whether an item belongs to a stage of the target; it does where the target names none.
func (f *finder) atStage(within *graph.TargetSet, item graph.Node) bool {
	if len(within.Stages) == 0 {
		return true
	}
	for _, stage := range within.Stages {
		if f.v.AnswersTo(item, stage) {
			return true
		}
	}
	return false
}

func (f *finder) holds(item graph.Node) bool { return f.Holds == nil || f.Holds(item) }

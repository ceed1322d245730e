package compliance

import (
	"container/heap"
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// The weights of a chain: missing facts before steps. Sums stop at most, so that chains that double their inputs over and over do not overflow.
const (
	perFact = 1 << 20
	most    = int64(math.MaxInt64 / 4)
	never   = int64(math.MaxInt64)
)

// derived is the lightest derivation of every node.
type derived struct {
	weight []int64 // never: no chain is left
	rule   []int32
}

// derive finds lightest derivations from rules whose bars are all lifted, by Knuth's generalisation of Dijkstra's algorithm: rules fire when
// all of their bodies are settled, so that no node leans on itself.
func (p *plan) derive(lifted func(bar int32) bool, weigh func(r *rule) int64) derived {
	d := derived{weight: make([]int64, len(p.nodes)), rule: make([]int32, len(p.nodes))}
	waiting, sums := make([]int, len(p.rules)), make([]int64, len(p.rules))
	users := p.users()
	settled := make([]bool, len(p.nodes))
	var queue lightest
	offer := func(i int32) {
		r := &p.rules[i]
		if w := min(sums[i]+weigh(r), most); w < d.weight[r.head] {
			d.weight[r.head], d.rule[r.head] = w, i
			heap.Push(&queue, queued{w, r.head})
		}
	}
	for n := range d.weight {
		d.weight[n], d.rule[n] = never, -1
	}
	for i := range p.rules {
		r := &p.rules[i]
		waiting[i] = len(r.body)
		if slices.ContainsFunc(r.bars, func(b int32) bool { return !lifted(b) }) {
			waiting[i] = -1
		} else if waiting[i] == 0 {
			offer(int32(i))
		}
	}
	for queue.Len() > 0 {
		at := heap.Pop(&queue).(queued)
		if settled[at.node] {
			continue
		}
		settled[at.node] = true
		for _, i := range users[at.node] {
			if waiting[i] <= 0 {
				continue
			}
			sums[i] = min(sums[i]+at.weight, most)
			if waiting[i]--; waiting[i] == 0 && !settled[p.rules[i].head] {
				offer(i)
			}
		}
	}
	return d
}

// users lists the rules in whose bodies each node stands.
func (p *plan) users() [][]int32 {
	if p.used == nil {
		p.used = make([][]int32, len(p.nodes))
		for i := range p.rules {
			for _, n := range p.rules[i].body {
				p.used[n] = append(p.used[n], int32(i))
			}
		}
	}
	return p.used
}

type queued struct {
	weight int64
	node   int32
}

// lightest is a heap; ties go by the number of the node.
type lightest []queued

func (q lightest) Len() int { return len(q) }
func (q lightest) Less(i, j int) bool {
	return q[i].weight < q[j].weight || q[i].weight == q[j].weight && q[i].node < q[j].node
}
func (q lightest) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *lightest) Push(x any)   { *q = append(*q, x.(queued)) }
func (q *lightest) Pop() any {
	last := len(*q) - 1
	x := (*q)[last]
	*q = (*q)[:last]
	return x
}

func byFacts(r *rule) int64 { return int64(len(r.facts))*perFact + 1 }
func byBars(r *rule) int64  { return int64(len(r.bars))*perFact + 1 }
func none(int32) bool       { return false }

func (p *plan) answer(ctx context.Context) (*Answer, error) {
	d := p.derive(none, byFacts)
	a := &Answer{Verdict: verdictOf(d.weight[0]), Sources: p.sources(&d)}
	for _, b := range p.met {
		a.Barred = append(a.Barred, p.bars[b])
	}
	if a.Verdict == Blocked {
		set, smallest, err := p.blocking(ctx)
		for _, b := range set {
			a.Blocking = append(a.Blocking, p.bars[b])
		}
		a.Smallest = smallest
		return a, err
	}
	a.Steps = p.steps(&d)
	for i := range a.Steps {
		a.Flags = a.Flags.With(a.Steps[i].Flags...)
		for _, f := range a.Steps[i].Missing {
			if !slices.Contains(a.Missing, f) {
				a.Missing = append(a.Missing, f)
			}
		}
	}
	return a, nil
}

func verdictOf(weight int64) Verdict {
	switch {
	case weight == never:
		return Blocked
	case weight < perFact:
		return Clean
	}
	return NotKnown
}

// sources opens the rules of the root: who may make the item, and how good the best chain of each is.
func (p *plan) sources(d *derived) []Source {
	list := make([]Source, 0, len(p.nodes[0].rules))
	for _, i := range p.nodes[0].rules {
		r := &p.rules[i]
		m := p.maker(r.body[0])
		s := Source{Firm: m.Firm, Facility: m.Facility, Country: m.Country}
		weight := never
		if len(r.bars) == 0 && d.weight[r.body[0]] != never {
			weight = min(d.weight[r.body[0]]+byFacts(r), most)
			s.Facts = int(weight / perFact)
		}
		s.Verdict = verdictOf(weight)
		bars := slices.Clone(r.bars)
		if own := p.nodes[r.body[0]].rules; len(own) > 0 {
			bars = append(bars, p.rules[own[0]].bars...) // the same for all of them
		}
		for _, b := range bars {
			s.Bars = append(s.Bars, p.bars[b])
		}
		list = append(list, s)
	}
	return list
}

// maker is who and where a making is.
func (p *plan) maker(n int32) Step {
	k := p.nodes[n].key
	s := Step{Item: k.item, Firm: k.firm, Facility: graph.NoNode, Country: k.country}
	switch k.kind {
	case output:
		part, where := &p.network.Parts[k.part], p.placesOf(k.part)[k.place]
		s.Item, s.Firm, s.Facility, s.Country = part.Item, part.Firm, where.Facility, p.countryAt(k.part, where)
		s.Passed = part.Flags.Has(graph.FlagPassedOn)
	case step:
		s.Item, s.Firm = p.network.Parts[k.part].Item, p.network.Parts[k.part].Firm
	}
	return s
}

// steps lists the makings of the lightest chain, each once, from the buyer to the ends.
func (p *plan) steps(d *derived) []Step {
	var list []Step
	seen := make([]bool, len(p.nodes))
	var visit func(n int32, serves int, buyer graph.Node, before rule)
	visit = func(n int32, serves int, buyer graph.Node, before rule) {
		r := &p.rules[d.rule[n]]
		switch k := p.nodes[n].key; k.kind {
		case root, need, sourced:
			before.facts, before.rows, before.flags = slices.Concat(before.facts, r.facts), slices.Concat(before.rows, r.rows), before.flags.With(r.flags...)
			if r.shipment != nil {
				before.shipment = r.shipment
			}
			if k.kind != sourced {
				buyer = k.firm
			}
			visit(r.body[0], serves, buyer, before)
			return
		}
		if seen[n] {
			return
		}
		seen[n] = true
		s := p.maker(n)
		s.For, s.Shipment, s.Rows, s.Flags = serves, before.shipment, slices.Concat(before.rows, r.rows), before.flags.With(r.flags...)
		for _, f := range before.facts { // of having it; those of making it have no buyer
			f.Buyer = buyer
			s.Missing = append(s.Missing, f)
		}
		s.Missing = append(s.Missing, r.facts...)
		at := len(list)
		list = append(list, s)
		for _, input := range r.body {
			visit(input, at, graph.NoNode, rule{})
		}
	}
	visit(0, -1, graph.NoNode, rule{})
	return list
}

package chain

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Part is a node of the network: an output, a line, or a step that a firm is taken to do in-house.
type Part struct {
	Kind  Kind
	Firm  graph.Node
	Item  graph.Node
	Flags graph.Flags

	// Outputs and steps: what they need. With Any one need suffices; Choices counts the inputs the recipe allows, which may
	// be more than the needs kept here. A terminal part needs nothing; one without needs that is not terminal is unknown.
	Needs    []Need
	Any      bool
	Choices  int
	Terminal bool

	// Outputs: where it is made and which rows say so.
	Plants []Plant
	Rows   []graph.RowRef
	Graded bool // stands for one grade of a class the firm is on record for; not an output of its own
	Gone   bool // the view's scenario removes it: nothing refers to it

	// Lines: who serves it.
	Suppliers []Supplier
	Bought    bool // the firm is a named buyer
	Own       bool // a need of what the firm itself is on record for, not only of a grade it may make
}

// Kind tells the parts apart.
type Kind uint8

// The kinds of parts.
const (
	Output Kind = iota
	Line
	Step
)

// Need joins an output or step to the line or step that it needs, with the recipe row that says so.
type Need struct {
	Part int32
	Row  graph.RowRef
}

// Plant is a place where an output is made. Tonnes is the firm's part of the capacity in tonnes a year; NaN when not stated.
// A plant that a scenario adds has no facility but a country.
type Plant struct {
	graph.Place
	Rows []graph.RowRef
	Left float64 // what the view's scenario leaves of it: 1 where no edit touches it
}

// Places lists where an output is made, for graph.TargetSet.Member.
func (p *Part) Places() []graph.Place {
	out := make([]graph.Place, len(p.Plants))
	for i := range p.Plants {
		out[i] = p.Plants[i].Place
	}
	return out
}

// Supplier serves a line. Share is the stated share of the line, scaled where shares add to more than 1; NaN when not
// stated. Where the seller may serve from several outputs (grades, plants of held firms), any of Outputs may be meant.
type Supplier struct {
	Firm     graph.Node
	Item     graph.Node // what is sold or made: the line's item, a grade or a class of it
	Outputs  []int32
	Share    float64
	Possible bool // the grade is not stated
	Own      bool // the firm's own making, or that of a firm it holds
	Rows     []graph.RowRef
}

// Stated tells whether the supplier's share is on record.
func (s *Supplier) Stated() bool { return !math.IsNaN(s.Share) }

// Network is a view resolved into parts. It never changes after Build.
type Network struct {
	View  *graph.View
	Parts []Part

	outputs *outputIndex
	lines   map[pair]int32
	byFirm  [][]int32 // by firm index: its outputs and own lines
	held    [][]graph.HeldFirm
	first   graph.Node
	from    []int32 // by part: where its users start in users
	users   []Use
}

// Use says that a part serves another one: as an output of one supplier of a line, or as a need of an output or step.
type Use struct {
	Part     int32 // the line, output or step that is served
	Supplier int32 // the number of the supplier in the line; -1 for a need
}

// Users lists what a part serves, in the order of parts. It is shared: do not change it.
func (n *Network) Users(part int32) []Use { return n.users[n.from[part]:n.from[part+1]] }

// indexUsers turns suppliers and needs round, in O(links).
func (n *Network) indexUsers() {
	visit := func(do func(part int32, use Use)) {
		for i := range n.Parts {
			p := &n.Parts[i]
			for j := range p.Suppliers {
				for _, o := range p.Suppliers[j].Outputs {
					do(o, Use{int32(i), int32(j)})
				}
			}
			for _, need := range p.Needs {
				do(need.Part, Use{int32(i), -1})
			}
		}
	}
	n.from = make([]int32, len(n.Parts)+1)
	visit(func(part int32, _ Use) { n.from[part+1]++ })
	for i := range n.Parts {
		n.from[i+1] += n.from[i]
	}
	n.users = make([]Use, n.from[len(n.Parts)])
	next := slices.Clone(n.from)
	visit(func(part int32, use Use) {
		n.users[next[part]] = use
		next[part]++
	})
}

type pair struct{ firm, item graph.Node }

// Seen is the network in another view of the same snapshot and scenario that keeps the same recipes, holdings, makers and sales, as when
// the two differ in figures of the world market alone. Parts are shared.
func (n *Network) Seen(v *graph.View) *Network {
	other := *n
	other.View = v
	return &other
}

// Of lists the outputs and lines of a firm in the order they were found. It is shared: do not change it.
func (n *Network) Of(firm graph.Node) []int32 { return n.byFirm[firm-n.first] }

// Held lists the firms whose outputs serve the firm; see graph.View.Held. It is shared: do not change it.
func (n *Network) Held(firm graph.Node) []graph.HeldFirm { return n.held[firm-n.first] }

// OutputOf finds the output of a firm and item.
func (n *Network) OutputOf(firm, item graph.Node) (int32, bool) {
	p, ok := n.outputs.find(firm, item)
	return p, ok
}

// LineOf finds the line of a firm and item.
func (n *Network) LineOf(firm, item graph.Node) (int32, bool) {
	p, ok := n.lines[pair{firm, item}]
	return p, ok
}

package chokepoint

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Requirements lists what nodes need to be up: a node is up when it has not failed and each of its requirements has at least so many
// alternatives up. A node without requirements needs nothing.
type Requirements struct {
	Nodes        int
	owner        []int32
	need         []int32
	first        []int32 // by requirement: where its alternatives start
	alternatives []int32
}

// Add states that owner needs at least need of the alternatives. An alternative that is named twice counts once.
func (r *Requirements) Add(owner, need int32, alternatives ...int32) {
	r.owner, r.need = append(r.owner, owner), append(r.need, need)
	r.first = append(r.first, int32(len(r.alternatives)))
	r.alternatives = append(r.alternatives, alternatives...)
}

// ErrRequirements is a requirement that cannot be read.
var ErrRequirements = errors.New("requirement")

// Graph is an AND-OR graph, compiled. It never changes, and any number of readers may share it.
type Graph struct {
	nodes        int
	owner        []int32 // by requirement
	slack        []int32 // by requirement: how many alternatives it can lose
	first        []int32 // by requirement
	alternatives []int32
	needs        csr // node -> its requirements
	serves       csr // node -> requirements it is an alternative of
}

// csr lists numbers by node in compressed form.
type csr struct {
	first []int32
	list  []int32
}

func (c *csr) of(n int32) []int32 { return c.list[c.first[n]:c.first[n+1]] }

// newCSR sorts the numbers 0..len(keys)-1 by their key, stable. A key below 0 is left out.
func newCSR(nodes int, keys []int32, value func(i int) int32) csr {
	c := csr{first: make([]int32, nodes+1)}
	for _, k := range keys {
		if k >= 0 {
			c.first[k+1]++
		}
	}
	for i := range nodes {
		c.first[i+1] += c.first[i]
	}
	c.list = make([]int32, c.first[nodes])
	next := slices.Clone(c.first[:nodes])
	for i, k := range keys {
		if k >= 0 {
			c.list[next[k]] = value(i)
			next[k]++
		}
	}
	return c
}

// Compile checks and indexes requirements, in time and memory linear in them. The error wraps ErrRequirements and names the first
// requirement that refers to no node, has no alternatives, or needs less than one or more than all of them.
func Compile(r *Requirements) (*Graph, error) {
	if r.Nodes < 0 || r.Nodes > math.MaxInt32-1 || len(r.alternatives) > math.MaxInt32-1 {
		return nil, fmt.Errorf("%w: %d nodes and %d alternatives are more than can be numbered", ErrRequirements, r.Nodes, len(r.alternatives))
	}
	g := &Graph{nodes: r.Nodes, owner: slices.Clone(r.owner), slack: make([]int32, len(r.owner)), first: make([]int32, len(r.owner)+1)}
	g.alternatives = make([]int32, 0, len(r.alternatives))
	requirement := make([]int32, 0, len(r.alternatives)) // by alternative
	seen := make([]int32, r.Nodes)                       // by node: 1 + the last requirement that named it
	for i, owner := range r.owner {
		end := len(r.alternatives)
		if i+1 < len(r.first) {
			end = int(r.first[i+1])
		}
		if owner < 0 || int(owner) >= r.Nodes {
			return nil, fmt.Errorf("%w %d: owner %d is no node", ErrRequirements, i, owner)
		}
		for _, a := range r.alternatives[r.first[i]:end] {
			if a < 0 || int(a) >= r.Nodes {
				return nil, fmt.Errorf("%w %d: alternative %d is no node", ErrRequirements, i, a)
			}
			if seen[a] != int32(i+1) {
				seen[a] = int32(i + 1)
				g.alternatives, requirement = append(g.alternatives, a), append(requirement, int32(i))
			}
		}
		g.first[i+1] = int32(len(g.alternatives))
		count := g.first[i+1] - g.first[i]
		if r.need[i] < 1 || r.need[i] > count {
			return nil, fmt.Errorf("%w %d: it needs %d of %d alternatives", ErrRequirements, i, r.need[i], count)
		}
		g.slack[i] = count - r.need[i]
	}
	g.needs = newCSR(g.nodes, g.owner, func(i int) int32 { return int32(i) })
	g.serves = newCSR(g.nodes, g.alternatives, func(i int) int32 { return requirement[i] })
	return g, nil
}

// Nodes is the number of nodes.
func (g *Graph) Nodes() int { return g.nodes }

// Links is the number of alternatives over all requirements.
func (g *Graph) Links() int { return len(g.alternatives) }

func (g *Graph) of(requirement int32) []int32 {
	return g.alternatives[g.first[requirement]:g.first[requirement+1]]
}

// Cascade is a state of the graph: what has failed, and what went down with it. Failures are a stack. It belongs to one goroutine.
//
// Everything is up to begin with and goes down only for a reason: the greatest fixed point, in which a loop that nobody disturbs keeps
// running.
type Cascade struct {
	g       *Graph
	down    []bool
	lost    []int32 // by requirement: alternatives that are down
	trail   []int32 // nodes that are down, in the order in which they went down
	marks   []int   // where the failures start on the trail
	visited int     // links looked at
}

// NewCascade gives the undisturbed state.
func (g *Graph) NewCascade() *Cascade {
	return &Cascade{g: g, down: make([]bool, g.nodes), lost: make([]int32, len(g.owner))}
}

// newCascadeFor gives the undisturbed state as far as it bears on some targets: what does not lead to them counts as down from the
// start, so that no failure looks beyond it.
func (g *Graph) newCascadeFor(leads []bool) *Cascade {
	c := g.NewCascade()
	for n, on := range leads {
		c.down[n] = !on
	}
	return c
}

// Fail takes a node down and everything that cannot do without it. It costs the links out of what goes down.
func (c *Cascade) Fail(node int32) {
	at := len(c.trail)
	c.marks = append(c.marks, at)
	if c.down[node] {
		return
	}
	g, down, lost, trail := c.g, c.down, c.lost, c.trail
	down[node] = true
	trail = append(trail, node)
	for ; at < len(trail); at++ {
		serves := g.serves.of(trail[at])
		c.visited += len(serves)
		for _, r := range serves {
			lost[r]++
			if lost[r] > g.slack[r] {
				if o := g.owner[r]; !down[o] {
					down[o] = true
					trail = append(trail, o)
				}
			}
		}
	}
	c.trail = trail
}

// Undo takes the last failure back.
func (c *Cascade) Undo() {
	last := len(c.marks) - 1
	mark := c.marks[last]
	c.marks = c.marks[:last]
	for _, n := range c.trail[mark:] {
		c.down[n] = false
		for _, r := range c.g.serves.of(n) {
			c.lost[r]--
		}
	}
	c.trail = c.trail[:mark]
}

// Reset takes all failures back.
func (c *Cascade) Reset() {
	for len(c.marks) > 0 {
		c.Undo()
	}
}

// Down tells whether a node is down.
func (c *Cascade) Down(node int32) bool { return c.down[node] }

// Stopped lists the nodes that are down, in the order in which they went down. It is valid until the next call.
func (c *Cascade) Stopped() []int32 { return c.trail }

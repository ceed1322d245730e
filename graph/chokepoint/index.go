package chokepoint

import (
	"cmp"
	"context"
	"slices"
)

// Index answers for the single points of failure of all nodes at once.
//
// A requirement that can lose nothing makes a hard link: when the alternative goes down, so does the owner, and so everything that
// goes down with the owner. Nodes that hard links join into a loop go down together: they form a unit. Each unit takes one of those
// that its hard links lead to as its parent, and keeps only what goes down with it and not with its parent. What can stop a node are
// then the subtrees of the units whose difference holds it.
type Index struct {
	g       *Graph
	unit    []int32 // by node: its unit; units are numbered in preorder of the forest
	nodes   []int32 // the nodes unit by unit
	first   []int32 // by unit: where its nodes start in nodes
	end     []int32 // by unit: the unit after its subtree
	parent  []int32 // by unit; -1 at a root
	differ  csr     // unit -> other units that go down with it and not with its parent
	holders csr     // unit -> units whose difference holds it, ascending
	open    int     // units whose difference is not known
	visited int     // links looked at
}

// IndexLimits bound the building of an index. Zero values stand for the defaults.
type IndexLimits struct {
	Visits int // links looked at in cascades; 300 million
	Kept   int // entries kept, of 8 bytes; 40 million
}

const (
	defaultVisits = 300_000_000
	defaultKept   = 40_000_000
)

// NewIndex builds the index. The error is the context's. Cost: the links out of the differences, twice; memory: 8 bytes an entry of a
// difference and 40 a node. When a limit is met the index lists what it knows, and says so: see Complete.
func NewIndex(ctx context.Context, g *Graph, limits IndexLimits) (*Index, error) {
	x := &Index{g: g}
	hard := g.hardLinks()
	found := hardUnits(g.nodes, hard)
	x.number(found, forest(found, hard))
	if err := x.cascades(ctx, limits); err != nil {
		return nil, err
	}
	return x, nil
}

// units are the strongly connected components of the hard links; those that links lead to have the smaller numbers.
type units struct {
	of    []int32 // by node
	nodes []int32 // unit by unit
	first []int32
}

func (u *units) count() int { return len(u.first) - 1 }

func (u *units) members(i int32) []int32 { return u.nodes[u.first[i]:u.first[i+1]] }

// hardLinks lists by node the owners of the requirements that cannot do without it.
func (g *Graph) hardLinks() csr {
	count := int32(0)
	for r, slack := range g.slack {
		if slack == 0 {
			count += g.first[r+1] - g.first[r]
		}
	}
	from, to := make([]int32, 0, count), make([]int32, 0, count)
	for r, slack := range g.slack {
		if slack == 0 {
			for _, a := range g.of(int32(r)) {
				from, to = append(from, a), append(to, g.owner[r])
			}
		}
	}
	return newCSR(g.nodes, from, func(i int) int32 { return to[i] })
}

// hardUnits is Tarjan's search over hard links, without recursion.
func hardUnits(n int, hard csr) *units {
	u := &units{of: make([]int32, n), nodes: make([]int32, 0, n), first: make([]int32, 1, n+1)}
	number, low := make([]int32, n), make([]int32, n)
	for i := range u.of {
		u.of[i] = -1
	}
	type frame struct{ node, next int32 }
	var call []frame
	var stack []int32
	counter := int32(0)
	open := func(node int32) {
		counter++
		number[node], low[node] = counter, counter
		stack = append(stack, node)
		call = append(call, frame{node, hard.first[node]})
	}
	for root := range int32(n) {
		if number[root] != 0 {
			continue
		}
		open(root)
	search:
		for len(call) > 0 {
			f := &call[len(call)-1]
			for f.next < hard.first[f.node+1] {
				to := hard.list[f.next]
				f.next++
				if number[to] == 0 {
					open(to)
					continue search
				}
				if u.of[to] < 0 {
					low[f.node] = min(low[f.node], number[to])
				}
			}
			done := f.node
			call = call[:len(call)-1]
			if len(call) > 0 {
				above := call[len(call)-1].node
				low[above] = min(low[above], low[done])
			}
			if low[done] == number[done] {
				i := len(stack) - 1
				for stack[i] != done {
					i--
				}
				u.close(stack[i:])
				stack = stack[:i]
			}
		}
	}
	return u
}

func (u *units) close(members []int32) {
	for _, m := range members {
		u.of[m] = int32(len(u.first) - 1)
	}
	u.nodes = append(u.nodes, members...)
	u.first = append(u.first, int32(len(u.nodes)))
}

// forest gives each unit a parent: of those that its hard links lead to, the one with most below it.
func forest(u *units, hard csr) []int32 {
	parent, size := make([]int32, u.count()), make([]int32, u.count())
	for i := range parent {
		self := int32(i)
		parent[i] = -1
		for _, n := range u.members(self) {
			for _, owner := range hard.of(n) {
				if to := u.of[owner]; to != self && (parent[i] < 0 || size[to] > size[parent[i]]) {
					parent[i] = to
				}
			}
		}
		size[i] = int32(len(u.members(self)))
		if parent[i] >= 0 {
			size[i] += size[parent[i]]
		}
	}
	return parent
}

// number renumbers the units in preorder of the forest.
func (x *Index) number(u *units, parent []int32) {
	count := u.count()
	children := newCSR(count, parent, func(i int) int32 { return int32(i) })
	x.unit, x.nodes = make([]int32, x.g.nodes), make([]int32, 0, x.g.nodes)
	x.first, x.end, x.parent = make([]int32, 1, count+1), make([]int32, count), make([]int32, 0, count)
	renumbered := make([]int32, count)
	var stack []int32
	for root := range int32(count) {
		if parent[root] >= 0 {
			continue
		}
		stack = append(stack, root)
		for len(stack) > 0 {
			old := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			now := int32(len(x.parent))
			renumbered[old] = now
			above := int32(-1)
			if p := parent[old]; p >= 0 {
				above = renumbered[p]
			}
			x.parent = append(x.parent, above)
			for _, n := range u.members(old) {
				x.unit[n] = now
			}
			x.nodes = append(x.nodes, u.members(old)...)
			x.first = append(x.first, int32(len(x.nodes)))
			stack = append(stack, children.of(old)...)
		}
	}
	for i := count - 1; i >= 0; i-- {
		x.end[i] = max(x.end[i], int32(i)+1)
		if p := x.parent[i]; p >= 0 {
			x.end[p] = max(x.end[p], x.end[i])
		}
	}
}

// cascades walks the forest depth first: each unit's cascade goes on from its parent's.
func (x *Index) cascades(ctx context.Context, limits IndexLimits) error {
	visits, kept := cmp.Or(limits.Visits, defaultVisits), cmp.Or(limits.Kept, defaultKept)
	c := x.g.NewCascade()
	first, list := make([]int32, 1, len(x.parent)+1), []int32(nil)
	var holds []int32 // by entry of list: the unit whose difference it belongs to
	var path []int32  // the units that have failed, each below the one before
	checked := 0
	for i := range x.parent {
		u := int32(i)
		for len(path) > 0 && x.end[path[len(path)-1]] <= u {
			path = path[:len(path)-1]
			c.Undo()
		}
		if c.visited > visits || len(list) > kept {
			x.open++
			first = append(first, int32(len(list)))
			continue
		}
		if c.visited-checked > 1<<20 {
			checked = c.visited
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
		}
		// A single node without hard links takes nothing with it.
		if x.end[u] > u+1 || x.parent[u] >= 0 || len(x.members(u)) > 1 {
			before := len(c.trail)
			path = append(path, u)
			c.Fail(x.nodes[x.first[u]])
			for _, n := range c.trail[before:] {
				if v := x.unit[n]; v != u && x.nodes[x.first[v]] == n {
					list, holds = append(list, v), append(holds, u)
				}
			}
		}
		first = append(first, int32(len(list)))
	}
	x.visited = c.visited
	x.differ = csr{first: first, list: list}
	x.holders = newCSR(len(x.parent), list, func(i int) int32 { return holds[i] })
	return nil
}

// Complete tells whether the index knows everything. Where it does not, what it lists is right, and something may be missing.
func (x *Index) Complete() bool { return x.open == 0 }

// Open is the number of units whose own cascade was left out because a limit was met.
func (x *Index) Open() int { return x.open }

// Entries is the number of entries that the differences hold: the index's size.
func (x *Index) Entries() int { return len(x.differ.list) }

// Singles appends, in ascending order, all nodes whose failure alone takes the node down, the node itself left out. It costs the length
// of the answer and a sort.
func (x *Index) Singles(node int32, into []int32) []int32 {
	start := len(into)
	u := x.unit[node]
	if !x.held(u, u) {
		into = append(into, x.subtree(u)...)
	}
	for _, h := range x.holders.of(u) {
		into = append(into, x.subtree(h)...)
	}
	slices.Sort(into[start:])
	i, _ := slices.BinarySearch(into[start:], node)
	return slices.Delete(into, start+i, start+i+1)
}

// Count is the number of single points of failure of a node. It costs the number of units that hold it.
func (x *Index) Count(node int32) int {
	u := x.unit[node]
	count := -1
	if !x.held(u, u) {
		count += len(x.subtree(u))
	}
	for _, h := range x.holders.of(u) {
		count += len(x.subtree(h))
	}
	return count
}

// Stops tells whether the failure of one node alone takes another down. It costs a search among the units that hold the other.
func (x *Index) Stops(failed, node int32) bool {
	u, f := x.unit[node], x.unit[failed]
	return u <= f && f < x.end[u] || x.held(u, f)
}

// held tells whether a unit whose difference holds u stands above f or is f. The subtrees of such units do not overlap.
func (x *Index) held(u, f int32) bool {
	holders := x.holders.of(u)
	at, found := slices.BinarySearch(holders, f)
	return found || at > 0 && f < x.end[holders[at-1]]
}

// Down appends, in ascending order, all nodes that go down when the node fails, itself included.
func (x *Index) Down(node int32, into []int32) []int32 {
	start := len(into)
	for u := x.unit[node]; u >= 0; u = x.parent[u] {
		into = append(into, x.members(u)...)
		for _, v := range x.differ.of(u) {
			into = append(into, x.members(v)...)
		}
	}
	slices.Sort(into[start:])
	return into[:start+len(slices.Compact(into[start:]))]
}

func (x *Index) members(u int32) []int32 { return x.nodes[x.first[u]:x.first[u+1]] }

func (x *Index) subtree(u int32) []int32 { return x.nodes[x.first[u]:x.first[x.end[u]]] }

package solve

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// Change says what would be other than it is for some nodes. The zero Change takes all of them out of the target.
type Change struct {
	Rows    []Row
	Members []Member // those of the nodes that belong to the target
}

// Row is what a node would need: the fields of a System, for one node.
type Row struct {
	Node     int32
	Rule     Rule
	Closed   bool
	Assumed  int32
	Supplier []int32
	Share    []float64
}

// Apart is what some nodes have in a Change, while all others stay as a solution sees them. It can be used again.
type Apart struct {
	whole   *Solution
	graph   Graph // these nodes alone, in their order in the whole
	numbers []uint32
	outside []uint32 // numbers that they look at; their places follow those of the nodes
	target  Target
	work    work
	bounds  [][2]float64
	middle  [][2]float64
	own     []Values // by member
	leads   []bool
	effort  Effort
}

// place finds a node among those solved apart.
func (a *Apart) place(node int32) (int, bool) {
	return slices.BinarySearch(a.numbers, a.whole.graph.rank[node])
}

// Values gives all four numbers of a node's own supply: for one that was not solved apart, those of the solution.
func (a *Apart) Values(node int32) Values {
	k, found := a.place(node)
	if !found {
		return a.whole.Values(node)
	}
	if a.work.special[k]&isMember != 0 {
		return a.own[a.work.member[k]]
	}
	v := Values{Low: a.bounds[k][0], Safe: a.bounds[k][1]}
	if a.whole.estimate {
		v.Estimate, v.Resolved = a.middle[k][0], a.middle[k][1]
	}
	return v
}

// Apart solves some nodes again in a change. What they look at outside stays as the solution sees it: nodes must hold all that depend on
// what changes and are looked at afterwards. A tolerance of 0 stands for Tolerance. The error is the context's, or names what is not a node
// or among the nodes. Cost: that of the links of these nodes, and of sorting the nodes.
func (s *Solution) Apart(ctx context.Context, nodes []int32, change *Change, tolerance float64, into *Apart) error {
	if tolerance <= 0 {
		tolerance = Tolerance
	}
	if err := s.graph.checkNodes(nodes); err != nil {
		return err
	}
	for i := range change.Rows {
		if err := s.graph.checkNodes([]int32{change.Rows[i].Node}); err != nil {
			return err
		}
	}
	into.whole = s
	if err := into.cut(s.graph, nodes, change); err != nil {
		return err
	}
	g := &into.graph
	into.bounds = into.lay(into.bounds, s.bounds)
	f := field{g: g, ctx: ctx, work: &into.work, target: &into.target, weights: g.stated, y: into.bounds, tolerance: tolerance, effort: &into.effort, counted: true}
	if err := into.run(&f); err != nil {
		return err
	}
	for k := range into.own {
		v := f.evaluate(int(into.target.Members[k].Node))
		into.own[k] = Values{Low: v[0], Safe: v[1]}
	}
	if !s.estimate {
		return nil
	}
	into.middle = into.lay(into.middle, s.middle)
	f.mode, f.weights, f.y = estimates, g.split, into.middle
	if s.graph.worst || len(change.Rows) > 0 {
		f.tolerance = min(tolerance, tie/1000)
	}
	if err := into.run(&f); err != nil {
		return err
	}
	for k := range into.own {
		v := f.evaluate(int(into.target.Members[k].Node))
		into.own[k].Estimate, into.own[k].Resolved = v[0], v[1]
	}
	return nil
}

func (a *Apart) run(f *field) error {
	f.base = nil
	if err := a.time(f); err != nil {
		return err
	}
	if assumption := a.whole.assumption; f.mode == estimates && assumption != nil && f.g.assumed != nil {
		a.work.base = sized(a.work.base, f.g.nodes)
		for k, weight := range f.g.assumed {
			a.work.base[k] = [2]float64{}
			if weight > 0 {
				of := &assumption[f.g.assumes[k]]
				a.work.base[k] = [2]float64{weight * of.Estimate, weight * of.Resolved}
			}
		}
		f.base = a.work.base
	}
	return f.run()
}

// lay puts what is seen of the numbers outside behind those of the nodes.
func (a *Apart) lay(y, whole [][2]float64) [][2]float64 {
	y = sized(y, len(a.numbers)+len(a.outside))
	clear(y[:len(a.numbers)])
	for k, n := range a.outside {
		y[len(a.numbers)+k] = whole[n]
	}
	return y
}

// time bounds how often a step is taken in the cores; see stepTimes. What members hold back counts.
func (a *Apart) time(f *field) error {
	g := f.g
	f.times = sized(f.times, len(g.cores))
	if len(g.cores) == 0 {
		return nil
	}
	steps := g.stepField(f.ctx, &a.work, f.weights)
	steps.y, steps.target, steps.holds = make([][2]float64, len(a.numbers)+len(a.outside)), f.target, f.mode
	for c, at := range g.cores {
		var err error
		if f.times[c], err = steps.time(at); err != nil {
			return err
		}
	}
	return nil
}

// Spread finds which of the nodes links of any share lead to a member; outside, found knows. Leads then tells.
func (a *Apart) Spread(found *Tiers) {
	n := len(a.numbers)
	a.leads = sized(a.leads, n)
	clear(a.leads)
	leads := func(s uint32) bool {
		if int(s) < n {
			return a.leads[s] || a.work.special[s]&isMember != 0
		}
		o := a.outside[int(s)-n]
		return found.seen[o>>6]>>(o&63)&1 == 1
	}
	for changed := true; changed; { // once and again where there are no loops
		changed = false
		for k := range n {
			if !a.leads[k] && slices.ContainsFunc(a.graph.supplier[a.graph.from[k]:a.graph.from[k+1]], leads) {
				a.leads[k], changed = true, true
			}
		}
	}
}

// Leads tells whether a node that was solved apart leads to a member; known is false for all others.
func (a *Apart) Leads(node int32) (leads, known bool) {
	k, found := a.place(node)
	return found && a.leads[k], found
}

// cut takes the rows of nodes out of a graph, and changes them. Loops among them are found by the order: a link that leads to a later
// number, or to the number itself, closes one.
func (a *Apart) cut(whole *Graph, nodes []int32, change *Change) error {
	a.numbers, a.outside = sized(a.numbers, len(nodes)), a.outside[:0]
	for k, n := range nodes {
		a.numbers[k] = whole.rank[n]
	}
	slices.Sort(a.numbers)
	a.numbers = slices.Compact(a.numbers)
	w := whole.borrow()
	defer whole.scratch.Put(w)
	if w.place == nil {
		w.place = make([]uint32, whole.nodes)
	}
	for k, number := range a.numbers {
		w.place[number] = uint32(k + 1)
	}
	err := a.fill(whole, w, change)
	for _, list := range [][]uint32{a.numbers, a.outside} {
		for _, number := range list {
			w.place[number] = 0
		}
	}
	return err
}

func (a *Apart) fill(whole *Graph, w *work, change *Change) error {
	n, g := len(a.numbers), &a.graph
	g.nodes, g.cores = n, g.cores[:0]
	g.rules, g.special, g.from = sized(g.rules, n), sized(g.special, n), append(g.from[:0], 0)
	g.supplier, g.stated, g.split = g.supplier[:0], g.stated[:0], g.split[:0]
	g.assumed, g.left = pick(g.assumed, whole.assumed, a.numbers), pick(g.left, whole.left, a.numbers)
	if whole.assumes != nil {
		g.assumes = pick(g.assumes, whole.assumes, a.numbers)
	}
	rows := change.Rows
	slices.SortFunc(rows, func(x, y Row) int { return int(whole.rank[x.Node]) - int(whole.rank[y.Node]) })
	for k, number := range a.numbers {
		if len(rows) > 0 && whole.rank[rows[0].Node] == number {
			if err := a.change(whole, w, k, &rows[0]); err != nil {
				return err
			}
			rows = rows[1:]
		} else {
			from, end := whole.from[number], whole.from[number+1]
			g.rules[k], g.special[k] = whole.rules[number], whole.special[number]
			for _, s := range whole.supplier[from:end] {
				a.link(w, k, s)
			}
			g.stated, g.split = append(g.stated, whole.stated[from:end]...), append(g.split, whole.split[from:end]...)
		}
		g.from = append(g.from, uint32(len(g.supplier)))
	}
	if len(rows) > 0 {
		return fmt.Errorf("row of node %d: it is not among the nodes", rows[0].Node)
	}
	g.depth = len(g.cores)
	for c := range g.cores {
		g.size(&g.cores[c])
	}
	return a.mark(w, whole, change.Members)
}

// link adds a supplier to the row of a node.
func (a *Apart) link(w *work, k int, supplier uint32) {
	n := len(a.numbers)
	if w.place[supplier] == 0 {
		a.outside = append(a.outside, supplier)
		w.place[supplier] = uint32(n + len(a.outside))
	}
	at := int(w.place[supplier]) - 1
	if at >= k && at < n {
		a.graph.loop(k, at+1)
	}
	a.graph.supplier = append(a.graph.supplier, uint32(at))
}

// change gives a node another row.
func (a *Apart) change(whole *Graph, w *work, k int, row *Row) error {
	g, first := &a.graph, len(a.graph.supplier)
	g.rules[k], g.special[k] = row.Rule, 0
	if g.left != nil {
		g.left[k] = 0
	}
	if g.assumed == nil && row.Assumed >= 0 {
		g.assumed, g.assumes = make([]float64, g.nodes), make([]int32, g.nodes)
	}
	if g.assumed != nil {
		g.assumed[k], g.assumes[k] = 0, row.Assumed
	}
	if row.Assumed >= 0 && a.whole.assumption != nil && int(row.Assumed) >= len(a.whole.assumption) {
		return fmt.Errorf("row of node %d: assumption %d of %d", row.Node, row.Assumed, len(a.whole.assumption))
	}
	if err := whole.checkNodes(row.Supplier); err != nil {
		return err
	}
	for i, s := range row.Supplier {
		if row.Share[i] < 0 || math.IsInf(row.Share[i], 0) {
			return fmt.Errorf("row of node %d: share %v: shares are not negative", row.Node, row.Share[i])
		}
		a.link(w, k, whole.rank[s])
	}
	g.stated, g.split = append(g.stated, row.Share...), append(g.split, row.Share...)
	if row.Rule == Sum {
		g.weigh(k, g.stated[first:], g.split[first:], true, row.Closed, row.Assumed >= 0)
		return nil
	}
	g.special[k] = ruled
	for i := first; i < len(g.stated); i++ {
		g.stated[i], g.split[i] = 1/float64(len(row.Share)), 1/float64(len(row.Share))
	}
	return nil
}

// mark marks the members among the nodes.
func (a *Apart) mark(w *work, whole *Graph, members []Member) error {
	n := len(a.numbers)
	a.work.special, a.work.member = append(a.work.special[:0], a.graph.special...), sized(a.work.member, n)
	a.target.Members, a.own = append(a.target.Members[:0], members...), sized(a.own, len(members))
	if err := whole.checkTarget(&a.target); err != nil {
		return err
	}
	for i := range a.target.Members {
		m := &a.target.Members[i]
		k := int(w.place[whole.rank[m.Node]]) - 1
		if k < 0 || k >= n {
			return fmt.Errorf("member %d is not among the nodes", m.Node)
		}
		m.Node = int32(k)
		a.work.special[k] |= isMember
		a.work.member[k] = int32(i)
	}
	return nil
}

// loop makes a range of numbers one core, with the cores that it touches.
func (g *Graph) loop(start, end int) {
	for len(g.cores) > 0 && g.cores[len(g.cores)-1].end > start {
		last := g.cores[len(g.cores)-1]
		start, end = min(start, last.start), max(end, last.end)
		g.cores = g.cores[:len(g.cores)-1]
	}
	g.cores = append(g.cores, core{start: start, end: end})
}

func pick[T any](into, from []T, at []uint32) []T {
	if from == nil {
		return nil
	}
	into = sized(into, len(at))
	for k, i := range at {
		into[k] = from[i]
	}
	return into
}

package solve

import (
	"context"
	"slices"
)

// Apart is what some nodes have of their own if none of them belonged to the target. It can be used again.
type Apart struct {
	whole   *Solution
	graph   Graph // these nodes alone, in their order in the whole
	numbers []uint32
	outside []uint32 // numbers that they look at; their places follow those of the nodes
	work    work
	bounds  [][2]float64
	middle  [][2]float64
	effort  Effort
}

// Values gives all four numbers of a node: for one that was not solved apart, those of the solution.
func (a *Apart) Values(node int32) Values {
	k, found := slices.BinarySearch(a.numbers, a.whole.graph.rank[node])
	if !found {
		return a.whole.Values(node)
	}
	v := Values{Low: a.bounds[k][0], Safe: a.bounds[k][1]}
	if a.whole.estimate {
		v.Estimate, v.Resolved = a.middle[k][0], a.middle[k][1]
	}
	return v
}

// Apart solves some nodes again as if none of them belonged to the target. What they look at outside stays as the solution sees it. A
// tolerance of 0 stands for Tolerance. The error is the context's, or names what is not a node. Cost: that of the links
// of these nodes, and of sorting the nodes.
func (s *Solution) Apart(ctx context.Context, nodes []int32, tolerance float64, into *Apart) error {
	if tolerance <= 0 {
		tolerance = Tolerance
	}
	if err := s.graph.checkNodes(nodes); err != nil {
		return err
	}
	into.whole = s
	into.cut(s.graph, nodes)
	g := &into.graph
	into.bounds = into.lay(into.bounds, s.bounds)
	f := field{g: g, ctx: ctx, work: &into.work, target: &Target{}, weights: g.stated, y: into.bounds, tolerance: tolerance, effort: &into.effort}
	if err := into.run(&f); err != nil || !s.estimate {
		return err
	}
	into.middle = into.lay(into.middle, s.middle)
	f.mode, f.weights, f.y, f.base = estimates, g.split, into.middle, nil
	if s.graph.worst {
		f.tolerance = min(tolerance, tie/1000)
	}
	if err := into.time(&f); err != nil {
		return err
	}
	if s.assumption != nil && g.assumed != nil {
		into.work.base = sized(into.work.base, g.nodes)
		for k, n := range into.numbers {
			into.work.base[k] = [2]float64{}
			if weight := g.assumed[k]; weight > 0 {
				a := &s.assumption[s.graph.assumes[n]]
				into.work.base[k] = [2]float64{weight * a.Estimate, weight * a.Resolved}
			}
		}
		f.base = into.work.base
	}
	return f.run()
}

func (a *Apart) run(f *field) error {
	if err := a.time(f); err != nil {
		return err
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

// time bounds how often a step is taken in the cores; see stepTimes.
func (a *Apart) time(f *field) error {
	g := f.g
	f.times = sized(f.times, len(g.cores))
	if len(g.cores) == 0 {
		return nil
	}
	steps := g.stepField(f.ctx, &a.work, f.weights)
	steps.y = make([][2]float64, len(a.numbers)+len(a.outside))
	for c, at := range g.cores {
		var err error
		if f.times[c], err = steps.time(at); err != nil {
			return err
		}
	}
	return nil
}

// cut takes the rows of nodes out of a graph. Loops among them are found by the order: a link that leads to a later number, or to the
// number itself, closes one.
func (a *Apart) cut(whole *Graph, nodes []int32) {
	a.numbers, a.outside = sized(a.numbers, len(nodes)), a.outside[:0]
	for k, n := range nodes {
		a.numbers[k] = whole.rank[n]
	}
	slices.Sort(a.numbers)
	a.numbers = slices.Compact(a.numbers)
	n := len(a.numbers)
	w := whole.borrow()
	defer whole.scratch.Put(w)
	if w.place == nil {
		w.place = make([]uint32, whole.nodes)
	}
	for k, number := range a.numbers {
		w.place[number] = uint32(k + 1)
	}
	g := &a.graph
	g.nodes, g.cores = n, g.cores[:0]
	g.rules, g.special, g.from = sized(g.rules, n), sized(g.special, n), append(g.from[:0], 0)
	g.supplier, g.stated, g.split = g.supplier[:0], g.stated[:0], g.split[:0]
	for k, number := range a.numbers {
		from, end := whole.from[number], whole.from[number+1]
		g.rules[k], g.special[k] = whole.rules[number], whole.special[number]
		for _, s := range whole.supplier[from:end] {
			if w.place[s] == 0 {
				a.outside = append(a.outside, s)
				w.place[s] = uint32(n + len(a.outside))
			}
			at := int(w.place[s]) - 1
			if at >= k && at < n {
				g.loop(k, at+1)
			}
			g.supplier = append(g.supplier, uint32(at))
		}
		g.stated, g.split = append(g.stated, whole.stated[from:end]...), append(g.split, whole.split[from:end]...)
		g.from = append(g.from, uint32(len(g.supplier)))
	}
	g.assumed, g.left = pick(g.assumed, whole.assumed, a.numbers), pick(g.left, whole.left, a.numbers)
	g.depth = len(g.cores)
	for c := range g.cores {
		g.size(&g.cores[c])
	}
	a.work.special = g.special
	for _, list := range [][]uint32{a.numbers, a.outside} {
		for _, number := range list {
			w.place[number] = 0
		}
	}
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

func pick(into, from []float64, at []uint32) []float64 {
	if from == nil {
		return nil
	}
	into = sized(into, len(at))
	for k, i := range at {
		into[k] = from[i]
	}
	return into
}

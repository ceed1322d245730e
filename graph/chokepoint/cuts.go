package chokepoint

import (
	"cmp"
	"context"
	"errors"
	"slices"
)

// Sets are the minimal sets of losses that stop something: no part of a set stops it. Smaller sets come first, then those with smaller
// numbers.
type Sets struct {
	Sets     [][]int32
	Complete bool // no set up to the size asked for is missing
	Work     int  // links looked at
}

// CutLimits bound a search for sets. Zero values stand for the defaults.
type CutLimits struct {
	Sets int // sets listed; 10,000
	Work int // links looked at; 20 million, which take about a second
}

const (
	defaultSets = 10_000
	defaultWork = 20_000_000
)

// MaxCut is the largest size of sets that is searched for.
const MaxCut = 3

// ErrSize is a size of sets that is not searched for.
var ErrSize = errors.New("the size of a set is 1, 2 or 3")

// breakable is something that losses stop: the more is lost, the less is left. Losses are a stack.
type breakable interface {
	lose(loss int32)
	restore()
	stopped() bool
	// support appends losses that are not protected: were none of them lost, nothing that is not protected could stop it any more, whatever
	// else is lost. It is asked while it is not stopped.
	support(protected []int32, into []int32) []int32
	work() int
}

// searchSets lists the minimal sets up to a size by branching on a support: every set that stops the thing takes something out of it.
// A loss that a branch has tried is protected in the branches after it, so that no set is met twice. checker is a second state of the
// same thing. Some losses may be known to stop it alone.
//
// The search is the hitting-set tree of model-based diagnosis (Reiter 1987), on supports instead of conflicts, cut off at a depth.
func searchSets(ctx context.Context, state, checker breakable, losses int, known []int32, size int, limits CutLimits) (Sets, error) {
	if size < 1 || size > MaxCut {
		return Sets{}, ErrSize
	}
	s := &setSearch{ctx: ctx, state: state, checker: checker, protected: make([]int32, losses), out: Sets{Complete: true},
		limits: CutLimits{cmp.Or(limits.Sets, defaultSets), cmp.Or(limits.Work, defaultWork)}}
	s.singles(known)
	if size > 1 && s.err == nil {
		s.branch(size)
	}
	s.out.Work = state.work() + checker.work()
	slices.SortFunc(s.out.Sets, func(a, b []int32) int { return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b)) })
	return s.out, s.err
}

type setSearch struct {
	ctx            context.Context
	state, checker breakable
	protected      []int32 // by loss: branches that protect it
	chosen         []int32
	out            Sets
	limits         CutLimits
	checked        int // work at the last look at the context
	err            error
}

// singles lists the losses that stop it alone, and protects them: no larger set holds one. All of them lie in any support.
func (s *setSearch) singles(known []int32) {
	if s.state.stopped() {
		return // nothing keeps it up, so no loss can stop it
	}
	var found []int32
	for _, loss := range known {
		s.out.Sets = append(s.out.Sets, []int32{loss}) // at no cost, so without a limit
		s.protected[loss]++
	}
	for _, loss := range s.state.support(s.protected, nil) {
		if s.over() {
			break
		}
		s.state.lose(loss)
		if s.state.stopped() {
			found = append(found, loss)
			s.list([]int32{loss})
		}
		s.state.restore()
	}
	for _, loss := range found {
		s.protected[loss]++
	}
}

func (s *setSearch) branch(depth int) {
	if s.state.stopped() {
		return
	}
	support := s.state.support(s.protected, nil)
	tried := support[:0:0]
	for _, loss := range support {
		if s.over() {
			break
		}
		s.state.lose(loss)
		s.chosen = append(s.chosen, loss)
		switch {
		case s.state.stopped():
			if len(s.chosen) > 1 && s.minimal() {
				s.list(s.chosen)
			}
		case depth > 1:
			s.branch(depth - 1)
		}
		s.chosen = s.chosen[:len(s.chosen)-1]
		s.state.restore()
		s.protected[loss]++
		tried = append(tried, loss)
	}
	for _, loss := range tried {
		s.protected[loss]--
	}
}

// minimal tells whether the chosen losses stop it only together. Without the last one they do not.
func (s *setSearch) minimal() bool {
	for out := range len(s.chosen) - 1 {
		for i, loss := range s.chosen {
			if i != out {
				s.checker.lose(loss)
			}
		}
		stopped := s.checker.stopped()
		for range len(s.chosen) - 1 {
			s.checker.restore()
		}
		if stopped {
			return false
		}
	}
	return true
}

func (s *setSearch) list(set []int32) {
	if len(s.out.Sets) >= s.limits.Sets {
		s.out.Complete = false
		return
	}
	set = slices.Clone(set)
	slices.Sort(set)
	s.out.Sets = append(s.out.Sets, set)
}

// over tells whether the search has to end.
func (s *setSearch) over() bool {
	work := s.state.work() + s.checker.work()
	if s.err != nil || len(s.out.Sets) >= s.limits.Sets || work > s.limits.Work {
		s.out.Complete = false
		return true
	}
	if work-s.checked > 1<<16 {
		s.checked = work
		if s.ctx.Err() != nil {
			s.err = context.Cause(s.ctx)
			return true
		}
	}
	return false
}

// Cuts lists the minimal sets, up to a size of 3, of nodes whose failure takes the target down; the target itself is left out, and so
// are nodes for which may is false (nil allows all). It costs some cascades for every pair of nodes that can keep the target up.
// The error is ErrSize or the context's.
func (g *Graph) Cuts(ctx context.Context, target int32, size int, may func(node int32) bool, limits CutLimits) (Sets, error) {
	leads := g.above(target)
	stands := &standing{Cascade: g.newCascadeFor(leads), targets: []int32{target}, may: may, seen: make([]bool, g.nodes)}
	checker := &standing{Cascade: g.newCascadeFor(leads), targets: stands.targets}
	return searchSets(ctx, stands, checker, g.nodes, nil, size, limits)
}

// standing is some nodes of a graph, all needed, as something that failures stop.
type standing struct {
	*Cascade
	targets []int32
	may     func(node int32) bool
	seen    []bool
	found   []int32
	looked  int
}

func (s *standing) lose(node int32) { s.Fail(node) }
func (s *standing) restore()        { s.Undo() }
func (s *standing) stopped() bool   { return slices.ContainsFunc(s.targets, s.Down) }
func (s *standing) work() int       { return s.visited + s.looked }

// support walks from the targets over requirements and keeps as many alternatives of each as it needs: first those that are kept anyway,
// then those that cannot fail, then those with fewest requirements. What is kept keeps itself up.
func (s *standing) support(protected, into []int32) []int32 {
	start := len(into)
	s.found = append(s.found[:0], s.targets...)
	for _, n := range s.found {
		s.seen[n] = true
	}
	for i := 0; i < len(s.found); i++ {
		for _, r := range s.g.needs.of(s.found[i]) {
			s.keep(r, protected)
		}
	}
	for _, n := range s.found {
		s.seen[n] = false
		if !slices.Contains(s.targets, n) && protected[n] == 0 && (s.may == nil || s.may(n)) {
			into = append(into, n)
		}
	}
	slices.Sort(into[start:])
	return into
}

func (s *standing) keep(requirement int32, protected []int32) {
	alternatives := s.g.of(requirement)
	missing := int32(len(alternatives)) - s.g.slack[requirement]
	s.looked += len(alternatives)
	for _, a := range alternatives {
		if s.seen[a] {
			missing--
		}
	}
	for ; missing > 0; missing-- {
		best, cost := int32(-1), int32(0)
		for _, a := range alternatives {
			if s.seen[a] || s.down[a] {
				continue
			}
			c := 2*int32(len(s.g.needs.of(a))) + 1 - min(1, protected[a])
			if best < 0 || c < cost {
				best, cost = a, c
			}
		}
		s.seen[best] = true
		s.found = append(s.found, best)
	}
}

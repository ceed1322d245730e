package exposure

import (
	"cmp"
	"context"
	"slices"
)

// reach counts the links between firms on the shortest recorded chain from a part to the target; -1 when there is none.
// Certain chains pass no class and no choice of recipe. A seller that makes the item inside and outside the target is reached.
type reach struct{ Certain, Possible int32 }

// What a label says beside a distance.
const (
	unlabelled int32 = -1
	notAsked   int32 = -2 // the node is not searched
)

// indexLinks turns the terms round, for chains.
func (m *Model) indexLinks() {
	equations := m.system.equations
	m.allCertain = len(equations) == len(m.Network.Parts)
	m.offsets = make([]uint32, len(equations)+1)
	for i := range equations {
		for _, t := range equations[i].terms {
			if t.link&silent == 0 {
				m.offsets[t.node+1]++
			}
		}
	}
	for i := range equations {
		m.offsets[i+1] += m.offsets[i]
	}
	m.serves = make([]uint32, m.offsets[len(equations)])
	next := slices.Clone(m.offsets)
	for i := range equations {
		for _, t := range equations[i].terms {
			if t.link&silent == 0 {
				m.serves[next[t.node]] = packLink(int32(i), t.link)
				next[t.node]++
				m.allCertain = m.allCertain && t.link&possible == 0
			}
		}
	}
}

// packLink puts a node and how a chain passes to it into one word.
func packLink(to int32, link linkKind) uint32 { return uint32(to)<<2 | uint32(link&(sale|possible)) }

// chainSearch finds the shortest chains from the nodes that it labels. Nodes are taken in the order of their distance (links within a
// firm are 0 long), so each is labelled once: O(links), however long the chains.
type chainSearch struct {
	*Model
	only    bool     // certain chains only
	ends    []uint32 // by part: chains end where it is not 0; nil: nowhere
	labels  []int32  // by node
	waiting []int32  // by node beyond the parts: how many of several outputs must still be reached
	now     []int32
	next    []int32
	spare   []int32
}

// arrival is a chain from outside the searched nodes, of a length, to one of them.
type arrival struct {
	distance int32
	link     uint32
}

// run labels all unlabelled nodes that those in now or arrivals, which are in order, serve. The error is the context's.
func (s *chainSearch) run(ctx context.Context, arrivals []arrival) error {
	looks, labels := 0, s.labels
	for distance := int32(0); ; distance++ {
		for ; len(arrivals) > 0 && arrivals[0].distance == distance; arrivals = arrivals[1:] {
			s.arrive(arrivals[0].link, distance)
		}
		for i := 0; i < len(s.now); i++ { // the list grows
			n := s.now[i]
			links := s.serves[s.offsets[n]:s.offsets[n+1]]
			for _, link := range links {
				if labels[link>>2] == unlabelled {
					s.arrive(link, distance)
				}
			}
			if looks += 1 + len(links); looks > 8192 {
				if looks = 0; ctx.Err() != nil {
					return context.Cause(ctx)
				}
			}
		}
		s.now = s.now[:0]
		if len(s.next) == 0 {
			if len(arrivals) == 0 {
				return nil
			}
			distance = arrivals[0].distance - 1
			continue
		}
		s.next, s.spare = s.spare[:0], s.next
		for _, n := range s.spare {
			if s.labels[n] == unlabelled {
				s.label(n, distance+1)
			}
		}
	}
}

func (s *chainSearch) arrive(link uint32, distance int32) {
	to := int32(link >> 2)
	if s.labels[to] != unlabelled {
		return
	}
	if s.only {
		if linkKind(link)&possible != 0 {
			return
		}
		if at := int(to) - len(s.Network.Parts); at >= 0 { // any of several outputs may be meant: all must reach the target
			if s.waiting[at]--; s.waiting[at] > 0 {
				return
			}
		}
	}
	if linkKind(link)&sale != 0 {
		s.next = append(s.next, to)
		return
	}
	s.label(to, distance)
}

func (s *chainSearch) label(n, distance int32) {
	s.labels[n] = distance
	if int(n) >= len(s.ends) || s.ends[n] == 0 { // buyers see a member in the target
		s.now = append(s.now, n)
	}
}

// findChains labels all nodes with their shortest chains.
func (a *Answer) findChains(ctx context.Context) error {
	s := a.borrow()
	defer a.scratch.Put(s)
	search := &s.search
	defer func() { search.labels, search.ends = nil, nil }()
	for _, only := range []bool{false, true} {
		if only && a.allCertain {
			a.certain = a.possible
			break
		}
		labels := make([]int32, len(a.system.equations))
		for i := range labels {
			labels[i] = unlabelled
		}
		search.only, search.ends, search.labels = only, a.memberAt, labels
		search.now, search.next = search.now[:0], search.next[:0]
		for k := range a.members {
			search.now = append(search.now, a.members[k].Node)
		}
		if only {
			for i := range search.waiting {
				search.waiting[i] = int32(len(a.system.equations[len(a.Network.Parts)+i].terms))
			}
		}
		if err := search.run(ctx, nil); err != nil {
			return err
		}
		if only {
			a.certain = labels
		} else {
			a.possible = labels
		}
	}
	return nil
}

// chainTo is the chain to a node as those see it whom it serves: it ends there when some of it is in the target.
func (a *Answer) chainTo(n int32, labels []int32) int32 {
	if int(n) < len(a.memberAt) && a.memberAt[n] > 0 {
		return 0
	}
	return labels[n]
}

// groupChains labels the nodes of a group, whose own outputs do not count as the target. Outputs of others are seen as everybody sees
// them.
func (a *Answer) groupChains(ctx context.Context, s *scratch, only bool) error {
	whole, labels := a.possible, s.possible
	if only {
		whole, labels = a.certain, s.certain
	}
	for _, n := range s.nodes {
		labels[n] = unlabelled
	}
	s.arrivals = s.arrivals[:0]
	for _, n := range s.nodes {
		terms := a.system.equations[n].terms
		if at := int(n) - len(a.Network.Parts); at >= 0 {
			s.search.waiting[at] = int32(len(terms))
		}
		for _, t := range terms {
			if labels[t.node] != notAsked || t.link&silent != 0 {
				continue
			}
			if distance := a.chainTo(t.node, whole); distance >= 0 {
				s.arrivals = append(s.arrivals, arrival{distance, packLink(n, t.link)})
			}
		}
	}
	slices.SortFunc(s.arrivals, func(x, y arrival) int {
		return cmp.Or(cmp.Compare(x.distance, y.distance), cmp.Compare(x.link, y.link))
	})
	s.search.only, s.search.ends, s.search.labels = only, nil, labels
	s.search.now, s.search.next = s.search.now[:0], s.search.next[:0]
	return s.search.run(ctx, s.arrivals)
}

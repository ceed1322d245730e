package compliance

import (
	"context"
	"slices"
)

// How hard smallest blocking sets are looked for.
const (
	largestSet = 4
	mostTries  = 300
)

// blocking finds bars that leave no chain though all others were lifted. Where the tries run out it gives a set of which no part does.
func (p *plan) blocking(ctx context.Context) (set []int32, smallest bool, err error) {
	s := &blocker{plan: p, ctx: ctx, tries: mostTries}
	for size := 0; size <= largestSet && s.tries > 0; size++ {
		if found, ok := s.extend(nil, size); ok {
			slices.Sort(found)
			return found, true, ctx.Err()
		}
	}
	kept := slices.Clone(p.met)
	for _, b := range slices.Backward(slices.Clone(kept)) { // the nearest to the buyer are kept
		if ctx.Err() != nil {
			return nil, false, context.Cause(ctx)
		}
		less := slices.DeleteFunc(slices.Clone(kept), func(x int32) bool { return x == b })
		if _, left := s.chain(less); !left {
			kept = less
		}
	}
	slices.Sort(kept)
	return kept, false, nil
}

type blocker struct {
	*plan
	ctx   context.Context
	tries int
}

// extend looks for a blocking set that holds some bars and at most so many more: one of them lies on any chain that is left.
func (s *blocker) extend(kept []int32, more int) ([]int32, bool) {
	if s.tries--; s.tries < 0 || s.ctx.Err() != nil {
		return nil, false
	}
	bars, left := s.chain(kept)
	if !left {
		return slices.Clone(kept), true
	}
	if more == 0 {
		return nil, false
	}
	for _, b := range bars {
		if found, ok := s.extend(append(kept[:len(kept):len(kept)], b), more-1); ok {
			return found, true
		}
	}
	return nil, false
}

// chain gives the bars on a chain that is left when all bars but those kept are lifted: one that takes the fewest.
func (s *blocker) chain(kept []int32) (bars []int32, left bool) {
	d := s.derive(func(b int32) bool { return !slices.Contains(kept, b) }, byBars)
	if d.weight[0] == never {
		return nil, false
	}
	seen := make([]bool, len(s.nodes))
	queue := []int32{0}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		if seen[n] {
			continue
		}
		seen[n] = true
		r := &s.rules[d.rule[n]]
		for _, b := range r.bars {
			if !slices.Contains(bars, b) {
				bars = append(bars, b)
			}
		}
		queue = append(queue, r.body...)
	}
	return bars, true
}

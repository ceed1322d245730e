package shock

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// Range is a number between two bounds.
type Range struct{ Low, High float64 }

// Hit is an output or a need of a firm that a loss reaches.
type Hit struct {
	Part      int32 // in the network
	Kind      chain.Kind
	Firm      graph.Node
	Item      graph.Node
	Remaining Range   // of its capacity, 0 to 1
	Unknown   float64 // the part that no stated share covers: how much of Remaining.High rests on sellers that may not be hit
	Tier      int     // sales from the nearest lost output, 0 for what is lost itself and what its firm makes of it
}

// tiny is the loss below which nothing is told from nothing.
const tiny = 1e-12

// Impact works out what losses leave of every output and every need that they reach: those that are hit at least possibly
// (Remaining.Low < 1), the greatest certain loss first, then the greatest possible one, the nearest tier, firm and item by key. What a
// firm only passes on is hit like its need and not listed beside it; nor is a need that only the firm's own output of the item serves
// beside that output. Lost outputs are in the list. The error is ErrNoLoss, names a loss
// that makes no sense, or is the context's.
func (m *Model) Impact(ctx context.Context, losses []Loss) ([]Hit, error) {
	taken, err := m.Taken(losses)
	if err != nil {
		return nil, err
	}
	w := m.pool.Get().(*scratch)
	defer m.pool.Put(w)
	var lost []int32
	for _, t := range taken {
		lost = append(lost, t.Part)
		w.most.lose(t.Part, 1-t.Left.Low)
		w.least.lose(t.Part, 1-t.Left.High)
	}
	defer w.clear(lost)
	if err := w.solve(ctx); err != nil {
		return nil, err
	}
	m.findTiers(w, lost)
	hits := m.hits(w)
	m.sort(hits)
	return hits, nil
}

func (w *scratch) solve(ctx context.Context) error {
	if err := w.most.solve(ctx); err != nil {
		return err
	}
	return w.least.solve(ctx)
}

func (w *scratch) clear(lost []int32) {
	w.most.clear(lost)
	w.least.clear(lost)
	for _, part := range w.reached {
		w.tier[part] = 0
	}
	w.reached = w.reached[:0]
}

// remaining is what the scratch's question leaves of a part.
func (w *scratch) remaining(part int32) Range {
	low := 1 - w.most.of(part)
	return Range{Low: low, High: max(low, 1-w.least.of(part))}
}

func (m *Model) hits(w *scratch) []Hit {
	var hits []Hit
	for _, number := range w.most.hit {
		part := m.most.node[number]
		if w.most.loss[number] <= tiny || !m.listed(w, part) {
			continue
		}
		p := &m.network.Parts[part]
		hits = append(hits, Hit{Part: part, Kind: p.Kind, Firm: p.Firm, Item: p.Item, Remaining: w.remaining(part),
			Unknown: m.Unknown(part), Tier: int(w.tier[part]) - 1})
	}
	return hits
}

// listed tells whether a node is an output or need that a firm is on record for, and not said by another one already.
func (m *Model) listed(w *scratch, part int32) bool {
	if int(part) >= len(m.network.Parts) {
		return false
	}
	switch p := &m.network.Parts[part]; p.Kind {
	case chain.Line:
		return p.Own && !m.keptInHouse(w, p)
	case chain.Output:
		passed := p.Flags.Has(graph.FlagPassedOn) && len(p.Needs) == 1
		return !p.Graded && !(passed && same(w.remaining(part), w.remaining(p.Needs[0].Part)))
	}
	return false
}

// keptInHouse tells whether a need is one that the firm's own output of the item serves, and nobody else on record. The output is hit and
// speaks for both.
func (m *Model) keptInHouse(w *scratch, need *chain.Part) bool {
	if len(need.Suppliers) != 1 || !need.Suppliers[0].Own {
		return false
	}
	return slices.ContainsFunc(need.Suppliers[0].Outputs, func(o int32) bool {
		p := &m.network.Parts[o]
		return p.Firm == need.Firm && p.Item == need.Item && !p.Graded && w.most.of(o) > tiny
	})
}

func same(x, y Range) bool {
	return rounded(x.Low) == rounded(y.Low) && rounded(x.High) == rounded(y.High)
}

// findTiers counts sales from the lost outputs, over what is hit: a supplier other than the firm itself is one.
func (m *Model) findTiers(w *scratch, lost []int32) {
	reach := func(part, tier int32) bool {
		if w.tier[part] != 0 || w.most.of(part) <= tiny {
			return false
		}
		w.tier[part] = tier + 1
		w.reached = append(w.reached, part)
		return true
	}
	var now, next []int32
	for _, part := range lost {
		if reach(part, 0) {
			now = append(now, part)
		}
	}
	for tier := int32(0); len(now) > 0; tier++ {
		for k := 0; k < len(now); k++ {
			for _, use := range m.network.Users(now[k]) {
				if use.Supplier < 0 {
					if reach(use.Part, tier) {
						now = append(now, use.Part)
					}
					continue
				}
				s := &m.network.Parts[use.Part].Suppliers[use.Supplier]
				switch share, ok := Stated(s); {
				case ok && share == 0:
				case !s.Own:
					next = append(next, use.Part)
				case reach(use.Part, tier):
					now = append(now, use.Part)
				}
			}
		}
		now = now[:0]
		for _, part := range next {
			if reach(part, tier+1) {
				now = append(now, part)
			}
		}
		next = next[:0]
	}
}

func (m *Model) sort(hits []Hit) {
	v := m.network.View
	slices.SortFunc(hits, func(x, y Hit) int {
		return cmp.Or(cmp.Compare(rounded(x.Remaining.High), rounded(y.Remaining.High)), cmp.Compare(rounded(x.Remaining.Low), rounded(y.Remaining.Low)),
			cmp.Compare(x.Tier, y.Tier), cmp.Compare(v.Key(x.Firm), v.Key(y.Firm)), cmp.Compare(v.Key(x.Item), v.Key(y.Item)), cmp.Compare(x.Kind, y.Kind))
	})
}

// rounded leaves out digits that are not certain.
func rounded(x float64) float64 { return math.Round(x / accuracy) }

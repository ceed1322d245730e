package chokepoint

import (
	"cmp"
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// CommonQuestion asks which losses stop most products.
type CommonQuestion struct {
	Size     int     // the size of the sets, 1 to 3
	Below    float64 // what is left at most, 0 to below 1; at 0, nothing serves any more
	Among    []Kind  // what may be lost; empty: everything but controls
	OnRecord bool    // makers and sellers on record are all there are; nothing is left of them, whatever Below says
	Limits   CutLimits
}

// Common is a set of losses that stops products together, while no part of it stops any product.
type Common struct {
	Members  []Member
	Products []graph.Node // in the order of the snapshot
}

// CommonAnswer lists the sets of one size that stop products, those that stop most first.
type CommonAnswer struct {
	Sets     []Common
	Shut     []graph.Node // products that the law of a model with a border stops, whatever else is lost; in the order of the snapshot
	Complete bool         // no limit was met, and everything on the way to a product has a maker or a share of the market on record
}

// Common lists the sets of one size that stop products. No part of a set stops any product: of two plants listed, neither alone stops any.
// The error is ErrSize, ErrBelow or the context's. It costs a search for every product.
func (m *Model) Common(ctx context.Context, q CommonQuestion) (*CommonAnswer, error) {
	f := &finder{Model: m, ctx: ctx, asked: graph.NoNode, size: q.Size, below: q.Below, among: q.Among, limits: q.Limits, complete: true}
	if err := f.check(); err != nil {
		return nil, err
	}
	f.state = m.borrow()
	defer m.giveBack(f.state)
	r := kept
	if q.OnRecord {
		r = onRecord
	}
	stopped := map[lossSet][]graph.Node{}
	first, end := m.view.Range(graph.KindProduct)
	out, unknown := &CommonAnswer{}, false
	for product := first; product < end; product++ {
		if !m.view.InChain(product) {
			continue
		}
		f.roots = []int32{m.items + int32(product)}
		if f.stoppedByLaw(r) {
			out.Shut = append(out.Shut, product)
			continue
		}
		sets, err := f.search(r)
		if err != nil {
			return nil, err
		}
		unknown = unknown || len(f.unknownSupply()) > 0
		for _, set := range sets {
			stopped[newLossSet(set)] = append(stopped[newLossSet(set)], product)
		}
	}
	for key, products := range stopped {
		set := key.list()
		if len(set) == q.Size && !anyPart(set, func(part lossSet) bool { return part != key && stopped[part] != nil }) {
			out.Sets = append(out.Sets, Common{m.members(set), products})
		}
	}
	slices.SortFunc(out.Sets, func(a, b Common) int {
		return cmp.Or(-cmp.Compare(len(a.Products), len(b.Products)), slices.CompareFunc(a.Members, b.Members, m.compareMembers))
	})
	out.Complete = f.complete && !unknown
	return out, nil
}

package chokepoint

import (
	"context"
	"math"
	"sync"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
)

var unknown = math.NaN()

// reading says how what is not stated is read.
type reading uint8

const (
	kept     reading = iota // it is kept as long as anybody who may have it is up
	lost                    // it is lost with any of those who may have it
	onRecord                // makers and sellers on record are all there are, wherever there are any
	readings
)

// Model is a view laid out for questions about losses: the outputs, steps and lines of package chain, the items of the world market, and
// what may be lost. It never changes, and any number of readers may share it.
type Model struct {
	network   *chain.Network
	view      *graph.View
	market    *market.Index
	readiness Readiness
	border    *Border // nil: no law keeps anything

	figures  [][]market.Figure // by item: those that stand for it, at each stage that has any
	makers   [][]int32         // by item: outputs of it or of its grades
	possible [][]int32         // by item: outputs of its classes
	owners   map[graph.Node][]graph.Node
	losses   losses
	subs     map[graph.Node][]int32 // by item: rows of substitutes that replace it

	parts  int32 // the node of part 0; losses come before
	items  int32 // the node of item 0
	always int32 // the node that nothing takes down; others follow
	shut   int32 // with a border, the node that the law has lost from the start
	left   [onRecord]*capacity
	up     [readings]*Graph // none for lost
	alone  [readings]*Index // of up
	walk   [readings]*Graph // up with what the law takes down
	down   [readings][]bool // by node of walk: whether the law takes it down; nil without a border

	markets [readings]map[int32]*metItem // nodes of items as met over the border, beside those of all items
	pool    sync.Pool                    // of *scratch
}

// scratch is a state of what is left for each reading that has one.
type scratch [onRecord]*left

// NewModel lays a network out with its market figures. Substitutes of the readiness asked for, or readier ones, stand in for what they
// replace. The error is the context's. It costs a pass over the network's links and the figures for each of three readings,
// and an Index of two.
func NewModel(ctx context.Context, n *chain.Network, figures *market.Index, readiness Readiness) (*Model, error) {
	return newModel(ctx, n, figures, readiness, nil)
}

// NewBorderModel is NewModel under the law of a country: what that closes serves nobody abroad, and controls may be lost. It asks the law
// once for each link over the border, line and item, and again for each reading.
func NewBorderModel(ctx context.Context, n *chain.Network, figures *market.Index, readiness Readiness, b Border) (*Model, error) {
	return newModel(ctx, n, figures, readiness, &b)
}

func newModel(ctx context.Context, n *chain.Network, figures *market.Index, readiness Readiness, b *Border) (*Model, error) {
	m := &Model{network: n, view: n.View, market: figures, readiness: readiness, border: b}
	m.findFigures()
	m.findMakers()
	m.findSubstitutes()
	m.findLosses()
	m.parts = int32(len(m.losses.list))
	m.items = m.parts + int32(len(n.Parts))
	m.always = m.items + int32(m.view.Items())
	m.shut = m.always + 1
	for r := range readings {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		equations := m.layOut(r)
		if r != onRecord {
			m.left[r] = newCapacity(equations)
			if b != nil {
				m.left[r].loseForGood(m.shut)
			}
		}
		if r != lost {
			if err := m.layOutUp(r, equations); err != nil {
				return nil, err
			}
			var err error
			if m.alone[r], err = NewIndex(ctx, m.up[r], IndexLimits{}); err != nil {
				return nil, err
			}
		}
	}
	m.pool.New = func() any { return &scratch{m.left[kept].newLeft(), m.left[lost].newLeft()} }
	return m, nil
}

func (m *Model) borrow() *scratch { return m.pool.Get().(*scratch) }

func (m *Model) giveBack(s *scratch) {
	for _, l := range s {
		l.reset()
		l.visited, l.rough = 0, false
	}
	m.pool.Put(s)
}

// layOutUp asks whether anything serves at all. What the law takes down is left out of up, so that nothing hangs on it.
func (m *Model) layOutUp(r reading, equations []equation) (err error) {
	if m.walk[r], err = upOrDown(equations, nil); err != nil || m.border == nil {
		m.up[r] = m.walk[r]
		return err
	}
	law := m.walk[r].NewCascade()
	law.Fail(m.shut)
	m.down[r] = law.down
	m.up[r], err = upOrDown(equations, law.down)
	return err
}

// upOrDown writes equations as requirements, but for those of nodes that are down for good.
func upOrDown(equations []equation, down []bool) (*Graph, error) {
	r := &Requirements{Nodes: len(equations)}
	var serve []int32
	for owner, e := range equations {
		if down != nil && down[owner] {
			continue
		}
		serve = serve[:0]
		for _, t := range e.terms {
			switch {
			case e.rule == least:
				r.Add(int32(owner), 1, t.node)
			case t.weight > 0 && !(down != nil && down[t.node]):
				serve = append(serve, t.node)
			}
		}
		if len(serve) > 0 {
			r.Add(int32(owner), 1, serve...)
		}
	}
	return Compile(r)
}

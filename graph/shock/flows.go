package shock

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Class says how a sector needs a product.
type Class uint8

// The classes.
const (
	Negligible   Class = iota // its loss stops nothing
	NonEssential              // its loss costs its part of all purchases
	Essential                 // without it nothing is made
)

// Flows is a network of payments or volumes between firms, one product a sector, as the literature has it: W from supplier to buyer.
type Flows struct {
	Sector          []int32   // by firm
	Class           [][]Class // by sector of the supplier and sector of the buyer
	Supplier, Buyer []int32   // one row a flow; rows of the same two firms add up
	Weight          []float64 // above 0, all in one unit
	// Replaceable lets the rest of a sector stand in for a firm: of its loss counts its part of what the sector still sells, at most
	// all of it; all of it too where the whole sector is lost.
	Replaceable bool
	// DownOnly leaves the upstream branch out: nobody loses for want of buyers. Where every firm has buyers on record and nothing is
	// sold to others, upstream losses never leave the network, and the end of any firm is in the end that of all.
	DownOnly bool
	// Cutoff is a loss so small that it is not passed on: to screen many firms. 0 passes on all that can be told from rounding; then
	// answers are within 1e-9. The literature stops its rounds at 1e-2.
	Cutoff float64
}

// Economy is a network of flows made ready for shocks. It never changes.
type Economy struct {
	firms    int
	strength []float64 // by firm: what it sells
	down, up *system   // up is nil where it is left out
}

// Remaining is the capacity, 0 to 1, that a shock leaves each firm: by what it buys (Down) and by what it can still sell (Up). They
// are solved apart. Links is how many dependences were looked at for both.
type Remaining struct {
	Down, Up []float64
	Links    int
}

// Total is the part of all capacity that is lost: by the lesser of both for each firm, by what is bought alone, by what is sold alone.
type Total struct{ Both, Down, Up float64 }

// Compile reads flows, in O(firms + flows). The error names the first row that is none, or is the context's.
func (f *Flows) Compile(ctx context.Context) (*Economy, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	e := &Economy{firms: len(f.Sector), strength: make([]float64, len(f.Sector))}
	for k, i := range f.Supplier {
		e.strength[i] += f.Weight[k]
	}
	var err error
	if e.down, err = f.downstream(e.strength).compile(ctx); err != nil {
		return nil, err
	}
	e.down.cutoff = f.Cutoff
	if f.DownOnly {
		return e, nil
	}
	if e.up, err = f.upstream(e.strength).compile(ctx); err != nil {
		return nil, err
	}
	e.up.cutoff = f.Cutoff
	return e, nil
}

func (f *Flows) check() error {
	if len(f.Supplier) != len(f.Buyer) || len(f.Supplier) != len(f.Weight) {
		return fmt.Errorf("%d suppliers, %d buyers and %d weights: a flow needs each", len(f.Supplier), len(f.Buyer), len(f.Weight))
	}
	for i, s := range f.Sector {
		if s < 0 || int(s) >= len(f.Class) {
			return fmt.Errorf("firm %d is of sector %d of %d", i, s, len(f.Class))
		}
	}
	for k, row := range f.Class {
		if len(row) != len(f.Class) {
			return fmt.Errorf("sector %d has classes for %d of %d sectors", k, len(row), len(f.Class))
		}
	}
	n := len(f.Sector)
	for k, w := range f.Weight {
		if i, j := f.Supplier[k], f.Buyer[k]; i < 0 || j < 0 || int(i) >= n || int(j) >= n {
			return fmt.Errorf("flow %d joins %d to %d, but there are %d firms", k, i, j, n)
		}
		if !(w > 0) || math.IsInf(w, 0) {
			return fmt.Errorf("flow %d has weight %v: it is to be above 0", k, w)
		}
	}
	return nil
}

// downstream writes one equation a firm: the worst of its essential products and of all its others together.
func (f *Flows) downstream(strength []float64) *equations {
	e := &equations{}
	for range f.Sector {
		e.add(worst)
	}
	seen := func(i int32) int32 { return i }
	if f.Replaceable {
		seen = f.replaceable(e, strength)
	}
	type line struct{ buyer, product int32 } // product -1: all that are not essential
	total, bought := make([]float64, len(f.Sector)), map[line]float64{}
	for k, i := range f.Supplier {
		j := f.Buyer[k]
		total[j] += f.Weight[k]
		bought[line{j, f.Sector[i]}] += f.Weight[k]
	}
	nodes := map[line]int32{}
	for k, i := range f.Supplier {
		j := f.Buyer[k]
		at, whole := line{j, f.Sector[i]}, bought[line{j, f.Sector[i]}]
		switch f.Class[f.Sector[i]][f.Sector[j]] {
		case Negligible:
			continue
		case NonEssential:
			at.product, whole = -1, total[j]
		}
		node, ok := nodes[at]
		if !ok {
			node = e.add(sum)
			nodes[at] = node
			e.depend(j, node, 1)
		}
		e.depend(node, seen(i), f.Weight[k]/whole)
	}
	return e
}

// replaceable adds what buyers see of a firm whose sector can stand in for it, and the part that each sector has lost of its sales.
func (f *Flows) replaceable(e *equations, strength []float64) func(firm int32) int32 {
	sales := make([]float64, len(f.Class))
	for i, s := range f.Sector {
		sales[s] += strength[i]
	}
	first := int32(len(e.rules))
	for range sales {
		e.add(sum)
	}
	for i, s := range f.Sector {
		node, part := e.add(replaced), 0.0
		if sales[s] > 0 {
			part = strength[i] / sales[s]
		}
		e.depend(node, int32(i), part)
		e.depend(node, first+s, 1)
		e.depend(first+s, int32(i), part)
	}
	return func(firm int32) int32 { return first + int32(len(sales)) + firm }
}

// upstream writes one equation a firm: the part of its sales that went to what its buyers lost.
func (f *Flows) upstream(strength []float64) *equations {
	e := &equations{}
	for range f.Sector {
		e.add(sum)
	}
	for k, i := range f.Supplier {
		e.depend(i, f.Buyer[k], f.Weight[k]/strength[i])
	}
	return e
}

// Shock solves what capacities 0 to 1, by firm, leave of all firms. The error is the context's, or names a capacity that is none.
func (e *Economy) Shock(ctx context.Context, capacity []float64) (r Remaining, err error) {
	if len(capacity) != e.firms {
		return r, fmt.Errorf("%d capacities for %d firms", len(capacity), e.firms)
	}
	for i, c := range capacity {
		if !(c >= 0 && c <= 1) {
			return r, fmt.Errorf("firm %d has capacity %v: it lies between 0 and 1", i, c)
		}
	}
	if r.Down, r.Links, err = remaining(ctx, e.down, capacity); err != nil {
		return r, err
	}
	if e.up == nil {
		r.Up = slices.Clone(capacity)
		return r, nil
	}
	links := 0
	r.Up, links, err = remaining(ctx, e.up, capacity)
	r.Links += links
	return r, err
}

func remaining(ctx context.Context, s *system, capacity []float64) (left []float64, links int, err error) {
	w := s.borrow()
	defer s.works.Put(w)
	var lost []int32
	for i, c := range capacity {
		if c < 1 {
			lost = append(lost, int32(i))
			w.lose(int32(i), 1-c)
		}
	}
	defer func() { w.clear(lost) }()
	if err := w.solve(ctx); err != nil {
		return nil, 0, err
	}
	left = make([]float64, len(capacity))
	for i := range left {
		left[i] = 1 - w.of(int32(i))
	}
	return left, w.links, nil
}

// Loss adds up what is lost. Weights by firm are what counts; nil takes what each firm sells.
func (e *Economy) Loss(r Remaining, weights []float64) Total {
	if weights == nil {
		weights = e.strength
	}
	var l Total
	total := 0.0
	for i, w := range weights {
		total += w
		l.Both += w * (1 - min(r.Down[i], r.Up[i]))
		l.Down += w * (1 - r.Down[i])
		l.Up += w * (1 - r.Up[i])
	}
	if total == 0 {
		return Total{}
	}
	return Total{l.Both / total, l.Down / total, l.Up / total}
}

// SystemicRisk is the loss that the end of each of some firms alone would bring about, its own included (the ESRI of Diem et al. 2022);
// nil asks for all firms, by number. They are spread over all processors. It costs what the losses reach, and a bit a firm to find it.
// The error is the context's, or names a firm that is none.
func (e *Economy) SystemicRisk(ctx context.Context, firms []int32) ([]Total, error) {
	if firms == nil {
		for i := range e.firms {
			firms = append(firms, int32(i))
		}
	}
	for _, f := range firms {
		if f < 0 || int(f) >= e.firms {
			return nil, fmt.Errorf("%d is no firm: there are %d", f, e.firms)
		}
	}
	risks, total := make([]Total, len(firms)), 0.0
	for _, s := range e.strength {
		total += s
	}
	if total == 0 {
		return risks, ctx.Err()
	}
	err := spread(ctx, len(firms), func() func(i int) error {
		return func(i int) (err error) {
			risks[i], err = e.risk(ctx, firms[i], total)
			return err
		}
	})
	return risks, err
}

func (e *Economy) risk(ctx context.Context, firm int32, total float64) (Total, error) {
	lost := []int32{firm}
	down, up := e.down.borrow(), (*work)(nil)
	defer func() { down.clear(lost); e.down.works.Put(down) }()
	if err := down.end(ctx, firm); err != nil {
		return Total{}, err
	}
	if e.up != nil {
		up = e.up.borrow()
		defer func() { up.clear(lost); e.up.works.Put(up) }()
		if err := up.end(ctx, firm); err != nil {
			return Total{}, err
		}
	}
	return e.lossOf(down, up, firm, total), nil
}

// end solves what the end of one node brings about.
func (w *work) end(ctx context.Context, node int32) error {
	w.lose(node, 1)
	return w.solve(ctx)
}

// lossOf is Loss for the end of a firm, by what its works hit; without an upstream branch the firm itself is all that is lost there.
func (e *Economy) lossOf(down, up *work, firm int32, total float64) (l Total) {
	upLoss := func(node int32) float64 {
		switch {
		case up != nil:
			return up.of(node)
		case node == firm:
			return 1
		}
		return 0
	}
	for _, number := range down.hit {
		if node := down.s.node[number]; int(node) < e.firms {
			l.Down += e.strength[node] * down.loss[number]
			l.Both += e.strength[node] * max(down.loss[number], upLoss(node))
		}
	}
	if up == nil {
		return Total{l.Both / total, l.Down / total, e.strength[firm] / total}
	}
	for _, number := range up.hit {
		node := up.s.node[number]
		lost := e.strength[node] * up.loss[number]
		l.Up += lost
		if down.of(node) == 0 {
			l.Both += lost
		}
	}
	return Total{l.Both / total, l.Down / total, l.Up / total}
}

// spread does n pieces of work on all processors; each worker makes its own tools. The error is the first worker's.
func spread(ctx context.Context, n int, worker func() func(i int) error) error {
	var next atomic.Int64
	var all sync.WaitGroup
	errs := make([]error, min(runtime.GOMAXPROCS(0), max(n, 1)))
	for k := range errs {
		all.Add(1)
		go func() {
			defer all.Done()
			do := worker()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if ctx.Err() != nil {
					errs[k] = context.Cause(ctx)
					return
				}
				if errs[k] = do(i); errs[k] != nil {
					return
				}
			}
		}()
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

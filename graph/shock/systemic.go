package shock

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// Risk is what the end of a firm, and of those it holds, would take from all others.
type Risk struct {
	Firm  graph.Node
	Firms int // others that lose something, at least possibly
	Items int // items that others lose something of
	// Lost adds up, over the others, the part of each that is lost: the mean over its outputs, or over its needs where it has none on
	// record. 2.5 is as much as two firms and a half.
	Lost Range
	// Revenue is the same with each part times the firm's latest revenue in million US dollars, over the Sized firms that state one.
	Revenue Range
	Sized   int
}

// Systemic works out the risk of each candidate; nil asks for all firms. The greatest certain loss comes first, then the greatest
// possible one, the number of firms, the key. The error is the context's, or names a candidate that is no firm. Candidates are spread
// over all processors; the answer does not depend on how many there are.
func (m *Model) Systemic(ctx context.Context, candidates []graph.Node) ([]Risk, error) {
	v := m.network.View
	if candidates == nil {
		for i := range m.outputs {
			candidates = append(candidates, m.first+graph.Node(i))
		}
	}
	for _, f := range candidates {
		if !v.Is(f, graph.KindFirm) {
			return nil, fmt.Errorf("node %d is no firm", f)
		}
	}
	revenue := m.revenues()
	risks := make([]Risk, len(candidates))
	err := spread(ctx, len(candidates), func() func(i int) error {
		return func(i int) (err error) {
			risks[i], err = m.risk(ctx, candidates[i], revenue)
			return err
		}
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(risks, func(x, y Risk) int {
		return cmp.Or(-cmp.Compare(rounded(x.Lost.Low), rounded(y.Lost.Low)), -cmp.Compare(rounded(x.Lost.High), rounded(y.Lost.High)),
			-cmp.Compare(x.Firms, y.Firms), cmp.Compare(v.Key(x.Firm), v.Key(y.Firm)))
	})
	return risks, nil
}

func (m *Model) risk(ctx context.Context, firm graph.Node, revenue map[graph.Node]float64) (Risk, error) {
	r := Risk{Firm: firm}
	w := m.pool.Get().(*scratch)
	defer m.pool.Put(w)
	group := m.group(firm)
	ended := graph.NewTargetSet(m.network.View, graph.Target{Firms: []graph.Node{firm}})
	var lost []int32
	for _, f := range group {
		for _, part := range m.outputs[f-m.first] {
			lost = append(lost, part)
			w.most.lose(part, 1)
			w.least.lose(part, ended.Belonging(f).Low)
		}
	}
	defer w.clear(lost)
	if err := w.solve(ctx); err != nil {
		return r, err
	}
	var firms, items []graph.Node
	for _, number := range w.most.hit {
		part := m.most.node[number]
		if w.most.loss[number] <= tiny || !m.listed(w, part) {
			continue
		}
		if p := &m.network.Parts[part]; !slices.Contains(group, p.Firm) {
			firms, items = append(firms, p.Firm), append(items, p.Item)
		}
	}
	slices.Sort(firms) // sums do not depend on the order of hits
	slices.Sort(items)
	firms = slices.Compact(firms)
	r.Firms, r.Items = len(firms), len(slices.Compact(items))
	for _, f := range firms {
		part := m.part(w, f)
		r.Lost.Low, r.Lost.High = r.Lost.Low+part.Low, r.Lost.High+part.High
		if size, ok := revenue[f]; ok {
			r.Sized++
			r.Revenue.Low, r.Revenue.High = r.Revenue.Low+part.Low*size, r.Revenue.High+part.High*size
		}
	}
	return r, nil
}

// part is the part of a firm that is lost.
func (m *Model) part(w *scratch, firm graph.Node) Range {
	var sums [2]Range
	var counts [2]float64
	for _, part := range m.network.Of(firm) {
		kind := 0
		if m.network.Parts[part].Kind == chain.Line {
			kind = 1
		}
		left := w.remaining(part)
		sums[kind].Low, sums[kind].High = sums[kind].Low+1-left.High, sums[kind].High+1-left.Low
		counts[kind]++
	}
	for kind, n := range counts {
		if n > 0 {
			return Range{sums[kind].Low / n, sums[kind].High / n}
		}
	}
	return Range{}
}

// revenues reads the latest revenue of each firm, not after the day's year; of rows of one year the most confident, then the first source by id.
func (m *Model) revenues() map[graph.Node]float64 {
	v := m.network.View
	table := slices.IndexFunc(graph.Tables(), func(t *graph.Table) bool { return t.Name == "firm_sizes" })
	rows, chosen := v.Facts().FirmSizes, map[graph.Node]*graph.FirmSize{}
	for i := range rows {
		r := &rows[i]
		firm, ok := v.Find(graph.KindFirm, r.Firm)
		if !ok || !v.On(table, int32(i)) || !r.RevenueMillionUSD.Known || int(r.Year.Value) > v.AsOf.Year() {
			continue
		}
		if c := chosen[firm]; c == nil || cmp.Or(cmp.Compare(c.Year.Value, r.Year.Value), cmp.Compare(c.Confidence.Rank(), r.Confidence.Rank()),
			-cmp.Compare(c.Source, r.Source)) < 0 {
			chosen[firm] = r
		}
	}
	revenue := make(map[graph.Node]float64, len(chosen))
	for firm, r := range chosen {
		revenue[firm] = r.RevenueMillionUSD.Value
	}
	return revenue
}

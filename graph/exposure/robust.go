package exposure

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// Fragile is a verdict that another one takes the place of when one source is left out.
type Fragile struct {
	Source        graph.Node
	Subject       graph.Node // firm or item
	Before, After Verdict
}

// Robustness says which verdicts rest on one source alone.
type Robustness struct {
	Fragile []Fragile    // the sources that most verdicts rest on first, then by key; of one source by the verdict, then by key
	Tried   []graph.Node // sources that the answer rests on, each left out in turn; those with most rows first
	Untried []graph.Node // the rest of them, where there are more than a bound
}

// How many sources are left out in turn: so many at most, and fewer in large networks, but one always is.
const (
	mostSources  = 1000
	sourceBudget = 2_000_000 // parts solved anew
)

// WithoutEach leaves out one source after another and lists the verdicts on firms and items that change. A verdict that rests on two
// sources which say the same, or on none, is not listed. Masses of a Holding stay as they are given.
//
// Only sources of rows that the subjects' rows rest on are tried, since no other can change them: of what firms in their chains
// make and where, the sales between them, what they hold; of the recipes of what these need, down to the mines; and of the figures
// that stand for each step, with their rivals of the same year. One solve a source. The error is the context's, or names the fault
// of the question.
func WithoutEach(ctx context.Context, v *graph.View, q Question, subjects []graph.Node) (*Robustness, error) {
	a, err := askView(ctx, v, q)
	if err != nil {
		return nil, err
	}
	before := make([]Verdict, len(subjects))
	for i, n := range subjects {
		before[i] = a.verdict(n)
	}
	sources, chained := a.sources(subjects)
	most := min(len(sources), mostSources, max(sourceBudget/max(len(a.Network.Parts), 1), 1))
	out := &Robustness{Tried: sources[:most:most], Untried: sources[most:]}
	for _, source := range out.Tried {
		without, err := leaveOut(v, source)
		if err != nil {
			return nil, err
		}
		network := a.Network
		if chained[source] {
			if network, err = chain.Build(ctx, without); err != nil {
				return nil, err
			}
		} else {
			network = network.Seen(without)
		}
		b, err := Ask(ctx, network, market.NewIndex(without), q)
		if err != nil {
			return nil, err
		}
		for i, n := range subjects {
			if after := b.verdict(n); after != before[i] {
				out.Fragile = append(out.Fragile, Fragile{source, n, before[i], after})
			}
		}
	}
	rests := map[graph.Node]int{}
	for _, f := range out.Fragile {
		rests[f.Source]++
	}
	slices.SortStableFunc(out.Fragile, func(x, y Fragile) int {
		return cmp.Or(
			cmp.Compare(rests[y.Source], rests[x.Source]),
			cmp.Compare(v.Key(x.Source), v.Key(y.Source)),
			cmp.Compare(x.Before.rank(), y.Before.rank()),
			cmp.Compare(v.Key(x.Subject), v.Key(y.Subject)),
		)
	})
	return out, nil
}

// verdict is that on a firm or item.
func (a *Answer) verdict(n graph.Node) Verdict {
	if a.Network.View.IsItem(n) {
		return a.Item(n).Verdict
	}
	row := a.Firm(n)
	return row.Verdict
}

// askView resolves a view and asks it. The error is that of Ask.
func askView(ctx context.Context, v *graph.View, q Question) (*Answer, error) {
	network, err := chain.Build(ctx, v)
	if err != nil {
		return nil, err
	}
	return Ask(ctx, network, market.NewIndex(v), q)
}

func leaveOut(v *graph.View, source graph.Node) (*graph.View, error) {
	filter := v.Filter
	filter.WithoutSources = append(slices.Clone(filter.WithoutSources), v.Key(source))
	without, err := graph.NewView(v.Snapshot, v.AsOf, filter)
	if err != nil {
		return nil, fmt.Errorf("without %s: %w", v.Key(source), err)
	}
	return without.With(v.Scenario()...)
}

// support counts rows by source.
type support struct {
	*Answer
	rows  map[graph.Node]int
	chain map[graph.Node]bool // sources of rows of the network, not of figures alone
	firms map[graph.Node]bool
	items map[graph.Node]bool
}

// sources lists the sources of the rows that the rows of the subjects rest on, those of most rows first, then by key. Chained are those
// that state more than figures of the world market.
func (a *Answer) sources(subjects []graph.Node) (sources []graph.Node, chained map[graph.Node]bool) {
	s := &support{Answer: a, rows: map[graph.Node]int{}, chain: map[graph.Node]bool{}, firms: map[graph.Node]bool{}, items: map[graph.Node]bool{}}
	var firms []graph.Node
	for _, n := range subjects {
		if a.Network.View.IsItem(n) {
			s.items[n] = true
		} else {
			firms = append(firms, n)
		}
	}
	s.follow(firms)
	s.holdings()
	s.recipes()
	s.figures()
	v := a.Network.View
	sources = slices.SortedFunc(maps.Keys(s.rows), func(x, y graph.Node) int {
		return cmp.Or(cmp.Compare(s.rows[y], s.rows[x]), cmp.Compare(v.Key(x), v.Key(y)))
	})
	return sources, s.chain
}

// count adds a row where the view keeps it.
func (s *support) count(r *graph.Relation, row int32) {
	if s.Network.View.On(r.Table, row) && r.Source[row] != graph.NoNode {
		s.rows[r.Source[row]]++
		if r.Table != s.Network.View.Shares.Table {
			s.chain[r.Source[row]] = true
		}
	}
}

// follow counts what the firms, and all firms in their chains and groups, make and buy.
func (s *support) follow(firms []graph.Node) {
	v := s.Network.View
	queue := slices.Clone(firms)
	add := func(f graph.Node) {
		if !s.firms[f] {
			s.firms[f] = true
			queue = append(queue, f)
		}
	}
	for queue = queue[:0]; len(firms) > 0; firms = firms[1:] {
		add(firms[0])
	}
	for ; len(queue) > 0; queue = queue[1:] {
		f := queue[0]
		for _, row := range v.Makes.Out(f) {
			s.count(&v.Makes, row)
		}
		for _, row := range v.Operates.Out(f) {
			s.plant(v.Operates.To[row])
		}
		for _, row := range v.Supplies.Out(f) { // what a firm sells tells what it makes
			s.sale(row)
		}
		for _, row := range v.Supplies.In(f) {
			s.sale(row)
			add(v.Supplies.From[row])
		}
		for _, h := range s.Network.Held(f) {
			add(h.Firm)
		}
		for _, p := range s.byFirm[f-s.first] {
			s.items[s.Network.Parts[p].Item] = true
		}
	}
}

func (s *support) sale(row int32) {
	if s.Network.View.SaleActive(row) {
		s.count(&s.Network.View.Supplies, row)
	}
}

func (s *support) plant(facility graph.Node) {
	v := s.Network.View
	if !v.PlantActive(facility) {
		return
	}
	for _, row := range v.Operates.In(facility) {
		s.count(&v.Operates, row)
	}
	for _, row := range v.Produces.Out(facility) {
		if v.ProductionActive(row) {
			s.count(&v.Produces, row)
		}
	}
}

// holdings counts who holds the firms and whom they hold; all holdings, where control decides who is in the target.
func (s *support) holdings() {
	v, t := s.Network.View, s.Target
	everybody := len(t.Owners) > 0 || t.By != graph.ByLocation
	for _, e := range v.Scenario() {
		everybody = everybody || e.Add == nil
	}
	for row := range int32(v.Owns.Len()) {
		if everybody || s.firms[v.Owns.From[row]] || slices.Contains(t.Firms, v.Owns.From[row]) {
			s.count(&v.Owns, row)
		}
	}
	for _, f := range t.Firms {
		for _, h := range s.Network.Held(f) {
			for _, row := range v.Owns.Out(h.Firm) {
				s.count(&v.Owns, row)
			}
		}
	}
}

// recipes adds all that the items require, and counts the rows of feeds that say so. What a rare-earth ore is shows in its oxides.
func (s *support) recipes() {
	v := s.Network.View
	queue := slices.Collect(maps.Keys(s.items))
	for ; len(queue) > 0; queue = queue[1:] {
		item := queue[0]
		required := v.Requirement(item)
		for _, row := range required.Rows {
			if row.Table == v.Feeds.Table {
				s.count(&v.Feeds, row.Index)
			}
		}
		s.elements(item)
		if form := v.ItemForm(item); form == graph.FormOreConcentrate || form == graph.FormMixedCompound {
			for _, row := range v.Feeds.Out(item) {
				s.elements(v.Feeds.To[row])
			}
		}
		more := required.Inputs
		if !v.HasRecipe(item) {
			more = slices.Concat(more, v.Below(item)) // its elements are those of its grades
		}
		for _, input := range more {
			if !s.items[input] {
				s.items[input] = true
				queue = append(queue, input)
			}
		}
	}
}

// elements counts the rows by which an item holds what it holds.
func (s *support) elements(item graph.Node) {
	v := s.Network.View
	for _, row := range v.Feeds.In(item) {
		if v.Facts().Feeds[row].Essential == graph.True {
			s.count(&v.Feeds, row)
		}
	}
}

// figures counts the publications that stand for the items, and their rivals.
func (s *support) figures() {
	v := s.Network.View
	element := graph.NoNode
	if s.Question.Holding != nil {
		element = s.Question.Holding.Element
	}
	for item := range s.items {
		for _, stage := range s.Answer.figures.Stages(item) {
			for _, f := range s.Answer.figures.Find(stage, item, element) {
				for _, row := range f.Rows {
					s.count(&v.Shares, row)
				}
				for _, other := range f.Others {
					for _, row := range other.Rows {
						s.count(&v.Shares, row)
					}
				}
			}
		}
		if s.Target.NamesPlaces() { // capacity is set against the world total
			for _, row := range v.Produces.In(item) {
				s.plant(v.Produces.From[row])
			}
		}
	}
}

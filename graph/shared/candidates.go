package shared

import (
	"cmp"
	"context"
	"math/bits"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// finder looks for what the subjects of a question share.
type finder struct {
	*Question
	v       *graph.View
	n       *chain.Network
	wants   [][]want // by subject: what its needs begin with
	holders map[graph.Node][]graph.Node
	seen    map[Node]*mark
	subject int // the one whose reach is being marked
	depth   int // how far from it
}

// mark says which subjects could reach a node, and how near.
type mark struct {
	by    uint64
	depth int // the longest of the ways by which each was led to it first
}

func newFinder(q *Question) *finder {
	f := &finder{Question: q, v: q.Model.Network.View, n: q.Model.Network, holders: map[graph.Node][]graph.Node{}, seen: map[Node]*mark{}}
	first, end := f.v.Range(graph.KindFirm)
	for holder := first; holder < end; holder++ {
		for _, h := range f.n.Held(holder) {
			f.holders[h.Firm] = append(f.holders[h.Firm], holder)
		}
	}
	for _, s := range q.Subjects {
		f.wants = append(f.wants, f.wantsOf(s))
	}
	return f
}

// want is an item that a subject has need of, or that it makes.
type want struct {
	item  graph.Node
	makes bool
}

// wantsOf lists what a subject's needs begin with: what a firm, or one that it holds at a stated stake, buys and makes; an item itself.
func (f *finder) wantsOf(subject graph.Node) []want {
	if f.v.IsItem(subject) {
		return []want{{item: subject}}
	}
	var wants []want
	for _, firm := range f.group(subject, true) {
		for _, at := range f.n.Of(firm) {
			p := &f.n.Parts[at]
			if makes := p.Kind == chain.Output; makes && !p.Gone && !p.Graded || p.Bought {
				wants = append(wants, want{p.Item, makes})
			}
		}
	}
	return wants
}

// group is a firm and those that it holds.
func (f *finder) group(firm graph.Node, stated bool) []graph.Node {
	group := []graph.Node{firm}
	for _, h := range f.n.Held(firm) {
		if !stated || !h.Unstated {
			group = append(group, h.Firm)
		}
	}
	return group
}

// candidates lists the nodes that enough subjects could reach: those of most subjects first, then the nearest, then by kind and key.
func (f *finder) candidates(ctx context.Context) ([]Node, error) {
	for i, s := range f.Subjects {
		if f.subject = i; ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if err := f.walk(ctx, s); err != nil {
			return nil, err
		}
	}
	subjects := asSet(f.Subjects)
	within := graph.NewTargetSet(f.v, f.Within)
	var out []Node
	for n, m := range f.seen {
		if bits.OnesCount64(m.by) >= f.AtLeast && slices.Contains(f.Kinds, n.Kind) && !subjects[n.Node] && f.lies(within, n) {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(x, y Node) int {
		a, b := f.seen[x], f.seen[y]
		return cmp.Or(
			cmp.Compare(bits.OnesCount64(b.by), bits.OnesCount64(a.by)),
			cmp.Compare(a.depth, b.depth),
			cmp.Compare(slices.Index(Kinds(), x.Kind), slices.Index(Kinds(), y.Kind)),
			cmp.Compare(x.Node, y.Node),
			cmp.Compare(x.Stage, y.Stage),
		)
	})
	return out, nil
}

// lies tells whether a node is one that the target's condition of its kind names; others are seen when it is asked about.
func (f *finder) lies(within *graph.TargetSet, n Node) bool {
	switch n.Kind {
	case Firm:
		return len(f.Within.Firms) == 0 || slices.ContainsFunc(f.Within.Firms, func(named graph.Node) bool {
			return slices.Contains(f.group(named, false), n.Node)
		})
	case Facility:
		return len(f.Within.Facilities) == 0 || slices.Contains(f.Within.Facilities, n.Node)
	case CountryStage:
		return within.HasCountry(n.Node) && within.HasStage(n.Stage)
	default:
		return within.HasCountry(n.Node)
	}
}

// walk marks what a subject could reach: through the network, and from each need through the recipes into the world market.
func (f *finder) walk(ctx context.Context, subject graph.Node) error {
	items := map[graph.Node]int{}
	if f.v.IsItem(subject) {
		items[subject] = 0
	} else {
		depths := map[int32]int{}
		var queue []int32
		add := func(part int32, depth int) {
			if _, ok := depths[part]; !ok {
				depths[part] = depth
				queue = append(queue, part)
			}
		}
		for _, firm := range f.group(subject, false) {
			for _, part := range f.n.Of(firm) {
				add(part, 0)
			}
		}
		for ; len(queue) > 0; queue = queue[1:] {
			at := queue[0]
			if len(depths)%4096 == 0 && ctx.Err() != nil {
				return context.Cause(ctx)
			}
			p := &f.n.Parts[at]
			f.depth = depths[at]
			if _, ok := items[p.Item]; !ok {
				items[p.Item] = f.depth
			}
			if p.Kind == chain.Output {
				f.output(p)
			}
			for _, need := range p.Needs {
				add(need.Part, f.depth)
			}
			for i := range p.Suppliers {
				for _, o := range p.Suppliers[i].Outputs {
					add(o, f.depth+1)
				}
			}
		}
	}
	f.markets(items)
	return nil
}

// mark notes that the subject could reach a node.
func (f *finder) mark(n Node) {
	m := f.seen[n]
	if m == nil {
		m = &mark{}
		f.seen[n] = m
	}
	if bit := uint64(1) << f.subject; m.by&bit == 0 {
		m.by |= bit
		m.depth = max(m.depth, f.depth)
	}
}

// firm marks a firm and those that hold it: whoever holds a maker is asked about with it.
func (f *finder) firm(n graph.Node) {
	f.mark(Node{Kind: Firm, Node: n})
	for _, holder := range f.holders[n] {
		f.mark(Node{Kind: Firm, Node: holder})
	}
}

// output marks who makes an output, where, and at which stages.
func (f *finder) output(p *chain.Part) {
	f.firm(p.Firm)
	stages := f.stages(p.Item)
	if len(p.Plants) == 0 {
		f.place(f.v.CountryOf(p.Firm), stages)
	}
	for i := range p.Plants {
		switch at := &p.Plants[i]; {
		case at.Facility != graph.NoNode:
			f.mark(Node{Kind: Facility, Node: at.Facility})
			f.place(f.v.CountryOf(at.Facility), append(slices.Clip(stages), f.v.Facility(at.Facility).Stage))
		case at.Country != 0:
			f.place(at.Country, stages)
		default:
			f.place(f.v.CountryOf(p.Firm), stages)
		}
	}
}

// stages lists those that an item belongs to.
func (f *finder) stages(item graph.Node) []graph.Stage {
	var stages []graph.Stage
	for _, s := range graph.Stages() {
		if f.v.AnswersTo(item, s) {
			stages = append(stages, s)
		}
	}
	return stages
}

// place marks a country and its steps. Where ownership decides, who controls the maker may be of any country.
func (f *finder) place(country graph.Node, stages []graph.Stage) {
	countries := []graph.Node{country}
	if f.Within.By != "" && f.Within.By != graph.ByLocation {
		first, end := f.v.Range(graph.KindCountry)
		for c := first; c < end; c++ {
			countries = append(countries, c)
		}
	}
	for _, c := range countries {
		if c == graph.NoNode || f.v.KindOf(c) != graph.KindCountry {
			continue
		}
		f.mark(Node{Kind: Country, Node: c})
		for _, s := range stages {
			if s != "" {
				f.mark(Node{Kind: CountryStage, Node: c, Stage: s})
			}
		}
	}
}

// markets marks who has a part of the world market of some items and of all that they require.
func (f *finder) markets(items map[graph.Node]int) {
	queue := make([]graph.Node, 0, len(items))
	for item := range items {
		queue = append(queue, item)
	}
	slices.SortFunc(queue, func(x, y graph.Node) int { return cmp.Or(cmp.Compare(items[x], items[y]), cmp.Compare(x, y)) })
	for ; len(queue) > 0; queue = queue[1:] {
		item := queue[0]
		f.depth = items[item]
		f.market(item)
		for _, input := range f.v.Requirement(item).Inputs {
			if _, ok := items[input]; !ok {
				items[input] = f.depth + 1
				queue = append(queue, input)
			}
		}
	}
}

func (f *finder) market(item graph.Node) {
	for _, stage := range f.Figures.Stages(item) {
		for _, figure := range f.Figures.Find(stage, item, f.Element) {
			for _, row := range figure.Rows {
				if c := f.v.Shares.From[row]; f.v.KindOf(c) == graph.KindCountry {
					f.mark(Node{Kind: Country, Node: c})
					f.mark(Node{Kind: CountryStage, Node: c, Stage: stage})
				}
			}
		}
	}
	for _, row := range f.v.Produces.In(item) { // a capacity is a part of the world's
		facility := f.v.Produces.From[row]
		f.mark(Node{Kind: Facility, Node: facility})
		for _, run := range f.v.Operates.In(facility) {
			f.firm(f.v.Operates.From[run])
		}
	}
	scenario := f.v.Scenario()
	for _, edit := range f.v.Added() {
		if p := scenario[edit-1].Add.Plant; p != nil && p.Item == item {
			f.firm(p.Firm)
			if p.Site != graph.NoNode && f.v.KindOf(p.Site) == graph.KindFacility {
				f.mark(Node{Kind: Facility, Node: p.Site})
			}
		}
	}
}

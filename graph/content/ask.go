package content

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// The errors of prices.
var (
	ErrPriceBounds = errors.New("a price is a number above 0, its low end first")
	ErrPriceTwice  = errors.New("the thing has two prices")
)

// Holding says how much of one element each item holds, in kilograms per unit.
type Holding struct {
	Element  graph.Node
	Mass     []graph.Interval // by item; unknown where no quantity leads to it
	Complete []bool           // by item: no quantity on the way is missing
}

// Question asks how far goods come under a rule.
type Question struct {
	Goods     []graph.Node // none: all that the rule speaks of
	Threshold float64      // above 0
	Prices    map[graph.Node]Bounds
	Holdings  map[graph.Node]*Holding // of the elements of the rule
	Origins   Origins
}

// Good is what the rule makes of a good that is made abroad.
type Good struct {
	Item   graph.Node
	Scope  Scope
	Like   graph.Node   // the named good that the row stands for: the item itself, or the assembly that it is read as
	Row    graph.RowRef // of restricts, where the scope is NAMED or ASSEMBLY
	HasRow bool
	Recipe []graph.RowRef // of feeds and kinds, on the way of the rare earths into the good
	Worth                 // in the hands of a maker whom nobody names
	Makers []Maker
}

// Maker is a firm with an output of a good outside the controlling country.
type Maker struct {
	Firm      graph.Node
	Countries []graph.Node // where it makes the good, the controlling country left out
	Home      bool         // it also makes it in the controlling country
	Part      int32        // the output
	Rows      []graph.RowRef
	Worth
}

// Worth is the part of a good's value that the materials make up, and what follows.
type Worth struct {
	Verdict   Verdict
	Content   Verdict // whether the share is large enough, whatever the rule names
	Implied   Verdict // the verdict if the world market's shares held for the maker
	Share     Bounds  // proven, 0 to 1
	Supposed  Bounds  // the share if the world market's shares held
	Kilograms Bounds  // of Chinese material, as contained rare earth, in one unit of the good; High may be +Inf
	Ratio     Bounds  // the price of a kilogram of it over the price of a unit of the good from which the rule bites: surely not below, surely above; +Inf where none is
	RatioIf   Bounds  // the same if the world market's shares held
	Elements  []Element
	Deciding  *Deciding // where the verdict is UNKNOWN
	Flags     graph.Flags
}

// Element is what one rare earth brings into the value.
type Element struct {
	Element graph.Node
	Forms   []graph.Node // materials that may carry it into the good
	Amount  Bounds       // kilograms in one unit of the good
	Part    Part         // of that, Chinese
	Price   Bounds       // of a kilogram contained; [0, +Inf] where it is not given
}

// Deciding is the fact that decides first.
type Deciding struct {
	Kind    FactKind
	Element graph.Node // NoNode: the good itself
	Item    graph.Node // what is bought, priced or held
	Buyer   graph.Node // of ORIGIN: who buys it; NoNode: nobody is named
	Decides Weight
}

// Weight says how far one fact decides, all others being as they are.
type Weight string

// The weights.
const (
	EitherWay Weight = "EITHER_WAY" // at both of its ends
	OneWay    Weight = "ONE_WAY"    // at one of them
	NotAlone  Weight = "NOT_ALONE"  // at neither
)

// Answer is what Ask finds.
type Answer struct {
	Rule  *Rule
	Goods []Good // in the order asked, or of Rule.Goods
}

// Model is a view laid out for questions about a rule. It never changes.
type Model struct {
	rule    *Rule
	network *chain.Network
	home    graph.Node // the controlling country
	makers  map[graph.Node][]int32
}

// NewModel lays a network out: who makes what. It costs a pass over its parts.
func NewModel(rule *Rule, n *chain.Network) *Model {
	m := &Model{rule: rule, network: n, home: graph.NoNode, makers: map[graph.Node][]int32{}}
	if c := n.View.Control(rule.Control); c != nil {
		if country, ok := n.View.Find(graph.KindCountry, c.Country); ok {
			m.home = country
		}
	}
	for i := range n.Parts {
		if p := &n.Parts[i]; p.Kind == chain.Output && !p.Gone && !p.Graded && !p.Flags.Has(graph.FlagPassedOn) {
			m.makers[p.Item] = append(m.makers[p.Item], int32(i))
		}
	}
	return m
}

// Ask works the shares out. The error is ErrPriceBounds, or the context's.
func (m *Model) Ask(ctx context.Context, q Question) (*Answer, error) {
	for _, p := range q.Prices {
		if !(p.Low > 0 && p.Low <= p.High && !math.IsInf(p.High, 1)) {
			return nil, ErrPriceBounds
		}
	}
	goods := q.Goods
	if len(goods) == 0 {
		goods = m.rule.Goods()
	}
	a := &Answer{Rule: m.rule}
	for _, item := range goods {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		a.Goods = append(a.Goods, m.good(&q, item))
	}
	return a, nil
}

func (m *Model) good(q *Question, item graph.Node) Good {
	g := Good{Item: item}
	g.Scope, g.Like, g.Row = m.rule.ScopeOf(item)
	g.HasRow = g.Scope == Named || g.Scope == Assembly
	base := m.elements(q, item)
	g.Recipe = m.recipe(q, item)
	g.Worth = m.worth(q, &g, base, -1)
	for _, part := range m.makers[item] {
		p := &m.network.Parts[part]
		maker := Maker{Firm: p.Firm, Part: part, Rows: p.Rows}
		maker.Countries, maker.Home = m.places(p)
		if len(maker.Countries) == 0 {
			continue // not made abroad
		}
		maker.Worth = m.worth(q, &g, base, part)
		g.Makers = append(g.Makers, maker)
	}
	slices.SortFunc(g.Makers, func(x, y Maker) int {
		return cmp.Or(cmp.Compare(x.Verdict.rank(), y.Verdict.rank()), cmp.Compare(x.Implied.rank(), y.Implied.rank()),
			cmp.Compare(m.network.View.Key(x.Firm), m.network.View.Key(y.Firm)))
	})
	return g
}

func (v Verdict) rank() int { return slices.Index([]Verdict{Yes, Unknown, No}, v) }

// places lists the countries of an output other than the controlling one, by key, and whether it is also made there.
func (m *Model) places(p *chain.Part) (abroad []graph.Node, home bool) {
	places := p.Places()
	if len(places) == 0 {
		places = []graph.Place{{Facility: graph.NoNode}}
	}
	for _, at := range places {
		switch country := m.network.Country(p, at); {
		case country == m.home:
			home = true
		case !slices.Contains(abroad, country):
			abroad = append(abroad, country)
		}
	}
	slices.Sort(abroad)
	return abroad, home
}

// worth works out the share of a good in the hands of a maker.
func (m *Model) worth(q *Question, g *Good, base []Element, part int32) Worth {
	w := Worth{Elements: slices.Clone(base)}
	proven, implied := &balance{sure: g.Scope == Named, good: anything}, &balance{sure: g.Scope == Named}
	if p, ok := m.priceOf(q, g.Item); ok {
		proven.good = p
		if _, own := q.Prices[g.Item]; !own {
			w.Flags = w.Flags.With(graph.FlagPriceOfClass)
		}
	} else if len(base) > 0 {
		w.Flags = w.Flags.With(graph.FlagPriceNotGiven)
	}
	if g.Scope == Assembly {
		w.Flags = w.Flags.With(graph.FlagByWording)
	}
	implied.good = proven.good
	for i := range w.Elements {
		e := &w.Elements[i]
		e.Part = q.Origins(e.Element, part, g.Item)
		proven.terms = append(proven.terms, term{e.Element, e.Amount, e.Part.Proven, e.Price})
		implied.terms = append(implied.terms, term{e.Element, e.Amount, e.Part.Implied, e.Price})
		if math.IsInf(e.Price.High, 1) {
			w.Flags = w.Flags.With(graph.FlagPriceNotGiven)
		}
		if e.Part.Proven.open() {
			w.Flags = w.Flags.With(e.Part.Flags...)
		}
		if !q.Holdings[e.Element].Complete[g.Item] {
			w.Flags = w.Flags.With(graph.FlagIncomplete)
		}
	}
	w.Share, w.Supposed, w.Kilograms = proven.share(), implied.share(), m.kilograms(g.Item, proven)
	w.Ratio, w.RatioIf = bite(q.Threshold, w.Kilograms), bite(q.Threshold, m.kilograms(g.Item, implied))
	w.Content, w.Verdict, w.Implied = reaches(w.Share, q.Threshold), proven.verdict(q.Threshold), implied.verdict(q.Threshold)
	if g.Scope == Outside {
		w.Verdict, w.Implied = No, No
		return w
	}
	if fact, ok := proven.deciding(q.Threshold); ok {
		w.Deciding = m.deciding(&w, g, part, fact)
		w.Deciding.Decides = []Weight{NotAlone, OneWay, EitherWay}[proven.decides(fact, q.Threshold)]
	}
	return w
}

// bite is the ratio of prices from which a threshold is met.
func bite(threshold float64, kilograms Bounds) Bounds {
	at := func(kg float64) float64 {
		if kg == 0 {
			return math.Inf(1)
		}
		return threshold / kg
	}
	return Bounds{at(kilograms.High), at(kilograms.Low)}
}

// deciding names what a fact is about: for an origin the nearest purchase, up from the maker, whose sellers are not all on record.
func (m *Model) deciding(w *Worth, g *Good, part int32, fact openFact) *Deciding {
	d := &Deciding{Kind: fact.kind, Element: fact.element, Item: g.Item, Buyer: graph.NoNode}
	if fact.element == graph.NoNode {
		return d
	}
	at := slices.IndexFunc(w.Elements, func(e Element) bool { return e.Element == fact.element })
	if fact.kind != Amount && len(w.Elements[at].Forms) > 0 {
		d.Item = m.nearest(g.Item, w.Elements[at].Forms)
	}
	if fact.kind == Origin && part >= 0 {
		if line, ok := m.loose(part, fact.element); ok {
			d.Item, d.Buyer = m.network.Parts[line].Item, m.network.Parts[line].Firm
		}
	}
	return d
}

// nearest is the form that stands fewest steps below a good.
func (m *Model) nearest(item graph.Node, forms []graph.Node) graph.Node {
	for _, n := range m.rule.madeOf(item) {
		if slices.Contains(forms, n) {
			return n
		}
	}
	return forms[0]
}

// loose finds, breadth first up from an output, the nearest purchase of something that may hold the element of which the sellers on record
// do not state all.
func (m *Model) loose(part int32, element graph.Node) (int32, bool) {
	seen, queue := map[int32]bool{part: true}, []int32{part}
	push := func(p int32) {
		if !seen[p] {
			seen[p] = true
			queue = append(queue, p)
		}
	}
	for i := 0; i < len(queue); i++ {
		p := &m.network.Parts[queue[i]]
		if p.Kind == chain.Line {
			if !m.carries(p.Item, element) {
				continue
			}
			stated := 0.0
			for j := range p.Suppliers {
				if p.Suppliers[j].Stated() && !p.Suppliers[j].Possible {
					stated += p.Suppliers[j].Share
				}
				for _, o := range p.Suppliers[j].Outputs {
					push(o)
				}
			}
			if stated < 1-1e-9 {
				return queue[i], true
			}
		}
		for _, need := range p.Needs {
			push(need.Part)
		}
	}
	return 0, false
}

func (m *Model) carries(item, element graph.Node) bool {
	return slices.Contains(m.rule.madeOf(item), element)
}

// recipe lists the rows on the way of the rare earths into a good.
func (m *Model) recipe(q *Question, item graph.Node) (rows []graph.RowRef) {
	v := m.network.View
	carries := func(from graph.Node) bool {
		return slices.ContainsFunc(m.rule.Elements, func(e graph.Node) bool { return from == e || m.amount(q.Holdings[e], from).High > 0 })
	}
	for _, at := range m.rule.madeOf(item) {
		for _, row := range v.Feeds.In(at) {
			if v.On(v.Feeds.Table, row) && !v.IsJoint(row) && carries(v.Feeds.From[row]) {
				rows = append(rows, v.Feeds.Row(row))
			}
		}
		if len(v.Feeds.In(at)) > 0 {
			continue
		}
		for _, row := range v.Kinds.In(at) {
			if carries(v.Kinds.From[row]) {
				rows = append(rows, v.Kinds.Row(row))
			}
		}
	}
	return rows
}

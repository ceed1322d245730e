package api

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/composition"
	"github.com/lodestone-graph/lodestone/graph/content"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

const (
	contentFormula = "The share is the sum, over the rare earths for which the annex names materials, of kilograms in one unit of the good × the part that passed a Chinese making of these materials × price per kilogram contained, " +
		"over the price of the unit. YES from the threshold on at its low end, if a row names the good; NO below it at its high end; else UNKNOWN. What is not stated is anything."
	mostGoods  = 500
	mostPrices = 200
)

// PriceInput is what the asker takes a thing to cost.
type PriceInput struct {
	Of        string
	Low, High float64
}

// ContentRule is what a rule on Chinese content makes of goods made abroad.
type ContentRule struct {
	Threshold float64

	world  *World
	ask    *contentAsk
	answer *content.Answer
}

// contentAsk is the part of the question that the law takes.
type contentAsk struct {
	world                   *World
	book                    *control.Book
	home, destination, user graph.Node
	endUse                  control.EndUse
	on                      graph.Day
}

// ContentGood is a good that the rule speaks of.
type ContentGood struct {
	good *content.Good
	rule *ContentRule
}

// ContentMaker is a firm that makes the good abroad.
type ContentMaker struct {
	maker *content.Maker
	good  *ContentGood
}

// ContentWorth is what the materials are worth in the good, in somebody's hands.
type ContentWorth struct {
	Verdict, Content, Implied content.Verdict
	ChineseShare              ShareBounds
	ImpliedShare              ShareBounds

	worth  *content.Worth
	good   *ContentGood
	origin graph.Node // where the good is made
}

// ContentElement is one rare earth in the good.
type ContentElement struct {
	element *content.Element
	world   *World
}

// ContentFact is the fact that decides first.
type ContentFact struct {
	fact  *content.Deciding
	world *World
}

// ShareBounds are the ends of a share.
type ShareBounds struct{ Low, High float64 }

// NumberBounds are the ends of a number; nil is unbounded.
type NumberBounds struct{ Low, High *float64 }

// ContentRule works out which goods made abroad come under a rule on Chinese content.
func (v *View) ContentRule(ctx context.Context, of []string, control string, threshold float64, prices []*PriceInput, destination string, endUse control.EndUse, user *string, on *graph.Day) (*ContentRule, error) {
	w := v.world
	f := &finder{ctx: ctx, world: w}
	if of != nil && len(of) == 0 {
		return nil, emptyList("of", "Leave it out to ask about all goods that the rule speaks of.")
	}
	if len(of) > mostGoods {
		return nil, apierror.BadInput("of", fmt.Sprintf("has more than %d ids", mostGoods), "Ask about fewer goods at a time.")
	}
	q := content.Question{Goods: f.nodes(of, items), Threshold: threshold, Holdings: map[graph.Node]*content.Holding{}}
	ask := &contentAsk{world: w, destination: f.node(destination, states), user: f.maybe(user, firms), endUse: endUse}
	at := f.node(control, controls)
	if q.Prices = f.prices(prices); f.err != nil {
		return nil, f.err
	}
	for i, good := range q.Goods {
		if err := w.checkShipped(fmt.Sprintf("of[%d]", i), good); err != nil {
			return nil, err
		}
	}
	if threshold == 0 {
		return nil, apierror.BadInput("threshold", "is 0, which everything meets", "Give a part of the value above 0, such as 0.001.")
	}
	if err := ask.open(ctx, w, on); err != nil {
		return nil, err
	}
	compiled, err := content.NewRule(w.View, at)
	if err != nil {
		return nil, apierror.BadInput("control", fmt.Sprintf("%q is no rule on content, or the view leaves its rows out", w.View.Key(at)), "Ask about mofcom-2025-61-1.")
	}
	network, err := w.Network(ctx)
	if err != nil {
		return nil, err
	}
	if err := w.weigh(ctx, compiled, ask.home, &q); err != nil {
		return nil, err
	}
	answer, err := content.NewModel(compiled, network).Ask(ctx, q)
	if errors.Is(err, content.ErrPriceBounds) {
		return nil, apierror.BadInput("prices", err.Error(), "Give bounds above 0, the low end first.")
	}
	if err != nil {
		return nil, err
	}
	return &ContentRule{threshold, w, ask, answer}, nil
}

// open finds the law and the day.
func (a *contentAsk) open(ctx context.Context, w *World, on *graph.Day) (err error) {
	if a.book, err = w.Law(ctx); err != nil {
		return err
	}
	a.home, a.on = a.book.Country(), w.AsOf
	if on != nil {
		a.on = *on
	}
	if a.destination == a.home {
		return apierror.BadInput("destination", "is China, where its clauses on trade between other countries do not reach", "Name another country, such as US.")
	}
	_, err = daysOf(a.book, []graph.Day{a.on})
	return err
}

// prices reads what things are taken to cost.
func (f *finder) prices(in []*PriceInput) map[graph.Node]content.Bounds {
	if len(in) > mostPrices {
		f.fail(apierror.BadInput("prices", fmt.Sprintf("has more than %d values", mostPrices), "Price elements or classes, which stand for their forms and kinds."))
		return nil
	}
	out := map[graph.Node]content.Bounds{}
	for i, p := range in {
		of := f.node(p.Of, items)
		if f.err != nil {
			return nil
		}
		argument := fmt.Sprintf("prices[%d]", i)
		if _, twice := out[of]; twice {
			f.fail(apierror.BadInput(argument, fmt.Sprintf("prices %q again", f.world.View.Key(of)), "Give one pair of bounds for each thing."))
		}
		if !(p.Low > 0 && p.Low <= p.High && !math.IsInf(p.High, 1)) {
			f.fail(apierror.BadInput(argument, fmt.Sprintf("is %v to %v", p.Low, p.High), "Give bounds above 0, the low end first."))
		}
		out[of] = content.Bounds{Low: p.Low, High: p.High}
	}
	return out
}

// weigh asks the composition and exposure rooms: how much of each rare earth is in what, and how much of it passed a Chinese making of the
// materials that hold it.
func (w *World) weigh(ctx context.Context, rule *content.Rule, home graph.Node, q *content.Question) error {
	answers := map[graph.Node]*Answer{}
	for _, e := range rule.Elements {
		masses, err := composition.Masses(ctx, w.View, e)
		if err != nil {
			return err
		}
		h := &content.Holding{Element: e, Mass: make([]graph.Interval, len(masses)), Complete: make([]bool, len(masses))}
		for i := range masses {
			h.Mass[i], h.Complete[i] = masses[i].Kilograms, masses[i].Complete
		}
		q.Holdings[e] = h
		target := graph.Target{Countries: []graph.Node{home}}
		for _, m := range rule.Materials {
			if masses[m].Presence != "" {
				target.Items = append(target.Items, m)
			}
		}
		if answers[e], err = w.Ask(ctx, target, e, false); err != nil {
			return err
		}
	}
	q.Origins = func(e graph.Node, part int32, good graph.Node) content.Part {
		a := answers[e]
		if part < 0 {
			return content.OfMarket(a.Market.Of(good), a.Market)
		}
		x := a.Values(part)
		return content.Solved(x.Low, x.Safe, x.Estimate, x.Resolved, q.Holdings[e].Complete[good], a.Market.Of(good), a.Market)
	}
	return nil
}

// Control is the rule.
func (r *ContentRule) Control() *Control { return r.world.control(r.answer.Rule.Control) }

// Date is the day of the law.
func (r *ContentRule) Date() graph.Day { return r.ask.on }

// State is that of the control on the day.
func (r *ContentRule) State() control.State {
	state, _ := r.ask.book.StateOf(r.answer.Rule.Control, r.ask.on)
	return state
}

// Materials lists what the annex counts.
func (r *ContentRule) Materials(first int) []Item {
	return r.world.items(r.answer.Rule.Materials, first)
}

// Goods lists the goods asked about, or all that the rule speaks of.
func (r *ContentRule) Goods(first int) []*ContentGood {
	list := []*ContentGood{}
	for i := range head(r.answer.Goods, first) {
		list = append(list, &ContentGood{&r.answer.Goods[i], r})
	}
	return list
}

// TotalCount counts the goods.
func (r *ContentRule) TotalCount() int { return len(r.answer.Goods) }

// Flags are the cautions of the view and of the law.
func (r *ContentRule) Flags() []graph.Flag {
	flags := graph.Flags(nil).With(r.world.View.Flags()...)
	if r.State() == control.Revived {
		flags = flags.With(graph.FlagSuspensionExpired)
	}
	if r.ask.on > r.ask.book.CheckedUntil() {
		flags = flags.With(graph.FlagRulesNotChecked)
	}
	return noNil(flags)
}

// Receipt opens the rows of the rule, the recipes, the world market, and the makers.
func (r *ContentRule) Receipt() *Receipt {
	rows := []graph.RowRef{r.world.View.Row(r.answer.Rule.Control)}
	for i := range r.answer.Goods {
		g := &r.answer.Goods[i]
		if g.HasRow {
			rows = append(rows, g.Row)
		}
		rows = append(rows, g.Recipe...)
		for _, e := range g.Elements {
			rows = append(rows, e.Part.Rows...)
		}
		for j := range g.Makers {
			rows = append(rows, g.Makers[j].Rows...)
		}
	}
	return r.world.receipt(contentFormula, rows, r.Flags())
}

// Item is the good.
func (g *ContentGood) Item() Item { return g.rule.world.item(g.good.Item) }

// Scope says how the rule speaks of it.
func (g *ContentGood) Scope() content.Scope { return g.good.Scope }

// ReadAs is the named good as which the law decides it.
func (g *ContentGood) ReadAs() Item { return g.rule.world.item(g.good.Like) }

// Row is the row of the annex.
func (g *ContentGood) Row() *Row {
	if !g.good.HasRow {
		return nil
	}
	return g.rule.world.row(g.good.Row)
}

// Worth is that in the hands of a maker whom nobody names.
func (g *ContentGood) Worth() *ContentWorth {
	origin := graph.NoNode
	first, end := g.rule.world.Range(graph.KindCountry)
	for c := first; c < end && origin == graph.NoNode; c++ {
		if c != g.rule.ask.home && c != g.rule.ask.destination {
			origin = c
		}
	}
	return g.worth(&g.good.Worth, origin)
}

// MakerCount counts the makers on record.
func (g *ContentGood) MakerCount() int { return len(g.good.Makers) }

// Makers lists the firms that make it abroad.
func (g *ContentGood) Makers(first int) []*ContentMaker {
	list := []*ContentMaker{}
	for i := range head(g.good.Makers, first) {
		list = append(list, &ContentMaker{&g.good.Makers[i], g})
	}
	return list
}

func (g *ContentGood) worth(w *content.Worth, origin graph.Node) *ContentWorth {
	return &ContentWorth{w.Verdict, w.Content, w.Implied, ShareBounds(w.Share), ShareBounds(w.Supposed), w, g, origin}
}

// Firm is the maker.
func (m *ContentMaker) Firm() *Firm { return m.good.rule.world.firm(m.maker.Firm) }

// Countries lists where it makes the good abroad.
func (m *ContentMaker) Countries(first int) []*Country {
	list := []*Country{}
	for _, c := range head(m.maker.Countries, first) {
		list = append(list, m.good.rule.world.country(c))
	}
	return list
}

// AlsoInChina tells whether it makes the good in China as well.
func (m *ContentMaker) AlsoInChina() bool { return m.maker.Home }

// Worth is that in its hands; shipments are from the first of its countries that is not the destination.
func (m *ContentMaker) Worth() *ContentWorth {
	origin := m.maker.Countries[0]
	for _, c := range m.maker.Countries {
		if c != m.good.rule.ask.destination {
			origin = c
			break
		}
	}
	return m.good.worth(&m.maker.Worth, origin)
}

// Rows opens the rows that say that it makes the good.
func (m *ContentMaker) Rows(first int) []*Row { return m.good.rule.world.rows(m.maker.Rows, first) }

// Kilograms are those of Chinese material, as contained rare earth, in one unit.
func (w *ContentWorth) Kilograms() NumberBounds { return bounded(w.worth.Kilograms) }

// Bites is the ratio of prices from which the rule reaches the good.
func (w *ContentWorth) Bites() NumberBounds { return bounded(w.worth.Ratio) }

// ImpliedBites is the same if the world market's shares held.
func (w *ContentWorth) ImpliedBites() NumberBounds { return bounded(w.worth.RatioIf) }

func bounded(b content.Bounds) NumberBounds { return NumberBounds{end(b.Low), end(b.High)} }

// end is null for what is unbounded.
func end(x float64) *float64 {
	if math.IsInf(x, 1) {
		return nil
	}
	return &x
}

// Elements lists the rare earths in the good.
func (w *ContentWorth) Elements(first int) []*ContentElement {
	list := []*ContentElement{}
	for i := range head(w.worth.Elements, first) {
		list = append(list, &ContentElement{&w.worth.Elements[i], w.good.rule.world})
	}
	return list
}

// DecidingFact is the fact that decides first.
func (w *ContentWorth) DecidingFact() *ContentFact {
	if w.worth.Deciding == nil {
		return nil
	}
	return &ContentFact{w.worth.Deciding, w.good.rule.world}
}

// Licence is what a shipment to the destination needs as far as the rule goes; nil where it is no export.
func (w *ContentWorth) Licence() *LicenceDecision {
	ask := w.good.rule.ask
	q := control.Question{Item: w.good.good.Like, Origin: w.origin, Technology: graph.False}
	switch w.worth.Verdict {
	case content.Yes:
		q.Content = graph.True
	case content.No:
		q.Content = graph.False
	}
	return ask.decide(q)
}

// decide asks the law about goods made abroad and shipped to the destination; nil where they stay where they are.
func (a *contentAsk) decide(q control.Question) *LicenceDecision {
	if q.Origin == a.destination {
		return nil
	}
	q.Exporter, q.Destination, q.User = control.FromAbroad, a.destination, a.user
	return a.asked(q)
}

func (a *contentAsk) asked(q control.Question) *LicenceDecision {
	q.EndUse, q.Holder, q.On = a.endUse, graph.NoNode, a.on
	d := a.book.Decide(q)
	return &LicenceDecision{Date: q.On, Outcome: d.Outcome, Rule: d.Rule, world: a.world, book: a.book, decision: d,
		explained: sync.OnceValue(func() control.Explanation { return a.book.Explain(&d) })}
}

// Flags are the cautions about it.
func (w *ContentWorth) Flags() []graph.Flag { return noNil(w.worth.Flags) }

// Element is the rare earth.
func (e *ContentElement) Element() *Element { return e.world.element(e.element.Element) }

// Forms lists the materials that may carry it.
func (e *ContentElement) Forms(first int) []Item { return e.world.items(e.element.Forms, first) }

// Amount is what one unit of the good holds.
func (e *ContentElement) Amount() NumberBounds { return bounded(e.element.Amount) }

// ChinesePart is the part of that which passed a Chinese making.
func (e *ContentElement) ChinesePart() exposure.Share {
	p := &e.element.Part
	share := exposure.Share{Low: p.Proven.Low, High: p.Proven.High, Estimate: math.NaN()}
	if p.Implied.Low > 0 || p.Implied.High < 1 {
		share.Estimate = p.Implied.Low
	}
	return share
}

// Price is that of a kilogram contained; nil where it is not given.
func (e *ContentElement) Price() *NumberBounds {
	if math.IsInf(e.element.Price.High, 1) {
		return nil
	}
	b := bounded(e.element.Price)
	return &b
}

// Kind is what the fact is about.
func (f *ContentFact) Kind() content.FactKind { return f.fact.Kind }

// Item is what is bought, priced or held.
func (f *ContentFact) Item() Item { return f.world.item(f.fact.Item) }

// Element is the rare earth in question; nil where the fact is about the good.
func (f *ContentFact) Element() *Element {
	if f.fact.Element == graph.NoNode {
		return nil
	}
	return f.world.element(f.fact.Element)
}

// Buyer is who buys it; nil where nobody is named.
func (f *ContentFact) Buyer() *Firm { return f.world.firmOrNil(f.fact.Buyer) }

// Decides says how far the fact alone decides.
func (f *ContentFact) Decides() content.Weight { return f.fact.Decides }

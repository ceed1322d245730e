package api

import (
	"context"
	"errors"
	"fmt"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/compliance"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

const cleanChainFormula = "A making is barred when a step of the rule names the good it goes into, its stage and country on the day; a shipment across a border, when China's decision table closes it. " +
	"An input is as good as the best of its makers, a making as bad as the worst of its inputs; what is not stated is a missing fact. Of the chains that are not barred, one with the fewest missing facts."

// CleanChain says whether a chain exists that two states allow.
type CleanChain struct {
	Verdict compliance.Verdict
	Date    graph.Day

	world   *World
	ask     *chainLaw
	answer  *compliance.Answer
	subject graph.Node
}

// CleanChainStep is a making in a chain.
type CleanChainStep struct {
	step  *compliance.Step
	chain *CleanChain
}

// MissingFact is something that the record does not say.
type MissingFact struct {
	fact  compliance.Fact
	world *World
}

// ChainBar is a step of the rule, or an item that China does not let out.
type ChainBar struct {
	bar   compliance.Bar
	world *World
}

// ChainSource is one way to have the item.
type ChainSource struct {
	source compliance.Source
	world  *World
}

// CleanChain looks for a chain that a buyer's own state and China both allow.
func (v *View) CleanChain(ctx context.Context, of, rule string, endUse control.EndUse, destination, user, maker *string, withoutLicence bool, on *graph.Day) (*CleanChain, error) {
	w := v.world
	f := &finder{ctx: ctx, world: w}
	q := compliance.Question{
		Item: f.node(of, items), Rule: f.node(rule, rules), Destination: f.maybe(destination, states), User: f.maybe(user, firms), Maker: f.maybe(maker, firms), On: w.AsOf,
	}
	if f.err != nil {
		return nil, f.err
	}
	if err := w.checkShipped("of", q.Item); err != nil {
		return nil, err
	}
	if q.Destination == graph.NoNode {
		first, _ := w.Range(graph.KindProcurementRule)
		country, ok := w.Find(graph.KindCountry, w.Facts().ProcurementRules[q.Rule-first].Country)
		if !ok {
			return nil, apierror.BadInput("destination", fmt.Sprintf("%q is no rule of a single country", w.View.Key(q.Rule)), "Say to which country the goods go.")
		}
		q.Destination = country
	}
	if on != nil {
		q.On = *on
	}
	book, err := w.Law(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := daysOf(book, []graph.Day{q.On}); err != nil {
		return nil, err
	}
	network, err := w.Network(ctx)
	if err != nil {
		return nil, err
	}
	figures, err := w.Figures(ctx)
	if err != nil {
		return nil, err
	}
	law := &chainLaw{book: book, endUse: endUse, on: q.On, withoutLicence: withoutLicence}
	q.Law = law.rule
	answer, err := compliance.NewModel(network, figures).Ask(ctx, q)
	switch {
	case errors.Is(err, compliance.ErrNotABan):
		return nil, apierror.BadInput("rule", fmt.Sprintf("%q is a goal or allows a share: it bars no single chain", w.View.Key(q.Rule)), "Ask about a ban for public buyers, such as us-dfars-225-7052.")
	case errors.Is(err, compliance.ErrNotMade):
		return nil, apierror.BadInput("maker", fmt.Sprintf("%q is not on record for making %q", w.View.Key(q.Maker), w.View.Key(q.Item)), "Leave maker out to ask about everybody.")
	case err != nil:
		return nil, err
	}
	return &CleanChain{answer.Verdict, q.On, w, law, answer, q.Item}, nil
}

// chainLaw reads China's decision table for the shipments of a chain.
type chainLaw struct {
	book           *control.Book
	endUse         control.EndUse
	on             graph.Day
	withoutLicence bool
}

func (l *chainLaw) question(c compliance.Crossing) control.Question {
	return control.Question{Item: c.Item, Origin: c.Origin, Destination: c.Destination, EndUse: l.endUse, User: c.Buyer, On: l.on}
}

// rule says what holds in every case that is left open: Chinese content and technology of goods made elsewhere, and whether suspensions
// that have run out were prolonged.
func (l *chainLaw) rule(c compliance.Crossing) compliance.Ruling {
	q := l.question(c)
	said := []graph.Truth{""}
	if l.book.View().Key(c.Origin) != "CN" {
		said = []graph.Truth{graph.False, graph.True}
	}
	var out compliance.Ruling
	passes, fails := false, false
	for _, q.Content = range said {
		for _, q.Technology = range said {
			d := l.book.Decide(q)
			for _, o := range []control.Outcome{d.Outcome, d.IfProlonged} {
				if o == "" {
					continue
				}
				if l.admits(o) {
					passes = true
					continue
				}
				if !fails {
					out.Rows, out.Flags = decisionRows(l.book.View(), &d), d.Flags
				}
				fails = true
			}
			if !fails && out.Flags == nil {
				out.Flags = d.Flags
			}
		}
	}
	switch {
	case !fails:
		out.Passes = graph.True
	case !passes:
		out.Passes = graph.False
	}
	return out
}

// admits tells whether goods may come under an outcome.
func (l *chainLaw) admits(o control.Outcome) bool {
	if l.withoutLicence {
		return o == control.NoLicence || o == control.ExemptReport
	}
	return o != control.Prohibited && o != control.RefusedInPrinciple
}

func decisionRows(v *graph.View, d *control.Decision) []graph.RowRef {
	var rows []graph.RowRef
	for _, c := range d.Clauses {
		rows = append(rows, v.Row(c.Control))
		if c.HasRow {
			rows = append(rows, c.Row)
		}
	}
	return rows
}

// Item is what was asked about.
func (c *CleanChain) Item() Item { return c.world.item(c.subject) }

// CleanPath lists the makings of a clean chain; nil where none is known.
func (c *CleanChain) CleanPath(first int) []*CleanChainStep {
	if c.Verdict != compliance.Clean {
		return nil
	}
	return c.path(first)
}

// NearPath lists the makings of the chain that lacks the fewest facts; nil where none is needed, or none would help.
func (c *CleanChain) NearPath(first int) []*CleanChainStep {
	if c.Verdict != compliance.NotKnown {
		return nil
	}
	return c.path(first)
}

func (c *CleanChain) path(first int) []*CleanChainStep {
	steps := head(c.answer.Steps, first)
	list := make([]*CleanChainStep, len(steps))
	for i := range steps {
		list[i] = &CleanChainStep{&steps[i], c}
	}
	return list
}

// MissingCount counts the missing facts of that chain.
func (c *CleanChain) MissingCount() int { return len(c.answer.Missing) }

// NearMiss lists the missing facts of that chain.
func (c *CleanChain) NearMiss(first int) []*MissingFact {
	return c.world.missing(c.answer.Missing, first)
}

func (w *World) missing(facts []compliance.Fact, first int) []*MissingFact {
	list := []*MissingFact{}
	for _, f := range head(facts, first) {
		list = append(list, &MissingFact{f, w})
	}
	return list
}

// BlockingSet lists bars that leave no chain though all others were lifted.
func (c *CleanChain) BlockingSet(first int) []*ChainBar {
	return c.world.bars(c.answer.Blocking, first)
}

// Smallest tells whether no smaller set blocks.
func (c *CleanChain) Smallest() *bool {
	if c.Verdict != compliance.Blocked {
		return nil
	}
	return &c.answer.Smallest
}

// Barred lists the bars met, the nearest to the buyer first.
func (c *CleanChain) Barred(first int) []*ChainBar { return c.world.bars(c.answer.Barred, first) }

func (w *World) bars(bars []compliance.Bar, first int) []*ChainBar {
	list := []*ChainBar{}
	for _, b := range head(bars, first) {
		list = append(list, &ChainBar{b, w})
	}
	return list
}

// Makers lists who may make the item.
func (c *CleanChain) Makers(first int) []*ChainSource {
	list := []*ChainSource{}
	for _, s := range head(c.answer.Sources, first) {
		list = append(list, &ChainSource{s, c.world})
	}
	return list
}

// Flags are the cautions of the answer, and of the view.
func (c *CleanChain) Flags() []graph.Flag { return noNil(c.answer.Flags.With(c.world.View.Flags()...)) }

// Receipt opens the rows behind the answer: those of the chain, or of the blocking set.
func (c *CleanChain) Receipt() *Receipt {
	var rows []graph.RowRef
	for i := range c.answer.Steps {
		rows = append(rows, c.answer.Steps[i].Rows...)
	}
	for i := range c.answer.Blocking {
		rows = append(rows, c.answer.Blocking[i].Rows...)
	}
	return c.world.receipt(cleanChainFormula, rows, c.Flags())
}

// Item is what is made.
func (s *CleanChainStep) Item() Item { return s.chain.world.item(s.step.Item) }

// Stage is that of the item.
func (s *CleanChainStep) Stage() *graph.Stage {
	return stageOrNil(s.chain.world.View.Stage(s.step.Item))
}

// Firm is who makes it; nil where nobody is on record.
func (s *CleanChainStep) Firm() *Firm { return s.chain.world.firmOrNil(s.step.Firm) }

// Facility is where; nil where it is not stated.
func (s *CleanChainStep) Facility() *Facility { return s.chain.world.facilityOrNil(s.step.Facility) }

// Country is where; nil where it is not stated.
func (s *CleanChainStep) Country() *Country { return s.chain.world.countryOrNil(s.step.Country) }

// Serves is the number of the step that it is made for; nil for the buyer.
func (s *CleanChainStep) Serves() *int { return links(s.step.For) }

// PassedOn tells whether it is bought and sold on.
func (s *CleanChainStep) PassedOn() bool { return s.step.Passed }

// Outcome is what the shipment of it across a border needs of China.
func (s *CleanChainStep) Outcome() *control.Outcome {
	if s.step.Shipment == nil {
		return nil
	}
	d := s.chain.ask.book.Decide(s.chain.ask.question(*s.step.Shipment))
	return &d.Outcome
}

// Missing lists the facts that the step lacks.
func (s *CleanChainStep) Missing(first int) []*MissingFact {
	return s.chain.world.missing(s.step.Missing, first)
}

// Rows opens the rows of the step.
func (s *CleanChainStep) Rows(first int) []*Row { return s.chain.world.rows(s.step.Rows, first) }

// Kind is what is missing.
func (f *MissingFact) Kind() compliance.FactKind { return f.fact.Kind }

// Item is what it is about.
func (f *MissingFact) Item() Item { return f.world.item(f.fact.Item) }

// Firm is who makes or sells it; nil where nobody is named.
func (f *MissingFact) Firm() *Firm { return f.world.firmOrNil(f.fact.Firm) }

// Country is where it is made; nil where that is not part of the fact, or not stated.
func (f *MissingFact) Country() *Country { return f.world.countryOrNil(f.fact.Country) }

// Buyer is who needs it; nil where nobody is named.
func (f *MissingFact) Buyer() *Firm { return f.world.firmOrNil(f.fact.Buyer) }

// Kind is who bars.
func (b *ChainBar) Kind() compliance.BarKind { return b.bar.Kind }

// Item is the good that the rule names, or what China does not let out.
func (b *ChainBar) Item() Node { return b.world.wrap(b.bar.Item) }

// Stage is that of the rule; nil for a bar of China.
func (b *ChainBar) Stage() *graph.Stage { return stageOrNil(b.bar.Stage) }

// Country is the one that the rule names, or where the goods come from; nil for any other than that of the rule.
func (b *ChainBar) Country() *Country { return b.world.countryOrNil(b.bar.Country) }

// Rows opens the rows that bar.
func (b *ChainBar) Rows(first int) []*Row { return b.world.rows(b.bar.Rows, first) }

// Firm is who makes it; nil for makers not on record.
func (s *ChainSource) Firm() *Firm { return s.world.firmOrNil(s.source.Firm) }

// Facility is where; nil where it is not stated.
func (s *ChainSource) Facility() *Facility { return s.world.facilityOrNil(s.source.Facility) }

// Country is where; nil where it is not stated.
func (s *ChainSource) Country() *Country { return s.world.countryOrNil(s.source.Country) }

// Verdict is that of the best chain of the maker.
func (s *ChainSource) Verdict() compliance.Verdict { return s.source.Verdict }

// MissingCount counts the missing facts of that chain, each use of one; nil where it is blocked.
func (s *ChainSource) MissingCount() *int {
	if s.source.Verdict == compliance.Blocked {
		return nil
	}
	return &s.source.Facts
}

// Bars lists what bars the maker itself or its last shipment.
func (s *ChainSource) Bars(first int) []*ChainBar { return s.world.bars(s.source.Bars, first) }

func (w *World) facilityOrNil(n graph.Node) *Facility {
	if n == graph.NoNode {
		return nil
	}
	return w.facility(n)
}

func (w *World) countryOrNil(n graph.Node) *Country {
	if n == graph.NoNode {
		return nil
	}
	return w.country(n)
}

func stageOrNil(s graph.Stage) *graph.Stage {
	if s == "" {
		return nil
	}
	return &s
}

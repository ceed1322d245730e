package cover

import (
	"context"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// Law is what the controlling country lets out, day by day, for goods of one end use.
type Law struct {
	Outlook  *control.Outlook
	Review   *Range // days that a licence takes; nil: as on record
	Approved *Range // the part of what is asked for that is granted, 0 to 1; nil: as on record
	// Market says what the country makes of each item world-wide. A need without a seller on record then meets the market: all of it may
	// come from the country, or none. nil: such needs are met whatever the law does.
	Market *market.Solution
}

// read finds, once for each line and supplier, what becomes of its goods on their way. Lines without any are nil.
func (m *Model) read(ctx context.Context) error {
	m.held, m.bought = make([][][]Crossing, len(m.network.Parts)), map[int32][]Crossing{}
	a := m.assumed
	if a.Crossings == nil && a.Law == nil && len(a.Rules) == 0 {
		return nil
	}
	for i := range m.network.Parts {
		if i%1024 == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		p := &m.network.Parts[i]
		if p.Kind == chain.Line && len(p.Suppliers) == 0 && a.Law != nil && a.Law.Market != nil {
			if law := m.marketed(int32(i)); law != nil {
				m.bought[int32(i)] = law
			}
		}
		for k := range p.Suppliers {
			if law := m.lawOf(int32(i), &p.Suppliers[k]); len(law) > 0 {
				if m.held[i] == nil {
					m.held[i] = make([][]Crossing, len(p.Suppliers))
				}
				m.held[i][k] = law
			}
		}
	}
	return nil
}

// crossings is what the law does to the goods of a supplier of a line.
func (m *Model) crossings(line int32, supplier int) []Crossing {
	if m.held[line] == nil {
		return nil
	}
	return m.held[line][supplier]
}

func (m *Model) lawOf(line int32, s *chain.Supplier) []Crossing {
	p := &m.network.Parts[line]
	if m.assumed.Crossings != nil {
		if law := m.assumed.Crossings(p, s); len(law) > 0 {
			return law
		}
	}
	var law []Crossing
	if m.assumed.Law != nil {
		law = m.legal(line, s)
	}
	rules := m.rules(p, s)
	if len(rules) > 0 { // a rule stands in for the law from its day on
		law = slices.DeleteFunc(law, func(c Crossing) bool { return c.From >= rules[0].From })
	}
	return append(law, rules...)
}

// legal is what the law of the view does to the goods of a supplier of a line. They may come from any place of its outputs and go to any
// country to which the line is delivered, so that on each day the crossing holds all of these; what does not cross the border is free.
func (m *Model) legal(line int32, s *chain.Supplier) []Crossing {
	home := m.assumed.Law.Outlook.Book().Country()
	if home == graph.NoNode {
		return nil
	}
	var ways []way
	free := false
	for _, o := range s.Outputs {
		p := &m.network.Parts[o]
		free = free || !m.network.MadeIn(o, home) || slices.ContainsFunc(p.Plants, func(at chain.Plant) bool { return m.network.Country(p, at.Place) != home })
		if !m.network.MadeIn(o, home) {
			continue
		}
		holder := s.Firm
		if s.Own {
			holder = p.Firm
		}
		for _, to := range m.network.Destinations(line) {
			var found []control.Stretch
			if to != home {
				found = m.assumed.Law.Outlook.Passing(p.Item, to, m.network.Parts[line].Firm, holder)
			}
			if found == nil {
				free = true
			} else {
				ways = append(ways, way{to, found})
			}
		}
	}
	return m.join(ways, free)
}

// marketed is what the law does to what a line without a seller on record meets in the world market: goods of the country, as long as it
// makes any, unless those of others.
func (m *Model) marketed(line int32) []Crossing {
	p, home := &m.network.Parts[line], m.assumed.Law.Outlook.Book().Country()
	value := m.assumed.Law.Market.Of(p.Item)
	if home == graph.NoNode || value.Here == 0 {
		return nil
	}
	var ways []way
	for _, to := range m.network.Destinations(line) {
		if to == home {
			return nil
		}
		if found := m.assumed.Law.Outlook.Passing(p.Item, to, p.Firm, graph.NoNode); found != nil {
			ways = append(ways, way{to, found})
		}
	}
	law := m.join(ways, !(value.Here >= 1))
	for i := range law {
		law[i].Flags = law[i].Flags.With(graph.FlagSellerUnknown)
		if f := value.Figure; f != nil {
			law[i].Flags = law[i].Flags.With(f.Flags...)
			for _, row := range f.Rows {
				law[i].Rows = append(law[i].Rows, graph.RowRef{Table: m.record.table.shares, Index: row})
			}
		}
	}
	return law
}

// fromMarket is the time from the controlling country to the firm of a line.
func (m *Model) fromMarket(p *chain.Part) Figure {
	return m.record.between(m.assumed.Law.Outlook.Book().Country(), m.network.View.CountryOf(p.Firm), p.Item)
}

// way is a way over the border, with what the law says of it.
type way struct {
	to        graph.Node
	stretches []control.Stretch
}

// on is what the law says on a day.
func (w *way) on(day graph.Day) *control.Decision {
	i := 0
	for i+1 < len(w.stretches) && w.stretches[i+1].From <= day {
		i++
	}
	return w.stretches[i].Decision
}

// join makes one course of several ways. It is nil where nothing is ever in the way.
func (m *Model) join(ways []way, free bool) []Crossing {
	var days []graph.Day
	for i := range ways {
		for _, s := range ways[i].stretches {
			days = append(days, s.From)
		}
	}
	slices.Sort(days)
	var law []Crossing
	held := false
	for _, day := range slices.Compact(days) {
		c := m.through(ways[0].on(day), ways[0].to)
		for i := range ways[1:] {
			c = c.or(m.through(ways[i+1].on(day), ways[i+1].to))
		}
		if free {
			c = c.or(passing)
		}
		c.From = day
		held = held || c.holds()
		law = append(law, c)
	}
	if !held {
		return nil
	}
	return law
}

// passing is the crossing of what nothing holds.
var passing = Crossing{Factor: Range{Low: 1, High: 1}}

// holds tells whether anything may be kept or wait.
func (c *Crossing) holds() bool { return c.Factor.Low < 1 || c.Delay.High > 0 }

// or is a crossing that may be either.
func (c Crossing) or(d Crossing) Crossing {
	rows := slices.Clone(c.Rows)
	for _, row := range d.Rows {
		if !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	decisions := slices.Clone(c.Decisions)
	for _, x := range d.Decisions {
		if !slices.Contains(decisions, x) {
			decisions = append(decisions, x)
		}
	}
	return Crossing{
		From: c.From, Factor: Range{Low: min(c.Factor.Low, d.Factor.Low), High: max(c.Factor.High, d.Factor.High)},
		Delay: Range{Low: min(c.Delay.Low, d.Delay.Low), High: max(c.Delay.High, d.Delay.High)},
		Rows:  rows, Flags: c.Flags.With(d.Flags...), Decisions: decisions,
	}
}

// through is what a decision makes of goods. Where it leans on a suspension that has run out, both readings may be true; where a general
// licence may cover the goods, or they may be of a kind that is free, they may pass.
func (m *Model) through(d *control.Decision, to graph.Node) Crossing {
	c := m.under(d.Outcome, d, to)
	if d.IfProlonged != "" {
		c = c.or(m.under(d.IfProlonged, d, to))
	}
	if d.Flags.Has(graph.FlagGeneralPossible) || d.Flags.Has(graph.FlagPossiblyControlled) {
		c = c.or(passing)
	}
	c.Rows, c.Flags, c.Decisions = append(m.lawRows(d), c.Rows...), c.Flags.With(d.Flags...), []*control.Decision{d}
	return c
}

// under is what an outcome makes of goods: a review and a part approved; nothing for certain where refusal is expected, or where the
// review has no end in time.
func (m *Model) under(outcome control.Outcome, d *control.Decision, to graph.Node) Crossing {
	switch outcome.Passage() {
	case control.Open:
		return passing
	case control.Closed:
		return Crossing{}
	}
	law, review, approved := m.assumed.Law, Figure{}, Figure{}
	if law.Review != nil {
		review.Range = *law.Review
	} else {
		review = m.record.review(law.Outlook.Book().Country(), d.Asked().Item)
	}
	if law.Approved != nil {
		approved.Range = *law.Approved
	} else {
		approved = m.record.approved(to)
	}
	c := Crossing{Factor: approved.Range, Delay: review.Range, Rows: slices.Concat(review.Rows, approved.Rows), Flags: review.Flags.With(approved.Flags...)}
	if outcome == control.IndividualNoLimit || d.Flags.Has(graph.FlagRefusalExpected) {
		c.Factor.Low = 0
	}
	return c
}

// lawRows are the rows of a decision: of its clauses, what brings goods or user under them, and licences.
func (m *Model) lawRows(d *control.Decision) []graph.RowRef {
	var rows []graph.RowRef
	for _, c := range d.Clauses {
		rows = append(rows, m.network.View.Row(c.Control))
		if c.HasRow {
			rows = append(rows, c.Row)
		}
	}
	for _, l := range d.Licences {
		rows = append(rows, l.Row(m.network.View))
	}
	return rows
}

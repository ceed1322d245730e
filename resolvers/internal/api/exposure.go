package api

import (
	"cmp"
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/exposure"
)

const (
	firmFormula = "The share of a need is the sum, over its suppliers, of the supplier's share times 1 where its output is in the target, else times the share of that output; " +
		"an output has that of its worst need; the estimate splits what is not stated in equal parts among the sellers without a share and the world market of the item."
	itemFormula = "A need for an item met in the world market depends on the target by the larger of the target's share of the item at its own stage " +
		"and the worst dependence of what the item requires."
)

// Exposure is the dependence of one subject on the target: that of its strongest need.
type Exposure struct {
	Subject      Node
	Item         Item
	Element      *Element
	Verdict      exposure.Verdict
	Certainty    *exposure.Certainty
	Basis        exposure.Basis
	Member       bool
	Worst        *float64
	Share        exposure.Share
	Direct       exposure.Share
	Coverage     graph.Coverage
	NearestTier  *int
	PossibleTier *int
	LineCount    int
	Flags        []graph.Flag

	world  *World
	answer *Answer
	firm   *exposure.Row     // the subject is a firm,
	item   *exposure.ItemRow // or an item
}

// ExposureConnection is a page of exposures.
type ExposureConnection struct {
	Connection[*Exposure]
	NotFound []string
	Flags    []graph.Flag
}

// Exposure asks who depends on a target.
func (v *View) Exposure(ctx context.Context, of SubjectInput, to TargetInput, element *string, closed bool, endUse *control.EndUse, orderBy Order, first int, after *string) (*ExposureConnection, error) {
	w := v.world
	target, err := w.aim(ctx, "to", to, endUse)
	if err != nil {
		return nil, err
	}
	only, err := w.maybeElement(element)
	if err != nil {
		return nil, err
	}
	who, err := w.subject(ctx, of)
	if err != nil {
		return nil, err
	}
	for _, missing := range who.missing {
		graphql.AddError(ctx, missing)
	}
	answer, err := w.Aim(ctx, target, only, closed)
	if err != nil {
		return nil, err
	}
	found, err := answer.about(ctx, who)
	if err != nil {
		return nil, err
	}
	if by, ok := exposureOrders[orderBy]; ok {
		slices.SortStableFunc(found, func(x, y *standing) int { return cmp.Or(by(x).compare(by(y)), cmp.Compare(x.key, y.key)) })
	}
	s := sequence[*standing, *Exposure]{
		name: "exposure", order: string(orderBy), elements: found,
		key:  func(r *standing) string { return r.key },
		make: func(r *standing) *Exposure { return w.exposure(answer, r) },
	}
	page, err := s.page(first, after)
	if err != nil {
		return nil, err
	}
	return &ExposureConnection{*page, who.notFound, w.View.Flags()}, nil
}

// standing is the row of one subject, not yet opened.
type standing struct {
	key  string
	firm *exposure.Row
	item *exposure.ItemRow
}

func (s *standing) share() exposure.Share {
	if s.item != nil {
		return s.item.Share
	}
	return s.firm.Share()
}

func (s *standing) direct() exposure.Share {
	if s.item != nil {
		return s.item.Direct
	}
	return s.firm.Direct()
}

func (s *standing) worst() float64 {
	if s.item != nil {
		return s.item.Share.Estimate
	}
	return s.firm.Worst
}

// exposureOrders are the orders besides that of verdicts, which the room decides.
var exposureOrders = map[Order]func(*standing) rank{
	byKey:      func(*standing) rank { return rank{} },
	"ESTIMATE": func(s *standing) rank { return estimateFirst(s.share().Estimate) },
	"DIRECT":   func(s *standing) rank { return estimateFirst(s.direct().Estimate) },
	"WORST":    func(s *standing) rank { return estimateFirst(s.worst()) },
}

func estimateFirst(x float64) rank { return largestFirst(&x) }

// about gives the rows of the subjects: firms in their order, then items in theirs.
func (a *Answer) about(ctx context.Context, who *subject) ([]*standing, error) {
	v := a.Network.View
	firms, err := a.firmRows(ctx, who.firms)
	if err != nil {
		return nil, err
	}
	items, err := a.itemRows(ctx, who.items)
	if err != nil {
		return nil, err
	}
	out := make([]*standing, 0, len(firms)+len(items))
	for i := range firms {
		out = append(out, &standing{key: v.Key(firms[i].Subject), firm: &firms[i]})
	}
	for i := range items {
		out = append(out, &standing{key: v.Key(items[i].Item), item: &items[i]})
	}
	return out, nil
}

func (w *World) exposure(a *Answer, s *standing) *Exposure {
	e := &Exposure{world: w, answer: a, firm: s.firm, item: s.item, Share: s.share(), Direct: s.direct(), Worst: finite(s.worst())}
	if a.Element != graph.NoNode {
		e.Element = w.element(a.Element)
	}
	if r := s.item; r != nil {
		e.Subject, e.Item = w.item(r.Item), w.item(r.Item)
		e.Verdict, e.Basis, e.Coverage, e.Flags = r.Verdict, r.Basis, r.Coverage, r.Flags
		return e
	}
	r := s.firm
	e.Subject, e.Verdict, e.Basis, e.Member = w.firm(r.Subject), r.Verdict, r.Basis, r.Member
	e.Coverage, e.Flags, e.LineCount = r.Coverage(), r.Flags, len(r.Lines)
	if l := r.Line; l != nil {
		e.Item, e.Certainty = w.item(l.Item), word(l.Certainty)
		e.NearestTier, e.PossibleTier = nearest(l), links(l.PossibleTier)
	}
	return e
}

// nearest is the tier along certain chains, or along possible ones when none is certain.
func nearest(l *exposure.Line) *int {
	if l.NearestTier >= 0 {
		return links(l.NearestTier)
	}
	return links(l.PossibleTier)
}

// Choices lists the inputs of which any one serves.
func (e *Exposure) Choices(first int) []Item {
	if e.firm == nil || e.firm.Line == nil {
		return nil
	}
	return e.world.items(e.firm.Line.Choices, first)
}

// Receipt is what stands behind the exposure.
func (e *Exposure) Receipt() *Receipt {
	switch {
	case e.item != nil:
		return e.world.receipt(itemFormula, e.answer.MarketRows(e.item.Item), e.item.Flags)
	case e.firm.Line != nil:
		return e.world.receipt(firmFormula, e.answer.Evidence(e.firm.Line), e.firm.Flags)
	}
	return e.world.receipt(firmFormula, []graph.RowRef{e.world.View.Row(e.firm.Subject)}, e.firm.Flags)
}

// ExposureLine is the dependence of one need of a firm.
type ExposureLine struct {
	Firm         *Firm
	Item         Item
	Verdict      exposure.Verdict
	Certainty    *exposure.Certainty
	Basis        exposure.Basis
	Share        exposure.Share
	Direct       exposure.Share
	Coverage     graph.Coverage
	NearestTier  *int
	PossibleTier *int
	Flags        []graph.Flag

	world  *World
	answer *Answer
	line   *exposure.Line
}

// Lines lists every need of a firm, strongest first.
func (e *Exposure) Lines(first int) []*ExposureLine {
	if e.firm == nil {
		return nil
	}
	w := e.world
	shown := head(e.firm.Lines, first)
	lines := make([]*ExposureLine, len(shown))
	for i := range shown {
		l := &shown[i]
		lines[i] = &ExposureLine{w.firm(l.Firm), w.item(l.Item), l.Verdict, word(l.Certainty), l.Basis, l.Share, l.Direct, l.Coverage,
			nearest(l), links(l.PossibleTier), l.Flags, w, e.answer, l}
	}
	return lines
}

// Choices lists the inputs of which any one serves.
func (l *ExposureLine) Choices(first int) []Item { return l.world.items(l.line.Choices, first) }

// Receipt is what stands behind the line.
func (l *ExposureLine) Receipt() *Receipt {
	return l.world.receipt(firmFormula, l.answer.Evidence(l.line), l.line.Flags)
}

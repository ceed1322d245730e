package exposure

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// Evidence lists the rows behind a line's numbers, each once: what the firm makes that needs it and by which recipe; the sales
// that serve it; what its sellers, and the firm itself, are on record for making and where; and, where the world market counts, the
// recipe steps and figures that decide there. It costs a pass over the firm's parts.
func (a *Answer) Evidence(l *Line) []graph.RowRef {
	e := evidence{seen: map[graph.RowRef]bool{}}
	for _, i := range a.byFirm[l.Firm-a.first] {
		p := &a.Network.Parts[i]
		for _, need := range p.Needs {
			if need.Part == l.Part {
				e.add(p.Rows...)
				e.add(need.Row)
			}
		}
	}
	part := &a.Network.Parts[l.Part]
	e.add(part.Rows...)
	if a.border != nil {
		for _, c := range a.border.of[l.Part] {
			e.add(a.border.hits[c].Rows...)
		}
	}
	a.served(&e, part)
	for _, need := range part.Needs {
		e.add(need.Row)
		a.served(&e, &a.Network.Parts[need.Part])
	}
	if part.Kind == chain.Line {
		e.add(a.MarketRows(l.Item)...)
	} else {
		for _, input := range l.Choices {
			e.add(a.MarketRows(input)...)
		}
	}
	return e.rows
}

type evidence struct {
	rows []graph.RowRef
	seen map[graph.RowRef]bool
}

func (e *evidence) add(rows ...graph.RowRef) {
	for _, row := range rows {
		if !e.seen[row] {
			e.seen[row] = true
			e.rows = append(e.rows, row)
		}
	}
}

// served adds the sales behind a line and what its suppliers make.
func (a *Answer) served(e *evidence, line *chain.Part) {
	for i := range line.Suppliers {
		s := &line.Suppliers[i]
		e.add(s.Rows...)
		for _, o := range s.Outputs {
			e.add(a.Network.Parts[o].Rows...)
		}
	}
}

// MarketRows lists the rows that decide what a need for an item meets in the world market: the recipe steps down to the figures
// that stand, and those figures' rows for the target. Of inputs that are all needed only the worst one is followed, since it alone
// decides; of inputs of which any one serves all are, since the estimate is their mean.
func (a *Answer) MarketRows(item graph.Node) []graph.RowRef {
	e := evidence{seen: map[graph.RowRef]bool{}}
	seen := map[graph.Node]bool{item: true}
	for queue := []graph.Node{item}; len(queue) > 0; queue = queue[1:] {
		m := a.Market.Of(queue[0])
		if m.Figure != nil && m.Here > 0 {
			e.add(a.figureRows(m.Figure.Rows)...)
			if a.border != nil {
				e.add(a.border.lawRows(queue[0])...)
			}
		}
		for i, input := range m.Requirement.Inputs {
			if m.Worst < 0 || i != m.Worst && !m.Requirement.Any {
				continue
			}
			e.add(m.Requirement.Rows[i])
			if !seen[input] {
				seen[input] = true
				queue = append(queue, input)
			}
		}
	}
	return e.rows
}

// figureRows keeps the rows of a publication that count for the target.
func (a *Answer) figureRows(rows []int32) []graph.RowRef {
	shares := &a.Network.View.Shares
	var out []graph.RowRef
	for _, row := range rows {
		if a.Target.NamesPlaces() || a.Target.HasCountry(shares.From[row]) {
			out = append(out, shares.Row(row))
		}
	}
	return slices.Clip(out)
}

package api

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/sankey"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

const flowFormula = "Kilograms that pass over a row are the amount of the output in one unit of the item asked about, times the amount of the input in one unit of the output, " +
	"times the kilograms of the element in one unit of the input; flows of elements of one group are added, known ones apart from unknown ones."

const mostSankeyNodes = 200

// Sankey is what flows into an item, ready to draw.
type Sankey struct {
	Item      Item
	Unit      *graph.Unit
	Kilograms graph.Interval
	Complete  bool
	Truncated bool
	LeftOut   *SankeyLeftOut
	Unopened  int
	Flags     []graph.Flag

	world  *World
	answer *sankey.Picture
	apart  *Composition
}

// SankeyLeftOut counts what a picture leaves out.
type SankeyLeftOut struct{ Nodes, Flows int }

// Sankey draws what flows into an item.
func (v *View) Sankey(ctx context.Context, of string, element *string, groups []graph.ElementGroup, most int) (*Sankey, error) {
	w := v.world
	item, err := find(w.Snapshot, of, items)
	if err != nil {
		return nil, err
	}
	only, err := w.maybeElement(element)
	if err != nil {
		return nil, err
	}
	if most < 1 || most > mostSankeyNodes {
		return nil, apierror.BadInput("most", fmt.Sprintf("%d is not 1 to %d", most, mostSankeyNodes), "")
	}
	if w.Is(item, graph.KindElement) || w.IsLump(item) {
		return nil, apierror.BadInput("of", w.View.Key(item)+" is an element or a total of many", "Ask about a material, component or product.")
	}
	p, err := sankey.Draw(ctx, w.View, sankey.Ask{Of: item, Element: only, Groups: groups, Most: most})
	if err != nil {
		return nil, err
	}
	apart := &Composition{Item: w.item(item), Flags: p.Flags, world: w, answer: p.Made, element: only}
	return &Sankey{
		Item: apart.Item, Unit: word(p.Made.Unit), Kilograms: p.Kilograms, Complete: p.Complete, Truncated: p.LeftOutNodes+p.LeftOutFlows > 0,
		LeftOut: &SankeyLeftOut{p.LeftOutNodes, p.LeftOutFlows}, Unopened: p.Unopened, Flags: p.Flags, world: w, answer: p, apart: apart,
	}, nil
}

// Totals lists totals that name no form.
func (s *Sankey) Totals(first int) []*CompositionLump { return s.apart.Lumps(first) }

// Nodes lists the nodes.
func (s *Sankey) Nodes(first int) []*SankeyNode {
	var list []*SankeyNode
	for _, n := range head(s.answer.Nodes, first) {
		node := &SankeyNode{n.ID, nil, nil, n.Name, n.ShortName, n.Column, n.Stage, n.Kilograms, n.Complete, n.State, s.world, n.Item}
		if !n.Source {
			node.Item, node.Key = s.world.item(n.Item), text(n.ID)
		}
		list = append(list, node)
	}
	return list
}

// Flows lists the flows.
func (s *Sankey) Flows(first int) []*SankeyFlow {
	var list []*SankeyFlow
	for _, f := range head(s.answer.Flows, first) {
		list = append(list, &SankeyFlow{f.From, f.To, f.Group, f.Kilograms, f.Complete, f.State, s.world, f})
	}
	return list
}

// SankeyNode is a node of a picture.
type SankeyNode struct {
	ID        string
	Item      Item
	Key       *string
	Name      string
	ShortName string
	Column    int
	Stage     graph.Stage
	Kilograms graph.Interval
	Complete  bool
	State     sankey.State

	world *World
	node  graph.Node
}

// SankeyFlow is what passes from one node to another.
type SankeyFlow struct {
	From, To  string
	Group     graph.ElementGroup
	Kilograms graph.Interval
	Complete  bool
	State     sankey.State

	world *World
	flow  sankey.Flow
}

// Elements lists the elements that it carries.
func (f *SankeyFlow) Elements(first int) []*Element {
	var list []*Element
	for _, e := range head(f.flow.Elements, first) {
		list = append(list, f.world.element(e))
	}
	return list
}

// Receipt is what stands behind the flow.
func (f *SankeyFlow) Receipt() *Receipt {
	flags := f.world.View.Flags()
	if !f.Complete {
		flags = flags.With(graph.FlagIncomplete)
	}
	return f.world.receipt(flowFormula, f.flow.Rows, flags)
}

// SankeyMarket is how the world makes a node.
type SankeyMarket struct {
	Year    int
	Covered float64
	Flags   []graph.Flag

	world  *World
	figure market.Figure
}

// SankeyShare is the share of a country.
type SankeyShare struct {
	fact
	Country *Country
	Share   float64
}

// ByCountry finds the figures that stand for a node.
func (n *SankeyNode) ByCountry(ctx context.Context) (*SankeyMarket, error) {
	if n.Item == nil {
		return nil, nil
	}
	figures, err := n.world.Figures(ctx)
	if err != nil {
		return nil, err
	}
	for _, stage := range figures.Stages(n.node) {
		if found := figures.Find(stage, n.node, graph.NoNode); len(found) == 1 {
			f := found[0]
			return &SankeyMarket{f.Year, f.Covered, f.Flags, n.world, f}, nil
		}
	}
	return nil, nil
}

// Shares lists the shares.
func (m *SankeyMarket) Shares(first int) []*SankeyShare {
	facts, shares := m.world.Facts(), &m.world.View.Shares
	rows := slices.Clone(m.figure.Rows)
	slices.SortStableFunc(rows, func(x, y int32) int {
		return cmp.Compare(facts.MarketShares[y].SharePercent.Value, facts.MarketShares[x].SharePercent.Value)
	})
	var list []*SankeyShare
	for _, row := range head(rows, first) {
		list = append(list, &SankeyShare{fact{m.world, shares.Row(row)}, m.world.country(shares.From[row]), facts.MarketShares[row].SharePercent.Value / 100})
	}
	return list
}

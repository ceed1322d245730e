package graphtest

import (
	"fmt"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Facts says a case in rows of a release: nodes are firms, edges are sales, a terminal node runs a mine. A node without inputs passes
// on the one thing it buys; one with inputs makes what it sells of them. The reason says why rows cannot say the case; it is
// empty where they can.
func (c *VectorCase) Facts() (facts *graph.Facts, reason string) {
	w := &vectorWorld{VectorCase: c, f: &graph.Facts{
		Sources:   []graph.Source{{ID: "s", Kind: graph.SourceKindOfficial, Published: graph.Date{Year: 2025}}},
		Countries: []graph.Country{{ID: "AA"}, {ID: "ZZ"}},
	}}
	for i := range c.Nodes {
		w.f.Firms = append(w.f.Firms, graph.Firm{ID: c.Nodes[i].ID, Country: "AA", Source: "s"})
	}
	for i := range c.Nodes {
		if reason := w.node(&c.Nodes[i]); reason != "" {
			return nil, reason
		}
	}
	w.sales()
	for _, item := range w.items {
		w.f.Components = append(w.f.Components, graph.Component{ID: item, Kind: graph.ComponentKindOther, Source: "s"})
	}
	return w.f, ""
}

// TheGoods is the item of all edges that name none.
const TheGoods = "goods"

// ItemOf is the item that an edge carries, as an id of a release.
func (VectorEdge) ItemOf(item string) string {
	if item == "" {
		return TheGoods
	}
	return "item-" + item
}

type vectorWorld struct {
	*VectorCase
	f       *graph.Facts
	items   []string
	recipes map[string]string
}

func (w *vectorWorld) item(id string) string {
	if !slices.Contains(w.items, id) {
		w.items = append(w.items, id)
	}
	return id
}

func (w *vectorWorld) node(n *VectorNode) (reason string) {
	var sold, bought []string
	for _, e := range w.Edges {
		if e.From == n.ID && !slices.Contains(sold, e.ItemOf(e.Item)) {
			sold = append(sold, e.ItemOf(e.Item))
		}
		if e.To == n.ID && !slices.Contains(bought, e.ItemOf(e.Item)) {
			bought = append(bought, e.ItemOf(e.Item))
		}
	}
	selfLoop := slices.ContainsFunc(w.Edges, func(e VectorEdge) bool { return e.From == n.ID && e.To == n.ID })
	switch {
	case selfLoop && slices.Contains(w.Question.Targets, n.ID):
		return fmt.Sprintf("%s is a target that serves itself: its own output is taken out of the target", n.ID)
	case n.Terminal && len(bought) > 0:
		return fmt.Sprintf("%s ends a chain and buys: its chain ends there", n.ID)
	case n.Terminal:
		w.mine(n.ID, sold)
	case len(n.Inputs) > 0:
		return w.maker(n, sold)
	case len(bought) > 1 || len(bought) == 1 && len(sold) > 0 && !slices.Equal(bought, sold):
		return fmt.Sprintf("%s passes on another thing than it buys", n.ID)
	}
	return ""
}

func (w *vectorWorld) mine(firm string, items []string) {
	if len(items) == 0 {
		items = []string{TheGoods}
	}
	plant := "mine-of-" + firm
	w.f.Facilities = append(w.f.Facilities, graph.Facility{ID: plant, Country: "AA", Stage: graph.StageMine, Status: graph.FacilityStatusOperating, Source: "s"})
	w.f.Operates = append(w.f.Operates, graph.Operation{Firm: firm, Facility: plant, Source: "s", Confidence: graph.ConfidenceHigh})
	for _, item := range items {
		w.f.Produces = append(w.f.Produces, graph.Production{Facility: plant, Item: w.item(item), Source: "s", Confidence: graph.ConfidenceHigh})
	}
}

// maker gives the items that a node sells, or a product of its own, the node's inputs as their recipe.
func (w *vectorWorld) maker(n *VectorNode, sold []string) (reason string) {
	if !slices.ContainsFunc(n.Inputs, func(i VectorInput) bool { return i.Essential }) {
		return fmt.Sprintf("%s needs none of its inputs: any one of them would serve", n.ID)
	}
	if len(sold) == 0 {
		sold = []string{"product-of-" + n.ID}
	}
	for _, made := range sold {
		if w.recipes[made] != "" {
			return fmt.Sprintf("%s and %s both make %s, of their own inputs", w.recipes[made], n.ID, made)
		}
		if w.recipes == nil {
			w.recipes = map[string]string{}
		}
		w.recipes[made] = n.ID
		w.f.Makes = append(w.f.Makes, graph.Making{Firm: n.ID, Item: w.item(made), Source: "s", Confidence: graph.ConfidenceHigh})
		for _, input := range n.Inputs {
			essential := graph.False
			if input.Essential {
				essential = graph.True
			}
			w.f.Feeds = append(w.f.Feeds, graph.Feed{From: w.item(VectorEdge{}.ItemOf(input.Item)), To: made, Essential: essential,
				Unit: graph.FeedUnitUnitPerUnit, Source: "s", Confidence: graph.ConfidenceHigh})
		}
	}
	return ""
}

// sales writes the edges; parallel ones start on different days.
func (w *vectorWorld) sales() {
	for i, e := range w.Edges {
		row := graph.Supply{Supplier: e.From, Buyer: e.To, Item: w.item(e.ItemOf(e.Item)), Status: graph.SupplyStatusActive,
			Start: graph.Date{Year: int16(1000 + i%1000), Month: uint8(1 + i/1000%12), Day: 1}, Source: "s", Confidence: graph.ConfidenceHigh}
		if e.Share != nil {
			row.SharePercent = graph.Number{Value: percentOf(*e.Share), Places: 20, Known: true}
		}
		w.f.Supplies = append(w.f.Supplies, row)
	}
}

// percentOf is the percentage that gives the share back to the last bit where there is one: nearly closed loops magnify a rounding.
func percentOf(share float64) float64 {
	percent := share * 100
	for _, to := range []float64{math.Inf(-1), math.Inf(1)} {
		if near := math.Nextafter(percent, to); near/100 == share && percent/100 != share {
			return near
		}
	}
	return percent
}

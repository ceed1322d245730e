package path

import (
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// HopKind says what a step of a path is.
type HopKind string

// The kinds of hops.
const (
	Origin     HopKind = "ORIGIN"      // a place -> the firm that makes the item there
	Sale       HopKind = "SALE"        // seller -> buyer
	Held       HopKind = "HELD"        // a held firm -> its holder
	Recipe     HopKind = "RECIPE"      // input item -> what it goes into
	Grade      HopKind = "GRADE"       // grade -> class, or the other way where a class was sold
	WorldShare HopKind = "WORLD_SHARE" // country -> item, by its share of the world market
	Need       HopKind = "NEED"        // item -> the firm that makes it
)

// Hop is one step, in the direction of the material.
type Hop struct {
	Kind     HopKind
	From, To graph.Node
	Item     graph.Node
	Share    float64 // the share that the step contributes; NaN where none is meant
	Stated   bool    // the share is on record, not split or estimated
	Rows     []graph.RowRef
}

// Path is a chain of hops from the target to the subject.
type Path struct {
	Hops         []Hop
	Contribution float64
}

// Evidence are the best paths behind one need.
type Evidence struct {
	Paths     []Path
	Coverage  float64
	Truncated bool
}

// Question asks for the paths behind a part of a network.
type Question struct {
	Network *chain.Network
	Target  *graph.TargetSet
	Market  *market.Solution
	Root    int32      // a line, or an output or step that takes any one of several inputs
	Subject graph.Node // the firm whose row it is: its own and its held firms' outputs do not end a path
	// AcrossMarket also follows the world market where no seller is on record; without it only recorded chains count.
	AcrossMarket bool
	Asks         func(item graph.Node) bool // which items bear on the question; nil: all
	Limit        int
}

// Explain lists the best paths. The error is the context's.
func Explain(ctx context.Context, q Question) (*Evidence, error) {
	e := &explainer{Question: q, v: q.Network.View, own: map[graph.Node]bool{q.Subject: true}}
	for _, h := range q.Network.Held(q.Subject) {
		e.own[h.Firm] = true
	}
	walks, err := e.best(ctx)
	if err != nil {
		return nil, err
	}
	out := &Evidence{Coverage: walks.Coverage(), Truncated: walks.Truncated}
	for _, w := range walks.Walks {
		out.Paths = append(out.Paths, Path{Hops: e.hops(w.Nodes), Contribution: w.Contribution})
	}
	return out, nil
}

// explainer lays out the walkable graph: node i is part i of the network; then come the items of the world market, twice:
// an item, and the target's share of it, at which a walk ends.
type explainer struct {
	Question
	v   *graph.View
	own map[graph.Node]bool
}

func (e *explainer) item(i graph.Node) int32 { return int32(len(e.Network.Parts)) + int32(i) }

func (e *explainer) end(i graph.Node) int32 { return e.item(i) + int32(e.v.Items()) }

// best searches what the root leads to, under numbers of its own: the root is 0.
func (e *explainer) best(ctx context.Context) (*Walks, error) {
	nodes, number := []int32{e.Root}, map[int32]int32{e.Root: 0}
	g := Graph{Name: func(i int32) string { return e.name(nodes[i]) }}
	for i := 0; i < len(nodes); i++ {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		g.Target = append(g.Target, i > 0 && e.ends(nodes[i]))
		g.Edges = append(g.Edges, nil)
		if g.Target[i] {
			continue
		}
		g.Edges[i] = e.edges(nodes[i])
		for j := range g.Edges[i] {
			edge := &g.Edges[i][j]
			to, ok := number[edge.To]
			if !ok {
				to = int32(len(nodes))
				nodes, number[edge.To] = append(nodes, edge.To), to
			}
			edge.To = to
		}
	}
	walks, err := Best(ctx, &g, 0, e.Limit)
	if err != nil {
		return nil, err
	}
	for _, w := range walks.Walks {
		for i := range w.Nodes {
			w.Nodes[i] = nodes[w.Nodes[i]]
		}
	}
	return walks, nil
}

func (e *explainer) ends(n int32) bool {
	if int(n) >= len(e.Network.Parts) {
		return int(n) >= len(e.Network.Parts)+e.v.Items()
	}
	p := &e.Network.Parts[n]
	return p.Kind == chain.Output && !e.own[p.Firm] && e.member(p).High > 0
}

func (e *explainer) member(p *chain.Part) graph.Membership {
	return e.Target.Member(p.Firm, p.Item, p.Places())
}

func (e *explainer) asks(item graph.Node) bool { return e.Asks == nil || e.Asks(item) }

func (e *explainer) edges(n int32) []Edge {
	if int(n) >= len(e.Network.Parts) {
		return e.marketEdges(graph.Node(int(n) - len(e.Network.Parts)))
	}
	p := &e.Network.Parts[n]
	if p.Kind == chain.Line {
		return e.lineEdges(p)
	}
	var edges []Edge
	for _, need := range p.Needs {
		if e.asks(e.Network.Parts[need.Part].Item) {
			edges = append(edges, Edge{To: need.Part, Weight: 1})
		}
	}
	if p.Any {
		for i := range edges {
			edges[i].Weight = 1 / float64(len(edges))
		}
	}
	return edges
}

// lineEdges leads to a line's suppliers and, across the market, to the item's world market for what is left.
func (e *explainer) lineEdges(p *chain.Part) []Edge {
	stated, parties := 0.0, 0.0
	own, others := false, false
	for i := range p.Suppliers {
		s := &p.Suppliers[i]
		if s.Share == 0 {
			continue
		}
		own, others = own || s.Own, others || !s.Own
		if s.Stated() && !s.Possible {
			stated += s.Share
		} else {
			parties++
		}
	}
	ownOnly := own && !others
	if !ownOnly {
		parties++
	}
	rest := max(0, 1-stated) / max(parties, 1)
	var edges []Edge
	for i := range p.Suppliers {
		s := &p.Suppliers[i]
		weight := rest
		if s.Stated() && !s.Possible {
			weight = s.Share
		}
		for _, o := range s.Outputs {
			edges = append(edges, Edge{To: o, Weight: weight / float64(len(s.Outputs))})
		}
	}
	if e.AcrossMarket && !ownOnly {
		edges = append(edges, Edge{To: e.item(p.Item), Weight: rest})
	}
	return edges
}

// marketEdges leads from an item of the world market to the target's share of it and to what the item requires.
func (e *explainer) marketEdges(item graph.Node) []Edge {
	var edges []Edge
	m := e.Market.Of(item)
	if m.Figure != nil && m.Here > 0 && e.asks(item) {
		edges = append(edges, Edge{To: e.end(item), Weight: m.Here})
	}
	inputs := m.Requirement.Inputs
	for _, input := range inputs {
		if e.Market.Of(input).Estimate > 0 && e.asks(input) {
			weight := 1.0
			if m.Requirement.Any {
				weight = 1 / float64(len(inputs))
			}
			edges = append(edges, Edge{To: e.item(input), Weight: weight})
		}
	}
	return edges
}

func (e *explainer) name(n int32) string {
	parts := len(e.Network.Parts)
	if int(n) >= parts {
		return e.v.Key(graph.Node((int(n) - parts) % e.v.Items()))
	}
	p := &e.Network.Parts[n]
	return e.v.Key(p.Firm) + " " + e.v.Key(p.Item)
}

// hops turns a walk, which starts at the subject, into hops that start at the target.
func (e *explainer) hops(nodes []int32) []Hop {
	var hops []Hop
	if last := nodes[len(nodes)-1]; int(last) < len(e.Network.Parts) {
		hops = append(hops, e.origin(last))
	}
	for i := len(nodes) - 1; i > 0; i-- {
		hops = append(hops, e.step(nodes[i], nodes[i-1])...)
	}
	if root := &e.Network.Parts[nodes[0]]; root.Bought && len(nodes) > 1 && int(nodes[1]) < len(e.Network.Parts) {
		if made := &e.Network.Parts[nodes[1]]; made.Firm == root.Firm {
			hops = append(hops, Hop{Kind: Need, From: made.Item, To: made.Firm, Item: made.Item, Share: math.NaN(), Rows: made.Rows})
		}
		return hops // else the sale to the subject closes it
	}
	return append(hops, e.tail(nodes[0])...)
}

// origin names the place that puts an output into the target.
func (e *explainer) origin(n int32) Hop {
	p := &e.Network.Parts[n]
	hop := Hop{Kind: Origin, From: e.v.CountryOf(p.Firm), To: p.Firm, Item: p.Item, Share: math.NaN(), Rows: p.Rows}
	for _, at := range p.Plants {
		if e.Target.Member(p.Firm, p.Item, []graph.Place{at.Place}).High > 0 {
			hop.From, hop.Rows = at.Facility, withRows(at.Rows, p.Rows)
			if at.Facility == graph.NoNode {
				hop.From = at.Country
			}
			break
		}
	}
	if len(p.Plants) == 0 {
		hop.Rows = append(slices.Clone(p.Rows), e.v.Row(p.Firm))
	}
	return hop
}

// withRows joins rows, each once.
func withRows(rows, more []graph.RowRef) []graph.RowRef {
	out := slices.Clone(rows)
	for _, row := range more {
		if !slices.Contains(out, row) {
			out = append(out, row)
		}
	}
	return out
}

// step is the hop from one node of a walk to the node before it, which it supplies.
func (e *explainer) step(from, to int32) []Hop {
	parts := len(e.Network.Parts)
	switch {
	case int(to) >= parts && int(from) >= parts+e.v.Items():
		return []Hop{e.worldShare(graph.Node(int(to) - parts))}
	case int(to) >= parts:
		return []Hop{e.marketRecipe(graph.Node(int(from)-parts), graph.Node(int(to)-parts))}
	case int(from) >= parts:
		return nil // a line meets the market of its own item
	}
	p := &e.Network.Parts[to]
	if p.Kind == chain.Line {
		return e.supply(from, p)
	}
	for _, need := range p.Needs {
		if need.Part == from {
			return e.recipe(e.Network.Parts[from].Item, p.Item, need.Row)
		}
	}
	return nil
}

func (e *explainer) supply(output int32, line *chain.Part) []Hop {
	for i := range line.Suppliers {
		s := &line.Suppliers[i]
		if !slices.Contains(s.Outputs, output) {
			continue
		}
		share, stated := s.Share, s.Stated() && !s.Possible
		if !stated {
			share = math.NaN()
		}
		maker := e.Network.Parts[output].Firm
		var hops []Hop
		if maker != s.Firm { // the seller sells, or the firm uses, what a firm it holds makes
			hops = append(hops, Hop{Kind: Held, From: maker, To: s.Firm, Item: line.Item, Share: math.NaN(), Rows: e.holding(s.Firm, maker)})
		}
		if !s.Own {
			hops = append(hops, Hop{Kind: Sale, From: s.Firm, To: line.Firm, Item: s.Item, Share: share, Stated: stated, Rows: s.Rows})
			hops = append(hops, e.grade(s.Item, line.Item)...)
		}
		return hops
	}
	return nil
}

// grade is the hop from what was sold to what is needed, where one is a grade of the other: the row of kinds that joins them,
// or else the grade's own row.
func (e *explainer) grade(sold, needed graph.Node) []Hop {
	if sold == needed {
		return nil
	}
	narrow, wide := sold, needed
	if slices.Contains(e.v.Above(needed), sold) {
		narrow, wide = needed, sold
	}
	hop := Hop{Kind: Grade, From: sold, To: needed, Item: sold, Share: math.NaN()}
	for _, row := range e.v.Kinds.Out(narrow) {
		if e.v.Kinds.To[row] == wide {
			hop.Rows = append(hop.Rows, e.v.Kinds.Row(row))
		}
	}
	hop.Rows = append(hop.Rows, e.v.Row(narrow))
	return []Hop{hop}
}

func (e *explainer) holding(owner, held graph.Node) []graph.RowRef {
	for _, h := range e.Network.Held(owner) {
		if h.Firm == held {
			return h.Rows
		}
	}
	return nil
}

// recipe is the hop of a recipe row, or of a kind, which takes the row of the grade itself along for its source.
func (e *explainer) recipe(input, output graph.Node, row graph.RowRef) []Hop {
	hop := Hop{Kind: Recipe, From: input, To: output, Item: input, Share: math.NaN(), Rows: []graph.RowRef{row}}
	switch row.Table {
	case e.v.Supplies.Table:
		return nil // bought to be passed on: the sale says it
	case e.v.Kinds.Table:
		hop.Kind, hop.Rows = Grade, append(hop.Rows, e.v.Row(input))
	}
	return []Hop{hop}
}

func (e *explainer) marketRecipe(input, output graph.Node) Hop {
	required := e.Market.Of(output).Requirement
	i := slices.Index(required.Inputs, input)
	return e.recipe(input, output, required.Rows[i])[0]
}

// worldShare is the target's share of an item, by the rows of the publication that give it.
func (e *explainer) worldShare(item graph.Node) Hop {
	m := e.Market.Of(item)
	hop := Hop{Kind: WorldShare, From: m.Figure.Under, To: item, Item: item, Share: m.Here, Stated: true}
	largest := -1.0
	for _, row := range m.Figure.Rows {
		country := e.v.Shares.From[row]
		if !e.Target.NamesPlaces() && !e.Target.HasCountry(country) {
			continue
		}
		hop.Rows = append(hop.Rows, e.v.Shares.Row(row))
		if share := e.v.Facts().MarketShares[row].SharePercent.Value; share > largest {
			largest, hop.From = share, country
		}
	}
	return hop
}

// tail leads from the need at which a walk starts to the firm that has it: what it makes of it, and on whose word.
func (e *explainer) tail(root int32) []Hop {
	p := &e.Network.Parts[root]
	if p.Kind == chain.Line && p.Bought {
		return e.boughtTail(p)
	}
	var hops []Hop
	for at := p; at.Kind != chain.Output; { // by in-house steps to the output that they serve
		output, row, ok := e.neededFor(root)
		if !ok {
			return hops
		}
		root = output
		next := &e.Network.Parts[output]
		hops = append(hops, e.recipe(at.Item, next.Item, row)...)
		at, p = next, next
	}
	return append(hops, Hop{Kind: Need, From: p.Item, To: p.Firm, Item: p.Item, Share: math.NaN(), Rows: p.Rows})
}

// boughtTail closes a path that came across the market to a firm that is on record for buying the item.
func (e *explainer) boughtTail(p *chain.Part) []Hop {
	hop := Hop{Kind: Need, From: p.Item, To: p.Firm, Item: p.Item, Share: math.NaN()}
	for i := range p.Suppliers {
		if !p.Suppliers[i].Own {
			hop.Rows = append(hop.Rows, p.Suppliers[i].Rows...)
		}
	}
	return []Hop{hop}
}

// neededFor finds the output, or else the in-house step, of the same firm that needs a part.
func (e *explainer) neededFor(part int32) (by int32, row graph.RowRef, ok bool) {
	p := &e.Network.Parts[part]
	for _, use := range e.Network.Users(part) {
		q := &e.Network.Parts[use.Part]
		if use.Supplier >= 0 || q.Firm != p.Firm || q.Graded || ok && (q.Kind != chain.Output || e.Network.Parts[by].Kind == chain.Output) {
			continue
		}
		for _, need := range q.Needs {
			if need.Part == part {
				by, row, ok = use.Part, need.Row, true
			}
		}
	}
	return by, row, ok
}

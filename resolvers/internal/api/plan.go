package api

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/99designs/gqlgen/graphql"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// How much one plan may try: every step tries every candidate.
const (
	mostSteps       = 20
	mostCandidates  = 200
	candidateBudget = 3_000_000 // parts of the network solved anew, at most
)

// EdgeKind says where a candidate comes from.
type EdgeKind string

// The kinds of candidates.
const (
	EdgeAnnounced EdgeKind = "ANNOUNCED"
	EdgePossible  EdgeKind = "POSSIBLE_SALE"
	EdgeGiven     EdgeKind = "GIVEN"
)

// CandidateInput is something that could be brought about: edits that come true together.
type CandidateInput struct{ Edits []*Edit }

// NextEdges are the candidates that cut a dependence most.
type NextEdges struct {
	Steps      []*NextEdge
	On         graph.Day
	Before     float64
	After      float64
	Counted    int
	Candidates int
	LeftOut    int
	Tried      int
	View       *View
	NotFound   []string
	Flags      []graph.Flag
}

// NextEdge is a candidate that was chosen.
type NextEdge struct {
	Rank    int
	Kind    EdgeKind
	Number  int
	Cut     float64
	Undated bool
	Edits   []*AppliedEdit

	world *World
	edge  *edge
}

// edge is a candidate with where it comes from.
type edge struct {
	exposure.Candidate
	kind   EdgeKind
	number int // among those of its kind, from 1
}

// NextEdges chooses the candidates that lower the estimates of subjects most by a day.
func (v *View) NextEdges(ctx context.Context, of SubjectInput, to TargetInput, by *graph.Day, among []EdgeKind, candidates []*CandidateInput, first int) (*NextEdges, error) {
	w, err := v.world.by(ctx, by)
	if err != nil {
		return nil, err
	}
	if first < 1 || first > mostSteps {
		return nil, apierror.BadInput("first", "is outside 1 to 20", "Ask for 1 to 20 steps; each tries all candidates again.")
	}
	target, err := w.target(ctx, "to", to)
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
	edges, err := w.edges(ctx, who, target, among, candidates)
	if err != nil {
		return nil, err
	}
	network, err := w.Network(ctx)
	if err != nil {
		return nil, err
	}
	tried := head(edges, min(mostCandidates, max(candidateBudget/first/max(len(network.Parts), 1), 1)))
	leftOut := len(edges) - len(tried)
	edges = tried
	all := make([]exposure.Candidate, len(edges))
	for i := range edges {
		all[i] = edges[i].Candidate
	}
	plan, err := exposure.Best(ctx, w.View, exposure.Question{Target: target}, who.all(), first, all)
	if err != nil {
		return nil, candidateError(err)
	}
	after, err := w.worlds.keep(ctx, plan.View)
	if err != nil {
		return nil, err
	}
	out := &NextEdges{Steps: steps(plan, after, len(w.View.Scenario()), edges), On: w.View.AsOf, Before: plan.Before, After: plan.After, Counted: plan.Counted,
		Candidates: len(edges), LeftOut: leftOut, Tried: plan.Tried, View: NewView(after), NotFound: who.notFound, Flags: w.View.Flags()}
	if len(who.items) > 0 {
		out.Flags = graph.Flags(out.Flags).With(graph.FlagMarketUnchanged)
	}
	return out, nil
}

// steps opens the steps of a plan; its view's scenario has so many edits before theirs.
func steps(plan *exposure.Plan, after *World, before int, edges []edge) []*NextEdge {
	out := []*NextEdge{}
	texts := plan.View.ScenarioTexts()
	at := before
	for i, step := range plan.Steps {
		e := &edges[step.Candidate]
		next := &NextEdge{Rank: i + 1, Kind: e.kind, Number: e.number, Cut: step.Cut, Undated: e.Undated, world: after, edge: e}
		for range e.Candidate.Edits {
			next.Edits = append(next.Edits, &AppliedEdit{at + 1, texts[at]})
			at++
		}
		out = append(out, next)
	}
	return out
}

// by is the world on a later day; the same one when none is given.
func (w *World) by(ctx context.Context, day *graph.Day) (*World, error) {
	if day == nil {
		return w, nil
	}
	if *day < w.View.AsOf {
		return nil, apierror.BadInput("by", "is before the day of the view", "Give a later day, or leave it out to plan for the day of the view.")
	}
	return w.OnDay(ctx, *day)
}

// keep gives the world of a view that a room has made.
func (ws *Worlds) keep(ctx context.Context, view *graph.View) (*World, error) {
	key := worldKey{release: view.Release(), scenario: view.ID()}
	return ws.kept.Get(ctx, key, func(context.Context) (*World, error) { return ws.world(view), nil })
}

// edges gathers the candidates: those given first, then those of the record.
func (w *World) edges(ctx context.Context, who *subject, target graph.Target, among []EdgeKind, given []*CandidateInput) (edges []edge, err error) {
	for i, c := range given {
		argument := "candidates[" + strconv.Itoa(i) + "].edits"
		if len(c.Edits) == 0 {
			return nil, emptyList(argument, "Give at least one edit, e.g. {add: {sale: {supplier: \"lynas\", buyer: \"vacuumschmelze\", item: \"ndpr-oxide\"}}}.")
		}
		e := edge{kind: EdgeGiven, number: i + 1}
		for j, one := range c.Edits {
			resolved, err := w.edit(ctx, argument+"["+strconv.Itoa(j)+"]", one)
			if err != nil {
				return nil, err
			}
			e.Candidate.Edits = append(e.Candidate.Edits, resolved)
		}
		edges = append(edges, e)
	}
	wanted := in(among)
	add := func(kind EdgeKind, found []exposure.Candidate) {
		for i, c := range found {
			edges = append(edges, edge{c, kind, i + 1})
		}
	}
	if wanted(EdgeAnnounced) {
		add(EdgeAnnounced, exposure.Announced(w.View))
	}
	if wanted(EdgePossible) {
		answer, err := w.Ask(ctx, target, graph.NoNode, false)
		if err != nil {
			return nil, err
		}
		found, err := answer.PossibleSales(ctx, who.firms)
		if err != nil {
			return nil, err
		}
		add(EdgePossible, found)
	}
	if len(given) > mostCandidates {
		return nil, apierror.BadInput("candidates", fmt.Sprintf("has more than %d values", mostCandidates), "Join edits that belong together into one candidate.")
	}
	return edges, nil
}

// candidateError turns the refusal of an edit into BAD_INPUT.
func candidateError(err error) error {
	for _, known := range editErrors {
		if errors.Is(err, known) {
			return apierror.BadInput("candidates", fmt.Sprint(err), "Candidates are counted from 0, in the order given.")
		}
	}
	return err
}

// addition is the first edit that adds something; nil where none does.
func (n *NextEdge) addition() *graph.Addition {
	for i := range n.edge.Candidate.Edits {
		if a := n.edge.Candidate.Edits[i].Add; a != nil {
			return a
		}
	}
	return nil
}

// Supplier is who sells, or runs the plant.
func (n *NextEdge) Supplier() *Firm {
	switch a := n.addition(); {
	case a == nil:
		return nil
	case a.Sale != nil:
		return n.world.firm(a.Sale.Supplier)
	default:
		return n.world.firm(a.Plant.Firm)
	}
}

// Buyer is who buys; nil for a plant.
func (n *NextEdge) Buyer() *Firm {
	if a := n.addition(); a != nil && a.Sale != nil {
		return n.world.firm(a.Sale.Buyer)
	}
	return nil
}

// Item is what is sold or made.
func (n *NextEdge) Item() Item {
	switch a := n.addition(); {
	case a == nil:
		return nil
	case a.Sale != nil:
		return n.world.item(a.Sale.Item)
	default:
		return n.world.item(a.Plant.Item)
	}
}

// Row is the row that announces it.
func (n *NextEdge) Row() *Row {
	if n.Kind != EdgeAnnounced {
		return nil
	}
	return n.world.row(n.edge.Candidate.Row)
}

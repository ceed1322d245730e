package compliance

import (
	"context"
	"errors"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// The errors of questions.
var (
	ErrNotABan = errors.New("the rule is a goal or allows a share: it bars no single chain")
	ErrNotMade = errors.New("the firm is not on record for making the item")
)

// Law says whether a shipment may pass. It is asked once for each.
type Law func(Crossing) Ruling

// Crossing is a shipment from one country to another.
type Crossing struct {
	Item                graph.Node
	Origin, Destination graph.Node
	Buyer               graph.Node // NoNode: not named
}

// Ruling is what the law says.
type Ruling struct {
	Passes graph.Truth // empty: by something that is not known
	Rows   []graph.RowRef
	Flags  graph.Flags
}

// Question asks for a chain.
type Question struct {
	Item        graph.Node
	Maker       graph.Node // the firm that makes it, or one that it holds; NoNode: anybody
	Destination graph.Node // the country of the buyer
	User        graph.Node // the buyer; NoNode: not named
	Rule        graph.Node // of procurement_rules
	On          graph.Day
	Law         Law
}

// Verdict says whether a clean chain exists.
type Verdict string

// The verdicts.
const (
	Clean    Verdict = "CLEAN"
	Blocked  Verdict = "BLOCKED"
	NotKnown Verdict = "NOT_KNOWN"
)

// FactKind says what is missing.
type FactKind string

// The kinds of missing facts.
const (
	Sale   FactKind = "SALE"
	Maker  FactKind = "MAKER"
	Place  FactKind = "PLACE"
	Grade  FactKind = "GRADE"
	Inputs FactKind = "INPUTS"
	LawOf  FactKind = "LAW"
)

// Fact is something that the record does not say.
type Fact struct {
	Kind    FactKind
	Item    graph.Node
	Firm    graph.Node // who makes or sells it; NoNode: nobody named
	Country graph.Node // where it is made; NoNode: not stated
	Buyer   graph.Node // who needs it; NoNode: not named, or the fact is one of the making
	To      graph.Node // of LAW: the country where it goes; else NoNode
}

// BarKind says who bars.
type BarKind string

// The kinds of bars.
const (
	ByRule BarKind = "RULE"
	ByLaw  BarKind = "LAW"
)

// Bar is a step of the rule, or an item that a country does not let out.
type Bar struct {
	Kind    BarKind
	Item    graph.Node  // ByRule: the good covered, an item or group; ByLaw: what is shipped
	Stage   graph.Stage // ByRule
	Country graph.Node  // ByRule: NoNode is any other than that of the rule
	Rows    []graph.RowRef
}

// Step is a making in a chain.
type Step struct {
	Item     graph.Node
	Firm     graph.Node // NoNode: not on record
	Facility graph.Node // NoNode: not stated
	Country  graph.Node // NoNode: not stated
	For      int        // the number of the step that it serves, from 0; -1: the buyer
	Passed   bool       // bought and sold on, not made
	Shipment *Crossing  // the border that its goods cross; nil: none, or not known
	Missing  []Fact
	Rows     []graph.RowRef
	Flags    graph.Flags
}

// Source is one way to have the item: a maker at a place.
type Source struct {
	Firm, Facility, Country graph.Node
	Verdict                 Verdict
	Facts                   int   // missing facts of the best chain, each use counted
	Bars                    []Bar // what bars the maker itself or its last shipment; empty where it is blocked further up
}

// Answer is what Ask finds.
type Answer struct {
	Verdict  Verdict
	Steps    []Step // a chain with the fewest missing facts, from the buyer to the ends; none where all are barred
	Missing  []Fact // of those steps, each once
	Blocking []Bar  // where all are barred
	Smallest bool   // whether no smaller set blocks; else only no part of it does
	Barred   []Bar  // all bars met, nearest to the buyer first
	Sources  []Source
	Flags    graph.Flags
}

// Model is a view laid out for questions. It never changes, and any number of readers may share it.
type Model struct {
	network  *chain.Network
	view     *graph.View
	figures  *market.Index
	makers   [][]int32 // by item: outputs of it or of its grades
	possible [][]int32 // by item: outputs of its classes
}

// NewModel lays a network out. It costs a pass over its parts.
func NewModel(n *chain.Network, figures *market.Index) *Model {
	m := &Model{network: n, view: n.View, figures: figures, makers: make([][]int32, n.View.Items()), possible: make([][]int32, n.View.Items())}
	for i := range n.Parts {
		p := &n.Parts[i]
		if p.Kind != chain.Output || p.Gone || p.Graded || p.Flags.Has(graph.FlagPassedOn) {
			continue
		}
		m.makers[p.Item] = append(m.makers[p.Item], int32(i))
		for _, class := range m.view.Above(p.Item) {
			m.makers[class] = append(m.makers[class], int32(i))
		}
		for _, grade := range m.view.Below(p.Item) {
			m.possible[grade] = append(m.possible[grade], int32(i))
		}
	}
	return m
}

// Ask looks for a chain that both states allow. The error is ErrNotABan, ErrNotMade, or the context's.
func (m *Model) Ask(ctx context.Context, q Question) (*Answer, error) {
	bans, err := m.bansOf(q.Rule, q.On)
	if err != nil {
		return nil, err
	}
	p := newPlan(m, q, bans)
	if err := p.lay(ctx); err != nil {
		return nil, err
	}
	if len(p.nodes[0].rules) == 0 {
		return nil, ErrNotMade
	}
	return p.answer(ctx)
}

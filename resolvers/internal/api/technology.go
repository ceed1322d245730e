package api

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/content"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

const (
	technologyFormula = "A plant outside China is DEPENDENT or INDEPENDENT where the question states whose technology it runs on, a statement about the plant before one about its operator, a later one before an earlier one; else UNKNOWN. " +
		"Who operates and holds it is a hint. What that needs of China on the day is read from its decision table."
	mostStatements = 500
)

// technologyClauses are the controls that speak of technology.
var technologyClauses = []string{"mofcom-2025-61-2", "mofcom-2025-62", "mofcom-most-2023-57"}

// TechnologyInput states whose technology a plant, or a firm's plants, run on.
type TechnologyInput struct {
	Facility, Firm *string
	Stage          *graph.Stage
	Origin         string
	From           *graph.Day
}

// TechnologyEdges says which plants outside China run on its technology.
type TechnologyEdges struct {
	world  *World
	ask    *contentAsk
	plants []content.Plant
	chain  *Answer
}

// TechnologyPlant is a plant outside China.
type TechnologyPlant struct {
	Dependence content.Dependence
	Hint       content.Hint

	plant *content.Plant
	edges *TechnologyEdges
}

// TechnologyStage counts the plants of a stage.
type TechnologyStage struct {
	Stage                                           graph.Stage
	Plants, Dependent, Unknown, Independent, Hinted int
}

// TechnologyEdges lists plants outside China with what is known, and stated, of their technology.
func (v *View) TechnologyEdges(ctx context.Context, stages []graph.Stage, technology []*TechnologyInput, destination string, endUse control.EndUse, user *string, on *graph.Day) (*TechnologyEdges, error) {
	w := v.world
	f := &finder{ctx: ctx, world: w}
	if stages != nil && len(stages) == 0 {
		return nil, emptyList("stages", "Leave it out to ask about all stages of the rare-earth chain.")
	}
	for i, s := range stages {
		if !content.HasKnowHow(s) {
			return nil, apierror.BadInput(fmt.Sprintf("stages[%d]", i), fmt.Sprintf("%s is no stage of whose technology Chinese controls speak", s), "Ask about MINE, CONCENTRATION, SEPARATION, METAL, ALLOY, MAGNET or RECYCLING.")
		}
	}
	if stages == nil {
		stages = chainStages
	}
	if len(technology) > mostStatements {
		return nil, apierror.BadInput("technology", fmt.Sprintf("has more than %d values", mostStatements), "State it by firm, which stands for its plants.")
	}
	said := make([]content.Statement, len(technology))
	for i, in := range technology {
		said[i] = content.Statement{Facility: f.maybe(in.Facility, facilities), Firm: f.maybe(in.Firm, firms), Origin: f.node(in.Origin, states), From: graph.MinDay}
		if in.Stage != nil {
			said[i].Stage = *in.Stage
		}
		if in.From != nil {
			said[i].From = *in.From
		}
	}
	ask := &contentAsk{world: w, destination: f.node(destination, states), user: f.maybe(user, firms), endUse: endUse}
	if f.err != nil {
		return nil, f.err
	}
	if err := ask.open(ctx, w, on); err != nil {
		return nil, err
	}
	plants, err := content.Plants(w.View, ask.home, stages, said)
	var wrong *content.StatementError
	if errors.As(err, &wrong) {
		return nil, apierror.BadInput(fmt.Sprintf("technology[%d]", wrong.Number), "names a plant and a firm, or neither", "Give one of facility and firm.")
	}
	if err != nil {
		return nil, err
	}
	chain, err := w.Ask(ctx, graph.Target{Countries: []graph.Node{ask.home}}, graph.NoNode, false)
	if err != nil {
		return nil, err
	}
	return &TechnologyEdges{w, ask, plants, chain}, nil
}

// chainStages are those of the rare-earth chain.
var chainStages = []graph.Stage{graph.StageMine, graph.StageConcentration, graph.StageSeparation, graph.StageMetal, graph.StageAlloy, graph.StageMagnet, graph.StageRecycling}

// Date is the day of the law.
func (e *TechnologyEdges) Date() graph.Day { return e.ask.on }

// Clauses lists the controls that speak of technology, with their state on the day.
func (e *TechnologyEdges) Clauses() []*LicenceClause {
	var found []control.Clause
	for _, key := range technologyClauses {
		if n, ok := e.world.Find(graph.KindControl, key); ok {
			if state, known := e.ask.book.StateOf(n, e.ask.on); known {
				found = append(found, control.Clause{Control: n, State: state})
			}
		}
	}
	return e.world.clauses(found)
}

// Stages counts the plants by stage.
func (e *TechnologyEdges) Stages() []*TechnologyStage {
	list := []*TechnologyStage{}
	for _, stage := range chainStages {
		s := &TechnologyStage{Stage: stage}
		for i := range e.plants {
			p := &e.plants[i]
			if p.Stage != stage {
				continue
			}
			s.Plants++
			switch p.Dependence {
			case content.Dependent:
				s.Dependent++
			case content.Independent:
				s.Independent++
			default:
				s.Unknown++
			}
			if p.Hint != content.NoHint {
				s.Hinted++
			}
		}
		if s.Plants > 0 {
			list = append(list, s)
		}
	}
	return list
}

// TotalCount counts the plants.
func (e *TechnologyEdges) TotalCount() int { return len(e.plants) }

// Plants lists them.
func (e *TechnologyEdges) Plants(first int) []*TechnologyPlant {
	list := []*TechnologyPlant{}
	for i := range head(e.plants, first) {
		list = append(list, &TechnologyPlant{e.plants[i].Dependence, e.plants[i].Hint, &e.plants[i], e})
	}
	return list
}

// Flags are the cautions of the view and of the law.
func (e *TechnologyEdges) Flags() []graph.Flag {
	flags := graph.Flags(nil).With(e.world.View.Flags()...)
	for _, c := range e.Clauses() {
		if c.State == control.Revived {
			flags = flags.With(graph.FlagSuspensionExpired)
		}
	}
	if e.ask.on > e.ask.book.CheckedUntil() {
		flags = flags.With(graph.FlagRulesNotChecked)
	}
	return noNil(flags)
}

// Receipt opens the rows of the plants.
func (e *TechnologyEdges) Receipt() *Receipt {
	var rows []graph.RowRef
	for i := range e.plants {
		rows = append(rows, e.plants[i].Rows...)
	}
	return e.world.receipt(technologyFormula, rows, e.Flags())
}

// Facility is the plant.
func (p *TechnologyPlant) Facility() *Facility { return p.edges.world.facility(p.plant.Facility) }

// Stage is that of the plant.
func (p *TechnologyPlant) Stage() graph.Stage { return p.plant.Stage }

// Country is where it stands.
func (p *TechnologyPlant) Country() *Country { return p.edges.world.country(p.plant.Country) }

// Operators lists who runs it.
func (p *TechnologyPlant) Operators(first int) []*Firm {
	list := []*Firm{}
	for _, f := range head(p.plant.Operators, first) {
		list = append(list, p.edges.world.firm(f))
	}
	return list
}

// Makes lists what it makes on the day.
func (p *TechnologyPlant) Makes(first int) []Item { return p.edges.world.items(p.plant.Makes, first) }

// ChinesePart is the largest part of an operator that Chinese firms hold in the end.
func (p *TechnologyPlant) ChinesePart() float64 { return min(p.plant.Held, 1) }

// Statement is the number of the statement that decides; nil where none does.
func (p *TechnologyPlant) Statement() *int { return links(p.plant.Statement) }

// Material is how far what the plant makes depends on goods made in China.
func (p *TechnologyPlant) Material() exposure.Share {
	share, found := exposure.Share{Estimate: math.NaN()}, false
	for _, firm := range p.plant.Operators {
		for _, item := range p.plant.Makes {
			part, ok := p.edges.chain.Network.OutputOf(firm, item)
			if !ok {
				continue
			}
			x := p.edges.chain.Values(part)
			share.Low, share.High = max(share.Low, x.Low), max(share.High, 1-x.Safe)
			if !math.IsNaN(x.Estimate) && !(x.Estimate <= share.Estimate) {
				share.Estimate = x.Estimate
			}
			found = true
		}
	}
	if !found {
		share.High = 1
	}
	return share
}

// TechnologyOnly tells whether the plant depends on China by technology and by nothing else; nil where nobody knows.
func (p *TechnologyPlant) TechnologyOnly() *bool {
	yes, no := true, false
	switch share := p.Material(); {
	case share.Low > 0 || p.Dependence == content.Independent:
		return &no
	case p.Dependence == content.Dependent && share.High == 0:
		return &yes
	}
	return nil
}

// Goods is what the strictest of what it makes needs of China to be shipped, by its technology alone.
func (p *TechnologyPlant) Goods() *LicenceDecision {
	var strictest *LicenceDecision
	for _, item := range p.plant.Makes {
		q := control.Question{Item: item, Origin: p.plant.Country, Content: graph.False}
		switch p.Dependence {
		case content.Dependent:
			q.Technology = graph.True
		case content.Independent:
			q.Technology = graph.False
		}
		if d := p.edges.ask.decide(q); d != nil && (strictest == nil || d.Outcome.StricterThan(strictest.Outcome)) {
			strictest = d
		}
	}
	return strictest
}

// KnowHow is what the technology of its stage needs to be brought there from China.
func (p *TechnologyPlant) KnowHow() *LicenceDecision {
	return p.brought(content.KnowHow(p.edges.world.View, p.plant.Stage))
}

// Service is what setting up, upkeep and repair of its lines from China need.
func (p *TechnologyPlant) Service() *LicenceDecision {
	return p.brought(content.Service(p.edges.world.View))
}

// brought decides for the operator that entity lists treat the strictest.
func (p *TechnologyPlant) brought(item graph.Node, ok bool) *LicenceDecision {
	if !ok {
		return nil
	}
	var strictest *LicenceDecision
	for _, user := range append([]graph.Node{graph.NoNode}, p.plant.Operators...) {
		d := p.edges.ask.asked(control.Question{Item: item, Origin: p.edges.ask.home, Destination: p.plant.Country, User: user, Exporter: control.FromHome})
		if strictest == nil || d.Outcome.StricterThan(strictest.Outcome) {
			strictest = d
		}
	}
	return strictest
}

// Flags are the cautions about it.
func (p *TechnologyPlant) Flags() []graph.Flag { return noNil(p.plant.Flags) }

// Rows opens the rows behind it.
func (p *TechnologyPlant) Rows(first int) []*Row { return p.edges.world.rows(p.plant.Rows, first) }

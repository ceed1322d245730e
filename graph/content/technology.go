package content

import (
	"cmp"
	"errors"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// ErrStatement is a statement that names neither a plant nor a firm, or both.
var ErrStatement = errors.New("a statement is about one plant or one firm")

// Statement says on whose technology a plant, or all plants that a firm operates, run. No table does.
type Statement struct {
	Facility, Firm graph.Node // one of them; the other is NoNode
	Stage          graph.Stage
	Origin         graph.Node // the country whose technology it is
	From           graph.Day  // MinDay: always
}

// Dependence says whether a plant runs on the technology of the controlling country.
type Dependence string

// The dependences.
const (
	Dependent   Dependence = "DEPENDENT"
	Independent Dependence = "INDEPENDENT"
	NotKnown    Dependence = "UNKNOWN"
)

// Hint is what is on record of who runs and holds a plant: no proof of whose technology it is.
type Hint string

// The hints, the strongest first.
const (
	HomeOperator Hint = "OPERATOR" // a firm of the controlling country operates it
	HomeControl  Hint = "CONTROL"  // firms of it control an operator in the end
	HomeStake    Hint = "STAKE"    // firms of it hold a part of an operator
	NoHint       Hint = "NONE"     // nothing is on record
)

func (h Hint) rank() int {
	return slices.Index([]Hint{HomeOperator, HomeControl, HomeStake, NoHint}, h)
}

// Plant is a plant outside the controlling country.
type Plant struct {
	Facility   graph.Node
	Stage      graph.Stage
	Country    graph.Node
	Dependence Dependence
	Statement  int // the number of the statement that decides, from 0; -1: none
	Hint       Hint
	Held       float64 // the largest part of an operator that firms of the controlling country hold in the end, 0 to 1
	Operators  []graph.Node
	Makes      []graph.Node // what it makes on the day
	Rows       []graph.RowRef
	Flags      graph.Flags
}

// Plants lists the plants outside a country that work on the day of the view, at some stages (none: all), with what is stated of their
// technology: those that depend first, then by hint, then by key. A later statement goes before an earlier one, one about a plant before one
// about a firm. The error is ErrStatement with the number of the statement.
func Plants(v *graph.View, home graph.Node, stages []graph.Stage, said []Statement) ([]Plant, error) {
	for i := range said {
		if (said[i].Facility == graph.NoNode) == (said[i].Firm == graph.NoNode) {
			return nil, &StatementError{i}
		}
	}
	isHome := func(firm graph.Node) bool { return v.CountryOf(firm) == home }
	held := graph.NewControllers(v).Part(func(graph.Node) bool { return false }, isHome)
	firstFirm, _ := v.Range(graph.KindFirm)
	var plants []Plant
	first, end := v.Range(graph.KindFacility)
	for f := first; f < end; f++ {
		row := v.Facility(f)
		if v.CountryOf(f) == home || !v.PlantActive(f) || len(stages) > 0 && !slices.Contains(stages, row.Stage) {
			continue
		}
		p := Plant{Facility: f, Stage: row.Stage, Country: v.CountryOf(f), Hint: NoHint, Dependence: NotKnown, Statement: -1, Rows: []graph.RowRef{v.Row(f)}, Flags: v.PlantFlags(f)}
		for _, op := range v.Operates.In(f) {
			if !v.On(v.Operates.Table, op) {
				continue
			}
			firm := v.Operates.From[op]
			p.Operators, p.Rows = append(p.Operators, firm), append(p.Rows, v.Operates.Row(op))
			p.hint(v, firm, isHome(firm), held[firm-firstFirm])
		}
		for _, i := range v.Produces.Out(f) {
			if item := v.Produces.To[i]; v.ProductionActive(i) && !slices.Contains(p.Makes, item) {
				p.Makes, p.Rows = append(p.Makes, item), append(p.Rows, v.Produces.Row(i))
			}
		}
		p.decide(v, home, said)
		plants = append(plants, p)
	}
	slices.SortFunc(plants, func(x, y Plant) int {
		return cmp.Or(cmp.Compare(x.Dependence.rank(), y.Dependence.rank()), cmp.Compare(x.Hint.rank(), y.Hint.rank()), cmp.Compare(y.Held, x.Held),
			cmp.Compare(v.Key(x.Facility), v.Key(y.Facility)))
	})
	return plants, nil
}

func (d Dependence) rank() int {
	return slices.Index([]Dependence{Dependent, NotKnown, Independent}, d)
}

// StatementError is ErrStatement with the number of the statement, from 0.
type StatementError struct{ Number int }

func (e *StatementError) Error() string { return ErrStatement.Error() }

// Unwrap is ErrStatement.
func (e *StatementError) Unwrap() error { return ErrStatement }

// hint reads what an operator says.
func (p *Plant) hint(v *graph.View, firm graph.Node, home bool, part float64) {
	hint := NoHint
	switch {
	case home:
		hint = HomeOperator
	case part >= graph.ControlStake/100.0-1e-9:
		hint = HomeControl
	case part > 1e-9:
		hint = HomeStake
	}
	if p.Held = max(p.Held, part); hint.rank() < p.Hint.rank() {
		p.Hint = hint
	}
	if hint == HomeControl || hint == HomeStake {
		for _, row := range v.Owns.In(firm) {
			if v.On(v.Owns.Table, row) {
				p.Rows = append(p.Rows, v.Owns.Row(row))
				if !v.Facts().Owns[row].StakePercent.Known {
					p.Flags = p.Flags.With(graph.FlagStakeUnstated)
				}
			}
		}
	}
}

// decide applies the statement that stands.
func (p *Plant) decide(v *graph.View, home graph.Node, said []Statement) {
	byPlant := false
	for i := range said {
		s := &said[i]
		about := s.Facility == p.Facility || s.Firm != graph.NoNode && slices.Contains(p.Operators, s.Firm)
		if !about || s.From > v.AsOf || s.Stage != "" && s.Stage != p.Stage || byPlant && s.Facility == graph.NoNode {
			continue
		}
		byPlant = byPlant || s.Facility != graph.NoNode
		p.Statement, p.Dependence = i, Independent
		if s.Origin == home {
			p.Dependence = Dependent
		}
	}
	if p.Statement >= 0 {
		p.Flags = p.Flags.With(graph.FlagTechStated)
	}
}

// knowHow names the technology of a stage that a state may control; the keys are those of products.
var knowHow = map[graph.Stage]string{
	graph.StageMine: "re-mining-technology", graph.StageConcentration: "re-mining-technology", graph.StageSeparation: "re-separation-technology",
	graph.StageMetal: "re-metal-technology", graph.StageAlloy: "re-metal-technology", graph.StageMagnet: "magnet-making-technology",
	graph.StageRecycling: "re-recycling-technology",
}

// KnowHow is the technology of a stage; ok is false where the view has none, or the stage is none of the rare-earth chain.
func KnowHow(v *graph.View, stage graph.Stage) (graph.Node, bool) { return v.Item(knowHow[stage]) }

// Service is the setting-up, upkeep and repair of lines; ok is false where the view has no such item.
func Service(v *graph.View) (graph.Node, bool) { return v.Item("re-production-line-service") }

// HasKnowHow tells whether a stage is one of the rare-earth chain whose technology is spoken of.
func HasKnowHow(stage graph.Stage) bool { return knowHow[stage] != "" }

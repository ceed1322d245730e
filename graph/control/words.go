package control

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Outcome says what a shipment needs of the controlling state.
type Outcome string

// The outcomes, strictest first.
const (
	Prohibited         Outcome = "PROHIBITED"
	RefusedInPrinciple Outcome = "REFUSED_IN_PRINCIPLE"
	IndividualNoLimit  Outcome = "INDIVIDUAL_NO_TIME_LIMIT" // an individual licence whose review may take any time
	CaseByCase         Outcome = "CASE_BY_CASE"
	Individual         Outcome = "INDIVIDUAL"      // a licence for each shipment or contract
	GeneralLicence     Outcome = "GENERAL_LICENCE" // covered by a general licence on record
	ExemptReport       Outcome = "EXEMPT_REPORT"   // no licence, but a report
	NoLicence          Outcome = "NO_LICENCE"
)

// Outcomes lists the outcomes, strictest first.
func Outcomes() []Outcome {
	return []Outcome{Prohibited, RefusedInPrinciple, IndividualNoLimit, CaseByCase, Individual, GeneralLicence, ExemptReport, NoLicence}
}

// StricterThan orders outcomes.
func (o Outcome) StricterThan(other Outcome) bool { return o.rank() < other.rank() }

func (o Outcome) rank() int {
	switch o {
	case Prohibited:
		return 0
	case RefusedInPrinciple:
		return 1
	case IndividualNoLimit:
		return 2
	case CaseByCase:
		return 3
	case Individual:
		return 4
	case GeneralLicence:
		return 5
	case ExemptReport:
		return 6
	}
	return 7
}

// EndUse is what the goods are for.
type EndUse string

// The end uses that the rules tell apart.
const (
	Civilian     EndUse = "CIVILIAN"
	ChipOrAI     EndUse = "SENSITIVE_CHIP_AI" // logic of 14 nm and below, memory of 256 layers and up, what makes and tests them, AI of military use
	Military     EndUse = "MILITARY"          // military users and uses, weapons of mass destruction, terrorism
	Humanitarian EndUse = "HUMANITARIAN"      // emergency medicine, public-health emergencies, disaster relief
	AnyUse       EndUse = "UNKNOWN"           // not stated
)

// EndUses lists the end uses.
func EndUses() []EndUse { return []EndUse{Civilian, ChipOrAI, Military, Humanitarian, AnyUse} }

// Exporter says from where the goods are shipped.
type Exporter string

// The kinds of exporters.
const (
	FromHome   Exporter = "CN"      // ships out of China
	FromAbroad Exporter = "FOREIGN" // ships between two countries outside China
)

// Exporters lists the kinds of exporters.
func Exporters() []Exporter { return []Exporter{FromHome, FromAbroad} }

// State is what a control is on a day.
type State string

// The states of a control.
const (
	NotYet    State = "NOT_YET"   // its first day has not come
	Active    State = "ACTIVE"    // in force
	Suspended State = "SUSPENDED" // suspended, or lifted
	Revived   State = "REVIVED"   // its suspension has run out: in force by the letter, not verified
	Ended     State = "ENDED"     // a list that has come to its end
)

// States lists the states of a control.
func States() []State { return []State{NotYet, Active, Suspended, Revived, Ended} }

// holds tells whether a control binds in the state.
func (s State) holds() bool { return s == Active || s == Revived }

// Passage is what an outcome makes of a supply that crosses the border.
type Passage string

// The passages.
const (
	Open       Passage = "OPEN"       // nothing stands in the way
	Delayed    Passage = "DELAYED"    // after a review
	Closed     Passage = "CLOSED"     // barred, or refused in principle
	Unverified Passage = "UNVERIFIED" // open or not as a suspension that has run out was prolonged or not
)

// Passages lists the passages.
func Passages() []Passage { return []Passage{Open, Delayed, Closed, Unverified} }

// Passage is what the outcome makes of a supply that crosses the border. It is never UNVERIFIED; see Decision.Passage.
func (o Outcome) Passage() Passage { return o.passage() }

func (o Outcome) passage() Passage {
	switch o {
	case Prohibited, RefusedInPrinciple:
		return Closed
	case GeneralLicence, ExemptReport, NoLicence:
		return Open
	}
	return Delayed
}

// Class groups the controls of items by how the rules treat them.
type Class string

// The classes of controlled items.
const (
	HeavyRareEarth   Class = "HRE_CONTROLLED"     // A: the seven rare earths of April 2025 and their magnets
	PausedRareEarth  Class = "HRE_PAUSED"         // B: the five further rare earths of October 2025
	RareEarthInput   Class = "RE_EQUIPMENT_INPUT" // C: equipment, ores and reagents
	RareEarthKnowHow Class = "RE_TECHNOLOGY"      // D: technology and services
	OtherMetal       Class = "OTHER_METAL"        // E: every other controlled item
)

// LeastContent is the share of the value of foreign goods from which Chinese content of Annex 1 Part 1 counts (Announcement 61, 0.1 %).
const LeastContent = 0.001

// Question asks what one shipment needs on one day.
type Question struct {
	Item        graph.Node
	Origin      graph.Node // the country where the goods were made; NoNode: the controlling country
	Destination graph.Node // a country
	EndUse      EndUse     // empty is AnyUse
	User        graph.Node // the firm that imports or uses; NoNode: not named
	Exporter    Exporter   // empty goes by the origin
	Holder      graph.Node // the exporter, when it is known to serve this customer under its general licence; NoNode: not named
	On          graph.Day

	// For goods made abroad: whether Chinese content of Annex 1 Part 1 is worth 0.1 % or more, and whether Chinese rare-earth
	// technology made them. Empty is not known.
	Content, Technology graph.Truth
}

// Clause is a control that bears on a decision.
type Clause struct {
	Control graph.Node
	State   State
	Row     graph.RowRef // the row of restricts or listed_entities that brings the item or user under it; see HasRow
	HasRow  bool
}

// Held is a licence on record, or one that an edit of the view's scenario grants.
type Held struct {
	Licence graph.Node // NoNode for one that is granted
	Edit    int        // the number of the edit, from 1; 0 for one on record
}

// Row points to the row of a licence, or to the edit that grants it.
func (h Held) Row(v *graph.View) graph.RowRef {
	if h.Edit > 0 {
		return graph.RowRef{Table: graph.ScenarioTable, Index: int32(h.Edit)}
	}
	return v.Row(h.Licence)
}

// Decision is the answer to a Question.
type Decision struct {
	Outcome  Outcome
	Rule     string     // the row of the decision table that decided, such as 5.1/10
	Item     graph.Node // what decided: the item of the question or, for a class, one of its kinds
	Clauses  []Clause   // the controls that fired
	Types    []graph.Node
	Licences []Held // general licences that cover the shipment, may cover it, or did until before the day
	Days     Days
	Flags    graph.Flags

	// IfProlonged is the outcome if every suspension that has run out was prolonged; empty where the answer does not depend on it.
	IfProlonged Outcome

	asked      Question
	rule, then *rule
	passage    Passage
}

// Passage is what the decision makes of a supply that crosses the border. It is UNVERIFIED where it depends on whether a suspension that
// has run out was prolonged.
func (d *Decision) Passage() Passage { return d.passage }

// Asked is the question, with what it left open filled in.
func (d *Decision) Asked() Question { return d.asked }

// Days is how long a review takes, in calendar days; see the licence type for its source. Unknown ends are NaN. Without limit, High is
// infinite.
type Days struct{ Low, High float64 }

func oneOf[V comparable](list []V, v V) bool { return len(list) == 0 || slices.Contains(list, v) }

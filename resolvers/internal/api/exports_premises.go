package api

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/throughput"
)

// NeedPremiseKind is what a premise is about.
type NeedPremiseKind string

// The kinds of premises.
const (
	PremiseNeed       NeedPremiseKind = "NEED"
	PremiseStock      NeedPremiseKind = "STOCK"
	PremiseApproved   NeedPremiseKind = "APPROVED"
	PremiseControlled NeedPremiseKind = "CONTROLLED"
	PremiseReview     NeedPremiseKind = "REVIEW"
	PremiseModel      NeedPremiseKind = "MODEL"
	PremiseArrival    NeedPremiseKind = "ARRIVAL"
)

// NeedPremise is something that an answer rests on.
type NeedPremise struct {
	Kind   NeedPremiseKind
	Origin throughput.Origin
	Text   string

	rows  []graph.RowRef
	world *World
}

// Rows opens the rows that state it.
func (p *NeedPremise) Rows(first int) []*Row { return p.world.rows(p.rows, first) }

// Premises says in words what the answer rests on beside figures of exports.
func (e *ExportsAgainstNeed) Premises() []*NeedPremise {
	a := e.answer
	q := &a.Question
	list := []*NeedPremise{}
	add := func(kind NeedPremiseKind, f throughput.Figure, text string) {
		list = append(list, &NeedPremise{kind, f.Origin, text, f.Rows, e.world})
	}
	reading := throughput.Figure{Origin: throughput.Assumed}
	add(PremiseNeed, a.Need, e.needText())
	if a.Need.Origin != throughput.Missing {
		add(PremiseStock, a.Stock, e.stockText())
	}
	if e.MonthsModelled() > 0 {
		add(PremiseApproved, a.Approved, e.approvedText())
		add(PremiseControlled, a.Controlled, e.controlledText())
		add(PremiseReview, a.Review, fmt.Sprintf("A licence takes %s days, counted from %s, the control's first day.", bothEnds(a.Review.Range), q.Began))
		add(PremiseModel, reading, "As much is applied for each day as is needed; the part approved is let through one review time later, at its tonnage, and what is refused is not asked for again. "+
			"A part of applications is not a part of tonnes: large and small ones are taken to fare alike.")
	}
	add(PremiseArrival, reading, "Exports count in the month in which they leave Chinese customs; time on the way, stops in third countries, supply from elsewhere and the mix of grades are left out. "+
		"A month's flows are even, and its users share one stock.")
	return list
}

func (e *ExportsAgainstNeed) needText() string {
	a := e.answer
	base := fmt.Sprintf("%s to %s", a.Question.Base[0].Date().Text(), a.Question.Base[1].Date().Text())
	switch a.Need.Origin {
	case throughput.Given:
		return fmt.Sprintf("The need is %s tonnes a month, the same in each month: the question says so, no row does.", bothEnds(a.Need.Range))
	case throughput.Recorded:
		return fmt.Sprintf("No row states a need. What was taken a month from %s stands for it, the same in each month: %s tonnes, by figures for %d of these %d months. Buying ahead of the control, or less than was needed, is in it.",
			base, bothEnds(a.Need.Range), a.Revealing, a.Question.Base[1]-a.Question.Base[0]+1)
	}
	return fmt.Sprintf("No row states a need, no figure gives what %s took in a month from %s, and the question gives none.", e.name(a.Question.Destination), base)
}

func (e *ExportsAgainstNeed) stockText() string {
	s := e.answer.Stock
	from := e.answer.Question.From.Date().Text()
	switch s.Origin {
	case throughput.Given:
		return fmt.Sprintf("At the start of %s there are %s days of need in stock: the question says so.", from, bothEnds(s.Range))
	case throughput.Recorded:
		return fmt.Sprintf("At the start of %s there are %s days of need in stock, as stated for %s of %s; these stand for all users of it.", from, bothEnds(s.Range), s.Day.Text(), e.industries())
	}
	return fmt.Sprintf("At the start of %s there are %s days of need in stock: nothing is on record.", from, bothEnds(s.Range))
}

// industries says whose stock is on record.
func (e *ExportsAgainstNeed) industries() string {
	s := e.answer.Stock
	var sectors []string
	for _, row := range s.Rows {
		sector := string(e.world.Facts().Stocks[row.Index].Sector)
		if sector == "" {
			sector = "all industries"
		}
		if !slices.Contains(sectors, sector) {
			sectors = append(sectors, sector)
		}
	}
	where := "everywhere"
	if s.Place != graph.NoNode {
		where = "in " + e.name(s.Place)
	}
	return strings.Join(sectors, ", ") + " " + where
}

func (e *ExportsAgainstNeed) approvedText() string {
	f := e.answer.Approved
	part := fmt.Sprintf("Of what is applied for, %s is approved", bothEnds(f.Range))
	switch f.Origin {
	case throughput.Given:
		return part + ": the question says so."
	case throughput.Recorded:
		return fmt.Sprintf("%s, as counted for %s up to %s. Counts on the way understate what is granted in the end, and notes of sources call some of them bounds.", part, e.applicants(), f.Day.Text())
	}
	return part + ": nobody has counted."
}

func (e *ExportsAgainstNeed) controlledText() string {
	f := e.answer.Controlled
	switch f.Origin {
	case throughput.Given:
		return fmt.Sprintf("A part of %s of the tonnes needs a licence: the question says so.", bothEnds(f.Range))
	case throughput.Recorded:
		return "All of it needs a licence: the control covers all kinds."
	}
	return "All of it is taken to need a licence, though the control covers only some kinds of it: what passes free is not on record and would come on top."
}

// Missing says what a full answer lacks.
func (e *ExportsAgainstNeed) Missing() []string {
	a := e.answer
	q := &a.Question
	missing := []string{}
	if len(a.Destinations) == 0 {
		missing = append(missing, fmt.Sprintf("No figure of exports of %s is on record near these months.", e.name(q.Item)))
	}
	if a.Need.Origin == throughput.Missing {
		missing = append(missing, fmt.Sprintf("No month from %s to %s has a figure of exports to %s: give assume.needTonnes, or another base.",
			q.Base[0].Date().Text(), q.Base[1].Date().Text(), e.name(q.Destination)))
	}
	if e.MonthsModelled() > 0 {
		missing = append(missing, fmt.Sprintf("Figures of exports to %s in %s.", e.name(q.Destination), ranges(a.Months)))
	}
	if a.Stock.Origin == throughput.Assumed {
		missing = append(missing, "What users have in stock.")
	}
	if e.MonthsModelled() > 0 && a.Approved.Origin == throughput.Assumed {
		missing = append(missing, "A count of approvals.")
	}
	if e.MonthsModelled() > 0 && a.Controlled.Origin == throughput.Assumed {
		missing = append(missing, "Which part of the tonnes needs a licence.")
	}
	return missing
}

// ranges writes the months that are modelled, those in a row as one.
func ranges(months []throughput.Row) string {
	var parts []string
	for i := 0; i < len(months); i++ {
		if !months[i].Modelled {
			continue
		}
		from := i
		for i+1 < len(months) && months[i+1].Modelled {
			i++
		}
		part := months[from].Month.Date().Text()
		if i > from {
			part += " to " + months[i].Month.Date().Text()
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

func (e *ExportsAgainstNeed) applicants() string {
	if place := e.answer.Approved.Place; place != graph.NoNode {
		return e.name(place)
	}
	return "all applicants"
}

func (e *ExportsAgainstNeed) name(n graph.Node) string { return e.world.title(n) }

func bothEnds(r throughput.Range) string {
	if r.Low == r.High {
		return fmt.Sprint(significant(r.Low))
	}
	return fmt.Sprintf("%v to %v", significant(r.Low), significant(r.High))
}

package api

import (
	"context"
	"fmt"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// mostAhead bounds how far stop dates look.
const mostAhead = 3_650

// CoverInput is what is assumed about stocks and times.
type CoverInput struct {
	CoverDays     *DayRangeInput
	LeadDays      *DayRangeInput
	MakingDays    *DayRangeInput
	Recorded      bool
	Closed        bool
	HorizonDays   int
	BackAfterDays *int
	Licences      []*LicenceRuleInput
	ReviewDays    *DayRangeInput
	Approved      *ShareBoundsInput
	Market        bool
}

// LicenceRuleInput lets goods leave their country only under a licence.
type LicenceRuleInput struct {
	Of         TargetInput
	Users      *FirmFilter
	From       *graph.Day
	ReviewDays *DayRangeInput
	Approved   *ShareBoundsInput
}

// ShareBoundsInput is a part within bounds.
type ShareBoundsInput struct{ Low, High float64 }

// mostRules bounds the rules on licences.
const mostRules = 20

// DayRangeInput is a number of days within bounds.
type DayRangeInput struct{ Low, High float64 }

// reading turns what is assumed into what the room takes. The first thing that makes no sense stops it. The key is equal for equal
// assumptions.
type reading struct {
	key strings.Builder
	err error
}

func (r *reading) fail(argument, why, hint string) {
	if r.err == nil {
		r.err = apierror.BadInput(argument, why, hint)
	}
}

func (r *reading) days(argument string, in *DayRangeInput) *cover.Range {
	if in == nil {
		return nil
	}
	if !(0 <= in.Low && in.Low <= in.High && in.High <= 36_500) {
		r.fail(argument, fmt.Sprintf("is %v to %v days", in.Low, in.High), "Give 0 to 36500 days, the low end first.")
	}
	fmt.Fprintln(&r.key, argument, *in)
	return &cover.Range{Low: in.Low, High: in.High}
}

func (r *reading) part(argument string, in *ShareBoundsInput) *cover.Range {
	if in == nil {
		return nil
	}
	if in.Low > in.High { // each is a Share
		r.fail(argument, fmt.Sprintf("is %v to %v", in.Low, in.High), "Give the low end first.")
	}
	fmt.Fprintln(&r.key, argument, *in)
	return &cover.Range{Low: in.Low, High: in.High}
}

func (r *reading) count(argument string, n, least int) int {
	if n < least || n > mostAhead {
		r.fail(argument, fmt.Sprintf("is %d", n), fmt.Sprintf("Give %d to %d days.", least, mostAhead))
	}
	return n
}

// assumptions reads what is assumed; nil is all defaults. Rules are those of the view before its losses. With an end use the law of the
// view bears.
func (w *World) assumptions(ctx context.Context, in *CoverInput, use *control.EndUse, before *graph.View) (a cover.Assumptions, loss cover.Loss, key string, err error) {
	if in == nil {
		in = &CoverInput{Recorded: true, HorizonDays: 365}
	}
	r := &reading{}
	a = cover.Assumptions{Cover: r.days("assume.coverDays", in.CoverDays), Lead: r.days("assume.leadDays", in.LeadDays),
		Making: r.days("assume.makingDays", in.MakingDays), Assumed: !in.Recorded, Closed: in.Closed}
	fmt.Fprintln(&r.key, a.Assumed, a.Closed)
	loss.Days = r.count("assume.horizonDays", in.HorizonDays, 0)
	if in.BackAfterDays != nil {
		loss.Ends = r.count("assume.backAfterDays", *in.BackAfterDays, 1)
	}
	review, approved := r.days("assume.reviewDays", in.ReviewDays), r.part("assume.approved", in.Approved)
	switch {
	case use != nil:
		book, err := w.Law(ctx)
		if err != nil {
			return a, loss, "", err
		}
		a.Law = &cover.Law{Outlook: book.Outlook(*use), Review: review, Approved: approved}
		if in.Market {
			if a.Law.Market, err = w.homeMarket(ctx, book); err != nil {
				return a, loss, "", err
			}
		}
		fmt.Fprintln(&r.key, "law", *use, in.Market)
	case in.Market:
		r.fail("assume.market", "is given without an end use", "Give endUse, so that the law bears on what comes from the world market.")
	case review != nil:
		r.fail("assume.reviewDays", "is given without an end use", "Give endUse, so that the law bears, or a rule in assume.licences.")
	case approved != nil:
		r.fail("assume.approved", "is given without an end use", "Give endUse, so that the law bears, or a rule in assume.licences.")
	}
	if len(in.Licences) > mostRules {
		r.fail("assume.licences", "has more than 20 rules", "Join targets: the values of a condition are alternatives.")
	}
	for i, rule := range in.Licences {
		if r.err == nil {
			a.Rules = append(a.Rules, w.licenceRule(ctx, r, fmt.Sprintf("assume.licences[%d]", i), rule, before))
		}
	}
	return a, loss, r.key.String(), r.err
}

func (w *World) licenceRule(ctx context.Context, r *reading, argument string, in *LicenceRuleInput, before *graph.View) cover.Rule {
	target, err := w.target(ctx, argument+".of", in.Of)
	if err != nil {
		r.err = err
		return cover.Rule{}
	}
	rule := cover.Rule{Of: graph.NewTargetSet(before, target), From: before.AsOf, Review: r.days(argument+".reviewDays", in.ReviewDays),
		Approved: r.part(argument+".approved", in.Approved)}
	if in.From != nil {
		rule.From = *in.From
	}
	fmt.Fprintln(&r.key, questionKey(target, graph.NoNode, false), rule.From)
	if in.Users != nil {
		f := &finder{ctx: ctx, world: w}
		first, end := w.Range(graph.KindFirm)
		users := those(in.Users.match(f), first, end)
		if f.err != nil {
			r.err = f.err
		}
		set := nodeSet(users)
		rule.Users = func(buyer graph.Node) bool { return set[buyer] }
		fmt.Fprintln(&r.key, users)
	}
	return rule
}

// homeMarket says what the controlling country makes of each item world-wide.
func (w *World) homeMarket(ctx context.Context, book *control.Book) (*market.Solution, error) {
	figures, err := w.Figures(ctx)
	if err != nil || book.Country() == graph.NoNode {
		return nil, err
	}
	home := graph.NewTargetSet(w.View, graph.Target{Countries: []graph.Node{book.Country()}, By: graph.ByLocation})
	return market.Solve(ctx, figures, home, graph.NoNode)
}

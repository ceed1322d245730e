package api

import (
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// RestrictionFilter says which restrictions.
type RestrictionFilter struct {
	RowFilter
	Controls, Items     []string
	Under, Covering     *string
	Regimes             []graph.Regime
	ControlCode, HSCode *string
}

func (q *RestrictionFilter) match(f *finder) func(int32, *graph.Restriction) bool {
	control, item, under, covering := f.oneOf(q.Controls, controls), f.oneOf(q.Items, itemsGroups), f.under(q.Under), f.covering(q.Covering)
	regime, code, tariff := in(q.Regimes), hasCode(q.ControlCode), startsCode(q.HSCode)
	return func(_ int32, r *graph.Restriction) bool {
		return control(r.Control) && item(r.Item) && under(r.Item) && covering(r.Item) && regime(r.Licence) && code(r.ControlCode) && tariff(r.HSCode)
	}
}

// hasCode holds for lists with the code or a part of it, case aside: 1C902 has the part 1C902.a.2.
func hasCode(code *string) func([]string) bool {
	if code == nil {
		return func([]string) bool { return true }
	}
	whole := strings.ToUpper(*code)
	return func(codes []string) bool {
		return slices.ContainsFunc(codes, func(c string) bool {
			rest, starts := strings.CutPrefix(strings.ToUpper(c), whole)
			return starts && (rest == "" || rest[0] == '.')
		})
	}
}

// startsCode holds for lists with a code that starts with the digits.
func startsCode(digits *string) func([]string) bool {
	return func(codes []string) bool {
		return digits == nil || slices.ContainsFunc(codes, func(c string) bool { return strings.HasPrefix(c, *digits) })
	}
}

// ListedEntityFilter says which listed firms.
type ListedEntityFilter struct {
	RowFilter
	Controls, Firms, Countries []string
	Lists                      []graph.EntityList
}

func (q *ListedEntityFilter) match(f *finder) func(int32, *graph.ListedEntity) bool {
	control, firm, country, list := f.oneOf(q.Controls, controls), f.oneOf(q.Firms, firms), f.inCountries(q.Countries), in(q.Lists)
	return func(_ int32, r *graph.ListedEntity) bool {
		return control(r.Control) && firm(r.Entity) && country(r.Country) && list(r.List)
	}
}

// ExclusionFilter says which exclusions.
type ExclusionFilter struct {
	RowFilter
	Items []string
	Under *string
}

func (q *ExclusionFilter) match(f *finder) func(int32, *graph.Exclusion) bool {
	item, under := f.oneOf(q.Items, items), f.under(q.Under)
	return func(_ int32, r *graph.Exclusion) bool { return item(r.Item) && under(r.Item) }
}

// ProcurementRuleStepFilter says which steps of buying rules.
type ProcurementRuleStepFilter struct {
	RowFilter
	Rules, Items, CoveredCountries []string
	Under                          *string
	Stages                         []graph.Stage
	InForce                        *graph.Day
}

func (q *ProcurementRuleStepFilter) match(f *finder) func(int32, *graph.ProcurementRuleStep) bool {
	rule, item, under := f.oneOf(q.Rules, rules), f.oneOf(q.Items, itemsGroups), f.under(q.Under)
	origin, stage := f.inCountries(q.CoveredCountries), in(q.Stages)
	return func(_ int32, r *graph.ProcurementRuleStep) bool {
		return rule(r.Rule) && item(r.Item) && under(r.Item) && stage(r.Stage) && origin(r.CoveredCountry) && holdsOn(q.InForce, r.From, r.Until)
	}
}

// holdsOn tells whether a day, if one is asked for, lies between two dates.
func holdsOn(day *graph.Day, from, until graph.Date) bool {
	return day == nil || from.First() <= *day && *day <= until.Last()
}

var procurementRuleStepOrders = orders[graph.ProcurementRuleStep]{
	"DATE": func(r *graph.ProcurementRuleStep) rank { return earliestFirst(r.From) },
}

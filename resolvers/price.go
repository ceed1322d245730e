package resolvers

import (
	"context"
	"encoding/json"
	"math"

	"github.com/99designs/gqlgen/graphql"
)

// priced gives every field its price, from which the server decides whether an operation may run. One unit is about one field of
// the answer, a microsecond and some hundred bytes. A list costs its size times its element, so no list of the schema can be
// forgotten: whatever takes first is priced by it. What computes much costs that on top, and so does every value sent in.
type priced struct{ graphql.ExecutableSchema }

// Complexity is the price of a field, given that of what is selected below it.
func (p priced) Complexity(_ context.Context, typeName, field string, child int, arguments map[string]any) (int, bool) {
	name := typeName + "." + field
	price := 1 + product(work[name], runs(name, arguments)) + values(arguments)
	return saturated(price, product(size(name, arguments), child)), true
}

// work is what a field computes besides its own answer, in units. docs/api.md lists it.
var work = map[string]int{
	"Query.view":              20,
	"Query.compare":           2_000,
	"Query.compareStops":      10_000,
	"Query.beliefs":           2_000,
	"Query.search":            100,
	"View.composition":        200,
	"View.sankey":             2_000,
	"SankeyNode.byCountry":    20,
	"View.uses":               200,
	"View.reach":              500,
	"View.exposure":           1_000,
	"View.paths":              1_000,
	"View.concentration":      1_000,
	"View.impact":             2_000,
	"View.chokepoints":        5_000,
	"View.commonChokepoints":  30_000,
	"View.systemicRisk":       20_000,
	"View.nextEdges":          5_000,
	"View.shared":             20_000,
	"SharedCell.exposure":     1_000,
	"View.robustness":         20_000,
	"Exposure.flip":           500,
	"Exposure.access":         100,
	"Access.barriers":         50,
	"View.gaps":               5_000,
	"View.licenceDecision":    50,
	"View.licenceCalendar":    2_000,
	"View.timeline":           500,
	"View.cleanChain":         10_000,
	"View.exportsAgainstNeed": 2_000,
	"View.replay":             10_000,
	"ReplayEvent.reason":      20,
	"ReplayEvent.receipt":     20,
	"Control.state":           5,
	"Exposure.paths":          50,
	"Exposure.receipt":        10,
	"ChokepointSet.receipt":   100,
	"Exposure.steps":          10,
	"ExposureLine.receipt":    10,
	"Use.receipt":             10,
	"Reached.via":             5,
	"View.stopDates":          5_000,
	"StopStep.licence":        5,
	"StopDate.chain":          20,
	"StopDate.flags":          20,
	"StopDate.missing":        20,
	"StopDate.missingFrom":    20,
	"StopDate.receipt":        20,

	"View.contentRule":               10_000,
	"View.technologyEdges":           1_000,
	"ContentWorth.licence":           50,
	"TechnologyPlant.goods":          100,
	"TechnologyPlant.knowHow":        50,
	"TechnologyPlant.service":        50,
	"TechnologyPlant.material":       10,
	"TechnologyPlant.technologyOnly": 10,
}

// sizes are those of lists that are as long as the data makes them: what is usual there, rounded up.
var sizes = map[string]int{
	"Barrier.clauses":              3,
	"EvidencePath.hops":            12,
	"LicenceAmbiguity.sources":     3,
	"LicenceDecision.ambiguities":  6,
	"LicenceDecision.beside":       3,
	"LicenceDecision.clauses":      3,
	"LicenceDecision.doors":        2,
	"LicenceDecision.flags":        4,
	"LicenceDecision.licenceTypes": 1,
	"LicenceDecision.reasons":      8,
	"LicenceDecision.sources":      3,
	"LicenceDecision.timings":      9,
	"LicenceTiming.sources":        3,
	"NextEdges.steps":              20,
	"Reach.kinds":                  16,
	"Reach.stages":                 10,
	"ExportsAgainstNeed.premises":  7,
	"ExportsAgainstNeed.missing":   2,
	"ExportsAgainstNeed.flags":     8,
	"Receipt.assumptions":          8,
	"Release.tables":               40,
	"SharedDependency.cells":       4,
	"Row.columns":                  12,
}

// size is how many elements a field may return; a field that is no list returns one.
func size(name string, arguments map[string]any) int {
	usual, fixed := sizes[name]
	first, asked := whole(arguments["first"])
	switch {
	case fixed && asked:
		return min(usual, first)
	case fixed:
		return usual
	case asked:
		return first
	case name == "View.licenceDecision":
		return runs(name, arguments)
	case name == "Query.nodes":
		ids, _ := arguments["ids"].([]any)
		return len(ids)
	}
	return 1
}

// runs is how often a field computes: concentration does for every year asked about, next edges for every step, a decision for every day,
// chokepoints for every loss of a set.
func runs(name string, arguments map[string]any) int {
	many := func(argument string) int {
		values, _ := arguments[argument].([]any)
		return max(len(values), 1)
	}
	switch name {
	case "View.concentration":
		return many("years")
	case "View.licenceDecision":
		return many("on")
	case "View.nextEdges":
		first, _ := whole(arguments["first"])
		return max(first, 1)
	case "View.chokepoints", "View.commonChokepoints":
		losses, _ := whole(arguments["size"])
		return max(losses, 1)
	}
	return 1
}

// values counts the values inside lists and filters, however deep. Plain arguments are free.
func values(arguments map[string]any) int {
	n := 0
	for _, argument := range arguments {
		switch argument.(type) {
		case []any, map[string]any:
			n += leaves(argument)
		}
	}
	return n
}

func leaves(value any) int {
	n := 0
	switch value := value.(type) {
	case []any:
		for _, inner := range value {
			n += leaves(inner)
		}
	case map[string]any:
		for _, inner := range value {
			n += leaves(inner)
		}
	default:
		return 1
	}
	return n
}

// whole reads a number from a document, where it is an int64, or from variables, where it is a json.Number. Sizes below zero count
// as nothing; the server refuses them.
func whole(value any) (int, bool) {
	switch value := value.(type) {
	case int:
		return max(value, 0), true
	case int64:
		return int(max(min(value, math.MaxInt32), 0)), true
	case float64:
		return int(max(min(value, math.MaxInt32), 0)), true
	case json.Number:
		n, err := value.Int64()
		if err != nil {
			return math.MaxInt32, true
		}
		return whole(n)
	}
	return 0, false
}

// product and saturated stop at the largest price there is.
func product(a, b int) int {
	if a > 0 && b > math.MaxInt32/a {
		return math.MaxInt32
	}
	return a * b
}

func saturated(a, b int) int { return min(a+b, math.MaxInt32) }

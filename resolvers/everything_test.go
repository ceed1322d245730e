package resolvers_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	gql "github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/internal/server"
	"github.com/lodestone-graph/lodestone/resolvers"
)

// selecting writes a selection of every field of a type that needs no argument, so many levels deep; below that only leaves.
func selecting(schema *gql.Schema, def *gql.Definition, depth int) string {
	var b strings.Builder
	b.WriteString("{ __typename")
	fields(&b, schema, def, depth, "")
	if def.IsAbstractType() && depth > 0 {
		for _, possible := range schema.PossibleTypes[def.Name] {
			fmt.Fprintf(&b, " ... on %s {", possible.Name)
			fields(&b, schema, possible, depth, possible.Name)
			b.WriteString(" }")
		}
	}
	b.WriteString(" }")
	return b.String()
}

// wantsLoss are the questions of a view that want a scenario that takes something away.
var wantsLoss = map[string]bool{"impact": true, "stopDates": true}

// fields writes the fields of a type, under names of their own where fragments could disagree about the type of one.
func fields(b *strings.Builder, schema *gql.Schema, def *gql.Definition, depth int, prefix string) {
	for _, f := range def.Fields {
		if strings.HasPrefix(f.Name, "__") || needsArgument(f) || def.Name == "View" && wantsLoss[f.Name] {
			continue
		}
		inner := schema.Types[f.Type.Name()]
		leaf := inner.Kind == gql.Scalar || inner.Kind == gql.Enum
		if !leaf && depth == 0 {
			continue
		}
		name := f.Name
		if prefix != "" {
			name = prefix + "_" + f.Name + ": " + f.Name
		}
		b.WriteString(" " + name)
		if f.Arguments.ForName("first") != nil {
			b.WriteString("(first: 2)")
		}
		if !leaf {
			b.WriteString(" " + selecting(schema, inner, depth-1))
		}
	}
}

func needsArgument(f *gql.FieldDefinition) bool {
	for _, a := range f.Arguments {
		if a.Type.NonNull && a.DefaultValue == nil {
			return true
		}
	}
	return false
}

// unlimited is a server that refuses nothing for its size.
func unlimited(s *graph.Snapshot) *caller {
	limits := server.DefaultLimits()
	limits.Fields, limits.Alias, limits.Depth, limits.Tokens, limits.Price, limits.BodyBytes, limits.Deadline =
		1<<20, 1<<20, 100, 1<<24, 1<<30, 1<<24, time.Minute
	return newLimited(resolvers.NewSchema(func() *graph.Snapshot { return s }, clock), limits)
}

// questions are all fields of View that ask a room, of given things.
func questions(firm, item, element, country string) map[string]string {
	target := fmt.Sprintf(`{countries: [%q]}`, country)
	return map[string]string{
		"composition":         fmt.Sprintf(`composition(of: %q)`, item),
		"uses":                fmt.Sprintf(`uses(of: %q, first: 20)`, item),
		"reach up":            fmt.Sprintf(`reach(of: [%q], direction: UP, first: 20)`, firm),
		"reach down":          fmt.Sprintf(`reach(of: [%q], direction: DOWN, first: 20)`, item),
		"exposure of firms":   fmt.Sprintf(`exposure(of: {firms: {}}, to: %s, first: 60)`, target),
		"exposure of items":   fmt.Sprintf(`exposure(of: {items: {}}, to: %s, first: 60)`, target),
		"exposure in element": fmt.Sprintf(`exposure(of: {firms: {}}, to: %s, element: %q, closed: true, first: 60)`, target, element),
		"exposure to a firm":  fmt.Sprintf(`exposure(of: {items: {}}, to: {firms: [%q], by: EITHER}, first: 60)`, firm),
		"exposure to a stage": `exposure(of: {firms: {}}, to: {stages: [SEPARATION, MINE]}, first: 60)`,
		"common chokepoints":  `commonChokepoints(size: 2, onRecord: true, among: [FACILITY, COUNTRY_STAGE], first: 20)`,
		"exposure with flips": fmt.Sprintf(`exposure(of: {ids: [%q]}, to: %s)`, firm, target),
		"shared":              fmt.Sprintf(`shared(of: [%q, %q], first: 20)`, firm, item),
		"robustness":          fmt.Sprintf(`robustness(of: {ids: [%q, %q]}, to: %s)`, firm, item, target),
		"next edges":          fmt.Sprintf(`nextEdges(of: {ids: [%q]}, to: %s, among: [ANNOUNCED, POSSIBLE_SALE], first: 1)`, firm, target),
		"gaps":                fmt.Sprintf(`gaps(of: %q, to: %s, first: 20)`, firm, target),
		"systemic risk":       `systemicRisk(first: 20)`,
		"concentration":       `concentration(first: 20)`,
		"licence calendar":    `licenceCalendar(first: 20)`,
		"timeline":            `timeline(first: 40)`,
		"paths to a firm":     fmt.Sprintf(`paths(from: %s, to: %q)`, target, firm),
		"paths to an item":    fmt.Sprintf(`paths(from: %s, to: %q, element: %q)`, target, item, element),
	}
}

// Every field of the contract answers without an error, two levels deep from every list and question of the view.
func TestEveryFieldAnswers(t *testing.T) {
	schema := contract()
	c := unlimited(seedSnapshot())
	view := schema.Types["View"]
	for _, l := range lists(schema) {
		page := schema.Types[view.Fields.ForName(l.field).Type.Name()]
		r := c.ask(t, fmt.Sprintf(`{ view { %s(first: 40) %s } }`, l.field, selecting(schema, page, 3)), nil)
		require.Empty(t, r.Errors, l.field)
	}
	asked := questions("jl-mag", "f-35", "dy", "CN")
	asked["chokepoints"] = `chokepoints(of: "f-35", size: 2, first: 20)` // not of any item or firm: of steps of a chain and makers
	asked["sankey"] = `sankey(of: "f-35")`                               // not of any item: of materials, components and products
	asked["chokepoints under law"] = `chokepoints(of: "tomahawk", endUse: MILITARY, destination: "US", first: 20)`
	asked["chokepoints by control"] = `chokepoints(of: "tomahawk", among: [CONTROL], destination: "US", first: 20)`
	asked["chokepoints of a firm"] = `chokepoints(of: "jl-mag", below: 0, substitutes: LIMITED, first: 20)`
	asked["replay"] = `replay(until: "2026-12-01", endUse: CIVILIAN)`
	asked["exports against need"] = `exportsAgainstNeed(item: "rare-earth-magnet", destination: "EU", assume: {needTonnes: {low: 1300, high: 2400}})`
	asked["content rule"] = `contentRule(destination: "KR", prices: [{of: "sm", low: 1, high: 2}, {of: "smco-magnet", low: 40, high: 50}])`
	asked["technology edges"] = `technologyEdges(destination: "KR", on: "2026-11-11", technology: [{firm: "ionic-technologies", origin: "CN"}])`
	asked["clean chain"] = `cleanChain(of: "smco-magnet", rule: "us-dfars-225-7052", endUse: MILITARY, on: "2027-01-01")`
	asked["clean chain of a maker"] = `cleanChain(of: "smco-magnet", rule: "us-dfars-225-7052", endUse: MILITARY, maker: "hangzhou-pmg", withoutLicence: true)`
	asked["licence"] = `licenceDecision(item: "sintered-ndfeb-magnet", destination: "US", endUse: CIVILIAN, user: "ford", on: ["2025-05-10", "2026-11-22"])`
	for field, key := range map[string]string{"element": "dy", "item": "f-35", "firm": "jl-mag", "facility": "mountain-pass-mine", "country": "CN", "control": "mofcom-2025-57",
		"source": "u-usgs-mcs2026", "licence": "l-gl-ford-2025-12", "licenceType": "cn-individual", "event": "ev-no18", "itemGroup": "rare-earths", "procurementRule": "us-dfars-225-7052"} {
		asked["one "+field] = fmt.Sprintf(`%s(id: %q)`, field, key)
	}
	answered := map[string]bool{}
	for _, l := range lists(schema) {
		answered[l.field] = true
	}
	for name, question := range asked {
		field := strings.SplitN(question, "(", 2)[0]
		answered[field] = true
		r := c.ask(t, fmt.Sprintf(`{ view { %s %s } }`, question, selecting(schema, schema.Types[view.Fields.ForName(field).Type.Name()], 3)), nil)
		require.Empty(t, r.Errors, name)
	}
	for field := range wantsLoss {
		answered[field] = true
		r := c.ask(t, fmt.Sprintf(`{ view(scenario: [{remove: {firms: ["northern-rare-earth"]}}]) { %s(first: 20) %s } }`, field,
			selecting(schema, schema.Types[view.Fields.ForName(field).Type.Name()], 3)), nil)
		require.Empty(t, r.Errors, field)
	}
	for _, f := range view.Fields {
		kind := schema.Types[f.Type.Name()].Kind
		plain := len(f.Arguments) == 0 // of the view itself, asked below
		require.True(t, answered[f.Name] || plain || kind == gql.Scalar || kind == gql.Enum, "nobody asks %s", f.Name)
	}
	roots := map[string]string{
		"view":    `(asOf: "2026-06-30", facts: {knownOn: "2026-06-30"}, scenario: [{remove: {firms: ["northern-rare-earth"]}}]) { id asOf knownOn flags release { id } scenario { text } }`,
		"compare": `(before: {asOf: "2021-01-01"}, after: {}, of: {firms: {}}, to: {countries: ["CN"]})`, "compareStops": `(before: {}, after: {}, endUse: CIVILIAN)`,
		"beliefs": `(about: ["tb"], then: "2025-05-01")`, "release": "", "node": `(id: "dy")`, "nodes": `(ids: ["dy", "jl-mag"])`, "search": `(text: "magnet")`,
	}
	for _, f := range schema.Query.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		arguments, ok := roots[f.Name]
		require.True(t, ok, "nobody asks %s", f.Name)
		if !strings.HasSuffix(arguments, "}") {
			arguments += " " + selecting(schema, schema.Types[f.Type.Name()], 3)
		}
		r := c.ask(t, `{ `+f.Name+arguments+` }`, nil)
		require.Empty(t, r.Errors, f.Name)
	}
}

// Nor does any random release make a list or question fail.
func TestRandomReleasesAnswer(t *testing.T) {
	schema := contract()
	view := schema.Types["View"]
	rapid.Check(t, func(rt *rapid.T) {
		facts := graphtest.World(rt)
		s, err := graph.Build(facts)
		require.NoError(rt, err)
		c := unlimited(s)
		pick := func(kind graph.NodeKind) string {
			first, end := s.Range(kind)
			if first == end {
				return ""
			}
			return s.Key(first + graph.Node(rapid.IntRange(0, int(end-first)-1).Draw(rt, string(kind))))
		}
		item := s.Key(graph.Node(rapid.IntRange(0, s.Items()-1).Draw(rt, "item")))
		var query strings.Builder
		day := rapid.SampledFrom([]string{"2019-05-01", "2024-01-01", "2026-06-30", "2030-01-01"}).Draw(rt, "day")
		fmt.Fprintf(&query, "{ view(asOf: %q) {", day)
		n := 0
		for _, question := range questions(pick(graph.KindFirm), item, "dy", pick(graph.KindCountry)) {
			n++
			answer := schema.Types[view.Fields.ForName(strings.SplitN(question, "(", 2)[0]).Type.Name()]
			fmt.Fprintf(&query, " q%d: %s %s", n, question, selecting(schema, answer, 2))
		}
		for _, l := range lists(schema) {
			page := schema.Types[view.Fields.ForName(l.field).Type.Name()]
			fmt.Fprintf(&query, " %s(first: 20) %s", l.field, selecting(schema, page, 2))
		}
		query.WriteString(" }")
		fmt.Fprintf(&query, " lost: view(asOf: %q, scenario: [{remove: {countries: [%q]}}]) {", day, pick(graph.KindCountry))
		for field := range wantsLoss {
			fmt.Fprintf(&query, " %s(first: 20) %s", field, selecting(schema, schema.Types[view.Fields.ForName(field).Type.Name()], 2))
		}
		r := c.ask(t, query.String()+" } }", nil)
		require.Empty(rt, r.Errors)
		var data any
		require.NoError(rt, json.Unmarshal(r.Data, &data))
		require.Positive(rt, coverages(rt, data))
	})
}

// coverages checks every coverage anywhere in an answer and counts them.
func coverages(t require.TestingT, v any) int {
	n := 0
	switch v := v.(type) {
	case map[string]any:
		if known, ok := v["known"].(float64); ok {
			n++
			require.InDelta(t, 1, known+v["assumed"].(float64)+v["unknown"].(float64), 1e-9)
		}
		for _, inner := range v {
			n += coverages(t, inner)
		}
	case []any:
		for _, inner := range v {
			n += coverages(t, inner)
		}
	}
	return n
}

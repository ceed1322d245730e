package resolvers_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/resolvers"
)

// Bad input of every kind gives its code, a message that names what is wrong, and a hint.
func TestBadInput(t *testing.T) {
	cursor := read[struct {
		View struct {
			Firms struct{ PageInfo struct{ EndCursor string } }
		}
	}](t, seedAPI(), `{ view { firms(first: 1) { pageInfo { endCursor } } } }`, nil).View.Firms.PageInfo.EndCursor
	cases := []struct{ name, query, code, says, hint string }{
		{"an id nobody has", `{ view { firm(id: "lynsa") { key } } }`, "NOT_FOUND", `no firm has the id "lynsa"`, "Did you mean lynas"},
		{"an id like nothing", `{ view { item(id: "qqqqqqqqqq") { key } } }`, "NOT_FOUND", `no item has the id`, "search("},
		{"an empty id", `{ view { item(id: "") { key } } }`, "NOT_FOUND", `no item has the id ""`, ""},
		{"a huge id", `{ view { item(id: "` + strings.Repeat("a", 5_000) + `") { key } } }`, "NOT_FOUND", `no item has the id "aaa`, ""},
		{"a thing of another kind", `{ view { firm(id: "dy-oxide") { key } } }`, "NOT_FOUND", `no firm has the id "dy-oxide"`, `There is "dy-oxide", but of the kind MATERIAL`},
		{"a node nobody has", `{ node(id: "RklSTTpub2JvZHk") { key } }`, "NOT_FOUND", `no thing has the id`, ""},
		{"a country nobody has", `{ view { firms(filter: {countries: ["ZZ"]}) { totalCount } } }`, "NOT_FOUND", `no country or region has the id "ZZ"`, ""},
		{"an item in a filter", `{ view { items(filter: {under: "magnett"}) { totalCount } } }`, "NOT_FOUND", `no item has the id "magnett"`, ""},
		{"a source of a view", `{ view(facts: {withoutSources: ["nobody"]}) { id } }`, "NOT_FOUND", `no source has the id "nobody"`, ""},
		{"an element that is none", `{ view { composition(of: "tomahawk", element: "dy-oxide") { unit } } }`, "NOT_FOUND", `no element has the id "dy-oxide"`, "MATERIAL"},
		{"what paths cannot lead to", `{ view { paths(from: {countries: ["CN"]}, to: "mountain-pass-mine") { coverage } } }`, "NOT_FOUND", `no firm or item has the id`, "FACILITY"},
		{"a name of several", `{ view { item(id: "magnet motor") { key } } }`, "NOT_FOUND", "no item has the id", ""},
		{"no such day", `{ view(asOf: "2026-02-30") { id } }`, "BAD_INPUT", `Date: "2026-02-30" is not a day of the calendar`, "description"},
		{"a month for a day", `{ view(asOf: "2026-02") { id } }`, "BAD_INPUT", `"2026-02" is not a day`, ""},
		{"a number for a day", `{ view(asOf: 20260630) { id } }`, "BAD_INPUT", `"20260630" is not a`, ""},
		{"a share above 1", `{ view { holdings(filter: {minStake: 50}) { totalCount } } }`, "BAD_INPUT", `Share: "50" is not a number from 0 to 1`, ""},
		{"a cursor of nothing", `{ view { firms(after: "abc") { totalCount } } }`, "BAD_INPUT", "after: is not a cursor", "endCursor"},
		{"an empty cursor", `{ view { firms(after: "") { totalCount } } }`, "BAD_INPUT", "after: is not a cursor", ""},
		{"a huge cursor", `{ view { firms(after: "` + strings.Repeat("A", 10_000) + `") { totalCount } } }`, "BAD_INPUT", "after: is not a cursor", ""},
		{"a cursor of another list", `{ view { items(after: "` + cursor + `") { totalCount } } }`, "BAD_INPUT", "cursor of another list", ""},
		{"a cursor of another order", `{ view { firms(orderBy: NAME, after: "` + cursor + `") { totalCount } } }`, "BAD_INPUT", "another list or order", ""},
		{"a cursor of another question", `{ view { uses(of: "dy", after: "` + cursor + `") { totalCount } } }`, "BAD_INPUT", "another list", ""},
		{"a page too large", `{ view { firms(first: 501) { totalCount } } }`, "BAD_INPUT", "first: 501 is outside 0 to 500", ""},
		{"a page below zero", `{ view { firms(first: -1) { totalCount } } }`, "BAD_INPUT", "first: -1", ""},
		{"too many paths", `{ view { paths(from: {countries: ["CN"]}, to: "toyota", first: 21) { coverage } } }`, "BAD_INPUT", "first: is outside 0 to 20", ""},
		{"too many hits", `{ search(text: "a", first: 101) { score } }`, "BAD_INPUT", "first: is outside 0 to 100", ""},
		{"a target of nothing", `{ view { exposure(of: {firms: {}}, to: {}) { totalCount } } }`, "BAD_INPUT", "to: names nothing", "Chinese refiners"},
		{"a target of nothing but a reading", `{ view { paths(from: {by: OWNERSHIP}, to: "toyota") { coverage } } }`, "BAD_INPUT", "from: names nothing", ""},
		{"a target of no country", `{ view { exposure(of: {firms: {}}, to: {countries: []}) { totalCount } } }`, "BAD_INPUT", "to.countries: is an empty list", ""},
		{"a target of no stage", `{ view { exposure(of: {firms: {}}, to: {countries: ["CN"], stages: []}) { totalCount } } }`, "BAD_INPUT", "to.stages: is an empty list", ""},
		{"a reach from nothing", `{ view { reach(of: [], direction: UP) { totalCount } } }`, "BAD_INPUT", "of: is an empty list", ""},
		{"a reach through nothing", `{ view { reach(of: ["dy"], direction: UP, through: []) { totalCount } } }`, "BAD_INPUT", "through: is an empty list", ""},
		{"a text too long", `{ view { firms(filter: {text: "` + strings.Repeat("a", 300) + `"}) { totalCount } } }`, "BAD_INPUT", "text: has more than 200", ""},
		{"two subjects", `{ view { exposure(of: {firms: {}, items: {}}, to: {countries: ["CN"]}) { totalCount } } }`, "GRAPHQL_VALIDATION_FAILED", "", ""},
		{"no subject", `{ view { exposure(of: {}, to: {countries: ["CN"]}) { totalCount } } }`, "GRAPHQL_VALIDATION_FAILED", "", ""},
		{"a word nobody knows", `{ view { items(filter: {stages: [SMELTING]}) { totalCount } } }`, "GRAPHQL_VALIDATION_FAILED", "SMELTING", ""},
		{"a field nobody knows", `{ view { firms { nodes { nome } } } }`, "GRAPHQL_VALIDATION_FAILED", "nome", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := seedAPI().ask(t, c.query, nil)
			require.Len(t, r.Errors, 1)
			require.Equal(t, c.code, r.Errors[0].Extensions.Code, r.Errors[0].Message)
			require.Contains(t, r.Errors[0].Message, c.says)
			require.Contains(t, r.Errors[0].Extensions.Hint, c.hint)
			require.NotEmpty(t, r.Errors[0].Extensions.Hint)
		})
	}
}

// A variable that breaks a rule is told like a value in the document.
func TestBadVariables(t *testing.T) {
	for _, c := range []struct {
		query     string
		variables map[string]any
		code      string
	}{
		{`query($d: Date) { view(asOf: $d) { id } }`, map[string]any{"d": "yesterday"}, "BAD_INPUT"},
		{`query($d: Date) { view(asOf: $d) { id } }`, map[string]any{"d": 5}, "BAD_INPUT"},
		{`query($s: SubjectInput!) { view { exposure(of: $s, to: {countries: ["CN"]}) { totalCount } } }`, map[string]any{"s": map[string]any{"firms": map[string]any{}, "items": map[string]any{}}}, "BAD_INPUT"},
		{`query($s: [Stage!]) { view { items(filter: {stages: $s}) { totalCount } } }`, map[string]any{"s": []string{"mine"}}, "BAD_INPUT"},
		{`query($s: Stage!) { view { items(filter: {stages: [$s]}) { totalCount } } }`, map[string]any{"s": "Mine"}, "BAD_INPUT"},
		{`query($f: ItemFilter) { view { items(filter: $f) { totalCount } } }`, map[string]any{"f": map[string]any{"stages": "mine"}}, "BAD_INPUT"},
		{`query($f: ItemFilter) { view { items(filter: $f) { totalCount } } }`, map[string]any{"f": map[string]any{"stages": []any{1}}}, "GRAPHQL_VALIDATION_FAILED"},
		{`query($f: ItemFilter) { view { items(filter: $f) { totalCount } } }`, map[string]any{"f": map[string]any{"stages": []any{"SMELTING"}}}, "GRAPHQL_VALIDATION_FAILED"},
		{`query($n: Int) { view { items(first: $n) { totalCount } } }`, map[string]any{"n": nil}, "BAD_INPUT"},
		{`query($n: Nationality) { view { exposure(of: {firms: {}}, to: {countries: ["CN"], by: $n}) { totalCount } } }`, map[string]any{"n": nil}, "BAD_INPUT"},
	} {
		r := seedAPI().ask(t, c.query, c.variables)
		require.NotEmpty(t, r.Errors, "%s %v", c.query, c.variables)
		require.Equal(t, c.code, r.Errors[0].Extensions.Code, r.Errors[0].Message)
	}
}

// One bad field does not take the others along, and one bad id does not take a list along.
func TestPartialData(t *testing.T) {
	r := seedAPI().ask(t, `{ view { good: firm(id: "lynas") { key } bad: firm(id: "lynsa") { key } } nodes(ids: ["dy", "nothing-here", "Toyota"]) { key } }`, nil)
	require.JSONEq(t, `{"view": {"good": {"key": "lynas"}, "bad": null}, "nodes": [{"key": "dy"}, null, {"key": "toyota"}]}`, string(r.Data))
	require.Len(t, r.Errors, 2)

	r = seedAPI().ask(t, `{ view { exposure(of: {ids: ["lynsa", "toyota", "tomahawk", "toyota"]}, to: {countries: ["CN"]}) { notFound totalCount nodes { subject { key } } } } }`, nil)
	require.JSONEq(t, `{"view": {"exposure": {"notFound": ["lynsa"], "totalCount": 2, "nodes": [{"subject": {"key": "toyota"}}, {"subject": {"key": "tomahawk"}}]}}}`, string(r.Data))
	require.Len(t, r.Errors, 1)
	require.Equal(t, []string{"lynas"}, r.Errors[0].Extensions.Suggestions)
}

// An id may be a readable key, another name in any script, or a global id.
func TestIds(t *testing.T) {
	for _, id := range []string{"dy", "Dy", "dysprosium", "镝", "RUxFTUVOVDpkeQ"} {
		got := read[struct {
			Node struct{ Key, ID, Typename string }
		}](t, seedAPI(), `query($id: ID!) { node(id: $id) { key id typename: __typename } }`, map[string]any{"id": id}).Node
		require.Equal(t, "dy", got.Key, id)
		require.Equal(t, "RUxFTUVOVDpkeQ", got.ID)
		require.Equal(t, "Element", got.Typename)
	}
}

// Every node is found again by its global id and by its readable key.
func TestEveryNodeIsFoundAgain(t *testing.T) {
	s := seedSnapshot()
	var keys []string
	for _, kind := range graph.NodeKinds() {
		first, end := s.Range(kind)
		for n := first; n < end; n++ {
			keys = append(keys, s.Key(n))
		}
	}
	for len(keys) > 0 {
		some := keys[:min(1_000, len(keys))]
		keys = keys[len(some):]
		type node struct{ ID, Key, Name string }
		byKey := read[struct{ Nodes []node }](t, seedAPI(), `query($ids: [ID!]!) { nodes(ids: $ids) { id key name } }`, map[string]any{"ids": some}).Nodes
		ids := make([]string, len(byKey))
		for i, n := range byKey {
			require.Equal(t, some[i], n.Key)
			require.NotEmpty(t, n.Name, n.Key)
			ids[i] = n.ID
		}
		byID := read[struct{ Nodes []node }](t, seedAPI(), `query($ids: [ID!]!) { nodes(ids: $ids) { id key name } }`, map[string]any{"ids": ids}).Nodes
		require.Equal(t, byKey, byID)
	}
}

func TestNoReleaseYet(t *testing.T) {
	c := newCaller(resolvers.NewSchema(func() *graph.Snapshot { return nil }, clock))
	for _, query := range []string{`{ view { id } }`, `{ release { id } }`, `{ node(id: "dy") { key } }`, `{ search(text: "dy") { score } }`} {
		r := c.ask(t, query, nil)
		require.Len(t, r.Errors, 1)
		require.Equal(t, "UNAVAILABLE", r.Errors[0].Extensions.Code)
	}
}

// An operation sees one release, whatever happens while it runs; the next one sees the new one.
func TestOneOperationSeesOneRelease(t *testing.T) {
	facts := *seedSnapshot().Facts()
	facts.Aliases = facts.Aliases[:10]
	other, err := graph.Build(&facts)
	require.NoError(t, err)
	snapshots, calls := []*graph.Snapshot{seedSnapshot(), other}, 0
	c := newCaller(resolvers.NewSchema(func() *graph.Snapshot { calls++; return snapshots[(calls-1)%2] }, clock))
	for _, want := range []*graph.Snapshot{seedSnapshot(), other} {
		r := c.ask(t, `{ release { id } a: view { release { id } } b: view(asOf: "2025-01-01") { release { id } } node(id: "dy") { key } }`, nil)
		require.Empty(t, r.Errors)
		require.Equal(t, 3, strings.Count(string(r.Data), want.Release()))
	}
}

// Today is the day of the clock, in UTC.
func TestTodayIsTheDayOfTheClock(t *testing.T) {
	late := time.Date(2026, 3, 1, 23, 30, 0, 0, time.FixedZone("west", -5*3600))
	c := newCaller(resolvers.NewSchema(seedSnapshot, func() time.Time { return late }))
	r := c.ask(t, `{ view { asOf flags } later: view(asOf: "2027-01-01") { flags } }`, nil)
	require.JSONEq(t, `{"view": {"asOf": "2026-03-02", "flags": []}, "later": {"flags": ["PAST_HORIZON"]}}`, string(r.Data))
}

// Numbers print as people write them: 0.999, not 0.9990000000000001.
func TestNumbersArePlain(t *testing.T) {
	r := seedAPI().ask(t, `{ view { exposure(of: {items: {}}, to: {countries: ["CN"]}, first: 500) { nodes { share { low high estimate } direct { low high estimate } coverage { known assumed unknown } } } } }`, nil)
	require.Empty(t, r.Errors)
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, inner := range v {
				walk(inner)
			}
		case []any:
			for _, inner := range v {
				walk(inner)
			}
		case json.Number:
			require.LessOrEqual(t, len(v.String()), len("0.123456789012"), v)
		}
	}
	decoder := json.NewDecoder(strings.NewReader(string(r.Data)))
	decoder.UseNumber()
	var data any
	require.NoError(t, decoder.Decode(&data))
	walk(data)
}

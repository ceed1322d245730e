package resolvers_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	gql "github.com/vektah/gqlparser/v2/ast"

	"github.com/lodestone-graph/lodestone/internal/server"
	"github.com/lodestone-graph/lodestone/queries"
	"github.com/lodestone-graph/lodestone/resolvers"
)

// strict is a server with the limits that the program ships with.
func strict() *caller {
	return newLimited(resolvers.NewSchema(seedSnapshot, clock), server.DefaultLimits())
}

// A query that would return a million fields is refused before it runs, with its price.
func TestAMillionFieldsAreRefused(t *testing.T) {
	for _, query := range []string{
		`{ view { firms(first: 500) { nodes { buys(first: 500) { nodes { volumeTonnesPerYear a: share b: share c: share } } } } } }`,
		`{ view { exposure(of: {firms: {}}, to: {countries: ["CN"]}, first: 500) { nodes { lines(first: 500) { receipt { rows(first: 500) { line } } } } } } }`,
		`{ view { exposure(of: {firms: {}}, to: {countries: ["CN"]}, first: 500) { nodes { paths(first: 20) { nodes { hops { rows { file line columns { name value } } } } } } } } }`,
		`{ view { items(first: 500) { edges { node { inputs(first: 500) { edges { node { from { grades(first: 500) { key } } } } } } } } } }`,
		`query($n: Int!) { view { sources(first: $n) { nodes { row { columns { name value } } key name title url } } marketShares(first: $n) { nodes { item { ... on Element { makers(first: $n) { nodes { firm { key } } } } } } } } }`,
	} {
		r := strict().ask(t, query, map[string]any{"n": 500})
		require.NotEmpty(t, r.Errors, query)
		require.Equal(t, "TOO_EXPENSIVE", r.Errors[0].Extensions.Code, r.Errors[0].Message)
		require.Greater(t, r.Errors[0].Extensions.Price, 100_000)
		require.Equal(t, r.Errors[0].Extensions.Price, r.Extensions.Cost.Price)
		require.NotEmpty(t, r.Errors[0].Extensions.Hint)
	}
}

// The worked questions, and a page of 500 of the first, are within the limits of the program.
func TestWorkedQuestionsAreAffordable(t *testing.T) {
	all, err := queries.All()
	require.NoError(t, err)
	for _, q := range all {
		require.Empty(t, strict().ask(t, q.Text, nil).Errors, q.Name)
	}
	require.Empty(t, strict().ask(t, worked(t, "01-chinese-refiners"), map[string]any{"first": 400}).Errors)
}

// Whatever takes first is priced by it, everywhere in the contract.
func TestEveryListIsPriced(t *testing.T) {
	schema := resolvers.NewSchema(seedSnapshot, clock)
	lists := 0
	for _, def := range own() {
		if def.Kind != gql.Object {
			continue
		}
		for _, field := range def.Fields {
			if field.Arguments.ForName("first") == nil {
				continue
			}
			lists++
			price := func(first, child int) int {
				p, ok := schema.Complexity(context.Background(), def.Name, field.Name, child, map[string]any{"first": int64(first)})
				require.True(t, ok)
				return p
			}
			require.GreaterOrEqual(t, price(10, 7)-price(0, 7), 10*7, "%s.%s", def.Name, field.Name)
			require.Positive(t, price(1_000_000_000, 1_000_000_000), "no overflow")
		}
	}
	require.Greater(t, lists, 100)
}

// Values sent in are priced however deep they are nested, in the document as in variables.
func TestValuesArePriced(t *testing.T) {
	price := func(query string, variables map[string]any) int {
		r := seedAPI().ask(t, query, variables)
		require.Empty(t, r.Errors)
		return r.Extensions.Cost.Price
	}
	few := price(`{ view { exposure(of: {firms: {countries: ["CN"]}}, to: {countries: ["CN"]}) { totalCount } } }`, nil)
	many := price(`{ view { exposure(of: {firms: {countries: [`+strings.Repeat(`"CN",`, 101)+`]}}, to: {countries: ["CN"]}) { totalCount } } }`, nil)
	require.Equal(t, 100, many-few)
	ids := make([]string, 50)
	for i := range ids {
		ids[i] = "lynas"
	}
	query := `query($ids: [ID!]) { view { firms(filter: {ids: $ids}) { totalCount } } }`
	require.Equal(t, 49, price(query, map[string]any{"ids": ids})-price(query, map[string]any{"ids": ids[:1]}))
	query = `query($ids: [ID!]!) { nodes(ids: $ids) { key name } }`
	require.Equal(t, 49*3, price(query, map[string]any{"ids": ids})-price(query, map[string]any{"ids": ids[:1]}))
}

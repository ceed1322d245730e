package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/server"
	"github.com/lodestone-graph/lodestone/internal/server/servertest"
)

// fragmentBomb is a document whose fragments double at each step: 2^depth fields in a few hundred words.
func fragmentBomb(depth int) string {
	var text strings.Builder
	text.WriteString("{ items { ...f0 } }")
	for i := range depth {
		fmt.Fprintf(&text, " fragment f%d on Item { ...f%d ...f%d }", i, i+1, i+1)
	}
	fmt.Fprintf(&text, " fragment f%d on Item { id }", depth)
	return text.String()
}

func nest(depth int) string {
	return "{ " + strings.Repeat("items { ", depth) + "id" + strings.Repeat(" }", depth+1)
}

func aliases(count int) string {
	var text strings.Builder
	text.WriteString("{")
	for i := range count {
		fmt.Fprintf(&text, " a%d: hello", i)
	}
	return text.String() + " }"
}

func TestLimits(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	ids := func(count int) string { return `{ lookup(ids: [` + strings.Repeat(`"a",`, count) + `]) { id } }` }
	cases := []struct {
		name, query string
		variables   map[string]any
		code, says  string
	}{
		{"a million fields", `{ items(first: 500) { items(first: 500) { items(first: 4) { id } } } }`, nil, "TOO_EXPENSIVE", "a price of 1250501, more than the limit of 100000"},
		{"a million fields by variable", `query($n: Int!) { items(first: $n) { items(first: $n) { a: id b: id c: id d: id } } }`, map[string]any{"n": 500},
			"TOO_EXPENSIVE", "a price of 1000501, more than the limit of 100000"},
		{"a page too large", `{ items(first: 501) { id } }`, nil, "BAD_INPUT", "first: 501 is outside 0 to 500"},
		{"a page below zero", `{ items(first: -5) { id } }`, nil, "BAD_INPUT", "first: -5 is outside 0 to 500"},
		{"a page that overflows", `{ items(first: 99999999999999999999) { id } }`, nil, "GRAPHQL_VALIDATION_FAILED", "32-bit"},
		{"a number that no float holds", `{ hello(weight: 1e999) }`, nil, "BAD_INPUT", "weight: 1e999 is larger than any number"},
		{"a page that overflows by default", `query($n: Int! = 99999999999999999999) { items(first: $n) { id } }`, nil, "GRAPHQL_VALIDATION_FAILED", ""},
		{"a page too large by variable", `query($n: Int!) { items(first: $n) { id } }`, map[string]any{"n": 10_000_000_000}, "BAD_INPUT", "first: 10000000000 is outside"},
		{"a list too long", ids(1_001), nil, "BAD_INPUT", "ids: a list of 1001 values, more than 1000"},
		{"a list too long by variable", `query($ids: [ID!]!) { lookup(ids: $ids) { id } }`, map[string]any{"ids": strings.Split(strings.Repeat("a,", 1_001), ",")},
			"BAD_INPUT", "ids: a list of 1002 values"},
		{"too deep", nest(20), nil, "TOO_EXPENSIVE", "a depth of 21, more than the limit of 20"},
		{"too many aliases", aliases(101), nil, "TOO_EXPENSIVE", "a number of aliases of 101, more than the limit of 100"},
		{"too many fields", "{ " + strings.Repeat("hello ", 1_001) + "}", nil, "TOO_EXPENSIVE", "a number of fields of 1001"},
		{"fragments that double", fragmentBomb(60), nil, "TOO_EXPENSIVE", "a number of fields of 2147483647"},
		{"fragments that double, unused", "{ hello } " + strings.TrimPrefix(fragmentBomb(60), "{ items { ...f0 } }"), nil, "TOO_EXPENSIVE", "in all fragments"},
		{"fragments in a circle", "{ items { ...a } } fragment a on Item { ...b } fragment b on Item { ...a }", nil, "GRAPHQL_VALIDATION_FAILED", "Cannot spread fragment"},
		{"too many tokens", "{ " + strings.Repeat("hello ", 15_000) + "}", nil, "TOO_EXPENSIVE", "a number of tokens of 15001, more than the limit of 15000"},
		{"too many introspections", "{ " + strings.Repeat("__schema { queryType { name } } ", 21) + "}", nil, "TOO_EXPENSIVE", "price"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := b.post(t, c.query, c.variables)
			require.NotEmpty(t, got.Errors)
			require.Equal(t, c.code, got.Errors[0].Extensions["code"], got.Raw)
			require.Contains(t, got.Errors[0].Message, c.says)
			require.NotEmpty(t, got.Errors[0].Extensions["hint"])
			require.Equal(t, http.StatusBadRequest, got.Status)
			require.Nil(t, got.Data)
		})
	}
}

func TestWhatIsJustAllowed(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	for name, query := range map[string]string{
		"page":    `{ items(first: 500) { id } }`,
		"list":    `{ lookup(ids: [` + strings.Repeat(`"a",`, 1_000) + `]) { id } }`,
		"depth":   strings.ReplaceAll(nest(19), "items {", "items(first: 1) {"),
		"aliases": aliases(100),
		"fields":  "{ " + strings.Repeat("hello ", 1_000) + "}",
	} {
		require.Empty(t, b.post(t, query, nil).Errors, name)
	}
}

func TestPriceIsSaid(t *testing.T) {
	b := newBench(func(l *server.Limits) { l.Price = 10 }, servertest.Probe{})
	got := b.post(t, "query Dear {\n  items(first: 10) { id }\n}", nil)
	require.Equal(t, []string{"TOO_EXPENSIVE"}, got.codes())
	require.Equal(t, map[string]any{"price": 11.0, "limit": 10.0}, got.Extensions["cost"])
	require.Equal(t, 11.0, got.Errors[0].Extensions["price"])
	require.Equal(t, 10.0, got.Errors[0].Extensions["limit"])
	require.Contains(t, got.Errors[0].Extensions["hint"], `the list "items" at line 2 is where to begin`)
	got = b.post(t, "{ items(first: 9) { id } }", nil)
	require.Empty(t, got.Errors)
	require.Equal(t, map[string]any{"price": 10.0, "limit": 10.0}, got.Extensions["cost"])
}

// A price that no integer holds must not wrap around to a small one.
func TestPriceSaturates(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	got := b.post(t, strings.ReplaceAll(nest(19), "items {", "items(first: 500) {"), nil)
	require.Equal(t, []string{"TOO_EXPENSIVE"}, got.codes())
	require.Equal(t, 2147483647.0, got.Errors[0].Extensions["price"])
}

func TestErrorsAreCapped(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	got := b.post(t, "{ "+strings.Repeat("hello @nope ", 500)+"}", nil)
	require.Len(t, got.Errors, 20)
	require.Equal(t, 480.0, got.Extensions["errorsOmitted"])
	require.Less(t, len(got.Raw), 10_000)

	b = newBench(func(l *server.Limits) { l.Errors, l.Deadline = 3, 200*time.Millisecond }, servertest.Probe{})
	got = b.post(t, "{ items(first: 5) { block } }", nil)
	require.Equal(t, []string{"TIMEOUT", "TIMEOUT", "TIMEOUT"}, got.codes())
	require.Equal(t, 2.0, got.Extensions["errorsOmitted"])
}

// The same document is refused again when it comes back, and a good one is taken again, from the cache or, when it is long, anew.
func TestCacheChangesNothing(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	long := "{ hello } #" + strings.Repeat(" ", 10_000)
	for range 3 {
		require.Empty(t, b.post(t, long, nil).Errors)
		require.Equal(t, []string{"TOO_EXPENSIVE"}, b.post(t, aliases(101), nil).codes())
		require.Equal(t, []string{"GRAPHQL_VALIDATION_FAILED"}, b.post(t, "{ nme }", nil).codes())
		require.Equal(t, map[string]any{"price": 1.0, "limit": 100_000.0}, b.post(t, "{ hello }", nil).Extensions["cost"])
	}
}

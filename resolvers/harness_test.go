package resolvers_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/server"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/resolvers"
	"github.com/lodestone-graph/lodestone/seed"
)

// today is the day of all tests that do not name another.
var today = time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return today }

var seedSnapshot = sync.OnceValue(func() *graph.Snapshot {
	facts, report := csv.Read(seed.Files)
	if report.Errors() > 0 {
		panic("the seed has errors")
	}
	s, err := graph.Build(facts)
	if err != nil {
		panic(err)
	}
	return s
})

// seedAPI is a server of the seed that all tests share.
var seedAPI = sync.OnceValue(func() *caller { return newCaller(resolvers.NewSchema(seedSnapshot, clock)) })

type caller struct{ handler http.Handler }

func newCaller(schema graphql.ExecutableSchema) *caller {
	limits := server.DefaultLimits()
	limits.Price = 1_000_000 // tests walk through everything
	limits.Deadline = time.Minute
	return newLimited(schema, limits)
}

func newLimited(schema graphql.ExecutableSchema, limits server.Limits) *caller {
	return &caller{server.New(server.Config{Schema: schema, Status: func() server.Status { return server.Status{} }, Limits: limits, Log: zerolog.Nop()})}
}

type problem struct {
	Message    string
	Path       []any
	Extensions struct {
		Code, Hint, Argument string
		Suggestions          []string
		Price                int
	}
}

type response struct {
	Data       json.RawMessage
	Errors     []problem
	Extensions struct{ Cost struct{ Price int } }
}

func (c *caller) ask(t testing.TB, query string, variables map[string]any) response {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(t, err)
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	c.handler.ServeHTTP(recorder, request)
	var r response
	require.NoError(t, json.Unmarshal(recorder.Body.Bytes(), &r), recorder.Body.String())
	return r
}

// read asks and expects no error; the data goes into a new T.
func read[T any](t testing.TB, c *caller, query string, variables map[string]any) T {
	t.Helper()
	r := c.ask(t, query, variables)
	require.Empty(t, r.Errors)
	var out T
	require.NoError(t, json.Unmarshal(r.Data, &out))
	return out
}

func unmarshal(t testing.TB, data []byte, into any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(data, into))
}

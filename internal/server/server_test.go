package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/server"
	"github.com/lodestone-graph/lodestone/internal/server/servertest"
)

// lockedBuffer is a log that handlers on several goroutines write to.
type lockedBuffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

// lines gives the log's entries with this message.
func (b *lockedBuffer) lines(t *testing.T, message string) []map[string]any {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	var found []map[string]any
	for line := range strings.Lines(b.text.String()) {
		var entry map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &entry))
		if entry["message"] == message {
			found = append(found, entry)
		}
	}
	return found
}

type bench struct {
	handler http.Handler
	log     *lockedBuffer
}

func ready() server.Status { return server.Status{Release: "r-1"} }

func newBench(change func(*server.Limits), probe servertest.Probe) bench {
	limits := server.DefaultLimits()
	if change != nil {
		change(&limits)
	}
	log := &lockedBuffer{}
	config := server.Config{Schema: servertest.NewSchema(probe), Status: ready, Limits: limits, Log: zerolog.New(log)}
	return bench{server.New(config), log}
}

type answer struct {
	Status int            `json:"-"`
	Header http.Header    `json:"-"`
	Raw    string         `json:"-"`
	Data   map[string]any `json:"data"`
	Errors []struct {
		Message    string         `json:"message"`
		Path       []any          `json:"path"`
		Extensions map[string]any `json:"extensions"`
	} `json:"errors"`
	Extensions map[string]any `json:"extensions"`
}

func (a answer) codes() []string {
	var codes []string
	for _, err := range a.Errors {
		codes = append(codes, err.Extensions["code"].(string))
	}
	return codes
}

func (b bench) do(t *testing.T, request *http.Request) answer {
	t.Helper()
	recorder := httptest.NewRecorder()
	b.handler.ServeHTTP(recorder, request)
	got := answer{Status: recorder.Code, Header: recorder.Header(), Raw: recorder.Body.String()}
	if strings.Contains(got.Header.Get("Content-Type"), "json") {
		require.NoError(t, json.Unmarshal(recorder.Body.Bytes(), &got), got.Raw)
	}
	return got
}

// post sends a query, and asks for the newer media type.
func (b bench) post(t *testing.T, query string, variables map[string]any) answer {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(t, err)
	return b.do(t, newPost(t.Context(), bytes.NewReader(body)))
}

func newPost(ctx context.Context, body io.Reader) *http.Request {
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", body)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	return request
}

func TestPostAndGetAnswer(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	got := b.post(t, `query Greet($name: String!) { hello(name: $name) }`, map[string]any{"name": "钐"})
	require.Equal(t, http.StatusOK, got.Status)
	require.Equal(t, "application/graphql-response+json; charset=utf-8", got.Header.Get("Content-Type"))
	require.Equal(t, map[string]any{"hello": "hello 钐"}, got.Data)
	require.Equal(t, map[string]any{"price": 1.0, "limit": 100_000.0}, got.Extensions["cost"])

	address := "/graphql?" + url.Values{"query": {`query A($n: String!) { hello(name: $n) } query B { hello }`},
		"operationName": {"A"}, "variables": {`{"n": "x"}`}}.Encode()
	got = b.do(t, httptest.NewRequest(http.MethodGet, address, nil))
	require.Equal(t, http.StatusOK, got.Status)
	require.Equal(t, "application/json; charset=utf-8", got.Header.Get("Content-Type"))
	require.Equal(t, "hello x", got.Data["hello"])
}

func TestMediaTypeIsNegotiated(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	const newer, older = "application/graphql-response+json; charset=utf-8", "application/json; charset=utf-8"
	for accept, want := range map[string]string{
		"": older, "*/*": older, "application/*": older, "application/json": older,
		"application/graphql-response+json":                                                 newer,
		"application/graphql-response+json; charset=utf-8, application/json; charset=utf-8": newer,
		"application/json;q=0.5, application/graphql-response+json;q=0.9":                   newer,
		"application/graphql-response+json;q=0.1, application/json":                         older,
		"text/html, application/xhtml+xml, */*;q=0.8":                                       older,
		"text/html":                             "",
		"application/graphql-response+json;q=0": "",
	} {
		request := newPost(t.Context(), strings.NewReader(`{"query": "{ hello }"}`))
		request.Header.Set("Accept", accept)
		got := b.do(t, request)
		if want == "" {
			require.Equal(t, http.StatusNotAcceptable, got.Status, accept)
			continue
		}
		require.Equal(t, http.StatusOK, got.Status, accept)
		require.Equal(t, want, got.Header.Get("Content-Type"), accept)
	}
}

func TestRequestsThatAreNoOperations(t *testing.T) {
	b := newBench(func(l *server.Limits) { l.BodyBytes = 200 }, servertest.Probe{})
	cases := []struct {
		name, body string
		status     int
		says       string
	}{
		{"not JSON", `{"query"`, 400, "body: is not one JSON object"},
		{"text after it", `{"query": "{ hello }"} {}`, 400, "body: is not one JSON object"},
		{"a list", `[{"query": "{ hello }"}]`, 400, "one operation a request"},
		{"no query", `{"variables": {}}`, 400, "query: is missing"},
		{"query of the wrong type", `{"query": {"a": 1}}`, 400, "query: has the wrong type: object"},
		{"variables of the wrong type", `{"query": "{ hello }", "variables": [1]}`, 400, "variables: has the wrong type: array"},
		{"not UTF-8", "{\"query\": \"{ hello }\xff\"}", 400, "body: is not UTF-8"},
		{"too large", `{"query": "{ hello }", "operationName": "` + strings.Repeat("a", 300) + `"}`, 413, "more than the limit of 200"},
		{"empty", ``, 400, "body: is not one JSON object"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := b.do(t, newPost(t.Context(), strings.NewReader(c.body)))
			require.Equal(t, c.status, got.Status)
			require.Len(t, got.Errors, 1)
			require.Contains(t, got.Errors[0].Message, c.says)
			require.NotEmpty(t, got.Errors[0].Extensions["hint"])
			require.NotContains(t, got.Raw, `"data"`)
		})
	}
	require.Len(t, b.log.lines(t, "operation"), len(cases), "one line each")
}

func TestNullEntriesAreAllowed(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	got := b.do(t, newPost(t.Context(), strings.NewReader(`{"query": "{ hello }", "variables": null, "operationName": null, "extensions": null}`)))
	require.Equal(t, "hello world", got.Data["hello"])
}

func TestMethodsAndContentTypes(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	request := newPost(t.Context(), strings.NewReader(`{"query": "{ hello }"}`))
	request.Header.Set("Content-Type", "text/plain")
	require.Equal(t, http.StatusUnsupportedMediaType, b.do(t, request).Status)
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodHead} {
		got := b.do(t, httptest.NewRequest(method, "/graphql", nil))
		require.Equal(t, http.StatusMethodNotAllowed, got.Status, method)
		require.Equal(t, "OPTIONS, GET, POST", got.Header.Get("Allow"), method)
	}
	request = httptest.NewRequest(http.MethodOptions, "/graphql", nil)
	request.Header.Set("Origin", "https://elsewhere.example")
	got := b.do(t, request)
	require.Equal(t, "OPTIONS, GET, POST", got.Header.Get("Allow"))
	for name := range got.Header {
		require.NotContains(t, name, "Access-Control", "CORS is off")
	}
	require.Equal(t, http.StatusNotFound, b.do(t, httptest.NewRequest(http.MethodGet, "/graph", nil)).Status)
}

func TestStatusOfFaults(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	for query, code := range map[string]string{"{": "GRAPHQL_PARSE_FAILED", "{ nme }": "GRAPHQL_VALIDATION_FAILED", "{ items(first: 999) { id } }": "BAD_INPUT"} {
		got := b.post(t, query, nil)
		require.Equal(t, []string{code}, got.codes())
		require.Equal(t, http.StatusBadRequest, got.Status)
		require.NotContains(t, got.Raw, `"data"`, "a request error has no data entry")
		request := newPost(t.Context(), strings.NewReader(`{"query": "`+query+`"}`))
		request.Header.Set("Accept", "application/json")
		require.Equal(t, http.StatusOK, b.do(t, request).Status, "older clients read 200")
	}
}

func TestIntrospectionIsOn(t *testing.T) {
	got := newBench(nil, servertest.Probe{}).post(t, `{ __schema { queryType { name } } }`, nil)
	require.Equal(t, map[string]any{"__schema": map[string]any{"queryType": map[string]any{"name": "Query"}}}, got.Data)
}

func TestReadiness(t *testing.T) {
	status := server.Status{Reasons: []string{"the release is being loaded"}}
	handler := server.New(server.Config{Schema: servertest.NewSchema(servertest.Probe{}), Status: func() server.Status { return status },
		Limits: server.DefaultLimits(), Log: zerolog.Nop()})
	b := bench{handler: handler}
	health := func() answer { return b.do(t, httptest.NewRequest(http.MethodGet, "/healthz", nil)) }
	readiness := func() answer { return b.do(t, httptest.NewRequest(http.MethodGet, "/readyz", nil)) }
	require.Equal(t, http.StatusOK, health().Status)
	require.Equal(t, http.StatusServiceUnavailable, readiness().Status)
	require.JSONEq(t, `{"status": "unavailable", "reasons": ["the release is being loaded"]}`, readiness().Raw)
	got := b.post(t, `{ hello }`, nil)
	require.Equal(t, http.StatusServiceUnavailable, got.Status)
	require.Equal(t, []string{"UNAVAILABLE"}, got.codes())
	require.Equal(t, "the release is being loaded", got.Errors[0].Message)
	require.Equal(t, "1", got.Header.Get("Retry-After"))

	status = server.Status{Release: "r-2", Warnings: []string{"the record cannot be reached"}}
	require.JSONEq(t, `{"status": "ready", "release": "r-2", "warnings": ["the record cannot be reached"]}`, readiness().Raw)
	require.Equal(t, http.StatusOK, readiness().Status)
	require.Equal(t, http.StatusOK, b.post(t, `{ hello }`, nil).Status)
}

func TestHeadersOfEveryAnswer(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	for _, path := range []string{"/", "/graphql?query={hello}", "/healthz", "/nowhere"} {
		header := b.do(t, httptest.NewRequest(http.MethodGet, path, nil)).Header
		require.Equal(t, "nosniff", header.Get("X-Content-Type-Options"), path)
		require.Equal(t, "DENY", header.Get("X-Frame-Options"), path)
		require.Equal(t, "no-referrer", header.Get("Referrer-Policy"), path)
		require.Contains(t, header.Get("Content-Security-Policy"), "default-src 'none'", path)
		require.NotContains(t, header.Get("Content-Security-Policy"), "unsafe-eval", path)
		require.Regexp(t, `^[0-9a-f]{32}$`, header.Get("X-Request-Id"), path)
	}
}

func TestRequestIDs(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	send := func(id string) string {
		request := newPost(t.Context(), strings.NewReader(`{"query": "{ hello }"}`))
		request.Header.Set("X-Request-Id", id)
		return b.do(t, request).Header.Get("X-Request-Id")
	}
	require.Equal(t, "trace-1.a_B", send("trace-1.a_B"))
	for _, bad := range []string{"", "a b", "x\ny", strings.Repeat("a", 65), "<script>"} {
		require.Regexp(t, `^[0-9a-f]{32}$`, send(bad), bad)
	}
	require.NotEqual(t, send(""), send(""))
	require.Equal(t, "trace-1.a_B", b.log.lines(t, "operation")[0]["request_id"])
}

func TestLargeAnswersAreCompressed(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	request := newPost(t.Context(), strings.NewReader(`{"query": "{ items(first: 500) { id } }"}`))
	request.Header.Set("Accept-Encoding", "gzip")
	recorder := httptest.NewRecorder()
	b.handler.ServeHTTP(recorder, request)
	require.Equal(t, "gzip", recorder.Header().Get("Content-Encoding"))
	require.Less(t, recorder.Body.Len(), 4_000)
}

func TestOneLineAnOperation(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	b.post(t, `query Page($n: Int!) { items(first: $n) { id items(first: 2) { id } } }`, map[string]any{"n": 3})
	b.post(t, `{ hello fail lookup(ids: ["lynsa"]) { id } }`, nil)
	lines := b.log.lines(t, "operation")
	require.Len(t, lines, 2)
	first := lines[0]
	require.Equal(t, "Page", first["name"])
	require.Equal(t, "r-1", first["release"])
	require.Equal(t, 13.0, first["cost"], "1 + 3 * (1 + (1 + 2 * 1))")
	require.Equal(t, 10.0, first["objects"], "the root, 3 items, 6 nested")
	require.Equal(t, 13.0, first["fields"])
	require.Equal(t, "info", first["level"])
	require.Greater(t, first["duration_ms"], 0.0)
	require.NotContains(t, first, "codes")
	require.NotContains(t, first, "client_gone")
	require.ElementsMatch(t, []any{"INTERNAL", "NOT_FOUND"}, lines[1]["codes"])
	require.Equal(t, "error", lines[1]["level"])
	require.Equal(t, "", lines[1]["name"])
}

func TestDefaultsFitTheClock(t *testing.T) {
	limits := server.DefaultLimits()
	require.Greater(t, limits.WriteTimeout, limits.Queue+limits.Deadline)
	require.Greater(t, limits.Drain, limits.Deadline)
	require.Equal(t, 10*time.Second, limits.Deadline)
}

// A release that the record may have left behind is marked in every answer, in the log and in readiness, and answers all the same.
func TestAStaleReleaseIsMarkedEverywhere(t *testing.T) {
	log := &lockedBuffer{}
	since := time.Date(2026, 11, 24, 9, 30, 0, 0, time.FixedZone("elsewhere", 3600))
	status := server.Status{Release: "r-1", Stale: since}
	handler := server.New(server.Config{Schema: servertest.NewSchema(servertest.Probe{}), Status: func() server.Status { return status },
		Limits: server.DefaultLimits(), Log: zerolog.New(log)})
	get := func(address string) string {
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, httptest.NewRequest(http.MethodGet, address, nil))
		return response.Body.String()
	}
	ask := func(query string) string { return get("/graphql?query=" + url.QueryEscape(query)) }
	const mark = `"stale":{"since":"2026-11-24T08:30:00Z"}`
	require.Contains(t, ask("{ __typename }"), mark)
	require.Contains(t, ask("{ nothing }"), mark)
	require.Contains(t, get("/readyz"), mark)
	require.Contains(t, get("/readyz"), `"status":"ready"`)
	require.Equal(t, "2026-11-24T08:30:00Z", log.lines(t, "operation")[0]["stale_since"])
	status.Stale = time.Time{}
	require.NotContains(t, ask("{ __typename }")+get("/readyz"), "stale")
}

package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// The transports of gqlgen echo the body in their errors, answer 422 where the GraphQL-over-HTTP draft says 400, and encode
// each answer twice; these two do neither.

// getTransport takes queries from the address: query, operationName, variables and extensions.
type getTransport struct{ worker }

// Supports tells whether a request is a GET.
func (getTransport) Supports(r *http.Request) bool { return r.Method == http.MethodGet }

// Do answers a query.
func (t getTransport) Do(w http.ResponseWriter, r *http.Request, executor graphql.GraphExecutor) {
	params, refusal := readAddress(r.URL)
	t.run(w, r, executor, params, refusal)
}

// postTransport takes operations from a JSON body.
type postTransport struct{ worker }

// Supports tells whether a request is a POST.
func (postTransport) Supports(r *http.Request) bool { return r.Method == http.MethodPost }

// Do answers an operation.
func (t postTransport) Do(w http.ResponseWriter, r *http.Request, executor graphql.GraphExecutor) {
	params, refusal := readBody(w, r, t.limits.BodyBytes)
	t.run(w, r, executor, params, refusal)
}

// refusal is a request that never becomes an operation.
type refusal struct {
	err  *apierror.Error
	code int
}

const shapeHint = `Send {"query": "…", "variables": {…}, "operationName": "…"}.`

func badRequest(argument, problem string) *refusal {
	return &refusal{apierror.BadInput(argument, problem, shapeHint), http.StatusBadRequest}
}

func readAddress(address *url.URL) (*graphql.RawParams, *refusal) {
	values, err := url.ParseQuery(address.RawQuery)
	if err != nil {
		return nil, badRequest("address", "is not well formed")
	}
	for _, name := range []string{"query", "operationName", "variables", "extensions"} {
		if !utf8.ValidString(values.Get(name)) {
			return nil, badRequest(name, "is not UTF-8")
		}
	}
	if values.Get("query") == "" {
		return nil, badRequest("query", "is missing")
	}
	params := &graphql.RawParams{Query: values.Get("query"), OperationName: values.Get("operationName")}
	for name, target := range map[string]*map[string]any{"variables": &params.Variables, "extensions": &params.Extensions} {
		if text := values.Get(name); text != "" && decode([]byte(text), target) != nil {
			return nil, badRequest(name, "is not a JSON object")
		}
	}
	return params, nil
}

func readBody(w http.ResponseWriter, r *http.Request, limit int64) (*graphql.RawParams, *refusal) {
	media, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if charset := strings.ToLower(parameters["charset"]); err != nil || media != "application/json" || charset != "" && charset != "utf-8" {
		return nil, &refusal{apierror.BadInput("Content-Type", "must be application/json in UTF-8", shapeHint), http.StatusUnsupportedMediaType}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return nil, &refusal{apierror.TooExpensive("body size in bytes", int(max(r.ContentLength, limit+1)), int(limit),
			"Send long lists in several operations."), http.StatusRequestEntityTooLarge}
	}
	if err != nil {
		return nil, badRequest("body", "could not be read to its end")
	}
	return decodeBody(body)
}

func decodeBody(body []byte) (*graphql.RawParams, *refusal) {
	if !utf8.Valid(body) {
		return nil, badRequest("body", "is not UTF-8")
	}
	var request struct {
		Query         *string        `json:"query"`
		OperationName *string        `json:"operationName"`
		Variables     map[string]any `json:"variables"`
		Extensions    map[string]any `json:"extensions"`
	}
	if err := decode(body, &request); err != nil {
		if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && wrong.Field != "" {
			return nil, badRequest(wrong.Field, "has the wrong type: "+wrong.Value)
		}
		if bytes.HasPrefix(bytes.TrimSpace(body), []byte("[")) {
			return nil, badRequest("body", "is a list; send one operation a request")
		}
		return nil, badRequest("body", "is not one JSON object")
	}
	if request.Query == nil || *request.Query == "" {
		return nil, badRequest("query", "is missing")
	}
	params := &graphql.RawParams{Query: *request.Query, Variables: request.Variables, Extensions: request.Extensions}
	if request.OperationName != nil {
		params.OperationName = *request.OperationName
	}
	return params, nil
}

// decode reads exactly one JSON value and keeps the digits of its numbers.
func decode(text []byte, target any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(target); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("text after the value")
	}
	return nil
}

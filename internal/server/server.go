// Package server puts a GraphQL schema behind HTTP: the routes, the limits, the health of the process, and one log line for
// each operation. It knows nothing about supply chains.
package server

import (
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/klauspost/compress/gzhttp"
	"github.com/rs/zerolog"

	"github.com/lodestone-graph/lodestone/internal/apierror"
	"github.com/lodestone-graph/lodestone/internal/explorer"
	"github.com/lodestone-graph/lodestone/internal/playground"
)

// Status is what the server says about the release it answers from.
type Status struct {
	Release  string    // id of the release; empty while none is loaded
	Reasons  []string  // why the server cannot answer; empty when it can
	Warnings []string  // what is wrong although it answers, such as a record that cannot be reached
	Stale    time.Time // from when on changes of the record may be missing in the release; zero when none are
}

// Ready tells whether operations can be answered.
func (s Status) Ready() bool { return len(s.Reasons) == 0 }

// Config is what a handler is made of.
type Config struct {
	Schema graphql.ExecutableSchema
	Status func() Status // asked for each request; must be cheap and safe to call from many goroutines
	Limits Limits        // all of them; see DefaultLimits
	Log    zerolog.Logger
}

// New makes the handler of all routes: /graphql, the playground at /, the explorer below /explorer/, /healthz and /readyz.
func New(config Config) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", onlyWhenReady(config.Status, newGraphQL(config)))
	mux.HandleFunc("GET /healthz", health)
	mux.HandleFunc("GET /readyz", readiness(config.Status))
	mux.Handle("GET /{$}", playground.Page())
	mux.Handle("GET /explorer/", http.StripPrefix("/explorer/", explorer.Handler()))
	mux.Handle("GET /playground/", http.StripPrefix("/playground/", playground.Assets()))
	mux.HandleFunc("/", noSuchPage)
	compress, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.CompressionLevel(1))
	if err != nil {
		panic(err) // the options are constants
	}
	return withRequestID(withSecurityHeaders(withoutPanics(config.Log, compress(mux))))
}

// newGraphQL wires gqlgen: each transport by name, the limits before validation and before execution, typed errors.
func newGraphQL(config Config) http.Handler {
	cache := newDocumentCache()
	graphQL := handler.New(config.Schema)
	work := worker{limits: config.Limits, status: config.Status, log: config.Log, gate: newGate(config.Limits)}
	graphQL.AddTransport(transport.Options{AllowedMethods: []string{"OPTIONS", "GET", "POST"}})
	graphQL.AddTransport(getTransport{work})
	graphQL.AddTransport(postTransport{work})
	graphQL.SetQueryCache(cache)
	graphQL.SetParserTokenLimit(config.Limits.Tokens)
	graphQL.SetErrorPresenter(apierror.Presenter(logInternal(config.Log)))
	graphQL.SetRecoverFunc(apierror.Recover)
	graphQL.Use(guard{limits: config.Limits, known: cache})
	graphQL.Use(extension.Introspection{})
	graphQL.Use(&pricing{limits: config.Limits})
	graphQL.AroundFields(stopWhenDone)
	return onlyMethods(graphQL, http.MethodOptions, http.MethodGet, http.MethodPost)
}

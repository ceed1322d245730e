package server

import (
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/rs/zerolog"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// worker takes a request that was read through the life of an operation: checked, queued, run within its deadline, answered,
// logged. Its context ends when the client hangs up, and reaches every resolver.
type worker struct {
	limits Limits
	status func() Status
	log    zerolog.Logger
	gate   gate
}

func (k worker) run(w http.ResponseWriter, r *http.Request, executor graphql.GraphExecutor, params *graphql.RawParams, refused *refusal) {
	now := k.status()
	entry := record{began: time.Now(), release: now.Release, stale: now.stale()}
	defer func() { entry.write(k.log, r.Context()) }()

	media, acceptable := negotiate(r.Header.Get("Accept"))
	if refused == nil && !acceptable {
		refused = &refusal{apierror.BadInput("Accept", "neither application/graphql-response+json nor application/json is accepted",
			"Accept one of the two."), http.StatusNotAcceptable}
	}
	if refused != nil {
		answer := &graphql.Response{Errors: gqlerror.List{apierror.Present(r.Context(), refused.err, refused.err)}}
		entry.answered(writeResponse(w, media, refused.code, answer), answer, refused.code)
		return
	}
	ctx, cancel := context.WithTimeoutCause(r.Context(), k.limits.Deadline, apierror.Timeout(k.limits.Deadline))
	defer cancel()
	answer := k.answer(ctx, executor, params, r.Method, &entry)
	k.complete(answer, &entry)
	code := statusOf(answer, media)
	if r.Method == http.MethodGet && answer.Data == nil && entry.notAQuery() {
		w.Header().Set("Allow", http.MethodPost)
		code = http.StatusMethodNotAllowed
	}
	entry.answered(writeResponse(w, media, code, answer), answer, code)
}

// answer runs an operation; whatever happens, it gives a response.
func (k worker) answer(ctx context.Context, executor graphql.GraphExecutor, params *graphql.RawParams, method string, entry *record) (answer *graphql.Response) {
	refuse := func(err error) *graphql.Response {
		return executor.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(err)})
	}
	defer func() {
		if value := recover(); value != nil {
			answer = refuse(apierror.Recover(ctx, value))
		}
	}()
	operation, errs := executor.CreateOperationContext(ctx, params)
	entry.operation = operation
	if len(errs) > 0 {
		return executor.DispatchError(graphql.WithOperationContext(ctx, operation), errs)
	}
	if method == http.MethodGet && entry.notAQuery() {
		return refuse(apierror.BadInput("method", "GET takes queries only", "Send this operation with POST."))
	}
	waited := time.Now()
	if err := k.gate.enter(ctx); err != nil {
		return refuse(err)
	}
	defer k.gate.leave()
	entry.queued = time.Since(waited)
	handler, running := executor.DispatchOperation(ctx, operation)
	if answer = handler(running); answer == nil {
		return refuse(context.Cause(ctx))
	}
	return answer
}

// complete puts the price, and whether the release is stale, into a response and caps its errors.
func (k worker) complete(answer *graphql.Response, entry *record) {
	if answer.Extensions == nil {
		answer.Extensions = map[string]any{}
	}
	if cost := costOf(entry.operation); cost != nil {
		answer.Extensions["cost"] = cost
	}
	if entry.stale != nil {
		answer.Extensions["stale"] = entry.stale
	}
	most := k.limits.Errors
	if answer.Data == nil {
		most = k.limits.Faults
	}
	if more := len(answer.Errors) - most; more > 0 {
		answer.Errors = answer.Errors[:most]
		answer.Extensions["errorsOmitted"] = more
	}
}

// stopWhenDone keeps resolvers and methods from being called once the context has ended, so that a long list stops at its next
// element. Plain fields cost nothing and are not asked.
func stopWhenDone(ctx context.Context, next graphql.Resolver) (any, error) {
	if field := graphql.GetFieldContext(ctx); field != nil && (field.IsResolver || field.IsMethod) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return next(ctx)
}

// record gathers what the log line of an operation says.
type record struct {
	began          time.Time
	queued         time.Duration
	operation      *graphql.OperationContext
	release        string
	stale          *stale
	status         int
	bytes          int
	objects, named int
	codes          []string
}

func (e *record) notAQuery() bool {
	return e.operation != nil && e.operation.Operation != nil && e.operation.Operation.Operation != ast.Query
}

func (e *record) answered(size int, answer *graphql.Response, status int) {
	e.bytes, e.status = size, status
	e.objects, e.named = countJSON(answer.Data)
	for _, err := range answer.Errors {
		code, _ := err.Extensions["code"].(string)
		e.codes = appendNew(e.codes, code)
	}
}

package apierror_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

func language(message, code string) *gqlerror.Error {
	err := &gqlerror.Error{Message: message, Locations: []gqlerror.Location{{Line: 2, Column: 3}}}
	errcode.Set(err, code)
	return err
}

// Every code is reached from at least one error, and says what a client needs.
func TestEveryCodeIsPresented(t *testing.T) {
	_, notNumber := strconv.ParseInt("12x", 10, 64)
	cases := []struct {
		name    string
		err     error
		code    apierror.Code
		message string
		hint    string
	}{
		{"unknown id", apierror.NotFound("firm", "linas", []string{"lynas", "lynas-usa"}), apierror.CodeNotFound,
			`no firm has the id "linas"`, "Did you mean lynas or lynas-usa?"},
		{"unknown id, nothing near", apierror.NotFound("item", "xyz", nil), apierror.CodeNotFound, `no item has the id "xyz"`, "search(text:"},
		{"wrapped", fmt.Errorf("while resolving: %w", apierror.NotFound("item", "a", nil)), apierror.CodeNotFound, `no item has the id "a"`, "search"},
		{"bad input", apierror.BadInput("first", "must be between 1 and 500", "Page with after."), apierror.CodeBadInput,
			"first: must be between 1 and 500", "Page with after."},
		{"number too large", &graphql.NumberOverflowError{IntegerError: &graphql.IntegerError{Message: "3000000000 overflows signed 32-bit integer"}},
			apierror.CodeBadInput, "overflows signed 32-bit integer", "whole number"},
		{"not a number", notNumber, apierror.CodeBadInput, `"12x" is not a number`, "whole number"},
		{"price", apierror.TooExpensive("price", 2_000_000, 100_000, "Lower first."), apierror.CodeTooExpensive,
			"a price of 2000000, more than the limit of 100000", "Lower first."},
		{"deadline of the server", apierror.Timeout(10 * time.Second), apierror.CodeTimeout, "stopped after 10s", "smaller first"},
		{"deadline of a context", fmt.Errorf("exposure: %w", context.DeadlineExceeded), apierror.CodeTimeout, "stopped at its deadline", "smaller first"},
		{"client gone", fmt.Errorf("exposure: %w", context.Canceled), apierror.CodeCancelled, "the client went away", "again"},
		{"loading", apierror.Unavailable("the release is being loaded", "Ask /readyz."), apierror.CodeUnavailable, "being loaded", "/readyz"},
		{"defect", errors.New("dial tcp 10.0.0.7:7687: secret"), apierror.CodeInternal, "internal error", "X-Request-Id"},
		{"broken promise of the schema", gqlerror.Errorf("the requested element is null which the schema does not allow"),
			apierror.CodeInternal, "internal error", "X-Request-Id"},
		{"syntax", language("Expected Name, found }", errcode.ParseFailed), apierror.CodeParseFailed, "Expected Name, found }", "line and column"},
		{"unknown field", language(`Cannot query field "nme" on type "Firm".`, errcode.ValidationFailed), apierror.CodeValidationFailed,
			"Cannot query field", "schema"},
	}
	seen := map[apierror.Code]bool{}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			presented := apierror.Presenter(nil)(t.Context(), c.err)
			require.Equal(t, string(c.code), presented.Extensions["code"])
			require.Contains(t, presented.Message, c.message)
			require.Contains(t, presented.Extensions["hint"], c.hint)
			require.NotContains(t, fmt.Sprint(presented.Message, presented.Extensions), "secret")
			seen[c.code] = true
		})
	}
	for _, code := range apierror.Codes() {
		require.True(t, seen[code], "no case for %s", code)
	}
	require.Len(t, seen, len(apierror.Codes()), "a code outside the list")
}

func TestDetailsStandBesideTheCode(t *testing.T) {
	presented := apierror.Presenter(nil)(t.Context(), apierror.TooExpensive("price", 7, 5, "less"))
	require.Equal(t, map[string]any{"code": "TOO_EXPENSIVE", "hint": "less", "measure": "price", "value": 7, "limit": 5}, presented.Extensions)
	presented = apierror.Presenter(nil)(t.Context(), apierror.NotFound("firm", "linas", []string{"lynas"}))
	require.Equal(t, []string{"lynas"}, presented.Extensions["suggestions"])
}

func TestPathAndPlaceAreKept(t *testing.T) {
	path := ast.Path{ast.PathName("view"), ast.PathName("firm")}
	wrapped := gqlerror.WrapPath(path, apierror.NotFound("firm", "x", nil))
	wrapped.Locations = []gqlerror.Location{{Line: 4, Column: 5}}
	presented := apierror.Presenter(nil)(t.Context(), wrapped)
	require.Equal(t, path, presented.Path)
	require.Equal(t, []gqlerror.Location{{Line: 4, Column: 5}}, presented.Locations)
	require.Equal(t, "NOT_FOUND", presented.Extensions["code"])
}

func TestOnlyInternalErrorsAreReported(t *testing.T) {
	var reported []*apierror.Error
	present := apierror.Presenter(func(_ context.Context, err *apierror.Error) { reported = append(reported, err) })
	cause := errors.New("disk on fire")
	require.Error(t, present(t.Context(), apierror.NotFound("firm", "x", nil)))
	require.Error(t, present(t.Context(), context.Canceled))
	require.Empty(t, reported)
	require.Error(t, present(t.Context(), cause))
	require.Len(t, reported, 1)
	require.ErrorIs(t, reported[0], cause)
}

func TestPanicKeepsItsStackForTheLog(t *testing.T) {
	var recovered error
	func() {
		defer func() { recovered = apierror.Recover(t.Context(), recover()) }()
		panic("at the disco")
	}()
	var panicked *apierror.PanicError
	require.ErrorAs(t, recovered, &panicked)
	require.Contains(t, string(panicked.Stack), "TestPanicKeepsItsStackForTheLog")
	presented := apierror.Presenter(nil)(t.Context(), recovered)
	require.Equal(t, "internal error", presented.Message)
	require.NotContains(t, fmt.Sprint(presented.Extensions), "disco")
}

func TestLongInputIsNotEchoed(t *testing.T) {
	require.Less(t, len(apierror.NotFound("firm", strings.Repeat("钐", 10_000), nil).Error()), 400)
}

func TestTheCauseOfAnEndedContextSpeaks(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(apierror.Timeout(3 * time.Second))
	presented := apierror.Presenter(nil)(ctx, fmt.Errorf("exposure: %w", ctx.Err()))
	require.Equal(t, "the operation was stopped after 3s", presented.Message)
	presented = apierror.Presenter(nil)(ctx, apierror.NotFound("firm", "x", nil))
	require.Equal(t, "NOT_FOUND", presented.Extensions["code"])
}

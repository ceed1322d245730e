package apierror

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime/debug"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// PanicError is the cause of an INTERNAL error that began as a panic.
type PanicError struct {
	Value any
	Stack []byte
}

// Error gives the value of the panic; the stack is kept apart.
func (p *PanicError) Error() string { return fmt.Sprintf("panic: %v", p.Value) }

// Recover turns a panic into an INTERNAL error that carries the stack for the log. It is a graphql.RecoverFunc.
func Recover(_ context.Context, value any) error {
	return Internal(&PanicError{Value: value, Stack: debug.Stack()})
}

// Presenter makes the errors of a response. Each gets extensions.code and extensions.hint; what is not on the list becomes
// INTERNAL, and report is called with the INTERNAL error, whose cause says what happened. A nil report drops it. When the
// context was ended with a typed error as its cause, that error stands for the errors of contexts.
func Presenter(report func(ctx context.Context, internal *Error)) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		typed := From(err)
		if cause, ok := errors.AsType[*Error](context.Cause(ctx)); ok && contextEnded(err) {
			typed = cause
		}
		if typed.Code == CodeInternal && report != nil {
			report(ctx, typed)
		}
		return Present(ctx, err, typed)
	}
}

// Present gives a typed error the path and the locations of the error it stands for.
func Present(ctx context.Context, err error, typed *Error) *gqlerror.Error {
	presented := &gqlerror.Error{Err: typed, Message: typed.Message, Extensions: map[string]any{}}
	maps.Copy(presented.Extensions, typed.Details)
	presented.Extensions["code"] = string(typed.Code)
	presented.Extensions["hint"] = typed.Hint
	if original, ok := errors.AsType[*gqlerror.Error](err); ok {
		presented.Path, presented.Locations = original.Path, original.Locations
	}
	if presented.Path == nil {
		presented.Path = graphql.GetPath(ctx)
	}
	return presented
}

// From sorts any error into the closed list: typed errors stay as they are, the errors of contexts become TIMEOUT and CANCELLED,
// those of the parser and the validator keep their messages, numbers that do not fit are BAD_INPUT, the rest is INTERNAL.
func From(err error) *Error {
	if typed, ok := errors.AsType[*Error](err); ok {
		return typed
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return Timeout(0)
	}
	if errors.Is(err, context.Canceled) {
		return Cancelled()
	}
	if overflow, ok := errors.AsType[*graphql.IntegerError](err); ok {
		return badNumber(overflow.Message)
	}
	if number, ok := errors.AsType[*strconv.NumError](err); ok {
		return badNumber(quote(number.Num) + " is not a number of this type")
	}
	if language, ok := errors.AsType[*gqlerror.Error](err); ok {
		return fromLanguage(language)
	}
	return Internal(err)
}

func contextEnded(err error) bool {
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled)
}

func badNumber(message string) *Error {
	return &Error{Code: CodeBadInput, Message: message, Hint: "Use a whole number within the range of the argument's type."}
}

// fromLanguage sorts the errors of gqlparser and gqlgen, which have a code when they speak about the document, and none when
// they speak about the answer ("must not be null"), which is the server's fault.
func fromLanguage(err *gqlerror.Error) *Error {
	switch code, _ := err.Extensions["code"].(string); Code(code) {
	case CodeParseFailed:
		return &Error{Code: CodeParseFailed, Message: err.Message, Hint: "Check the syntax at the given line and column."}
	case CodeValidationFailed:
		return &Error{Code: CodeValidationFailed, Message: err.Message,
			Hint: "Compare the fields, arguments and variables with the schema, which introspection and the playground show."}
	default:
		return Internal(err)
	}
}

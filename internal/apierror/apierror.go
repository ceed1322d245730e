// Package apierror is the closed list of errors that the API answers with. Each carries a code to branch on, a message that
// names what is wrong and a hint that says what to do. Everything else that goes wrong inside becomes INTERNAL, and its
// text goes to the log, never to the client.
package apierror

import (
	"fmt"
	"maps"
	"strings"
	"time"
)

// Code is the value of extensions.code.
type Code string

// The codes, all of them.
const (
	CodeNotFound         Code = "NOT_FOUND"                 // an id or name that the release does not know
	CodeBadInput         Code = "BAD_INPUT"                 // an argument that is well typed but makes no sense
	CodeTooExpensive     Code = "TOO_EXPENSIVE"             // refused before running: price, depth, aliases, tokens
	CodeTimeout          Code = "TIMEOUT"                   // stopped at the deadline of the server
	CodeCancelled        Code = "CANCELLED"                 // stopped because the client went away
	CodeUnavailable      Code = "UNAVAILABLE"               // no release is loaded yet, or the server is full or stopping
	CodeInternal         Code = "INTERNAL"                  // a defect of the server; details stand in its log
	CodeParseFailed      Code = "GRAPHQL_PARSE_FAILED"      // the document is not GraphQL
	CodeValidationFailed Code = "GRAPHQL_VALIDATION_FAILED" // the document does not fit the schema, or its variables do not
)

// Codes lists every code, in the order of their declaration.
func Codes() []Code {
	return []Code{
		CodeNotFound, CodeBadInput, CodeTooExpensive, CodeTimeout, CodeCancelled, CodeUnavailable, CodeInternal,
		CodeParseFailed, CodeValidationFailed,
	}
}

// Error is an error that a client may see. The cause, if any, is for the log only.
type Error struct {
	Code    Code
	Message string
	Hint    string
	Details map[string]any // more fields of extensions, such as price and limit
	cause   error
}

// Error gives the code and the message.
func (e *Error) Error() string { return string(e.Code) + ": " + e.Message }

// Unwrap gives the cause, or nil.
func (e *Error) Unwrap() error { return e.cause }

// NotFound says that no thing of this kind ("firm", "item") has this id. Suggestions are near ids, best first.
func NotFound(kind, id string, suggestions []string) *Error {
	e := &Error{
		Code:    CodeNotFound,
		Message: fmt.Sprintf("no %s has the id %s", kind, quote(id)),
		Hint:    fmt.Sprintf("Find the id with search(text: %s).", quote(id)),
	}
	if len(suggestions) > 0 {
		e.Hint = "Did you mean " + strings.Join(suggestions, " or ") + "?"
		e.Details = map[string]any{"suggestions": suggestions}
	}
	return e
}

// BadInput says what is wrong with an argument, named by its path as in "of.ids[3]", and how to mend it.
func BadInput(argument, problem, hint string) *Error {
	return &Error{
		Code:    CodeBadInput,
		Message: argument + ": " + problem,
		Hint:    hint,
		Details: map[string]any{"argument": argument},
	}
}

// Within says that an error is about a part of an argument, such as one of two views: its message and its path begin with that.
func Within(argument string, e *Error) *Error {
	out := *e
	if inner, ok := e.Details["argument"].(string); ok {
		out.Details = maps.Clone(e.Details)
		out.Details["argument"] = argument + "." + inner
		out.Message = argument + "." + e.Message
		return &out
	}
	out.Message = argument + ": " + e.Message
	return &out
}

// TooExpensive says that an operation costs more than the limit allows. Measure names what was counted ("price", "depth").
func TooExpensive(measure string, value, limit int, hint string) *Error {
	return &Error{
		Code:    CodeTooExpensive,
		Message: fmt.Sprintf("the operation has a %s of %d, more than the limit of %d", measure, value, limit),
		Hint:    hint,
		Details: map[string]any{"measure": measure, "value": value, "limit": limit},
	}
}

// Timeout says that the deadline passed before the answer was complete.
func Timeout(limit time.Duration) *Error {
	message := "the operation was stopped at its deadline"
	if limit > 0 {
		message = fmt.Sprintf("the operation was stopped after %s", limit)
	}
	return &Error{Code: CodeTimeout, Message: message, Hint: "Ask for less at once: fewer subjects, a smaller first, fewer aliases."}
}

// Cancelled says that the client went away before the answer was complete.
func Cancelled() *Error {
	return &Error{Code: CodeCancelled, Message: "the client went away", Hint: "Send the operation again if you still want its answer."}
}

// Unavailable says why the server cannot answer now.
func Unavailable(reason, hint string) *Error {
	return &Error{Code: CodeUnavailable, Message: reason, Hint: hint}
}

// Internal hides a defect behind a fixed message; the cause is logged.
func Internal(cause error) *Error {
	return &Error{
		Code:    CodeInternal,
		Message: "internal error",
		Hint:    "This is a defect of the server. Report it with the X-Request-Id of the response.",
		cause:   cause,
	}
}

// quote shortens what a client sent, so that an error never echoes a whole document.
func quote(text string) string {
	const most = 80
	runes := []rune(text)
	if len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	return fmt.Sprintf("%q", text)
}

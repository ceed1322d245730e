package server

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/rs/zerolog"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// write logs the one line of an operation. Neither the document nor its variables are logged: they may be private.
func (e *record) write(log zerolog.Logger, ctx context.Context) { //nolint:revive // the context is the last thing asked
	line := log.WithLevel(e.level())
	line.Str("request_id", requestID(ctx)).
		Str("release", e.release).
		Str("name", e.name()).
		Float64("duration_ms", milliseconds(time.Since(e.began))).
		Float64("queued_ms", milliseconds(e.queued)).
		Int("status", e.status).
		Int("objects", e.objects).
		Int("fields", e.named).
		Int("bytes", e.bytes)
	if cost := costOf(e.operation); cost != nil {
		line.Int("cost", cost.Price)
	}
	if len(e.codes) > 0 {
		line.Strs("codes", e.codes)
	}
	if e.stale != nil {
		line.Str("stale_since", e.stale.Since)
	}
	if ctx.Err() != nil {
		line.Bool("client_gone", true)
	}
	line.Msg("operation")
}

func (e *record) level() zerolog.Level {
	switch {
	case slices.Contains(e.codes, string(apierror.CodeInternal)):
		return zerolog.ErrorLevel
	case slices.Contains(e.codes, string(apierror.CodeTimeout)), slices.Contains(e.codes, string(apierror.CodeUnavailable)):
		return zerolog.WarnLevel
	}
	return zerolog.InfoLevel
}

// name is the operation's name, shortened; empty for one without a name and for what did not parse.
func (e *record) name() string {
	const most = 80
	if e.operation == nil || e.operation.Operation == nil {
		return ""
	}
	name := e.operation.Operation.Name
	return name[:min(len(name), most)]
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func appendNew(list []string, text string) []string {
	if slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// logInternal writes the cause of an INTERNAL error, which the client does not see, with the stack of a panic.
func logInternal(log zerolog.Logger) func(context.Context, *apierror.Error) {
	return func(ctx context.Context, internal *apierror.Error) {
		line := log.Error().Str("request_id", requestID(ctx)).AnErr("cause", errors.Unwrap(internal))
		if panicked, ok := errors.AsType[*apierror.PanicError](internal); ok {
			line.Bytes("stack", panicked.Stack)
		}
		line.Msg("internal error")
	}
}

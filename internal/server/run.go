package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// Serve answers on the listener until the context ends. Then it takes no more connections, lets running requests finish for
// limits.Drain, cancels those that are left, and returns nil. Any other end is an error.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler, limits Limits) error {
	base, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	defer cancel(nil)
	server := &http.Server{
		Handler:           handler,
		BaseContext:       func(net.Listener) context.Context { return base },
		ReadHeaderTimeout: limits.ReadTimeout,
		ReadTimeout:       limits.ReadTimeout,
		WriteTimeout:      limits.WriteTimeout,
		IdleTimeout:       limits.IdleTimeout,
		MaxHeaderBytes:    64 << 10,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve on %s: %w", listener.Addr(), err)
	case <-ctx.Done():
	}
	return stop(server, limits, cancel)
}

// stop drains the server; what still runs at the end of the time is cancelled and cut.
func stop(server *http.Server, limits Limits, cancel context.CancelCauseFunc) error {
	patience, done := context.WithTimeout(context.Background(), limits.Drain)
	defer done()
	err := server.Shutdown(patience)
	if errors.Is(err, context.DeadlineExceeded) {
		cancel(apierror.Unavailable("the server is stopping", "Send it again to another server."))
		err = server.Close()
	}
	if err != nil {
		return fmt.Errorf("stop the server: %w", err)
	}
	return nil
}

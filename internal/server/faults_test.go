package server_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/lodestone-graph/lodestone/internal/server"
	"github.com/lodestone-graph/lodestone/internal/server/servertest"
)

const patience = 10 * time.Second

// within receives from a channel, or fails the test when nothing comes.
func within[T any](t *testing.T, limit time.Duration, from <-chan T, what string) T {
	t.Helper()
	select {
	case value := <-from:
		return value
	case <-time.After(limit):
		require.FailNow(t, "nothing came in time", "%s within %s", what, limit)
		panic("not reached")
	}
}

// A client that hangs up frees its resolver within 100 ms, whether it blocks at the root or inside a list. On a machine that is
// busy with other tests the best of three counts.
func TestHangUpFreesTheWork(t *testing.T) {
	defer goleak.VerifyNone(t)
	for _, query := range []string{`{ block }`, `{ items(first: 2) { id block } }`} {
		best := patience
		for attempt := 0; attempt < 3 && best > 100*time.Millisecond; attempt++ {
			best = min(best, hangUp(t, query))
		}
		require.Less(t, best, 100*time.Millisecond, query)
	}
}

// hangUp closes the connection while a resolver blocks, and measures how long the resolver goes on.
func hangUp(t *testing.T, query string) time.Duration {
	t.Helper()
	entered, left := make(chan struct{}, 10), make(chan struct{}, 10)
	b := newBench(nil, servertest.Probe{Entered: entered, Left: left})
	web := httptest.NewServer(b.handler)
	ctx, cancel := context.WithCancel(t.Context())
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, web.URL+"/graphql", strings.NewReader(fmt.Sprintf(`{"query": %q}`, query)))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	done := make(chan error, 1)
	go func() {
		response, err := web.Client().Do(request)
		if err == nil {
			err = response.Body.Close()
		}
		done <- err
	}()
	within(t, patience, entered, "the resolver runs")
	began := time.Now()
	cancel()
	within(t, patience, left, "the resolver is freed")
	elapsed := time.Since(began)
	require.ErrorIs(t, within(t, patience, done, "the client returns"), context.Canceled)
	web.Close()
	lines := b.log.lines(t, "operation")
	require.Len(t, lines, 1)
	require.Equal(t, true, lines[0]["client_gone"])
	require.Contains(t, lines[0]["codes"], "CANCELLED")
	return elapsed
}

func TestDeadline(t *testing.T) {
	b := newBench(func(l *server.Limits) { l.Deadline = 200 * time.Millisecond }, servertest.Probe{})
	got := b.post(t, `{ hello block }`, nil)
	require.Equal(t, []string{"TIMEOUT"}, got.codes())
	require.Equal(t, "the operation was stopped after 200ms", got.Errors[0].Message)
	require.Equal(t, []any{"block"}, got.Errors[0].Path)
	require.Equal(t, map[string]any{"hello": "hello world", "block": nil}, got.Data, "what was ready is kept")
	require.Equal(t, http.StatusOK, got.Status)
	require.Equal(t, "warn", b.log.lines(t, "operation")[0]["level"])
}

// Once the context has ended no further resolver is called.
func TestNothingStartsAfterTheEnd(t *testing.T) {
	entered := make(chan struct{}, 1_000)
	b := newBench(func(l *server.Limits) { l.Deadline = time.Nanosecond }, servertest.Probe{Entered: entered})
	got := b.post(t, `{ items(first: 400) { block } }`, nil)
	require.Equal(t, []string{"TIMEOUT"}, got.codes())
	require.Equal(t, http.StatusGatewayTimeout, got.Status)
	require.Empty(t, entered)
}

func TestPanicIsContained(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	got := b.post(t, `{ hello panic }`, nil)
	require.Equal(t, []string{"INTERNAL"}, got.codes())
	require.Equal(t, "internal error", got.Errors[0].Message)
	require.Equal(t, "hello world", got.Data["hello"])
	require.NotContains(t, got.Raw, servertest.Secret)
	entries := b.log.lines(t, "internal error")
	require.Len(t, entries, 1)
	require.Contains(t, entries[0]["cause"], servertest.Secret)
	require.Contains(t, entries[0]["stack"], "servertest.root.Panic")
	require.Equal(t, got.Header.Get("X-Request-Id"), entries[0]["request_id"])
}

func TestInternalsDoNotLeak(t *testing.T) {
	b := newBench(nil, servertest.Probe{})
	got := b.post(t, `{ fail }`, nil)
	require.Equal(t, []string{"INTERNAL"}, got.codes())
	require.NotContains(t, got.Raw, servertest.Secret)
	require.Contains(t, b.log.lines(t, "internal error")[0]["cause"], servertest.Secret)
}

// A panic outside of GraphQL is answered and logged, too.
func TestPanicOfAHandlerIsContained(t *testing.T) {
	log := &lockedBuffer{}
	broken := func() server.Status { panic(servertest.Secret) }
	b := bench{server.New(server.Config{Schema: servertest.NewSchema(servertest.Probe{}), Status: broken,
		Limits: server.DefaultLimits(), Log: zerolog.New(log)}), log}
	got := b.do(t, httptest.NewRequest(http.MethodGet, "/readyz", nil))
	require.Equal(t, http.StatusInternalServerError, got.Status)
	require.Equal(t, []string{"INTERNAL"}, got.codes())
	require.NotContains(t, got.Raw, servertest.Secret)
	require.Len(t, log.lines(t, "internal error"), 1)
}

func TestConcurrencyIsBounded(t *testing.T) {
	defer goleak.VerifyNone(t)
	entered := make(chan struct{}, 10)
	b := newBench(func(l *server.Limits) { l.Running, l.Waiting, l.Queue = 1, 1, 20*time.Millisecond }, servertest.Probe{Entered: entered})
	ctx, free := context.WithCancel(t.Context())
	done := make(chan answer, 1)
	go func() { done <- b.do(t, newPost(ctx, strings.NewReader(`{"query": "{ block }"}`))) }()
	within(t, patience, entered, "the first operation runs")

	got := b.post(t, `{ hello }`, nil)
	require.Equal(t, []string{"UNAVAILABLE"}, got.codes())
	require.Equal(t, http.StatusServiceUnavailable, got.Status)
	require.Contains(t, got.Errors[0].Message, "no other operation finished in time")

	free()
	require.Equal(t, []string{"CANCELLED"}, within(t, patience, done, "the first operation ends").codes())
	require.Empty(t, b.post(t, `{ hello }`, nil).Errors, "the slot is free again")
}

func TestQueueIsBounded(t *testing.T) {
	entered := make(chan struct{}, 10)
	b := newBench(func(l *server.Limits) { l.Running, l.Waiting = 1, 0 }, servertest.Probe{Entered: entered})
	ctx, free := context.WithCancel(t.Context())
	done := make(chan answer, 1)
	go func() { done <- b.do(t, newPost(ctx, strings.NewReader(`{"query": "{ block }"}`))) }()
	within(t, patience, entered, "the first operation runs")
	require.Contains(t, b.post(t, `{ hello }`, nil).Errors[0].Message, "too many operations are waiting")
	free()
	within(t, patience, done, "the first operation ends")
}

// stoppable serves on a loopback port until stopped.
type stoppable struct {
	url  string
	stop context.CancelFunc
	done chan error
}

func serve(t *testing.T, b bench, limits server.Limits) stoppable {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- server.Serve(ctx, listener, b.handler, limits) }()
	return stoppable{"http://" + listener.Addr().String(), stop, done}
}

func (s stoppable) send(query string) (status int, body string, err error) {
	response, err := http.Post(s.url+"/graphql", "application/json", strings.NewReader(fmt.Sprintf(`{"query": %q}`, query)))
	if err != nil {
		return 0, "", err
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	return response.StatusCode, string(text), err
}

type reply struct {
	status int
	body   string
	err    error
}

// A stop takes no new connection, lets a running operation end within the drain, and only then returns.
func TestStopDrains(t *testing.T) {
	defer goleak.VerifyNone(t)
	defer http.DefaultClient.CloseIdleConnections()
	entered := make(chan struct{}, 1)
	change := func(l *server.Limits) { l.Deadline = 300 * time.Millisecond }
	b := newBench(change, servertest.Probe{Entered: entered})
	limits := server.DefaultLimits()
	s := serve(t, b, limits)
	replies := make(chan reply, 1)
	go func() {
		status, body, err := s.send(`{ block }`)
		replies <- reply{status, body, err}
	}()
	within(t, patience, entered, "the operation runs")
	s.stop()
	got := within(t, patience, replies, "the answer")
	require.NoError(t, got.err)
	require.Contains(t, got.body, "TIMEOUT", "it ran to its own deadline")
	require.NoError(t, within(t, patience, s.done, "the server stops"))
	_, _, err := s.send(`{ hello }`)
	require.Error(t, err)
}

// What does not end within the drain is cancelled, and the server stops all the same.
func TestStopCancelsWhatStays(t *testing.T) {
	defer goleak.VerifyNone(t)
	defer http.DefaultClient.CloseIdleConnections()
	entered, left := make(chan struct{}, 1), make(chan struct{}, 1)
	b := newBench(nil, servertest.Probe{Entered: entered, Left: left})
	limits := server.DefaultLimits()
	limits.Drain = 10 * time.Millisecond
	s := serve(t, b, limits)
	replies := make(chan reply, 1)
	go func() {
		status, body, err := s.send(`{ block }`)
		replies <- reply{status, body, err}
	}()
	within(t, patience, entered, "the operation runs")
	s.stop()
	within(t, patience, left, "the resolver is freed")
	require.NoError(t, within(t, patience, s.done, "the server stops"))
	within(t, patience, replies, "the client returns")
}

func TestSlowHeadersAreCut(t *testing.T) {
	defer goleak.VerifyNone(t)
	limits := server.DefaultLimits()
	limits.ReadTimeout = 20 * time.Millisecond
	s := serve(t, newBench(nil, servertest.Probe{}), limits)
	connection, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	require.NoError(t, err)
	_, err = connection.Write([]byte("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-"))
	require.NoError(t, err)
	require.NoError(t, connection.SetReadDeadline(time.Now().Add(patience)))
	_, err = io.ReadAll(connection)
	require.NoError(t, err, "the server closes the connection by itself")
	require.NoError(t, connection.Close())
	s.stop()
	require.NoError(t, within(t, patience, s.done, "the server stops"))
}

package live_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/live"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
	"github.com/lodestone-graph/lodestone/seed"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const patience = 10 * time.Second

func facts(t *testing.T) *graph.Facts {
	t.Helper()
	facts, report := csv.Read(seed.Files)
	require.Zero(t, report.Errors())
	return facts
}

// broken is a release with a reference that leads nowhere.
func broken(t *testing.T) *graph.Facts {
	t.Helper()
	facts := facts(t)
	facts.Makes[0].Firm = "nobody"
	return facts
}

// other is another good release.
func other(t *testing.T) *graph.Facts {
	t.Helper()
	facts := facts(t)
	facts.Sources[0].Title += " (revised)"
	return facts
}

// fake is a record whose reads and changes a test decides.
type fake struct {
	reads   chan func() (*graph.Facts, error)
	changes chan chan error
	closed  chan struct{}
}

func newFake() *fake {
	return &fake{make(chan func() (*graph.Facts, error), 10), make(chan chan error), make(chan struct{})}
}

func (f *fake) Read(ctx context.Context) (*graph.Facts, error) {
	select {
	case read := <-f.reads:
		return read()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (f *fake) Follow(ctx context.Context, follower neo4j.Follower) error {
	for {
		select {
		case told := <-f.changes:
			err := follower.Changed(ctx, neo4j.Notice{})
			if err != nil {
				follower.Failed(err)
			}
			told <- err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (f *fake) Close(context.Context) { close(f.closed) }

// change makes the record tell of a change, and gives what the keeper made of it.
func (f *fake) change(t *testing.T, facts *graph.Facts, err error) error {
	t.Helper()
	f.reads <- func() (*graph.Facts, error) { return facts, err }
	told := make(chan error)
	f.changes <- told
	return <-told
}

type run struct {
	holder  *live.Holder
	swapped chan *graph.Snapshot
	done    chan error
	stop    context.CancelFunc
}

func start(t *testing.T, connect func(context.Context) (live.Record, error)) run {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	t.Cleanup(stop)
	r := run{new(live.Holder), make(chan *graph.Snapshot, 10), make(chan error, 1), stop}
	keeper := &live.Keeper{Holder: r.holder, Log: zerolog.Nop(), Every: time.Millisecond, Connect: connect,
		Swapped: func(s *graph.Snapshot) { r.swapped <- s }}
	go func() { r.done <- keeper.Run(ctx) }()
	return r
}

func receive[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case value := <-from:
		return value
	case <-time.After(patience):
		require.FailNow(t, "nothing came in time")
		panic("not reached")
	}
}

func TestAReleaseIsSwappedWhole(t *testing.T) {
	record := newFake()
	first, second := facts(t), other(t)
	record.reads <- func() (*graph.Facts, error) { return first, nil }
	r := start(t, func(context.Context) (live.Record, error) { return record, nil })
	require.Equal(t, first.Release(), receive(t, r.swapped).Release())
	require.NoError(t, record.change(t, second, nil))
	require.Equal(t, second.Release(), receive(t, r.swapped).Release())
	require.Equal(t, second.Release(), r.holder.Current().Release())
	r.stop()
	require.NoError(t, receive(t, r.done))
	receive(t, record.closed)
}

func TestTheLastGoodReleaseStays(t *testing.T) {
	record := newFake()
	first, second, bad := facts(t), other(t), broken(t)
	record.reads <- func() (*graph.Facts, error) { return first, nil }
	r := start(t, func(context.Context) (live.Record, error) { return record, nil })
	receive(t, r.swapped)
	for _, c := range []struct {
		facts *graph.Facts
		err   error
		says  string
	}{
		{nil, fmt.Errorf("read: %w", neo4j.ErrUnreachable), neo4j.ErrUnreachable.Error()},
		{bad, nil, `"nobody"`},
	} {
		require.Error(t, record.change(t, c.facts, c.err))
		now := r.holder.State()
		require.Equal(t, first.Release(), now.Snapshot.Release())
		require.Contains(t, now.Trouble, c.says)
		require.WithinDuration(t, time.Now(), now.Stale, patience)
	}
	require.NoError(t, record.change(t, second, nil))
	require.Equal(t, live.State{Snapshot: r.holder.Current()}, r.holder.State(), "a good release ends the trouble")
	require.Equal(t, second.Release(), r.holder.Current().Release())
}

// A record that is away, then empty, then broken at the start is waited for.
func TestTheFirstReleaseIsWaitedFor(t *testing.T) {
	record := newFake()
	first := facts(t)
	attempts := 0
	bad := broken(t)
	record.reads <- func() (*graph.Facts, error) { return nil, neo4j.ErrEmpty }
	record.reads <- func() (*graph.Facts, error) { return bad, nil }
	r := start(t, func(context.Context) (live.Record, error) {
		if attempts++; attempts < 3 {
			return nil, neo4j.ErrUnreachable
		}
		return record, nil
	})
	require.Nil(t, r.holder.Current())
	record.reads <- func() (*graph.Facts, error) { return first, nil }
	require.Equal(t, first.Release(), receive(t, r.swapped).Release())
}

func TestAWrongPasswordEndsIt(t *testing.T) {
	wrong := fmt.Errorf("connect: %w", neo4j.ErrUnauthorised)
	r := start(t, func(context.Context) (live.Record, error) { return nil, wrong })
	require.ErrorIs(t, receive(t, r.done), neo4j.ErrUnauthorised)
}

func TestItStopsWhileTheRecordIsAway(t *testing.T) {
	r := start(t, func(context.Context) (live.Record, error) { return nil, errors.New("away") })
	r.stop()
	require.NoError(t, receive(t, r.done))
	require.Nil(t, r.holder.Current())
}

package memo_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/lodestone-graph/lodestone/resolvers/internal/memo"
)

func TestManyShareOneComputation(t *testing.T) {
	defer goleak.VerifyNone(t)
	c := memo.New[string, int](4)
	var computed atomic.Int32
	release := make(chan struct{})
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			got, err := c.Get(context.Background(), "a", func(context.Context) (int, error) {
				computed.Add(1)
				<-release
				return 7, nil
			})
			if err != nil || got != 7 {
				t.Errorf("got %d, %v", got, err)
			}
		})
	}
	close(release)
	all.Wait()
	require.EqualValues(t, 1, computed.Load())
}

// One client that goes away ends neither the computation nor the wait of the others.
func TestALeavingClientPoisonsNothing(t *testing.T) {
	defer goleak.VerifyNone(t)
	c := memo.New[string, int](4)
	started, release := make(chan struct{}), make(chan struct{})
	compute := func(ctx context.Context) (int, error) {
		close(started)
		select {
		case <-release:
			return 7, nil
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
	gone := errors.New("the client went away")
	ctx, leave := context.WithCancelCause(context.Background())
	first, second := make(chan error, 1), make(chan int, 1)
	go func() { _, err := c.Get(ctx, "a", compute); first <- err }()
	<-started
	joined := make(chan struct{})
	go func() {
		close(joined)
		got, _ := c.Get(context.Background(), "a", func(context.Context) (int, error) { return 8, nil })
		second <- got
	}()
	<-joined
	leave(gone)
	require.ErrorIs(t, <-first, gone)
	close(release)
	require.Contains(t, []int{7, 8}, <-second, "the second waits for the first computation, or makes its own when it came too late")
}

// A computation that nobody waits for any more is ended and forgotten; the next one who asks gets a fresh one.
func TestAnAbandonedComputationEnds(t *testing.T) {
	defer goleak.VerifyNone(t)
	c := memo.New[string, int](4)
	ctx, leave := context.WithCancel(context.Background())
	started, ended := make(chan struct{}), make(chan struct{})
	done := make(chan error, 1)
	go func() {
		_, err := c.Get(ctx, "a", func(ctx context.Context) (int, error) {
			close(started)
			<-ctx.Done()
			close(ended)
			return 0, ctx.Err()
		})
		done <- err
	}()
	<-started
	leave()
	require.ErrorIs(t, <-done, context.Canceled)
	<-ended
	got, err := c.Get(context.Background(), "a", func(context.Context) (int, error) { return 9, nil })
	require.NoError(t, err)
	require.Equal(t, 9, got)
}

func TestErrorsAndPanicsAreNotKept(t *testing.T) {
	c := memo.New[string, int](4)
	bad := errors.New("bad")
	_, err := c.Get(t.Context(), "a", func(context.Context) (int, error) { return 0, bad })
	require.ErrorIs(t, err, bad)
	_, err = c.Get(t.Context(), "a", func(context.Context) (int, error) { panic("boom") })
	require.ErrorContains(t, err, "boom")
	require.Zero(t, c.Len())
	got, err := c.Get(t.Context(), "a", func(context.Context) (int, error) { return 1, nil })
	require.NoError(t, err)
	require.Equal(t, 1, got)
}

func TestTheLeastRecentlyWantedLeaves(t *testing.T) {
	c := memo.New[int, int](3)
	computed := 0
	get := func(key int) {
		_, err := c.Get(t.Context(), key, func(context.Context) (int, error) { computed++; return key, nil })
		require.NoError(t, err)
	}
	for _, key := range []int{1, 2, 3, 1, 4} {
		get(key)
	}
	require.Equal(t, 3, c.Len())
	require.Equal(t, 4, computed)
	get(1)
	require.Equal(t, 4, computed, "1 was wanted after 2")
	get(2)
	require.Equal(t, 5, computed)
}

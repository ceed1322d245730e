package neo4j_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// follow starts a follower on a store that has just read, and hands over what it is told.
func follow(t *testing.T, store *neo4j.Store, answer func(neo4j.Notice) error) (notices <-chan neo4j.Notice, failures <-chan error) {
	t.Helper()
	told, failed := make(chan neo4j.Notice, 100), make(chan error, 100)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- store.Follow(ctx, neo4j.Follower{
			Every: 10 * time.Millisecond,
			Changed: func(_ context.Context, n neo4j.Notice) error {
				defer func() { told <- n }() // when it has been read: what changes from here on is news
				return answer(n)
			},
			Failed: func(err error) { failed <- err },
		})
	}()
	t.Cleanup(func() {
		cancel()
		require.ErrorIs(t, <-ended, context.Canceled)
	})
	return told, failed
}

func next[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case value := <-from:
		return value
	case <-time.After(20 * time.Second):
		require.FailNow(t, "nothing was told within 20 s")
		panic("unreachable")
	}
}

func TestFollow_NoticesLoadsAndHandEdits(t *testing.T) {
	store, other := neo4jtest.Empty(t), neo4jtest.Connect(t)
	facts := small(t)
	neo4jtest.Load(t, other, facts)
	_, err := store.Read(t.Context())
	require.NoError(t, err)
	notices, failures := follow(t, store, func(neo4j.Notice) error {
		_, err := store.Read(context.Background())
		return err
	})

	require.True(t, neo4jtest.Load(t, other, facts).Unchanged) // is not told
	facts.Firms[0].Name = "Acme Holding"
	neo4jtest.Load(t, other, facts)
	n := next(t, notices)
	require.Equal(t, facts.Release(), n.Release.ID)
	require.False(t, n.ByHand)

	neo4jtest.Query(t, other, "MATCH (n:Firm {id: 'acme'}) SET n.name = 'Acme by hand'", nil)
	n = next(t, notices)
	require.True(t, n.ByHand)
	require.Equal(t, facts.Release(), n.Release.ID)

	neo4jtest.Query(t, other, "MATCH (r:Release) SET r.state = 'LOADING'", nil)
	require.ErrorIs(t, next(t, failures), neo4j.ErrLoading) // told as a failure, not as a release
	neo4jtest.Load(t, other, facts)
	n = next(t, notices)
	require.False(t, n.ByHand)
	for err := next(t, failures); err != nil; err = next(t, failures) { // told that it works again
		require.ErrorIs(t, err, neo4j.ErrLoading) // at most the load itself came in between
	}
}

func TestFollow_TellsAgainWhatWasNotTaken(t *testing.T) {
	store, other := neo4jtest.Empty(t), neo4jtest.Connect(t)
	facts := small(t)
	neo4jtest.Load(t, other, facts)
	_, err := store.Read(t.Context())
	require.NoError(t, err)
	refusals := 2
	notices, failures := follow(t, store, func(neo4j.Notice) error {
		if refusals > 0 {
			refusals--
			return errors.New("not now")
		}
		return nil
	})
	facts.Firms[0].Name = "Acme Holding"
	neo4jtest.Load(t, other, facts)
	for range 3 {
		require.Equal(t, facts.Release(), next(t, notices).Release.ID)
	}
	require.EqualError(t, next(t, failures), "not now")
	require.NoError(t, next(t, failures)) // the same failure is told once, and then that it works again
}

func TestFollow_KnowsAHandEditAsTheFirstThing(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, small(t))
	_, err := store.Read(t.Context())
	require.NoError(t, err)
	notices, _ := follow(t, store, func(neo4j.Notice) error { return nil })
	neo4jtest.Query(t, store, "MATCH (n:Firm {id: 'acme'}) SET n.name = 'Acme by hand'", nil)
	require.True(t, next(t, notices).ByHand)
}

func TestFollow_MissesNothingBeforeItBegan(t *testing.T) {
	store, other := neo4jtest.Empty(t), neo4jtest.Connect(t)
	facts := small(t)
	neo4jtest.Load(t, other, facts)
	_, err := store.Read(t.Context())
	require.NoError(t, err)
	facts.Firms[0].Name = "Acme Holding"
	neo4jtest.Load(t, other, facts)
	notices, _ := follow(t, store, func(neo4j.Notice) error { return nil })
	require.Equal(t, facts.Release(), next(t, notices).Release.ID)
}

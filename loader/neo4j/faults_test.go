package neo4j_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// These tests break a real server, or the network to it, at the worst moments. Each says what the user sees, and that nothing was lost.

const unreachable = "Neo4j cannot be reached at "

// connectTo gives a store that goes through a wire, or to a process, and takes over from loads that were broken off.
func connectTo(t *testing.T, uri string, timeout time.Duration) *neo4j.Store {
	t.Helper()
	return connectWith(t, func(c *neo4j.Config) {
		c.TakeOver, c.Timeout = true, timeout
		if uri != "" {
			c.URI = uri
		}
	})
}

func TestFaults_KilledDuringALoadInOneTransaction(t *testing.T) {
	process := neo4jtest.Killable(t)
	store := connectTo(t, process.Config.URI, 0)
	neo4jtest.Empty(t)
	old, facts := small(t), seedFacts(t)
	neo4jtest.Load(t, store, old)
	var once sync.Once
	_, err := store.Load(t.Context(), facts, func(p neo4j.Progress) {
		if p.Done > p.Total/2 {
			once.Do(func() { process.Kill(t) })
		}
	})
	require.ErrorIs(t, err, neo4j.ErrUnreachable)
	require.ErrorContains(t, err, unreachable+process.Config.URI+": start it, or check the address")

	process.Restart(t, "db.memory.transaction.max=8m")
	got, err := store.Read(t.Context())
	require.NoError(t, err, "the same store finds the server again")
	requireSame(t, old, got)
	require.Len(t, neo4jtest.Query(t, store, "MATCH (l:ReleaseLoader) RETURN l.who", nil), 1, "the claim outlives the server, until it is taken over or dead")

	// The server came back with too little memory for a transaction of this size: the load goes on in batches by itself.
	report := neo4jtest.Load(t, store, facts)
	require.True(t, report.InBatches)
	got, err = store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
	_, err = store.Query(t.Context(), "UNWIND range(1, 1000000) AS i CREATE (:Note {number: i})", nil)
	require.ErrorIs(t, err, neo4j.ErrMemory)
	require.ErrorContains(t, err, "Neo4j has too little memory for this transaction: give the server more heap: ")
	got, err = store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
	kept, err := store.Kept(t.Context())
	require.NoError(t, err)
	require.Len(t, kept, 2)
}

// The server dies between two batches while another store follows it: the follower is told of each state, once.
func TestFaults_KilledDuringALoadInBatchesAndWhilePolling(t *testing.T) {
	process := neo4jtest.Killable(t)
	store, reader := connectTo(t, process.Config.URI, 0), connectTo(t, process.Config.URI, 0)
	neo4jtest.Empty(t)
	old, facts := small(t), seedFacts(t)
	neo4jtest.Load(t, store, old)
	_, err := reader.Read(t.Context())
	require.NoError(t, err)
	notices, failures := follow(t, reader, func(neo4j.Notice) error { return nil })
	store.SetOneTransaction(10)
	var once sync.Once
	_, err = store.Load(t.Context(), facts, func(p neo4j.Progress) {
		if p.Done > p.Total/2 {
			once.Do(func() { process.Kill(t) })
		}
	})
	require.ErrorIs(t, err, neo4j.ErrUnreachable)
	told := next(t, failures)
	for !errors.Is(told, neo4j.ErrUnreachable) { // the mark may have been seen before the end
		require.ErrorIs(t, told, neo4j.ErrLoading)
		told = next(t, failures)
	}
	require.ErrorContains(t, told, process.Config.URI)

	process.Restart(t)
	_, err = store.Read(t.Context())
	require.ErrorIs(t, err, neo4j.ErrLoading, "half a release is refused")
	report := neo4jtest.Load(t, store, facts)
	require.Less(t, report.Writes, 9*rowCount(facts), "what was written before is not written again")
	require.Equal(t, facts.Release(), next(t, notices).Release.ID)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
}

func TestFaults_KilledWhileAReleaseIsRead(t *testing.T) {
	process := neo4jtest.Killable(t)
	line := newWire(t, process.Config.URI)
	store := connectTo(t, line.uri(), 0)
	neo4jtest.Empty(t)
	facts := seedFacts(t)
	neo4jtest.Load(t, store, facts)
	line.when(100_000, func() { process.Kill(t) })
	got, err := store.Read(t.Context())
	require.ErrorIs(t, err, neo4j.ErrUnreachable)
	require.Nil(t, got, "no part of a release is handed out")

	process.Restart(t)
	got, err = store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
}

// A network that breaks during a read or a load costs an attempt, not the result.
func TestFaults_TheNetworkBreaks(t *testing.T) {
	line := newWire(t, neo4jtest.Start(t).URI)
	store := connectTo(t, line.uri(), 0)
	neo4jtest.Empty(t)
	facts := seedFacts(t)
	neo4jtest.Load(t, store, small(t))
	line.when(2_000, line.cut)
	neo4jtest.Load(t, store, facts)
	line.when(100_000, line.cut)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
}

func TestFaults_TheNetworkStalls(t *testing.T) {
	line := newWire(t, neo4jtest.Start(t).URI)
	store := connectTo(t, line.uri(), time.Second)
	direct := neo4jtest.Empty(t)
	neo4jtest.Load(t, direct, small(t))
	for _, bytes := range []int{200, 3_000} {
		line.when(bytes, line.stall)
		_, err := store.Read(t.Context())
		require.ErrorIs(t, err, neo4j.ErrTimeout)
		require.EqualError(t, err, "Neo4j did not answer in time ("+line.uri()+"): is the server busy or the network cut? context deadline exceeded")
		line.resume()
	}
	line.when(500, line.stall)
	facts := seedFacts(t)
	_, err := store.Load(t.Context(), facts, nil)
	require.ErrorIs(t, err, neo4j.ErrTimeout)
	line.resume()
	got, err := direct.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, small(t), got)
	neo4jtest.Load(t, connectTo(t, line.uri(), 0), facts)
	got, err = direct.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
}

func TestFaults_TheNetworkTrickles(t *testing.T) {
	line := newWire(t, neo4jtest.Start(t).URI)
	neo4jtest.Empty(t)
	facts := seedFacts(t)
	neo4jtest.Load(t, neo4jtest.Connect(t), facts)
	store := connectTo(t, line.uri(), 0)
	line.trickle(4_000, time.Millisecond)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
	require.True(t, neo4jtest.Load(t, store, facts).Unchanged)
}

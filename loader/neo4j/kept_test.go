package neo4j_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
	"github.com/lodestone-graph/lodestone/loader/archive"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// version is a small release that differs from the others of its kind.
func version(t *testing.T, i int) *graph.Facts {
	facts := small(t)
	facts.Firms[0].Name = fmt.Sprintf("Acme %d", i)
	return facts
}

func TestKept_AnEarlierReleaseComesBackToTheLetter(t *testing.T) {
	store := neo4jtest.Empty(t)
	first, second := small(t), seedFacts(t)
	neo4jtest.Load(t, store, first)
	neo4jtest.Load(t, store, second)
	kept, err := store.Kept(t.Context())
	require.NoError(t, err)
	require.Len(t, kept, 2)
	require.Equal(t, second.Release(), kept[0].ID)
	require.True(t, kept[0].Current)
	require.EqualValues(t, rowCount(second), kept[0].Rows)
	require.Equal(t, first.Release(), kept[1].ID)
	require.False(t, kept[1].Current)
	require.False(t, kept[1].LoadedAt.IsZero())
	require.Positive(t, kept[1].Bytes)

	back, err := store.ReadKept(t.Context(), first.Release()[:8])
	require.NoError(t, err)
	require.Equal(t, first, back)
	neo4jtest.Load(t, store, back)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, first, got)
	kept, err = store.Kept(t.Context())
	require.NoError(t, err)
	require.Equal(t, []string{first.Release(), second.Release()}, []string{kept[0].ID, kept[1].ID})
	require.True(t, kept[0].Current)

	for _, id := range []string{"", "ffff", first.Release() + "0"} {
		_, err = store.ReadKept(t.Context(), id)
		require.ErrorIs(t, err, neo4j.ErrNotKept)
		require.ErrorContains(t, err, first.Release())
	}
}

func TestKept_TheOldestGo(t *testing.T) {
	neo4jtest.Empty(t)
	store := connectWith(t, func(c *neo4j.Config) { c.Keep = 3 })
	for i := range 5 {
		neo4jtest.Load(t, store, version(t, i))
	}
	neo4jtest.Load(t, store, version(t, 2)) // was the oldest, and is the newest now
	kept, err := store.Kept(t.Context())
	require.NoError(t, err)
	require.Len(t, kept, 3)
	for i, want := range []int{2, 4, 3} {
		require.Equal(t, version(t, want).Release(), kept[i].ID)
		got, err := store.ReadKept(t.Context(), kept[i].ID)
		require.NoError(t, err)
		require.Equal(t, version(t, want), got)
	}
	require.Equal(t, []map[string]any{{"n": int64(3)}}, neo4jtest.Query(t, store, "MATCH (p:KeptReleasePart) RETURN count(p) AS n", nil))
}

// Equal rows on other lines are the same release in other bytes: the last ones are kept.
func TestKept_OtherLinesAreKeptAnew(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, small(t))
	moved := small(t)
	moved.Firms[1].Line = 70
	require.False(t, neo4jtest.Load(t, store, moved).Unchanged)
	got, err := store.ReadKept(t.Context(), moved.Release())
	require.NoError(t, err)
	require.Equal(t, moved, got)
	require.Len(t, neo4jtest.Query(t, store, "MATCH (p:KeptReleasePart) RETURN p.number", nil), 1)
}

func TestKept_DamageIsSeen(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, small(t))
	neo4jtest.Query(t, store, "MATCH (p:KeptReleasePart) DELETE p", nil)
	_, err := store.ReadKept(t.Context(), small(t).Release())
	require.ErrorIs(t, err, archive.ErrCorrupt)
	require.ErrorContains(t, err, small(t).Release())
}

// What a load that was broken off had stored of its archive goes with the next load, and is no release before.
func TestKept_ALoadThatFailedKeepsNothing(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, small(t))
	ctx, cancel := context.WithCancel(t.Context())
	_, err := store.Load(ctx, seedFacts(t), func(p neo4j.Progress) {
		if p.Step == "writing" {
			cancel()
		}
	})
	require.ErrorIs(t, err, context.Canceled)
	requireNoClaim(t, store)
	kept, err := store.Kept(t.Context())
	require.NoError(t, err)
	require.Len(t, kept, 1)
	require.Positive(t, len(neo4jtest.Query(t, store, "MATCH (p:KeptReleasePart) WHERE NOT EXISTS { (:KeptRelease {sum: p.sum}) } RETURN p.number", nil)))
	neo4jtest.Load(t, store, version(t, 1))
	require.Empty(t, neo4jtest.Query(t, store, "MATCH (p:KeptReleasePart) WHERE NOT EXISTS { (:KeptRelease {sum: p.sum}) } RETURN p.number", nil))
}

func TestPreview_SaysWhatALoadWouldChange(t *testing.T) {
	store := neo4jtest.Empty(t)
	facts := small(t)
	changes, err := store.Preview(t.Context(), facts)
	require.NoError(t, err)
	require.Empty(t, neo4jtest.Query(t, store, "MATCH (n) RETURN n", nil), "nothing is written")
	require.Equal(t, neo4jtest.Load(t, store, facts).Changes, changes)
	changes, err = store.Preview(t.Context(), facts)
	require.NoError(t, err)
	require.Empty(t, changes)
	changes, err = store.Preview(t.Context(), version(t, 1))
	require.NoError(t, err)
	require.Equal(t, []neo4j.Change{{Table: "firms", Changed: 1}}, changes)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)

	neo4jtest.Empty(t)
	neo4jtest.Query(t, store, "CREATE (:Country {name: 'Mine'})", nil)
	_, err = store.Preview(t.Context(), facts)
	require.ErrorIs(t, err, neo4j.ErrForeign)
}

package live_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/live"
	"github.com/lodestone-graph/lodestone/loader/archive"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// startAway starts a keeper whose record cannot be reached until the channel gives one.
func startAway(t *testing.T, disk *live.Disk, back <-chan live.Record) run {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	t.Cleanup(stop)
	r := run{new(live.Holder), make(chan *graph.Snapshot, 10), make(chan error, 1), stop}
	keeper := &live.Keeper{Holder: r.holder, Log: zerolog.Nop(), Every: time.Millisecond, Disk: disk,
		Connect: func(context.Context) (live.Record, error) {
			select {
			case record := <-back:
				return record, nil
			default:
				return nil, neo4j.ErrUnreachable
			}
		},
		Swapped: func(s *graph.Snapshot) { r.swapped <- s }}
	go func() { r.done <- keeper.Run(ctx) }()
	return r
}

func TestTheKeptReleaseServesAStartWithoutTheRecord(t *testing.T) {
	disk := &live.Disk{File: filepath.Join(t.TempDir(), "last"), Origin: "bolt://here"}
	first, second := facts(t), other(t)
	require.NoError(t, disk.Save(first))

	back := make(chan live.Record, 1)
	r := startAway(t, disk, back)
	require.Equal(t, first.Release(), receive(t, r.swapped).Release())
	require.Eventually(t, func() bool { return r.holder.State().Trouble != "" }, patience, time.Millisecond)
	now := r.holder.State()
	require.Equal(t, neo4j.ErrUnreachable.Error(), now.Trouble)
	_, header, err := archive.Open(disk.File)
	require.NoError(t, err)
	require.True(t, header.Saved.Equal(now.Stale), "stale since it was kept, not since the start")

	record := newFake()
	record.reads <- func() (*graph.Facts, error) { return second, nil }
	back <- record
	require.Equal(t, second.Release(), receive(t, r.swapped).Release())
	require.Equal(t, live.State{Snapshot: r.holder.Current()}, r.holder.State(), "the record is back: nothing is stale")
	r.stop()
	require.NoError(t, receive(t, r.done))
	kept, _, err := archive.Open(disk.File)
	require.NoError(t, err)
	require.Equal(t, second.Release(), kept.Release(), "the new release is kept")
}

// What cannot be used is as good as nothing: the first release of the record is waited for.
func TestAKeptReleaseThatIsNoneIsNotUsed(t *testing.T) {
	good := &live.Disk{File: filepath.Join(t.TempDir(), "good"), Origin: "bolt://here"}
	require.NoError(t, good.Save(facts(t)))
	content, err := os.ReadFile(good.File)
	require.NoError(t, err)
	write := func(name string, content []byte) string {
		name = filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(name, content, 0o600))
		return name
	}
	bad := filepath.Join(t.TempDir(), "bad")
	require.NoError(t, (&live.Disk{File: bad, Origin: "bolt://here"}).Save(broken(t)))
	content[len(content)/2] ^= 1
	for name, disk := range map[string]*live.Disk{
		"none":           {File: filepath.Join(t.TempDir(), "none"), Origin: "bolt://here"},
		"damaged":        {File: write("damaged", content), Origin: "bolt://here"},
		"empty":          {File: write("empty", nil), Origin: "bolt://here"},
		"another record": {File: good.File, Origin: "bolt://there"},
		"broken rules":   {File: bad, Origin: "bolt://here"},
	} {
		t.Run(name, func(t *testing.T) {
			back := make(chan live.Record, 1)
			r := startAway(t, disk, back)
			require.Eventually(t, func() bool { return r.holder.State().Trouble != "" }, patience, time.Millisecond)
			require.Nil(t, r.holder.Current())
			require.Zero(t, r.holder.State().Stale, "nothing is stale where nothing is served")
			record := newFake()
			record.reads <- func() (*graph.Facts, error) { return facts(t), nil }
			back <- record
			receive(t, r.swapped)
			r.stop()
			require.NoError(t, receive(t, r.done))
		})
	}
}

func TestADiskThatTakesNothingIsTold(t *testing.T) {
	disk := &live.Disk{File: filepath.Join(t.TempDir(), "no such folder", "last")}
	back := make(chan live.Record, 1)
	record := newFake()
	first := facts(t)
	record.reads <- func() (*graph.Facts, error) { return first, nil }
	back <- record
	r := startAway(t, disk, back)
	require.Equal(t, first.Release(), receive(t, r.swapped).Release())
	require.Eventually(t, func() bool { return r.holder.State().Unkept != "" }, patience, time.Millisecond)
	require.Contains(t, r.holder.State().Unkept, disk.File)
	require.Zero(t, r.holder.State().Stale, "it is served all the same, and is not stale")
}

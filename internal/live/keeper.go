package live

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/rs/zerolog"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// Record is the part of neo4j.Store that a Keeper needs.
type Record interface {
	Read(ctx context.Context) (*graph.Facts, error)
	Follow(ctx context.Context, follower neo4j.Follower) error
	Close(ctx context.Context)
}

// Keeper keeps a Holder at the release that the record holds.
type Keeper struct {
	Holder  *Holder
	Log     zerolog.Logger
	Every   time.Duration                             // between two looks at the record
	Connect func(ctx context.Context) (Record, error) // reaches the record once
	Swapped func(*graph.Snapshot)                     // told of each release put in use; may be nil
	Disk    *Disk                                     // keeps the last good release for a start without the record; may be nil

	restored bool // Disk was asked
}

// Run connects, reads, and follows the record until ctx ends; then it returns nil. While the record is away, empty or broken it
// asks again, and meanwhile serves what Disk has kept, if anything. Only an error that waiting does not mend ends it early: a user or password that is refused before anything was read.
func (k *Keeper) Run(ctx context.Context) error {
	record, err := k.reach(ctx)
	if err != nil || record == nil {
		return err
	}
	defer record.Close(context.WithoutCancel(ctx))
	for {
		err := k.renew(ctx, record)
		if err == nil {
			break
		}
		if !k.wait(ctx, err) {
			return nil
		}
	}
	err = record.Follow(ctx, neo4j.Follower{Every: k.Every, Changed: k.changed(record), Failed: k.failed})
	if ctx.Err() != nil {
		return nil
	}
	return fmt.Errorf("follow the record: %w", err)
}

// reach connects, however long it takes. The record is nil when ctx ended first.
func (k *Keeper) reach(ctx context.Context) (Record, error) {
	for {
		record, err := k.Connect(ctx)
		switch {
		case err == nil:
			return record, nil
		case ctx.Err() != nil:
			return nil, nil
		case errors.Is(err, neo4j.ErrUnauthorised):
			return nil, err
		}
		if !k.wait(ctx, err) {
			return nil, nil
		}
	}
}

// wait says what is wrong and lets some time pass. It is false when ctx ended.
func (k *Keeper) wait(ctx context.Context, err error) bool {
	k.failed(err)
	timer := time.NewTimer(k.Every)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// renew reads the record and puts its release in use.
func (k *Keeper) renew(ctx context.Context, record Record) error {
	began := time.Now()
	facts, err := record.Read(ctx)
	if err != nil {
		return err
	}
	snapshot, err := Build(facts)
	if err != nil {
		return err
	}
	k.Holder.Swap(snapshot)
	k.Log.Info().Str("release", snapshot.Release()).Dur("duration_ms", time.Since(began)).Msg("release in use")
	k.tell(snapshot)
	k.keep(facts)
	return nil
}

func (k *Keeper) tell(snapshot *graph.Snapshot) {
	if k.Swapped != nil {
		k.Swapped(snapshot)
	}
}

// keep puts the release in use on disk. What was kept before stays when that fails.
func (k *Keeper) keep(facts *graph.Facts) {
	if k.Disk == nil {
		return
	}
	if err := k.Disk.Save(facts); err != nil {
		k.Holder.Unkept(err.Error())
		k.Log.Warn().Err(err).Msg("the release in use is not kept on disk")
	}
}

// restore puts in use what was kept on disk, once, while nothing else is.
func (k *Keeper) restore() {
	if k.Disk == nil || k.restored || k.Holder.Current() != nil {
		return
	}
	k.restored = true
	snapshot, known, err := k.Disk.restore()
	if err != nil {
		k.Log.Warn().Err(err).Msg("no kept release can be used")
		return
	}
	k.Holder.Restore(snapshot, known)
	k.Log.Warn().Str("release", snapshot.Release()).Time("known", known).Msg("stale release in use, from the disk")
	k.tell(snapshot)
}

func (k *Keeper) changed(record Record) func(context.Context, neo4j.Notice) error {
	return func(ctx context.Context, notice neo4j.Notice) error {
		k.Log.Info().Str("release", notice.Release.ID).Bool("by_hand", notice.ByHand).Msg("the record changed")
		return k.renew(ctx, record)
	}
}

// failed keeps the trouble for the status and logs it when it is new. A nil error ends it.
func (k *Keeper) failed(err error) {
	if err == nil {
		k.Holder.Trouble("", time.Now())
		return
	}
	k.restore()
	if k.Holder.State().Trouble == err.Error() {
		return
	}
	k.Holder.Trouble(err.Error(), time.Now())
	k.Log.Warn().Err(err).Msg("the record cannot be read")
}

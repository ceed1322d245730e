package neo4j

import (
	"context"
	"errors"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Notice is a change of the record as Follow sees it.
type Notice struct {
	Release Release
	ByHand  bool // no load has ended since the last Read or notice: somebody edited the graph
}

// Follower says how to follow the record.
type Follower struct {
	Every time.Duration // between two polls; a poll costs the server 0.3 ms while nothing changes
	// Changed is told that the graph differs from what was read last; it will want to Read. A notice that it answers with an error
	// is given again with the next poll. Half-loaded releases are not noticed until they are whole,
	// and edits by hand during a load when it has ended.
	Changed func(context.Context, Notice) error
	// Failed is told when polling begins to fail, again when it fails in another way, and with nil when it works again; it may be
	// nil.
	Failed func(error)
}

// Follow watches the record until ctx ends, and returns why it ended. What counts as changed is measured from the last Read of this
// store that passed, so nothing between a Read and Follow is missed. A server that is away is asked again with every poll.
func (s *Store) Follow(ctx context.Context, f Follower) error {
	w := &watch{store: s, follower: f}
	for wait(ctx, f.Every) {
		err := w.poll(ctx)
		switch {
		case errors.Is(err, errBusy) || ctx.Err() != nil:
		case err != nil:
			w.fail(err)
		default:
			w.recover()
		}
	}
	return ctx.Err()
}

// errBusy says that a load is at work and the graph still whole: its marks are not news, its end will be.
var errBusy = errors.New("a load is at work")

type watch struct {
	store    *Store
	follower Follower
	settled  string // bookmark up to which everything has been dealt with
	load     int64  // of the last notice
	failure  string // the last one told
}

func (w *watch) poll(ctx context.Context) error {
	session := w.store.session(ctx, driver.AccessModeRead)
	defer closeSession(ctx, session)
	bookmark, err := w.store.bookmark(ctx, session)
	if err != nil {
		return err
	}
	read := w.store.lastRead()
	if bookmark == w.settled || bookmark == read.bookmark {
		return nil
	}
	var release Release
	err = w.store.inTransaction(ctx, session, func(t *transaction) error {
		release, err = t.readable(ctx)
		return err
	})
	if err != nil {
		return err
	}
	if release.busy {
		return errBusy
	}
	byHand := release.Load == w.load || release.Load == read.load
	if err := w.follower.Changed(ctx, Notice{Release: release, ByHand: byHand}); err != nil {
		return err
	}
	w.settled, w.load = bookmark, release.Load
	return nil
}

func (w *watch) recover() {
	if w.failure != "" && w.follower.Failed != nil {
		w.follower.Failed(nil)
	}
	w.failure = ""
}

func (w *watch) fail(err error) {
	if w.follower.Failed != nil && err.Error() != w.failure {
		w.follower.Failed(err)
	}
	w.failure = err.Error()
}

// mark is what there was at a complete Read.
type mark struct {
	bookmark string
	load     int64
}

func (s *Store) lastRead() mark {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.read
}

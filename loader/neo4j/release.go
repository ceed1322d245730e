package neo4j

import (
	"context"
	"fmt"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// modelVersion is raised when the same facts would become another graph.
const modelVersion = 1

// The states of a release.
const (
	stateReady   = "READY"
	stateLoading = "LOADING"
)

// Release is the node that says which release the graph holds. A load of any size changes it last, so what it says is whole.
type Release struct {
	ID       string // graph.Facts.Release of the files that were loaded
	Load     int64  // counts the loads that changed the graph
	LoadedAt time.Time
	Rows     int64 // facts, over all tables
	ready    bool
	model    int64
	busy     bool   // a load is at work
	loader   string // which
}

// Release tells which release the record holds. The error is ErrEmpty, ErrForeign or ErrLoading when there is none to read.
func (s *Store) Release(ctx context.Context) (Release, error) {
	session := s.session(ctx, driver.AccessModeRead)
	defer closeSession(ctx, session)
	var release Release
	err := s.inTransaction(ctx, session, func(t *transaction) error {
		found, err := t.readable(ctx)
		release = found
		return err
	})
	return release, err
}

const releaseQuery = `OPTIONAL MATCH (r:Release {name: 'current'})
OPTIONAL MATCH (l:ReleaseLoader {name: 'current'})
RETURN r.id, r.load, r.loaded_at, r.rows, r.state, r.model, EXISTS { MATCH () },
  coalesce(l.seen > datetime.realtime() - duration({seconds: $dead}), false), l.who + ' since ' + toString(l.since)`

// release reads the release node. found is false when there is none; empty tells whether there is anything else.
func (t *transaction) release(ctx context.Context) (release Release, found, empty bool, err error) {
	values, err := t.one(ctx, releaseQuery, map[string]any{"dead": int64(deadAfter.Seconds())})
	if err != nil {
		return Release{}, false, false, err
	}
	release.ID, _ = values[0].(string)
	release.Load, _ = values[1].(int64)
	release.LoadedAt, _ = values[2].(time.Time)
	release.Rows, _ = values[3].(int64)
	state, found := values[4].(string)
	release.ready = state == stateReady
	release.model, _ = values[5].(int64)
	something, _ := values[6].(bool)
	release.busy, _ = values[7].(bool)
	release.loader, _ = values[8].(string)
	return release, found, !something, nil
}

// readable is the release, if there is a whole one.
func (t *transaction) readable(ctx context.Context) (Release, error) {
	release, found, empty, err := t.release(ctx)
	uri := t.store.config.URI
	switch {
	case err != nil:
		return Release{}, err
	case !found && empty:
		return Release{}, fmt.Errorf("%w (%s): write one with: lodestone load --neo4j-uri %[2]s", ErrEmpty, uri)
	case !found:
		return Release{}, fmt.Errorf("%w (%s): it has nodes but no release; point --neo4j-uri at the database that `lodestone load` wrote", ErrForeign, uri)
	case !release.ready && release.busy:
		return Release{}, fmt.Errorf("%w (%s): wait for the load of %s to end", ErrLoading, uri, release.loader)
	case !release.ready:
		return Release{}, fmt.Errorf("%w (%s): the load was broken off; run `lodestone load` again", ErrLoading, uri)
	case release.model != modelVersion:
		return Release{}, fmt.Errorf("%w (%s): it was written in model version %d, this program reads %d; run `lodestone load` again",
			ErrForeign, uri, release.model, modelVersion)
	}
	return release, nil
}

package neo4j

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/lodestone-graph/lodestone/graph"
)

// batchSizes are how much goes into one statement or transaction.
type batchSizes struct {
	// oneTransaction is the heaviest plan that is written in one transaction. 100,000 changed relationships pass with 512 MiB of
	// heap, 20,000 new nodes are safe, 100,000 are refused.
	oneTransaction int
	// rowsPerBatch is the length of a statement's parameter list, and of a transaction when one does not suffice. Larger is slower.
	rowsPerBatch int
	// nodesPerRange and relationsPerRange are how many rows a record of a read carries, about.
	nodesPerRange, relationsPerRange int64
}

var measuredSizes = batchSizes{oneTransaction: 100_000, rowsPerBatch: 2_000, nodesPerRange: 20_000, relationsPerRange: 50_000}

// Progress tells how far a load is.
type Progress struct {
	Step        string // "comparing" or "writing"
	Done, Total int    // changed rows; while comparing both are 0
}

// LoadReport tells what a load did.
type LoadReport struct {
	Release   string   // id of the release that the record now holds
	Unchanged bool     // the record held it already, to the letter; nothing was written
	InBatches bool     // written in several transactions, under the mark that readers refuse
	Changes   []Change // tables that changed, in the order of the dictionary; Table is empty for relationships drawn from columns
	Writes    int      // nodes, relationships, labels and properties written, as the server counts them
}

// Load makes the record hold exactly the facts: what is there is read, and only the difference is written. A second load of the
// same facts writes nothing; rows that left the files leave the graph, and so do edits made by hand. The release node changes with
// the last write, so a reader gets the old release or the new one. Up to 100,000 changed relationships (a node counts as five) go
// in one transaction; more go in many, and readers refuse the graph meanwhile; when such a load is broken off, the next completes
// it. The release is kept beside the graph with the last ones before it (see Kept). The facts must have been checked: the error is
// ErrFacts when ids are not unique or references lead nowhere, ErrForeign when the database holds another graph, ErrBusy when another
// load is at work. progress may be nil. It wrote some 17,000 rows a second in a release of a million, on two cores shared with the server.
func (s *Store) Load(ctx context.Context, facts *graph.Facts, progress func(Progress)) (LoadReport, error) {
	w, err := newWanted(facts)
	if err != nil {
		return LoadReport{}, err
	}
	kept, err := newArchived(facts)
	if err != nil {
		return LoadReport{}, err
	}
	if progress == nil {
		progress = func(Progress) {}
	}
	l := &load{store: s, wanted: w, archived: kept, release: facts.Release(), progress: progress, token: rand.Text()}
	session := s.session(ctx, driver.AccessModeWrite)
	defer closeSession(ctx, session)
	err = s.again(ctx, func() error { return l.begin(ctx, session) })
	if err != nil || l.report.Unchanged {
		return l.report, err
	}
	defer l.keepAlive(ctx)()
	err = s.again(ctx, func() error {
		if err := l.storeParts(ctx, session); err != nil {
			return err
		}
		return l.run(ctx, session)
	})
	if err != nil || l.report.Unchanged {
		l.giveUp(ctx)
	}
	return l.report, err
}

// Preview tells what Load would change, and writes nothing. Edits by hand since the last load are among it.
func (s *Store) Preview(ctx context.Context, facts *graph.Facts) ([]Change, error) {
	w, err := newWanted(facts)
	if err != nil {
		return nil, err
	}
	l := &load{store: s, wanted: w, release: facts.Release()}
	session := s.session(ctx, driver.AccessModeRead)
	defer closeSession(ctx, session)
	var p *plan
	err = s.again(ctx, func() error {
		return s.inTransaction(ctx, session, func(t *transaction) error {
			if _, err := l.mayWrite(ctx, t); err != nil {
				return err
			}
			p, err = t.compare(ctx, w)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return p.list(), nil
}

// load is one call of Load.
type load struct {
	store    *Store
	wanted   *wanted
	archived archived
	release  string
	progress func(Progress)
	token    string // tells this load from others
	report   LoadReport
}

var (
	errUnchanged = errors.New("nothing to write")
	errTooHeavy  = errors.New("too much for one transaction")
)

// begin looks whether there is anything to do, and claims the database if so.
func (l *load) begin(ctx context.Context, session driver.SessionWithContext) error {
	l.report = LoadReport{Release: l.release}
	l.progress(Progress{Step: "comparing"})
	err := l.store.inTransaction(ctx, session, func(t *transaction) error {
		seen, err := l.mayWrite(ctx, t)
		if err != nil || !l.is(seen) {
			return err
		}
		kept, err := t.isKept(ctx, l.release, l.archived)
		if err != nil || !kept {
			return err
		}
		p, err := t.compare(ctx, l.wanted)
		l.report.Unchanged = err == nil && p.empty() && !p.strays
		return err
	})
	if err != nil || l.report.Unchanged {
		return err
	}
	if err := l.store.ensureSchema(ctx, session); err != nil {
		return err
	}
	return l.claim(ctx, session)
}

// is tells whether the database says that it holds this release.
func (l *load) is(seen Release) bool {
	return seen.ready && seen.ID == l.release && seen.model == modelVersion
}

// mayWrite refuses a database that holds something else: labels such as Country may well be somebody's own.
func (l *load) mayWrite(ctx context.Context, t *transaction) (Release, error) {
	seen, found, empty, err := t.release(ctx)
	if err == nil && !found && !empty {
		err = fmt.Errorf("%w (%s): Lodestone writes only into an empty database or over its own release", ErrForeign, l.store.config.URI)
	}
	return seen, err
}

// run compares and writes in one transaction, or finds that one does not suffice.
func (l *load) run(ctx context.Context, session driver.SessionWithContext) error {
	l.report = LoadReport{Release: l.release}
	var p *plan
	err := l.store.inTransaction(ctx, session, func(t *transaction) error {
		seen, err := l.lock(ctx, t)
		if err != nil {
			return err
		}
		if p, err = l.plan(ctx, t); err != nil {
			return err
		}
		kept, err := t.isKept(ctx, l.release, l.archived)
		if err != nil {
			return err
		}
		if p.empty() && l.report.Writes == 0 && l.is(seen) && kept {
			return errUnchanged
		}
		if p.weight() > l.store.sizes.oneTransaction {
			return errTooHeavy
		}
		return l.write(ctx, t, p)
	})
	switch {
	case errors.Is(err, errUnchanged):
		l.report.Unchanged = true
		return nil
	case errors.Is(err, errTooHeavy) || errors.Is(err, ErrMemory):
		l.report = LoadReport{Release: l.release, InBatches: true}
		err = l.runInBatches(ctx, session, p)
	}
	if err == nil {
		l.report.Changes = p.list()
	}
	return err
}

// lock makes a load that takes over wait until this transaction ends, and returns the release found.
func (l *load) lock(ctx context.Context, t *transaction) (Release, error) {
	_, _, err := t.run(ctx, "MATCH (r:Release {name: 'current'}) SET r.state = r.state", nil)
	if err != nil {
		return Release{}, err
	}
	release, _, _, err := t.release(ctx)
	return release, err
}

// plan compares; what no id leads to is deleted first.
func (l *load) plan(ctx context.Context, t *transaction) (*plan, error) {
	p, err := t.compare(ctx, l.wanted)
	if err != nil || !p.strays {
		return p, err
	}
	if err := l.deleteStrays(ctx, t); err != nil {
		return nil, err
	}
	if p, err = t.compare(ctx, l.wanted); err == nil && p.strays {
		err = fmt.Errorf("%w (%s), and cannot be put right row by row: empty the database and load again", ErrBroken, l.store.config.URI)
	}
	return p, err
}

// write carries the plan out in this transaction, the release node last.
func (l *load) write(ctx context.Context, t *transaction, p *plan) error {
	done, total := 0, p.nodes+p.relations
	for _, b := range p.batches(l.wanted, l.store.sizes.rowsPerBatch) {
		if err := l.writeBatch(ctx, t, b); err != nil {
			return err
		}
		done += b.count
		l.progress(Progress{Step: "writing", Done: done, Total: total})
	}
	return l.finish(ctx, t)
}

// runInBatches carries the plan out in many transactions between two marks.
func (l *load) runInBatches(ctx context.Context, session driver.SessionWithContext, p *plan) error {
	err := l.inTurn(ctx, session, func(t *transaction) error {
		if err := l.deleteStrays(ctx, t); err != nil {
			return err
		}
		_, _, err := t.run(ctx, "MATCH (r:Release {name: 'current'}) SET r.state = 'LOADING'", nil)
		return err
	})
	if err != nil {
		return err
	}
	done, total := 0, p.nodes+p.relations
	for _, b := range p.batches(l.wanted, l.store.sizes.rowsPerBatch) {
		if err := l.inTurn(ctx, session, func(t *transaction) error { return l.writeBatch(ctx, t, b) }); err != nil {
			return err
		}
		done += b.count
		l.progress(Progress{Step: "writing", Done: done, Total: total})
	}
	return l.inTurn(ctx, session, func(t *transaction) error { return l.finish(ctx, t) })
}

// inTurn runs one transaction of a load in batches, unless another load has taken over.
func (l *load) inTurn(ctx context.Context, session driver.SessionWithContext, work func(*transaction) error) error {
	return l.store.inTransaction(ctx, session, func(t *transaction) error {
		if err := l.held(ctx, t, renewed); err != nil {
			return err
		}
		return work(t)
	})
}

// finish points the release node at the new release, clears the mark, and gives the claim back.
func (l *load) finish(ctx context.Context, t *transaction) error {
	nodes, relations, rows := l.wanted.counts()
	err := l.count(ctx, t, 1, `MATCH (r:Release {name: 'current'})
SET r = {name: 'current', id: $id, state: 'READY', load: r.load + 1, loaded_at: datetime(), model: $model,
  rows: $rows, nodes: $nodes, relationships: $relationships}
RETURN count(*)`,
		map[string]any{"id": l.release, "model": modelVersion, "rows": rows, "nodes": nodes, "relationships": relations})
	if err != nil {
		return err
	}
	if err := l.nameKept(ctx, t, rows); err != nil {
		return err
	}
	return l.held(ctx, t, released)
}

func (p *plan) list() []Change {
	var changes []Change
	for _, t := range graph.Tables() {
		if c := p.changes[t.Name]; c != nil {
			changes = append(changes, *c)
		}
	}
	if c := p.changes[""]; c != nil {
		changes = append(changes, *c)
	}
	return changes
}

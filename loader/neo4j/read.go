package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/lodestone-graph/lodestone/graph"
)

const (
	readAttempts = 6
	firstPause   = 50 * time.Millisecond // doubles from attempt to attempt
)

// Read gives back the facts of the release as they were loaded, row for row in the order of their lines, letter for letter, with
// whatever was edited by hand since. What it returns was true at one moment: a read during which anything was committed is thrown
// away and tried again, six times over 1.5 seconds, then the error is ErrChanging. Other errors: ErrEmpty, ErrForeign, ErrLoading;
// ErrBroken, which names what is no row. It reads some 100,000 rows a second.
func (s *Store) Read(ctx context.Context) (*graph.Facts, error) {
	var facts *graph.Facts
	err := s.again(ctx, readAttempts, func() error {
		read, at, err := s.readOnce(ctx)
		if err != nil {
			return err
		}
		facts = read
		s.mu.Lock()
		s.read = at
		s.mu.Unlock()
		return nil
	})
	return facts, err
}

// again runs work until it passes, fails for good, or has failed the given number of times.
func (s *Store) again(ctx context.Context, attempts int, work func() error) error {
	pause := firstPause
	for attempt := 1; ; attempt++ {
		err := work()
		if err == nil || attempt == attempts || !(retryable(err) || errors.Is(err, ErrChanging)) {
			return err
		}
		if !wait(ctx, pause) {
			return ctx.Err()
		}
		pause *= 2
	}
}

// wait lets the time pass; false when ctx ended first.
func wait(ctx context.Context, pause time.Duration) bool {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// readOnce follows the one protocol that was measured to catch every torn read. A read transaction of Neo4j is no snapshot: it
// sees commits that happen meanwhile. The bookmark of an empty read names the newest commit; asked before and after in the same
// session it tells whether there was one, and because a session waits for its own bookmark, the commit it names is fully applied
// before the read begins. In two sessions it is not.
func (s *Store) readOnce(ctx context.Context) (*graph.Facts, mark, error) {
	session := s.session(ctx, driver.AccessModeRead)
	defer closeSession(ctx, session)
	before, err := s.bookmark(ctx, session)
	if err != nil {
		return nil, mark{}, err
	}
	var facts *graph.Facts
	var release Release
	broken := s.inTransaction(ctx, session, func(t *transaction) error {
		if release, err = t.readable(ctx); err != nil {
			return err
		}
		facts, err = t.facts(ctx)
		return err
	})
	if broken != nil && !errors.Is(broken, ErrBroken) {
		return nil, mark{}, broken
	}
	after, err := s.bookmark(ctx, session)
	if err != nil {
		return nil, mark{}, err
	}
	if before != after {
		return nil, mark{}, fmt.Errorf("%w (%s)", ErrChanging, s.config.URI)
	}
	return facts, mark{after, release.Load}, broken
}

// bookmark names the newest commit of the database, whoever made it. It costs 0.3 ms.
func (s *Store) bookmark(ctx context.Context, session driver.SessionWithContext) (string, error) {
	if _, err := s.run(ctx, session, "RETURN 1", nil); err != nil {
		return "", err
	}
	return strings.Join(session.LastBookmarks(), " "), nil
}

// facts reads all tables in the transaction.
func (t *transaction) facts(ctx context.Context) (*graph.Facts, error) {
	m := theModel()
	z, err := t.sizes(ctx, m)
	if err != nil {
		return nil, err
	}
	facts := &graph.Facts{}
	var broken brokenRows
	seen := map[string]int64{}
	for _, n := range m.nodes {
		rows := &tableRows{table: n.table}
		if err := t.scanNodes(ctx, n, z, rows.add); err != nil {
			return nil, err
		}
		seen[n.base] += int64(len(rows.rows))
		rows.appendTo(facts, &broken)
	}
	for _, base := range m.bases {
		broken.count(z[base], seen[base], "nodes with the label "+base)
	}
	for _, r := range m.verbs {
		if r.table == nil {
			continue // drawn from the properties of nodes
		}
		rows := &tableRows{table: r.table}
		if err := t.scanRelations(ctx, r, z, rows.add); err != nil {
			return nil, err
		}
		broken.count(z[r.name], int64(len(rows.rows)), "relationships of type "+r.name)
		rows.appendTo(facts, &broken)
	}
	if err := broken.err(); err != nil {
		return nil, err
	}
	return facts, nil
}

// tableRows gathers the rows of one table, which come in no order.
type tableRows struct {
	table *graph.Table
	rows  []storedRow
}

func (r *tableRows) add(row storedRow) { r.rows = append(r.rows, row) }

func (r *tableRows) appendTo(facts *graph.Facts, broken *brokenRows) {
	slices.SortFunc(r.rows, func(a, b storedRow) int {
		if a.line != b.line {
			return int(a.line - b.line)
		}
		return strings.Compare(a.id, b.id)
	})
	for _, row := range r.rows {
		if row.problem != "" {
			broken.add("%s: row %q: %s", r.table.Name, row.id, row.problem)
			continue
		}
		for i, cell := range row.cells {
			if cell == "" && r.table.Columns[i].Required {
				broken.add("%s: row %q: %s is missing", r.table.Name, row.id, r.table.Columns[i].Name)
			}
		}
		if err := r.table.Append(facts, int32(row.line), row.cells); err != nil {
			broken.add("%s: row %q: %v", r.table.Name, row.id, err)
		}
	}
}

// brokenRows gathers why a graph is no release.
type brokenRows []string

func (b *brokenRows) add(format string, args ...any) { *b = append(*b, fmt.Sprintf(format, args...)) }

func (b *brokenRows) count(there, read int64, what string) {
	if there != read {
		b.add("%d of %d %s were not written by a load: they lack id, line or seq, or join other things", there-read, there, what)
	}
}

func (b brokenRows) err() error {
	if len(b) == 0 {
		return nil
	}
	return fmt.Errorf("%w: load the files again to put it right. %d faults:\n%s", ErrBroken, len(b), strings.Join(b[:min(len(b), 20)], "\n"))
}

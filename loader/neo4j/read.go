package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/lodestone-graph/lodestone/graph"
)

const (
	mostAttempts = 6
	firstPause   = 50 * time.Millisecond // doubles from attempt to attempt
)

// Read gives back the facts of the release as they were loaded, row for row in the order of their lines, letter for letter, with
// whatever was edited by hand since. What it returns was true at one moment: a read during which anything was committed is thrown
// away and tried again, six times over 1.5 seconds, then the error is ErrChanging. Other errors: ErrEmpty, ErrForeign, ErrLoading;
// ErrBroken, which names what is no row. It reads in two sessions; a release of a
// million rows took four to five seconds on two cores shared with the server.
func (s *Store) Read(ctx context.Context) (*graph.Facts, error) {
	var facts *graph.Facts
	err := s.again(ctx, func() error {
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

// again runs work until it passes, fails for good, or has failed six times.
func (s *Store) again(ctx context.Context, work func() error) error {
	pause := firstPause
	for attempt := 1; ; attempt++ {
		err := work()
		if err == nil || attempt == mostAttempts || !(retryable(err) || errors.Is(err, ErrChanging)) {
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
// before the read begins. In two sessions it is not, unless the second is given the bookmark of the first, as here, where both read and both are asked.
func (s *Store) readOnce(ctx context.Context) (*graph.Facts, mark, error) {
	session := s.session(ctx, driver.AccessModeRead)
	defer closeSession(ctx, session)
	before, err := s.bookmark(ctx, session)
	if err != nil {
		return nil, mark{}, err
	}
	second := s.session(ctx, driver.AccessModeRead, session.LastBookmarks()...)
	defer closeSession(ctx, second)
	var facts *graph.Facts
	var release Release
	broken := s.inTransaction(ctx, session, func(t *transaction) error {
		if release, err = t.readable(ctx); err != nil {
			return err
		}
		return s.inTransaction(ctx, second, func(u *transaction) error {
			facts, err = lanes{t, u}.facts(ctx)
			return err
		})
	})
	if broken != nil && !errors.Is(broken, ErrBroken) {
		return nil, mark{}, broken
	}
	after, err := s.bookmark(ctx, session)
	if err != nil {
		return nil, mark{}, err
	}
	beside, err := s.bookmark(ctx, second) // which in a cluster may have read from another member, further ahead
	if err != nil {
		return nil, mark{}, err
	}
	if before != after || before != beside {
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

// lanes are transactions that read side by side. The first stands for all.
type lanes []*transaction

// facts reads all tables.
func (l lanes) facts(ctx context.Context) (*graph.Facts, error) {
	m := theModel()
	z, err := l[0].sizes(ctx, m)
	if err != nil {
		return nil, err
	}
	facts := &graph.Facts{}
	var broken brokenRows
	ends, err := l.nodes(ctx, m, z, facts, &broken)
	if err != nil {
		return nil, err
	}
	for _, r := range m.verbs {
		if r.table == nil {
			continue // drawn from the properties of nodes
		}
		queries, err := l[0].relationQueries(ctx, r, z)
		if err != nil {
			return nil, err
		}
		parts := newParts(r.table, len(queries))
		read := make([]int64, len(queries))
		err = l.ask(ctx, queries, func(i int, found []foundRow) {
			read[i] = int64(len(found))
			parts[i].add(found, func(into *storedRow, found *foundRow) { r.row(into, found, ends) })
		})
		if err != nil {
			return nil, err
		}
		merge(facts, parts, &broken)
		total := int64(0)
		for _, n := range read {
			total += n
		}
		broken.count(z[r.name], total, "relationships of type "+r.name)
	}
	if err := broken.err(); err != nil {
		return nil, err
	}
	return facts, nil
}

// nodes reads the tables of nodes, and tells by what numbers the server calls them.
func (l lanes) nodes(ctx context.Context, m *model, z sizes, facts *graph.Facts, broken *brokenRows) (map[int64]end, error) {
	ends := map[int64]end{}
	seen := map[string]int64{}
	for _, n := range m.nodes {
		queries, err := l[0].nodeQueries(ctx, n, z)
		if err != nil {
			return nil, err
		}
		parts := newParts(n.table, len(queries))
		all := make([][]foundRow, len(queries))
		err = l.ask(ctx, queries, func(i int, found []foundRow) {
			all[i] = found
			parts[i].add(found, n.row)
		})
		if err != nil {
			return nil, err
		}
		merge(facts, parts, broken)
		var row storedRow
		for _, found := range all {
			seen[n.base] += int64(len(found))
			for i := range found {
				n.layout.common(&row, &found[i])
				n.remember(ends, &row, &found[i])
			}
		}
	}
	for _, base := range m.bases {
		broken.count(z[base], seen[base], "nodes with the label "+base)
	}
	return ends, nil
}

func newParts(t *graph.Table, n int) []*tableRows {
	parts := make([]*tableRows, n)
	for i := range parts {
		parts[i] = &tableRows{table: t}
	}
	return parts
}

// ask asks queries on all lanes and hands the rows of each to take, which runs on several goroutines. After an error nothing more is
// asked.
func (l lanes) ask(ctx context.Context, queries []query, take func(i int, found []foundRow)) error {
	errs := make([]error, len(l))
	var next atomic.Int64
	var all sync.WaitGroup
	for lane, t := range l {
		all.Go(func() {
			var texts graph.Texts
			for i := next.Add(1) - 1; i < int64(len(queries)); i = next.Add(1) - 1 {
				found, err := t.ask(ctx, queries[i], &texts)
				if err != nil {
					errs[lane] = err
					next.Add(int64(len(queries)))
					return
				}
				take(int(i), found)
			}
		})
	}
	all.Wait()
	return firstError(errs...)
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

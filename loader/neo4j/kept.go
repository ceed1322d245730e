package neo4j

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/archive"
)

// Beside the graph of the current release, the last releases that were current are kept as archives, cut into parts: small, whole to the
// letter, and out of the way of queries.
const (
	defaultKeep = 10
	partBytes   = 1 << 20
)

// KeptRelease is a release that can be made current again.
type KeptRelease struct {
	ID       string
	Load     int64 // counts the loads that changed the graph; the one that made this release current last
	LoadedAt time.Time
	Rows     int64
	Bytes    int64 // what it takes in the database
	Current  bool
}

// archived is a release as it is kept.
type archived struct {
	bytes []byte
	sum   string // names the bytes: equal rows on other lines are other bytes
}

func newArchived(facts *graph.Facts) (archived, error) {
	packed, err := archive.Encode(facts, archive.Header{}) // neither time nor place: equal facts, equal bytes
	sum := sha256.Sum256(packed)
	return archived{packed, hex.EncodeToString(sum[:])}, err
}

// Kept lists the releases that are kept, the one that was loaded last first. The error is ErrForeign when the database holds another
// graph.
func (s *Store) Kept(ctx context.Context) ([]KeptRelease, error) {
	session := s.session(ctx, driver.AccessModeRead)
	defer closeSession(ctx, session)
	var kept []KeptRelease
	err := s.inTransaction(ctx, session, func(t *transaction) error {
		current, found, empty, err := t.release(ctx)
		if err != nil {
			return err
		}
		if !found && !empty {
			return fmt.Errorf("%w (%s)", ErrForeign, s.config.URI)
		}
		records, _, err := t.run(ctx, "MATCH (k:KeptRelease) RETURN k.id, k.load, k.loaded_at, k.rows, k.bytes ORDER BY k.load DESC", nil)
		if err != nil {
			return err
		}
		kept = make([]KeptRelease, len(records))
		for i, r := range records {
			k := &kept[i]
			k.ID, _ = r.Values[0].(string)
			k.Load, _ = r.Values[1].(int64)
			k.LoadedAt, _ = r.Values[2].(time.Time)
			k.Rows, _ = r.Values[3].(int64)
			k.Bytes, _ = r.Values[4].(int64)
			k.Current = current.ready && k.ID == current.ID
		}
		return nil
	})
	return kept, err
}

// ReadKept gives back a kept release, to the letter. Enough of the id to tell it from others suffices. The error is ErrNotKept, which lists
// what is kept, or that of archive.Decode when its parts were damaged.
func (s *Store) ReadKept(ctx context.Context, id string) (*graph.Facts, error) {
	kept, err := s.Kept(ctx)
	if err != nil {
		return nil, err
	}
	var ids, matching []string
	for _, k := range kept {
		ids = append(ids, k.ID)
		if id != "" && strings.HasPrefix(k.ID, id) {
			matching = append(matching, k.ID)
		}
	}
	if len(matching) != 1 {
		return nil, fmt.Errorf("%w: %q names %d of the kept releases (%s)", ErrNotKept, id, len(matching), strings.Join(ids, ", "))
	}
	session := s.session(ctx, driver.AccessModeRead)
	defer closeSession(ctx, session)
	var packed bytes.Buffer
	err = s.inTransaction(ctx, session, func(t *transaction) error {
		records, _, err := t.run(ctx, `MATCH (k:KeptRelease {id: $id}) MATCH (p:KeptReleasePart {sum: k.sum})
RETURN p.data ORDER BY p.number`, map[string]any{"id": matching[0]})
		for _, r := range records {
			data, _ := r.Values[0].([]byte)
			packed.Write(data)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	facts, _, err := archive.Decode(packed.Bytes())
	if err != nil {
		return nil, fmt.Errorf("kept release %s in %s: %w", matching[0], s.config.URI, err)
	}
	return facts, nil
}

// isKept tells whether this release, in these bytes, is kept.
func (t *transaction) isKept(ctx context.Context, id string, a archived) (bool, error) {
	values, err := t.one(ctx, "RETURN EXISTS { MATCH (:KeptRelease {id: $id, sum: $sum}) }", map[string]any{"id": id, "sum": a.sum})
	if err != nil {
		return false, err
	}
	kept, _ := values[0].(bool)
	return kept, nil
}

// storeParts writes the archive of the release that is being loaded, part by part. It counts only once finish has named it; parts
// that nothing names go with the next load.
func (l *load) storeParts(ctx context.Context, session driver.SessionWithContext) error {
	number := 0
	for part := range slices.Chunk(l.archived.bytes, partBytes) {
		err := l.inTurn(ctx, session, func(t *transaction) error {
			if kept, err := t.isKept(ctx, l.release, l.archived); kept || err != nil {
				return err
			}
			_, _, err := t.run(ctx, "MERGE (p:KeptReleasePart {sum: $sum, number: $number}) SET p.data = $data",
				map[string]any{"sum": l.archived.sum, "number": number, "data": part})
			return err
		})
		if err != nil {
			return err
		}
		number++
	}
	return nil
}

// nameKept names the archive as a kept release, in the transaction that makes the release current, and forgets the oldest.
func (l *load) nameKept(ctx context.Context, t *transaction, rows int) error {
	for _, statement := range []string{
		`MATCH (r:Release {name: 'current'}) MERGE (k:KeptRelease {id: $id})
SET k.sum = $sum, k.load = r.load, k.loaded_at = r.loaded_at, k.rows = $rows, k.bytes = $bytes`,
		"MATCH (k:KeptRelease) WITH k ORDER BY k.load DESC SKIP $keep DELETE k",
		"MATCH (p:KeptReleasePart) WHERE NOT EXISTS { MATCH (:KeptRelease {sum: p.sum}) } DELETE p",
	} {
		_, _, err := t.run(ctx, statement, map[string]any{"id": l.release, "sum": l.archived.sum, "rows": rows,
			"bytes": len(l.archived.bytes), "keep": l.store.config.Keep})
		if err != nil {
			return err
		}
	}
	return nil
}

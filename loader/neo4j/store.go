// Package neo4j keeps releases in Neo4j, the record of Lodestone: Load writes facts as a graph that reads naturally in Neo4j
// Browser, Read gives the same facts back, letter for letter, and Follow notices when the graph changes. It is the only package
// that knows the driver. docs/neo4j.md describes the graph.
package neo4j

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

const (
	connectTimeout = 5 * time.Second
	defaultTimeout = 60 * time.Second
	userAgent      = "lodestone"
)

// Config says where the record is and how to sign in.
type Config struct {
	URI      string        // bolt://host:7687, neo4j://host:7687, or with +s for TLS
	User     string        // empty: no authentication
	Password string        //
	Database string        // empty: the default database of the user
	Timeout  time.Duration // longest wait for one statement or one commit; 0 means a minute
	Keep     int           // how many releases, the current one among them, a load keeps; 0 means ten
	TakeOver bool          // a load goes on although another one seems to be at work
}

// Store is a connection to the record. It is safe for concurrent use.
type Store struct {
	driver driver.DriverWithContext
	config Config
	sizes  batchSizes

	mu   sync.Mutex
	read mark // the last complete Read; zero before the first
}

// Connect reaches the server and signs in. It takes at most 5 seconds; the error is ErrUnreachable or ErrUnauthorised with advice.
// Close the store when done.
func Connect(ctx context.Context, settings Config) (*Store, error) {
	if settings.Timeout == 0 {
		settings.Timeout = defaultTimeout
	}
	if settings.Keep == 0 {
		settings.Keep = defaultKeep
	}
	if err := checkURI(settings.URI); err != nil {
		return nil, err
	}
	token := driver.NoAuth()
	if settings.User != "" {
		token = driver.BasicAuth(settings.User, settings.Password, "")
	}
	d, err := driver.NewDriverWithContext(settings.URI, token, func(c *config.Config) {
		c.UserAgent = userAgent
		c.SocketConnectTimeout = connectTimeout
		c.ConnectionAcquisitionTimeout = connectTimeout
		c.MaxTransactionRetryTime = connectTimeout
		c.TelemetryDisabled = true
		c.NotificationsMinSeverity = notifications.DisabledLevel // nobody reads them, and the server gathers them for each statement
	})
	if err != nil {
		return nil, fmt.Errorf("the Neo4j address %q cannot be used: %w", settings.URI, err)
	}
	s := &Store{driver: d, config: settings, sizes: measuredSizes}
	limited, cancel := context.WithTimeout(ctx, min(connectTimeout, settings.Timeout))
	defer cancel()
	if err := s.driver.VerifyConnectivity(limited); err != nil {
		s.Close(ctx)
		return nil, s.explain(limited, err)
	}
	return s, nil
}

func checkURI(uri string) error {
	schemes := []string{"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}
	parsed, err := url.Parse(uri)
	if err != nil || parsed.Host == "" || !slices.Contains(schemes, parsed.Scheme) {
		return fmt.Errorf("the Neo4j address %q must look like bolt://localhost:7687 (schemes: %s)", uri, strings.Join(schemes, ", "))
	}
	return nil
}

// Close ends the connections.
func (s *Store) Close(ctx context.Context) {
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectTimeout)
	defer cancel()
	_ = s.driver.Close(limited) // what cannot be closed cleanly is closed all the same
}

// Query runs one statement with its parameters and returns the records, for comparisons with the engine and for an operator's
// questions. Nodes and relationships should be returned by their properties: values of the driver's own types stay opaque.
func (s *Store) Query(ctx context.Context, cypher string, params map[string]any) ([]map[string]any, error) {
	session := s.session(ctx, driver.AccessModeWrite)
	defer closeSession(ctx, session)
	records, err := s.run(ctx, session, cypher, params)
	if err != nil {
		return nil, err
	}
	rows := make([]map[string]any, len(records))
	for i, r := range records {
		rows[i] = r.AsMap()
	}
	return rows, nil
}

// session opens a session that sees at least what the bookmarks name.
func (s *Store) session(ctx context.Context, mode driver.AccessMode, bookmarks ...string) driver.SessionWithContext {
	return s.driver.NewSession(ctx, driver.SessionConfig{
		DatabaseName: s.config.Database, AccessMode: mode, FetchSize: driver.FetchAll, Bookmarks: bookmarks,
	})
}

func closeSession(ctx context.Context, session driver.SessionWithContext) {
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectTimeout)
	defer cancel()
	_ = session.Close(limited) // a connection that cannot be handed back is dropped by the driver
}

// run sends one statement outside any explicit transaction.
func (s *Store) run(ctx context.Context, session driver.SessionWithContext, cypher string, params map[string]any) ([]*driver.Record, error) {
	limited, cancel := context.WithTimeout(ctx, s.config.Timeout)
	defer cancel()
	result, err := session.Run(limited, cypher, params)
	if err != nil {
		return nil, s.explain(limited, err)
	}
	records, _, err := s.collect(limited, result)
	return records, err
}

func (s *Store) collect(ctx context.Context, result driver.ResultWithContext) ([]*driver.Record, driver.ResultSummary, error) {
	records, err := result.Collect(ctx)
	if err != nil {
		return nil, nil, s.explain(ctx, err)
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return nil, nil, s.explain(ctx, err)
	}
	return records, summary, nil
}

// transaction is an explicit transaction whose every call has a deadline.
type transaction struct {
	store *Store
	tx    driver.ExplicitTransaction
	exact bool // scans give the id of every row and count its properties
}

// inTransaction runs work in one transaction and commits it; on an error nothing of it stays.
func (s *Store) inTransaction(ctx context.Context, session driver.SessionWithContext, work func(*transaction) error) error {
	limited, cancel := context.WithTimeout(ctx, s.config.Timeout)
	defer cancel()
	tx, err := session.BeginTransaction(limited)
	if err != nil {
		return s.explain(limited, err)
	}
	if err := work(&transaction{store: s, tx: tx}); err != nil {
		closing, stop := context.WithTimeout(context.WithoutCancel(ctx), connectTimeout)
		defer stop()
		_ = tx.Close(closing) // rolls back; when it cannot, the server does when the connection goes
		return err
	}
	committing, stop := context.WithTimeout(ctx, s.config.Timeout)
	defer stop()
	if err := tx.Commit(committing); err != nil {
		return s.explain(committing, err)
	}
	return nil
}

// run sends one statement and waits for all of its answer.
func (t *transaction) run(ctx context.Context, cypher string, params map[string]any) ([]*driver.Record, driver.ResultSummary, error) {
	limited, cancel := context.WithTimeout(ctx, t.store.config.Timeout)
	defer cancel()
	result, err := t.tx.Run(limited, cypher, params)
	if err != nil {
		return nil, nil, t.store.explain(limited, err)
	}
	return t.store.collect(limited, result)
}

// one runs a statement that gives one record and returns its values.
func (t *transaction) one(ctx context.Context, cypher string, params map[string]any) ([]any, error) {
	records, _, err := t.run(ctx, cypher, params)
	if err != nil {
		return nil, err
	}
	if len(records) != 1 {
		return nil, fmt.Errorf("Neo4j gave %d records where one was due: %s", len(records), cypher)
	}
	return records[0].Values, nil
}

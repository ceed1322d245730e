package neo4j

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// What can be wrong with the record. Errors of this package wrap one of these where one fits, and say what to do.
var (
	// ErrUnreachable: no server answers at the address, or it went away.
	ErrUnreachable = errors.New("Neo4j cannot be reached")
	// ErrTimeout: the server took longer than it was given.
	ErrTimeout = errors.New("Neo4j did not answer in time")
	// ErrUnauthorised: user or password are not right.
	ErrUnauthorised = errors.New("Neo4j refused the user or the password")
	// ErrEmpty: the database holds no release.
	ErrEmpty = errors.New("this Neo4j database holds no release")
	// ErrForeign: the database holds something that Lodestone did not write.
	ErrForeign = errors.New("this Neo4j database holds another graph")
	// ErrLoading: a load is under way, or one was broken off.
	ErrLoading = errors.New("the release in Neo4j is half loaded")
	// ErrChanging: somebody kept writing while the release was read.
	ErrChanging = errors.New("the graph in Neo4j kept changing while it was read")
	// ErrBroken: the graph has been edited into something that is no release.
	ErrBroken = errors.New("the graph in Neo4j is not a release")
	// ErrMemory: a transaction needs more memory than the server allows.
	ErrMemory = errors.New("Neo4j has too little memory for this transaction")
	// ErrBusy: another load is at work.
	ErrBusy = errors.New("another load is at work on this Neo4j database")
	// ErrNotKept: no release of that id is kept.
	ErrNotKept = errors.New("this release is not kept")
	// ErrOvertaken: another load took over.
	ErrOvertaken = errors.New("another load took over")
	// ErrFacts: the facts handed to Load are not a checked release.
	ErrFacts = errors.New("the facts are not fit to be loaded")
)

// explain turns what the driver says into what a user can act on. ctx is the context of the failed call: its deadline shows as a
// broken connection, so it is asked first.
func (s *Store) explain(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(ctx.Err(), context.Canceled):
		return context.Canceled
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fmt.Errorf("%w (%s): is the server busy or the network cut? %w", ErrTimeout, s.config.URI, context.DeadlineExceeded)
	}
	var server *driver.Neo4jError
	if errors.As(err, &server) {
		return s.explainServer(server)
	}
	var connectivity *driver.ConnectivityError
	var limit *driver.TransactionExecutionLimit
	if errors.As(err, &connectivity) || errors.As(err, &limit) || lost(err) {
		return fmt.Errorf("%w at %s: start it, or check the address: %w", ErrUnreachable, s.config.URI, err)
	}
	return err
}

func (s *Store) explainServer(err *driver.Neo4jError) error {
	switch {
	case strings.HasPrefix(err.Code, "Neo.ClientError.Security."):
		return fmt.Errorf("%w at %s: set --neo4j-user and --neo4j-password, or LODESTONE_NEO4J_USER and LODESTONE_NEO4J_PASSWORD: %s",
			ErrUnauthorised, s.config.URI, err.Msg)
	case strings.HasPrefix(err.Code, "Neo.TransientError.General.MemoryPool"):
		return fmt.Errorf("%w: give the server more heap: %w", ErrMemory, err)
	case strings.HasSuffix(err.Code, ".TransactionTimedOut") || strings.HasSuffix(err.Code, ".TransactionTimedOutClientConfiguration"):
		return fmt.Errorf("%w (%s): %s", ErrTimeout, s.config.URI, err.Msg)
	case err.Code == "Neo.ClientError.Database.DatabaseNotFound":
		return fmt.Errorf("there is no database %q on %s: %w", s.config.Database, s.config.URI, err)
	}
	return err
}

// lost tells whether a connection broke. The driver hands some of these out as they are.
func lost(err error) bool {
	var network net.Error
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) || errors.As(err, &network)
}

// retryable tells whether the same transaction, run again, may pass: a deadlock, a lost connection, a new leader. Too little
// memory stays too little, whatever the driver says.
func retryable(err error) bool {
	var server *driver.Neo4jError
	var connectivity *driver.ConnectivityError
	switch {
	case errors.Is(err, ErrMemory), errors.Is(err, ErrTimeout):
		return false
	case errors.As(err, &server):
		return driver.IsRetryable(server)
	case errors.As(err, &connectivity):
		return driver.IsRetryable(connectivity)
	}
	return lost(err)
}

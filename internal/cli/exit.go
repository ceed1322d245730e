package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/lodestone-graph/lodestone/loader/archive"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// The exit codes.
const (
	exitOK          = 0 // done
	exitFindings    = 1 // errors in the data, in a query, or in the work itself
	exitUsage       = 2 // the command line asks for something that does not make sense
	exitUnavailable = 3 // something outside cannot be reached: Neo4j, a server, an address to listen on
)

// failure is an error with its exit code; without an error inside, everything has been said.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string {
	if f.err == nil {
		return fmt.Sprintf("exit code %d", f.code)
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

func silent(code int) error { return &failure{code: code} }

func usageError(err error) error { return &failure{exitUsage, err} }

func unavailable(err error) error { return &failure{exitUnavailable, err} }

// recordError sorts the errors of the record: what the world refuses is unavailable, what the facts are is a finding.
func recordError(err error) error {
	if sorted, ok := errors.AsType[*failure](err); ok {
		return sorted
	}
	for _, facts := range []error{neo4j.ErrFacts, neo4j.ErrBroken, neo4j.ErrNotKept, archive.ErrCorrupt, archive.ErrVersion, context.Canceled} {
		if errors.Is(err, facts) {
			return &failure{exitFindings, err}
		}
	}
	return unavailable(err)
}

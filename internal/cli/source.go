package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/live"
	"github.com/lodestone-graph/lodestone/loader/check"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
	"github.com/lodestone-graph/lodestone/seed"
)

// secret is a text that never prints.
type secret string

const hidden = "***"

// String hides the text.
func (secret) String() string { return hidden }

// GoString hides the text.
func (secret) GoString() string { return hidden }

// MarshalText hides the text.
func (secret) MarshalText() ([]byte, error) { return []byte(hidden), nil }

// recordFlags say where the record is.
type recordFlags struct {
	URI      string `name:"neo4j-uri" env:"LODESTONE_NEO4J_URI" placeholder:"URI" help:"Neo4j to use, such as bolt://localhost:7687 or neo4j+s://host:7687."`
	User     string `name:"neo4j-user" env:"LODESTONE_NEO4J_USER" placeholder:"NAME" help:"User of Neo4j; empty signs in without one."`
	Password secret `name:"neo4j-password" env:"LODESTONE_NEO4J_PASSWORD" placeholder:"TEXT" help:"Password of that user; better set in the environment than here."`
	Database string `name:"neo4j-database" env:"LODESTONE_NEO4J_DATABASE" placeholder:"NAME" help:"Database of Neo4j; empty is the default of the user."`
}

func (r recordFlags) config() neo4j.Config {
	return neo4j.Config{URI: r.URI, User: r.User, Password: string(r.Password), Database: r.Database}
}

func (r recordFlags) connect(ctx context.Context) (*neo4j.Store, error) {
	return neo4j.Connect(ctx, r.config())
}

// origin names the database, without user or password.
func (r recordFlags) origin() string {
	if r.Database == "" {
		return r.URI
	}
	return r.URI + " database " + r.Database
}

// errTwoSources is a command line that names a folder and a record.
var errTwoSources = errors.New("name a folder or a Neo4j, not both")

// readFiles reads and checks a folder, or the embedded seed when none is named. Findings are printed to standard error; errors
// among them fail with exit code 1.
func (s *session) readFiles(folder string) (*graph.Facts, error) {
	files, err := openFolder(folder)
	if err != nil {
		return nil, err
	}
	facts, report := csv.Read(files)
	if len(report.Problems) > 0 && folder != "" {
		if _, err := report.WriteTo(s.streams.Err); err != nil {
			return nil, err
		}
	}
	if report.ExitCode() != exitOK {
		return nil, silent(exitFindings)
	}
	return facts, nil
}

// check prints all findings to standard output.
func (s *session) check(folder string) error {
	files, err := openFolder(folder)
	if err != nil {
		return err
	}
	_, report := csv.Read(files)
	if err := printReport(s, report); err != nil {
		return err
	}
	if code := report.ExitCode(); code != exitOK {
		return silent(code)
	}
	return nil
}

func printReport(s *session, report *check.Report) error {
	_, err := report.WriteTo(s.streams.Out)
	return err
}

func openFolder(folder string) (fs.FS, error) {
	if folder == "" {
		return seed.Files, nil
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return nil, usageError(fmt.Errorf("there is no folder %s", folder))
	}
	return os.DirFS(folder), nil
}

// readFacts reads facts from the record when one is named, else from the folder, else from the seed.
func (s *session) readFacts(folder string, record recordFlags) (*graph.Facts, error) {
	if record.URI == "" {
		return s.readFiles(folder)
	}
	if folder != "" {
		return nil, usageError(errTwoSources)
	}
	store, err := record.connect(s.ctx)
	if err != nil {
		return nil, recordError(err)
	}
	defer store.Close(context.WithoutCancel(s.ctx))
	facts, err := store.Read(s.ctx)
	if err != nil {
		return nil, recordError(err)
	}
	return facts, nil
}

// readSnapshot reads facts and builds their snapshot. Facts from files have been checked; those of the record are checked here.
func (s *session) readSnapshot(folder string, record recordFlags) (*graph.Snapshot, error) {
	facts, err := s.readFacts(folder, record)
	if err != nil {
		return nil, err
	}
	if record.URI != "" {
		return live.Build(facts)
	}
	return graph.Build(facts)
}

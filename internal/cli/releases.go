package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/live"
	"github.com/lodestone-graph/lodestone/loader/check"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// withRecord connects to the record for the length of a piece of work.
func (s *session) withRecord(command string, record recordFlags, change func(*neo4j.Config), work func(*neo4j.Store) error) error {
	if record.URI == "" {
		return usageError(errors.New(command + " needs --neo4j-uri"))
	}
	config := record.config()
	if change != nil {
		change(&config)
	}
	store, err := neo4j.Connect(s.ctx, config)
	if err != nil {
		return recordError(err)
	}
	defer store.Close(context.WithoutCancel(s.ctx))
	if err := work(store); err != nil {
		return recordError(err)
	}
	return nil
}

// writeFlags are those of commands that write into Neo4j.
type writeFlags struct {
	Keep     int  `name:"keep" env:"LODESTONE_KEEP" default:"10" placeholder:"N" help:"How many releases Neo4j keeps, the current one among them; older ones go. Default: ${default}."`
	TakeOver bool `name:"take-over" help:"Load although another load seems to be at work, for a loader that is known to be dead; one that lives stops before its next write."`
}

// Validate refuses to keep nothing.
func (w *writeFlags) Validate() error {
	if w.Keep < 1 {
		return errors.New("--keep must be at least 1: the current release is kept")
	}
	return nil
}

func (w *writeFlags) apply(config *neo4j.Config) { config.Keep, config.TakeOver = w.Keep, w.TakeOver }

// load writes facts and says what changed.
func (s *session) load(store *neo4j.Store, facts *graph.Facts) error {
	progress := newProgress(s)
	done, err := store.Load(s.ctx, facts, progress.show)
	progress.end()
	if err != nil {
		return err
	}
	return printLoad(s, done)
}

func printLoad(s *session, done neo4j.LoadReport) error {
	if done.Unchanged {
		_, err := fmt.Fprintf(s.streams.Out, "release %s was loaded already; nothing to write\n", done.Release)
		return err
	}
	if err := printChanges(s, done.Changes); err != nil {
		return err
	}
	_, err := fmt.Fprintf(s.streams.Out, "release %s loaded, %s\n", done.Release, check.Count(done.Writes, "write"))
	return err
}

func printChanges(s *session, changes []neo4j.Change) error {
	for _, change := range changes {
		table := change.Table
		if table == "" {
			table = "(relationships of columns)"
		}
		if _, err := fmt.Fprintf(s.streams.Out, "%-28s +%d ~%d -%d\n", table, change.Added, change.Changed, change.Removed); err != nil {
			return err
		}
	}
	return nil
}

type diffCommand struct {
	Folder  string      `arg:"" optional:"" name:"dir" help:"Folder of CSV files; without it the embedded data."`
	Release string      `name:"release" placeholder:"ID" help:"Kept release to compare with instead of files, or the beginning of its id."`
	Record  recordFlags `embed:"" group:"Neo4j"`
}

// Run says what a load or a rollback would change, and writes nothing.
func (c *diffCommand) Run(s *session) error {
	if c.Release != "" && c.Folder != "" {
		return usageError(errors.New("name a folder or a kept release, not both"))
	}
	var facts *graph.Facts
	if c.Release == "" && c.Record.URI != "" {
		var err error
		if facts, err = s.readFiles(c.Folder); err != nil {
			return err
		}
	}
	return s.withRecord("diff", c.Record, nil, func(store *neo4j.Store) (err error) {
		if c.Release != "" {
			if facts, err = store.ReadKept(s.ctx, c.Release); err != nil {
				return err
			}
		}
		changes, err := store.Preview(s.ctx, facts)
		if err != nil {
			return err
		}
		if err := printChanges(s, changes); err != nil {
			return err
		}
		if len(changes) == 0 {
			_, err = fmt.Fprintf(s.streams.Out, "Neo4j holds the rows of release %s; nothing would change\n", facts.Release())
			return err
		}
		_, err = fmt.Fprintf(s.streams.Out, "what a load of release %s would change; nothing was written\n", facts.Release())
		return err
	})
}

type releasesCommand struct {
	Record recordFlags `embed:"" group:"Neo4j"`
}

// Run lists the kept releases, newest first.
func (c *releasesCommand) Run(s *session) error {
	return s.withRecord("releases", c.Record, nil, func(store *neo4j.Store) error {
		kept, err := store.Kept(s.ctx)
		if err != nil {
			return err
		}
		for _, k := range kept {
			mark := ""
			if k.Current {
				mark = "  current"
			}
			if _, err := fmt.Fprintf(s.streams.Out, "%s  %s  %9d rows  %9d bytes%s\n",
				k.ID, k.LoadedAt.UTC().Format(time.RFC3339), k.Rows, k.Bytes, mark); err != nil {
				return err
			}
		}
		if len(kept) == 0 {
			_, err = fmt.Fprintln(s.streams.Out, "no release is kept; each load keeps the release that it loads")
		}
		return err
	})
}

type rollbackCommand struct {
	Release string      `arg:"" name:"release" help:"Id of a kept release, or its beginning; the command releases lists them."`
	Record  recordFlags `embed:"" group:"Neo4j"`
	Write   writeFlags  `embed:"" group:"Neo4j"`
}

// Run makes a kept release current again, checked by the rules of today.
func (c *rollbackCommand) Run(s *session) error {
	return s.withRecord("rollback", c.Record, c.Write.apply, func(store *neo4j.Store) error {
		facts, err := store.ReadKept(s.ctx, c.Release)
		if err != nil {
			return err
		}
		if _, err := live.Build(facts); err != nil {
			return fmt.Errorf("%w: %w", neo4j.ErrFacts, err)
		}
		return s.load(store, facts)
	})
}

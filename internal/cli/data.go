package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
	"github.com/lodestone-graph/lodestone/seed"
)

type checkCommand struct {
	Folder string `arg:"" optional:"" name:"dir" help:"Folder of CSV files; without it the embedded data."`
}

// Run prints the findings and fails when errors are among them.
func (c *checkCommand) Run(s *session) error { return s.check(c.Folder) }

type exportCommand struct {
	Folder string      `arg:"" name:"dir" help:"Folder to write; files of an earlier export in it are replaced."`
	From   string      `name:"dir" env:"LODESTONE_DIR" placeholder:"DIR" help:"Folder of CSV files to read; without it the embedded data."`
	Admin  bool        `name:"neo4j-admin" help:"Write the files that neo4j-admin fills an empty, stopped database from, instead of the tables."`
	Record recordFlags `embed:"" group:"Neo4j"`
}

// Run writes the release as files, which are the files it was loaded from, byte for byte.
func (c *exportCommand) Run(s *session) error {
	facts, err := s.readFacts(c.From, c.Record)
	if err != nil {
		return err
	}
	if c.Admin {
		return c.forAdmin(s, facts)
	}
	if err := csv.Write(c.Folder, facts); err != nil {
		return err
	}
	if err := c.companions(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.streams.Out, "release %s written to %s\n", facts.Release(), c.Folder)
	return err
}

// forAdmin writes the files of neo4j-admin, and says how to call it.
func (c *exportCommand) forAdmin(s *session, facts *graph.Facts) error {
	if err := neo4j.WriteAdminImport(c.Folder, facts, time.Now()); err != nil {
		return err
	}
	_, err := fmt.Fprintf(s.streams.Out, "release %s written to %s for neo4j-admin; with the server stopped, run there:\n"+
		"neo4j-admin database import full neo4j @%s\n", facts.Release(), c.Folder, neo4j.AdminArguments)
	return err
}

// companions copies the dictionary and the licence rules along where the source has them: the rules name sources that no row does.
func (c *exportCommand) companions() error {
	if c.Record.URI != "" {
		return nil
	}
	var from fs.FS = seed.Files
	if c.From != "" {
		from = os.DirFS(c.From)
	}
	for _, name := range []string{"dictionary.md", "licence_rules.md"} {
		text, err := fs.ReadFile(from, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(c.Folder, name), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

type initCommand struct {
	Folder string `arg:"" name:"dir" help:"Folder to make."`
}

// Run makes a folder to fill in.
func (c *initCommand) Run(s *session) error {
	if err := csv.Init(c.Folder); err != nil {
		return err
	}
	_, err := fmt.Fprintf(s.streams.Out, "empty tables written to %s; dictionary.md there says what goes where\n"+
		"check them with: lodestone check %s\n", c.Folder, c.Folder)
	return err
}

type loadCommand struct {
	Folder string      `arg:"" optional:"" name:"dir" help:"Folder of CSV files; without it the embedded data."`
	Record recordFlags `embed:"" group:"Neo4j"`
	Write  writeFlags  `embed:"" group:"Neo4j"`
}

// Run makes the record hold the release of the files.
func (c *loadCommand) Run(s *session) error {
	if c.Record.URI == "" {
		return usageError(errors.New("load needs --neo4j-uri"))
	}
	facts, err := s.readFiles(c.Folder)
	if err != nil {
		return err
	}
	return s.withRecord("load", c.Record, c.Write.apply, func(store *neo4j.Store) error { return s.load(store, facts) })
}

type versionCommand struct{}

// Run prints what this program is made of.
func (c *versionCommand) Run(s *session) error {
	facts, report := csv.Read(seed.Files)
	if report.Errors() > 0 {
		return errors.New("the embedded data is broken; run: lodestone check")
	}
	_, err := fmt.Fprintf(s.streams.Out, "lodestone %s\n%s %s/%s\nembedded release %s\n",
		version(), runtime.Version(), runtime.GOOS, runtime.GOARCH, facts.Release())
	return err
}

// version is what the Go toolchain recorded about the build.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(unknown version)"
	}
	return info.Main.Version
}

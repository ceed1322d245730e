// Package cli is the command line: flags, environment and help in one struct, the commands behind it, and their exit codes.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/alecthomas/kong"
)

// commands declares everything the command line understands. docs/operations.md lists it; a test holds the two together.
type commands struct {
	Log logFlags `embed:"" prefix:"log-" group:"Log"`

	Serve    serveCommand    `cmd:"" help:"Answer GraphQL over HTTP, with a playground."`
	Query    queryCommand    `cmd:"" help:"Answer one query and print the JSON."`
	Check    checkCommand    `cmd:"" help:"Say everything that is wrong with a folder of CSV files."`
	Load     loadCommand     `cmd:"" help:"Write a release into Neo4j."`
	Diff     diffCommand     `cmd:"" help:"Say what a load would change in Neo4j."`
	Releases releasesCommand `cmd:"" help:"List the releases that Neo4j keeps."`
	Rollback rollbackCommand `cmd:"" help:"Make a kept release current again."`
	Export   exportCommand   `cmd:"" help:"Write a release as a folder of CSV files."`
	Init     initCommand     `cmd:"" help:"Make a folder of empty CSV files for your own data, with the dictionary beside them."`
	Version  versionCommand  `cmd:"" help:"Print the version and the embedded release."`
}

// Streams are where a command reads and writes. Answers go to Out, everything else to Err.
type Streams struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
}

const description = "Lodestone answers who depends on whom for rare earths: how much, since when, on whose word. " +
	"Without a folder or a database it answers from the data inside the program."

// exited carries the code of a help flag out of kong, which wants to end the process.
type exited int

// Main runs the command that the arguments name and gives the exit code. It ends early, and cleanly, when ctx does.
func Main(ctx context.Context, streams Streams, arguments []string) (code int) {
	defer func() {
		if value := recover(); value != nil {
			exit, ok := value.(exited)
			if !ok {
				panic(value)
			}
			code = int(exit)
		}
	}()
	var declared commands
	parser, err := newParser(&declared, streams)
	if err != nil {
		return report(streams, err)
	}
	parsed, err := parser.Parse(arguments)
	if err != nil {
		return report(streams, usageError(err))
	}
	log := newLogger(declared.Log, streams.Err)
	return report(streams, parsed.Run(&session{ctx: ctx, streams: streams, log: log}))
}

func newParser(declared *commands, streams Streams) (*kong.Kong, error) {
	return kong.New(declared,
		kong.Name("lodestone"),
		kong.Description(description),
		kong.Writers(streams.Out, streams.Err),
		kong.Exit(func(code int) { panic(exited(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true, WrapUpperBound: 110}),
	)
}

// report prints an error and gives its exit code.
func report(streams Streams, err error) int {
	if err == nil {
		return exitOK
	}
	if failure, ok := errors.AsType[*failure](err); ok {
		if failure.err != nil {
			_, _ = fmt.Fprintf(streams.Err, "lodestone: %v\n", failure.err)
		}
		return failure.code
	}
	_, _ = fmt.Fprintf(streams.Err, "lodestone: %v\n", err)
	return exitFindings
}

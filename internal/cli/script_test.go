package cli_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"lodestone": func() {
			os.Exit(cli.Main(context.Background(), cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Args[1:]))
		},
	})
}

// Each script is a conversation with the program; $SEED is the folder of the embedded data and $QUERIES that of the worked questions.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SEED", filepath.Join(root, "seed"))
			env.Setenv("QUERIES", filepath.Join(root, "queries"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": code, "tables": tables},
	})
}

// code runs the program and checks its exit code: code 2 query nowhere.graphql.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: code NUMBER [ARGUMENT...]")
	}
	err := ts.Exec("lodestone", args[1:]...)
	got := "0"
	if err != nil {
		got = exitCode(err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, not %s", got, args[0])
	}
}

// tables checks that a folder holds exactly the tables of another, byte for byte.
func tables(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: tables FOLDER WANTED")
	}
	folder, wanted := ts.MkAbs(args[0]), ts.MkAbs(args[1])
	names, err := filepath.Glob(filepath.Join(wanted, "*.csv"))
	ts.Check(err)
	written, err := filepath.Glob(filepath.Join(folder, "*.csv"))
	ts.Check(err)
	if len(written) != len(names) || len(names) == 0 {
		ts.Fatalf("%d tables, not %d", len(written), len(names))
	}
	for _, name := range names {
		want, err := os.ReadFile(name)
		ts.Check(err)
		got, err := os.ReadFile(filepath.Join(folder, filepath.Base(name)))
		ts.Check(err)
		if string(got) != string(want) {
			ts.Fatalf("%s differs", filepath.Base(name))
		}
	}
}

func exitCode(err error) string {
	exit, ok := errors.AsType[*exec.ExitError](err)
	if !ok {
		return err.Error()
	}
	return strconv.Itoa(exit.ExitCode())
}

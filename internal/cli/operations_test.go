package cli

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/apierror"
	"github.com/lodestone-graph/lodestone/internal/server"
)

var update = flag.Bool("update", false, "write the tables of docs/operations.md anew")

const operations = "../../docs/operations.md"

// The tables of docs/operations.md say what the program understands and does, no more and no less.
func TestOperations(t *testing.T) {
	text, err := os.ReadFile(operations)
	require.NoError(t, err)
	parser, err := newParser(new(commands), Streams{})
	require.NoError(t, err)
	want := replaceBlock(t, string(text), "flags", flagTable(parser))
	want = replaceBlock(t, want, "limits", limitTable(t))
	if *update {
		require.NoError(t, os.WriteFile(operations, []byte(want), 0o600))
		return
	}
	require.Equal(t, want, string(text), "run: go test ./internal/cli -run Operations -update")
	for _, command := range parser.Model.Children {
		require.Contains(t, want, "| `"+command.Name, "the table of commands")
	}
	for _, code := range apierror.Codes() {
		require.Contains(t, want, "| `"+string(code)+"` |", "the table of errors")
	}
	for code, name := range map[int]string{exitOK: "done", exitFindings: "errors in the data", exitUsage: "the command line", exitUnavailable: "something outside"} {
		require.Contains(t, want, fmt.Sprintf("| %d | %s", code, name))
	}
}

func replaceBlock(t *testing.T, text, name, table string) string {
	t.Helper()
	first := "<!-- " + name + ": written by go test ./internal/cli -run Operations -update -->\n"
	last := "<!-- end of " + name + " -->"
	before, rest, ok := strings.Cut(text, first)
	require.True(t, ok, name)
	_, after, ok := strings.Cut(rest, last)
	require.True(t, ok, name)
	return before + first + table + last + after
}

// flagTable lists each flag once, with the commands that take it.
func flagTable(parser *kong.Kong) string {
	var order []string
	rows := map[string]*kong.Flag{}
	takers := map[string][]string{}
	add := func(flag *kong.Flag, taker string) {
		if flag.Name == "help" {
			return
		}
		key := flag.Name + flag.Help // the same name may mean another thing elsewhere
		if rows[key] == nil {
			rows[key] = flag
			order = append(order, key)
		}
		takers[key] = append(takers[key], taker)
	}
	for _, command := range parser.Model.Children {
		for _, flag := range command.Flags {
			add(flag, "`"+command.Name+"`")
		}
	}
	for _, flag := range parser.Model.Flags {
		add(flag, "all")
	}
	var table strings.Builder
	table.WriteString("| flag | environment | default | commands | meaning |\n| --- | --- | --- | --- | --- |\n")
	for _, key := range order {
		flag := rows[key]
		help, _, _ := strings.Cut(flag.Help, " Default: ")
		fmt.Fprintf(&table, "| `--%s` | %s | %s | %s | %s |\n", flag.Name, codes(flag.Envs), codes([]string{flag.Default}), strings.Join(takers[key], ", "), help)
	}
	return table.String()
}

func codes(texts []string) string {
	var quoted []string
	for _, text := range texts {
		if text != "" {
			quoted = append(quoted, "`"+text+"`")
		}
	}
	return strings.Join(quoted, ", ")
}

// limitTable lists every field of server.Limits.
func limitTable(t *testing.T) string {
	t.Helper()
	meanings := map[string][2]string{
		"Tokens":       {"words and marks of a document", "`TOO_EXPENSIVE`"},
		"Depth":        {"levels of nested fields, fragments opened", "`TOO_EXPENSIVE`"},
		"Fields":       {"fields of an operation, fragments opened", "`TOO_EXPENSIVE`"},
		"Alias":        {"aliases of an operation, fragments opened", "`TOO_EXPENSIVE`"},
		"Page":         {"`first` of a list, or as many as the longest list named beside it", "`BAD_INPUT`"},
		"List":         {"values in one list argument", "`BAD_INPUT`"},
		"Price":        {"price of an operation (`--max-price`)", "`TOO_EXPENSIVE`"},
		"Faults":       {"errors of a document that is refused", "the rest is counted in `extensions.errorsOmitted`"},
		"Errors":       {"errors of an operation that ran", "the rest is counted in `extensions.errorsOmitted`"},
		"BodyBytes":    {"bytes of a request body (`--max-body`)", "`TOO_EXPENSIVE`, status 413"},
		"Deadline":     {"time for one operation (`--deadline`)", "`TIMEOUT`"},
		"Running":      {"operations at work at the same time (`--max-running`)", "the next ones wait"},
		"Waiting":      {"operations in the queue", "`UNAVAILABLE`, status 503"},
		"Queue":        {"longest wait in the queue", "`UNAVAILABLE`, status 503"},
		"ReadTimeout":  {"time to read a request", "the connection is closed"},
		"WriteTimeout": {"time to answer a request, deadline included", "the connection is closed"},
		"IdleTimeout":  {"silence of a kept connection", "the connection is closed"},
		"Drain":        {"time for running operations when the server stops (`--drain`)", "they are cancelled"},
	}
	limits := reflect.ValueOf(server.DefaultLimits())
	require.Len(t, meanings, limits.NumField())
	var table strings.Builder
	table.WriteString("| limit | default | beyond it |\n| --- | --- | --- |\n")
	for i := range limits.NumField() {
		name := limits.Type().Field(i).Name
		meaning, ok := meanings[name]
		require.True(t, ok, name)
		value := fmt.Sprint(limits.Field(i).Interface())
		if duration, ok := limits.Field(i).Interface().(time.Duration); ok {
			value = fmt.Sprintf("%g s", duration.Seconds())
		}
		if name == "Running" {
			value = "4 for each processor"
		}
		fmt.Fprintf(&table, "| %s | %s | %s |\n", meaning[0], value, meaning[1])
	}
	return table.String()
}

// The defaults of the flags are the defaults of the limits.
func TestFlagsKeepTheDefaultLimits(t *testing.T) {
	var declared commands
	parser, err := newParser(&declared, Streams{})
	require.NoError(t, err)
	_, err = parser.Parse([]string{"serve"})
	require.NoError(t, err)
	require.Equal(t, server.DefaultLimits(), declared.Serve.Limits.limits())
}

func TestSecretsDoNotPrint(t *testing.T) {
	flags := recordFlags{Password: "open-sesame"}
	for _, text := range []string{fmt.Sprint(flags), fmt.Sprintf("%+v %#v %s %q", flags, flags, flags.Password, flags.Password)} {
		require.NotContains(t, text, "open-sesame")
		require.Contains(t, text, "***")
	}
	text, err := flags.Password.MarshalText()
	require.NoError(t, err)
	require.Equal(t, "***", string(text))
}

package e2e_test

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
)

// record gives the flags that name a real, empty Neo4j.
func record(t *testing.T) []string {
	t.Helper()
	store := neo4jtest.Empty(t)
	store.Close(context.Background())
	config := neo4jtest.Start(t)
	return []string{"--neo4j-uri", config.URI, "--neo4j-user", config.User, "--neo4j-password", config.Password}
}

func with(record []string, arguments ...string) []string { return append(arguments, record...) }

// revised is a copy of the seed with another title for one source.
func revised(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "revised")
	code, out, problems := run(t, "export", folder)
	require.Equal(t, 0, code, out+problems)
	file := filepath.Join(folder, "sources.csv")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	header, rows, _ := strings.Cut(string(text), "\n")
	first, rest, _ := strings.Cut(rows, "\n")
	id, more, _ := strings.Cut(first, ",")
	require.NoError(t, os.WriteFile(file, []byte(header+"\n"+id+",Revised: "+more+"\n"+rest), 0o600))
	return folder
}

// What Neo4j holds is what was loaded: the files come out byte for byte, and every worked question is answered alike.
func TestNeo4jAnswersAlike(t *testing.T) {
	neo4j := record(t)
	code, out, problems := run(t, with(neo4j, "load")...)
	require.Equal(t, 0, code, out+problems)
	require.Contains(t, out, "loaded")
	code, out, problems = run(t, with(neo4j, "load")...)
	require.Equal(t, 0, code, out+problems)
	require.Contains(t, out, "nothing to write")

	folder := filepath.Join(t.TempDir(), "out")
	code, out, problems = run(t, with(neo4j, "export", folder)...)
	require.Equal(t, 0, code, out+problems)
	names, err := filepath.Glob("../../seed/*.csv")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		want, err := os.ReadFile(name)
		require.NoError(t, err)
		got, err := os.ReadFile(filepath.Join(folder, filepath.Base(name)))
		require.NoError(t, err)
		require.True(t, string(want) == string(got), name)
	}

	p := serve(t, neo4j...)
	embedded := serve(t)
	for file, query := range worked(t) {
		t.Run(query.Name, func(t *testing.T) {
			want := embedded.ask(t, query.Text)
			require.NotContains(t, want, "errors")
			require.Equal(t, want, p.ask(t, query.Text))
			code, out, problems := run(t, with(neo4j, "query", file)...)
			require.Equal(t, 0, code, out+problems)
			require.Equal(t, want, decode(t, out))
		})
	}
}

// Rolling back gives the earlier release's exact answers again, and tells beforehand what it will change.
func TestRollbackGivesTheEarlierAnswers(t *testing.T) {
	neo4j := record(t)
	done := func(arguments ...string) string {
		code, out, problems := run(t, with(neo4j, arguments...)...)
		require.Equal(t, 0, code, out+problems)
		return out
	}
	require.Contains(t, done("diff"), "nothing was written")
	require.Contains(t, done("releases"), "no release is kept")
	done("load")
	p := serve(t, with(neo4j, "--neo4j-poll", "20ms")...)
	first := p.release(t)
	answers := map[string]any{}
	for _, query := range worked(t) {
		if answers[query.Text] = p.ask(t, query.Text); len(answers) == 4 {
			break
		}
	}
	require.Contains(t, done("diff"), "nothing would change")
	later := revised(t)
	require.Regexp(t, `(?m)^sources +\+0 ~1 -0$`, done("diff", later))
	done("load", later)
	require.Eventually(t, func() bool { return p.release(t) != first }, patience, 20*time.Millisecond, "the new release is taken")
	second := p.release(t)
	list := strings.Split(strings.TrimSpace(done("releases")), "\n")
	require.Len(t, list, 2)
	require.Regexp(t, "^"+second+" .* current$", list[0])
	require.Regexp(t, "^"+first+" .* bytes$", list[1])

	require.Regexp(t, `(?m)^sources +\+0 ~1 -0$`, done("diff", "--release", first[:6]))
	code, _, problems := run(t, with(neo4j, "rollback", "0000")...)
	require.Equal(t, 1, code)
	require.Contains(t, problems, first)
	require.Contains(t, done("rollback", first[:6]), "release "+first+" loaded")
	require.Eventually(t, func() bool { return p.release(t) == first }, patience, 20*time.Millisecond, "the earlier release is taken")
	for query, want := range answers {
		require.Equal(t, want, p.ask(t, query))
	}
	folder := filepath.Join(t.TempDir(), "out")
	done("export", folder)
	want, err := os.ReadFile("../../seed/sources.csv")
	require.NoError(t, err)
	got, err := os.ReadFile(filepath.Join(folder, "sources.csv"))
	require.NoError(t, err)
	require.True(t, string(want) == string(got), "byte for byte")
}

// A server waits for its first release, and takes each new one while it answers.
func TestServeFollowsNeo4j(t *testing.T) {
	neo4j := record(t)
	loaded := make(chan int, 1)
	go func() {
		code, _, _ := run(t, with(neo4j, "load")...)
		loaded <- code
	}()
	p := serve(t, with(neo4j, "--neo4j-poll", "20ms")...)
	require.Equal(t, 0, <-loaded)
	first := p.release(t)

	code, out, problems := run(t, with(neo4j, "load", revised(t))...)
	require.Equal(t, 0, code, out+problems)
	require.Eventually(t, func() bool { return p.release(t) != first }, patience, 20*time.Millisecond, "the new release is taken")
	require.Contains(t, out, p.release(t))
	status, body := p.get(t, "/readyz")
	require.Equal(t, http.StatusOK, status)
	require.NotContains(t, body, "warnings")
	require.Equal(t, 0, p.stop(), p.log.String())
}

// Servers hold nothing that the others need: three on one Neo4j come to the same release, and answer alike before and after.
func TestThreeServersAnswerAlike(t *testing.T) {
	neo4j := record(t)
	code, out, problems := run(t, with(neo4j, "load")...)
	require.Equal(t, 0, code, out+problems)
	var servers []*program
	for range 3 {
		servers = append(servers, serve(t, with(neo4j, "--neo4j-poll", "20ms")...))
	}
	alike := func() {
		for _, query := range worked(t) {
			want := servers[0].ask(t, query.Text)
			require.NotContains(t, want, "errors")
			for _, p := range servers[1:] {
				require.Equal(t, want, p.ask(t, query.Text), query.Name)
			}
		}
	}
	first := servers[0].release(t)
	alike()
	code, out, problems = run(t, with(neo4j, "load", revised(t))...)
	require.Equal(t, 0, code, out+problems)
	for _, p := range servers {
		require.Eventually(t, func() bool { return p.release(t) != first }, patience, 20*time.Millisecond, "each takes the new release")
		require.Contains(t, out, p.release(t))
	}
	alike()
}

// While Neo4j is away the last release keeps answering, and the server says so; when it is back, new releases are taken again.
func TestServeOutlivesNeo4j(t *testing.T) {
	neo4j := record(t)
	code, out, problems := run(t, with(neo4j, "load")...)
	require.Equal(t, 0, code, out+problems)
	between := newProxy(t, neo4j[1])
	p := serve(t, with(neo4j[2:], "--neo4j-poll", "20ms", "--neo4j-uri", between.uri())...)
	first := p.release(t)

	between.cut()
	require.Eventually(t, func() bool {
		status, body := p.get(t, "/readyz")
		return status == http.StatusOK && strings.Contains(body, "warnings")
	}, patience, 20*time.Millisecond, "the trouble is told")
	require.Equal(t, first, p.release(t))
	require.NotContains(t, p.ask(t, `{ __typename }`), "errors")

	code, out, problems = run(t, with(neo4j, "load", revised(t))...)
	require.Equal(t, 0, code, out+problems)
	between.mend()
	require.Eventually(t, func() bool { return p.release(t) != first }, patience, 20*time.Millisecond, "the new release is taken")
	_, body := p.get(t, "/readyz")
	require.NotContains(t, body, "warnings", "the trouble is over")
}

// A server that starts while Neo4j is away answers from what an earlier one kept, marked as stale, until Neo4j is back.
func TestServeStartsWithoutNeo4j(t *testing.T) {
	neo4j := record(t)
	code, out, problems := run(t, with(neo4j, "load")...)
	require.Equal(t, 0, code, out+problems)
	between := newProxy(t, neo4j[1])
	kept := filepath.Join(t.TempDir(), "kept")
	arguments := with(neo4j[2:], "--neo4j-poll", "20ms", "--neo4j-uri", between.uri(), "--keep-release", kept)
	p := serve(t, arguments...)
	first := p.release(t)
	require.Eventually(t, func() bool { _, err := os.Stat(kept); return err == nil }, patience, 20*time.Millisecond)
	want := p.ask(t, `{ view(asOf: "2026-06-30") { id firms(first: 5) { nodes { key name } } } }`)
	require.NotContains(t, want["extensions"], "stale")
	require.Equal(t, 0, p.stop(), p.log.String())

	between.cut()
	p = serve(t, arguments...)
	require.Equal(t, first, p.release(t))
	got := p.ask(t, `{ view(asOf: "2026-06-30") { id firms(first: 5) { nodes { key name } } } }`)
	require.Equal(t, want["data"], got["data"])
	require.Contains(t, got["extensions"], "stale")
	require.Contains(t, p.log.String(), "stale release in use, from the disk")
	_, body := p.get(t, "/readyz")
	require.Contains(t, body, "stale")
	require.Contains(t, body, "Neo4j cannot be reached")

	code, out, problems = run(t, with(neo4j, "load", revised(t))...)
	require.Equal(t, 0, code, out+problems)
	between.mend()
	require.Eventually(t, func() bool { return p.release(t) != first }, patience, 20*time.Millisecond, "the new release is taken")
	require.NotContains(t, p.ask(t, `{ __typename }`)["extensions"], "stale")
}

func TestAWrongPasswordIsUnavailable(t *testing.T) {
	neo4j := record(t)
	if neo4jtest.Start(t).Password == "" {
		return // a server named from outside may have no authentication
	}
	wrong := append(neo4j[:len(neo4j)-1:len(neo4j)-1], "not-the-password")
	for _, command := range [][]string{{"load"}, {"serve", "--addr", "127.0.0.1:0"}, {"export", filepath.Join(t.TempDir(), "out")}} {
		code, out, problems := run(t, with(wrong, command...)...)
		require.Equal(t, 3, code, out+problems)
		require.NotContains(t, out+problems, "not-the-password")
	}
}

package neo4jtest

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// Process is a server that a test may kill. Its data and its address outlive it.
type Process struct {
	Config neo4j.Config
	script string
	data   string
	stop   func()
	odd    bool // it does not run, or with other settings
}

// Killable gives the server of this test binary as a process, or, when that is one from outside, another that is started for this
// test. When the test has ended, it runs as before.
func Killable(t testing.TB) *Process {
	t.Helper()
	Start(t)
	server.Lock()
	p := server.process
	server.Unlock()
	if p == nil {
		var err error
		p, err = launch()
		require.NoError(t, err)
		t.Cleanup(p.stop)
		return p
	}
	t.Cleanup(func() {
		if p.odd {
			p.Kill(t)
			p.Restart(t)
		}
	})
	return p
}

// Kill ends the server at once, as a loss of power does.
func (p *Process) Kill(t testing.TB) {
	t.Helper()
	p.odd = true
	text, err := os.ReadFile(filepath.Join(p.data, "pid"))
	require.NoError(t, err)
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	require.NoError(t, err)
	process, err := os.FindProcess(pid)
	require.NoError(t, err)
	_ = process.Kill() // it may be gone already
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for range tick.C {
		line, err := net.Dial("tcp", strings.TrimPrefix(p.Config.URI, "bolt://"))
		if err != nil {
			return
		}
		_ = line.Close()
	}
}

// Restart starts a server that was killed on its old data, at its old address, with these settings besides its usual ones.
func (p *Process) Restart(t testing.TB, more ...string) {
	t.Helper()
	_, port, err := net.SplitHostPort(strings.TrimPrefix(p.Config.URI, "bolt://"))
	require.NoError(t, err)
	_, err = harnessIn("", more, p.script, "start", p.data, port)
	require.NoError(t, err)
	p.odd = len(more) > 0
}

// Import fills a server of its own with neo4j-admin, from the arguments in this folder, starts it, and gives a store on it. In its
// database is nothing but what was imported.
func Import(t testing.TB, folder, arguments string) *neo4j.Store {
	t.Helper()
	Start(t) // says what is missing
	p, err := prepare()
	require.NoError(t, err)
	t.Cleanup(p.stop)
	_, err = harnessIn(folder, nil, p.script, "admin", p.data, "database", "import", "full", "neo4j", "@"+arguments)
	require.NoError(t, err)
	require.NoError(t, p.start())
	store, err := neo4j.Connect(t.Context(), p.Config)
	require.NoError(t, err)
	t.Cleanup(func() { store.Close(context.Background()) })
	return store
}

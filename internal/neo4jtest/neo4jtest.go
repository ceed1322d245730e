// Package neo4jtest gives tests a real Neo4j: the server named by NEO4J_TEST_URI, or one of its own that it starts from Maven
// artifacts (see run), one a test binary. A package that uses it needs
//
//	func TestMain(m *testing.M) { neo4jtest.Main(m) }
package neo4jtest

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

//go:embed run
var runScript []byte

//go:embed pom.xml
var pinned []byte

// Password of the user neo4j on a server that this package starts.
const Password = "lodestone-test"

// server is the one of this test binary: started by the first test that asks, stopped by Main.
var server struct {
	sync.Mutex
	managed bool // Main runs the tests
	begun   bool
	config  neo4j.Config
	process *Process // nil when the server is one from outside
	err     error
	stop    func()
}

var errMissing = errors.New("not installed")

// Main runs the tests of a package and stops the server that they may have started.
func Main(m *testing.M) {
	server.managed = true
	code := m.Run()
	server.Lock()
	if server.stop != nil {
		server.stop()
	}
	server.Unlock()
	os.Exit(code)
}

// Start gives the server of this test binary, which all its tests share: see Clean. When Java, Maven or bash is missing, the test
// fails under CI=true and is left out, loudly, elsewhere.
func Start(t testing.TB) neo4j.Config {
	t.Helper()
	server.Lock()
	defer server.Unlock()
	if !server.managed {
		t.Fatal("neo4jtest: this package needs: func TestMain(m *testing.M) { neo4jtest.Main(m) }")
	}
	if !server.begun {
		server.begun = true
		server.err = begin()
	}
	if errors.Is(server.err, errMissing) && os.Getenv("CI") != "true" {
		fmt.Fprintf(os.Stderr, "LEFT OUT: %s because %v\n", t.Name(), server.err)
		t.Skip(server.err)
	}
	if server.err != nil {
		t.Fatalf("neo4jtest: %v", server.err)
	}
	return server.config
}

// begin takes the server that was named, or starts one.
func begin() (err error) {
	if uri := os.Getenv("NEO4J_TEST_URI"); uri != "" {
		server.config = neo4j.Config{URI: uri, User: os.Getenv("NEO4J_TEST_USER"), Password: os.Getenv("NEO4J_TEST_PASSWORD")}
		server.stop, err = lock(uri)
		return err
	}
	if server.process, err = launch(); err == nil {
		server.config, server.stop = server.process.Config, server.process.stop
	}
	return err
}

func launch() (*Process, error) {
	p, err := prepare()
	if err != nil {
		return nil, err
	}
	if err := p.start(); err != nil {
		p.stop()
		return nil, err
	}
	return p, nil
}

// prepare makes the folder of a server that is not started yet.
func prepare() (*Process, error) {
	for _, program := range []string{"bash", "java", "mvn"} {
		if _, err := exec.LookPath(program); err != nil {
			return nil, fmt.Errorf("%s is %w: a real Neo4j needs bash, Java 17 and Maven, or NEO4J_TEST_URI", program, errMissing)
		}
	}
	dir, err := os.MkdirTemp("", "lodestone-neo4j-")
	if err != nil {
		return nil, err
	}
	p := &Process{script: filepath.Join(dir, "run"), data: filepath.Join(dir, "server")}
	p.stop = func() {
		if _, err := harness(p.script, "stop", p.data); err != nil {
			fmt.Fprintf(os.Stderr, "neo4jtest: %v\n", err)
		}
		_ = os.RemoveAll(dir)
	}
	err = errors.Join(os.Mkdir(p.data, 0o700), os.WriteFile(p.script, runScript, 0o700), os.WriteFile(filepath.Join(dir, "pom.xml"), pinned, 0o600))
	if err != nil {
		p.stop()
		return nil, err
	}
	return p, nil
}

// start starts the server for the first time.
func (p *Process) start() error {
	out, err := harness(p.script, "start", p.data)
	if err != nil {
		return err
	}
	for line := range strings.Lines(out) {
		if uri, ok := strings.CutPrefix(strings.TrimSpace(line), "NEO4J_URI="); ok {
			p.Config = neo4j.Config{URI: uri, User: "neo4j", Password: Password}
			return nil
		}
	}
	return fmt.Errorf("the start script named no URI: %s", out)
}

// harness runs the harness. Filling an empty cache of jars takes seconds on a good network; ten minutes is a dead one.
func harness(script string, arguments ...string) (string, error) {
	return harnessIn("", nil, script, arguments...)
}

// harnessIn runs it in a folder, with more settings of the server.
func harnessIn(folder string, more []string, script string, arguments ...string) (string, error) {
	cmd := exec.Command("bash", append([]string{script}, arguments...)...)
	cmd.Dir = folder
	cmd.Env = append(settings(more), os.Environ()...) // of two values the last counts
	cmd.Env = append(cmd.Env, "NEO4J_PASSWORD="+Password, fmt.Sprintf("NEO4J_OWNER_PID=%d", os.Getpid()))
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	cmd.WaitDelay = time.Second // the server inherits no pipe, but a child of Maven may
	timer := time.AfterFunc(10*time.Minute, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s %s: %w: %s", script, arguments[0], err, problems.String())
	}
	return out.String(), nil
}

// settings suit short runs on little data, where nearly all time goes into planning statements for the first time: the quick
// compiler only, and a plan once made is kept though the data changed.
func settings(more []string) []string {
	return []string{
		"NEO4J_JAVA_OPTS=-XX:TieredStopAtLevel=1",
		"NEO4J_SETTINGS=" + strings.Join(append([]string{"dbms.cypher.min_replan_interval=1h"}, more...), "\n"),
	}
}

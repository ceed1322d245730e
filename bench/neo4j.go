package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/lodestone-graph/lodestone/bench/generate"
	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// heap is the memory of the Neo4j server; one transaction may use 70 % of it.
const heap = "2g"

// server is a real Neo4j that ends with the benchmark.
type server struct {
	script, dir string
	store       *neo4j.Store
	uri         string
	sales       int // that were loaded
	limit       time.Duration
}

// startServer runs the harness that the tests use too.
func startServer(ctx context.Context, root, dir string, limit time.Duration) (*server, error) {
	s := &server{script: filepath.Join(root, "internal", "neo4jtest", "run"), dir: dir, limit: limit}
	out, err := s.harness(ctx, "start")
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(out) {
		if uri, ok := strings.CutPrefix(strings.TrimSpace(line), "NEO4J_URI="); ok {
			s.uri = uri
		}
	}
	if s.store, err = neo4j.Connect(ctx, neo4j.Config{URI: s.uri, Timeout: limit}); err != nil {
		s.end()
		return nil, err
	}
	return s, nil
}

func (s *server) harness(ctx context.Context, command string) (string, error) {
	cmd := exec.CommandContext(ctx, "bash", s.script, command, s.dir)
	cmd.Env = append(os.Environ(), "NEO4J_HEAP="+heap, "NEO4J_PAGECACHE=512m", fmt.Sprintf("NEO4J_OWNER_PID=%d", os.Getpid()))
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	cmd.WaitDelay = time.Second
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("neo4j %s: %w: %s", command, err, lastLine(problems.String()))
	}
	return out.String(), nil
}

func (s *server) end() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if s.store != nil {
		s.store.Close(ctx)
	}
	_, _ = s.harness(ctx, "stop")
}

// load writes the release with the engine's own loader.
func (s *server) load(ctx context.Context, facts *graph.Facts) (answer, error) {
	s.sales = len(facts.Supplies)
	a, err := timed(func() error {
		_, err := s.store.Load(ctx, facts, nil)
		return err
	})
	a.Count = len(facts.Supplies)
	a.Note = fmt.Sprintf("%d firms, %d sales, by Store.Load", len(facts.Firms), len(facts.Supplies))
	return a, err
}

// cypher is Neo4j asked in its own language, by whom knows it.
type cypher struct {
	*server
	version string
}

func (s *server) cypher(ctx context.Context) (*cypher, error) {
	rows, err := s.store.Query(ctx, "CALL dbms.components() YIELD versions RETURN versions[0] AS version", nil)
	if err != nil {
		return nil, err
	}
	return &cypher{server: s, version: fmt.Sprint(rows[0]["version"])}, nil
}

func (c *cypher) label() string        { return "cypher" }
func (c *cypher) about() (string, int) { return "neo4j " + c.version, 2 }
func (c *cypher) stop()                {}

var statements = map[string]string{
	"reach": "MATCH (:Firm {id: $id})<-[:SUPPLIES*0..]-(n) RETURN count(DISTINCT n) AS count",
	"hops":  "MATCH (:Firm {id: $id})<-[:SUPPLIES*0..%d]-(n) RETURN count(DISTINCT n) AS count",
	"share-some-hops": "MATCH p = (:Firm {id: $id})<-[:SUPPLIES*1..%d]-(n:Firm) " +
		"WITH n, sum(reduce(w = 1.0, r IN relationships(p) | w * r.share_pct / 100)) AS share RETURN count(n) AS count, sum(share) AS total",
}

// why says why Cypher is not asked a question.
var why = map[string]string{
	"build":   "it is a database: see the write of a release",
	"csv":     "it is a database: see the write of a release",
	"closure": "one root at a time: see reach",
	"share":   "it can only add up walks, one by one: see share, against walks of some hops",
	"paths":   "it can only add up walks, one by one: see share, against walks of some hops",
}

func (c *cypher) ask(ctx context.Context, q question, limit time.Duration) (answer, error) {
	text, ok := statements[q.Question]
	if q.Question == "read" {
		return c.readRows(ctx)
	}
	if !ok {
		return answer{}, unsupported(why[q.Question])
	}
	if strings.Contains(text, "%d") {
		text = fmt.Sprintf(text, q.Depth)
	}
	limited, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	var rows []map[string]any
	a, err := timed(func() error {
		var err error
		rows, err = c.store.Query(limited, text, map[string]any{"id": generate.FirmID(q.Root)})
		return err
	})
	if err != nil {
		if limited.Err() != nil && ctx.Err() == nil {
			return a, errSlow
		}
		return a, err
	}
	count, _ := rows[0]["count"].(int64)
	a.Count = int(count)
	if q.Question == "share-some-hops" {
		a.Note = fmt.Sprintf("NOT THE SAME QUESTION: one root, %d hops of walks", q.Depth)
	}
	return a, nil
}

// readRows reads the sales out as rows, as a program would that knows nothing of the driver's costs.
func (c *cypher) readRows(ctx context.Context) (answer, error) {
	count := 0
	a, err := timed(func() error {
		rows, err := c.store.Query(ctx, "MATCH (a:Firm)-[r:SUPPLIES]->(b:Firm) RETURN a.id AS a, b.id AS b, r.item AS item, "+
			"r.share_pct AS share, r.status AS status, r.source AS source", nil)
		count = len(rows)
		return err
	})
	a.Count, a.Note = count, "the sales alone, one record a row"
	return a, err
}

// readAll reads the whole release with the engine's own reader.
func (s *server) readAll(ctx context.Context) (answer, error) {
	a, err := timed(func() error {
		facts, err := s.store.Read(ctx)
		if err == nil && len(facts.Supplies) != s.sales {
			err = fmt.Errorf("%d sales came back of %d", len(facts.Supplies), s.sales)
		}
		return err
	})
	a.Note = "all tables, in columns by range, by Store.Read"
	return a, err
}

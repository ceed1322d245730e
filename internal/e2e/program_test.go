package e2e_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/cli"
	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
	"github.com/lodestone-graph/lodestone/queries"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

const patience = time.Minute

// output is a stream that a program writes to and a test reads from, on different goroutines.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(part []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(part)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// run runs a command to its end.
func run(t *testing.T, arguments ...string) (code int, out, errors string) {
	t.Helper()
	var stdout, stderr output
	code = cli.Main(t.Context(), cli.Streams{In: strings.NewReader(""), Out: &stdout, Err: &stderr}, arguments)
	return code, stdout.String(), stderr.String()
}

// program is a server under test.
type program struct {
	url      string
	out, log *output
	stop     func() int // stops it as a signal does, and gives its exit code
}

var announced = regexp.MustCompile(`answers at (http://\S+)`)

// serve starts the program on a free port and waits until it says where it answers.
func serve(t *testing.T, arguments ...string) *program {
	t.Helper()
	p := &program{out: new(output), log: new(output)}
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	done := make(chan int, 1)
	go func() {
		done <- cli.Main(ctx, cli.Streams{In: strings.NewReader(""), Out: p.out, Err: p.log}, append([]string{"serve", "--addr", "127.0.0.1:0"}, arguments...))
	}()
	p.stop = sync.OnceValue(func() int {
		cancel()
		select {
		case code := <-done:
			return code
		case <-time.After(patience):
			return -1
		}
	})
	t.Cleanup(func() { p.stop() })
	require.Eventually(t, func() bool { return announced.MatchString(p.out.String()) }, patience, 5*time.Millisecond, "it says where it answers")
	p.url = announced.FindStringSubmatch(p.out.String())[1]
	return p
}

// get asks for a page.
func (p *program) get(t *testing.T, path string) (status int, body string) {
	t.Helper()
	response, err := http.Get(p.url + path)
	require.NoError(t, err)
	defer func() { require.NoError(t, response.Body.Close()) }()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response.StatusCode, string(text)
}

// ask sends a query and gives the response.
func (p *program) ask(t *testing.T, query string) map[string]any {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	require.NoError(t, err)
	response, err := http.Post(p.url+"/graphql", "application/json", bytes.NewReader(body))
	require.NoError(t, err)
	defer func() { require.NoError(t, response.Body.Close()) }()
	var answer map[string]any
	require.NoError(t, json.NewDecoder(response.Body).Decode(&answer))
	return answer
}

// release is the release in use, as readiness tells it.
func (p *program) release(t *testing.T) string {
	t.Helper()
	status, body := p.get(t, "/readyz")
	require.Equal(t, http.StatusOK, status, body)
	return decode(t, body)["release"].(string)
}

// worked gives the worked questions and a file for each.
func worked(t *testing.T) map[string]queries.Query {
	t.Helper()
	all, err := queries.All()
	require.NoError(t, err)
	files := map[string]queries.Query{}
	for _, query := range all {
		name := filepath.Join(t.TempDir(), query.Name+".graphql")
		require.NoError(t, os.WriteFile(name, []byte(query.Text), 0o600))
		files[name] = query
	}
	return files
}

func decode(t *testing.T, text string) map[string]any {
	t.Helper()
	var answer map[string]any
	require.NoError(t, json.Unmarshal([]byte(text), &answer), text)
	return answer
}

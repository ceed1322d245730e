package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/rs/zerolog"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/server"
)

type queryCommand struct {
	File      string      `arg:"" name:"file" help:"File with a GraphQL query; - reads standard input."`
	Variables string      `name:"vars" placeholder:"JSON" help:"Variables, as a JSON object."`
	Operation string      `name:"operation" placeholder:"NAME" help:"Operation to run, when the file has several."`
	Folder    string      `name:"dir" env:"LODESTONE_DIR" placeholder:"DIR" help:"Folder of CSV files to read; without it the embedded data."`
	Server    string      `name:"server" env:"LODESTONE_SERVER" placeholder:"URL" help:"Server to ask instead, such as http://127.0.0.1:8080."`
	Record    recordFlags `embed:"" group:"Neo4j"`
}

// Run prints the response, indented, and fails when errors stand in it. The same limits hold as over HTTP.
func (c *queryCommand) Run(s *session) error {
	body, err := c.body(s.streams.In)
	if err != nil {
		return err
	}
	response, err := c.send(s, body)
	if err != nil {
		return err
	}
	var answer struct {
		Errors []struct{} `json:"errors"`
	}
	if err := json.Unmarshal(response, &answer); err != nil {
		return unavailable(errors.New("the server did not answer in JSON"))
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, bytes.TrimSpace(response), "", "  "); err != nil {
		return err
	}
	pretty.WriteByte('\n')
	if _, err := pretty.WriteTo(s.streams.Out); err != nil {
		return err
	}
	if len(answer.Errors) > 0 {
		return silent(exitFindings)
	}
	return nil
}

// body is the request as it goes over HTTP.
func (c *queryCommand) body(in io.Reader) ([]byte, error) {
	text, err := c.read(in)
	if err != nil {
		return nil, usageError(err)
	}
	request := map[string]any{"query": string(text)}
	if c.Operation != "" {
		request["operationName"] = c.Operation
	}
	if c.Variables != "" {
		var variables map[string]json.RawMessage
		if err := json.Unmarshal([]byte(c.Variables), &variables); err != nil {
			return nil, usageError(fmt.Errorf("--vars is not a JSON object: %w", err))
		}
		request["variables"] = variables
	}
	return json.Marshal(request)
}

func (c *queryCommand) read(in io.Reader) ([]byte, error) {
	if c.File == "-" {
		return io.ReadAll(in)
	}
	return os.ReadFile(c.File)
}

// send asks the server that is named, or answers from the facts in this process.
func (c *queryCommand) send(s *session, body []byte) ([]byte, error) {
	if c.Server != "" {
		if c.Folder != "" || c.Record.URI != "" {
			return nil, usageError(errors.New("name a server or data of your own, not both"))
		}
		return c.ask(s, body)
	}
	snapshot, err := s.readSnapshot(c.Folder, c.Record)
	if err != nil {
		return nil, err
	}
	return answerHere(s, snapshot, body)
}

// ask sends the request to a server.
func (c *queryCommand) ask(s *session, body []byte) ([]byte, error) {
	address, err := endpoint(c.Server)
	if err != nil {
		return nil, usageError(err)
	}
	request, err := newRequest(s, address, body)
	if err != nil {
		return nil, err
	}
	client := &http.Client{Timeout: time.Minute}
	response, err := client.Do(request)
	if err != nil {
		return nil, unavailable(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, unavailable(err)
	}
	return text, nil
}

// endpoint completes the address of a server with the path of its GraphQL.
func endpoint(text string) (string, error) {
	address, err := url.Parse(text)
	if err != nil || address.Host == "" || address.Scheme != "http" && address.Scheme != "https" {
		return "", fmt.Errorf("%s is no address of a server; it looks like http://127.0.0.1:8080", text)
	}
	if !strings.HasSuffix(address.Path, "/graphql") {
		address = address.JoinPath("graphql")
	}
	return address.String(), nil
}

func newRequest(s *session, address string, body []byte) (*http.Request, error) {
	request, err := http.NewRequestWithContext(s.ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json, application/json;q=0.9")
	return request, nil
}

// answerHere puts the request through the same handler as the server, without a network.
func answerHere(s *session, snapshot *graph.Snapshot, body []byte) ([]byte, error) {
	handler := server.New(server.Config{
		Schema: newSchema(func() *graph.Snapshot { return snapshot }),
		Status: func() server.Status { return server.Status{Release: snapshot.Release()} },
		Limits: server.DefaultLimits(),
		Log:    s.log.Level(max(s.log.GetLevel(), zerolog.WarnLevel)),
	})
	request, err := newRequest(s, "http://localhost/graphql", body)
	if err != nil {
		return nil, err
	}
	response := &recorder{header: http.Header{}}
	handler.ServeHTTP(response, request)
	return response.body.Bytes(), nil
}

// recorder keeps a response in memory.
type recorder struct {
	header http.Header
	body   bytes.Buffer
}

// Header gives the headers.
func (r *recorder) Header() http.Header { return r.header }

// WriteHeader drops the status: the body says all.
func (*recorder) WriteHeader(int) {}

// Write keeps a part of the body.
func (r *recorder) Write(part []byte) (int, error) { return r.body.Write(part) }

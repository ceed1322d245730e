package deploy_test

import (
	"debug/elf"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
	"github.com/stretchr/testify/require"
)

const root = "../.."

// project parses and validates docker-compose.yml as `docker compose config` does.
func project(t *testing.T, env ...string) (*types.Project, error) {
	t.Helper()
	options, err := cli.NewProjectOptions([]string{filepath.Join(root, "docker-compose.yml")}, cli.WithEnv(env))
	require.NoError(t, err)
	return options.LoadProject(t.Context())
}

func services(t *testing.T) types.Services {
	t.Helper()
	p, err := project(t, "LODESTONE_NEO4J_PASSWORD=a-password")
	require.NoError(t, err)
	require.Equal(t, "lodestone", p.Name)
	return p.Services
}

// folder holds the program while the tests run.
var folder string

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "lodestone-deploy-"); err != nil {
		panic(err)
	}
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// program is Lodestone built as the Dockerfile builds it.
func program(t *testing.T) string {
	t.Helper()
	out, err := build()
	require.NoError(t, err, string(out))
	return filepath.Join(folder, "lodestone")
}

var build = sync.OnceValues(func() ([]byte, error) {
	command := exec.Command("go", "build", "-o", filepath.Join(folder, "lodestone"), ".")
	command.Dir = root
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	return command.CombinedOutput()
})

func TestCompose_AsksForAPassword(t *testing.T) {
	_, err := project(t)
	require.ErrorContains(t, err, "choose a password")
}

func TestCompose_StartsInOrder(t *testing.T) {
	all := services(t)
	require.Len(t, all, 3)
	require.Equal(t, types.ServiceConditionHealthy, all["load"].DependsOn["neo4j"].Condition)
	require.Equal(t, types.ServiceConditionCompletedSuccessfully, all["lodestone"].DependsOn["load"].Condition)
	require.Equal(t, "no", all["load"].Restart)
	require.NotNil(t, all["neo4j"].HealthCheck)
	require.Equal(t, "neo4j:5.26-community", all["neo4j"].Image)
	require.Equal(t, "neo4j/a-password", *all["neo4j"].Environment["NEO4J_AUTH"])
	require.Equal(t, "neo4j-data", all["neo4j"].Volumes[0].Source)
	for name, s := range all {
		for _, port := range s.Ports {
			require.Equal(t, "127.0.0.1", port.HostIP, "%s is open to the network", name)
		}
		if name != "neo4j" {
			require.Equal(t, "bolt://neo4j:7687", *s.Environment["LODESTONE_NEO4J_URI"])
			require.Equal(t, "a-password", *s.Environment["LODESTONE_NEO4J_PASSWORD"])
			require.NotNil(t, s.Build)
		}
	}
}

// Every command, flag and variable named in the files is one of the program's.
func TestCompose_SpeaksTheCommandLine(t *testing.T) {
	path := program(t)
	for name, s := range services(t) {
		if name == "neo4j" {
			continue
		}
		variables := make([]string, 0, len(s.Environment))
		for variable := range s.Environment {
			variables = append(variables, variable)
		}
		requireKnown(t, path, s.Command, variables)
	}
	requireKnown(t, path, dockerfileWords(t, "CMD"), nil)
	requireKnown(t, path, services(t)["lodestone"].HealthCheck.Test[2:], nil)
}

func requireKnown(t *testing.T, program string, command, variables []string) {
	t.Helper()
	require.NotEmpty(t, command)
	out, err := exec.CommandContext(t.Context(), program, command[0], "--help").CombinedOutput()
	require.NoError(t, err, "%s: %s", command[0], out)
	help := strings.Join(strings.Fields(string(out)), " ") // lines are wrapped
	for _, word := range command[1:] {
		if flag, _, _ := strings.Cut(word, "="); strings.HasPrefix(flag, "--") {
			require.Contains(t, help, flag+"=", "lodestone %s", command[0])
		}
	}
	for _, variable := range variables {
		require.Contains(t, help, "($"+variable+")", "lodestone %s", command[0])
	}
}

func TestDockerfile_IsStaticSmallAndUnprivileged(t *testing.T) {
	text := dockerfile(t)
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(string(mod))[1]
	require.Contains(t, text, "FROM golang:"+version+"-", "the version of go.mod")
	require.Contains(t, text, "CGO_ENABLED=0 go build")
	stages := regexp.MustCompile(`(?m)^FROM `).Split(text, -1)
	final := stages[len(stages)-1]
	require.Regexp(t, `^gcr\.io/distroless/static\S*:nonroot\n`, final)
	require.Regexp(t, `(?m)^USER nonroot:nonroot$`, final)
	require.Equal(t, []string{services(t)["lodestone"].HealthCheck.Test[1]}, dockerfileWords(t, "ENTRYPOINT"))
	require.Contains(t, text, "/out"+healthQuery(t))

	if runtime.GOOS == "linux" {
		file, err := elf.Open(program(t))
		require.NoError(t, err)
		defer func() { _ = file.Close() }()
		for _, part := range file.Progs {
			require.NotEqual(t, elf.PT_INTERP, part.Type, "needs a dynamic loader, which the image has not")
		}
	}
}

// The health check runs as written, but for the address and the path of the query.
func TestCompose_HealthCheckTellsUpFromDown(t *testing.T) {
	path := program(t)
	query := filepath.Join(t.TempDir(), "health.graphql")
	text := regexp.MustCompile(`printf '(.*)\\n' > /out` + healthQuery(t)).FindStringSubmatch(dockerfile(t))
	require.NoError(t, os.WriteFile(query, []byte(text[1]), 0o600))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address := listener.Addr().String()
	require.NoError(t, listener.Close())

	lodestone := services(t)["lodestone"]
	check := func() (string, error) {
		words := strings.Join(lodestone.HealthCheck.Test[2:], "\n")
		words = strings.NewReplacer("127.0.0.1:8080", address, healthQuery(t), query).Replace(words)
		command := exec.CommandContext(t.Context(), path, strings.Split(words, "\n")...)
		for name, value := range lodestone.Environment {
			command.Env = append(command.Env, name+"="+*value)
		}
		out, err := command.CombinedOutput()
		return string(out), err
	}
	_, err = check()
	require.Error(t, err, "nothing listens yet")

	server := exec.CommandContext(t.Context(), path, "serve", "--addr", address)
	server.Env = []string{"PATH=" + os.Getenv("PATH")}
	require.NoError(t, server.Start())
	t.Cleanup(func() {
		_ = server.Process.Signal(syscall.SIGTERM)
		_ = server.Wait()
	})
	require.Eventually(t, func() bool {
		response, err := http.Get(fmt.Sprintf("http://%s/readyz", address))
		if err != nil {
			return false
		}
		_ = response.Body.Close()
		return response.StatusCode == http.StatusOK
	}, 30*time.Second, 50*time.Millisecond)
	out, err := check()
	require.NoError(t, err, out)
}

func dockerfile(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "Dockerfile"))
	require.NoError(t, err)
	return string(text)
}

// healthQuery is the path of the query that the health check sends.
func healthQuery(t *testing.T) string {
	t.Helper()
	words := services(t)["lodestone"].HealthCheck.Test
	return words[len(words)-1]
}

// dockerfileWords are the words of the last instruction of a kind.
func dockerfileWords(t *testing.T, instruction string) []string {
	t.Helper()
	matches := regexp.MustCompile(`(?m)^`+instruction+` (\[.*\])$`).FindAllStringSubmatch(dockerfile(t), -1)
	require.NotEmpty(t, matches)
	var words []string
	require.NoError(t, json.Unmarshal([]byte(matches[len(matches)-1][1]), &words))
	return words
}

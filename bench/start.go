package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
)

// moduleRoot is where the sources are: the peers' programs and the harness of Neo4j lie there.
func moduleRoot(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return "", fmt.Errorf("run it within the module, with Go: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

func commit(ctx context.Context, root string) string {
	out, err := exec.CommandContext(ctx, "git", "-C", root, "describe", "--always", "--dirty").Output()
	if err != nil {
		if info, ok := debug.ReadBuildInfo(); ok {
			return info.Main.Version
		}
		return "unknown"
	}
	return strings.TrimSpace(string(out))
}

// startPython installs and starts the Python peers that were asked for, and names those that are missing.
func (b *bench) startPython(ctx context.Context, root string, wanted []string) (missing []string) {
	var names []string
	for _, name := range wanted {
		if name != "cypher" && name != "graphql" {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	python, err := environment(ctx, root)
	if err != nil {
		return []string{fmt.Sprintf("%s, for want of Python: %v", strings.Join(names, ", "), err)}
	}
	for _, name := range names {
		if err := install(ctx, root, python, name); err != nil {
			missing = append(missing, fmt.Sprintf("%s does not install: %v", name, err))
			continue
		}
		b.say("starting %s", name)
		p := &process{name: name, command: []string{python, filepath.Join(root, "bench", "peers", "peer.py"), name, b.folder}, dir: b.folder}
		if err := p.start(ctx, startLimit); err != nil {
			missing = append(missing, fmt.Sprintf("%s does not start: %v", name, err))
			continue
		}
		b.peers = append(b.peers, p)
	}
	return missing
}

func cacheFolder(name string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, "lodestone-bench", name)
	return folder, os.MkdirAll(folder, 0o755)
}

// environment makes the virtual environment, once.
func environment(ctx context.Context, root string) (python string, err error) {
	folder, err := cacheFolder("python")
	if err != nil {
		return "", err
	}
	python = filepath.Join(folder, "bin", "python")
	if _, err := os.Stat(python); err == nil {
		return python, nil
	}
	if err := program(ctx, root, "python3", "-m", "venv", folder); err != nil {
		return "", err
	}
	return python, nil
}

// install brings one pinned package, and numpy, which all of them need; plain Python takes scipy.
func install(ctx context.Context, root, python, name string) error {
	data, err := os.ReadFile(filepath.Join(root, "bench", "peers", "requirements.txt"))
	if err != nil {
		return err
	}
	var pinned []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, name+"==") || strings.HasPrefix(line, "numpy==") || name == "python" && strings.HasPrefix(line, "scipy==") {
			pinned = append(pinned, line)
		}
	}
	return program(ctx, root, python, append([]string{"-m", "pip", "install", "--quiet", "--disable-pip-version-check"}, pinned...)...)
}

func program(ctx context.Context, dir, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, lastLine(string(out)))
	}
	return nil
}

// startNeo4j starts a server, loads the release into it, and starts the peers that ask it.
func (b *bench) startNeo4j(ctx context.Context, root string, wanted []string) (*server, []string) {
	if !slices.Contains(wanted, "cypher") && !slices.Contains(wanted, "graphql") {
		return nil, nil
	}
	b.say("starting Neo4j and loading the release")
	s, err := startServer(ctx, root, filepath.Join(b.folder, "neo4j"), b.limit)
	if err != nil {
		return nil, []string{fmt.Sprintf("neo4j does not start: %v", err)}
	}
	a, err := s.load(ctx, b.network.Facts())
	if err != nil {
		s.end()
		return nil, []string{fmt.Sprintf("neo4j does not take the release: %v", err)}
	}
	b.add(Row{Question: "write a release to Neo4j", Peer: "lodestone", Version: "this tree", Threads: 2, Agrees: true,
		Milliseconds: []float64{a.Milliseconds}, Note: a.Note})
	var missing []string
	if slices.Contains(wanted, "cypher") {
		c, err := s.cypher(ctx)
		if err != nil {
			missing = append(missing, fmt.Sprintf("cypher: %v", err))
		} else {
			b.peers = append(b.peers, c)
		}
	}
	if slices.Contains(wanted, "graphql") {
		p, err := b.startGraphQL(ctx, root, s.uri)
		if err != nil {
			missing = append(missing, fmt.Sprintf("@neo4j/graphql: %v", err))
		} else {
			b.peers = append(b.peers, p)
		}
	}
	return s, missing
}

// startGraphQL installs and starts Neo4j's own GraphQL library.
func (b *bench) startGraphQL(ctx context.Context, root, uri string) (*process, error) {
	folder, err := cacheFolder("node")
	if err != nil {
		return nil, err
	}
	for _, file := range []string{"package.json", "graphql.mjs"} {
		data, err := os.ReadFile(filepath.Join(root, "bench", "peers", file))
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, file), data, 0o600)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := program(ctx, folder, "npm", "install", "--silent", "--no-audit", "--no-fund"); err != nil {
		return nil, err
	}
	p := &process{name: "@neo4j/graphql", command: []string{"node", "graphql.mjs", uri}, dir: folder}
	return p, p.start(ctx, startLimit)
}

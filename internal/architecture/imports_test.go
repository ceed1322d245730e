package architecture_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/lodestone-graph/lodestone"

type rule struct {
	pattern string
	may     []string
}

// rules say which packages of this module a package may import. A pattern ends in /... for everything below; the first rule that
// matches a package holds. Every package needs one: a new package is a decision.
var rules = []rule{
	{".", []string{"internal/cli"}},
	{"seed", nil},
	{"queries", nil},

	// The product: the model, the foundations on it, and rooms that know only those.
	{"graph", nil},
	{"graph/chain", foundations},
	{"graph/market", foundations},
	{"graph/solve", foundations},
	{"graph/cover", append([]string{"graph/shock", "graph/control"}, foundations...)}, // stop dates ask for the losses of shocks, and of the law
	{"graph/replay", append([]string{"graph/cover"}, foundations...)},                 // it holds stop dates against what happened
	{"graph/graphtest", []string{"graph", "graph/...", "loader/csv", "loader/check", "seed"}},
	{"graph/shared", append([]string{"graph/exposure"}, foundations...)},    // it is a question of many exposures
	{"graph/sankey", append([]string{"graph/composition"}, foundations...)}, // it draws compositions
	{"graph/...", foundations},

	// Facts from and to the outside.
	{"loader/...", []string{"graph", "loader/...", "seed"}},

	// The API.
	{"internal/apierror", nil},
	{"resolvers/internal/...", []string{"graph", "graph/...", "internal/apierror", "resolvers/internal/..."}},
	{"resolvers", []string{"graph", "graph/...", "internal/apierror", "resolvers/internal/..."}},

	// The program around it.
	{"web", nil},
	{"internal/explorer", []string{"web"}},
	{"internal/playground", []string{"queries"}},
	{"internal/server", []string{"internal/apierror", "internal/explorer", "internal/playground"}},
	{"internal/live", []string{"graph", "loader/..."}},
	{"internal/cli", []string{"graph", "loader/...", "seed", "queries", "resolvers", "internal/live", "internal/server", "internal/apierror"}},

	// Comparisons with other systems.
	{"bench", measured},
	{"bench/...", measured},

	// Helpers of tests.
	{"internal/server/servertest", []string{"internal/apierror"}},
	{"internal/browsertest", nil},
	{"internal/neo4jtest", []string{"graph", "loader/..."}},
	{"internal/agreement", []string{"graph", "graph/...", "loader/...", "seed"}},
	{"internal/deploy", nil},
	{"internal/e2e", nil},
	{"internal/architecture", nil},
}

var foundations = []string{"graph", "graph/chain", "graph/market", "graph/solve"}

var measured = []string{"bench/...", "graph", "graph/...", "loader/...", "resolvers", "internal/server", "internal/neo4jtest"}

// forTests are packages that no code but that of tests and of other helpers may import.
var forTests = []string{"graph/graphtest", "internal/server/servertest", "internal/browsertest", "internal/neo4jtest"}

// foreign says who may import packages from outside that are not for everybody.
var foreign = []rule{
	{"github.com/neo4j/neo4j-go-driver/...", []string{"loader/neo4j", "internal/neo4jtest"}},
	{"github.com/99designs/gqlgen/...", []string{"resolvers", "resolvers/...", "internal/apierror", "internal/server", "internal/server/servertest", "internal/cli"}},
	{"github.com/vektah/gqlparser/...", []string{"resolvers", "resolvers/...", "internal/apierror", "internal/server", "internal/server/servertest"}},
	{"github.com/alecthomas/kong", []string{"internal/cli"}},
	{"github.com/rs/zerolog", []string{"internal/server", "internal/live", "internal/cli"}},
	{"github.com/chromedp/...", []string{"internal/browsertest"}},
	{"net/http", []string{"internal/server", "internal/explorer", "internal/playground", "internal/cli"}},
}

// graphNever lists what would bring the outside world into the product.
var graphNever = []string{"os", "os/...", "net", "net/...", "log", "log/...", "database/...", "io/fs", "math/rand", "math/rand/...", "embed", "syscall"}

type pkg struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
}

// name is the path within the module, "." for its root.
func (p pkg) name() string {
	if p.ImportPath == module {
		return "."
	}
	return strings.TrimPrefix(p.ImportPath, module+"/")
}

func packages(t *testing.T) []pkg {
	t.Helper()
	list := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Dir,GoFiles,Imports", module+"/...")
	out, err := list.Output()
	require.NoError(t, err)
	var all []pkg
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var one pkg
		err := decoder.Decode(&one)
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		all = append(all, one)
	}
	require.NotEmpty(t, all)
	return all
}

func matches(pattern, name string) bool {
	if base, ok := strings.CutSuffix(pattern, "/..."); ok {
		return strings.HasPrefix(name, base+"/")
	}
	return pattern == name
}

func matchesAny(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return matches(pattern, name) })
}

func TestImportsPointOneWay(t *testing.T) {
	for _, p := range packages(t) {
		at := slices.IndexFunc(rules, func(r rule) bool { return matches(r.pattern, p.name()) })
		if at < 0 {
			t.Errorf("%s has no rule: say in this file what it may import", p.name())
			continue
		}
		for _, imported := range p.Imports {
			own, ok := strings.CutPrefix(imported, module+"/")
			if ok && !matchesAny(rules[at].may, own) {
				t.Errorf("%s must not import %s", p.name(), own)
			}
		}
	}
}

func TestHelpersOfTestsStayInTests(t *testing.T) {
	for _, p := range packages(t) {
		if slices.Contains(forTests, p.name()) || strings.HasPrefix(p.name(), "bench") {
			continue // helpers may use each other, and so may comparisons, which no program imports
		}
		for _, imported := range p.Imports {
			if slices.Contains(forTests, strings.TrimPrefix(imported, module+"/")) {
				t.Errorf("%s imports %s outside of its tests", p.name(), imported)
			}
		}
	}
}

func TestForeignPackagesHaveOneDoor(t *testing.T) {
	for _, p := range packages(t) {
		for _, imported := range p.Imports {
			for _, rule := range foreign {
				if matches(rule.pattern, imported) && !matchesAny(rule.may, p.name()) {
					t.Errorf("%s must not import %s", p.name(), imported)
				}
			}
		}
	}
}

func isProduct(name string) bool {
	return name == "graph" || strings.HasPrefix(name, "graph/") && name != "graph/graphtest"
}

func TestTheProductKnowsNoOutside(t *testing.T) {
	for _, p := range packages(t) {
		if !isProduct(p.name()) {
			continue
		}
		for _, imported := range p.Imports {
			if matchesAny(graphNever, imported) {
				t.Errorf("%s must not import %s", p.name(), imported)
			}
		}
	}
}

// The product reads no clock: the day of a question is part of the question.
func TestTheProductReadsNoClock(t *testing.T) {
	for _, p := range packages(t) {
		if !isProduct(p.name()) {
			continue
		}
		for file, tree := range parse(t, p) {
			ast.Inspect(tree, func(node ast.Node) bool {
				selector, ok := node.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				from, ok := selector.X.(*ast.Ident)
				if ok && from.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Sleep", "After", "Tick"}, selector.Sel.Name) {
					t.Errorf("%s uses time.%s", path.Join(p.name(), file), selector.Sel.Name)
				}
				return true
			})
		}
	}
}

// Nothing happens at start-up behind a reader's back.
func TestNoInitFunctions(t *testing.T) {
	for _, p := range packages(t) {
		for file, tree := range parse(t, p) {
			if ast.IsGenerated(tree) {
				continue
			}
			for _, declaration := range tree.Decls {
				if function, ok := declaration.(*ast.FuncDecl); ok && function.Recv == nil && function.Name.Name == "init" {
					t.Errorf("%s has an init function", path.Join(p.name(), file))
				}
			}
		}
	}
}

func parse(t *testing.T, p pkg) map[string]*ast.File {
	t.Helper()
	trees := map[string]*ast.File{}
	for _, file := range p.GoFiles {
		tree, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, file), nil, parser.ParseComments|parser.SkipObjectResolution)
		require.NoError(t, err)
		trees[file] = tree
	}
	return trees
}

package exposure_test

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// vectorAnswer is what a case expects of a node. What it leaves out is not compared.
type vectorAnswer struct{ Exposed, Safe, Unknown, Lower, Upper *float64 }

func TestVectors(t *testing.T) {
	files, notes, err := graphtest.Vectors("dependency_share")
	require.NoError(t, err)
	for _, note := range notes {
		t.Log(note)
	}
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file.Name), func(t *testing.T) {
			for i := range file.Cases {
				c := &file.Cases[i]
				t.Run(c.ID, func(t *testing.T) {
					t.Run("system", func(t *testing.T) { vectorThroughSystem(t, c, file.Tolerance) })
					if c.Question.Aggregate == "single" || c.Question.Aggregate == "worst" {
						t.Run("facts", func(t *testing.T) { vectorThroughFacts(t, c, file.Tolerance) })
					}
				})
			}
		})
	}
}

// vectorExpected reads the expected answers by node, and the nodes whose shares are said to be scaled (nil: not said).
func vectorExpected(t *testing.T, c *graphtest.VectorCase) (answers map[string]vectorAnswer, scaled []string) {
	answers = map[string]vectorAnswer{}
	for key, raw := range c.Expected {
		if key == "_normalised" {
			require.NoError(t, json.Unmarshal(raw, &scaled), key)
			continue
		}
		require.NotNil(t, c.Node(key), "expects an answer for %q, which is no node", key)
		var answer vectorAnswer
		require.NoError(t, json.Unmarshal(raw, &answer), key)
		require.NotNil(t, answer.Exposed, key)
		answers[key] = answer
	}
	require.NotEmpty(t, answers)
	return answers, scaled
}

// compareVector holds the numbers of a node against those expected.
func compareVector(t *testing.T, node string, want vectorAnswer, low, safe, estimate, tolerance float64) {
	exposed := low
	if !math.IsNaN(estimate) {
		exposed = estimate
	}
	for _, one := range []struct {
		name string
		want *float64
		got  float64
	}{{"exposed", want.Exposed, exposed}, {"safe", want.Safe, safe}, {"unknown", want.Unknown, 1 - low - safe},
		{"lower", want.Lower, low}, {"upper", want.Upper, 1 - safe}} {
		if one.want != nil {
			require.InDelta(t, *one.want, one.got, tolerance, "%s of %s", one.name, node)
		}
	}
}

func vectorThroughSystem(t *testing.T, c *graphtest.VectorCase, tolerance float64) {
	answers, scaled := vectorExpected(t, c)
	layout := layOut(t, c, false)
	values, err := layout.system.Solve(context.Background())
	require.NoError(t, err)
	// A node that ends chains is safe for its buyers even where it has suppliers itself: that is solved apart.
	layout = layOut(t, c, true)
	safe, err := layout.system.Solve(context.Background())
	require.NoError(t, err)
	for node, want := range answers {
		n := slices.IndexFunc(c.Nodes, func(n graphtest.VectorNode) bool { return n.ID == node })
		estimate := math.NaN()
		if c.Question.Aggregate == "prior" {
			estimate = values[n].Estimate
		}
		compareVector(t, node, want, values[n].Low, safe[n].Safe, estimate, tolerance)
	}
	if scaled != nil {
		require.ElementsMatch(t, scaled, layout.scaled)
	}
}

// vectorLayout is a case as a system: node i is node i of the case, then come the lines of nodes with inputs.
type vectorLayout struct {
	system exposure.System
	scaled []string
}

// layOut turns a case into a system. With ends, buyers look at nodes that end chains as ends even where they have suppliers.
func layOut(t *testing.T, c *graphtest.VectorCase, ends bool) vectorLayout {
	n := len(c.Nodes)
	l := vectorLayout{system: exposure.System{Equations: make([]exposure.Equation, n), Members: make([]graph.Membership, n)}}
	add := func(eq exposure.Equation) int32 {
		l.system.Equations = append(l.system.Equations, eq)
		l.system.Members = append(l.system.Members, graph.Membership{})
		return int32(len(l.system.Equations) - 1)
	}
	seen := make([]int32, n)
	for i := range c.Nodes {
		seen[i] = int32(i)
		if slices.Contains(c.Question.Targets, c.Nodes[i].ID) {
			l.system.Members[i] = graph.Membership{Low: 1, Estimate: 1, High: 1}
		} else if ends && c.Nodes[i].Terminal {
			seen[i] = add(exposure.Equation{Operation: exposure.Ends})
		}
	}
	for i := range c.Nodes {
		node := &c.Nodes[i]
		var lines []exposure.Term
		for at, layer := range c.Layers(node) {
			if layer.Scaled && !slices.Contains(l.scaled, node.ID) {
				l.scaled = append(l.scaled, node.ID)
			}
			eq := exposure.Equation{Operation: exposure.Sum}
			for k, s := range layer.Suppliers {
				eq.Terms = append(eq.Terms, exposure.Term{Node: seen[s], Share: layer.Shares[k]})
			}
			if c.Question.Aggregate == "prior" && !node.Terminal {
				require.NotNil(t, c.Question.MarketShare, "a prior needs question.market_share")
				eq.Market = &exposure.Assumption{Estimate: *c.Question.MarketShare, Resolved: 1}
			}
			if len(node.Inputs) == 0 {
				l.system.Equations[i] = eq
				if node.Terminal && len(eq.Terms) == 0 {
					l.system.Equations[i] = exposure.Equation{Operation: exposure.Ends}
				}
				continue
			}
			if line := add(eq); node.Inputs[at].Essential || c.Question.Aggregate == "weighted" {
				lines = append(lines, exposure.Term{Node: line, Share: node.Inputs[at].Weight})
			}
		}
		if len(node.Inputs) > 0 {
			operation, ok := map[string]exposure.Operation{"weighted": exposure.Sum, "worst": exposure.Worst, "any": exposure.AnyFails}[c.Question.Aggregate]
			require.True(t, ok, "%s has inputs, and the aggregate %q does not say how they join", node.ID, c.Question.Aggregate)
			l.system.Equations[i] = exposure.Equation{Operation: operation, Terms: lines}
		}
	}
	require.Contains(t, []string{"single", "weighted", "worst", "any", "prior"}, c.Question.Aggregate)
	return l
}

func vectorThroughFacts(t *testing.T, c *graphtest.VectorCase, tolerance float64) {
	facts, reason := c.Facts()
	if reason != "" {
		t.Logf("rows cannot say it: %s", reason)
		return
	}
	s, err := graph.Build(facts)
	if err != nil && strings.Contains(err.Error(), "loop of feeds") {
		t.Logf("rows cannot say it: %v", err)
		return
	}
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2026, 6, 30), graph.Filter{})
	require.NoError(t, err)
	target := graph.Target{}
	for _, key := range c.Question.Targets {
		f, _ := s.Find(graph.KindFirm, key)
		target.Firms = append(target.Firms, f)
	}
	if len(target.Firms) == 0 { // nobody: a country without firms
		nowhere, _ := s.Find(graph.KindCountry, "ZZ")
		target.Countries = []graph.Node{nowhere}
	}
	a := ask(t, v, exposure.Question{Target: target})
	answers, _ := vectorExpected(t, c)
	for node, want := range answers {
		f, _ := s.Find(graph.KindFirm, node)
		row := a.Firm(f)
		low, high := vectorShare(a, &row, c.Node(node))
		compareVector(t, node, want, low, 1-high, math.NaN(), tolerance)
	}
}

// vectorShare takes a firm's only line; of one with inputs, the worst over what it needs.
func vectorShare(a *exposure.Answer, row *exposure.Row, node *graphtest.VectorNode) (low, high float64) {
	if len(node.Inputs) == 0 {
		return row.Share().Low, row.Share().High
	}
	for i := range row.Lines {
		l := &row.Lines[i]
		needed := slices.ContainsFunc(node.Inputs, func(in graphtest.VectorInput) bool {
			return in.Essential && graphtest.VectorEdge{}.ItemOf(in.Item) == a.Network.View.Key(l.Item)
		})
		if needed && a.Network.Parts[l.Part].Kind == chain.Line {
			low, high = max(low, l.Share.Low), max(high, l.Share.High)
		}
	}
	return low, high
}

func TestVectorsTellWhatIsWrongWithAFile(t *testing.T) {
	for name, data := range map[string]string{
		"broken.json":  `{"category": "dependency_share", `,
		"strange.json": `{"category": "astrology", "cases": []}`,
		"empty.json":   `{"category": "dependency_share", "tolerance": 1e-9, "cases": []}`,
		"dangling.json": `{"category": "dependency_share", "tolerance": 1e-9, "cases": [{"id": "x", "nodes": [{"id": "f"}],
			"edges": [{"from": "g", "to": "f", "share": 1}], "question": {"targets": [], "aggregate": "single", "of": ["f"]}, "expected": {"f": {"exposed": 0}}}]}`,
	} {
		folder := t.TempDir()
		require.NoError(t, writeFile(filepath.Join(folder, name), data))
		t.Setenv("LODESTONE_VECTORS", folder)
		_, _, err := graphtest.Vectors("dependency_share")
		require.ErrorContains(t, err, name)
	}
	folder := t.TempDir()
	require.NoError(t, writeFile(filepath.Join(folder, "later.json"), `{"category": "gl_shock", "anything": 1}`))
	t.Setenv("LODESTONE_VECTORS", folder)
	_, notes, err := graphtest.Vectors("dependency_share")
	require.NoError(t, err)
	require.Contains(t, strings.Join(notes, "\n"), "later.json: left out")
}

func writeFile(name, data string) error { return os.WriteFile(name, []byte(data), 0o600) }

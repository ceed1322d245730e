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
	"github.com/lodestone-graph/lodestone/graph/solve"
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
	values := layout.solve(t)
	// A node that ends chains is safe for its buyers even where it has suppliers itself: that is solved apart.
	apart := layOut(t, c, true)
	safe := apart.solve(t)
	for node, want := range answers {
		n := int32(slices.IndexFunc(c.Nodes, func(n graphtest.VectorNode) bool { return n.ID == node }))
		estimate := math.NaN()
		if c.Question.Aggregate == "prior" {
			estimate = values.Values(n).Estimate
		}
		compareVector(t, node, want, values.Values(n).Low, safe.Values(n).Safe, estimate, tolerance)
	}
	if scaled != nil {
		require.ElementsMatch(t, scaled, layout.scaled)
	}
}

// vectorLayout is a case as a system: node i is node i of the case, then come the lines of nodes with inputs.
type vectorLayout struct {
	system solve.System
	target solve.Target
	scaled []string
}

func (l *vectorLayout) solve(t *testing.T) *solve.Solution {
	g, err := solve.Compile(context.Background(), &l.system)
	require.NoError(t, err)
	var into solve.Solution
	require.NoError(t, g.Solve(context.Background(), &l.target, 1e-12, &into))
	return &into
}

// node adds a node; with a prior, what is not stated meets it.
func (l *vectorLayout) node(rule solve.Rule, prior *float64) int32 {
	l.system.Rules, l.system.Assumed = append(l.system.Rules, rule), append(l.system.Assumed, -1)
	l.target.Assumption = append(l.target.Assumption, solve.Assumption{})
	at := int32(len(l.system.Rules) - 1)
	l.assume(at, prior)
	return at
}

func (l *vectorLayout) assume(node int32, prior *float64) {
	if prior != nil {
		l.system.Assumed[node], l.target.Assumption[node] = node, solve.Assumption{Estimate: *prior, Resolved: 1}
	}
}

func (l *vectorLayout) link(buyer, supplier int32, share float64) {
	l.system.Buyer, l.system.Supplier = append(l.system.Buyer, buyer), append(l.system.Supplier, supplier)
	l.system.Share = append(l.system.Share, share)
}

// layOut turns a case into a system. With ends, buyers look at nodes that end chains as ends even where they have suppliers.
func layOut(t *testing.T, c *graphtest.VectorCase, ends bool) *vectorLayout {
	l := &vectorLayout{}
	seen := make([]int32, len(c.Nodes))
	for i := range c.Nodes {
		seen[i] = l.node(solve.Sum, nil)
		if slices.Contains(c.Question.Targets, c.Nodes[i].ID) {
			l.target.Members = append(l.target.Members, solve.Member{Node: seen[i], Low: 1, Estimate: 1, High: 1})
		}
	}
	for i := range c.Nodes {
		if ends && c.Nodes[i].Terminal && !slices.Contains(c.Question.Targets, c.Nodes[i].ID) {
			seen[i] = l.node(solve.Ends, nil)
		}
	}
	for i := range c.Nodes {
		node, at := &c.Nodes[i], int32(i)
		var prior *float64
		if c.Question.Aggregate == "prior" && !node.Terminal {
			require.NotNil(t, c.Question.MarketShare, "a prior needs question.market_share")
			prior = c.Question.MarketShare
		}
		for k, layer := range c.Layers(node) {
			if layer.Scaled && !slices.Contains(l.scaled, node.ID) {
				l.scaled = append(l.scaled, node.ID)
			}
			line := at
			if len(node.Inputs) > 0 {
				if line = l.node(solve.Sum, prior); node.Inputs[k].Essential || c.Question.Aggregate == "weighted" {
					l.link(at, line, node.Inputs[k].Weight)
				}
			} else if l.assume(line, prior); node.Terminal && len(layer.Suppliers) == 0 {
				l.system.Rules[line] = solve.Ends
			}
			for j, s := range layer.Suppliers {
				l.link(line, seen[s], layer.Shares[j])
			}
		}
		if len(node.Inputs) > 0 {
			rule, ok := map[string]solve.Rule{"weighted": solve.Sum, "worst": solve.Worst, "any": solve.AnyFails}[c.Question.Aggregate]
			require.True(t, ok, "%s has inputs, and the aggregate %q does not say how they join", node.ID, c.Question.Aggregate)
			l.system.Rules[i] = rule
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

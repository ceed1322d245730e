package path_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/path"
)

// vectorPaths is what a case expects. What it leaves out is not compared.
type vectorPaths struct {
	Paths []struct {
		Nodes        []string
		Contribution float64
	}
	Total    *int     `json:"total_simple_paths"`
	Exposed  *float64 `json:"exposed"`
	Coverage *float64 `json:"coverage"`
}

func TestVectors(t *testing.T) {
	files, notes, err := graphtest.Vectors("evidence_paths")
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
					raw, err := json.Marshal(c.Expected)
					require.NoError(t, err)
					var want vectorPaths
					require.NoError(t, json.Unmarshal(raw, &want))
					require.Len(t, c.Question.Of, 1, "paths have one subject")
					require.Positive(t, c.Question.Limit, "question.limit")
					t.Run("graph", func(t *testing.T) { vectorThroughGraph(t, c, &want, file.Tolerance) })
					t.Run("facts", func(t *testing.T) { vectorThroughFacts(t, c, &want, file.Tolerance) })
				})
			}
		})
	}
}

func vectorThroughGraph(t *testing.T, c *graphtest.VectorCase, want *vectorPaths, tolerance float64) {
	g := &path.Graph{Edges: make([][]path.Edge, len(c.Nodes)), Target: make([]bool, len(c.Nodes)), Name: func(i int32) string { return c.Nodes[i].ID }}
	root := int32(slices.IndexFunc(c.Nodes, func(n graphtest.VectorNode) bool { return n.ID == c.Question.Of[0] }))
	for i := range c.Nodes {
		require.Empty(t, c.Nodes[i].Inputs, "no rule says how paths join several inputs")
		g.Target[i] = slices.Contains(c.Question.Targets, c.Nodes[i].ID)
		layer := c.Layers(&c.Nodes[i])[0]
		for k, s := range layer.Suppliers {
			g.Edges[i] = append(g.Edges[i], path.Edge{To: int32(s), Weight: layer.Shares[k]})
		}
	}
	got := best(t, g, root, c.Question.Limit)
	require.Len(t, got.Walks, len(want.Paths))
	for i, w := range got.Walks {
		var nodes []string
		for _, n := range w.Nodes {
			nodes = append(nodes, g.Name(n))
		}
		require.Equal(t, want.Paths[i].Nodes, nodes)
		require.InDelta(t, want.Paths[i].Contribution, w.Contribution, tolerance)
	}
	if want.Exposed != nil {
		require.InDelta(t, *want.Exposed, got.Total, tolerance)
	}
	if want.Coverage != nil {
		require.InDelta(t, *want.Coverage, got.Coverage(), tolerance)
	}
	if want.Total != nil {
		require.Equal(t, *want.Total > c.Question.Limit, got.Truncated)
		require.Len(t, best(t, g, root, *want.Total+1).Walks, *want.Total)
	}
}

func vectorThroughFacts(t *testing.T, c *graphtest.VectorCase, want *vectorPaths, tolerance float64) {
	facts, reason := c.Facts()
	for _, e := range c.Edges {
		if e.Share == nil {
			reason = "sales without a share take part of the rest"
		}
	}
	if slices.Contains(c.Question.Targets, c.Question.Of[0]) {
		reason = "the subject is in the target itself"
	}
	if reason != "" {
		t.Logf("rows cannot say it: %s", reason)
		return
	}
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2026, 6, 30), graph.Filter{})
	require.NoError(t, err)
	network, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	firm := func(key string) graph.Node {
		f, ok := s.Find(graph.KindFirm, key)
		require.True(t, ok)
		return f
	}
	var target graph.Target
	for _, key := range c.Question.Targets {
		target.Firms = append(target.Firms, firm(key))
	}
	require.NotEmpty(t, target.Firms)
	goods, ok := s.Item(graphtest.TheGoods)
	require.True(t, ok)
	root, ok := network.LineOf(firm(c.Question.Of[0]), goods)
	if !ok {
		require.Empty(t, want.Paths)
		return
	}
	got, err := path.Explain(context.Background(), path.Question{Network: network, Target: graph.NewTargetSet(v, target), Root: root,
		Subject: firm(c.Question.Of[0]), Limit: c.Question.Limit})
	require.NoError(t, err)
	require.Len(t, got.Paths, len(want.Paths))
	for i, p := range got.Paths {
		require.Equal(t, path.Origin, p.Hops[0].Kind)
		nodes := []string{s.Key(p.Hops[0].To)}
		for _, hop := range p.Hops {
			if hop.Kind == path.Sale {
				require.Equal(t, nodes[len(nodes)-1], s.Key(hop.From), "hops join")
				nodes = append(nodes, s.Key(hop.To))
			}
		}
		slices.Reverse(nodes)
		require.Equal(t, want.Paths[i].Nodes, nodes)
		require.InDelta(t, want.Paths[i].Contribution, p.Contribution, tolerance)
	}
	if want.Coverage != nil {
		require.InDelta(t, *want.Coverage, got.Coverage, tolerance)
	}
}

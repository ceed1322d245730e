package shock_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

func TestVectors(t *testing.T) {
	graphtest.EachVectors(t, "gl_shock", 17, func(path string, data []byte) int {
		vectors, err := graphtest.NewShockVectors(data)
		require.NoError(t, err, path)
		for i := range vectors.Cases {
			c := &vectors.Cases[i]
			t.Run(c.ID, func(t *testing.T) { runVector(t, c, vectors.Tolerance) })
		}
		return len(vectors.Cases)
	})
}

// The tables of a reference network do not say whether sectors stand in for each other; those at hand were worked out with it.
func TestVectorReferenceNetworks(t *testing.T) {
	for at, folder := range graphtest.VectorFolders() {
		paths, err := filepath.Glob(filepath.Join(folder, "gl_random_*_nodes.csv"))
		require.NoError(t, err)
		for _, path := range paths {
			name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), "gl_random_"), "_nodes.csv")
			c, err := graphtest.ShockTables(os.DirFS(folder), name, true)
			require.NoError(t, err)
			t.Run(c.ID, func(t *testing.T) { runVector(t, c, 1e-9) })
		}
		if at == 0 {
			require.Len(t, paths, 1)
		}
	}
}

func runVector(t *testing.T, c *graphtest.ShockCase, tolerance float64) {
	flows, err := c.Flows()
	require.NoError(t, err)
	economy, err := flows.Compile(context.Background())
	require.NoError(t, err)
	got := map[string][]float64{}
	if c.Question.ESRI != "" {
		risks, err := economy.SystemicRisk(context.Background(), nil)
		require.NoError(t, err)
		for _, r := range risks {
			got["esri"], got["esri_down"], got["esri_up"] = append(got["esri"], r.Both), append(got["esri_down"], r.Down), append(got["esri_up"], r.Up)
		}
	} else {
		capacity, err := c.ByNode(c.Question.Psi, 1)
		require.NoError(t, err)
		left, err := economy.Shock(context.Background(), capacity)
		require.NoError(t, err)
		got["hd"], got["hu"] = left.Down, left.Up
		for i := range left.Down {
			got["h"] = append(got["h"], min(left.Down[i], left.Up[i]))
		}
		var weights []float64
		if c.Question.Weights != nil {
			weights, err = c.ByNode(c.Question.Weights, 0)
			require.NoError(t, err)
		}
		total := economy.Loss(left, weights)
		got["loss"], got["loss_down"], got["loss_up"] = []float64{total.Both}, []float64{total.Down}, []float64{total.Up}
	}
	compared := 0
	for name, raw := range c.Expected {
		if name == "steps" {
			continue // how far the reference had to go, not an answer
		}
		compared++
		require.Contains(t, got, name)
		numbers := map[string]float64{}
		if json.Unmarshal(raw, &numbers) == nil {
			want, err := c.ByNode(numbers, 1)
			require.NoError(t, err)
			for i := range want {
				if _, asked := numbers[c.Nodes[i].ID]; asked {
					require.InDelta(t, want[i], got[name][i], tolerance, "%s of %s", name, c.Nodes[i].ID)
				}
			}
			continue
		}
		want := 0.0
		require.NoError(t, json.Unmarshal(raw, &want), name)
		require.InDelta(t, want, got[name][0], tolerance, name)
	}
	require.Positive(t, compared)
}

func TestVectorsTellWhatIsWrongWithAFile(t *testing.T) {
	for data, why := range map[string]string{
		`{"category": "gl_shock", `:                                "unexpected end",
		`{"category": "astrology"}`:                                "astrology",
		`{"category": "gl_shock", "cases": []}`:                    "tolerance",
		`{"category": "gl_shock", "tolerance": 1e-9, "cases": []}`: "no cases",
		`{"category": "gl_shock", "tolerance": 1e-9, "cases": [{"id": "x", "expected": {"h":1}}]}`: "asks nothing",
	} {
		_, err := graphtest.NewShockVectors([]byte(data))
		require.ErrorContains(t, err, why)
	}
}

func TestFlowsRefuseWhatMakesNoSense(t *testing.T) {
	class := [][]shock.Class{{shock.Essential}}
	for name, f := range map[string]shock.Flows{
		"sector":            {Sector: []int32{1}, Class: class},
		"classes":           {Sector: []int32{0}, Class: [][]shock.Class{{}}},
		"a flow needs each": {Sector: []int32{0}, Class: class, Supplier: []int32{0}},
		"joins":             {Sector: []int32{0}, Class: class, Supplier: []int32{0}, Buyer: []int32{1}, Weight: []float64{1}},
		"weight":            {Sector: []int32{0}, Class: class, Supplier: []int32{0}, Buyer: []int32{0}, Weight: []float64{0}},
	} {
		_, err := f.Compile(context.Background())
		require.ErrorContains(t, err, name)
	}
	economy, err := (&shock.Flows{Sector: []int32{0}, Class: class}).Compile(context.Background())
	require.NoError(t, err)
	_, err = economy.Shock(context.Background(), []float64{1.5})
	require.ErrorContains(t, err, "between 0 and 1")
	_, err = economy.Shock(context.Background(), nil)
	require.ErrorContains(t, err, "0 capacities")
}

package cover_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func TestVectors(t *testing.T) {
	graphtest.EachVectors(t, "inventory", 10, func(path string, data []byte) int {
		vectors, err := graphtest.NewCoverVectors(data)
		require.NoError(t, err, path)
		for i := range vectors.Cases {
			c := &vectors.Cases[i]
			t.Run(c.ID, func(t *testing.T) { runVector(t, c, vectors.Tolerance) })
		}
		return len(vectors.Cases)
	})
}

// makes gives what each maker makes, by maker and day, and how it fares.
func makes(t testing.TB, makers []cover.Maker, q cover.Question) ([][]float64, []cover.Course) {
	t.Helper()
	makes := make([][]float64, len(makers))
	for i := range makes {
		makes[i] = make([]float64, q.Days)
		for t := range makes[i] {
			makes[i][t] = 1
		}
	}
	q.Watch = func(maker, day int, value float64) {
		for ; day < q.Days; day++ {
			makes[maker][day] = value
		}
	}
	courses, err := cover.Simulate(context.Background(), makers, q)
	require.NoError(t, err)
	return makes, courses
}

func runVector(t *testing.T, c *graphtest.CoverCase, tolerance float64) {
	makers, q, err := c.Makers()
	require.NoError(t, err)
	series, courses := makes(t, makers, q)
	compared := 0
	for i, n := range c.Nodes {
		want, ok := c.Expected[n.ID]
		if !ok {
			continue
		}
		compared++
		first := -1
		if want.First != nil {
			first = *want.First
		}
		require.Equal(t, first, courses[i].First, n.ID)
		require.InDelta(t, want.Least, courses[i].Least, tolerance, n.ID)
		require.InDelta(t, want.Lost, courses[i].Lost, tolerance, n.ID)
		require.Equal(t, want.Down, courses[i].Down, n.ID)
		for day, h := range want.Makes {
			require.InDelta(t, h, series[i][day], tolerance, "%s on day %d", n.ID, day)
		}
	}
	require.Equal(t, len(c.Expected), compared, "all that is expected is of a node")
}

func TestVectorsTellWhatIsWrongWithAFile(t *testing.T) {
	for data, why := range map[string]string{
		`{"category": "inventory", `:                                                           "unexpected end",
		`{"category": "astrology"}`:                                                            "astrology",
		`{"category": "inventory", "cases": []}`:                                               "tolerance",
		`{"category": "inventory", "tolerance": 1e-9, "cases": []}`:                            "no cases",
		`{"category": "inventory", "tolerance": 1e-9, "cases": [{"id": "x", "expected": {}}]}`: "expects nothing",
	} {
		_, err := graphtest.NewCoverVectors([]byte(data))
		require.ErrorContains(t, err, why)
	}
	strays := map[string]string{
		`"edges": [{"from": "a", "to": "b", "item": "x"}]`: "joins no node",
		`"question": {"psi": {"c": [[0, "0"]]}}`:           "no node",
	}
	for part, why := range strays {
		c := &graphtest.CoverCase{}
		require.NoError(t, json.Unmarshal([]byte(`{"id": "x", "nodes": [{"id": "a"}, {"id": "b"}], `+part+`}`), c))
		_, _, err := c.Makers()
		require.ErrorContains(t, err, why)
	}
}

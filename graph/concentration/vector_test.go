package concentration_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func TestVectors(t *testing.T) {
	folders := graphtest.VectorFolders()
	for _, folder := range folders {
		data, err := os.ReadFile(filepath.Join(folder, "concentration.json"))
		if os.IsNotExist(err) && folder != folders[0] {
			t.Logf("no concentration.json in %s", folder)
			continue
		}
		require.NoError(t, err)
		vectors, err := graphtest.NewConcentrationVectors(data)
		require.NoError(t, err)
		require.NotEmpty(t, vectors.Cases)
		ran := 0
		for i := range vectors.Cases {
			c := &vectors.Cases[i]
			if reason := leftOut(c, folder); reason != "" {
				t.Logf("left out: %s: %s", c.ID, reason)
				continue
			}
			ran++
			t.Run(c.ID, func(t *testing.T) { runVector(t, vectors, c) })
		}
		if folder == folders[0] {
			require.Equal(t, 8, ran, "hhi-01, -02, -03, -05, -06, -07, sr-01 and nas-02 carry their inputs")
		}
	}
}

// leftOut tells why a case cannot run: it is a table of published values without inputs, or reads files.
func leftOut(c *graphtest.ConcentrationCase, folder string) string {
	for _, file := range c.Files() {
		if _, err := os.Stat(filepath.Join(folder, file)); err != nil {
			return "its input " + file + " is not there"
		}
	}
	switch {
	case len(c.Files()) > 0:
		return "no format is stated for its input files"
	case len(c.Expected) == 0:
		return "it expects nothing"
	}
	return ""
}

func runVector(t *testing.T, vectors *graphtest.ConcentrationVectors, c *graphtest.ConcentrationCase) {
	got, err := vectors.Answer(c)
	require.NoError(t, err)
	for name, raw := range c.Expected {
		var want float64
		require.NoError(t, json.Unmarshal(raw, &want), name)
		require.Contains(t, got, name)
		require.InDelta(t, want, got[name], vectors.Tolerance*max(1, want), name)
	}
}

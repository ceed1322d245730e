package graphtest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// VectorFolders are the folder of the project's cases, as seen from a room's package, and the one that LODESTONE_VECTORS names.
func VectorFolders() []string {
	folders := []string{"../graphtest/testdata/vectors"}
	if more := os.Getenv("LODESTONE_VECTORS"); more != "" {
		folders = append(folders, more)
	}
	return folders
}

// EachVectors hands every file of a category to run, which gives back how many cases it ran. The project's own must be as many as told.
func EachVectors(t *testing.T, category string, own int, run func(path string, data []byte) (cases int)) {
	t.Helper()
	for at, folder := range VectorFolders() {
		paths, err := filepath.Glob(filepath.Join(folder, "*.json"))
		require.NoError(t, err)
		ran := 0
		for _, path := range paths {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			head := struct{ Category string }{}
			require.NoError(t, json.Unmarshal(data, &head), path)
			if head.Category == category {
				ran += run(path, data)
			}
		}
		if at == 0 {
			require.Equal(t, own, ran)
		}
	}
}

package archive

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// On a full disk some of the bytes go through and then no more.
func TestAFullDiskLeavesTheOldFile(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "last")
	require.NoError(t, os.WriteFile(name, []byte("old"), 0o600))
	for room := range 4 {
		err := replace(name, []byte("new!"), func(file *os.File, content []byte) (int, error) {
			n, err := file.Write(content[:room])
			require.NoError(t, err)
			return n, syscall.ENOSPC
		})
		require.ErrorIs(t, err, syscall.ENOSPC)
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, "old", string(content))
		entries, err := os.ReadDir(folder)
		require.NoError(t, err)
		require.Len(t, entries, 1, "nothing is left beside it")
	}
	require.NoError(t, replace(name, []byte("new!"), (*os.File).Write))
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "new!", string(content))
}

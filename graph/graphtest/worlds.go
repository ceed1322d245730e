package graphtest

import (
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// Worlds is how many random worlds a test compares with its slow twin: as many as it says, or as LODESTONE_WORLDS asks for.
func Worlds(t testing.TB, usual int) int {
	text := os.Getenv("LODESTONE_WORLDS")
	if text == "" {
		return usual
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err, "LODESTONE_WORLDS")
	return n
}

package csv_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

func TestRead_Seed(t *testing.T) {
	t.Parallel()
	facts, report := csv.Read(seed.Files)
	_, _ = report.WriteTo(t.Output())
	require.Empty(t, report.Problems)
	require.Equal(t, "0 errors and 0 warnings in 39 files, 6,118 rows", report.Summary())
	require.Len(t, facts.Feeds, 610)
}

package resolvers

import (
	"fmt"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// The page about the API lists the codes and the prices of the code, all of them and no other.
func TestThePageIsTrue(t *testing.T) {
	page, err := os.ReadFile("../docs/api.md")
	require.NoError(t, err)
	var codes []string
	for _, found := range regexp.MustCompile("(?m)^\\| `([A-Z_]+)` \\|").FindAllSubmatch(page, -1) {
		codes = append(codes, string(found[1]))
	}
	var want []string
	for _, code := range apierror.Codes() {
		want = append(want, string(code))
	}
	require.ElementsMatch(t, want, codes)

	var prices []string
	for _, found := range regexp.MustCompile("(?m)^\\| `([A-Za-z]+\\.[A-Za-z]+)` \\| (\\d+) \\|").FindAllSubmatch(page, -1) {
		prices = append(prices, fmt.Sprintf("%s %s", found[1], found[2]))
	}
	want = nil
	for field, units := range work {
		want = append(want, fmt.Sprintf("%s %d", field, units))
	}
	require.ElementsMatch(t, want, prices)
}

// Prices are of fields that the schema has.
func TestPricesAreOfFieldsThatExist(t *testing.T) {
	schema := NewSchema(nil, nil).Schema()
	for _, table := range []map[string]int{work, sizes} {
		for name := range table {
			found := regexp.MustCompile(`^(\w+)\.(\w+)$`).FindStringSubmatch(name)
			require.NotNil(t, schema.Types[found[1]].Fields.ForName(found[2]), name)
		}
	}
}

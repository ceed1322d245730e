package graphtest_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/loader/check"
)

func TestWorldObeysEveryCheck(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := graphtest.World(t)
		for _, finding := range check.Facts(facts, check.Scope{}) {
			if finding.Severity == check.Error {
				t.Fatalf("%s line %d: %s", finding.Rule, finding.Line, finding.Message)
			}
		}
		graphtest.View(t, facts)
	})
}

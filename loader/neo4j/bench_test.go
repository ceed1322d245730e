package neo4j_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
)

func rowCount(facts *graph.Facts) int {
	rows := 0
	for _, table := range graph.Tables() {
		rows += table.Len(facts)
	}
	return rows
}

// synthetic is a network of firms, each supplying the next ones.
func synthetic(firms, suppliesEach int) *graph.Facts {
	facts := &graph.Facts{
		Sources:   []graph.Source{{Row: graph.Row{Line: 2}, ID: "s", Title: "S", Publisher: "P", URL: "https://example.org", Kind: "PAPER"}},
		Countries: []graph.Country{{Row: graph.Row{Line: 2}, ID: "CN", ISO3: "CHN", Name: "China", Region: "Asia"}},
		Materials: []graph.Material{{Row: graph.Row{Line: 2}, ID: "ore", Name: "Ore", Form: "OXIDE", Source: "s"}},
	}
	id := func(i int) string { return fmt.Sprintf("firm-%06d", i%firms) }
	for i := range firms {
		facts.Firms = append(facts.Firms, graph.Firm{Row: graph.Row{Line: int32(i + 2)}, ID: id(i), Name: "Firm " + id(i), Country: "CN", Source: "s"})
		for j := range suppliesEach {
			facts.Supplies = append(facts.Supplies, graph.Supply{Row: graph.Row{Line: int32(len(facts.Supplies) + 2)}, Supplier: id(i), Buyer: id(i + 1 + j*7),
				Item: "ore", SharePercent: graph.Number{Value: float64(j), Places: 1, Known: true}, Status: "ACTIVE", Source: "s", Confidence: "HIGH"})
		}
	}
	return facts
}

func benchmark(b *testing.B, facts *graph.Facts) {
	store := neo4jtest.Empty(b)
	rate := func(b *testing.B) {
		b.ReportMetric(float64(rowCount(facts)*b.N)/b.Elapsed().Seconds(), "rows/s")
	}
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			neo4jtest.Empty(b)
			b.StartTimer()
			neo4jtest.Load(b, store, facts)
		}
		rate(b)
	})
	b.Run("load-again", func(b *testing.B) {
		for b.Loop() {
			require.True(b, neo4jtest.Load(b, store, facts).Unchanged)
		}
		rate(b)
	})
	b.Run("read", func(b *testing.B) {
		neo4jtest.Load(b, store, facts) // changes nothing when it stands there already
		for b.Loop() {
			_, err := store.Read(b.Context())
			require.NoError(b, err)
		}
		rate(b)
	})
}

func BenchmarkSeed(b *testing.B) { benchmark(b, seedFacts(b)) }

func BenchmarkTwoHundredThousandSupplies(b *testing.B) { benchmark(b, synthetic(20_000, 10)) }

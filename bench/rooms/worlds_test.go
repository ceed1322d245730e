package rooms_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

const (
	bound = time.Second
	many  = 100_000
)

// world is a release with one node to ask about, and who that node depends on.
type world struct {
	name  string
	facts func(b *testing.B) *graph.Facts
	firm  string // what questions about one firm are about
	loses string // the firm whose loss is asked about
	item  string // what questions about one item are about
	hits  int    // outputs and needs that the loss touches; 0 where it is not known beforehand
}

var worlds = []world{
	{name: "seed", facts: seedFacts, firm: "mp-materials", loses: "mp-materials", item: "sintered-ndfeb-magnet"},
	{name: "drawn", facts: func(*testing.B) *graph.Facts { return graphtest.LargeWorld(many, 1) }, firm: "firm-024999", loses: "firm-000000", item: "item-9-0"},
	{name: "hub", facts: func(*testing.B) *graph.Facts { return graphtest.HubWorld(many / 2) }, firm: "firm-075000", loses: "firm-000000", item: "goods", hits: 2 + many/2},
	{name: "chain", facts: func(*testing.B) *graph.Facts { return graphtest.ChainWorld(many) }, firm: "firm-100000", loses: "firm-000000", item: "goods", hits: many + 1},
	{name: "ring", facts: func(*testing.B) *graph.Facts { return graphtest.RingWorld(many) }, firm: "firm-050000", loses: "firm-000000", item: "goods"},
	{name: "dense", facts: denseFacts, firm: "firm-000999", loses: "firm-000000", item: "goods"},
	{name: "parallel", facts: func(*testing.B) *graph.Facts { return graphtest.ParallelWorld(many) }, firm: "firm-000001", loses: "firm-000000", item: "goods", hits: 2},
}

func seedFacts(b *testing.B) *graph.Facts {
	facts, report := csv.Read(seed.Files)
	require.NotNil(b, facts, "%v", report)
	return facts
}

// denseFacts are ten layers of a hundred firms; each buys one part in a hundred from every firm of the layer below.
func denseFacts(*testing.B) *graph.Facts {
	const layers, wide = 10, 100
	f := graphtest.ChainWorld(layers*wide - 1)
	f.Supplies = nil
	for buyer := wide; buyer < layers*wide; buyer++ {
		for k := range wide {
			seller := (buyer/wide-1)*wide + k
			f.Supplies = append(f.Supplies, graph.Supply{Supplier: f.Firms[seller].ID, Buyer: f.Firms[buyer].ID, Item: "goods",
				SharePercent: graph.Number{Value: 1, Known: true}, Status: graph.SupplyStatusActive, Source: "s", Confidence: graph.ConfidenceHigh})
		}
	}
	return f
}

// recipes are hard networks of items: what goes into the last one.
var recipes = []struct {
	name  string
	facts func(b *testing.B) *graph.Facts
	item  string
}{
	{"seed", seedFacts, "f-35"},
	{"hub", func(*testing.B) *graph.Facts {
		f := items(many/2 + 1)
		for i := range many / 2 {
			feed(f, "dy", i)
			feed(f, itemID(i), many/2)
		}
		return f
	}, itemID(many / 2)},
	{"chain", func(*testing.B) *graph.Facts {
		f := items(20_000)
		feed(f, "dy", 0)
		for i := range 19_999 {
			feed(f, itemID(i), i+1)
		}
		return f
	}, itemID(19_999)},
	{"dense", func(*testing.B) *graph.Facts {
		const layers, wide = 10, 100
		f := items(layers * wide)
		for i := range layers * wide {
			if i < wide {
				feed(f, "dy", i)
				continue
			}
			for k := range wide {
				feed(f, itemID((i/wide-1)*wide+k), i)
			}
		}
		return f
	}, itemID(999)},
	{"parallel", func(*testing.B) *graph.Facts {
		f := items(2)
		feed(f, "dy", 0)
		for range many {
			feed(f, itemID(0), 1)
		}
		return f
	}, itemID(1)},
}

func itemID(i int) string { return fmt.Sprintf("item-%06d", i) }

func items(count int) *graph.Facts {
	f := &graph.Facts{Sources: []graph.Source{{ID: "s", Kind: graph.SourceKindOfficial, Published: graph.Date{Year: 2025}}},
		Countries: []graph.Country{{ID: "CN"}},
		Elements: []graph.Element{{ID: "dy", Symbol: "Dy", Name: "dysprosium", AtomicNumber: graph.Integer{Value: 66, Known: true},
			Group: graph.ElementGroupHeavy, Source: "s"}}}
	for i := range count {
		f.Components = append(f.Components, graph.Component{ID: itemID(i), Kind: graph.ComponentKindOther, Unit: graph.UnitKg, Source: "s"})
	}
	return f
}

func feed(f *graph.Facts, from string, to int) {
	f.Feeds = append(f.Feeds, graph.Feed{From: from, To: itemID(to), Quantity: graph.Number{Value: 0.001, Places: 3, Known: true},
		Unit: graph.FeedUnitKgPerKg, Essential: graph.True, Source: "s", Confidence: graph.ConfidenceHigh})
}

func viewOf(b *testing.B, facts *graph.Facts) *graph.View {
	s, err := graph.Build(facts)
	require.NoError(b, err)
	v, err := graph.NewView(s, graph.NewDay(2026, 6, 30), graph.Filter{})
	require.NoError(b, err)
	return v
}

func nodeOf(b *testing.B, v *graph.View, key string) graph.Node {
	for _, kind := range []graph.NodeKind{graph.KindFirm, graph.KindComponent, graph.KindMaterial, graph.KindProduct} {
		if n, ok := v.Find(kind, key); ok {
			return n
		}
	}
	b.Fatalf("there is no %s", key)
	return graph.NoNode
}

// measure asks again and again, and counts the answers that took longer than the bound.
func measure(b *testing.B, ask func(ctx context.Context) error) {
	b.ReportAllocs()
	over := 0
	for b.Loop() {
		start := time.Now()
		if err := ask(context.Background()); err != nil {
			b.Fatal(err)
		}
		if time.Since(start) > bound {
			over++
		}
	}
	b.ReportMetric(float64(over)/float64(b.N), "over-bound/op")
}

// eachWorld runs a benchmark on every world. A short run takes the seed and the drawn one.
func eachWorld(b *testing.B, run func(b *testing.B, w *world, v *graph.View)) {
	for i := range worlds {
		if testing.Short() && i > 1 {
			return
		}
		b.Run("world="+worlds[i].name, func(b *testing.B) {
			run(b, &worlds[i], viewOf(b, worlds[i].facts(b)))
		})
	}
}

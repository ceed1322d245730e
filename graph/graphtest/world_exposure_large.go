package graphtest

import (
	"fmt"
	"math/rand/v2"

	"github.com/lodestone-graph/lodestone/graph"
)

// LargeWorld draws a release of about so many sales: a quarter as many firms, ten tiers of items with two inputs each, mines at the
// bottom, half of the shares stated, and loops where firms of one tier trade with each other. Equal seeds give equal worlds.
func LargeWorld(sales int, seed uint64) *graph.Facts {
	const tiers, breadth = 10, 8
	r := rand.New(rand.NewPCG(seed, 11))
	f := bareWorld()
	item := func(tier int) string { return fmt.Sprintf("item-%d-%d", tier, r.IntN(breadth)) }
	for tier := range tiers {
		for i := range breadth {
			id := fmt.Sprintf("item-%d-%d", tier, i)
			form := []graph.Form{graph.FormOreConcentrate, graph.FormOxide, graph.FormMetal, graph.FormAlloy}[min(tier, 3)]
			f.Materials = append(f.Materials, graph.Material{ID: id, Form: form, Source: "s"})
			for k := 0; k < 2 && tier > 0; k++ {
				f.Feeds = append(f.Feeds, graph.Feed{From: fmt.Sprintf("item-%d-%d", tier-1, (i+k)%breadth), To: id, Unit: graph.FeedUnitKgPerKg,
					Essential: graph.True, Source: "s", Confidence: graph.ConfidenceHigh})
			}
		}
	}
	firms := max(sales/4, 2*tiers)
	tierOf := make([]int, firms)
	for i := range firms {
		tierOf[i] = i * tiers / firms
		addFirm(f, i, []string{"CN", "US", "AU"}[r.IntN(3)])
		f.Makes = append(f.Makes, graph.Making{Firm: firmID(i), Item: item(tierOf[i]), Source: "s", Confidence: graph.ConfidenceHigh})
	}
	for i := range sales {
		buyer := r.IntN(firms)
		tier := max(tierOf[buyer]-1, 0)
		if r.IntN(10) == 0 {
			tier = tierOf[buyer] // a loop, or a part bought from a rival
		}
		seller := tier*firms/tiers + r.IntN(firms/tiers)
		addSale(f, i, seller, buyer, item(tier), []int{-1, 10 + r.IntN(40)}[r.IntN(2)])
	}
	return f
}

// ChainWorld is one chain of so many links: every firm buys all it needs of the one before it, the first one mines in CN.
func ChainWorld(links int) *graph.Facts {
	f := goodsWorld(links + 1)
	for i := range links {
		addSale(f, i, i, i+1, "goods", 100)
	}
	return f
}

// RingWorld is a ring of so many firms that each buy 99 % from the one before them, and one that buys the rest from a mine in CN.
func RingWorld(firms int) *graph.Facts {
	f := goodsWorld(firms + 1)
	for i := range firms {
		addSale(f, i, i+1, 1+(i+1)%firms, "goods", 99)
	}
	addSale(f, firms, 0, 1, "goods", 1)
	return f
}

// HubWorld is one firm that buys from so many sellers, of which one mines in CN, and sells to as many.
func HubWorld(sellers int) *graph.Facts {
	f := goodsWorld(2*sellers + 1)
	hub := 2 * sellers
	for i := range sellers {
		addSale(f, 2*i, i, hub, "goods", -1)
		addSale(f, 2*i+1, hub, sellers+i, "goods", 100)
	}
	return f
}

// ParallelWorld is one seller, a mine in CN, with so many contracts with one buyer that add up to half of what it needs.
func ParallelWorld(contracts int) *graph.Facts {
	f := goodsWorld(2)
	for i := range contracts {
		addSale(f, i, 0, 1, "goods", 0)
		f.Supplies[i].SharePercent = graph.Number{Value: 50 / float64(contracts), Places: 10, Known: true}
	}
	return f
}

func bareWorld() *graph.Facts {
	return &graph.Facts{
		Sources:   []graph.Source{{ID: "s", Kind: graph.SourceKindOfficial, Published: graph.Date{Year: 2025}}},
		Countries: []graph.Country{{ID: "AU"}, {ID: "CN"}, {ID: "US"}},
	}
}

// goodsWorld has so many firms and one thing to trade; firm 0 mines it.
func goodsWorld(firms int) *graph.Facts {
	f := bareWorld()
	f.Components = []graph.Component{{ID: "goods", Kind: graph.ComponentKindOther, Source: "s"}}
	for i := range firms {
		addFirm(f, i, "US")
	}
	f.Facilities = []graph.Facility{{ID: "mine", Country: "CN", Stage: graph.StageMine, Status: graph.FacilityStatusOperating, Source: "s"}}
	f.Operates = []graph.Operation{{Firm: firmID(0), Facility: "mine", Source: "s", Confidence: graph.ConfidenceHigh}}
	f.Produces = []graph.Production{{Facility: "mine", Item: "goods", Source: "s", Confidence: graph.ConfidenceHigh}}
	return f
}

func firmID(i int) string { return fmt.Sprintf("firm-%06d", i) }

func addFirm(f *graph.Facts, i int, country string) {
	f.Firms = append(f.Firms, graph.Firm{ID: firmID(i), Country: country, Source: "s"})
}

// addSale adds a sale; a negative share is not stated. Sales of one number start on one day.
func addSale(f *graph.Facts, number, seller, buyer int, item string, percentage int) {
	row := graph.Supply{Supplier: firmID(seller), Buyer: firmID(buyer), Item: item, Status: graph.SupplyStatusActive, Source: "s", Confidence: graph.ConfidenceHigh,
		Start: graph.Date{Year: int16(1000 + number/336%1000), Month: uint8(1 + number/28%12), Day: uint8(1 + number%28)}}
	if percentage >= 0 {
		row.SharePercent = percent(percentage)
	}
	f.Supplies = append(f.Supplies, row)
}

package generate

import (
	"fmt"
	"reflect"

	"github.com/lodestone-graph/lodestone/graph"
)

// forms are what the items of the lower tiers are.
var forms = [4]graph.Form{graph.FormOreConcentrate, graph.FormOxide, graph.FormMetal, graph.FormAlloy}

// countryCodes stand for the numbers of countries.
var countryCodes = [Countries][2]string{
	{"CN", "CHN"}, {"US", "USA"}, {"DE", "DEU"}, {"JP", "JPN"}, {"AU", "AUS"}, {"KR", "KOR"}, {"FR", "FRA"}, {"MY", "MYS"},
	{"VN", "VNM"}, {"IN", "IND"}, {"GB", "GBR"}, {"CA", "CAN"}, {"BR", "BRA"}, {"EE", "EST"}, {"TH", "THA"}, {"ZA", "ZAF"},
}

// FirmID is the id of a node as a firm.
func FirmID(node int32) string { return fmt.Sprintf("firm-%07d", node) }

func itemID(item int32) string { return fmt.Sprintf("item-%03d", item) }

// Facts are the network as a release: a firm and what it makes for each node, a sale for each link, the recipes, and market shares of every
// item. Links of one seller to one buyer for one item are one sale.
func (n *Network) Facts() *graph.Facts {
	f := &graph.Facts{}
	const source = "drawn"
	f.Sources = []graph.Source{{ID: source, Title: "A drawn network", Publisher: "Lodestone", URL: "https://example.org/drawn",
		Published: graph.Date{Year: 2026, Month: 1, Day: 1}, Kind: graph.SourceKindDataset}}
	for _, c := range countryCodes {
		f.Countries = append(f.Countries, graph.Country{ID: c[0], ISO3: c[1], Name: "Country " + c[0], Region: "World"})
	}
	for i := range n.Recipes {
		n.addItem(f, int32(i), source)
	}
	for i := range int32(n.Nodes) {
		f.Firms = append(f.Firms, graph.Firm{ID: FirmID(i), Name: fmt.Sprintf("Firm %07d", i), Country: countryCodes[n.Country[i]][0], Source: source})
		f.Makes = append(f.Makes, graph.Making{Firm: FirmID(i), Item: itemID(n.Item[i]), Source: source, Confidence: graph.ConfidenceHigh})
	}
	n.addSales(f, source)
	number(f)
	return f
}

func (n *Network) addItem(f *graph.Facts, i int32, source string) {
	id := itemID(i)
	switch tier := n.ItemTier[i]; {
	case int(tier) < len(forms):
		f.Materials = append(f.Materials, graph.Material{ID: id, Name: "Material " + id, Form: forms[tier], Source: source})
	case tier == Tiers-1:
		f.Products = append(f.Products, graph.Product{ID: id, Name: "Product " + id, Sector: graph.SectorAutomotive, EndUse: graph.ItemEndUseCivilian,
			Category: graph.CategoryEv, Unit: graph.UnitUnit, Source: source})
	default:
		kind := []graph.ComponentKind{graph.ComponentKindMagnet, graph.ComponentKindMotor, graph.ComponentKindOther}[int(tier)-len(forms)]
		f.Components = append(f.Components, graph.Component{ID: id, Name: "Component " + id, Kind: kind, Unit: graph.UnitKg, Source: source})
	}
	unit := graph.FeedUnit("kg_per_kg")
	if n.ItemTier[i] == Tiers-1 {
		unit = "kg_per_unit"
	}
	for _, input := range n.Recipes[i] {
		f.Feeds = append(f.Feeds, graph.Feed{From: itemID(input), To: id, Quantity: graph.Number{Value: 1, Known: true}, Unit: unit,
			Essential: graph.True, Source: source, Confidence: graph.ConfidenceHigh})
	}
	if int(n.ItemTier[i]) < len(forms) {
		stage := [4]graph.Stage{graph.StageMine, graph.StageSeparation, graph.StageMetal, graph.StageAlloy}[n.ItemTier[i]]
		for c, percent := range []int{60, 20, 12} {
			f.MarketShares = append(f.MarketShares, graph.MarketShare{Country: countryCodes[(int(i)+c)%Countries][0], Stage: stage, Item: id,
				SharePercent: graph.Number{Value: float64(percent), Known: true}, Year: graph.Integer{Value: 2025, Known: true}, Source: source,
				Confidence: graph.ConfidenceHigh})
		}
	}
}

func (n *Network) addSales(f *graph.Facts, source string) {
	type sale struct{ supplier, buyer int32 }
	total := make(map[sale]int, len(n.Supplier))
	for i := range n.Supplier {
		total[sale{n.Supplier[i], n.Buyer[i]}] += int(n.Share[i]*10_000 + 0.5)
	}
	lines := make(map[[2]int32]int, n.Lines) // of a buyer and item: what its sales add to
	for s, parts := range total {
		lines[[2]int32{s.buyer, n.Item[s.supplier]}] += parts
	}
	for i := range n.Supplier {
		s := sale{n.Supplier[i], n.Buyer[i]}
		parts, ok := total[s]
		if !ok || s.supplier == s.buyer { // nobody sells to itself on record
			continue
		}
		delete(total, s)
		if all := lines[[2]int32{s.buyer, n.Item[s.supplier]}]; all > 10_000 { // two lines of one item
			parts = parts * 10_000 / all
		}
		f.Supplies = append(f.Supplies, graph.Supply{Supplier: FirmID(s.supplier), Buyer: FirmID(s.buyer), Item: itemID(n.Item[s.supplier]),
			SharePercent: graph.Number{Value: float64(parts) / 100, Places: 2, Known: true}, Status: graph.SupplyStatusActive, Source: source,
			Confidence: graph.ConfidenceHigh})
	}
}

// number gives the rows of every table the lines that they will stand on.
func number(f *graph.Facts) {
	tables := reflect.ValueOf(f).Elem()
	for i := range tables.NumField() {
		rows := tables.Field(i)
		for k := range rows.Len() {
			rows.Index(k).FieldByName("Line").SetInt(int64(k + 2))
		}
	}
}

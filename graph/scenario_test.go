package graph_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// trade is a record of two refiners, in China and in the United States, who sell oxide to one buyer.
func trade() *graph.Facts {
	high := graph.ConfidenceHigh
	whole := func(n int32) graph.Integer { return graph.Integer{Value: n, Known: true} }
	share := func(n float64) graph.Number { return graph.Number{Value: n, Known: true} }
	return &graph.Facts{
		Sources:   []graph.Source{{ID: "s", Published: graph.Date{Year: 2024, Month: 1, Day: 1}, Kind: graph.SourceKindOfficial}},
		Countries: []graph.Country{{ID: "CN"}, {ID: "US"}},
		Regions:   []graph.Region{{ID: "WORLD"}},
		Elements:  []graph.Element{{ID: "dy", Source: "s"}},
		Materials: []graph.Material{{ID: "ore", Form: graph.FormOreConcentrate, Source: "s"}, {ID: "oxide", Form: graph.FormOxide, Source: "s"}},
		Products:  []graph.Product{{ID: "car", Source: "s"}},
		Feeds: []graph.Feed{{From: "ore", To: "oxide", Unit: graph.FeedUnitKgPerKg, Essential: graph.True, Source: "s", Confidence: high},
			{From: "oxide", To: "car", Unit: graph.FeedUnitKgPerUnit, Essential: graph.True, Source: "s", Confidence: high}},
		Firms: []graph.Firm{{ID: "buyer", Country: "US", Source: "s"}, {ID: "east", Country: "CN", Source: "s"}, {ID: "west", Country: "US", Source: "s"}},
		Makes: []graph.Making{{Firm: "buyer", Item: "car", Source: "s", Confidence: high}, {Firm: "east", Item: "oxide", Source: "s", Confidence: high},
			{Firm: "west", Item: "oxide", Source: "s", Confidence: high}},
		Facilities: []graph.Facility{{ID: "plan", Country: "CN", Stage: graph.StageSeparation, Status: graph.FacilityStatusPlanned, StartYear: whole(2027), Source: "s"}},
		Operates:   []graph.Operation{{Firm: "west", Facility: "plan", Source: "s", Confidence: high}},
		Supplies: []graph.Supply{
			{Supplier: "east", Buyer: "buyer", Item: "oxide", SharePercent: share(60), Status: graph.SupplyStatusActive, Source: "s", Confidence: high},
			{Supplier: "west", Buyer: "buyer", Item: "oxide", SharePercent: share(40), Status: graph.SupplyStatusActive, Source: "s", Confidence: high}},
		MarketShares: []graph.MarketShare{
			{Country: "CN", Stage: graph.StageSeparation, Item: "oxide", SharePercent: share(80), Year: whole(2024), Source: "s", Confidence: high},
			{Country: "US", Stage: graph.StageSeparation, Item: "oxide", SharePercent: share(10), Year: whole(2024), Source: "s", Confidence: high}},
	}
}

func tradeView(t *testing.T, filter graph.Filter) *graph.View {
	t.Helper()
	s, err := graph.Build(trade())
	require.NoError(t, err)
	v, err := graph.NewView(s, graph.NewDay(2027, 6, 30), filter)
	require.NoError(t, err)
	return v
}

func named(t *testing.T, v *graph.View, key string) graph.Node {
	t.Helper()
	n, ok := v.Lookup(key)
	require.True(t, ok, key)
	return n
}

func with(t *testing.T, v *graph.View, edits ...graph.Edit) *graph.View {
	t.Helper()
	w, err := v.With(edits...)
	require.NoError(t, err)
	return w
}

// onChina is the buyer's dependence on Chinese refiners.
func onChina(t *testing.T, v *graph.View) *exposure.Row {
	t.Helper()
	network, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	q := exposure.Question{Target: graph.Target{Countries: []graph.Node{named(t, v, "CN")}, Stages: []graph.Stage{graph.StageSeparation}}}
	a, err := exposure.Ask(context.Background(), network, market.NewIndex(v), q)
	require.NoError(t, err)
	row := a.Firm(named(t, v, "buyer"))
	return &row
}

func chinese(t *testing.T, v *graph.View) *graph.Target {
	return &graph.Target{Countries: []graph.Node{named(t, v, "CN")}}
}

func TestScenarioByHand(t *testing.T) {
	v := tradeView(t, graph.Filter{})
	row := onChina(t, v)
	require.Equal(t, exposure.Exposed, row.Verdict)
	require.InDelta(t, 0.6, row.Share().Low, 1e-12)

	t.Run("remove", func(t *testing.T) { // the need stays, nobody on record serves six tenths of it, and no Chinese share is left in the market
		row := onChina(t, with(t, v, graph.Edit{Remove: chinese(t, v)}))
		require.Equal(t, exposure.Undecided, row.Verdict)
		require.InDelta(t, 0, row.Share().Low, 1e-12)
		require.InDelta(t, 0, row.Share().Estimate, 1e-12)
		require.Len(t, row.Line.Choices, 0)
		require.Equal(t, "oxide", v.Key(row.Line.Item))
	})
	t.Run("remove a firm", func(t *testing.T) { // its six tenths come from the market, where the shares of countries stay: 0.6 × 0.8
		row := onChina(t, with(t, v, graph.Edit{Remove: &graph.Target{Firms: []graph.Node{named(t, v, "east")}}}))
		require.Equal(t, exposure.Implied, row.Verdict)
		require.InDelta(t, 0.48, row.Share().Estimate, 1e-12)
		require.True(t, row.Flags.Has(graph.FlagMarketUnchanged))
	})
	t.Run("limit", func(t *testing.T) { // half of China is left: 0.4 of 0.5, serving the 0.9 that were covered; ores and stated sales stay
		limited := with(t, v, graph.Edit{Limit: &graph.Limit{Target: *chinese(t, v), Factor: 0.5}})
		left, ok := limited.MarketLeft(named(t, v, "CN"), graph.StageSeparation, named(t, v, "oxide"))
		require.True(t, ok)
		require.InDelta(t, 0.5, left, 0)
		row := onChina(t, with(t, limited, graph.Edit{Remove: &graph.Target{Firms: []graph.Node{named(t, v, "east")}}}))
		require.InDelta(t, 0.6*0.4*0.9/0.5, row.Share().Estimate, 1e-12)
	})
	t.Run("add a sale", func(t *testing.T) { // shares of 1.4 in all are scaled
		sale := &graph.AddedSale{Supplier: named(t, v, "west"), Buyer: named(t, v, "buyer"), Item: named(t, v, "oxide"), Share: 0.4}
		row := onChina(t, with(t, v, graph.Edit{Add: &graph.Addition{Sale: sale}}))
		require.InDelta(t, 0.6/1.4, row.Share().Low, 1e-12)
		require.True(t, row.Flags.Has(graph.FlagScenario))
		require.True(t, row.Flags.Has(graph.FlagSharesScaled))
		later := onChina(t, with(t, v, graph.Edit{Add: &graph.Addition{Sale: sale, Start: v.AsOf + 1}}))
		require.InDelta(t, 0.6, later.Share().Low, 1e-12)
	})
	t.Run("add a plant on a site", func(t *testing.T) { // west makes its oxide in China, too, at a site that can be asked for
		plan := named(t, v, "plan")
		plant := &graph.AddedPlant{Firm: named(t, v, "west"), Item: named(t, v, "oxide"), Country: named(t, v, "CN"), Tonnes: 10, Site: plan}
		w := with(t, v, graph.Edit{Add: &graph.Addition{Plant: plant}})
		require.InDelta(t, 1, onChina(t, w).Share().Low, 1e-12)
		require.InDelta(t, 0.6, onChina(t, with(t, w, graph.Edit{Remove: &graph.Target{Facilities: []graph.Node{plan}}})).Share().Low, 1e-12)
	})
	t.Run("add a plant", func(t *testing.T) { // east makes its oxide in the United States
		plant := &graph.AddedPlant{Firm: named(t, v, "east"), Item: named(t, v, "oxide"), Country: named(t, v, "US"), Tonnes: 10}
		row := onChina(t, with(t, v, graph.Edit{Add: &graph.Addition{Plant: plant}}))
		require.InDelta(t, 0, row.Share().Low, 1e-12)
		require.InDelta(t, 0, row.Share().Estimate, 1e-12)
	})
}

// Each edit applies to what those before it left.
func TestOrderOfEditsCounts(t *testing.T) {
	v := tradeView(t, graph.Filter{})
	remove := graph.Edit{Remove: chinese(t, v)}
	plant := graph.Edit{Add: &graph.Addition{Plant: &graph.AddedPlant{
		Firm: named(t, v, "east"), Item: named(t, v, "oxide"), Country: named(t, v, "CN"), Tonnes: math.NaN()}}}
	sale := graph.Edit{Add: &graph.Addition{Sale: &graph.AddedSale{
		Supplier: named(t, v, "east"), Buyer: named(t, v, "buyer"), Item: named(t, v, "oxide"), Share: math.NaN()}}}
	for _, addition := range []graph.Edit{plant, sale} {
		left, gone := with(t, v, remove, addition), with(t, v, addition, remove)
		require.NotEqual(t, left.ID(), gone.ID())
		require.InDelta(t, 0.6, onChina(t, left).Share().Low, 1e-12)
		require.InDelta(t, 0, onChina(t, gone).Share().Low, 1e-12)
		require.Equal(t, exposure.Undecided, onChina(t, gone).Verdict)
	}
}

func TestScenarioIDs(t *testing.T) {
	v := tradeView(t, graph.Filter{})
	cn, us := named(t, v, "CN"), named(t, v, "US")
	a := graph.Edit{Remove: &graph.Target{Countries: []graph.Node{cn, us}, Stages: []graph.Stage{graph.StageMine, graph.StageMetal}}}
	b := graph.Edit{Limit: &graph.Limit{Target: graph.Target{Countries: []graph.Node{cn}}, Factor: 0.25}}
	both := with(t, v, a, b)
	require.Equal(t, both.ID(), with(t, with(t, v, a), b).ID())
	require.NotEqual(t, both.ID(), with(t, v, b, a).ID())
	require.Equal(t, v.ID(), both.Base().ID())
	require.Equal(t, v.ID(), with(t, v).ID())
	require.Same(t, v, v.Base())
	require.Len(t, both.Scenario(), 2)
	require.Empty(t, both.Base().Scenario())

	same := graph.Edit{Remove: &graph.Target{Countries: []graph.Node{us, cn, us}, By: graph.ByLocation,
		Stages: []graph.Stage{graph.StageMetal, graph.StageMine}}}
	require.Equal(t, with(t, v, a).ID(), with(t, v, same).ID())
	sale := func(share float64, start graph.Day) graph.Edit {
		return graph.Edit{Add: &graph.Addition{Start: start, Sale: &graph.AddedSale{
			Supplier: named(t, v, "west"), Buyer: named(t, v, "buyer"), Item: named(t, v, "oxide"), Share: share}}}
	}
	different := []graph.Edit{a, b, sale(0.5, 0), sale(math.NaN(), 0), sale(0.5, 1), sale(0, 0),
		{Delay: &graph.Delay{Target: graph.Target{Countries: []graph.Node{cn}}, Days: 365}},
		{Remove: &graph.Target{Countries: []graph.Node{cn}}}, {Remove: &graph.Target{Countries: []graph.Node{cn}, By: graph.ByOwnership}},
		{Remove: &graph.Target{Owners: []graph.Node{named(t, v, "east")}}}, {Remove: &graph.Target{Firms: []graph.Node{named(t, v, "east")}}}}
	seen := map[string]bool{v.ID(): true}
	for _, e := range different {
		id := with(t, v, e).ID()
		require.False(t, seen[id])
		seen[id] = true
	}
	require.Equal(t, with(t, v, sale(0, 0)).ID(), with(t, v, sale(math.Copysign(0, -1), 0)).ID())
}

// A view does not change with what its maker does to an edit later.
func TestScenarioKeepsItsEdits(t *testing.T) {
	v := tradeView(t, graph.Filter{})
	target := chinese(t, v)
	w := with(t, v, graph.Edit{Remove: target})
	id := with(t, w).ID()
	target.Countries[0] = named(t, v, "US")
	require.Equal(t, id, with(t, w).ID())
	require.InDelta(t, 0, onChina(t, w).Share().Low, 1e-12)
}

func TestBadEdits(t *testing.T) {
	v := tradeView(t, graph.Filter{})
	cn := graph.Target{Countries: []graph.Node{named(t, v, "CN")}}
	east, oxide, dy := named(t, v, "east"), named(t, v, "oxide"), named(t, v, "dy")
	sale := func(s graph.AddedSale) graph.Edit { return graph.Edit{Add: &graph.Addition{Sale: &s}} }
	plant := func(p graph.AddedPlant) graph.Edit { return graph.Edit{Add: &graph.Addition{Plant: &p}} }
	good := graph.AddedSale{Supplier: east, Buyer: named(t, v, "buyer"), Item: oxide, Share: math.NaN()}
	ground := graph.AddedPlant{Firm: east, Item: oxide, Country: cn.Countries[0], Tonnes: math.NaN()}
	for name, c := range map[string]struct {
		edit graph.Edit
		want error
	}{
		"nothing":            {graph.Edit{}, graph.ErrEditParts},
		"two things":         {graph.Edit{Remove: &cn, Delay: &graph.Delay{Target: cn, Days: 1}}, graph.ErrEditParts},
		"an empty addition":  {graph.Edit{Add: &graph.Addition{}}, graph.ErrEditParts},
		"a double addition":  {graph.Edit{Add: &graph.Addition{Sale: &good, Plant: &ground}}, graph.ErrEditParts},
		"no target":          {graph.Edit{Remove: &graph.Target{By: graph.ByOwnership}}, graph.ErrEditTarget},
		"nothing to limit":   {graph.Edit{Limit: &graph.Limit{Factor: 0.5}}, graph.ErrEditTarget},
		"nothing to delay":   {graph.Edit{Delay: &graph.Delay{Days: 5}}, graph.ErrEditTarget},
		"factor above 1":     {graph.Edit{Limit: &graph.Limit{Target: cn, Factor: 1.01}}, graph.ErrEditFactor},
		"factor below 0":     {graph.Edit{Limit: &graph.Limit{Target: cn, Factor: -0.01}}, graph.ErrEditFactor},
		"factor NaN":         {graph.Edit{Limit: &graph.Limit{Target: cn, Factor: math.NaN()}}, graph.ErrEditFactor},
		"days back":          {graph.Edit{Delay: &graph.Delay{Target: cn, Days: -1}}, graph.ErrEditDays},
		"days without end":   {graph.Edit{Delay: &graph.Delay{Target: cn, Days: 36501}}, graph.ErrEditDays},
		"share above 1":      {sale(graph.AddedSale{good.Supplier, good.Buyer, good.Item, 1.5}), graph.ErrEditShare},
		"share below 0":      {sale(graph.AddedSale{good.Supplier, good.Buyer, good.Item, -0.5}), graph.ErrEditShare},
		"share infinite":     {sale(graph.AddedSale{good.Supplier, good.Buyer, good.Item, math.Inf(1)}), graph.ErrEditShare},
		"an element sold":    {sale(graph.AddedSale{good.Supplier, good.Buyer, dy, 0.5}), graph.ErrEditNode},
		"sold to an item":    {sale(graph.AddedSale{good.Supplier, oxide, oxide, 0.5}), graph.ErrEditNode},
		"a country sells":    {sale(graph.AddedSale{cn.Countries[0], good.Buyer, oxide, 0.5}), graph.ErrEditNode},
		"a plant in a firm":  {plant(graph.AddedPlant{east, oxide, east, 1, 0}), graph.ErrEditNode},
		"a plant in a group": {plant(graph.AddedPlant{east, oxide, named(t, v, "WORLD"), 1, 0}), graph.ErrEditNode},
		"no node at all":     {plant(graph.AddedPlant{east, graph.NoNode, cn.Countries[0], 1, 0}), graph.ErrEditNode},
		"a site elsewhere":   {plant(graph.AddedPlant{east, oxide, named(t, v, "US"), 1, named(t, v, "plan")}), graph.ErrEditNode},
		"tonnes below 0":     {plant(graph.AddedPlant{east, oxide, cn.Countries[0], -1, 0}), graph.ErrEditTonnes},
		"tonnes infinite":    {plant(graph.AddedPlant{east, oxide, cn.Countries[0], math.Inf(1), 0}), graph.ErrEditTonnes},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := v.With(graph.Edit{Remove: &cn}, c.edit)
			require.ErrorIs(t, err, c.want)
			require.ErrorContains(t, err, "edit 2: ")
		})
	}
	for _, e := range []graph.Edit{sale(good), plant(ground), {Limit: &graph.Limit{Target: cn, Factor: 0}}, {Delay: &graph.Delay{Target: cn}}} {
		_, err := v.With(e)
		require.NoError(t, err)
	}
}

func TestDelayedPlantsStartLater(t *testing.T) {
	v := tradeView(t, graph.Filter{IncludeAnnounced: true})
	plan := named(t, v, "plan")
	require.True(t, v.PlantActive(plan)) // from 2027-01-01; the day is 2027-06-30
	delay := func(days int, target graph.Target) bool {
		return with(t, v, graph.Edit{Delay: &graph.Delay{Target: target, Days: days}}).PlantActive(plan)
	}
	planned := graph.Target{Facilities: []graph.Node{plan}}
	require.True(t, delay(180, planned))
	require.False(t, delay(181, planned))
	require.False(t, delay(365, graph.Target{Stages: []graph.Stage{graph.StageSeparation}}))
	require.False(t, delay(365, graph.Target{Firms: []graph.Node{named(t, v, "west")}, Countries: []graph.Node{named(t, v, "CN")}}))
	require.True(t, delay(365, graph.Target{Firms: []graph.Node{named(t, v, "east")}}))
	require.True(t, delay(365, graph.Target{Countries: []graph.Node{named(t, v, "US")}}))
	require.False(t, delay(365, graph.Target{Countries: []graph.Node{named(t, v, "US")}, By: graph.ByOwnership}))
	require.True(t, delay(365, graph.Target{Items: []graph.Node{named(t, v, "oxide")}}), "nothing says what it will make")
	twice := with(t, v, graph.Edit{Delay: &graph.Delay{Target: planned, Days: 100}}, graph.Edit{Delay: &graph.Delay{Target: planned, Days: 100}})
	require.False(t, twice.PlantActive(plan))
	require.True(t, twice.Base().PlantActive(plan))
}

// Scenarios of one view are asked at the same time, and give the bits that they give alone.
func TestScenariosShareNothingThatChanges(t *testing.T) {
	for seed := range uint64(20) {
		dice := rand.New(rand.NewPCG(seed, 12)).IntN
		s, err := graph.Build(graphtest.DenseWorld(dice))
		require.NoError(t, err)
		v, err := graph.NewView(s, graph.NewDay(2025, 6, 30), graph.Filter{IncludeAnnounced: true})
		require.NoError(t, err)
		cn := graph.Target{Countries: []graph.Node{named(t, v, "CN")}}
		first, _ := v.Range(graph.KindFirm)
		edits := []graph.Edit{{Remove: &cn}, {Limit: &graph.Limit{Target: cn, Factor: 0.5}}, {Delay: &graph.Delay{Target: cn, Days: 400}},
			{Remove: &graph.Target{Owners: []graph.Node{first}}}, {Remove: &graph.Target{Firms: []graph.Node{first}}}}
		ask := func(v *graph.View) []float64 {
			network, err := chain.Build(context.Background(), v)
			if err != nil {
				return nil
			}
			a, err := exposure.Ask(context.Background(), network, market.NewIndex(v), exposure.Question{Target: graph.Target{Countries: cn.Countries}})
			if err != nil {
				return nil
			}
			var out []float64
			_, end := v.Range(graph.KindFirm)
			for f := first; f < end; f++ {
				row := a.Firm(f)
				share := row.Share()
				out = append(out, share.Low, share.High, share.Estimate, row.Worst)
			}
			return out
		}
		before := ask(v)
		views := []*graph.View{v}
		for _, e := range edits {
			views = append(views, with(t, v, e), with(t, with(t, v, edits[0]), e))
		}
		alone := make([][]float64, len(views))
		for i, w := range views {
			alone[i] = ask(w)
		}
		together := make([][]float64, len(views))
		var group sync.WaitGroup
		for i, w := range views {
			group.Go(func() {
				again, err := w.Base().With(w.Scenario()...)
				if err == nil && again.ID() == w.ID() {
					together[i] = ask(again)
				}
			})
		}
		group.Wait()
		for i := range views {
			require.True(t, slices.EqualFunc(alone[i], together[i], sameBits), "world %d, view %d", seed, i)
		}
		require.True(t, slices.EqualFunc(before, ask(v), sameBits))
	}
}

func sameBits(x, y float64) bool { return math.Float64bits(x) == math.Float64bits(y) }

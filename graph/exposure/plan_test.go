package exposure_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// drawCandidates draws sales and plants that are not on record.
func drawCandidates(dice graphtest.Dice, v *graph.View, n int) []exposure.Candidate {
	var out []exposure.Candidate
	for len(out) < n {
		for _, e := range graphtest.DrawEdits(dice, v.Facts()) {
			if e.Kind == "sale" || e.Kind == "plant" {
				out = append(out, exposure.Candidate{Edits: graphtest.EditsOf(v.Snapshot, []graphtest.ScenarioEdit{e})})
			}
		}
	}
	return out[:n]
}

// estimatesOf is the sum of the estimates of firms that have one before; what becomes unknown counts as before.
func estimatesOf(before, after *exposure.Answer, firms []graph.Node) float64 {
	sum := 0.0
	for _, f := range firms {
		x, y := before.Firm(f), after.Firm(f)
		was, is := x.Share().Estimate, y.Share().Estimate
		switch {
		case math.IsNaN(was):
		case math.IsNaN(is):
			sum += was
		default:
			sum += is
		}
	}
	return sum
}

// All choices of up to k candidates, in their order, are tried.
func bestOfAll(t *testing.T, v *graph.View, q exposure.Question, firms []graph.Node, k int, candidates []exposure.Candidate) float64 {
	before := ask(t, v, q)
	least := estimatesOf(before, before, firms)
	for set := range 1 << len(candidates) {
		var all []graph.Edit
		n := 0
		for i, c := range candidates {
			if set>>i&1 == 1 {
				all = append(all, c.Edits...)
				n++
			}
		}
		if n == 0 || n > k {
			continue
		}
		w, err := v.With(all...)
		require.NoError(t, err)
		least = min(least, estimatesOf(before, ask(t, w, q), firms))
	}
	return least
}

func TestPlanAgainstAllChoices(t *testing.T) {
	cut, possible, plans, optimal := [4]float64{}, [4]float64{}, [4]int{}, [4]int{}
	for seed := range uint64(250) {
		dice := rand.New(rand.NewPCG(seed, 17)).IntN
		facts := graphtest.DenseWorld(dice)
		day, filter, drawn := graphtest.DrawQuestion(dice, facts)
		v := graphtest.ViewOf(t, facts, day, filter)
		s := v.Snapshot
		if s.Items() == 3 {
			continue
		}
		q, firms, candidates := question(s, drawn), allFirms(v), drawCandidates(dice, v, 8)
		if dice(4) > 0 {
			q = chinese(s)
		}
		for k := 1; k <= 3; k++ {
			plan, err := exposure.Best(context.Background(), v, q, firms, k, candidates)
			require.NoError(t, err)
			require.LessOrEqual(t, len(plan.Steps), k)
			before := ask(t, v, q)
			require.InDelta(t, estimatesOf(before, before, firms), plan.Before, 1e-9)
			require.InDelta(t, estimatesOf(before, ask(t, plan.View, q), firms), plan.After, 1e-9)
			least := bestOfAll(t, v, q, firms, k, candidates)
			if k == 1 {
				require.InDelta(t, least, plan.After, 1e-9, "world %d", seed)
			}
			require.GreaterOrEqual(t, plan.After, least-1e-9)
			total := 0.0
			for _, step := range plan.Steps {
				require.GreaterOrEqual(t, step.Cut, -1e-9)
				total += step.Cut
			}
			require.InDelta(t, plan.Before-plan.After, total, 1e-9)
			cut[k], possible[k], plans[k] = cut[k]+plan.Before-plan.After, possible[k]+plan.Before-least, plans[k]+1
			if plan.After < least+1e-9 {
				optimal[k]++
			}
		}
	}
	for k := 1; k <= 3; k++ {
		t.Logf("k = %d: the greedy choice reaches %.4f of the largest cut, and all of it in %d of %d worlds", k, cut[k]/possible[k], optimal[k], plans[k])
		require.Greater(t, cut[k]/possible[k], 0.9)
		require.Greater(t, possible[k], 2.0)
	}
}

// A plant that is of use only with a sale, and a sale that is of use only with the plant: one by one neither is chosen.
func TestPlanTakesOneStepAtATime(t *testing.T) {
	high := graph.ConfidenceHigh
	facts := &graph.Facts{Sources: []graph.Source{{ID: "s"}}, Countries: []graph.Country{{ID: "CN"}, {ID: "US"}},
		Materials: []graph.Material{{ID: "oxide", Form: graph.FormOxide, Source: "s"}, {ID: "ore", Form: graph.FormOreConcentrate, Source: "s"}},
		Feeds:     []graph.Feed{{From: "ore", To: "oxide", Unit: graph.FeedUnitKgPerKg, Essential: graph.True, Source: "s", Confidence: high}},
		Firms:     []graph.Firm{{ID: "buyer", Country: "US", Source: "s"}, {ID: "east", Country: "CN", Source: "s"}, {ID: "maker", Country: "CN", Source: "s"}},
		Makes:     []graph.Making{{Firm: "east", Item: "oxide", Source: "s", Confidence: high}, {Firm: "maker", Item: "oxide", Source: "s", Confidence: high}},
		Supplies: []graph.Supply{{Supplier: "east", Buyer: "buyer", Item: "oxide", SharePercent: percentage(50), Status: graph.SupplyStatusActive,
			Source: "s", Confidence: high}},
		MarketShares: []graph.MarketShare{{Country: "CN", Stage: graph.StageSeparation, Item: "oxide", SharePercent: percentage(90),
			Year: graph.Integer{Value: 2024, Known: true}, Source: "s", Confidence: high}}}
	v := answerOf(t, facts).Network.View
	cn, _ := v.Lookup("CN")
	us, _ := v.Lookup("US")
	buyer, _ := v.Lookup("buyer")
	maker, _ := v.Lookup("maker")
	oxide, _ := v.Lookup("oxide")
	q := exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}, Stages: []graph.Stage{graph.StageSeparation}}}
	plant := graph.Edit{Add: &graph.Addition{Plant: &graph.AddedPlant{Firm: maker, Item: oxide, Country: us, Tonnes: math.NaN()}}}
	sale := graph.Edit{Add: &graph.Addition{Sale: &graph.AddedSale{Supplier: maker, Buyer: buyer, Item: oxide, Share: 0.5}}}
	candidates := []exposure.Candidate{{Edits: []graph.Edit{plant}}, {Edits: []graph.Edit{sale}}}
	plan, err := exposure.Best(context.Background(), v, q, []graph.Node{buyer}, 2, candidates)
	require.NoError(t, err)
	require.Empty(t, plan.Steps)
	require.InDelta(t, 0.95, plan.After, 1e-12)
	together := []exposure.Candidate{{Edits: []graph.Edit{plant, sale}}}
	plan, err = exposure.Best(context.Background(), v, q, []graph.Node{buyer}, 2, together)
	require.NoError(t, err)
	require.Len(t, plan.Steps, 1)
	require.InDelta(t, 0.5, plan.After, 1e-12)
}

// What is announced, added as edits, is what a view with announced facts shows.
func TestAnnouncedCandidatesAreTheAnnouncedRecord(t *testing.T) {
	sales, plants := 0, 0
	for seed := range uint64(1500) {
		dice := rand.New(rand.NewPCG(seed, 18)).IntN
		facts := graphtest.DenseWorld(dice)
		for i := range facts.Produces {
			facts.Produces[i].Year.Value = int32(2015 + dice(5))
		}
		for i := range facts.Supplies {
			if r := &facts.Supplies[i]; dice(3) == 0 {
				r.Status = graph.SupplyStatusAnnounced
			}
		}
		for i := range facts.Facilities {
			if p := &facts.Facilities[i]; dice(2) == 0 {
				p.Status, p.StartYear = graph.FacilityStatusConstruction, graph.Integer{Value: int32(2022 + dice(8)), Known: true}
			}
			if p := &facts.Facilities[i]; p.Status == graph.FacilityStatusConstruction || p.Status == graph.FacilityStatusPlanned {
				p.Stage = "" // or it would also stand for what else its operators make
			}
		}
		day, filter, drawn := graphtest.DrawQuestion(dice, facts)
		day = max(day, graph.NewDay(2022, 3, 1))
		if drawn.Firms, drawn.Owners, drawn.Facilities = nil, nil, nil; len(drawn.Countries)+len(drawn.Stages)+len(drawn.Items) == 0 {
			drawn.Countries = []string{"CN"} // of firms the market counts the whole of the plants that they have a part in
		}
		s, err := graph.Build(facts)
		require.NoError(t, err)
		filter.IncludeAnnounced = false
		v, err := graph.NewView(s, day, filter)
		require.NoError(t, err)
		filter.IncludeAnnounced = true
		w, err := graph.NewView(s, day, filter)
		require.NoError(t, err)
		require.Empty(t, exposure.Announced(w))
		var all []graph.Edit
		for _, c := range exposure.Announced(v) {
			all = append(all, c.Edits...)
			if c.Row.Table == v.Supplies.Table {
				sales++
			} else {
				plants++
			}
		}
		with, err := v.With(all...)
		require.NoError(t, err)
		got, want := ask(t, with, question(s, drawn)), ask(t, w, question(s, drawn))
		for _, f := range allFirms(v) {
			x, y := got.Firm(f), want.Firm(f)
			problems := sameLines(s.Key(f), got, want, x.Lines, y.Lines)
			require.Empty(t, problems, "world %d, %s, %+v, %+v\n%s", seed, day, filter, drawn, print(facts))
			require.Equal(t, summary(&y), summary(&x))
		}
	}
	require.Greater(t, sales, 500)
	require.Greater(t, plants, 200)
}

func TestPlanOnSeed(t *testing.T) {
	v := graphtest.SeedView(t, graph.NewDay(2028, 6, 30))
	cn, _ := v.Lookup("CN")
	q := exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}}}
	candidates := exposure.Announced(v)
	require.Greater(t, len(candidates), 10)
	plan, err := exposure.Best(context.Background(), v, q, allFirms(v), 2, candidates)
	require.NoError(t, err)
	require.Positive(t, plan.Counted)
	require.LessOrEqual(t, plan.After, plan.Before)
	for i, step := range plan.Steps {
		c := candidates[step.Candidate]
		r := v.Snapshot.Receipt(c.Row)
		t.Logf("%d: %s:%d %v cuts %.4f of %.3f", i+1, r.File, r.Line, r.Cells[:3], step.Cut, plan.Before)
		require.False(t, slices.ContainsFunc(plan.Steps[:i], func(other exposure.PlanStep) bool { return other.Candidate == step.Candidate }))
	}

	_, err = exposure.Best(context.Background(), v, q, nil, 0, candidates)
	require.ErrorIs(t, err, exposure.ErrPlanSize)
	_, err = exposure.Best(context.Background(), v, q, nil, 1, []exposure.Candidate{{Edits: []graph.Edit{{}}}})
	require.ErrorIs(t, err, graph.ErrEditParts)
	require.ErrorContains(t, err, "candidate 0")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = exposure.Best(ctx, v, q, nil, 1, candidates)
	require.ErrorIs(t, err, context.Canceled)
}

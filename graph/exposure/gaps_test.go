package exposure_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func gapsOf(t testing.TB, a *exposure.Answer, firm graph.Node) []exposure.Gap {
	t.Helper()
	gaps, complete, err := a.Gaps(context.Background(), firm, 1000)
	require.NoError(t, err)
	require.True(t, complete)
	return gaps
}

// knownWorld draws a world in which everything is stated: layers of firms, each of which makes one item of its layer from one or two of
// the layer below, all of whose sellers are named with shares that make up the whole. Mines are at the bottom.
func knownWorld(dice graphtest.Dice) *graph.Facts {
	f := &graph.Facts{Sources: []graph.Source{{ID: "s"}}, Countries: []graph.Country{{ID: "CN"}, {ID: "US"}}}
	high := graph.ConfidenceHigh
	layers := 2 + dice(3)
	for layer := range layers {
		for i := range 2 {
			item := fmt.Sprintf("item-%d%d", layer, i)
			form := graph.FormOreConcentrate
			if layer > 0 {
				form = graph.FormMetal
				for j := range 1 + dice(2) {
					f.Feeds = append(f.Feeds, graph.Feed{From: fmt.Sprintf("item-%d%d", layer-1, (i+j)%2), To: item, Unit: graph.FeedUnitKgPerKg,
						Essential: graph.True, Source: "s", Confidence: high})
				}
			}
			f.Materials = append(f.Materials, graph.Material{ID: item, Form: form, Source: "s"})
			for k := range 1 + dice(3) {
				firm := fmt.Sprintf("firm-%d%d%d", layer, i, k)
				f.Firms = append(f.Firms, graph.Firm{ID: firm, Country: []string{"CN", "US"}[dice(2)], Source: "s"})
				f.Makes = append(f.Makes, graph.Making{Firm: firm, Item: item, Source: "s", Confidence: high})
			}
		}
	}
	for _, buyer := range f.Makes {
		for _, feed := range f.Feeds {
			if feed.To != buyer.Item {
				continue
			}
			var sellers []string
			for _, seller := range f.Makes {
				if seller.Item == feed.From {
					sellers = append(sellers, seller.Firm)
				}
			}
			left := 100
			for i, seller := range sellers {
				share := left
				if i < len(sellers)-1 {
					share = dice(left + 1)
				}
				left -= share
				f.Supplies = append(f.Supplies, graph.Supply{Supplier: seller, Buyer: buyer.Firm, Item: feed.From, SharePercent: percentage(share),
					Status: graph.SupplyStatusActive, Source: "s", Confidence: high})
			}
		}
	}
	return f
}

func percentage(n int) graph.Number { return graph.Number{Value: float64(n), Known: true} }

func chinese(s *graph.Snapshot) exposure.Question {
	cn, _ := s.Lookup("CN")
	return exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}}}
}

func answerOf(t testing.TB, facts *graph.Facts) *exposure.Answer {
	t.Helper()
	v := graphtest.ViewOf(t, facts, graph.NewDay(2025, 6, 30), graph.Filter{})
	return ask(t, v, chinese(v.Snapshot))
}

// A fact taken out of a world that is known in full stands at the top of the list, and its swing is what became unknown.
func TestGapsNameTheFactTakenAway(t *testing.T) {
	kinds := map[exposure.GapKind]int{}
	for seed := range uint64(400) {
		dice := rand.New(rand.NewPCG(seed, 13)).IntN
		facts := knownWorld(dice)
		firm := facts.Makes[len(facts.Makes)-1].Firm
		full := answerOf(t, facts)
		node, _ := full.Network.View.Lookup(firm)
		require.Empty(t, gapsOf(t, full, node))

		one := dice(len(facts.Supplies))
		sale := facts.Supplies[one]
		mass := sale.SharePercent.Value / 100
		want := exposure.ShareNotStated
		switch dice(3) {
		case 0:
			facts.Supplies[one].SharePercent = graph.Number{}
		case 1:
			want = exposure.SellerNotRecorded
			facts.Supplies = slices.Delete(facts.Supplies, one, one+1)
		default:
			want, mass = exposure.RecipeNotRecorded, 1
			feed := facts.Feeds[dice(len(facts.Feeds))]
			facts.Feeds = slices.DeleteFunc(facts.Feeds, func(f graph.Feed) bool { return f.To == feed.To })
			sale.Buyer, sale.Item = "", feed.To
		}
		a := answerOf(t, facts)
		row := a.Firm(node)
		gaps := gapsOf(t, a, node)
		if row.Line == nil || row.Line.Share.High-row.Line.Share.Low < 1e-9 {
			for _, gap := range gaps { // the row's deciding line does not hang on it
				require.Zero(t, math.Round(gap.Swing*1e9), "world %d", seed)
			}
			continue
		}
		kinds[want]++
		require.NotEmpty(t, gaps, "world %d", seed)
		require.Equal(t, want, gaps[0].Kind, "world %d", seed)
		require.Equal(t, sale.Item, a.Network.View.Key(gaps[0].Item))
		if want != exposure.RecipeNotRecorded {
			require.Equal(t, sale.Buyer, a.Network.View.Key(gaps[0].Firm))
			require.Len(t, gaps, 1)
			require.LessOrEqual(t, gaps[0].Swing, mass+1e-9, "world %d", seed)
			require.InDelta(t, row.Line.Share.High-row.Line.Share.Low, gaps[0].Swing, 1e-9, "world %d", seed)
			if sale.Buyer == firm && a.Network.View.Key(row.Line.Item) == sale.Item {
				require.InDelta(t, mass, gaps[0].Swing, 1e-9)
			}
		}
	}
	for _, kind := range []exposure.GapKind{exposure.ShareNotStated, exposure.SellerNotRecorded, exposure.RecipeNotRecorded} {
		require.Greater(t, kinds[kind], 10, kind)
	}
}

// Whatever a missing fact may turn out to say, the row moves by no more than the gap's swing and shift, and its verdict changes only
// where the gap says that it could.
func TestGapsBoundWhatFactsMaySay(t *testing.T) {
	filled, flipped, tight := 0, 0, 0
	for seed := uint64(0); seed < 6000; seed++ {
		dice := rand.New(rand.NewPCG(seed, 14)).IntN
		facts := graphtest.DenseWorld(dice)
		facts.Countries = append(facts.Countries, graph.Country{ID: "ZZ"})
		a := answerOf(t, facts)
		v := a.Network.View
		first, end := v.Range(graph.KindFirm)
		firm := first + graph.Node(dice(int(end-first)))
		row := a.Firm(firm)
		gaps := gapsOf(t, a, firm)
		for range 4 {
			if len(gaps) == 0 {
				break
			}
			gap := gaps[dice(len(gaps))]
			other, ok := fillGap(dice, a, facts, &gap)
			if !ok {
				continue
			}
			b := answerOf(t, other)
			twin, _ := b.Network.View.Lookup(v.Key(firm))
			after := b.Firm(twin)
			line := slices.IndexFunc(after.Lines, func(l exposure.Line) bool { return lineName(b, &l) == lineName(a, row.Line) })
			if line < 0 || len(after.Lines) != len(row.Lines) || !slices.Equal(shape(a, &gap), shape(b, &gap)) {
				continue // the fact also opens or closes needs
			}
			filled++
			was, is := row.Line.Share, after.Lines[line].Share
			moved := max(math.Abs(is.Low-was.Low), math.Abs(is.High-was.High))
			about := fmt.Sprintf("world %d, %s, gap %+v of %s %s", seed, v.Key(firm), gap, v.Key(gap.Firm), v.Key(gap.Item))
			require.LessOrEqual(t, moved, gap.Swing+1e-9, about)
			if !math.IsNaN(was.Estimate) && !math.IsNaN(is.Estimate) {
				require.LessOrEqual(t, math.Abs(is.Estimate-was.Estimate), gap.Shift+1e-9, about)
			}
			if moved > 0.99*gap.Swing {
				tight++
			}
			if after.Verdict != row.Verdict {
				flipped++
				require.True(t, gap.Flips, "%s: %s became %s\n%s", about, row.Verdict, after.Verdict, print(facts))
			}
		}
	}
	require.Greater(t, filled, 1000)
	require.Greater(t, flipped, 200)
	require.Greater(t, tight, filled/10)
}

// shape lists what each maker on record needs, leaving out those that choose among inputs of which the gap's is one.
func shape(a *exposure.Answer, gap *exposure.Gap) []string {
	var lines []string
	v := a.Network.View
	for i := range a.Network.Parts {
		p := &a.Network.Parts[i]
		chooses := p.Any && slices.ContainsFunc(v.Requirement(p.Item).Inputs, func(n graph.Node) bool { return n == gap.Item })
		if strings.HasPrefix(v.Key(p.Firm), "zz-") || p.Kind == chain.Line || chooses && p.Firm == gap.Firm {
			continue
		}
		text := fmt.Sprint(p.Kind, v.Key(p.Firm), v.Key(p.Item))
		for _, n := range p.Needs {
			text += fmt.Sprint(" ", a.Network.Parts[n.Part].Kind, v.Key(a.Network.Parts[n.Part].Item))
		}
		lines = append(lines, text)
	}
	slices.Sort(lines)
	return lines
}

// fillGap writes what a missing fact may say into rows: shares of the named sellers at random, and sales by new firms in and outside
// the target. It is refused where the rows would say more than that.
func fillGap(dice graphtest.Dice, a *exposure.Answer, facts *graph.Facts, gap *exposure.Gap) (*graph.Facts, bool) {
	v := a.Network.View
	part, ok := a.Network.LineOf(gap.Firm, gap.Item)
	if !ok || gap.Kind != exposure.ShareNotStated && gap.Kind != exposure.SellerNotRecorded {
		return nil, false
	}
	f := *facts
	f.Supplies, f.Firms, f.Makes = slices.Clone(f.Supplies), slices.Clone(f.Firms), slices.Clone(f.Makes)
	f.Facilities, f.Operates, f.Produces = slices.Clone(f.Facilities), slices.Clone(f.Operates), slices.Clone(f.Produces)
	left := 100.0
	var rows []graph.RowRef
	for i := range a.Network.Parts[part].Suppliers {
		s := &a.Network.Parts[part].Suppliers[i]
		switch {
		case s.Possible || !s.Stated() && s.Item != gap.Item:
			return nil, false // no row states its share of this item
		case s.Own && !s.Stated():
			return nil, false
		case s.Stated():
			left -= 100 * s.Share
		case len(s.Rows) == 1:
			rows = append(rows, s.Rows[0])
		default:
			return nil, false
		}
	}
	draw := func() float64 {
		n := []float64{0, left, left * float64(dice(101)) / 100}[dice(3)]
		left -= n
		return n
	}
	for _, i := range rand.New(rand.NewPCG(uint64(dice(1000)), 1)).Perm(len(rows)) {
		row := v.Facts().Supplies[rows[i].Index]
		at := slices.Index(f.Supplies, row)
		f.Supplies[at].SharePercent = graph.Number{Value: draw(), Known: true}
	}
	sells := slices.ContainsFunc(f.Supplies, func(s graph.Supply) bool { return s.Supplier == v.Key(gap.Firm) && s.Item == v.Key(gap.Item) })
	kinds := len(v.Above(gap.Item)) + len(v.Below(gap.Item))
	if sells || kinds > 0 {
		return &f, len(rows) > 0 // a new sale would bear on other needs too
	}
	high := graph.ConfidenceHigh
	for _, seller := range [][2]string{{"zz-east", "CN"}, {"zz-west", "ZZ"}} {
		id, item := seller[0], v.Key(gap.Item)
		f.Firms = append(f.Firms, graph.Firm{ID: id, Country: seller[1], Source: "s0"})
		f.Facilities = append(f.Facilities, graph.Facility{ID: id + "-plant", Country: seller[1], Stage: graph.StageRecycling,
			Status: graph.FacilityStatusOperating, Source: "s0"})
		f.Operates = append(f.Operates, graph.Operation{Firm: id, Facility: id + "-plant", Source: "s0", Confidence: high})
		f.Produces = append(f.Produces, graph.Production{Facility: id + "-plant", Item: item, Source: "s0", Confidence: high})
		if share := draw(); share > 0 {
			f.Supplies = append(f.Supplies, graph.Supply{Supplier: id, Buyer: v.Key(gap.Firm), Item: item, Source: "s0", Confidence: high,
				Status: graph.SupplyStatusActive, SharePercent: graph.Number{Value: share, Known: true}})
		}
	}
	return &f, true
}

// What an analyst of the seed would look into first.
func TestGapsOnSeed(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	cn, _ := v.Lookup("CN")
	a := ask(t, v, exposure.Question{Target: graph.Target{Countries: []graph.Node{cn}, Stages: []graph.Stage{graph.StageSeparation}}})
	for firm, want := range map[string][]string{
		"lockheed-martin": {"SHARE_NOT_STATED lockheed-martin aircraft-actuator", "SELLER_NOT_RECORDED moog sintered-ndfeb-high-coercivity"},
		"tesla":           {"SHARE_NOT_STATED tesla ev-traction-motor", "SHARE_NOT_STATED tesla sintered-ndfeb-high-coercivity"},
		"vacuumschmelze":  {"SELLER_NOT_RECORDED vacuumschmelze sm2co17-alloy", "SELLER_NOT_RECORDED vacuumschmelze smco5-alloy"},
		"jl-mag":          {"SHARE_NOT_STATED jl-mag ndpr-metal", "SHARE_NOT_STATED northern-rare-earth ndpr-oxide"},
	} {
		node, _ := v.Lookup(firm)
		var got []string
		for _, gap := range gapsOf(t, a, node) {
			got = append(got, fmt.Sprint(gap.Kind, " ", v.Key(gap.Firm), " ", v.Key(gap.Item)))
			require.True(t, gap.Flips || gap.Swing > 0 || gap.Shift > 0)
		}
		require.Equal(t, want, got[:2], firm)
	}
	firm, _ := v.Lookup("tesla")
	few, complete, err := a.Gaps(context.Background(), firm, 2)
	require.NoError(t, err)
	require.True(t, complete)
	require.Equal(t, gapsOf(t, a, firm)[:2], few)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, _, err = a.Gaps(ctx, firm, 2)
	require.ErrorIs(t, err, context.Canceled)
}

package exposure_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func drawn(seed uint64) (*graph.Facts, graph.Day, graph.Filter, graphtest.ExposureQuestion, graphtest.Dice) {
	dice := rand.New(rand.NewPCG(seed, 21)).IntN
	facts := graphtest.DenseWorld(dice)
	day, filter, q := graphtest.DrawQuestion(dice, facts)
	return facts, day, filter, q, dice
}

func answer(t *testing.T, facts *graph.Facts, day graph.Day, filter graph.Filter, q graphtest.ExposureQuestion) *exposure.Answer {
	t.Helper()
	v := graphtest.ViewOf(t, facts, day, filter)
	return ask(t, v, question(v.Snapshot, q))
}

// lines gives the lines of a firm by what they are.
func lines(a *exposure.Answer, firm string) (exposure.Row, map[string]*exposure.Line) {
	f, _ := a.Network.View.Find(graph.KindFirm, firm)
	row := a.Firm(f)
	all := map[string]*exposure.Line{}
	for i := range row.Lines {
		l := &row.Lines[i]
		all[fmt.Sprint(a.Network.Parts[l.Part].Kind, a.Network.View.Key(l.Firm), a.Network.View.Key(l.Item))] = l
	}
	return row, all
}

// A wider target never lowers what is proven to come from it, nor cuts a chain. With more countries it does not lower the
// estimate either; a firm more may bring a figure that stood for nothing before. Members' own rows are apart: their own making no
// longer counts.
func TestWiderTargetNeverLowersAnything(t *testing.T) {
	compared := 0
	for seed := range uint64(3000) {
		facts, day, filter, q, dice := drawn(seed)
		wider, countries := q, true
		switch dice(3) {
		case 0:
			wider.Countries = append(slices.Clone(q.Countries), "US", "PACT")
			if len(q.Countries) == 0 {
				continue
			}
		case 1:
			wider.Firms, countries = append(slices.Clone(q.Firms), facts.Firms[dice(len(facts.Firms))].ID), false
			if len(q.Firms) == 0 {
				continue
			}
		default:
			wider.Stages, countries = nil, false
			if len(q.Countries)+len(q.Firms)+len(q.Owners)+len(q.Facilities)+len(q.Items) == 0 {
				continue
			}
		}
		before, after := answer(t, facts, day, filter, q), answer(t, facts, day, filter, wider)
		for _, f := range facts.Firms {
			_, narrow := lines(before, f.ID)
			row, wide := lines(after, f.ID)
			if row.Member {
				continue
			}
			for key, l := range narrow {
				w := wide[key]
				require.NotNil(t, w, "world %d: %s of %s", seed, key, f.ID)
				compared++
				require.GreaterOrEqual(t, w.Share.Low, l.Share.Low-1e-9, "world %d: %s of %s", seed, key, f.ID)
				if l.NearestTier >= 0 {
					require.True(t, w.NearestTier >= 0 && w.NearestTier <= l.NearestTier, "world %d: %s of %s", seed, key, f.ID)
				}
				if l.PossibleTier >= 0 {
					require.True(t, w.PossibleTier >= 0 && w.PossibleTier <= l.PossibleTier, "world %d: %s of %s", seed, key, f.ID)
				}
				if countries && !math.IsNaN(l.Share.Estimate) {
					require.GreaterOrEqual(t, w.Share.Estimate, l.Share.Estimate-1e-9, "world %d: %s of %s", seed, key, f.ID)
				}
			}
		}
	}
	require.Greater(t, compared, 2000)
}

// Where a floor leaves out sales alone (all else is of high confidence, and makers are on record), it never brings up a chain.
func TestHigherFloorNeverBringsUpAChain(t *testing.T) {
	compared := 0
	for seed := range uint64(2000) {
		facts, day, _, q, _ := drawn(seed)
		onlySalesVary(facts)
		low := answer(t, facts, day, graph.Filter{}, q)
		for _, floor := range []graph.Confidence{graph.ConfidenceMedium, graph.ConfidenceHigh} {
			high := answer(t, facts, day, graph.Filter{MinConfidence: floor}, q)
			for _, f := range facts.Firms {
				row, kept := lines(high, f.ID)
				_, all := lines(low, f.ID)
				best := -1
				for _, l := range all {
					if l.PossibleTier >= 0 && (best < 0 || l.PossibleTier < best) {
						best = l.PossibleTier
					}
				}
				for key, l := range kept {
					if l.PossibleTier < 0 || row.Member {
						continue
					}
					compared++
					require.True(t, best >= 0 && best <= l.PossibleTier, "world %d: %s of %s", seed, key, f.ID)
				}
			}
		}
	}
	require.Greater(t, compared, 500)
}

func onlySalesVary(f *graph.Facts) {
	f.Facilities, f.Operates, f.Produces = nil, nil, nil
	for i := range f.Feeds {
		f.Feeds[i].Confidence = graph.ConfidenceHigh
	}
	for i := range f.Owns {
		f.Owns[i].Confidence = graph.ConfidenceHigh
	}
	for i := range f.MarketShares {
		f.MarketShares[i].Confidence = graph.ConfidenceHigh
	}
	made := map[[2]string]bool{}
	for i := range f.Makes {
		f.Makes[i].Confidence = graph.ConfidenceHigh
		made[[2]string{f.Makes[i].Firm, f.Makes[i].Item}] = true
	}
	for _, s := range f.Supplies {
		if k := [2]string{s.Supplier, s.Item}; !made[k] {
			made[k] = true
			f.Makes = append(f.Makes, graph.Making{Firm: s.Supplier, Item: s.Item, Source: s.Source, Confidence: graph.ConfidenceHigh})
		}
	}
}

func TestAnswersAreTheSameEveryTimeAndWhateverTheOrderOfRows(t *testing.T) {
	for seed := range uint64(300) {
		facts, day, filter, q, _ := drawn(seed)
		if q.Element != "" {
			q.Element, q.Holds, q.Mass = "", nil, nil
		}
		want := bits(t, answer(t, facts, day, filter, q))
		require.Equal(t, want, bits(t, answer(t, facts, day, filter, q)))
		require.Equal(t, want, bits(t, answer(t, shuffled(facts, seed), day, filter, q)), "world %d", seed)
	}
}

// What is proven and what is estimated lie within their bounds, in worlds of every shape.
func TestAnswersAreSound(t *testing.T) {
	for seed := range uint64(2000) {
		facts, day, filter, q, _ := drawn(seed)
		a := answer(t, facts, day, filter, q)
		rows := rowsOf(t, a)
		for i := range rows {
			for j := range rows[i].Lines {
				l := &rows[i].Lines[j]
				requireShare(t, fmt.Sprint(seed), l.Share)
				requireShare(t, fmt.Sprint(seed), l.Direct)
				require.InDelta(t, 1, l.Coverage.Known+l.Coverage.Assumed+l.Coverage.Unknown, 1e-12)
			}
		}
		for i := range a.Network.View.Items() {
			row := a.Item(graph.Node(i))
			requireShare(t, fmt.Sprint(seed), row.Share)
		}
	}
}

package chokepoint_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// world is a small written world to ask about.
type world struct {
	*testing.T
	view  *graph.View
	model *chokepoint.Model
}

func newWorld(t *testing.T, substitutes chokepoint.Readiness, text string) world {
	t.Helper()
	facts, err := graphtest.Written(text + elsewhere)
	require.NoError(t, err)
	v := graphtest.ViewOf(t, facts, graph.NewDay(2026, 6, 30), graph.Filter{})
	return world{t, v, modelOf(t, v, substitutes)}
}

// elsewhere makes something else in all countries, so that there is something to lose in each.
const elsewhere = `
materials id=junk
firms id=junk-in-au country=AU
firms id=junk-in-cn country=CN
firms id=junk-in-us country=US
makes firm=junk-in-au item=junk
makes firm=junk-in-cn item=junk
makes firm=junk-in-us item=junk`

// leaves holds what the loss of a country, firm or facility leaves.
func (w world) leaves(of, loss string, low, high float64) {
	w.Helper()
	lost := node(w, w.view, loss)
	member := chokepoint.Member{Kind: chokepoint.Country, Node: lost}
	switch w.view.KindOf(lost) {
	case graph.KindFirm:
		member.Kind = chokepoint.Firm
	case graph.KindFacility:
		member.Kind = chokepoint.Facility
	}
	r, err := w.model.Leaves(node(w, w.view, of), member)
	require.NoError(w, err)
	require.InDelta(w, low, r.Low, 1e-9, "%s without %s, low", of, loss)
	require.InDelta(w, high, r.High, 1e-9, "%s without %s, high", of, loss)
}

// sets holds the single losses that stop something.
func (w world) sets(of string, below float64, sets, named []string) {
	w.Helper()
	a, err := w.model.Find(context.Background(), chokepoint.Question{Of: node(w, w.view, of), Size: 1, Below: below,
		Among: []chokepoint.Kind{chokepoint.Firm, chokepoint.Facility}})
	require.NoError(w, err)
	names := func(sets []chokepoint.Set) (all []string) {
		for _, s := range sets {
			all = append(all, name(w.view, s.Members))
		}
		return all
	}
	require.Equal(w, sets, names(a.Sets))
	require.Equal(w, named, names(a.SingleNamed))
}

func TestPlacesShareByCapacity(t *testing.T) {
	const text = `
materials id=oxide
firms id=a country=AU
facilities id=p country=CN
facilities id=q country=US
operates firm=a facility=p stake_pct=100
operates firm=a facility=q stake_pct=100
produces facility=p item=oxide capacity_tpa=30 year=2023
`
	w := newWorld(t, chokepoint.NoSubstitutes, text+"produces facility=q item=oxide capacity_tpa=70 year=2023")
	w.leaves("a", "CN", 0.7, 0.7)
	w.leaves("a", "q", 0.3, 0.3)
	w = newWorld(t, chokepoint.NoSubstitutes, text+"produces facility=q item=oxide year=2023")
	w.leaves("a", "CN", 0, 1)
}

func TestSharesOfTheWorldMarket(t *testing.T) {
	const text = `
materials id=oxide
market_shares item=oxide country=CN share_pct=60 tonnes=600
market_shares item=oxide country=US share_pct=30
firms id=a
firms id=b
makes firm=b item=oxide
facilities id=p
operates firm=a facility=p stake_pct=100
`
	w := newWorld(t, chokepoint.NoSubstitutes, text+"produces facility=p item=oxide capacity_tpa=100 year=2023")
	w.leaves("oxide", "CN", 0.3, 0.4) // nobody says where the last tenth is made
	w.leaves("oxide", "a", 0.9, 0.9)  // 100 of 1,000 tonnes
	w.leaves("oxide", "b", 0.8, 1)    // it may have all of the rest of the American share, or nothing
	w.leaves("oxide", "AU", 0.9, 1)   // the last tenth may be there
	w.sets("oxide", 0.1, nil, nil)    // two makers on record
	w = newWorld(t, chokepoint.NoSubstitutes, text+"produces facility=p item=oxide capacity_tpa=400 year=2023")
	w.leaves("oxide", "a", 0.7, 0.7) // more than the whole share: all of it
	w.leaves("oxide", "b", 1, 1)
}

func TestStatedSharesStayAndTheRestIsAnInterval(t *testing.T) {
	w := newWorld(t, chokepoint.NoSubstitutes, `
materials id=ore form=ORE_CONCENTRATE
materials id=oxide
feeds from=ore to=oxide
firms id=a country=AU
firms id=b country=AU
firms id=c
makes firm=a item=ore
makes firm=b item=ore
makes firm=c item=oxide
supplies supplier=a buyer=c item=ore share_pct=60
supplies supplier=b buyer=c item=ore`)
	w.leaves("c", "a", 0, 0.4) // a may have the rest of the world market, too, from which b's rest may come
	w.leaves("c", "b", 0.6, 1)
	w.leaves("c", "CN", 0.6, 1) // the rest may be bought of makers not on record, there
	w.sets("oxide", 0.1, nil, []string{"c"})
}

// Of what goes round a loop nothing is left in the end, while each keeps the other up: that is no answer to what is down.
func TestLoopsDieOutWithoutGoingDown(t *testing.T) {
	w := newWorld(t, chokepoint.NoSubstitutes, `
components id=part
firms id=mine country=AU
firms id=a
firms id=b
facilities id=pit country=AU stage=MINE
operates firm=mine facility=pit stake_pct=100
produces facility=pit item=part year=2023
supplies supplier=b buyer=a item=part share_pct=50
supplies supplier=mine buyer=a item=part share_pct=50
supplies supplier=a buyer=b item=part share_pct=50
supplies supplier=mine buyer=b item=part share_pct=50`)
	w.leaves("a", "pit", 0, 0)
	w.leaves("a", "b", 0.5, 0.5)
	w.sets("a", 0.1, []string{"mine", "pit"}, nil)
	w.sets("a", 0, nil, nil)
}

// A loop that creeps is cut short: what is left is a bound, and the answer says that something may be missing.
func TestACreepingLoopIsCutShort(t *testing.T) {
	w := newWorld(t, chokepoint.NoSubstitutes, `
components id=part
firms id=mine country=AU
firms id=a
firms id=b
facilities id=pit country=AU stage=MINE
operates firm=mine facility=pit stake_pct=100
produces facility=pit item=part year=2023
makes firm=a item=junk
supplies supplier=b buyer=a item=part share_pct=99.999999
supplies supplier=mine buyer=a item=part share_pct=0.000001
supplies supplier=a buyer=b item=part share_pct=100`)
	q := chokepoint.Question{Of: node(t, w.view, "a"), Size: 1, Below: 0.1, Among: []chokepoint.Kind{chokepoint.Facility}}
	a, err := w.model.Find(context.Background(), q)
	require.NoError(t, err)
	require.Empty(t, a.Sets, "it dies out in the end, but nobody waits for that")
	require.Empty(t, a.UnknownSupply)
	require.False(t, a.Complete)
	r, err := w.model.Leaves(q.Of, chokepoint.Member{Kind: chokepoint.Facility, Node: node(t, w.view, "pit")})
	require.NoError(t, err)
	require.Zero(t, r.Low)
	require.Greater(t, r.High, 0.1)
}

// A firm somewhere in a region may be in any of its countries; one that is held goes with its owner at a stated half or more.
func TestRegionsAndOwners(t *testing.T) {
	w := newWorld(t, chokepoint.NoSubstitutes, `
regions id=PACT name=Pact
region_members region=PACT country=AU
materials id=ore form=ORE_CONCENTRATE
firms id=a country=PACT
firms id=b country=CN
firms id=holder
firms id=other
owns owner=holder owned=b stake_pct=50
owns owner=other owned=b stake_pct=49
makes firm=a item=ore
makes firm=b item=ore`)
	w.leaves("a", "AU", 0, 1)
	w.leaves("a", "CN", 1, 1)
	w.leaves("b", "holder", 0, 0)
	w.leaves("b", "other", 1, 1)
}

func TestSubstitutesOfTheReadinessAskedFor(t *testing.T) {
	const text = `
materials id=metal form=METAL
materials id=other form=METAL
components id=magnet kind=MAGNET
components id=motor kind=MOTOR
components id=pump kind=MOTOR
feeds from=metal to=magnet
feeds from=magnet to=motor
feeds from=magnet to=pump
market_shares item=metal country=CN share_pct=100 stage=METAL
substitutes item=magnet substitute=other for_item=motor readiness=LIMITED`
	for readiness, left := range map[chokepoint.Readiness]float64{chokepoint.NoSubstitutes: 0, chokepoint.Available: 0, chokepoint.Limited: 1, chokepoint.Research: 1} {
		w := newWorld(t, readiness, text)
		w.leaves("pump", "CN", 0, 0)
		w.leaves("motor", "CN", 0, left)
	}
}

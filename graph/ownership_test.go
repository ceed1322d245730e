package graph_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
)

// part solves which part of each firm belongs to CN in the end.
func part(t *testing.T, text string) func(firm string) float64 {
	t.Helper()
	s := written(t, text)
	v := at(t, s, "2024-01-01", graph.Filter{})
	cn := node(t, s, "CN")
	parts := graph.NewControllers(v).Part(func(graph.Node) bool { return false }, func(f graph.Node) bool { return v.CountryOf(f) == cn })
	first, _ := s.Range(graph.KindFirm)
	return func(firm string) float64 { return parts[node(t, s, firm)-first] }
}

func TestControlFollowsChains(t *testing.T) {
	p := part(t, `
firms id=top country=CN
firms id=mid country=AU
firms id=low country=US
firms id=free country=US
owns owner=top owned=mid stake_pct=60
owns owner=mid owned=low stake_pct=50`)
	require.InDelta(t, 1, p("top"), 1e-15)
	require.InDelta(t, 0.6, p("mid"), 1e-15)
	require.InDelta(t, 0.3, p("low"), 1e-15)
	require.Zero(t, p("free"))
}

// Cross-holding: x = 0.2·CN + 0.3·y + 0.5·(its country), y = 0.4·x + 0.6·(its country), the countries being US:
// x = 0.2/(1 − 0.12).
func TestCrossHoldingConvergesToTheClosedForm(t *testing.T) {
	const owners = `
firms id=state country=CN
firms id=x country=US
firms id=y country=US
owns owner=state owned=x stake_pct=20
owns owner=y owned=x stake_pct=30
owns owner=x owned=y stake_pct=40
`
	p := part(t, owners)
	require.InDelta(t, 0.2/0.88, p("x"), 1e-12)
	require.InDelta(t, 0.4*0.2/0.88, p("y"), 1e-12)
	// What a firm holds of itself goes back to those who hold it: z = 0.25·z + 0.75·x.
	p = part(t, owners+"firms id=z country=US\nowns owner=z owned=z stake_pct=25\nowns owner=x owned=z stake_pct=75")
	require.InDelta(t, 0.2/0.88, p("z"), 1e-12)
}

func TestNearlyClosedCrossHoldingConverges(t *testing.T) {
	p := part(t, `
firms id=state country=CN
firms id=x country=US
firms id=y country=US
owns owner=state owned=x stake_pct=0.1
owns owner=y owned=x stake_pct=99.9
owns owner=x owned=y stake_pct=100`)
	require.InDelta(t, 1, p("x"), 1e-9, "nobody else holds anything in the end")
	require.InDelta(t, 1, p("y"), 1e-9)
}

func TestClosedLoopBelongsToItsCountries(t *testing.T) {
	p := part(t, `
firms id=x country=CN
firms id=y country=US
firms id=child country=US
owns owner=x owned=y stake_pct=100
owns owner=y owned=x stake_pct=100
owns owner=x owned=child stake_pct=70`)
	require.EqualValues(t, 1, p("x"))
	require.Zero(t, p("y"))
	require.InDelta(t, 0.7, p("child"), 1e-15)
}

// 6 + 57 + 37 percent add to a little less than the whole in binary: that little grounds no loop.
func TestRoundingOfStakesGroundsNoLoop(t *testing.T) {
	p := part(t, `
firms id=a country=CN
firms id=b country=CN
firms id=c country=CN
firms id=x country=CN
owns owner=a owned=x stake_pct=6
owns owner=b owned=x stake_pct=57
owns owner=c owned=x stake_pct=37
owns owner=x owned=a stake_pct=100
owns owner=x owned=b stake_pct=100
owns owner=x owned=c stake_pct=100`)
	require.EqualValues(t, 1, p("x"))
	require.EqualValues(t, 1, p("a"))
}

func TestUnstatedStakes(t *testing.T) {
	p := part(t, `
firms id=a country=CN
firms id=b country=AU
firms id=shared country=US
firms id=led country=US
firms id=over country=US
owns owner=a owned=shared stake_pct=
owns owner=b owned=shared stake_pct=40
owns owner=a owned=led stake_pct=
owns owner=b owned=led stake_pct=50
owns owner=a owned=over stake_pct=90
owns owner=b owned=over stake_pct=60`)
	require.InDelta(t, 0.6, p("shared"), 1e-15, "what the stated stakes leave")
	require.Zero(t, p("led"), "a stated half is control: the other holder gets nothing for certain")
	require.InDelta(t, 0.6, p("over"), 1e-15, "stakes over the whole are scaled")
}

func TestHeldFirms(t *testing.T) {
	s := written(t, `
firms id=top
firms id=half
firms id=minority
firms id=unstated
firms id=below
firms id=both
firms id=loop
owns owner=top owned=half stake_pct=50
owns owner=top owned=minority stake_pct=49.9
owns owner=top owned=unstated stake_pct=
owns owner=unstated owned=below stake_pct=100
owns owner=unstated owned=both stake_pct=100
owns owner=half owned=loop stake_pct=80
owns owner=loop owned=both stake_pct=51
owns owner=loop owned=top stake_pct=60
owns owner=minority owned=below stake_pct=100 confidence=LOW`)
	v := at(t, s, "2024-01-01", graph.Filter{})
	type held struct {
		firm     string
		unstated bool
		rows     int
	}
	list := func(v *graph.View, firm string) (all []held) {
		for _, h := range v.Held(node(t, s, firm)) {
			all = append(all, held{s.Key(h.Firm), h.Unstated, len(h.Rows)})
		}
		return all
	}
	require.Equal(t, []held{{"half", false, 1}, {"loop", false, 2}, {"both", false, 3}, {"unstated", true, 1}, {"below", true, 2}}, list(v, "top"),
		"a chain of stated stakes stands before a shorter one over an unstated stake")
	require.Equal(t, []held{{"below", false, 1}}, list(v, "minority"))
	require.Empty(t, list(at(t, s, "2024-01-01", graph.Filter{MinConfidence: graph.ConfidenceMedium}), "minority"))
	require.Contains(t, list(v, "half"), held{"top", false, 2}, "loops hold each other")
}

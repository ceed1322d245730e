package exposure_test

import (
	"context"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
)

func askBorder(t testing.TB, v *graph.View, q exposure.Question, b exposure.Border) *exposure.Answer {
	t.Helper()
	network, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	model, err := exposure.CompileBorder(context.Background(), network, q.Holding, q.Closed, b.Country)
	require.NoError(t, err)
	a, err := model.AskBorder(context.Background(), market.NewIndex(v), b)
	require.NoError(t, err)
	return a
}

// drawnLaw lets a third of all shipments pass, keeps a third, and may keep the rest.
func drawnLaw(seed uint64) func(item, to, user, holder string) (low, estimate, high float64) {
	return func(item, to, user, holder string) (float64, float64, float64) {
		h := fnv.New64a()
		_, _ = fmt.Fprint(h, seed, item, "|", to, "|", user, "|", holder)
		switch h.Sum64() % 3 {
		case 0:
			return 0, 0, 0
		case 1:
			return 1, 1, 1
		}
		return 0, 1, 1
	}
}

// The room agrees with its twin about shipments over a border, whatever the law.
func TestTwinAgreesOnBorders(t *testing.T) {
	found := map[string]int{}
	count := graphtest.Worlds(t, 250)
	for seed := range uint64(count) {
		dice := rand.New(rand.NewPCG(seed, 11)).IntN
		facts := graphtest.DenseWorld(dice)
		day, filter, q := graphtest.DrawQuestion(dice, facts)
		q.Countries, q.Firms, q.Facilities, q.Owners, q.By = []string{"CN"}, nil, nil, nil, ""
		q.Border = &graphtest.ExposureBorder{Country: "CN", Law: drawnLaw(seed)}
		v := graphtest.ViewOf(t, facts, day, filter)
		s := v.Snapshot
		home, ok := s.Find(graph.KindCountry, "CN")
		require.True(t, ok)
		asked := question(s, q)
		key := func(n graph.Node) string {
			if n == graph.NoNode {
				return ""
			}
			return s.Key(n)
		}
		a := askBorder(t, v, asked, exposure.Border{Country: home, Items: asked.Target.Items, Stages: asked.Target.Stages, Law: func(at exposure.Shipment) exposure.Hit {
			low, estimate, high := q.Border.Law(key(at.Item), key(at.To), key(at.User), key(at.Holder))
			return exposure.Hit{Membership: graph.Membership{Low: low, Estimate: estimate, High: high}}
		}})
		twin := graphtest.NewExposure(facts, day, filter, q)
		var problems []string
		first, end := s.Range(graph.KindFirm)
		for f := first; f < end; f++ {
			row, want := a.Firm(f), twin.Firm(s.Key(f))
			problems = append(problems, compareFirms(a, &row, &want)...)
			require.False(t, row.Member, "no firm belongs to a border")
			for i := range row.Lines {
				l := &row.Lines[i]
				found[string(l.Verdict)+string(l.Certainty)]++
				problems = append(problems, checkBarriers(a, l)...)
			}
		}
		for i := range s.Items() {
			item := graph.Node(i)
			if s.InChain(item) {
				m := a.Market.Of(item)
				low, estimate, high, resolved, here := twin.Market(s.Key(item))
				problems = append(problems, compareNumbers("market of "+s.Key(item), []float64{m.Low, m.Estimate, m.High, m.Resolved, m.Here},
					[]float64{low, estimate, high, resolved, here})...)
			}
		}
		if len(problems) > 0 {
			t.Fatalf("world %d, %s, %+v:\n%s\n%s", seed, day, q, strings.Join(problems, "\n"), print(facts))
		}
	}
	for what, least := range map[string]int{"EXPOSED": 20, "LINKEDCERTAIN": 20, "LINKEDPOSSIBLE": 5, "IMPLIED": 5, "UNKNOWN": 20, "NOT_EXPOSED": 10} {
		if count < 250 {
			break
		}
		require.GreaterOrEqual(t, found[what], least, what)
	}
}

// checkBarriers compares what stands on the chains of a line with the distance of the nearest, which the chains tell.
func checkBarriers(a *exposure.Answer, l *exposure.Line) []string {
	again := a.Line(l.Part)
	name := fmt.Sprint("line ", l.Part, ":")
	problems := compareNumbers(name, []float64{again.Share.Low, again.Share.High, again.Share.Estimate, again.Direct.Estimate},
		[]float64{l.Share.Low, l.Share.High, l.Share.Estimate, l.Direct.Estimate})
	found, complete := a.Barriers(l.Part, 1<<20)
	nearest := -1
	for i := range found {
		if found[i].High == 0 || i > 0 && found[i].Tier < found[i-1].Tier {
			problems = append(problems, name+" a barrier that does not count, or out of order")
		}
	}
	if len(found) > 0 {
		nearest = found[0].Tier
	}
	if !complete || nearest != l.PossibleTier {
		problems = append(problems, fmt.Sprintf("%s nearest barrier at %d, chain of %d, complete %v", name, nearest, l.PossibleTier, complete))
	}
	return problems
}

const acrossTheBorder = `
materials id=ore form=ORE_CONCENTRATE
materials id=metal form=METAL
components id=magnet kind=MAGNET
products id=car
feeds from=ore to=metal essential=true
feeds from=metal to=magnet essential=true
feeds from=magnet to=car essential=true
firms id=mine country=CN
firms id=smelter country=CN
firms id=magnets country=CN
firms id=maker country=US
firms id=carmaker country=US
firms id=home-cars country=CN
makes firm=mine item=ore
makes firm=smelter item=metal
makes firm=magnets item=magnet
makes firm=maker item=magnet
makes firm=carmaker item=car
makes firm=home-cars item=car
supplies supplier=mine buyer=smelter item=ore share_pct=100
supplies supplier=smelter buyer=magnets item=metal share_pct=100
supplies supplier=smelter buyer=maker item=metal share_pct=60
supplies supplier=magnets buyer=carmaker item=magnet
supplies supplier=maker buyer=carmaker item=magnet share_pct=50
supplies supplier=magnets buyer=home-cars item=magnet share_pct=100
market_shares country=CN item=magnet stage=MAGNET year=2024 share_pct=90
market_shares country=US item=magnet stage=MAGNET year=2024 share_pct=10
market_shares country=CN item=metal stage=METAL year=2024 share_pct=80
market_shares country=AU item=metal stage=METAL year=2024 share_pct=20
`

// What leaves China for Germany as metal counts, wherever it ends up; what leaves as magnet, and what stays in China, does not.
func TestMetalLeavesMagnetsDoNot(t *testing.T) {
	facts, err := graphtest.Written(acrossTheBorder)
	require.NoError(t, err)
	v := viewOf(t, facts)
	home, _ := v.Find(graph.KindCountry, "CN")
	metal, _ := v.Item("metal")
	only := func(item graph.Node, unverified bool) func(exposure.Shipment) exposure.Hit {
		return func(s exposure.Shipment) exposure.Hit {
			if s.Item != item {
				return exposure.Hit{}
			}
			m := graph.Membership{Low: 1, Estimate: 1, High: 1}
			if unverified {
				m.Low = 0
			}
			return exposure.Hit{Membership: m, Unverified: unverified}
		}
	}
	row := func(a *exposure.Answer, firm string) exposure.Row {
		n, ok := v.Find(graph.KindFirm, firm)
		require.True(t, ok, firm)
		return a.Firm(n)
	}
	a := askBorder(t, v, exposure.Question{}, exposure.Border{Country: home, Law: only(metal, false), Doubt: graph.FlagSuspensionExpired})
	r := row(a, "maker")
	require.Equal(t, exposure.Exposed, r.Verdict)
	require.InDelta(t, 0.6, r.Share().Low, 1e-12)
	require.InDelta(t, 0.6+0.4*0.8, r.Share().Estimate, 1e-12, "the rest meets the market: China's 0.8 of the metal")
	require.Equal(t, 1, r.Line.NearestTier)
	r = row(a, "carmaker")
	require.InDelta(t, 0.5*0.6, r.Share().Low, 1e-12, "half of its magnets come from the German maker")
	require.Equal(t, 2, r.Line.NearestTier)
	require.InDelta(t, 0.5*(0.6+0.4*0.8)+0.25*0+0.25*0.1*0.8, r.Share().Estimate, 1e-12,
		"of the other half one part comes from China as magnets, one from the market, where the tenth made abroad is of 0.8 Chinese metal")
	for _, firm := range []string{"magnets", "home-cars"} {
		r = row(a, firm)
		require.Equal(t, exposure.NotExposed, r.Verdict, "%s buys all in its own country", firm)
		require.False(t, r.Flags.Has(graph.FlagSuspensionExpired))
	}
	magnet, _ := v.Item("magnet")
	car, _ := v.Item("car")
	require.InDelta(t, 0.1*0.8, a.Item(magnet).Share.Estimate, 1e-12)
	require.InDelta(t, 0.1*0.8, a.Item(car).Share.Estimate, 1e-12, "nobody says where cars are made, but none are kept")

	a = askBorder(t, v, exposure.Question{}, exposure.Border{Country: home, Law: only(magnet, false)})
	require.InDelta(t, 0.9, a.Item(magnet).Share.Estimate, 1e-12)
	require.Equal(t, exposure.NotExposed, row(a, "home-cars").Verdict)
	r = row(a, "carmaker")
	require.Equal(t, exposure.Linked, r.Verdict, "the Chinese seller states no share")
	require.Equal(t, exposure.Certain, r.Line.Certainty)
	require.Equal(t, 1, r.Line.NearestTier)
	require.InDelta(t, 0.25+0.25*0.9, r.Share().Estimate, 1e-12)

	a = askBorder(t, v, exposure.Question{}, exposure.Border{Country: home, Law: only(metal, true), Doubt: graph.FlagSuspensionExpired})
	r = row(a, "maker")
	require.Equal(t, exposure.Linked, r.Verdict, "a hit that nobody has checked proves nothing")
	require.Zero(t, r.Share().Low)
	for _, firm := range []string{"maker", "carmaker"} {
		require.True(t, row(a, firm).Flags.Has(graph.FlagSuspensionExpired), firm)
	}
	for _, firm := range []string{"magnets", "home-cars"} {
		require.False(t, row(a, firm).Flags.Has(graph.FlagSuspensionExpired), firm)
	}
	require.True(t, a.Item(car).Flags.Has(graph.FlagSuspensionExpired))
	require.False(t, a.Item(mustItem(t, v, "ore")).Flags.Has(graph.FlagSuspensionExpired))
}

func mustItem(t *testing.T, v *graph.View, key string) graph.Node {
	t.Helper()
	n, ok := v.Item(key)
	require.True(t, ok, key)
	return n
}

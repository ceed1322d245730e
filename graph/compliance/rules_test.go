package compliance_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/compliance"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// A magnet of metal, of oxide, of ore; a US maker whose metal and oxide come from where a test says.
const magnets = `
materials id=ore form=ORE_CONCENTRATE
materials id=oxide form=OXIDE
materials id=metal form=METAL
components id=magnet kind=MAGNET
feeds from=ore to=oxide
feeds from=oxide to=metal
feeds from=metal to=magnet
firms id=maker country=US
makes firm=maker item=magnet
procurement_rules id=ban title=Ban authority=Office country=US kind=PROCUREMENT_BAN effective=2019-01-01 summary=Bars
procurement_rule_steps rule=ban item=magnet stage=MAGNET covered_country=CN from=2019-01-01
procurement_rule_steps rule=ban item=magnet stage=SEPARATION covered_country=CN from=2027-01-01
`

type asked struct {
	view   *graph.View
	model  *compliance.Model
	closed map[string]bool // item and origin
}

func about(t *testing.T, text string, closed ...string) *asked {
	t.Helper()
	facts, err := graphtest.Written(magnets + text)
	require.NoError(t, err)
	v := graphtest.ViewOf(t, facts, graph.NewDay(2026, 6, 30), graph.Filter{})
	a := &asked{v, modelOf(t, v), map[string]bool{}}
	for _, c := range closed {
		a.closed[c] = true
	}
	return a
}

func (a *asked) on(t *testing.T, day graph.Day) *compliance.Answer {
	t.Helper()
	node := func(key string) graph.Node {
		n, ok := a.view.Lookup(key)
		require.True(t, ok, key)
		return n
	}
	got, err := a.model.Ask(context.Background(), compliance.Question{
		Item: node("magnet"), Maker: node("maker"), Destination: node("US"), User: graph.NoNode, Rule: node("ban"), On: day,
		Law: func(c compliance.Crossing) compliance.Ruling {
			if a.closed[a.view.Key(c.Item)+" "+a.view.Key(c.Origin)] {
				return compliance.Ruling{Passes: graph.False}
			}
			return compliance.Ruling{Passes: graph.True}
		},
	})
	require.NoError(t, err)
	return got
}

var (
	before = graph.NewDay(2026, 12, 31)
	after  = graph.NewDay(2027, 1, 1)
)

// chinese is a chain whose oxide, of ore of its own, comes from China; the figures leave room for nobody else.
const chinese = `
firms id=smelter country=US
makes firm=smelter item=metal
firms id=refiner country=CN
makes firm=refiner item=oxide
makes firm=refiner item=ore
supplies supplier=smelter buyer=maker item=metal
supplies supplier=refiner buyer=smelter item=oxide
market_shares country=CN item=oxide stage=SEPARATION share_pct=100
market_shares country=US item=metal stage=METAL share_pct=100
`

// A chain on record is clean until the day from which the rule bars its oxide, which is then all that blocks it.
func TestCleanUntilTheRuleReachesBack(t *testing.T) {
	a := about(t, chinese)
	got := a.on(t, before)
	require.Equal(t, compliance.Clean, got.Verdict)
	require.Equal(t, []string{"magnet US -1", "metal US 0", "oxide CN 1", "ore CN 2"}, a.steps(got))
	require.Empty(t, got.Missing)

	got = a.on(t, after)
	require.Equal(t, compliance.Blocked, got.Verdict)
	require.True(t, got.Smallest)
	require.Len(t, got.Blocking, 1)
	require.Equal(t, []any{compliance.ByRule, graph.StageSeparation, "CN"}, []any{got.Blocking[0].Kind, got.Blocking[0].Stage, a.view.Key(got.Blocking[0].Country)})
	require.Empty(t, got.Steps)
}

func (a *asked) steps(got *compliance.Answer) (texts []string) {
	for _, s := range got.Steps {
		country := "-"
		if s.Country != graph.NoNode {
			country = a.view.Key(s.Country)
		}
		texts = append(texts, fmt.Sprintf("%s %s %d", a.view.Key(s.Item), country, s.For))
	}
	return texts
}

// The law of the country of origin blocks the same chain on both days; after it is opened, the rule alone does.
func TestTheLawBlocksToo(t *testing.T) {
	a := about(t, chinese, "oxide CN")
	for _, day := range []graph.Day{before, after} {
		got := a.on(t, day)
		require.Equal(t, compliance.Blocked, got.Verdict)
		require.Len(t, got.Blocking, 1)
	}
	require.Equal(t, compliance.ByLaw, a.on(t, before).Blocking[0].Kind)
}

// Two ways to have oxide, each barred by another state: a smallest set takes a bar on each.
func TestASmallestSetTakesEveryWay(t *testing.T) {
	got := about(t, chinese+`
firms id=other country=AU
makes firm=other item=oxide
makes firm=other item=ore
supplies supplier=other buyer=smelter item=oxide`, "oxide AU").on(t, after)
	require.Equal(t, compliance.Blocked, got.Verdict)
	require.True(t, got.Smallest)
	require.Len(t, got.Blocking, 2)
	require.Equal(t, []compliance.BarKind{compliance.ByRule, compliance.ByLaw}, []compliance.BarKind{got.Blocking[0].Kind, got.Blocking[1].Kind})
}

// A maker who is on record, and not as the seller, would make the chain clean: the sale is what is missing.
func TestTheNearestMissingFact(t *testing.T) {
	a := about(t, chinese+`
firms id=other country=AU
makes firm=other item=oxide
makes firm=other item=ore`)
	got := a.on(t, after)
	require.Equal(t, compliance.NotKnown, got.Verdict)
	require.Len(t, got.Missing, 1)
	f := got.Missing[0]
	require.Equal(t, []any{compliance.Sale, "oxide", "other", "smelter"}, []any{f.Kind, a.view.Key(f.Item), a.view.Key(f.Firm), a.view.Key(f.Buyer)})
	require.Equal(t, []string{"magnet US -1", "metal US 0", "oxide AU 1", "ore AU 2"}, a.steps(got))
	require.Equal(t, compliance.Clean, a.on(t, before).Verdict)
}

// Traders who only pass on to each other are no chain: it must be founded. What would found it is a maker.
func TestALoopIsNoChain(t *testing.T) {
	got := about(t, `
firms id=one country=US
firms id=two country=US
supplies supplier=one buyer=two item=metal
supplies supplier=two buyer=one item=metal
supplies supplier=one buyer=maker item=metal
market_shares country=CN item=metal stage=METAL share_pct=100
market_shares country=CN item=oxide stage=SEPARATION share_pct=100
market_shares country=CN item=ore stage=MINE share_pct=100`, "metal CN").on(t, before)
	require.Equal(t, compliance.Blocked, got.Verdict, "one and two sell each other's metal, and nobody else lets any out")
	require.Len(t, got.Blocking, 1)
	require.Equal(t, compliance.ByLaw, got.Blocking[0].Kind)
}

// A goal is no ban, and a firm that makes something else has no chain to ask about.
func TestRefusals(t *testing.T) {
	a := about(t, `
procurement_rules id=goal title=Goal authority=Office country=US kind=BENCHMARK effective=2019-01-01 summary=Aims
firms id=idle`)
	node := func(key string) graph.Node {
		n, _ := a.view.Lookup(key)
		return n
	}
	q := compliance.Question{Item: node("magnet"), Maker: graph.NoNode, Destination: node("US"), User: graph.NoNode, Rule: node("goal"), On: before}
	_, err := a.model.Ask(context.Background(), q)
	require.ErrorIs(t, err, compliance.ErrNotABan)
	q.Rule, q.Maker = node("ban"), node("idle")
	_, err = a.model.Ask(context.Background(), q)
	require.ErrorIs(t, err, compliance.ErrNotMade)
	q.Maker = node("maker")
	done, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = a.model.Ask(done, q)
	require.ErrorIs(t, err, context.Canceled)
}

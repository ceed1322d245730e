package cover_test

import (
	"context"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

// Worlds drawn unless LODESTONE_WORLDS asks for another number.
const (
	stopWorlds = 3_000
	lawWorlds  = 500
)

// drawn is a world with stocks, seen on a day, with losses and assumptions.
type drawn struct {
	facts   *graph.Facts
	day     graph.Day
	filter  graph.Filter
	view    *graph.View
	losses  []graphtest.ShockLoss
	twin    *graphtest.StopsTwin
	assumed cover.Assumptions
	loss    cover.Loss
}

func draw(t testing.TB, seed uint64) *drawn { return drawWith(t, seed, false) }

// drawWith draws a world, with controls and their law if it is asked for.
func drawWith(t testing.TB, seed uint64, lawful bool) *drawn {
	t.Helper()
	dice := rand.New(rand.NewPCG(seed, 31)).IntN
	d := &drawn{facts: graphtest.DenseWorld(dice)}
	d.day, d.filter, _ = graphtest.DrawQuestion(dice, d.facts)
	d.losses = graphtest.DrawLosses(dice, d.facts)
	graphtest.DrawStocks(dice, d.facts)
	graphtest.DrawLicences(dice, d.facts)
	if lawful {
		d.day = graph.NewDay(2025, 11, 20+dice(150))
		graphtest.DrawExports(dice, d.facts, d.day)
	}
	s, err := graph.Build(d.facts)
	require.NoError(t, err)
	d.view, err = graph.NewView(s, d.day, d.filter)
	require.NoError(t, err)
	d.loss = cover.Loss{Losses: lossesOf(d.view, d.losses), Days: 1 + dice(60)}
	d.twin = &graphtest.StopsTwin{Shock: graphtest.NewShock(d.facts, d.day, d.filter, d.losses)}
	span := func() (*cover.Range, *[2]float64) { // short, so that much happens within the days that are looked at
		low := float64(dice(4))
		r := cover.Range{Low: low, High: low + float64(dice(9))/2}
		return &r, &[2]float64{r.Low, r.High}
	}
	d.assumed.Cover, d.twin.Cover = span()
	d.assumed.Lead, d.twin.Lead = span()
	d.assumed.Making, d.twin.Making = span()
	d.assumed.Closed, d.assumed.Assumed = dice(3) == 0, dice(4) == 0
	if dice(4) == 0 {
		d.loss.Ends = 1 + dice(12)
	}
	d.twin.Closed, d.twin.Assumed, d.twin.Ends = d.assumed.Closed, d.assumed.Assumed, d.loss.Ends
	if !lawful && dice(2) == 0 || lawful && dice(6) == 0 {
		d.twin.Rules = graphtest.DrawRules(dice, d.facts, d.day)
		for _, r := range d.twin.Rules {
			d.assumed.Rules = append(d.assumed.Rules, cover.Rule{Of: graph.NewTargetSet(d.view, target(d.view, r.Target)), From: r.From, Review: ranged(r.Review), Approved: ranged(r.Approved)})
		}
	}
	if lawful {
		d.twin.Law = &graphtest.StopLaw{EndUse: []string{"CIVILIAN", "CIVILIAN", "MILITARY", "UNKNOWN"}[dice(4)]}
		d.assumed.Law = &cover.Law{Outlook: control.NewBook(d.view).Outlook(control.EndUse(d.twin.Law.EndUse))}
		if d.twin.Law.Market = dice(3) == 0; d.twin.Law.Market {
			home := graph.NewTargetSet(d.view, graph.Target{Countries: find(d.view, "CN"), By: graph.ByLocation})
			var err error
			d.assumed.Law.Market, err = market.Solve(t.Context(), market.NewIndex(d.view), home, graph.NoNode)
			require.NoError(t, err)
		}
		if dice(2) == 0 {
			d.assumed.Law.Review, d.twin.Law.Review = span()
		}
		if dice(3) == 0 {
			low := float64(dice(4)) / 4
			d.twin.Law.Approved = &[2]float64{low, min(1, low+float64(dice(3))/4)}
			d.assumed.Law.Approved = ranged(d.twin.Law.Approved)
		}
	}
	if !lawful && dice(3) == 0 || lawful && dice(12) == 0 {
		d.twin.Crossing = func(buyer, seller string) []cover.Crossing { return law(seed, d.day, buyer, seller) }
		d.assumed.Crossings = func(line *chain.Part, s *chain.Supplier) []cover.Crossing {
			return d.twin.Crossing(d.view.Key(line.Firm), d.view.Key(s.Firm))
		}
	}
	return d
}

func ranged(span *[2]float64) *cover.Range {
	if span == nil {
		return nil
	}
	return &cover.Range{Low: span[0], High: span[1]}
}

// law draws what becomes of goods between two firms; the same for the same two.
func law(seed uint64, day graph.Day, buyer, seller string) (law []cover.Crossing) {
	sum := fnv.New64()
	_, _ = fmt.Fprint(sum, buyer, ">", seller)
	dice := rand.New(rand.NewPCG(seed, sum.Sum64())).IntN
	from := day + graph.Day(dice(12)-3)
	if dice(5) == 0 {
		from = graph.MinDay
	}
	for range dice(3) {
		low, wait := float64(dice(3))/2, float64(dice(12))/2
		law = append(law, cover.Crossing{From: from, Factor: cover.Range{Low: low, High: max(low, float64(dice(3))/2)}, Delay: cover.Range{Low: wait, High: wait + float64(dice(5))}})
		from = max(from, day) + 1 + graph.Day(dice(15))
	}
	return law
}

func lossesOf(v *graph.View, from []graphtest.ShockLoss) []shock.Loss {
	var losses []shock.Loss
	for _, l := range from {
		losses = append(losses, shock.Loss{Target: graph.NewTargetSet(v, target(v, l.Target)), Factor: l.Factor})
	}
	return losses
}

func target(v *graph.View, q graphtest.ExposureQuestion) graph.Target {
	t := graph.Target{Countries: find(v, q.Countries...), Firms: find(v, q.Firms...), Facilities: find(v, q.Facilities...), Owners: find(v, q.Owners...),
		Items: find(v, q.Items...), By: graph.Nationality(q.By)}
	for _, s := range q.Stages {
		t.Stages = append(t.Stages, graph.Stage(s))
	}
	return t
}

func find(v *graph.View, keys ...string) (nodes []graph.Node) {
	for _, k := range keys {
		n, _ := v.Lookup(k)
		nodes = append(nodes, n)
	}
	return nodes
}

func shocks(t testing.TB, v *graph.View) *shock.Model {
	t.Helper()
	n, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	m, err := shock.Compile(context.Background(), n)
	require.NoError(t, err)
	return m
}

func compile(t testing.TB, v *graph.View, a cover.Assumptions) *cover.Model {
	t.Helper()
	m, err := cover.Compile(context.Background(), shocks(t, v), a)
	require.NoError(t, err)
	return m
}

func ask(t testing.TB, m *cover.Model, loss cover.Loss) *cover.Answer {
	t.Helper()
	a, err := m.Ask(context.Background(), loss)
	require.NoError(t, err)
	return a
}

func name(v *graph.View, p *chain.Part) [3]string {
	return [3]string{map[chain.Kind]string{chain.Output: "output", chain.Line: "line", chain.Step: "step"}[p.Kind], v.Key(p.Firm), v.Key(p.Item)}
}

func TestTwinAgreesOnStopDates(t *testing.T) {
	short, certain, again, held := agree(t, stopWorlds, false, nil)
	require.Greater(t, short, 2_000)
	require.Greater(t, certain, 500)
	require.Positive(t, again)
	require.Greater(t, held, 200)
}

// The law of drawn controls, lists and general licences, read by hand for every day on which goods are sent.
func TestTwinAgreesOnStopDatesUnderTheLaw(t *testing.T) {
	seen := map[string]int{}
	short, certain, _, held := agree(t, lawWorlds, true, func(c *cover.Crossing) {
		if c.Flags.Has(graph.FlagSellerUnknown) {
			seen["SELLER_NOT_RECORDED"]++
		}
		for _, d := range c.Decisions {
			seen[string(d.Passage())]++
			for _, f := range d.Flags {
				seen[string(f)]++
			}
		}
	})
	t.Logf("held by %v", seen)
	require.Greater(t, short, 200)
	require.Greater(t, certain, 50)
	require.Greater(t, held, 100)
	for _, kind := range []string{"CLOSED", "DELAYED", "UNVERIFIED", "POSSIBLY_CONTROLLED", "REFUSAL_EXPECTED", "RULES_NOT_CHECKED", "SELLER_NOT_RECORDED"} {
		require.Positive(t, seen[kind], kind)
	}
	require.Positive(t, seen["GENERAL_LICENCE_POSSIBLE"]+seen["GENERAL_LICENCE_ENDED"])
}

// agree asks the room and its twin the same of some worlds, and counts what runs short after the first day, for certain, and again, and
// what the law holds back; each such crossing is shown.
func agree(t *testing.T, worlds int, lawful bool, show func(*cover.Crossing)) (short, certain, again, held int) {
	t.Helper()
	for seed := range uint64(graphtest.Worlds(t, worlds)) {
		d := drawWith(t, seed, lawful)
		m := compile(t, d.view, d.assumed)
		other := []graphtest.ShockLoss{{Target: graphtest.ExposureQuestion{Countries: []string{"CN", "US"}}}}
		ask(t, m, cover.Loss{Losses: lossesOf(d.view, other), Days: 30}) // leaves nothing behind
		a := ask(t, m, d.loss)
		want := d.twin.Stops(d.loss.Days)
		var problems []string
		for i := range a.Stops {
			s := &a.Stops[i]
			key := name(d.view, &m.Network().Parts[s.Part])
			w, ok := want[key]
			delete(want, key)
			earliest, latest := days(w.Early.First, w.Late.First)
			near := math.Abs(s.Remains.Low-min(w.Early.Least, w.Late.Least))+math.Abs(s.Remains.High-max(w.Early.Least, w.Late.Least))+
				math.Abs(s.Lost.Low-min(w.Early.Lost, w.Late.Lost))+math.Abs(s.Lost.High-max(w.Early.Lost, w.Late.Lost)) < 1e-8
			if !ok || s.Earliest != earliest || s.Latest != latest || !near {
				problems = append(problems, fmt.Sprintf("%v: room %+v, twin %+v", key, *s, w))
			}
			if s.Kind == chain.Line && m.Cover(s.Part).Range != (cover.Range{Low: w.Cover[0], High: w.Cover[1]}) {
				problems = append(problems, fmt.Sprintf("%v: stock %+v, twin %+v", key, m.Cover(s.Part), w.Cover))
			}
			problems = append(problems, chained(a, s, d.loss)...)
			if s.Earliest > 0 {
				short++
			}
			if s.Latest > 0 {
				certain++
			}
			if d.loss.Ends > 0 && s.Lost.High < float64(d.loss.Days-s.Earliest) {
				again++
			}
			if links := a.Chain(s.Part); links[len(links)-1].Held != nil {
				if held++; show != nil {
					show(links[len(links)-1].Held)
				}
			}
		}
		for key, w := range want {
			problems = append(problems, fmt.Sprintf("the room does not have %v %+v", key, w))
		}
		if len(problems) > 0 {
			t.Fatalf("world %d, %s, %+v, %+v, %+v:\n%s", seed, d.day, d.losses, d.assumed, d.loss, strings.Join(problems, "\n"))
		}
	}
	t.Logf("%d run short after the first day, %d for certain, %d have losses that end, %d are held back", short, certain, again, held)
	return short, certain, again, held
}

// days orders first short days, -1 last.
func days(x, y int) (earliest, latest int) {
	if uint(x) > uint(y) {
		x, y = y, x
	}
	return x, y
}

// chained holds a chain to what it explains: it begins at the stop, goes back in time, from each part to one that serves it, and ends
// where something was lost or is held back.
func chained(a *cover.Answer, s *cover.Stop, loss cover.Loss) (problems []string) {
	n, links := a.Model.Network(), a.Chain(s.Part)
	bad := func(why string) {
		problems = append(problems, fmt.Sprintf("chain of %v: %s: %+v", name(n.View, &n.Parts[s.Part]), why, links))
	}
	if len(links) == 0 || links[0].Part != s.Part || links[0].Day != s.Earliest {
		bad("it does not begin at the stop")
		return problems
	}
	for i, l := range links[:len(links)-1] {
		next, serves := links[i+1], false
		for _, use := range n.Users(next.Part) {
			serves = serves || use.Part == l.Part && int(use.Supplier) == l.Supplier
		}
		if !serves {
			bad("a link is not served by the next")
		}
		switch p := &n.Parts[l.Part]; {
		case p.Kind == chain.Line && next.Day >= l.Day:
			bad("it does not go back in time")
		case p.Kind != chain.Line && next.Day != l.Day && !(p.Any && next.Day < l.Day): // needs that stand in for each other may fail in turn before they fail together
			bad("what is made is short on another day than what it is made of")
		}
	}
	last := links[len(links)-1]
	if p := &n.Parts[last.Part]; p.Kind == chain.Line && last.Held == nil || p.Kind != chain.Line && (p.Kind != chain.Output || last.Day != 0 || len(loss.Losses) == 0) {
		bad("it ends at nothing")
	}
	return problems
}

// More lost, less in stock, less on its way, longer waits for licences, fewer of them: nothing runs short later.
func TestStopDatesAreMonotone(t *testing.T) {
	moved := 0
	for seed := range uint64(graphtest.Worlds(t, stopWorlds)) {
		d := draw(t, seed)
		d.loss.Ends = 0
		base := map[int32]cover.Stop{}
		m := compile(t, d.view, d.assumed)
		for _, s := range ask(t, m, d.loss).Stops {
			base[s.Part] = s
		}
		dice := rand.New(rand.NewPCG(seed, 37)).IntN
		worse, loss := d.assumed, d.loss
		switch dice(5) {
		case 0: // the stock
			worse.Cover = &cover.Range{Low: d.assumed.Cover.Low / 2, High: d.assumed.Cover.High / 2}
		case 1: // the way; who waits for a licence waits the longer for what was lost behind it
			worse.Crossings, worse.Rules = nil, nil
			plain := d.assumed
			plain.Crossings, plain.Rules = nil, nil
			base = map[int32]cover.Stop{}
			for _, s := range ask(t, compile(t, d.view, plain), d.loss).Stops {
				base[s.Part] = s
			}
			worse.Lead = &cover.Range{Low: 0, High: d.assumed.Lead.High / 2}
		case 2:
			loss.Losses = append(loss.Losses[:len(loss.Losses):len(loss.Losses)], lossesOf(d.view, graphtest.DrawLosses(dice, d.facts))...)
		default: // at first only the law holds goods back, then it does so longer
			loss.Losses = nil
			if d.assumed.Crossings == nil {
				continue
			}
			worse.Rules = nil
			m = compile(t, d.view, cover.Assumptions{Cover: d.assumed.Cover, Lead: d.assumed.Lead, Making: d.assumed.Making, Assumed: d.assumed.Assumed,
				Closed: d.assumed.Closed, Crossings: d.assumed.Crossings})
			base = map[int32]cover.Stop{}
			for _, s := range ask(t, m, loss).Stops {
				base[s.Part] = s
			}
			worse.Crossings = func(line *chain.Part, s *chain.Supplier) []cover.Crossing {
				law := d.assumed.Crossings(line, s)
				for i := range law {
					law[i].Factor.Low, law[i].Factor.High = law[i].Factor.Low/2, law[i].Factor.High/2
				}
				if len(law) == 1 {
					law[0].Delay.Low, law[0].Delay.High = law[0].Delay.Low+2, law[0].Delay.High+2
				}
				return law
			}
		}
		after := map[int32]cover.Stop{}
		for _, s := range ask(t, compile(t, d.view, worse), loss).Stops {
			after[s.Part] = s
		}
		for part, x := range base {
			y, ok := after[part]
			if !ok && m.Network().Parts[part].Flags.Has(graph.FlagPassedOn) {
				continue // it is listed apart only where it differs from its need
			}
			require.True(t, ok, "world %d", seed)
			require.LessOrEqual(t, y.Earliest, x.Earliest, "world %d", seed)
			require.LessOrEqual(t, uint(y.Latest), uint(x.Latest), "world %d", seed)
			if y.Earliest < x.Earliest {
				moved++
			}
		}
	}
	t.Logf("%d dates move", moved)
	require.Greater(t, moved, 300)
}

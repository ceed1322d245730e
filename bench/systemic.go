package main

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/lodestone-graph/lodestone/bench/generate"
	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

// cascades is what of a network stops and loses: its requirements by regime and its economies, as all peers are asked about them.
type cascades struct {
	regimes   map[string]*chokepoint.Graph
	indexes   map[string]*chokepoint.Index
	economies map[string]*shock.Economy
	firms     map[string]int
	links     []float64 // looked at, by shock
}

// The economies: the network itself, and the two that systemic risk is measured on.
const (
	ownEconomy = "network"
	economyA   = "A"
	economyB   = "B"
	cutoff     = 1e-2 // at which the literature stops
)

// drawCascades makes them ready for the engine, and lays them out for the peers.
func (b *bench) drawCascades(ctx context.Context, seed uint64) (*cascades, error) {
	c := &cascades{regimes: map[string]*chokepoint.Graph{}, indexes: map[string]*chokepoint.Index{},
		economies: map[string]*shock.Economy{}, firms: map[string]int{}}
	for _, regime := range generate.Regimes {
		nodes, needs := b.network.Requirements(regime)
		g, err := generate.AndOr(nodes, needs)
		if err != nil {
			return nil, err
		}
		c.regimes[regime.Name] = g
		if err := writeRequirements(b.folder, regime.Name, nodes, needs); err != nil {
			return nil, err
		}
	}
	firms := len(b.network.Supplier) / 10
	firms -= firms % 1_000
	flows := map[string]*shock.Flows{ownEconomy: b.network.Economy(), economyA: generate.EconomyA(max(firms, 200), seed),
		economyB: generate.EconomyB(max(firms, 200), seed)}
	for name, f := range flows {
		if err := writeEconomy(b.folder, name, f); err != nil {
			return nil, err
		}
		c.firms[name] = len(f.Sector)
		for _, cut := range []float64{0, cutoff} {
			f.Cutoff = cut
			f.DownOnly = name != economyA // every firm of B has buyers: upstream nothing is ever let out
			e, err := f.Compile(ctx)
			if err != nil {
				return nil, err
			}
			c.economies[economyName(name, cut)] = e
		}
	}
	return c, nil
}

func economyName(name string, cut float64) string { return fmt.Sprint(name, " ", cut) }

func file(name string) string { return strings.ReplaceAll(name, " ", "-") }

func writeRequirements(folder, name string, nodes int, needs []generate.Requirement) error {
	owners, starts, alternatives := make([]int32, len(needs)), make([]int32, 1, len(needs)+1), []int32(nil)
	for i, need := range needs {
		owners[i] = need.Owner
		alternatives = append(alternatives, need.Alternatives...)
		starts = append(starts, int32(len(alternatives)))
	}
	return writeColumns(folder, "needs-"+file(name), map[string]any{"nodes": []int32{int32(nodes)}, "owner": owners, "start": starts, "alternative": alternatives})
}

func writeEconomy(folder, name string, f *shock.Flows) error {
	var classes []uint8
	for _, row := range f.Class {
		for _, c := range row {
			classes = append(classes, uint8(c))
		}
	}
	replaceable := []uint8{0}
	if f.Replaceable {
		replaceable[0] = 1
	}
	return writeColumns(folder, "economy-"+name, map[string]any{"sector": f.Sector, "class": classes, "supplier": f.Supplier, "buyer": f.Buyer,
		"weight": f.Weight, "replaceable": replaceable})
}

func writeColumns(folder, prefix string, columns map[string]any) error {
	for name, column := range columns {
		if err := writeColumn(filepath.Join(folder, prefix+"-"+name+".bin"), column); err != nil {
			return err
		}
	}
	return nil
}

// plans asks for single points of failure, for shocks and for systemic risk.
func (c *cascades) plans(b *bench) []plan {
	var plans []plan
	for _, regime := range generate.Regimes {
		p := plan{name: chokepointName(regime.Name), only: []string{"lodestone", "python"}}
		nodes := c.regimes[regime.Name].Nodes()
		q := question{Question: "chokepoints", Name: regime.Name}
		if regime.Name == "stress" { // one cascade a node would take the peer an hour
			for k := range min(nodes, 400) {
				q.Roots = append(q.Roots, int32(k*(nodes/min(nodes, 400))))
			}
		}
		for range b.rounds(3) {
			p.rounds = append(p.rounds, q)
		}
		plans = append(plans, p)
	}
	one := plan{name: oneChokepointName, only: []string{"lodestone"}, turn: 1_000}
	for k := range b.rounds(1_000) {
		one.rounds = append(one.rounds, question{Question: "chokepoint", Name: "with countries", Root: int32(k * 7919 % b.network.Nodes)})
	}
	big := plan{name: shockName, only: []string{"lodestone", "python"}, turn: 4}
	for k := range b.rounds(16) {
		big.rounds = append(big.rounds, question{Question: "shock", Name: ownEconomy, Targets: b.network.TargetSet(k * 4 % generate.TargetSets), Step: step})
	}
	return append(append(plans, one, big), c.riskPlans(b)...)
}

func chokepointName(regime string) string {
	return "single points of failure of all nodes, " + regime
}

const (
	oneChokepointName = "single points of failure of one node, warm"
	shockName         = "shock, large sets"
)

// riskPlans asks for the systemic risk of some firms to 1e-9, and of all with losses below 1 % not passed on, as the literature stops.
func (c *cascades) riskPlans(b *bench) []plan {
	var plans []plan
	for _, name := range []string{economyA, economyB} {
		exact := plan{name: riskName(name, 0), only: []string{"lodestone", "python"}, turn: 5}
		for k := range b.rounds(10) {
			exact.rounds = append(exact.rounds, question{Question: "risk", Name: name, Root: c.firm(name, k), Step: step})
		}
		cut := plan{name: riskName(name, cutoff), only: []string{"lodestone", "python"}, turn: 5}
		for k := range b.rounds(10) {
			cut.rounds = append(cut.rounds, question{Question: "risk", Name: name, Root: c.firm(name, k), Step: cutoff})
		}
		all := plan{name: allRiskName(name), only: []string{"lodestone"}}
		for range b.rounds(1) {
			all.rounds = append(all.rounds, question{Question: "risks", Name: name, Step: cutoff})
		}
		plans = append(plans, exact, cut, all)
	}
	return plans
}

func (c *cascades) firm(economy string, k int) int32 { return int32((k*7919 + 13) % c.firms[economy]) }

func riskName(economy string, cut float64) string {
	branch := map[string]string{economyA: "both branches", economyB: "downstream"}[economy]
	if cut > 0 {
		return fmt.Sprintf("systemic risk of a firm, network %s, %s, cut off at 1e-2", economy, branch)
	}
	return fmt.Sprintf("systemic risk of a firm, network %s, %s", economy, branch)
}

func allRiskName(economy string) string {
	return "systemic risk of all firms, network " + economy + ", cut off at 1e-2"
}

func (c *cascades) ask(ctx context.Context, q question) (answer, error) {
	switch q.Question {
	case "chokepoints":
		return c.chokepoints(ctx, q)
	case "chokepoint":
		return c.chokepoint(q)
	case "shock":
		return c.shock(ctx, q)
	case "risks":
		var risks []shock.Total
		a, err := timed(func() (err error) {
			risks, err = c.economies[economyName(q.Name, q.Step)].SystemicRisk(ctx, nil)
			return err
		})
		a.Count = len(risks)
		a.Note = fmt.Sprintf("%d firms, on %d threads", len(risks), runtime.GOMAXPROCS(0))
		return a, err
	}
	return c.risk(ctx, q)
}

// chokepoints builds the index. What is compared: by node, how many of the nodes that were asked about take it down, and the sum of
// their numbers.
func (c *cascades) chokepoints(ctx context.Context, q question) (answer, error) {
	g := c.regimes[q.Name]
	var x *chokepoint.Index
	a, err := timed(func() (err error) {
		x, err = chokepoint.NewIndex(ctx, g, chokepoint.IndexLimits{})
		return err
	})
	if err != nil {
		return a, err
	}
	a.values = make([][2]float64, g.Nodes())
	var down []int32
	count := func(failed int32) {
		down = x.Down(failed, down[:0])
		for _, n := range down {
			a.values[n][0]++
			a.values[n][1] += float64(failed)
		}
	}
	for _, failed := range q.Roots {
		count(failed)
	}
	for failed := range int32(g.Nodes()) {
		if len(q.Roots) == 0 {
			count(failed)
		}
	}
	if len(q.Roots) == 0 { // the look-up from the other side must say the same
		for n := range int32(g.Nodes()) {
			if float64(x.Count(n)+1) != a.values[n][0] {
				return a, fmt.Errorf("node %d: %d single points of failure, but %v nodes take it down", n, x.Count(n), a.values[n][0]-1)
			}
		}
	}
	if !x.Complete() {
		return a, fmt.Errorf("the index left out %d units", x.Open())
	}
	c.indexes[q.Name] = x
	a.Note = fmt.Sprintf("%d links, %d entries", g.Links(), x.Entries())
	return a, nil
}

func (c *cascades) chokepoint(q question) (answer, error) {
	x := c.indexes[q.Name]
	if x == nil {
		return answer{}, unsupported("there is no index")
	}
	into := make([]int32, 0, c.regimes[q.Name].Nodes())
	a, err := timed(func() error { into = x.Singles(q.Root, into); return nil })
	a.Count = len(into)
	return a, err
}

func (c *cascades) shock(ctx context.Context, q question) (answer, error) {
	e, capacity := c.economies[economyName(q.Name, 0)], make([]float64, c.firms[q.Name])
	for i := range capacity {
		capacity[i] = 1
	}
	for _, t := range q.Targets {
		capacity[t] = 0
	}
	var left shock.Remaining
	a, err := timed(func() (err error) { left, err = e.Shock(ctx, capacity); return err })
	if err != nil {
		return a, err
	}
	c.links = append(c.links, float64(left.Links))
	a.values = make([][2]float64, len(capacity))
	lost := 0.0
	for i, x := range left.Down {
		a.values[i][0] = 1 - x
		lost += 1 - x
	}
	a.Note = fmt.Sprintf("mean loss %.2g, %.1f million links looked at", lost/float64(len(capacity)), float64(left.Links)/1e6)
	return a, nil
}

func (c *cascades) risk(ctx context.Context, q question) (answer, error) {
	cut := 0.0
	if q.Step == cutoff {
		cut = cutoff
	}
	e := c.economies[economyName(q.Name, cut)]
	var risks []shock.Total
	a, err := timed(func() (err error) { risks, err = e.SystemicRisk(ctx, []int32{q.Root}); return err })
	if err != nil {
		return a, err
	}
	a.List = []float64{risks[0].Both, risks[0].Down}
	return a, nil
}

package cover_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// Less in stock, less approved, more lost: under whatever law nothing runs short later. Nor does it by a longer review where goods cross a
// border that turns to it once.
func TestStopDatesAreMonotoneUnderTheLaw(t *testing.T) {
	moved := map[string]int{}
	for seed := range uint64(graphtest.Worlds(t, 4*lawWorlds)) {
		d := drawWith(t, seed, true)
		d.loss.Ends, d.assumed.Crossings, d.assumed.Rules = 0, nil, nil
		dice := rand.New(rand.NewPCG(seed, 41)).IntN
		better, loss := *d.assumed.Law, d.loss
		worse := better
		change := []string{"stock", "approval", "approval", "loss", "review", "review", "review"}[dice(7)]
		base, changed := d.assumed, d.assumed
		switch change {
		case "stock":
			changed.Cover = &cover.Range{Low: d.assumed.Cover.Low / 2, High: d.assumed.Cover.High / 2}
		case "approval":
			low := float64(dice(5)) / 4
			better.Approved = &cover.Range{Low: low, High: min(1, low+float64(dice(3))/4)}
			worse.Approved = &cover.Range{Low: better.Approved.Low / 2, High: better.Approved.High / 2}
		case "loss":
			loss.Losses = append(slices.Clone(loss.Losses), lossesOf(d.view, graphtest.DrawLosses(dice, d.facts))...)
		case "review":
			turnOnce(t, d)
			d.loss.Losses, loss.Losses = nil, nil // who waits for a licence waits the longer for what was lost behind it
			better.Outlook = control.NewBook(d.view).Outlook(control.Civilian)
			better.Review = &cover.Range{Low: float64(dice(9)), High: float64(9 + dice(9))}
			worse = better
			worse.Review = &cover.Range{Low: better.Review.Low + 2, High: better.Review.High + 3}
		}
		base.Law, changed.Law = &better, &worse
		before := map[int32]cover.Stop{}
		m := compile(t, d.view, base)
		for _, s := range ask(t, m, d.loss).Stops {
			before[s.Part] = s
		}
		after := map[int32]cover.Stop{}
		for _, s := range ask(t, compile(t, d.view, changed), loss).Stops {
			after[s.Part] = s
		}
		if change == "review" && heldBefore(m.Network(), after) {
			continue
		}
		for part, x := range before {
			y, ok := after[part]
			if !ok && m.Network().Parts[part].Flags.Has(graph.FlagPassedOn) {
				continue // it is listed apart only where it differs from its need
			}
			require.True(t, ok, "world %d, %s", seed, change)
			require.LessOrEqual(t, y.Earliest, x.Earliest, "world %d, %s", seed, change)
			require.LessOrEqual(t, uint(y.Latest), uint(x.Latest), "world %d, %s", seed, change)
			if y.Earliest < x.Earliest || y.Latest != x.Latest {
				moved[change]++
			}
		}
		for part := range after {
			if _, ok := before[part]; !ok {
				moved[change]++
			}
		}
	}
	t.Logf("dates that move: %v", moved)
	for _, change := range []string{"stock", "approval", "loss", "review"} {
		require.Greater(t, moved[change], 4, change)
	}
}

// turnOnce leaves controls that ask for a licence from one day on, for good.
func turnOnce(t *testing.T, d *drawn) {
	t.Helper()
	d.facts.ExportControls = slices.DeleteFunc(d.facts.ExportControls, func(c graph.Control) bool { return c.ID != "mofcom-2025-18" && c.ID != "cn-metals" })
	for i := range d.facts.ExportControls {
		d.facts.ExportControls[i].SuspendedFrom, d.facts.ExportControls[i].SuspendedUntil = graph.Date{}, graph.Date{}
	}
	kept := func(control string) bool {
		return slices.ContainsFunc(d.facts.ExportControls, func(c graph.Control) bool { return c.ID == control })
	}
	d.facts.Restricts = slices.DeleteFunc(d.facts.Restricts, func(r graph.Restriction) bool { return !kept(r.Control) })
	d.facts.ListedEntities, d.facts.Licences = nil, nil
	s, err := graph.Build(d.facts)
	require.NoError(t, err)
	d.view, err = graph.NewView(s, d.day, d.filter)
	require.NoError(t, err)
	if d.loss.Losses != nil {
		d.loss.Losses = lossesOf(d.view, d.losses)
	}
}

// heldBefore tells whether a firm that makes anything in China runs short: what it sends abroad is then held for what was held before.
func heldBefore(n *chain.Network, stops map[int32]cover.Stop) bool {
	china, _ := n.View.Lookup("CN")
	for _, s := range stops {
		for _, part := range n.Of(s.Firm) {
			if n.Parts[part].Kind != chain.Line && n.MadeIn(part, china) {
				return true
			}
		}
	}
	return false
}

package exposure

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// firstTier works out what the sellers of a need bring from the target without looking through them: V is 1 for the part of
// their making that is in the target, else 0, and the world market answers at the item's own stage alone.
type firstTier struct {
	*Answer
	own map[graph.Node]bool // in a member's own row: the firms whose making does not count as the target
}

func (d *firstTier) share(p int32) Share {
	part := &d.Network.Parts[p]
	if part.Kind == chain.Line {
		return d.line(p)
	}
	if part.Terminal {
		return Share{}
	}
	s := Share{Estimate: math.NaN()}
	sum, largest, needs, known := 0.0, 0.0, 0.0, 0.0
	for _, n := range part.Needs {
		if !d.asksOf(d.Network.Parts[n.Part].Item) {
			continue
		}
		of := d.share(n.Part)
		if part.Any && needs > 0 {
			s.Low = min(s.Low, of.Low)
		} else {
			s.Low = max(s.Low, of.Low)
		}
		s.High = max(s.High, of.High)
		needs++
		if !math.IsNaN(of.Estimate) {
			sum, largest, known = sum+of.Estimate, max(largest, of.Estimate), known+1
		}
	}
	switch {
	case needs == 0:
		s.High = 1
	case known > 0 && part.Any:
		s.Estimate = sum / needs
	case known > 0:
		s.Estimate = largest
	}
	return s
}

func (d *firstTier) line(p int32) Share {
	eq := d.system.Equations[p]
	if eq.Market != nil {
		eq.Market = nil
		if here := d.Market.Of(d.Network.Parts[p].Item).Here; !math.IsNaN(here) {
			eq.Market = &Assumption{Estimate: here, Resolved: 1}
		}
	}
	v := sum(&eq, d.look)
	s := Share{Low: v.Low, High: max(v.Low, 1-v.Safe), Estimate: v.Estimate}
	if len(eq.Terms) == 0 && eq.Market == nil {
		s.Estimate = math.NaN()
	}
	return s
}

func (d *firstTier) look(n int32) Values {
	if int(n) >= len(d.Network.Parts) { // one of several outputs
		return d.system.evaluate(n, d.look)
	}
	if d.own[d.Network.Parts[n].Firm] {
		return Values{Safe: 1, Resolved: 1}
	}
	m := d.system.Members[n]
	return Values{Low: m.Low, Safe: 1 - m.High, Estimate: m.Estimate, Resolved: 1}
}

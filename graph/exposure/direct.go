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
	own []bool // by firm, in a member's own row: those whose making does not count as the target; nil: none
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

// line adds up what the sellers of a line are in the target.
func (d *firstTier) line(p int32) Share {
	eq := &d.system.equations[p]
	here := math.NaN()
	if eq.market {
		here = d.meets(p).Here
	}
	if len(eq.terms) == 0 && math.IsNaN(here) {
		return Share{High: 1, Estimate: math.NaN()}
	}
	var v, rest graph.Membership
	stated, safe, parties := 0.0, 0.0, 0.0
	least, leastSafe := 1.0, 1.0
	for i := range eq.terms {
		t := &eq.terms[i]
		u := d.look(t.node)
		if math.IsNaN(t.share) {
			parties++
			rest.Estimate += u.Estimate
			least, leastSafe = min(least, u.Low), min(leastSafe, 1-u.High)
			continue
		}
		stated += t.share
		v.Low += t.share * u.Low
		v.Estimate += t.share * u.Estimate
		safe += t.share * (1 - u.High)
	}
	if left := max(0, 1-stated); left >= 1e-12 {
		if d.system.closed && parties > 0 {
			v.Low, safe = v.Low+left*least, safe+left*leastSafe
		} else if !math.IsNaN(here) {
			rest.Estimate, parties = rest.Estimate+here, parties+1
		}
		if parties > 0 {
			v.Estimate += left * rest.Estimate / parties
		}
	}
	return Share{Low: v.Low, High: max(v.Low, 1-safe), Estimate: v.Estimate}
}

// look is how far a seller's making is in the target; any of several outputs may be meant.
func (d *firstTier) look(n int32) graph.Membership {
	if int(n) < len(d.memberAt) && (int(n) < len(d.Network.Parts) || d.memberAt[n] > 0) {
		if d.own != nil && d.memberAt[n] > 0 && d.own[d.Network.Parts[n].Firm-d.first] {
			return graph.Membership{}
		}
		return d.member(n)
	}
	terms := d.system.equations[n].terms
	out := graph.Membership{Low: 1}
	for _, t := range terms {
		u := d.look(t.node)
		out.Low, out.High = min(out.Low, u.Low), max(out.High, u.High)
		out.Estimate += u.Estimate / float64(len(terms))
	}
	return out
}

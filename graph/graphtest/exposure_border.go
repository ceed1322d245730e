package graphtest

import (
	"math"
	"slices"
)

// ExposureBorder asks the slow twin about shipments that leave a country. The question names that country and no other condition but
// stages and items.
type ExposureBorder struct {
	Country string
	// Law says how far a shipment counts: of an item, to a country, to a user, by a holder; empty is not named.
	Law func(item, to, user, holder string) (low, estimate, high float64)
}

// delivered is how far what a seller brings from an output to a line is in the target.
func (x *Exposure) delivered(line int, s seller, to int) membership {
	if x.q.Border == nil {
		return membership{}
	}
	out := x.nodes[to]
	made := x.inTarget(out.firm, out.item, x.made(out).plants)
	holder := s.firm
	if s.own {
		holder = out.firm
	}
	at := x.abroad(out.item, x.nodes[line].firm, holder, x.destinations(line))
	if made.high == 0 || at.high == 0 {
		return membership{}
	}
	return membership{made.low * at.low, made.estimate * at.estimate, 1}
}

// abroad asks the law about every place that may be meant.
func (x *Exposure) abroad(item, user, holder string, to []string) membership {
	out := membership{low: 1}
	for _, country := range to {
		low, estimate, high := 0.0, 0.0, 0.0
		if country != x.q.Border.Country {
			low, estimate, high = x.q.Border.Law(item, country, user, holder)
		}
		out.low, out.estimate, out.high = min(out.low, low), out.estimate+estimate/float64(len(to)), max(out.high, high)
	}
	return out
}

// destinations are the countries where the firm makes what needs a line.
func (x *Exposure) destinations(line int) []string {
	places := x.places(line)
	if len(places) == 0 {
		places = []string{x.countryOf[x.nodes[line].firm]}
	}
	slices.Sort(places)
	return slices.Compact(places)
}

// places are those of what needs a line or step.
func (x *Exposure) places(of int) []string {
	var places []string
	for i, o := range x.opened {
		switch n := x.nodes[i]; {
		case !slices.Contains(o.needs, of), n.kind == "graded" && !x.served(i):
		case n.kind == "step":
			places = append(places, x.places(i)...)
		default:
			places = append(places, x.countriesOf(n)...)
		}
	}
	return places
}

// served tells whether anybody is served by an output that stands for one grade of a class.
func (x *Exposure) served(output int) bool {
	return slices.ContainsFunc(x.opened, func(o opening) bool {
		return slices.ContainsFunc(o.suppliers, func(s seller) bool { return slices.Contains(s.outputs, output) })
	})
}

func (x *Exposure) countriesOf(n node) []string {
	var places []string
	for _, p := range x.made(n).plants {
		places = append(places, x.countryOf[p.facility])
	}
	if len(places) == 0 {
		places = []string{x.countryOf[n.firm]}
	}
	return places
}

// meets is what a line meets in the world market.
func (x *Exposure) meets(line int) *marketValue {
	n := x.nodes[line]
	if x.q.Border == nil {
		return x.market(n.item)
	}
	return x.borderMarket(n.item, x.abroad(n.item, n.firm, "", x.destinations(line)))
}

// borderMarket is the market of an item for a buyer whose shipments count so far: what the country makes counts that far; what others
// make depends on what their own makers meet abroad.
func (x *Exposure) borderMarket(item string, at membership) *marketValue {
	anything := *x
	anything.q.Stages, anything.q.Items = nil, nil
	share, _, known := anything.here(item)
	if _, asked, _ := x.here(item); !asked {
		at = membership{}
	}
	m := &marketValue{figure: known, up: x.upstream(item, known)}
	low, estimate, high, resolved := m.up[0], m.up[1], m.up[2], m.up[3]
	switch {
	case known:
		other := 1 - share
		m.low, m.high = share*at.low+other*low, share*at.high+other*high
		m.estimate, m.resolved = share*at.estimate+other*estimate, share+other*resolved
		m.here = share * at.estimate
	case at.high == 0: // whoever makes it, nothing is in the way
		m.high, m.estimate, m.resolved = high, estimate, resolved
	default:
		m.low, m.high, m.estimate, m.here = min(at.low, low), max(at.high, high), estimate, math.NaN()
		if estimate > 0 {
			m.resolved = resolved
		}
	}
	return m
}

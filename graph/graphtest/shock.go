package graphtest

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// ShockLoss takes from the outputs in a target all but a factor, by readable ids.
type ShockLoss struct {
	Target ExposureQuestion // its conditions alone count
	Factor float64
}

// ShockHit is what the twin says of an output or line.
type ShockHit struct {
	Low, High, Unknown float64
	Tier               int
}

// Shock is the slow twin of shocks: the same layout over rows and ids as the twin of exposure, what remains of everything computed at
// once, again and again, from full capacity down. Give it small worlds only.
type Shock struct {
	*Exposure
	low, high []float64 // by node: what the losses leave of it by itself
}

// NewShock reads the rows and lays out the network.
func NewShock(f *graph.Facts, day graph.Day, filter graph.Filter, losses []ShockLoss) *Shock {
	s := &Shock{Exposure: layout(f, day, filter, ExposureQuestion{})}
	var tests []*Exposure
	for _, l := range losses {
		tests = append(tests, layout(f, day, filter, l.Target))
	}
	for _, n := range s.nodes {
		low, high := 1.0, 1.0
		if n.kind == "output" || n.kind == "graded" {
			low, high = math.Inf(1), math.Inf(-1)
			places := s.made(n).plants
			if len(places) == 0 {
				places = []plant{{tonnes: math.NaN()}}
			}
			for _, at := range places {
				least, most := 1.0, 1.0
				for k, test := range tests {
					m := test.inTarget(n.firm, n.item, []plant{at})
					if m.high == 1 {
						least *= losses[k].Factor
					}
					if m.low == 1 {
						most *= losses[k].Factor
					}
				}
				low, high = math.Min(low, least), math.Max(high, most)
			}
		}
		s.low, s.high = append(s.low, low), append(s.high, high)
	}
	return s
}

// layout is a question's network without its answer.
func layout(f *graph.Facts, day graph.Day, filter graph.Filter, q ExposureQuestion) *Exposure {
	x := &Exposure{records: newRecords(f, day, filter), q: q, outputs: map[[2]string]*madeItem{}, index: map[node]int{},
		markets: map[string]*marketValue{}, control: map[string]map[string]bool{}}
	x.findOutputs()
	x.inferOutputs()
	for _, firm := range f.Firms {
		for _, item := range x.items {
			if x.outputs[[2]string{firm.ID, item}] != nil {
				x.node(node{kind: "output", firm: firm.ID, item: item})
			}
			if len(x.boughtBy(firm.ID, item)) > 0 {
				x.node(node{kind: "line", firm: firm.ID, item: item})
			}
		}
	}
	for i := 0; i < len(x.nodes); i++ {
		x.opened = append(x.opened, x.open(x.nodes[i]))
	}
	return x
}

// Hits gives every output and line of which something may be lost, by kind, firm and item.
func (s *Shock) Hits() map[[3]string]ShockHit {
	low, high := s.fall(false), s.fall(true)
	tiers, own := s.count(low), s.own()
	hits := map[[3]string]ShockHit{}
	for i, n := range s.nodes {
		if low[i] > 1-1e-12 || !own[i] || n.kind != "output" && n.kind != "line" {
			continue
		}
		if n.kind == "output" && s.made(n).passed {
			of := s.opened[i].needs[0]
			if math.Abs(low[i]-low[of])+math.Abs(high[i]-high[of]) < 1e-9 {
				continue
			}
		}
		if n.kind == "line" && s.keptInHouse(i, low) {
			continue
		}
		hits[[3]string{n.kind, n.firm, n.item}] = ShockHit{low[i], high[i], s.unknown(i), tiers[i]}
	}
	return hits
}

// keptInHouse tells whether only the firm itself serves a need, by an output of that very item that is hit.
func (s *Shock) keptInHouse(line int, low []float64) bool {
	same, others := false, false
	for _, from := range s.opened[line].suppliers {
		others = others || !from.own
		for _, to := range from.outputs {
			n := s.nodes[to]
			same = same || n.kind == "output" && n.firm == s.nodes[line].firm && n.item == s.nodes[line].item && low[to] < 1-1e-12
		}
	}
	return same && !others
}

// own marks what firms are on record for and what they need for it.
func (s *Shock) own() map[int]bool {
	own := map[int]bool{}
	var mark func(int)
	mark = func(i int) {
		if !own[i] {
			own[i] = true
			for _, to := range s.opened[i].needs {
				mark(to)
			}
		}
	}
	for i, n := range s.nodes {
		if n.kind == "output" || n.kind == "line" && len(s.boughtBy(n.firm, n.item)) > 0 {
			mark(i)
		}
	}
	return own
}

// fall lets capacities fall from 1 to what remains, at the high or at the low end.
func (s *Shock) fall(high bool) []float64 {
	now := make([]float64, len(s.nodes))
	for i := range now {
		now[i] = 1
	}
	for change := 1.0; change > 1e-14; {
		change = 0
		next := make([]float64, len(now))
		for i := range now {
			next[i] = s.left(i, now, high)
			change = math.Max(change, now[i]-next[i])
		}
		now = next
	}
	return now
}

func (s *Shock) left(i int, now []float64, high bool) float64 {
	o, x := s.opened[i], s.low[i]
	if high {
		x = s.high[i]
	}
	if s.nodes[i].kind == "line" {
		return s.leftOfLine(o, now, high)
	}
	var needs []float64
	for _, to := range o.needs {
		needs = append(needs, now[to])
	}
	switch {
	case len(needs) == 0:
		return x
	case o.any && (high || !s.recipe(s.nodes[i].item).grades): // which grade a maker of a class makes is not known
		return math.Min(x, slices.Max(needs))
	}
	return math.Min(x, slices.Min(needs))
}

func (s *Shock) leftOfLine(o opening, now []float64, high bool) float64 {
	lost, stated, rest := 0.0, 0.0, 1.0
	for _, from := range o.suppliers {
		var serve []float64
		for _, to := range from.outputs {
			serve = append(serve, now[to])
		}
		x := slices.Min(serve)
		if high {
			x = slices.Max(serve)
		}
		if share := from.share; !math.IsNaN(share) && !from.possible {
			stated += share
			lost += share * (1 - x)
		} else {
			rest = math.Min(rest, x)
		}
	}
	if !high && stated < 1-1e-12 {
		lost += (1 - stated) * (1 - rest)
	}
	return 1 - lost
}

func (s *Shock) unknown(i int) float64 {
	o := s.opened[i]
	if s.nodes[i].kind == "line" {
		stated := 0.0
		for _, from := range o.suppliers {
			if !math.IsNaN(from.share) && !from.possible {
				stated += from.share
			}
		}
		return 1 - stated
	}
	var needs []float64
	for _, to := range o.needs {
		needs = append(needs, s.unknown(to))
	}
	switch {
	case o.terminal:
		return 0
	case len(needs) == 0:
		return 1
	case o.any && !s.recipe(s.nodes[i].item).grades:
		return slices.Min(needs)
	}
	return slices.Max(needs)
}

// count gives the sales from the nearest output that is lost by itself, over what is hit; -1 where none leads to it.
func (s *Shock) count(low []float64) []int {
	const far = 1 << 30
	tiers := make([]int, len(s.nodes))
	for i := range tiers {
		tiers[i] = far
		if s.low[i] < 1-1e-12 {
			tiers[i] = 0
		}
	}
	for changed := true; changed; {
		changed = false
		nearer := func(i, tier int) {
			if low[i] < 1-1e-12 && tier < tiers[i] {
				tiers[i], changed = tier, true
			}
		}
		for i, o := range s.opened {
			for _, to := range o.needs {
				nearer(i, tiers[to])
			}
			for _, from := range o.suppliers {
				if from.share == 0 && !from.possible {
					continue
				}
				for _, to := range from.outputs {
					if from.own {
						nearer(i, tiers[to])
					} else {
						nearer(i, tiers[to]+1)
					}
				}
			}
		}
	}
	for i := range tiers {
		if tiers[i] >= far {
			tiers[i] = -1
		}
	}
	return tiers
}

// DrawLosses draws one or two losses in a world.
func DrawLosses(dice Dice, f *graph.Facts) []ShockLoss {
	w := &denseWorld{dice: dice, f: f}
	var losses []ShockLoss
	for len(losses) == 0 || len(losses) < 3 && w.once(3) {
		l := ShockLoss{Factor: draw(w, 0, 0, 0, 0.3, 0.5, 1)}
		for first := true; first || w.once(4); first = false {
			w.condition(&l.Target)
		}
		l.Target.By = draw(w, "LOCATION", "LOCATION", "OWNERSHIP", "EITHER")
		losses = append(losses, l)
	}
	return losses
}

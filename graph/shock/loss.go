package shock

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// Loss says what stops: the outputs in a target keep a factor of what they can make, 0 for none of it. Losses of one place multiply.
type Loss struct {
	Target *graph.TargetSet
	Factor float64
	// Before is how many edits of the network's scenario came before the loss: places and makings that later ones add are spared. It
	// only matters for networks with additions.
	Before int
}

// ErrNoLoss is a question without losses.
var ErrNoLoss = errors.New("nothing is lost: give at least one edit that removes or limits something")

// Before is a view before its losses: with the additions and delays of its scenario, without what it removes and limits. Losses are
// asked of its network.
func Before(v *graph.View) (*graph.View, error) {
	var kept []graph.Edit
	for _, e := range v.Scenario() {
		if !takes(&e) {
			kept = append(kept, e)
		}
	}
	return v.Base().With(kept...)
}

// FromView lists what the scenario of a view removes and limits, in order. Removing a firm takes its plants, what it passes on, and all
// that the firms it holds make; see graph.Target.
func FromView(v *graph.View) []Loss {
	var losses []Loss
	before := 0
	for _, e := range v.Scenario() {
		switch {
		case !takes(&e):
			before++
		case e.Remove != nil:
			losses = append(losses, Loss{Target: graph.NewTargetSet(v, *e.Remove), Before: before})
		default:
			losses = append(losses, Loss{Target: graph.NewTargetSet(v, e.Limit.Target), Factor: e.Limit.Factor, Before: before})
		}
	}
	return losses
}

func takes(e *graph.Edit) bool { return e.Remove != nil || e.Limit != nil }

func check(losses []Loss) error {
	if len(losses) == 0 {
		return ErrNoLoss
	}
	for i := range losses {
		switch l := &losses[i]; {
		case l.Target == nil || l.Target.IsEmpty():
			return fmt.Errorf("loss %d names nothing", i+1)
		case !(l.Factor >= 0 && l.Factor <= 1):
			return fmt.Errorf("loss %d has factor %v: it lies between 0 and 1", i+1, l.Factor)
		}
	}
	return nil
}

// Taken is an output from which losses take something.
type Taken struct {
	Part int32 // in the network
	Left Range // what is left of it by itself, 0 to 1, from its least place to its best
}

// Taken lists the outputs that losses take something from, before anything spreads from them. The error is ErrNoLoss, or names a loss
// that makes no sense.
func (m *Model) Taken(losses []Loss) ([]Taken, error) {
	if err := check(losses); err != nil {
		return nil, err
	}
	var taken []Taken
	for _, part := range m.candidates(losses) {
		if low, high := left(&m.network.Parts[part], losses); low < 1 {
			taken = append(taken, Taken{part, Range{low, high}})
		}
	}
	return taken, nil
}

// candidates are the outputs that losses may touch: those of the firms they name, or all.
func (m *Model) candidates(losses []Loss) []int32 {
	var firms []graph.Node
	for i := range losses {
		if len(losses[i].Target.Firms) == 0 {
			return slices.Concat(m.outputs...)
		}
		for _, f := range losses[i].Target.Firms {
			firms = append(firms, m.group(f)...)
		}
	}
	slices.Sort(firms)
	var parts []int32
	for _, f := range slices.Compact(firms) {
		parts = append(parts, m.outputs[f-m.first]...)
	}
	return parts
}

// group is a firm and the firms it holds.
func (m *Model) group(firm graph.Node) []graph.Node {
	firms := []graph.Node{firm}
	for _, h := range m.network.Held(firm) {
		firms = append(firms, h.Firm)
	}
	return firms
}

// left is what losses leave of an output by itself, from its least place to its best; what only may belong to a target may be spared.
func left(p *chain.Part, losses []Loss) (low, high float64) {
	places, since := p.Places(), 0
	if len(places) == 0 {
		places = []graph.Place{{Facility: graph.NoNode, Tonnes: math.NaN()}}
	}
	if inferred := p.Flags.Has(graph.FlagSellerInferred) || p.Flags.Has(graph.FlagPassedOn); inferred && p.Rows[0].Table == graph.ScenarioTable {
		since = int(p.Rows[0].Index) // the sale that is the first evidence of it
	}
	low = 1
	for i := range places {
		x := Range{1, 1}
		for _, l := range losses {
			if max(places[i].Edit, since) > l.Before {
				continue
			}
			switch m := l.Target.Member(p.Firm, p.Item, places[i:i+1]); {
			case m.Low > 0:
				x.Low, x.High = x.Low*l.Factor, x.High*l.Factor
			case m.High > 0: // somebody else may be the parent
				x.Low *= l.Factor
			}
		}
		low, high = min(low, x.Low), max(high, x.High)
	}
	return low, high
}

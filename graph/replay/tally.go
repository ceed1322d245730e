package replay

import (
	"cmp"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// count fills the tallies and lists the alarms.
func (r *replay) count(a *Answer) {
	named, places := map[graph.Node]bool{}, map[graph.Node][]graph.Node{}
	for i := range a.Outcomes {
		o := &a.Outcomes[i]
		if !o.Named {
			a.Places.add(o)
			for _, f := range o.Firms {
				places[f] = append(places[f], o.Event)
			}
			continue
		}
		a.Named.add(o)
		if firm, ok := r.view.Lookup(r.events.Facts().Events[o.Rows[0].Index].Firm); ok {
			named[firm] = true
		}
	}
	first, end := r.view.Range(graph.KindFirm)
	for firm := first; firm < end; firm++ {
		if !r.home[r.view.CountryOf(firm)] && r.needs(firm) {
			a.Needing.add(named[firm])
		}
		p := r.first(r.stops[firm])
		if p == nil || p.Earliest > r.Until {
			continue
		}
		a.Predicted.add(named[firm])
		if p.Implied {
			a.Implied.add(named[firm])
		}
		if p.Latest <= r.Until {
			a.Certain.add(named[firm])
		}
		if !named[firm] {
			a.Alarms = append(a.Alarms, Alarm{firm, *p, places[firm]})
		}
	}
	slices.SortFunc(a.Alarms, func(x, y Alarm) int {
		return cmp.Or(cmp.Compare(x.Latest, y.Latest), cmp.Compare(x.Earliest, y.Earliest), cmp.Compare(r.view.Key(x.Firm), r.view.Key(y.Firm)))
	})
}

// needs tells whether something that a firm makes or needs is struck, or needs what is.
func (r *replay) needs(firm graph.Node) bool {
	return slices.ContainsFunc(r.network.Of(firm), func(part int32) bool {
		p := &r.network.Parts[part]
		return r.struck[p.Item] && !p.Graded && (p.Kind == chain.Output || p.Own)
	})
}

func (t *Tally) add(o *Outcome) {
	switch o.Verdict {
	case Hit:
		switch p := o.Prediction; {
		case p.Implied:
			t.HitsImplied++
		case p.Certain():
			t.HitsCertain++
		default:
			t.HitsPossible++
		}
	case Early:
		t.Early++
	case Late:
		t.Late++
	case Miss:
		t.Misses++
	case Silent:
		t.Silent++
	}
}

func (s *Share) add(withEvent bool) {
	s.Firms++
	if withEvent {
		s.WithEvent++
	}
}

package replay

import (
	"fmt"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// Reason says in words why an event got its verdict. Things go by their keys.
func (a *Answer) Reason(o *Outcome) string {
	r := a.replay
	fact := &r.events.Facts().Events[o.Rows[0].Index]
	what := fact.Item
	if what == "" {
		what = "anything that needs what is lost or held back"
	}
	if o.Prediction != nil {
		s := r.expects(o.Prediction)
		if !o.Named {
			s = fmt.Sprintf("Of %d firms of %s on record for %s %d may stop in the window. %s", len(o.Firms), fact.Country, what, o.Predicted, s)
		}
		return s + " " + agreement(o)
	}
	switch o.Missing {
	case Firm:
		return fmt.Sprintf("No firm of %s is on record for %s, or for anything made with it.", fact.Country, what)
	case Need:
		return fmt.Sprintf("%s is not on record for %s, nor for anything made with it.", fact.Firm, what)
	case Link:
		return fmt.Sprintf("By the recipes on record nothing behind %s of %s is known to be lost or held back.", what, who(r.view, o.Firms))
	case Supplier:
		g := o.Gaps[0]
		s := fmt.Sprintf("Nobody is on record for selling %s to %s", r.view.Key(g.Item), r.view.Key(g.Firm))
		switch more := len(o.Gaps) - 1; {
		case more == 1:
			s += ", nor for one more need on the way up"
		case more > 1:
			s += fmt.Sprintf(", nor for %d more needs on the way up", more)
		}
		return s + "."
	}
	return fmt.Sprintf("All sellers on the way up from %s are on record, and none of their goods are known to be lost or held back.", who(r.view, o.clear))
}

func who(v *graph.View, firms []graph.Node) string {
	keys := v.Keys(firms)
	if len(keys) > 3 {
		return fmt.Sprintf("%s and %d more firms", strings.Join(keys[:3], ", "), len(keys)-3)
	}
	return strings.Join(keys, ", ")
}

// expects tells a prediction: who, what, when, for want of what.
func (r *replay) expects(p *Prediction) string {
	verb := "run short of"
	if p.Stop.Kind == chain.Output {
		verb = "stop making"
	}
	s := fmt.Sprintf("%s may %s %s from %s on", r.view.Key(p.Stop.Firm), verb, r.view.Key(p.Stop.Item), p.Earliest)
	if p.Certain() {
		s += fmt.Sprintf(", and some stop is certain by %s", p.Latest)
	} else {
		s += ", but need not ever"
	}
	for _, l := range r.predictions.Chain(p.Stop.Part) {
		part := &r.network.Parts[l.Part]
		switch {
		case l.Supplier >= 0:
			return s + fmt.Sprintf(", for want of %s from %s.", r.view.Key(part.Item), r.view.Key(part.Suppliers[l.Supplier].Firm))
		case l.Held != nil:
			return s + fmt.Sprintf(", for want of %s, which nobody on record sells to it and the world market has from behind the border.", r.view.Key(part.Item))
		}
	}
	return s + "."
}

// agreement says how the event lies to the prediction.
func agreement(o *Outcome) string {
	days := "on " + o.First.String()
	if o.First < o.Last {
		days = fmt.Sprintf("between %s and %s", o.First, o.Last)
	}
	switch {
	case o.Verdict == Late:
		return fmt.Sprintf("The event began %s, %d days before that at the least.", days, o.Days)
	case o.Verdict == Early:
		return fmt.Sprintf("The event began %s, %d days after the last predicted day at the least.", days, o.Days)
	case o.Prediction.Latest == graph.MaxDay:
		return fmt.Sprintf("The event began %s: possible by the prediction, not proof of it.", days)
	}
	return fmt.Sprintf("The event began %s: within the predicted days.", days)
}

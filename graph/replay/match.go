package replay

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/cover"
)

// using marks, by item, some items, and everything in whose recipe one of these may be, at any depth. A class is marked when a grade of it is.
func (r *replay) using(items []graph.Node) []bool {
	v := r.view
	set := make([]bool, v.Items())
	for _, item := range items {
		set[item] = true
	}
	marked := func(n graph.Node) bool { return set[n] }
	for changed := true; changed; {
		changed = false
		for item := range graph.Node(v.Items()) {
			if !set[item] && (slices.ContainsFunc(v.Below(item), marked) || slices.ContainsFunc(v.Requirement(item).Inputs, marked)) {
				set[item], changed = true, true
			}
		}
	}
	return set
}

// concern is what an event names, by item.
type concern struct {
	same  []bool // the items named, their grades and classes; nil: none is named
	parts []bool // the items of outputs and needs that it is about
}

func (r *replay) concerns(item graph.Node) *concern {
	if item == graph.NoNode {
		return &concern{parts: r.struck}
	}
	if c := r.concerned[item]; c != nil {
		return c
	}
	named := []graph.Node{item}
	if r.view.Is(item, graph.KindItemGroup) {
		named = nil
		for _, row := range r.view.Members.Out(item) {
			named = append(named, r.view.Members.To[row])
		}
	}
	c := &concern{same: make([]bool, r.view.Items())}
	for _, i := range slices.Clone(named) {
		named = append(named, r.view.Below(i)...)
		for _, class := range r.view.Above(i) {
			c.same[class] = true
		}
	}
	for _, i := range named {
		c.same[i] = true
	}
	c.parts = r.using(named)
	r.concerned[item] = c
	return c
}

// explains tells whether a stop is of what an event names, or comes about by it: its chain names it.
func (r *replay) explains(s *cover.Stop, c *concern) bool {
	if c.same == nil {
		return true
	}
	return slices.ContainsFunc(r.predictions.Chain(s.Part), func(l cover.Link) bool { return c.same[r.network.Parts[l.Part].Item] })
}

// finding is what there is about one firm.
type finding struct {
	firm    graph.Node
	parts   []int32 // its outputs and needs that the event concerns
	stops   []*cover.Stop
	missing Fact
	gaps    []Gap
}

// firm looks at what a firm is on record for.
func (r *replay) firm(firm graph.Node, c *concern) finding {
	f := finding{firm: firm}
	for _, part := range r.network.Of(firm) {
		if p := &r.network.Parts[part]; c.parts[p.Item] && !p.Graded && (p.Kind == chain.Output || p.Own) {
			f.parts = append(f.parts, part)
		}
	}
	for _, s := range r.stops[firm] {
		if c.parts[s.Item] && r.explains(s, c) {
			f.stops = append(f.stops, s)
		}
	}
	struck := func(part int32) bool { return r.struck[r.network.Parts[part].Item] }
	switch {
	case len(f.stops) > 0:
	case len(f.parts) == 0:
		f.missing = Need
	case !slices.ContainsFunc(f.parts, struck):
		f.missing = Link
	default:
		var met bool
		if f.gaps, met = r.gaps(f.parts, c); len(f.gaps) > 0 {
			f.missing = Supplier
		} else if !met {
			f.missing = Link // recipes allow for it, but not the way the firm is on record for
		}
	}
	return f
}

// step is a part that is visited on the way up. It is past when what the event names lies on the way to it: before that the way is one
// to what is named.
type step struct {
	part int32
	past bool
}

// gaps goes up from some parts, through what needs what is struck, and lists the needs without a seller, the nearest first. met tells
// whether what the event names was met on the way.
func (r *replay) gaps(from []int32, c *concern) (gaps []Gap, met bool) {
	seen := map[step]bool{}
	var queue []step
	for _, part := range from {
		queue = append(queue, step{part, false})
	}
	for ; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		p := &r.network.Parts[at.part]
		at.past = at.past || c.same == nil || c.same[p.Item]
		if seen[at] || !r.struck[p.Item] || !at.past && !c.parts[p.Item] {
			continue
		}
		seen[at], met = true, met || at.past
		switch {
		case p.Kind == chain.Line && len(p.Suppliers) == 0:
			gaps = append(gaps, Gap{p.Firm, p.Item})
		case p.Kind == chain.Line:
			for i := range p.Suppliers {
				for _, output := range p.Suppliers[i].Outputs {
					queue = append(queue, step{output, at.past})
				}
			}
		case p.Kind != chain.Output || !r.inside(at.part):
			for _, need := range p.Needs {
				queue = append(queue, step{need.Part, at.past})
			}
		}
	}
	return distinct(gaps), met
}

// inside tells whether an output is made behind the border.
func (r *replay) inside(output int32) bool {
	for country := range r.home {
		if r.network.MadeIn(output, country) {
			return true
		}
	}
	return false
}

// first is the first stop among some: it begins between the least of the earliest days and the least of the latest. Where a stop rests on
// sellers on record, those that the world market implies do not count.
func (r *replay) first(stops []*cover.Stop) *Prediction {
	if len(stops) == 0 {
		return nil
	}
	implied := !slices.ContainsFunc(stops, func(s *cover.Stop) bool { return !r.implied[s] })
	p := &Prediction{Earliest: graph.MaxDay, Latest: graph.MaxDay, Implied: implied}
	for _, s := range stops {
		if r.implied[s] != implied {
			continue
		}
		if day := r.predictions.Day(s.Earliest); day < p.Earliest {
			p.Stop, p.Earliest = s, day
		}
		p.Latest = min(p.Latest, r.predictions.Day(s.Latest))
	}
	return p
}

// judge finds the prediction for an event, and how they agree.
func (r *replay) judge(e event) Outcome {
	o := Outcome{Event: e.node, First: e.first, Last: e.last, Named: e.firm != graph.NoNode, Rows: []graph.RowRef{r.view.Row(e.node)}}
	if e.imprecise {
		o.Flags = o.Flags.With(graph.FlagImpreciseDate)
	}
	var stops []*cover.Stop
	findings := r.about(e)
	for i := range findings {
		f := &findings[i]
		if len(f.parts) > 0 || len(f.stops) > 0 {
			o.Firms = append(o.Firms, f.firm)
		}
		if p := r.first(f.stops); p != nil && p.Earliest <= r.Until {
			o.Predicted++
		}
		if f.missing == NoFact && len(f.stops) == 0 {
			o.clear = append(o.clear, f.firm)
		}
		stops = append(stops, f.stops...)
	}
	if o.Prediction = r.first(stops); o.Prediction != nil {
		o.Verdict, o.Days = compare(e, o.Prediction)
		for _, link := range r.predictions.Chain(o.Prediction.Stop.Part) {
			o.Rows, o.Flags = append(o.Rows, link.Rows...), o.Flags.With(link.Flags...)
		}
		return o
	}
	o.Verdict, o.Missing, o.Gaps = lacking(findings, o.Named)
	return o
}

// about looks at the firm of an event; where it names none, at all firms of its place.
func (r *replay) about(e event) []finding {
	concerned := r.concerns(e.item)
	if e.firm != graph.NoNode {
		return []finding{r.firm(e.firm, concerned)}
	}
	var found []finding
	first, end := r.view.Range(graph.KindFirm)
	for firm := first; firm < end; firm++ {
		if slices.Contains(e.places, r.view.CountryOf(firm)) {
			found = append(found, r.firm(firm, concerned))
		}
	}
	return found
}

// compare holds a predicted interval against the days on which an event may have begun.
func compare(e event, p *Prediction) (Verdict, int) {
	switch {
	case p.Earliest > e.last:
		return Late, int(p.Earliest) - int(e.last)
	case p.Latest < e.first:
		return Early, int(e.first) - int(p.Latest)
	}
	return Hit, 0
}

// lacking is the verdict where nothing is predicted: a miss when some firm lacks no fact, else what lacks of the firm that lacks least.
func lacking(findings []finding, named bool) (Verdict, Fact, []Gap) {
	least := Firm
	if named {
		least = Need
	}
	var gaps []Gap
	order := []Fact{NoFact, Supplier, Link, Need, Firm}
	for i := range findings {
		f := &findings[i]
		if !named && f.missing == Need {
			continue // a firm of the place that has nothing to do with it
		}
		if slices.Index(order, f.missing) < slices.Index(order, least) {
			least = f.missing
		}
		gaps = append(gaps, f.gaps...)
	}
	switch least {
	case NoFact:
		return Miss, NoFact, nil
	case Supplier:
		return Silent, Supplier, distinct(gaps)
	}
	return Silent, least, nil
}

func distinct(gaps []Gap) []Gap {
	seen := map[Gap]bool{}
	return slices.DeleteFunc(gaps, func(g Gap) bool {
		again := seen[g]
		seen[g] = true
		return again
	})
}

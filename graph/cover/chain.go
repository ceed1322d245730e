package cover

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

// Link is a step of the chain by which something ran short.
type Link struct {
	Part     int32
	Day      int       // when it runs short
	Cover    *Figure   // of a line: what is in stock
	Supplier int       // of a line: who left it short, by number; -1: nobody, or the world market
	Lead     *Figure   // of a line: the time until that was felt: in the making and on the way, on the way alone where goods are held
	Held     *Crossing // of a line: the law that holds the supplier's goods back
	Rows     []graph.RowRef
	Flags    graph.Flags
}

// Chain is how a part ran short at the end at which it does so first: from the part back to what was lost, or is held back by the law.
// At each output it follows the need that gave out first (where any one suffices, last), at each line the supplier whose failing was
// felt first.
func (a *Answer) Chain(part int32) []Link {
	e, ok := a.soonest(part)
	if !ok {
		return nil
	}
	return a.trace(e, part)
}

// Flags are the cautions about the dates of a part: those of the chains at both ends, and that the law was not checked as far as they lie.
func (a *Answer) Flags(part int32) graph.Flags {
	var flags graph.Flags
	last := -1
	for _, e := range []end{early, late} {
		if first := a.course(e, part).First; first >= 0 {
			last = max(last, first)
			for _, l := range a.trace(e, part) {
				flags = flags.With(l.Flags...)
			}
		}
	}
	if law := a.Model.assumed.Law; law != nil && last >= 0 && a.Day(last) > law.Outlook.Book().CheckedUntil() {
		flags = flags.With(graph.FlagRulesNotChecked)
	}
	return flags
}

// trace follows a part back at one end.
func (a *Answer) trace(e end, part int32) []Link {
	c := &tracer{a, e}
	var links []Link
	for part >= 0 {
		link, next := c.link(part)
		links = append(links, link)
		part = next
	}
	return links
}

// tracer follows chains at one end.
type tracer struct {
	*Answer
	end end
}

// first is the day on which a part runs short; never is late.
func (c *tracer) first(part int32) int {
	if day := c.course(c.end, part).First; day >= 0 {
		return day
	}
	return math.MaxInt
}

func (c *tracer) link(part int32) (link Link, next int32) {
	p := &c.Model.network.Parts[part]
	link = Link{Part: part, Day: c.first(part), Supplier: -1, Rows: p.Rows, Flags: p.Flags}
	if p.Kind == chain.Line {
		return c.line(link, p)
	}
	if left, ok := c.taken[part]; ok && link.Day == 0 && c.end.of(left) < 1-tiny {
		return link, -1
	}
	next = -1
	last := p.Any && (c.end == late || !c.Model.network.View.Requirement(p.Item).Grades)
	for _, need := range p.Needs {
		if day := c.first(need.Part); next < 0 || last && day > c.first(next) || !last && day < c.first(next) {
			next, link.Rows = need.Part, append(p.Rows[:len(p.Rows):len(p.Rows)], need.Row)
		}
	}
	return link, next
}

// failing is when a buyer feels that a supplier fails, and why.
type failing struct {
	day      int
	supplier int
	output   int32
	share    float64
	held     *Crossing
}

// line finds the supplier whose failing was felt first, the larger share first among those of one day.
func (c *tracer) line(link Link, p *chain.Part) (Link, int32) {
	felt, unstated := failing{day: math.MaxInt, output: -1, supplier: -1}, failing{day: -1}
	sooner := func(f failing) {
		if f.day < felt.day || f.day == felt.day && f.share > felt.share {
			felt = f
		}
	}
	for i := range p.Suppliers {
		f := c.failing(link.Part, i)
		_, stated := shock.Stated(&p.Suppliers[i])
		switch {
		case f.share == 0 || f.day == math.MaxInt && (stated || c.end == early):
		case stated || c.end == early:
			sooner(f)
		case c.Model.assumed.Closed && f.day > unstated.day:
			unstated = f // the best off of them serves
		}
	}
	if unstated.day >= 0 {
		sooner(unstated)
	}
	cover := c.Model.Cover(link.Part)
	link.Cover, link.Flags = &cover, link.Flags.With(cover.Flags...)
	link.Rows = append(link.Rows[:len(link.Rows):len(link.Rows)], cover.Rows...)
	if felt.supplier < 0 {
		return c.market(link, p), -1
	}
	lead, way := c.Model.Lead(link.Part, felt.supplier)
	if felt.held != nil {
		lead = way
	}
	link.Supplier, link.Lead, link.Held, link.Flags = felt.supplier, &lead, felt.held, link.Flags.With(lead.Flags...)
	link.Rows = append(append(link.Rows, p.Suppliers[felt.supplier].Rows...), lead.Rows...)
	if felt.held != nil {
		link.Rows, link.Flags = append(link.Rows, felt.held.Rows...), link.Flags.With(felt.held.Flags...)
	}
	return link, felt.output
}

// failing tells when a supplier of a line is felt to fail: some time after its worst output ran short (at the late end: its best), or
// when the law holds its goods back.
func (c *tracer) failing(line int32, supplier int) failing {
	m, p := c.Model, &c.Model.network.Parts[line]
	s := &p.Suppliers[supplier]
	share, stated := shock.Stated(s)
	if !stated {
		share = shock.Rest(p)
	}
	f := failing{day: math.MaxInt, supplier: supplier, output: s.Outputs[0], share: share}
	for i, o := range s.Outputs {
		if day := c.first(o); i == 0 || c.end == early && day < f.day || c.end == late && day > f.day {
			f.day, f.output = day, o
		}
	}
	lead, way := m.Lead(line, supplier)
	if f.day < math.MaxInt {
		f.day += c.end.days(lead.Range)
	}
	if held, day := c.heldBack(line, m.crossings(line, supplier), c.end.days(way.Range)); held != nil && day < f.day {
		f.day, f.output, f.held = day, -1, held
	}
	return f
}

// market names the law by which a line that meets the world market runs short.
func (c *tracer) market(link Link, p *chain.Part) Link {
	law := c.Model.bought[link.Part]
	if law == nil {
		return link
	}
	way := c.Model.fromMarket(p)
	link.Lead, link.Flags, link.Rows = &way, link.Flags.With(way.Flags...), append(link.Rows, way.Rows...)
	if held, _ := c.heldBack(link.Part, law, c.end.days(way.Range)); held != nil {
		link.Held, link.Flags, link.Rows = held, link.Flags.With(held.Flags...), append(link.Rows, held.Rows...)
	}
	return link
}

// heldBack is what the law does to goods that serve a line when that runs short, and the day from which that is felt: of the
// stretches without a break in which it keeps goods back, the one that keeps most of them back, with the rows and flags of all. Of several
// times it is the last one that began before the line ran short.
func (c *tracer) heldBack(line int32, law []Crossing, way int) (held *Crossing, day int) {
	short, broken := c.first(line), true
	for i := range law {
		x := &law[i]
		factor, waits := c.keeps(x)
		from, ends := max(0, int(x.From)-int(c.Model.asOf())+way), math.MaxInt
		if i+1 < len(law) {
			ends = int(law[i+1].From) - int(c.Model.asOf()) + way + waits
		}
		switch {
		case factor == 1 && waits == 0:
			broken = true
		case from > short || ends <= 0:
		case broken:
			one := *x
			held, day, broken = &one, from, false
		default:
			worst := *held
			if f, w := c.keeps(held); factor < f || factor == f && waits > w {
				worst = *x
			}
			worst.Rows, worst.Flags = held.or(*x).Rows, held.Flags.With(x.Flags...)
			held = &worst
		}
	}
	return held, day
}

// keeps tells which part of the goods of a crossing may leave at the end, and after how many days.
func (c *tracer) keeps(x *Crossing) (factor float64, waits int) {
	if c.end == early {
		return x.Factor.Low, int(math.Ceil(x.Delay.High))
	}
	return x.Factor.High, int(math.Floor(x.Delay.Low))
}

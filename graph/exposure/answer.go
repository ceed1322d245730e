package exposure

import (
	"context"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/solve"
)

// Verdict says how a dependence is known, the strongest first.
type Verdict string

// The verdicts.
const (
	Exposed    Verdict = "EXPOSED"
	Linked     Verdict = "LINKED"
	Implied    Verdict = "IMPLIED"
	Undecided  Verdict = "UNKNOWN"
	NotExposed Verdict = "NOT_EXPOSED"
)

// rank orders the verdicts, the strongest first.
func (v Verdict) rank() int {
	switch v {
	case Exposed:
		return 0
	case Linked:
		return 1
	case Implied:
		return 2
	case Undecided:
		return 3
	}
	return 4
}

// Certainty says how sure a recorded chain is.
type Certainty string

// The certainties.
const (
	Certain  Certainty = "CERTAIN"
	Possible Certainty = "POSSIBLE"
)

// Basis says which layer a verdict rests on.
type Basis string

// The bases.
const (
	Recorded  Basis = "RECORDED"
	OnMarket  Basis = "MARKET"
	OnNothing Basis = "NONE"
)

// Share is a dependence between 0 and 1. Low and High are bounds that the record proves. Estimate is NaN when nothing honest
// can be said.
type Share struct{ Low, High, Estimate float64 }

// Line is the dependence of one need of a firm. Where a recipe is served by any one of several inputs, these form one need:
// Part is then the output or step that takes them, Item what is made, and Choices the inputs.
type Line struct {
	Part         int32 // the line, output or step in the network
	Firm         graph.Node
	Item         graph.Node
	Choices      []graph.Node
	Verdict      Verdict
	Certainty    Certainty // for LINKED
	Basis        Basis
	Share        Share // look-through
	Direct       Share // tier one only
	Coverage     graph.Coverage
	NearestTier  int // links to the nearest member by certain chains; -1: none
	PossibleTier int // the same over possible chains too
	Flags        graph.Flags
}

// Row is the dependence of a firm: that of its strongest line, with what its other lines say.
type Row struct {
	Subject graph.Node
	Line    *Line // the line that decides; nil where there is none
	Verdict Verdict
	Basis   Basis
	Member  bool    // belongs to the target itself
	Worst   float64 // the largest estimate over all lines; NaN when none has one
	Lines   []Line  // strongest first
	Flags   graph.Flags
	group   float64 // share of lines at or above the deciding estimate
}

// Share is the deciding line's dependence; wholly open where there is no line.
func (r *Row) Share() Share {
	if r.Line != nil {
		return r.Line.Share
	}
	if r.Verdict == NotExposed {
		return Share{0, 0, 0}
	}
	return Share{0, 1, math.NaN()}
}

// Direct is the deciding line's dependence at tier one.
func (r *Row) Direct() Share {
	if r.Line != nil {
		return r.Line.Direct
	}
	return r.Share()
}

// Coverage is the deciding line's.
func (r *Row) Coverage() graph.Coverage {
	switch {
	case r.Line != nil:
		return r.Line.Coverage
	case r.Verdict == NotExposed:
		return graph.Coverage{Known: 1}
	}
	return graph.Coverage{Unknown: 1}
}

// Firm works out the row of one firm. It costs one pass over the firm's lines, and for a member of the target one solve of
// its group's parts.
func (a *Answer) Firm(firm graph.Node) Row {
	s := a.borrow()
	defer a.scratch.Put(s)
	row, _ := a.row(context.Background(), firm, s) // one group: not worth cancelling
	return row
}

// row works out the row of a firm. The error is the context's.
func (a *Answer) row(ctx context.Context, firm graph.Node, s *scratch) (Row, error) {
	defer s.clean()
	r := Row{Subject: firm, Member: a.isMember(firm), Worst: math.NaN(), Flags: a.Network.View.Flags()}
	if a.border != nil {
		r.Flags = r.Flags.With(a.border.Flags...)
	}
	direct := firstTier{Answer: a}
	if r.Member {
		if err := a.groupOf(ctx, firm, s); err != nil {
			return Row{}, err
		}
		direct.own = s.inGroup
	}
	a.findNeeds(firm, s)
	s.found = slices.Grow(s.found[:0], len(s.needs))[:len(s.needs)]
	for i, l := range s.needs {
		line := &s.found[i]
		if r.Member {
			a.line(line, l.part, s.apart.Values(l.part), reach{s.certain[l.part], s.possible[l.part]})
		} else {
			a.line(line, l.part, a.solution.Values(l.part), reach{a.certain[l.part], a.possible[l.part]})
		}
		line.Direct = direct.share(l.part)
		if l.group {
			line.Flags = line.Flags.With(graph.FlagGroup)
		}
	}
	r.Lines = s.sorted(a)
	a.decide(&r)
	return r, nil
}

type need struct {
	part  int32
	group bool
}

// sorted gives the lines that were found, the strongest first; nil for none.
func (s *scratch) sorted(a *Answer) []Line {
	s.order = s.order[:0]
	for i := range s.found {
		s.order = append(s.order, int32(i))
	}
	if len(s.order) > 1 {
		slices.SortStableFunc(s.order, func(x, y int32) int { return a.compareLines(&s.found[x], &s.found[y]) })
	}
	lines := s.room(len(s.order))
	for i, at := range s.order {
		lines[i] = s.found[at]
	}
	return lines
}

// room gives place for some lines; nil for none.
func (s *scratch) room(n int) []Line {
	if n == 0 {
		return nil
	}
	if n > len(s.lines) {
		s.lines = make([]Line, n)
	}
	lines := s.lines[:n:n]
	s.lines = s.lines[n:]
	return lines
}

// findNeeds lists what a firm needs: what it buys and what its outputs require, and the same of the firms it holds at a stated
// 50 % or more.
func (a *Answer) findNeeds(firm graph.Node, s *scratch) {
	add := func(f graph.Node, group bool) {
		for _, p := range a.Network.Of(f) {
			if part := &a.Network.Parts[p]; part.Kind == chain.Output || part.Bought {
				a.roots(p, group, s)
			}
		}
	}
	add(firm, false)
	for _, h := range a.Network.Held(firm) {
		if !h.Unstated {
			add(h.Firm, true)
		}
	}
}

// roots adds the needs that a part stands for: itself if it is a line or takes any one of several inputs, else those of
// its needs. What is bought to be passed on is a bought line and stands by itself.
func (a *Answer) roots(p int32, group bool, s *scratch) {
	part := &a.Network.Parts[p]
	if s.seen[p] || part.Terminal || !a.asksOf(part.Item) {
		return
	}
	s.seen[p], s.marks = true, append(s.marks, p)
	if part.Kind == chain.Line && !part.Bought && a.madeBy(part) {
		return // its own outputs speak for themselves
	}
	if part.Kind == chain.Line || part.Any && part.Choices > 1 && len(part.Needs) > 0 {
		s.needs = append(s.needs, need{p, group})
		return
	}
	for _, n := range part.Needs {
		a.roots(n.Part, group, s)
	}
}

// madeBy tells whether a line is served by the firm's own outputs alone.
func (a *Answer) madeBy(line *chain.Part) bool {
	for i := range line.Suppliers {
		s := &line.Suppliers[i]
		if !s.Own || slices.ContainsFunc(s.Outputs, func(o int32) bool {
			return a.Network.Parts[o].Firm != line.Firm || a.Network.Parts[o].Graded
		}) {
			return false
		}
	}
	return len(line.Suppliers) > 0
}

// decide takes the strongest line as the firm's, or says why there is none.
func (a *Answer) decide(r *Row) {
	if len(r.Lines) == 0 {
		r.Verdict, r.Basis = Undecided, OnNothing
		switch a.makes(r.Subject) {
		case none:
			r.Flags = r.Flags.With(graph.FlagNothingRecorded)
		case onlyTerminal:
			r.Verdict, r.Basis = NotExposed, Recorded
			r.Flags = r.Flags.With(graph.FlagTerminal)
		}
		return
	}
	r.Line = &r.Lines[0]
	r.Verdict, r.Basis = r.Line.Verdict, r.Line.Basis
	if len(r.Flags) > 0 {
		r.Flags = r.Flags.With(r.Line.Flags...)
	} else {
		r.Flags = slices.Clip(r.Line.Flags)
	}
	at := 0
	for i := range r.Lines {
		e := r.Lines[i].Share.Estimate
		if !math.IsNaN(e) && !(e <= r.Worst) {
			r.Worst = e
		}
		if round(e) >= round(r.Line.Share.Estimate) {
			at++
		}
	}
	r.group = float64(at) / float64(len(r.Lines))
}

type making uint8

const (
	none making = iota
	onlyTerminal
	some
)

// makes tells whether a firm, or one that it holds, is on record for making anything, and whether all of it ends a chain.
func (a *Answer) makes(firm graph.Node) making {
	found := none
	look := func(f graph.Node) {
		for _, p := range a.Network.Of(f) {
			part := &a.Network.Parts[p]
			if part.Kind != chain.Output {
				continue
			}
			if !part.Terminal {
				found = some
			} else if found == none {
				found = onlyTerminal
			}
		}
	}
	look(firm)
	for _, h := range a.Network.Held(firm) {
		look(h.Firm)
	}
	return found
}

// line reads one line's values and chains as a verdict.
func (a *Answer) line(l *Line, p int32, v solve.Values, chains reach) {
	part := &a.Network.Parts[p]
	*l = Line{
		Part: p, Firm: part.Firm, Item: part.Item, Flags: part.Flags,
		Share:       shareOf(v),
		Coverage:    coverageOf(v),
		NearestTier: int(chains.Certain), PossibleTier: int(chains.Possible),
	}
	if part.Kind != chain.Line {
		for _, n := range part.Needs {
			l.Choices = append(l.Choices, a.Network.Parts[n.Part].Item)
		}
	}
	market := a.meets(p)
	l.Verdict = verdictOf(v, chains.Possible >= 0)
	switch l.Verdict {
	case Linked:
		l.Basis, l.Certainty = Recorded, Possible
		if chains.Certain >= 0 {
			l.Certainty = Certain
		}
	case Implied:
		l.Basis = OnMarket
	case Undecided:
		l.Basis = OnNothing
		if v.Resolved >= 1-1e-9 {
			l.Flags = l.Flags.With(graph.FlagNoLinkFound)
		}
	default:
		l.Basis = Recorded
	}
	if named := len(part.Suppliers) > 0; named && l.Share.Low < l.Share.High {
		if len(l.Flags) == 0 {
			l.Flags = equalSplit // as in most lines
		} else {
			l.Flags = l.Flags.With(graph.FlagEqualSplit)
		}
	}
	if a.massUnknown(p) {
		l.Flags = l.Flags.With(graph.FlagMassUnknown)
	}
	if l.Basis == OnMarket {
		l.Flags = l.Flags.With(market.Flags...)
	}
	if a.border != nil {
		l.Flags = l.Flags.With(a.border.flagsOf(a, p)...)
	}
}

var equalSplit = graph.Flags{graph.FlagEqualSplit}

// verdictOf reads values as a verdict; linked tells whether a chain on record reaches the target.
func verdictOf(v solve.Values, linked bool) Verdict {
	switch {
	case v.Low > tiny:
		return Exposed
	case linked:
		return Linked
	case v.Estimate > tiny:
		return Implied
	case v.Safe >= 1-1e-9:
		return NotExposed
	}
	return Undecided
}

// tiny is the share below which nothing is told from nothing.
const tiny = 1e-12

func shareOf(v solve.Values) Share {
	s := Share{Low: v.Low, High: max(v.Low, 1-v.Safe), Estimate: v.Estimate}
	if v.Resolved <= tiny && v.Estimate <= tiny && v.Safe < 1 && v.Low == 0 {
		s.Estimate = math.NaN()
		return s
	}
	s.Estimate = min(max(s.Estimate, s.Low), s.High)
	return s
}

func coverageOf(v solve.Values) graph.Coverage {
	known := min(v.Low+v.Safe, 1)
	assumed := min(max(v.Resolved-known, 0), 1-known)
	return graph.Coverage{Known: known, Assumed: assumed, Unknown: 1 - known - assumed}
}

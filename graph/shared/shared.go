package shared

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// Kind is the kind of a shared node.
type Kind string

// The kinds.
const (
	Item         Kind = "ITEM"
	Firm         Kind = "FIRM"
	Facility     Kind = "FACILITY"
	Country      Kind = "COUNTRY"
	CountryStage Kind = "COUNTRY_STAGE"
)

// Kinds lists them in the order in which equals are listed.
func Kinds() []Kind { return []Kind{Item, Firm, Facility, Country, CountryStage} }

// Question asks what subjects have in common.
type Question struct {
	Model    *exposure.Model
	Figures  *market.Index         // of the model's view
	Element  graph.Node            // the element that the model is compiled for; NoNode for none
	Holds    func(graph.Node) bool // whether an item holds the element; nil for all
	Subjects []graph.Node          // firms and items, 2 to MostSubjects, each once
	Within   graph.Target          // only what lies in it; an empty target narrows nothing
	Kinds    []Kind                // nil for all
	AtLeast  int                   // how many subjects must reach a node, from 2; 0 for all of them
}

// MostSubjects is how many subjects one question can have.
const MostSubjects = 64

// How many nodes are asked about: so many at most, and fewer in large networks, but some always are.
const (
	mostMeasured  = 300
	leastMeasured = 20
	budget        = 8_000_000 // parts solved
)

// Reasons why a question is refused.
var (
	ErrSubjects = errors.New("shared dependencies are of 2 to 64 subjects, each named once")
	ErrAtLeast  = errors.New("a node is shared by 2 subjects at least, and by no more than there are")
)

// Node is something that can be shared.
type Node struct {
	Kind  Kind
	Node  graph.Node
	Stage graph.Stage // of CountryStage
}

// Cell is how much one subject depends on a node.
type Cell struct {
	Subject   graph.Node
	Reaches   bool
	Verdict   exposure.Verdict // empty for items, which are needed by recipe
	Certainty exposure.Certainty
	Share     exposure.Share
	Tier      int // sales between the subject and the nearest member; -1 where no chain is on record
}

// Dependency is a node with the dependence of each subject on it.
type Dependency struct {
	Node
	Target graph.Target // what was asked about; empty for items
	Cells  []Cell       // in the order of the subjects
	By     int          // how many subjects reach it
	Joint  exposure.Share
}

// Shared is what subjects have in common: by the least low first, then by the least estimate, then by how many share it, then by kind
// and key.
type Shared struct {
	Nodes    []Dependency
	Measured int // nodes asked about, items aside
	LeftOut  int // nodes that enough subjects could reach and that were not asked about
}

// Find answers a question. The error is the context's, ErrSubjects or ErrAtLeast. See the package comment for its cost.
func Find(ctx context.Context, q Question) (*Shared, error) {
	if n := len(q.Subjects); n < 2 || n > MostSubjects || len(asSet(q.Subjects)) != n {
		return nil, ErrSubjects
	}
	if q.AtLeast == 0 {
		q.AtLeast = len(q.Subjects)
	}
	if q.AtLeast < 2 || q.AtLeast > len(q.Subjects) {
		return nil, ErrAtLeast
	}
	if q.Kinds == nil {
		q.Kinds = Kinds()
	}
	f := newFinder(&q)
	out := &Shared{}
	if slices.Contains(q.Kinds, Item) {
		out.Nodes = f.items()
	}
	candidates, err := f.candidates(ctx)
	if err != nil {
		return nil, err
	}
	out.Measured = min(len(candidates), mostMeasured, max(budget/max(len(f.n.Parts), 1), leastMeasured))
	out.LeftOut = len(candidates) - out.Measured
	for _, n := range candidates[:out.Measured] {
		d, err := f.measure(ctx, n)
		if err != nil {
			return nil, err
		}
		if d.By >= q.AtLeast {
			out.Nodes = append(out.Nodes, *d)
		}
	}
	v := f.v
	slices.SortStableFunc(out.Nodes, func(x, y Dependency) int {
		return cmp.Or(
			cmp.Compare(rounded(y.Joint.Low), rounded(x.Joint.Low)),
			cmp.Compare(known(y.Joint.Estimate), known(x.Joint.Estimate)),
			cmp.Compare(y.By, x.By),
			cmp.Compare(slices.Index(Kinds(), x.Kind), slices.Index(Kinds(), y.Kind)),
			cmp.Compare(v.Key(x.Node.Node), v.Key(y.Node.Node)),
			cmp.Compare(x.Stage, y.Stage),
		)
	})
	return out, nil
}

// rounded keeps noise of the solver out of the order.
func rounded(x float64) float64 { return math.Round(x*1e9) / 1e9 }

func known(x float64) float64 {
	if math.IsNaN(x) {
		return -1
	}
	return rounded(x)
}

func asSet(nodes []graph.Node) map[graph.Node]bool {
	set := make(map[graph.Node]bool, len(nodes))
	for _, n := range nodes {
		set[n] = true
	}
	return set
}

// measure asks how much each subject depends on a node.
func (f *finder) measure(ctx context.Context, n Node) (*Dependency, error) {
	d := &Dependency{Node: n, Target: f.target(n)}
	answer, err := f.Model.Ask(ctx, f.Figures, d.Target)
	if err != nil {
		return nil, err
	}
	for _, s := range f.Subjects {
		c := Cell{Subject: s, Tier: -1}
		if f.v.IsItem(s) {
			row := answer.Item(s)
			c.Verdict, c.Share = row.Verdict, row.Share
		} else {
			row := answer.Firm(s)
			c.Verdict, c.Share = row.Verdict, row.Share()
			if l := row.Line; l != nil {
				c.Certainty, c.Tier = l.Certainty, l.PossibleTier
				if l.NearestTier >= 0 {
					c.Tier = l.NearestTier
				}
			}
		}
		c.Reaches = c.Verdict == exposure.Exposed || c.Verdict == exposure.Linked || c.Verdict == exposure.Implied
		d.Cells = append(d.Cells, c)
	}
	d.join()
	return d, nil
}

// join counts who reaches the node, and takes what each of them depends on it by at least.
func (d *Dependency) join() {
	d.Joint = exposure.Share{Low: 1, High: 1, Estimate: 1}
	for _, c := range d.Cells {
		if c.Reaches {
			d.By++
			d.Joint.Low, d.Joint.High = min(d.Joint.Low, c.Share.Low), min(d.Joint.High, c.Share.High)
			d.Joint.Estimate = math.Min(d.Joint.Estimate, c.Share.Estimate) // NaN stays
		}
	}
	if d.By == 0 {
		d.Joint = exposure.Share{High: 1, Estimate: math.NaN()}
	}
}

// target asks about a node within the target of the question.
func (f *finder) target(n Node) graph.Target {
	t := f.Within
	switch n.Kind {
	case Firm:
		t.Firms = []graph.Node{n.Node}
	case Facility:
		t.Facilities = []graph.Node{n.Node}
	case CountryStage:
		t.Stages = []graph.Stage{n.Stage}
		t.Countries = []graph.Node{n.Node}
	default:
		t.Countries = []graph.Node{n.Node}
	}
	return t
}

package graphtest

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// ExposureQuestion asks the slow twin of exposure about a target, by readable ids. Empty lists set no condition.
type ExposureQuestion struct {
	Countries, Stages, Firms, Facilities, Owners, Items []string

	By      string             // LOCATION, OWNERSHIP or EITHER; empty is LOCATION
	Closed  bool               // the sellers on record are all there are
	Element string             // empty: the supply chain as a whole
	Holds   map[string]bool    // with an element: the items that hold it
	Mass    map[string]float64 // with an element: its mass in a unit of an item, where that is known
	Border  *ExposureBorder    // shipments over a border are the target, not outputs; nil: outputs are
}

// ExposureNeed is what the twin says of one need of a firm.
type ExposureNeed struct {
	Kind, Firm, Item           string // kind: line, output or step
	Group                      bool
	Low, High, Estimate        float64 // estimate is NaN where nothing is known
	Known, Assumed, Unknown    float64
	Verdict, Certainty         string
	NearestTier, PossibleTier  int
	DirectLow, DirectHigh      float64
	DirectEstimate             float64
	NoLink                     bool
	low, safe, value, resolved float64
}

// ExposureFirm is what the twin says of one firm.
type ExposureFirm struct {
	Needs              []ExposureNeed
	Verdict, Certainty string
	Member             bool
	Worst              float64 // NaN where no need has an estimate
	Nothing, Terminal  bool
}

// Exposure is the slow twin of exposure, of the network behind it and of the world market: written from the definitions over
// rows and ids, with every set found by search and every number by sweeps of the whole system from 0. Give it small worlds only.
type Exposure struct {
	*records
	q       ExposureQuestion
	outputs map[[2]string]*madeItem
	nodes   []node
	index   map[node]int
	opened  []opening
	member  []membership
	values  []fourNumbers
	tiers   []twoTiers
	markets map[string]*marketValue
	control map[string]map[string]bool
	asked   map[string]membership // by firm: how far it belongs to those named
}

// NewExposure reads the rows, lays out the network and solves the question.
func NewExposure(f *graph.Facts, day graph.Day, filter graph.Filter, q ExposureQuestion) *Exposure {
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
	for i := 0; i < len(x.nodes); i++ { // opening a node may add others
		x.opened = append(x.opened, x.open(x.nodes[i]))
		m := membership{}
		if q.Border == nil {
			m = x.memberOf(x.nodes[i])
		}
		x.member = append(x.member, m)
	}
	everybody := func(int) bool { return true }
	x.values = x.sweep(everybody, x.member, nil)
	x.tiers = x.search(everybody, x.member, nil)
	return x
}

// Firm gives the needs of a firm and its verdict.
func (x *Exposure) Firm(firm string) ExposureFirm {
	group := append([]string{firm}, x.held(firm, true)...)
	out := ExposureFirm{Worst: math.NaN()}
	for i, n := range x.nodes {
		out.Member = out.Member || n.kind == "output" && slices.Contains(group, n.firm) && x.member[i].high > 0
	}
	values, tiers, member := x.values, x.tiers, x.member
	if out.Member {
		inside := func(i int) bool { return slices.Contains(group, x.nodes[i].firm) }
		member = slices.Clone(x.member)
		for i := range member {
			if inside(i) {
				member[i] = membership{}
			}
		}
		values, tiers = x.sweep(inside, member, x.values), x.search(inside, member, x.tiers)
	}
	seen := map[int]bool{}
	for _, f := range append([]string{firm}, x.held(firm, false)...) {
		for i, n := range x.nodes {
			if n.firm == f && (n.kind == "output" || n.kind == "line" && len(x.boughtBy(f, n.item)) > 0) {
				for _, root := range x.roots(i, seen) {
					need := x.need(root, values[root], tiers[root], member)
					need.Group = f != firm
					out.Needs = append(out.Needs, need)
				}
			}
		}
	}
	x.judge(&out, group)
	return out
}

// roots are the needs that a node stands for.
func (x *Exposure) roots(i int, seen map[int]bool) []int {
	n, o := x.nodes[i], x.opened[i]
	if seen[i] || o.terminal || !x.asks(n.item) {
		return nil
	}
	seen[i] = true
	if n.kind == "line" {
		if len(x.boughtBy(n.firm, n.item)) == 0 && x.servesItself(n, o) {
			return nil
		}
		return []int{i}
	}
	if o.any && o.choices > 1 {
		return []int{i}
	}
	var all []int
	for _, to := range o.needs {
		all = append(all, x.roots(to, seen)...)
	}
	return all
}

// servesItself tells whether a line is met by the firm's own making alone.
func (x *Exposure) servesItself(n node, o opening) bool {
	for _, s := range o.suppliers {
		for _, to := range s.outputs {
			if !s.own || x.nodes[to].firm != n.firm || x.nodes[to].kind != "output" {
				return false
			}
		}
	}
	return len(o.suppliers) > 0
}

func (x *Exposure) asks(item string) bool { return x.q.Element == "" || x.q.Holds[item] }

func (x *Exposure) need(i int, v fourNumbers, t twoTiers, member []membership) ExposureNeed {
	n := x.nodes[i]
	known := min(v.low+v.safe, 1)
	need := ExposureNeed{
		Kind: n.kind, Firm: n.firm, Item: n.item, Low: v.low, High: 1 - v.safe, Estimate: min(max(v.estimate, v.low), 1-v.safe),
		Known: known, NearestTier: t.certain, PossibleTier: t.possible,
		low: v.low, safe: v.safe, value: v.estimate, resolved: v.resolved,
	}
	need.Assumed = min(max(v.resolved-known, 0), 1-known)
	need.Unknown = 1 - need.Known - need.Assumed
	if v.resolved < 1e-12 && v.estimate < 1e-12 && v.safe < 1 && v.low == 0 {
		need.Estimate = math.NaN()
	}
	need.DirectLow, need.DirectHigh, need.DirectEstimate = x.direct(i, member)
	switch {
	case v.low > 1e-12:
		need.Verdict = "EXPOSED"
	case t.certain >= 0:
		need.Verdict, need.Certainty = "LINKED", "CERTAIN"
	case t.possible >= 0:
		need.Verdict, need.Certainty = "LINKED", "POSSIBLE"
	case v.estimate > 1e-12:
		need.Verdict = "IMPLIED"
	case v.safe > 1-1e-9:
		need.Verdict = "NOT_EXPOSED"
	default:
		need.Verdict = "UNKNOWN"
		need.NoLink = v.resolved > 1-1e-9
	}
	return need
}

// judge takes the strongest need as the firm's verdict.
func (x *Exposure) judge(out *ExposureFirm, group []string) {
	made, ends := 0, 0
	for i, n := range x.nodes {
		if n.kind == "output" && slices.Contains(group, n.firm) {
			made++
			if x.opened[i].terminal {
				ends++
			}
		}
	}
	if len(out.Needs) == 0 {
		out.Verdict = "UNKNOWN"
		out.Nothing = made == 0
		if made > 0 && made == ends {
			out.Verdict, out.Terminal = "NOT_EXPOSED", true
		}
		return
	}
	order := []string{"EXPOSED", "LINKEDCERTAIN", "LINKEDPOSSIBLE", "IMPLIED", "UNKNOWN", "NOT_EXPOSED"}
	best := len(order)
	for _, need := range out.Needs {
		if !math.IsNaN(need.Estimate) && !(out.Worst >= need.Estimate) {
			out.Worst = need.Estimate
		}
		if at := slices.Index(order, need.Verdict+need.Certainty); at < best {
			best, out.Verdict, out.Certainty = at, need.Verdict, need.Certainty
		}
	}
}

package shared_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/shared"
)

// ask lays a view out for questions.
func ask(t testing.TB, v *graph.View) shared.Question {
	t.Helper()
	n, err := chain.Build(context.Background(), v)
	require.NoError(t, err)
	m, err := exposure.Compile(context.Background(), n, nil, false)
	require.NoError(t, err)
	return shared.Question{Model: m, Figures: market.NewIndex(v), Element: graph.NoNode}
}

// everything lists all that could be shared.
func everything(v *graph.View) []shared.Node {
	var all []shared.Node
	for kind, of := range map[shared.Kind]graph.NodeKind{shared.Firm: graph.KindFirm, shared.Facility: graph.KindFacility, shared.Country: graph.KindCountry} {
		first, end := v.Range(of)
		for n := first; n < end; n++ {
			all = append(all, shared.Node{Kind: kind, Node: n})
			if kind == shared.Country {
				for _, stage := range graph.Stages() {
					all = append(all, shared.Node{Kind: shared.CountryStage, Node: n, Stage: stage})
				}
			}
		}
	}
	for n := range graph.Node(v.Items()) {
		all = append(all, shared.Node{Kind: shared.Item, Node: n})
	}
	return all
}

// twin asks about everything there is, each by itself, from anew.
type twin struct {
	v       *graph.View
	q       shared.Question
	within  *graph.TargetSet
	network *chain.Network
}

// named tells whether the target names the node, and what to ask about.
func (w *twin) named(n shared.Node) (graph.Target, bool) {
	t := w.q.Within
	switch n.Kind {
	case shared.Firm:
		held := len(t.Firms) == 0
		for _, f := range t.Firms {
			held = held || f == n.Node || slices.ContainsFunc(w.v.Held(f), func(h graph.HeldFirm) bool { return h.Firm == n.Node })
		}
		t.Firms = []graph.Node{n.Node}
		return t, held
	case shared.Facility:
		named := len(t.Facilities) == 0 || slices.Contains(t.Facilities, n.Node)
		t.Facilities = []graph.Node{n.Node}
		return t, named
	case shared.CountryStage:
		named := w.within.HasCountry(n.Node) && w.within.HasStage(n.Stage)
		t.Countries, t.Stages = []graph.Node{n.Node}, []graph.Stage{n.Stage}
		return t, named
	}
	t.Countries = []graph.Node{n.Node}
	return t, w.within.HasCountry(n.Node)
}

func (w *twin) cells(t *testing.T, n shared.Node) (cells []shared.Cell, ok bool) {
	if slices.Contains(w.q.Subjects, n.Node) {
		return nil, false
	}
	if n.Kind == shared.Item {
		return w.itemCells(n.Node)
	}
	target, named := w.named(n)
	if !named {
		return nil, false
	}
	a, err := exposure.Ask(context.Background(), w.network, market.NewIndex(w.v), exposure.Question{Target: target})
	require.NoError(t, err)
	for _, s := range w.q.Subjects {
		c := shared.Cell{Subject: s}
		if w.v.IsItem(s) {
			row := a.Item(s)
			c.Verdict, c.Share = row.Verdict, row.Share
		} else {
			row := a.Firm(s)
			c.Verdict, c.Share = row.Verdict, row.Share()
		}
		c.Reaches = c.Verdict == exposure.Exposed || c.Verdict == exposure.Linked || c.Verdict == exposure.Implied
		cells = append(cells, c)
	}
	return cells, true
}

// builds lists every way to have an item, or to make it, each as the set of items it takes; choices are free each time.
func (w *twin) builds(item graph.Node, making bool) []map[graph.Node]bool {
	required := w.v.Requirement(item)
	ways := []map[graph.Node]bool{{}}
	if required.Any && len(required.Inputs) > 0 {
		ways = nil
		for _, input := range required.Inputs {
			ways = append(ways, w.builds(input, making && required.Grades)...)
		}
	} else {
		for _, input := range required.Inputs {
			var joined []map[graph.Node]bool
			for _, a := range ways {
				for _, b := range w.builds(input, false) {
					joined = append(joined, union(a, b))
				}
			}
			ways = joined
		}
	}
	if !making {
		for i := range ways {
			ways[i] = union(ways[i], map[graph.Node]bool{item: true})
			for _, class := range w.v.Above(item) {
				ways[i][class] = true
			}
		}
	}
	return ways
}

func union(a, b map[graph.Node]bool) map[graph.Node]bool {
	out := map[graph.Node]bool{}
	for _, m := range []map[graph.Node]bool{a, b} {
		for n := range m {
			out[n] = true
		}
	}
	return out
}

func (w *twin) itemCells(x graph.Node) (cells []shared.Cell, ok bool) {
	atStage := len(w.q.Within.Stages) == 0
	for _, s := range w.q.Within.Stages {
		atStage = atStage || w.v.AnswersTo(x, s)
	}
	if !atStage || !w.within.HasItem(x) {
		return nil, false
	}
	for _, s := range w.q.Subjects {
		c := shared.Cell{Subject: s}
		take := func(ways []map[graph.Node]bool) {
			all, some := true, false
			for _, way := range ways {
				all, some = all && way[x], some || way[x]
			}
			switch {
			case all:
				c.Reaches, c.Certainty, c.Share = true, exposure.Certain, exposure.Share{Low: 1, High: 1, Estimate: 1}
			case some && !c.Reaches:
				c.Reaches, c.Certainty, c.Share = true, exposure.Possible, exposure.Share{High: 1, Estimate: math.NaN()}
			}
		}
		if w.v.IsItem(s) {
			take(w.builds(s, false))
		} else {
			firms := []graph.Node{s}
			for _, h := range w.v.Held(s) {
				if !h.Unstated {
					firms = append(firms, h.Firm)
				}
			}
			for i := range w.network.Parts {
				p := &w.network.Parts[i]
				switch {
				case !slices.Contains(firms, p.Firm) || p.Gone || p.Graded:
				case p.Kind == chain.Output:
					take(w.builds(p.Item, true))
				case p.Kind == chain.Line && p.Bought:
					take(w.builds(p.Item, false))
				}
			}
		}
		cells = append(cells, c)
	}
	return cells, true
}

// drawWithin narrows some questions to a target.
func drawWithin(dice graphtest.Dice, s *graph.Snapshot, q graphtest.ExposureQuestion) graph.Target {
	if dice(2) == 0 {
		return graph.Target{}
	}
	return graphtest.TargetOf(s, q)
}

// drawScenario edits some views.
func drawScenario(t *testing.T, dice graphtest.Dice, v *graph.View) *graph.View {
	if dice(3) > 0 {
		return v
	}
	pick := func(kind graph.NodeKind) graph.Node {
		first, end := v.Range(kind)
		return first + graph.Node(dice(int(end-first)))
	}
	edit := graph.Edit{Remove: &graph.Target{Firms: []graph.Node{pick(graph.KindFirm)}}}
	if item := graph.Node(dice(v.Items())); dice(2) == 0 && v.InChain(item) {
		edit = graph.Edit{Add: &graph.Addition{Start: graph.MinDay, Plant: &graph.AddedPlant{Firm: pick(graph.KindFirm), Item: item, Country: pick(graph.KindCountry), Tonnes: float64(1 + dice(9))}}}
	}
	out, err := v.With(edit)
	require.NoError(t, err)
	return out
}

func TestTwinAgrees(t *testing.T) {
	kinds := map[string]int{}
	for seed := range uint64(graphtest.Worlds(t, 3_000)) {
		dice := rand.New(rand.NewPCG(seed, 23)).IntN
		facts := graphtest.DenseWorld(dice)
		day, filter, drawn := graphtest.DrawQuestion(dice, facts)
		s, err := graph.Build(facts)
		require.NoError(t, err)
		v, err := graph.NewView(s, day, filter)
		require.NoError(t, err)
		v = drawScenario(t, dice, v)
		q := ask(t, v)
		first, end := v.Range(graph.KindFirm)
		for range 2 + dice(2) {
			n := first + graph.Node(dice(int(end-first)))
			if dice(2) == 0 {
				n = graph.Node(dice(v.Items()))
			}
			if !slices.Contains(q.Subjects, n) {
				q.Subjects = append(q.Subjects, n)
			}
		}
		if len(q.Subjects) < 2 {
			continue
		}
		q.Within, q.AtLeast = drawWithin(dice, s, drawn), 2
		got, err := shared.Find(context.Background(), q)
		require.NoError(t, err)
		require.Zero(t, got.LeftOut)
		about := fmt.Sprintf("world %d, %s, %+v, within %+v, subjects %v", seed, day, filter, q.Within, v.Keys(q.Subjects))
		found := map[shared.Node]*shared.Dependency{}
		for i := range got.Nodes {
			found[got.Nodes[i].Node] = &got.Nodes[i]
		}
		w := &twin{v: v, q: q, within: graph.NewTargetSet(v, q.Within), network: q.Model.Network}
		for _, n := range everything(v) {
			if (n.Kind == shared.Country || n.Kind == shared.CountryStage) && dice(4) > 0 {
				continue // few are enough
			}
			cells, named := w.cells(t, n)
			by, joint := 0, exposure.Share{Low: 1, High: 1, Estimate: 1}
			for _, c := range cells {
				if c.Reaches {
					by++
					joint = exposure.Share{Low: min(joint.Low, c.Share.Low), High: min(joint.High, c.Share.High), Estimate: math.Min(joint.Estimate, c.Share.Estimate)}
				}
			}
			d := found[n]
			require.Equal(t, named && by >= 2, d != nil, "%s: %s %s %s %+v", about, n.Kind, v.Key(n.Node), n.Stage, cells)
			if d == nil {
				continue
			}
			kinds[string(n.Kind)]++
			require.Equal(t, by, d.By)
			require.True(t, same(joint, d.Joint), "%s: %s %s: %+v, not %+v", about, n.Kind, v.Key(n.Node), d.Joint, joint)
			for i, c := range cells {
				require.Equal(t, c.Subject, d.Cells[i].Subject)
				require.Equal(t, c.Reaches, d.Cells[i].Reaches, "%s: %s %s", about, n.Kind, v.Key(n.Node))
				require.Equal(t, c.Verdict, d.Cells[i].Verdict)
				require.True(t, same(c.Share, d.Cells[i].Share), "%s: %s %s", about, n.Kind, v.Key(n.Node))
				if n.Kind == shared.Item {
					require.Equal(t, c.Certainty, d.Cells[i].Certainty)
					kinds[string(c.Certainty)]++
				}
			}
		}
	}
	for _, kind := range append(texts(shared.Kinds()), "CERTAIN", "POSSIBLE") {
		require.Greater(t, kinds[kind], 10, "%s of %v", kind, kinds)
	}
	require.Greater(t, kinds["FIRM"], 50)
}

func texts(kinds []shared.Kind) (out []string) {
	for _, k := range kinds {
		out = append(out, string(k))
	}
	return out
}

func same(x, y exposure.Share) bool {
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-9 || math.IsNaN(a) && math.IsNaN(b) }
	return near(x.Low, y.Low) && near(x.High, y.High) && near(x.Estimate, y.Estimate)
}

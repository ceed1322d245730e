package exposure_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// TestScenarioIsTheEditedRecord draws worlds and edits until three thousand of them can be written into rows.
func TestScenarioIsTheEditedRecord(t *testing.T) {
	compared, kinds := 0, map[string]int{}
	for seed := uint64(0); compared < 3000; seed++ {
		dice := rand.New(rand.NewPCG(seed, 11)).IntN
		facts := graphtest.DenseWorld(dice)
		day, filter, q := graphtest.DrawQuestion(dice, facts)
		drawn := graphtest.DrawEdits(dice, facts)
		edited, ok := graphtest.EditFacts(facts, day, filter, drawn)
		if !ok {
			continue
		}
		compared++
		for _, e := range drawn {
			kinds[e.Kind]++
		}
		if problems := compareScenario(t, facts, edited, day, filter, q, drawn); len(problems) > 0 {
			t.Fatalf("world %d, %s, %+v, %+v\nedits %+v\n%s\nrecord\n%s\nedited\n%s", seed, day, filter, q, drawn,
				strings.Join(problems, "\n"), print(facts), print(edited.Facts))
		}
	}
	for _, kind := range []string{"remove", "limit", "sale", "plant", "delay"} {
		require.Greater(t, kinds[kind], 100, kind)
	}
}

func compareScenario(t *testing.T, facts *graph.Facts, edited *graphtest.EditedFacts, day graph.Day, filter graph.Filter,
	q graphtest.ExposureQuestion, drawn []graphtest.ScenarioEdit) []string {
	s, err := graph.Build(facts)
	require.NoError(t, err)
	base, err := graph.NewView(s, day, filter)
	require.NoError(t, err)
	v, err := base.With(graphtest.EditsOf(s, drawn)...)
	require.NoError(t, err)
	got := ask(t, v, question(s, q))
	other, err := graph.Build(edited.Facts)
	require.NoError(t, err)
	w, err := graph.NewView(other, day, filter)
	require.NoError(t, err)
	want := ask(t, w, question(other, q))
	var problems []string
	first, end := s.Range(graph.KindFirm)
	for f := first; f < end; f++ {
		twin, _ := other.Find(graph.KindFirm, s.Key(f))
		x, y := got.Firm(f), want.Firm(twin)
		dropped := dropKept(got, want, edited, &x, &y)
		problems = append(problems, sameLines(s.Key(f), got, want, x.Lines, y.Lines)...)
		if summary(&x) != summary(&y) && !dropped {
			problems = append(problems, fmt.Sprintf("%s: scenario %s, edited %s", s.Key(f), summary(&x), summary(&y)))
		}
	}
	for i := range s.Items() {
		item := graph.Node(i)
		if twin, _ := other.Item(s.Key(item)); s.InChain(item) {
			x, y := got.Market.Of(item), want.Market.Of(twin)
			problems = append(problems, compareNumbers("market of "+s.Key(item), []float64{x.Low, x.Estimate, x.High, x.Resolved, x.Here},
				[]float64{y.Low, y.Estimate, y.High, y.Resolved, y.Here})...)
		}
	}
	return problems
}

// dropKept leaves out needs that the edited rows show only because a sale of nothing keeps them.
func dropKept(got, want *exposure.Answer, edited *graphtest.EditedFacts, x, y *exposure.Row) bool {
	other := want.Network.View
	before := len(y.Lines)
	y.Lines = slices.DeleteFunc(y.Lines, func(l exposure.Line) bool {
		return edited.Kept[[2]string{other.Key(l.Firm), other.Key(l.Item)}] &&
			!slices.ContainsFunc(x.Lines, func(m exposure.Line) bool { return lineName(got, &m) == lineName(want, &l) })
	})
	return len(y.Lines) < before
}

func lineName(a *exposure.Answer, l *exposure.Line) string {
	s := a.Network.View
	return fmt.Sprint(a.Network.Parts[l.Part].Kind, " ", s.Key(l.Firm), " ", s.Key(l.Item), " ", s.Keys(l.Choices))
}

func summary(r *exposure.Row) string {
	certainty := exposure.Certainty("")
	if r.Line != nil {
		certainty = r.Line.Certainty
	}
	return fmt.Sprint(r.Verdict, certainty, r.Basis, r.Member, math.Round(r.Worst*1e8))
}

func sameLines(name string, a, b *exposure.Answer, got, want []exposure.Line) []string {
	var problems []string
	twins := map[string]*exposure.Line{}
	for i := range want {
		twins[lineName(b, &want[i])] = &want[i]
	}
	for i := range got {
		x := &got[i]
		key := lineName(a, x)
		y := twins[key]
		if y == nil {
			problems = append(problems, name+": only the scenario has "+key)
			continue
		}
		delete(twins, key)
		said := fmt.Sprint(x.Verdict, x.Certainty, x.Basis, x.NearestTier, x.PossibleTier)
		if edited := fmt.Sprint(y.Verdict, y.Certainty, y.Basis, y.NearestTier, y.PossibleTier); said != edited {
			problems = append(problems, name+"'s "+key+": scenario "+said+", edited "+edited)
		}
		problems = append(problems, compareNumbers(name+"'s "+key, numbers(x), numbers(y))...)
	}
	for key := range twins {
		problems = append(problems, name+": only the edited record has "+key)
	}
	return problems
}

func numbers(l *exposure.Line) []float64 {
	return []float64{l.Share.Low, l.Share.High, l.Share.Estimate, l.Direct.Low, l.Direct.High, l.Direct.Estimate,
		l.Coverage.Known, l.Coverage.Assumed, l.Coverage.Unknown}
}

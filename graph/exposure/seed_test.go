package exposure_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

// viewOf looks at facts on the day that the definitions were settled on.
func viewOf(t testing.TB, facts *graph.Facts) *graph.View {
	t.Helper()
	return graphtest.ViewOf(t, facts, graphtest.Settled, graph.Filter{})
}

func allFirms(v *graph.View) []graph.Node {
	var firms []graph.Node
	for first, end := v.Range(graph.KindFirm); first < end; first++ {
		firms = append(firms, first)
	}
	return firms
}

func rowsOf(t testing.TB, a *exposure.Answer) []exposure.Row {
	t.Helper()
	rows, err := a.Firms(context.Background(), allFirms(a.Network.View))
	require.NoError(t, err)
	return rows
}

// linked lists the firms of a verdict and certainty, in the order of the answer.
func linked(a *exposure.Answer, rows []exposure.Row, certainty exposure.Certainty) []string {
	var keys []string
	for i := range rows {
		if r := &rows[i]; r.Verdict == exposure.Linked && r.Line.Certainty == certainty {
			keys = append(keys, a.Network.View.Key(r.Subject))
		}
	}
	return keys
}

func verdicts(rows []exposure.Row) map[exposure.Verdict]int {
	count := map[exposure.Verdict]int{}
	for i := range rows {
		count[rows[i].Verdict]++
	}
	return count
}

func TestSeedChineseRefiners(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	a := ask(t, v, question(v.Snapshot, graphtest.ExposureQuestion{Countries: []string{"CN"}, Stages: []string{"SEPARATION"}}))
	rows := rowsOf(t, a)
	require.Equal(t, []string{"jl-mag"}, linked(a, rows, exposure.Certain))
	require.ElementsMatch(t, []string{"toyota", "tesla", "byd", "siemens-gamesa"}, linked(a, rows, exposure.Possible))
	t.Log(verdicts(rows))
	requireSound(t, a, rows)
}

func TestSeedChinaAtAnyStage(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	a := ask(t, v, question(v.Snapshot, graphtest.ExposureQuestion{Countries: []string{"CN"}}))
	rows := rowsOf(t, a)
	certain := linked(a, rows, exposure.Certain)
	require.Len(t, certain, 14)
	require.Subset(t, certain, []string{"apple", "bosch", "volkswagen", "toyota", "hyundai"})
	t.Log(verdicts(rows))
	requireSound(t, a, rows)
}

// requireSound holds every firm and line against what must be true of all answers.
func requireSound(t *testing.T, a *exposure.Answer, rows []exposure.Row) {
	t.Helper()
	require.Len(t, rows, len(allFirms(a.Network.View)))
	for i := range rows {
		r := &rows[i]
		key := a.Network.View.Key(r.Subject)
		require.Contains(t, []exposure.Verdict{exposure.Exposed, exposure.Linked, exposure.Implied, exposure.Undecided, exposure.NotExposed}, r.Verdict, key)
		for j := range r.Lines {
			l := &r.Lines[j]
			name := key + " " + a.Network.View.Key(l.Item)
			requireShare(t, name, l.Share)
			requireShare(t, name+" direct", l.Direct)
			require.InDelta(t, 1, l.Coverage.Known+l.Coverage.Assumed+l.Coverage.Unknown, 1e-12, name)
			for _, part := range []float64{l.Coverage.Known, l.Coverage.Assumed, l.Coverage.Unknown} {
				require.GreaterOrEqual(t, part, 0.0, name)
			}
			require.LessOrEqual(t, l.Direct.Low, l.Share.Low+1e-12, name)
			if l.Verdict == exposure.Exposed {
				require.GreaterOrEqual(t, l.PossibleTier, 1, name)
			}
			require.True(t, l.NearestTier < 0 || l.PossibleTier >= 0 && l.PossibleTier <= l.NearestTier, name)
		}
	}
}

func requireShare(t *testing.T, name string, s exposure.Share) {
	t.Helper()
	require.True(t, 0 <= s.Low && s.Low <= s.High && s.High <= 1+1e-12, "%s: %+v", name, s)
	if !math.IsNaN(s.Estimate) {
		require.True(t, s.Low-1e-12 <= s.Estimate && s.Estimate <= s.High+1e-12, "%s: %+v", name, s)
	}
}

// seedQuestions are questions of all kinds.
var seedQuestions = []graphtest.ExposureQuestion{
	{Countries: []string{"CN"}, Stages: []string{"SEPARATION"}},
	{Countries: []string{"CN"}},
	{Countries: []string{"CN"}, By: "OWNERSHIP"},
	{Countries: []string{"CN"}, By: "EITHER", Closed: true},
	{Countries: []string{"CN"}, Stages: []string{"MAGNET", "METAL"}},
	{Countries: []string{"US", "AU"}, Stages: []string{"MINE"}},
	{Countries: []string{"EU"}},
	{Stages: []string{"RECYCLING"}},
	{Firms: []string{"lynas"}},
	{Owners: []string{"northern-rare-earth"}},
	{Firms: []string{"jl-mag"}, Closed: true},
	{Items: []string{"dy-oxide"}, Countries: []string{"CN"}},
	{Items: []string{"rare-earth-magnet"}},
}

func TestSeedAnswersAreSound(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	for _, q := range seedQuestions {
		a := ask(t, v, question(knownOnly(t, v, q)))
		requireSound(t, a, rowsOf(t, a))
	}
}

func knownOnly(t *testing.T, v *graph.View, q graphtest.ExposureQuestion) (*graph.Snapshot, graphtest.ExposureQuestion) {
	t.Helper()
	for _, key := range slices.Concat(q.Countries, q.Firms, q.Owners, q.Items) {
		_, ok := v.Lookup(key)
		require.True(t, ok, key)
	}
	return v.Snapshot, q
}

// The order of rows in the files changes no bit of any answer.
func TestSeedAnswersDoNotDependOnTheOrderOfRows(t *testing.T) {
	facts := graphtest.SeedFacts(t)
	want := make([]string, len(seedQuestions))
	for round := range 3 {
		v := viewOf(t, facts)
		for i, q := range seedQuestions {
			got := bits(t, ask(t, v, question(v.Snapshot, q)))
			if round == 0 {
				want[i] = got
			}
			require.Equal(t, want[i], got, "%+v", q)
		}
		facts = shuffled(facts, uint64(round))
	}
}

func shuffled(facts *graph.Facts, seed uint64) *graph.Facts {
	out := *facts
	r := rand.New(rand.NewPCG(seed, 3))
	tables := reflect.ValueOf(&out).Elem()
	for i := range tables.NumField() {
		rows := reflect.MakeSlice(tables.Field(i).Type(), tables.Field(i).Len(), tables.Field(i).Len())
		reflect.Copy(rows, tables.Field(i))
		r.Shuffle(rows.Len(), reflect.Swapper(rows.Interface()))
		tables.Field(i).Set(rows)
	}
	return &out
}

// bits prints an answer about all firms and items to the last bit.
func bits(t testing.TB, a *exposure.Answer) string {
	t.Helper()
	var b strings.Builder
	v := a.Network.View
	rows := rowsOf(t, a)
	for i := range rows {
		r := &rows[i]
		fmt.Fprintf(&b, "%s %s %s %v %x %v\n", v.Key(r.Subject), r.Verdict, r.Basis, r.Member, r.Worst, r.Flags)
		for j := range r.Lines {
			l := &r.Lines[j]
			fmt.Fprintf(&b, "  %s %s %v %s %s %x %x %x %d %d %v\n", v.Key(l.Firm), v.Key(l.Item), v.Keys(l.Choices), l.Verdict, l.Certainty,
				l.Share, l.Direct, l.Coverage, l.NearestTier, l.PossibleTier, l.Flags)
		}
	}
	for i := range v.Items() {
		m := a.Item(graph.Node(i))
		fmt.Fprintf(&b, "%s %s %x %x %x %v\n", v.Key(m.Item), m.Verdict, m.Share, m.Direct, m.Coverage, m.Flags)
	}
	return b.String()
}

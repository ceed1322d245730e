package chokepoint_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func with(t *testing.T, v *graph.View, edits ...graph.Edit) *graph.View {
	t.Helper()
	edited, err := v.With(edits...)
	require.NoError(t, err)
	return edited
}

// Edits have the answers of rows that say the same.
func TestScenariosAreTheEditedRecord(t *testing.T) {
	compared, differ := 0, 0
	for seed := uint64(0); compared < 800; seed++ {
		dice := rand.New(rand.NewPCG(seed, 37)).IntN
		facts := graphtest.DenseWorld(dice)
		day, filter, q := graphtest.DrawLossQuestion(dice, facts)
		drawn := graphtest.DrawEdits(dice, facts)
		edited, ok := graphtest.EditFacts(facts, day, filter, drawn)
		real := func(s graph.Supply) bool {
			return slices.ContainsFunc(facts.Firms, func(f graph.Firm) bool { return f.ID == s.Supplier })
		}
		if !ok || len(edited.Kept) > 0 || !all(edited.Facts.Supplies, real) {
			continue // rows can keep a need without a seller only by a seller who is nobody, and who would count as a maker here
		}
		base := graphtest.ViewOf(t, facts, day, filter)
		v := with(t, base, graphtest.EditsOf(base.Snapshot, drawn)...)
		w := graphtest.ViewOf(t, edited.Facts, day, filter)
		q.Size = 1
		before, _ := answers(t, base, q)
		got, refused := answers(t, v, q)
		want, alsoRefused := answers(t, w, q)
		require.Equal(t, alsoRefused, refused, "world %d", seed)
		require.Equal(t, want, got, "world %d, %s, %+v\nedits %+v\n%s\nedited\n%s", seed, day, q, drawn, written(facts), written(edited.Facts))
		compared++
		if fmt.Sprint(before) != fmt.Sprint(got) {
			differ++
		}
	}
	require.Greater(t, differ, 100)
}

func all[T any](list []T, is func(T) bool) bool {
	return !slices.ContainsFunc(list, func(t T) bool { return !is(t) })
}

// answers gives the sets that stop something with what they leave, but for losses of what only an edit adds.
func answers(t *testing.T, v *graph.View, q graphtest.LossQuestion) (map[string]string, bool) {
	a, err := modelOf(t, v, readinessNames[q.Readiness]).Find(context.Background(), question(v, q))
	if err != nil {
		require.ErrorIs(t, err, chokepoint.ErrSubject)
		return nil, true
	}
	out := map[string]string{}
	round := func(x float64) float64 { return math.Round(x*1e8) / 1e8 }
	for name, sets := range map[string][]chokepoint.Set{"sets": a.Sets, "named": a.SingleNamed} {
		for _, s := range sets {
			if members := lossesOf(v, s.Members); len(members[0].ID) < 5 || members[0].ID[:5] != "edit-" {
				out[fmt.Sprint(name, members)] = fmt.Sprint(round(s.Leaves.Low), round(s.Leaves.High))
			}
		}
	}
	out["unknown"] = fmt.Sprint(sorted(v.Keys(a.UnknownSupply)))
	return out, false
}

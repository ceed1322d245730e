package chokepoint_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chokepoint"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

const nearly = 1e-9

// asked draws a world with something in it to ask about.
func asked(t *testing.T, seed uint64) (*graph.View, graphtest.LossQuestion, graph.Node, graphtest.Dice) {
	facts, day, filter, q, dice := drawn(seed)
	v := graphtest.ViewOf(t, facts, day, filter)
	of, _ := v.Lookup(q.Of)
	return v, q, of, dice
}

func pick(dice graphtest.Dice, from []chokepoint.Member, n int) []chokepoint.Member {
	var out []chokepoint.Member
	for range min(n, len(from)) {
		if m := from[dice(len(from))]; !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}

// Nothing lost leaves everything; more lost never leaves more; low is at most high; substitutes never leave less, and readier ones are
// among those less ready.
func TestLossesLeaveLessAndSubstitutesMore(t *testing.T) {
	raised, compared := 0, 0
	for seed := range uint64(500) {
		v, _, of, dice := asked(t, seed)
		var models []*chokepoint.Model
		for _, readiness := range readinesses {
			models = append(models, modelOf(t, v, readiness))
		}
		none, err := models[0].Leaves(of)
		if err != nil {
			continue
		}
		require.Equal(t, chokepoint.Range{Low: 1, High: 1}, none, "world %d", seed)
		for range 10 {
			set := pick(dice, models[0].Losses(), 3)
			before := none
			for k := range set {
				var last chokepoint.Range
				for i, m := range models {
					r, err := m.Leaves(of, set[:k+1]...)
					require.NoError(t, err)
					where := fmt.Sprintf("world %d, %v, readiness %d", seed, set[:k+1], i)
					require.True(t, r.Low >= 0 && r.Low <= r.High && r.High <= 1, where)
					require.True(t, i == 0 || last.Low <= r.Low+nearly && last.High <= r.High+nearly, where)
					if i > 0 && r.High > last.High+nearly {
						raised++
					}
					if i == 0 {
						require.True(t, r.Low <= before.Low+nearly && r.High <= before.High+nearly, where)
						before = r
						compared++
					}
					last = r
				}
			}
		}
	}
	require.Greater(t, raised, 20)
	require.Greater(t, compared, 5_000)
}

var readinesses = []chokepoint.Readiness{chokepoint.NoSubstitutes, chokepoint.Available, chokepoint.Limited, chokepoint.Research}

// Every set is minimal and leaves at most as much as was asked; what is left of more leaves a part of each of them, so that asking for more
// never takes a set away without giving a part of it.
func TestAskingForMoreLosesNoSet(t *testing.T) {
	covered := 0
	for seed := range uint64(500) {
		v, q, of, _ := asked(t, seed)
		m := modelOf(t, v, chokepoint.NoSubstitutes)
		var before *chokepoint.Answer
		for _, below := range []float64{0, 0.1, 0.3, 0.6} {
			a, err := m.Find(context.Background(), chokepoint.Question{Of: of, Size: min(q.Size, 2), Below: below})
			if err != nil {
				break
			}
			for _, set := range a.Sets {
				require.LessOrEqual(t, set.Leaves.High, below+nearly)
				for i := range set.Members {
					less, err := m.Leaves(of, slices.Delete(slices.Clone(set.Members), i, i+1)...)
					require.NoError(t, err)
					require.True(t, less.High > below || below == 0, "world %d: %v is not minimal", seed, set.Members)
				}
			}
			for i := range sets(before) {
				require.True(t, slices.ContainsFunc(a.Sets, func(s chokepoint.Set) bool { return within(s.Members, before.Sets[i].Members) }),
					"world %d: %v is lost at %v", seed, before.Sets[i].Members, below)
				covered++
			}
			before = a
		}
	}
	require.Greater(t, covered, 200)
}

func sets(a *chokepoint.Answer) []chokepoint.Set {
	if a == nil {
		return nil
	}
	return a.Sets
}

func within(part, set []chokepoint.Member) bool {
	return !slices.ContainsFunc(part, func(m chokepoint.Member) bool { return !slices.Contains(set, m) })
}

// Common losses are those of the products one by one, without the sets of which a part stops some product.
func TestCommonLossesAreThoseOfEachProduct(t *testing.T) {
	found := 0
	for seed := range uint64(500) {
		v, q, _, _ := asked(t, seed)
		m := modelOf(t, v, chokepoint.NoSubstitutes)
		size := min(q.Size, 2)
		common, err := m.Common(context.Background(), chokepoint.CommonQuestion{Size: size, Below: q.Below})
		require.NoError(t, err)
		want := map[string][]graph.Node{}
		single := map[chokepoint.Member]bool{}
		first, end := v.Range(graph.KindProduct)
		for p := first; p < end; p++ {
			if !v.InChain(p) {
				continue
			}
			a, err := m.Find(context.Background(), chokepoint.Question{Of: p, Size: size, Below: q.Below})
			require.NoError(t, err)
			for _, set := range a.Sets {
				want[fmt.Sprint(set.Members)] = append(want[fmt.Sprint(set.Members)], p)
				if len(set.Members) == 1 {
					single[set.Members[0]] = true
				}
			}
		}
		got, last := map[string]bool{}, end-first
		for _, c := range common.Sets {
			found++
			require.Len(t, c.Members, size)
			require.Equal(t, want[fmt.Sprint(c.Members)], c.Products, "world %d", seed)
			require.LessOrEqual(t, len(c.Products), int(last), "those that stop most come first")
			last, got[fmt.Sprint(c.Members)] = graph.Node(len(c.Products)), true
			require.False(t, size == 2 && slices.ContainsFunc(c.Members, func(m chokepoint.Member) bool { return single[m] }))
		}
		for p := first; p < end && v.InChain(p); p++ {
			a, _ := m.Find(context.Background(), chokepoint.Question{Of: p, Size: size, Below: q.Below})
			for _, set := range a.Sets {
				if len(set.Members) == size && (size == 1 || !slices.ContainsFunc(set.Members, func(m chokepoint.Member) bool { return single[m] })) {
					require.True(t, got[fmt.Sprint(set.Members)], "world %d: %v is missing", seed, set.Members)
				}
			}
		}
	}
	require.Greater(t, found, 100)
}

// The same question has the same answer, whoever asks at the same time, and an ended question says so.
func TestAnswersAreRepeatable(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	m := modelOf(t, v, chokepoint.NoSubstitutes)
	q := chokepoint.Question{Of: node(t, v, "f-35"), Size: 2, Below: 0.1}
	want, err := m.Find(context.Background(), q)
	require.NoError(t, err)
	done := make(chan *chokepoint.Answer)
	for range 4 {
		go func() {
			a, _ := m.Find(context.Background(), q)
			done <- a
		}()
	}
	for range 4 {
		require.Equal(t, want, <-done)
	}
	for _, bad := range []struct {
		size  int
		below float64
		want  error
	}{{0, 0.1, chokepoint.ErrSize}, {4, 0.1, chokepoint.ErrSize}, {1, 1, chokepoint.ErrBelow}, {1, -0.1, chokepoint.ErrBelow}} {
		_, err := m.Find(context.Background(), chokepoint.Question{Of: q.Of, Size: bad.size, Below: bad.below})
		require.ErrorIs(t, err, bad.want)
		_, err = m.Common(context.Background(), chokepoint.CommonQuestion{Size: bad.size, Below: bad.below})
		require.ErrorIs(t, err, bad.want)
	}
	for _, key := range []string{"dy", "CN", "lcm-ellesmere-alloy"} {
		_, err := m.Find(context.Background(), chokepoint.Question{Of: node(t, v, key), Size: 1, Below: 0.1})
		require.ErrorIs(t, err, chokepoint.ErrSubject, key)
	}
	cut, err := m.Find(context.Background(), chokepoint.Question{Of: q.Of, Size: 3, Below: 0.1, Limits: chokepoint.CutLimits{Sets: 2}})
	require.NoError(t, err)
	require.LessOrEqual(t, len(cut.Sets), 2)
	require.False(t, cut.Complete)
}

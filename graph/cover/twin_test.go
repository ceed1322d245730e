package cover_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func TestTwinAgreesOnMakers(t *testing.T) {
	short, again, partly := 0, 0, 0
	for seed := range uint64(graphtest.Worlds(t, 10_000)) {
		makers, q := graphtest.DrawMakers(rand.New(rand.NewPCG(seed, 23)).IntN)
		got, courses := makes(t, makers, q)
		want := graphtest.CoverTwin(makers, q)
		for i := range makers {
			for day := range want[i] {
				if math.Abs(want[i][day]-got[i][day]) > 1e-9 {
					t.Fatalf("world %d, maker %d, day %d: room %v, twin %v\n%+v\n%+v", seed, i, day, got[i][day], want[i][day], makers, q)
				}
			}
			sum := graphtest.CoverCourse(want[i])
			require.Equal(t, []int{sum.First, sum.Down}, []int{courses[i].First, courses[i].Down}, "world %d, maker %d", seed, i)
			require.InDelta(t, sum.Least, courses[i].Least, 1e-9, "world %d, maker %d", seed, i)
			require.InDelta(t, sum.Lost, courses[i].Lost, 1e-9, "world %d, maker %d", seed, i)
			if sum.First > 0 {
				short++
				if sum.Least > 0 {
					partly++
				}
				if sum.Down < q.Days-sum.First {
					again++
				}
			}
		}
	}
	t.Logf("%d makers run short, %d of them never stop altogether, %d run in full again", short, partly, again)
	require.Greater(t, short, 2_000)
	require.Greater(t, partly, 500)
	require.Greater(t, again, 500)
}

// one is a maker with one essential input from maker 0.
func one(stock float64, delay int, share float64, open cover.Schedule) []cover.Maker {
	sources := []cover.Source{{Maker: 0, Share: share, Delay: delay, Open: open}, {Maker: -1, Share: 1 - share, Delay: 1}}
	return []cover.Maker{{}, {Inputs: []cover.Input{{Essential: true, Cover: stock, Sources: sources}}}}
}

func lostForGood() map[int]cover.Schedule { return map[int]cover.Schedule{0: {{Day: 0}}} }

func TestClosedForms(t *testing.T) {
	whole := func(most int) *rapid.Generator[int] { return rapid.IntRange(0, most) }
	rapid.Check(t, func(rt *rapid.T) {
		delay, stock, end := 1+whole(9).Draw(rt, "delay"), whole(30).Draw(rt, "stock"), whole(60).Draw(rt, "end")
		_, c := makes(t, one(float64(stock), delay, 1, nil), cover.Question{Capacity: lostForGood(), Days: 200})
		require.Equal(rt, delay+stock, c[1].First, "a single source stops: what is on its way, then the stock")
		require.InDelta(rt, 200-delay-stock, c[1].Lost, 1e-9)

		back := cover.Question{Capacity: map[int]cover.Schedule{0: {{Day: 0}, {Day: end, Value: 1}}}, Days: 200}
		if end == 0 {
			back.Capacity[0] = cover.Schedule{{Day: 0, Value: 1}}
		}
		_, c = makes(t, one(float64(stock), delay, 1, nil), back)
		require.InDelta(rt, max(0, end-stock), c[1].Lost, 1e-9, "a source that is back on a day")

		pause := cover.Schedule{{Day: 3}, {Day: 3 + end, Value: 1}}
		if end == 0 {
			pause = nil
		}
		_, c = makes(t, one(float64(stock), delay, 1, pause), cover.Question{Days: 200})
		require.InDelta(rt, max(0, end-stock), c[1].Lost, 1e-9, "a pause of licences")

		quarters := rapid.IntRange(1, 4).Draw(rt, "quarters")
		lost := float64(quarters) / 4 // exact in float64, so that the day is that of the formula
		_, c = makes(t, one(float64(stock), delay, lost, nil), cover.Question{Capacity: lostForGood(), Days: 200})
		require.Equal(rt, delay+stock*4/quarters, c[1].First, "the stock bridges what is missing of each day")
		require.InDelta(rt, 1-lost, c[1].Least, 1e-9)
	})
}

// In a chain, what is on the way and in stock adds up, tier by tier.
func TestChainsAddUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		makers, due := []cover.Maker{{}}, []int{0}
		for i := range rapid.IntRange(1, 8).Draw(rt, "tiers") {
			stock, delay := rapid.IntRange(0, 20).Draw(rt, "stock"), rapid.IntRange(1, 9).Draw(rt, "delay")
			makers = append(makers, cover.Maker{Inputs: []cover.Input{{Essential: true, Cover: float64(stock), Sources: []cover.Source{{Maker: i, Share: 1, Delay: delay}}}}})
			due = append(due, due[i]+stock+delay)
		}
		_, courses := makes(t, makers, cover.Question{Capacity: lostForGood(), Days: 300})
		for i, c := range courses {
			require.Equal(rt, due[i], c.First, "tier %d", i)
		}
	})
}

// A ring keeps running until somebody disturbs it, whatever it has in stock.
func TestUndisturbedLoopsKeepRunning(t *testing.T) {
	ring := []cover.Maker{
		{Inputs: []cover.Input{{Essential: true, Sources: []cover.Source{{Maker: 1, Share: 1, Delay: 1}}}}},
		{Inputs: []cover.Input{{Essential: true, Sources: []cover.Source{{Maker: 0, Share: 0.5, Delay: 3}, {Maker: 1, Share: 0.5, Delay: 1}}}}}, {},
	}
	_, c := makes(t, ring, cover.Question{Capacity: map[int]cover.Schedule{2: {{Day: 0}}}, Days: 50})
	require.Equal(t, []int{-1, -1, 0}, []int{c[0].First, c[1].First, c[2].First})
	_, c = makes(t, ring, cover.Question{Capacity: map[int]cover.Schedule{0: {{Day: 5, Value: 0.5}, {Day: 6, Value: 1}}}, Days: 400})
	require.Equal(t, 8, c[1].First)
	require.Less(t, c[1].Least, 1.0)
}

// More lost, less in stock: nobody who was served from the first runs short later. Each draws on no more than one supplier's tier, so
// nothing can be saved by standing still.
func TestShortagesAreMonotone(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Uint64().Draw(rt, "seed")
		dice := rand.New(rand.NewPCG(seed, 5)).IntN
		makers := layered(dice)
		left := []float64{0, 0.3, 0.5, 1}[dice(4)]
		q := cover.Question{Capacity: map[int]cover.Schedule{0: {{Day: dice(5), Value: left}}}, Days: 150}
		_, before := makes(t, makers, q)
		q.Capacity[0][0].Value *= []float64{0, 0.5}[dice(2)]
		_, more := makes(t, makers, q)
		for i := range makers {
			require.LessOrEqual(rt, day(more[i]), day(before[i]), "more is lost: maker %d", i)
			require.LessOrEqual(rt, before[i].Lost, more[i].Lost+1e-9, "more is lost: maker %d", i)
		}
		for i := range makers {
			for j := range makers[i].Inputs {
				makers[i].Inputs[j].Cover += float64(dice(4))
				for k := range makers[i].Inputs[j].Sources {
					makers[i].Inputs[j].Sources[k].Delay += dice(2)
				}
			}
		}
		_, later := makes(t, makers, q)
		for i := range makers {
			require.GreaterOrEqual(rt, day(later[i]), day(more[i]), "more is in stock and on its way: maker %d", i)
		}
	})
}

func day(c cover.Course) int {
	if c.First < 0 {
		return math.MaxInt
	}
	return c.First
}

// layered draws makers with one input each, from some of those before.
func layered(dice graphtest.Dice) []cover.Maker {
	makers := []cover.Maker{{}}
	for i := 1; i < 2+dice(8); i++ {
		in := cover.Input{Essential: true, Cover: float64(dice(12)) / 2}
		left := 1.0
		for range 1 + dice(2) {
			share := left * []float64{0.5, 1}[dice(2)]
			left -= share
			in.Sources = append(in.Sources, cover.Source{Maker: dice(i), Share: share, Delay: 1 + dice(5)})
		}
		in.Sources = append(in.Sources, cover.Source{Maker: -1, Share: left, Delay: 1})
		makers = append(makers, cover.Maker{Inputs: []cover.Input{in}})
	}
	return makers
}

func TestQuestionsThatMakeNoSense(t *testing.T) {
	with := func(change func(in *cover.Input)) []cover.Maker {
		makers := one(1, 1, 1, nil)
		change(&makers[1].Inputs[0])
		return makers
	}
	for why, makers := range map[string][]cover.Maker{
		"cover":            with(func(in *cover.Input) { in.Cover = math.NaN() }),
		"weight":           with(func(in *cover.Input) { in.Essential, in.Weight = false, 2 }),
		"share":            with(func(in *cover.Input) { in.Sources[0].Share = -1 }),
		"a day at least":   with(func(in *cover.Input) { in.Sources[0].Delay = 0 }),
		"none is number 2": with(func(in *cover.Input) { in.Sources[0].Maker = 2 }),
		"comes after":      with(func(in *cover.Input) { in.Sources[0].Open = cover.Schedule{{Day: 2}, {Day: 2}} }),
		"between 0 and 1":  with(func(in *cover.Input) { in.Sources[0].Open = cover.Schedule{{Day: 2, Value: 1.5}} }),
	} {
		_, err := cover.Simulate(context.Background(), makers, cover.Question{Days: 1})
		require.ErrorContains(t, err, why)
	}
	for why, q := range map[string]cover.Question{
		"-1 days":     {Days: -1},
		"none is":     {Capacity: map[int]cover.Schedule{2: nil}},
		"maker 0: th": {Capacity: map[int]cover.Schedule{0: {{Value: 2}}}},
	} {
		_, err := cover.Simulate(context.Background(), one(1, 1, 1, nil), q)
		require.ErrorContains(t, err, why)
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	gone := errors.New("the client is gone")
	cancel(gone)
	_, err := cover.Simulate(ctx, one(1, 1, 1, nil), cover.Question{Days: 1})
	require.ErrorIs(t, err, gone)
}

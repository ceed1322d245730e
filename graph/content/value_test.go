package content

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
)

// drawn draws a balance of up to three rare earths; ends may be exact, zero, or without bound.
func drawn(dice *rand.Rand) *balance {
	bounds := func(most float64) Bounds {
		low := dice.Float64() * most
		switch dice.IntN(6) {
		case 0:
			return exactly(low)
		case 1:
			return Bounds{0, low}
		case 2:
			return exactly(0)
		}
		return Bounds{low, low + dice.Float64()*(most-low)}
	}
	price := func() Bounds {
		if dice.IntN(4) == 0 {
			return anything
		}
		low := 0.01 + dice.Float64()*100
		return Bounds{low, low * (1 + dice.Float64()*3)}
	}
	b := &balance{good: price(), sure: dice.IntN(4) > 0}
	for e := range dice.IntN(4) {
		t := term{element: graph.Node(e), amount: bounds(0.01), part: bounds(1), price: price()}
		if dice.IntN(5) == 0 {
			t.amount.High = math.Inf(1)
		}
		b.terms = append(b.terms, t)
	}
	return b
}

// corners is the slow twin of share: the least and largest value of the formula over every choice of an end of every number. An end without
// bound stands for numbers as large as you like.
func corners(b *balance) Bounds {
	const large = 1e30
	ends := []*Bounds{&b.good}
	for i := range b.terms {
		ends = append(ends, &b.terms[i].amount, &b.terms[i].part, &b.terms[i].price)
	}
	least, largest := math.Inf(1), 0.0
	for choice := range 1 << len(ends) {
		x := make([]float64, len(ends))
		for i, e := range ends {
			x[i] = e.Low
			if choice>>i&1 == 1 {
				x[i] = min(e.High, large)
			} else if i == 0 && e.Low == 0 {
				x[i] = 1 / large
			}
		}
		value := 0.0
		for i := range b.terms {
			value += x[1+3*i] * x[2+3*i] * x[3+3*i]
		}
		share := min(1, value/x[0])
		least, largest = min(least, share), max(largest, share)
	}
	return Bounds{least, largest}
}

func TestShareIsWhatTheCornersSay(t *testing.T) {
	seen := map[Verdict]int{}
	for seed := range uint64(3000) {
		dice := rand.New(rand.NewPCG(seed, 1))
		b := drawn(dice)
		got, want := b.share(), corners(b)
		require.InDelta(t, want.Low, got.Low, 1e-9, "seed %d", seed)
		require.InDelta(t, want.High, got.High, 1e-9, "seed %d", seed)
		require.LessOrEqual(t, got.Low, got.High, "seed %d", seed)
		threshold := []float64{0.001, 0.01, 0.2, 1}[dice.IntN(4)]
		v := b.verdict(threshold)
		seen[v]++
		switch {
		case want.High < threshold*(1-1e-9):
			require.Equal(t, No, v, "seed %d", seed)
		case want.Low > threshold && b.sure:
			require.Equal(t, Yes, v, "seed %d", seed)
		}
		if !b.sure {
			require.NotEqual(t, Yes, v, "seed %d", seed)
		}
	}
	for _, v := range []Verdict{Yes, No, Unknown} {
		require.Greater(t, seen[v], 100, v)
	}
}

// More of anything in the numerator never lowers the share, and a dearer good never raises it; what is known better never undoes a verdict.
func TestShareIsMonotone(t *testing.T) {
	for seed := range uint64(3000) {
		dice := rand.New(rand.NewPCG(seed, 2))
		b := drawn(dice)
		before, verdict := b.share(), b.verdict(0.01)

		more := *b
		more.terms = slices.Clone(b.terms)
		grow := 1 + dice.Float64()
		for i := range more.terms {
			t := &more.terms[i]
			for _, end := range []*Bounds{&t.amount, &t.part, &t.price}[dice.IntN(3):] {
				end.Low, end.High = end.Low*grow, end.High*grow
			}
		}
		after := more.share()
		require.GreaterOrEqual(t, after.Low, before.Low*(1-1e-12), "seed %d", seed)
		require.GreaterOrEqual(t, after.High, before.High*(1-1e-12), "seed %d", seed)

		dearer := *b
		dearer.good = Bounds{b.good.Low * grow, b.good.High * grow}
		require.LessOrEqual(t, dearer.share().Low, before.Low*(1+1e-12), "seed %d", seed)
		require.LessOrEqual(t, dearer.share().High, before.High*(1+1e-12), "seed %d", seed)

		for _, f := range b.open() {
			if f.at == nil || math.IsInf(f.at(b).High, 1) {
				continue
			}
			inside := b.held(f, dice.IntN(2) == 0)
			require.GreaterOrEqual(t, inside.share().Low, before.Low*(1-1e-12), "seed %d", seed)
			require.LessOrEqual(t, inside.share().High, before.High*(1+1e-12), "seed %d", seed)
			if verdict != Unknown {
				require.Equal(t, verdict, inside.verdict(0.01), "seed %d", seed)
			}
		}
	}
}

// The deciding fact is the best of all open ones by the stated rule, tried one by one.
func TestDecidingFact(t *testing.T) {
	seen := map[FactKind]int{}
	order := []FactKind{Origin, Amount, ScopeOfRule, GoodPrice, MaterialPrice}
	for seed := range uint64(3000) {
		b := drawn(rand.New(rand.NewPCG(seed, 3)))
		got, ok := b.deciding(0.01)
		if v := b.verdict(0.01); v != Unknown {
			require.False(t, ok, "seed %d", seed)
			continue
		}
		facts := b.open()
		require.Equal(t, len(facts) > 0, ok, "seed %d", seed)
		if !ok {
			continue
		}
		most := 0
		for i, f := range facts {
			most = max(most, b.decides(f, 0.01))
			if i > 0 {
				require.LessOrEqual(t, slices.Index(order, facts[i-1].kind), slices.Index(order, f.kind), "seed %d", seed)
			}
		}
		require.Equal(t, most, b.decides(got, 0.01), "seed %d", seed)
		seen[got.kind]++
	}
	for _, kind := range order {
		require.Positive(t, seen[kind], kind)
	}
}

// At the threshold itself the rule reaches; just below it does not. Rounding does not decide.
func TestThresholdEdges(t *testing.T) {
	at := func(kg, part, price, good float64) Verdict {
		b := &balance{terms: []term{{amount: exactly(kg), part: exactly(part), price: exactly(price)}}, good: exactly(good), sure: true}
		return b.verdict(0.001)
	}
	require.Equal(t, Yes, at(0.01, 0.1, 100, 100))
	require.Equal(t, Yes, at(0.1, 0.1, 0.3, 3)) // 0.1·0.1·0.3/3 is a hair off 0.001 by rounding
	require.Equal(t, No, at(0.00999, 0.1, 100, 100))
	require.Equal(t, No, at(0, 1, 100, 1))
	require.Equal(t, No, (&balance{good: anything, sure: true}).verdict(0.001)) // nothing of the rule in it: proven without any price
	require.Equal(t, Yes, at(1, 1, 5, 1))                                       // no part is worth more than the whole
}

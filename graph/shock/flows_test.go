package shock_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph/shock"
)

func drawFlows(r *rand.Rand) *shock.Flows {
	f := &shock.Flows{Class: make([][]shock.Class, 3), Replaceable: r.IntN(2) == 0}
	for s := range f.Class {
		for range f.Class {
			f.Class[s] = append(f.Class[s], shock.Class(r.IntN(3)))
		}
	}
	firms := 4 + r.IntN(60)
	for range firms {
		f.Sector = append(f.Sector, int32(r.IntN(3)))
	}
	for range firms * (1 + r.IntN(3)) {
		f.Supplier, f.Buyer = append(f.Supplier, int32(r.IntN(firms-firms/4))), append(f.Buyer, int32(r.IntN(firms)))
		f.Weight = append(f.Weight, float64(1+r.IntN(9)))
	}
	return f
}

// The risk of a firm is the loss of a shock that ends it, whichever firms are asked about and whatever was asked before.
func TestRisksAreLossesOfShocks(t *testing.T) {
	links := 0
	for seed := range uint64(300) {
		f := drawFlows(rand.New(rand.NewPCG(seed, 5)))
		e, err := f.Compile(context.Background())
		require.NoError(t, err)
		f.DownOnly = true
		down, err := f.Compile(context.Background())
		require.NoError(t, err)
		all, err := e.SystemicRisk(context.Background(), nil)
		require.NoError(t, err)
		some := []int32{2, 0, 2}
		part, err := e.SystemicRisk(context.Background(), some)
		require.NoError(t, err)
		alone, err := down.SystemicRisk(context.Background(), some)
		require.NoError(t, err)
		capacity := make([]float64, len(f.Sector))
		for i := range capacity {
			capacity[i] = 1
		}
		for k, firm := range some {
			require.Equal(t, all[firm], part[k])
			capacity[firm] = 0
			left, err := e.Shock(context.Background(), capacity)
			require.NoError(t, err)
			links += left.Links
			requireTotal(t, e.Loss(left, nil), part[k])
			left, err = down.Shock(context.Background(), capacity)
			require.NoError(t, err)
			require.Equal(t, capacity, left.Up, "nobody loses for want of buyers")
			requireTotal(t, down.Loss(left, nil), alone[k])
			require.InDelta(t, part[k].Down, alone[k].Down, 1e-9)
			capacity[firm] = 1
		}
	}
	require.Positive(t, links)
}

func requireTotal(t *testing.T, want, got shock.Total) {
	t.Helper()
	require.InDelta(t, want.Both, got.Both, 1e-9)
	require.InDelta(t, want.Down, got.Down, 1e-9)
	require.InDelta(t, want.Up, got.Up, 1e-9)
}

// What is cut off is never more than is lost, and all of it where the cutoff is nothing.
func TestCutoffLeavesOutSmallLosses(t *testing.T) {
	less := 0
	for seed := range uint64(300) {
		f := drawFlows(rand.New(rand.NewPCG(seed, 6)))
		e, err := f.Compile(context.Background())
		require.NoError(t, err)
		f.Cutoff = 0.2
		cut, err := f.Compile(context.Background())
		require.NoError(t, err)
		full, err := e.SystemicRisk(context.Background(), nil)
		require.NoError(t, err)
		screened, err := cut.SystemicRisk(context.Background(), nil)
		require.NoError(t, err)
		for i := range full {
			require.LessOrEqual(t, screened[i].Both, full[i].Both+1e-9)
			require.GreaterOrEqual(t, screened[i].Both, 0.0)
			if math.Abs(screened[i].Both-full[i].Both) > 1e-3 {
				less++
			}
		}
	}
	require.Positive(t, less)
}

func TestRiskOfNoFirmIsAnError(t *testing.T) {
	e, err := drawFlows(rand.New(rand.NewPCG(1, 1))).Compile(context.Background())
	require.NoError(t, err)
	for _, firm := range []int32{-1, 1000} {
		_, err := e.SystemicRisk(context.Background(), []int32{firm})
		require.ErrorContains(t, err, "is no firm")
	}
}

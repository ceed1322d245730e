package main

import (
	"runtime"
	"slices"
	"time"
)

// Limits are what this machine can do in Go on one thread, without the structure of a network: measured in the same run as everything
// else, at the sizes of the network.
type Limits struct {
	SequentialGBs float64 // reading memory in order
	Gather8       float64 // ns a link: picking 8 bytes at random
	SweepOne      float64 // ns a link: picking 8 bytes at random, times a weight
	SweepPair     float64 // ns a link: picking a pair of 8 bytes at random, times a weight
}

// measureLimits takes the best of some rounds.
func measureLimits(nodes, links int) Limits {
	ids, weights := make([]uint32, links), make([]float64, links)
	state := uint64(1)
	for i := range ids {
		state = state*6364136223846793005 + 1442695040888963407
		ids[i], weights[i] = uint32(state>>33)%uint32(nodes), 0.5
	}
	words, pairs := make([]uint64, nodes), make([][2]float64, nodes)
	large := make([]uint64, 1<<25)
	var l Limits
	l.SequentialGBs = float64(len(large)*8) / best(func() {
		sum := uint64(0)
		for i := 0; i+8 <= len(large); i += 8 {
			v := large[i : i+8 : i+8]
			sum += v[0] + v[1] + v[2] + v[3] + v[4] + v[5] + v[6] + v[7]
		}
		runtime.KeepAlive(sum)
	})
	l.Gather8 = best(func() {
		sum := uint64(0)
		for _, n := range ids {
			sum |= words[n]
		}
		runtime.KeepAlive(sum)
	}) / float64(links)
	numbers := make([]float64, nodes)
	l.SweepOne = best(func() {
		x := 0.0
		for i, n := range ids {
			x += weights[i] * numbers[n]
		}
		runtime.KeepAlive(x)
	}) / float64(links)
	l.SweepPair = best(func() {
		x, z := 0.0, 0.0
		for i, n := range ids {
			w, p := weights[i], &pairs[n]
			x += w * p[0]
			z += w * p[1]
		}
		runtime.KeepAlive(x + z)
	}) / float64(links)
	return l
}

// best is the shortest of seven rounds in nanoseconds.
func best(work func()) float64 {
	var rounds []time.Duration
	for range 7 {
		start := time.Now()
		work()
		rounds = append(rounds, time.Since(start))
	}
	return float64(slices.Min(rounds).Nanoseconds())
}

package concentration

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Marks that regulators set.
const (
	// HighlyConcentrated is the HHI above which the merger guidelines of the US Department of Justice and the Federal Trade
	// Commission (2023) call a market highly concentrated: 1,800 of 10,000.
	HighlyConcentrated = 0.18
	// ThirdCountryCap is the largest part of a strategic raw material that the EU wants to draw from one third country, at any
	// stage, by 2030 (Regulation (EU) 2024/1252, Article 5).
	ThirdCountryCap = 0.65
)

// Mark says on which side of a mark a number lies.
type Mark string

// The sides of a mark.
const (
	Above     Mark = "ABOVE"     // for all that is unknown
	NotAbove  Mark = "NOT_ABOVE" // whatever the unknown part is
	Undecided Mark = "UNDECIDED" // the unknown part decides
)

// MarkOf compares an interval with a mark.
func MarkOf(i graph.Interval, mark float64) Mark {
	switch {
	case i.Low > mark:
		return Above
	case i.High <= mark:
		return NotAbove
	}
	return Undecided
}

// Holding is the share of one party in a market. With Open, a part of what is not stated may belong to it.
type Holding struct {
	Share float64 // 0 to 1
	Open  bool
}

// Measures say how concentrated a market is, each as the interval that what is not stated allows.
type Measures struct {
	HHI   graph.Interval // Herfindahl-Hirschman index, 0 to 1; times 10,000 in the units of merger guidelines
	Top1  graph.Interval // share of the largest party
	Top3  graph.Interval // share of the three largest
	Cover graph.Interval // N-1 cover: the share left when the largest party is lost
	Rest  float64        // the share that belongs to nobody named
}

// Measure works out the measures of a market. Shares that add to more than 1 by rounding stand as they are. The rest r = 1 − Σs
// may be split over any number of unnamed parties or be one: it adds 0 to r² to the index. What may belong to a party that is
// named (Open) adds up to r² + 2rs, at the largest such share s. It costs a sort.
func Measure(holdings []Holding) Measures {
	shares := make([]float64, len(holdings))
	total, open := 0.0, math.NaN()
	for i, h := range holdings {
		shares[i] = h.Share
		total += h.Share
		if h.Open && !(open > h.Share) {
			open = h.Share
		}
	}
	slices.SortFunc(shares, func(a, b float64) int { return -compare(a, b) })
	rest := max(0, 1-total)
	if rest < 1e-12 {
		rest = 0
	}
	index := 0.0
	for _, s := range shares {
		index += s * s
	}
	grown := 0.0 // the share of the party that the whole rest falls to, before it does
	if open > 0 {
		grown = open
	}
	m := Measures{
		HHI:  graph.Between(index, index+rest*rest+2*grown*rest),
		Top1: graph.Between(top(shares, 1), max(top(shares, 1), grown+rest)),
		Top3: graph.Between(top(shares, 3), topWith(shares, 3, grown, rest)),
		Rest: rest,
	}
	m.Cover = graph.Between(max(0, 1-m.Top1.High), max(0, 1-m.Top1.Low))
	return m
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// top adds the k largest of shares in descending order.
func top(shares []float64, k int) float64 {
	sum := 0.0
	for _, s := range shares[:min(k, len(shares))] {
		sum += s
	}
	return sum
}

// topWith is the most that the k largest can hold when the rest falls to one unnamed party, or to a named one that holds grown.
func topWith(shares []float64, k int, grown, rest float64) float64 {
	if grown > 0 {
		// The party with grown is either among the k largest anyway, or takes the place of the last of them.
		if at := slices.Index(shares, grown); at >= k {
			return max(top(shares, k), top(shares, k-1)+grown+rest)
		}
		return top(shares, k) + rest
	}
	return max(top(shares, k), top(shares, k-1)+rest)
}

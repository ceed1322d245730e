package api

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph"
)

// The helpers below turn cells into nullable values: an empty cell is null, never zero.

func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func word[T ~string](w T) *T {
	if w == "" {
		return nil
	}
	return &w
}

func number(n graph.Number) *float64 {
	if !n.Known {
		return nil
	}
	return &n.Value
}

// part turns percent into a part of 1.
func part(n graph.Number) *float64 {
	if !n.Known {
		return nil
	}
	x := n.Value / 100
	return &x
}

func whole(n graph.Integer) *int {
	if !n.Known {
		return nil
	}
	i := int(n.Value)
	return &i
}

func truth(t graph.Truth) *bool {
	if t == "" {
		return nil
	}
	b := t == graph.True
	return &b
}

// finite is null for NaN.
func finite(x float64) *float64 {
	if math.IsNaN(x) {
		return nil
	}
	return &x
}

// links is null for the -1 that stands for no chain.
func links(n int) *int {
	if n < 0 {
		return nil
	}
	return &n
}

// head gives the first of a list, as many as asked; counts below 0 give none.
func head[T any](list []T, first int) []T { return list[:min(max(first, 0), len(list))] }

package generate

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph/shock"
)

// Economy is the network as flows, one sector an item. What a line does not state comes from one more firm an item, which nothing hits:
// these firms follow the nodes. Some 55 percent of the pairs of items are essential.
func (n *Network) Economy() *shock.Flows {
	f := &shock.Flows{Sector: slices.Clone(n.Item), DownOnly: true}
	for item := range n.Recipes {
		f.Sector = append(f.Sector, int32(item))
	}
	r := random{state: n.Seed ^ 0xe}
	f.Class = classes(len(n.Recipes), []int{0, 450, 550}, &r)
	f.Supplier, f.Buyer, f.Weight = slices.Clone(n.Supplier), slices.Clone(n.Buyer), slices.Clone(n.Share)
	stated, buyer, item := make([]float64, n.Lines), make([]int32, n.Lines), make([]int32, n.Lines)
	for i, line := range n.Line {
		stated[line] += n.Share[i]
		buyer[line], item[line] = n.Buyer[i], n.Item[n.Supplier[i]]
	}
	for line, sum := range stated {
		if rest := 1 - sum; rest > 1e-3 {
			f.Supplier, f.Buyer = append(f.Supplier, int32(n.Nodes)+item[line]), append(f.Buyer, buyer[line])
			f.Weight = append(f.Weight, rest)
		}
	}
	return f
}

// classes draws what sectors are to each other, by weights that add to 1,000.
func classes(sectors int, weights []int, r *random) [][]shock.Class {
	c := make([][]shock.Class, sectors)
	for s := range c {
		c[s] = make([]shock.Class, sectors)
		for k := range c[s] {
			c[s][k] = shock.Class(r.pick(weights))
		}
	}
	return c
}

// EconomyA draws an economy with heavy tails on both sides and some ten links a firm, in which three firms in ten sell to no other:
// network A of the measurements of systemic risk.
func EconomyA(firms int, seed uint64) *shock.Flows {
	r := &random{state: seed ^ 0xa}
	f := newEconomy(firms, 64, r)
	for i := range firms {
		if i%10 < 3 {
			continue // sells to no firm
		}
		for range 9 + min(paretoOf(r), firms/20) {
			if j := r.skewed(firms, 2); j != i { // large buyers buy from more
				f.flow(i, j, r)
			}
		}
	}
	return shuffled(f, r)
}

// EconomyB draws an economy by the recipe that the authors of ESRIcascade.jl measure with: sales with a tail of exponent 2.3, at most
// 128 buyers, to buyers that are drawn evenly; nearly everybody sells. Network B.
func EconomyB(firms int, seed uint64) *shock.Flows {
	r := &random{state: seed ^ 0xb}
	f := newEconomy(firms, 50, r)
	for i := range firms {
		for range min(4+paretoOf(r), 128) {
			if j := r.below(firms); j != i {
				f.flow(i, j, r)
			}
		}
	}
	return shuffled(f, r)
}

// paretoOf draws whole numbers from 1 with P(x ≥ k) about k^-1.3: as many halvings as coins fall, and a place within.
func paretoOf(r *random) int {
	octave := 1
	for r.below(1000) >= 594 { // 1 - 2^-1.3
		octave *= 2
	}
	return octave + r.below(octave)
}

type economy struct{ *shock.Flows }

func newEconomy(firms, sectors int, r *random) economy {
	f := economy{&shock.Flows{Sector: make([]int32, firms), Replaceable: true}}
	f.Class = classes(sectors, []int{709, 119, 172}, r) // as often as in the survey of the published matrix
	for i := range f.Sector {
		f.Sector[i] = int32(r.skewed(sectors, 2))
	}
	return f
}

func (f economy) flow(from, to int, r *random) {
	f.Supplier, f.Buyer = append(f.Supplier, int32(from)), append(f.Buyer, int32(to))
	f.Weight = append(f.Weight, float64(1+r.skewed(10_000, 4)))
}

// shuffled gives the firms other numbers, so that these say nothing.
func shuffled(f economy, r *random) *shock.Flows {
	to := r.permutation(len(f.Sector))
	sector := make([]int32, len(to))
	for old, now := range to {
		sector[now] = f.Sector[old]
	}
	f.Sector = sector
	for k := range f.Supplier {
		f.Supplier[k], f.Buyer[k] = to[f.Supplier[k]], to[f.Buyer[k]]
	}
	return f.Flows
}

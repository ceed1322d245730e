package generate

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"

	"github.com/lodestone-graph/lodestone/graph/solve"
)

// Statistics describe a network.
type Statistics struct {
	Nodes, Edges, Lines   int
	Core                  float64 // part of the nodes in the largest component
	NoBuyers, NoSuppliers float64 // parts of the nodes
	Gaps                  float64 // part of the lines that do not state all
	EdgesPerLine          float64
	MostBuyers            int     // of one node
	Leak                  float64 // part of the weight of core members that comes from outside the core or is not stated
}

// System is the network as the solver takes it.
func (n *Network) System() *solve.System {
	s := &solve.System{Rules: make([]solve.Rule, n.Nodes), Buyer: n.Buyer, Supplier: n.Supplier, Share: n.Weight}
	for i, ends := range n.Ends {
		if ends {
			s.Rules[i] = solve.Ends
		}
	}
	return s
}

// Statistics measures the network.
func (n *Network) Statistics() Statistics {
	s := Statistics{Nodes: n.Nodes, Edges: len(n.Supplier), Lines: n.Lines, EdgesPerLine: float64(len(n.Supplier)) / float64(n.Lines)}
	buyers, suppliers := make([]int, n.Nodes), make([]int, n.Nodes)
	stated := make([]float64, n.Lines)
	for i := range n.Supplier {
		buyers[n.Supplier[i]]++
		suppliers[n.Buyer[i]]++
		stated[n.Line[i]] += n.Share[i]
	}
	for i := range n.Nodes {
		s.MostBuyers = max(s.MostBuyers, buyers[i])
		if buyers[i] == 0 {
			s.NoBuyers += 1 / float64(n.Nodes)
		}
		if suppliers[i] == 0 {
			s.NoSuppliers += 1 / float64(n.Nodes)
		}
	}
	for _, total := range stated {
		if total < 0.96 {
			s.Gaps += 1 / float64(n.Lines)
		}
	}
	if g, err := solve.Compile(context.Background(), n.System()); err == nil {
		_, _, largest := g.Cores()
		s.Core = float64(largest) / float64(n.Nodes)
		s.Leak = g.Leak()
	}
	return s
}

// Checksum identifies the network bit for bit.
func (n *Network) Checksum() string {
	h := sha256.New()
	var word [8]byte
	put := func(x uint64) {
		binary.LittleEndian.PutUint64(word[:], x)
		h.Write(word[:])
	}
	for i := range n.Supplier {
		put(uint64(n.Supplier[i])<<32 | uint64(uint32(n.Buyer[i])))
		put(uint64(n.Line[i]))
		put(math.Float64bits(n.Share[i]))
	}
	for i := range n.Nodes {
		put(uint64(n.Item[i])<<16 | uint64(n.Tier[i])<<8 | uint64(n.Country[i]))
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

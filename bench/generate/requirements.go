package generate

import "github.com/lodestone-graph/lodestone/graph/chokepoint"

// Regime says what of a network can stop a node.
type Regime struct {
	Name      string
	Essential int  // percent of the lines without which a buyer stops; the others stop nobody
	Countries bool // a node stops with its country too: countries are nodes behind the others
	Single    int  // percent of the lines with up to three suppliers that are cut down to the first
}

// Regimes run from short cascades to the stress case, in which nearly everything hangs on a few.
var Regimes = []Regime{
	{Name: "without countries", Essential: 55},
	{Name: "with countries", Essential: 55, Countries: true},
	{Name: "stress", Essential: 100, Countries: true, Single: 50},
}

// Requirement is one need of a node: any one of the alternatives meets it.
type Requirement struct {
	Owner        int32
	Alternatives []int32
}

// Requirements are the needs of the network's nodes, line by line, and the number of nodes that they speak of.
func (n *Network) Requirements(regime Regime) (nodes int, needs []Requirement) {
	nodes = n.Nodes
	lines := make([][]int32, n.Lines)
	owner := make([]int32, n.Lines)
	for i, line := range n.Line {
		lines[line], owner[line] = append(lines[line], n.Supplier[i]), n.Buyer[i]
	}
	r := random{state: n.Seed ^ 0x5eed}
	for line, suppliers := range lines {
		essential, single := r.below(100) < regime.Essential, r.below(100) < regime.Single
		if !essential {
			continue
		}
		if single && len(suppliers) <= 3 {
			suppliers = suppliers[:1]
		}
		needs = append(needs, Requirement{owner[line], suppliers})
	}
	if regime.Countries {
		nodes += Countries
		for i, country := range n.Country {
			needs = append(needs, Requirement{int32(i), []int32{int32(n.Nodes) + int32(country)}})
		}
	}
	return nodes, needs
}

// AndOr is the same as a chokepoint graph.
func AndOr(nodes int, needs []Requirement) (*chokepoint.Graph, error) {
	r := chokepoint.Requirements{Nodes: nodes}
	for _, need := range needs {
		r.Add(need.Owner, 1, need.Alternatives...)
	}
	return chokepoint.Compile(&r)
}

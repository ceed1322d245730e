package main

import (
	"fmt"
	"strings"
)

// bySize is a number for networks of a million links, of ten million, and of 100,000; 0 for none.
type bySize [3]float64

// goal is what the engine wants to reach in a question.
type goal struct {
	question string
	p50, p99 bySize            // ms at most
	faster   map[string]bySize // than a peer, at least
	limit    func(s *Section) float64
	part     bySize // of the machine's limit, at least
	apart    bySize // from the truth, at most
}

// goals are the lines that the tables are held against. Where a peer is missing, its part of a goal stays open.
func goals() []goal {
	links := func(s *Section) float64 { return float64(s.Network.Edges) / 1e6 } // ns a link to ms
	return []goal{
		{question: "reach, one root", p50: bySize{1.5, 25}, p99: bySize{2.5, 0},
			faster: map[string]bySize{"scipy": {1.3, 1.6}, "kuzu": {15, 12}, "duckdb": {15, 0}, "cypher": {80, 0}}},
		{question: "closure of 64 roots", p50: bySize{0.8, 14}, faster: map[string]bySize{"scipy": {100, 150}},
			limit: func(s *Section) float64 { return s.Limits.Gather8 * links(s) }, part: bySize{0.8, 0.6}},
		{question: "share of all nodes, exposed and safe", p50: bySize{7, 95}, faster: map[string]bySize{"scipy": {9, 14}},
			limit: func(s *Section) float64 { return s.Limits.SweepPair * links(s) * s.Looks }, part: bySize{0.55, 0.7}},
		{question: "share of all nodes, exposed alone", faster: map[string]bySize{"scipy": {4, 6}}},
		{question: "64 target sets, exposed, a set", p50: bySize{0.8, 24}, faster: map[string]bySize{"scipy": {35, 25}}},
		{question: nearlyClosedName, p50: bySize{50, 700}, apart: bySize{1e-9, 1e-9, 1e-9}},
		{question: chokepointName("without countries"), p50: bySize{30, 500}, faster: map[string]bySize{"python": {15, 12}}},
		{question: chokepointName("with countries"), p50: bySize{45, 1000}},
		{question: chokepointName("stress"), p50: bySize{500, 6000}},
		{question: oneChokepointName, p50: bySize{0.005, 0.005}, p99: bySize{0.05, 0.1}},
		{question: shockName, p50: bySize{18, 250}, faster: map[string]bySize{"python": {8, 0}},
			limit: func(s *Section) float64 { return s.Limits.SweepOne * s.ShockLooks / 1e6 }, part: bySize{0.25, 0.25}},
		{question: riskName(economyA, cutoff), p50: bySize{1.2, 0}},
		{question: allRiskName(economyA), p50: bySize{60_000, 0, 800}},
		{question: allRiskName(economyB), p50: bySize{0, 0, 5_000}},
		{question: "best way from all nodes to a target", p50: bySize{8, 95}},
		{question: "ten best paths", p50: bySize{0.01, 0.025}, faster: map[string]bySize{"scipy": {15, 0}}},
		{question: "build from integer rows", p50: bySize{35, 800}, faster: map[string]bySize{"scipy": {1.3, 1}}},
		{question: "CSV to columns", faster: map[string]bySize{"duckdb": {1.2, 0.8}}},
		{question: "read a release out of Neo4j", p50: bySize{1000, 0}, faster: map[string]bySize{"rows": {5, 0}}},
	}
}

// size is which column of the goals a network is held against; -1 for none.
func (s *Section) size() int {
	for at, n := range []int{1_000_000, 10_000_000, 100_000} {
		if edges := s.Network.Edges; n*8/10 <= edges && edges <= n*5/4 {
			return at
		}
	}
	return -1
}

// asks tells whether a goal asks for anything at a size.
func (g *goal) asks(at int) bool {
	asked := g.p50[at] > 0 || g.p99[at] > 0 || g.part[at] > 0 || g.apart[at] > 0
	for _, least := range g.faster {
		asked = asked || least[at] > 0
	}
	return asked
}

// goalTable is the goals with what was found, or nothing where the network has another size.
func (s *Section) goalTable(b *strings.Builder) {
	at := s.size()
	if at < 0 {
		return
	}
	b.WriteString("\n| goal | asked for | found | |\n| --- | --- | --- | --- |\n")
	line := func(question, asked, found string, met bool) {
		verdict := "met"
		if !met {
			verdict = "**not met**"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", question, asked, found, verdict)
	}
	for _, g := range goals() {
		if !g.asks(at) {
			continue
		}
		r := s.row(g.question, "lodestone")
		if r == nil {
			fmt.Fprintf(b, "| %s | | | not asked |\n", g.question)
			continue
		}
		if most := g.p50[at]; most > 0 {
			line(g.question, fmt.Sprintf("p50 <= %v ms", most), fmt.Sprintf("%.4g ms", r.P50), r.P50 <= most)
		}
		if most := g.p99[at]; most > 0 {
			line(g.question, fmt.Sprintf("p99 <= %v ms", most), fmt.Sprintf("%.4g ms", r.P99), r.P99 <= most)
		}
		for _, peer := range append(strings.Split(every, ","), "rows") {
			least := g.faster[peer][at]
			if least == 0 {
				continue
			}
			if other := s.row(g.question, peer); other != nil {
				line(g.question, fmt.Sprintf(">= %vx %s", least, peer), fmt.Sprintf("%.3gx", other.P50/r.P50), other.P50 >= least*r.P50)
			} else {
				fmt.Fprintf(b, "| %s | >= %vx %s | | open: no answer of that peer |\n", g.question, least, peer)
			}
		}
		if most := g.apart[at]; most > 0 {
			line(g.question, fmt.Sprintf("off by <= %.0e", most), fmt.Sprintf("%.1e", r.Apart), r.Apart <= most)
		}
		if g.limit != nil && g.part[at] > 0 {
			part := g.limit(s) / r.P50
			line(g.question, fmt.Sprintf(">= %.0f %% of the machine's limit", 100*g.part[at]), fmt.Sprintf("%.0f %%", 100*part), part >= g.part[at])
		}
	}
	line("memory of the compiled graph", "<= 40 bytes a link", fmt.Sprintf("%.1f", s.Bytes), s.Bytes <= 40)
}

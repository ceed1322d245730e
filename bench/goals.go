package main

import (
	"fmt"
	"strings"
)

// goal is what the engine wants to reach in a question, at a million links and at ten.
type goal struct {
	question string
	p50, p99 [2]float64            // ms at most; 0 for none
	faster   map[string][2]float64 // than a peer, at least; 0 for none
	limit    func(s *Section) float64
	part     [2]float64 // of the machine's limit, at least
}

// goals are the lines that the tables are held against. Where a peer is missing, its part of a goal stays open.
func goals() []goal {
	links := func(s *Section) float64 { return float64(s.Network.Edges) / 1e6 } // ns a link to ms
	return []goal{
		{question: "reach, one root", p50: [2]float64{1.5, 25}, p99: [2]float64{2.5, 0},
			faster: map[string][2]float64{"scipy": {1.3, 1.6}, "kuzu": {15, 12}, "duckdb": {15, 0}, "cypher": {80, 0}}},
		{question: "closure of 64 roots", p50: [2]float64{0.8, 14}, faster: map[string][2]float64{"scipy": {100, 150}},
			limit: func(s *Section) float64 { return s.Limits.Gather8 * links(s) }, part: [2]float64{0.8, 0.6}},
		{question: "share of all nodes, exposed and safe", p50: [2]float64{7, 95}, faster: map[string][2]float64{"scipy": {9, 14}},
			limit: func(s *Section) float64 { return s.Limits.SweepPair * links(s) * s.Looks }, part: [2]float64{0.55, 0.7}},
		{question: nearlyClosedName, p50: [2]float64{50, 700}},
		{question: "best way from all nodes to a target", p50: [2]float64{8, 95}},
		{question: "ten best paths", p50: [2]float64{0.01, 0.025}, faster: map[string][2]float64{"scipy": {15, 0}}},
		{question: "build from integer rows", p50: [2]float64{35, 800}, faster: map[string][2]float64{"scipy": {1.3, 1}}},
		{question: "CSV to columns", faster: map[string][2]float64{"duckdb": {1.2, 0.8}}},
		{question: "read a release out of Neo4j", p50: [2]float64{1000, 0}, faster: map[string][2]float64{"rows": {5, 0}}},
	}
}

// size is which column of the goals a network is held against; -1 for neither.
func (s *Section) size() int {
	switch n := s.Network.Edges; {
	case 800_000 <= n && n <= 1_250_000:
		return 0
	case 8_000_000 <= n && n <= 12_500_000:
		return 1
	}
	return -1
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
		if g.limit != nil && g.part[at] > 0 {
			part := g.limit(s) / r.P50
			line(g.question, fmt.Sprintf(">= %.0f %% of the machine's limit", 100*g.part[at]), fmt.Sprintf("%.0f %%", 100*part), part >= g.part[at])
		}
	}
	line("memory of the compiled graph", "<= 40 bytes a link", fmt.Sprintf("%.1f", s.Bytes), s.Bytes <= 40)
}

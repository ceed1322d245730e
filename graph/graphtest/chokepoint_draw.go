package graphtest

import "github.com/lodestone-graph/lodestone/graph"

// LossQuestion asks the slow twin of chokepoints what stops an item or a firm, by readable ids.
type LossQuestion struct {
	Of        string
	Size      int
	Below     float64
	Among     []string // kinds of losses; empty: all
	Readiness string   // of substitutes; empty: none
}

// DrawLossQuestion draws a day, a filter and a question about a world, after it has given the world some substitutes. Sets of three are
// of one or two kinds of losses only, so that all of them can be tried.
func DrawLossQuestion(dice Dice, f *graph.Facts) (graph.Day, graph.Filter, LossQuestion) {
	w := &denseWorld{dice: dice, f: f}
	day, filter, _ := DrawQuestion(dice, f)
	items := newRecords(f, day, filter).items
	if len(items) == 0 {
		return day, filter, LossQuestion{Of: w.firm(), Size: 1}
	}
	for range dice(5) {
		row := graph.Substitute{Item: draw(w, items...), Substitute: draw(w, items...), Source: w.source(), Confidence: w.confidence(),
			Readiness: draw(w, graph.ReadinessAvailable, graph.ReadinessLimited, graph.ReadinessResearch)}
		if w.once(2) {
			row.ForItem = draw(w, items...)
		}
		f.Substitutes = append(f.Substitutes, row)
	}
	q := LossQuestion{Of: items[len(items)-1-dice(min(3, len(items)))], Size: draw(w, 1, 1, 1, 2, 2, 3),
		Below: draw(w, 0, 0.1, 0.1, 0.1, 0.3, 0.5, 0.9), Readiness: draw(w, "", "", "AVAILABLE", "LIMITED", "RESEARCH")}
	if w.once(4) {
		q.Of = w.firm()
	}
	kinds := []string{"COUNTRY", "COUNTRY_STAGE", "FIRM", "FACILITY"}
	if q.Size == 3 || w.once(3) {
		q.Among = []string{draw(w, kinds...), draw(w, "COUNTRY", "FACILITY")}
	}
	return day, filter, q
}

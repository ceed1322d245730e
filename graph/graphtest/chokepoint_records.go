package graphtest

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Loss is something that may be lost, by readable ids: a COUNTRY, a COUNTRY_STAGE, a FIRM with what it holds, or a FACILITY.
type Loss struct{ Kind, ID, Stage string }

// The readings of what is not stated: kept, lost, or nobody beside those on record.
const (
	readKept     = "kept"
	readLost     = "lost"
	readOnRecord = "on record"
)

// amount is what is left of something, as a formula.
type amount struct {
	rule    string // loss, cell, least, most or sum
	cell    int    // of a cell
	loss    Loss   // of a loss
	of      []*amount
	weights []float64
}

var whole1 = &amount{rule: "least"}

func leastOf(of ...*amount) *amount { return &amount{rule: "least", of: of} }
func mostOf(of ...*amount) *amount  { return &amount{rule: "most", of: of} }

// Losses is the slow twin of chokepoints: formulas written from the definitions over rows and ids, solved by sweeps of all of them from 1
// downwards, and sets found by trying every one.
type Losses struct {
	*Exposure
	readiness string
	border    *LossBorder
	cells     map[string][]*amount // by reading: the nodes of the network, then the items, then items as they are met over the border

	met     map[string]map[string]int // by reading and what is met: the cell
	metItem map[string]map[int]string // by reading and cell: the item
}

// NewLosses reads the rows and writes the formulas. Substitutes stand in at the readiness: empty, AVAILABLE, LIMITED or RESEARCH.
func NewLosses(f *graph.Facts, day graph.Day, filter graph.Filter, readiness string) *Losses {
	return NewBorderLosses(f, day, filter, readiness, nil)
}

func (l *Losses) itemCell(item string) *amount {
	return &amount{rule: "cell", cell: len(l.nodes) + slices.Index(l.items, item)}
}

// lossWriter writes the formulas of one reading.
type lossWriter struct {
	*Losses
	reading string
}

// either is what alternatives leave of which nobody says which one serves.
func (w *lossWriter) either(of ...*amount) *amount {
	if w.reading == readLost {
		return leastOf(of...)
	}
	return mostOf(of...)
}

func (w *lossWriter) part(i int) *amount {
	n := w.nodes[i]
	switch n.kind {
	case "line":
		return w.line(i)
	case "step":
		return w.needs(i)
	}
	return leastOf(w.firm(n.firm), w.needs(i), w.madeBehind(n, nil))
}

// madeBehind is what the places of an output leave of it, those at home as far as bars let it pass.
func (w *lossWriter) madeBehind(n node, bars []LossBar) *amount {
	var places []*amount
	var weights []float64
	total := 0.0
	for _, p := range w.places(w.made(n)) {
		place, country := w.place(n.firm, n.item, p), w.countryOf[n.firm]
		if p.facility != "" {
			country = w.countryOf[p.facility]
		}
		if w.home(country) {
			place = w.through(bars, place)
		}
		places, weights, total = append(places, place), append(weights, p.tonnes), total+p.tonnes
	}
	made := w.either(places...)
	if len(places) > 1 && total > 0 {
		for j := range weights {
			weights[j] /= total
		}
		made = &amount{rule: "sum", of: places, weights: weights}
	}
	return made
}

func (w *lossWriter) places(m *madeItem) []plant {
	if len(m.plants) == 0 {
		return []plant{{tonnes: math.NaN()}}
	}
	return m.plants
}

// needs is what an output or step takes; each need may be replaced by a substitute.
func (w *lossWriter) needs(i int) *amount {
	n, o := w.nodes[i], w.opened[i]
	if len(o.needs) == 0 {
		return whole1
	}
	passed := n.kind != "step" && w.made(n).passed
	var all []*amount
	for _, to := range o.needs {
		need := &amount{rule: "cell", cell: to}
		if !passed && !w.recipe(n.item).grades {
			need = w.replaceable(need, w.nodes[to].item, n.item, func(item string) *amount {
				return w.metThrough(item, w.joined(item, n.firm, "", w.placesOf(i)))
			})
		}
		all = append(all, need)
	}
	if o.any {
		return w.either(all...)
	}
	return leastOf(all...)
}

func (w *lossWriter) replaceable(need *amount, item, output string, met func(item string) *amount) *amount {
	all := []*amount{need}
	ranks := []string{"AVAILABLE", "LIMITED", "RESEARCH"}
	for _, s := range w.Substitutes {
		ready := w.readiness != "" && slices.Index(ranks, string(s.Readiness)) <= slices.Index(ranks, w.readiness) && w.keeps(s.Source, s.Confidence)
		replaces := s.Item == item || slices.Contains(w.above(item), s.Item)
		serves := s.ForItem == "" || s.ForItem == output || slices.Contains(w.above(output), s.ForItem)
		if ready && replaces && serves && s.Substitute != item && slices.Contains(w.items, s.Substitute) {
			all = append(all, met(s.Substitute))
		}
	}
	return mostOf(all...)
}

func (w *lossWriter) line(i int) *amount {
	var stated, unstated []*amount
	var weights []float64
	total := 0.0
	for _, s := range w.opened[i].suppliers {
		var outputs []*amount
		for _, to := range s.outputs {
			outputs = append(outputs, w.deliver(i, s, to))
		}
		switch {
		case math.IsNaN(s.share):
			unstated = append(unstated, w.either(outputs...))
		case s.share > 0:
			stated, weights, total = append(stated, w.either(outputs...)), append(weights, s.share), total+s.share
		}
	}
	n := w.nodes[i]
	market := w.metThrough(n.item, w.joined(n.item, n.firm, "", w.destinations(i)))
	if w.reading == readOnRecord && len(stated)+len(unstated) > 0 {
		return mostOf(append(stated, unstated...)...)
	}
	if total < 1-1e-9 {
		stated, weights = append(stated, w.either(append(unstated, market)...)), append(weights, 1-total)
	}
	return &amount{rule: "sum", of: stated, weights: weights}
}

// firm is lost with itself and with whoever holds it at a stated 50 % or more.
func (w *lossWriter) firm(firm string) *amount {
	all := []*amount{lossOf("FIRM", firm, "")}
	for _, f := range w.Firms {
		if slices.Contains(w.held(f.ID, false), firm) {
			all = append(all, lossOf("FIRM", f.ID, ""))
		}
	}
	return leastOf(all...)
}

func lossOf(kind, id, stage string) *amount {
	return &amount{rule: "loss", loss: Loss{kind, id, stage}}
}

func (w *lossWriter) place(firm, item string, p plant) *amount {
	country, stages := w.countryOf[firm], w.stagesOf(item)
	all := []*amount{}
	if p.facility != "" {
		country = w.countryOf[p.facility]
		stages = append(stages, string(w.plants[p.facility].Stage))
		all = append(all, lossOf("FACILITY", p.facility, ""))
	}
	return leastOf(append(all, w.country(country, stages))...)
}

func (w *lossWriter) stagesOf(item string) []string {
	stages := []string{w.stageOf[item]}
	if stages[0] == "CONCENTRATION" {
		stages = append(stages, "MINE")
	}
	return stages
}

// country is lost as a whole and at any of the stages; somewhere in a region may be in any of its countries.
func (w *lossWriter) country(country string, stages []string) *amount {
	countries := []string{country}
	for _, m := range w.RegionMembers {
		if m.Region == country && w.reading == readLost {
			countries = append(countries, m.Country)
		}
	}
	all := []*amount{}
	for _, c := range countries {
		if !slices.ContainsFunc(w.Countries, func(r graph.Country) bool { return r.ID == c }) {
			continue
		}
		all = append(all, lossOf("COUNTRY", c, ""))
		for _, s := range stages {
			all = append(all, lossOf("COUNTRY_STAGE", c, s))
		}
	}
	return leastOf(all...)
}

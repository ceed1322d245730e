package graphtest

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// madeItem is an item that a firm makes, or passes on.
type madeItem struct {
	plants  []plant
	byStage bool // the plants are those of the item's stage, not plants on record for the item
	passed  bool
}

type plant struct {
	facility string
	tonnes   float64
}

// node is an output, a line, a step done in-house, or an output of a class seen as one of its grades.
type node struct{ kind, firm, item, class string }

// opening is what stands behind a node.
type opening struct {
	suppliers []seller // of a line
	needs     []int    // of all others
	weights   []float64
	any       bool
	choices   int
	terminal  bool
}

type seller struct {
	firm          string
	own, possible bool
	share         float64 // NaN where not stated
	outputs       []int
}

func (x *Exposure) node(n node) int {
	i, ok := x.index[n]
	if !ok {
		i = len(x.nodes)
		x.index[n], x.nodes = i, append(x.nodes, n)
	}
	return i
}

// findOutputs reads makes, and what working plants produce for each of their operators.
func (x *Exposure) findOutputs() {
	at := func(firm, item string) *madeItem {
		k := [2]string{firm, item}
		if x.outputs[k] == nil {
			x.outputs[k] = &madeItem{}
		}
		return x.outputs[k]
	}
	for _, m := range x.Makes {
		if x.keeps(m.Source, m.Confidence) && slices.Contains(x.items, m.Item) {
			at(m.Firm, m.Item)
		}
	}
	for _, o := range x.Operates {
		for _, p := range x.Produces {
			if !x.keeps(o.Source, o.Confidence) || p.Facility != o.Facility || !x.makes(p) || !slices.Contains(x.items, p.Item) {
				continue
			}
			made := at(o.Firm, p.Item)
			if !slices.ContainsFunc(made.plants, func(q plant) bool { return q.facility == p.Facility }) {
				tonnes := x.capacity(p.Facility, p.Item) * x.stake(o.Firm, o.Facility)
				made.plants = append(made.plants, plant{p.Facility, tonnes})
			}
		}
	}
	for k, made := range x.outputs {
		x.placeByStage(k, made)
	}
}

// stake is an operator's part of a plant; those without a stated one share what is left.
func (x *Exposure) stake(firm, facility string) float64 {
	left, without := 1.0, 0.0
	stake := math.NaN()
	for _, o := range x.Operates {
		if o.Facility != facility || !x.keeps(o.Source, o.Confidence) {
			continue
		}
		if o.StakePercent.Known {
			left -= o.StakePercent.Value / 100
		} else {
			without++
		}
		if o.Firm == firm && o.StakePercent.Known {
			stake = o.StakePercent.Value / 100
		}
	}
	if math.IsNaN(stake) {
		return max(left, 0) / without
	}
	return stake
}

func (x *Exposure) placeByStage(k [2]string, made *madeItem) {
	if len(made.plants) > 0 {
		return
	}
	for _, o := range x.Operates {
		if o.Firm == k[0] && x.keeps(o.Source, o.Confidence) && x.works(o.Facility) && x.answers(k[1], string(x.plants[o.Facility].Stage)) {
			made.plants, made.byStage = append(made.plants, plant{o.Facility, math.NaN()}), true
		}
	}
}

// inferOutputs gives every seller something to sell: grades before their classes, all sellers of one item at once.
func (x *Exposure) inferOutputs() {
	items := slices.Clone(x.items)
	slices.SortFunc(items, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(x.below(a)), len(x.below(b))), strings.Compare(a, b))
	})
	for _, item := range items {
		inferred := map[[2]string]*madeItem{}
		for _, s := range x.sales {
			k := [2]string{s.Supplier, item}
			if s.Item != item || x.outputs[k] != nil {
				continue
			}
			passes := len(x.boughtBy(s.Supplier, item)) > 0
			if passes || len(x.sold(s.Supplier, item)) == 0 {
				inferred[k] = &madeItem{passed: passes}
			}
		}
		for k, made := range inferred {
			x.outputs[k] = made
			x.placeByStage(k, made)
		}
	}
}

// sold lists the outputs (firm, item) that a sale may come from.
func (x *Exposure) sold(firm, item string) [][2]string {
	if x.outputs[[2]string{firm, item}] != nil {
		return [][2]string{{firm, item}}
	}
	if own := x.gradesMade(firm, item); len(own) > 0 {
		return own
	}
	var all [][2]string
	for _, h := range x.held(firm, true) {
		if x.outputs[[2]string{h, item}] != nil {
			all = append(all, [2]string{h, item})
		} else {
			all = append(all, x.gradesMade(h, item)...)
		}
	}
	return all
}

func (x *Exposure) gradesMade(firm, class string) [][2]string {
	var all [][2]string
	for _, grade := range x.below(class) {
		if x.outputs[[2]string{firm, grade}] != nil {
			all = append(all, [2]string{firm, grade})
		}
	}
	return all
}

// asGrade is an output seen as one grade of what it makes: the firm's own making of the grade, where that is on record.
func (x *Exposure) asGrade(k [2]string, grade string) int {
	if made := x.outputs[[2]string{k[0], grade}]; made != nil && !made.passed {
		return x.node(node{kind: "output", firm: k[0], item: grade})
	}
	return x.node(node{kind: "graded", firm: k[0], item: grade, class: k[1]})
}

func (x *Exposure) open(n node) opening {
	switch n.kind {
	case "line":
		return opening{suppliers: x.suppliers(n.firm, n.item)}
	case "step":
		return x.openRecipe(n)
	}
	made := x.made(n)
	if made.passed {
		return opening{needs: []int{x.node(node{kind: "line", firm: n.firm, item: n.item})}, weights: []float64{math.NaN()}}
	}
	ends := len(made.plants) > 0 && !made.byStage
	for _, p := range made.plants {
		s := x.plants[p.facility].Stage
		ends = ends && (s == "MINE" || s == "RECYCLING")
	}
	if ends || x.isOre(n.item) || x.isScrap(n.item) {
		return opening{terminal: true}
	}
	return x.openRecipe(n)
}

func (x *Exposure) made(n node) *madeItem {
	if n.kind == "graded" {
		return x.outputs[[2]string{n.firm, n.class}]
	}
	return x.outputs[[2]string{n.firm, n.item}]
}

func (x *Exposure) openRecipe(n node) opening {
	r := x.recipe(n.item)
	inputs := r.inputs
	if r.any {
		onRecord := slices.DeleteFunc(slices.Clone(inputs), func(i string) bool { return !x.has(n.firm, i) && !x.deeper(n.firm, i) })
		if len(onRecord) > 0 {
			inputs = onRecord
		}
	}
	o := opening{any: r.any, choices: len(r.inputs)}
	for _, input := range inputs {
		kind := "line"
		if r.grades || !x.has(n.firm, input) && x.deeper(n.firm, input) {
			kind = "step"
		}
		o.needs = append(o.needs, x.node(node{kind: kind, firm: n.firm, item: input}))
		mass, known := x.q.Mass[input]
		if !r.quantity[input].Known || !known || r.grades {
			mass = math.NaN()
		}
		o.weights = append(o.weights, r.quantity[input].Value*mass)
	}
	return o
}

// has tells whether a firm buys, or it or its group makes, an item or a grade or class of it.
func (x *Exposure) has(firm, item string) bool {
	for _, i := range slices.Concat([]string{item}, x.below(item), x.above(item)) {
		if len(x.boughtBy(firm, i)) > 0 {
			return true
		}
		for _, f := range append([]string{firm}, x.held(firm, true)...) {
			if x.outputs[[2]string{f, i}] != nil {
				return true
			}
		}
	}
	return false
}

// deeper tells whether a firm has something further down in the recipe of an item.
func (x *Exposure) deeper(firm, item string) bool {
	return slices.ContainsFunc(x.recipe(item).inputs, func(i string) bool { return x.has(firm, i) || x.deeper(firm, i) })
}

// suppliers of a line: the firm's own making, then those who sell the item or a grade of it, then those who sell a class.
func (x *Exposure) suppliers(firm, item string) []seller {
	var all []seller
	own := seller{firm: firm, own: true, share: math.NaN()}
	makers := append([]string{firm}, x.held(firm, true)...)
	for _, possible := range []bool{false, true} {
		items := append([]string{item}, x.below(item)...)
		if possible {
			items = x.above(item)
		}
		for _, maker := range makers {
			for _, i := range items {
				k := [2]string{maker, i}
				if made := x.outputs[k]; made == nil || made.passed || len(own.outputs) > 0 && possible != own.possible {
					continue
				}
				own.possible = possible
				if to := x.asGrade(k, item); possible && !slices.Contains(own.outputs, to) {
					own.outputs = append(own.outputs, to)
				} else if !possible {
					own.outputs = append(own.outputs, x.node(node{kind: "output", firm: maker, item: i}))
				}
			}
		}
	}
	if len(own.outputs) > 0 {
		all = append(all, own)
	}
	for _, i := range slices.Concat([]string{item}, x.below(item), x.above(item)) {
		for _, row := range x.boughtBy(firm, i) {
			possible := slices.Contains(x.above(item), i)
			at := slices.IndexFunc(all, func(s seller) bool { return !s.own && s.firm == row.Supplier && s.possible == possible })
			if at < 0 {
				at, all = len(all), append(all, seller{firm: row.Supplier, possible: possible, share: math.NaN()})
			}
			if i == item && row.SharePercent.Known {
				if math.IsNaN(all[at].share) {
					all[at].share = 0
				}
				all[at].share += row.SharePercent.Value / 100
			}
			for _, k := range x.sold(row.Supplier, i) {
				to := x.node(node{kind: "output", firm: k[0], item: k[1]})
				if possible {
					to = x.asGrade(k, item)
				}
				if !slices.Contains(all[at].outputs, to) {
					all[at].outputs = append(all[at].outputs, to)
				}
			}
		}
	}
	return scaled(all, false)
}

// scaled brings stated shares that add to more than 1 down to 1; with up, also those that add to less.
func scaled(all []seller, up bool) []seller {
	total := 0.0
	for _, s := range all {
		if s.share > 0 {
			total += s.share
		}
	}
	out := slices.Clone(all)
	for i := range out {
		if total > 1 || up && total > 0 {
			out[i].share /= total
		}
	}
	return out
}

package graphtest

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// marketValue is the dependence of a need for an item met in the world market.
type marketValue struct {
	low, estimate, high, resolved float64
	here                          float64 // the target's share at the item's own stage; NaN where asked for and not known
	figure                        bool
	up                            [4]float64 // low, estimate, high, resolved of what the item requires
}

// Market gives low, estimate, high and resolved of an item, and the target's share at the item's own stage.
func (x *Exposure) Market(item string) (low, estimate, high, resolved, here float64) {
	m := x.market(item)
	return m.low, m.estimate, m.high, m.resolved, m.here
}

func (x *Exposure) market(item string) *marketValue {
	if m := x.markets[item]; m != nil {
		return m
	}
	if b := x.q.Border; b != nil {
		low, estimate, high := b.Law(item, "", "", "")
		m := x.borderMarket(item, membership{low, estimate, high})
		x.markets[item] = m
		return m
	}
	m := &marketValue{}
	var found, asked bool
	m.here, asked, found = x.here(item)
	m.figure = found
	own := [4]float64{m.here, m.here, m.here, 1}
	if asked && !found {
		own, m.here = [4]float64{0, 0, 1, 0}, math.NaN()
	}
	m.up = x.upstream(item, m.figure)
	m.low, m.high, m.estimate = max(own[0], m.up[0]), min(1, own[2]+m.up[2]), max(own[1], m.up[1])
	switch {
	case m.estimate == 0:
		m.resolved = min(own[3], m.up[3])
	case own[1] >= m.up[1]:
		m.resolved = own[3]
	default:
		m.resolved = m.up[3]
	}
	x.markets[item] = m
	return m
}

// upstream joins the markets of what an item requires.
func (x *Exposure) upstream(item string, figure bool) [4]float64 {
	r := x.recipe(item)
	if len(r.inputs) == 0 {
		if x.stageOf[item] == "CONCENTRATION" || x.isScrap(item) || slices.Contains(x.published(item), "MINE") {
			return [4]float64{0, 0, 0, 1}
		}
		return [4]float64{0, 0, 1, 0}
	}
	var parts []fourNumbers
	high := 0.0
	for _, input := range r.inputs {
		m := x.market(input)
		p := [4]float64{m.low, m.estimate, m.high, m.resolved}
		if r.grades && figure {
			p = m.up
		}
		high = max(high, p[2])
		parts = append(parts, fourNumbers{low: p[0], estimate: p[1], resolved: p[3]})
	}
	v := worstOf(parts)
	if r.any {
		v = meanOf(parts)
	}
	return [4]float64{v.low, v.estimate, high, v.resolved}
}

// here is the target's share of the world market at the stages of an item that the target asks for: the worst of the figures.
func (x *Exposure) here(item string) (share float64, asked, found bool) {
	if len(x.q.Items) > 0 && !x.itemAsked(item) {
		return 0, false, false
	}
	stages := []string{x.stageOf[item]}
	if x.stageOf[item] == "CONCENTRATION" {
		stages = append(stages, "MINE")
	}
	for _, s := range x.published(item) {
		if !slices.Contains(stages, s) {
			stages = append(stages, s)
		}
	}
	for _, stage := range stages {
		if len(x.q.Stages) > 0 && !slices.Contains(x.q.Stages, stage) {
			continue
		}
		asked = true
		for _, f := range x.figures(stage, item) {
			if s := x.targetShare(f, item); !math.IsNaN(s) {
				share, found = max(share, s), true
			}
		}
	}
	return share, asked, found
}

func (x *Exposure) itemAsked(item string) bool {
	return slices.ContainsFunc(x.q.Items, func(i string) bool { return i == item || slices.Contains(x.below(i), item) })
}

// shareRows are the rows of market_shares with a share that stand on the day.
func (x *Exposure) shareRows(keep func(graph.MarketShare) bool) []graph.MarketShare {
	return slices.DeleteFunc(slices.Clone(x.MarketShares), func(r graph.MarketShare) bool {
		return !r.SharePercent.Known || !x.keeps(r.Source, r.Confidence) || int(r.Year.Value) > x.day.Year() || !keep(r)
	})
}

func (x *Exposure) published(item string) []string {
	var stages []string
	for _, r := range x.shareRows(func(r graph.MarketShare) bool { return r.Item == item }) {
		stages = append(stages, string(r.Stage))
	}
	slices.Sort(stages)
	return slices.Compact(stages)
}

// publication is one source's rows for an item, stage and year.
type publication struct {
	of     string
	rows   []graph.MarketShare
	source graph.Source
}

func (p publication) covers() float64 {
	sum := 0.0
	for _, r := range p.rows {
		sum += r.SharePercent.Value / 100
	}
	return sum
}

// chosen is the publication that stands for an item or group at a stage; none where nothing is published.
func (x *Exposure) chosen(stage, of string) []publication {
	rows := x.shareRows(func(r graph.MarketShare) bool { return string(r.Stage) == stage && r.Item == of })
	year := int32(0)
	for _, r := range rows {
		year = max(year, r.Year.Value)
	}
	bySource := map[string]publication{}
	for _, r := range rows {
		if r.Year.Value == year {
			p := bySource[r.Source]
			bySource[r.Source] = publication{of, append(p.rows, r), x.sources[r.Source]}
		}
	}
	fullest := 0.0
	var all []publication
	for _, p := range bySource {
		fullest, all = max(fullest, p.covers()), append(all, p)
	}
	all = slices.DeleteFunc(all, func(p publication) bool { return fullest-p.covers() > 0.2-1e-9 })
	slices.SortFunc(all, func(a, b publication) int { return better(a, b) })
	return all[:min(len(all), 1)]
}

func better(a, b publication) int {
	lowest := func(p publication) int {
		order := []graph.Confidence{"HIGH", "MEDIUM", "LOW"}
		at := 0
		for _, r := range p.rows {
			at = max(at, slices.Index(order, r.Confidence))
		}
		return at
	}
	kinds := []graph.SourceKind{"OFFICIAL", "DATASET", "PAPER", "ANALYST", "COMPANY", "MEDIA"}
	date := func(p publication) string { // undated ones stand last
		if !p.source.Published.Known() {
			return ""
		}
		return lastDay(p.source.Published).String()
	}
	return cmp.Or(cmp.Compare(lowest(a), lowest(b)),
		cmp.Compare(slices.Index(kinds, a.source.Kind), slices.Index(kinds, b.source.Kind)),
		strings.Compare(date(b), date(a)), strings.Compare(a.source.ID, b.source.ID))
}

// figures are the publications that stand for an item at a stage, its own or the nearest to it.
func (x *Exposure) figures(stage, item string) []publication {
	for _, i := range append([]string{item}, x.above(item)...) {
		if p := x.chosen(stage, i); len(p) > 0 {
			return p
		}
	}
	if stage == "MINE" && x.isRareOre(item) {
		groups := []string{"rare-earths"}
		if strings.HasPrefix(item, "ionic-clay") || strings.HasPrefix(item, "xenotime") {
			groups = []string{"heavy-rare-earths", "rare-earths"}
		}
		for _, g := range groups {
			if p := x.chosen(stage, g); len(p) > 0 {
				return p
			}
		}
	}
	var found []publication
	for _, e := range x.elementsIn(item) {
		if x.q.Element != "" && e != x.q.Element {
			continue
		}
		p := x.chosen(stage, e)
		if len(p) == 0 {
			p = x.inGroups(stage, e)
		}
		found = append(found, p...)
	}
	if len(found) > 0 {
		return found
	}
	return x.inGroups(stage, item)
}

// inGroups takes the figures of the smallest group that holds a member and has any.
func (x *Exposure) inGroups(stage, member string) []publication {
	size := map[string]int{}
	var groups []string
	for _, m := range x.ItemGroupMembers {
		if size[m.Group]++; m.Item == member {
			groups = append(groups, m.Group)
		}
	}
	slices.SortFunc(groups, func(a, b string) int { return cmp.Or(cmp.Compare(size[a], size[b]), strings.Compare(a, b)) })
	for _, g := range groups {
		if p := x.chosen(stage, g); len(p) > 0 {
			return p
		}
	}
	return nil
}

// elementsIn lists the elements that enter an item by essential rows; a class without a recipe holds those of its grades.
func (x *Exposure) elementsIn(item string) []string {
	set := map[string]bool{}
	recipe := false
	for _, r := range x.Feeds {
		if r.To != item {
			continue
		}
		recipe = true
		if r.Essential != "true" || !x.keeps(r.Source, r.Confidence) {
			continue
		}
		if x.isElement(r.From) {
			set[r.From] = true
		}
		for _, e := range x.elementsIn(r.From) {
			set[e] = true
		}
	}
	for _, k := range x.Kinds {
		if k.KindOf == item && !recipe {
			for _, e := range x.elementsIn(k.Item) {
				set[e] = true
			}
		}
	}
	var all []string
	for e := range set {
		all = append(all, e)
	}
	slices.Sort(all)
	return all
}

func (x *Exposure) isElement(item string) bool {
	return slices.ContainsFunc(x.Elements, func(e graph.Element) bool { return e.ID == item })
}

// isRareOre tells whether an ore or mixed compound leads to the oxide of a rare earth, directly or through others of its like.
func (x *Exposure) isRareOre(item string) bool {
	rare := map[string]bool{}
	for range x.items {
		for _, i := range x.items {
			if x.stageOf[i] == "CONCENTRATION" && x.leadsToRareEarth(i, rare) {
				rare[i] = true
			}
		}
	}
	return rare[item]
}

func (x *Exposure) leadsToRareEarth(item string, rare map[string]bool) bool {
	for _, r := range x.Feeds {
		if r.From != item {
			continue
		}
		isRare := func(id string) bool {
			return slices.ContainsFunc(x.Elements, func(e graph.Element) bool { return e.ID == id && e.Group != "NON_RARE_EARTH" })
		}
		if rare[r.To] || x.form[r.To] == "OXIDE" && slices.ContainsFunc(x.elementsIn(r.To), isRare) {
			return true
		}
	}
	return slices.ContainsFunc(append(x.below(item), x.above(item)...), func(i string) bool { return rare[i] })
}

package compliance

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// ban is a step of a rule: makings of what goes into a good, at a stage, in a country.
type ban struct {
	good    int
	stage   graph.Stage
	country graph.Node // NoNode: any but home
	bar     int32
}

// bans are the steps of a rule that hold on a day.
type bans struct {
	home  graph.Node
	list  []ban
	bars  []Bar
	goods [][]int // by item: the goods that it is
	maybe [][]int // by item: the goods that are kinds of it
}

func (m *Model) bansOf(rule graph.Node, on graph.Day) (*bans, error) {
	v := m.view
	first, _ := v.Range(graph.KindProcurementRule)
	r := &v.Facts().ProcurementRules[rule-first]
	if r.Kind != graph.ProcurementRuleKindProcurementBan {
		return nil, ErrNotABan
	}
	b := &bans{goods: make([][]int, v.Items()), maybe: make([][]int, v.Items())}
	b.home, _ = v.Lookup(r.Country)
	if on < r.Effective.First() || on > r.Ends.Last() {
		return b, nil // it bars nothing yet, or any more
	}
	numbers := map[string]int{}
	table := slices.IndexFunc(graph.Tables(), func(t *graph.Table) bool { return t.Name == "procurement_rule_steps" })
	for i := range v.Facts().ProcurementRuleSteps {
		s := &v.Facts().ProcurementRuleSteps[i]
		if s.Rule != r.ID || !v.On(table, int32(i)) || on < s.From.First() || on > s.Until.Last() {
			continue
		}
		if s.ThresholdPercent.Known && s.ThresholdPercent.Value > 0 {
			return nil, ErrNotABan
		}
		good, known := numbers[s.Item]
		named, _ := v.Lookup(s.Item)
		if !known {
			good = len(numbers)
			numbers[s.Item] = good
			b.cover(v, named, good)
		}
		country := graph.NoNode
		if n, ok := v.Find(graph.KindCountry, s.CoveredCountry); ok {
			country = n
		}
		b.list = append(b.list, ban{good, s.Stage, country, int32(len(b.bars))})
		b.bars = append(b.bars, Bar{ByRule, named, s.Stage, country, []graph.RowRef{{Table: table, Index: int32(i)}}})
	}
	return b, nil
}

// cover marks what a good is: an item with its kinds, or the members of a group with theirs.
func (b *bans) cover(v *graph.View, named graph.Node, good int) {
	items := []graph.Node{named}
	if !v.IsItem(named) {
		items = nil
		for _, row := range v.Members.Out(named) {
			items = append(items, v.Members.To[row])
		}
	}
	mark := func(of [][]int, item graph.Node) {
		if !slices.Contains(of[item], good) {
			of[item] = append(of[item], good)
		}
	}
	for _, item := range items {
		for _, kind := range append([]graph.Node{item}, v.Below(item)...) {
			mark(b.goods, kind)
			for _, class := range v.Above(kind) {
				mark(b.maybe, class)
			}
		}
	}
}

// within adds the goods that an item is to those that it goes into.
func (b *bans) within(scope []int, item graph.Node) []int {
	for _, good := range b.goods[item] {
		if at, found := slices.BinarySearch(scope, good); !found {
			scope = slices.Insert(slices.Clone(scope), at, good)
		}
	}
	return scope
}

// hits lists the bars on a making, and tells whether its grade decides about another.
func (b *bans) hits(scope []int, item graph.Node, stages []graph.Stage, country graph.Node) (bars []int32, byGrade bool) {
	for _, ban := range b.list {
		here := ban.country == country || ban.country == graph.NoNode && country != b.home
		switch {
		case !here || !slices.Contains(stages, ban.stage):
		case slices.Contains(scope, ban.good):
			bars = append(bars, ban.bar)
		case slices.Contains(b.maybe[item], ban.good):
			byGrade = true
		}
	}
	return bars, byGrade
}

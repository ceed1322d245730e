package market

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// Figure is a publication found for an item, with where it was found.
type Figure struct {
	*Publication
	Item   graph.Node    // the item asked about
	Under  graph.Node    // the item, class, element or group whose figures stand for it
	Flags  graph.Flags   // how far the figures are from the item, their age and standing
	Others []Publication // what other publications of the same item, stage and year say
}

// Stages lists the stages at which an item can have a figure: that of its form or kind, and any at which figures of the item
// itself are published. Ores and mixed compounds are looked up at MINE first.
func (x *Index) Stages(item graph.Node) []graph.Stage {
	var stages []graph.Stage
	own := x.v.Stage(item)
	if own == graph.StageConcentration {
		stages = append(stages, graph.StageMine)
	}
	stages = append(stages, own)
	for _, s := range x.stages[item] {
		if !slices.Contains(stages, s) {
			stages = append(stages, s)
		}
	}
	return stages
}

// Find looks for the figures of an item at a stage. With element set, only that element is considered where figures of
// elements stand for the item; otherwise it returns one figure per element, and the caller takes the worst of them. It
// returns nothing when no figure stands.
func (x *Index) Find(stage graph.Stage, item, element graph.Node) []Figure {
	if f, ok := x.at(stage, item, item); ok {
		return []Figure{f}
	}
	for _, class := range x.v.Above(item) {
		if f, ok := x.at(stage, class, item, graph.FlagFoundUnderClass); ok {
			return []Figure{f}
		}
	}
	if f, ok := x.ore(stage, item); ok {
		return []Figure{f}
	}
	var found []Figure
	for _, e := range x.element[item] {
		if element != graph.NoNode && e != element {
			continue
		}
		f, ok := x.at(stage, e, item, graph.FlagFoundByElement)
		if !ok {
			f, ok = x.inGroup(stage, e, item, graph.FlagFoundByElement, graph.FlagFoundByGroup)
		}
		if ok && !slices.ContainsFunc(found, func(g Figure) bool { return g.Publication == f.Publication }) {
			found = append(found, f)
		}
	}
	if len(found) > 0 {
		return found
	}
	if f, ok := x.inGroup(stage, item, item, graph.FlagFoundByGroup); ok {
		return []Figure{f}
	}
	return nil
}

// at takes the figures published under one item or group.
func (x *Index) at(stage graph.Stage, under, item graph.Node, flags ...graph.Flag) (Figure, bool) {
	list := x.by[place{stage, under}]
	if len(list) == 0 {
		return Figure{}, false
	}
	f := Figure{Publication: &list[0], Item: item, Under: under, Flags: graph.Flags{}.With(flags...)}
	for _, p := range list[1:] {
		if p.Year == f.Year {
			f.Others = append(f.Others, p)
		}
	}
	if x.v.AsOf.Year()-f.Year > 3 {
		f.Flags = f.Flags.With(graph.FlagOldFigure)
	}
	if len(f.Rows) == 1 && (f.Confidence == graph.ConfidenceLow || x.v.Source(f.Source).Kind == graph.SourceKindMedia) {
		f.Flags = f.Flags.With(graph.FlagSingleFigure)
	}
	return f, true
}

// inGroup takes the figures of a group that holds a member, the smallest group first.
func (x *Index) inGroup(stage graph.Stage, member, item graph.Node, flags ...graph.Flag) (Figure, bool) {
	var groups []graph.Node
	for _, row := range x.v.Members.In(member) {
		groups = append(groups, x.v.Members.From[row])
	}
	slices.SortFunc(groups, func(a, b graph.Node) int {
		return cmp.Or(cmp.Compare(len(x.v.Members.Out(a)), len(x.v.Members.Out(b))), cmp.Compare(x.v.Key(a), x.v.Key(b)))
	})
	for _, g := range groups {
		if f, ok := x.at(stage, g, item, flags...); ok {
			return f, true
		}
	}
	return Figure{}, false
}

// The conventions of the data dictionary by which figures of ores are published.
const (
	allRareEarths   = "rare-earths"
	heavyRareEarths = "heavy-rare-earths"
)

var heavyOres = []string{"ionic-clay", "xenotime"}

// ore takes, for a rare-earth ore or mixed compound, the figures of all rare earths or of the heavy ones at MINE.
func (x *Index) ore(stage graph.Stage, item graph.Node) (Figure, bool) {
	if stage != graph.StageMine || !x.rare[item] {
		return Figure{}, false
	}
	groups := []string{allRareEarths}
	if slices.ContainsFunc(heavyOres, func(o string) bool { return strings.HasPrefix(x.v.Key(item), o) }) {
		groups = []string{heavyRareEarths, allRareEarths}
	}
	for _, key := range groups {
		if g, ok := x.v.Find(graph.KindItemGroup, key); ok {
			if f, ok := x.at(stage, g, item, graph.FlagFoundByGroup); ok {
				return f, true
			}
		}
	}
	return Figure{}, false
}

// findElements lists, for every item, the elements that enter its recipe by essential rows, and marks the ores and mixed
// compounds that rare-earth oxides are separated from. One pass down the items and one up.
func (x *Index) findElements() {
	v := x.v
	x.element = make([][]graph.Node, v.Items())
	for _, item := range v.Order() {
		set := map[graph.Node]bool{}
		for _, row := range v.Feeds.In(item) {
			from := v.Feeds.From[row]
			if !v.On(v.Feeds.Table, row) || v.Facts().Feeds[row].Essential != graph.True {
				continue
			}
			if v.Is(from, graph.KindElement) {
				set[from] = true
			}
			for _, e := range x.element[from] {
				set[e] = true
			}
		}
		if !v.HasRecipe(item) {
			for _, row := range v.Kinds.In(item) {
				for _, e := range x.element[v.Kinds.From[row]] {
					set[e] = true
				}
			}
		}
		for e := range set {
			x.element[item] = append(x.element[item], e)
		}
		slices.Sort(x.element[item])
	}
	x.findRareOres()
}

// findRareOres marks the ores and mixed compounds that lead to the oxide of a rare earth, directly or through each other,
// and those that are kinds of one another.
func (x *Index) findRareOres() {
	v := x.v
	x.rare = map[graph.Node]bool{}
	var ores []graph.Node
	for _, item := range v.Order() {
		if form := v.ItemForm(item); form == graph.FormOreConcentrate || form == graph.FormMixedCompound {
			ores = append(ores, item)
		}
	}
	leads := func(item graph.Node) bool {
		for _, row := range v.Feeds.Out(item) {
			to := v.Feeds.To[row]
			if x.rare[to] || v.ItemForm(to) == graph.FormOxide && slices.ContainsFunc(x.element[to], x.isRareEarth) {
				return true
			}
		}
		isRare := func(k graph.Node) bool { return x.rare[k] }
		return slices.ContainsFunc(v.Below(item), isRare) || slices.ContainsFunc(v.Above(item), isRare)
	}
	for again := true; again; {
		again = false
		for _, item := range ores {
			if !x.rare[item] && leads(item) {
				x.rare[item], again = true, true
			}
		}
	}
}

// Elements lists the elements that an item holds by its essential inputs. It is shared: do not change it.
func (x *Index) Elements(item graph.Node) []graph.Node { return x.element[item] }

func (x *Index) isRareEarth(e graph.Node) bool {
	row := x.v.Element(e)
	return row != nil && row.Group != graph.ElementGroupNonRareEarth
}

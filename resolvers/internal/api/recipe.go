package api

import (
	"sort"

	"github.com/lodestone-graph/lodestone/graph"
)

// Feed is one row of a recipe.
type Feed struct {
	fact
	From, To                            Item
	Quantity, QuantityLow, QuantityHigh *float64
	Unit                                graph.FeedUnit
	Essential                           bool
	Year                                *int
	Note                                *string
	Source                              *Source
	Confidence                          graph.Confidence
}

var feeds = table[graph.Feed, Feed]{
	name: "feeds", rows: func(f *graph.Facts) []graph.Feed { return f.Feeds },
	source: func(r *graph.Feed) string { return r.Source }, confidence: func(r *graph.Feed) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *Feed {
		r := &w.Facts().Feeds[i]
		return &Feed{w.fact("feeds", i), w.itemAt(r.From), w.itemAt(r.To), number(r.Quantity), number(r.QuantityLow), number(r.QuantityHigh),
			r.Unit, r.Essential == graph.True, whole(r.Year), text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

// KindOf says that a grade belongs to a class.
type KindOf struct {
	fact
	Item, KindOf Item
}

var kindsOf = table[graph.Kind, KindOf]{
	name: "kinds", rows: func(f *graph.Facts) []graph.Kind { return f.Kinds },
	make: func(w *World, i int32) *KindOf {
		r := &w.Facts().Kinds[i]
		return &KindOf{w.fact("kinds", i), w.itemAt(r.Item), w.itemAt(r.KindOf)}
	},
}

// Substitute is something that can stand in for an item.
type Substitute struct {
	fact
	Item, Substitute Item
	ForItem          Item
	Performance      *float64
	Readiness        graph.Readiness
	Note             *string
	Source           *Source
	Confidence       graph.Confidence
}

var substitutes = table[graph.Substitute, Substitute]{
	name: "substitutes", rows: func(f *graph.Facts) []graph.Substitute { return f.Substitutes },
	source: func(r *graph.Substitute) string { return r.Source }, confidence: func(r *graph.Substitute) graph.Confidence { return r.Confidence },
	make: func(w *World, i int32) *Substitute {
		r := &w.Facts().Substitutes[i]
		return &Substitute{w.fact("substitutes", i), w.itemAt(r.Item), w.itemAt(r.Substitute), w.maybeItem(r.ForItem),
			number(r.PerformancePercent), r.Readiness, text(r.Note), w.sourceAt(r.Source), r.Confidence}
	},
}

// Alias is another name of a thing.
type Alias struct {
	fact
	Text     string
	Language graph.Language

	of string
}

// Of is the thing that is named.
func (a *Alias) Of() Node { return a.world.wrapAt(a.of) }

func newAlias(w *World, i int32) *Alias {
	r := &w.Facts().Aliases[i]
	return &Alias{fact: w.fact("aliases", i), Text: r.Alias, Language: r.Language, of: r.ID}
}

var aliases = table[graph.Alias, Alias]{name: "aliases", rows: func(f *graph.Facts) []graph.Alias { return f.Aliases }, make: newAlias}

// firstAlias finds where the names of a thing begin; rows stand in the order of ids.
func firstAlias(rows []graph.Alias, id string) int {
	return sort.Search(len(rows), func(i int) bool { return rows[i].ID >= id })
}

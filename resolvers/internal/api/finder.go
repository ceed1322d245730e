package api

import (
	"context"
	"fmt"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// finder turns the values of a filter into conditions on readable keys. The first id that names nothing stops it. A list that is
// not given is no condition; an empty list is a condition that nothing meets.
type finder struct {
	ctx   context.Context
	world *World
	err   error
}

// match is a condition on a readable key.
type match func(key string) bool

func anyKey(string) bool { return true }

func (f *finder) fail(err error) {
	if f.err == nil {
		f.err = err
	}
}

// node looks one id up.
func (f *finder) node(id string, among kinds) graph.Node {
	n, err := find(f.world.Snapshot, id, among)
	if err != nil {
		f.fail(err)
	}
	return n
}

// nodes looks many ids up.
func (f *finder) nodes(ids []string, among kinds) []graph.Node {
	var out []graph.Node
	for _, id := range ids {
		if n := f.node(id, among); f.err == nil {
			out = append(out, n)
		}
	}
	return out
}

// oneOf holds for the keys of the ids given.
func (f *finder) oneOf(ids []string, among kinds) match {
	if ids == nil {
		return anyKey
	}
	return f.set(f.nodes(ids, among))
}

func (f *finder) set(nodes []graph.Node) match {
	keys := make(map[string]bool, len(nodes))
	for _, n := range nodes {
		keys[f.world.View.Key(n)] = true
	}
	return func(key string) bool { return keys[key] }
}

// inCountries holds for countries and regions given, and for the members of the regions.
func (f *finder) inCountries(ids []string) match {
	if ids == nil {
		return anyKey
	}
	nodes := f.nodes(ids, countries)
	for _, n := range nodes[:len(nodes):len(nodes)] {
		for _, row := range f.world.Regions.Out(n) {
			nodes = append(nodes, f.world.Regions.To[row])
		}
	}
	return f.set(nodes)
}

// under holds for an item and its grades.
func (f *finder) under(id *string) match {
	if id == nil {
		return anyKey
	}
	n := f.node(*id, items)
	if f.err != nil {
		return anyKey
	}
	return f.set(f.withGrades(n))
}

func (f *finder) withGrades(item graph.Node) []graph.Node {
	return append([]graph.Node{item}, f.world.Below(item)...)
}

// covering holds for whatever covers an item: itself, its classes, and groups that hold one of these.
func (f *finder) covering(id *string) match {
	if id == nil {
		return anyKey
	}
	n := f.node(*id, items)
	if f.err != nil {
		return anyKey
	}
	covers := append([]graph.Node{n}, f.world.Above(n)...)
	for _, item := range covers[:len(covers):len(covers)] {
		for _, row := range f.world.Members.In(item) {
			covers = append(covers, f.world.Members.From[row])
		}
	}
	return f.set(covers)
}

// network gives the network of the view; nil when it failed.
func (f *finder) network() *chain.Network {
	n, err := f.world.Network(f.ctx)
	if err != nil {
		f.fail(err)
	}
	return n
}

// in holds for the values of a list; a list that is not given is no condition.
func in[V comparable](list []V) func(V) bool {
	if list == nil {
		return func(V) bool { return true }
	}
	set := make(map[V]bool, len(list))
	for _, v := range list {
		set[v] = true
	}
	return func(v V) bool { return set[v] }
}

// is holds for the value asked for, or for both when none is.
func is(want *bool) func(bool) bool {
	if want == nil {
		return func(bool) bool { return true }
	}
	return func(b bool) bool { return b == *want }
}

// dated holds for dates whose first day lies within bounds; what has no date meets no bound.
func dated(from, to *graph.Day) func(graph.Date) bool {
	return func(d graph.Date) bool {
		if from == nil && to == nil {
			return true
		}
		return d.Known() && (from == nil || d.First() >= *from) && (to == nil || d.First() <= *to)
	}
}

// within holds for whole numbers within bounds; what is unknown meets no bound.
func within(from, to *int) func(graph.Integer) bool {
	return func(n graph.Integer) bool {
		if from == nil && to == nil {
			return true
		}
		return n.Known && (from == nil || int(n.Value) >= *from) && (to == nil || int(n.Value) <= *to)
	}
}

// atLeast holds for numbers of at least a bound, times a scale; what is unknown does not.
func atLeast(least *float64, scale float64) func(graph.Number) bool {
	return func(n graph.Number) bool { return least == nil || n.Known && n.Value >= *least*scale-1e-9 }
}

// maxText bounds what is looked for in texts.
const maxText = 200

// lower prepares a text to look for, case aside; empty is no condition.
func (f *finder) lower(text *string) string {
	if text == nil {
		return ""
	}
	if len(*text) > maxText {
		f.fail(apierror.BadInput("text", fmt.Sprintf("has more than %d bytes", maxText), "Give a shorter text."))
	}
	return strings.ToLower(*text)
}

func contains(lower string, texts ...string) bool {
	for _, text := range texts {
		if strings.Contains(strings.ToLower(text), lower) {
			return true
		}
	}
	return lower == ""
}

// says tells whether the key, name, note or some alias of a node holds a text.
func (f *finder) says(n graph.Node, lower string, texts ...string) bool {
	if lower == "" || contains(lower, f.world.View.Key(n)) || contains(lower, texts...) {
		return true
	}
	rows, key := f.world.Facts().Aliases, f.world.View.Key(n)
	for i := firstAlias(rows, key); i < len(rows) && rows[i].ID == key; i++ {
		if contains(lower, rows[i].Alias) {
			return true
		}
	}
	return false
}

package control_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
)

func bookOn(t *testing.T, on string, edits ...graph.Edit) *control.Book {
	t.Helper()
	v, err := graph.NewView(seedBook().View().Snapshot, day(t, on), graph.Filter{})
	require.NoError(t, err)
	v, err = v.With(edits...)
	require.NoError(t, err)
	return control.NewBook(v)
}

// What is closed at the border, and how surely: not where a kind alone is, or where a suspension that has run out decides it.
func TestClosing(t *testing.T) {
	for _, c := range []struct {
		on, item, to string
		use          control.EndUse
		closed, sure bool
	}{
		{"2025-12-10", "dy-oxide", "DE", control.Military, false, false},
		{"2025-12-10", "dy-oxide", "US", control.Civilian, false, false},
		{"2025-12-10", "dy-oxide", "US", control.Military, true, true},
		{"2025-12-10", "rare-earth-magnet", "US", control.Military, true, false},
		{"2026-11-27", "gallium-nitride", "US", control.Civilian, false, false},
		{"2026-11-28", "gallium-nitride", "US", control.Civilian, true, false},
		{"2025-11-08", "gallium-nitride", "US", control.Civilian, true, true},
	} {
		b := bookOn(t, c.on)
		to, ok := b.View().Find(graph.KindCountry, c.to)
		require.True(t, ok)
		closed, sure := b.Gate(c.use).Passing(nodes(t, c.item)[0], to, graph.NoNode, graph.NoNode).Closing()
		require.Equal(t, []bool{c.closed, c.sure}, []bool{closed, sure}, "%+v", c)
	}
}

// The controls of the controlling country are its own, in order.
func TestControls(t *testing.T) {
	b := bookOn(t, "2025-12-10")
	all := b.Controls()
	require.True(t, slices.IsSorted(all))
	require.Subset(t, b.View().Keys(all), []string{"mofcom-2025-18", "mofcom-2024-46-1"})
	for _, c := range b.View().Facts().ExportControls {
		n, _ := b.View().Find(graph.KindControl, c.ID)
		require.Equal(t, c.Country == "CN", slices.Contains(all, n), c.ID)
	}
}

// What is kept at the border, under which control, and how surely.
func TestBarring(t *testing.T) {
	for _, c := range []struct {
		on, item, to     string
		use              control.EndUse
		user, holder     string
		of               []string
		want             []string
		passage          control.Passage
		sure, unverified bool
	}{
		{"2025-03-01", "dy-oxide", "DE", control.Civilian, "", "", []string{"mofcom-2025-18"}, nil, control.Open, false, false},
		{"2025-05-10", "dy-oxide", "DE", control.Civilian, "", "", []string{"mofcom-2025-18"}, []string{"mofcom-2025-18"}, control.Delayed, true, false},
		{"2025-05-10", "dy-oxide", "DE", control.Civilian, "", "", []string{"mofcom-2025-57"}, nil, control.Delayed, false, false},
		{"2025-12-10", "sintered-ndfeb-gbd", "DE", control.Civilian, "volkswagen", "jl-mag", []string{"mofcom-2025-18"}, nil, control.Open, false, false},
		{"2025-12-10", "sintered-ndfeb-gbd", "US", control.Military, "tesla", "jl-mag", []string{"mofcom-2024-46-1"}, []string{"mofcom-2024-46-1"}, control.Closed, true, false},
		{"2025-05-10", "sintered-ndfeb-magnet", "DE", control.Civilian, "", "", []string{"mofcom-2025-18"}, []string{"mofcom-2025-18"}, control.Delayed, false, false},
		{"2026-11-10", "ho-oxide", "DE", control.Civilian, "", "", []string{"mofcom-2025-57"}, nil, control.Open, false, false},
		{"2026-11-11", "ho-oxide", "DE", control.Civilian, "", "", []string{"mofcom-2025-57"}, []string{"mofcom-2025-57"}, control.Unverified, false, true},
	} {
		b := bookOn(t, c.on)
		find := func(key string) graph.Node {
			if key == "" {
				return graph.NoNode
			}
			return nodes(t, key)[0]
		}
		to, ok := b.View().Find(graph.KindCountry, c.to)
		require.True(t, ok)
		d := b.Gate(c.use).Passing(find(c.item), to, find(c.user), find(c.holder))
		require.Equal(t, c.passage, d.Passage(), "%+v", c)
		clauses, sure, unverified := d.Barring(nodes(t, c.of...))
		var keys []string
		for _, clause := range clauses {
			keys = append(keys, b.View().Key(clause.Control))
		}
		require.Equal(t, c.want, keys, "%+v", c)
		require.Equal(t, []bool{c.sure, c.unverified}, []bool{sure, unverified}, "%+v", c)
	}
}

// The gate decides as the book does, and the same decision again.
func TestGateKeepsDecisions(t *testing.T) {
	b := bookOn(t, "2025-12-10")
	to, _ := b.View().Find(graph.KindCountry, "DE")
	item := nodes(t, "sintered-ndfeb-gbd")[0]
	g := b.Gate(control.Civilian)
	d := g.Passing(item, to, graph.NoNode, graph.NoNode)
	want := b.Decide(control.Question{Item: item, Origin: graph.NoNode, Destination: to, EndUse: control.Civilian, User: graph.NoNode,
		Holder: graph.NoNode, On: b.View().AsOf})
	require.Equal(t, []any{want.Outcome, want.Rule, want.Flags}, []any{d.Outcome, d.Rule, d.Flags})
	require.Same(t, d, g.Passing(item, to, graph.NoNode, graph.NoNode))
}

// On 11 November 2026 the pauses have run out; a scenario that prolongs or lifts them is another change.
func TestChangesOfControls(t *testing.T) {
	october := []string{"mofcom-2025-21", "mofcom-2025-55", "mofcom-2025-56", "mofcom-2025-57", "mofcom-2025-58",
		"mofcom-2025-61-1", "mofcom-2025-61-2", "mofcom-2025-61-3", "mofcom-2025-62"}
	before := bookOn(t, "2026-11-10")
	list := func(after *control.Book) (keys []string, changes []control.Change) {
		changes = control.Changes(before, after)
		for _, c := range changes {
			keys = append(keys, before.View().Key(c.Control))
		}
		return keys, changes
	}
	keys, changes := list(bookOn(t, "2026-11-11"))
	require.Equal(t, october, keys)
	for _, c := range changes {
		require.Equal(t, []control.State{control.Suspended, control.Revived}, []control.State{c.Before, c.After})
		require.Equal(t, graph.Flags{graph.FlagSuspensionExpired}, c.Flags)
	}
	keys, _ = list(bookOn(t, "2026-11-11", setting(t, false, "2026-11-11", "2027-11-10", october...)))
	require.Empty(t, keys, "extended: nothing changes")
	keys, changes = list(bookOn(t, "2026-11-11", setting(t, true, "2026-11-11", "", october...)))
	require.Equal(t, october, keys)
	for _, c := range changes {
		require.Equal(t, control.Active, c.After)
		require.Equal(t, graph.Flags{graph.FlagScenario}, c.Flags)
	}
	keys, _ = list(before)
	require.Empty(t, keys)

	// A view that lacks a control says nothing of it.
	v, err := graph.NewView(before.View().Snapshot, before.View().AsOf, graph.Filter{WithoutSources: []string{before.View().Facts().ExportControls[0].Source}})
	require.NoError(t, err)
	_, changes = list(control.NewBook(v))
	require.NotEmpty(t, changes)
	require.True(t, slices.ContainsFunc(changes, func(c control.Change) bool { return c.After == "" && c.Before != "" }))
}

package neo4j

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
)

func TestModel_EveryTableOnceInOrder(t *testing.T) {
	kinds := declared()
	tables := graph.Tables()
	require.Len(t, kinds, len(tables))
	for i, k := range kinds {
		require.Equal(t, tables[i].Name, k.table)
		require.NotEqual(t, k.verb == "", len(k.labels) == 0, "%s is either nodes or relationships", k.table)
	}
}

func TestModel_EveryReferenceOfANodeIsDrawn(t *testing.T) {
	for _, n := range theModel().nodes {
		for i, c := range n.table.Columns {
			drawn := slices.ContainsFunc(n.links, func(l nodeLink) bool { return l.index == i })
			// Sources are joined by id: a relationship from every row would make each source a hub.
			require.Equal(t, c.Type == graph.Reference && c.Name != "source", drawn, "%s.%s", n.table.Name, c.Name)
		}
	}
}

func TestModel_NamesAreSafeToSpell(t *testing.T) {
	m := theModel()
	label, verb, name := regexp.MustCompile(`^([A-Z][a-z]+)+$`), regexp.MustCompile(`^[A-Z]+(_[A-Z]+)*$`), regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	own := []string{"id", "line", "seq"}
	for _, n := range m.nodes {
		for l := range strings.SplitSeq(strings.TrimPrefix(n.labels, ":"), ":") {
			require.Regexp(t, label, l)
		}
		names := slices.Clone(own)
		if n.table.HasID() {
			names = own[1:]
		}
		requireDistinct(t, n.table.Name, names, n.properties, name)
	}
	for _, v := range m.verbs {
		require.Regexp(t, verb, v.name)
		require.NotEmpty(t, v.from, v.name)
		require.NotEmpty(t, v.to, v.name)
		if v.table != nil {
			requireDistinct(t, v.name, slices.Clone(own), v.properties, name)
		}
	}
}

func requireDistinct(t *testing.T, what string, names []string, properties []property, shape *regexp.Regexp) {
	t.Helper()
	for _, p := range properties {
		require.Regexp(t, shape, p.name)
		for _, name := range []string{p.name, p.name + textSuffix} {
			require.NotContains(t, names, name, what)
			names = append(names, name)
		}
	}
}

func TestValue_EveryCellPrintsBack(t *testing.T) {
	shapes := map[graph.ColumnType]string{
		graph.Text:            `.{1,9}`,
		graph.Decimal:         `-?(0|[1-9][0-9]{0,9})(\.[0-9]{1,5})?`,
		graph.Whole:           `-?[1-9][0-9]{0,8}|0`,
		graph.Boolean:         `true|false`,
		graph.Calendar:        `20[0-9]{2}(-0[1-9](-1[0-9])?)?`,
		graph.EnumerationList: `[A-Z]{1,3}(;[A-Z]{1,3}){0,3}`,
		graph.CodeList:        `[0-9]{1,3}(;[0-9]{1,3}){0,3}`,
	}
	for kind, shape := range shapes {
		column := &graph.Column{Name: "x", Type: kind}
		rapid.Check(t, func(t *rapid.T) {
			cell := rapid.StringMatching(shape).Draw(t, "cell")
			value, text, err := propertyOf(column, cell)
			require.NoError(t, err)
			got, natural, err := cellOf(column, fromServer(value), textOrNil(text))
			require.NoError(t, err)
			require.Equal(t, cell, got)
			require.True(t, natural)
		})
	}
}

// fromServer is the value as the driver hands it back.
func fromServer(value any) any {
	if list, ok := value.([]string); ok {
		back := make([]any, len(list))
		for i, s := range list {
			back[i] = s
		}
		return back
	}
	return value
}

func textOrNil(text string) any {
	if text == "" {
		return nil
	}
	return text
}

func TestValue_WhatOthersWrite(t *testing.T) {
	for _, c := range []struct {
		name        string
		kind        graph.ColumnType
		value, text any
		cell        string
		natural     bool
	}{
		{"the text is kept", graph.Decimal, 8.2, "8.20", "8.20", true},
		{"a number changed by hand beats its old text", graph.Decimal, 9.0, "8.20", "9", false},
		{"a text that is not needed", graph.Decimal, 8.2, "8.2", "8.2", false},
		{"a whole number in a decimal column", graph.Decimal, int64(30), nil, "30", false},
		{"a whole number beside an old text", graph.Decimal, int64(30), "8.20", "30", false},
		{"a float in a whole column", graph.Whole, 30.0, nil, "30", false},
		{"a number as text", graph.Decimal, "8.20", nil, "8.20", false},
		{"a boolean as text", graph.Boolean, "true", nil, "true", false},
		{"an empty text", graph.Text, "", nil, "", false},
		{"a text left without its number", graph.Decimal, nil, "8.20", "", false},
	} {
		cell, natural, err := cellOf(&graph.Column{Type: c.kind}, c.value, c.text)
		require.NoError(t, err, c.name)
		require.Equal(t, c.cell, cell, c.name)
		require.Equal(t, c.natural, natural, c.name)
	}
	for _, bad := range []any{true, int64(1), []any{"a"}, map[string]any{}} {
		_, _, err := cellOf(&graph.Column{Type: graph.Text}, bad, nil)
		require.Error(t, err)
	}
	_, _, err := cellOf(&graph.Column{Type: graph.Whole}, 1.5, nil)
	require.Error(t, err)
}

package resolvers_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/resolvers"
)

// contract is the schema as clients see it.
func contract() *ast.Schema { return resolvers.NewSchema(seedSnapshot, clock).Schema() }

// aList is a list of the view that takes a filter and an order, with what tells its elements apart.
type aList struct {
	field    string
	orders   []string
	identity string
}

// lists are all such lists, read from the schema.
func lists(schema *ast.Schema) []aList {
	var found []aList
	for _, f := range schema.Types["View"].Fields {
		if !strings.HasSuffix(f.Type.Name(), "Connection") || f.Arguments.ForName("orderBy") == nil || f.Arguments.ForName("of") != nil {
			continue
		}
		l := aList{field: f.Name, identity: "row { file line }"}
		for _, value := range schema.Types[f.Arguments.ForName("orderBy").Type.Name()].EnumValues {
			l.orders = append(l.orders, value.Name)
		}
		found = append(found, l)
	}
	return found
}

type listPage struct {
	Nodes []struct {
		Row struct {
			File string
			Line int
		}
	}
	Edges    []struct{ Cursor string }
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	TotalCount int
}

func (p listPage) keys() []string {
	keys := make([]string, len(p.Nodes))
	for i, n := range p.Nodes {
		keys[i] = fmt.Sprintf("%s:%d", n.Row.File, n.Row.Line)
	}
	return keys
}

// walk pages through a list and gives the keys of all elements.
func walk(t testing.TB, l aList, order string, size func() int) []string {
	query := fmt.Sprintf(`query($first: Int!, $after: String) { view { list: %s(orderBy: %s, first: $first, after: $after) {
		nodes { %s } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } } }`, l.field, order, l.identity)
	var all []string
	var after *string
	for {
		first := size()
		got := read[struct{ View struct{ List listPage } }](t, seedAPI(), query, map[string]any{"first": first, "after": after}).View.List
		require.LessOrEqual(t, len(got.Nodes), first)
		require.Len(t, got.Edges, len(got.Nodes))
		require.Equal(t, after != nil, got.PageInfo.HasPreviousPage)
		all = append(all, got.keys()...)
		if !got.PageInfo.HasNextPage {
			require.Len(t, all, got.TotalCount, "%s by %s", l.field, order)
			return all
		}
		require.Len(t, got.Nodes, first, "a page that is not the last is full")
		require.Equal(t, got.Edges[0].Cursor, *got.PageInfo.StartCursor)
		require.Equal(t, got.Edges[first-1].Cursor, *got.PageInfo.EndCursor)
		after = got.PageInfo.EndCursor
	}
}

// Every list, in every order, holds the same elements, each once.
func TestOrdersHoldTheSame(t *testing.T) {
	for _, l := range lists(contract()) {
		t.Run(l.field, func(t *testing.T) {
			byKey := walk(t, l, "KEY", func() int { return 500 })
			require.Len(t, unique(byKey), len(byKey))
			for _, order := range l.orders {
				require.ElementsMatch(t, byKey, walk(t, l, order, func() int { return 500 }), order)
			}
		})
	}
}

// Every list pages through to the same elements in the same order, whatever the sizes of the pages.
func TestListsPageThrough(t *testing.T) {
	all := lists(contract())
	require.Greater(t, len(all), 30)
	rapid.Check(t, func(rt *rapid.T) {
		l := rapid.SampledFrom(all).Draw(rt, "list")
		order := rapid.SampledFrom(l.orders).Draw(rt, "order")
		whole := walk(t, l, order, func() int { return 500 })
		least, most := max(len(whole)/8, 1), min(max(len(whole), 2), 500)
		paged := walk(t, l, order, func() int { return rapid.IntRange(least, most).Draw(rt, "size") })
		require.Equal(t, whole, paged, "%s by %s", l.field, order)
	})
}

func unique(keys []string) map[string]bool {
	set := map[string]bool{}
	for _, key := range keys {
		set[key] = true
	}
	return set
}

// Every row of every table of the release can be reached: nothing that is loaded is out of sight.
func TestEveryTableIsReachable(t *testing.T) {
	files := map[string]map[string]bool{}
	for _, l := range lists(contract()) {
		for _, key := range walk(t, l, "KEY", func() int { return 500 }) {
			file, line, _ := strings.Cut(key, ":")
			if files[file] == nil {
				files[file] = map[string]bool{}
			}
			files[file][line] = true
		}
	}
	members := map[string]int{}
	for _, list := range []string{"countries(filter: {isRegion: true})", "itemGroups"} {
		got := read[struct {
			View struct {
				List struct {
					Nodes []struct{ Members struct{ TotalCount int } }
				}
			}
		}](t, seedAPI(), fmt.Sprintf(`{ view { list: %s { nodes { members { totalCount } } } } }`, list), nil)
		for _, n := range got.View.List.Nodes {
			members[list] += n.Members.TotalCount
		}
	}
	for _, table := range graph.Tables() {
		rows := table.Len(seedSnapshot().Facts())
		switch table.Name {
		case "region_members":
			require.Equal(t, rows, members["countries(filter: {isRegion: true})"])
		case "item_group_members":
			require.Equal(t, rows, members["itemGroups"])
		default:
			require.Len(t, files[table.Name+".csv"], rows, table.Name)
		}
	}
}

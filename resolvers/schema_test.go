package resolvers_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	gql "github.com/vektah/gqlparser/v2/ast"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/reach"
)

// own gives the types of the contract, without those of GraphQL itself.
func own() []*gql.Definition {
	var types []*gql.Definition
	for _, name := range slices.Sorted(maps.Keys(contract().Types)) {
		if def := contract().Types[name]; !def.BuiltIn && !strings.HasPrefix(name, "__") {
			types = append(types, def)
		}
	}
	return types
}

// measured are the types of which a value means nothing without an example.
var measured = []string{"String", "ID", "Int", "Float", "Share", "Kilograms", "Date", "PartialDate"}

func needsExample(t *gql.Type) bool { return slices.Contains(measured, t.Name()) }

// units are the words that say what a number counts.
var units = regexp.MustCompile(`(?i)kilogram|tonnes|percent|degrees|days|year|count|how many|per unit|0 to 1|in the unit|in unit|US dollars|protons|1 for the whole name|from 1\b|from -1 to 1`)

func described(t *testing.T, where, text string, typ *gql.Type) {
	t.Helper()
	require.NotEmpty(t, text, where)
	require.Regexp(t, `[.]$`, text, where)
	if typ != nil && needsExample(typ) {
		require.Contains(t, text, "e.g. ", where)
	}
	if typ != nil && slices.Contains([]string{"Int", "Float", "Share", "Kilograms"}, typ.Name()) {
		require.Regexp(t, units, text, where)
	}
}

// Everything in the contract says what it means, in which unit, with an example.
func TestEverythingIsDescribed(t *testing.T) {
	for _, def := range own() {
		described(t, def.Name, def.Description, nil)
		for _, field := range def.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			where := def.Name + "." + field.Name
			described(t, where, field.Description, field.Type)
			for _, argument := range field.Arguments {
				described(t, where+"("+argument.Name+":)", argument.Description, argument.Type)
			}
		}
		for _, value := range def.EnumValues {
			described(t, def.Name+"."+value.Name, value.Description, nil)
		}
	}
}

// Every list is bounded: by first, by its page, or by what its description says.
func TestEveryListIsBounded(t *testing.T) {
	for _, def := range own() {
		if def.Kind != gql.Object && def.Kind != gql.Interface {
			continue
		}
		for _, field := range def.Fields {
			if field.Type.Elem == nil || strings.HasPrefix(field.Name, "__") {
				continue
			}
			bounded := field.Arguments.ForName("first") != nil || strings.Contains(field.Description, "at most") ||
				field.Name == "nodes" && strings.Contains(field.Arguments.ForName("ids").Description, "at most")
			require.True(t, bounded, "%s.%s", def.Name, field.Name)
		}
	}
}

// Every flag that the product raises is in the contract, and no other.
func TestFlagsAreThoseOfTheProduct(t *testing.T) {
	var want []string
	files, err := filepath.Glob("../graph/flag*.go")
	require.NoError(t, err)
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		ast.Inspect(tree, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, "Flag") {
				value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				require.NoError(t, err)
				want = append(want, value)
			}
			return true
		})
	}
	var got []string
	for _, value := range contract().Types["Flag"].EnumValues {
		got = append(got, value.Name)
	}
	require.ElementsMatch(t, want, got)
}

// The closed lists of the contract are those of the product.
func TestWordsAreThoseOfTheProduct(t *testing.T) {
	for name, values := range map[string][]string{
		"Stage": texts(graph.Stages()), "NodeKind": texts(graph.NodeKinds()), "LinkKind": texts(reach.Relations()),
		"ElementGroup": graph.ElementGroup("").Values(), "Form": graph.Form("").Values(), "ComponentKind": graph.ComponentKind("").Values(),
		"Sector": graph.Sector("").Values(), "ItemEndUse": graph.ItemEndUse("").Values(), "Category": graph.Category("").Values(),
		"Confidence": graph.Confidence("").Values(), "Readiness": graph.Readiness("").Values(), "Role": graph.Role("").Values(),
		"FacilityStatus": graph.FacilityStatus("").Values(), "SupplyStatus": graph.SupplyStatus("").Values(), "Regime": graph.Regime("").Values(),
		"EventKind": graph.EventKind("").Values(), "EntityList": graph.EntityList("").Values(), "LeadTimeKind": graph.LeadTimeKind("").Values(),
		"HolderKind": graph.HolderKind("").Values(), "ProcurementRuleKind": graph.ProcurementRuleKind("").Values(), "SourceKind": graph.SourceKind("").Values(),
		"Unit": upper(graph.Unit("").Values()), "FeedUnit": upper(graph.FeedUnit("").Values()), "Language": upper(graph.Language("").Values()),
	} {
		var got []string
		for _, value := range contract().Types[name].EnumValues {
			got = append(got, value.Name)
		}
		require.ElementsMatch(t, values, got, name)
	}
}

func texts[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

func upper(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strings.ToUpper(v)
	}
	return out
}

// The ids that descriptions give as examples are ids of the seed.
func TestExamplesAreIds(t *testing.T) {
	ids := regexp.MustCompile(`e\.g\. ([^.;]+)[.;]`)
	checked := 0
	check := func(where, text string, typ *gql.Type) {
		if typ.Name() != "ID" || strings.Contains(where, ".id") || strings.HasSuffix(where, ".notFound") {
			return
		}
		found := ids.FindStringSubmatch(strings.ReplaceAll(text, "e.g. countries ", "e.g. "))
		if strings.Contains(text, "opaque") || strings.Contains(text, "hexadecimal") || found == nil {
			return
		}
		for id := range strings.SplitSeq(found[1], ", ") {
			checked++
			_, known := seedSnapshot().Resolve(id)
			_, source := seedSnapshot().Find(graph.KindSource, id)
			if !known && !source {
				t.Errorf("%s: %q is not an id of the seed", where, id)
			}
		}
	}
	for _, def := range own() {
		for _, field := range def.Fields {
			if def.Kind == gql.InputObject {
				check(def.Name+"-"+field.Name, field.Description, field.Type)
			}
			for _, argument := range field.Arguments {
				check(def.Name+"-"+field.Name+"-"+argument.Name, argument.Description, argument.Type)
			}
		}
	}
	require.Greater(t, checked, 100)
}

package queries_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/lodestone-graph/lodestone/queries"
)

// A worked question runs as it stands: one named query whose variables all have defaults, under a title in words.
func TestWorkedQuestionsRunAsTheyStand(t *testing.T) {
	all, err := queries.All()
	require.NoError(t, err)
	require.NotEmpty(t, all)
	names := map[string]bool{}
	for _, query := range all {
		t.Run(query.Name, func(t *testing.T) {
			document, err := parser.ParseQuery(&ast.Source{Name: query.Name, Input: query.Text})
			require.NoError(t, err)
			require.Len(t, document.Operations, 1)
			operation := document.Operations[0]
			require.Equal(t, ast.Query, operation.Operation)
			require.NotEmpty(t, operation.Name)
			require.False(t, names[operation.Name], "the name %s is taken", operation.Name)
			names[operation.Name] = true
			for _, variable := range operation.VariableDefinitions {
				require.NotNil(t, variable.DefaultValue, "$%s has no default", variable.Variable)
			}
			require.Regexp(t, `^[A-Z].*[.?]$`, query.Title)
		})
	}
}

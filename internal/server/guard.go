package server

import (
	"context"
	"math"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// guard refuses documents by their shape before they are validated, because validation itself is quadratic in the fields
// of a selection and walks fragments once for each use. What it lets through is parsed again by gqlgen, once, and cached.
type guard struct {
	limits Limits
	known  graphql.Cache[*ast.QueryDocument]
}

func (guard) ExtensionName() string                   { return "Guard" }
func (guard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters checks the shape of a document that was not seen before.
func (g guard) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	if _, ok := g.known.Get(ctx, params.Query); ok {
		return nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: params.Query}, g.limits.Tokens)
	if err != nil {
		return g.parseError(err)
	}
	shapes, all := newShapes(document), 0
	for _, fragment := range document.Fragments {
		all = addSaturated(all, shapes.ofFragment(fragment.Name).fields)
	}
	for _, operation := range document.Operations {
		own := shapes.of(operation.SelectionSet)
		if err := g.check(own); err != nil {
			return refuse(err, operation.Position)
		}
		all = addSaturated(all, own.fields)
	}
	if most := fragmentUses * g.limits.Fields; all > most {
		return refuse(apierror.TooExpensive("number of fields in all fragments", all, most, "Nest fewer fragments in each other."), nil)
	}
	return nil
}

// fragmentUses is how many times the limit of fields all definitions of a document may hold together, each fragment opened.
const fragmentUses = 5

// parseError tells a document that is too long from one that is not GraphQL, which gqlgen reports by itself. The parser gives
// the former no type of its own; a test holds its words.
func (g guard) parseError(err error) *gqlerror.Error {
	if strings.Contains(err.Error(), "exceeded token limit") {
		return refuse(apierror.TooExpensive("number of tokens", g.limits.Tokens+1, g.limits.Tokens,
			"Split the document, or move long lists of values into variables."), nil)
	}
	return nil
}

func (g guard) check(s shape) *apierror.Error {
	switch {
	case s.depth > g.limits.Depth:
		return apierror.TooExpensive("depth", s.depth, g.limits.Depth, "Nest fewer fields, or fetch deeper levels by id in a second operation.")
	case s.aliases > g.limits.Alias:
		return apierror.TooExpensive("number of aliases", s.aliases, g.limits.Alias, "Ask for many things with one list argument instead of many aliases.")
	case s.fields > g.limits.Fields:
		return apierror.TooExpensive("number of fields", s.fields, g.limits.Fields, "Select fewer fields, or split the operation.")
	}
	return nil
}

// shape is what a selection amounts to once its fragments are opened. Counts saturate.
type shape struct {
	depth, fields, aliases int
}

func (s shape) plus(other shape) shape {
	return shape{
		depth:   max(s.depth, other.depth),
		fields:  addSaturated(s.fields, other.fields),
		aliases: addSaturated(s.aliases, other.aliases),
	}
}

func addSaturated(a, b int) int { return min(a+b, math.MaxInt32) }

// shapes measures selections, each fragment once, however often it is spread.
type shapes struct {
	fragments ast.FragmentDefinitionList
	known     map[string]shape
}

func newShapes(document *ast.QueryDocument) shapes {
	return shapes{fragments: document.Fragments, known: make(map[string]shape, len(document.Fragments))}
}

func (s shapes) of(selections ast.SelectionSet) shape {
	var total shape
	for _, selection := range selections {
		switch selection := selection.(type) {
		case *ast.Field:
			inner := s.of(selection.SelectionSet)
			inner.depth++
			inner.fields = addSaturated(inner.fields, 1)
			if selection.Alias != selection.Name {
				inner.aliases = addSaturated(inner.aliases, 1)
			}
			total = total.plus(inner)
		case *ast.InlineFragment:
			total = total.plus(s.of(selection.SelectionSet))
		case *ast.FragmentSpread:
			total = total.plus(s.ofFragment(selection.Name))
		}
	}
	return total
}

// ofFragment counts a fragment that spreads itself, or that does not exist, as empty: the validator refuses both.
func (s shapes) ofFragment(name string) shape {
	if known, ok := s.known[name]; ok {
		return known
	}
	s.known[name] = shape{}
	if fragment := s.fragments.ForName(name); fragment != nil {
		s.known[name] = s.of(fragment.SelectionSet)
	}
	return s.known[name]
}

// refuse gives a typed error the place in the document that it speaks about.
func refuse(err *apierror.Error, position *ast.Position) *gqlerror.Error {
	refused := gqlerror.Wrap(err)
	if position != nil {
		refused.Locations = []gqlerror.Location{{Line: position.Line, Column: position.Column}}
	}
	return refused
}

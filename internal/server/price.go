package server

import (
	"context"
	"fmt"
	"math"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// Cost is the price of an operation before it ran, and what it might have been. Responses carry it as extensions.cost.
type Cost struct {
	Price int `json:"price"`
	Limit int `json:"limit"`
}

// pricing refuses operations whose lists are too long or whose price is above the limit, before anything runs. The weights
// are the schema's: one a field, the children times the size of the page for a list, more where a room computes much.
type pricing struct {
	limits Limits
	schema graphql.ExecutableSchema
}

const costExtension = "Cost"

func (*pricing) ExtensionName() string { return costExtension }

// Validate remembers the schema, which gqlgen hands over here.
func (p *pricing) Validate(schema graphql.ExecutableSchema) error {
	p.schema = cappedSchema{schema}
	return nil
}

// MutateOperationContext checks the sizes and then the price, which sizes below zero would lower.
func (p *pricing) MutateOperationContext(ctx context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	introspections := 0
	if err := p.walk(operation.Operation.SelectionSet, operation.Variables, &introspections); err != nil {
		return err
	}
	price := complexity.Calculate(ctx, p.schema, operation.Operation, operation.Variables)
	price = addSaturated(min(price, math.MaxInt32), introspections*introspectionPrice)
	operation.Stats.SetExtension(costExtension, &Cost{Price: price, Limit: p.limits.Price})
	if price > p.limits.Price {
		refused := apierror.TooExpensive("price", price, p.limits.Price, p.advice(operation))
		refused.Details["price"] = price
		return refuse(refused, operation.Operation.Position)
	}
	return nil
}

// costOf gives the price of an operation, or nil when it was refused before it had one.
func costOf(operation *graphql.OperationContext) *Cost {
	if operation == nil {
		return nil
	}
	cost, _ := operation.Stats.GetExtension(costExtension).(*Cost)
	return cost
}

// walk checks every argument of every field. The guard has bounded how many there are.
func (p *pricing) walk(selections ast.SelectionSet, variables map[string]any, introspections *int) *gqlerror.Error {
	for _, selection := range selections {
		inner := ast.SelectionSet(nil)
		switch selection := selection.(type) {
		case *ast.Field:
			if err := p.checkArguments(selection, variables); err != nil {
				return err
			}
			if selection.Name == "__schema" {
				*introspections++
			}
			inner = selection.SelectionSet
		case *ast.InlineFragment:
			inner = selection.SelectionSet
		case *ast.FragmentSpread:
			inner = selection.Definition.SelectionSet
		}
		if err := p.walk(inner, variables, introspections); err != nil {
			return err
		}
	}
	return nil
}

func (p *pricing) checkArguments(field *ast.Field, variables map[string]any) *gqlerror.Error {
	if field.Definition == nil || len(field.Definition.Arguments) == 0 {
		return nil
	}
	for _, argument := range field.Arguments {
		if bad := badLiteral(argument.Value); bad != nil {
			return refuse(apierror.BadInput(argument.Name, bad.Raw+" is larger than any number", "Use a smaller number."), bad.Position)
		}
	}
	arguments := field.ArgumentMap(variables)
	page := p.limits.Page
	for _, value := range arguments { // who names many things may have an answer for each of them at once
		page = max(page, min(longestList(value), p.limits.List))
	}
	for name, value := range arguments {
		if name == "first" || name == "last" {
			if size, ok := wholeNumber(value); ok && (size < 0 || size > page) {
				return refuse(apierror.BadInput(name, fmt.Sprintf("%d is outside 0 to %d", size, page),
					"Ask for a smaller page and go on with after: pageInfo.endCursor."), field.Position)
			}
		}
		if longest := longestList(value); longest > p.limits.List {
			return refuse(apierror.BadInput(name, fmt.Sprintf("a list of %d values, more than %d", longest, p.limits.List),
				"Send the values in several operations."), field.Position)
		}
	}
	return nil
}

// advice names the outermost paged fields, where a smaller first saves most.
func (p *pricing) advice(operation *graphql.OperationContext) string {
	const hint = "Lower first, drop nested lists, or ask for fewer things at once"
	if field := firstPaged(operation.Operation.SelectionSet); field != nil {
		return fmt.Sprintf("%s; the list %q at line %d is where to begin.", hint, field.Alias, field.Position.Line)
	}
	return hint + "."
}

func firstPaged(selections ast.SelectionSet) *ast.Field {
	for _, selection := range selections {
		var found *ast.Field
		switch selection := selection.(type) {
		case *ast.Field:
			if selection.Definition != nil && selection.Definition.Arguments.ForName("first") != nil {
				return selection
			}
			found = firstPaged(selection.SelectionSet)
		case *ast.InlineFragment:
			found = firstPaged(selection.SelectionSet)
		case *ast.FragmentSpread:
			found = firstPaged(selection.Definition.SelectionSet)
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// cappedSchema caps the price of children, so that a weight which multiplies cannot overflow, however deep lists nest.
type cappedSchema struct{ graphql.ExecutableSchema }

// Complexity asks the schema with a capped price of children.
func (c cappedSchema) Complexity(ctx context.Context, typeName, field string, child int, arguments map[string]any) (int, bool) {
	return c.ExecutableSchema.Complexity(ctx, typeName, field, min(child, math.MaxInt32), arguments)
}

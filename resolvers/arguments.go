package resolvers

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// checkArguments refuses what the validator lets pass from variables although the language does not: a null for an argument that
// must not be null, which would count as 0, and a word of a closed list in other letters, such as "mine" for MINE, which would
// quietly match nothing.
func checkArguments(schema *ast.Schema, operation *graphql.OperationContext) error {
	c := checker{schema, operation.Variables}
	return c.selections(operation.Operation.SelectionSet)
}

type checker struct {
	schema    *ast.Schema
	variables map[string]any
}

func (c checker) selections(set ast.SelectionSet) error {
	for _, selection := range set {
		var err error
		switch s := selection.(type) {
		case *ast.Field:
			if err = c.field(s); err == nil {
				err = c.selections(s.SelectionSet)
			}
		case *ast.InlineFragment:
			err = c.selections(s.SelectionSet)
		case *ast.FragmentSpread:
			err = c.selections(s.Definition.SelectionSet)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c checker) field(field *ast.Field) error {
	if field.Definition == nil || len(field.Arguments) == 0 {
		return nil
	}
	values := field.ArgumentMap(c.variables)
	for _, argument := range field.Definition.Arguments {
		value, given := values[argument.Name]
		if !given {
			continue
		}
		if err := c.value(argument.Name, argument.Type, value); err != nil {
			return err
		}
	}
	return nil
}

func (c checker) value(where string, typ *ast.Type, value any) error {
	if value == nil {
		if typ.NonNull {
			return apierror.BadInput(where, "is null", "Leave it out, or give a value.")
		}
		return nil
	}
	if typ.Elem != nil {
		list := reflect.ValueOf(value)
		if list.Kind() != reflect.Slice { // one value stands for a list of one
			return c.value(where, typ.Elem, value)
		}
		for i := range list.Len() {
			if err := c.value(fmt.Sprintf("%s[%d]", where, i), typ.Elem, list.Index(i).Interface()); err != nil {
				return err
			}
		}
		return nil
	}
	def := c.schema.Types[typ.NamedType]
	switch value := value.(type) {
	case map[string]any:
		for _, field := range def.Fields {
			if inner, given := value[field.Name]; given {
				if err := c.value(where+"."+field.Name, field.Type, inner); err != nil {
					return err
				}
			}
		}
	case string:
		if def.Kind == ast.Enum && def.EnumValues.ForName(value) == nil {
			return apierror.BadInput(where, fmt.Sprintf("%q is not a %s", value, def.Name), "Write it as the schema does: "+strings.ToUpper(value)+".")
		}
	}
	return nil
}

package server

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// badLiteral finds a number in a document that no Go number holds; gqlparser would panic on it later.
func badLiteral(value *ast.Value) *ast.Value {
	var err error
	switch value.Kind {
	case ast.IntValue:
		_, err = strconv.ParseInt(value.Raw, 10, 64)
	case ast.FloatValue:
		_, err = strconv.ParseFloat(value.Raw, 64)
	}
	if err != nil {
		return value
	}
	for _, child := range value.Children {
		if bad := badLiteral(child.Value); bad != nil {
			return bad
		}
	}
	return nil
}

// wholeNumber reads the number of an argument, which is an int64 from the document and a json.Number from variables.
func wholeNumber(value any) (int, bool) {
	switch value := value.(type) {
	case int:
		return value, true
	case int64:
		return int(value), true
	case float64:
		return int(value), true
	case json.Number:
		if number, err := value.Int64(); err == nil {
			return int(number), true
		}
		return math.MaxInt32, true
	}
	return 0, false
}

// longestList gives the length of the longest list anywhere in a value.
func longestList(value any) int {
	longest := 0
	switch value := value.(type) {
	case []any:
		longest = len(value)
		for _, inner := range value {
			longest = max(longest, longestList(inner))
		}
	case map[string]any:
		for _, inner := range value {
			longest = max(longest, longestList(inner))
		}
	}
	return longest
}

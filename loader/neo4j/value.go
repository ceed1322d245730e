package neo4j

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// textSuffix names the property that keeps a number as it was written, where the number alone would not print so (8.20).
const textSuffix = "_text"

// propertyOf is the value that a cell becomes: float, integer, boolean, list of texts or text; nil for an empty cell. Dates are
// ISO text whatever their precision: they sort and compare as such, a year or a month stays what it was, and date(text) works.
// The second result is the text to keep beside the value, if it would not print back.
func propertyOf(c *graph.Column, cell string) (value any, text string, err error) {
	if cell == "" {
		return nil, "", nil
	}
	switch c.Type {
	case graph.Decimal:
		n, err := graph.ParseNumber(cell)
		if err != nil {
			return nil, "", err
		}
		if decimalText(n.Value) != cell {
			text = cell
		}
		return n.Value, text, nil
	case graph.Whole:
		n, err := graph.ParseInteger(cell)
		return int64(n.Value), "", err
	case graph.Boolean:
		return cell == string(graph.True), "", nil
	case graph.EnumerationList, graph.CodeList:
		return strings.Split(cell, ";"), "", nil
	}
	return cell, "", nil
}

// cellOf is the cell that a property prints as; text is what stands beside a number, or nil. natural is false when the loader would
// have written the same cell as a value of another type: somebody else wrote it, and the next load puts it right. An error says
// that no cell prints so.
func cellOf(c *graph.Column, value, text any) (cell string, natural bool, err error) {
	switch v := value.(type) {
	case nil:
		return "", text == nil, nil
	case string:
		return v, v != "" && !typed(c), nil
	case float64:
		if c.Type == graph.Decimal && !math.IsNaN(v) && !math.IsInf(v, 0) {
			return numberCell(v, text)
		}
		if c.Type == graph.Whole && v == math.Trunc(v) && math.Abs(v) < 1<<31 {
			return strconv.FormatInt(int64(v), 10), false, nil
		}
	case int64:
		if c.Type == graph.Decimal || c.Type == graph.Whole {
			return strconv.FormatInt(v, 10), c.Type == graph.Whole, nil
		}
	case bool:
		if c.Type == graph.Boolean {
			return strconv.FormatBool(v), true, nil
		}
	case []any:
		if c.Type == graph.EnumerationList || c.Type == graph.CodeList {
			return joined(v)
		}
	}
	return "", false, fmt.Errorf("%v (%T) is not a value of this column", value, value)
}

// typed tells whether the cells of the column become something else than text.
func typed(c *graph.Column) bool {
	switch c.Type {
	case graph.Decimal, graph.Whole, graph.Boolean, graph.EnumerationList, graph.CodeList:
		return true
	}
	return false
}

// numberCell prints a number. The text beside it counts while it says the same number: somebody who changes the number by hand
// need not know of it.
func numberCell(v float64, text any) (string, bool, error) {
	shortest := decimalText(v)
	if text == nil {
		return shortest, true, nil
	}
	written, _ := text.(string)
	if n, err := graph.ParseNumber(written); err == nil && n.Known && n.Value == v && written != shortest {
		return written, true, nil
	}
	return shortest, false, nil
}

func joined(list []any) (string, bool, error) {
	parts := make([]string, len(list))
	for i, p := range list {
		text, ok := p.(string)
		if !ok {
			return "", false, fmt.Errorf("%v (%T) is not a text", p, p)
		}
		parts[i] = text
	}
	return strings.Join(parts, ";"), true, nil
}

func decimalText(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

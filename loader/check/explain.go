package check

import (
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// Explain says why a cell does not parse as its column's type, err being what Column.Parse returned, and what its writer
// probably meant.
func Explain(c *graph.Column, cell string, err error) *Explained {
	switch word := strings.ToLower(cell); {
	case c.Type != graph.Enumeration && unknownWords[word], word == "n/a", word == "?", word == "-":
		return &Explained{Rule: "unknown-value", Message: Quote(cell) + " stands for an unknown value in " + c.Name,
			Advice: "an unknown value is an empty cell"}
	}
	switch c.Type {
	case graph.Decimal, graph.Whole:
		return explainNumber(c, cell, err)
	case graph.Calendar, graph.Month:
		return explainDate(c, cell, err)
	case graph.Boolean:
		return explainBoolean(c, cell)
	}
	return explainWord(c, cell)
}

var unknownWords = map[string]bool{
	"n/a": true, "na": true, "none": true, "null": true, "nil": true, "unknown": true, "tbd": true, "tba": true, "n.a.": true,
	"-": true, "–": true, "—": true, "?": true, ".": true, "..": true, "...": true, "…": true, "nan": true, "not known": true,
}

func explainBoolean(c *graph.Column, cell string) *Explained {
	e := &Explained{Rule: "boolean", Message: Quote(cell) + " in " + c.Name + " is neither true nor false", Advice: "write true or false, in small letters"}
	switch strings.ToLower(cell) {
	case "true", "yes", "y", "t", "1", "wahr", "vrai", "x", "是":
		e.Advice = "write true, in small letters"
	case "false", "no", "n", "f", "0", "falsch", "faux", "否":
		e.Advice = "write false, in small letters"
	}
	return e
}

// explainWord deals with words outside a closed list.
func explainWord(c *graph.Column, cell string) *Explained {
	wrong := cell
	if c.Type == graph.EnumerationList {
		if parts := strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(",;|/ ", r) }); len(parts) > 1 && all(c, parts) {
			return &Explained{Rule: "list", Message: Quote(cell) + " in " + c.Name + " is not a list separated by semicolons",
				Advice: "write " + Quote(strings.Join(parts, ";"))}
		}
		for part := range strings.SplitSeq(cell, ";") {
			if c.Parse(part) != nil || part == "" {
				wrong = part
				break
			}
		}
	}
	e := &Explained{Rule: "enum", Message: Quote(wrong) + " is not one of the words of " + c.Name}
	if wrong == "" {
		return &Explained{Rule: "list", Message: Quote(cell) + " in " + c.Name + " holds an empty part", Advice: "remove the semicolon too many"}
	}
	e.Advice = "the words are " + strings.Join(c.Values, ", ")
	if similar := Similar(wrong, c.Values); len(similar) > 0 {
		e.Advice = DidYouMean(similar)
	}
	return e
}

func all(c *graph.Column, parts []string) bool {
	for _, p := range parts {
		if c.Parse(p) != nil {
			return false
		}
	}
	return true
}

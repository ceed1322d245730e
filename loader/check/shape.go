package check

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/lodestone-graph/lodestone/graph"
)

// shapes says how the shape of a text cell is called.
var shapes = map[graph.ColumnType]struct{ rule, words string }{
	graph.Identifier:   {"id", "an id: small letters, digits and single hyphens"},
	graph.CountryCode2: {"country-code", "an ISO 3166-1 code of two capital letters"},
	graph.CountryCode3: {"country-code", "an ISO 3166-1 code of three capital letters"},
	graph.UpperCase:    {"region-code", "a code of capital letters"},
	graph.WebAddress:   {"web-address", "a web address that starts with http:// or https://"},
}

// shaped tells whether a cell has the shape that its column's type asks for.
func shaped(c *graph.Column, cell string) bool {
	switch c.Type {
	case graph.Identifier:
		return kebab(cell)
	case graph.CountryCode2:
		return len(cell) == 2 && capitals(cell)
	case graph.CountryCode3:
		return len(cell) == 3 && capitals(cell)
	case graph.UpperCase:
		return capitals(cell)
	case graph.WebAddress:
		rest, ok := strings.CutPrefix(cell, "https://")
		if !ok {
			rest, ok = strings.CutPrefix(cell, "http://")
		}
		return ok && rest != "" && strings.IndexFunc(rest, unicode.IsSpace) < 0
	}
	return true
}

// Fits tells whether a cell could stand in the column, as far as the cell alone tells.
func Fits(c *graph.Column, cell string) bool {
	if cell == "" {
		return !c.Required
	}
	return c.Parse(cell) == nil && shaped(c, cell)
}

// kebab tells words of small letters and digits joined by single hyphens.
func kebab(id string) bool {
	hyphen := true // a hyphen may not come next
	for i := range len(id) {
		switch b := id[i]; {
		case b >= 'a' && b <= 'z' || b >= '0' && b <= '9':
			hyphen = false
		case b == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}

func capitals(code string) bool {
	for i := range len(code) {
		if code[i] < 'A' || code[i] > 'Z' {
			return false
		}
	}
	return code != ""
}

func explainShape(c *graph.Column, cell string) (message, advice string) {
	message = Quote(cell) + " in " + c.Name + " is not " + shapes[c.Type].words
	if meant := mended(c, cell); meant != "" {
		advice = DidYouMean([]string{meant})
	}
	return message, advice
}

// mended is what a cell of the wrong shape was probably meant to be; empty when the shape is right or nothing comes to mind.
func mended(c *graph.Column, cell string) string {
	if shaped(c, cell) {
		return ""
	}
	var meant string
	switch c.Type {
	case graph.Identifier:
		meant = slug(cell)
	case graph.WebAddress:
		if strings.HasPrefix(cell, "www.") {
			meant = "https://" + cell
		}
	default:
		meant = strings.ToUpper(cell)
	}
	if meant == "" || !shaped(c, meant) {
		return ""
	}
	return meant
}

// slug turns a name into an id: `Dy₂O₃ Powder` into `dy2o3-powder`.
func slug(name string) string {
	var id strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			id.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		case r == '\'' || r == '’':
		case r > unicode.MaxASCII && unicode.IsLetter(r):
			return ""
		case id.Len() > 0 && !strings.HasSuffix(id.String(), "-"):
			id.WriteByte('-')
		}
	}
	return strings.TrimSuffix(id.String(), "-")
}

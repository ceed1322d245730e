package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/lodestone-graph/lodestone/graph"
)

// Explained says what is wrong with the text of a cell.
type Explained struct {
	Rule, Message, Advice string
	Cleaned               string // what to go on with
}

// Stray finds what no cell may hold, whatever its column: blanks at its ends or doubled, blanks that do not look like
// blanks, control characters, the error values of a spreadsheet, and the marks of a wrong encoding. Line ends are fine inside
// text. It is nil for a clean cell, at the cost of one look at each byte.
func Stray(c *graph.Column, cell string) *Explained {
	if cell == "" || plain(cell) {
		return nil
	}
	switch e := encoding(cell); {
	case e != nil:
		return e
	case cell[0] == '#' && spreadsheetErrors[cell]:
		return &Explained{Rule: "formula-error", Message: Quote(cell) + " is an error value of a spreadsheet",
			Advice: "mend the formula, or leave the cell empty when the value is not known"}
	}
	return blanks(c, cell)
}

// plain tells ASCII text with single blanks inside: nearly every cell.
func plain(cell string) bool {
	if cell[0] == '#' {
		return false
	}
	before := byte(' ')
	for i := range len(cell) {
		b := cell[i]
		if b <= ' ' && (b != ' ' || before == ' ') || b >= 0x7F {
			return false
		}
		before = b
	}
	return before != ' '
}

var spreadsheetErrors = map[string]bool{
	"#N/A": true, "#REF!": true, "#VALUE!": true, "#DIV/0!": true, "#NAME?": true, "#NUM!": true, "#NULL!": true, "#SPILL!": true,
}

func encoding(cell string) *Explained {
	if !utf8.ValidString(cell) {
		return &Explained{Rule: "encoding", Message: "not UTF-8"}
	}
	if n := strings.IndexRune(cell, unicode.ReplacementChar); n >= 0 {
		return &Explained{Rule: "encoding", Cleaned: cell,
			Message: fmt.Sprintf("%s holds the replacement character U+FFFD as character %d", Quote(cell), utf8.RuneCountInString(cell[:n])+1),
			Advice:  "a letter was lost when the file was converted; write it again"}
	}
	if mended := misread(cell); mended != "" {
		return &Explained{Rule: "encoding", Cleaned: mended,
			Message: Quote(cell) + " was once read in the wrong encoding", Advice: DidYouMean([]string{mended})}
	}
	return nil
}

// misread recognises UTF-8 that was read as Windows-1252 and saved again, and returns what it was.
func misread(cell string) string {
	ascii := true
	raw := make([]byte, 0, len(cell))
	for _, r := range cell {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			return ""
		}
		ascii = ascii && b < utf8.RuneSelf
		raw = append(raw, b)
	}
	if ascii || !utf8.Valid(raw) {
		return ""
	}
	return string(raw)
}

func blanks(c *graph.Column, cell string) *Explained {
	inner := c.Type != graph.Decimal && c.Type != graph.Whole && c.Type != graph.Calendar && c.Type != graph.Month
	trimmed := strings.TrimFunc(cell, isBlank)
	switch {
	case trimmed == "":
		return stray(cell, "holds nothing but blanks", "leave the cell empty")
	case strings.HasSuffix(cell, trimmed) && trimmed != cell:
		return stray(cell, "starts with "+blankName(cell), "remove it")
	case trimmed != cell:
		last, _ := utf8.DecodeLastRuneInString(cell)
		return stray(cell, "ends with "+blankName(string(last)), "remove it")
	}
	var before rune
	for i, r := range cell {
		place := utf8.RuneCountInString(cell[:i]) + 1
		switch {
		case r == '\n' && c.Type == graph.Text:
		case isInvisible(r), isBlank(r) && r != ' ' && inner:
			return stray(cell, fmt.Sprintf("holds %s as character %d", blankName(string(r)), place), "write an ordinary blank, or none")
		case r == ' ' && before == ' ' && inner:
			return stray(cell, fmt.Sprintf("holds two blanks in a row at character %d", place-1), "keep one")
		case unicode.IsControl(r):
			return &Explained{Rule: "control-character", Cleaned: cell,
				Message: fmt.Sprintf("%s holds the control character U+%04X as character %d", Quote(cell), r, place), Advice: "remove it"}
		}
		before = r
	}
	return nil
}

func stray(cell, what, advice string) *Explained {
	cleaned := strings.Join(strings.FieldsFunc(cell, func(r rune) bool { return isBlank(r) && !isInvisible(r) }), " ")
	cleaned = strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, cleaned)
	return &Explained{Rule: "stray-blank", Message: Quote(cell) + " " + what, Advice: advice, Cleaned: cleaned}
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }

// isInvisible tells characters without width that come in by copying from web pages.
func isInvisible(r rune) bool {
	return r == '\u200b' || r == '\u200c' || r == '\u200e' || r == '\u200f' || r == '\u2060' || r == '\ufeff' || r == '\u00ad'
}

func blankName(cell string) string {
	r, _ := utf8.DecodeRuneInString(cell)
	switch r {
	case ' ':
		return "a blank"
	case '\t':
		return "a tab"
	case '\n', '\r':
		return "a line end"
	case '\u00a0':
		return "a non-breaking space (U+00A0)"
	case '\u200b':
		return "a zero-width space (U+200B)"
	case '\ufeff':
		return "a byte order mark (U+FEFF)"
	}
	return fmt.Sprintf("an invisible character (U+%04X)", r)
}

// Quote writes a value for a message: in quotes, shortened when long, with what cannot be seen escaped.
func Quote(value string) string {
	const most = 60
	if utf8.RuneCountInString(value) > most {
		value = string([]rune(value)[:most]) + "…"
	}
	return fmt.Sprintf("%q", value)
}

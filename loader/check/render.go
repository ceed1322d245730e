package check

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Lines longer than this many characters are shown around the cell only.
const shown = 110

// String prints the problem with the line and a caret under the cell.
func (p *Problem) String() string {
	var out strings.Builder
	p.render(&out)
	return out.String()
}

func (p *Problem) render(out *strings.Builder) {
	severity := ""
	if p.Severity == Warning {
		severity = "warning: "
	}
	fmt.Fprintf(out, "%s:%d:%d: %s: %s%s\n", p.File, p.Line, p.Column, p.Rule, severity, p.Message)
	if p.Source != "" {
		source, before, marked := window([]rune(p.Source), p.Column-1, p.Width)
		out.WriteString("    " + strings.TrimRight(source, " ") + "\n")
		out.WriteString("    " + strings.Repeat(" ", before) + strings.Repeat("^", max(marked, 1)) + "\n")
	}
	if p.Advice != "" {
		for line := range strings.SplitSeq(p.Advice, "\n") {
			out.WriteString("    " + line + "\n")
		}
	}
}

// window cuts a line down to what is readable around its characters start to start+size. It returns the text, the cells of
// a terminal before the mark, and those that the mark covers.
func window(line []rune, start, size int) (text string, before, marked int) {
	start = min(start, len(line))
	end := min(start+size, len(line))
	first, last := 0, len(line)
	if len(line) > shown {
		first = max(0, min(start-shown/3, len(line)-shown))
		last = min(len(line), first+shown)
	}
	var out strings.Builder
	if first > 0 {
		out.WriteString("…")
		before++
	}
	for i := first; i < last; i++ {
		r := printable(line[i])
		out.WriteRune(r)
		switch cells := terminalCells(r); {
		case i < start:
			before += cells
		case i < end:
			marked += cells
		}
	}
	if last < len(line) {
		out.WriteString("…")
	}
	return out.String(), before, marked
}

// printable replaces what a terminal would not show as one character.
func printable(r rune) rune {
	switch {
	case r == '\t' || r == '\u00a0':
		return ' '
	case unicode.IsControl(r) || r == '\ufeff' || unicode.Is(unicode.Cf, r):
		return unicode.ReplacementChar
	}
	return r
}

// terminalCells is 2 for wide characters such as Chinese ones, 0 for combining marks, else 1.
func terminalCells(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

package check

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Severity tells an error, which keeps the facts from being loaded, from a warning, which does not.
type Severity uint8

// The severities.
const (
	Error Severity = iota
	Warning
)

// Problem is one thing that is wrong, and where.
type Problem struct {
	Severity Severity
	File     string
	Line     int    // 1-based
	Column   int    // 1-based, in characters, where the cell starts
	Width    int    // characters of the cell as written; 0 when the problem is about a whole file
	Rule     string // short name of the rule that is broken
	Message  string // what is wrong, with the value
	Advice   string // what to do; may be empty
	Source   string // the line as it stands in the file; empty when the problem is about a whole file
}

// Report is everything that was found in one pass.
type Report struct {
	Problems []Problem // sorted by file, line and column
	Files    int       // table files that were found
	Rows     int       // rows that were read, without headers
}

// Errors counts the errors.
func (r *Report) Errors() int { return r.count(Error) }

// Warnings counts the warnings.
func (r *Report) Warnings() int { return r.count(Warning) }

func (r *Report) count(s Severity) int {
	n := 0
	for i := range r.Problems {
		if r.Problems[i].Severity == s {
			n++
		}
	}
	return n
}

// ExitCode is 1 when there are errors and 0 otherwise; warnings do not fail a check.
func (r *Report) ExitCode() int {
	if r.Errors() > 0 {
		return 1
	}
	return 0
}

// Sort orders the problems by file, line, column, rule and message.
func (r *Report) Sort() {
	slices.SortStableFunc(r.Problems, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			strings.Compare(a.Rule, b.Rule), strings.Compare(a.Message, b.Message))
	})
}

// Summary is one line: `2 errors and 1 warning in 39 files, 6,118 rows`.
func (r *Report) Summary() string {
	return fmt.Sprintf("%s and %s in %s, %s", Count(r.Errors(), "error"), Count(r.Warnings(), "warning"),
		Count(r.Files, "file"), Count(r.Rows, "row"))
}

// WriteTo prints every problem as a compiler does, then the summary.
func (r *Report) WriteTo(w io.Writer) (int64, error) {
	var out strings.Builder
	for i := range r.Problems {
		r.Problems[i].render(&out)
	}
	out.WriteString(r.Summary())
	out.WriteByte('\n')
	n, err := io.WriteString(w, out.String())
	return int64(n), err
}

// Count prints a number of things: `1 row`, `6,118 rows`.
func Count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return grouped(n) + " " + thing + "s"
}

func grouped(n int) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

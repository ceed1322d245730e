package csv

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/check"
)

// file is one CSV file while it is read.
type file struct {
	name    string
	text    string // UTF-8 where possible, lines end in LF or CRLF
	comma   byte
	table   *graph.Table
	columns []int // index of the table's column for each column of the file; -1 for one that is not known
	lacks   map[int]bool
	before  []string // free text of the row before
	lines   []int    // offset of each line, made when first needed
}

// problem places a problem at a stretch of the text.
func (f *file) problem(at, end int, rule, message, advice string) check.Problem {
	if f.lines == nil {
		f.lines = lineStarts(f.text)
	}
	line := sort.SearchInts(f.lines, at+1) - 1
	start := f.lines[line]
	stop := len(f.text)
	if line+1 < len(f.lines) {
		stop = f.lines[line+1]
	}
	source := strings.TrimRight(f.text[start:stop], "\r\n")
	end = min(end, start+len(source))
	return check.Problem{
		File: f.name, Line: line + 1, Column: 1 + utf8.RuneCountInString(f.text[start:at]),
		Width: utf8.RuneCountInString(f.text[at:max(at, end)]), Source: source,
		Rule: rule, Message: message, Advice: advice,
	}
}

// lineEnd is the offset behind the line that holds the offset.
func (f *file) lineEnd(at int) int {
	if n := strings.IndexByte(f.text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(f.text)
}

func lineStarts(text string) []int {
	starts := []int{0}
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 || i+n+1 == len(text) {
			return starts
		}
		i += n + 1
		starts = append(starts, i)
	}
}

// cell finds the place of a cell of the row that starts on a line, by scanning that row again: remembering the place of
// every cell of a large file would cost more memory than the file.
func (f *file) cell(line int32, column int) (at, end int) {
	if f.lines == nil {
		f.lines = lineStarts(f.text)
	}
	row := newScanner(f.text, f.comma)
	row.offset = f.lines[min(int(line), len(f.lines))-1]
	row.next()
	for i, c := range f.columns {
		if c == column && i < len(row.record.at) {
			return row.record.at[i], row.record.ends[i]
		}
	}
	return row.record.start, row.record.start
}

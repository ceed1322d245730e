package csv

import (
	"sort"
	"strings"
	"sync"
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
	lines   func() []int // offset of each line
}

func newFile(name string, t *graph.Table, text string) *file {
	return &file{name: name, table: t, text: text, lacks: map[int]bool{},
		lines: sync.OnceValue(func() []int { return lineStarts(text) })}
}

// problem places a problem at a stretch of the text.
func (f *file) problem(at, end int, rule, message, advice string) check.Problem {
	lines := f.lines()
	line := sort.SearchInts(lines, at+1) - 1
	start := lines[line]
	stop := len(f.text)
	if line+1 < len(lines) {
		stop = lines[line+1]
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
	lines := f.lines()
	row := newScanner(f.text, f.comma)
	row.offset = lines[min(int(line), len(lines))-1]
	row.next()
	for i, c := range f.columns {
		if c == column && i < len(row.record.at) {
			return row.record.at[i], row.record.ends[i]
		}
	}
	return row.record.start, row.record.start
}

package csv

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/check"
)

// part is a stretch of the rows of a file. Parts are read side by side and then put together, so that nothing depends on how a file
// is cut.
type part struct {
	*file
	rows     *scanner
	start    int
	end      int // the rows that start before it are the part's
	appender *graph.Appender
	texts    *keeper
	last     []cellBefore // by column of the file

	read     int // rows
	problems []check.Problem
	faulty   map[cell]bool
}

// cellBefore is the content of the last cell of a column that was kept as text. Sound tells whether it had no problem.
type cellBefore struct {
	text  string
	sound bool
}

// rows reads what follows the header.
func (r *reader) rows(f *file, rows *scanner) {
	parts := r.split(f, rows)
	inParallel(len(parts), len(r.keepers), func(i, goroutine int) { parts[i].readRows(&r.keepers[goroutine]) })
	appenders := make([]*graph.Appender, len(parts))
	for i, p := range parts {
		if i > 0 && p.start != parts[i-1].rows.offset {
			p.restart(parts[i-1].rows) // it was cut inside a row that spans lines
			p.readRows(&r.keepers[0])
		}
		appenders[i] = p.appender
		r.report.Rows += p.read
		r.report.Problems = append(r.report.Problems, p.problems...)
		for c := range p.faulty {
			r.faulty[c] = true
		}
	}
	f.table.Join(r.facts, appenders)
}

// split cuts the rows into parts that start in lines of their own.
func (r *reader) split(f *file, rows *scanner) []*part {
	const partsEach = 4 // for a goroutine, since the parts take differently long
	size := max(r.least, (len(f.text)-rows.offset)/(partsEach*len(r.keepers))+1)
	var parts []*part
	var rooms []int
	line := rows.line
	for start := rows.offset; start < len(f.text); {
		end := min(start+size, len(f.text))
		if n := strings.IndexByte(f.text[end:], '\n'); n >= 0 {
			end += n + 1
		} else {
			end = len(f.text)
		}
		scan := newScanner(f.text, f.comma)
		scan.offset, scan.line = start, line
		parts = append(parts, &part{file: f, rows: scan, start: start, end: end})
		lines := strings.Count(f.text[start:end], "\n")
		rooms = append(rooms, lines+1)
		start, line = end, line+lines
	}
	for i, appender := range f.table.Appenders(rooms) {
		parts[i].appender = appender
	}
	return parts
}

// restart forgets what was read, and goes to where the part before ended.
func (p *part) restart(before *scanner) {
	p.appender.Restart()
	p.start, p.rows.offset, p.rows.line = before.offset, before.offset, before.line
	p.read, p.problems, p.faulty = 0, nil, nil
}

func (p *part) readRows(texts *keeper) {
	p.texts, p.last = texts, make([]cellBefore, len(p.columns))
	for p.rows.offset < p.end && p.rows.next() {
		if swallows(p.file, &p.rows.record) {
			p.rows.restart()
		}
		p.read++
		p.row(&p.rows.record)
	}
}

func (p *part) add(problem check.Problem) { p.problems = append(p.problems, problem) }

// blame marks a cell, or with column -1 a row, that has its problem.
func (p *part) blame(line int32, column int) {
	if p.faulty == nil {
		p.faulty = map[cell]bool{}
	}
	p.faulty[cell{p.table.Name, line, column}] = true
}

// swallows tells whether a quote was not closed, so that the record took in rows below it: it spans lines, one of them looks
// like a row, and it is wrong anyway, by the number of its cells or by a cell that starts with a line end.
func swallows(f *file, record *record) bool {
	if record.lines < 2 || record.broken {
		return false
	}
	wrong := len(record.cells) != len(f.columns)
	for _, content := range record.cells {
		wrong = wrong || strings.HasPrefix(content, "\n")
	}
	if !wrong {
		return false
	}
	last := record.ends[len(record.ends)-1]
	_, below, _ := strings.Cut(f.text[record.start:last], "\n")
	for line := range strings.SplitSeq(below, "\n") {
		if strings.Count(line, string(f.comma)) == len(f.columns)-1 {
			return true
		}
	}
	return false
}

func (p *part) row(row *record) {
	line := int32(row.line)
	p.appender.Begin(line)
	trusted := !row.broken && p.complete(row)
	for _, fault := range row.faults {
		p.add(p.problem(fault.at, fault.end, fault.rule, fault.message, fault.advice))
	}
	if !trusted {
		p.blame(line, -1)
	}
	for i, column := range p.columns {
		if i >= len(row.cells) {
			return
		}
		if column >= 0 {
			p.cell(row, i, trusted)
		}
	}
}

// cell takes a cell into the row. Most say what the cell above says, which need not be looked at again.
func (p *part) cell(row *record, i int, trusted bool) {
	content, column := row.cells[i], p.columns[i]
	before := &p.last[i]
	if before.sound && before.text == content && trusted {
		p.appender.Repeat(column, before.text)
		return
	}
	problems := len(p.problems)
	if trusted {
		content = p.clean(row, i)
	}
	content = p.keep(p.table.Columns[column].Type, before, content)
	err := p.appender.Set(column, content)
	if err != nil && trusted {
		p.unparsed(row, i, content, err)
	}
	before.sound = before.text == content && content != "" && err == nil && trusted && len(p.problems) == problems
}

// keep cuts a cell loose from the text of its file, and shares it with cells of the same content: words and ids with all, free text,
// which seldom repeats, with the cell above only.
func (p *part) keep(t graph.ColumnType, before *cellBefore, content string) string {
	switch t {
	case graph.Decimal, graph.Whole, graph.Calendar, graph.Month:
		return content
	case graph.EnumerationList, graph.CodeList:
		return p.texts.keep(content)
	case graph.Text, graph.WebAddress:
		if before.text != content {
			before.text = strings.Clone(content)
		}
	default:
		if before.text != content {
			before.text = p.texts.keep(content)
		}
	}
	return before.text
}

// complete tells whether the row has a cell for every column, and reports it otherwise.
func (p *part) complete(row *record) bool {
	cells, columns := len(row.cells), len(p.columns)
	if cells == columns && strings.TrimSpace(row.cells[0]) != "" {
		return true
	}
	filled := 0
	for i, content := range row.cells {
		if strings.TrimSpace(content) != "" {
			filled = i + 1
		}
	}
	if filled == 0 {
		p.add(p.problem(row.start, row.ends[cells-1], "empty-row", "the row holds nothing", "remove the line"))
		return false
	}
	if cells == columns {
		return true
	}
	message := fmt.Sprintf("the row has %s, the header %d", check.Count(cells, "cell"), columns)
	if cells < columns {
		end := row.ends[cells-1]
		p.add(p.problem(end, end, "too-few-cells", message,
			fmt.Sprintf("the columns from %q on have no cell; an empty cell still needs its comma", nameOf(p.file, cells))))
		return false
	}
	at := row.at[columns]
	advice := "put a cell that holds a comma in quotes"
	if filled <= columns {
		advice = "remove the commas at the end of the line"
	}
	p.add(p.problem(at, row.ends[cells-1], "too-many-cells", message, advice))
	return filled <= columns
}

func nameOf(f *file, i int) string {
	if c := f.columns[i]; c >= 0 {
		return f.table.Columns[c].Name
	}
	return fmt.Sprint(i + 1)
}

// clean reports what no cell may hold, and returns the content to go on with.
func (p *part) clean(row *record, i int) string {
	content := row.cells[i]
	declared := &p.table.Columns[p.columns[i]]
	if content == "" {
		if declared.Required {
			p.fault(row, i, "required", fmt.Sprintf("%s is empty; it is required", declared.Name), "")
		}
		return content
	}
	stray := check.Stray(declared, content)
	if stray == nil {
		return content
	}
	if !utf8.ValidString(content) {
		offset, message := wrongBytes(content)
		if row.ends[i] > row.at[i] && p.text[row.at[i]] == '"' {
			offset++
		}
		p.add(p.problem(row.at[i]+offset, row.at[i]+offset+1, "encoding", message, saveAsUTF8))
		p.blame(int32(row.line), p.columns[i])
		return strings.ToValidUTF8(content, "\ufffd")
	}
	p.fault(row, i, stray.Rule, stray.Message, stray.Advice)
	return stray.Cleaned
}

func (p *part) fault(row *record, i int, rule, message, advice string) {
	p.blame(int32(row.line), p.columns[i])
	p.add(p.problem(row.at[i], row.ends[i], rule, message, advice))
}

// unparsed reports a cell that is not of its column's type, unless the cell already has its problem.
func (p *part) unparsed(row *record, i int, content string, err error) {
	if p.faulty[cell{p.table.Name, int32(row.line), p.columns[i]}] {
		return
	}
	explained := check.Explain(&p.table.Columns[p.columns[i]], content, err)
	p.fault(row, i, explained.Rule, explained.Message, explained.Advice)
}

// keeper keeps one copy of each text for one goroutine. The copies are those of all goroutines.
type keeper struct {
	own graph.Texts
	all *kept
}

// kept are the texts of all goroutines.
type kept struct {
	mu    sync.Mutex
	texts graph.Texts
}

func newKeepers(goroutines int) []keeper {
	keepers := make([]keeper, goroutines)
	all := new(kept)
	for i := range keepers {
		keepers[i].all = all
	}
	return keepers
}

func (k *keeper) keep(text string) string {
	if mine, ok := k.own.FindText(text); ok {
		return mine
	}
	k.all.mu.Lock()
	defer k.all.mu.Unlock()
	copied := k.all.texts.Keep(text)
	k.own.Number(copied)
	return copied
}

// inParallel does work number 0 to n-1 on some goroutines, and tells the work on which it runs.
func inParallel(n, goroutines int, work func(i, goroutine int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for g := range min(n, goroutines) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i, g)
			}
		})
	}
	all.Wait()
}

package csv

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/check"
)

// Read reads the tables of a release from the top of a folder, one file NAME.csv for each table of graph.Tables, and checks
// them. The report holds every problem of every file, found in one pass; it is never nil. The facts are nil when it holds
// errors: a release is loaded whole or not at all.
//
// Files are UTF-8, separated by commas, quoted after RFC 4180, with a header. A byte order mark, CRLF, line ends inside
// quotes, and columns or rows in any order are fine. When licence_rules.md is there, the ids that it names are checked too;
// other files are not read.
//
// It costs a few microseconds a row, and holds all files in memory while it runs.
func Read(folder fs.FS) (*graph.Facts, *check.Report) {
	r := newReader(folder)
	r.tables()
	r.rules()
	r.report.Sort()
	if r.report.Errors() > 0 {
		return nil, r.report
	}
	return r.facts, r.report
}

// reader holds what is known while a folder is read.
type reader struct {
	folder fs.FS
	facts  *graph.Facts
	report *check.Report
	files  map[string]*file // by table
	faulty map[cell]bool    // cells and rows that already have their problem
	shared graph.Shared
}

// cell names a cell of a row, or the whole row with column -1.
type cell struct {
	table  string
	line   int32
	column int
}

func newReader(folder fs.FS) *reader {
	return &reader{folder: folder, facts: new(graph.Facts), report: new(check.Report),
		files: map[string]*file{}, faulty: map[cell]bool{}, shared: graph.Shared{}}
}

// tables reads all files.
func (r *reader) tables() {
	names := r.list()
	for _, t := range graph.Tables() {
		r.table(t, names)
	}
}

func (r *reader) add(p check.Problem) { r.report.Problems = append(r.report.Problems, p) }

// whole is a problem about a file or the folder as a whole.
func whole(name, rule, message, advice string) check.Problem {
	return check.Problem{File: name, Line: 1, Column: 1, Rule: rule, Message: message, Advice: advice}
}

// list finds the files of the folder and names those that do not belong there.
func (r *reader) list() map[string]bool {
	entries, err := fs.ReadDir(r.folder, ".")
	if err != nil {
		r.add(whole(".", "unreadable-folder", "the folder cannot be read: "+reason(err), "name a folder that holds the CSV files"))
	}
	names := map[string]bool{}
	for _, e := range entries {
		if !e.IsDir() {
			names[e.Name()] = true
		}
	}
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$") {
			r.strange(e.Name(), names)
		}
	}
	return names
}

// strange reports a file that looks like a table and is none. Hidden files are left by editors and are no data.
func (r *reader) strange(name string, names map[string]bool) {
	base, extension := name, ""
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		base, extension = name[:dot], strings.ToLower(name[dot:])
	}
	switch extension {
	case ".xlsx", ".xls", ".ods", ".tsv":
		p := whole(name, "unread-file", "only CSV files are read", "export the sheet as "+base+".csv, or remove the file")
		p.Severity = check.Warning
		r.add(p)
	case ".csv":
		if extension == name[len(base):] && graph.TableOf(base) != nil {
			return
		}
		var missing []string
		for _, t := range graph.Tables() {
			if !names[t.Name+".csv"] {
				missing = append(missing, t.Name+".csv")
			}
		}
		advice := "remove it or move it elsewhere: nothing in it would be loaded"
		if similar := check.Similar(strings.ToLower(name), missing); len(similar) > 0 {
			advice = check.DidYouMean(similar)
		}
		r.add(whole(name, "unknown-file", "no table has this name", advice))
	}
}

func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// table reads the file of a table.
func (r *reader) table(t *graph.Table, names map[string]bool) {
	name := t.Name + ".csv"
	if !names[name] {
		r.add(whole(name, "missing-file", "the file is not there",
			"create it with this line, even when there is nothing to put in it: "+headerLine(t)+"\n`lodestone init` writes empty templates of all tables"))
		return
	}
	r.report.Files++
	raw, err := fs.ReadFile(r.folder, name)
	if err != nil {
		r.add(whole(name, "unreadable-file", "the file cannot be read: "+reason(err), ""))
		return
	}
	if len(raw) > math.MaxInt32 {
		r.add(whole(name, "unreadable-file", "the file is larger than 2 GiB", "split the release"))
		return
	}
	f := &file{name: name, table: t, lacks: map[int]bool{}}
	var faults []fault
	f.text, faults = decode(raw)
	for _, fault := range faults {
		r.add(f.problem(fault.at, fault.end, fault.rule, fault.message, fault.advice))
	}
	if rows := r.header(f); rows != nil {
		r.files[t.Name] = f
		r.rows(f, rows)
	}
}

func (r *reader) faults(f *file, record *record) {
	for _, fault := range record.faults {
		r.add(f.problem(fault.at, fault.end, fault.rule, fault.message, fault.advice))
	}
}

// rows reads what follows the header.
func (r *reader) rows(f *file, rows *scanner) {
	f.before = make([]string, len(f.columns))
	appender := f.table.Appender(r.facts, strings.Count(f.text[rows.offset:], "\n")+1)
	for rows.next() {
		if swallows(f, &rows.record) {
			rows.restart()
		}
		r.report.Rows++
		r.row(f, &rows.record, appender)
	}
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

func (r *reader) row(f *file, row *record, appender *graph.Appender) {
	line := int32(row.line)
	appender.Begin(line)
	trusted := !row.broken && r.complete(f, row)
	if len(row.faults) > 0 {
		r.faults(f, row)
	}
	if !trusted {
		r.faulty[cell{f.table.Name, line, -1}] = true
	}
	for i, column := range f.columns {
		if i >= len(row.cells) {
			return
		}
		content := row.cells[i]
		if column < 0 {
			continue
		}
		if trusted {
			content = r.clean(f, row, i)
		}
		declared := &f.table.Columns[column]
		content = r.keep(declared.Type, f.before, i, content)
		if err := appender.Set(column, content); err != nil && trusted {
			r.unparsed(f, row, i, content, err)
		}
	}
}

// keep cuts a cell loose from the text of its file, and shares it with cells of the same content: words and ids with all,
// free text, which seldom repeats, with the row before only.
func (r *reader) keep(t graph.ColumnType, before []string, i int, content string) string {
	switch t {
	case graph.Decimal, graph.Whole, graph.Calendar, graph.Month:
		return content
	case graph.Text, graph.WebAddress:
		if before[i] != content {
			before[i] = strings.Clone(content)
		}
		return before[i]
	}
	return r.shared.Keep(content)
}

// complete tells whether the row has a cell for every column, and reports it otherwise.
func (r *reader) complete(f *file, row *record) bool {
	cells, columns := len(row.cells), len(f.columns)
	filled := 0
	for i, content := range row.cells {
		if strings.TrimSpace(content) != "" {
			filled = i + 1
		}
	}
	if filled == 0 {
		r.add(f.problem(row.start, row.ends[cells-1], "empty-row", "the row holds nothing", "remove the line"))
		return false
	}
	if cells == columns {
		return true
	}
	message := fmt.Sprintf("the row has %s, the header %d", check.Count(cells, "cell"), columns)
	if cells < columns {
		end := row.ends[cells-1]
		r.add(f.problem(end, end, "too-few-cells", message,
			fmt.Sprintf("the columns from %q on have no cell; an empty cell still needs its comma", nameOf(f, cells))))
		return false
	}
	at := row.at[columns]
	advice := "put a cell that holds a comma in quotes"
	if filled <= columns {
		advice = "remove the commas at the end of the line"
	}
	r.add(f.problem(at, row.ends[cells-1], "too-many-cells", message, advice))
	return filled <= columns
}

func nameOf(f *file, i int) string {
	if c := f.columns[i]; c >= 0 {
		return f.table.Columns[c].Name
	}
	return fmt.Sprint(i + 1)
}

// clean reports what no cell may hold, and returns the content to go on with.
func (r *reader) clean(f *file, row *record, i int) string {
	content := row.cells[i]
	declared := &f.table.Columns[f.columns[i]]
	if content == "" {
		if declared.Required {
			r.fault(f, row, i, "required", fmt.Sprintf("%s is empty; it is required", declared.Name), "")
		}
		return content
	}
	stray := check.Stray(declared, content)
	if stray == nil {
		return content
	}
	if !utf8.ValidString(content) {
		offset, message := wrongBytes(content)
		if row.ends[i] > row.at[i] && f.text[row.at[i]] == '"' {
			offset++
		}
		r.add(f.problem(row.at[i]+offset, row.at[i]+offset+1, "encoding", message, saveAsUTF8))
		r.faulty[cell{f.table.Name, int32(row.line), f.columns[i]}] = true
		return strings.ToValidUTF8(content, "\ufffd")
	}
	r.fault(f, row, i, stray.Rule, stray.Message, stray.Advice)
	return stray.Cleaned
}

func (r *reader) fault(f *file, row *record, i int, rule, message, advice string) {
	r.faulty[cell{f.table.Name, int32(row.line), f.columns[i]}] = true
	r.add(f.problem(row.at[i], row.ends[i], rule, message, advice))
}

// unparsed reports a cell that is not of its column's type, unless the cell already has its problem.
func (r *reader) unparsed(f *file, row *record, i int, content string, err error) {
	if r.faulty[cell{f.table.Name, int32(row.line), f.columns[i]}] {
		return
	}
	explained := check.Explain(&f.table.Columns[f.columns[i]], content, err)
	r.fault(f, row, i, explained.Rule, explained.Message, explained.Advice)
}

// rules runs the rules for parsed rows and places what they find. A finding that rests on a cell that already has its
// problem, or on a column that is not there, is a consequence and is left out.
func (r *reader) rules() {
	scope := check.Scope{Unread: map[string]bool{}}
	for _, t := range graph.Tables() {
		f := r.files[t.Name]
		scope.Unread[t.Name] = f == nil || t.HasID() && f.lacks[0]
	}
	scope.Rules, _ = fs.ReadFile(r.folder, "licence_rules.md")
	for _, finding := range check.Facts(r.facts, scope) {
		if finding.Table == nil {
			r.add(finding.Problem)
		} else if f := r.files[finding.Table.Name]; !r.follows(f, &finding) {
			at, end := f.cell(finding.Line, finding.Columns[0])
			p := f.problem(at, end, finding.Rule, finding.Message, finding.Advice)
			p.Severity = finding.Severity
			r.add(p)
			if finding.Rule == "bounds" {
				r.faulty[cell{finding.Table.Name, finding.Line, finding.Columns[0]}] = true
			}
		}
	}
}

func (r *reader) follows(f *file, finding *check.Finding) bool {
	table := finding.Table.Name
	if r.faulty[cell{table, finding.Line, -1}] {
		return true
	}
	for _, column := range finding.Columns {
		if f.lacks[column] || r.faulty[cell{table, finding.Line, column}] {
			return true
		}
	}
	return false
}

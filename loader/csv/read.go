package csv

import (
	"errors"
	"io/fs"
	"math"
	"runtime"
	"strings"

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
// It costs about a microsecond a row, on as many goroutines as the process has processors, and holds all files in memory while it
// runs.
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

// ReadTable reads the file of one table from the top of a folder: its cells become values and are checked one by one, but nothing that
// joins rows is. The report holds every problem; the facts are nil when it holds errors. It costs some tenths of a microsecond a row.
func ReadTable(folder fs.FS, t *graph.Table) (*graph.Facts, *check.Report) {
	r := newReader(folder)
	r.table(t, r.list())
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
	least  int              // bytes of rows that are worth a goroutine

	keepers []keeper // by goroutine
}

// cell names a cell of a row, or the whole row with column -1.
type cell struct {
	table  string
	line   int32
	column int
}

// leastPart is how many bytes of rows are worth a goroutine.
const leastPart = 1 << 20

func newReader(folder fs.FS) *reader {
	return &reader{folder: folder, facts: new(graph.Facts), report: new(check.Report), files: map[string]*file{},
		faulty: map[cell]bool{}, keepers: newKeepers(runtime.GOMAXPROCS(0)), least: leastPart}
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
	text, faults := decode(raw)
	f := newFile(name, t, text)
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

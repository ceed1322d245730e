package csv

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/check"
)

// separators that are tried when a header is not separated by commas, with their names.
var separators = []struct {
	comma byte
	name  string
}{{';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}}

// header reads the first record and says which column stands where. It returns the scanner at the first row, or nil when the
// rows cannot be read.
func (r *reader) header(f *file) *scanner {
	f.comma = ','
	rows := newScanner(f.text, f.comma)
	if strings.EqualFold(f.text[:min(len(f.text), len("sep="))], "sep=") {
		rows.next()
		r.add(f.problem(0, rows.record.ends[0], "separator", "the first line names a separator; the first line must be the header", "remove the line"))
	}
	start := *rows
	if !rows.next() {
		r.add(f.problem(0, 0, "empty-file", "the file is empty", "its first line must be the header: "+headerLine(f.table)))
		return nil
	}
	r.separator(f, &start)
	if f.comma != ',' {
		rows = &start
		rows.comma = f.comma
		rows.next()
	}
	r.faults(f, &rows.record)
	if known(f.table, rows.record.cells) == 0 {
		return r.noHeader(f, rows)
	}
	r.columns(f, &rows.record)
	return rows
}

// headerLine is the header that a file should have.
func headerLine(t *graph.Table) string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return strings.Join(names, ",")
}

// known counts the cells that are names of columns.
func known(t *graph.Table, cells []string) int {
	n := 0
	for _, cell := range cells {
		if t.Column(strings.ToLower(strings.TrimSpace(cell))) != nil {
			n++
		}
	}
	return n
}

// separator finds out what separates the cells when commas do not, and goes on with that.
func (r *reader) separator(f *file, start *scanner) {
	trial := *start
	trial.record = record{}
	trial.next()
	best := known(f.table, trial.record.cells)
	var found check.Problem
	for _, s := range separators {
		trial = *start
		trial.record, trial.comma = record{}, s.comma
		trial.next()
		if n := known(f.table, trial.record.cells); n > max(best, 1) {
			best, f.comma = n, s.comma
			first := trial.record.ends[0]
			found = f.problem(first, first+1, "separator", "cells are separated by "+s.name+", not by commas", saveAsUTF8)
		}
	}
	if found.Rule != "" {
		r.add(found)
	}
}

// noHeader deals with a first line that names no column. When it has as many cells as the table has columns, the rows are
// read in the order of the dictionary.
func (r *reader) noHeader(f *file, rows *scanner) *scanner {
	if r.headerBelow(f, rows) {
		return rows
	}
	first := &rows.record
	wanted := "the first line must be the header: " + headerLine(f.table)
	if len(first.cells) != len(f.table.Columns) {
		r.add(f.problem(first.start, first.ends[len(first.ends)-1], "missing-header",
			"the first line names none of the columns of "+f.name, wanted+"\nthe rows were not read"))
		return nil
	}
	r.add(f.problem(first.start, first.ends[len(first.ends)-1], "missing-header",
		"the first line names none of the columns of "+f.name, wanted))
	for i := range f.table.Columns {
		f.columns = append(f.columns, i)
	}
	if fits(f.table, first.cells) {
		again := newScanner(f.text, f.comma)
		again.offset, again.line = first.start, first.line
		return again
	}
	return rows
}

// headerBelow looks for the header in the next lines, where a title stands above it, and goes on from there.
func (r *reader) headerBelow(f *file, rows *scanner) bool {
	below := *rows
	below.record = record{}
	for range 5 {
		if !below.next() {
			return false
		}
		if known(f.table, below.record.cells)*2 >= len(f.table.Columns) {
			r.add(f.problem(0, f.lineEnd(0), "missing-header", fmt.Sprintf("the header stands only in line %d", below.record.line),
				"remove the lines above it"))
			*rows = below
			r.faults(f, &rows.record)
			r.columns(f, &rows.record)
			return true
		}
	}
	return false
}

// fits tells whether cells could be a row of the table.
func fits(t *graph.Table, cells []string) bool {
	for i := range t.Columns {
		if !check.Fits(&t.Columns[i], cells[i]) {
			return false
		}
	}
	return true
}

// columns maps the cells of the header to columns; their order is free.
func (r *reader) columns(f *file, header *record) {
	at := map[int]int{}
	var unknown []int
	for i, cell := range header.cells {
		column := columnIndex(f.table, cell)
		f.columns = append(f.columns, -1)
		first, twice := at[column]
		switch {
		case column < 0:
			unknown = append(unknown, i)
		case twice:
			r.add(f.problem(header.at[i], header.ends[i], "duplicate-column",
				fmt.Sprintf("the header names %q twice, first as column %d", cell, first+1), "remove one of the two columns"))
		default:
			f.columns[i], at[column] = column, i
		}
	}
	var missing []string
	for i := range f.table.Columns {
		if _, ok := at[i]; !ok {
			missing = append(missing, f.table.Columns[i].Name)
		}
	}
	for _, i := range unknown {
		missing = r.unknownColumn(f, header, i, missing)
	}
	for _, name := range missing {
		column := columnIndex(f.table, name)
		f.lacks[column] = true
		advice := "an empty column is enough: an empty cell means unknown"
		if f.table.Columns[column].Required {
			advice = "every row needs a value in it"
		}
		r.add(f.problem(header.start, header.start, "missing-column",
			fmt.Sprintf("the header lacks the column %q", name), advice+"\nthe whole header: "+headerLine(f.table)))
	}
}

func columnIndex(t *graph.Table, name string) int {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return i
		}
	}
	return -1
}

// unknownColumn reports a column that the table does not have. A misspelt one is read as what is meant, and no longer
// missing.
func (r *reader) unknownColumn(f *file, header *record, i int, missing []string) []string {
	cell := header.cells[i]
	problem := f.problem(header.at[i], header.ends[i], "unknown-column", fmt.Sprintf("%s has no column %s", f.name, check.Quote(cell)), "")
	folded := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(cell)), " ", "_")
	switch similar := check.Similar(folded, missing); {
	case strings.TrimSpace(cell) == "":
		problem.Message = fmt.Sprintf("column %d of the header has no name", i+1)
		problem.Advice = "name it or remove it; a comma too many at the end of the line makes an empty column"
	case len(similar) > 0:
		problem.Advice = check.DidYouMean(similar)
		f.columns[i] = columnIndex(f.table, similar[0])
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == similar[0] })
	default:
		problem.Advice = "remove it; the columns are: " + headerLine(f.table)
	}
	r.add(problem)
	return missing
}

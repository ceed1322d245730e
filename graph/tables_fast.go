package graph

import (
	"cmp"
	"hash/maphash"
	"iter"
	"reflect"
	"slices"
	"unsafe"
)

// Appender adds rows to one table, cell by cell. It does what Table.Append does without its cost per row: a cell costs a few
// tens of nanoseconds, and a bad cell does not lose the row.
type Appender struct {
	table    *Table
	rows     reflect.Value // a slice that can be set
	row      unsafe.Pointer
	used     int
	expected int
	all      reflect.Value // of a part: the room of all parts, and where its own starts
	start    int
}

// Appender starts adding rows to the table in f and makes room for the number of rows that is expected.
func (t *Table) Appender(f *Facts, expected int) *Appender {
	rows := t.rows(f)
	return &Appender{table: t, rows: rows, used: rows.Len(), expected: expected}
}

// Appenders makes room for new rows and parts it among several appenders, so that as many goroutines can add rows at a time. Join
// makes them the rows of a table.
func (t *Table) Appenders(rooms []int) []*Appender {
	total := 0
	for _, room := range rooms {
		total += room
	}
	typ := reflect.TypeFor[Facts]().Field(t.field).Type
	all := reflect.MakeSlice(typ, total, total)
	parts := make([]*Appender, len(rooms))
	start := 0
	for i, room := range rooms {
		rows := reflect.New(typ).Elem()
		rows.Set(all.Slice3(start, start, start+room))
		parts[i] = &Appender{table: t, rows: rows, expected: room, all: all, start: start}
		start += room
	}
	return parts
}

// Join makes the rows of all parts that one call of Appenders gave the rows of their table in f, in the order of the parts. The parts
// are used up.
func (t *Table) Join(f *Facts, parts []*Appender) {
	total, fits := 0, true
	for _, part := range parts {
		total += part.used
		fits = fits && part.used <= part.expected
	}
	if total == 0 {
		return
	}
	all := parts[0].all.Slice(0, 0)
	if !fits {
		all = reflect.MakeSlice(all.Type(), 0, total)
	}
	for _, part := range parts {
		if n := all.Len(); fits && n == part.start {
			all = all.Slice(0, n+part.used) // they stand where they belong
		} else {
			all = reflect.AppendSlice(all, part.rows)
		}
	}
	t.rows(f).Set(all)
}

// Merge takes the rows of the table in all parts into f, in the order of their lines; rows of one line, which no file has, in the order
// of their cells.
func (t *Table) Merge(f *Facts, parts []*Facts) {
	type place struct {
		line      int32
		part, row int32
	}
	var places []place
	for i, part := range parts {
		for row, at := range t.each(part) {
			places = append(places, place{*lineOf(at), int32(i), int32(row)})
		}
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.line != b.line {
			return cmp.Compare(a.line, b.line)
		}
		return slices.Compare(t.Cells(parts[a.part], int(a.row)), t.Cells(parts[b.part], int(b.row)))
	})
	if len(places) == 0 {
		return
	}
	from := make([]reflect.Value, len(parts))
	for i, part := range parts {
		from[i] = t.rows(part)
	}
	to := reflect.MakeSlice(t.rows(f).Type(), len(places), len(places))
	for i, p := range places {
		to.Index(i).Set(from[p.part].Index(int(p.row)))
	}
	t.rows(f).Set(to)
}

// Begin appends an empty row that starts on the line.
func (a *Appender) Begin(line int32) {
	if a.used == a.rows.Cap() {
		a.rows.Grow(max(a.expected-a.used, a.used/2, 16))
	}
	a.used++
	a.rows.SetLen(a.used)
	a.row = a.table.rowAt(a.rows.UnsafePointer(), a.used-1)
	*lineOf(a.row) = line
}

// Restart takes back all rows that a part was given.
func (a *Appender) Restart() {
	a.rows.Clear()
	a.rows.SetLen(0)
	a.used = 0
}

// Set parses a cell of the row begun last, given by the index of its column. On an error, one of the Err... values, the cell
// stays empty.
func (a *Appender) Set(column int, cell string) error {
	return a.table.Columns[column].set(a.row, cell)
}

// Repeat sets a cell of text to what Set has accepted in this column before.
func (a *Appender) Repeat(column int, cell string) { *a.table.Columns[column].words(a.row) = cell }

// Text prints one cell, given by its row and column, as it was read.
func (t *Table) Text(f *Facts, row, column int) string {
	return t.Columns[column].text(t.rowAt(t.rowsOf(f), row))
}

// Hashes gives a hash of some cells of every row: equal cells have equal hashes, and others nearly never. They differ from call to
// call.
func (t *Table) Hashes(f *Facts, columns []int) []uint64 {
	hashes := make([]uint64, t.Len(f))
	seed := maphash.MakeSeed()
	var text []byte
	for _, column := range columns {
		c := &t.Columns[column]
		for i, row := range t.each(f) {
			var hash uint64
			if c.isText() {
				hash = maphash.String(seed, *c.words(row))
			} else {
				text = c.appendText(text[:0], row)
				hash = maphash.Bytes(seed, text)
			}
			hashes[i] = (hashes[i]^hash)*0x9E3779B97F4A7C15 ^ hash>>32
		}
	}
	return hashes
}

// Strings gives the cells of a column that is kept as text (not a number, a date or a list), by row.
func (t *Table) Strings(f *Facts, column int) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, row := range t.each(f) {
			if !yield(i, *t.Columns[column].words(row)) {
				return
			}
		}
	}
}

// Numbers gives the cells of a Decimal or Whole column, by row.
func (t *Table) Numbers(f *Facts, column int) iter.Seq2[int, Number] {
	c := &t.Columns[column]
	return func(yield func(int, Number) bool) {
		for i, row := range t.each(f) {
			var n Number
			if c.Type == Whole {
				whole := c.integer(row)
				n = Number{Value: float64(whole.Value), Known: whole.Known}
			} else {
				n = *c.number(row)
			}
			if !yield(i, n) {
				return
			}
		}
	}
}

// Dates gives the cells of a Calendar or Month column, by row.
func (t *Table) Dates(f *Facts, column int) iter.Seq2[int, Date] {
	return func(yield func(int, Date) bool) {
		for i, row := range t.each(f) {
			if !yield(i, *t.Columns[column].date(row)) {
				return
			}
		}
	}
}

// each gives where the rows lie, in order.
func (t *Table) each(f *Facts) iter.Seq2[int, unsafe.Pointer] {
	return func(yield func(int, unsafe.Pointer) bool) {
		rows := t.rowsOf(f)
		for i := range t.Len(f) {
			if !yield(i, t.rowAt(rows, i)) {
				return
			}
		}
	}
}

// appendText appends what Text returns.
func (d Date) appendText(dst []byte) []byte {
	if d.Year == 0 {
		return dst
	}
	year := int(d.Year)
	dst = append(dst, byte('0'+year/1000), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10))
	for _, part := range [...]uint8{d.Month, d.Day} {
		if part == 0 {
			return dst
		}
		dst = append(dst, '-', '0'+part/10, '0'+part%10)
	}
	return dst
}

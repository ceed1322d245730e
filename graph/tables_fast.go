package graph

import (
	"iter"
	"reflect"
	"strconv"
	"strings"
)

// Appender adds rows to one table, cell by cell. It does what Table.Append does without its cost per row: a cell costs a few
// tens of nanoseconds, and a bad cell does not lose the row.
type Appender struct {
	table    *Table
	rows     reflect.Value
	row      reflect.Value
	expected int
}

// Appender starts adding rows to the table in f and makes room for the number of rows that is expected.
func (t *Table) Appender(f *Facts, expected int) *Appender {
	return &Appender{table: t, rows: t.rows(f), expected: expected}
}

// Begin appends an empty row that starts on the line.
func (a *Appender) Begin(line int32) {
	last := a.rows.Len()
	if last == a.rows.Cap() {
		a.rows.Grow(max(a.expected-last, last/2, 16))
	}
	a.rows.SetLen(last + 1)
	a.row = a.rows.Index(last)
	a.row.Field(0).Addr().Interface().(*Row).Line = line
}

// Set parses a cell of the row begun last, given by the index of its column. On an error, one of the Err... values, the cell
// stays empty.
func (a *Appender) Set(column int, cell string) error {
	if cell == "" {
		return nil
	}
	c := &a.table.Columns[column]
	field := a.row.Field(c.field)
	switch c.Type {
	case Decimal:
		n, err := ParseNumber(cell)
		*field.Addr().Interface().(*Number) = n
		return err
	case Whole:
		n, err := ParseInteger(cell)
		*field.Addr().Interface().(*Integer) = n
		return err
	case Calendar, Month:
		d, err := ParseDate(cell)
		*field.Addr().Interface().(*Date) = d
		return err
	case EnumerationList, CodeList:
		return c.set(a.row, cell)
	case Enumeration, Boolean:
		if err := c.Parse(cell); err != nil {
			return err
		}
	}
	field.SetString(cell)
	return nil
}

// Text prints one cell, given by its row and column, as it was read.
func (t *Table) Text(f *Facts, row, column int) string {
	return t.Columns[column].text(t.rows(f).Index(row))
}

// Strings gives the cells of a column that is kept as text (not a number, a date or a list), by row.
func (t *Table) Strings(f *Facts, column int) iter.Seq2[int, string] {
	rows, field := t.rows(f), t.Columns[column].field
	return func(yield func(int, string) bool) {
		for i := range rows.Len() {
			if !yield(i, rows.Index(i).Field(field).String()) {
				return
			}
		}
	}
}

// Numbers gives the cells of a Decimal or Whole column, by row.
func (t *Table) Numbers(f *Facts, column int) iter.Seq2[int, Number] {
	rows, c := t.rows(f), t.Columns[column]
	return func(yield func(int, Number) bool) {
		for i := range rows.Len() {
			var n Number
			switch v := rows.Index(i).Field(c.field).Addr().Interface().(type) {
			case *Number:
				n = *v
			case *Integer:
				n = Number{Value: float64(v.Value), Known: v.Known}
			}
			if !yield(i, n) {
				return
			}
		}
	}
}

// Dates gives the cells of a Calendar or Month column, by row.
func (t *Table) Dates(f *Facts, column int) iter.Seq2[int, Date] {
	rows, field := t.rows(f), t.Columns[column].field
	return func(yield func(int, Date) bool) {
		for i := range rows.Len() {
			if !yield(i, *rows.Index(i).Field(field).Addr().Interface().(*Date)) {
				return
			}
		}
	}
}

// appendText appends what text returns to dst; it allocates nothing.
func (c *Column) appendText(dst []byte, row reflect.Value) []byte {
	field := row.Field(c.field)
	switch c.Type {
	case Decimal:
		if n := field.Addr().Interface().(*Number); n.Known {
			return strconv.AppendFloat(dst, n.Value, 'f', int(n.Places), 64)
		}
		return dst
	case Whole:
		if n := field.Addr().Interface().(*Integer); n.Known {
			return strconv.AppendInt(dst, int64(n.Value), 10)
		}
		return dst
	case Calendar, Month:
		return field.Addr().Interface().(*Date).appendText(dst)
	case EnumerationList, CodeList:
		for i := range field.Len() {
			if i > 0 {
				dst = append(dst, ';')
			}
			dst = append(dst, field.Index(i).String()...)
		}
		return dst
	}
	return append(dst, field.String()...)
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

// Shared keeps one copy of each text, so that a million rows naming the same things do not hold a million strings, nor the
// file that they were cut from.
type Shared map[string]string

// Keep returns the kept copy of text.
func (s Shared) Keep(text string) string {
	if kept, ok := s[text]; ok {
		return kept
	}
	kept := strings.Clone(text)
	s[kept] = kept
	return kept
}

package graph

import (
	"reflect"
	"strconv"
	"strings"
	"unsafe"
)

// Cells lie at fixed distances in the rows of a table, which are the elements of one slice. Going there by address costs a nanosecond
// where reflection costs twenty, which counts at a million rows of a dozen cells. All such steps are in this file; a table's
// declaration says what lies where.

// rowsOf is where the rows of a table start.
func (t *Table) rowsOf(f *Facts) unsafe.Pointer { return t.rows(f).UnsafePointer() }

// rowAt is where row i lies.
func (t *Table) rowAt(rows unsafe.Pointer, i int) unsafe.Pointer {
	return unsafe.Add(rows, uintptr(i)*t.size)
}

// lineOf is the line of a row, whose first field is Row.
func lineOf(row unsafe.Pointer) *int32 { return &(*Row)(row).Line }

func (c *Column) words(row unsafe.Pointer) *string    { return (*string)(unsafe.Add(row, c.offset)) }
func (c *Column) number(row unsafe.Pointer) *Number   { return (*Number)(unsafe.Add(row, c.offset)) }
func (c *Column) integer(row unsafe.Pointer) *Integer { return (*Integer)(unsafe.Add(row, c.offset)) }
func (c *Column) date(row unsafe.Pointer) *Date       { return (*Date)(unsafe.Add(row, c.offset)) }
func (c *Column) list(row unsafe.Pointer) *[]string   { return (*[]string)(unsafe.Add(row, c.offset)) }

// isText tells whether the column's cells are kept as text, neither a number nor a date nor a list.
func (c *Column) isText() bool {
	switch c.Type {
	case Decimal, Whole, Calendar, Month, EnumerationList, CodeList:
		return false
	}
	return true
}

// text prints a cell as it was read.
func (c *Column) text(row unsafe.Pointer) string {
	switch c.Type {
	case Decimal:
		return c.number(row).Text()
	case Whole:
		return c.integer(row).Text()
	case Calendar, Month:
		return c.date(row).Text()
	case EnumerationList, CodeList:
		return strings.Join(*c.list(row), ";")
	}
	return *c.words(row)
}

// appendText appends what text returns to dst; it allocates nothing.
func (c *Column) appendText(dst []byte, row unsafe.Pointer) []byte {
	switch c.Type {
	case Decimal:
		if n := c.number(row); n.Known {
			return strconv.AppendFloat(dst, n.Value, 'f', int(n.Places), 64)
		}
		return dst
	case Whole:
		if n := c.integer(row); n.Known {
			return strconv.AppendInt(dst, int64(n.Value), 10)
		}
		return dst
	case Calendar, Month:
		return c.date(row).appendText(dst)
	case EnumerationList, CodeList:
		for i, word := range *c.list(row) {
			if i > 0 {
				dst = append(dst, ';')
			}
			dst = append(dst, word...)
		}
		return dst
	}
	return append(dst, *c.words(row)...)
}

// set parses a cell. On an error, one of the Err... values, the cell stays empty.
func (c *Column) set(row unsafe.Pointer, cell string) error {
	if cell == "" {
		return nil
	}
	var err error
	switch c.Type {
	case Decimal:
		*c.number(row), err = ParseNumber(cell)
	case Whole:
		*c.integer(row), err = ParseInteger(cell)
	case Calendar, Month:
		*c.date(row), err = ParseDate(cell)
	case Enumeration, Boolean:
		if err = c.Parse(cell); err == nil {
			*c.words(row) = cell
		}
	case EnumerationList, CodeList:
		if err = c.Parse(cell); err == nil {
			*c.list(row) = strings.Split(cell, ";")
		}
	default:
		*c.words(row) = cell
	}
	return err
}

// fits tells whether a field of a row is what its column's accessor takes it for.
func (c *Column) fits(field reflect.Type) bool {
	switch c.Type {
	case Decimal:
		return field == reflect.TypeFor[Number]()
	case Whole:
		return field == reflect.TypeFor[Integer]()
	case Calendar, Month:
		return field == reflect.TypeFor[Date]()
	case EnumerationList, CodeList:
		return field.Kind() == reflect.Slice && field.Elem().Kind() == reflect.String
	}
	return field.Kind() == reflect.String
}

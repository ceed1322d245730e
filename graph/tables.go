package graph

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// ColumnType is the shape of a cell.
type ColumnType uint8

// The column types.
const (
	Text ColumnType = iota
	Identifier
	Reference
	Enumeration
	EnumerationList
	CodeList
	Decimal
	Whole
	Boolean
	Calendar
	Month
	WebAddress
	CountryCode2
	CountryCode3
	UpperCase
)

// Column declares one column of a table.
type Column struct {
	Name     string
	Type     ColumnType
	Required bool
	Key      bool
	Values   []string // Enumeration, EnumerationList, Boolean: the words allowed
	Refs     []string // Reference: the tables whose ids are allowed
	Codes    string   // CodeList: the name of the code's shape
	Min, Max float64  // Decimal, Whole: closed bounds
	offset   uintptr  // in its row
}

// Table declares one table: its columns in the order of the file, and its natural key.
type Table struct {
	Name    string
	Columns []Column
	field   int     // of Facts
	size    uintptr // of a row
}

// ItemTables are the tables that share one id space of items.
var ItemTables = []string{"elements", "materials", "components", "products"}

// Tables lists the declarations of all tables, in the order of the dictionary. The result is shared: do not change it.
var Tables = sync.OnceValue(func() []*Table {
	facts := reflect.TypeFor[Facts]()
	tables := make([]*Table, 0, facts.NumField())
	for i := range facts.NumField() {
		f := facts.Field(i)
		row := f.Type.Elem()
		if row.Field(0).Type != reflect.TypeFor[Row]() {
			panic(fmt.Sprintf("table %s: the first field of a row must be Row", f.Name))
		}
		t := &Table{Name: f.Tag.Get("table"), field: i, size: row.Size()}
		for j := range row.NumField() {
			if tag, ok := row.Field(j).Tag.Lookup("fact"); ok {
				t.Columns = append(t.Columns, newColumn(row.Field(j), strings.Split(tag, ",")))
			}
		}
		tables = append(tables, t)
	}
	return tables
})

// TableOf finds a table by its name; nil when there is none.
func TableOf(name string) *Table {
	for _, t := range Tables() {
		if t.Name == name {
			return t
		}
	}
	return nil
}

var valueTypes = map[reflect.Type]ColumnType{
	reflect.TypeFor[Number]():   Decimal,
	reflect.TypeFor[Integer]():  Whole,
	reflect.TypeFor[Date]():     Calendar,
	reflect.TypeFor[Truth]():    Boolean,
	reflect.TypeFor[string]():   Text,
	reflect.TypeFor[[]string](): CodeList,
}

var textTypes = map[string]ColumnType{
	"id": Identifier, "iso2": CountryCode2, "iso3": CountryCode3, "upper": UpperCase, "url": WebAddress, "month": Month,
}

func newColumn(field reflect.StructField, tag []string) Column {
	c := Column{Name: tag[0], offset: field.Offset}
	typ := field.Type
	if t, ok := valueTypes[typ]; ok {
		c.Type = t
	} else if typ.Kind() == reflect.Slice {
		c.Type, c.Values = EnumerationList, words(typ.Elem())
	} else {
		c.Type, c.Values = Enumeration, words(typ)
	}
	if c.Type == Boolean {
		c.Values = words(typ)
	}
	for _, rule := range tag[1:] {
		name, arg, _ := strings.Cut(rule, "=")
		switch name {
		case "required":
			c.Required = true
		case "key":
			c.Key = true
		case "ref":
			c.Type = Reference
			for ref := range strings.SplitSeq(arg, "|") {
				if ref == "item" {
					c.Refs = append(c.Refs, ItemTables...)
				} else {
					c.Refs = append(c.Refs, ref)
				}
			}
		case "codes":
			c.Codes = arg
		case "min":
			c.Min, _ = strconv.ParseFloat(arg, 64)
		case "max":
			c.Max, _ = strconv.ParseFloat(arg, 64)
		case "text":
		default:
			t, ok := textTypes[name]
			if !ok {
				panic(fmt.Sprintf("column %s: unknown rule %q", c.Name, rule))
			}
			c.Type = t
		}
	}
	if !c.fits(typ) {
		panic(fmt.Sprintf("column %s: a %s cannot hold it", c.Name, typ))
	}
	return c
}

// words asks a closed list for its values.
func words(typ reflect.Type) []string {
	return reflect.Zero(typ).Interface().(interface{ Values() []string }).Values()
}

// HasID tells whether rows of the table are things with an id of their own.
func (t *Table) HasID() bool { return t.Columns[0].Name == "id" && t.Name != "aliases" }

// Column finds a column by name; nil when there is none.
func (t *Table) Column(name string) *Column {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return &t.Columns[i]
		}
	}
	return nil
}

// Key lists the indexes of the key columns.
func (t *Table) Key() []int {
	var key []int
	for i, c := range t.Columns {
		if c.Key {
			key = append(key, i)
		}
	}
	return key
}

// Len is the number of rows of the table in f.
func (t *Table) Len(f *Facts) int { return t.rows(f).Len() }

// Line is the line of row i.
func (t *Table) Line(f *Facts, i int) int32 { return *lineOf(t.rowAt(t.rowsOf(f), i)) }

// Cells prints row i as the cells of its file, in column order. They are what was read, letter for letter.
func (t *Table) Cells(f *Facts, i int) []string {
	return t.AppendCells(make([]string, 0, len(t.Columns)), f, i)
}

// AppendCells appends the cells of row i to dst.
func (t *Table) AppendCells(dst []string, f *Facts, i int) []string {
	row := t.rowAt(t.rowsOf(f), i)
	for c := range t.Columns {
		dst = append(dst, t.Columns[c].text(row))
	}
	return dst
}

// KeyText prints the natural key of row i, its parts joined by " | ".
func (t *Table) KeyText(f *Facts, i int) string {
	row := t.rowAt(t.rowsOf(f), i)
	var parts []string
	for _, c := range t.Key() {
		parts = append(parts, t.Columns[c].text(row))
	}
	return strings.Join(parts, " | ")
}

// Append parses cells (in column order) and appends them as a row. The error, if any, is one of the Err... values wrapped
// with the column's name; words outside a closed list are an error too. References and bounds are the checks' business.
func (t *Table) Append(f *Facts, line int32, cells []string) error {
	rows := t.rows(f)
	row := reflect.New(rows.Type().Elem())
	*lineOf(row.UnsafePointer()) = line
	for i := range t.Columns {
		if err := t.Columns[i].set(row.UnsafePointer(), cells[i]); err != nil {
			return fmt.Errorf("%s: %w", t.Columns[i].Name, err)
		}
	}
	rows.Set(reflect.Append(rows, row.Elem()))
	return nil
}

func (t *Table) rows(f *Facts) reflect.Value { return reflect.ValueOf(f).Elem().Field(t.field) }

// ErrNotAllowed is a word outside a closed list.
var ErrNotAllowed = fmt.Errorf("not one of the allowed words")

// Parse checks one cell against the column's type; the error is one of the Err... values.
func (c *Column) Parse(cell string) error {
	var err error
	switch c.Type {
	case Decimal:
		_, err = ParseNumber(cell)
	case Whole:
		_, err = ParseInteger(cell)
	case Calendar, Month:
		_, err = ParseDate(cell)
	case Enumeration, Boolean:
		if cell != "" && !slices.Contains(c.Values, cell) {
			err = ErrNotAllowed
		}
	case EnumerationList:
		for part := range strings.SplitSeq(cell, ";") {
			if cell != "" && !slices.Contains(c.Values, part) {
				err = ErrNotAllowed
			}
		}
	}
	return err
}

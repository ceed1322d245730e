package check

import (
	"fmt"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// Years outside these are mistakes: no fact of the field is older, and no plan reaches further.
const firstYear, lastYear = 1900, 2060

// columns checks every cell of a table against what its column declares beyond its type.
func (c *checker) columns(t *graph.Table) {
	for i := range t.Columns {
		column := &t.Columns[i]
		switch column.Type {
		case graph.Decimal, graph.Whole:
			c.bounds(t, i)
		case graph.Calendar, graph.Month:
			c.years(t, i)
		case graph.Reference:
			c.references(t, i)
		case graph.CodeList, graph.EnumerationList:
			c.lists(t, i)
		case graph.Identifier, graph.CountryCode2, graph.CountryCode3, graph.UpperCase, graph.WebAddress:
			for row, cell := range t.Strings(c.facts, i) {
				if cell != "" && !shaped(column, cell) {
					message, advice := explainShape(column, cell)
					c.error(t.Name, t.Line(c.facts, row), shapes[column.Type].rule, message, advice, column.Name)
				}
			}
		}
	}
}

func (c *checker) bounds(t *graph.Table, i int) {
	column := &t.Columns[i]
	if column.Min == column.Max {
		return
	}
	for row, n := range t.Numbers(c.facts, i) {
		if n.Known && (n.Value < column.Min || n.Value > column.Max) {
			advice := ""
			if n.Value < 0 && column.Min == 0 {
				advice = "an unknown value is an empty cell"
			}
			c.error(t.Name, t.Line(c.facts, row), "bounds", fmt.Sprintf("%s is %s; it must lie between %s and %s",
				column.Name, t.Text(c.facts, row, i), number(column.Min), number(column.Max)), advice, column.Name)
		}
	}
}

func number(v float64) string { return fmt.Sprintf("%.12g", v) }

func (c *checker) years(t *graph.Table, i int) {
	column := &t.Columns[i]
	for row, d := range t.Dates(c.facts, i) {
		switch {
		case !d.Known():
		case d.Year < firstYear || d.Year > lastYear:
			c.error(t.Name, t.Line(c.facts, row), "bounds", fmt.Sprintf("%s is %s; its year must lie between %d and %d",
				column.Name, d.Text(), firstYear, lastYear), "", column.Name)
		case column.Type == graph.Month && d.Month == 0:
			c.error(t.Name, t.Line(c.facts, row), "month", fmt.Sprintf("%q in %s is a year; the column takes a month", d.Text(), column.Name),
				"write YYYY-MM", column.Name)
		case column.Type == graph.Month && d.Day != 0:
			c.error(t.Name, t.Line(c.facts, row), "month", fmt.Sprintf("%q in %s is a day; the column takes a month", d.Text(), column.Name),
				"write "+d.Text()[:7], column.Name)
		}
	}
}

func (c *checker) lists(t *graph.Table, i int) {
	column := &t.Columns[i]
	for row := range t.Len(c.facts) {
		list := t.Text(c.facts, row, i)
		if list == "" {
			continue
		}
		parts := strings.Split(list, ";")
		line := t.Line(c.facts, row)
		if column.Type == graph.CodeList {
			for _, code := range parts {
				if wrong := checkCode(column, list, code); wrong != nil {
					c.error(t.Name, line, wrong.Rule, wrong.Message, wrong.Advice, column.Name)
				}
			}
		}
		seen := map[string]bool{}
		for _, part := range parts {
			if seen[part] {
				c.error(t.Name, line, "list", fmt.Sprintf("%s names %q twice", column.Name, part), "keep one", column.Name)
				break
			}
			seen[part] = true
		}
	}
}

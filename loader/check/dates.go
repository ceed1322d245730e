package check

import (
	"fmt"

	"github.com/lodestone-graph/lodestone/graph"
)

// dates checks that nothing ends before it starts, as far as both dates are given.
func (c *checker) dates() {
	for _, pair := range []struct{ table, start, end string }{
		{"supplies", "start", "end"},
		{"export_controls", "announced", "effective"},
		{"export_controls", "suspended_from", "suspended_until"},
		{"licences", "granted", "expires"},
		{"events", "date", "end_date"},
		{"period_exports", "from", "to"},
		{"procurement_rules", "effective", "ends"},
		{"procurement_rule_steps", "from", "until"},
	} {
		t := c.tables[pair.table]
		start, end := columnOf(t, pair.start), columnOf(t, pair.end)
		starts := make([]graph.Date, 0, t.Len(c.facts))
		for _, d := range t.Dates(c.facts, start) {
			starts = append(starts, d)
		}
		for row, d := range t.Dates(c.facts, end) {
			if after(starts[row], d) {
				c.error(pair.table, t.Line(c.facts, row), "end-before-start",
					fmt.Sprintf("%s %s is before %s %s", pair.end, d.Text(), pair.start, starts[row].Text()), "", pair.end, pair.start)
			}
		}
	}
}

func columnOf(t *graph.Table, name string) int {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return i
		}
	}
	return -1
}

// after tells whether a is surely later than b: 2025-06 is not after 2025.
func after(a, b graph.Date) bool {
	switch {
	case !a.Known() || !b.Known():
		return false
	case a.Year != b.Year:
		return a.Year > b.Year
	case a.Month == 0 || b.Month == 0 || a.Month != b.Month:
		return b.Month != 0 && a.Month > b.Month
	}
	return b.Day != 0 && a.Day > b.Day
}

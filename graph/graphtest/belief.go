package graphtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// beliefTables says, table by table, which columns tell the subject of a belief and which name things.
var beliefTables = []struct{ name, subject, named string }{
	{"feeds", "from to", "from to"},
	{"substitutes", "item substitute for_item", "item substitute for_item"},
	{"operates", "firm facility", "firm facility"},
	{"owns", "owner owned", "owner owned"},
	{"produces", "facility item", "facility item"},
	{"makes", "firm item", "firm item"},
	{"supplies", "supplier buyer item", "supplier buyer item"},
	{"market_shares", "country stage item", "country item"},
	{"market_projections", "country stage item", "country item"},
	{"restricts", "control item", "control item"},
	{"licences", "id", "id holder customer item"},
	{"licence_statistics", "applicant_region", "id applicant_region"},
	{"events", "id", "id country firm item"},
	{"listed_entities", "control entity", "control entity country"},
	{"not_controlled", "item", "item"},
	{"monthly_exports", "month item destination", "item destination"},
	{"period_exports", "from to item destination", "item destination"},
	{"import_dependence", "importer item origin", "importer item origin"},
	{"lead_times", "item stage kind", "item"},
	{"stocks", "holder item", "holder item"},
	{"procurement_rules", "id", "id country"},
	{"procurement_rule_steps", "rule item stage covered_country", "item covered_country rule"},
	{"firm_sizes", "firm", "firm"},
	{"facilities", "id", "id country"},
	{"export_controls", "id", "id country"},
}

// Beliefs lists what one release says about some things as known on two days, one line each: change, table, subject, and how many rows
// say so then and now. It is sorted as text.
func Beliefs(f *graph.Facts, about []string, then, now string) []string {
	t := &timelineTwin{f: f, pairs: map[[2]string]bool{}, grade: map[[2]string]bool{}, made: map[string][]string{}}
	before, after := t.rowsOf(about, then), t.rowsOf(about, now)
	var lines []string
	for key, rows := range before {
		change := "CHANGED"
		switch {
		case len(after[key]) == 0:
			change = "WITHDRAWN"
		case slices.Equal(rows, after[key]):
			change = "HELD"
		}
		lines = append(lines, fmt.Sprintf("%s %s %d %d", change, key, len(rows), len(after[key])))
	}
	for key, rows := range after {
		if len(before[key]) == 0 {
			lines = append(lines, fmt.Sprintf("ADDED %s 0 %d", key, len(rows)))
		}
	}
	slices.Sort(lines)
	return lines
}

// rowsOf lists the lines of the rows known on a day, and not over, by table and subject.
func (t *timelineTwin) rowsOf(about []string, day string) map[string][]int32 {
	found, carried := map[string][]int32{}, map[string]bool{}
	for _, b := range beliefTables {
		table := graph.TableOf(b.name)
		for i := range table.Len(t.f) {
			cells := table.Cells(t.f, i)
			cell := func(column string) string {
				return cells[slices.IndexFunc(table.Columns, func(c graph.Column) bool { return c.Name == column })]
			}
			concerned := (b.name == "facilities" || b.name == "export_controls") && carried[cell("id")]
			for column := range strings.FieldsSeq(b.named) {
				concerned = concerned || slices.ContainsFunc(about, func(asked string) bool { return cell(column) != "" && t.concerns(asked, cell(column)) })
			}
			if !concerned || !t.publishedBy(cell("source"), day) || t.ended(table, cell, day) {
				continue
			}
			switch b.name {
			case "restricts", "listed_entities":
				carried[cell("control")] = true
			case "produces", "operates":
				carried[cell("facility")] = true
			}
			parts := []string{}
			for column := range strings.FieldsSeq(b.subject) {
				parts = append(parts, cell(column))
			}
			key := b.name + " " + strings.Join(parts, " | ")
			found[key] = append(found[key], table.Line(t.f, i))
		}
	}
	for _, rows := range found {
		slices.Sort(rows)
	}
	return found
}

// publishedBy tells whether a source was published on a day or before: by its last day, or without a date.
func (t *timelineTwin) publishedBy(source, day string) bool {
	for _, s := range t.f.Sources {
		if s.ID == source {
			return !s.Published.Known() || lastText(s.Published) <= day
		}
	}
	return false
}

func (t *timelineTwin) ended(table *graph.Table, cell func(string) string, day string) bool {
	last := map[string]string{"supplies": "end", "licences": "expires", "procurement_rules": "ends", "procurement_rule_steps": "until"}[table.Name]
	if last == "" {
		return false
	}
	end, err := graph.ParseDate(cell(last))
	if err != nil {
		panic(err) // it was read as a date
	}
	return end.Known() && lastText(end) < day || table.Name == "supplies" && cell("status") == "ENDED"
}

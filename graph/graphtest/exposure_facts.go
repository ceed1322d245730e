package graphtest

import (
	"fmt"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// usual are the cells that a row of Written has unless it says otherwise.
var usual = map[string]string{
	"source": "s", "confidence": "HIGH", "title": "Title", "publisher": "Publisher", "url": "https://example.org", "name": "Name", "region": "Region",
	"sources.kind": "OFFICIAL", "sources.published": "2020-01-01", "elements.group": "LIGHT", "materials.form": "OXIDE", "components.kind": "OTHER",
	"components.unit": "unit", "feeds.unit": "kg_per_kg", "feeds.essential": "true", "facilities.status": "OPERATING", "facilities.stage": "SEPARATION",
	"supplies.status": "ACTIVE", "firms.country": "US", "facilities.country": "US", "market_shares.stage": "SEPARATION", "market_shares.year": "2024",
}

// Written reads facts from lines of a table's name and cells, as in
//
//	supplies supplier=a buyer=b item=x share_pct=60
//
// Cells left out are the usual ones: confidence HIGH, source s and so on; a cell is emptied with "column=". The source s and the
// countries AU, CN and US are always there. A text that does not parse is an error that quotes its line.
func Written(text string) (*graph.Facts, error) {
	f := &graph.Facts{}
	lines := append([]string{"sources id=s", "countries id=AU", "countries id=CN", "countries id=US"}, strings.Split(text, "\n")...)
	for i, line := range lines {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		table := graph.TableOf(words[0])
		if table == nil {
			return nil, fmt.Errorf("%q: no such table", line)
		}
		cells := make([]string, len(table.Columns))
		for c, column := range table.Columns {
			cells[c] = usual[table.Name+"."+column.Name]
			if cells[c] == "" {
				cells[c] = usual[column.Name]
			}
		}
		for _, word := range words[1:] {
			name, value, _ := strings.Cut(word, "=")
			found := false
			for c := range table.Columns {
				if table.Columns[c].Name == name {
					cells[c], found = value, true
				}
			}
			if !found {
				return nil, fmt.Errorf("%q: no column %q", line, name)
			}
		}
		if err := table.Append(f, int32(i), cells); err != nil {
			return nil, fmt.Errorf("%q: %w", line, err)
		}
	}
	return f, nil
}

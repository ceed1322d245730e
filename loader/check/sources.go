package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/lodestone-graph/lodestone/graph"
)

// word finds what may be an id in running text.
var word = regexp.MustCompile(`[a-z0-9]+(?:-[a-z0-9]+)+`)

// sources points out sources that nothing uses, and notes that name a source that is not there.
func (c *checker) sources() {
	if !c.read("sources") || len(c.facts.Sources) == 0 {
		return
	}
	unused := map[string]bool{}
	for i := range c.facts.Sources {
		unused[c.facts.Sources[i].ID] = true
	}
	for _, t := range graph.Tables() {
		for i := range t.Columns {
			if len(t.Columns[i].Refs) == 1 && t.Columns[i].Refs[0] == "sources" {
				for _, id := range t.Strings(c.facts, i) {
					delete(unused, id)
				}
			}
		}
	}
	prefixes := c.sourcePrefixes()
	if len(unused) > 0 || len(prefixes) > 0 {
		for _, id := range word.FindAllString(string(c.scope.Rules), -1) {
			delete(unused, id)
		}
		for _, t := range graph.Tables() {
			c.mentions(t, unused, prefixes)
		}
	}
	for i := range c.facts.Sources {
		if s := &c.facts.Sources[i]; unused[s.ID] && s.ID != "" {
			c.warn("sources", s.Line, "unused-source", fmt.Sprintf("%q is not used by any row", s.ID), "remove the row, or name it where it was used", "id")
		}
	}
}

// sourcePrefixes are the first letters of source ids when all of them have the form `c-…`: then a word of that form in a note
// is meant as a source.
func (c *checker) sourcePrefixes() map[string]bool {
	prefixes := map[string]bool{}
	for i := range c.facts.Sources {
		letter, _, ok := strings.Cut(c.facts.Sources[i].ID, "-")
		if !ok || len(letter) != 1 {
			return nil
		}
		prefixes[letter] = true
	}
	return prefixes
}

// mentions looks through the text cells of a table. A word with one hyphen, such as c-clamp, is taken for a source only when
// there is one with nearly that id.
func (c *checker) mentions(t *graph.Table, unused, prefixes map[string]bool) {
	named := t.Name == "sources" || t.Name == "firms" || t.Name == "facilities" || t.Name == "aliases"
	ids := &graph.Column{Refs: []string{"sources"}}
	for i := range t.Columns {
		if t.Columns[i].Type != graph.Text {
			continue
		}
		for row, text := range t.Strings(c.facts, i) {
			if strings.IndexByte(text, '-') < 0 {
				continue
			}
			for _, at := range word.FindAllStringIndex(text, -1) {
				id := text[at[0]:at[1]]
				delete(unused, id)
				letter, rest, _ := strings.Cut(id, "-")
				if named || !prefixes[letter] || c.ids.of(id).table != nil || !alone(text, at[0], at[1]) {
					continue
				}
				advice := c.suggestion(ids, id)
				if strings.IndexByte(rest, '-') < 0 && !strings.HasPrefix(advice, "did you mean") {
					continue
				}
				c.warn(t.Name, t.Line(c.facts, row), "unknown-source",
					fmt.Sprintf("%s names %q, which looks like a source but is none", t.Columns[i].Name, id), advice, t.Columns[i].Name)
			}
		}
	}
}

// alone tells whether a word is not part of an address, a file name or a longer word.
func alone(text string, start, end int) bool {
	joins := func(r rune) bool { return strings.ContainsRune("/.-_@", r) || r >= 'A' && r <= 'Z' }
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !joins(before) && !(joins(after) && after != '.')
}

// quotedID finds ids in the text of licence_rules.md, where they stand between backquotes.
var quotedID = regexp.MustCompile("`([a-z0-9]+(?:-[a-z0-9]+)+)`")

// licenceRules checks that the ids that licence_rules.md names are there: an id that begins as sources or controls do.
func (c *checker) licenceRules() {
	if !c.read("sources", "export_controls") {
		return
	}
	prefixes := c.sourcePrefixes()
	if prefixes == nil {
		prefixes = map[string]bool{}
	}
	for i := range c.facts.ExportControls {
		first, _, _ := strings.Cut(c.facts.ExportControls[i].ID, "-")
		prefixes[first] = true
	}
	number := 0
	for line := range strings.SplitSeq(string(c.scope.Rules), "\n") {
		number++
		for _, at := range quotedID.FindAllStringSubmatchIndex(line, -1) {
			id := line[at[2]:at[3]]
			first, _, _ := strings.Cut(id, "-")
			if !prefixes[first] || c.ids.of(id).table != nil {
				continue
			}
			c.findings = append(c.findings, Finding{Problem: Problem{
				File: "licence_rules.md", Line: number, Column: 1 + utf8.RuneCountInString(line[:at[2]]), Width: len(id),
				Rule: "unknown-id", Source: strings.TrimSuffix(line, "\r"), Message: fmt.Sprintf("%q is not an id in sources.csv or export_controls.csv", id),
				Advice: c.suggestion(&graph.Column{Refs: []string{"sources", "export_controls"}}, id),
			}})
		}
	}
}

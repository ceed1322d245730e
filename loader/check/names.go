package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"
)

// Two names may mean one thing when they share this much of their three-letter pieces, or when few letters differ and each
// word begins alike: Northern and Southern are two, Vacuumschmelze and Vacuumschmelse are one. Every pair of the second kind
// shares at least the third number of pieces.
const (
	nearDuplicate = 0.75
	fewLetters    = 2
	leastInCommon = 0.5
	longEnough    = 8 // letters, for names that differ in few
)

// Words that say what a body is, not which.
var legalForms = map[string]bool{
	"inc": true, "incorporated": true, "corp": true, "corporation": true, "co": true, "company": true, "ltd": true, "limited": true,
	"llc": true, "plc": true, "ag": true, "gmbh": true, "sa": true, "sas": true, "se": true, "spa": true, "nv": true, "bv": true, "ab": true,
	"oy": true, "as": true, "kk": true, "pty": true, "jsc": true, "pjsc": true, "the": true, "and": true,
}

// comparable is a name cut for comparison.
type comparable struct {
	row    int
	name   string
	pieces []int32 // sorted from the rarest piece to the commonest
}

// nearDuplicates points out pairs of names in one country that are nearly the same. Only names that share one of their
// rarest pieces are compared (a prefix filter), which keeps the cost near-linear in the number of names.
func (c *checker) nearDuplicates(table string) {
	t := c.tables[table]
	country, name := columnOf(t, "country"), columnOf(t, "name")
	blocks := map[string][]comparable{}
	var order []string
	for row, called := range t.Strings(c.facts, name) {
		if called == "" {
			continue
		}
		plain, digits := comparableName(called)
		block := t.Text(c.facts, row, country) + "|" + digits
		if blocks[block] == nil {
			order = append(order, block)
		}
		blocks[block] = append(blocks[block], comparable{row: row, name: plain})
	}
	for _, block := range order {
		for _, p := range pairs(blocks[block]) {
			first, second := min(p.a, p.b), max(p.a, p.b)
			a, b := t.Text(c.facts, first, name), t.Text(c.facts, second, name)
			if strings.EqualFold(a, b) {
				continue // an error of its own
			}
			c.warn(table, t.Line(c.facts, second), "near-duplicate-name",
				fmt.Sprintf("%s looks like %s in line %d (%.2f alike)", Quote(b), Quote(a), t.Line(c.facts, first), p.score),
				fmt.Sprintf("if both are one, keep one row and add the other name to aliases.csv; the ids are %q and %q",
					t.Text(c.facts, first, 0), t.Text(c.facts, second, 0)), "name", "country")
		}
	}
}

// comparableName keeps the letters of a name, without legal forms, and apart from them its numbers, Roman ones and single letters too,
// since Plant 1 and Plant 2 are two plants however alike their names.
func comparableName(name string) (letters, digits string) {
	var words, numbers []string
	split := strings.FieldsFunc(norm.NFKD.String(strings.ToLower(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
	for _, w := range split {
		w = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, w)
		switch {
		case strings.IndexFunc(w, unicode.IsDigit) >= 0, len(w) == 1, strings.Trim(w, "ivx") == "":
			numbers = append(numbers, w)
		case !legalForms[w]:
			words = append(words, w)
		}
	}
	return strings.Join(words, " "), strings.Join(numbers, " ")
}

type pair struct {
	a, b  int
	score float64
}

// pairs finds the names of one block that are alike.
func pairs(names []comparable) []pair {
	if len(names) < 2 {
		return nil
	}
	cut(names)
	posted := map[int32][]int{}
	var found []pair
	for i := range names {
		pieces := names[i].pieces
		prefix := len(pieces) - int(leastInCommon*float64(len(pieces))+0.999) + 1
		seen := map[int]bool{}
		for _, piece := range pieces[:min(prefix, len(pieces))] {
			for _, j := range posted[piece] {
				if seen[j] {
					continue
				}
				seen[j] = true
				if score := names[i].like(&names[j]); score > 0 {
					found = append(found, pair{names[j].row, names[i].row, score})
				}
			}
			posted[piece] = append(posted[piece], i)
		}
	}
	return found
}

// cut gives each name its three-letter pieces, numbered from the rarest to the commonest.
func cut(names []comparable) {
	count := map[string]int32{}
	texts := make([][]string, len(names))
	for i := range names {
		texts[i] = pieces(names[i].name)
		for _, p := range texts[i] {
			count[p]++
		}
	}
	all := make([]string, 0, len(count))
	for p := range count {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(count[a], count[b]), strings.Compare(a, b)) })
	for rank, p := range all {
		count[p] = int32(rank)
	}
	for i := range names {
		for _, p := range texts[i] {
			names[i].pieces = append(names[i].pieces, count[p])
		}
		slices.Sort(names[i].pieces)
	}
}

func pieces(name string) []string {
	runes := []rune(" " + name + " ")
	var found []string
	for i := range len(runes) - 2 {
		found = append(found, string(runes[i:i+3]))
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// like scores two names that may mean one thing, from 0 to 1; 0 when they do not.
func (n *comparable) like(other *comparable) float64 {
	score := alike(n.pieces, other.pieces)
	if score >= nearDuplicate {
		return score
	}
	if score < leastInCommon || min(len(n.name), len(other.name)) < longEnough || initials(n.name) != initials(other.name) {
		return 0
	}
	if letters := levenshtein.ComputeDistance(n.name, other.name); letters <= fewLetters {
		return 1 - float64(letters)/float64(max(len(n.name), len(other.name)))
	}
	return 0
}

func initials(name string) string {
	var first []byte
	for w := range strings.SplitSeq(name, " ") {
		first = append(first, w[:min(1, len(w))]...)
	}
	return string(first)
}

// alike is the share of pieces in common, by merging two sorted lists.
func alike(a, b []int32) float64 {
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return float64(common) / float64(len(a)+len(b)-common)
}

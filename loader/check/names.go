package check

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"
)

// Two names may mean one thing when they share this much of their three-letter pieces, or when one letter differs or two
// neighbours are exchanged in a name of some length, and each word begins alike.
const (
	nearDuplicate = 0.75
	longEnough    = 8
)

// mostPosted bounds the names that are compared by a piece they share: of pieces that more names hold, the first names stand
// for all. It keeps the cost linear where thousands of names are made of the same few words.
const mostPosted = 50

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

// nearDuplicates points out pairs of names in one country that are nearly the same. Only names that share a rare piece, or
// that are equal but for a letter, are compared, which keeps the cost near-linear in the number of names.
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
		alike, _ := pairs(blocks[block])
		for _, p := range alike {
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

// pairs finds the names of one block that are alike, in the order of the names, and counts how many pairs it compared.
func pairs(names []comparable) (list []pair, compared int) {
	if len(names) < 2 {
		return nil, 0
	}
	found := map[[2]int]float64{}
	compared = sharingPieces(names, found) + oneLetterApart(names, found)
	list = make([]pair, 0, len(found))
	for rows, score := range found {
		list = append(list, pair{names[rows[0]].row, names[rows[1]].row, score})
	}
	slices.SortFunc(list, func(a, b pair) int { return cmp.Or(cmp.Compare(a.b, b.b), cmp.Compare(a.a, b.a)) })
	return list, compared
}

// sharingPieces compares names that share one of their rarest pieces: names that are alike enough must (a prefix filter).
func sharingPieces(names []comparable, found map[[2]int]float64) (compared int) {
	cut(names)
	posted := map[int32][]int{}
	seen := make([]int, len(names)) // 1 + the last name that each was compared with
	for i := range names {
		pieces := names[i].pieces
		prefix := len(pieces) - int(math.Ceil(nearDuplicate*float64(len(pieces)))) + 1
		for _, piece := range pieces[:min(prefix, len(pieces))] {
			for _, j := range posted[piece] {
				if seen[j] == i+1 {
					continue
				}
				seen[j] = i + 1
				compared++
				if score := alike(pieces, names[j].pieces); score >= nearDuplicate {
					found[[2]int{j, i}] = score
				}
			}
			if len(posted[piece]) < mostPosted {
				posted[piece] = append(posted[piece], i)
			}
		}
	}
	return compared
}

// oneLetterApart compares names that are the same once a letter is left out of each.
func oneLetterApart(names []comparable, found map[[2]int]float64) (compared int) {
	seed := maphash.MakeSeed()
	posted := map[uint64][]int{}
	for i := range names {
		name := []rune(names[i].name)
		if len(name) < longEnough {
			continue
		}
		for out := range len(name) + 1 {
			key := maphash.String(seed, omit(name, out))
			for _, j := range posted[key] {
				compared++
				if other := names[j].name; j != i && found[[2]int{j, i}] == 0 && initials(other) == initials(names[i].name) && slip(other, names[i].name) {
					found[[2]int{j, i}] = 1 - 1/float64(len(name))
				}
			}
			if len(posted[key]) < mostPosted && !slices.Contains(posted[key], i) {
				posted[key] = append(posted[key], i)
			}
		}
	}
	return compared
}

// omit is a name with one letter left out; none when there is no such letter.
func omit(name []rune, out int) string {
	if out == len(name) {
		return string(name)
	}
	return string(name[:out]) + string(name[out+1:])
}

// slip tells whether one letter was left out, added, replaced or exchanged with the next.
func slip(a, b string) bool {
	if levenshtein.ComputeDistance(a, b) <= 1 {
		return true
	}
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	i := 0
	for x[i] == y[i] {
		i++
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && string(x[i+2:]) == string(y[i+2:])
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

func initials(name string) string {
	var first []byte
	for w := range strings.SplitSeq(name, " ") {
		first = append(first, w[:min(1, len(w))]...)
	}
	return string(first)
}

// alike is the share of pieces in common, by merging two sorted lists; 0 as soon as too many differ.
func alike(a, b []int32) float64 {
	total := len(a) + len(b)
	spare := total - 2*int(math.Ceil(nearDuplicate/(1+nearDuplicate)*float64(total)))
	i, j, different := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			i++
			j++
			continue
		case a[i] < b[j]:
			i++
		default:
			j++
		}
		if different++; different > spare {
			return 0
		}
	}
	common := (total - different - (len(a) - i) - (len(b) - j)) / 2
	return float64(common) / float64(total-common)
}

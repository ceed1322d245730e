package graph

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// sorted gives the facts with the rows of every table in the order of their natural keys, as KeyText prints them. Rows keep their
// lines. Texts are compared once each, not row by row, so that it costs little more than moving the rows.
func (f *Facts) sorted() *Facts {
	out := *f
	var s sorter
	s.number(f)
	for _, t := range Tables() {
		order := s.order(t, f)
		if order == nil {
			continue
		}
		from := t.rows(f)
		to := reflect.MakeSlice(from.Type(), len(order), len(order))
		for i, at := range order {
			to.Index(i).Set(from.Index(int(at)))
		}
		t.rows(&out).Set(to)
	}
	return &out
}

// sorter ranks the texts of all keys.
type sorter struct {
	texts   Texts
	numbers map[*Column][]int32 // by column of a key and row: the number of its text
	whole   []int32             // by text: its rank where it ends a key
	within  []int32             // by text: its rank where other texts follow; nil when only whole keys can be compared
}

// number numbers the texts of all keys and ranks them.
func (s *sorter) number(f *Facts) {
	s.numbers = map[*Column][]int32{}
	for _, t := range Tables() {
		for _, k := range t.Key() {
			s.numbers[&t.Columns[k]] = s.column(t, f, &t.Columns[k])
		}
	}
	texts := s.texts.All()
	order := make([]int32, len(texts))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(texts[a], texts[b]) })
	s.whole = ranks(order)
	if slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, "|") }) {
		return // a text may look like two
	}
	follows := func(a, b int32) int { return compareFollowed(texts[a], texts[b]) }
	if slices.IsSortedFunc(order, follows) {
		s.within = s.whole
		return
	}
	slices.SortFunc(order, follows)
	s.within = ranks(order)
}

func (s *sorter) column(t *Table, f *Facts, c *Column) []int32 {
	numbers := make([]int32, t.Len(f))
	if c.isText() {
		finder := s.texts.Finder(len(numbers))
		for i, row := range t.each(f) {
			numbers[i] = finder.Number(*c.words(row))
		}
		return numbers
	}
	var text []byte
	for i, row := range t.each(f) {
		if text = c.appendText(text[:0], row); s.texts.Find(string(text)) < 0 {
			s.texts.Number(string(text))
		}
		numbers[i] = s.texts.Find(string(text))
	}
	return numbers
}

func ranks(order []int32) []int32 {
	rank := make([]int32, len(order))
	for i, n := range order {
		rank[n] = int32(i)
	}
	return rank
}

// compareFollowed compares texts without bars, each followed by " | ".
func compareFollowed(a, b string) int {
	n := min(len(a), len(b))
	if c := strings.Compare(a[:n], b[:n]); c != 0 || len(a) == len(b) {
		return c
	}
	return strings.Compare(a[n:]+" |", b[n:]+" |")
}

// order gives the rows of a table in the order of their keys, equal keys as they come; nil when they stand so.
func (s *sorter) order(t *Table, f *Facts) []int32 {
	key := t.Key()
	parts := make([][]int32, len(key)) // ranks, by column of the key and row
	for i, k := range key {
		rank := s.within
		if i == len(key)-1 {
			rank = s.whole
		}
		if rank == nil {
			return byText(t, f)
		}
		numbers := s.numbers[&t.Columns[k]]
		for row, n := range numbers {
			numbers[row] = rank[n]
		}
		parts[i] = numbers
	}
	compare := func(a, b int) int {
		for _, rank := range parts {
			if c := cmp.Compare(rank[a], rank[b]); c != 0 {
				return c
			}
		}
		return 0
	}
	rows := t.Len(f)
	row := 1
	for row < rows && compare(row-1, row) <= 0 {
		row++
	}
	if row >= rows {
		return nil
	}
	order := identity(rows)
	for _, rank := range slices.Backward(parts) {
		order = distribute(order, rank, s.texts.Len())
	}
	return order
}

func identity(n int) []int32 {
	order := make([]int32, n)
	for i := range order {
		order[i] = int32(i)
	}
	return order
}

// distribute sorts rows by a rank and leaves rows of one rank in their order, in O(rows + ranks).
func distribute(rows, rank []int32, ranks int) []int32 {
	starts := make([]int32, ranks+1)
	for _, r := range rank {
		starts[r+1]++
	}
	for r := range ranks {
		starts[r+1] += starts[r]
	}
	out := make([]int32, len(rows))
	for _, row := range rows {
		r := rank[row]
		out[starts[r]] = row
		starts[r]++
	}
	return out
}

// byText is order for tables whose keys must be compared as they are printed.
func byText(t *Table, f *Facts) []int32 {
	keys := make([]string, t.Len(f))
	for i := range keys {
		keys[i] = t.KeyText(f, i)
	}
	order := identity(len(keys))
	slices.SortStableFunc(order, func(a, b int32) int { return strings.Compare(keys[a], keys[b]) })
	return order
}

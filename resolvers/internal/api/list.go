package api

import (
	"cmp"
	"context"
	"slices"
	"sort"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// list is what a page is cut from: elements in the order of their keys, those that a filter keeps, in another order if a rank is
// given. Pages are found by the place of a cursor (keyset), so they cost the same anywhere in the list and survive elements that
// come and go.
type list[E, T any] struct {
	name  string // cursors of one list are refused by others
	order string
	size  int
	at    func(i int) E
	key   func(E) string
	keep  func(E) bool // nil keeps all
	rank  func(E) rank // nil is the order of keys
	make  func(E) T
}

// checkEvery is how many elements are looked at between looks at the context.
const checkEvery = 4_096

// page cuts a page. Without a rank it looks at no more elements than it needs.
func (l *list[E, T]) page(ctx context.Context, first int, after *string) (*Connection[T], error) {
	if first < 0 {
		return nil, badFirst()
	}
	var from *place
	if after != nil {
		p, err := readCursor(*after, l.name, l.order)
		if err != nil {
			return nil, err
		}
		from = &p
	}
	if l.rank != nil {
		return l.ranked(ctx, first, from)
	}
	start := 0
	if from != nil {
		start = sort.Search(l.size, func(i int) bool { return l.key(l.at(i)) > from.key })
	}
	var found []E
	for i := start; i < l.size && len(found) <= first; i++ {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if e := l.at(i); l.kept(e) {
			found = append(found, e)
		}
	}
	return l.connect(found, first, from != nil, l.count), nil
}

func (l *list[E, T]) kept(e E) bool { return l.keep == nil || l.keep(e) }

func (l *list[E, T]) count() int {
	if l.keep == nil {
		return l.size
	}
	n := 0
	for i := range l.size {
		if l.keep(l.at(i)) {
			n++
		}
	}
	return n
}

// ranked sorts what is kept. The sort is stable, so ties stay in the order of keys.
func (l *list[E, T]) ranked(ctx context.Context, first int, from *place) (*Connection[T], error) {
	type ranked struct {
		element E
		rank    rank
	}
	var all []ranked
	for i := range l.size {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if e := l.at(i); l.kept(e) {
			all = append(all, ranked{e, l.rank(e)})
		}
	}
	slices.SortStableFunc(all, func(x, y ranked) int { return x.rank.compare(y.rank) })
	start := 0
	if from != nil {
		start = sort.Search(len(all), func(i int) bool {
			return cmp.Or(all[i].rank.compare(from.rank), cmp.Compare(l.key(all[i].element), from.key)) > 0
		})
	}
	var found []E
	for _, r := range all[start:min(start+first+1, len(all))] {
		found = append(found, r.element)
	}
	return l.connect(found, first, from != nil, func() int { return len(all) }), nil
}

// connect makes the page of up to first elements; one more tells that the list goes on.
func (l *list[E, T]) connect(found []E, first int, previous bool, count func() int) *Connection[T] {
	shown := head(found, first)
	c := &Connection[T]{
		Nodes: make([]T, len(shown)), next: len(found) > first, previous: previous, count: count,
		cursor: func(i int) string {
			p := place{key: l.key(shown[i])}
			if l.rank != nil {
				p.rank = l.rank(shown[i])
			}
			return writeCursor(l.name, l.order, p)
		},
	}
	for i, e := range shown {
		c.Nodes[i] = l.make(e)
	}
	return c
}

// sequence is a list whose order a room has decided. Its cursors find their element again by key.
type sequence[E, T any] struct {
	name     string
	order    string
	elements []E
	key      func(E) string
	make     func(E) T
}

// page cuts a page. A cursor whose element the list no longer holds is BAD_INPUT: the order after it cannot be known.
func (s *sequence[E, T]) page(first int, after *string) (*Connection[T], error) {
	if first < 0 {
		return nil, badFirst()
	}
	start := 0
	if after != nil {
		p, err := readCursor(*after, s.name, s.order)
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(s.elements, func(e E) bool { return s.key(e) == p.key })
		if at < 0 {
			return nil, apierror.BadInput("after", "stands at an element that this answer does not hold", cursorHint)
		}
		start = at + 1
	}
	rest := s.elements[start:]
	shown := head(rest, first)
	c := &Connection[T]{
		Nodes: make([]T, len(shown)), next: len(rest) > first, previous: after != nil,
		count:  func() int { return len(s.elements) },
		cursor: func(i int) string { return writeCursor(s.name, s.order, place{key: s.key(shown[i])}) },
	}
	for i, e := range shown {
		c.Nodes[i] = s.make(e)
	}
	return c, nil
}

func badFirst() error {
	return apierror.BadInput("first", "is below 0", "Give 0 or more.")
}

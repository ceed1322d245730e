// Package memo shares expensive computations: whoever asks for the same thing at the same time waits for one computation, and
// its result is kept for those who come later, the least recently wanted leaving first.
package memo

import (
	"container/list"
	"context"
	"fmt"
	"runtime/debug"
	"sync"
)

// Cache keeps up to a number of results. It is safe for concurrent use.
type Cache[K comparable, V any] struct {
	limit   int
	mu      sync.Mutex
	entries map[K]*entry[K, V]
	recent  *list.List // of *entry, the last wanted first
}

type entry[K comparable, V any] struct {
	key     K
	place   *list.Element
	done    chan struct{}
	value   V
	err     error
	waiting int
	cancel  context.CancelFunc
}

// New makes a cache of up to limit results, at least 1.
func New[K comparable, V any](limit int) *Cache[K, V] {
	return &Cache[K, V]{limit: max(limit, 1), entries: map[K]*entry[K, V]{}, recent: list.New()}
}

// Get gives the result for a key and computes it when there is none. The computation belongs to nobody: it goes on while anybody
// waits for it, and ends through its context when the last one has gone. Neither an error nor a computation that was ended is
// kept. The error is that of the computation, or the cause of ctx. A panic of the computation becomes an error with its stack.
func (c *Cache[K, V]) Get(ctx context.Context, key K, compute func(context.Context) (V, error)) (V, error) {
	e := c.join(key, compute)
	defer c.leave(e)
	select {
	case <-e.done:
		return e.value, e.err
	case <-ctx.Done():
		var none V
		return none, context.Cause(ctx)
	}
}

// Len is the number of results kept or being computed.
func (c *Cache[K, V]) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.entries)
}

func (c *Cache[K, V]) join(key K, compute func(context.Context) (V, error)) *entry[K, V] {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	if !ok {
		e = c.start(key, compute)
	}
	c.recent.MoveToFront(e.place)
	e.waiting++
	return e
}

func (c *Cache[K, V]) start(key K, compute func(context.Context) (V, error)) *entry[K, V] {
	ctx, cancel := context.WithCancel(context.Background())
	e := &entry[K, V]{key: key, done: make(chan struct{}), cancel: cancel}
	e.place = c.recent.PushFront(e)
	c.entries[key] = e
	for len(c.entries) > c.limit {
		c.drop(c.recent.Back().Value.(*entry[K, V]))
	}
	go func() {
		defer cancel()
		e.value, e.err = contained(ctx, compute)
		if e.err != nil {
			c.mu.Lock()
			c.drop(e)
			c.mu.Unlock()
		}
		close(e.done)
	}()
	return e
}

// drop forgets an entry, once. Those who wait for it still get its result.
func (c *Cache[K, V]) drop(e *entry[K, V]) {
	if c.entries[e.key] == e {
		delete(c.entries, e.key)
		c.recent.Remove(e.place)
	}
}

func (c *Cache[K, V]) leave(e *entry[K, V]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e.waiting--; e.waiting > 0 {
		return
	}
	select {
	case <-e.done:
	default: // nobody wants it any more
		c.drop(e)
		e.cancel()
	}
}

func contained[V any](ctx context.Context, compute func(context.Context) (V, error)) (value V, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic in a shared computation: %v\n%s", r, debug.Stack())
		}
	}()
	return compute(ctx)
}

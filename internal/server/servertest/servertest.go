// Package servertest is a small schema for the tests of the server: lists that have a price, a call that blocks until its
// context ends, one that panics, one that fails. Only tests import it.
package servertest

import (
	"context"
	"errors"
	"fmt"

	"github.com/99designs/gqlgen/graphql"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

//go:generate go tool gqlgen generate

// Probe lets a test see a blocked call: Entered and Left are told when one begins and when it was freed. Both may be nil.
type Probe struct {
	Entered chan<- struct{}
	Left    chan<- struct{}
}

// Secret is the text of the error that "fail" returns and of the panic of "panic".
const Secret = "password of the database"

// NewSchema returns the schema with its resolvers and prices.
func NewSchema(probe Probe) graphql.ExecutableSchema {
	config := Config{Resolvers: root{probe}}
	config.Complexity.Query.Items = listPrice
	config.Complexity.Item.Items = listPrice
	return NewExecutableSchema(config)
}

func listPrice(child, first int) int { return 1 + first*child }

type root struct{ probe Probe }

func (r root) Query() QueryResolver { return r }
func (r root) Item() ItemResolver   { return nested(r) }

func (r root) Hello(_ context.Context, name string, _ *float64) (string, error) {
	return "hello " + name, nil
}

func (r root) Items(_ context.Context, first int) ([]*Item, error) { return newItems(first), nil }

func (r root) Lookup(_ context.Context, ids []string) ([]*Item, error) {
	found := make([]*Item, len(ids))
	for i, id := range ids {
		if id == "lynsa" {
			return nil, apierror.NotFound("item", id, []string{"lynas"})
		}
		found[i] = &Item{ID: id}
	}
	return found, nil
}

func (r root) Block(ctx context.Context) (*bool, error) { return r.probe.block(ctx) }

func (r root) Panic(context.Context) (*bool, error) { panic(Secret) }

func (r root) Fail(context.Context) (*bool, error) { return nil, errors.New(Secret) }

type nested root

func (n nested) Items(_ context.Context, _ *Item, first int) ([]*Item, error) {
	return newItems(first), nil
}

func (n nested) Block(ctx context.Context, _ *Item) (*bool, error) { return n.probe.block(ctx) }

func newItems(count int) []*Item {
	items := make([]*Item, count)
	for i := range items {
		items[i] = &Item{ID: fmt.Sprintf("item-%d", i)}
	}
	return items
}

func (p Probe) block(ctx context.Context) (*bool, error) {
	if p.Entered != nil {
		p.Entered <- struct{}{}
	}
	<-ctx.Done()
	if p.Left != nil {
		p.Left <- struct{}{}
	}
	return nil, fmt.Errorf("blocked: %w", ctx.Err())
}

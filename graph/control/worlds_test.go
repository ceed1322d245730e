package control_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

var seedBook = sync.OnceValue(func() *control.Book {
	facts, report := csv.Read(seed.Files)
	if facts == nil {
		panic(report)
	}
	return bookOf(facts)
})

func bookOf(facts *graph.Facts) *control.Book {
	s, err := graph.Build(facts)
	if err != nil {
		panic(err)
	}
	v, err := graph.NewView(s, graph.NewDay(2026, 6, 30), graph.Filter{})
	if err != nil {
		panic(err)
	}
	return control.NewBook(v)
}

// asks is a question in readable keys. Empty cells are not stated.
type asks struct {
	on, item        string
	from            control.Exporter
	to              string
	use             control.EndUse
	user, holder    string
	origin          string
	content, method graph.Truth
}

func (a asks) question(t testing.TB, b *control.Book) control.Question {
	find := func(key string) graph.Node {
		if key == "" {
			return graph.NoNode
		}
		n, ok := b.View().Lookup(key)
		require.True(t, ok, key)
		return n
	}
	on, err := graph.ParseDay(a.on)
	require.NoError(t, err)
	return control.Question{
		Item: find(a.item), Origin: find(a.origin), Destination: find(a.to), EndUse: a.use, User: find(a.user), Exporter: a.from,
		Holder: find(a.holder), On: on, Content: a.content, Technology: a.method,
	}
}

func decide(t testing.TB, a asks) (control.Decision, control.Explanation) {
	b := seedBook()
	d := b.Decide(a.question(t, b))
	return d, b.Explain(&d)
}

func clauseKeys(d control.Decision) []string {
	keys := []string{}
	for _, c := range d.Clauses {
		keys = append(keys, seedBook().View().Key(c.Control))
	}
	return keys
}

const (
	cn      = control.FromHome
	foreign = control.FromAbroad
)

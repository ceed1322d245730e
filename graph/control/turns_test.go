package control_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

// The days on which the law of the seed turns.
func TestTurnsOfTheSeed(t *testing.T) {
	turns := seedBook().Turns(control.Span{From: day(t, "2026-06-29"), Until: day(t, "2027-06-30")})
	texts := []string{}
	for _, on := range turns {
		texts = append(texts, on.String())
	}
	require.Equal(t, []string{"2026-06-30", "2026-11-11", "2026-11-28", "2026-12-01", "2026-12-19", "2027-01-01"}, texts)
}

// Between two turns of a drawn law, edited or not, no answer changes.
func TestNothingChangesBetweenTurns(t *testing.T) {
	whole, report := csv.Read(seed.Files)
	require.NotNil(t, whole, "%v", report)
	rapid.Check(t, func(rt *rapid.T) {
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "law"), 4))
		b := bookOf(graphtest.DrawLaw(dice, whole))
		if dice.IntN(2) == 0 {
			rows := *b.View().Facts()
			rows.ExportControls, rows.Licences = slices.Clone(rows.ExportControls), slices.Clone(rows.Licences)
			b = edited(t, b, drawLawEdit(t, dice, b.View(), &rows, pick(dice, daysOfInterest)))
		}
		q := drawAsk(dice, itemsOfInterest(b), daysOfInterest)
		a := asks{on: q.On, item: q.Item, from: control.Exporter(q.Exporter), to: q.Destination, use: control.EndUse(q.EndUse), user: q.User,
			holder: q.Holder, origin: q.Origin, content: q.Content, method: q.Technology}
		question := a.question(t, b)
		span := control.Span{From: graph.NewDay(2025, 1, 1), Until: graph.NewDay(2027, 6, 30)}
		turns := b.Turns(span)
		question.On = span.From
		before := b.Decide(question)
		for question.On++; question.On <= span.Until; question.On++ {
			d := b.Decide(question)
			if _, turn := slices.BinarySearch(turns, question.On); !turn {
				require.Equal(rt, before.Outcome, d.Outcome, "%+v on %s", q, question.On)
				require.Equal(rt, before.Rule, d.Rule, "%+v on %s", q, question.On)
				require.Equal(rt, before.Flags, d.Flags, "%+v on %s", q, question.On)
				require.Equal(rt, before.Clauses, d.Clauses, "%+v on %s", q, question.On)
				require.Equal(rt, before.Passage(), d.Passage())
			}
			before = d
		}
	})
}

func BenchmarkDecide(b *testing.B) {
	book := seedBook()
	for name, a := range map[string]asks{
		"grade":    {on: "2026-06-30", item: "sintered-ndfeb-gbd", from: cn, to: "DE", use: control.Civilian, user: "volkswagen"},
		"class":    {on: "2026-06-30", item: "rare-earth-magnet", from: cn, to: "DE", use: control.Civilian, user: "volkswagen"},
		"unlisted": {on: "2026-06-30", item: "battery-ev", from: cn, to: "DE", use: control.Civilian, user: "volkswagen"},
	} {
		q := a.question(b, book)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				book.Decide(q)
			}
		})
	}
}

func BenchmarkNewBook(b *testing.B) {
	v := seedBook().View()
	for b.Loop() {
		control.NewBook(v)
	}
}

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

// compare asks the room and its slow twin the same.
func compare(t *testing.T, b *control.Book, twin *graphtest.LicenceReader, q graphtest.LicenceAsk) control.Decision {
	t.Helper()
	a := asks{
		on: q.On, item: q.Item, from: control.Exporter(q.Exporter), to: q.Destination, use: control.EndUse(q.EndUse), user: q.User,
		holder: q.Holder, origin: q.Origin, content: q.Content, method: q.Technology,
	}
	got, want := b.Decide(a.question(t, b)), twin.Read(q)
	require.Equal(t, want.Outcome, string(got.Outcome), "%+v: row %s, the twin %s", q, got.Rule, want.Row)
	require.Contains(t, want.Deciders, b.View().Key(got.Item), "%+v", q)
	require.Equal(t, slices.Contains(want.Flags, "POSSIBLY_CONTROLLED"), got.Flags.Has(graph.FlagPossiblyControlled), "%+v", q)
	require.Equal(t, slices.Contains(want.Flags, "SUSPENSION_EXPIRED_UNVERIFIED"), got.Flags.Has(graph.FlagSuspensionExpired), "%+v: %s", q, got.Rule)
	if len(want.Deciders) == 1 || want.Deciders[0] == b.View().Key(got.Item) {
		require.Equal(t, want.Row, got.Rule, "%+v", q)
		flags := []string{}
		for _, f := range got.Flags {
			flags = append(flags, string(f))
		}
		require.ElementsMatch(t, want.Flags, flags, "%+v: %s", q, got.Rule)
	}
	return got
}

// The days around every change that the written rules speak of.
var daysOfInterest = []string{"2023-07-31", "2023-08-01", "2023-12-01", "2023-12-21", "2024-09-14", "2024-09-15", "2024-12-02", "2024-12-03",
	"2025-02-04", "2025-03-04", "2025-04-03", "2025-04-04", "2025-04-10", "2025-05-10", "2025-05-13", "2025-05-14", "2025-07-09", "2025-08-12",
	"2025-08-13", "2025-09-25", "2025-10-08", "2025-10-09", "2025-11-06", "2025-11-07", "2025-11-08", "2025-11-09", "2025-11-10", "2025-11-30",
	"2025-12-01", "2025-12-02", "2025-12-18", "2026-01-05", "2026-01-06", "2026-02-24", "2026-04-24", "2026-06-22", "2026-06-29", "2026-06-30",
	"2026-11-10", "2026-11-11", "2026-11-27", "2026-11-28", "2026-12-02", "2026-12-31", "2027-01-01", "2027-12-31"}

var (
	destinations = []string{"US", "JP", "DE", "TW", "KR", "HK", "CN", "CZ"}
	endUses      = []string{"CIVILIAN", "SENSITIVE_CHIP_AI", "MILITARY", "HUMANITARIAN", "UNKNOWN", ""}
	users        = []string{"", "", "", "leidos", "cubic-corporation", "brinc-drones", "gong-wei", "ihi-aerospace", "tdk", "hensoldt", "mp-materials",
		"mitsubishi-precision", "terra-drone", "general-motors", "ford", "toyota", "volkswagen"}
	sellers = []string{"", "", "jl-mag", "zhong-ke-san-huan", "baotou-tianhe"}
	truths  = []graph.Truth{"", graph.True, graph.False}
)

func pick[T any](dice *rand.Rand, from []T) T { return from[dice.IntN(len(from))] }

// drawAsk draws from the full cross-product of what can be asked of a release.
func drawAsk(dice *rand.Rand, items, days []string) graphtest.LicenceAsk {
	return graphtest.LicenceAsk{
		On: pick(dice, days), Item: pick(dice, items), Exporter: pick(dice, []string{"CN", "CN", "FOREIGN", "FOREIGN", ""}),
		Origin: pick(dice, []string{"", "CN", "JP", "MY"}), Destination: pick(dice, destinations), EndUse: pick(dice, endUses),
		User: pick(dice, users), Holder: pick(dice, sellers), Content: pick(dice, truths), Technology: pick(dice, truths),
	}
}

// itemsOfInterest are those that a row of law speaks of, with their classes and kinds, and a few that none does.
func itemsOfInterest(b *control.Book) []string {
	v := b.View()
	seen := map[string]bool{}
	add := func(key string) {
		n, ok := v.Item(key)
		if !ok {
			return
		}
		for _, item := range append(append([]graph.Node{n}, v.Above(n)...), v.Below(n)...) {
			seen[v.Key(item)] = true
		}
	}
	for _, r := range v.Facts().Restricts {
		add(r.Item)
	}
	for _, r := range v.Facts().NotControlled {
		add(r.Item)
	}
	for _, key := range []string{"rare-earth-magnet", "battery-ev", "f35", "ndfeb-alloy", "traction-motor"} {
		add(key)
	}
	items := make([]string, 0, len(seen))
	for key := range seen {
		items = append(items, key)
	}
	slices.Sort(items)
	return items
}

func TestDecisionsAgreeWithTheTwin(t *testing.T) {
	b := seedBook()
	twin := graphtest.NewLicenceReader(b.View().Facts())
	items := itemsOfInterest(b)
	dice := rand.New(rand.NewPCG(5, 1))
	rows := map[string]int{}
	for range 5000 {
		rows[compare(t, b, twin, drawAsk(dice, items, daysOfInterest)).Rule]++
	}
	require.Greater(t, len(rows), 22, "rows of the table that decided: %v", rows)
}

// Every item on one day of each kind of regime, and every day for one item of each class, in the seed.
func TestEveryItemAndEveryDayAgreeWithTheTwin(t *testing.T) {
	b := seedBook()
	twin := graphtest.NewLicenceReader(b.View().Facts())
	for _, item := range itemsOfInterest(b) {
		for _, on := range []string{"2025-05-10", "2025-10-20", "2026-03-01", "2026-11-28"} {
			compare(t, b, twin, graphtest.LicenceAsk{On: on, Item: item, Exporter: "CN", Destination: "DE", EndUse: "CIVILIAN"})
			compare(t, b, twin, graphtest.LicenceAsk{On: on, Item: item, Exporter: "FOREIGN", Destination: "US", EndUse: "CIVILIAN"})
		}
	}
	for _, item := range []string{"dy-oxide", "ho-oxide", "ga-metal", "re-mining-technology", "magnet-jet-mill"} {
		for on := graph.NewDay(2025, 1, 1); on <= graph.NewDay(2027, 1, 31); on += 3 {
			compare(t, b, twin, graphtest.LicenceAsk{On: on.String(), Item: item, Exporter: "CN", Destination: "US", EndUse: "CIVILIAN", User: "cubic-corporation"})
		}
	}
}

// Drawn releases: the law of the seed with its days, regimes, lists, licences and holdings changed at random.
func TestDrawnLawsAgreeWithTheTwin(t *testing.T) {
	whole, report := csv.Read(seed.Files)
	require.NotNil(t, whole, "%v", report)
	rapid.Check(t, func(rt *rapid.T) {
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "law"), 1))
		facts := graphtest.DrawLaw(dice, whole)
		b := bookOf(facts)
		twin := graphtest.NewLicenceReader(facts)
		items, days := itemsOfInterest(b), slices.Clone(daysOfInterest)
		for range 20 {
			days = append(days, graph.NewDay(2025, 1, 1+dice.IntN(800)).String())
		}
		for range 20 {
			compare(t, b, twin, drawAsk(dice, items, days))
		}
	})
}

package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

func TestSeed_ComesBackFactForFact(t *testing.T) {
	facts := seedFacts(t)
	store := neo4jtest.Clean(t)
	var steps []neo4j.Progress
	report, err := store.Load(t.Context(), facts, func(p neo4j.Progress) { steps = append(steps, p) })
	require.NoError(t, err)
	require.Equal(t, facts.Release(), report.Release)
	require.False(t, report.Unchanged)
	require.False(t, report.InBatches)
	require.Equal(t, "comparing", steps[0].Step)
	last := steps[len(steps)-1]
	require.Equal(t, last.Total, last.Done)
	for _, c := range report.Changes {
		if c.Table != "" {
			require.Equal(t, graph.TableOf(c.Table).Len(facts), c.Added, c.Table)
		}
	}

	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
	require.Equal(t, facts, got)

	store.SetRanges(7, 50)
	got, err = store.Read(t.Context())
	require.NoError(t, err)
	require.Equal(t, facts, got)

	release, err := store.Release(t.Context())
	require.NoError(t, err)
	require.Equal(t, facts.Release(), release.ID)
	require.EqualValues(t, 1, release.Load)
	require.False(t, release.LoadedAt.IsZero())

	again := neo4jtest.Load(t, store, facts)
	require.True(t, again.Unchanged)
	require.Zero(t, again.Writes)
	require.Empty(t, again.Changes)
	release2, err := store.Release(t.Context())
	require.NoError(t, err)
	require.Equal(t, release, release2)
}

// Each world is loaded over the one before, so this holds the difference as much as the round trip.
func TestRandomWorlds_ComeBackFactForFact(t *testing.T) {
	store := neo4jtest.Empty(t)
	gen := worlds()
	for i := range 25 {
		facts := gen.Example(i)
		neo4jtest.Load(t, store, facts)
		got, err := store.Read(t.Context())
		require.NoError(t, err)
		requireSame(t, facts, got)
		again := neo4jtest.Load(t, store, facts)
		require.True(t, again.Unchanged, "world %d: %v", i, again)
	}
}

func TestLoad_ChangesWhatChanged(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, small(t))
	facts := small(t)
	facts.Firms[0].Country = "CN"                                                        // a drawn relationship moves
	facts.Supplies = facts.Supplies[:1]                                                  // a row goes
	facts.MarketShares[0].SharePercent = graph.Number{Value: 99, Places: 2, Known: true} // 99.0 to 99.00
	facts.Materials, facts.Components = nil, nil                                         // items move to another table
	add(t, facts, "products", "dy-oxide,Oxide,ENERGY,CIVILIAN,OTHER,,,s1", "magnet,M,ENERGY,CIVILIAN,OTHER,,,s1")
	add(t, facts, "makes", "acme,magnet,s1,HIGH,")
	report := neo4jtest.Load(t, store, facts)
	require.Equal(t, []neo4j.Change{
		{Table: "products", Changed: 2},
		{Table: "firms", Changed: 1},
		{Table: "makes", Added: 1},
		{Table: "supplies", Removed: 1},
		{Table: "market_shares", Changed: 1},
		{Table: "", Added: 1},
	}, report.Changes)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)

	require.Equal(t, []map[string]any{{"country": "CN"}},
		neo4jtest.Query(t, store, "MATCH (:Firm {id: 'acme'})-[:BASED_IN]->(c) RETURN c.id AS country", nil))
	require.Equal(t, []map[string]any{{"labels": []any{"Item", "Product"}, "feeds": int64(1)}},
		neo4jtest.Query(t, store, "MATCH (n {id: 'dy-oxide'}) RETURN labels(n) AS labels, COUNT { (n)-[:FEEDS]->() } AS feeds", nil))
	require.Equal(t, []map[string]any{{"value": 99.0, "text": "99.00"}},
		neo4jtest.Query(t, store, "MATCH ()-[r:HAS_SHARE_OF]->() RETURN r.share_pct AS value, r.share_pct_text AS text", nil))

	empty := neo4jtest.Load(t, store, &graph.Facts{})
	require.Positive(t, empty.Writes)
	require.Equal(t, []map[string]any{{"n": int64(1)}}, neo4jtest.Query(t, store, "MATCH (n) WHERE NOT n:KeptRelease AND NOT n:KeptReleasePart RETURN count(n) AS n", nil))
}

func TestLoad_PutsHandEditsRight(t *testing.T) {
	store := neo4jtest.Empty(t)
	facts := small(t)
	neo4jtest.Load(t, store, facts)
	for name, edit := range map[string]string{
		"a value":                          "MATCH ()-[r:SUPPLIES]->() SET r.share_pct = 31",
		"a value of another type":          "MATCH (n:Element) SET n.atomic_number = 66.0",
		"a property of its own":            "MATCH (n:Firm) SET n.colour = 'red'",
		"a property gone":                  "MATCH ()-[r:FEEDS]->() REMOVE r.line",
		"a row gone":                       "MATCH (n:Firm {id: 'acme'}) DETACH DELETE n",
		"a drawn relationship gone":        "MATCH ()-[r:BASED_IN]->() DELETE r",
		"a drawn relationship of its own":  "MATCH (a:Firm {id: 'acme'}), (b:Country {id: 'CN'}) CREATE (a)-[:BASED_IN]->(b)",
		"a node without id":                "CREATE (:Firm {name: 'Nobody'})",
		"a node without seq":               "CREATE (:Firm {id: 'nobody', name: 'Nobody'})",
		"an item of no table":              "CREATE (:Item {id: 'x', seq: 99})",
		"an item of two tables":            "MATCH (n:Item {id: 'dy'}) SET n:Product",
		"an item that lost its label":      "MATCH (n:Item {id: 'dy'}) REMOVE n:Element",
		"a node that lost its base label":  "MATCH (n:Firm {id: 'acme'}) REMOVE n:Firm SET n:Company",
		"a relationship to something else": "CREATE (n:Note {id: 'n'}) WITH n MATCH (f:Firm {id: 'acme'}) CREATE (f)-[:MAKES {id: 'x'}]->(n)",
		"two rows with one line":           "MATCH ()-[r:SUPPLIES]->() SET r.line = 7",
	} {
		t.Run(name, func(t *testing.T) {
			neo4jtest.Query(t, store, edit, nil)
			report := neo4jtest.Load(t, store, facts)
			require.False(t, report.Unchanged)
			require.Positive(t, report.Writes)
			got, err := store.Read(t.Context())
			require.NoError(t, err)
			requireSame(t, facts, got)
			require.True(t, neo4jtest.Load(t, store, facts).Unchanged)
		})
	}
}

func TestLoad_LeavesOtherPeoplesNotesAlone(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, small(t))
	neo4jtest.Query(t, store, "MATCH (f:Firm {id: 'acme'}) CREATE (:Note {text: 'call them'})-[:ON]->(f)", nil)
	require.True(t, neo4jtest.Load(t, store, small(t)).Unchanged)
	require.Len(t, neo4jtest.Query(t, store, "MATCH (n:Note)-[:ON]->(:Firm) RETURN n.text", nil), 1)
}

func TestLoad_RefusesAForeignGraph(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Query(t, store, "CREATE (:Country {name: 'Mine'})", nil)
	_, err := store.Load(t.Context(), small(t), nil)
	require.ErrorIs(t, err, neo4j.ErrForeign)
	require.Len(t, neo4jtest.Query(t, store, "MATCH (n) RETURN n.name", nil), 1)
}

func TestLoad_RefusesUncheckedFacts(t *testing.T) {
	store := neo4jtest.Connect(t)
	facts := small(t)
	add(t, facts, "firms", "acme,Acme again,EE,,,,s1")
	add(t, facts, "makes", "nobody,magnet,s1,HIGH,", "acme,acme,s1,HIGH,", "acme,magnet,,HIGH,", "miner,magnet,s1,HIGH,", "miner,magnet,s1,LOW,")
	facts.Owns = []graph.Holding{{Row: graph.Row{Line: 3}, Owner: "acme", Owned: "miner", Source: "s1", Confidence: "HIGH"},
		{Row: graph.Row{Line: 3}, Owner: "miner", Owned: "acme", Source: "s\xff", Confidence: "HIGH"}}
	_, err := store.Load(t.Context(), facts, nil)
	require.ErrorIs(t, err, neo4j.ErrFacts)
	for _, part := range []string{
		"firms.csv:4: the id acme is taken",
		`makes.csv:2: firm names "nobody", which is not among firms`,
		`makes.csv:3: item names "acme", which is not among elements, materials, components, products`,
		"makes.csv:4: source is empty",
		"makes.csv:6: the key makes:miner|magnet is taken",
		"owns.csv:3: comes after line 3",
		`owns.csv:3: source is not UTF-8: "s\xff"`,
	} {
		require.ErrorContains(t, err, part)
	}
}

func TestLoad_InBatchesBehindAMark(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, small(t))
	store.SetOneTransaction(10)
	reader := neo4jtest.Connect(t)
	marked := 0
	report, err := store.Load(t.Context(), seedFacts(t), func(p neo4j.Progress) {
		if p.Step == "writing" && p.Done < p.Total && marked < 3 {
			_, err := reader.Read(context.Background())
			require.ErrorIs(t, err, neo4j.ErrLoading)
			marked++
		}
	})
	require.NoError(t, err)
	require.True(t, report.InBatches)
	require.Positive(t, marked)
	got, err := reader.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, seedFacts(t), got)
}

func TestLoad_BrokenOffIsCompletedByTheNext(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, small(t))
	facts := seedFacts(t)
	store.SetOneTransaction(10)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := store.Load(ctx, facts, func(p neo4j.Progress) {
		if p.Done > p.Total/2 {
			cancel()
		}
	})
	require.ErrorIs(t, err, context.Canceled)
	_, err = store.Read(t.Context())
	require.ErrorIs(t, err, neo4j.ErrLoading)
	neo4jtest.Load(t, store, facts)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, facts, got)
}

func TestLoad_BrokenOffInOneTransactionLeavesNothing(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, small(t))
	ctx, cancel := context.WithCancel(t.Context())
	_, err := store.Load(ctx, seedFacts(t), func(p neo4j.Progress) {
		if p.Done > p.Total/2 {
			cancel()
		}
	})
	require.ErrorIs(t, err, context.Canceled)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, small(t), got)
}

func TestLoad_OvertakenStops(t *testing.T) {
	slow := neo4jtest.Empty(t)
	fast := connectWith(t, func(c *neo4j.Config) { c.TakeOver = true })
	neo4jtest.Load(t, slow, &graph.Facts{})
	slow.SetOneTransaction(10)
	overtaken := false
	_, err := slow.Load(t.Context(), seedFacts(t), func(p neo4j.Progress) {
		if p.Step == "writing" && !overtaken {
			overtaken = true
			neo4jtest.Load(t, fast, small(t))
		}
	})
	require.ErrorIs(t, err, neo4j.ErrOvertaken)
	got, err := fast.Read(t.Context())
	require.NoError(t, err)
	requireSame(t, small(t), got)
	requireNoClaim(t, fast)
}

// connectWith gives a store with other settings.
func connectWith(t *testing.T, change func(*neo4j.Config)) *neo4j.Store {
	t.Helper()
	config := neo4jtest.Start(t)
	change(&config)
	store, err := neo4j.Connect(t.Context(), config)
	require.NoError(t, err)
	t.Cleanup(func() { store.Close(context.Background()) })
	return store
}

func requireNoClaim(t *testing.T, store *neo4j.Store) {
	t.Helper()
	require.Empty(t, neo4jtest.Query(t, store, "MATCH (l:ReleaseLoader) RETURN l.who", nil))
}

// While one load is at work, in one transaction or in many, another is refused and told whose turn it is.
func TestLoad_TwoAtOnceAreRefused(t *testing.T) {
	first, second := neo4jtest.Empty(t), neo4jtest.Connect(t)
	neo4jtest.Load(t, first, &graph.Facts{})
	host, err := os.Hostname()
	require.NoError(t, err)
	for name, facts := range map[string]*graph.Facts{"one transaction": small(t), "batches": seedFacts(t)} {
		t.Run(name, func(t *testing.T) {
			first.SetOneTransaction(map[string]int{"one transaction": 100_000, "batches": 10}[name])
			refused := 0
			_, err := first.Load(t.Context(), facts, func(p neo4j.Progress) {
				if p.Step == "writing" && refused == 0 {
					refused++
					_, err := second.Load(t.Context(), version(t, 1), nil)
					require.ErrorIs(t, err, neo4j.ErrBusy)
					require.ErrorContains(t, err, fmt.Sprintf("%s, process %d has been loading since 20", host, os.Getpid()))
					require.ErrorContains(t, err, "lodestone load --take-over")
				}
			})
			require.NoError(t, err)
			require.Equal(t, 1, refused)
			got, err := second.Read(t.Context())
			require.NoError(t, err)
			requireSame(t, facts, got)
			requireNoClaim(t, first)
		})
	}
}

// Of many loads that start together one goes through; the others are told, and the graph is that of a whole release.
func TestLoad_ManyAtOnceLeaveAWholeRelease(t *testing.T) {
	store := neo4jtest.Empty(t)
	releases := [2]*graph.Facts{small(t), small(t)}
	releases[1].Firms[0].Name = "Acme of another release"
	releases[1].Supplies = nil
	var wg sync.WaitGroup
	var loaded atomic.Int64
	errs := make(chan error, 10)
	for i := range releases {
		own := neo4jtest.Connect(t)
		wg.Go(func() {
			for range 5 {
				switch _, err := own.Load(t.Context(), releases[i], nil); {
				case err == nil:
					loaded.Add(1)
				case !errors.Is(err, neo4j.ErrBusy):
					errs <- fmt.Errorf("loader %d: %w", i, err)
				}
			}
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		require.NoError(t, err)
	}
	require.Positive(t, loaded.Load())
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	require.Contains(t, []string{releases[0].Release(), releases[1].Release()}, got.Release())
	requireNoClaim(t, store)
}

// A loader that was killed leaves its claim behind. It bars others until it counts as dead, and no longer.
func TestLoad_ADeadLoaderBarsNobody(t *testing.T) {
	store := neo4jtest.Empty(t)
	facts := small(t)
	neo4jtest.Load(t, store, facts)
	claim := func(age string) {
		neo4jtest.Query(t, store, `MERGE (l:ReleaseLoader {name: 'current'})
SET l.token = 'x', l.who = 'build-7, process 4711', l.since = datetime('2026-01-02T03:04:05Z'), l.seen = datetime.realtime() - duration($age)`,
			map[string]any{"age": age})
	}
	facts.Firms[0].Name = "Acme Holding"
	claim("PT25S")
	_, err := store.Load(t.Context(), facts, nil)
	require.ErrorIs(t, err, neo4j.ErrBusy)
	require.ErrorContains(t, err, "build-7, process 4711 has been loading since 2026-01-02T03:04:05Z")
	got, err := store.Read(t.Context())
	require.NoError(t, err, "a claim keeps nobody from reading")
	requireSame(t, small(t), got)
	claim("PT31S")
	neo4jtest.Load(t, store, facts)
	requireNoClaim(t, store)
}

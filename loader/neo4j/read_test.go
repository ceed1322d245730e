package neo4j_test

import (
	"context"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

func TestRead_RefusesWhatIsNoRelease(t *testing.T) {
	store := neo4jtest.Empty(t)
	_, err := store.Read(t.Context())
	require.ErrorIs(t, err, neo4j.ErrEmpty)
	require.ErrorContains(t, err, "lodestone load --neo4j-uri")

	neo4jtest.Query(t, store, "CREATE (:Person {name: 'Ann'})", nil)
	_, err = store.Read(t.Context())
	require.ErrorIs(t, err, neo4j.ErrForeign)

	for name, c := range map[string]struct {
		edit string
		want error
		text string
	}{
		"half loaded":         {"MATCH (r:Release) SET r.state = 'LOADING'", neo4j.ErrLoading, "run `lodestone load` again"},
		"another model":       {"MATCH (r:Release) SET r.model = 99", neo4j.ErrForeign, "model version 99"},
		"a node without seq":  {"CREATE (:Firm {id: 'x'})", neo4j.ErrBroken, "1 of 3 nodes with the label Firm were not written by a load"},
		"a stray relation":    {"MATCH (a:Firm {id: 'acme'}), (b:Country {id: 'EE'}) CREATE (a)-[:MAKES {id: 'x'}]->(b)", neo4j.ErrBroken, "joins something that is no row"},
		"a required one gone": {"MATCH (n:Firm {id: 'acme'}) REMOVE n.name", neo4j.ErrBroken, `firms: row "acme": name is missing`},
		"a word not allowed":  {"MATCH ()-[r:FEEDS]->(:Component) SET r.confidence = 'SURE'", neo4j.ErrBroken, "confidence: not one of the allowed words"},
		"a wrong type":        {"MATCH (n:Firm {id: 'acme'}) SET n.name = 7", neo4j.ErrBroken, "property name is 7"},
	} {
		t.Run(name, func(t *testing.T) {
			store := neo4jtest.Empty(t)
			neo4jtest.Load(t, store, small(t))
			neo4jtest.Query(t, store, c.edit, nil)
			facts, err := store.Read(t.Context())
			require.ErrorIs(t, err, c.want)
			require.ErrorContains(t, err, c.text)
			require.Nil(t, facts)
		})
	}
}

func TestRead_TakesHandEditsOfValues(t *testing.T) {
	store := neo4jtest.Empty(t)
	want := small(t)
	neo4jtest.Load(t, store, want)
	neo4jtest.Query(t, store, "MATCH ()-[r:HAS_SHARE_OF]->() SET r.share_pct = 98", nil) // its text says 99.0 still
	neo4jtest.Query(t, store, "MATCH ()-[r:FEEDS {id: 'feeds:dy|dy-oxide'}]->() SET r.year = 2025.0, r.quantity_high = 1", nil)
	neo4jtest.Query(t, store, "MATCH (a:Firm {id: 'acme'}), (b:Item {id: 'magnet'}) CREATE (a)-[:MAKES {id: 'mine', source: 's1', confidence: 'LOW'}]->(b)", nil)
	got, err := store.Read(t.Context())
	require.NoError(t, err)
	want.MarketShares[0].SharePercent = graph.Number{Value: 98, Known: true}
	want.Feeds[0].Year.Value = 2025
	want.Feeds[0].QuantityHigh = graph.Number{Value: 1, Known: true}
	want.Makes = []graph.Making{{Firm: "acme", Item: "magnet", Source: "s1", Confidence: "LOW"}} // line 0: it was in no file
	requireSame(t, want, got)
}

func TestRead_NeverTakesATornRelease(t *testing.T) {
	store := neo4jtest.Empty(t)
	neo4jtest.Load(t, store, small(t))
	writer := neo4jtest.Connect(t)
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	var writes, torn, taken int
	var pause atomic.Int64
	wg.Go(func() { // the two shares always add to 70
		for ctx.Err() == nil {
			select {
			case <-ctx.Done():
			case <-time.After(time.Duration(pause.Load())):
			}
			if _, err := writer.Query(ctx, "MATCH ()-[r:SUPPLIES]->() SET r.share_pct = 70 - r.share_pct", nil); err == nil {
				writes++
			}
		}
	})
	store.SetRanges(1, 1) // a long read: some commit falls into each attempt
	for reads := 0; reads < 3 || torn == 0 && reads < 50; reads++ {
		facts, err := store.Read(t.Context())
		if err != nil {
			require.ErrorIs(t, err, neo4j.ErrChanging)
			torn++
			continue
		}
		require.InDelta(t, 70, facts.Supplies[0].SharePercent.Value+facts.Supplies[1].SharePercent.Value, 1e-9)
	}
	store.SetRanges(10_000, 10_000)
	for pause.Store(int64(time.Millisecond)); taken < 3; { // until reads fit between two commits, now and then
		facts, err := store.Read(t.Context())
		if err != nil {
			require.ErrorIs(t, err, neo4j.ErrChanging)
			pause.Store(2 * pause.Load())
			torn++
			continue
		}
		taken++
		require.InDelta(t, 70, facts.Supplies[0].SharePercent.Value+facts.Supplies[1].SharePercent.Value, 1e-9)
	}
	stop()
	wg.Wait()
	require.Positive(t, writes)
	t.Logf("%d writes beside the reads; %d reads refused because the graph changed under them, %d taken", writes, torn, taken)
	_, err := store.Read(t.Context())
	require.NoError(t, err)
}

func TestConnect_SaysWhatIsWrong(t *testing.T) {
	config := neo4jtest.Start(t)
	wrong := config
	wrong.User, wrong.Password = "neo4j", "not-the-password"
	if config.User != "" {
		_, err := neo4j.Connect(t.Context(), wrong)
		require.ErrorIs(t, err, neo4j.ErrUnauthorised)
		require.ErrorContains(t, err, "LODESTONE_NEO4J_PASSWORD")
		require.NotContains(t, err.Error(), wrong.Password)
	}

	closed, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	require.NoError(t, closed.Close())
	_, err = neo4j.Connect(t.Context(), neo4j.Config{URI: "bolt://" + closed.Addr().String()})
	require.ErrorIs(t, err, neo4j.ErrUnreachable)
	require.ErrorContains(t, err, closed.Addr().String())

	for _, uri := range []string{"", "localhost:7687", "http://localhost:7687", "bolt://"} {
		_, err := neo4j.Connect(t.Context(), neo4j.Config{URI: uri})
		require.ErrorContains(t, err, "bolt://localhost:7687", uri)
	}

	config.Database = "elsewhere"
	store, err := neo4j.Connect(t.Context(), config)
	if err == nil {
		defer store.Close(t.Context())
		_, err = store.Read(t.Context())
	}
	require.ErrorContains(t, err, "elsewhere")
}

func TestConnect_ASilentServerEndsWithTheDeadline(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { _ = silent.Close() }()
	go func() {
		for {
			conn, err := silent.Accept()
			if err != nil {
				return
			}
			go func() { _, _ = io.Copy(io.Discard, conn); _ = conn.Close() }()
		}
	}()
	_, err = neo4j.Connect(t.Context(), neo4j.Config{URI: "bolt://" + silent.Addr().String(), Timeout: 200 * time.Millisecond})
	require.ErrorIs(t, err, neo4j.ErrTimeout)
	require.ErrorIs(t, err, context.DeadlineExceeded)
}

func TestStore_ASlowAnswerEndsWithTheDeadline(t *testing.T) {
	config := neo4jtest.Start(t)
	config.Timeout = 300 * time.Millisecond
	store, err := neo4j.Connect(t.Context(), config)
	require.NoError(t, err)
	defer store.Close(t.Context())
	_, err = store.Query(t.Context(), "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a + b AS c RETURN max(c)", nil)
	require.ErrorIs(t, err, neo4j.ErrTimeout)
}

func TestStore_LeavesNoGoroutine(t *testing.T) {
	before := goleak.IgnoreCurrent()
	config := neo4jtest.Start(t)
	store, err := neo4j.Connect(t.Context(), config)
	require.NoError(t, err)
	_, err = store.Query(t.Context(), "RETURN 1", nil)
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	require.ErrorIs(t, store.Follow(ctx, neo4j.Follower{Every: time.Millisecond,
		Changed: func(context.Context, neo4j.Notice) error { return nil }}), context.DeadlineExceeded)
	store.Close(t.Context())
	goleak.VerifyNone(t, before)
}

package agreement

import (
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/composition"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/reach"
	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/loader/neo4j"
	"github.com/lodestone-graph/lodestone/seed"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// asOf lies after every source, so that statuses hold and the rules of dates can be said in a line of Cypher.
const asOf = "2040-01-01"

// active is the rule of sales in Cypher.
const active = `r.status <> 'ANNOUNCED' AND (r.start IS NULL OR r.start <= '` + asOf + `')
	AND (r.end IS NOT NULL OR r.status = 'ACTIVE') AND (r.end IS NULL OR r.end >= left('` + asOf + `', size(r.end)))`

func TestEngineAgreesWithCypher(t *testing.T) {
	store := neo4jtest.Empty(t)
	t.Run("seed", func(t *testing.T) {
		facts, report := csv.Read(seed.Files)
		require.Zero(t, report.Errors())
		compare(t, store, facts)
	})
	worlds := rapid.Custom(graphtest.World)
	for i := range 40 {
		t.Run(fmt.Sprintf("world %d", i), func(t *testing.T) { compare(t, store, worlds.Example(i)) })
	}
}

func compare(t *testing.T, store *neo4j.Store, facts *graph.Facts) {
	neo4jtest.Load(t, store, facts)
	snapshot, err := graph.Build(facts)
	require.NoError(t, err)
	day, err := graph.ParseDay(asOf)
	require.NoError(t, err)
	v, err := graph.NewView(snapshot, day, graph.Filter{})
	require.NoError(t, err)
	c := cypher{t, store, v}
	c.composition()
	c.suppliers()
	c.reach()
}

type cypher struct {
	t     *testing.T
	store *neo4j.Store
	v     *graph.View
}

func (c cypher) ask(query string, params map[string]any) []map[string]any {
	return neo4jtest.Query(c.t, c.store, query, params)
}

// composition compares the low bound, which is a sum over paths of essential rows wherever no class without a recipe stands in
// between, for all pairs of element and item.
func (c cypher) composition() {
	rows := c.ask(`
		MATCH p = (e:Element)-[:FEEDS*1..20]->(m:Item)
		WHERE all(r IN relationships(p) WHERE r.essential AND r.quantity IS NOT NULL
			AND NOT (coalesce(startNode(r).form, '') IN ['ORE_CONCENTRATE', 'MIXED_COMPOUND'] OR startNode(r).id ENDS WITH '-scrap'
				OR coalesce(startNode(r).form, '') = 'OXIDE' AND coalesce(endNode(r).form, '') = 'OXIDE'))
		RETURN e.id AS element, m.id AS item,
			sum(reduce(k = 1.0, r IN relationships(p) | k * coalesce(r.quantity_low, r.quantity))) AS low`, nil)
	want := map[[2]string]float64{}
	for _, row := range rows {
		want[[2]string{row["element"].(string), row["item"].(string)}] = row["low"].(float64)
	}
	compared := 0
	first, end := c.v.Range(graph.KindElement)
	for e := first; e < end; e++ {
		masses, err := composition.Masses(context.Background(), c.v, e)
		require.NoError(c.t, err)
		for item := end; item < graph.Node(c.v.Items()); item++ {
			if c.classBelow(item) {
				continue
			}
			got := masses[item]
			low, found := want[[2]string{c.v.Key(e), c.v.Key(item)}]
			if !found { // nothing essential is quantified: unknown, or 0 where only others may hold it
				require.False(c.t, got.Kilograms.Low > 0, "%s in %s: %v", c.v.Key(e), c.v.Key(item), got)
				continue
			}
			require.InDelta(c.t, low, got.Kilograms.Low, 1e-9*math.Max(1, low), "%s in %s", c.v.Key(e), c.v.Key(item))
			compared++
		}
	}
	c.t.Logf("composition: %d amounts agree", compared)
}

// classBelow tells whether an item, or anything essential in it at any depth, is a class without a recipe.
func (c cypher) classBelow(item graph.Node) bool {
	if !c.v.HasRecipe(item) && len(c.v.Below(item)) > 0 {
		return true
	}
	return slices.ContainsFunc(c.v.Feeds.In(item), func(row int32) bool {
		return c.v.Facts().Feeds[row].Essential == graph.True && c.classBelow(c.v.Feeds.From[row])
	})
}

// suppliers compares the named sellers of every bought item.
func (c cypher) suppliers() {
	rows := c.ask(`
		MATCH (s:Firm)-[r:SUPPLIES]->(b:Firm), (i:Item {id: r.item})
		WHERE `+active+` AND NOT i:Element AND NOT i.id ENDS WITH '-unspecified'
		WITH DISTINCT b, r.item AS item, s ORDER BY s.id
		RETURN b.id AS buyer, item, collect(s.id) AS sellers`, nil)
	want := map[[2]string][]any{}
	for _, row := range rows {
		want[[2]string{row["buyer"].(string), row["item"].(string)}] = row["sellers"].([]any)
	}
	network, err := chain.Build(context.Background(), c.v)
	require.NoError(c.t, err)
	bought := 0
	for i := range network.Parts {
		p := &network.Parts[i]
		if !p.Bought {
			continue
		}
		bought++
		var sellers []any
		for _, s := range p.Suppliers {
			if !s.Own && s.Item == p.Item {
				sellers = append(sellers, c.v.Key(s.Firm))
			}
		}
		require.Equal(c.t, want[[2]string{c.v.Key(p.Firm), c.v.Key(p.Item)}], sellers, "%s of %s", c.v.Key(p.Item), c.v.Key(p.Firm))
	}
	require.Len(c.t, want, bought)
	c.t.Logf("direct suppliers: %d bought items agree", bought)
}

// reach compares what is reached over the links that are relationships, both ways, from a dozen nodes; Cypher gives one link at
// a time, so that its number of paths does not matter.
func (c cypher) reach() {
	options := reach.Options{Through: []reach.Relation{reach.Feeds, reach.KindOf, reach.Makes, reach.Operates, reach.Produces, reach.Supplies}}
	var starts []graph.Node
	for _, kind := range []graph.NodeKind{graph.KindElement, graph.KindMaterial, graph.KindComponent, graph.KindProduct, graph.KindFirm, graph.KindFacility} {
		first, end := c.v.Range(kind)
		for n, step := first, max((end-first)/3, 1); n < end; n += step {
			starts = append(starts, n)
		}
	}
	for _, direction := range []reach.Direction{reach.Up, reach.Down} {
		options.Direction = direction
		for _, start := range starts {
			got, err := reach.From(context.Background(), c.v, []graph.Node{start}, options)
			require.NoError(c.t, err)
			tiers := map[string]int{}
			for _, n := range got.Nodes {
				tiers[c.v.Key(n.Node)] = n.Tier
			}
			require.Equal(c.t, c.tiers(c.v.Key(start), direction), tiers, "%s from %s", direction, c.v.Key(start))
		}
	}
	c.t.Logf("reach: %d starts agree both ways", len(starts))
}

const oneLink = `
	MATCH (a)-[r:FEEDS|KIND_OF|MAKES|OPERATES|PRODUCES|SUPPLIES]->(b)
	WHERE %s IN $frontier AND (type(r) <> 'SUPPLIES' OR ` + active + `)
		AND (type(r) <> 'OPERATES' OR b.status IN ['OPERATING', 'RAMP_UP'])
		AND (type(r) <> 'PRODUCES' OR a.status IN ['OPERATING', 'RAMP_UP'])
	RETURN DISTINCT %s AS id`

func (c cypher) tiers(start string, direction reach.Direction) map[string]int {
	query := fmt.Sprintf(oneLink, "a.id", "b.id")
	if direction == reach.Up {
		query = fmt.Sprintf(oneLink, "b.id", "a.id")
	}
	tiers := map[string]int{}
	frontier := []any{start}
	for tier := 1; len(frontier) > 0; tier++ {
		var next []any
		for _, row := range c.ask(query, map[string]any{"frontier": frontier}) {
			id := row["id"].(string)
			if _, seen := tiers[id]; !seen && id != start {
				tiers[id] = tier
				next = append(next, id)
			}
		}
		frontier = next
	}
	return tiers
}

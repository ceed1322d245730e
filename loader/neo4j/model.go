package neo4j

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/lodestone-graph/lodestone/graph"
)

// This file declares how every table stands in Neo4j, once: which label its rows carry, or which relationship type they are and
// between what. Writing, reading, the schema and docs/neo4j.md follow it; there is no Cypher per table. Labels, types and
// property names in a statement come from here and from graph.Tables alone, never from data.

// kind is one line of the declaration: a table whose rows are nodes, or one whose rows are relationships.
type kind struct {
	table  string
	labels []string          // nodes: the base label, which carries the unique id, then the narrower one if any
	links  []link            // nodes: relationships that follow from a column naming another row
	rename map[string]string // nodes: columns whose property has another name
	verb   string            // relationships: the type
	from   string            // relationships: the column that names the start
	to     string            // relationships: the column that names the end
}

// link says that a column of a node's table is drawn as a relationship too. The property stays the record.
type link struct {
	column, verb string
	reverse      bool // the relationship points from the named row to this one
}

func declared() []kind {
	return []kind{
		{table: "sources", labels: []string{"Source"}},
		{table: "countries", labels: []string{"Country"}},
		{table: "regions", labels: []string{"Region"}},
		{table: "region_members", verb: "MEMBER_OF", from: "country", to: "region"},
		{table: "elements", labels: []string{"Item", "Element"}},
		{table: "materials", labels: []string{"Item", "Material"}},
		{table: "components", labels: []string{"Item", "Component"}},
		{table: "products", labels: []string{"Item", "Product"}},
		{table: "kinds", verb: "KIND_OF", from: "item", to: "kind_of"},
		{table: "aliases", labels: []string{"Alias"}, rename: map[string]string{"id": "names"},
			links: []link{{column: "id", verb: "NAMES"}}},
		{table: "item_groups", labels: []string{"ItemGroup"}},
		{table: "item_group_members", verb: "IN_GROUP", from: "item", to: "group"},
		{table: "feeds", verb: "FEEDS", from: "from", to: "to"},
		{table: "substitutes", verb: "SUBSTITUTED_BY", from: "item", to: "substitute"},
		{table: "firms", labels: []string{"Firm"}, links: []link{{column: "country", verb: "BASED_IN"}}},
		{table: "facilities", labels: []string{"Facility"}, links: []link{{column: "country", verb: "LOCATED_IN"}}},
		{table: "operates", verb: "OPERATES", from: "firm", to: "facility"},
		{table: "owns", verb: "OWNS", from: "owner", to: "owned"},
		{table: "produces", verb: "PRODUCES", from: "facility", to: "item"},
		{table: "makes", verb: "MAKES", from: "firm", to: "item"},
		{table: "supplies", verb: "SUPPLIES", from: "supplier", to: "buyer"},
		{table: "market_shares", verb: "HAS_SHARE_OF", from: "country", to: "item"},
		{table: "market_projections", verb: "PROJECTED_SHARE_OF", from: "country", to: "item"},
		{table: "export_controls", labels: []string{"Control"}, links: []link{{column: "country", verb: "ISSUED_BY"}}},
		{table: "restricts", verb: "RESTRICTS", from: "control", to: "item"},
		{table: "licence_types", labels: []string{"LicenceType"}, links: []link{{column: "country", verb: "ISSUED_BY"}}},
		{table: "licences", labels: []string{"Licence"}, links: []link{
			{column: "holder", verb: "HELD_BY"},
			{column: "customer", verb: "FOR_CUSTOMER"},
			{column: "licence_type", verb: "OF_TYPE"},
			{column: "item", verb: "COVERS"},
		}},
		{table: "licence_statistics", labels: []string{"LicenceStatistic"},
			links: []link{{column: "applicant_region", verb: "APPLICANTS_FROM"}}},
		{table: "events", labels: []string{"Event"}, links: []link{
			{column: "country", verb: "HAPPENED_IN"},
			{column: "firm", verb: "ABOUT"},
			{column: "item", verb: "ABOUT"},
		}},
		{table: "listed_entities", verb: "LISTS", from: "control", to: "entity"},
		{table: "not_controlled", labels: []string{"Exclusion"}, links: []link{{column: "item", verb: "EXCLUDES"}}},
		{table: "monthly_exports", verb: "EXPORTED_IN_MONTH_TO", from: "item", to: "destination"},
		{table: "period_exports", verb: "EXPORTED_IN_PERIOD_TO", from: "item", to: "destination"},
		{table: "import_dependence", verb: "IMPORTS_FROM", from: "importer", to: "origin"},
		{table: "lead_times", labels: []string{"LeadTime"}, links: []link{{column: "item", verb: "TIME_FOR"}}},
		{table: "stocks", labels: []string{"Stock"}, links: []link{
			{column: "holder", verb: "KEPT_BY"},
			{column: "item", verb: "STOCK_OF"},
		}},
		{table: "procurement_rules", labels: []string{"ProcurementRule"}, links: []link{{column: "country", verb: "ISSUED_BY"}}},
		{table: "procurement_rule_steps", labels: []string{"ProcurementRuleStep"}, links: []link{
			{column: "rule", verb: "HAS_STEP", reverse: true},
			{column: "item", verb: "APPLIES_TO"},
			{column: "covered_country", verb: "BARS_ORIGIN"},
		}},
		{table: "firm_sizes", labels: []string{"FirmSize"}, links: []link{{column: "firm", verb: "SIZE_OF"}}},
	}
}

// model is the declaration resolved against graph.Tables.
type model struct {
	nodes    []*nodeTable    // in the order of the dictionary
	verbs    []*relationType // tables of relationships first, then the types that links draw
	baseOf   map[string]string
	bases    []string // base labels, in the order of the dictionary
	verbName map[string]*relationType
}

// nodeTable is a table whose rows are nodes.
type nodeTable struct {
	table      *graph.Table
	base       string // carries the unique id
	labels     string // ":Item:Element", for a pattern
	properties []property
	layout     layout
	links      []nodeLink
}

// nodeLink is a link with what it needs at hand.
type nodeLink struct {
	link
	index int // of the column
	verb  *relationType
}

// relationType is a type of relationship: the rows of one table, or what links draw (table is nil).
type relationType struct {
	name       string
	table      *graph.Table
	from, to   []string // base labels of the two ends
	properties []property
	layout     layout
	fromIndex  int // columns of the ends
	toIndex    int
}

// property is a column as a property of a node or relationship.
type property struct {
	name   string
	index  int // of the column
	column *graph.Column
}

// theModel resolves the declaration. It is shared and never changes.
var theModel = sync.OnceValue(func() *model {
	m := &model{baseOf: map[string]string{}, verbName: map[string]*relationType{}}
	kinds := declared()
	for _, k := range kinds {
		if k.verb == "" {
			m.baseOf[k.table] = k.labels[0]
			if !slices.Contains(m.bases, k.labels[0]) {
				m.bases = append(m.bases, k.labels[0])
			}
		}
	}
	for _, k := range kinds {
		if t := tableOf(k.table); k.verb != "" {
			properties := propertiesOf(t, nil, k.from, k.to)
			m.addVerb(&relationType{name: k.verb, table: t, fromIndex: columnOf(t, k.from), toIndex: columnOf(t, k.to),
				from: m.labelsOf(t, k.from), to: m.labelsOf(t, k.to), properties: properties, layout: layoutOf(t, properties)})
		}
	}
	for _, k := range kinds {
		if k.verb == "" {
			m.nodes = append(m.nodes, m.newNodeTable(k))
		}
	}
	return m
})

func (m *model) addVerb(r *relationType) {
	if m.verbName[r.name] != nil {
		panic(fmt.Sprintf("relationship type %s is declared twice", r.name))
	}
	m.verbName[r.name] = r
	m.verbs = append(m.verbs, r)
}

func (m *model) newNodeTable(k kind) *nodeTable {
	t := tableOf(k.table)
	n := &nodeTable{table: t, base: k.labels[0], labels: ":" + strings.Join(k.labels, ":"), properties: propertiesOf(t, k.rename)}
	n.layout = layoutOf(t, n.properties)
	for _, l := range k.links {
		verb := m.verbName[l.verb]
		if verb == nil {
			verb = &relationType{name: l.verb}
			m.addVerb(verb)
		}
		from, to := []string{n.base}, m.labelsOf(t, l.column)
		if l.reverse {
			from, to = to, from
		}
		verb.from, verb.to = union(verb.from, from), union(verb.to, to)
		n.links = append(n.links, nodeLink{link: l, index: columnOf(t, l.column), verb: verb})
	}
	return n
}

// labelsOf lists the base labels that a column may name.
func (m *model) labelsOf(t *graph.Table, column string) []string {
	var labels []string
	for _, ref := range t.Column(column).Refs {
		labels = union(labels, []string{m.baseOf[ref]})
	}
	return labels
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

func propertiesOf(t *graph.Table, rename map[string]string, ends ...string) []property {
	var properties []property
	for i := range t.Columns {
		c := &t.Columns[i]
		if slices.Contains(ends, c.Name) {
			continue
		}
		name := c.Name
		if other, ok := rename[name]; ok {
			name = other
		}
		properties = append(properties, property{name: name, index: i, column: c})
	}
	return properties
}

func tableOf(name string) *graph.Table {
	t := graph.TableOf(name)
	if t == nil {
		panic(fmt.Sprintf("no table %q", name))
	}
	return t
}

func columnOf(t *graph.Table, name string) int {
	i := slices.IndexFunc(t.Columns, func(c graph.Column) bool { return c.Name == name })
	if i < 0 {
		panic(fmt.Sprintf("table %s has no column %q", t.Name, name))
	}
	return i
}

// hasText tells whether the property may have a text beside it.
func (p property) hasText() bool { return p.column.Type == graph.Decimal }

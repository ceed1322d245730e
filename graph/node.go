package graph

import "sort"

// Node is a thing of a snapshot: an item, firm, facility, country and so on. Nodes are numbered densely, kind by kind.
type Node uint32

// NoNode stands for no node.
const NoNode Node = ^Node(0)

// NodeKind says what a node is.
type NodeKind string

// The kinds of nodes, in the order of their numbers. Items (the first four) share one id space.
const (
	KindElement          NodeKind = "ELEMENT"
	KindMaterial         NodeKind = "MATERIAL"
	KindComponent        NodeKind = "COMPONENT"
	KindProduct          NodeKind = "PRODUCT"
	KindItemGroup        NodeKind = "ITEM_GROUP"
	KindFirm             NodeKind = "FIRM"
	KindFacility         NodeKind = "FACILITY"
	KindCountry          NodeKind = "COUNTRY"
	KindRegion           NodeKind = "REGION"
	KindControl          NodeKind = "CONTROL"
	KindLicenceType      NodeKind = "LICENCE_TYPE"
	KindLicence          NodeKind = "LICENCE"
	KindLicenceStatistic NodeKind = "LICENCE_STATISTIC"
	KindEvent            NodeKind = "EVENT"
	KindProcurementRule  NodeKind = "PROCUREMENT_RULE"
	KindSource           NodeKind = "SOURCE"
)

// nodeTables lists the tables whose rows are nodes, in the order of their numbers.
var nodeTables = []struct {
	kind  NodeKind
	table string
}{
	{KindElement, "elements"},
	{KindMaterial, "materials"},
	{KindComponent, "components"},
	{KindProduct, "products"},
	{KindItemGroup, "item_groups"},
	{KindFirm, "firms"},
	{KindFacility, "facilities"},
	{KindCountry, "countries"},
	{KindRegion, "regions"},
	{KindControl, "export_controls"},
	{KindLicenceType, "licence_types"},
	{KindLicence, "licences"},
	{KindLicenceStatistic, "licence_statistics"},
	{KindEvent, "events"},
	{KindProcurementRule, "procurement_rules"},
	{KindSource, "sources"},
}

// NodeKinds lists all kinds in the order of their numbers.
func NodeKinds() []NodeKind {
	kinds := make([]NodeKind, len(nodeTables))
	for i, t := range nodeTables {
		kinds[i] = t.kind
	}
	return kinds
}

// Nodes is the number of nodes.
func (s *Snapshot) Nodes() int { return len(s.keys) }

// Range gives the half-open range of the nodes of a kind.
func (s *Snapshot) Range(kind NodeKind) (first, end Node) {
	for i, t := range nodeTables {
		if t.kind == kind {
			return s.starts[i], s.starts[i+1]
		}
	}
	return 0, 0
}

// Items is the number of items; items are the nodes below it.
func (s *Snapshot) Items() int { return int(s.starts[4]) }

// KindOf tells what a node is. It costs a search in a list of sixteen.
func (s *Snapshot) KindOf(n Node) NodeKind { return nodeTables[s.tableOf(n)].kind }

// IsItem tells whether n is an element, material, component or product.
func (s *Snapshot) IsItem(n Node) bool { return n < s.starts[4] }

// Is tells whether n is of the kind.
func (s *Snapshot) Is(n Node, kind NodeKind) bool {
	first, end := s.Range(kind)
	return first <= n && n < end
}

func (s *Snapshot) tableOf(n Node) int {
	return sort.Search(len(nodeTables), func(i int) bool { return n < s.starts[i+1] })
}

// index is the row of a node in its table.
func (s *Snapshot) index(n Node) int { return int(n - s.starts[s.tableOf(n)]) }

// Key is the readable id of a node, as its file gives it.
func (s *Snapshot) Key(n Node) string { return s.keys[n] }

// Keys are the readable ids of nodes.
func (s *Snapshot) Keys(nodes []Node) []string {
	keys := make([]string, len(nodes))
	for i, n := range nodes {
		keys[i] = s.keys[n]
	}
	return keys
}

// Row points to the row that declares the node.
func (s *Snapshot) Row(n Node) RowRef {
	t := s.tableOf(n)
	return RowRef{Table: tableIndex[nodeTables[t].table], Index: int32(n - s.starts[t])}
}

// Find looks a readable id up among the nodes of a kind.
func (s *Snapshot) Find(kind NodeKind, key string) (Node, bool) {
	n, ok := s.byKey.find(key)
	if kind == KindSource {
		n, ok = s.bySource.find(key)
	}
	return n, ok && s.Is(n, kind)
}

// Lookup finds a node by its readable id. All nodes but sources share one id space.
func (s *Snapshot) Lookup(key string) (Node, bool) {
	n, ok := s.byKey.find(key)
	return n, ok
}

// Item finds an item by its readable id.
func (s *Snapshot) Item(key string) (Node, bool) {
	n, ok := s.byKey.find(key)
	return n, ok && s.IsItem(n)
}

// Element is the row of an element; nil when n is not one. The accessors below do likewise.
func (s *Snapshot) Element(n Node) *Element { return rowOf(s, s.facts.Elements, KindElement, n) }

// Material is the row of a material, or nil.
func (s *Snapshot) Material(n Node) *Material { return rowOf(s, s.facts.Materials, KindMaterial, n) }

// Component is the row of a component, or nil.
func (s *Snapshot) Component(n Node) *Component {
	return rowOf(s, s.facts.Components, KindComponent, n)
}

// Product is the row of a product, or nil.
func (s *Snapshot) Product(n Node) *Product { return rowOf(s, s.facts.Products, KindProduct, n) }

// Firm is the row of a firm, or nil.
func (s *Snapshot) Firm(n Node) *Firm { return rowOf(s, s.facts.Firms, KindFirm, n) }

// Facility is the row of a facility, or nil.
func (s *Snapshot) Facility(n Node) *Facility { return rowOf(s, s.facts.Facilities, KindFacility, n) }

// Source is the row of a source, or nil.
func (s *Snapshot) Source(n Node) *Source { return rowOf(s, s.facts.Sources, KindSource, n) }

// Control is the row of an export control, or nil.
func (s *Snapshot) Control(n Node) *Control { return rowOf(s, s.facts.ExportControls, KindControl, n) }

func rowOf[T any](s *Snapshot, rows []T, kind NodeKind, n Node) *T {
	first, end := s.Range(kind)
	if n < first || n >= end {
		return nil
	}
	return &rows[n-first]
}

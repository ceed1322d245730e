package graph

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Snapshot is one release in memory: its facts, dense node numbers, and every link in both directions. It never changes
// after Build, so any number of readers may share it.
type Snapshot struct {
	facts    *Facts
	release  string
	starts   []Node // first node of each kind, and the end
	keys     []string
	byKey    map[string]Node
	bySource map[string]Node

	Feeds    Relation // input item -> output item
	Kinds    Relation // grade -> class
	Makes    Relation // firm -> item
	Operates Relation // firm -> facility
	Owns     Relation // owner -> owned
	Produces Relation // facility -> item
	Supplies Relation // supplier -> buyer
	Sold     Relation // item -> buyer: the same rows by the item sold
	Members  Relation // item group -> item
	Regions  Relation // region -> country
	Shares   Relation // country -> item or group

	stage   []Stage // by item
	feeds   []bool  // by item: has inputs of its own
	above   [][]Node
	below   [][]Node
	order   []Node // items, inputs before outputs and grades before classes
	horizon Day
	names   *nameIndex
}

// Build indexes checked facts, in the order of their natural keys, so that nothing depends on the order of rows in a file.
// It keeps the rows and expects nobody to change them. The error names the first row that refers
// to nothing or closes a loop of feeds and kinds; the loader's checks find all of them. Time and memory are linear in the
// rows.
func Build(facts *Facts) (*Snapshot, error) {
	facts = facts.sorted()
	s := &Snapshot{facts: facts, byKey: map[string]Node{}, bySource: map[string]Node{}}
	if err := s.number(); err != nil {
		return nil, err
	}
	for _, r := range []struct {
		relation        *Relation
		table, from, to string
	}{
		{&s.Feeds, "feeds", "from", "to"},
		{&s.Kinds, "kinds", "item", "kind_of"},
		{&s.Makes, "makes", "firm", "item"},
		{&s.Operates, "operates", "firm", "facility"},
		{&s.Owns, "owns", "owner", "owned"},
		{&s.Produces, "produces", "facility", "item"},
		{&s.Supplies, "supplies", "supplier", "buyer"},
		{&s.Sold, "supplies", "item", "buyer"},
		{&s.Members, "item_group_members", "group", "item"},
		{&s.Regions, "region_members", "region", "country"},
		{&s.Shares, "market_shares", "country", "item"},
	} {
		if err := s.relate(r.relation, r.table, r.from, r.to); err != nil {
			return nil, err
		}
	}
	if err := s.checkReferences(); err != nil {
		return nil, err
	}
	if err := s.arrangeItems(); err != nil {
		return nil, err
	}
	s.names = newNameIndex(s)
	s.release = facts.Release()
	for i := range facts.Sources {
		if d := facts.Sources[i].Published; d.Known() {
			s.horizon = max(s.horizon, d.Last())
		}
	}
	return s, nil
}

// Facts are the rows the snapshot was built from. They are shared: do not change them.
func (s *Snapshot) Facts() *Facts { return s.facts }

// Release identifies the content: equal facts, in whatever order, have equal releases.
func (s *Snapshot) Release() string { return s.release }

// Horizon is the last day on which any source of the release was published. The release knows nothing of later days.
func (s *Snapshot) Horizon() Day { return s.horizon }

func (s *Snapshot) number() error {
	for _, t := range nodeTables {
		s.starts = append(s.starts, Node(len(s.keys)))
		rows := TableOf(t.table).rows(s.facts)
		index := s.byKey
		if t.kind == KindSource {
			index = s.bySource
		}
		for i := range rows.Len() {
			key := rows.Index(i).FieldByName("ID").String()
			if _, taken := index[key]; taken {
				return fmt.Errorf("%s.csv: id %q is used twice", t.table, key)
			}
			index[key] = Node(len(s.keys))
			s.keys = append(s.keys, key)
		}
	}
	s.starts = append(s.starts, Node(len(s.keys)))
	return nil
}

func (s *Snapshot) relate(r *Relation, table, from, to string) error {
	t := TableOf(table)
	rows := t.rows(s.facts)
	n := rows.Len()
	r.Table = tableIndex[table]
	var err error
	if r.From, err = s.column(t, rows, from); err != nil {
		return err
	}
	if r.To, err = s.column(t, rows, to); err != nil {
		return err
	}
	if c := t.Column("source"); c != nil {
		r.Source = make([]Node, n)
		for i := range n {
			r.Source[i] = s.bySource[rows.Index(i).Field(c.field).String()]
		}
	}
	r.out, r.in = newAdjacency(s.Nodes(), r.From), newAdjacency(s.Nodes(), r.To)
	return nil
}

// column resolves a reference column to nodes.
func (s *Snapshot) column(t *Table, rows reflect.Value, name string) ([]Node, error) {
	c := t.Column(name)
	nodes := make([]Node, rows.Len())
	for i := range nodes {
		key := rows.Index(i).Field(c.field).String()
		n, ok := s.byKey[key]
		if !ok && key != "" {
			return nil, fmt.Errorf("%s.csv:%d: %s %q is not known", t.Name, t.Line(s.facts, i), name, key)
		}
		if key == "" {
			n = NoNode
		}
		nodes[i] = n
	}
	return nodes, nil
}

// checkReferences refuses a release in which any reference column names nothing, also in tables that are not indexed.
func (s *Snapshot) checkReferences() error {
	for _, t := range Tables() {
		rows := t.rows(s.facts)
		for _, c := range t.Columns {
			if c.Type != Reference {
				continue
			}
			for i := range rows.Len() {
				key := rows.Index(i).Field(c.field).String()
				if key == "" {
					continue
				}
				_, node := s.byKey[key]
				_, source := s.bySource[key]
				if !node && !source {
					return fmt.Errorf("%s.csv:%d: %s %q is not known", t.Name, t.Line(s.facts, i), c.Name, key)
				}
			}
		}
	}
	return nil
}

// sorted gives the facts with the rows of every table in the order of their natural keys. Rows keep their lines.
func (f *Facts) sorted() *Facts {
	out := *f
	for _, t := range Tables() {
		n := t.Len(f)
		keys := make([]string, n)
		for i := range n {
			keys[i] = t.KeyText(f, i)
		}
		if slices.IsSorted(keys) {
			continue
		}
		order := make([]int, n)
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(keys[a], keys[b]) })
		from, to := t.rows(f), reflect.MakeSlice(t.rows(f).Type(), n, n)
		for i, at := range order {
			to.Index(i).Set(from.Index(at))
		}
		t.rows(&out).Set(to)
	}
	return &out
}

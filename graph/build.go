package graph

import (
	"fmt"
	"sync"
)

// Snapshot is one release in memory: its facts, dense node numbers, and every link in both directions. It never changes
// after Build, so any number of readers may share it.
type Snapshot struct {
	facts    *Facts
	release  string
	starts   []Node // first node of each kind, and the end
	keys     []string
	byKey    keyIndex
	bySource keyIndex

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
	s := &Snapshot{}
	var released sync.WaitGroup // the id takes as long as all the rest
	released.Go(func() { s.release = facts.Release() })
	err := s.build(facts.sorted())
	released.Wait()
	if err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Snapshot) build(facts *Facts) error {
	s.facts = facts
	if err := s.number(); err != nil {
		return err
	}
	columns := newColumns(s)
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
		if err := s.relate(columns, r.relation, r.table, r.from, r.to); err != nil {
			return err
		}
	}
	if err := columns.check(); err != nil {
		return err
	}
	if err := s.arrangeItems(); err != nil {
		return err
	}
	s.names = newNameIndex(s)
	for i := range facts.Sources {
		if d := facts.Sources[i].Published; d.Known() {
			s.horizon = max(s.horizon, d.First())
		}
	}
	return nil
}

// Facts are the rows the snapshot was built from. They are shared: do not change them.
func (s *Snapshot) Facts() *Facts { return s.facts }

// Release identifies the content: equal facts, in whatever order, have equal releases.
func (s *Snapshot) Release() string { return s.release }

// Horizon is the last day on which a source of the release is sure to have been published: of one dated to a month or a year the first
// day that may be meant. The release is not known to know of later days.
func (s *Snapshot) Horizon() Day { return s.horizon }

func (s *Snapshot) number() error {
	for _, t := range nodeTables {
		s.starts = append(s.starts, Node(len(s.keys)))
		table := TableOf(t.table)
		index := &s.byKey
		if t.kind == KindSource {
			index = &s.bySource
			index.first = Node(len(s.keys))
		}
		for _, row := range table.each(s.facts) {
			key := *table.Column("id").words(row)
			if n := index.texts.Len(); int(index.texts.Number(key)) < n {
				return fmt.Errorf("%s.csv: id %q is used twice", t.table, key)
			}
			s.keys = append(s.keys, key)
		}
	}
	s.starts = append(s.starts, Node(len(s.keys)))
	return nil
}

// keyIndex finds nodes that are numbered without a gap by their keys.
type keyIndex struct {
	texts Texts
	first Node
}

func (x *keyIndex) find(key string) (Node, bool) {
	if n := x.texts.Find(key); n >= 0 {
		return x.first + Node(n), true
	}
	return NoNode, false
}

func (s *Snapshot) relate(columns *columns, r *Relation, table, from, to string) error {
	t := TableOf(table)
	r.Table = tableIndex[table]
	var err error
	if r.From, err = columns.nodes(t, from); err != nil {
		return err
	}
	if r.To, err = columns.nodes(t, to); err != nil {
		return err
	}
	if t.Column("source") != nil {
		r.Source = columns.sources(t)
	}
	r.out, r.in = newAdjacency(s.Nodes(), r.From), newAdjacency(s.Nodes(), r.To)
	return nil
}

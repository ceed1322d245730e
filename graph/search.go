package graph

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// Hit is a node found by one of its names.
type Hit struct {
	Node    Node
	Matched string  // the name that matched, as it is written in the release
	Score   float64 // 1 for the whole name, case and accents aside; below 0.9 for what does not begin it
}

// Bounds of one search, whatever the size of the release.
const (
	maxQuery    = 64      // signs of a query that are looked at
	maxPostings = 400_000 // entries of the index that are visited, rarest grams first
	maxRanked   = 500     // names that are compared letter by letter
)

// nameIndex finds nodes by their names: readable ids, names and titles, symbols, tickers, country codes and aliases.
type nameIndex struct {
	byKey    []Node // all nodes
	names    []name
	exact    map[string]int32 // by folded name: the first of the names so folded
	grams    map[gram]int32
	offsets  []uint32 // by gram: where its postings start
	postings []int32  // names that have the gram, ascending
}

type name struct {
	node   Node
	field  nameField
	grams  uint16 // how many it has
	next   int32  // another name folded alike, or -1
	text   string
	folded string
}

// nameField says what a name is. Earlier ones decide first what a text means.
type nameField uint8

const (
	fieldKey nameField = iota
	fieldAlias
	fieldName
)

func newNameIndex(s *Snapshot) *nameIndex {
	x := &nameIndex{exact: map[string]int32{}, grams: map[gram]int32{}}
	x.byKey = make([]Node, s.Nodes())
	for i := range x.byKey {
		x.byKey[i] = Node(i)
	}
	slices.SortStableFunc(x.byKey, func(a, b Node) int { return strings.Compare(s.keys[a], s.keys[b]) })
	x.collect(s)
	x.post()
	return x
}

// collect lists the names of all nodes that are searched for. Sources and statistics are not.
func (x *nameIndex) collect(s *Snapshot) {
	f := s.facts
	add := func(kind NodeKind, i int, field nameField, text string) {
		first, _ := s.Range(kind)
		x.add(first+Node(i), field, text)
	}
	for _, kind := range NodeKinds() {
		first, end := s.Range(kind)
		if kind == KindSource || kind == KindLicenceStatistic {
			continue
		}
		for n := first; n < end; n++ {
			x.add(n, fieldKey, s.keys[n])
		}
	}
	for i := range f.Elements {
		add(KindElement, i, fieldName, f.Elements[i].Name)
		add(KindElement, i, fieldAlias, f.Elements[i].Symbol)
	}
	for i := range f.Materials {
		add(KindMaterial, i, fieldName, f.Materials[i].Name)
	}
	for i := range f.Components {
		add(KindComponent, i, fieldName, f.Components[i].Name)
	}
	for i := range f.Products {
		add(KindProduct, i, fieldName, f.Products[i].Name)
	}
	for i := range f.ItemGroups {
		add(KindItemGroup, i, fieldName, f.ItemGroups[i].Name)
	}
	for i := range f.Firms {
		add(KindFirm, i, fieldName, f.Firms[i].Name)
		add(KindFirm, i, fieldAlias, f.Firms[i].Ticker)
	}
	for i := range f.Facilities {
		add(KindFacility, i, fieldName, f.Facilities[i].Name)
	}
	for i := range f.Countries {
		add(KindCountry, i, fieldName, f.Countries[i].Name)
		add(KindCountry, i, fieldAlias, f.Countries[i].ISO3)
	}
	for i := range f.Regions {
		add(KindRegion, i, fieldName, f.Regions[i].Name)
	}
	for i := range f.ExportControls {
		add(KindControl, i, fieldName, f.ExportControls[i].Title)
	}
	for i := range f.LicenceTypes {
		add(KindLicenceType, i, fieldName, f.LicenceTypes[i].Name)
	}
	for i := range f.Events {
		add(KindEvent, i, fieldName, f.Events[i].Title)
	}
	for i := range f.ProcurementRules {
		add(KindProcurementRule, i, fieldName, f.ProcurementRules[i].Title)
	}
	for i := range f.Aliases {
		if n, ok := s.byKey.find(f.Aliases[i].ID); ok {
			x.add(n, fieldAlias, f.Aliases[i].Alias)
		}
	}
}

func (x *nameIndex) add(n Node, field nameField, text string) {
	folded := foldName(text)
	if folded == "" {
		return
	}
	next, ok := x.exact[folded]
	if !ok {
		next = -1
	}
	x.exact[folded] = int32(len(x.names))
	x.names = append(x.names, name{node: n, field: field, next: next, text: text, folded: folded})
}

// post lists, for each gram, the names that have it.
func (x *nameIndex) post() {
	var ids []int32
	var sizes []uint32
	var grams []gram
	for i := range x.names {
		grams = gramsOf(grams[:0], x.names[i].folded)
		x.names[i].grams = uint16(min(len(grams), 1<<16-1))
		for _, g := range grams[:x.names[i].grams] {
			id, ok := x.grams[g]
			if !ok {
				id = int32(len(sizes))
				x.grams[g] = id
				sizes = append(sizes, 0)
			}
			sizes[id]++
			ids = append(ids, id)
		}
	}
	x.offsets = make([]uint32, len(sizes)+1)
	for i, n := range sizes {
		x.offsets[i+1] = x.offsets[i] + n
	}
	x.postings = make([]int32, len(ids))
	next := slices.Clone(x.offsets)
	at := 0
	for i := range x.names {
		for range x.names[i].grams {
			id := ids[at]
			x.postings[next[id]] = int32(i)
			next[id]++
			at++
		}
	}
}

// ByKey lists all nodes by their readable ids. It is shared: do not change it.
func (s *Snapshot) ByKey() []Node { return s.names.byKey }

// Search finds nodes by name, in any script, with typing errors: readable ids, names and titles, symbols, tickers, country codes and
// aliases. Case, accents, width and punctuation do not count. Kinds narrows the search; empty is all kinds. Sources and licence
// statistics are not searched. Hits come by score, then names written letter for letter as asked, then by kind and key; a node comes
// once, by its best name. The cost is bounded: a few milliseconds on a hundred thousand names.
func (s *Snapshot) Search(text string, kinds []NodeKind, first int) []Hit {
	q := newQuery(text)
	if len(q.words) == 0 || first <= 0 {
		return nil
	}
	allowed := func(n Node) bool { return len(kinds) == 0 || slices.Contains(kinds, s.KindOf(n)) }
	type ranked struct {
		Hit
		letters bool
	}
	best := map[Node]ranked{}
	for _, i := range s.names.candidates(q, allowed) {
		nm := &s.names.names[i]
		hit := ranked{Hit{Node: nm.node, Matched: nm.text, Score: q.score(nm.folded)}, nm.text == text}
		old, seen := best[nm.node]
		if hit.Score > 0 && (!seen || hit.Score > old.Score || hit.Score == old.Score && hit.letters && !old.letters) {
			best[nm.node] = hit
		}
	}
	found := make([]ranked, 0, len(best))
	for _, hit := range best {
		found = append(found, hit)
	}
	slices.SortFunc(found, func(a, b ranked) int {
		if c := cmp.Compare(b.Score, a.Score); c != 0 || a.letters == b.letters {
			return cmp.Or(c, cmp.Compare(a.Node, b.Node)) // nodes are numbered by kind, then key
		}
		if a.letters {
			return -1
		}
		return 1
	})
	hits := make([]Hit, min(first, len(found)))
	for i := range hits {
		hits[i] = found[i].Hit
	}
	return hits
}

// candidates picks the names that share most with a query, counting rare grams for more than common ones, and all names that are
// equal to it.
func (x *nameIndex) candidates(q *query, allowed func(Node) bool) []int32 {
	type posting struct {
		names  []int32
		weight int32
	}
	var lists []posting
	for _, g := range gramsOf(nil, q.folded) {
		if id, ok := x.grams[g]; ok {
			names := x.postings[x.offsets[id]:x.offsets[id+1]]
			lists = append(lists, posting{names, int32(1 + bits.Len(uint(len(x.names)/len(names))))})
		}
	}
	slices.SortStableFunc(lists, func(a, b posting) int { return cmp.Compare(len(a.names), len(b.names)) })
	weight := make([]int32, len(x.names))
	var touched []int32
	visited := 0
	for _, list := range lists {
		if visited += len(list.names); visited > maxPostings && len(touched) > 0 {
			break
		}
		for _, i := range list.names {
			if weight[i] == 0 {
				touched = append(touched, i)
			}
			weight[i] += list.weight
		}
	}
	touched = slices.DeleteFunc(touched, func(i int32) bool { return !allowed(x.names[i].node) })
	touched = heaviest(touched, weight, maxRanked)
	if len(touched) > maxRanked {
		slices.SortFunc(touched, func(a, b int32) int {
			return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(x.names[a].grams, x.names[b].grams), cmp.Compare(a, b))
		})
		touched = touched[:maxRanked]
	}
	for i, ok := x.exact[q.folded]; ok && i >= 0; i = x.names[i].next {
		if allowed(x.names[i].node) {
			touched = append(touched, i)
		}
	}
	return touched
}

// heaviest leaves out names that are lighter than n others.
func heaviest(names []int32, weight []int32, n int) []int32 {
	if len(names) <= n {
		return names
	}
	top := int32(0)
	for _, i := range names {
		top = max(top, weight[i])
	}
	count := make([]int, top+1)
	for _, i := range names {
		count[weight[i]]++
	}
	least := top
	for seen := count[top]; seen < n; least-- {
		seen += count[least-1]
	}
	return slices.DeleteFunc(names, func(i int32) bool { return weight[i] < least })
}

// Resolve finds the one node that a text means: a readable id; else, case and accents aside, an alias, symbol, ticker or country
// code; else a readable id written otherwise; else a name. Ok is false when it means nothing, or more than one thing at the first step
// at which it means any.
func (s *Snapshot) Resolve(text string) (Node, bool) {
	if n, ok := s.byKey.find(text); ok {
		return n, true
	}
	folded := foldName(text)
	for _, field := range []nameField{fieldAlias, fieldKey, fieldName} {
		found, many := NoNode, false
		for i, ok := s.names.exact[folded]; ok && i >= 0; i = s.names.names[i].next {
			if nm := &s.names.names[i]; nm.field == field && nm.node != found {
				many = found != NoNode
				found = nm.node
			}
		}
		if found != NoNode {
			return found, !many
		}
	}
	return NoNode, false
}

// Suggest lists up to n readable ids that may be meant by an unknown one, nearest first.
func (s *Snapshot) Suggest(kinds []NodeKind, text string, n int) []string {
	var keys []string
	for _, hit := range s.Search(text, kinds, n) {
		keys = append(keys, s.keys[hit.Node])
	}
	return keys
}

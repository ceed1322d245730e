package control

import (
	"cmp"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// home is the country whose controls the decision table speaks of.
const home = "CN"

// Book holds what the controls, lists and licences of a view say, compiled for quick answers. It never changes, and any number of
// readers may share it.
type Book struct {
	view                *graph.View
	base                *Book // that of the view without its scenario; nil where that says nothing of the law
	home                graph.Node
	controls            []entry // of the home country, in the order of their keys
	abroad              []entry // of other countries
	byKey               map[string]int32
	table               []compiled
	covers              [][]covering // by item: rows of home controls, nearest first
	beside              [][]covering // by item: rows of other countries' controls
	readings            []*reading   // by item, or nil
	listed              map[graph.Node][]naming
	general             []general
	partial             []partial
	restricts, entities int       // places of the tables
	first               graph.Day // the first day on record of a home control
	checked             graph.Day // the last day on which a home control was announced
}

// entry is a control.
type entry struct {
	node  graph.Node
	row   *graph.Control
	class Class // empty: it puts no item under a class
	list  *list
	days  [4]graph.Day // effective, suspended from, suspended until, last day of a list
	set   []setting    // by the scenario of the view, last first
}

// setting is what an edit of the view's scenario makes of a control.
type setting struct {
	from, until graph.Day
	state       State
}

// covering is a row of restricts that covers an item, by itself, through a class or group, or by a reading.
type covering struct {
	control int32
	row     int32
	depth   int32 // 0: the row names the item or its group; else its place among the classes of the item, nearest first
	regime  graph.Regime
	reading *reading
}

// naming is a row of listed_entities that names a firm.
type naming struct {
	control  int32
	row      int32
	watch    bool
	holder   graph.Node // the listed firm; another than the key for one that it holds
	unstated bool       // held at an unstated stake
}

// partial is a list of which not all names are known.
type partial struct {
	control int32
	country graph.Node
}

// NewBook compiles the book of a view. It costs a pass over the rows of law and, for each, over the kinds below its item.
func NewBook(v *graph.View) *Book {
	b := &Book{
		view: v, home: graph.NoNode, byKey: map[string]int32{}, listed: map[graph.Node][]naming{},
		covers: make([][]covering, v.Items()), beside: make([][]covering, v.Items()), readings: make([]*reading, v.Items()),
		first: graph.MaxDay, checked: graph.MinDay,
	}
	if n, ok := v.Find(graph.KindCountry, home); ok {
		b.home = n
	}
	if slices.ContainsFunc(v.Scenario(), func(e graph.Edit) bool { return e.Control != nil || e.Licence != nil }) {
		b.base = NewBook(v.Base())
	}
	b.addControls()
	b.addRestrictions()
	b.addReadings()
	b.addLists()
	b.addGeneralLicences()
	b.table = b.compile(decisionTable)
	return b
}

// View is the view whose rows the book holds.
func (b *Book) View() *graph.View { return b.view }

// FirstDay is the first day on which a control of the controlling country is on record. Earlier days cannot be decided.
func (b *Book) FirstDay() graph.Day { return b.first }

// CheckedUntil is the newest dated fact on the controls of the controlling country: the last day on which one was announced. Answers for
// later days are flagged.
func (b *Book) CheckedUntil() graph.Day { return b.checked }

func (b *Book) addControls() {
	v := b.view
	first, _ := v.Range(graph.KindControl)
	table := tableIndex("export_controls")
	for i := range v.Facts().ExportControls {
		r := &v.Facts().ExportControls[i]
		if !v.On(table, int32(i)) {
			continue
		}
		e := entry{node: first + graph.Node(i), row: r}
		e.days = [4]graph.Day{r.Effective.First(), r.SuspendedFrom.First(), r.SuspendedUntil.Last(), graph.MaxDay}
		if !r.SuspendedFrom.Known() {
			e.days[1], e.days[2] = graph.MaxDay, graph.MaxDay
		}
		for _, edit := range slices.Backward(v.Scenario()) {
			if c := edit.Control; c != nil && slices.Contains(c.Controls, e.node) {
				state := Suspended
				if c.InForce {
					state = Active
				}
				e.set = append(e.set, setting{c.From, c.Until, state})
			}
		}
		if r.Country != home {
			b.abroad = append(b.abroad, e)
			continue
		}
		if l, ok := lists[r.ID]; ok {
			e.list = &l
			if l.lastDay != 0 {
				e.days[3] = l.lastDay
			}
		} else if !clauses[r.ID] {
			if e.class = classOf[r.ID]; e.class == "" {
				e.class = OtherMetal
			}
		}
		b.byKey[r.ID] = int32(len(b.controls))
		b.controls = append(b.controls, e)
		b.first = min(b.first, e.days[0])
		announced := r.Announced
		if !announced.Known() {
			announced = r.Effective
		}
		b.checked = max(b.checked, announced.First())
	}
}

func (b *Book) addRestrictions() {
	v := b.view
	abroad := map[string]int32{}
	for i := range b.abroad {
		abroad[b.abroad[i].row.ID] = int32(i)
	}
	b.restricts = tableIndex("restricts")
	for i := range v.Facts().Restricts {
		r := &v.Facts().Restricts[i]
		if !v.On(b.restricts, int32(i)) {
			continue
		}
		if k, ok := b.byKey[r.Control]; ok {
			b.cover(b.covers, covering{control: k, row: int32(i), regime: r.Licence}, r.Item)
		} else if k, ok := abroad[r.Control]; ok {
			b.cover(b.beside, covering{control: k, row: int32(i), regime: r.Licence}, r.Item)
		}
	}
}

// cover puts an item, or the members of a group, and all kinds below under a row. A row nearer to the item goes before one further up.
func (b *Book) cover(covers [][]covering, c covering, key string) {
	v := b.view
	n, _ := v.Lookup(key)
	named := []graph.Node{n}
	if !v.IsItem(n) {
		named = nil
		for _, row := range v.Members.Out(n) {
			named = append(named, v.Members.To[row])
		}
	}
	for _, item := range named {
		for _, kind := range append([]graph.Node{item}, v.Below(item)...) {
			c.depth = int32(slices.Index(v.Above(kind), item) + 1)
			at, _ := slices.BinarySearchFunc(covers[kind], c.depth+1, func(x covering, depth int32) int { return cmp.Compare(x.depth, depth) })
			covers[kind] = slices.Insert(covers[kind], at, c)
		}
	}
}

// addReadings settles what rows leave open. A row of restricts that puts an item under a class goes before every reading; readings of an item
// by name go before rows of not_controlled, and these before what is read from kinds and recipes.
func (b *Book) addReadings() {
	v := b.view
	for i := range readings {
		b.read(&readings[i])
	}
	table := tableIndex("not_controlled")
	for i := range v.Facts().NotControlled {
		r := &v.Facts().NotControlled[i]
		if n, ok := v.Item(r.Item); ok && v.On(table, int32(i)) {
			for _, item := range append([]graph.Node{n}, v.Below(n)...) {
				b.exclude(item, &reading{excluded: true, says: r.Reason + ": " + r.Scope})
			}
		}
	}
	magnets, ok := v.Item(looseMagnets)
	if !ok {
		return
	}
	loose := append([]graph.Node{magnets}, v.Below(magnets)...)
	for _, item := range loose {
		if len(v.Below(item)) == 0 && b.readings[item] == nil && !b.classed(item) {
			b.treat(item, &unknownContent)
		}
	}
	b.excludeParts(loose)
}

// excludeParts excludes components, other than magnets, in whose recipe a magnet stands at any depth.
func (b *Book) excludeParts(loose []graph.Node) {
	v := b.view
	holds := make([]bool, v.Items())
	for _, item := range loose {
		holds[item] = true
	}
	for _, item := range v.Order() {
		for _, row := range v.Feeds.In(item) {
			from := v.Feeds.From[row]
			holds[item] = holds[item] || v.On(v.Feeds.Table, row) && v.IsItem(from) && holds[from]
		}
		if c := v.Component(item); holds[item] && c != nil && c.Kind != graph.ComponentKindMagnet {
			b.exclude(item, &fixedMagnets)
		}
	}
}

// classed tells whether a row puts an item under a class.
func (b *Book) classed(item graph.Node) bool {
	return slices.ContainsFunc(b.covers[item], func(c covering) bool { return b.controls[c.control].class != "" })
}

func (b *Book) read(r *reading) {
	v := b.view
	n, ok := v.Item(r.item)
	if !ok {
		return
	}
	for _, item := range append([]graph.Node{n}, v.Below(n)...) {
		if r.excluded {
			b.exclude(item, r)
		} else if !b.classed(item) {
			b.treat(item, r)
		}
	}
}

func (b *Book) exclude(item graph.Node, r *reading) {
	if b.readings[item] == nil && !b.classed(item) {
		b.readings[item] = r
	}
}

// treat puts an item under the rows that cover another. That other may be eligible for a general licence; this one is not known to be.
func (b *Book) treat(item graph.Node, r *reading) {
	b.readings[item] = r
	other, ok := b.view.Item(r.like)
	if !ok || other == item {
		return
	}
	for _, c := range b.covers[other] {
		if c.reading != nil || r.control != "" && b.controls[c.control].row.ID != r.control {
			continue
		}
		c.reading = r
		if c.regime == graph.RegimeGeneralEligible {
			c.regime = graph.RegimeIndividual
		}
		b.covers[item] = append(b.covers[item], c)
	}
}

func tableIndex(name string) int {
	return slices.IndexFunc(graph.Tables(), func(t *graph.Table) bool { return t.Name == name })
}

package concentration

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// firms measures the markets that an item opens into at a stage by the capacities of plants.
func (a *asker) firms(item graph.Node, stage graph.Stage) []Row {
	var rows []Row
	items, possible := a.made(item, stage)
	for _, made := range items {
		c := a.capacities(made, stage)
		if len(c.parties) == 0 {
			continue
		}
		r := Row{Item: made, Under: made, Parties: c.parties}
		if c.changed {
			r.Flags = r.Flags.With(graph.FlagScenario)
		}
		if r.Publication, r.World = a.world(stage, made); r.Publication == nil {
			r.Flags = r.Flags.With(graph.FlagRecordedOnly)
		} else if a.v.AsOf.Year()-r.Publication.Year > oldAfter {
			r.Flags = r.Flags.With(graph.FlagOldFigure)
		}
		if possible {
			r.Flags = r.Flags.With(graph.FlagPossiblyHolds)
		}
		r.World -= c.gone
		a.share(&r, c)
		rows = append(rows, r)
	}
	return rows
}

// oldAfter is after how many years a figure is flagged as old.
const oldAfter = 3

// made lists the items whose makers answer for what was asked at a stage: the item itself, the items that hold an element or, where
// no plant makes any, may hold it; those of the members of a group. Grades give way to a class that is listed too.
func (a *asker) made(asked graph.Node, stage graph.Stage) (made []graph.Node, possible bool) {
	switch {
	case a.v.Is(asked, graph.KindItemGroup):
		var candidates []graph.Node
		for _, row := range a.v.Members.Out(asked) {
			opened, _ := a.made(a.v.Members.To[row], stage)
			candidates = append(candidates, opened...)
		}
		return a.withPlants(candidates, stage), false
	case a.v.Is(asked, graph.KindElement):
		if made = a.withPlants(a.holders(asked), stage); len(made) == 0 {
			made, possible = a.withPlants(a.possibleHolders(asked), stage), true
		}
		return made, possible
	}
	return a.withPlants([]graph.Node{asked}, stage), false
}

// withPlants keeps the items that a working plant makes at a stage, each once, without the grades of a class that is kept.
func (a *asker) withPlants(items []graph.Node, stage graph.Stage) []graph.Node {
	var made []graph.Node
	for _, item := range items {
		if !slices.Contains(made, item) && a.v.InChain(item) && (len(a.plants(item, stage)) > 0 || a.added(item, stage)) {
			made = append(made, item)
		}
	}
	return slices.DeleteFunc(slices.Clone(made), func(item graph.Node) bool {
		return slices.ContainsFunc(a.v.Above(item), func(class graph.Node) bool { return slices.Contains(made, class) })
	})
}

// added tells whether the scenario adds a plant that makes an item or a grade of it.
func (a *asker) added(item graph.Node, stage graph.Stage) bool {
	scenario := a.v.Scenario()
	return stage != graph.StageRecycling && a.v.AnswersTo(item, stage) && slices.ContainsFunc(a.v.Added(), func(edit int) bool {
		add := scenario[edit-1].Add.Plant
		return add != nil && (add.Item == item || slices.Contains(a.v.Below(item), add.Item))
	})
}

// counts tells whether a plant's making of an item belongs to a stage: that of the item. Recycling is a matter of the plant.
func (a *asker) counts(item, plant graph.Node, stage graph.Stage) bool {
	if stage == graph.StageRecycling {
		return a.v.Facility(plant).Stage == stage
	}
	return a.v.AnswersTo(item, stage)
}

// capacities are what the plants of an item can make together, less what the scenario takes away.
type capacities struct {
	parties []Party // the operators, with their part by stake
	total   float64 // tonnes a year of all plants that state a capacity, whoever runs them
	gone    float64 // tonnes a year that the scenario takes away
	open    bool    // some plant states none
	nobody  bool    // among those is one that nobody on record runs
	changed bool    // the scenario bears on it
}

func (a *asker) capacities(item graph.Node, stage graph.Stage) capacities {
	var c capacities
	at := map[graph.Node]int{}
	for _, plant := range a.plants(item, stage) {
		a.addPlant(&c, at, plant, item)
	}
	scenario := a.v.Scenario()
	for _, edit := range a.v.Added() {
		add := scenario[edit-1].Add.Plant
		if add == nil || stage == graph.StageRecycling || add.Item != item && !slices.Contains(a.v.Below(item), add.Item) {
			continue
		}
		place := graph.Place{Facility: graph.NoNode, Tonnes: add.Tonnes, Country: add.Country, Edit: edit}
		left := a.v.Left(add.Firm, add.Item, place)
		if left == 0 {
			continue
		}
		p := c.party(at, add.Firm)
		p.Rows = append(p.Rows, graph.RowRef{Table: graph.ScenarioTable, Index: int32(edit)})
		c.changed = true
		if math.IsNaN(add.Tonnes) {
			p.Open, c.open = true, true
			continue
		}
		p.Tonnes += add.Tonnes * left
		c.total += add.Tonnes * left
	}
	return c
}

// party finds or adds the party of a firm.
func (c *capacities) party(at map[graph.Node]int, firm graph.Node) *Party {
	i, ok := at[firm]
	if !ok {
		i = len(c.parties)
		at[firm] = i
		c.parties = append(c.parties, Party{Node: firm})
	}
	return &c.parties[i]
}

func (a *asker) addPlant(c *capacities, at map[graph.Node]int, plant, item graph.Node) {
	tonnes, rows := a.capacity(plant, item, map[graph.Node]bool{})
	stated, run, working := !math.IsNaN(tonnes), false, false
	gone := 0.0
	for _, operation := range a.v.Operates.In(plant) {
		if !a.v.On(a.v.Operates.Table, operation) {
			continue
		}
		run = true
		firm := a.v.Operates.From[operation]
		left := a.v.Left(firm, item, graph.Place{Facility: plant, Tonnes: tonnes})
		c.changed = c.changed || left < 1
		part := 0.0
		if stated {
			part = tonnes * a.stake(plant, operation)
			gone += part * (1 - left)
		}
		if left == 0 {
			continue
		}
		working = true
		p := c.party(at, firm)
		p.Rows = append(p.Rows, a.v.Operates.Row(operation))
		for _, row := range rows {
			p.Rows = append(p.Rows, a.v.Produces.Row(row))
		}
		p.Tonnes += part * left
		p.Open = p.Open || !stated
	}
	if stated {
		c.total += tonnes - gone
		c.gone += gone
	}
	c.open, c.nobody = c.open || !stated && (working || !run), c.nobody || !stated && !run
}

// plants lists the working plants that make an item or a grade of it at a stage.
func (a *asker) plants(item graph.Node, stage graph.Stage) []graph.Node {
	var plants []graph.Node
	for _, made := range append([]graph.Node{item}, a.v.Below(item)...) {
		for _, row := range a.v.Produces.In(made) {
			plant := a.v.Produces.From[row]
			if a.v.ProductionActive(row) && a.counts(item, plant, stage) && !slices.Contains(plants, plant) {
				plants = append(plants, plant)
			}
		}
	}
	slices.Sort(plants)
	return plants
}

// capacity is what a plant states for an item; failing that, what it states for its grades together. NaN when it states neither.
func (a *asker) capacity(plant, item graph.Node, counted map[graph.Node]bool) (tonnes float64, rows []int32) {
	if counted[item] {
		return unknown(), nil
	}
	counted[item] = true
	if t, row, ok := a.v.Capacity(plant, item); ok {
		return t, []int32{row}
	}
	tonnes = unknown()
	for _, kind := range a.v.Kinds.In(item) {
		t, of := a.capacity(plant, a.v.Kinds.From[kind], counted)
		if math.IsNaN(t) {
			continue
		}
		if math.IsNaN(tonnes) {
			tonnes = 0
		}
		tonnes += t
		rows = append(rows, of...)
	}
	return tonnes, rows
}

// stake is the part of a plant that an operator counts for: as stated, or an equal part of what the stated stakes leave.
func (a *asker) stake(plant graph.Node, operation int32) float64 {
	rows := a.v.Facts().Operates
	if s := rows[operation].StakePercent; s.Known {
		return s.Value / 100
	}
	rest, unstated := 1.0, 0.0
	for _, row := range a.v.Operates.In(plant) {
		if !a.v.On(a.v.Operates.Table, row) {
			continue
		}
		if s := rows[row].StakePercent; s.Known {
			rest -= s.Value / 100
		} else {
			unstated++
		}
	}
	return max(rest, 0) / unstated
}

// world is the total in tonnes that the best publication of the item itself states: its tonnes over its shares.
func (a *asker) world(stage graph.Stage, item graph.Node) (*market.Publication, float64) {
	rows := a.v.Facts().MarketShares
	list := a.index.Publications(stage, item)
	for i := range list {
		tonnes, share := 0.0, 0.0
		for _, row := range list[i].Rows {
			if r := rows[row]; r.Tonnes.Known && r.SharePercent.Value > 0 {
				tonnes += r.Tonnes.Value
				share += r.SharePercent.Value / 100
			}
		}
		if share > 0 && tonnes > 0 {
			return &list[i], tonnes / share
		}
	}
	return nil, unknown()
}

// share turns tonnes into shares of the world total or, where there is none or it is less, of the capacity on record.
func (a *asker) share(r *Row, c capacities) {
	whole, bounded := c.total, false
	switch {
	case r.World >= c.total:
		whole, bounded = r.World, true
	case c.total > roundedOver*r.World:
		r.Flags = r.Flags.With(graph.FlagSharesScaled) // more capacity than the world makes
	}
	for i := range r.Parties {
		if whole > 0 {
			r.Parties[i].Share = r.Parties[i].Tonnes / whole
		}
	}
	if c.open {
		r.Flags = r.Flags.With(graph.FlagIncomplete)
	}
	a.sort(r.Parties)
	r.Measures = Measure(holdings(r.Parties))
	if c.open && !bounded {
		r.Measures = r.unbounded(len(r.Parties), c.nobody || r.Rest > 0)
	}
}

// unbounded widens the measures to those of a market of which some parties may hold any part: of n parties, the index is 1/n at
// least. What they are over the stated capacity alone stays as the middle.
func (m Measures) unbounded(parties int, others bool) Measures {
	least := func(k int) float64 {
		if others {
			return 0
		}
		return min(float64(k)/float64(parties), 1)
	}
	return Measures{
		HHI:   graph.Interval{Low: least(1), Mid: m.HHI.Low, High: 1},
		Top1:  graph.Interval{Low: least(1), Mid: m.Top1.Low, High: 1},
		Top3:  graph.Interval{Low: least(3), Mid: m.Top3.Low, High: 1},
		Cover: graph.Interval{Low: 0, Mid: m.Cover.High, High: 1 - least(1)},
		Rest:  unknown(),
	}
}

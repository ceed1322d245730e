package graphtest

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// records are the rows of a release as they stand on a day, with the items in them.
type records struct {
	*graph.Facts
	day    graph.Day
	filter graph.Filter

	sources   map[string]graph.Source
	plants    map[string]graph.Facility
	countryOf map[string]string // of firms and facilities
	form      map[string]graph.Form
	stageOf   map[string]string
	items     []string // steps of a chain: neither elements nor lump items
	sales     []graph.Supply
}

func newRecords(f *graph.Facts, day graph.Day, filter graph.Filter) *records {
	r := &records{Facts: f, day: day, filter: filter, sources: map[string]graph.Source{}, plants: map[string]graph.Facility{},
		countryOf: map[string]string{}, form: map[string]graph.Form{}, stageOf: map[string]string{}}
	for _, s := range f.Sources {
		r.sources[s.ID] = s
	}
	for _, p := range f.Facilities {
		r.plants[p.ID], r.countryOf[p.ID] = p, p.Country
	}
	for _, p := range f.Firms {
		r.countryOf[p.ID] = p.Country
	}
	r.readItems()
	for _, s := range f.Supplies {
		if r.keeps(s.Source, s.Confidence) && slices.Contains(r.items, s.Item) && r.runs(s) {
			r.sales = append(r.sales, s)
		}
	}
	return r
}

func (r *records) readItems() {
	forms := map[graph.Form]string{"ORE_CONCENTRATE": "CONCENTRATION", "MIXED_COMPOUND": "CONCENTRATION", "OXIDE": "SEPARATION",
		"COMPOUND": "SEPARATION", "METAL": "METAL", "ALLOY": "ALLOY", "POWDER": "ALLOY", "TARGET": "ALLOY"}
	for _, m := range r.Materials {
		r.form[m.ID], r.stageOf[m.ID] = m.Form, forms[m.Form]
		if !strings.HasSuffix(m.ID, "-unspecified") {
			r.items = append(r.items, m.ID)
		}
	}
	kinds := map[graph.ComponentKind]string{"MAGNET": "MAGNET", "MOTOR": "MOTOR", "GENERATOR": "MOTOR", "ACTUATOR": "MOTOR"}
	for _, c := range r.Components {
		r.stageOf[c.ID] = cmp.Or(kinds[c.Kind], "COMPONENT")
		r.items = append(r.items, c.ID)
	}
	for _, p := range r.Products {
		r.stageOf[p.ID] = "ASSEMBLY"
		r.items = append(r.items, p.ID)
	}
	slices.Sort(r.items)
}

// keeps applies the filter of the view to a link or figure.
func (r *records) keeps(source string, confidence graph.Confidence) bool {
	order := []graph.Confidence{"LOW", "MEDIUM", "HIGH"}
	return !slices.Contains(r.filter.WithoutSources, source) &&
		slices.Index(order, confidence) >= slices.Index(order, r.filter.MinConfidence)
}

// runs tells whether the day lies within the dates of a sale.
func (r *records) runs(s graph.Supply) bool {
	if s.Status == "ANNOUNCED" && !r.filter.IncludeAnnounced {
		return false
	}
	if s.Start.Known() && firstDay(s.Start) > r.day {
		return false
	}
	if s.Status == "ENDED" && !s.End.Known() { // over, nobody says since when: when the source said so at the latest
		said := r.sources[s.Source].Published
		return said.Known() && lastDay(said) >= r.day
	}
	return !s.End.Known() || lastDay(s.End) >= r.day
}

func firstDay(d graph.Date) graph.Day {
	return graph.NewDay(int(d.Year), max(1, int(d.Month)), max(1, int(d.Day)))
}

func lastDay(d graph.Date) graph.Day {
	switch {
	case d.Month == 0:
		return graph.NewDay(int(d.Year)+1, 1, 1) - 1
	case d.Day == 0:
		return graph.NewDay(int(d.Year), int(d.Month)+1, 1) - 1
	}
	return firstDay(d)
}

// works tells whether a plant runs on the day. Before its source was written only the start year counts; where that is
// missing, a plant that ran later is taken to have run. What was not finished later cannot have run before.
func (r *records) works(facility string) bool {
	p := r.plants[facility]
	running := p.Status == "OPERATING" || p.Status == "RAMP_UP"
	unfinished := p.Status == "CONSTRUCTION" || p.Status == "PLANNED"
	started := p.StartYear.Known && int(p.StartYear.Value) <= r.day.Year()
	if unfinished {
		return r.filter.IncludeAnnounced && started
	}
	if said := r.sources[p.Source].Published; said.Known() && firstDay(said) > r.day {
		return started || running && !p.StartYear.Known
	}
	return running
}

// makes tells whether a row of produces says that a plant makes something on the day.
func (r *records) makes(p graph.Production) bool {
	plan := p.Year.Known && int(p.Year.Value) > r.day.Year()
	return r.keeps(p.Source, p.Confidence) && (!plan || r.filter.IncludeAnnounced) && r.works(p.Facility)
}

// capacity of a plant for an item in tonnes; NaN where none is stated.
func (r *records) capacity(facility, item string) float64 {
	latest, tonnes := math.Inf(-1), math.NaN()
	for _, p := range r.Produces {
		if p.Facility != facility || p.Item != item || !p.CapacityTonnesPerYear.Known || !r.keeps(p.Source, p.Confidence) {
			continue
		}
		year := -1.0
		if p.Year.Known {
			year = float64(p.Year.Value)
		}
		now := float64(r.day.Year())
		if year > latest && (year < now || year == now && r.plants[facility].Status == "OPERATING") {
			latest, tonnes = year, p.CapacityTonnesPerYear.Value
		}
	}
	return tonnes
}

// above lists the classes of an item, nearest first; below its grades. Equal distances stand in the order of ids.
func (r *records) above(item string) []string {
	return r.spread(item, func(k graph.Kind) (string, string) { return k.Item, k.KindOf })
}

func (r *records) below(item string) []string {
	return r.spread(item, func(k graph.Kind) (string, string) { return k.KindOf, k.Item })
}

func (r *records) spread(item string, ends func(graph.Kind) (from, to string)) []string {
	var all []string
	for level := []string{item}; len(level) > 0; {
		var next []string
		for _, at := range level {
			var here []string
			for _, k := range r.Kinds {
				if from, to := ends(k); from == at && !slices.Contains(all, to) && !slices.Contains(here, to) {
					here = append(here, to)
				}
			}
			slices.Sort(here)
			next, all = append(next, here...), append(all, here...)
		}
		level = next
	}
	return all
}

// recipe is what making an item takes.
type recipe struct {
	inputs   []string
	quantity map[string]graph.Number
	any      bool
	grades   bool
}

func (r *records) recipe(item string) recipe {
	out := recipe{quantity: map[string]graph.Number{}}
	var optional []string
	rows := 0
	for _, row := range r.Feeds {
		if row.To != item {
			continue
		}
		rows++
		if !r.keeps(row.Source, row.Confidence) || !slices.Contains(r.items, row.From) {
			continue
		}
		out.quantity[row.From] = row.Quantity
		if row.Essential == "true" {
			out.inputs = append(out.inputs, row.From)
		} else {
			optional = append(optional, row.From)
		}
	}
	if len(out.inputs) == 0 {
		out.inputs, out.any = optional, true
	}
	if rows == 0 {
		out.grades = true
		for _, k := range r.Kinds {
			if k.KindOf == item && slices.Contains(r.items, k.Item) {
				out.inputs = append(out.inputs, k.Item)
			}
		}
	}
	slices.Sort(out.inputs)
	return out
}

func (r *records) isOre(item string) bool   { return r.form[item] == "ORE_CONCENTRATE" }
func (r *records) isScrap(item string) bool { return strings.HasSuffix(item, "-scrap") }

// answers tells whether an item belongs to a stage.
func (r *records) answers(item, stage string) bool {
	return r.stageOf[item] == stage || r.stageOf[item] == "CONCENTRATION" && stage == "MINE"
}

// held lists the firms that a firm holds at 50 % or more through any chain; with unstated, also over stakes that nobody states.
func (r *records) held(firm string, unstated bool) []string {
	var all []string
	for at := []string{firm}; len(at) > 0; at = at[1:] {
		for _, o := range r.Owns {
			counts := o.StakePercent.Known && o.StakePercent.Value >= 50 || !o.StakePercent.Known && unstated
			if o.Owner == at[0] && counts && r.keeps(o.Source, o.Confidence) && o.Owned != firm && !slices.Contains(all, o.Owned) {
				all, at = append(all, o.Owned), append(at, o.Owned)
			}
		}
	}
	slices.Sort(all)
	return all
}

// boughtBy lists the sales of exactly this item to a firm.
func (r *records) boughtBy(firm, item string) []graph.Supply {
	var rows []graph.Supply
	for _, s := range r.sales {
		if s.Buyer == firm && s.Item == item {
			rows = append(rows, s)
		}
	}
	return rows
}

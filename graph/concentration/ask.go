package concentration

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/market"
)

// By says whose shares are measured.
type By string

// The parties that can share a market.
const (
	Countries By = "COUNTRY"
	Firms     By = "FIRM"
)

// Question asks how concentrated markets are.
type Question struct {
	Items  []graph.Node  // items, elements and groups; empty is everything with a figure (over firms: with a plant)
	Stages []graph.Stage // empty is every stage at which the item can have a figure
	Years  []int         // 1990 to the year of the view; empty is that year
	By     By            // empty is Countries
}

// Row is the concentration of one market in one year.
type Row struct {
	Asked graph.Node // the item, element or group of the question
	Item  graph.Node // whose market this is: the one asked, or an item that holds the element
	Under graph.Node // under what the figure was published: the item, a class, element or group; NoNode where none stands
	Stage graph.Stage
	Year  int // the year asked about; that of the figure is in Publication
	By    By

	Parties     []Party             // largest first, then by key
	Publication *market.Publication // over firms, the one that states the world total; nil where none stands
	World       float64             // over firms, the world total in tonnes a year that shares are of; NaN where none is stated
	Measures                        // where no total bounds what plants state no capacity for, mid is that of the stated capacity
	HighHHI     Mark                // whether the index is above HighlyConcentrated
	Cap         Mark                // whether the largest share of a country outside the EU is above ThirdCountryCap; empty over firms
	Others      []Published         // what other publications of the same item, stage and year say; over countries only
	Flags       graph.Flags
}

// Party is a country or firm in a market.
type Party struct {
	Node   graph.Node
	Share  float64 // 0 to 1
	Tonnes float64 // over firms, its part of the capacity in tonnes a year
	Open   bool    // over firms, a plant of it states no capacity
	Rows   []graph.RowRef
}

// Published is what another publication says of the same market.
type Published struct {
	Publication market.Publication
	HHI         graph.Interval
	Largest     graph.Node
	Top1        graph.Interval
}

// Known tells whether any share stands behind the row.
func (r *Row) Known() bool { return len(r.Parties) > 0 }

// asker answers for one year.
type asker struct {
	v     *graph.View
	index *market.Index
	by    By
	eu    map[graph.Node]bool
}

// Of measures the markets of a question, in its order of items, then by stage along the chain, year and key. The index is that of
// the view. The error is the context's, or names a year or kind of party that cannot be asked about.
func Of(ctx context.Context, v *graph.View, index *market.Index, q Question) ([]Row, error) {
	if q.By == "" {
		q.By = Countries
	}
	if q.By != Countries && q.By != Firms {
		return nil, fmt.Errorf("concentration over %q is not known: ask over COUNTRY or FIRM", q.By)
	}
	if err := checkItems(v, q.Items); err != nil {
		return nil, err
	}
	years, asked, err := yearsOf(v, q.Years)
	if err != nil {
		return nil, err
	}
	if len(q.Items) == 0 {
		q.Items = everything(v, q.By)
	}
	var rows []Row
	for _, year := range years {
		at, err := inYear(v, index, year)
		if err != nil {
			return nil, err
		}
		a := &asker{v: at.v, index: at.index, by: q.By, eu: members(v, "EU")}
		for i, item := range q.Items {
			if i%64 == 0 && ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
			rows = append(rows, a.rows(item, q.Stages, year, asked)...)
		}
	}
	place := map[graph.Node]int{}
	for i, item := range q.Items {
		if _, twice := place[item]; !twice {
			place[item] = i
		}
	}
	slices.SortStableFunc(rows, func(x, y Row) int {
		return cmp.Or(
			cmp.Compare(place[x.Asked], place[y.Asked]),
			cmp.Compare(stageRank(x.Stage), stageRank(y.Stage)),
			cmp.Compare(x.Year, y.Year),
			cmp.Compare(v.Key(x.Item), v.Key(y.Item)),
		)
	})
	return rows, nil
}

func stageRank(s graph.Stage) int { return slices.Index(graph.Stages(), s) }

func checkItems(v *graph.View, items []graph.Node) error {
	for _, n := range items {
		if !v.IsItem(n) && !v.Is(n, graph.KindItemGroup) {
			return fmt.Errorf("%q is neither an item nor a group of items", v.Key(n))
		}
	}
	return nil
}

const firstYear = 1990

func yearsOf(v *graph.View, asked []int) (years []int, explicit bool, err error) {
	last := v.AsOf.Year()
	if len(asked) == 0 {
		return []int{last}, false, nil
	}
	for _, y := range asked {
		if y < firstYear || y > last {
			return nil, false, fmt.Errorf("year %d cannot be asked about: years run from %d to %d, the year of the day asked about", y, firstYear, last)
		}
	}
	return slices.Compact(slices.Sorted(slices.Values(asked))), true, nil
}

type yearView struct {
	v     *graph.View
	index *market.Index
}

// inYear looks at the release on the last day of a year, or on the view's own day in its own year.
func inYear(v *graph.View, index *market.Index, year int) (yearView, error) {
	if year == v.AsOf.Year() {
		return yearView{v, index}, nil
	}
	at, err := graph.NewView(v.Snapshot, graph.NewDay(year, 12, 31), v.Filter)
	if err != nil {
		return yearView{}, err
	}
	if at, err = at.With(v.Scenario()...); err != nil {
		return yearView{}, err
	}
	return yearView{at, market.NewIndex(at)}, nil
}

func members(v *graph.View, region string) map[graph.Node]bool {
	set := map[graph.Node]bool{}
	if n, ok := v.Find(graph.KindRegion, region); ok {
		for _, row := range v.Regions.Out(n) {
			set[v.Regions.To[row]] = true
		}
	}
	return set
}

// everything lists what figures are published of or, over firms, what plants make, by key.
func everything(v *graph.View, by By) []graph.Node {
	relation := &v.Shares
	if by == Firms {
		relation = &v.Produces
	}
	seen := map[graph.Node]bool{}
	var items []graph.Node
	for _, n := range relation.To {
		if !seen[n] {
			seen[n] = true
			items = append(items, n)
		}
	}
	slices.SortFunc(items, func(a, b graph.Node) int { return cmp.Compare(v.Key(a), v.Key(b)) })
	return items
}

// rows answers for one item and year.
func (a *asker) rows(item graph.Node, stages []graph.Stage, year int, asked bool) []Row {
	all := len(stages) == 0
	if all {
		stages = a.stages(item)
	}
	var rows []Row
	for _, stage := range stages {
		found := a.markets(item, stage)
		if len(found) == 0 && !all {
			found = []Row{a.nothing(item)}
		}
		for _, r := range found {
			r.Asked, r.Stage, r.Year, r.By = item, stage, year, a.by
			r.Flags = a.v.Flags().With(r.Flags...)
			if asked && r.Publication != nil && r.Publication.Year < year {
				r.Flags = r.Flags.With(graph.FlagEarlierYear)
			}
			r.HighHHI = MarkOf(r.HHI, HighlyConcentrated)
			rows = append(rows, r)
		}
	}
	return rows
}

// stages are those at which an item can have a figure; an element or group may have one at any.
func (a *asker) stages(item graph.Node) []graph.Stage {
	if a.v.IsItem(item) && !a.v.Is(item, graph.KindElement) {
		return slices.DeleteFunc(a.index.Stages(item), func(s graph.Stage) bool { return s == "" })
	}
	return graph.Stages()
}

func (a *asker) markets(item graph.Node, stage graph.Stage) []Row {
	if a.by == Firms {
		return a.firms(item, stage)
	}
	return a.countries(item, stage)
}

// nothing is the row of a market of which nothing is known.
func (a *asker) nothing(item graph.Node) Row {
	r := Row{Item: item, Under: graph.NoNode, World: unknown(), Measures: Measure(nil)}
	if a.by == Countries {
		r.Cap = Undecided
	}
	return r
}

package market

import (
	"cmp"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Publication is one source's figures for an item, stage and year, taken whole.
type Publication struct {
	Stage      graph.Stage
	Item       graph.Node // item or group
	Year       int
	Source     graph.Node
	Confidence graph.Confidence // that of its lowest row
	Rows       []int32          // rows of market_shares with a share
	Covered    float64          // the sum of its shares, 0 to 1
}

// Index finds publications by stage and item.
type Index struct {
	v       *graph.View
	by      map[place][]Publication
	rare    map[graph.Node]bool // items downstream of a rare-earth element only by composition: see oreGroup
	stages  map[graph.Node][]graph.Stage
	element [][]graph.Node // by item: the elements in it
}

type place struct {
	stage graph.Stage
	item  graph.Node
}

// NewIndex gathers the publications of a view, those of the nearest year first, the chosen one first within a year.
func NewIndex(v *graph.View) *Index {
	x := &Index{v: v, by: map[place][]Publication{}, stages: map[graph.Node][]graph.Stage{}}
	x.collect()
	for _, list := range x.by {
		x.choose(list)
	}
	x.findElements()
	return x
}

func (x *Index) collect() {
	rows := x.v.Facts().MarketShares
	for i := range rows {
		r, row := &rows[i], int32(i)
		if !x.v.On(x.v.Shares.Table, row) || !r.SharePercent.Known || int(r.Year.Value) > x.v.AsOf.Year() {
			continue
		}
		at := place{r.Stage, x.v.Shares.To[row]}
		list := x.by[at]
		p := slices.IndexFunc(list, func(p Publication) bool {
			return p.Year == int(r.Year.Value) && p.Source == x.v.Shares.Source[row]
		})
		if p < 0 {
			p = len(list)
			list = append(list, Publication{Stage: r.Stage, Item: at.item, Year: int(r.Year.Value),
				Source: x.v.Shares.Source[row], Confidence: r.Confidence})
		}
		list[p].Rows = append(list[p].Rows, row)
		list[p].Covered += r.SharePercent.Value / 100
		if r.Confidence.Rank() < list[p].Confidence.Rank() {
			list[p].Confidence = r.Confidence
		}
		x.by[at] = list
		if s := x.stages[at.item]; !slices.Contains(s, at.stage) {
			x.stages[at.item] = append(s, at.stage)
		}
	}
}

var sourceRank = map[graph.SourceKind]int{
	graph.SourceKindOfficial: 0, graph.SourceKindDataset: 1, graph.SourceKindPaper: 2,
	graph.SourceKindAnalyst: 3, graph.SourceKindCompany: 4, graph.SourceKindMedia: 5,
}

// choose sorts the publications of one item and stage: newest year first, and within a year the chosen one first.
func (x *Index) choose(list []Publication) {
	fullest := map[int]float64{}
	for _, p := range list {
		fullest[p.Year] = max(fullest[p.Year], p.Covered)
	}
	slices.SortFunc(list, func(a, b Publication) int {
		if a.Year != b.Year {
			return cmp.Compare(b.Year, a.Year)
		}
		sa, sb := x.v.Source(a.Source), x.v.Source(b.Source)
		return cmp.Or(
			cmp.Compare(short(a, fullest), short(b, fullest)),
			cmp.Compare(b.Confidence.Rank(), a.Confidence.Rank()),
			cmp.Compare(sourceRank[sa.Kind], sourceRank[sb.Kind]),
			cmp.Compare(published(sb), published(sa)),
			cmp.Compare(sa.ID, sb.ID),
		)
	})
}

// short is 1 for a publication that covers 0.2 or more less of the world than the fullest of its year.
func short(p Publication, fullest map[int]float64) int {
	if p.Covered > fullest[p.Year]-0.2+1e-9 {
		return 0
	}
	return 1
}

func published(s *graph.Source) graph.Day {
	if !s.Published.Known() {
		return graph.MinDay
	}
	return s.Published.Last()
}

// Publications lists all publications of an item or group at a stage, the one that stands first. It is shared.
func (x *Index) Publications(stage graph.Stage, item graph.Node) []Publication {
	return x.by[place{stage, item}]
}

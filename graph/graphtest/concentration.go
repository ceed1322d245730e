package graphtest

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Spread is how concentrated a market can be by the slow twin of concentration.
type Spread struct {
	HHI, Top1, Top3, Cover [2]float64 // the least and the most
}

// SpreadOf tries every way in which rest units of a market can be split: over unnamed parties of any size, and over the named
// parties that are open. Shares are whole units; the whole is their sum plus the rest. The least that is reached is that of the
// finest split, one unit each, and lies above the bound by at most what a unit weighs. Give it a dozen units of rest at most.
func SpreadOf(units []int, open []bool, rest int) Spread {
	whole := float64(rest)
	for _, u := range units {
		whole += float64(u)
	}
	s := Spread{}
	for _, m := range []*[2]float64{&s.HHI, &s.Top1, &s.Top3, &s.Cover} {
		*m = [2]float64{math.Inf(1), math.Inf(-1)}
	}
	parties := slices.Clone(units)
	var split func(at, left, most int)
	split = func(at, left, most int) {
		if at < len(units) {
			for extra := 0; extra <= left; extra++ {
				if extra > 0 && !open[at] {
					return
				}
				parties[at] = units[at] + extra
				split(at+1, left-extra, most)
			}
			parties[at] = units[at]
			return
		}
		if left == 0 {
			s.take(parties, whole)
			return
		}
		for one := min(left, most); one >= 1; one-- { // unnamed parties in descending order
			parties = append(parties, one)
			split(at, left-one, one)
			parties = parties[:len(parties)-1]
		}
	}
	split(0, rest, rest)
	return s
}

func (s *Spread) take(parties []int, whole float64) {
	sorted := slices.Clone(parties)
	slices.Sort(sorted)
	slices.Reverse(sorted)
	index, first, three := 0.0, 0.0, 0.0
	for i, p := range sorted {
		share := float64(p) / whole
		index += share * share
		if i == 0 {
			first = share
		}
		if i < 3 {
			three += share
		}
	}
	for m, x := range map[*[2]float64]float64{&s.HHI: index, &s.Top1: first, &s.Top3: three, &s.Cover: 1 - first} {
		m[0], m[1] = min(m[0], x), max(m[1], x)
	}
}

// MarketParties are the shares of the countries by the slow twin: of the publication that stands for one item or group itself at a
// stage, with its year and source; nil where none stands. The day is that of the view.
func MarketParties(v *graph.View, stage graph.Stage, item string) (shares map[string]float64, year int, source string) {
	type publication struct {
		year      int
		source    string
		rows      []graph.MarketShare
		covered   float64
		rank      int
		kind      int
		published graph.Day
	}
	var all []*publication
	for _, r := range v.Facts().MarketShares {
		if r.Stage != stage || r.Item != item || !r.SharePercent.Known || int(r.Year.Value) > v.AsOf.Year() || leftOut(v, r.Source, r.Confidence) {
			continue
		}
		i := slices.IndexFunc(all, func(p *publication) bool { return p.year == int(r.Year.Value) && p.source == r.Source })
		if i < 0 {
			i = len(all)
			all = append(all, &publication{year: int(r.Year.Value), source: r.Source, rank: 3})
		}
		p := all[i]
		p.rows = append(p.rows, r)
		p.covered += r.SharePercent.Value / 100
		p.rank = min(p.rank, r.Confidence.Rank())
	}
	kinds := []graph.SourceKind{graph.SourceKindOfficial, graph.SourceKindDataset, graph.SourceKindPaper, graph.SourceKindAnalyst,
		graph.SourceKindCompany, graph.SourceKindMedia}
	newest, fullest := 0, 0.0
	for _, p := range all {
		newest = max(newest, p.year)
	}
	for _, p := range all {
		if p.year == newest {
			fullest = max(fullest, p.covered)
		}
		for _, s := range v.Facts().Sources {
			if s.ID == p.source {
				p.kind, p.published = slices.Index(kinds, s.Kind), graph.MinDay
				if s.Published.Known() {
					p.published = s.Published.Last()
				}
			}
		}
	}
	var best *publication
	for _, p := range all {
		if p.year != newest || p.covered <= fullest-0.2+1e-9 {
			continue
		}
		if best == nil || p.rank > best.rank || p.rank == best.rank && (p.kind < best.kind || p.kind == best.kind &&
			(p.published > best.published || p.published == best.published && p.source < best.source)) {
			best = p
		}
	}
	if best == nil {
		return nil, 0, ""
	}
	shares = map[string]float64{}
	for _, r := range best.rows {
		shares[r.Country] += r.SharePercent.Value / 100
	}
	if best.covered > 1.01 {
		for c := range shares {
			shares[c] /= best.covered
		}
	}
	return shares, best.year, best.source
}

func leftOut(v *graph.View, source string, confidence graph.Confidence) bool {
	return slices.Contains(v.Filter.WithoutSources, source) || confidence.Rank() < v.Filter.MinConfidence.Rank()
}

// MakerTonnes are the capacities of firms for one item by the slow twin, in tonnes a year by stake, grades counted where a plant
// states none for the class; NaN for a firm none of whose plants states any. total is that of all plants that state one; open lists the
// firms with a plant that states none. Stages of plants play no part.
func MakerTonnes(v *graph.View, item string) (tonnes map[string]float64, total float64, open map[string]bool) {
	tonnes, open = map[string]float64{}, map[string]bool{}
	for _, plant := range v.Facts().Facilities {
		makes := false
		for _, made := range append([]string{item}, gradesOf(v, item)...) {
			makes = makes || producedAt(v, plant.ID, made)
		}
		if !makes {
			continue
		}
		capacity := plantTonnes(v, plant, item)
		if !math.IsNaN(capacity) {
			total += capacity
		}
		stated, unstated := 0.0, 0
		var operators []graph.Operation
		for _, r := range v.Facts().Operates {
			if r.Facility != plant.ID || leftOut(v, r.Source, r.Confidence) {
				continue
			}
			operators = append(operators, r)
			if stated += r.StakePercent.Value / 100; !r.StakePercent.Known {
				unstated++
			}
		}
		for _, r := range operators {
			part := r.StakePercent.Value / 100
			if !r.StakePercent.Known {
				part = max(0, 1-stated) / float64(unstated)
			}
			if math.IsNaN(capacity) {
				open[r.Firm] = true
				tonnes[r.Firm] += 0
				continue
			}
			tonnes[r.Firm] += capacity * part
		}
	}
	return tonnes, total, open
}

func gradesOf(v *graph.View, class string) []string {
	var grades []string
	for _, k := range v.Facts().Kinds {
		if k.KindOf == class {
			grades = append(append(grades, k.Item), gradesOf(v, k.Item)...)
		}
	}
	return grades
}

func producedAt(v *graph.View, plant, item string) bool {
	node, _ := v.Find(graph.KindFacility, plant)
	for _, r := range v.Facts().Produces {
		if r.Facility == plant && r.Item == item && !leftOut(v, r.Source, r.Confidence) &&
			(!r.Year.Known || int(r.Year.Value) <= v.AsOf.Year() || v.Filter.IncludeAnnounced) && v.PlantActive(node) {
			return true
		}
	}
	return false
}

// plantTonnes takes the figure of the latest year of the item, else the sum over its grades, each once.
func plantTonnes(v *graph.View, plant graph.Facility, item string) float64 {
	sum, any := 0.0, false
	seen := map[string]bool{}
	var add func(item string)
	add = func(item string) {
		if seen[item] {
			return
		}
		seen[item] = true
		best, tonnes, found := math.MinInt, 0.0, false
		for _, r := range v.Facts().Produces {
			if r.Facility != plant.ID || r.Item != item || !r.CapacityTonnesPerYear.Known || leftOut(v, r.Source, r.Confidence) {
				continue
			}
			year := -1
			if r.Year.Known {
				year = int(r.Year.Value)
			}
			if year > v.AsOf.Year() || year == v.AsOf.Year() && plant.Status != graph.FacilityStatusOperating {
				continue
			}
			if year > best {
				best, tonnes, found = year, r.CapacityTonnesPerYear.Value, true
			}
		}
		if found {
			sum, any = sum+tonnes, true
			return
		}
		for _, k := range v.Facts().Kinds {
			if k.KindOf == item {
				add(k.Item)
			}
		}
	}
	add(item)
	if !any {
		return math.NaN()
	}
	return sum
}

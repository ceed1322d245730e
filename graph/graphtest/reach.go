package graphtest

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Link is one link that material, or the word of a seller, runs along.
type Link struct{ From, To, Relation string }

// Links lists all links of a view by readable ids, row by row from the definitions.
func Links(v *graph.View) []Link {
	f := v.Facts()
	keep := keeper(v)
	works := map[string]bool{}
	for _, p := range f.Facilities {
		works[p.ID] = plantWorks(v, p)
	}
	makers := map[string][]string{}
	var links []Link
	link := func(relation, from, to string) { links = append(links, Link{from, to, relation}) }
	for _, r := range f.Makes {
		if keep(r.Source, r.Confidence) {
			link("MAKES", r.Firm, r.Item)
			makers[r.Item] = append(makers[r.Item], r.Firm)
		}
	}
	for _, r := range f.Operates {
		if keep(r.Source, r.Confidence) && works[r.Facility] {
			link("OPERATES", r.Firm, r.Facility)
		}
	}
	for _, r := range f.Produces {
		plan := r.Year.Known && int(r.Year.Value) > v.AsOf.Year() && !v.Filter.IncludeAnnounced
		if !keep(r.Source, r.Confidence) || !works[r.Facility] || plan {
			continue
		}
		link("PRODUCES", r.Facility, r.Item)
		for _, o := range f.Operates {
			if o.Facility == r.Facility && keep(o.Source, o.Confidence) {
				makers[r.Item] = append(makers[r.Item], o.Firm)
			}
		}
	}
	carriesOnly := func(item string) bool {
		return isLump(item) || slices.ContainsFunc(f.Elements, func(e graph.Element) bool { return e.ID == item })
	}
	for _, r := range f.Feeds {
		if !keep(r.Source, r.Confidence) {
			continue
		}
		link("FEEDS", r.From, r.To)
		for _, firm := range makers[r.To] {
			if !carriesOnly(r.From) {
				link("USES", r.From, firm)
			}
		}
	}
	for _, r := range f.Kinds {
		link("KIND_OF", r.Item, r.KindOf)
	}
	for _, r := range f.Supplies {
		if keep(r.Source, r.Confidence) && saleHolds(v, r) {
			link("SUPPLIES", r.Supplier, r.Buyer)
			link("BUYS", r.Item, r.Buyer)
		}
	}
	return links
}

// Tiers is the slow twin of reach: in each round it goes through all links again and takes what is one further. It ends when a
// round finds nothing.
func Tiers(links []Link, starts []string, up bool) map[string]int {
	tiers := map[string]int{}
	for _, s := range starts {
		tiers[s] = 0
	}
	for tier := 0; ; tier++ {
		found := false
		for _, l := range links {
			from, to := l.From, l.To
			if up {
				from, to = to, from
			}
			at, reached := tiers[from]
			if _, seen := tiers[to]; reached && at == tier && !seen {
				tiers[to] = tier + 1
				found = true
			}
		}
		if !found {
			return tiers
		}
	}
}

// keeper tells which rows the filter of a view keeps.
func keeper(v *graph.View) func(source string, confidence graph.Confidence) bool {
	order := []graph.Confidence{graph.ConfidenceLow, graph.ConfidenceMedium, graph.ConfidenceHigh}
	floor := slices.Index(order, v.Filter.MinConfidence)
	return func(source string, confidence graph.Confidence) bool {
		return !slices.Contains(v.Filter.WithoutSources, source) && slices.Index(order, confidence) >= floor
	}
}

func published(v *graph.View, source string) graph.Date {
	for _, s := range v.Facts().Sources {
		if s.ID == source {
			return s.Published
		}
	}
	return graph.Date{}
}

// plantWorks restates the rule of plants: OPERATING and RAMP_UP count; before the day its source came out the status says nothing
// and the start year decides; announced plants count from their start year where they are asked for.
func plantWorks(v *graph.View, p graph.Facility) bool {
	running := p.Status == "OPERATING" || p.Status == "RAMP_UP"
	promised := p.Status == "CONSTRUCTION" || p.Status == "PLANNED"
	begun := p.StartYear.Known && int(p.StartYear.Value) <= v.AsOf.Year()
	said := published(v, p.Source)
	later := said.Known() && said.First() > v.AsOf
	switch {
	case promised:
		return v.Filter.IncludeAnnounced && begun
	case later && running:
		return begun || !p.StartYear.Known
	case later:
		return begun
	}
	return running
}

// saleHolds restates the rule of dates.
func saleHolds(v *graph.View, r graph.Supply) bool {
	if r.Status == "ANNOUNCED" && !v.Filter.IncludeAnnounced {
		return false
	}
	if r.Start.Known() && r.Start.First() > v.AsOf {
		return false
	}
	if r.End.Known() {
		return v.AsOf <= r.End.Last()
	}
	if r.Status == "ENDED" {
		said := published(v, r.Source)
		return said.Known() && v.AsOf <= said.Last()
	}
	return true
}

package graphtest

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// DrawEvents adds events around a day to a world.
func DrawEvents(dice Dice, f *graph.Facts, day graph.Day) {
	w := &denseWorld{dice: dice, f: f}
	items := []string{"", "others"}
	for _, m := range f.Materials {
		items = append(items, m.ID)
	}
	for _, c := range f.Components {
		items = append(items, c.ID)
	}
	for _, p := range f.Products {
		items = append(items, p.ID)
	}
	for i := range 4 + dice(5) {
		e := graph.Event{ID: fmt.Sprintf("event-%d", i), Kind: draw(w, graph.EventKindShutdown, graph.EventKindShortage, graph.EventKindShortage, graph.EventKindPrice),
			Country: draw(w, "CN", "US", "AU", "PACT"), Item: draw(w, items...), Date: (day + graph.Day(dice(70)-20)).Date(), Source: w.source()}
		if !w.once(3) {
			e.Firm = w.firm()
		}
		switch dice(6) {
		case 0:
			e.Date.Day = 0
		case 1:
			e.Date.Day, e.Date.Month = 0, 0
		}
		f.Events = append(f.Events, e)
	}
}

// ReplayTwin is the slow twin of replays: days are gone through one by one, and recipes and the network followed by their rows, again
// for each question. Give it small worlds only.
type ReplayTwin struct {
	*Shock       // the layout of the network
	Stops        []ReplayStop
	Until        graph.Day
	Struck, Home []string
}

// ReplayStop is a predicted stop, with the items of its chain. A Latest of graph.MaxDay: it need not come.
type ReplayStop struct {
	Firm, Item       string
	Earliest, Latest graph.Day
	Chain            []string
}

// ReplayLine is what the twin says of an event.
type ReplayLine struct {
	Verdict, Missing string
	Days             int
	Certain          bool
	Firms, Gaps      []string
	Predicted        int
}

// Replay judges the shutdowns and shortages of the window, by id.
func (t *ReplayTwin) Replay() map[string]ReplayLine {
	lines := map[string]ReplayLine{}
	for _, e := range t.Events {
		if days := t.days(e); len(days) > 0 && (e.Kind == graph.EventKindShutdown || e.Kind == graph.EventKindShortage) {
			lines[e.ID] = t.judge(e, days)
		}
	}
	return lines
}

// days are those on which an event may have begun; none when none of them is in the window.
func (t *ReplayTwin) days(e graph.Event) []graph.Day {
	var days []graph.Day
	within := false
	for d := firstDay(e.Date); d <= lastDay(e.Date); d++ {
		days = append(days, d)
		within = within || t.day <= d && d <= t.Until
	}
	if !within || slices.Contains(t.filter.WithoutSources, e.Source) {
		return nil
	}
	return days
}

// named are the items that an event names; all of what is struck where it names none.
func (t *ReplayTwin) named(e graph.Event) []string {
	switch {
	case e.Item == "":
		return t.Struck
	case slices.ContainsFunc(t.ItemGroups, func(g graph.ItemGroup) bool { return g.ID == e.Item }):
		var members []string
		for _, m := range t.ItemGroupMembers {
			if m.Group == e.Item {
				members = append(members, m.Item)
			}
		}
		return members
	}
	return []string{e.Item}
}

// needs tells whether one of some items is an item or goes into it, or into a grade of it.
func (t *ReplayTwin) needs(item string, some []string) bool {
	return slices.Contains(some, item) || slices.ContainsFunc(slices.Concat(t.recipe(item).inputs, t.below(item)), func(i string) bool { return i != item && t.needs(i, some) })
}

func (t *ReplayTwin) withGrades(items []string) []string {
	all := slices.Clone(items)
	for _, i := range items {
		all = append(all, t.below(i)...)
	}
	return all
}

func (t *ReplayTwin) alike(item string, named []string) bool {
	return slices.ContainsFunc(named, func(n string) bool {
		return n == item || slices.Contains(t.below(n), item) || slices.Contains(t.above(n), item)
	})
}

func (t *ReplayTwin) judge(e graph.Event, days []graph.Day) ReplayLine {
	named, own := t.named(e), t.own()
	goods := t.withGrades(named) // or what is struck, as it stands
	if e.Item == "" {
		goods = named
	}
	line := ReplayLine{Missing: "FIRM"}
	rank := map[string]int{"": 0, "SUPPLIER": 1, "LINK": 2, "NEED": 3, "FIRM": 4}
	earliest, latest := graph.MaxDay, graph.MaxDay
	for _, f := range t.Firms {
		if e.Firm != "" && f.ID != e.Firm || e.Firm == "" && !t.within(f.Country, e.Country) {
			continue
		}
		concerned, missing := false, "LINK"
		gaps, seen := map[string]bool{}, map[string]bool{}
		for i, n := range t.nodes {
			if n.firm != f.ID || !own[i] || n.kind != "output" && n.kind != "line" || !t.needs(n.item, goods) {
				continue
			}
			concerned = true
			t.lacks(i, e, named, false, seen, gaps)
		}
		for at := range seen {
			if strings.HasSuffix(at, "past") {
				missing = ""
			}
		}
		if len(gaps) > 0 {
			missing = "SUPPLIER"
		}
		if concerned {
			line.Firms = append(line.Firms, f.ID)
		} else if missing = "NEED"; e.Firm == "" {
			missing = "FIRM"
		}
		first := graph.MaxDay
		for _, s := range t.Stops {
			if s.Firm != f.ID || !t.needs(s.Item, goods) || e.Item != "" && !slices.ContainsFunc(s.Chain, func(i string) bool { return t.alike(i, named) }) {
				continue
			}
			first, latest = min(first, s.Earliest), min(latest, s.Latest)
		}
		if first <= t.Until {
			line.Predicted++
		}
		if earliest = min(earliest, first); first == graph.MaxDay {
			if rank[missing] < rank[line.Missing] {
				line.Missing = missing
			}
			for gap := range gaps {
				line.Gaps = append(line.Gaps, gap)
			}
		}
	}
	slices.Sort(line.Gaps)
	line.Gaps = slices.Compact(line.Gaps)
	if earliest == graph.MaxDay {
		if line.Verdict = "SILENT"; line.Missing == "" {
			line.Verdict = "MISS"
		}
		if line.Missing != "SUPPLIER" {
			line.Gaps = nil
		}
		return line
	}
	line.Missing, line.Gaps, line.Certain = "", nil, latest < graph.MaxDay
	for _, d := range days {
		if earliest <= d && d <= latest {
			line.Verdict = "HIT"
			return line
		}
	}
	nearest := math.MaxInt
	for _, d := range days {
		if d > latest && int(d-latest) < nearest {
			line.Verdict, nearest = "EARLY", int(d-latest)
		}
		if d < earliest && int(earliest-d) < nearest {
			line.Verdict, nearest = "LATE", int(earliest-d)
		}
	}
	line.Days = nearest
	return line
}

func (t *ReplayTwin) within(country, place string) bool {
	return country == place || slices.ContainsFunc(t.RegionMembers, func(m graph.RegionMember) bool { return m.Region == place && m.Country == country })
}

// lacks finds the needs without a seller above a node. past: what the event names lies below or at it.
func (t *ReplayTwin) lacks(i int, e graph.Event, named []string, past bool, seen, gaps map[string]bool) {
	n := t.nodes[i]
	past = past || e.Item == "" || t.alike(n.item, named)
	k := fmt.Sprint(i, " on the way")
	if past {
		k = fmt.Sprint(i, " past")
	}
	if seen[k] || !t.needs(n.item, t.Struck) || !past && !t.needs(n.item, t.withGrades(named)) {
		return
	}
	seen[k] = true
	if n.kind == "line" {
		if len(t.opened[i].suppliers) == 0 {
			gaps[n.firm+" "+n.item] = true
		}
		for _, s := range t.opened[i].suppliers {
			for _, to := range s.outputs {
				t.lacks(to, e, named, past, seen, gaps)
			}
		}
		return
	}
	if n.kind != "step" {
		places := []string{t.countryOf[n.firm]}
		if plants := t.made(n).plants; len(plants) > 0 {
			places = nil
			for _, p := range plants {
				places = append(places, t.countryOf[p.facility])
			}
		}
		if slices.ContainsFunc(places, func(c string) bool { return slices.Contains(t.Home, c) }) {
			return
		}
	}
	for _, to := range t.opened[i].needs {
		t.lacks(to, e, named, past, seen, gaps)
	}
}

// Shares counts firms that need what is struck, may stop, and must stop; and of each those that an event names.
func (t *ReplayTwin) Shares() (shares [3][2]int) {
	named, own := map[string]bool{}, t.own()
	for _, e := range t.Events {
		if len(t.days(e)) > 0 && (e.Kind == graph.EventKindShutdown || e.Kind == graph.EventKindShortage) {
			named[e.Firm] = true
		}
	}
	for _, f := range t.Firms {
		var counts [3]bool
		for i, n := range t.nodes {
			counts[0] = counts[0] || n.firm == f.ID && own[i] && (n.kind == "output" || n.kind == "line") && t.needs(n.item, t.Struck) && !slices.Contains(t.Home, f.Country)
		}
		for _, s := range t.Stops {
			counts[1] = counts[1] || s.Firm == f.ID && s.Earliest <= t.Until
			counts[2] = counts[2] || s.Firm == f.ID && s.Latest <= t.Until
		}
		for k, yes := range counts {
			if yes {
				shares[k][0]++
				if named[f.ID] {
					shares[k][1]++
				}
			}
		}
	}
	return shares
}

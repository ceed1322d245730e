package graphtest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/lodestone-graph/lodestone/graph"
)

// TimelineAsk is a question to the slow twin of the timeline, in readable keys and days; empty is open, or all.
type TimelineAsk struct {
	About, Kinds []string
	From, Until  string
}

// timelineTwin reads the rows one by one, and asks of each pair of things whether one concerns the other.
type timelineTwin struct {
	f     *graph.Facts
	ask   TimelineAsk
	kinds []string
	lines []string
	pairs map[[2]string]bool  // what concerns what, as found
	grade map[[2]string]bool  // what is a kind of what, as found
	made  map[string][]string // what is made of what, as found
}

// Timeline lists the entries of a release, one line each: day, place of the kind, kind, key, last day, end, flags.
func Timeline(f *graph.Facts, ask TimelineAsk, kinds []string) []string {
	t := &timelineTwin{f: f, ask: ask, kinds: kinds, pairs: map[[2]string]bool{}, grade: map[[2]string]bool{}, made: map[string][]string{}}
	t.law()
	for _, l := range f.Licences {
		named := []string{l.ID, l.Item, l.Holder, l.Customer}
		t.stated("LICENCE_GRANTED", l.ID, l.Granted, graph.Date{}, named)
		if l.Expires.Known() {
			t.stated("LICENCE_EXPIRES", l.ID, l.Expires, graph.Date{}, named)
			continue
		}
		for _, kind := range f.LicenceTypes {
			if kind.ID == l.LicenceType && kind.ValidityDays.Known {
				days := int(kind.ValidityDays.Value)
				t.put("LICENCE_EXPIRES", l.ID, later(firstText(l.Granted), days), later(lastText(l.Granted), days), "", named, "END_COMPUTED")
			}
		}
	}
	for _, r := range f.LicenceStatistics {
		t.stated("LICENCE_COUNT", r.ID, r.AsOf, graph.Date{}, []string{r.ID, r.ApplicantRegion})
	}
	for _, r := range f.Events {
		t.stated("EVENT", r.ID, r.Date, r.EndDate, append(t.told(r), r.ID, r.Item, r.Firm, r.Country))
	}
	for _, r := range f.MonthlyExports {
		t.put("EXPORTS", strings.Join([]string{r.Month.Text(), r.Item, r.Destination}, " | "), firstText(r.Month), firstText(r.Month), lastText(r.Month), []string{r.Item, r.Destination})
	}
	for _, r := range f.PeriodExports {
		t.put("EXPORTS", strings.Join([]string{r.From.Text(), r.To.Text(), r.Item, r.Destination}, " | "), firstText(r.From), firstText(r.From), lastText(r.To), []string{r.Item, r.Destination})
	}
	for _, r := range f.Stocks {
		t.stated("STOCK", strings.Join([]string{r.Holder, r.Item, r.AsOf.Text(), r.Source}, " | "), r.AsOf, graph.Date{}, []string{r.Holder, r.Item})
	}
	for _, r := range f.Supplies {
		if r.Status == "ANNOUNCED" && r.Start.Known() {
			t.stated("SALE_ANNOUNCED", strings.Join([]string{r.Supplier, r.Buyer, r.Item, r.Start.Text()}, " | "), r.Start, r.End,
				[]string{r.Supplier, r.Buyer, r.Item}, "ANNOUNCED")
		}
	}
	slices.Sort(t.lines)
	return t.lines
}

func (t *timelineTwin) law() {
	for _, c := range t.f.ExportControls {
		named := []string{c.ID, c.Country}
		for _, r := range t.f.Restricts {
			if r.Control == c.ID {
				named = append(named, r.Item)
			}
		}
		for _, r := range t.f.ListedEntities {
			if r.Control == c.ID {
				named = append(named, r.Entity)
			}
		}
		if c.Announced.Known() {
			t.stated("CONTROL_ANNOUNCED", c.ID, c.Announced, graph.Date{}, named)
		}
		var paused []string
		if from := firstText(c.SuspendedFrom); c.SuspendedFrom.Known() && from <= firstText(c.Effective) {
			if !c.SuspendedUntil.Known() || firstText(c.Effective) <= lastText(c.SuspendedUntil) {
				paused = []string{"SUSPENDED_AT_START"}
			}
		}
		t.stated("CONTROL_EFFECTIVE", c.ID, c.Effective, graph.Date{}, named, paused...)
		if c.SuspendedFrom.Known() {
			t.stated("CONTROL_SUSPENDED", c.ID, c.SuspendedFrom, c.SuspendedUntil, named)
			if c.SuspendedUntil.Known() {
				t.put("CONTROL_REVIVED", c.ID, later(firstText(c.SuspendedUntil), 1), later(lastText(c.SuspendedUntil), 1), "", named, "SUSPENSION_EXPIRED_UNVERIFIED")
			}
		}
	}
}

// told lists the controls that an event tells of.
func (t *timelineTwin) told(e graph.Event) []string {
	var told []string
	for _, c := range t.f.ExportControls {
		day := e.Date.Text()
		if e.Kind != "CONTROL" || len(day) != 10 || day != c.Announced.Text() && day != c.Effective.Text() && day != c.SuspendedFrom.Text() {
			continue
		}
		tells := e.Item == "" && e.Country == c.Country
		for _, r := range t.f.Restricts {
			tells = tells || e.Item != "" && r.Control == c.ID && t.concerns(r.Item, e.Item)
		}
		for _, r := range t.f.ListedEntities {
			tells = tells || e.Item == "" && r.Control == c.ID && r.Country == e.Country
		}
		if tells {
			told = append(told, c.ID)
		}
	}
	return told
}

// stated puts an entry on the days that a date may mean.
func (t *timelineTwin) stated(kind, key string, d, until graph.Date, named []string, flags ...string) {
	end := ""
	if until.Known() {
		end = lastText(until)
		if firstText(until) != end {
			flags = append(flags, "IMPRECISE_DATE")
		}
	}
	t.put(kind, key, firstText(d), lastText(d), end, named, flags...)
}

func (t *timelineTwin) put(kind, key, first, last, until string, named []string, flags ...string) {
	switch {
	case len(t.ask.Kinds) > 0 && !slices.Contains(t.ask.Kinds, kind),
		t.ask.Until != "" && first > t.ask.Until,
		t.ask.From != "" && max(last, until) < t.ask.From:
		return
	}
	if len(t.ask.About) > 0 && !slices.ContainsFunc(t.ask.About, func(asked string) bool {
		return slices.ContainsFunc(named, func(n string) bool { return n != "" && t.concerns(asked, n) })
	}) {
		return
	}
	if first != last {
		flags = append(flags, "IMPRECISE_DATE")
	}
	slices.Sort(flags)
	t.lines = append(t.lines, fmt.Sprintf("%s %02d %s %s to %s until %s %v", first, slices.Index(t.kinds, kind), kind, key, last, until, slices.Compact(flags)))
}

// concerns tells whether what a row names concerns a thing asked about.
func (t *timelineTwin) concerns(asked, named string) bool {
	pair := [2]string{asked, named}
	found, known := t.pairs[pair]
	if !known {
		found = t.concern(asked, named)
		t.pairs[pair] = found
	}
	return found
}

func (t *timelineTwin) concern(asked, named string) bool {
	if asked == named {
		return true
	}
	for _, r := range t.f.RegionMembers {
		if r.Region == asked && r.Country == named || r.Region == named && r.Country == asked {
			return true
		}
	}
	for _, g := range t.f.ItemGroupMembers {
		if g.Group == asked && (g.Item == named || t.isKind(named, g.Item)) {
			return true
		}
	}
	for _, item := range t.refined(asked) {
		related := func(x string) bool { return x == item || t.isKind(x, item) || t.isKind(item, x) }
		if related(named) {
			return true
		}
		for _, g := range t.f.ItemGroupMembers {
			if g.Group == named && t.isItem(item) && related(g.Item) {
				return true
			}
		}
	}
	return false
}

func (t *timelineTwin) isItem(key string) bool {
	return !slices.ContainsFunc(t.f.ItemGroups, func(g graph.ItemGroup) bool { return g.ID == key })
}

func (t *timelineTwin) isKind(item, class string) bool {
	pair := [2]string{item, class}
	found, known := t.grade[pair]
	if !known {
		for _, k := range t.f.Kinds {
			found = found || k.Item == item && (k.KindOf == class || t.isKind(k.KindOf, class))
		}
		t.grade[pair] = found
	}
	return found
}

// refined lists an item and, for an element, what is made of it as an oxide, compound, metal or target, over and over.
func (t *timelineTwin) refined(key string) []string {
	if found, known := t.made[key]; known {
		return found
	}
	list := []string{key}
	defer func() { t.made[key] = list }()
	if !slices.ContainsFunc(t.f.Elements, func(e graph.Element) bool { return e.ID == key }) {
		return list
	}
	for i := 0; i < len(list); i++ {
		for _, r := range t.f.Feeds {
			for _, m := range t.f.Materials {
				if r.From == list[i] && r.To == m.ID && !slices.Contains(list, m.ID) &&
					slices.Contains([]string{"OXIDE", "COMPOUND", "METAL", "TARGET"}, string(m.Form)) {
					list = append(list, m.ID)
				}
			}
		}
	}
	return list
}

func firstText(d graph.Date) string {
	if d.Text() == "" {
		return ""
	}
	return (d.Text() + "-01-01")[:10]
}

func lastText(d graph.Date) string {
	switch text := d.Text(); len(text) {
	case 4:
		return text + "-12-31"
	case 7:
		for day := 31; ; day-- {
			if whole := fmt.Sprintf("%s-%02d", text, day); whole == later(whole, 0) {
				return whole
			}
		}
	default:
		return text
	}
}

// later is so many days after a day; a day that does not exist is the one it runs over to.
func later(day string, days int) string {
	var year, month, date int
	if _, err := fmt.Sscanf(day, "%d-%d-%d", &year, &month, &date); err != nil {
		panic(err) // days are written by this file
	}
	return time.Date(year, time.Month(month), date+days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

package graphtest

import (
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// LicenceAsk is a question about one shipment in readable keys; empty is not stated. Days are YYYY-MM-DD.
type LicenceAsk struct {
	On, Item, Exporter, Origin, Destination, EndUse, User, Holder string
	Content, Technology                                           graph.Truth
}

// LicenceAnswer is what the slow twin of the control room says.
type LicenceAnswer struct {
	Outcome, Row string
	Flags        []string
	Deciders     []string // the items that decide alike, the one of the question alone where it decides
	Prolonged    string   // the outcome if every suspension that has run out was prolonged
}

// LicenceReader reads the written rules on export licences by hand: one case after the other, over the rows of a release. It names every
// control it speaks of, and remembers only what it has looked up once.
type LicenceReader struct {
	f      *graph.Facts
	held   map[string]bool // items that are loose magnets, or hold one
	kinds  map[string][]string
	over   map[[2]string][]graph.Restriction
	metals []string
}

// NewLicenceReader reads a release.
func NewLicenceReader(f *graph.Facts) *LicenceReader {
	r := &LicenceReader{f: f, held: map[string]bool{}, kinds: map[string][]string{}, over: map[[2]string][]graph.Restriction{}}
	r.metals = r.otherMetals()
	return r
}

var strictness = []string{"PROHIBITED", "REFUSED_IN_PRINCIPLE", "INDIVIDUAL_NO_TIME_LIMIT", "CASE_BY_CASE", "INDIVIDUAL", "GENERAL_LICENCE", "EXEMPT_REPORT", "NO_LICENCE"}

// Read answers a question.
func (r *LicenceReader) Read(q LicenceAsk) LicenceAnswer {
	if q.Origin == "" {
		q.Origin = "CN"
	}
	if q.EndUse == "" {
		q.EndUse = "UNKNOWN"
	}
	if q.Exporter == "" {
		q.Exporter = "FOREIGN"
		if q.Origin == "CN" {
			q.Exporter = "CN"
		}
	}
	items := append([]string{q.Item}, r.below(q.Item)...)
	answers := map[string]LicenceAnswer{}
	best, prolonged := len(strictness), len(strictness)
	for _, item := range items {
		letter, paused := r.one(q, item, false), r.one(q, item, true)
		if letter.Outcome != paused.Outcome || letter.Row != paused.Row && letter.Outcome != "NO_LICENCE" {
			letter.Flags = append(letter.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
		} else if letter.Row == paused.Row {
			letter = paused // what holds either way leans on no suspension that has run out
		}
		answers[item] = letter
		prolonged = min(prolonged, slices.Index(strictness, paused.Outcome))
		best = min(best, slices.Index(strictness, letter.Outcome))
	}
	var deciders []string
	verified := false
	for _, item := range items {
		if answers[item].Outcome == strictness[best] {
			deciders = append(deciders, item)
			verified = verified || !slices.Contains(answers[item].Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
		}
	}
	if verified {
		deciders = slices.DeleteFunc(deciders, func(item string) bool {
			return slices.Contains(answers[item].Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
		})
	}
	answer := answers[deciders[0]]
	answer.Deciders, answer.Prolonged = deciders, strictness[prolonged]
	if deciders[0] == q.Item {
		answer.Deciders = deciders[:1]
	} else {
		answer.Flags = append(answer.Flags, "POSSIBLY_CONTROLLED")
	}
	if c := (licenceCase{r: r, q: q}); c.partlyKnown(answer.Outcome) {
		answer.Flags = append(answer.Flags, "LIST_INCOMPLETE")
	}
	if q.On > r.newest() {
		answer.Flags = append(answer.Flags, "RULES_NOT_CHECKED")
	}
	slices.Sort(answer.Flags)
	answer.Flags = slices.Compact(answer.Flags)
	return answer
}

// newest is the newest day on which a Chinese control was announced, or began where the announcement is not dated.
func (r *LicenceReader) newest() string {
	newest := ""
	for _, c := range r.f.ExportControls {
		if c.Country != "CN" {
			continue
		}
		d := c.Announced
		if !d.Known() {
			d = c.Effective
		}
		newest = max(newest, d.First().String())
	}
	return newest
}

// below lists the kinds of a class at any depth.
func (r *LicenceReader) below(class string) []string {
	found, known := r.kinds[class]
	if known {
		return found
	}
	for _, k := range r.f.Kinds {
		if k.KindOf == class {
			found = append(append(found, k.Item), r.below(k.Item)...)
		}
	}
	r.kinds[class] = found
	return found
}

// isKind tells whether an item is a class or below it.
func (r *LicenceReader) isKind(item, class string) bool {
	return item == class || slices.Contains(r.below(class), item)
}

// active tells whether a Chinese control is in force; when pausesLast, suspensions that have run out are taken as prolonged.
func (r *LicenceReader) active(id, on string, pausesLast bool) bool {
	for _, c := range r.f.ExportControls {
		if c.ID != id || c.Country != "CN" {
			continue
		}
		if id == "mofcom-2025-22" && on > "2025-08-12" {
			return false
		}
		if on < c.Effective.First().String() {
			return false
		}
		return !r.suspended(c, on, pausesLast)
	}
	return false
}

func (r *LicenceReader) suspended(c graph.Control, on string, pausesLast bool) bool {
	if !c.SuspendedFrom.Known() || on < c.SuspendedFrom.First().String() {
		return false
	}
	return pausesLast || !c.SuspendedUntil.Known() || on <= c.SuspendedUntil.Last().String()
}

// rows lists the rows by which a control covers an item, by name, class or group, those of the item itself first.
func (r *LicenceReader) rows(id, item string) []graph.Restriction {
	if found, known := r.over[[2]string{id, item}]; known {
		return found
	}
	var own, other []graph.Restriction
	for _, row := range r.f.Restricts {
		if row.Control != id {
			continue
		}
		named := []string{row.Item}
		for _, m := range r.f.ItemGroupMembers {
			if m.Group == row.Item {
				named = append(named, m.Item)
			}
		}
		if slices.Contains(named, item) {
			own = append(own, row)
		} else if slices.ContainsFunc(named, func(n string) bool { return r.isKind(item, n) }) {
			other = append(other, row)
		}
	}
	r.over[[2]string{id, item}] = append(own, other...)
	return append(own, other...)
}

func (r *LicenceReader) covers(id, item string) bool { return len(r.rows(id, item)) > 0 }

var knownLists = []string{"mofcom-2025-13", "mofcom-2025-21", "mofcom-2025-22", "mofcom-2025-35", "mofcom-2025-51", "mofcom-2026-11",
	"mofcom-2026-12", "mofcom-2026-20", "mofcom-2026-us10", "mofcom-2026-28", "mofcom-2026-jp-watch-2"}

func (r *LicenceReader) isList(id string) bool {
	return slices.Contains(knownLists, id) || slices.ContainsFunc(r.f.ListedEntities, func(l graph.ListedEntity) bool { return l.Control == id })
}

// otherMetals lists the Chinese controls of items that the written rules do not treat in a way of their own.
func (r *LicenceReader) otherMetals() []string {
	var ids []string
	for _, c := range r.f.ExportControls {
		switch c.ID {
		case "mofcom-2025-18", "mofcom-2025-57", "mofcom-2025-56", "mofcom-2025-62", "mofcom-most-2023-57", "mofcom-2024-46-1",
			"mofcom-2024-46-2", "mofcom-2026-1", "mofcom-2025-61-1", "mofcom-2025-61-2", "mofcom-2025-61-3":
		default:
			if c.Country == "CN" && !r.isList(c.ID) {
				ids = append(ids, c.ID)
			}
		}
	}
	return ids
}

// listedIn tells whether some row of restricts puts the item under a class, in force or not.
func (r *LicenceReader) listedIn(item string) bool {
	for _, id := range append(slices.Clone(r.metals), "mofcom-2025-18", "mofcom-2025-57", "mofcom-2025-56", "mofcom-2025-62", "mofcom-most-2023-57") {
		if r.isHome(id) && r.covers(id, item) {
			return true
		}
	}
	return false
}

func (r *LicenceReader) isHome(id string) bool {
	return slices.ContainsFunc(r.f.ExportControls, func(c graph.Control) bool { return c.ID == id && c.Country == "CN" })
}

// likeMagnet tells whether an item is treated as a magnet with dysprosium or terbium because its content is not stated.
func (r *LicenceReader) likeMagnet(item string) bool {
	return r.isKind(item, "rare-earth-magnet") && len(r.below(item)) == 0 && !r.listedIn(item) && !r.outside(item)
}

// outside tells whether an item is of class F.
func (r *LicenceReader) outside(item string) bool {
	if r.listedIn(item) || r.isKind(item, "magnet-assembly-hc") || r.isKind(item, "tbfe-alloy") {
		return false
	}
	if r.isKind(item, "hot-deformed-ndfeb") || r.isKind(item, "sintered-ndfeb-standard") {
		return true
	}
	for _, x := range r.f.NotControlled {
		if r.isKind(item, x.Item) {
			return true
		}
	}
	for _, c := range r.f.Components {
		if c.ID == item && c.Kind != graph.ComponentKindMagnet {
			return r.holdsMagnet(item) && !r.isKind(item, "rare-earth-magnet")
		}
	}
	return false
}

func (r *LicenceReader) holdsMagnet(item string) bool {
	if r.isKind(item, "rare-earth-magnet") {
		return true
	}
	known, ok := r.held[item]
	if ok {
		return known
	}
	for _, feed := range r.f.Feeds {
		if feed.To == item && r.holdsMagnet(feed.From) {
			r.held[item] = true
			return true
		}
	}
	r.held[item] = false
	return false
}

// underA tells whether an item is under Announcement 18 on a day, and by which regime.
func (r *LicenceReader) underA(item, on string, pausesLast bool) (regime graph.Regime, content, ok bool) {
	if !r.active("mofcom-2025-18", on, pausesLast) {
		return "", false, false
	}
	if rows := r.rows("mofcom-2025-18", item); len(rows) > 0 {
		return rows[0].Licence, false, true
	}
	if r.listedIn(item) {
		return "", false, false
	}
	if r.isKind(item, "magnet-assembly-hc") && r.covers("mofcom-2025-18", "sintered-ndfeb-magnet-hc") ||
		r.isKind(item, "tbfe-alloy") && r.covers("mofcom-2025-18", "tb-metal") {
		return graph.RegimeIndividual, false, true
	}
	if r.likeMagnet(item) && r.covers("mofcom-2025-18", "sintered-ndfeb-magnet-hc") {
		return graph.RegimeIndividual, true, true
	}
	return "", false, false
}

// one decides for one item, without its kinds.
func (r *LicenceReader) one(q LicenceAsk, item string, pausesLast bool) LicenceAnswer {
	c := licenceCase{r: r, q: q, item: item, pausesLast: pausesLast}
	outcome, row := c.walk()
	answer := LicenceAnswer{Outcome: outcome, Row: row, Flags: c.flags}
	china := strings.HasPrefix(row, "5.1/")
	if china && slices.Contains([]string{"5.1/2", "5.1/13", "5.1/14"}, row) && q.EndUse != "CIVILIAN" {
		answer.Flags = append(answer.Flags, "CATCH_ALL_CAUTION")
	}
	if china && (q.EndUse == "UNKNOWN" || q.EndUse == "HUMANITARIAN") {
		answer.Flags = append(answer.Flags, "TAKEN_AS_CIVILIAN")
	}
	if china && q.EndUse == "SENSITIVE_CHIP_AI" && slices.Contains([]string{"5.1/9", "5.1/10", "5.1/11", "5.1/12"}, row) {
		answer.Flags = append(answer.Flags, "NO_CHIP_RULE")
	}
	return answer
}

package graphtest

import (
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// licenceCase is one reading of the written tables 5.1 and 5.2.
type licenceCase struct {
	r          *LicenceReader
	q          LicenceAsk
	item       string
	pausesLast bool
	flags      []string
}

func (c *licenceCase) flag(name string) { c.flags = append(c.flags, name) }

func (c *licenceCase) active(id string) bool { return c.r.active(id, c.q.On, c.pausesLast) }

func (c *licenceCase) under(ids ...string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return c.active(id) && c.r.covers(id, c.item) })
}

// by is under for the clauses of Announcement 61, to which a magnet of content not stated is subject as one with dysprosium or terbium.
func (c *licenceCase) by(id string) bool {
	if c.under(id) {
		return true
	}
	if c.r.likeMagnet(c.item) && c.active(id) && c.r.covers(id, "sintered-ndfeb-magnet-hc") {
		c.flag("CONTENT_NOT_STATED")
		return true
	}
	return false
}

func (c *licenceCase) walk() (outcome, row string) {
	if c.q.Destination == "CN" {
		return "NO_LICENCE", "0"
	}
	if c.q.Exporter == "CN" {
		return c.fromChina()
	}
	return c.betweenOthers()
}

// classes says under which classes the item is on the day.
func (c *licenceCase) classes() (a, b, e bool, d graph.Regime) {
	_, _, a = c.r.underA(c.item, c.q.On, c.pausesLast)
	b = c.under("mofcom-2025-57", "mofcom-2025-56")
	e = c.under(c.r.metals...)
	if c.under("mofcom-2025-62") {
		d = graph.RegimeIndividual
	}
	if c.under("mofcom-most-2023-57") {
		d = graph.RegimeIndividual
		if c.r.rows("mofcom-most-2023-57", c.item)[0].Licence == graph.RegimeProhibited {
			d = graph.RegimeProhibited
		}
	}
	return a, b, e, d
}

// content flags that the class hangs on what a magnet holds, where no surer control brings the item under it.
func (c *licenceCase) content() {
	if _, unknown, ok := c.r.underA(c.item, c.q.On, c.pausesLast); ok && unknown {
		c.flag("CONTENT_NOT_STATED")
	}
}

func (c *licenceCase) fromChina() (outcome, row string) {
	a, b, e, d := c.classes()
	anyClass, q := a || b || e || d != "", c.q
	if anyClass && c.onList(false, func(string) bool { return true }) {
		c.content()
		return "PROHIBITED", "5.1/1"
	}
	if c.r.outside(c.item) {
		c.flag("CUSTOMS_MAY_HOLD")
		if c.r.isKind(c.item, "sintered-ndfeb-standard") || c.r.isKind(c.item, "hot-deformed-ndfeb") {
			c.flag("CONTENT_NOT_STATED")
		}
		return "NO_LICENCE", "5.1/2"
	}
	if d == graph.RegimeProhibited {
		return "PROHIBITED", "5.1/3"
	}
	if d != "" {
		return "INDIVIDUAL", "5.1/3b"
	}
	c.content()
	if q.Destination == "US" && q.EndUse == "MILITARY" && c.active("mofcom-2024-46-1") && (a || b || e) {
		return "PROHIBITED", "5.1/4"
	}
	if q.Destination == "JP" && q.EndUse == "MILITARY" && c.active("mofcom-2026-1") && (a || b || e) {
		return "PROHIBITED", "5.1/5"
	}
	if q.Destination == "US" && c.under("mofcom-2024-46-2") {
		if c.r.rows("mofcom-2024-46-2", c.item)[0].Licence == graph.RegimeProhibited {
			return "REFUSED_IN_PRINCIPLE", "5.1/6"
		}
		c.flag("STRICTER_CHECKS")
		return "INDIVIDUAL", "5.1/6b"
	}
	if anyClass && c.onList(true, func(string) bool { return true }) {
		return "INDIVIDUAL_NO_TIME_LIMIT", "5.1/7"
	}
	if anyClass && c.onPausedList() {
		return "INDIVIDUAL", "5.1/7b"
	}
	switch {
	case a && q.EndUse == "MILITARY":
		c.flag("REFUSAL_EXPECTED")
		return "INDIVIDUAL", "5.1/8"
	case a:
		return c.general()
	case b:
		return "INDIVIDUAL", "5.1/11"
	case e:
		return "INDIVIDUAL", "5.1/12"
	case c.pausedClass():
		return "NO_LICENCE", "5.1/13"
	}
	return "NO_LICENCE", "5.1/14"
}

func (c *licenceCase) pausedClass() bool {
	for _, control := range c.r.f.ExportControls {
		if control.ID != "mofcom-2025-56" && control.ID != "mofcom-2025-57" || control.Country != "CN" {
			continue
		}
		if c.q.On >= control.Effective.First().String() && c.r.suspended(control, c.q.On, c.pausesLast) && c.r.covers(control.ID, c.item) {
			return true
		}
	}
	return false
}

// onList tells whether the user stands on a control list (or watch list) in force.
func (c *licenceCase) onList(watch bool, among func(id string) bool) bool {
	for _, l := range c.r.f.ListedEntities {
		if l.Entity == c.q.User && (l.List == graph.EntityListWatch) == watch && c.active(l.Control) && among(l.Control) {
			return true
		}
	}
	return false
}

func (c *licenceCase) onPausedList() bool {
	for _, l := range c.r.f.ListedEntities {
		if l.Entity != c.q.User || l.List == graph.EntityListWatch || l.Control == "mofcom-2025-22" && c.q.On > "2025-08-12" {
			continue
		}
		for _, control := range c.r.f.ExportControls {
			if control.ID == l.Control && control.Country == "CN" && c.q.On >= control.Effective.First().String() &&
				c.r.suspended(control, c.q.On, c.pausesLast) {
				return true
			}
		}
	}
	return false
}

// general reads rows 9 and 10.
func (c *licenceCase) general() (outcome, row string) {
	regime, _, _ := c.r.underA(c.item, c.q.On, c.pausesLast)
	named := func(firm string) bool { return firm != "" && !strings.HasSuffix(firm, "-unnamed") }
	yes, maybe, past, vague := false, false, false, false
	for _, l := range c.r.f.Licences {
		if l.LicenceType != "cn-general-rare-earth" || regime != graph.RegimeGeneralEligible || !c.licenceItem(l.Item) {
			continue
		}
		if c.q.On < "2025-12-02" || c.q.On < l.Granted.First().String() {
			continue
		}
		if strings.HasSuffix(l.Customer, "-unnamed") && !c.goesTo(l.Customer) {
			continue
		}
		last := l.Expires.Last().String()
		if !l.Expires.Known() {
			last = (l.Granted.Last() + 365).String()
		}
		if named(l.Holder) && c.q.Holder != "" && l.Holder != c.q.Holder || named(l.Customer) && c.q.User != "" && l.Customer != c.q.User {
			continue // somebody else's
		}
		hisHolder, hisCustomer := named(l.Holder) && l.Holder == c.q.Holder, named(l.Customer) && l.Customer == c.q.User
		sure := hisCustomer && named(l.Holder) || hisHolder && (!named(l.Customer) || hisCustomer)
		switch {
		case c.q.On > last:
			past = past || hisHolder || hisCustomer
		case sure:
			yes = true
			for _, d := range []graph.Date{l.Granted, l.Expires} {
				vague = vague || d.Known() && !d.Exact() && d.First().String() <= c.q.On && c.q.On <= d.Last().String()
			}
		default:
			maybe = true
		}
	}
	switch {
	case yes:
		if vague {
			c.flag("IMPRECISE_DATE")
		}
		return "GENERAL_LICENCE", "5.1/9"
	case maybe:
		c.flag("GENERAL_LICENCE_POSSIBLE")
	case past:
		c.flag("GENERAL_LICENCE_ENDED")
	}
	return "INDIVIDUAL", "5.1/10"
}

// goesTo tells whether the destination lies in the country or region of a firm.
func (c *licenceCase) goesTo(firm string) bool {
	for _, f := range c.r.f.Firms {
		if f.ID == firm && f.Country == c.q.Destination {
			return true
		}
		for _, m := range c.r.f.RegionMembers {
			if f.ID == firm && m.Region == f.Country && m.Country == c.q.Destination {
				return true
			}
		}
	}
	return false
}

func (c *licenceCase) licenceItem(key string) bool {
	if key == "" || c.r.isKind(c.item, key) {
		return true
	}
	return slices.ContainsFunc(c.r.f.ItemGroupMembers, func(m graph.ItemGroupMember) bool {
		return m.Group == key && c.r.isKind(c.item, m.Item)
	})
}

func (c *licenceCase) betweenOthers() (outcome, row string) {
	a, b, e, d := c.classes()
	q := c.q
	if q.Origin == "CN" && (a || b || e || d != "") {
		reaching := func(id string) bool {
			return slices.Contains([]string{"mofcom-2026-11", "mofcom-2026-20", "mofcom-2026-us10", "mofcom-2026-28"}, id)
		}
		if q.Destination == "US" && q.EndUse == "MILITARY" && c.active("mofcom-2024-46-1") ||
			q.Destination == "JP" && q.EndUse == "MILITARY" && c.active("mofcom-2026-1") || c.onList(false, reaching) {
			c.content()
			return "PROHIBITED", "5.2/1"
		}
	}
	if !c.active("mofcom-2025-61-1") && !c.active("mofcom-2025-61-2") && !c.active("mofcom-2025-61-3") {
		return "NO_LICENCE", "5.2/2"
	}
	if !c.reached() {
		c.flags = nil
		return "NO_LICENCE", "5.2/6"
	}
	switch {
	case q.EndUse == "HUMANITARIAN":
		return "EXEMPT_REPORT", "5.2/3"
	case q.EndUse == "MILITARY", c.onList(false, func(string) bool { return true }), c.onList(true, func(string) bool { return true }),
		c.heldByListed(false):
		return "REFUSED_IN_PRINCIPLE", "5.2/7a"
	case c.heldByListed(true):
		c.flag("STAKE_UNSTATED")
		return "REFUSED_IN_PRINCIPLE", "5.2/7a"
	case q.EndUse == "SENSITIVE_CHIP_AI":
		return "CASE_BY_CASE", "5.2/7b"
	}
	return "INDIVIDUAL", "5.2/7c"
}

// reached reads rows 4 to 6: whether a clause of Announcement 61 reaches the goods, for certain or possibly.
func (c *licenceCase) reached() bool {
	q := c.q
	if q.Origin == "CN" {
		return c.by("mofcom-2025-61-3")
	}
	if q.Content == graph.True && c.by("mofcom-2025-61-1") || q.Technology == graph.True && c.by("mofcom-2025-61-2") {
		return true
	}
	if q.Content == "" && c.by("mofcom-2025-61-1") {
		c.flag("CONTENT_NOT_STATED")
		return true
	}
	if q.Technology == "" && c.by("mofcom-2025-61-2") {
		c.flag("TECHNOLOGY_NOT_STATED")
		return true
	}
	return false
}

// heldByListed follows holdings of 50 % and more, and where unstated is true those of a stake that is not stated, up from the user.
func (c *licenceCase) heldByListed(unstated bool) bool {
	up := []string{c.q.User}
	for i := 0; i < len(up); i++ {
		for _, h := range c.r.f.Owns {
			if h.Owned != up[i] || !h.StakePercent.Known && !unstated || h.StakePercent.Known && h.StakePercent.Value < 50 || slices.Contains(up, h.Owner) {
				continue
			}
			up = append(up, h.Owner)
		}
	}
	return slices.ContainsFunc(c.r.f.ListedEntities, func(l graph.ListedEntity) bool {
		return slices.Contains(up, l.Entity) && l.Entity != c.q.User && c.active(l.Control)
	})
}

// partlyKnown tells whether a miss on the lists proves nothing.
func (c *licenceCase) partlyKnown(outcome string) bool {
	if c.q.User == "" || outcome == "NO_LICENCE" || outcome == "PROHIBITED" {
		return false
	}
	country := ""
	for _, firm := range c.r.f.Firms {
		if firm.ID == c.q.User {
			country = firm.Country
		}
	}
	for _, l := range c.r.f.ListedEntities {
		if l.Entity == c.q.User && c.active(l.Control) {
			return false
		}
	}
	for _, l := range []struct {
		id, country string
		names       int
	}{{"mofcom-2025-13", "US", 15}, {"mofcom-2025-51", "US", 3}, {"mofcom-2026-us10", "US", 10}, {"mofcom-2026-28", "JP", 20}, {"mofcom-2026-jp-watch-2", "JP", 20},
		{"mofcom-2025-21", "US", 16}, {"mofcom-2025-22", "US", 12}, {"mofcom-2025-35", "TW", 8}, {"mofcom-2026-11", "JP", 20}, {"mofcom-2026-12", "JP", 20}} {
		known := 0
		for _, row := range c.r.f.ListedEntities {
			if row.Control == l.id {
				known++
			}
		}
		if l.country == country && known < l.names && c.active(l.id) {
			return true
		}
	}
	return false
}

package graphtest

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/cover"
)

// StopLaw is the export law as the reader of the written rules has it, for one end use. Review, in days, and Approved, 0 to 1, are as on
// record where they are nil.
type StopLaw struct {
	EndUse           string
	Review, Approved *[2]float64
	Market           bool // needs without a seller on record meet the world market

	reader  *LicenceReader
	read    map[LicenceAsk]LicenceAnswer
	sent    map[sending]cover.Crossing
	country map[int][]string // by line: where it is delivered
	world   *Exposure        // what China makes
}

// sending is goods of a supplier of a line on a day.
type sending struct {
	line, supplier int
	day            graph.Day
}

// longestWait bounds how many days goods wait in drawn worlds.
const longestWait = 95

// sent adds up what arrives on a day of all that was sent on earlier ones, each under the law of its own day.
func (s *StopsTwin) sent(i, k, day int, rules []cover.Crossing, sends func(day int) float64) float64 {
	lead, way := int(s.leads[[2]int{i, k}][0]), int(s.leads[[2]int{i, k}][1])
	return s.under(way, day, func(on graph.Day) cover.Crossing {
		c := s.lawOn(i, k, on)
		for _, rule := range rules {
			if rule.From <= on {
				c = rule
			}
		}
		return c
	}, func(felt int) float64 { return sends(day - lead - felt) })
}

// under adds up what arrives on a day, some days after it was let out, under the law of each day.
func (s *StopsTwin) under(way, day int, law func(on graph.Day) cover.Crossing, made func(felt int) float64) float64 {
	total := 0.0
	for waits := range longestWait {
		c := law(s.day + graph.Day(day-way-waits))
		factor, takes, felt := c.Factor.Low, math.Ceil(c.Delay.High), math.Floor(c.Delay.Low)
		if s.late {
			factor, takes, felt = c.Factor.High, felt, takes
		}
		if int(takes) == waits {
			total += factor * made(int(felt))
		}
	}
	return total
}

// marketed is what arrives of the world market, on a day, at a line without a seller on record.
func (s *StopsTwin) marketed(i, day int) float64 {
	s.Law.open(s)
	n := s.nodes[i]
	share, _, known := s.Law.world.here(n.item)
	to := s.destinations(i)
	if known && share == 0 || slices.Contains(to, "CN") {
		return 1
	}
	way := s.wayOf("CN", s.countryOf[n.firm], n.item)
	days := int(math.Max(1, math.Floor(way[0])))
	if s.late {
		days = int(math.Max(1, math.Ceil(way[1])))
	}
	return s.under(days, day, func(on graph.Day) cover.Crossing {
		at := sending{i, -1, on}
		c, known := s.Law.sent[at]
		if !known {
			var may []cover.Crossing
			if !(share >= 1) {
				may = append(may, free)
			}
			for _, country := range to {
				may = append(may, s.allows(LicenceAsk{On: on.String(), Item: n.item, Exporter: "CN", Destination: country, EndUse: s.Law.EndUse, User: n.firm})...)
			}
			c = join(may)
			s.Law.sent[at] = c
		}
		return c
	}, func(int) float64 { return 1 })
}

func (l *StopLaw) open(s *StopsTwin) {
	if l.reader != nil {
		return
	}
	l.reader, l.read, l.sent, l.country = NewLicenceReader(s.Facts), map[LicenceAsk]LicenceAnswer{}, map[sending]cover.Crossing{}, map[int][]string{}
	l.world = layout(s.Facts, s.day, s.filter, ExposureQuestion{Countries: []string{"CN"}, By: "LOCATION"})
}

// lawOn reads what the law does to goods of a supplier that are sent on a day: all that may be, whichever way they take.
func (s *StopsTwin) lawOn(i, k int, on graph.Day) cover.Crossing {
	l := s.Law
	l.open(s)
	at := sending{i, k, on}
	if c, known := l.sent[at]; known {
		return c
	}
	var may []cover.Crossing
	from := s.opened[i].suppliers[k]
	for _, to := range from.outputs {
		out := s.nodes[to]
		places, holder := s.countriesOf(out), from.firm
		if from.own {
			holder = out.firm
		}
		if slices.ContainsFunc(places, func(c string) bool { return c != "CN" }) {
			may = append(may, free)
		}
		if !slices.Contains(places, "CN") {
			continue
		}
		if l.country[i] == nil {
			l.country[i] = s.destinations(i)
		}
		for _, country := range l.country[i] {
			if country == "CN" {
				may = append(may, free)
			} else {
				may = append(may, s.allows(LicenceAsk{On: on.String(), Item: out.item, Exporter: "CN", Destination: country, EndUse: l.EndUse, User: s.nodes[i].firm, Holder: holder})...)
			}
		}
	}
	l.sent[at] = join(may)
	return l.sent[at]
}

// join holds all that may be.
func join(may []cover.Crossing) cover.Crossing {
	c := cover.Crossing{Factor: cover.Range{Low: 1}, Delay: cover.Range{Low: math.Inf(1)}}
	for _, m := range may {
		c.Factor = cover.Range{Low: min(c.Factor.Low, m.Factor.Low), High: max(c.Factor.High, m.Factor.High)}
		c.Delay = cover.Range{Low: min(c.Delay.Low, m.Delay.Low), High: max(c.Delay.High, m.Delay.High)}
	}
	return c
}

var free = cover.Crossing{Factor: cover.Range{Low: 1, High: 1}}

// allows lists what an answer may mean for the goods.
func (s *StopsTwin) allows(q LicenceAsk) []cover.Crossing {
	l := s.Law
	a, known := l.read[q]
	if !known {
		a = l.reader.Read(q)
		l.read[q] = a
	}
	outcomes := []string{a.Outcome}
	if slices.Contains(a.Flags, "SUSPENSION_EXPIRED_UNVERIFIED") {
		outcomes = append(outcomes, a.Prolonged)
	}
	var may []cover.Crossing
	for _, outcome := range outcomes {
		switch outcome {
		case "PROHIBITED", "REFUSED_IN_PRINCIPLE":
			may = append(may, cover.Crossing{})
		case "GENERAL_LICENCE", "NO_LICENCE":
			may = append(may, free)
		default:
			review, approved := s.reviewOf("CN", q.Item), s.approvedOf(q.Destination)
			if l.Review != nil {
				review = *l.Review
			}
			if l.Approved != nil {
				approved = *l.Approved
			}
			if outcome == "INDIVIDUAL_NO_TIME_LIMIT" || slices.Contains(a.Flags, "REFUSAL_EXPECTED") {
				approved[0] = 0
			}
			may = append(may, cover.Crossing{Factor: cover.Range{Low: approved[0], High: approved[1]}, Delay: cover.Range{Low: review[0], High: review[1]}})
		}
	}
	if slices.Contains(a.Flags, "GENERAL_LICENCE_POSSIBLE") || slices.Contains(a.Flags, "POSSIBLY_CONTROLLED") {
		may = append(may, free)
	}
	return may
}

// DrawExports adds Chinese controls, lists and general licences to a world, with days around one. All rows of a control ask for the same:
// which row is nearest to an item of several classes is a question of package control.
func DrawExports(dice Dice, f *graph.Facts, day graph.Day) {
	w := &denseWorld{dice: dice, f: f}
	f.Sources = append(slices.Clone(f.Sources), graph.Source{ID: "law", Title: "Law"})
	near := func() graph.Date {
		d, err := graph.ParseDate((day + graph.Day(dice(90)-50)).String())
		if err != nil {
			panic(err) // a printed day parses
		}
		if w.once(8) {
			d.Day = 0
		}
		return d
	}
	var items []string
	for _, m := range f.Materials {
		items = append(items, m.ID)
	}
	for _, c := range f.Components {
		items = append(items, c.ID)
	}
	for _, id := range []string{"mofcom-2025-18", "mofcom-2025-18", "mofcom-2025-57", "cn-metals", "mofcom-2024-46-1", "mofcom-2024-46-2", "mofcom-2025-21", "mofcom-2026-12"} {
		if w.once(3) || slices.ContainsFunc(f.ExportControls, func(c graph.Control) bool { return c.ID == id }) {
			continue
		}
		c := graph.Control{ID: id, Title: id, Country: "CN", Announced: near(), Effective: near(), Source: "law"}
		if w.once(2) {
			c.SuspendedFrom, c.SuspendedUntil = near(), near()
			if c.SuspendedUntil.Last() < c.SuspendedFrom.First() {
				c.SuspendedFrom, c.SuspendedUntil = c.SuspendedUntil, c.SuspendedFrom
			}
		}
		f.ExportControls = append(f.ExportControls, c)
		switch id {
		case "mofcom-2024-46-1":
		case "mofcom-2025-21", "mofcom-2026-12":
			list := graph.EntityListControl
			if id == "mofcom-2026-12" {
				list = graph.EntityListWatch
			}
			f.ListedEntities = append(f.ListedEntities, graph.ListedEntity{Control: id, Entity: w.firm(), Name: "Listed", Country: "US", List: list, Source: "law"})
		default:
			rows := map[string]bool{}
			regime := draw(w, graph.RegimeIndividual, graph.RegimeGeneralEligible, graph.RegimeGeneralEligible, graph.RegimeGeneralEligible, graph.RegimeProhibited)
			for range 2 + dice(4) {
				r := graph.Restriction{Control: id, Item: draw(w, items...), Licence: regime, Source: "law"}
				if !rows[r.Item] {
					rows[r.Item] = true
					f.Restricts = append(f.Restricts, r)
				}
			}
		}
	}
	f.LicenceTypes = append(slices.Clone(f.LicenceTypes), graph.LicenceType{ID: "cn-general-rare-earth", Country: "CN", PerShipment: graph.False,
		Introduced: graph.Date{Year: 2025, Month: 12, Day: 2}, ValidityDays: graph.Integer{Value: 365, Known: true}, Source: "law"})
	for i := range min(dice(6), len(f.Supplies)) {
		l := graph.Licence{ID: "licence-" + string(rune('a'+i)), LicenceType: "cn-general-rare-earth", Granted: near(), Source: "law", Confidence: graph.ConfidenceHigh}
		sale := draw(w, f.Supplies...)
		if !w.once(4) {
			l.Holder = sale.Supplier
		}
		if !w.once(4) {
			l.Customer = sale.Buyer
		}
		if w.once(3) {
			l.Item = draw(w, items...)
		}
		if !w.once(3) {
			l.Expires = near()
		}
		f.Licences = append(f.Licences, l)
	}
}

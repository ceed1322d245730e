package control

import (
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Ambiguity is something that the sources leave open.
type Ambiguity struct {
	Number int
	Says   string
	Basis  []string // sources
}

// ambiguity says on which answers an Ambiguity bears: on those that meet all the conditions that are set.
type ambiguity struct {
	Ambiguity
	rules    []string
	flags    []graph.Flag
	to       []string
	controls []string // one of them is among the clauses
	uses     []EndUse
	from     graph.Day
	uncoded  bool // the row of restricts states no control code
}

var openAmbiguities = []ambiguity{
	{
		Ambiguity: Ambiguity{1, "Whether a suspended notice comes back by itself when its suspension ends, from which day, or was prolonged, is not known; the last day named is read as still suspended.", []string{"c-chemradar-70", "c-steelradar-70"}},
		flags:     []graph.Flag{graph.FlagSuspensionExpired},
	},
	{
		Ambiguity: Ambiguity{2, "What the general licence covers is disputed: only makers of magnets with dysprosium or terbium are known holders, and MOFCOM never confirmed the wider list of the White House.", []string{"c-geopol-wh", "c-rawmat-wh"}},
		rules:     []string{"5.1/9", "5.1/10"}, from: graph.NewDay(2025, 11, 1), uses: notMilitary,
	},
	{
		Ambiguity: Ambiguity{3, "The regulation allows three years for a general licence; those for rare earths are reported as one year.", []string{"c-wk-reg792b"}},
		flags:     []graph.Flag{graph.FlagGeneralPossible, graph.FlagGeneralEnded},
	},
	{
		Ambiguity: Ambiguity{3, "The regulation allows three years for a general licence; those for rare earths are reported as one year.", []string{"c-wk-reg792b"}},
		rules:     []string{"5.1/9"},
	},
	{
		Ambiguity: Ambiguity{4, "Who may hold a general licence is reported as large firms only; whether the older test of 30 to 40 licences a year still applies is not shown.", []string{"c-assam-gl", "c-chemradar-general", "c-pwc-general2009"}},
		flags:     []graph.Flag{graph.FlagGeneralPossible, graph.FlagGeneralEnded},
	},
	{
		Ambiguity: Ambiguity{5, "No least content of terbium or dysprosium is published for magnets.", []string{"c-jying-scope", "c-courage-cases"}},
		flags:     []graph.Flag{graph.FlagContentNotStated},
	},
	{
		Ambiguity: Ambiguity{6, "Control codes 1C905 to 1C908 are inferred from the order of the text.", []string{"i-mofcom-57"}},
		controls:  []string{"mofcom-2025-18"}, uncoded: true,
	},
	{
		Ambiguity: Ambiguity{7, "The regulation applies to transit and special zones; no detail on rare earths by way of Hong Kong or Macau was found.", []string{"c-wk-reg792"}},
		to:        []string{"HK", "MO"},
	},
	{
		Ambiguity: Ambiguity{8, "Practice says that military users outside the United States and Japan are refused; no text apart from Announcement 61 says so.", []string{"c-fdd-wiki"}},
		rules:     []string{"5.1/8"},
	},
	{
		Ambiguity: Ambiguity{9, "Whether the ban on United States military use reaches civilian suppliers of the military is not defined.", []string{"c-wk-no46"}},
		to:        []string{"US"}, uses: notMilitary, rules: []string{"5.1/6", "5.1/6b", "5.1/7b", "5.1/9", "5.1/10", "5.1/11", "5.1/12"}, from: graph.NewDay(2024, 12, 3),
	},
	{
		Ambiguity: Ambiguity{10, "The adjustment of the technology catalogue in July 2025 is not known item by item.", []string{"c-wk-tech2025"}},
		controls:  []string{"mofcom-most-2023-57"}, from: graph.NewDay(2025, 7, 15),
	},
	{
		Ambiguity: Ambiguity{11, "The numbers of the lists of June 2026 are not in the sources, or rest on one of them.", []string{"c-rbtfl-jp28"}},
		controls:  []string{"mofcom-2026-us10", "mofcom-2026-28", "mofcom-2026-jp-watch-2"},
	},
	{
		Ambiguity: Ambiguity{12, "What raises Japan's military strength is open-ended: MOFCOM says that civilians are not affected, the press says otherwise.", []string{"c-wk-jp1", "c-particle-jpwsj"}},
		to:        []string{"JP"}, from: graph.NewDay(2026, 1, 6), rules: []string{"5.1/5", "5.1/7", "5.1/9", "5.1/10", "5.1/11", "5.1/12", "5.2/1"},
	},
	{
		Ambiguity: Ambiguity{13, "A system of validated end users is reported by one paper and disputed; it is not counted on.", []string{"c-newsmax-veu", "c-particle-besv"}},
		to:        []string{"US"}, rules: []string{"5.1/9", "5.1/10"}, uses: notMilitary, from: graph.NewDay(2025, 11, 11),
	},
	{
		Ambiguity: Ambiguity{14, "The law lets the ministry ask for a licence for goods on no list that the exporter knows to be risky.", []string{"c-ss-no62"}},
		flags:     []graph.Flag{graph.FlagCatchAll},
	},
	{
		Ambiguity: Ambiguity{15, "Texts of the controls are copies and translations, not the ministry's own pages.", nil},
		controls:  []string{""},
	},
}

// ambiguities lists those that bear on a decision, by number.
func (b *Book) ambiguities(d *Decision) []Ambiguity {
	var found []Ambiguity
	for i := range openAmbiguities {
		a := &openAmbiguities[i]
		if a.bears(b, d) && !slices.ContainsFunc(found, func(x Ambiguity) bool { return x.Number == a.Number }) {
			found = append(found, a.Ambiguity)
		}
	}
	return found
}

func (a *ambiguity) bears(b *Book, d *Decision) bool {
	to := ""
	if d.asked.Destination != graph.NoNode {
		to = b.view.Key(d.asked.Destination)
	}
	return oneOf(a.rules, d.Rule) && oneOf(a.to, to) && oneOf(a.uses, d.asked.EndUse) && d.asked.On >= a.from &&
		(len(a.flags) == 0 || slices.ContainsFunc(a.flags, d.Flags.Has)) &&
		(len(a.controls) == 0 || slices.ContainsFunc(d.Clauses, func(c Clause) bool { return a.names(b, c) }))
}

func (a *ambiguity) names(b *Book, c Clause) bool {
	if a.controls[0] != "" && !slices.Contains(a.controls, b.view.Key(c.Control)) {
		return false
	}
	return !a.uncoded || c.HasRow && c.Row.Table == b.restricts && len(b.view.Facts().Restricts[c.Row.Index].ControlCode) == 0
}

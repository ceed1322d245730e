package control

import "github.com/lodestone-graph/lodestone/graph"

// classOf says to which class the items of a control belong. A control of the same country that covers items and stands in none of these
// tables is of the class OtherMetal: a new mineral needs no code.
var classOf = map[string]Class{
	"mofcom-2025-18":      HeavyRareEarth,
	"mofcom-2025-57":      PausedRareEarth,
	"mofcom-2025-56":      RareEarthInput,
	"mofcom-2025-62":      RareEarthKnowHow,
	"mofcom-most-2023-57": RareEarthKnowHow,
}

// clauses are controls that the decision table names; they put no item under a class.
var clauses = map[string]bool{
	"mofcom-2024-46-1": true, "mofcom-2024-46-2": true, "mofcom-2026-1": true,
	"mofcom-2025-61-1": true, "mofcom-2025-61-2": true, "mofcom-2025-61-3": true,
}

// list says of an entity list what its rows do not: how many names it has, of which country, whether it binds exporters of other countries,
// and when it came to its end.
type list struct {
	names    int
	country  string
	reaching bool
	lastDay  graph.Day // 0: it has not ended
}

var lists = map[string]list{
	"mofcom-2025-13":         {names: 15, country: "US"},
	"mofcom-2025-21":         {names: 16, country: "US"},
	"mofcom-2025-22":         {names: 12, country: "US", lastDay: graph.NewDay(2025, 8, 12)},
	"mofcom-2025-35":         {names: 8, country: "TW"},
	"mofcom-2025-51":         {names: 3, country: "US"},
	"mofcom-2026-11":         {names: 20, country: "JP", reaching: true},
	"mofcom-2026-12":         {names: 20, country: "JP"},
	"mofcom-2026-20":         {names: 7, reaching: true},
	"mofcom-2026-us10":       {names: 10, country: "US", reaching: true},
	"mofcom-2026-28":         {names: 20, country: "JP", reaching: true},
	"mofcom-2026-jp-watch-2": {names: 20, country: "JP"},
}

// reading settles what the rows leave open about an item and its kinds.
type reading struct {
	item     string
	like     string // it is treated as this item
	control  string // only under this control; empty: under all that cover that item
	excluded bool
	flags    graph.Flags
	says     string
}

// readings hold for an item and its kinds, unless rows of restricts put them under a class.
var readings = []reading{
	{
		item: "magnet-assembly-hc", like: heavyMagnets, control: "mofcom-2025-18",
		says: "Loose magnets and blanks of assembled magnets are magnets; only deep-processed parts are outside.",
	},
	{
		item: "tbfe-alloy", like: "tb-metal", control: "mofcom-2025-18",
		says: "Alloys of terbium are a covered form.",
	},
	{
		item: "sintered-ndfeb-standard", excluded: true, flags: graph.Flags{graph.FlagContentNotStated},
		says: "Outside only when the magnet holds no dysprosium and no terbium.",
	},
	{
		item: "hot-deformed-ndfeb", excluded: true, flags: graph.Flags{graph.FlagContentNotStated},
		says: "Made without dysprosium and terbium as a rule; outside only when it holds none.",
	},
}

// unknownContent is the reading of loose magnets, of whatever grade, that no row and no other reading speaks of.
var unknownContent = reading{
	like: heavyMagnets, flags: graph.Flags{graph.FlagContentNotStated},
	says: "Whether the magnet holds dysprosium or terbium is not stated: it is taken as one that does.",
}

// fixedMagnets is the reading of parts, other than magnets, in whose recipe a magnet stands.
var fixedMagnets = reading{excluded: true, says: "A part in which magnets are fixed is a deep-processed product."}

const (
	looseMagnets = "rare-earth-magnet"
	heavyMagnets = "sintered-ndfeb-magnet-hc"
)

// caution adds a flag to the answers of some rows for some end uses.
type caution struct {
	rules []string
	uses  []EndUse
	flag  graph.Flag
	says  string
	basis []string
}

var cautions = []caution{
	{
		rules: []string{"5.1/2", "5.1/13", "5.1/14"}, uses: []EndUse{ChipOrAI, Military, Humanitarian, AnyUse}, flag: graph.FlagCatchAll,
		says:  "The ministry can ask for a licence for goods on no list that the exporter knows to be risky.",
		basis: []string{"c-ss-no62"},
	},
	{
		rules: []string{"5.1/"}, uses: []EndUse{AnyUse, Humanitarian}, flag: graph.FlagTakenAsCivilian,
		says: "The end use is decided as a civilian one.",
	},
	{
		rules: []string{"5.1/9", "5.1/10", "5.1/11", "5.1/12"}, uses: []EndUse{ChipOrAI}, flag: graph.FlagNoChipRule,
		says:  "Case-by-case language exists only for foreign re-exports under Announcement 61; MOFCOM told the EU it could ease some chip-related exports.",
		basis: []string{"c-particle-eu12"},
	},
}

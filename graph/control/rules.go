package control

import "github.com/lodestone-graph/lodestone/graph"

// rule is a row of the decision table: when its condition holds and no earlier row's does, it decides.
type rule struct {
	id      string
	when    condition
	outcome Outcome
	then    []rule // rows that decide in its stead; the last of them always holds
	types   []licenceOf
	says    string
	basis   []string // sources
	door    string
	flags   graph.Flags
}

// licenceOf names the licence type of a row, if a control is among its clauses or always.
type licenceOf struct{ control, licence string }

// condition holds when all of its parts that are set hold.
type condition struct {
	exporter Exporter
	origin   origin
	to       string // destination
	uses     []EndUse
	user     listing // the user is on such a list
	active   string  // this control is in force
	inactive []string
	under    []Class // the item is under a control of one of these classes that is in force
	paused   []Class // the item is under a control of one of these classes that is suspended
	by       string  // this control is in force and covers the item
	regime   graph.Regime
	excluded bool
	licensed cover
	// Of goods made abroad: stated to be so, or (unsaid) not stated.
	content, technology graph.Truth
	unsaid              bool
}

// origin says where goods were made.
type origin uint8

const (
	anywhere origin = iota
	atHome
	abroad
)

// listing says what a user's name on lists amounts to.
type listing uint8

const (
	anybody        listing = iota
	banned                 // on a control list in force
	bannedAbroad           // on a control list in force that binds exporters of any country
	watched                // on a watch list in force
	formerlyBanned         // on a control list that is suspended
	listedOrHeld           // on any list in force, or held at 50 % or more by such a firm
)

// cover says what licences on record do for a shipment.
type cover uint8

const (
	unasked cover = iota
	covered
	possible
	lapsed
)

const specialCases = "In special cases the exporter may apply to MOFCOM."

var (
	dualUse       = []Class{HeavyRareEarth, PausedRareEarth, RareEarthInput, RareEarthKnowHow, OtherMetal}
	goods         = []Class{HeavyRareEarth, PausedRareEarth, RareEarthInput, OtherMetal}
	notMilitary   = []EndUse{Civilian, ChipOrAI, Humanitarian, AnyUse}
	foreignRules  = []string{"mofcom-2025-61-1", "mofcom-2025-61-2", "mofcom-2025-61-3"}
	perShipment   = []licenceOf{{"", "cn-individual"}}
	oneYear       = []licenceOf{{"", "cn-general-rare-earth"}}
	entityBan     = []licenceOf{{"", "cn-prohibition-control-list"}}
	caseA         = "An item of the seven rare earths of Announcement 18, or their magnets, needs an individual licence, one for each shipment or contract."
	caseABasis    = []string{"c-websnap-no18", "d-tianhe-caixin"}
	decisionTable = append(append([]rule{{
		id: "0", when: condition{to: "CN"}, outcome: NoLicence,
		says: "What goes to China is no export from China, and no clause on trade between other countries reaches it.",
	}}, fromHome...), fromAbroad...)
)

// fromHome is table 5.1: the exporter ships out of China.
var fromHome = []rule{
	{
		id: "5.1/1", when: condition{exporter: FromHome, user: banned, under: dualUse}, outcome: Prohibited, types: entityBan,
		says: "The user is on a control list in force: no dual-use item may go to it.", basis: []string{"c-wk-reg792"}, door: specialCases,
	},
	{
		id: "5.1/2", when: condition{exporter: FromHome, excluded: true}, outcome: NoLicence, flags: graph.Flags{graph.FlagCustomsMayHold},
		says:  "The item is stated to be outside the controls; one customs code covers all magnets, and parcels have been held.",
		basis: []string{"c-jying-faq5", "c-yjmag-faq", "c-redcensor-may"},
	},
	{
		id: "5.1/3", when: condition{exporter: FromHome, by: "mofcom-most-2023-57", regime: graph.RegimeProhibited}, outcome: Prohibited,
		types: []licenceOf{{"", "cn-prohibition-technology"}},
		says:  "The technology is in the prohibited part of the catalogue of technologies.", basis: []string{"c-bactf-tech2023", "c-cb-tech2023"},
		door: specialCases,
	},
	{
		id: "5.1/3b", when: condition{exporter: FromHome, under: []Class{RareEarthKnowHow}}, outcome: Individual,
		types: []licenceOf{{"mofcom-2025-62", "cn-technology-62"}},
		says:  "The technology is in the restricted part of the catalogue of technologies, or under Announcement 62 while that is in force.",
		basis: []string{"c-wk-no62"},
	},
	{
		id: "5.1/4", when: condition{exporter: FromHome, to: "US", uses: []EndUse{Military}, active: "mofcom-2024-46-1", under: goods}, outcome: Prohibited,
		types: []licenceOf{{"", "cn-prohibition-us-military"}},
		says:  "No dual-use item may go to military users or uses of the United States.", basis: []string{"c-wk-no46"}, door: specialCases,
	},
	{
		id: "5.1/5", when: condition{exporter: FromHome, to: "JP", uses: []EndUse{Military}, active: "mofcom-2026-1", under: goods}, outcome: Prohibited,
		types: []licenceOf{{"", "cn-prohibition-jp-military"}},
		says:  "No dual-use item may go to military users or uses of Japan, or to any use that raises its military strength, whether the user is listed or not.",
		basis: []string{"c-wk-jp1"}, door: specialCases,
	},
	{
		id: "5.1/6", when: condition{exporter: FromHome, to: "US", by: "mofcom-2024-46-2", regime: graph.RegimeProhibited}, outcome: RefusedInPrinciple,
		types: perShipment,
		says:  "Gallium, germanium, antimony and superhard items to the United States are refused in principle.", basis: []string{"c-devevil-no46"},
		door: specialCases,
	},
	{
		id: "5.1/6b", when: condition{exporter: FromHome, to: "US", by: "mofcom-2024-46-2"}, outcome: Individual,
		types: perShipment, flags: graph.Flags{graph.FlagStricterChecks},
		says: "Graphite items to the United States need a licence, with stricter checks of user and use.", basis: []string{"c-devevil-no46"},
	},
	{
		id: "5.1/7", when: condition{exporter: FromHome, user: watched, under: dualUse}, outcome: IndividualNoLimit,
		types: []licenceOf{{"", "cn-watchlist-individual"}},
		says:  "The user is on a watch list in force: an individual licence with a risk report and a written pledge, reviewed without limit of time, and no general licence.",
		basis: []string{"c-wk-jp12", "c-gmt-jp24feb"},
	},
	{
		id: "5.1/7b", when: condition{exporter: FromHome, user: formerlyBanned, under: dualUse}, outcome: Individual, types: perShipment,
		says:  "The control list that names the user is suspended: the exporter may apply for a licence.",
		basis: []string{"c-wk-us31", "c-shine-us28", "c-uol-aug12"},
	},
	{
		id: "5.1/8", when: condition{exporter: FromHome, uses: []EndUse{Military}, under: []Class{HeavyRareEarth}}, outcome: Individual,
		types: perShipment, flags: graph.Flags{graph.FlagRefusalExpected},
		says:  "A military use needs an individual licence and should expect refusal: licences are tied to statements that rule military use out.",
		basis: []string{"d-india-licence", "d-jlmag-licence", "c-fdd-wiki"},
	},
	{
		id: "5.1/9", when: condition{exporter: FromHome, uses: notMilitary, under: []Class{HeavyRareEarth}, licensed: covered}, outcome: GeneralLicence,
		types: oneYear,
		says:  "A one-year general licence on record covers the shipment to this customer.", basis: []string{"c-assam-gl", "c-gbf-gl18", "c-wk-gl19"},
	},
	{
		id: "5.1/10", when: condition{exporter: FromHome, uses: notMilitary, under: []Class{HeavyRareEarth}, licensed: possible}, outcome: Individual,
		types: perShipment, flags: graph.Flags{graph.FlagGeneralPossible}, says: caseA, basis: caseABasis,
		door: "A general licence on record may cover the shipment, if its holder sells it and this customer is among those it names.",
	},
	{
		id: "5.1/10", when: condition{exporter: FromHome, uses: notMilitary, under: []Class{HeavyRareEarth}, licensed: lapsed}, outcome: Individual,
		types: perShipment, flags: graph.Flags{graph.FlagGeneralEnded}, says: caseA, basis: caseABasis,
		door: "A general licence on record covered such shipments until before the day; nothing is known of its renewal.",
	},
	{
		id: "5.1/10", when: condition{exporter: FromHome, under: []Class{HeavyRareEarth}}, outcome: Individual, types: perShipment,
		says: caseA, basis: caseABasis,
	},
	{
		id: "5.1/11", when: condition{exporter: FromHome, under: []Class{PausedRareEarth, RareEarthInput}}, outcome: Individual, types: perShipment,
		says: "An item of Announcement 56 or 57 needs an individual licence while that is in force.", basis: []string{"c-wk-no56", "i-mofcom-57"},
	},
	{
		id: "5.1/12", when: condition{exporter: FromHome, under: []Class{OtherMetal}}, outcome: Individual, types: perShipment,
		says: "The item is under a control in force and needs an individual licence.", basis: []string{"c-wk-reg792"},
	},
	{
		id: "5.1/13", when: condition{exporter: FromHome, paused: []Class{PausedRareEarth, RareEarthInput}}, outcome: NoLicence,
		says: "The announcement that covers the item is suspended: no licence is needed.", basis: []string{"c-chemradar-70"},
	},
	{
		id: "5.1/14", when: condition{exporter: FromHome}, outcome: NoLicence,
		says: "No control in force covers the item: no licence is needed.",
	},
}

// fromAbroad is table 5.2: the exporter ships between two countries outside China.
var fromAbroad = []rule{
	{
		id: "5.2/1", when: condition{exporter: FromAbroad, origin: atHome, to: "US", uses: []EndUse{Military}, active: "mofcom-2024-46-1", under: dualUse},
		outcome: Prohibited, types: []licenceOf{{"", "cn-prohibition-us-military"}},
		says:  "Whoever hands Chinese dual-use items to military users of the United States is liable, in any country.",
		basis: []string{"c-wk-no46"}, door: specialCases,
	},
	{
		id: "5.2/1", when: condition{exporter: FromAbroad, origin: atHome, to: "JP", uses: []EndUse{Military}, active: "mofcom-2026-1", under: dualUse},
		outcome: Prohibited, types: []licenceOf{{"", "cn-prohibition-jp-military"}},
		says:  "Whoever hands Chinese dual-use items to military users or uses of Japan is liable, in any country.",
		basis: []string{"c-wk-jp1"}, door: specialCases,
	},
	{
		id: "5.2/1", when: condition{exporter: FromAbroad, origin: atHome, user: bannedAbroad, under: dualUse}, outcome: Prohibited, types: entityBan,
		says: "The user is on a control list in force that binds exporters of any country.", basis: []string{"c-wk-jp11", "c-wk-eu7", "c-benchmark-us10"},
		door: specialCases,
	},
	{
		id: "5.2/2", when: condition{exporter: FromAbroad, inactive: foreignRules}, outcome: NoLicence,
		says: "No clause of Announcement 61 is in force: trade between other countries needs no licence from China.",
	},
	{
		id: "5.2/4", when: condition{exporter: FromAbroad, origin: abroad, by: "mofcom-2025-61-1", content: graph.True}, then: reviewAbroad,
		says: "Chinese content of Annex 1 Part 1 is worth 0.1 % or more of the goods.", basis: []string{"c-hk01-annex", "c-wk-no61"},
	},
	{
		id: "5.2/5", when: condition{exporter: FromAbroad, origin: abroad, by: "mofcom-2025-61-2", technology: graph.True}, then: reviewAbroad,
		says: "The goods were made abroad with Chinese rare-earth technology.", basis: []string{"c-hk01-annex", "c-wk-no61"},
	},
	{
		id: "5.2/4", when: condition{exporter: FromAbroad, origin: abroad, by: "mofcom-2025-61-1", content: graph.True, unsaid: true}, then: reviewAbroad,
		flags: graph.Flags{graph.FlagContentNotStated},
		says:  "Chinese content of Annex 1 Part 1 may be worth 0.1 % or more of the goods; it is not stated.", basis: []string{"c-hk01-annex", "c-wk-no61"},
	},
	{
		id: "5.2/5", when: condition{exporter: FromAbroad, origin: abroad, by: "mofcom-2025-61-2", technology: graph.True, unsaid: true}, then: reviewAbroad,
		flags: graph.Flags{graph.FlagTechnologyUnstated},
		says:  "The goods may have been made with Chinese rare-earth technology; it is not stated.", basis: []string{"c-hk01-annex", "c-wk-no61"},
	},
	{
		id: "5.2/6", when: condition{exporter: FromAbroad, origin: atHome, by: "mofcom-2025-61-3"}, then: reviewAbroad,
		says: "Goods of Chinese origin go from one foreign country to another.", basis: []string{"c-hk01-annex", "c-wk-no61"},
	},
	{
		id: "5.2/6", when: condition{exporter: FromAbroad}, outcome: NoLicence,
		says: "No clause of Announcement 61 that is in force reaches the goods: no licence from China is needed.",
	},
}

// reviewAbroad decides on goods that a clause of Announcement 61 reaches.
var reviewAbroad = []rule{
	{
		id: "5.2/3", when: condition{uses: []EndUse{Humanitarian}}, outcome: ExemptReport, types: []licenceOf{{"", "cn-humanitarian-exempt"}},
		says: "Humanitarian goods need no licence, but a report to MOFCOM within 10 working days.", basis: []string{"c-wk-no61"},
	},
	{
		id: "5.2/7a", when: condition{uses: []EndUse{Military}}, outcome: RefusedInPrinciple, types: []licenceOf{{"", "cn-extraterritorial-61"}},
		says: "A military use is refused in principle.", basis: []string{"c-wk-no61"},
	},
	{
		id: "5.2/7a", when: condition{user: listedOrHeld}, outcome: RefusedInPrinciple, types: []licenceOf{{"", "cn-extraterritorial-61"}},
		says: "A user on a control or watch list in force, or held at 50 % or more by one, is refused in principle.", basis: []string{"c-ss-no61", "c-wk-no61"},
	},
	{
		id: "5.2/7b", when: condition{uses: []EndUse{ChipOrAI}}, outcome: CaseByCase, types: []licenceOf{{"", "cn-extraterritorial-61"}},
		says: "Advanced chips, what makes them, and AI of military use are decided case by case.", basis: []string{"c-wk-no61"},
	},
	{
		id: "5.2/7c", outcome: Individual, types: []licenceOf{{"", "cn-extraterritorial-61"}},
		says: "The foreign exporter needs a licence from MOFCOM; the application is in Chinese, by ecomp.mofcom.gov.cn.", basis: []string{"c-wk-no61"},
	},
}

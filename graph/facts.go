package graph

// This file declares every table of a release once: its columns, types, bounds, references and natural key. The loaders,
// the checks, the export, the templates and the release hash are all driven by these declarations (see Tables).
//
// The tag `fact` holds the column's name and its rules, separated by commas:
//
//	required         the cell may not be empty
//	key              part of the natural key, in the order of the fields
//	id, iso2, iso3, upper, url, text    shape of a text cell
//	ref=a|b          the cell names a row of one of these tables ("item" stands for the four item tables)
//	min=, max=       closed bounds of a number
//	codes=NAME       a list of codes of this shape, separated by semicolons
//	month            a date given as YYYY-MM

// Facts are the checked rows of one release, table by table, in the order of their files.
type Facts struct {
	Sources              []Source              `table:"sources"`
	Countries            []Country             `table:"countries"`
	Regions              []Region              `table:"regions"`
	RegionMembers        []RegionMember        `table:"region_members"`
	Elements             []Element             `table:"elements"`
	Materials            []Material            `table:"materials"`
	Components           []Component           `table:"components"`
	Products             []Product             `table:"products"`
	Kinds                []Kind                `table:"kinds"`
	Aliases              []Alias               `table:"aliases"`
	ItemGroups           []ItemGroup           `table:"item_groups"`
	ItemGroupMembers     []ItemGroupMember     `table:"item_group_members"`
	Feeds                []Feed                `table:"feeds"`
	Substitutes          []Substitute          `table:"substitutes"`
	Firms                []Firm                `table:"firms"`
	Facilities           []Facility            `table:"facilities"`
	Operates             []Operation           `table:"operates"`
	Owns                 []Holding             `table:"owns"`
	Produces             []Production          `table:"produces"`
	Makes                []Making              `table:"makes"`
	Supplies             []Supply              `table:"supplies"`
	MarketShares         []MarketShare         `table:"market_shares"`
	MarketProjections    []MarketProjection    `table:"market_projections"`
	ExportControls       []Control             `table:"export_controls"`
	Restricts            []Restriction         `table:"restricts"`
	LicenceTypes         []LicenceType         `table:"licence_types"`
	Licences             []Licence             `table:"licences"`
	LicenceStatistics    []LicenceStatistic    `table:"licence_statistics"`
	Events               []Event               `table:"events"`
	ListedEntities       []ListedEntity        `table:"listed_entities"`
	NotControlled        []Exclusion           `table:"not_controlled"`
	MonthlyExports       []MonthlyExport       `table:"monthly_exports"`
	PeriodExports        []PeriodExport        `table:"period_exports"`
	ImportDependence     []ImportDependence    `table:"import_dependence"`
	LeadTimes            []LeadTime            `table:"lead_times"`
	Stocks               []Stock               `table:"stocks"`
	ProcurementRules     []ProcurementRule     `table:"procurement_rules"`
	ProcurementRuleSteps []ProcurementRuleStep `table:"procurement_rule_steps"`
	FirmSizes            []FirmSize            `table:"firm_sizes"`
}

// Source is a row of sources.csv. Every publication cited. The first letter of an id only tells the subject it was gathered under.
type Source struct {
	Row
	ID        string     `fact:"id,key,required,id"`      // own id
	Title     string     `fact:"title,required,text"`     // title
	Publisher string     `fact:"publisher,required,text"` // who published it
	URL       string     `fact:"url,required,url"`        // where it was read; one address, one id
	Published Date       `fact:"published"`               // date of publication
	Kind      SourceKind `fact:"kind,required"`           // kind of publisher
}

// Country is a row of countries.csv. Countries used anywhere, and all EU members.
type Country struct {
	Row
	ID     string `fact:"id,key,required,iso2"` // own id
	ISO3   string `fact:"iso3,required,iso3"`   // three-letter code
	Name   string `fact:"name,required,text"`   // name in English
	Region string `fact:"region,required,text"` // part of the world
}

// Region is a row of regions.csv. Codes that are not ISO countries.
type Region struct {
	Row
	ID   string `fact:"id,key,required,upper"` // own id
	Name string `fact:"name,required,text"`    // name in English
}

// RegionMember is a row of region_members.csv. Which country belongs to which region. `WORLD` has no members.
type RegionMember struct {
	Row
	Region  string `fact:"region,key,required,ref=regions"`    // region
	Country string `fact:"country,key,required,ref=countries"` // country
}

// Element is a row of elements.csv. The 17 rare earths and the other elements the recipes need.
type Element struct {
	Row
	ID           string       `fact:"id,key,required,id"`                   // own id
	Symbol       string       `fact:"symbol,required,text"`                 // chemical symbol
	Name         string       `fact:"name,required,text"`                   // name in English
	AtomicNumber Integer      `fact:"atomic_number,required,min=1,max=118"` // atomic number
	Group        ElementGroup `fact:"group,required"`                       // light, medium or heavy rare earth, or another element
	Source       string       `fact:"source,required,ref=sources"`          // where the row comes from
}

// Material is a row of materials.csv. Ores, mixed compounds, oxides, compounds, metals, alloys, powders, targets.
type Material struct {
	Row
	ID     string   `fact:"id,key,required,id"`          // own id
	Name   string   `fact:"name,required,text"`          // name in English
	Form   Form     `fact:"form,required"`               // physical form
	HSCode []string `fact:"hs_code,codes=hs"`            // customs heading, 4 or 6 digits
	Note   string   `fact:"note,text"`                   // short remark
	Source string   `fact:"source,required,ref=sources"` // where the row comes from
}

// Component is a row of components.csv. Magnets, motors and other parts.
type Component struct {
	Row
	ID     string        `fact:"id,key,required,id"`          // own id
	Name   string        `fact:"name,required,text"`          // name in English
	Kind   ComponentKind `fact:"kind,required"`               // kind of component
	Unit   Unit          `fact:"unit,required"`               // what one unit is counted in
	Note   string        `fact:"note,text"`                   // short remark
	Source string        `fact:"source,required,ref=sources"` // where the row comes from
}

// Product is a row of products.csv. Finished goods, and the equipment, technology and services named in controls.
type Product struct {
	Row
	ID       string     `fact:"id,key,required,id"`          // own id
	Name     string     `fact:"name,required,text"`          // name in English
	Sector   Sector     `fact:"sector,required"`             // industry
	EndUse   ItemEndUse `fact:"end_use,required"`            // civilian, defence or both
	Category Category   `fact:"category,required"`           // product family
	Unit     Unit       `fact:"unit"`                        // what one unit is counted in; empty for technology and services
	Note     string     `fact:"note,text"`                   // short remark
	Source   string     `fact:"source,required,ref=sources"` // where the row comes from
}

// Kind is a row of kinds.csv. Is-a links between items: grade to class, product to aggregate. No cycles, also none together with feeds.
type Kind struct {
	Row
	Item   string `fact:"item,key,required,ref=item"`    // the narrower item
	KindOf string `fact:"kind_of,key,required,ref=item"` // the class it belongs to
}

// Alias is a row of aliases.csv. Other names.
type Alias struct {
	Row
	ID       string   `fact:"id,key,required,ref=item|item_groups|firms|countries|regions"` // what is named
	Alias    string   `fact:"alias,key,required,text"`                                      // another name
	Language Language `fact:"language,required"`                                            // language of the alias; `mul` for symbols
}

// ItemGroup is a row of item_groups.csv. Groups that statistics and controls refer to; a group is not an item.
type ItemGroup struct {
	Row
	ID   string `fact:"id,key,required,id"` // own id
	Name string `fact:"name,required,text"` // name in English
	Note string `fact:"note,required,text"` // what is counted in
}

// ItemGroupMember is a row of item_group_members.csv. Items in each group. `all-dual-use-items` is a rule and has no list.
type ItemGroupMember struct {
	Row
	Group string `fact:"group,key,required,ref=item_groups"` // group
	Item  string `fact:"item,key,required,ref=item"`         // item
}

// Feed is a row of feeds.csv. What goes into what. No cycles.
type Feed struct {
	Row
	From         string     `fact:"from,key,required,ref=item"`     // the input
	To           string     `fact:"to,key,required,ref=item"`       // what it goes into
	Quantity     Number     `fact:"quantity,min=0,max=100000"`      // amount of input per unit of output, in `unit`
	QuantityLow  Number     `fact:"quantity_low,min=0,max=100000"`  // low end
	QuantityHigh Number     `fact:"quantity_high,min=0,max=100000"` // high end
	Unit         FeedUnit   `fact:"unit,required"`                  // unit of the three amounts
	Essential    Truth      `fact:"essential,required"`             // true when the output cannot be made without it; alternatives are false
	Year         Integer    `fact:"year,min=1900,max=2035"`         // year the figure belongs to
	Source       string     `fact:"source,required,ref=sources"`    // where the row comes from
	Confidence   Confidence `fact:"confidence,required"`            // how well it is stated
	Note         string     `fact:"note,text"`                      // short remark
}

// Substitute is a row of substitutes.csv. What can stand in for what.
type Substitute struct {
	Row
	Item               string     `fact:"item,key,required,ref=item"`       // what is replaced
	Substitute         string     `fact:"substitute,key,required,ref=item"` // what replaces it
	ForItem            string     `fact:"for_item,key,ref=item"`            // use it holds for; empty = in general
	PerformancePercent Number     `fact:"performance_pct,min=0,max=200"`    // performance against the original, percent
	Readiness          Readiness  `fact:"readiness,required"`               // how ready it is
	Source             string     `fact:"source,required,ref=sources"`      // where the row comes from
	Confidence         Confidence `fact:"confidence,required"`              // how well it is stated
	Note               string     `fact:"note,text"`                        // short remark
}

// Firm is a row of firms.csv. Companies and public bodies, including the entities on Chinese lists and a few aggregate nodes (marked in note).
type Firm struct {
	Row
	ID      string `fact:"id,key,required,id"`                     // own id
	Name    string `fact:"name,required,text"`                     // name in English
	Country string `fact:"country,required,ref=countries|regions"` // country
	Roles   []Role `fact:"roles"`                                  // what the firm does; empty = not known
	Ticker  string `fact:"ticker,text"`                            // stock ticker
	Note    string `fact:"note,text"`                              // short remark
	Source  string `fact:"source,required,ref=sources"`            // where the row comes from
}

// Facility is a row of facilities.csv. Mines and plants.
type Facility struct {
	Row
	ID        string         `fact:"id,key,required,id"`             // own id
	Name      string         `fact:"name,required,text"`             // name in English
	Country   string         `fact:"country,required,ref=countries"` // country
	Lat       Number         `fact:"lat,min=-90,max=90"`             // latitude, degrees, WGS 84
	Lon       Number         `fact:"lon,min=-180,max=180"`           // longitude, degrees, WGS 84; many points are town-level (see note)
	Stage     Stage          `fact:"stage,required"`                 // step of the chain
	Status    FacilityStatus `fact:"status,required"`                // state, mid-2026 or latest known
	StartYear Integer        `fact:"start_year,min=1900,max=2035"`   // first or planned first year
	Note      string         `fact:"note,text"`                      // short remark
	Source    string         `fact:"source,required,ref=sources"`    // where the row comes from
}

// Operation is a row of operates.csv. Who runs or holds which facility.
type Operation struct {
	Row
	Firm         string     `fact:"firm,key,required,ref=firms"`          // firm
	Facility     string     `fact:"facility,key,required,ref=facilities"` // facility
	StakePercent Number     `fact:"stake_pct,min=0,max=100"`              // share in the facility, percent
	Source       string     `fact:"source,required,ref=sources"`          // where the row comes from
	Confidence   Confidence `fact:"confidence,required"`                  // how well it is stated
}

// Holding is a row of owns.csv. Firm-to-firm holdings.
type Holding struct {
	Row
	Owner        string     `fact:"owner,key,required,ref=firms"` // holding firm
	Owned        string     `fact:"owned,key,required,ref=firms"` // held firm
	StakePercent Number     `fact:"stake_pct,min=0,max=100"`      // share held, percent
	Source       string     `fact:"source,required,ref=sources"`  // where the row comes from
	Confidence   Confidence `fact:"confidence,required"`          // how well it is stated
}

// Production is a row of produces.csv. What a facility makes, by year.
type Production struct {
	Row
	Facility              string     `fact:"facility,key,required,ref=facilities"` // facility
	Item                  string     `fact:"item,key,required,ref=item"`           // item
	CapacityTonnesPerYear Number     `fact:"capacity_tpa,min=0,max=1000000"`       // capacity, tonnes a year (oxide equivalent where the note says REO)
	OutputTonnesPerYear   Number     `fact:"output_tpa,min=0,max=1000000"`         // output, tonnes in that year
	Year                  Integer    `fact:"year,key,min=1990,max=2035"`           // year of the figure; a later year is a plan
	Source                string     `fact:"source,required,ref=sources"`          // where the row comes from
	Confidence            Confidence `fact:"confidence,required"`                  // how well it is stated
	Note                  string     `fact:"note,text"`                            // short remark
}

// Making is a row of makes.csv. What a firm makes.
type Making struct {
	Row
	Firm       string     `fact:"firm,key,required,ref=firms"` // firm
	Item       string     `fact:"item,key,required,ref=item"`  // item
	Source     string     `fact:"source,required,ref=sources"` // where the row comes from
	Confidence Confidence `fact:"confidence,required"`         // how well it is stated
	Note       string     `fact:"note,text"`                   // short remark
}

// Supply is a row of supplies.csv. Deals and known supply links.
type Supply struct {
	Row
	Supplier            string       `fact:"supplier,key,required,ref=firms"` // who sells
	Buyer               string       `fact:"buyer,key,required,ref=firms"`    // who buys
	Item                string       `fact:"item,key,required,ref=item"`      // item
	SharePercent        Number       `fact:"share_pct,min=0,max=100"`         // share of the BUYER's supply of that item, percent
	VolumeTonnesPerYear Number       `fact:"volume_tpa,min=0,max=1000000"`    // tonnes a year
	Start               Date         `fact:"start,key"`                       // start or signing
	End                 Date         `fact:"end"`                             // end
	Status              SupplyStatus `fact:"status,required"`                 // running, only announced, or over
	Source              string       `fact:"source,required,ref=sources"`     // where the row comes from
	Confidence          Confidence   `fact:"confidence,required"`             // how well it is stated
	Note                string       `fact:"note,text"`                       // short remark
}

// MarketShare is a row of market_shares.csv. Country shares and tonnages by stage.
type MarketShare struct {
	Row
	Country      string     `fact:"country,key,required,ref=countries"`     // country
	Stage        Stage      `fact:"stage,key,required"`                     // step of the chain
	Item         string     `fact:"item,key,required,ref=item|item_groups"` // item
	SharePercent Number     `fact:"share_pct,min=0,max=100"`                // share of the world total at that stage, percent
	Tonnes       Number     `fact:"tonnes,min=0,max=10000000"`              // tonnes
	Year         Integer    `fact:"year,key,required,min=1990,max=2026"`    // year the figure belongs to
	Source       string     `fact:"source,key,required,ref=sources"`        // where the row comes from
	Confidence   Confidence `fact:"confidence,required"`                    // how well it is stated
	Note         string     `fact:"note,text"`                              // short remark
}

// MarketProjection is a row of market_projections.csv. Projections, kept apart from facts.
type MarketProjection struct {
	Row
	Country      string     `fact:"country,key,required,ref=countries"`     // country
	Stage        Stage      `fact:"stage,key,required"`                     // step of the chain
	Item         string     `fact:"item,key,required,ref=item|item_groups"` // item
	SharePercent Number     `fact:"share_pct,min=0,max=100"`                // projected share of the world total, percent
	Tonnes       Number     `fact:"tonnes,min=0,max=1000000"`               // tonnes
	Year         Integer    `fact:"year,key,required,min=2025,max=2060"`    // year the figure belongs to
	Source       string     `fact:"source,key,required,ref=sources"`        // where the row comes from
	Confidence   Confidence `fact:"confidence,required"`                    // how well it is stated
	Note         string     `fact:"note,text"`                              // short remark
}

// Control is a row of export_controls.csv. Chinese laws, notices and lists, and a few export bans of other states (see `country`).
type Control struct {
	Row
	ID             string `fact:"id,key,required,id"`             // own id
	Title          string `fact:"title,required,text"`            // title
	Authority      string `fact:"authority,required,text"`        // who issued it
	Country        string `fact:"country,required,ref=countries"` // issuing country
	Instrument     string `fact:"instrument,required,text"`       // kind of instrument
	Announced      Date   `fact:"announced"`                      // day of issue
	Effective      Date   `fact:"effective,required"`             // first day in force
	SuspendedFrom  Date   `fact:"suspended_from"`                 // first day suspended
	SuspendedUntil Date   `fact:"suspended_until"`                // last day suspended; empty with a start = open-ended or lifted
	Summary        string `fact:"summary,required,text"`          // what it does
	Source         string `fact:"source,required,ref=sources"`    // where the row comes from
}

// Restriction is a row of restricts.csv. Items each control covers.
type Restriction struct {
	Row
	Control     string   `fact:"control,key,required,ref=export_controls"` // control
	Item        string   `fact:"item,key,required,ref=item|item_groups"`   // item or group; covers every item below it in kinds.csv
	Licence     Regime   `fact:"licence,required"`                         // individual licence, general licence possible, or barred
	Scope       string   `fact:"scope,text"`                               // limits and remarks
	ControlCode []string `fact:"control_code,codes=control"`               // dual-use control code, only where stated
	HSCode      []string `fact:"hs_code,codes=tariff"`                     // 8- or 10-digit Chinese tariff line, only where stated
	Source      string   `fact:"source,required,ref=sources"`              // where the row comes from
}

// LicenceType is a row of licence_types.csv. Kinds of licence, exemptions and bans.
type LicenceType struct {
	Row
	ID              string  `fact:"id,key,required,id"`               // own id
	Name            string  `fact:"name,required,text"`               // name in English
	Country         string  `fact:"country,required,ref=countries"`   // issuing country
	ValidityDays    Integer `fact:"validity_days,min=1,max=3650"`     // validity, days
	PerShipment     Truth   `fact:"per_shipment"`                     // true when each shipment needs its own
	EndUseLimits    string  `fact:"end_use_limits,text"`              // limits on use
	TypicalDaysLow  Integer `fact:"typical_days_low,min=0,max=1000"`  // fastest typical review, calendar days
	TypicalDaysHigh Integer `fact:"typical_days_high,min=0,max=1000"` // slowest typical review, calendar days
	Introduced      Date    `fact:"introduced"`                       // since when
	Source          string  `fact:"source,required,ref=sources"`      // where the row comes from
	Note            string  `fact:"note,text"`                        // short remark
}

// Licence is a row of licences.csv. Licences reported as granted.
type Licence struct {
	Row
	ID          string     `fact:"id,key,required,id"`                      // own id
	Holder      string     `fact:"holder,ref=firms"`                        // Chinese exporter; empty = not named
	Customer    string     `fact:"customer,ref=firms"`                      // foreign customer; empty = not named
	LicenceType string     `fact:"licence_type,required,ref=licence_types"` // licence type
	Item        string     `fact:"item,ref=item|item_groups"`               // item
	Granted     Date       `fact:"granted,required"`                        // grant or first report
	Expires     Date       `fact:"expires"`                                 // expiry, often computed (see note)
	Source      string     `fact:"source,required,ref=sources"`             // where the row comes from
	Confidence  Confidence `fact:"confidence,required"`                     // how well it is stated
	Note        string     `fact:"note,text"`                               // short remark
}

// LicenceStatistic is a row of licence_statistics.csv. Counts of applications.
type LicenceStatistic struct {
	Row
	ID              string  `fact:"id,key,required,id"`                     // own id
	ApplicantRegion string  `fact:"applicant_region,ref=countries|regions"` // whose applications; empty = all
	AsOf            Date    `fact:"as_of,required"`                         // date of the count
	Applied         Integer `fact:"applied,min=0,max=100000"`               // applications
	Approved        Integer `fact:"approved,min=0,max=100000"`              // approved
	Rejected        Integer `fact:"rejected,min=0,max=100000"`              // refused
	Pending         Integer `fact:"pending,min=0,max=100000"`               // waiting
	ApprovedPercent Number  `fact:"approved_pct,min=0,max=100"`             // share approved, percent
	Source          string  `fact:"source,required,ref=sources"`            // where the row comes from
	Note            string  `fact:"note,text"`                              // short remark
}

// Event is a row of events.csv. Dated events.
type Event struct {
	Row
	ID      string    `fact:"id,key,required,id"`                     // own id
	Date    Date      `fact:"date,required"`                          // date or start
	EndDate Date      `fact:"end_date"`                               // end
	Kind    EventKind `fact:"kind,required"`                          // kind of event
	Title   string    `fact:"title,required,text"`                    // title
	Country string    `fact:"country,required,ref=countries|regions"` // country
	Firm    string    `fact:"firm,ref=firms"`                         // firm
	Item    string    `fact:"item,ref=item|item_groups"`              // item
	Effect  string    `fact:"effect,text"`                            // what it did
	Source  string    `fact:"source,required,ref=sources"`            // where the row comes from
}

// ListedEntity is a row of listed_entities.csv. Entities named on control and watch lists.
type ListedEntity struct {
	Row
	Control string     `fact:"control,key,required,ref=export_controls"` // the list
	Entity  string     `fact:"entity,key,required,ref=firms"`            // firm id
	Name    string     `fact:"name,required,text"`                       // name in English
	Country string     `fact:"country,required,ref=countries"`           // country
	List    EntityList `fact:"list,required"`                            // control list (ban) or watch list
	Source  string     `fact:"source,required,ref=sources"`              // where the row comes from
}

// Exclusion is a row of not_controlled.csv. Items stated to be outside the 2025 controls.
type Exclusion struct {
	Row
	Item   string `fact:"item,key,required,ref=item"`  // item
	Reason string `fact:"reason,required,text"`        // why it is outside
	Scope  string `fact:"scope,required,text"`         // how far that goes
	Source string `fact:"source,required,ref=sources"` // where the row comes from
}

// MonthlyExport is a row of monthly_exports.csv. Chinese exports by month as stated.
type MonthlyExport struct {
	Row
	Month       Date   `fact:"month,key,required,month"`                       // month
	Item        string `fact:"item,key,required,ref=item|item_groups"`         // item
	Destination string `fact:"destination,key,required,ref=countries|regions"` // destination; `WORLD` = all
	Tonnes      Number `fact:"tonnes,required,min=0,max=100000"`               // tonnes shipped from China
	Source      string `fact:"source,required,ref=sources"`                    // where the row comes from
}

// PeriodExport is a row of period_exports.csv. Chinese exports over several months as stated.
type PeriodExport struct {
	Row
	From        Date   `fact:"from,key,required,month"`                        // first month
	To          Date   `fact:"to,key,required,month"`                          // last month
	Item        string `fact:"item,key,required,ref=item|item_groups"`         // item
	Destination string `fact:"destination,key,required,ref=countries|regions"` // destination; `WORLD` = all
	Tonnes      Number `fact:"tonnes,required,min=0,max=1000000"`              // tonnes shipped from China
	Source      string `fact:"source,required,ref=sources"`                    // where the row comes from
	Note        string `fact:"note,text"`                                      // short remark
}

// ImportDependence is a row of import_dependence.csv. Share of an importer's purchases of an item by origin. Two sources on one pair often differ; both are kept.
type ImportDependence struct {
	Row
	Importer     string     `fact:"importer,key,required,ref=countries|regions"` // who imports
	Item         string     `fact:"item,key,required,ref=item|item_groups"`      // item
	Origin       string     `fact:"origin,key,required,ref=countries"`           // where it comes from by the statistic; may be a mere stop on the way
	SharePercent Number     `fact:"share_pct,required,min=0,max=100"`            // share of the importer's imports or use, percent
	Year         Integer    `fact:"year,key,required,min=1990,max=2026"`         // year the figure belongs to
	Source       string     `fact:"source,key,required,ref=sources"`             // where the row comes from
	Confidence   Confidence `fact:"confidence,required"`                         // how well it is stated
	Note         string     `fact:"note,text"`                                   // short remark
}

// LeadTime is a row of lead_times.csv. Published times to make, ship, qualify, ramp up or license.
type LeadTime struct {
	Row
	Item       string       `fact:"item,key,ref=item"`               // item; empty = any, or the whole chain
	Stage      Stage        `fact:"stage,key"`                       // step of the chain; empty = none in particular
	Kind       LeadTimeKind `fact:"kind,key,required"`               // what takes the time
	DaysLow    Number       `fact:"days_low,min=0,max=20000"`        // low end, calendar days
	DaysHigh   Number       `fact:"days_high,min=0,max=20000"`       // high end, calendar days
	Source     string       `fact:"source,key,required,ref=sources"` // where the row comes from
	Confidence Confidence   `fact:"confidence,required"`             // how well it is stated
	Note       string       `fact:"note,text"`                       // short remark
}

// Stock is a row of stocks.csv. Published inventories, in days of need or tonnes. Goals and requests are marked in note.
type Stock struct {
	Row
	Holder     string     `fact:"holder,key,ref=firms|countries|regions"` // who holds it; for an industry its country, empty = everywhere
	HolderKind HolderKind `fact:"holder_kind,required"`                   // a firm, a state reserve, or an industry as a whole
	Sector     Sector     `fact:"sector"`                                 // industry whose need is meant
	Item       string     `fact:"item,key,required,ref=item|item_groups"` // item
	DaysLow    Number     `fact:"days_low,min=0,max=5000"`                // low end, days of need
	DaysHigh   Number     `fact:"days_high,min=0,max=5000"`               // high end, days of need
	Tonnes     Number     `fact:"tonnes,min=0,max=10000000"`              // tonnes
	AsOf       Date       `fact:"as_of,key,required"`                     // date of the figure
	Source     string     `fact:"source,key,required,ref=sources"`        // where the row comes from
	Confidence Confidence `fact:"confidence,required"`                    // how well it is stated
	Note       string     `fact:"note,text"`                              // short remark
}

// ProcurementRule is a row of procurement_rules.csv. Buying rules and goals of other sovereigns.
type ProcurementRule struct {
	Row
	ID         string              `fact:"id,key,required,id"`                     // own id
	Title      string              `fact:"title,required,text"`                    // title
	Authority  string              `fact:"authority,required,text"`                // who issued it
	Country    string              `fact:"country,required,ref=countries|regions"` // issuing country or union
	Kind       ProcurementRuleKind `fact:"kind,required"`                          // a ban for public buyers, or a goal
	Effective  Date                `fact:"effective,required"`                     // first day in force
	Ends       Date                `fact:"ends"`                                   // last day; empty = open
	Summary    string              `fact:"summary,required,text"`                  // what it does, with exceptions
	Source     string              `fact:"source,required,ref=sources"`            // where the row comes from
	Confidence Confidence          `fact:"confidence,required"`                    // how well it is stated
}

// ProcurementRuleStep is a row of procurement_rule_steps.csv. What each rule bars or caps: item, chain step, origin, dates.
type ProcurementRuleStep struct {
	Row
	Rule             string `fact:"rule,key,required,ref=procurement_rules"` // the rule
	Item             string `fact:"item,key,required,ref=item|item_groups"`  // item
	Stage            Stage  `fact:"stage,key,required"`                      // step of the chain that counts
	CoveredCountry   string `fact:"covered_country,key,ref=countries"`       // origin barred; empty = any one third country
	From             Date   `fact:"from,key,required"`                       // first day
	Until            Date   `fact:"until"`                                   // last day or target day; empty = open
	ThresholdPercent Number `fact:"threshold_pct,min=0,max=100"`             // limit or floor, percent; empty = none allowed
	Source           string `fact:"source,required,ref=sources"`             // where the row comes from
	Note             string `fact:"note,text"`                               // short remark
}

// FirmSize is a row of firm_sizes.csv. Revenue and staff, to weight impacts.
type FirmSize struct {
	Row
	Firm              string     `fact:"firm,key,required,ref=firms"`         // firm
	Year              Integer    `fact:"year,key,required,min=1990,max=2026"` // year the figure belongs to
	RevenueMillionUSD Number     `fact:"revenue_musd,min=0,max=2000000"`      // revenue, million US dollars
	Employees         Integer    `fact:"employees,min=0,max=5000000"`         // staff
	Source            string     `fact:"source,key,required,ref=sources"`     // where the row comes from
	Confidence        Confidence `fact:"confidence,required"`                 // how well it is stated
	Note              string     `fact:"note,text"`                           // short remark
}

package graph

// The closed lists of the data dictionary. An empty value means unknown.

// SourceKind is a closed list of the data dictionary.
type SourceKind string

// The values of SourceKind.
const (
	SourceKindOfficial SourceKind = "OFFICIAL"
	SourceKindCompany  SourceKind = "COMPANY"
	SourceKindMedia    SourceKind = "MEDIA"
	SourceKindPaper    SourceKind = "PAPER"
	SourceKindDataset  SourceKind = "DATASET"
	SourceKindAnalyst  SourceKind = "ANALYST"
)

// Values lists SourceKind in the order of the dictionary.
func (SourceKind) Values() []string {
	return []string{"OFFICIAL", "COMPANY", "MEDIA", "PAPER", "DATASET", "ANALYST"}
}

// ElementGroup is a closed list of the data dictionary.
type ElementGroup string

// The values of ElementGroup.
const (
	ElementGroupLight        ElementGroup = "LIGHT"
	ElementGroupMedium       ElementGroup = "MEDIUM"
	ElementGroupHeavy        ElementGroup = "HEAVY"
	ElementGroupNonRareEarth ElementGroup = "NON_RARE_EARTH"
)

// Values lists ElementGroup in the order of the dictionary.
func (ElementGroup) Values() []string {
	return []string{"LIGHT", "MEDIUM", "HEAVY", "NON_RARE_EARTH"}
}

// Form is a closed list of the data dictionary.
type Form string

// The values of Form.
const (
	FormOreConcentrate Form = "ORE_CONCENTRATE"
	FormMixedCompound  Form = "MIXED_COMPOUND"
	FormOxide          Form = "OXIDE"
	FormCompound       Form = "COMPOUND"
	FormMetal          Form = "METAL"
	FormAlloy          Form = "ALLOY"
	FormPowder         Form = "POWDER"
	FormTarget         Form = "TARGET"
)

// Values lists Form in the order of the dictionary.
func (Form) Values() []string {
	return []string{"ORE_CONCENTRATE", "MIXED_COMPOUND", "OXIDE", "COMPOUND", "METAL", "ALLOY", "POWDER", "TARGET"}
}

// ComponentKind is a closed list of the data dictionary.
type ComponentKind string

// The values of ComponentKind.
const (
	ComponentKindMagnet    ComponentKind = "MAGNET"
	ComponentKindMotor     ComponentKind = "MOTOR"
	ComponentKindGenerator ComponentKind = "GENERATOR"
	ComponentKindActuator  ComponentKind = "ACTUATOR"
	ComponentKindSensor    ComponentKind = "SENSOR"
	ComponentKindSpeaker   ComponentKind = "SPEAKER"
	ComponentKindSonar     ComponentKind = "SONAR"
	ComponentKindRadar     ComponentKind = "RADAR"
	ComponentKindLaser     ComponentKind = "LASER"
	ComponentKindPhosphor  ComponentKind = "PHOSPHOR"
	ComponentKindCoating   ComponentKind = "COATING"
	ComponentKindCatalyst  ComponentKind = "CATALYST"
	ComponentKindCeramic   ComponentKind = "CERAMIC"
	ComponentKindGlass     ComponentKind = "GLASS"
	ComponentKindBattery   ComponentKind = "BATTERY"
	ComponentKindOther     ComponentKind = "OTHER"
)

// Values lists ComponentKind in the order of the dictionary.
func (ComponentKind) Values() []string {
	return []string{"MAGNET", "MOTOR", "GENERATOR", "ACTUATOR", "SENSOR", "SPEAKER", "SONAR", "RADAR", "LASER", "PHOSPHOR", "COATING", "CATALYST", "CERAMIC", "GLASS", "BATTERY", "OTHER"}
}

// Unit is a closed list of the data dictionary.
type Unit string

// The values of Unit.
const (
	UnitKg   Unit = "kg"
	UnitUnit Unit = "unit"
	UnitMW   Unit = "MW"
)

// Values lists Unit in the order of the dictionary.
func (Unit) Values() []string {
	return []string{"kg", "unit", "MW"}
}

// Sector is a closed list of the data dictionary.
type Sector string

// The values of Sector.
const (
	SectorAutomotive    Sector = "AUTOMOTIVE"
	SectorWind          Sector = "WIND"
	SectorDefence       Sector = "DEFENCE"
	SectorAerospace     Sector = "AEROSPACE"
	SectorElectronics   Sector = "ELECTRONICS"
	SectorSemiconductor Sector = "SEMICONDUCTOR"
	SectorRobotics      Sector = "ROBOTICS"
	SectorMedical       Sector = "MEDICAL"
	SectorEnergy        Sector = "ENERGY"
	SectorIndustrial    Sector = "INDUSTRIAL"
)

// Values lists Sector in the order of the dictionary.
func (Sector) Values() []string {
	return []string{"AUTOMOTIVE", "WIND", "DEFENCE", "AEROSPACE", "ELECTRONICS", "SEMICONDUCTOR", "ROBOTICS", "MEDICAL", "ENERGY", "INDUSTRIAL"}
}

// ItemEndUse is a closed list of the data dictionary.
type ItemEndUse string

// The values of ItemEndUse.
const (
	ItemEndUseCivilian ItemEndUse = "CIVILIAN"
	ItemEndUseDefence  ItemEndUse = "DEFENCE"
	ItemEndUseDual     ItemEndUse = "DUAL"
)

// Values lists ItemEndUse in the order of the dictionary.
func (ItemEndUse) Values() []string {
	return []string{"CIVILIAN", "DEFENCE", "DUAL"}
}

// Category is a closed list of the data dictionary.
type Category string

// The values of Category.
const (
	CategoryEv          Category = "EV"
	CategoryHybrid      Category = "HYBRID"
	CategoryIceVehicle  Category = "ICE_VEHICLE"
	CategoryWindTurbine Category = "WIND_TURBINE"
	CategoryMissile     Category = "MISSILE"
	CategoryMunition    Category = "MUNITION"
	CategoryAircraft    Category = "AIRCRAFT"
	CategorySubmarine   Category = "SUBMARINE"
	CategoryShip        Category = "SHIP"
	CategoryVehicle     Category = "VEHICLE"
	CategoryRadar       Category = "RADAR"
	CategorySatellite   Category = "SATELLITE"
	CategoryDrone       Category = "DRONE"
	CategoryElectronics Category = "ELECTRONICS"
	CategoryChipTool    Category = "CHIP_TOOL"
	CategoryRobot       Category = "ROBOT"
	CategoryMedical     Category = "MEDICAL"
	CategoryOther       Category = "OTHER"
)

// Values lists Category in the order of the dictionary.
func (Category) Values() []string {
	return []string{"EV", "HYBRID", "ICE_VEHICLE", "WIND_TURBINE", "MISSILE", "MUNITION", "AIRCRAFT", "SUBMARINE", "SHIP", "VEHICLE", "RADAR", "SATELLITE", "DRONE", "ELECTRONICS", "CHIP_TOOL", "ROBOT", "MEDICAL", "OTHER"}
}

// Language is a closed list of the data dictionary.
type Language string

// The values of Language.
const (
	LanguageEnglish  Language = "en"
	LanguageChinese  Language = "zh"
	LanguageJapanese Language = "ja"
	LanguageSymbol   Language = "mul"
)

// Values lists Language in the order of the dictionary.
func (Language) Values() []string {
	return []string{"en", "zh", "ja", "mul"}
}

// FeedUnit is a closed list of the data dictionary.
type FeedUnit string

// The values of FeedUnit.
const (
	FeedUnitKgPerKg     FeedUnit = "kg_per_kg"
	FeedUnitKgPerUnit   FeedUnit = "kg_per_unit"
	FeedUnitUnitPerUnit FeedUnit = "unit_per_unit"
	FeedUnitKgPerMw     FeedUnit = "kg_per_mw"
	FeedUnitUnitPerMw   FeedUnit = "unit_per_mw"
)

// Values lists FeedUnit in the order of the dictionary.
func (FeedUnit) Values() []string {
	return []string{"kg_per_kg", "kg_per_unit", "unit_per_unit", "kg_per_mw", "unit_per_mw"}
}

// Confidence is a closed list of the data dictionary.
type Confidence string

// The values of Confidence.
const (
	ConfidenceHigh   Confidence = "HIGH"
	ConfidenceMedium Confidence = "MEDIUM"
	ConfidenceLow    Confidence = "LOW"
)

// Values lists Confidence in the order of the dictionary.
func (Confidence) Values() []string {
	return []string{"HIGH", "MEDIUM", "LOW"}
}

// Readiness is a closed list of the data dictionary.
type Readiness string

// The values of Readiness.
const (
	ReadinessAvailable Readiness = "AVAILABLE"
	ReadinessLimited   Readiness = "LIMITED"
	ReadinessResearch  Readiness = "RESEARCH"
)

// Values lists Readiness in the order of the dictionary.
func (Readiness) Values() []string {
	return []string{"AVAILABLE", "LIMITED", "RESEARCH"}
}

// Role is a closed list of the data dictionary.
type Role string

// The values of Role.
const (
	RoleMiner          Role = "MINER"
	RoleRefiner        Role = "REFINER"
	RoleMetalMaker     Role = "METAL_MAKER"
	RoleMagnetMaker    Role = "MAGNET_MAKER"
	RoleComponentMaker Role = "COMPONENT_MAKER"
	RoleOem            Role = "OEM"
	RoleDefencePrime   Role = "DEFENCE_PRIME"
	RoleTrader         Role = "TRADER"
	RoleRecycler       Role = "RECYCLER"
	RoleGovernment     Role = "GOVERNMENT"
)

// Values lists Role in the order of the dictionary.
func (Role) Values() []string {
	return []string{"MINER", "REFINER", "METAL_MAKER", "MAGNET_MAKER", "COMPONENT_MAKER", "OEM", "DEFENCE_PRIME", "TRADER", "RECYCLER", "GOVERNMENT"}
}

// Stage is a closed list of the data dictionary.
type Stage string

// The values of Stage.
const (
	StageMine          Stage = "MINE"
	StageConcentration Stage = "CONCENTRATION"
	StageSeparation    Stage = "SEPARATION"
	StageMetal         Stage = "METAL"
	StageAlloy         Stage = "ALLOY"
	StageMagnet        Stage = "MAGNET"
	StageMotor         Stage = "MOTOR"
	StageAssembly      Stage = "ASSEMBLY"
	StageRecycling     Stage = "RECYCLING"
)

// Values lists Stage in the order of the dictionary.
func (Stage) Values() []string {
	return []string{"MINE", "CONCENTRATION", "SEPARATION", "METAL", "ALLOY", "MAGNET", "MOTOR", "ASSEMBLY", "RECYCLING"}
}

// FacilityStatus is a closed list of the data dictionary.
type FacilityStatus string

// The values of FacilityStatus.
const (
	FacilityStatusOperating    FacilityStatus = "OPERATING"
	FacilityStatusRampUp       FacilityStatus = "RAMP_UP"
	FacilityStatusConstruction FacilityStatus = "CONSTRUCTION"
	FacilityStatusPlanned      FacilityStatus = "PLANNED"
	FacilityStatusIdle         FacilityStatus = "IDLE"
	FacilityStatusClosed       FacilityStatus = "CLOSED"
)

// Values lists FacilityStatus in the order of the dictionary.
func (FacilityStatus) Values() []string {
	return []string{"OPERATING", "RAMP_UP", "CONSTRUCTION", "PLANNED", "IDLE", "CLOSED"}
}

// SupplyStatus is a closed list of the data dictionary.
type SupplyStatus string

// The values of SupplyStatus.
const (
	SupplyStatusActive    SupplyStatus = "ACTIVE"
	SupplyStatusAnnounced SupplyStatus = "ANNOUNCED"
	SupplyStatusEnded     SupplyStatus = "ENDED"
)

// Values lists SupplyStatus in the order of the dictionary.
func (SupplyStatus) Values() []string {
	return []string{"ACTIVE", "ANNOUNCED", "ENDED"}
}

// Regime is a closed list of the data dictionary.
type Regime string

// The values of Regime.
const (
	RegimeIndividual      Regime = "INDIVIDUAL"
	RegimeGeneralEligible Regime = "GENERAL_ELIGIBLE"
	RegimeProhibited      Regime = "PROHIBITED"
)

// Values lists Regime in the order of the dictionary.
func (Regime) Values() []string {
	return []string{"INDIVIDUAL", "GENERAL_ELIGIBLE", "PROHIBITED"}
}

// EventKind is a closed list of the data dictionary.
type EventKind string

// The values of EventKind.
const (
	EventKindControl    EventKind = "CONTROL"
	EventKindSuspension EventKind = "SUSPENSION"
	EventKindAgreement  EventKind = "AGREEMENT"
	EventKindShutdown   EventKind = "SHUTDOWN"
	EventKindShortage   EventKind = "SHORTAGE"
	EventKindPrice      EventKind = "PRICE"
	EventKindOpening    EventKind = "OPENING"
	EventKindDeal       EventKind = "DEAL"
	EventKindOther      EventKind = "OTHER"
)

// Values lists EventKind in the order of the dictionary.
func (EventKind) Values() []string {
	return []string{"CONTROL", "SUSPENSION", "AGREEMENT", "SHUTDOWN", "SHORTAGE", "PRICE", "OPENING", "DEAL", "OTHER"}
}

// EntityList is a closed list of the data dictionary.
type EntityList string

// The values of EntityList.
const (
	EntityListControl EntityList = "CONTROL"
	EntityListWatch   EntityList = "WATCH"
)

// Values lists EntityList in the order of the dictionary.
func (EntityList) Values() []string {
	return []string{"CONTROL", "WATCH"}
}

// LeadTimeKind is a closed list of the data dictionary.
type LeadTimeKind string

// The values of LeadTimeKind.
const (
	LeadTimeKindProduction    LeadTimeKind = "PRODUCTION"
	LeadTimeKindShipping      LeadTimeKind = "SHIPPING"
	LeadTimeKindQualification LeadTimeKind = "QUALIFICATION"
	LeadTimeKindRampUp        LeadTimeKind = "RAMP_UP"
	LeadTimeKindLicence       LeadTimeKind = "LICENCE"
)

// Values lists LeadTimeKind in the order of the dictionary.
func (LeadTimeKind) Values() []string {
	return []string{"PRODUCTION", "SHIPPING", "QUALIFICATION", "RAMP_UP", "LICENCE"}
}

// HolderKind is a closed list of the data dictionary.
type HolderKind string

// The values of HolderKind.
const (
	HolderKindFirm     HolderKind = "FIRM"
	HolderKindCountry  HolderKind = "COUNTRY"
	HolderKindIndustry HolderKind = "INDUSTRY"
)

// Values lists HolderKind in the order of the dictionary.
func (HolderKind) Values() []string {
	return []string{"FIRM", "COUNTRY", "INDUSTRY"}
}

// ProcurementRuleKind is a closed list of the data dictionary.
type ProcurementRuleKind string

// The values of ProcurementRuleKind.
const (
	ProcurementRuleKindProcurementBan ProcurementRuleKind = "PROCUREMENT_BAN"
	ProcurementRuleKindBenchmark      ProcurementRuleKind = "BENCHMARK"
)

// Values lists ProcurementRuleKind in the order of the dictionary.
func (ProcurementRuleKind) Values() []string {
	return []string{"PROCUREMENT_BAN", "BENCHMARK"}
}

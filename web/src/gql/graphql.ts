/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Something that is not on record; give exactly one. */
export type AddInput =
  {   /** A plant. */
  plant: AddedPlantInput; sale?: never; }
  |  { plant?: never;   /** A sale. */
  sale: AddedSaleInput; };

/** A plant that is not on record. */
export type AddedPlantInput = {
  /** Where it stands; e.g. EE. */
  country: string;
  /** Who runs it, a firm; e.g. neo-performance. */
  firm: string;
  /** What it makes; e.g. sintered-ndfeb-magnet. */
  item: string;
  /** Its first day, e.g. 2027-01-01; it has always run when it is not given. */
  start?: string | null | undefined;
  /** Capacity in tonnes a year, e.g. 2000; not stated when it is not given. */
  tonnes?: number | null | undefined;
};

/** A sale that is not on record. */
export type AddedSaleInput = {
  /** The buyer, a firm; e.g. vacuumschmelze. */
  buyer: string;
  /** What is sold; e.g. ndpr-oxide. */
  item: string;
  /** The part of the buyer's supply of the item, 0 to 1, e.g. 0.4; not stated when it is not given. */
  share?: number | null | undefined;
  /** Its first day, e.g. 2027-01-01; it has always run when it is not given. */
  start?: string | null | undefined;
  /** The seller, a firm; e.g. lynas. */
  supplier: string;
};

/** Which layer a verdict rests on. The layers are never added. */
export type Basis =
  /** The world market of an item, by country. */
  | 'MARKET'
  /** Nothing. */
  | 'NONE'
  /** Sales, plants and recipes on record. */
  | 'RECORDED';

/** The family of a product. */
export type Category =
  /** An aircraft. */
  | 'AIRCRAFT'
  /** A tool that makes chips. */
  | 'CHIP_TOOL'
  /** A drone. */
  | 'DRONE'
  /** An electronic device. */
  | 'ELECTRONICS'
  /** A battery-electric vehicle. */
  | 'EV'
  /** A hybrid vehicle. */
  | 'HYBRID'
  /** A vehicle with a combustion engine. */
  | 'ICE_VEHICLE'
  /** A medical device. */
  | 'MEDICAL'
  /** A missile. */
  | 'MISSILE'
  /** Another munition. */
  | 'MUNITION'
  /** Another product, technology or service. */
  | 'OTHER'
  /** A radar. */
  | 'RADAR'
  /** A robot. */
  | 'ROBOT'
  /** A satellite. */
  | 'SATELLITE'
  /** A ship. */
  | 'SHIP'
  /** A submarine. */
  | 'SUBMARINE'
  /** A military or other vehicle. */
  | 'VEHICLE'
  /** A wind turbine. */
  | 'WIND_TURBINE';

/** How sure a recorded chain is. */
export type Certainty =
  /** It passes no class and no choice of recipe. */
  | 'CERTAIN'
  /** It passes through a class, or one of several recipes. */
  | 'POSSIBLE';

/** The family of a component. */
export type ComponentKind =
  /** An actuator. */
  | 'ACTUATOR'
  /** A battery or its parts. */
  | 'BATTERY'
  /** A catalyst. */
  | 'CATALYST'
  /** A ceramic. */
  | 'CERAMIC'
  /** A coating. */
  | 'COATING'
  /** A generator. */
  | 'GENERATOR'
  /** Glass or an optic. */
  | 'GLASS'
  /** A laser. */
  | 'LASER'
  /** A permanent magnet. */
  | 'MAGNET'
  /** A motor. */
  | 'MOTOR'
  /** Another part. */
  | 'OTHER'
  /** A phosphor. */
  | 'PHOSPHOR'
  /** A radar or its modules. */
  | 'RADAR'
  /** A sensor. */
  | 'SENSOR'
  /** A sonar. */
  | 'SONAR'
  /** A loudspeaker or transducer. */
  | 'SPEAKER';

/** Whether a measure lies above a mark, whatever is unknown. */
export type ConcentrationMark =
  /** Above, whatever the unknown part is. */
  | 'ABOVE'
  /** Not above, whatever the unknown part is. */
  | 'NOT_ABOVE'
  /** The unknown part decides. */
  | 'UNDECIDED';

/** How well a row is stated. */
export type Confidence =
  /** By the parties or an official statistic. */
  | 'HIGH'
  /** An estimate, an inference, or a link read from a statement about a class. */
  | 'LOW'
  /** By a trade paper or analyst. */
  | 'MEDIUM';

/** What export controls are from one day to another; on other days the record holds. Of several edits that speak of a control on a day, the last holds. */
export type ControlEditInput = {
  /** The controls, at least one; e.g. mofcom-2025-57. */
  controls: Array<string>;
  /** The first day, e.g. 2026-11-11. */
  from: string;
  /** What they are. */
  state: ControlSetting;
  /** The last day; open when it is not given; e.g. 2027-11-10. */
  until?: string | null | undefined;
};

/** What a scenario makes of export controls. */
export type ControlSetting =
  /** In force. */
  | 'IN_FORCE'
  /** Suspended, or lifted. */
  | 'SUSPENDED';

/** What a control is on a day. */
export type ControlState =
  /** It is in force. */
  | 'ACTIVE'
  /** It is a list that has come to its end. */
  | 'ENDED'
  /** Its first day has not come. */
  | 'NOT_YET'
  /** Its suspension has run out: in force by the letter, not verified. */
  | 'REVIVED'
  /** It is suspended, or lifted. */
  | 'SUSPENDED';

/** Lets announced plants start later. */
export type DelayInput = {
  /** By how many days, 0 to 36500, e.g. 365. */
  days: number;
  /** The plants; at least one condition; e.g. countries US. */
  target: TargetInput;
};

/** One step of a scenario; give exactly one. Removing all Chinese makers and then adding a plant in China leaves the added one; the other way round leaves none. */
export type Edit =
  {   /** A sale or a plant that is not on record. */
  add: AddInput; control?: never; delay?: never; licence?: never; limit?: never; remove?: never; }
  |  { add?: never;   /** Export controls are in force or suspended, whatever the record says, as when a pause lapses or is extended. */
  control: ControlEditInput; delay?: never; licence?: never; limit?: never; remove?: never; }
  |  { add?: never; control?: never;   /** Plants that are only announced start later; only in views that include announced facts. */
  delay: DelayInput; licence?: never; limit?: never; remove?: never; }
  |  { add?: never; control?: never; delay?: never;   /** A licence is granted, ends, or is extended. */
  licence: LicenceEditInput; limit?: never; remove?: never; }
  |  { add?: never; control?: never; delay?: never; licence?: never;   /** These outputs make less. */
  limit: LimitInput; remove?: never; }
  |  { add?: never; control?: never; delay?: never; licence?: never; limit?: never;   /** These outputs make nothing, and what they sold is sold no more; the rest of the world market serves the whole need; e.g. countries CN at stage SEPARATION. */
  remove: TargetInput; };

/** The group of an element. */
export type ElementGroup =
  /** A heavy rare earth, e.g. Dy. */
  | 'HEAVY'
  /** A light rare earth, e.g. Nd. */
  | 'LIGHT'
  /** A medium rare earth, e.g. Sm. */
  | 'MEDIUM'
  /** Another element, e.g. Ga. */
  | 'NON_RARE_EARTH';

/** What a shipment is for, as the rules tell uses apart. */
export type EndUse =
  /** Civilian users and uses. */
  | 'CIVILIAN'
  /** Emergency medicine, public-health emergencies, disaster relief. */
  | 'HUMANITARIAN'
  /** Military users and uses, weapons of mass destruction, terrorism. */
  | 'MILITARY'
  /** Logic of 14 nm and below, memory of 256 layers and up, what makes and tests them, and AI of military use. */
  | 'SENSITIVE_CHIP_AI'
  /** Not stated: decided as civilian for exports from China, with a caution. */
  | 'UNKNOWN';

/** What kind of list names a firm. */
export type EntityList =
  /** The control list: exports of dual-use items to it are barred. */
  | 'CONTROL'
  /** The watch list: exports to it are examined more closely. */
  | 'WATCH';

/** What kind of event it is. */
export type EventKind =
  /** States agreed. */
  | 'AGREEMENT'
  /** A control was issued or changed. */
  | 'CONTROL'
  /** Firms agreed. */
  | 'DEAL'
  /** A plant opened. */
  | 'OPENING'
  /** Something else. */
  | 'OTHER'
  /** A price moved. */
  | 'PRICE'
  /** Supply fell short. */
  | 'SHORTAGE'
  /** A plant stopped. */
  | 'SHUTDOWN'
  /** A control was suspended. */
  | 'SUSPENSION';

/** The state of a plant. */
export type FacilityStatus =
  /** It is closed. */
  | 'CLOSED'
  /** It is being built. */
  | 'CONSTRUCTION'
  /** It stands still. */
  | 'IDLE'
  /** It works. */
  | 'OPERATING'
  /** It is planned. */
  | 'PLANNED'
  /** It works and is growing to its capacity. */
  | 'RAMP_UP';

/** Which facts a view takes into account. It acts on links and figures, not on the identity of things. */
export type FactFilter = {
  /** Count sales and plants that are only announced as if they came true on their dates. */
  includeAnnounced?: boolean;
  /** Leave out rows whose source was not published yet on this day: what was known then. A source dated to a month or year counts from its last day on, one without a date always; e.g. 2025-05-01. */
  knownOn?: string | null | undefined;
  /** Leave out rows below this confidence; LOW leaves nothing out; e.g. MEDIUM. */
  minConfidence?: Confidence;
  /** Leave out rows on the word of these sources; e.g. u-seaisi-iea2024. */
  withoutSources?: Array<string> | null | undefined;
};

/** The unit of an amount in a recipe: input per output. */
export type FeedUnit =
  /** Kilograms of input per kilogram of output. */
  | 'KG_PER_KG'
  /** Kilograms of input per megawatt of output. */
  | 'KG_PER_MW'
  /** Kilograms of input per piece of output. */
  | 'KG_PER_UNIT'
  /** Pieces of input per megawatt of output. */
  | 'UNIT_PER_MW'
  /** Pieces of input per piece of output. */
  | 'UNIT_PER_UNIT';

/** Which firms. */
export type FirmFilter = {
  /** Only firms that buy this item or a grade of it on the day of the view; e.g. ndpr-oxide. */
  buys?: string | null | undefined;
  /** Only those of these countries, or of the countries of these regions; e.g. CN, EU. */
  countries?: Array<string> | null | undefined;
  /** Only firms that this firm holds at 50 % or more, or at an unstated stake, through any chain; e.g. shenghe. */
  heldBy?: string | null | undefined;
  /** Only these, at most 1000 ids; e.g. lynas. */
  ids?: Array<string> | null | undefined;
  /** Only firms that make this item or a grade of it: on record, in an active plant, or inferred from a sale; e.g. sintered-ndfeb-magnet. */
  makes?: string | null | undefined;
  /** Only firms that do one of these; e.g. MAGNET_MAKER. */
  roles?: Array<Role> | null | undefined;
  /** Only those whose key, name, alias or note holds this text, case aside; e.g. magnet. */
  text?: string | null | undefined;
};

/** A caution that belongs to an answer: an assumption that was made, or a limit of what is known. */
export type Flag =
  /** It rests on a sale or plant that is only announced. */
  | 'ANNOUNCED'
  /** The part of applications approved is that of the question, not on record. */
  | 'APPROVED_GIVEN'
  /** No row names the part: it is read as an assembly that holds a named good. */
  | 'BY_WORDING'
  /** The item is on no list in force, but a licence can be asked of goods that the exporter knows to be risky. */
  | 'CATCH_ALL_CAUTION'
  /** What the item holds decides, and is not stated. */
  | 'CONTENT_NOT_STATED'
  /** What part of the tonnes needs a licence is not on record: all of it is taken to, so that least is let through. */
  | 'CONTROLLED_PART_ASSUMED'
  /** No stock is on record: days of cover are assumed. */
  | 'COVER_ASSUMED'
  /** The item is outside the controls, yet under customs codes of which parcels were held. */
  | 'CUSTOMS_MAY_HOLD'
  /** The figure is of an earlier year than the one asked about. */
  | 'EARLIER_YEAR'
  /** The end of a licence is not stated: it is computed from how long its kind is valid. */
  | 'END_COMPUTED'
  /** Unstated shares were split in equal parts for the estimate. */
  | 'EQUAL_SPLIT'
  /** Figures contradict each other: the interval spans what they say, unless others settle it. */
  | 'FIGURES_DIFFER'
  /** The market figure is that of an element in the item. */
  | 'FOUND_BY_ELEMENT'
  /** The market figure is that of a group that holds the item. */
  | 'FOUND_BY_GROUP'
  /** The market figure is that of a class of the item. */
  | 'FOUND_UNDER_CLASS'
  /** A general licence on record covered such shipments until before the day; nothing is known of its renewal. */
  | 'GENERAL_LICENCE_ENDED'
  /** A general licence on record may cover the shipment: whom it is held by, or names, is not stated. */
  | 'GENERAL_LICENCE_POSSIBLE'
  /** A sale names a class; whether it is this grade is not stated. */
  | 'GRADE_NOT_STATED'
  /** It is a need or output of a firm that the subject holds. */
  | 'GROUP'
  /** A row whose date is only a year or month decides whether it counts on the day. */
  | 'IMPRECISE_DATE'
  /** Some quantities on the way are not stated; masses are those of the stated ones. */
  | 'INCOMPLETE'
  /** A step between what the firm makes and what it buys is taken as done in-house. */
  | 'IN_HOUSE'
  /** Days on the way or in the making are not on record: they are assumed. */
  | 'LEAD_TIME_ASSUMED'
  /** How long a licence takes, or how many are granted, is not on record: it is assumed. */
  | 'LICENCE_ASSUMED'
  /** A list of the user's country is known in part: a miss is no proof of being unlisted. */
  | 'LIST_INCOMPLETE'
  /** A total of many elements is reported apart; it may overlap with the single elements. */
  | 'LUMP_APART'
  /** Market figures go by where things are made, also when ownership was asked. */
  | 'MARKET_BY_LOCATION'
  /** The scenario names firms or plants, which countries' shares of the world market do not show. */
  | 'MARKET_UNCHANGED'
  /** Masses of the element are not known: the worst need stands for them. */
  | 'MASS_UNKNOWN'
  /** What the record says of a month contradicts the model, and stands. */
  | 'MODEL_AGAINST_RECORD'
  /** No need is on record: what was taken in other months stands for it. */
  | 'NEED_FROM_TRADE'
  /** The need is that of the question, not on record. */
  | 'NEED_GIVEN'
  /** The release records neither an output nor a need of the firm. */
  | 'NOTHING_RECORDED'
  /** No rule on chip uses is published for exports from the controlling country. */
  | 'NO_CHIP_RULE'
  /** Everything was resolved and nothing reaches the target. */
  | 'NO_LINK_FOUND'
  /** The release does not say what the item is made of: that is unknown, not free of everything. */
  | 'NO_RECIPE'
  /** A market figure is more than three years older than the day. */
  | 'OLD_FIGURE'
  /** The seller also buys the item and passes it on. */
  | 'PASSED_ON'
  /** The day asked about lies after the newest source: the release knows nothing of it. */
  | 'PAST_HORIZON'
  /** No plant is on record: the firm's country stands for the place of making. */
  | 'PLACE_BY_FIRM'
  /** No plant with that output is on record: the firm's plants of the stage stand for it. */
  | 'PLACE_BY_STAGE'
  /** A class was asked about; the strictest of its kinds decides. */
  | 'POSSIBLY_CONTROLLED'
  /** The market is that of an item that may hold the element, but need not. */
  | 'POSSIBLY_HOLDS'
  /** A price that bears on the answer is not given: any price is allowed for. */
  | 'PRICE_NOT_GIVEN'
  /** The price given is that of a class of the good. */
  | 'PRICE_OF_CLASS'
  /** No world total is stated: shares are those of the capacity on record. */
  | 'RECORDED_ONLY'
  /** A licence may be applied for and is not expected to be granted. */
  | 'REFUSAL_EXPECTED'
  /** The day lies after the newest dated fact on controls. */
  | 'RULES_NOT_CHECKED'
  /** It rests on an edit of the view's scenario. */
  | 'SCENARIO'
  /** That the seller makes the item is inferred from a sale. */
  | 'SELLER_INFERRED'
  /** No seller is on record: the need is taken to meet the world market, whose goods may all come from the controlling country, or none. */
  | 'SELLER_NOT_RECORDED'
  /** Stated shares add to more than 1.01 and were scaled to 1. */
  | 'SHARES_SCALED'
  /** A market figure is a single row of low confidence or from the media. */
  | 'SINGLE_FIGURE'
  /** What was known on a day was asked, and some sources state no date of publication: their rows are kept. */
  | 'SOURCE_UNDATED'
  /** A holding without a stated stake is taken as control, or as an equal part. */
  | 'STAKE_UNSTATED'
  /** A plant's state was stated after the day, so its start year decides. */
  | 'STATUS_LATER'
  /** The stock on record is stated for another month than the first, at whose start it is taken to be there. */
  | 'STOCK_OF_ANOTHER_DAY'
  /** The stock on record is that of a grade or member of what is asked about. */
  | 'STOCK_OF_GRADE'
  /** The stock on record is that of an industry, not of the firm itself. */
  | 'STOCK_OF_INDUSTRY'
  /** Users and uses are checked more strictly than otherwise. */
  | 'STRICTER_CHECKS'
  /** The control was suspended before its first day, which brought nothing into force. */
  | 'SUSPENDED_AT_START'
  /** It rests on a control whose suspension has run out: in force by the letter; what followed is not known. */
  | 'SUSPENSION_EXPIRED_UNVERIFIED'
  /** The end use was decided as a civilian one. */
  | 'TAKEN_AS_CIVILIAN'
  /** Whose technology it is is stated by the question, and by no row. */
  | 'TECHNOLOGY_BY_QUESTION'
  /** Whether Chinese technology made the item decides, and is not stated. */
  | 'TECHNOLOGY_NOT_STATED'
  /** The chain ends here: a mine, ore, or recycled scrap. */
  | 'TERMINAL'
  /** A row that counts states no start, and its source is younger than the day. */
  | 'UNDATED'
  /** Something on the way waits for a licence and counts as available. */
  | 'WAITS_FOR_LICENCE'
  /** Rests on a model of what is let through, not on figures of exports. */
  | 'WHAT_IF';

/** The physical form of a material. */
export type Form =
  /** An alloy. */
  | 'ALLOY'
  /** Another compound. */
  | 'COMPOUND'
  /** A metal. */
  | 'METAL'
  /** Mixed carbonate, chloride or the like. */
  | 'MIXED_COMPOUND'
  /** Ore or its concentrate. */
  | 'ORE_CONCENTRATE'
  /** An oxide. */
  | 'OXIDE'
  /** A powder. */
  | 'POWDER'
  /** A sputtering target. */
  | 'TARGET';

/** A licence that is not on record. */
export type GrantedLicenceInput = {
  /** The foreign customer; not named when it is not given; e.g. ford. */
  customer?: string | null | undefined;
  /** Its first day, e.g. 2026-12-01. */
  from: string;
  /** The exporter; not named when it is not given; e.g. jl-mag. */
  holder?: string | null | undefined;
  /** The item or group it covers; every item when it is not given; e.g. sintered-ndfeb-magnet-hc. */
  item?: string | null | undefined;
  /** What kind of licence it is, e.g. cn-general-rare-earth. */
  type: string;
  /** Its last day; open when it is not given; e.g. 2027-11-30. */
  until?: string | null | undefined;
};

/** What kind of step of a path it is. */
export type HopKind =
  /** From a grade to its class, or the other way where a class was sold. */
  | 'GRADE'
  /** From a held firm to its holder. */
  | 'HELD'
  /** From an item to the firm that makes or needs it. */
  | 'NEED'
  /** From a place to the firm that makes the item there. */
  | 'ORIGIN'
  /** From an input to what it goes into. */
  | 'RECIPE'
  /** From seller to buyer. */
  | 'SALE'
  /** From a country to an item, by its share of the world market. */
  | 'WORLD_SHARE';

/** Who uses a product. */
export type ItemEndUse =
  /** Civilians only. */
  | 'CIVILIAN'
  /** Armed forces only. */
  | 'DEFENCE'
  /** Both. */
  | 'DUAL';

/** Which items. */
export type ItemFilter = {
  /** Only products of these families; e.g. MISSILE. */
  categories?: Array<Category> | null | undefined;
  /** Only components of these families; e.g. MAGNET. */
  componentKinds?: Array<ComponentKind> | null | undefined;
  /** Only items that a control lists under this dual-use code or a part of it; e.g. 1C902. */
  controlCode?: string | null | undefined;
  /** Only elements of these groups; e.g. HEAVY. */
  elementGroups?: Array<ElementGroup> | null | undefined;
  /** Only products of these end uses; e.g. DEFENCE. */
  endUses?: Array<ItemEndUse> | null | undefined;
  /** Only materials of these forms; e.g. OXIDE. */
  forms?: Array<Form> | null | undefined;
  /** Only items whose customs heading, or whose tariff line in a control, starts with these digits; e.g. 284690. */
  hsCode?: string | null | undefined;
  /** Only these, at most 1000 ids; e.g. tomahawk. */
  ids?: Array<string> | null | undefined;
  /** Only items of these kinds; e.g. PRODUCT. */
  kinds?: Array<ItemKind> | null | undefined;
  /** Only items that one of these firms is on record for making; e.g. lynas. */
  makers?: Array<string> | null | undefined;
  /** Only products of these industries; e.g. DEFENCE. */
  sectors?: Array<Sector> | null | undefined;
  /** Only those of these steps of the chain; e.g. SEPARATION. */
  stages?: Array<Stage> | null | undefined;
  /** Only those whose key, name, alias or note holds this text, case aside; e.g. magnet. */
  text?: string | null | undefined;
  /** Only those about this item or a grade of it; e.g. rare-earth-magnet. */
  under?: string | null | undefined;
};

/** What an item is. */
export type ItemKind =
  /** A magnet, motor or other part. */
  | 'COMPONENT'
  /** A chemical element. */
  | 'ELEMENT'
  /** An ore, compound, oxide, metal, alloy, powder or target. */
  | 'MATERIAL'
  /** A finished good, or equipment, technology or a service named in a control. */
  | 'PRODUCT';

/** The language of a name. */
export type Language =
  /** English. */
  | 'EN'
  /** Japanese. */
  | 'JA'
  /** A symbol that belongs to no language, e.g. Sm. */
  | 'MUL'
  /** Chinese. */
  | 'ZH';

/** A change of one licence: exactly one of these. */
export type LicenceEditInput =
  {   /** The last day of a licence on record, earlier or later than it says. */
  end: LicenceEndInput; grant?: never; }
  |  { end?: never;   /** A licence that is not on record. */
  grant: GrantedLicenceInput; };

/** The end of a licence on record. */
export type LicenceEndInput = {
  /** Its last day, e.g. 2027-12-01. */
  last: string;
  /** The licence, e.g. l-gl-jlmag-2025-12. */
  licence: string;
};

/** What a shipment needs, strictest first. */
export type LicenceOutcome =
  /** A licence that is decided case by case. */
  | 'CASE_BY_CASE'
  /** No licence, but a report. */
  | 'EXEMPT_REPORT'
  /** A general licence on record covers it. */
  | 'GENERAL_LICENCE'
  /** An individual licence, one for each shipment or contract. */
  | 'INDIVIDUAL'
  /** An individual licence, whose review may take any time. */
  | 'INDIVIDUAL_NO_TIME_LIMIT'
  /** No licence. */
  | 'NO_LICENCE'
  /** It is barred; the ministry may allow special cases. */
  | 'PROHIBITED'
  /** A licence is refused in principle. */
  | 'REFUSED_IN_PRINCIPLE';

/** What a decision makes of a supply that crosses the border. */
export type LicencePassage =
  /** It is barred, or refused in principle. */
  | 'CLOSED'
  /** It comes after a review. */
  | 'DELAYED'
  /** Nothing stands in the way. */
  | 'OPEN'
  /** It would be another of these had a suspension that has run out been prolonged, which is not known. */
  | 'UNVERIFIED';

/** Scales what the outputs in a target can make. */
export type LimitInput = {
  /** What is left of them, 0 to 1, e.g. 0.6; factors of several edits multiply. */
  factor: number;
  /** The outputs; at least one condition; e.g. firms lynas. */
  target: TargetInput;
};

/** What makes an output belong to a country. */
export type Nationality =
  /** One or the other. */
  | 'EITHER'
  /** Where the plant stands. */
  | 'LOCATION'
  /** Who controls the firm in the end. */
  | 'OWNERSHIP';

/** What a node is. */
export type NodeKind =
  /** A magnet, motor or other part. */
  | 'COMPONENT'
  /** A law or notice that restricts exports. */
  | 'CONTROL'
  /** A country. */
  | 'COUNTRY'
  /** A chemical element. */
  | 'ELEMENT'
  /** A dated event. */
  | 'EVENT'
  /** A mine or plant. */
  | 'FACILITY'
  /** A company or public body. */
  | 'FIRM'
  /** A group that statistics and controls refer to. */
  | 'ITEM_GROUP'
  /** A licence reported as granted. */
  | 'LICENCE'
  /** A count of applications. */
  | 'LICENCE_STATISTIC'
  /** A kind of licence. */
  | 'LICENCE_TYPE'
  /** An ore, compound, oxide, metal, alloy, powder or target. */
  | 'MATERIAL'
  /** A buying rule or goal. */
  | 'PROCUREMENT_RULE'
  /** A finished good, or equipment, technology or a service named in a control. */
  | 'PRODUCT'
  /** A region such as EU. */
  | 'REGION'
  /** A publication. */
  | 'SOURCE';

/** Whether an element is in an item. */
export type Presence =
  /** By a chain with an optional input, or through some grades of a class only. */
  | 'POSSIBLE'
  /** By an unbroken chain of essential inputs. */
  | 'PRESENT';

/** How ready a substitute is. */
export type Readiness =
  /** On the market. */
  | 'AVAILABLE'
  /** In limited use. */
  | 'LIMITED'
  /** In research only. */
  | 'RESEARCH';

/** What a control asks for. */
export type Regime =
  /** A licence for each case; a general licence is possible. */
  | 'GENERAL_ELIGIBLE'
  /** A licence for each case. */
  | 'INDIVIDUAL'
  /** Export is barred. */
  | 'PROHIBITED';

/** What a firm does. */
export type Role =
  /** Makes components. */
  | 'COMPONENT_MAKER'
  /** Leads defence programmes. */
  | 'DEFENCE_PRIME'
  /** Is a public body. */
  | 'GOVERNMENT'
  /** Makes magnets. */
  | 'MAGNET_MAKER'
  /** Makes metals and alloys. */
  | 'METAL_MAKER'
  /** Mines. */
  | 'MINER'
  /** Makes finished products. */
  | 'OEM'
  /** Recycles. */
  | 'RECYCLER'
  /** Separates and refines. */
  | 'REFINER'
  /** Trades. */
  | 'TRADER';

/** An industry. */
export type Sector =
  /** Civil aircraft and space. */
  | 'AEROSPACE'
  /** Cars and lorries. */
  | 'AUTOMOTIVE'
  /** Arms and forces. */
  | 'DEFENCE'
  /** Electronics and appliances. */
  | 'ELECTRONICS'
  /** Other energy. */
  | 'ENERGY'
  /** Other industry. */
  | 'INDUSTRIAL'
  /** Medical devices. */
  | 'MEDICAL'
  /** Robots and automation. */
  | 'ROBOTICS'
  /** Chips and the tools that make them. */
  | 'SEMICONDUCTOR'
  /** Wind power. */
  | 'WIND';

/** What kind of publisher a source has. */
export type SourceKind =
  /** An analyst. */
  | 'ANALYST'
  /** A company about itself. */
  | 'COMPANY'
  /** A data set. */
  | 'DATASET'
  /** A newspaper or trade paper. */
  | 'MEDIA'
  /** A public body. */
  | 'OFFICIAL'
  /** A scientific paper. */
  | 'PAPER';

/** A step of the chain. Of an item it follows from its form or kind; of a plant it is stated. */
export type Stage =
  /** Making alloys, powders and targets. */
  | 'ALLOY'
  /** Making finished products. */
  | 'ASSEMBLY'
  /** Making other parts. */
  | 'COMPONENT'
  /** Concentrating ore and cracking it to mixed compounds. */
  | 'CONCENTRATION'
  /** Making magnets. */
  | 'MAGNET'
  /** Making metal from oxides. */
  | 'METAL'
  /** Mining; ores and mixed compounds answer to it too. */
  | 'MINE'
  /** Making motors, generators and actuators. */
  | 'MOTOR'
  /** Recovering material from scrap; only plants have it. */
  | 'RECYCLING'
  /** Separating and refining oxides and compounds: the step of the refiners. */
  | 'SEPARATION';

/** Who or what may depend: exactly one of these. */
export type SubjectInput =
  {   /** Firms by a filter; an empty filter is all firms. */
  firms: FirmFilter; ids?: never; items?: never; }
  |  { firms?: never;   /** Firms and items by id, at most 1000; e.g. vacuumschmelze, tomahawk. */
  ids: Array<string>; items?: never; }
  |  { firms?: never; ids?: never;   /** Items by a filter; an empty filter is all items. */
  items: ItemFilter; };

/** The state of a sale. */
export type SupplyStatus =
  /** It runs. */
  | 'ACTIVE'
  /** It is announced. */
  | 'ANNOUNCED'
  /** It is over. */
  | 'ENDED';

/** A set of outputs: those that meet every condition given. Values of one list are alternatives. At least one condition is needed. */
export type TargetInput = {
  /** What makes an output belong to a country, e.g. LOCATION. */
  by?: Nationality;
  /** What leaves the controlling country under these controls, in force on the day and not OPEN; e.g. mofcom-2025-57. For exposure and compare, beside stages and items alone. */
  controls?: Array<string> | null | undefined;
  /** Made in these countries, or in the countries of these regions; e.g. CN, EU. */
  countries?: Array<string> | null | undefined;
  /** Made in these plants; e.g. mountain-pass-mine. */
  facilities?: Array<string> | null | undefined;
  /** Made by these firms or firms that they hold; e.g. northern-rare-earth. */
  firms?: Array<string> | null | undefined;
  /** These items and their grades; e.g. dy-oxide. */
  items?: Array<string> | null | undefined;
  /** Made by firms that these firms control in the end; e.g. shenghe. */
  owners?: Array<string> | null | undefined;
  /** Made at these steps of the chain; e.g. SEPARATION. */
  stages?: Array<Stage> | null | undefined;
};

/** What an entry of a timeline tells, in the order of entries of one day. */
export type TimelineKind =
  /** A control is issued. */
  | 'CONTROL_ANNOUNCED'
  /** Its first day in force. */
  | 'CONTROL_EFFECTIVE'
  /** The day after the last of its suspension: back in force by the letter. */
  | 'CONTROL_REVIVED'
  /** The first day of its suspension. */
  | 'CONTROL_SUSPENDED'
  /** Something that happened. */
  | 'EVENT'
  /** Exports of a month, or of several; the day is the first of them. */
  | 'EXPORTS'
  /** A count of licence applications. */
  | 'LICENCE_COUNT'
  /** The last day of a licence. */
  | 'LICENCE_EXPIRES'
  /** A licence is granted, or first reported. */
  | 'LICENCE_GRANTED'
  /** A sale that is only announced, on its first day. */
  | 'SALE_ANNOUNCED'
  /** A statement on a stock. */
  | 'STOCK';

/** What one unit of an item is counted in. */
export type Unit =
  /** One kilogram. */
  | 'KG'
  /** One megawatt. */
  | 'MW'
  /** One piece. */
  | 'UNIT';

/** How a dependence is known, the strongest first. */
export type Verdict =
  /** Stated shares reach the target. */
  | 'EXPOSED'
  /** No chain is on record, but recipe and world market give an estimate above 0. */
  | 'IMPLIED'
  /** A chain on record reaches the target; its share is not stated. */
  | 'LINKED'
  /** Proven to stay clear of the target. */
  | 'NOT_EXPOSED'
  /** None of these: nobody can say. */
  | 'UNKNOWN';

/** A view, by what it looks at; see Query.view. */
export type ViewInput = {
  /** The day to look at; today when it is not given; e.g. 2026-06-30. */
  asOf?: string | null | undefined;
  /** Which facts to take into account; all of them when it is not given. */
  facts?: FactFilter | null | undefined;
  /** A what-if: edits in order; at most 100. */
  scenario?: Array<Edit> | null | undefined;
};

export type LicenceCalendarQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  customers?: Array<string> | string | null | undefined;
  holders?: Array<string> | string | null | undefined;
}>;


export type LicenceCalendarQuery = { view: { asOf: string, flags: Array<Flag>, licenceCalendar: Array<{ possible: boolean, needed: number, ends: string | null, flags: Array<Flag>, holder: { __typename: 'Firm', key: string, name: string } | null, customer: { __typename: 'Firm', key: string, name: string } | null, item:
        | { __typename: 'Component', key: string, name: string }
        | { __typename: 'Control', key: string, name: string }
        | { __typename: 'Country', key: string, name: string }
        | { __typename: 'Element', key: string, name: string }
        | { __typename: 'Event', key: string, name: string }
        | { __typename: 'Facility', key: string, name: string }
        | { __typename: 'Firm', key: string, name: string }
        | { __typename: 'ItemGroup', key: string, name: string }
        | { __typename: 'Licence', key: string, name: string }
        | { __typename: 'LicenceStatistic', key: string, name: string }
        | { __typename: 'LicenceType', key: string, name: string }
        | { __typename: 'Material', key: string, name: string }
        | { __typename: 'ProcurementRule', key: string, name: string }
        | { __typename: 'Product', key: string, name: string }
        | { __typename: 'Source', key: string, name: string }
       | null, covered: { low: number, high: number }, general: { low: number, high: number }, gap: { low: number, high: number }, receipt: { formula: string, rowCount: number, rows: Array<{ file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }>, assumptions: Array<{ flag: Flag, meaning: string }> } }> | null } };

export type TimelineQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  about?: Array<string> | string | null | undefined;
  kinds?: Array<TimelineKind> | TimelineKind | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type TimelineQuery = { view: { asOf: string, flags: Array<Flag>, release: { horizon: string }, timeline: { totalCount: number, pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, kind: TimelineKind, title: string, day: string, lastDay: string, date: string | null, until: string | null, flags: Array<Flag>, node:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', suspendedUntil: string | null, suspendedFrom: string | null, key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', kind: EventKind, key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', key: string, name: string }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string, holder: { name: string } | null, customer: { name: string } | null }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
         | null, receipt: { rows: Array<{ file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }> } }> } | null } };

export type CompareQueryVariables = Exact<{
  before: ViewInput;
  after: ViewInput;
  of: SubjectInput;
  to: TargetInput;
  element?: string | null | undefined;
  endUse?: EndUse | null | undefined;
}>;


export type CompareQuery = { compare: { compared: number, changed: number, changedVerdicts: number, flags: Array<Flag>, before: { id: string, asOf: string, flags: Array<Flag> }, after: { id: string, asOf: string, flags: Array<Flag>, scenario: Array<{ number: number, text: string }> }, controls: Array<{ before: ControlState | null, after: ControlState | null, flags: Array<Flag>, control: { __typename: 'Control', key: string, name: string } }>, moves: Array<{ before: Verdict | null, after: Verdict | null, count: number }>, subjects: Array<{ verdictChanged: boolean, subject:
        | { __typename: 'Component', key: string, name: string }
        | { __typename: 'Control', key: string, name: string }
        | { __typename: 'Country', key: string, name: string }
        | { __typename: 'Element', key: string, name: string }
        | { __typename: 'Event', key: string, name: string }
        | { __typename: 'Facility', key: string, name: string }
        | { __typename: 'Firm', key: string, name: string, country: { key: string, name: string } }
        | { __typename: 'ItemGroup', key: string, name: string }
        | { __typename: 'Licence', key: string, name: string }
        | { __typename: 'LicenceStatistic', key: string, name: string }
        | { __typename: 'LicenceType', key: string, name: string }
        | { __typename: 'Material', key: string, name: string }
        | { __typename: 'ProcurementRule', key: string, name: string }
        | { __typename: 'Product', key: string, name: string }
        | { __typename: 'Source', key: string, name: string }
      , before: { verdict: Verdict, basis: Basis, share: { low: number, high: number, estimate: number | null } } | null, after: { verdict: Verdict, basis: Basis, share: { low: number, high: number, estimate: number | null } } | null, moved: { low: number | null, high: number | null, estimate: number | null } }> } };

export type ControlPageQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
}>;


export type ControlPageQuery = { view: { asOf: string, flags: Array<Flag>, control: { __typename: 'Control', authority: string, instrument: string, announced: string | null, effective: string, suspendedFrom: string | null, suspendedUntil: string | null, summary: string, state: ControlState | null, key: string, name: string, country: { key: string, name: string }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }, restricts: { totalCount: number, nodes: Array<{ regime: Regime, scope: string | null, controlCodes: Array<string>, hsCodes: Array<string>, item:
            | { __typename: 'Component', key: string, name: string }
            | { __typename: 'Control', key: string, name: string }
            | { __typename: 'Country', key: string, name: string }
            | { __typename: 'Element', key: string, name: string }
            | { __typename: 'Event', key: string, name: string }
            | { __typename: 'Facility', key: string, name: string }
            | { __typename: 'Firm', key: string, name: string }
            | { __typename: 'ItemGroup', key: string, name: string }
            | { __typename: 'Licence', key: string, name: string }
            | { __typename: 'LicenceStatistic', key: string, name: string }
            | { __typename: 'LicenceType', key: string, name: string }
            | { __typename: 'Material', form: Form, key: string, name: string }
            | { __typename: 'ProcurementRule', key: string, name: string }
            | { __typename: 'Product', key: string, name: string }
            | { __typename: 'Source', key: string, name: string }
          , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, listed: { totalCount: number, nodes: Array<{ name: string, list: EntityList, firm: { __typename: 'Firm', key: string, name: string }, country: { key: string, name: string }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } } | null } };

export type ControlStatesQueryVariables = Exact<{
  scenario?: Array<Edit> | Edit | null | undefined;
  id: string;
  d1: string;
  d2: string;
  d3: string;
  d4: string;
  d5: string;
  d6: string;
  today: string;
}>;


export type ControlStatesQuery = { view: { control: { s1: ControlState | null, s2: ControlState | null, s3: ControlState | null, s4: ControlState | null, s5: ControlState | null, s6: ControlState | null } | null, timeline: { nodes: Array<{ kind: TimelineKind, day: string, flags: Array<Flag> }> } | null } };

export type ControlReachQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
  endUse?: EndUse | null | undefined;
}>;


export type ControlReachQuery = { view: { asOf: string, exposure: { totalCount: number, flags: Array<Flag>, nodes: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, subject:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
         | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } }> } | null } };

export type LicenceDecisionsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  item: string;
  destination: string;
  endUse: EndUse;
  user?: string | null | undefined;
  on?: Array<string> | string | null | undefined;
}>;


export type LicenceDecisionsQuery = { view: { asOf: string, licenceDecision: Array<{ date: string, outcome: LicenceOutcome, passage: LicencePassage, rule: string, reasons: Array<string>, doors: Array<string>, ifProlonged: LicenceOutcome | null, checkedUntil: string, flags: Array<Flag>, item:
        | { __typename: 'Component', key: string, name: string }
        | { __typename: 'Element', key: string, name: string }
        | { __typename: 'Material', key: string, name: string }
        | { __typename: 'Product', key: string, name: string }
      , days: { low: number | null, high: number | null, unlimited: boolean }, clauses: Array<{ state: ControlState, text: string, control: { __typename: 'Control', key: string, name: string } }>, ambiguities: Array<{ number: number, text: string }>, receipt: { formula: string, rowCount: number, rows: Array<{ file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }>, assumptions: Array<{ flag: Flag, meaning: string }> } }> | null } };

export type ControlsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
}>;


export type ControlsQuery = { view: { asOf: string, controls: { totalCount: number, nodes: Array<{ __typename: 'Control', state: ControlState | null, effective: string, suspendedFrom: string | null, suspendedUntil: string | null, summary: string, key: string, name: string, country: { key: string, name: string }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } | null } };

export type DataPageQueryVariables = Exact<{
  asOf?: string | null | undefined;
  facts?: FactFilter | null | undefined;
}>;


export type DataPageQuery = { release: { id: string, horizon: string, tables: Array<{ name: string, rows: number, columns: Array<string> }> }, view: { asOf: string, flags: Array<Flag>, sales: { totalCount: number } | null, salesWithShare: { totalCount: number } | null, firms: { totalCount: number, nodes: Array<{ verdict: Verdict, flags: Array<Flag> }> } | null, products: { totalCount: number, nodes: Array<{ verdict: Verdict, flags: Array<Flag> }> } | null, recipes: { totalCount: number, nodes: Array<{ quantity: number | null }>, pageInfo: { endCursor: string | null } } | null, facilities: { totalCount: number, nodes: Array<{ lat: number | null, startYear: number | null }> } | null, holdings: { totalCount: number, nodes: Array<{ stake: number | null }> } | null, sources: { totalCount: number, nodes: Array<{ kind: SourceKind, published: string | null }> } | null, checked: Array<{ checkedUntil: string }> | null } };

export type ExposureQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  of: SubjectInput;
  to: TargetInput;
  element?: string | null | undefined;
  endUse?: EndUse | null | undefined;
}>;


export type ExposureQuery = { view: { asOf: string, flags: Array<Flag>, exposure: { totalCount: number, flags: Array<Flag>, nodes: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, subject:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
         | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } }> } | null } };

export type ExposureReceiptQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
  to: TargetInput;
  element?: string | null | undefined;
  endUse?: EndUse | null | undefined;
}>;


export type ExposureReceiptQuery = { view: { exposure: { nodes: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, receipt: { formula: string, rowCount: number, rows: Array<{ file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }>, assumptions: Array<{ flag: Flag, meaning: string }> }, steps: Array<{ stage: Stage, share: number, lowest: number, most: number, year: number, confidence: Confidence, item:
            | { __typename: 'Component', key: string, name: string }
            | { __typename: 'Element', key: string, name: string }
            | { __typename: 'Material', key: string, name: string }
            | { __typename: 'Product', key: string, name: string }
          , source: { key: string, title: string, publisher: string, url: string, published: string | null } }>, paths: { coverage: number, truncated: boolean, nodes: Array<{ contribution: number, length: number, hops: Array<{ kind: HopKind, share: number | null, stated: boolean, confidence: Confidence | null, from:
                | { __typename: 'Component', key: string, name: string }
                | { __typename: 'Control', key: string, name: string }
                | { __typename: 'Country', key: string, name: string }
                | { __typename: 'Element', key: string, name: string }
                | { __typename: 'Event', key: string, name: string }
                | { __typename: 'Facility', key: string, name: string }
                | { __typename: 'Firm', key: string, name: string }
                | { __typename: 'ItemGroup', key: string, name: string }
                | { __typename: 'Licence', key: string, name: string }
                | { __typename: 'LicenceStatistic', key: string, name: string }
                | { __typename: 'LicenceType', key: string, name: string }
                | { __typename: 'Material', key: string, name: string }
                | { __typename: 'ProcurementRule', key: string, name: string }
                | { __typename: 'Product', key: string, name: string }
                | { __typename: 'Source', key: string, name: string }
              , to:
                | { __typename: 'Component', key: string, name: string }
                | { __typename: 'Control', key: string, name: string }
                | { __typename: 'Country', key: string, name: string }
                | { __typename: 'Element', key: string, name: string }
                | { __typename: 'Event', key: string, name: string }
                | { __typename: 'Facility', key: string, name: string }
                | { __typename: 'Firm', key: string, name: string }
                | { __typename: 'ItemGroup', key: string, name: string }
                | { __typename: 'Licence', key: string, name: string }
                | { __typename: 'LicenceStatistic', key: string, name: string }
                | { __typename: 'LicenceType', key: string, name: string }
                | { __typename: 'Material', key: string, name: string }
                | { __typename: 'ProcurementRule', key: string, name: string }
                | { __typename: 'Product', key: string, name: string }
                | { __typename: 'Source', key: string, name: string }
              , item:
                | { __typename: 'Component', key: string, name: string }
                | { __typename: 'Element', key: string, name: string }
                | { __typename: 'Material', key: string, name: string }
                | { __typename: 'Product', key: string, name: string }
              , rows: Array<{ file: string, line: number }> }> }> }, subject:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
         | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } }> } | null } };

export type ExposureByStageQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
  country: string;
  endUse: EndUse;
}>;


export type ExposureByStageQuery = { view: { asOf: string, any: { nodes: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, access: { state: LicencePassage | null, closed: { low: number, high: number, estimate: number | null }, delayed: { low: number, high: number, estimate: number | null }, unverified: { low: number, high: number, estimate: number | null }, barriers: Array<{ tier: number | null, passage: LicencePassage, outcome: LicenceOutcome, item:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , destination: { key: string, name: string } | null, days: { low: number | null, high: number | null, unlimited: boolean }, clauses: Array<{ state: ControlState, text: string, control: { __typename: 'Control', key: string, name: string } }> }> } | null, subject:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
         | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } }> } | null, mine: { nodes: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, subject:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
         | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } }> } | null, separation: { nodes: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, subject:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
         | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } }> } | null, metal: { nodes: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, subject:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
         | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } }> } | null, alloy: { nodes: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, subject:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
         | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } }> } | null, magnet: { nodes: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, subject:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
         | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } }> } | null } };

export type ExposureLinesQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
  to: TargetInput;
}>;


export type ExposureLinesQuery = { view: { exposure: { nodes: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, lines: Array<{ verdict: Verdict, certainty: Certainty | null, basis: Basis, nearestTier: number | null, flags: Array<Flag>, firm: { __typename: 'Firm', key: string, name: string }, item:
            | { __typename: 'Component', key: string, name: string }
            | { __typename: 'Element', key: string, name: string }
            | { __typename: 'Material', key: string, name: string }
            | { __typename: 'Product', key: string, name: string }
          , share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number }, receipt: { formula: string, rowCount: number, rows: Array<{ file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }>, assumptions: Array<{ flag: Flag, meaning: string }> } }>, subject:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
         | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } }> } | null } };

export type FirmPageQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
}>;


export type FirmPageQuery = { view: { asOf: string, flags: Array<Flag>, firm: { __typename: 'Firm', roles: Array<Role>, ticker: string | null, note: string | null, key: string, name: string, country: { __typename: 'Country', key: string, name: string }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }, aliases: Array<{ text: string, language: Language }>, makes: { totalCount: number, nodes: Array<{ confidence: Confidence, item:
            | { __typename: 'Component', stage: Stage | null, key: string, name: string }
            | { __typename: 'Element', stage: Stage | null, key: string, name: string }
            | { __typename: 'Material', stage: Stage | null, key: string, name: string }
            | { __typename: 'Product', stage: Stage | null, key: string, name: string }
          , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, plants: { totalCount: number, nodes: Array<{ stake: number | null, confidence: Confidence, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }, facility: { __typename: 'Facility', stage: Stage, status: FacilityStatus, active: boolean, startYear: number | null, lat: number | null, lon: number | null, key: string, name: string, country: { key: string, name: string } } }> }, buys: { totalCount: number, nodes: Array<{ share: number | null, volumeTonnesPerYear: number | null, start: string | null, end: string | null, status: SupplyStatus, active: boolean, confidence: Confidence, supplier: { __typename: 'Firm', key: string, name: string, country: { key: string } }, item:
            | { __typename: 'Component', key: string, name: string }
            | { __typename: 'Element', key: string, name: string }
            | { __typename: 'Material', key: string, name: string }
            | { __typename: 'Product', key: string, name: string }
          , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, sells: { totalCount: number, nodes: Array<{ share: number | null, volumeTonnesPerYear: number | null, start: string | null, end: string | null, status: SupplyStatus, active: boolean, confidence: Confidence, buyer: { __typename: 'Firm', key: string, name: string, country: { key: string } }, item:
            | { __typename: 'Component', key: string, name: string }
            | { __typename: 'Element', key: string, name: string }
            | { __typename: 'Material', key: string, name: string }
            | { __typename: 'Product', key: string, name: string }
          , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, owners: { nodes: Array<{ stake: number | null, confidence: Confidence, owner: { __typename: 'Firm', key: string, name: string }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, owned: { nodes: Array<{ stake: number | null, confidence: Confidence, owned: { __typename: 'Firm', key: string, name: string }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } } | null, listedEntities: { nodes: Array<{ name: string, list: EntityList, control: { __typename: 'Control', state: ControlState | null, key: string, name: string }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } | null } };

export type SupplyPartsFragment = { share: number | null, volumeTonnesPerYear: number | null, start: string | null, end: string | null, status: SupplyStatus, active: boolean, confidence: Confidence, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } };

export type FirmLicencesQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
}>;


export type FirmLicencesQuery = { view: { held: { nodes: Array<{ __typename: 'Licence', granted: string, expires: string | null, confidence: Confidence, key: string, name: string, holder: { __typename: 'Firm', key: string, name: string } | null, customer: { __typename: 'Firm', key: string, name: string } | null, item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', key: string, name: string }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
         | null, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } | null, used: { nodes: Array<{ __typename: 'Licence', granted: string, expires: string | null, confidence: Confidence, key: string, name: string, holder: { __typename: 'Firm', key: string, name: string } | null, customer: { __typename: 'Firm', key: string, name: string } | null, item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', key: string, name: string }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
         | null, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } | null } };

export type LicencePartsFragment = { __typename: 'Licence', granted: string, expires: string | null, confidence: Confidence, key: string, name: string, holder: { __typename: 'Firm', key: string, name: string } | null, customer: { __typename: 'Firm', key: string, name: string } | null, item:
    | { __typename: 'Component', key: string, name: string }
    | { __typename: 'Control', key: string, name: string }
    | { __typename: 'Country', key: string, name: string }
    | { __typename: 'Element', key: string, name: string }
    | { __typename: 'Event', key: string, name: string }
    | { __typename: 'Facility', key: string, name: string }
    | { __typename: 'Firm', key: string, name: string }
    | { __typename: 'ItemGroup', key: string, name: string }
    | { __typename: 'Licence', key: string, name: string }
    | { __typename: 'LicenceStatistic', key: string, name: string }
    | { __typename: 'LicenceType', key: string, name: string }
    | { __typename: 'Material', key: string, name: string }
    | { __typename: 'ProcurementRule', key: string, name: string }
    | { __typename: 'Product', key: string, name: string }
    | { __typename: 'Source', key: string, name: string }
   | null, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } };

export type ItemPageQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
}>;


export type ItemPageQuery = { view: { asOf: string, flags: Array<Flag>, item:
      | { __typename: 'Component', kind: ComponentKind, stage: Stage | null, unit: Unit | null, note: string | null, key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }, aliases: Array<{ text: string, language: Language }>, classes: Array<
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
        >, grades: Array<
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
        >, groups: Array<{ __typename: 'ItemGroup', key: string, name: string }>, inputs: { totalCount: number, nodes: Array<{ quantity: number | null, quantityLow: number | null, quantityHigh: number | null, unit: FeedUnit, essential: boolean, confidence: Confidence, from:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, outputs: { totalCount: number, nodes: Array<{ quantity: number | null, quantityLow: number | null, quantityHigh: number | null, unit: FeedUnit, essential: boolean, confidence: Confidence, to:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, makers: { totalCount: number, nodes: Array<{ confidence: Confidence, firm: { __typename: 'Firm', key: string, name: string, country: { key: string, name: string } }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, substitutes: { totalCount: number, nodes: Array<{ performance: number | null, readiness: Readiness, note: string | null, confidence: Confidence, substitute:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , forItem:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
             | null, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } }
      | { __typename: 'Element', symbol: string, atomicNumber: number, group: ElementGroup, stage: Stage | null, unit: Unit | null, note: string | null, key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }, aliases: Array<{ text: string, language: Language }>, classes: Array<
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
        >, grades: Array<
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
        >, groups: Array<{ __typename: 'ItemGroup', key: string, name: string }>, inputs: { totalCount: number, nodes: Array<{ quantity: number | null, quantityLow: number | null, quantityHigh: number | null, unit: FeedUnit, essential: boolean, confidence: Confidence, from:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, outputs: { totalCount: number, nodes: Array<{ quantity: number | null, quantityLow: number | null, quantityHigh: number | null, unit: FeedUnit, essential: boolean, confidence: Confidence, to:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, makers: { totalCount: number, nodes: Array<{ confidence: Confidence, firm: { __typename: 'Firm', key: string, name: string, country: { key: string, name: string } }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, substitutes: { totalCount: number, nodes: Array<{ performance: number | null, readiness: Readiness, note: string | null, confidence: Confidence, substitute:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , forItem:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
             | null, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } }
      | { __typename: 'Material', form: Form, hsCodes: Array<string>, stage: Stage | null, unit: Unit | null, note: string | null, key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }, aliases: Array<{ text: string, language: Language }>, classes: Array<
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
        >, grades: Array<
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
        >, groups: Array<{ __typename: 'ItemGroup', key: string, name: string }>, inputs: { totalCount: number, nodes: Array<{ quantity: number | null, quantityLow: number | null, quantityHigh: number | null, unit: FeedUnit, essential: boolean, confidence: Confidence, from:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, outputs: { totalCount: number, nodes: Array<{ quantity: number | null, quantityLow: number | null, quantityHigh: number | null, unit: FeedUnit, essential: boolean, confidence: Confidence, to:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, makers: { totalCount: number, nodes: Array<{ confidence: Confidence, firm: { __typename: 'Firm', key: string, name: string, country: { key: string, name: string } }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, substitutes: { totalCount: number, nodes: Array<{ performance: number | null, readiness: Readiness, note: string | null, confidence: Confidence, substitute:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , forItem:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
             | null, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } }
      | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, stage: Stage | null, unit: Unit | null, note: string | null, key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }, aliases: Array<{ text: string, language: Language }>, classes: Array<
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
        >, grades: Array<
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
        >, groups: Array<{ __typename: 'ItemGroup', key: string, name: string }>, inputs: { totalCount: number, nodes: Array<{ quantity: number | null, quantityLow: number | null, quantityHigh: number | null, unit: FeedUnit, essential: boolean, confidence: Confidence, from:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, outputs: { totalCount: number, nodes: Array<{ quantity: number | null, quantityLow: number | null, quantityHigh: number | null, unit: FeedUnit, essential: boolean, confidence: Confidence, to:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, makers: { totalCount: number, nodes: Array<{ confidence: Confidence, firm: { __typename: 'Firm', key: string, name: string, country: { key: string, name: string } }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> }, substitutes: { totalCount: number, nodes: Array<{ performance: number | null, readiness: Readiness, note: string | null, confidence: Confidence, substitute:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
            , forItem:
              | { __typename: 'Component', key: string, name: string }
              | { __typename: 'Element', key: string, name: string }
              | { __typename: 'Material', key: string, name: string }
              | { __typename: 'Product', key: string, name: string }
             | null, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } }
     | null } };

export type ItemCompositionQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
}>;


export type ItemCompositionQuery = { view: { composition: { unit: Unit | null, flags: Array<Flag>, coverage: { known: number, assumed: number, unknown: number }, elements: Array<{ presence: Presence, complete: boolean, confidence: Confidence | null, element: { __typename: 'Element', symbol: string, group: ElementGroup, key: string, name: string }, kilograms: { low: number | null, mid: number | null, high: number | null }, via: Array<{ key: string, name: string }>, receipt: { rows: Array<{ source: { key: string } | null }> } }>, lumps: Array<{ presence: Presence, complete: boolean, confidence: Confidence | null, item:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
        , kilograms: { low: number | null, mid: number | null, high: number | null }, receipt: { formula: string, rowCount: number, rows: Array<{ file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }>, assumptions: Array<{ flag: Flag, meaning: string }> } }> } | null } };

export type ItemMarketQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
}>;


export type ItemMarketQuery = { view: { concentration: Array<{ stage: Stage, figureYear: number | null, rest: number, highlyConcentrated: ConcentrationMark | null, flags: Array<Flag>, item:
        | { __typename: 'Component', key: string, name: string }
        | { __typename: 'Control', key: string, name: string }
        | { __typename: 'Country', key: string, name: string }
        | { __typename: 'Element', key: string, name: string }
        | { __typename: 'Event', key: string, name: string }
        | { __typename: 'Facility', key: string, name: string }
        | { __typename: 'Firm', key: string, name: string }
        | { __typename: 'ItemGroup', key: string, name: string }
        | { __typename: 'Licence', key: string, name: string }
        | { __typename: 'LicenceStatistic', key: string, name: string }
        | { __typename: 'LicenceType', key: string, name: string }
        | { __typename: 'Material', key: string, name: string }
        | { __typename: 'ProcurementRule', key: string, name: string }
        | { __typename: 'Product', key: string, name: string }
        | { __typename: 'Source', key: string, name: string }
      , under:
        | { __typename: 'Component', key: string, name: string }
        | { __typename: 'Control', key: string, name: string }
        | { __typename: 'Country', key: string, name: string }
        | { __typename: 'Element', key: string, name: string }
        | { __typename: 'Event', key: string, name: string }
        | { __typename: 'Facility', key: string, name: string }
        | { __typename: 'Firm', key: string, name: string }
        | { __typename: 'ItemGroup', key: string, name: string }
        | { __typename: 'Licence', key: string, name: string }
        | { __typename: 'LicenceStatistic', key: string, name: string }
        | { __typename: 'LicenceType', key: string, name: string }
        | { __typename: 'Material', key: string, name: string }
        | { __typename: 'ProcurementRule', key: string, name: string }
        | { __typename: 'Product', key: string, name: string }
        | { __typename: 'Source', key: string, name: string }
       | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, hhi: { low: number | null, high: number | null }, top1: { low: number | null, high: number | null }, parties: Array<{ share: number, node:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', key: string, name: string }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', key: string, name: string }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
        , rows: Array<{ file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }> }> }> | null } };

export type ItemControlsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
}>;


export type ItemControlsQuery = { view: { asOf: string, controls: { nodes: Array<{ __typename: 'Control', state: ControlState | null, effective: string, suspendedFrom: string | null, suspendedUntil: string | null, summary: string, key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }> } | null } };

export type ElementControlsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
}>;


export type ElementControlsQuery = { view: { timeline: { nodes: Array<{ node:
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Control', state: ControlState | null, effective: string, suspendedFrom: string | null, suspendedUntil: string | null, summary: string, key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
          | { __typename: 'Country', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Facility', key: string, name: string }
          | { __typename: 'Firm', key: string, name: string }
          | { __typename: 'ItemGroup', key: string, name: string }
          | { __typename: 'Licence', key: string, name: string }
          | { __typename: 'LicenceStatistic', key: string, name: string }
          | { __typename: 'LicenceType', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'ProcurementRule', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
          | { __typename: 'Source', key: string, name: string }
         | null }> } | null } };

export type ControlPartsFragment = { __typename: 'Control', state: ControlState | null, effective: string, suspendedFrom: string | null, suspendedUntil: string | null, summary: string, key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } };

export type ItemUsesQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
}>;


export type ItemUsesQuery = { view: { uses: { totalCount: number, nodes: Array<{ presence: Presence, complete: boolean, confidence: Confidence | null, item:
          | { __typename: 'Component', unit: Unit | null, key: string, name: string }
          | { __typename: 'Element', unit: Unit | null, key: string, name: string }
          | { __typename: 'Material', unit: Unit | null, key: string, name: string }
          | { __typename: 'Product', unit: Unit | null, key: string, name: string }
        , kilogramsPerUnit: { low: number | null, mid: number | null, high: number | null } }> } | null } };

export type UseReceiptQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
  id: string;
  element: string;
}>;


export type UseReceiptQuery = { view: { composition: { elements: Array<{ receipt: { formula: string, rowCount: number, rows: Array<{ file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }>, assumptions: Array<{ flag: Flag, meaning: string }> } }> } | null } };

type NodeParts_Component_Fragment = { __typename: 'Component', key: string, name: string };

type NodeParts_Control_Fragment = { __typename: 'Control', key: string, name: string };

type NodeParts_Country_Fragment = { __typename: 'Country', key: string, name: string };

type NodeParts_Element_Fragment = { __typename: 'Element', key: string, name: string };

type NodeParts_Event_Fragment = { __typename: 'Event', key: string, name: string };

type NodeParts_Facility_Fragment = { __typename: 'Facility', key: string, name: string };

type NodeParts_Firm_Fragment = { __typename: 'Firm', key: string, name: string };

type NodeParts_ItemGroup_Fragment = { __typename: 'ItemGroup', key: string, name: string };

type NodeParts_Licence_Fragment = { __typename: 'Licence', key: string, name: string };

type NodeParts_LicenceStatistic_Fragment = { __typename: 'LicenceStatistic', key: string, name: string };

type NodeParts_LicenceType_Fragment = { __typename: 'LicenceType', key: string, name: string };

type NodeParts_Material_Fragment = { __typename: 'Material', key: string, name: string };

type NodeParts_ProcurementRule_Fragment = { __typename: 'ProcurementRule', key: string, name: string };

type NodeParts_Product_Fragment = { __typename: 'Product', key: string, name: string };

type NodeParts_Source_Fragment = { __typename: 'Source', key: string, name: string };

export type NodePartsFragment =
  | NodeParts_Component_Fragment
  | NodeParts_Control_Fragment
  | NodeParts_Country_Fragment
  | NodeParts_Element_Fragment
  | NodeParts_Event_Fragment
  | NodeParts_Facility_Fragment
  | NodeParts_Firm_Fragment
  | NodeParts_ItemGroup_Fragment
  | NodeParts_Licence_Fragment
  | NodeParts_LicenceStatistic_Fragment
  | NodeParts_LicenceType_Fragment
  | NodeParts_Material_Fragment
  | NodeParts_ProcurementRule_Fragment
  | NodeParts_Product_Fragment
  | NodeParts_Source_Fragment
;

export type SourcePartsFragment = { key: string, title: string, publisher: string, url: string, published: string | null };

export type RowPartsFragment = { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> };

export type ReceiptPartsFragment = { formula: string, rowCount: number, rows: Array<{ file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> }>, assumptions: Array<{ flag: Flag, meaning: string }> };

export type SharePartsFragment = { low: number, high: number, estimate: number | null };

export type KilogramPartsFragment = { low: number | null, mid: number | null, high: number | null };

export type ExposurePartsFragment = { verdict: Verdict, certainty: Certainty | null, basis: Basis, member: boolean, nearestTier: number | null, possibleTier: number | null, lineCount: number, flags: Array<Flag>, subject:
    | { __typename: 'Component', key: string, name: string }
    | { __typename: 'Control', key: string, name: string }
    | { __typename: 'Country', key: string, name: string }
    | { __typename: 'Element', key: string, name: string }
    | { __typename: 'Event', key: string, name: string }
    | { __typename: 'Facility', key: string, name: string }
    | { __typename: 'Firm', roles: Array<Role>, key: string, name: string, country: { key: string, name: string } }
    | { __typename: 'ItemGroup', key: string, name: string }
    | { __typename: 'Licence', key: string, name: string }
    | { __typename: 'LicenceStatistic', key: string, name: string }
    | { __typename: 'LicenceType', key: string, name: string }
    | { __typename: 'Material', key: string, name: string }
    | { __typename: 'ProcurementRule', key: string, name: string }
    | { __typename: 'Product', sector: Sector, endUse: ItemEndUse, category: Category, key: string, name: string }
    | { __typename: 'Source', key: string, name: string }
  , item:
    | { __typename: 'Component', key: string, name: string }
    | { __typename: 'Element', key: string, name: string }
    | { __typename: 'Material', key: string, name: string }
    | { __typename: 'Product', key: string, name: string }
   | null, share: { low: number, high: number, estimate: number | null }, direct: { low: number, high: number, estimate: number | null }, coverage: { known: number, assumed: number, unknown: number } };

export type ReleaseLineQueryVariables = Exact<{
  asOf?: string | null | undefined;
  scenario?: Array<Edit> | Edit | null | undefined;
  facts?: FactFilter | null | undefined;
}>;


export type ReleaseLineQuery = { release: { id: string, horizon: string }, view: { asOf: string, flags: Array<Flag>, scenario: Array<{ number: number, text: string }> } };

export type SearchQueryVariables = Exact<{
  text: string;
  in?: Array<NodeKind> | NodeKind | null | undefined;
}>;


export type SearchQuery = { search: Array<{ matched: string, score: number, node:
      | { __typename: 'Component', key: string, name: string }
      | { __typename: 'Control', key: string, name: string }
      | { __typename: 'Country', isRegion: boolean, key: string, name: string }
      | { __typename: 'Element', key: string, name: string }
      | { __typename: 'Event', key: string, name: string }
      | { __typename: 'Facility', stage: Stage, key: string, name: string, country: { key: string } }
      | { __typename: 'Firm', key: string, name: string, country: { key: string } }
      | { __typename: 'ItemGroup', key: string, name: string }
      | { __typename: 'Licence', key: string, name: string }
      | { __typename: 'LicenceStatistic', key: string, name: string }
      | { __typename: 'LicenceType', key: string, name: string }
      | { __typename: 'Material', key: string, name: string }
      | { __typename: 'ProcurementRule', key: string, name: string }
      | { __typename: 'Product', key: string, name: string }
      | { __typename: 'Source', key: string, name: string }
     }> };

export type AnyNodeQueryVariables = Exact<{
  id: string;
}>;


export type AnyNodeQuery = { node:
    | { __typename: 'Component', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'Control', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'Country', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'Element', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'Event', date: string, effect: string | null, key: string, name: string, firm: { __typename: 'Firm', key: string, name: string } | null, item:
        | { __typename: 'Component', key: string, name: string }
        | { __typename: 'Control', key: string, name: string }
        | { __typename: 'Country', key: string, name: string }
        | { __typename: 'Element', key: string, name: string }
        | { __typename: 'Event', key: string, name: string }
        | { __typename: 'Facility', key: string, name: string }
        | { __typename: 'Firm', key: string, name: string }
        | { __typename: 'ItemGroup', key: string, name: string }
        | { __typename: 'Licence', key: string, name: string }
        | { __typename: 'LicenceStatistic', key: string, name: string }
        | { __typename: 'LicenceType', key: string, name: string }
        | { __typename: 'Material', key: string, name: string }
        | { __typename: 'ProcurementRule', key: string, name: string }
        | { __typename: 'Product', key: string, name: string }
        | { __typename: 'Source', key: string, name: string }
       | null, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'Facility', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'Firm', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'ItemGroup', note: string, key: string, name: string, members: { nodes: Array<
          | { __typename: 'Component', key: string, name: string }
          | { __typename: 'Element', key: string, name: string }
          | { __typename: 'Material', key: string, name: string }
          | { __typename: 'Product', key: string, name: string }
        > }, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'Licence', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'LicenceStatistic', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'LicenceType', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'Material', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'ProcurementRule', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'Product', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
    | { __typename: 'Source', key: string, name: string, row: { file: string, line: number, confidence: Confidence | null, source: { key: string, title: string, publisher: string, url: string, published: string | null } | null, columns: Array<{ name: string, value: string }> } }
   | null };

export type ChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ChoicesQuery = { view: { countries: { nodes: Array<{ key: string, name: string, isRegion: boolean }> } | null, elements: { nodes: Array<
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
        | { key: string, name: string }
      > } | null } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const SourcePartsFragmentDoc = new TypedDocumentString(`
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
    `, {"fragmentName":"SourceParts"}) as unknown as TypedDocumentString<SourcePartsFragment, unknown>;
export const RowPartsFragmentDoc = new TypedDocumentString(`
    fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}`, {"fragmentName":"RowParts"}) as unknown as TypedDocumentString<RowPartsFragment, unknown>;
export const SupplyPartsFragmentDoc = new TypedDocumentString(`
    fragment SupplyParts on Supply {
  share
  volumeTonnesPerYear
  start
  end
  status
  active
  confidence
  row {
    ...RowParts
  }
}
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`, {"fragmentName":"SupplyParts"}) as unknown as TypedDocumentString<SupplyPartsFragment, unknown>;
export const NodePartsFragmentDoc = new TypedDocumentString(`
    fragment NodeParts on Node {
  __typename
  key
  name
}
    `, {"fragmentName":"NodeParts"}) as unknown as TypedDocumentString<NodePartsFragment, unknown>;
export const LicencePartsFragmentDoc = new TypedDocumentString(`
    fragment LicenceParts on Licence {
  ...NodeParts
  holder {
    ...NodeParts
  }
  customer {
    ...NodeParts
  }
  item {
    ...NodeParts
  }
  granted
  expires
  confidence
  row {
    ...RowParts
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`, {"fragmentName":"LicenceParts"}) as unknown as TypedDocumentString<LicencePartsFragment, unknown>;
export const ControlPartsFragmentDoc = new TypedDocumentString(`
    fragment ControlParts on Control {
  ...NodeParts
  state
  effective
  suspendedFrom
  suspendedUntil
  summary
  row {
    ...RowParts
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`, {"fragmentName":"ControlParts"}) as unknown as TypedDocumentString<ControlPartsFragment, unknown>;
export const ReceiptPartsFragmentDoc = new TypedDocumentString(`
    fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`, {"fragmentName":"ReceiptParts"}) as unknown as TypedDocumentString<ReceiptPartsFragment, unknown>;
export const KilogramPartsFragmentDoc = new TypedDocumentString(`
    fragment KilogramParts on KilogramInterval {
  low
  mid
  high
}
    `, {"fragmentName":"KilogramParts"}) as unknown as TypedDocumentString<KilogramPartsFragment, unknown>;
export const SharePartsFragmentDoc = new TypedDocumentString(`
    fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
    `, {"fragmentName":"ShareParts"}) as unknown as TypedDocumentString<SharePartsFragment, unknown>;
export const ExposurePartsFragmentDoc = new TypedDocumentString(`
    fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}`, {"fragmentName":"ExposureParts"}) as unknown as TypedDocumentString<ExposurePartsFragment, unknown>;
export const LicenceCalendarDocument = new TypedDocumentString(`
    query LicenceCalendar($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $from: Date, $to: Date, $customers: [ID!], $holders: [ID!]) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    licenceCalendar(
      from: $from
      to: $to
      customers: $customers
      holders: $holders
      first: 60
    ) {
      holder {
        ...NodeParts
      }
      customer {
        ...NodeParts
      }
      item {
        ...NodeParts
      }
      possible
      needed
      covered {
        low
        high
      }
      general {
        low
        high
      }
      gap {
        low
        high
      }
      ends
      flags
      receipt {
        formula
        rowCount
        rows(first: 8) {
          ...RowParts
        }
        assumptions {
          flag
          meaning
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<LicenceCalendarQuery, LicenceCalendarQueryVariables>;
export const TimelineDocument = new TypedDocumentString(`
    query Timeline($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $about: [ID!], $kinds: [TimelineKind!], $from: Date, $to: Date) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    release {
      horizon
    }
    timeline(about: $about, kinds: $kinds, from: $from, to: $to, first: 500) {
      totalCount
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        kind
        title
        day
        lastDay
        date
        until
        flags
        node {
          ...NodeParts
          ... on Event {
            kind
          }
          ... on Licence {
            holder {
              name
            }
            customer {
              name
            }
          }
          ... on Control {
            suspendedUntil
            suspendedFrom
          }
        }
        receipt {
          rows(first: 2) {
            ...RowParts
          }
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<TimelineQuery, TimelineQueryVariables>;
export const CompareDocument = new TypedDocumentString(`
    query Compare($before: ViewInput!, $after: ViewInput!, $of: SubjectInput!, $to: TargetInput!, $element: ID, $endUse: EndUse) {
  compare(
    before: $before
    after: $after
    of: $of
    to: $to
    element: $element
    endUse: $endUse
  ) {
    compared
    changed
    changedVerdicts
    flags
    before {
      id
      asOf
      flags
    }
    after {
      id
      asOf
      flags
      scenario {
        number
        text
      }
    }
    controls(first: 60) {
      control {
        ...NodeParts
      }
      before
      after
      flags
    }
    moves {
      before
      after
      count
    }
    subjects(first: 120) {
      subject {
        ...NodeParts
        ... on Firm {
          country {
            key
            name
          }
        }
      }
      verdictChanged
      before {
        verdict
        basis
        share {
          ...ShareParts
        }
      }
      after {
        verdict
        basis
        share {
          ...ShareParts
        }
      }
      moved {
        low
        high
        estimate
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}`) as unknown as TypedDocumentString<CompareQuery, CompareQueryVariables>;
export const ControlPageDocument = new TypedDocumentString(`
    query ControlPage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    control(id: $id) {
      ...NodeParts
      authority
      country {
        key
        name
      }
      instrument
      announced
      effective
      suspendedFrom
      suspendedUntil
      summary
      state
      row {
        ...RowParts
      }
      restricts(first: 300) {
        totalCount
        nodes {
          item {
            ...NodeParts
            ... on Material {
              form
            }
          }
          regime
          scope
          controlCodes
          hsCodes
          row {
            ...RowParts
          }
        }
      }
      listed(first: 100) {
        totalCount
        nodes {
          name
          list
          firm {
            ...NodeParts
          }
          country {
            key
            name
          }
          row {
            ...RowParts
          }
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<ControlPageQuery, ControlPageQueryVariables>;
export const ControlStatesDocument = new TypedDocumentString(`
    query ControlStates($scenario: [Edit!], $id: ID!, $d1: Date!, $d2: Date!, $d3: Date!, $d4: Date!, $d5: Date!, $d6: Date!, $today: Date!) {
  view(asOf: $today, scenario: $scenario) {
    control(id: $id) {
      s1: state(on: $d1)
      s2: state(on: $d2)
      s3: state(on: $d3)
      s4: state(on: $d4)
      s5: state(on: $d5)
      s6: state(on: $d6)
    }
    timeline(about: [$id], first: 60) {
      nodes {
        kind
        day
        flags
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ControlStatesQuery, ControlStatesQueryVariables>;
export const ControlReachDocument = new TypedDocumentString(`
    query ControlReach($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!, $endUse: EndUse) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    exposure(
      of: {items: {kinds: [PRODUCT]}}
      to: {controls: [$id]}
      endUse: $endUse
      first: 500
    ) {
      totalCount
      flags
      nodes {
        ...ExposureParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}`) as unknown as TypedDocumentString<ControlReachQuery, ControlReachQueryVariables>;
export const LicenceDecisionsDocument = new TypedDocumentString(`
    query LicenceDecisions($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $item: ID!, $destination: ID!, $endUse: EndUse!, $user: ID, $on: [Date!]) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    licenceDecision(
      item: $item
      destination: $destination
      endUse: $endUse
      user: $user
      on: $on
    ) {
      date
      outcome
      passage
      rule
      item {
        ...NodeParts
      }
      days {
        low
        high
        unlimited
      }
      clauses {
        state
        text
        control {
          ...NodeParts
        }
      }
      reasons
      doors
      ambiguities {
        number
        text
      }
      ifProlonged
      checkedUntil
      flags
      receipt {
        ...ReceiptParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}`) as unknown as TypedDocumentString<LicenceDecisionsQuery, LicenceDecisionsQueryVariables>;
export const ControlsDocument = new TypedDocumentString(`
    query Controls($asOf: Date, $scenario: [Edit!], $facts: FactFilter) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    controls(first: 200) {
      nodes {
        ...NodeParts
        country {
          key
          name
        }
        state
        effective
        suspendedFrom
        suspendedUntil
        summary
        row {
          ...RowParts
        }
      }
      totalCount
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<ControlsQuery, ControlsQueryVariables>;
export const DataPageDocument = new TypedDocumentString(`
    query DataPage($asOf: Date, $facts: FactFilter) {
  release {
    id
    horizon
    tables {
      name
      rows
      columns
    }
  }
  view(asOf: $asOf, facts: $facts) {
    asOf
    flags
    sales: supplies {
      totalCount
    }
    salesWithShare: supplies(filter: {shareStated: true}) {
      totalCount
    }
    firms: exposure(
      of: {firms: {}}
      to: {countries: ["CN"], stages: [SEPARATION]}
      first: 500
    ) {
      totalCount
      nodes {
        verdict
        flags
      }
    }
    products: exposure(
      of: {items: {kinds: [PRODUCT]}}
      to: {countries: ["CN"], stages: [SEPARATION]}
      first: 500
    ) {
      totalCount
      nodes {
        verdict
        flags
      }
    }
    recipes: feeds(first: 500) {
      totalCount
      nodes {
        quantity
      }
      pageInfo {
        endCursor
      }
    }
    facilities(first: 500) {
      totalCount
      nodes {
        lat
        startYear
      }
    }
    holdings(first: 500) {
      totalCount
      nodes {
        stake
      }
    }
    sources(first: 500) {
      totalCount
      nodes {
        kind
        published
      }
    }
    checked: licenceDecision(item: "dy-oxide", destination: "DE", endUse: CIVILIAN) {
      checkedUntil
    }
  }
}
    `) as unknown as TypedDocumentString<DataPageQuery, DataPageQueryVariables>;
export const ExposureDocument = new TypedDocumentString(`
    query Exposure($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $of: SubjectInput!, $to: TargetInput!, $element: ID, $endUse: EndUse) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    exposure(of: $of, to: $to, element: $element, endUse: $endUse, first: 500) {
      totalCount
      flags
      nodes {
        ...ExposureParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}`) as unknown as TypedDocumentString<ExposureQuery, ExposureQueryVariables>;
export const ExposureReceiptDocument = new TypedDocumentString(`
    query ExposureReceipt($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!, $to: TargetInput!, $element: ID, $endUse: EndUse) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    exposure(
      of: {ids: [$id]}
      to: $to
      element: $element
      endUse: $endUse
      first: 1
    ) {
      nodes {
        ...ExposureParts
        receipt {
          ...ReceiptParts
        }
        steps(first: 12) {
          item {
            ...NodeParts
          }
          stage
          share
          lowest
          most
          year
          confidence
          source {
            ...SourceParts
          }
        }
        paths(first: 2) {
          coverage
          truncated
          nodes {
            contribution
            length
            hops(first: 24) {
              kind
              from {
                ...NodeParts
              }
              to {
                ...NodeParts
              }
              item {
                ...NodeParts
              }
              share
              stated
              confidence
              rows(first: 3) {
                file
                line
              }
            }
          }
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}`) as unknown as TypedDocumentString<ExposureReceiptQuery, ExposureReceiptQueryVariables>;
export const ExposureByStageDocument = new TypedDocumentString(`
    query ExposureByStage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!, $country: ID!, $endUse: EndUse!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    any: exposure(of: {ids: [$id]}, to: {countries: [$country]}, first: 1) {
      nodes {
        ...ExposureParts
        access(endUse: $endUse) {
          state
          closed {
            ...ShareParts
          }
          delayed {
            ...ShareParts
          }
          unverified {
            ...ShareParts
          }
          barriers(first: 20) {
            tier
            item {
              ...NodeParts
            }
            destination {
              key
              name
            }
            passage
            outcome
            days {
              low
              high
              unlimited
            }
            clauses {
              state
              text
              control {
                ...NodeParts
              }
            }
          }
        }
      }
    }
    mine: exposure(
      of: {ids: [$id]}
      to: {countries: [$country], stages: [MINE]}
      first: 1
    ) {
      nodes {
        ...ExposureParts
      }
    }
    separation: exposure(
      of: {ids: [$id]}
      to: {countries: [$country], stages: [SEPARATION]}
      first: 1
    ) {
      nodes {
        ...ExposureParts
      }
    }
    metal: exposure(
      of: {ids: [$id]}
      to: {countries: [$country], stages: [METAL]}
      first: 1
    ) {
      nodes {
        ...ExposureParts
      }
    }
    alloy: exposure(
      of: {ids: [$id]}
      to: {countries: [$country], stages: [ALLOY]}
      first: 1
    ) {
      nodes {
        ...ExposureParts
      }
    }
    magnet: exposure(
      of: {ids: [$id]}
      to: {countries: [$country], stages: [MAGNET]}
      first: 1
    ) {
      nodes {
        ...ExposureParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}`) as unknown as TypedDocumentString<ExposureByStageQuery, ExposureByStageQueryVariables>;
export const ExposureLinesDocument = new TypedDocumentString(`
    query ExposureLines($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!, $to: TargetInput!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    exposure(of: {ids: [$id]}, to: $to, first: 1) {
      nodes {
        ...ExposureParts
        lines(first: 40) {
          firm {
            ...NodeParts
          }
          item {
            ...NodeParts
          }
          verdict
          certainty
          basis
          share {
            ...ShareParts
          }
          direct {
            ...ShareParts
          }
          coverage {
            known
            assumed
            unknown
          }
          nearestTier
          flags
          receipt {
            ...ReceiptParts
          }
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}`) as unknown as TypedDocumentString<ExposureLinesQuery, ExposureLinesQueryVariables>;
export const FirmPageDocument = new TypedDocumentString(`
    query FirmPage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    firm(id: $id) {
      ...NodeParts
      country {
        ...NodeParts
      }
      roles
      ticker
      note
      row {
        ...RowParts
      }
      aliases(first: 20) {
        text
        language
      }
      makes(first: 60) {
        totalCount
        nodes {
          item {
            ...NodeParts
            stage
          }
          confidence
          row {
            ...RowParts
          }
        }
      }
      plants(first: 40) {
        totalCount
        nodes {
          stake
          confidence
          row {
            ...RowParts
          }
          facility {
            ...NodeParts
            country {
              key
              name
            }
            stage
            status
            active
            startYear
            lat
            lon
          }
        }
      }
      buys(first: 60) {
        totalCount
        nodes {
          supplier {
            ...NodeParts
            country {
              key
            }
          }
          item {
            ...NodeParts
          }
          ...SupplyParts
        }
      }
      sells(first: 60) {
        totalCount
        nodes {
          buyer {
            ...NodeParts
            country {
              key
            }
          }
          item {
            ...NodeParts
          }
          ...SupplyParts
        }
      }
      owners(first: 30) {
        nodes {
          owner {
            ...NodeParts
          }
          stake
          confidence
          row {
            ...RowParts
          }
        }
      }
      owned(first: 30) {
        nodes {
          owned {
            ...NodeParts
          }
          stake
          confidence
          row {
            ...RowParts
          }
        }
      }
    }
    listedEntities(filter: {firms: [$id]}, first: 20) {
      nodes {
        name
        list
        control {
          ...NodeParts
          state
        }
        row {
          ...RowParts
        }
      }
    }
  }
}
    fragment SupplyParts on Supply {
  share
  volumeTonnesPerYear
  start
  end
  status
  active
  confidence
  row {
    ...RowParts
  }
}
fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<FirmPageQuery, FirmPageQueryVariables>;
export const FirmLicencesDocument = new TypedDocumentString(`
    query FirmLicences($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    held: licences(filter: {holders: [$id]}, first: 40) {
      nodes {
        ...LicenceParts
      }
    }
    used: licences(filter: {customers: [$id]}, first: 40) {
      nodes {
        ...LicenceParts
      }
    }
  }
}
    fragment LicenceParts on Licence {
  ...NodeParts
  holder {
    ...NodeParts
  }
  customer {
    ...NodeParts
  }
  item {
    ...NodeParts
  }
  granted
  expires
  confidence
  row {
    ...RowParts
  }
}
fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<FirmLicencesQuery, FirmLicencesQueryVariables>;
export const ItemPageDocument = new TypedDocumentString(`
    query ItemPage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    item(id: $id) {
      ...NodeParts
      stage
      unit
      note
      row {
        ...RowParts
      }
      aliases(first: 20) {
        text
        language
      }
      classes {
        ...NodeParts
      }
      grades(first: 40) {
        ...NodeParts
      }
      groups {
        ...NodeParts
      }
      ... on Product {
        sector
        endUse
        category
      }
      ... on Component {
        kind
      }
      ... on Material {
        form
        hsCodes
      }
      ... on Element {
        symbol
        atomicNumber
        group
      }
      inputs(first: 100) {
        nodes {
          from {
            ...NodeParts
          }
          quantity
          quantityLow
          quantityHigh
          unit
          essential
          confidence
          row {
            ...RowParts
          }
        }
        totalCount
      }
      outputs(first: 60) {
        nodes {
          to {
            ...NodeParts
          }
          quantity
          quantityLow
          quantityHigh
          unit
          essential
          confidence
          row {
            ...RowParts
          }
        }
        totalCount
      }
      makers(first: 60) {
        nodes {
          firm {
            ...NodeParts
            country {
              key
              name
            }
          }
          confidence
          row {
            ...RowParts
          }
        }
        totalCount
      }
      substitutes(first: 30) {
        nodes {
          substitute {
            ...NodeParts
          }
          forItem {
            ...NodeParts
          }
          performance
          readiness
          note
          confidence
          row {
            ...RowParts
          }
        }
        totalCount
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<ItemPageQuery, ItemPageQueryVariables>;
export const ItemCompositionDocument = new TypedDocumentString(`
    query ItemComposition($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    composition(of: $id) {
      unit
      flags
      coverage {
        known
        assumed
        unknown
      }
      elements(first: 40) {
        element {
          ...NodeParts
          symbol
          group
        }
        presence
        complete
        confidence
        kilograms {
          ...KilogramParts
        }
        via(first: 8) {
          key
          name
        }
        receipt {
          rows(first: 12) {
            source {
              key
            }
          }
        }
      }
      lumps(first: 5) {
        item {
          ...NodeParts
        }
        presence
        complete
        confidence
        kilograms {
          ...KilogramParts
        }
        receipt {
          ...ReceiptParts
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}
fragment KilogramParts on KilogramInterval {
  low
  mid
  high
}`) as unknown as TypedDocumentString<ItemCompositionQuery, ItemCompositionQueryVariables>;
export const ItemMarketDocument = new TypedDocumentString(`
    query ItemMarket($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    concentration(of: [$id], first: 40) {
      item {
        ...NodeParts
      }
      under {
        ...NodeParts
      }
      stage
      figureYear
      source {
        ...SourceParts
      }
      hhi {
        low
        high
      }
      top1 {
        low
        high
      }
      rest
      highlyConcentrated
      flags
      parties(first: 8) {
        node {
          ...NodeParts
        }
        share
        rows(first: 4) {
          ...RowParts
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<ItemMarketQuery, ItemMarketQueryVariables>;
export const ItemControlsDocument = new TypedDocumentString(`
    query ItemControls($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    controls(filter: {covers: $id}, first: 60) {
      nodes {
        ...ControlParts
      }
    }
  }
}
    fragment ControlParts on Control {
  ...NodeParts
  state
  effective
  suspendedFrom
  suspendedUntil
  summary
  row {
    ...RowParts
  }
}
fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<ItemControlsQuery, ItemControlsQueryVariables>;
export const ElementControlsDocument = new TypedDocumentString(`
    query ElementControls($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    timeline(about: [$id], kinds: [CONTROL_EFFECTIVE], first: 100) {
      nodes {
        node {
          ...NodeParts
          ... on Control {
            ...ControlParts
          }
        }
      }
    }
  }
}
    fragment ControlParts on Control {
  ...NodeParts
  state
  effective
  suspendedFrom
  suspendedUntil
  summary
  row {
    ...RowParts
  }
}
fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<ElementControlsQuery, ElementControlsQueryVariables>;
export const ItemUsesDocument = new TypedDocumentString(`
    query ItemUses($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    uses(of: $id, filter: {kinds: [PRODUCT]}, first: 200) {
      totalCount
      nodes {
        item {
          ...NodeParts
          unit
        }
        presence
        complete
        confidence
        kilogramsPerUnit {
          ...KilogramParts
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment KilogramParts on KilogramInterval {
  low
  mid
  high
}`) as unknown as TypedDocumentString<ItemUsesQuery, ItemUsesQueryVariables>;
export const UseReceiptDocument = new TypedDocumentString(`
    query UseReceipt($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!, $element: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    composition(of: $id, element: $element) {
      elements(first: 1) {
        receipt {
          ...ReceiptParts
        }
      }
    }
  }
}
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}`) as unknown as TypedDocumentString<UseReceiptQuery, UseReceiptQueryVariables>;
export const ReleaseLineDocument = new TypedDocumentString(`
    query ReleaseLine($asOf: Date, $scenario: [Edit!], $facts: FactFilter) {
  release {
    id
    horizon
  }
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    scenario {
      number
      text
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseLineQuery, ReleaseLineQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $in: [NodeKind!]) {
  search(text: $text, in: $in, first: 8) {
    node {
      ...NodeParts
      ... on Firm {
        country {
          key
        }
      }
      ... on Facility {
        stage
        country {
          key
        }
      }
      ... on Country {
        isRegion
      }
    }
    matched
    score
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const AnyNodeDocument = new TypedDocumentString(`
    query AnyNode($id: ID!) {
  node(id: $id) {
    ...NodeParts
    row {
      ...RowParts
    }
    ... on ItemGroup {
      note
      members(first: 200) {
        nodes {
          ...NodeParts
        }
      }
    }
    ... on Event {
      date
      effect
      firm {
        ...NodeParts
      }
      item {
        ...NodeParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`) as unknown as TypedDocumentString<AnyNodeQuery, AnyNodeQueryVariables>;
export const ChoicesDocument = new TypedDocumentString(`
    query Choices {
  view {
    countries(first: 100) {
      nodes {
        key
        name
        isRegion
      }
    }
    elements: items(filter: {kinds: [ELEMENT]}, first: 60) {
      nodes {
        key
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChoicesQuery, ChoicesQueryVariables>;
import type { Confidence, EndUse, Flag, LicenceOutcome, LicencePassage, NodeKind, Stage, Verdict } from "./gql/graphql";

/** Values of the API that read badly as they are. Everything else is written in small letters. */
const special: Record<string, string> = {
	EXPOSED: "exposed",
	LINKED: "linked",
	IMPLIED: "implied",
	UNKNOWN: "unknown",
	NOT_EXPOSED: "not exposed",
	NO_LICENCE: "no licence",
	EXEMPT_REPORT: "no licence, but a report",
	INDIVIDUAL_NO_TIME_LIMIT: "individual licence, no time limit",
	INDIVIDUAL: "individual licence",
	GENERAL_ELIGIBLE: "individual licence, general possible",
	GENERAL_LICENCE: "general licence",
	CASE_BY_CASE: "case by case",
	REFUSED_IN_PRINCIPLE: "refused in principle",
	PROHIBITED: "barred",
	ACTIVE: "in force",
	REVIVED: "in force by the letter, not verified",
	NOT_YET: "not yet in force",
	RAMP_UP: "ramping up",
	CONSTRUCTION: "being built",
	OEM: "maker of finished goods",
	ICE_VEHICLE: "combustion vehicle",
	EV: "electric vehicle",
	SENSITIVE_CHIP_AI: "sensitive chips and AI",
	KG_PER_KG: "kg per kg",
	KG_PER_UNIT: "kg per piece",
	UNIT_PER_UNIT: "pieces per piece",
	KG_PER_MW: "kg per MW",
	UNIT_PER_MW: "pieces per MW",
	NON_RARE_EARTH: "not a rare earth",
};

/** A value of the API in words: NOT_EXPOSED is “not exposed”. */
export function words(value: string | null | undefined): string {
	if (value === null || value === undefined) {
		return "not stated";
	}
	return special[value] ?? value.toLowerCase().replaceAll("_", " ");
}

export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

export const verdicts: readonly Verdict[] = ["EXPOSED", "LINKED", "IMPLIED", "UNKNOWN", "NOT_EXPOSED"];

export const verdictMeaning: Record<Verdict, string> = {
	EXPOSED: "stated shares reach the target",
	LINKED: "a chain on record reaches it; its share is not stated",
	IMPLIED: "no chain on record; recipe and world market give an estimate",
	UNKNOWN: "nobody can say",
	NOT_EXPOSED: "proven to stay clear",
};

export const stages: readonly Stage[] = [
	"MINE",
	"CONCENTRATION",
	"SEPARATION",
	"METAL",
	"ALLOY",
	"MAGNET",
	"MOTOR",
	"COMPONENT",
	"ASSEMBLY",
	"RECYCLING",
];

export const endUses: readonly EndUse[] = ["UNKNOWN", "CIVILIAN", "MILITARY", "SENSITIVE_CHIP_AI", "HUMANITARIAN"];

export const confidences: readonly Confidence[] = ["LOW", "MEDIUM", "HIGH"];

/** What makes at a stage, as in “Chinese refiners”. */
export const makersAt: Record<Stage, string> = {
	MINE: "mines",
	CONCENTRATION: "concentrators",
	SEPARATION: "refiners",
	METAL: "metal makers",
	ALLOY: "alloy makers",
	MAGNET: "magnet makers",
	MOTOR: "motor makers",
	COMPONENT: "component makers",
	ASSEMBLY: "assemblers",
	RECYCLING: "recyclers",
};

const pages: Partial<Record<string, string>> = {
	Element: "element",
	Material: "material",
	Component: "component",
	Product: "product",
	Firm: "firm",
	Control: "control",
};

/** The page that shows a node of this type; things without a page of their own have their record shown. */
export function pageOf(typename: string): string {
	return pages[typename] ?? "record";
}

/** What a node is called in a list of mixed nodes. */
export function kindOf(typename: string): string {
	const apart = typename.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
	return typename === "Facility" ? "plant" : typename === "ItemGroup" ? "group" : apart;
}

export const searched: readonly NodeKind[] = [
	"ELEMENT",
	"MATERIAL",
	"COMPONENT",
	"PRODUCT",
	"ITEM_GROUP",
	"FIRM",
	"FACILITY",
	"COUNTRY",
	"REGION",
	"CONTROL",
	"LICENCE_TYPE",
	"EVENT",
	"PROCUREMENT_RULE",
];

/** Cautions in a few words; the receipt says them in full. */
export function caution(flag: Flag): string {
	const known: Partial<Record<Flag, string>> = {
		PAST_HORIZON: "the day lies after the newest source",
		RULES_NOT_CHECKED: "the day lies after the newest dated fact on controls",
		SUSPENSION_EXPIRED_UNVERIFIED: "rests on a control whose suspension has run out; what followed is not known",
		EQUAL_SPLIT: "unstated shares split in equal parts",
		IMPRECISE_DATE: "a date is known to the month or year only",
		TAKEN_AS_CIVILIAN: "end use decided as civilian",
		INCOMPLETE: "some quantities on the way are not stated",
		LUMP_APART: "a total that names no element is reported apart",
		NO_RECIPE: "the data do not say what it is made of",
		SOURCE_UNDATED: "some sources state no date",
		END_COMPUTED: "the end is computed from how long its kind is valid",
	};
	return known[flag] ?? words(flag);
}

export function passageWord(passage: LicencePassage | null | undefined): string {
	return passage === null || passage === undefined ? "unknown" : words(passage);
}

export function outcomeState(outcome: LicenceOutcome): "exposed" | "suspended" | "safe" {
	if (outcome === "PROHIBITED" || outcome === "REFUSED_IN_PRINCIPLE") {
		return "exposed";
	}
	return outcome === "NO_LICENCE" || outcome === "EXEMPT_REPORT" ? "safe" : "suspended";
}

import { computed } from "@preact/signals";
import type { Confidence, Edit, FactFilter, ViewInput } from "../gql/graphql";
import { keys } from "./address";
import { readScenario } from "./scenario";
import { isDay, oneOf } from "./url";

const confidences = ["LOW", "MEDIUM", "HIGH"] as const;

/** The edits of the what-if that the address carries; null when they cannot be read. */
export const scenario = computed<Edit[] | null>(() => readScenario(keys.value.scn));

/** The day asked about; undefined is today by the clock of the server. */
export const date = computed(() => (isDay(keys.value.date) ? keys.value.date : undefined));

/** The least confidence of rows that count. */
export const confidence = computed<Confidence>(() => oneOf(keys.value.conf, confidences).value);

/** What every query is asked of: the day, the scenario and the filter of the address. */
export const view = computed<ViewVariables>(() => {
	const variables: ViewVariables = {};
	if (date.value !== undefined) {
		variables.asOf = date.value;
	}
	if (scenario.value !== null && scenario.value.length > 0) {
		variables.scenario = scenario.value;
	}
	if (confidence.value !== "LOW") {
		variables.facts = { minConfidence: confidence.value } as FactFilter;
	}
	return variables;
});

export type ViewVariables = Pick<ViewInput, "asOf" | "scenario"> & { facts?: FactFilter };

/** What of the address could not be understood, in sentences for the reader. */
export const misunderstood = computed<string[]>(() => {
	const told: string[] = [];
	if (keys.value.date !== undefined && date.value === undefined) {
		told.push(`“${keys.value.date}” is no day of the calendar, so the page shows today.`);
	}
	if (scenario.value === null) {
		told.push("The what-if in this link cannot be read, so the page shows the world as it is on record.");
	}
	if (oneOf(keys.value.conf, confidences).fell) {
		told.push(`“${keys.value.conf}” is no level of confidence, so all rows count.`);
	}
	return told;
});

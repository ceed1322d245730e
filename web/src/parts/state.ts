import type { KilogramPartsFragment } from "../gql/graphql";

/** Whether a mass is known, known in part or not at all, as a file says it beside an empty value. */
export function massState(mass: KilogramPartsFragment, complete: boolean): "KNOWN" | "KNOWN_IN_PART" | "MASS_UNKNOWN" {
	if (mass.mid === null && mass.low === null && mass.high === null) {
		return "MASS_UNKNOWN";
	}
	return complete ? "KNOWN" : "KNOWN_IN_PART";
}

/** The keys of the sources of rows, each once. */
export function sourceKeys(rows: readonly { source: { key: string } | null }[]): string[] {
	return [...new Set(rows.flatMap((row) => (row.source === null ? [] : [row.source.key])))];
}

import type { Edit } from "../gql/graphql";

/** The longest scenario that a link may carry, in characters; longer ones are saved as files. */
export const longest = 2000;

/** Writes a list of edits as 1.{base64url of JSON}; an empty list is no scenario. */
export function writeScenario(edits: readonly Edit[]): string {
	if (edits.length === 0) {
		return "";
	}
	const bytes = new TextEncoder().encode(JSON.stringify(edits));
	let binary = "";
	for (const byte of bytes) {
		binary += String.fromCharCode(byte);
	}
	return `1.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

const kinds = ["remove", "limit", "add", "delay", "control", "licence"];

/** Reads what writeScenario wrote; null when it is damaged or of a version that is not known. */
export function readScenario(text: string | undefined): Edit[] | null {
	if (text === undefined || text === "") {
		return [];
	}
	if (!text.startsWith("1.")) {
		return null;
	}
	try {
		const binary = atob(text.slice(2).replaceAll("-", "+").replaceAll("_", "/"));
		const list: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
		return isScenario(list) ? list : null;
	} catch {
		return null;
	}
}

/** Whether a value has the shape of a list of edits; what the edits name is for the server to check. */
export function isScenario(value: unknown): value is Edit[] {
	return (
		Array.isArray(value) &&
		value.length <= 100 &&
		value.every((edit) => {
			if (typeof edit !== "object" || edit === null) {
				return false;
			}
			const set = Object.keys(edit);
			return set.length === 1 && kinds.includes(set[0] ?? "");
		})
	);
}

/** An address of the explorer taken apart: /explorer/{page}[/{id}]?key=value. */
export interface Address {
	page: string;
	id: string;
	keys: Record<string, string>;
}

const base = "/explorer/";

/** Reads an address. Keys that nobody knows are kept, so that a link of a newer version survives a detour. */
export function readAddress(path: string, query: string): Address {
	const rest = path.startsWith(base) ? path.slice(base.length) : "";
	const [page = "", ...id] = rest.split("/").map(decode);
	const keys: Record<string, string> = {};
	for (const [key, value] of new URLSearchParams(query)) {
		if (value !== "") {
			keys[key] = value;
		}
	}
	return { page, id: id.join("/"), keys };
}

/** Writes an address with its keys in order, so that equal states have equal links. */
export function writeAddress({ page, id, keys }: Address): string {
	const path = base + encodeURIComponent(page) + (id === "" ? "" : `/${encodeURIComponent(id)}`);
	const query = Object.keys(keys)
		.sort()
		.map(
			(key) =>
				`${encodeURIComponent(key)}=${encodeURIComponent(keys[key] ?? "")
					.replaceAll("%2C", ",")
					.replaceAll("%3A", ":")}`,
		)
		.join("&");
	return query === "" ? path : `${path}?${query}`;
}

/** Leaves out what has no value. */
export function dropDefaults(keys: Record<string, string | null | undefined>): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [key, value] of Object.entries(keys)) {
		if (value !== null && value !== undefined && value !== "") {
			kept[key] = value;
		}
	}
	return kept;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Whether a text is a day of the calendar in ISO 8601. */
export function isDay(text: string | undefined): text is string {
	if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) {
		return false;
	}
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** The value of a key if it is one of those allowed, else the first; and whether what stood there was none of them. */
export function oneOf<T extends string>(value: string | undefined, allowed: readonly [T, ...T[]]): { value: T; fell: boolean } {
	const found = allowed.find((one) => one === value);
	return { value: found ?? allowed[0], fell: value !== undefined && found === undefined };
}

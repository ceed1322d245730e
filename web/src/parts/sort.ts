import type { Value } from "../export/csv";

/** Rows by a value; unknown ones last whichever way. */
export function sortRows<R>(rows: readonly R[], value: (row: R) => Value, down: boolean): R[] {
	return [...rows].sort((a, b) => {
		const [x, y] = [value(a) ?? null, value(b) ?? null];
		if (x === null || y === null) {
			return x === y ? 0 : x === null ? 1 : -1;
		}
		const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en");
		return down ? -order : order;
	});
}

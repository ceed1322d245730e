/** A cell of a table: null is unknown, and stays empty. */
export type Value = string | number | null | undefined;

/** Writes rows as CSV for spreadsheets: quoted where needed, and never taken for a formula. */
export function writeCSV(heads: readonly string[], rows: readonly (readonly Value[])[]): string {
	return `\uFEFF${[heads, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: Value): string {
	if (value === null || value === undefined) {
		return "";
	}
	if (typeof value === "number") {
		return String(value);
	}
	const guarded = /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

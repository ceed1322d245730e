import { describe, expect, it } from "vitest";
import { counts, type Facet, passes } from "./facet";
import { sortRows } from "./sort";

interface Firm {
	country: string;
	roles: string[];
}
const rows: Firm[] = [
	{ country: "CN", roles: ["MINER", "REFINER"] },
	{ country: "CN", roles: ["REFINER"] },
	{ country: "US", roles: ["MINER"] },
];
const country: Facet<Firm> = { key: "country", head: "", of: (row) => [row.country], name: String };
const role: Facet<Firm> = { key: "role", head: "", of: (row) => row.roles, name: String };

describe("facets", () => {
	it("filter each other, but not themselves", () => {
		const chosen = { country: "CN" };
		expect(counts([country, role], country, rows, chosen)).toEqual([
			["CN", 2],
			["US", 1],
		]);
		expect(counts([country, role], role, rows, chosen)).toEqual([
			["REFINER", 2],
			["MINER", 1],
		]);
		expect(rows.filter((row) => passes([country, role], row, { country: "CN", role: "MINER" }))).toEqual([rows[0]]);
	});
	it("keep values that nothing is left of", () => {
		expect(counts([country, role], country, rows, { role: "REFINER" })).toEqual([
			["CN", 2],
			["US", 0],
		]);
	});
});

it("sorts unknown last, whichever way", () => {
	const values = [2, null, 1, 3];
	expect(sortRows(values, (v) => v, false)).toEqual([1, 2, 3, null]);
	expect(sortRows(values, (v) => v, true)).toEqual([3, 2, 1, null]);
});

import { describe, expect, it } from "vitest";
import type { Edit } from "../gql/graphql";
import { readScenario, writeScenario } from "./scenario";

const edits: Edit[] = [
	{ remove: { countries: ["CN"], stages: ["SEPARATION"] } },
	{ add: { sale: { supplier: "lynas", buyer: "vacuumschmelze", item: "钕-oxide", share: 0.4 } } },
];

describe("scenarios in links", () => {
	it("come back as they were, in letters that need no escape", () => {
		const written = writeScenario(edits);
		expect(written).toMatch(/^1\.[A-Za-z0-9_-]+$/);
		expect(readScenario(written)).toEqual(edits);
	});
	it("are nothing when there is nothing to change", () => {
		expect(writeScenario([])).toBe("");
		expect(readScenario(undefined)).toEqual([]);
	});
	it("are refused when damaged, of another version or of another shape", () => {
		const written = writeScenario(edits);
		for (const broken of [
			written.slice(0, -3),
			`2.${written.slice(2)}`,
			"1.!!",
			`1.${btoa('{"remove":1}')}`,
			`1.${btoa('[{"drop":{}}]')}`,
			`1.${btoa('[{"remove":{},"limit":{}}]')}`,
		]) {
			expect(readScenario(broken), broken).toBeNull();
		}
	});
});

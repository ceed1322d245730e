import { describe, expect, it } from "vitest";
import { isDay, oneOf, readAddress, writeAddress } from "./url";

describe("addresses", () => {
	it("come back as they were, with keys in order and unknown ones kept", () => {
		const read = readAddress("/explorer/product/f-35", "?zz=1&date=2025-11-08&el=dy&empty=");
		expect(read).toEqual({ page: "product", id: "f-35", keys: { zz: "1", date: "2025-11-08", el: "dy" } });
		expect(writeAddress(read)).toBe("/explorer/product/f-35?date=2025-11-08&el=dy&zz=1");
	});
	it("carry ids of any letters", () => {
		const address = { page: "record", id: "a/b ü钐", keys: { q: "&=?#", list: "a,b" } };
		const written = writeAddress(address);
		const url = new URL(written, "http://localhost");
		expect(readAddress(url.pathname, url.search)).toEqual(address);
	});
	it("of the front door are short", () => {
		expect(readAddress("/explorer/", "")).toEqual({ page: "", id: "", keys: {} });
		expect(writeAddress({ page: "", id: "", keys: {} })).toBe("/explorer/");
	});
	it("survive broken escapes", () => {
		expect(readAddress("/explorer/firm/%E0%A4%A", "").id).toBe("%E0%A4%A");
	});
});

describe("values", () => {
	it("are days of the calendar or not", () => {
		expect(["2025-02-28", "2024-02-29", "2025-02-29", "2025-2-1", "today", undefined].map(isDay)).toEqual([
			true,
			true,
			false,
			false,
			false,
			false,
		]);
	});
	it("fall back to the first allowed one, and say so", () => {
		expect(oneOf("HIGH", ["LOW", "HIGH"])).toEqual({ value: "HIGH", fell: false });
		expect(oneOf("high", ["LOW", "HIGH"])).toEqual({ value: "LOW", fell: true });
		expect(oneOf(undefined, ["LOW", "HIGH"])).toEqual({ value: "LOW", fell: false });
	});
});

import { describe, expect, it } from "vitest";
import { addDays, firstDay, interval, intervalWords, lastDay, mass, masses, percent, share } from "./format";

describe("numbers", () => {
	it("are never rounded to certainty or to nothing", () => {
		expect([0, 0.001, 0.5, 0.999, 1, null].map(share)).toEqual(["0", "<0.01", "0.50", ">0.99", "1", "unknown"]);
		expect([0, 0.0005, 0.034, 0.999, 1, null].map(percent)).toEqual(["0 %", "<0.1 %", "3.4 %", "99.9 %", "100 %", "not stated"]);
	});
	it("of an interval say both ends", () => {
		expect(interval({ low: 0.41, high: 1 })).toBe("0.41–1");
		expect(interval({ low: 0, high: 0 })).toBe("0");
		expect(intervalWords({ low: 0, high: 1, estimate: null })).toBe("at least 0, at most 1; no estimate");
	});
	it("of a mass take the unit that reads best, and unknown is a word", () => {
		expect([0, 2.5e-5, 0.08, 5.9, 1200].map(mass)).toEqual(["0 kg", "25 mg", "80 g", "5.9 kg", "1.2 t"]);
		expect(masses({ low: null, mid: null, high: null })).toBe("amount unknown");
		expect(masses({ low: 4, mid: 4.8, high: 5 }, false)).toBe("4 kg–5 kg + unknown");
	});
});

describe("days", () => {
	it("of a month or year are its first and last", () => {
		expect(["2024", "2024-02", "2024-02-05"].map(firstDay)).toEqual(["2024-01-01", "2024-02-01", "2024-02-05"]);
		expect(["2024", "2024-02", "2024-02-05"].map(lastDay)).toEqual(["2024-12-31", "2024-02-29", "2024-02-05"]);
	});
	it("pass the ends of months", () => {
		expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
		expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
	});
});

import { expect, it } from "vitest";
import { writeCSV } from "./csv";
import { fileName } from "./download";

it("quotes what needs quotes, leaves unknown empty, and writes nothing that a spreadsheet would run", () => {
	const text = writeCSV(
		["a", "b"],
		[
			["x,y", null],
			['say "so"', 0],
			["=1+1", -2.5],
			["-0.5", "@cmd"],
			["two\nlines", undefined],
		],
	);
	expect(text).toBe('\uFEFFa,b\r\n"x,y",\r\n"say ""so""",0\r\n\'=1+1,-2.5\r\n-0.5,\'@cmd\r\n"two\nlines",\r\n');
});

it("names files after titles", () => {
	expect(fileName("5 of 416 firms: Rhône?", "csv")).toBe("lodestone-5-of-416-firms-rhone.csv");
	expect(fileName("钐", "svg")).toBe("lodestone-table.svg");
});
